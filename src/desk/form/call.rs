//! A call as organisers type it, what the list of submissions is asked for, and handing in for somebody.

use crate::form::list::{self, Asked};
use crate::form::settings::{moment, optional_moment, optional_number, text};
use crate::rules::pages::Page;
use base::Uuid;
use locale::{Tz, Words};
use programme::entity::call::Kind;
use programme::entity::session_type;
use programme::entity::submission::State;
use programme::query::submission::{Filter, Pending};
use programme::rules::transition;
use programme::service::call::CallForm;
use sea_orm::ActiveEnum;
use web::{Faults, Fields};

/// The fields with the keys of their labels, in the order of the page.
pub const FIELDS: [(&str, &str); 16] = [
    ("kind", "desk-call-kind"),
    ("title-de", "desk-call-title-de"),
    ("title-en", "desk-call-title-en"),
    ("lead-de", "desk-call-lead-de"),
    ("lead-en", "desk-call-lead-en"),
    ("thanks-de", "desk-call-thanks-de"),
    ("thanks-en", "desk-call-thanks-en"),
    ("opens", "desk-call-opens"),
    ("closes", "desk-call-closes"),
    ("language-de", "desk-call-languages"),
    ("types", "desk-call-types"),
    ("abstract-max", "desk-call-abstract-max"),
    ("description-max", "desk-call-description-max"),
    ("biography-max", "desk-call-biography-max"),
    ("remind", "desk-call-remind"),
    ("published", "desk-call-published"),
];

/// The languages that contributions can be held in.
pub const LANGUAGES: [&str; 2] = ["de", "en"];

/// What a new call begins with.
pub fn new() -> Fields {
    Fields::new()
        .with("kind", "session")
        .with("language-de", "on")
        .with("abstract-max", "500")
        .with("description-max", "3000")
        .with("biography-max", "800")
        .with("remind", "7, 14, 21")
}

/// What the form begins with. `types`, `tracks`: short names by id.
pub fn fields(form: &CallForm, zone: Tz, types: &[(Uuid, String)], tracks: &[(Uuid, String)]) -> Fields {
    let kind = form.kind.to_value();
    let at = |at: Option<base::Time>| at.map(|at| moment(at, zone)).unwrap_or_default();
    let days: Vec<String> = form.remind_days.iter().map(ToString::to_string).collect();
    let mut fields = Fields::new()
        .with("kind", kind)
        .with("title-de", &form.title.de)
        .with("title-en", &form.title.en)
        .with("lead-de", &form.lead.de)
        .with("lead-en", &form.lead.en)
        .with("thanks-de", &form.thanks.de)
        .with("thanks-en", &form.thanks.en)
        .with("opens", at(form.opens_at))
        .with("closes", at(form.closes_at))
        .with("abstract-max", form.abstract_max.to_string())
        .with("description-max", form.description_max.to_string())
        .with("biography-max", form.biography_max.to_string())
        .with("remind", days.join(", "));
    for tag in &form.languages {
        fields.set(format!("language-{tag}"), "on");
    }
    for (id, minutes) in &form.types {
        if let Some((_, slug)) = types.iter().find(|(of, _)| of == id) {
            fields.set(format!("type-{slug}"), minutes.to_string());
        }
    }
    for id in &form.tracks {
        if let Some((_, slug)) = tracks.iter().find(|(of, _)| of == id) {
            fields.set(format!("track-{slug}"), "on");
        }
    }
    if form.published {
        fields.set("published", "on");
    }
    fields
}

