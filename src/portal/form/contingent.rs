//! The form in which a partner names people: `given-1`, `family-1`, `email-1`, `language-1`, and `paste`.

use base::{Language, Uuid};
use garde::Validate;
use locale::Words;
use registration::form::AttendeeChange;
use registration::form::pasting::PASTE;
use registration::form::people::{Action, Layout, People};
use web::{Faults, Fields};

const LAYOUT: Layout = Layout {
    parts: &["given", "family", "email", "organisation", "language"],
    once: &["placement", PASTE],
    passed_on: &["language"],
    of_buyer: &[],
};

/// What was typed.
#[derive(Clone, Debug)]
pub struct Typed {
    pub people: People,
}

impl Typed {
    /// An empty form for one person. `placement` makes it one naming, however often it is sent.
    pub fn fresh(placement: Uuid, language: Language) -> Self {
        let fields = Fields::new().with("placement", placement.to_string()).with("language-1", language.tag());
        Self { people: People::fresh(fields, &LAYOUT) }
    }

    /// What came, and what the button asks for.
    pub fn read(sent: &Fields) -> (Self, Action) {
        let (people, action) = People::read(sent, &LAYOUT);
        (Self { people }, action)
    }

    pub fn placement(&self) -> Option<Uuid> {
        self.people.fields.get("placement").parse().ok()
    }

    /// The people, all of `partner` unless their line said otherwise, or all that is wrong with them.
    pub fn check(&self, partner: &str, words: Words) -> Result<Vec<AttendeeChange>, Faults> {
        let mut faults = Faults::new();
        let mut people = vec![];
        for n in 1..=self.people.count {
            let get = |part: &str| self.people.of(part, n).to_owned();
            let organisation = get("organisation");
            let person = AttendeeChange {
                given_name: get("given"),
                family_name: get("family"),
                email: get("email"),
                organisation: if organisation.trim().is_empty() { partner.to_owned() } else { organisation },
                language: self.people.of("language", n).parse().unwrap_or(words.language()),
            };
            if let Err(report) = person.validate() {
                let field = |path: &str| format!("{}-{n}", path.trim_end_matches("_name"));
                faults.extend(Faults::from_report_with(&report, field));
            }
            people.push(person);
        }
        super::register::name_fields(&mut faults, self.people.count, words);
        if faults.is_empty() { Ok(people) } else { Err(faults) }
    }
}
