//! What organisers type when they set a congress up. Each form is a [`Sheet`]: what it begins with, how it is read, what
//! its fields are called. Pages and handlers are written once, for all of them.

pub mod access;
pub mod basics;
pub mod call_question;
pub mod category;
pub mod deadline;
pub mod edition;
pub mod look;
pub mod partner;
pub mod passage;
pub mod price;
pub mod question;
pub mod quota;
pub mod review;
pub mod room;
pub mod seller;
pub mod sender;
pub mod team;
pub mod venue;
pub mod waiting;

use crate::form::programme::Programme;
use crate::page::settings::Tab;
use base::Text;
use base::{Time, Uuid, name};
use identity::query::team::Member;
use identity::rules::Reach;
use locale::{Tz, Words};
use maud::Markup;
use serde::Serialize;
use store::event::Line;
use web::form::Form;
pub use web::form::{moment, read_moment};
use web::{Faults, Fields, Visit};

/// What a form needs to know of its congress.
#[derive(Clone, Debug)]
pub struct About {
    pub words: Words,
    pub zone: Tz,
    /// What makes two arrivals of the form for something new one.
    pub once: Uuid,
    /// Short names and names of the categories, where there is one to choose.
    pub categories: Vec<(String, String)>,
    /// Which roles who looks may give and take.
    pub reach: Reach,
    /// What a question may be tied to, where it is about a question.
    pub around: question::Around,
    /// Whom it is about, where it is about somebody of the team.
    pub person: Option<Person>,
    /// The secret link of a category, where it is about one.
    pub secret: Option<Secret>,
    /// Whom and what a team of reviewers can name.
    pub reviewing: review::Choice,
    /// Short names and names of the tickets, where it is about an add-on.
    pub goes_with: Vec<(String, String)>,
    /// What a session may name, where it is about one.
    pub programme: Option<Programme>,
}

/// The secret link of a category.
#[derive(Clone, Debug)]
pub struct Secret {
    pub url: String,
    pub generation: i32,
    /// Where another is made.
    pub renewal: String,
}

/// Somebody of the team.
#[derive(Clone, Debug)]
pub struct Person {
    pub member: Member,
    pub history: Vec<Line>,
    /// It is who looks.
    pub is_self: bool,
}

/// A form that is shown, typed into, saved.
pub trait Sheet: Serialize + Send + Sync + Sized {
    /// Under which heading it stands.
    const TAB: Tab;
    /// Names of its fields and the keys of their labels, in their order.
    const FIELDS: &'static [(&'static str, &'static str)];

    /// What the button says.
    const SAVE: &'static str = "desk-settings-save";
    /// What removing it means.
    const REMOVAL: &'static str = "desk-settings-remove-meaning";
    /// The verbs of the events that change it; all, if none is named.
    const VERBS: &'static [&'static str] = &[];

    /// What the form begins with.
    fn fields(&self, about: &About) -> Fields;
    /// What was typed, or what is wrong with it. What only the service knows, it says.
    fn read(fields: &Fields, about: &About) -> Result<Self, Faults>;
    /// The fields on the page.
    fn body(form: Form<'_>, about: &About) -> Markup;
    /// Its values in words, where a conflict tells them.
    fn told(fields: &Fields, _: &About) -> Fields {
        fields.clone()
    }
    /// What stands above the form: where else something is said of the same.
    fn above(_: &Visit, _: &Fields, _: &About) -> Markup {
        Markup::default()
    }
    /// What stands below the form: a preview, samples.
    fn below(_: &Visit, _: &Fields, _: &About) -> Markup {
        Markup::default()
    }
}

/// A text in both languages from `name-de` and `name-en`.
pub fn text(fields: &Fields, name: &str) -> Text {
    Text::new(fields.get(&format!("{name}-de")).trim(), fields.get(&format!("{name}-en")).trim())
}

/// The same for one line.
pub fn line(fields: &Fields, name: &str) -> Text {
    let Text { de, en } = text(fields, name);
    Text::new(name::clean(&de), name::clean(&en))
}

/// The same for a name, which must be there in one language at least.
pub fn needed_line(fields: &Fields, name: &str, faults: &mut Faults) -> Text {
    let line = line(fields, name);
    if line.is_empty() {
        faults.add(format!("{name}-de"), "congress-error-name-missing");
    }
    line
}

pub fn with_text(fields: Fields, name: &str, text: &Text) -> Fields {
    fields.with(format!("{name}-de"), &*text.de).with(format!("{name}-en"), &*text.en)
}

/// A moment in words; what is none as it was typed.
pub(super) fn told_moment(fields: Fields, name: &str, zone: Tz, words: Words) -> Fields {
    match read_moment(fields.get(name), zone) {
        Some(at) => fields.with(name, words.date_time(at, zone)),
        None => fields,
    }
}

/// The word of what was chosen; nothing if it is none of the choices.
pub fn told_choice(fields: Fields, name: &str, prefix: &str, words: Words) -> Fields {
    let key = format!("{prefix}{}", fields.get(name).replace('_', "-"));
    let word = if words.has(&key) { words.t(&key) } else { String::new() };
    fields.with(name, word)
}