/// What was typed, or what is wrong with it.
pub fn read(
    fields: &Fields,
    zone: Tz,
    types: &[session_type::Model],
    tracks: &[(Uuid, String)],
) -> Result<CallForm, Faults> {
    let mut faults = Faults::new();
    let opens_at = optional_moment(fields, "opens", zone, &mut faults);
    let closes_at = optional_moment(fields, "closes", zone, &mut faults);
    let mut number = |name: &str| {
        let read = optional_number(fields, name, &mut faults);
        if read.is_none() && !faults.has(name) {
            faults.add(name, "desk-settings-fault-missing");
        }
        read.unwrap_or(0)
    };
    let (abstract_max, description_max, biography_max) =
        (number("abstract-max"), number("description-max"), number("biography-max"));
    let mut chosen = vec![];
    for kind in types {
        let name = format!("type-{}", kind.slug);
        if let Some(minutes) = optional_number(fields, &name, &mut faults) {
            chosen.push((kind.id, minutes));
        }
    }
    let mut remind_days = vec![];
    for day in fields.get("remind").split([',', ';', ' ']).filter(|day| !day.trim().is_empty()) {
        match day.trim().parse() {
            Ok(day) => remind_days.push(day),
            Err(_) if faults.has("remind") => {}
            Err(_) => faults.add("remind", "call-fault-remind"),
        }
    }
    let languages = LANGUAGES.into_iter().filter(|tag| fields.has(&format!("language-{tag}"))).map(str::to_owned);
    let form = CallForm {
        kind: Kind::try_from_value(&fields.get("kind").to_owned()).unwrap_or(Kind::Session),
        title: crate::form::settings::line(fields, "title"),
        lead: text(fields, "lead"),
        thanks: text(fields, "thanks"),
        opens_at,
        closes_at,
        languages: languages.collect(),
        abstract_max,
        description_max,
        biography_max,
        remind_days,
        published: fields.has("published"),
        types: chosen,
        tracks: tracks.iter().filter(|(_, slug)| fields.has(&format!("track-{slug}"))).map(|(id, _)| *id).collect(),
    };
    if faults.is_empty() { Ok(form) } else { Err(faults) }
}

/// Each fault with its field's label.
pub fn named(mut faults: Faults, words: Words) -> Faults {
    let labels: Vec<_> = FIELDS.iter().map(|(name, key)| ((*name).to_owned(), words.t(key))).collect();
    faults.name_all(&labels);
    faults
}

/// A search among what was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubmissionSearch {
    pub query: String,
    /// Short names; empty for all.
    pub call: String,
    pub kind: String,
    pub track: String,
    pub state: Option<State>,
    pub pending: Option<Pending>,
    pub page: u64,
}

impl SubmissionSearch {
    /// What is unknown is not asked for.
    pub fn read(fields: &Fields) -> Self {
        let pending = match fields.get("pending") {
            "any" => Some(Pending::Any),
            "none" => Some(Pending::None),
            "edited" => Some(Pending::Edited),
            name => state(name).map(Pending::Is),
        };
        Self {
            query: list::query(fields),
            call: fields.get("call").to_owned(),
            kind: fields.get("type").to_owned(),
            track: fields.get("track").to_owned(),
            state: state(fields.get("state")),
            pending,
            page: Page::asked(fields.get("page")),
        }
    }

    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        *self != Self { page: self.page, ..Self::read(&Fields::new()) }
    }

    /// The same for another state, from its first page.
    #[must_use]
    pub fn with_state(&self, state: Option<State>) -> Self {
        Self { state, page: 1, ..self.clone() }
    }

    /// How it stands in the address.
    pub fn pending_name(&self) -> &'static str {
        match self.pending {
            None => "",
            Some(Pending::Any) => "any",
            Some(Pending::None) => "none",
            Some(Pending::Edited) => "edited",
            Some(Pending::Is(state)) => state.name(),
        }
    }

    /// What the database is asked for.
    pub fn filter(&self, (call, type_id, track_id): (Option<Uuid>, Option<Uuid>, Option<Uuid>)) -> Filter {
        Filter { query: self.query.clone(), call, state: self.state, pending: self.pending, type_id, track_id }
    }
}

/// The state of that name.
pub fn state(name: &str) -> Option<State> {
    transition::State::named(name).map(State::from)
}

impl Asked for SubmissionSearch {
    const LIST: &'static str = "submissions";

    fn place(congress: &str) -> String {
        address::call::DeskSubmissions::new(congress).path()
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        vec![
            ("q", self.query.clone()),
            ("call", self.call.clone()),
            ("state", self.state.map(|state| state.name().to_owned()).unwrap_or_default()),
            ("pending", self.pending_name().to_owned()),
            ("type", self.kind.clone()),
            ("track", self.track.clone()),
        ]
    }

    fn page(&self) -> u64 {
        self.page
    }

    fn with_page(&self, page: u64) -> Self {
        Self { page, ..self.clone() }
    }
}
