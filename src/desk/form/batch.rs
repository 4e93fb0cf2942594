//! Several orders at once: which, and what to do with them.

use crate::form::list::Asked as _;
use crate::form::order::OrderSearch;
use base::Uuid;
use garde::{Error, Validate};
use registration::entity::decision::Verdict;
use registration::query::order::Filter;
use registration::service::approval::Answer;
use registration::service::batch::{Action, Wanted};
use registration::service::cancellation::MAX_REASON;
use web::Fields;

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Cancel,
    Mail,
    Approve,
    Refuse,
}

impl Deed {
    pub fn name(self) -> &'static str {
        match self {
            Self::Cancel => "cancel",
            Self::Mail => "mail",
            Self::Approve => "approve",
            Self::Refuse => "refuse",
        }
    }

    /// Whether it asks for a reason, and whether to tell those concerned.
    pub fn asks(self) -> bool {
        self != Self::Mail
    }

    fn read(typed: &str) -> Self {
        let all = [Self::Cancel, Self::Approve, Self::Refuse];
        all.into_iter().find(|deed| deed.name() == typed).unwrap_or(Self::Mail)
    }

    fn needs_reason(self) -> bool {
        matches!(self, Self::Cancel | Self::Refuse)
    }
}

/// What is asked for.
#[derive(Clone, Debug, Validate)]
#[garde(context(()))]
pub struct Asked {
    #[garde(skip)]
    pub deed: Deed,
    /// The list that it was asked for from.
    #[garde(skip)]
    pub search: OrderSearch,
    /// All that the list's filter leaves, …
    #[garde(skip)]
    pub all: bool,
    /// … or those that were ticked, by their codes.
    #[garde(skip)]
    pub codes: Vec<String>,
    /// The last order of the part before, where they do not all go at once.
    #[garde(skip)]
    pub after: Option<Uuid>,
    /// The form that asks, so that sent twice it is done once.
    #[garde(skip)]
    pub key: Uuid,
    #[garde(custom(a_reason(&self.deed)))]
    pub reason: String,
    #[garde(skip)]
    pub notify: bool,
}

impl Asked {
    /// `key`: for a form that has none yet.
    pub fn read(fields: &Fields, key: Uuid) -> Self {
        Self {
            deed: Deed::read(fields.get("deed")),
            search: OrderSearch::read(fields),
            all: fields.has("all"),
            codes: fields.all("order").map(str::to_owned).collect(),
            after: fields.get("after").parse().ok(),
            key: fields.get("key").parse().unwrap_or(key),
            reason: fields.get("reason").trim().to_owned(),
            notify: fields.has("notify"),
        }
    }

    fn action(&self) -> Action {
        match self.deed {
            Deed::Cancel => Action::Cancel { reason: self.reason.clone(), notify: self.notify },
            Deed::Mail => Action::Mail,
            Deed::Approve => self.decide(Verdict::Approved),
            Deed::Refuse => self.decide(Verdict::Refused),
        }
    }

    fn decide(&self, verdict: Verdict) -> Action {
        Action::Decide(Answer { verdict, reason: self.reason.clone(), notify: self.notify })
    }

    /// Those of the list, or of them only the ticked ones.
    pub fn wanted(&self, of_list: Filter, ticked: Vec<Uuid>) -> Wanted {
        let filter =
            if self.all { of_list } else { Filter { only: Some(ticked), test: of_list.test, ..Filter::default() } };
        Wanted { filter, action: self.action(), after: self.after }
    }

    /// Where the next part is shown, after this order.
    pub fn next(&self, congress: &str, after: Uuid) -> String {
        let mut pairs = self.search.pairs();
        pairs.extend([("deed", self.deed.name().to_owned()), ("after", after.to_string())]);
        if self.all {
            pairs.push(("all", "1".to_owned()));
        }
        pairs.extend(self.codes.iter().map(|code| ("order", code.clone())));
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        address::with_query(&address::desk::OrderBatch::new(congress).path(), &pairs)
    }
}

fn a_reason(deed: &Deed) -> impl FnOnce(&String, &()) -> garde::Result {
    let needed = deed.needs_reason();
    move |reason, ()| match reason.chars().count() {
        0 if needed => Err(Error::new("desk-fault-reason-missing")),
        n if n > MAX_REASON => Err(Error::new("desk-fault-reason-long")),
        _ => Ok(()),
    }
}