/// A moment that may be left out.
pub fn optional_moment(fields: &Fields, name: &str, zone: Tz, faults: &mut Faults) -> Option<Time> {
    let typed = fields.get(name);
    if typed.trim().is_empty() {
        return None;
    }
    let read = read_moment(typed, zone);
    if read.is_none() {
        faults.add(name, "desk-settings-fault-moment");
    }
    read
}

/// A moment that must be there. What is wrong is said; then any moment will do.
pub(super) fn needed_moment(fields: &Fields, name: &str, zone: Tz, faults: &mut Faults) -> Time {
    let read = optional_moment(fields, name, zone, faults);
    if read.is_none() && !faults.has(name) {
        faults.add(name, "desk-settings-fault-missing");
    }
    read.unwrap_or_default()
}

/// A time zone that must be there.
pub fn needed_zone(fields: &Fields, name: &str, faults: &mut Faults) -> Option<Tz> {
    let typed = fields.get(name).trim();
    let read = typed.parse().ok();
    if typed.is_empty() {
        faults.add(name, "desk-settings-fault-missing");
    } else if read.is_none() {
        faults.add_with(name, "congress-error-unknown-zone", &[("zone", typed.into())]);
    }
    read
}

/// A whole number that may be left out.
pub fn optional_number(fields: &Fields, name: &str, faults: &mut Faults) -> Option<i32> {
    let typed = fields.get(name).trim();
    if typed.is_empty() {
        return None;
    }
    let read = locale::whole(typed);
    if read.is_none() {
        faults.add(name, "desk-settings-fault-number");
    }
    read
}

/// Where it stands among its like: the first if nothing is said.
pub fn position(fields: &Fields, faults: &mut Faults) -> i32 {
    let position = optional_number(fields, "position", faults).unwrap_or(1);
    if position < 0 {
        faults.add("position", "desk-settings-fault-position");
    }
    position
}

/// What was read, unless something is wrong.
pub fn sound<T>(read: T, faults: Faults) -> Result<T, Faults> {
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

/// The field beside which a service's sentence stands. None: it is about no field.
pub fn field(message: &str) -> Option<&'static str> {
    Some(match message {
        "congress-error-name-missing" | "congress-error-name-malformed" => "name-de",
        "congress-error-ends-before-start" => "ends",
        "congress-error-doors-after-start" => "doors",
        "congress-error-late-names" => "names",
        "congress-error-late-substitutes" => "substitutes",
        "congress-error-late-category" => "category",
        "congress-error-late-cancel" => "cancel",
        "congress-error-unknown-zone" => "zone",
        "congress-error-slug-taken" | "congress-error-slug-malformed" => "slug",
        "congress-error-unknown-colour" => "accent",
        "congress-error-address-malformed" => "reply-to",
        "congress-error-negative-seats" => "seats",
        "congress-error-text-missing" | "congress-error-too-long" => "body-de",
        "congress-error-smaller-than-taken" | "ticketing-error-negative-size" => "size",
        "congress-error-link-malformed" => "link",
        "congress-error-partner-twice" | "identity-name-missing" | "identity-name-long" => "name",
        "question-error-purpose-missing" => "purpose-de",
        "question-error-retention" => "retention",
        "question-error-bounds" => "most",
        "question-error-options" | "question-error-option-chosen" | "question-error-option-twice" => question::OPTIONS,
        "question-error-kind-fixed" => "kind",
        "question-error-after"
        | "question-error-no-such-answer"
        | "question-error-other-use"
        | "question-error-depends-on-retired" => "depends",
        "identity-address-wrong" | "identity-account-shut" => "email",
        "identity-role-missing" | "identity-role-not-yours" | "identity-own-right" | "identity-last-admin" => {
            team::HERE
        }
        "ticketing-error-negative-price" | "ticketing-error-price-malformed" => "price",
        "ticketing-error-vat-out-of-range" => "vat",
        "ticketing-error-sale-ends-before-start" => "sale-until",
        "ticketing-error-none-an-order" => "max",
        "ticketing-error-too-many-invitees" | "ticketing-error-invitee-malformed" => "invitees",
        "ticketing-error-invited-to-none" => "each",
        "ticketing-error-too-many-tiers"
        | "ticketing-error-tier-not-lower"
        | "ticketing-error-tier-without-condition"
        | "ticketing-error-tier-for-none" => "price-1",
        "payment-error-iban" => "iban",
        "payment-error-bic" => "bic",
        "payment-error-country" => "country",
        "payment-error-too-long" => "name",
        "payment-error-no-tax-number" => "tax-number",
        "payment-error-prefix" | "payment-error-prefix-used" => "prefix",
        "payment-error-days" => "due-days",
        "congress-error-waiting-terms" => "hours",
        "ticketing-error-mixed-kinds" | "ticketing-error-no-category" | "ticketing-error-unknown-category" => {
            "categories"
        }
        "ticketing-error-too-long" => "description-de",
        "programme-error-slug-malformed" | "programme-error-slug-taken" => "slug",
        "programme-error-colour" => "colour",
        "programme-error-minutes" => "minutes",
        "programme-error-seats" => "seats",
        "programme-error-language" => "language",
        "programme-error-name-missing" => "name",
        "programme-error-title-missing" | "programme-error-title-long" => "title-de",
        "programme-error-link" => "link-1",
        "programme-error-no-such-speaker" | "programme-error-speaker-twice" => "speaker-1",
        _ => return None,
    })
}
