//! What a list of vouchers is asked for, and what staff type of one: fields by name, and the voucher that they make.
//!
//! `code`, `max-uses`, `min-uses`, `valid-from`, `valid-until`, `tag`, `note`, `scope`, `category-SLUG`, `quota`, `effect`,
//! `amount`, `unlocks`, `blocks`, `passes`; of several that are drawn `count` and `prefix`.

use crate::form::list::{self, Asked};
use crate::form::settings::{moment, optional_moment, optional_number};
use crate::rules::pages::Page;
use locale::{Tz, Words};
use sea_orm::ActiveEnum;
use ticketing::entity::voucher::{Effect, Scope};
use ticketing::query::voucher::list::{Filter, State};
use ticketing::service::voucher::Voucher;
use web::{Faults, Fields};

/// A search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherSearch {
    pub query: String,
    /// `-` in the address: those without.
    pub tag: Option<String>,
    pub state: Option<State>,
    pub page: u64,
}

/// In the address: those without a tag.
pub const UNTAGGED: &str = "-";

impl VoucherSearch {
    /// What is unknown is not asked for.
    pub fn read(fields: &Fields) -> Self {
        Self {
            query: list::query(fields),
            tag: match fields.get("tag") {
                "" => None,
                UNTAGGED => Some(String::new()),
                tag => Some(tag.to_owned()),
            },
            state: State::from_name(fields.get("state")),
            page: Page::asked(fields.get("page")),
        }
    }

    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        !self.query.is_empty() || self.tag.is_some() || self.state.is_some()
    }

    /// The same for another state, from its first page.
    #[must_use]
    pub fn with_state(&self, state: Option<State>) -> Self {
        Self { state, page: 1, ..self.clone() }
    }

    /// Those with a tag, and nothing else.
    pub fn of_tag(tag: &str) -> Self {
        Self { query: String::new(), tag: Some(tag.to_owned()), state: None, page: 1 }
    }

    /// What the database is asked for.
    pub fn filter(&self) -> Filter {
        Filter { query: self.query.clone(), tag: self.tag.clone(), state: self.state }
    }
}

/// A tag as it stands in the address.
pub fn tag_name(tag: &str) -> String {
    if tag.is_empty() { UNTAGGED.to_owned() } else { tag.to_owned() }
}

impl Asked for VoucherSearch {
    const LIST: &'static str = "vouchers";

    fn place(congress: &str) -> String {
        address::desk::Vouchers::new(congress).path()
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        vec![
            ("q", self.query.clone()),
            ("tag", self.tag.as_deref().map(tag_name).unwrap_or_default()),
            ("state", self.state.map_or("", State::name).to_owned()),
        ]
    }

    fn page(&self) -> u64 {
        self.page
    }

    fn with_page(&self, page: u64) -> Self {
        Self { page, ..self.clone() }
    }
}

/// Names of the fields and the keys of their labels, in their order.
pub const FIELDS: [(&str, &str); 17] = [
    ("count", "desk-voucher-count"),
    ("prefix", "desk-voucher-prefix"),
    ("code", "desk-voucher-code"),
    ("max-uses", "desk-voucher-max-uses"),
    ("scope", "desk-voucher-scope"),
    ("categories", "desk-voucher-categories"),
    ("quota", "desk-voucher-quota"),
    ("effect", "desk-voucher-effect"),
    ("amount", "desk-voucher-amount"),
    ("unlocks", "desk-voucher-unlocks"),
    ("blocks", "desk-voucher-blocks"),
    ("passes", "desk-voucher-passes"),
    ("valid-from", "desk-voucher-valid-from"),
    ("valid-until", "desk-voucher-valid-until"),
    ("min-uses", "desk-voucher-min-uses"),
    ("tag", "desk-voucher-tag"),
    ("note", "desk-voucher-note"),
];

/// The name of the tick for a category.
pub fn category(slug: &str) -> String {
    format!("category-{slug}")
}

/// A voucher as fields.
pub fn fields(voucher: &Voucher, words: Words, zone: Tz) -> Fields {
    let time = |at: Option<base::Time>| at.map(|at| moment(at, zone)).unwrap_or_default();
    let amount = match voucher.effect {
        Effect::None => String::new(),
        // 25,50 % as 25,50 €.
        Effect::Set | Effect::Less | Effect::Percent => words.amount(voucher.amount),
    };
    let fields = Fields::new()
        .with("code", &*voucher.code)
        .with("max-uses", voucher.max_uses.to_string())
        .with("min-uses", voucher.min_uses.to_string())
        .with("valid-from", time(voucher.valid_from))
        .with("valid-until", time(voucher.valid_until))
        .with("tag", &*voucher.tag)
        .with("note", &*voucher.note)
        .with("scope", voucher.scope.to_value())
        .with("quota", &*voucher.quota)
        .with("effect", voucher.effect.to_value())
        .with("amount", amount);
    let ticks = [("unlocks", voucher.unlocks), ("blocks", voucher.blocks), ("passes", voucher.passes)];
    let ticks = ticks.into_iter().filter(|(_, on)| *on).map(|(name, _)| name.to_owned());
    let chosen = voucher.categories.iter().map(|slug| category(slug));
    ticks.chain(chosen).fold(fields, |fields, name| fields.with(name, "on"))
}

/// What was typed, or what is wrong with it. What only the service knows, it says.
pub fn read(fields: &Fields, words: Words, zone: Tz) -> Result<Voucher, Faults> {
    let mut faults = Faults::new();
    let effect = Effect::try_from_value(&fields.get("effect").to_owned()).unwrap_or(Effect::None);
    let typed = fields.get("amount").replace('%', "");
    let amount = match effect {
        Effect::None => Some(0),
        Effect::Set | Effect::Less | Effect::Percent => words.cents(typed.trim()),
    };
    if amount.is_none() {
        faults.add("amount", "voucher-wrong-amount");
    }
    let mut number = |name: &str| optional_number(fields, name, &mut faults);
    let (max_uses, min_uses) = (number("max-uses").unwrap_or(1), number("min-uses").unwrap_or(1));
    let categories = fields.iter().filter_map(|(name, _)| name.strip_prefix("category-")).map(str::to_owned).collect();
    let voucher = Voucher {
        code: fields.get("code").to_owned(),
        max_uses,
        min_uses,
        valid_from: optional_moment(fields, "valid-from", zone, &mut faults),
        valid_until: optional_moment(fields, "valid-until", zone, &mut faults),
        tag: fields.get("tag").to_owned(),
        note: fields.get("note").to_owned(),
        scope: Scope::try_from_value(&fields.get("scope").to_owned()).unwrap_or(Scope::All),
        categories,
        quota: fields.get("quota").to_owned(),
        effect,
        amount: amount.unwrap_or_default(),
        unlocks: fields.has("unlocks"),
        blocks: fields.has("blocks"),
        passes: fields.has("passes"),
    };
    if faults.is_empty() { Ok(voucher.cleaned()) } else { Err(faults) }
}

/// The field beside which a service's sentence stands.
pub fn beside(error: &ticketing::TicketingError) -> &'static str {
    use congress::CongressError;
    use ticketing::TicketingError::{Congress, NoRoom, UnknownCategory, UnknownQuota, Voucher};
    match error {
        Voucher(wrong) => wrong.field(),
        NoRoom { .. } => "blocks",
        UnknownCategory(_) => "categories",
        UnknownQuota(_) => "quota",
        Congress(CongressError::FewerThanUsed { .. }) => "max-uses",
        _ => "code",
    }
}
