//! A question, with the answers to choose from.

use super::{
    About, Sheet, line, moment, needed_line, optional_moment, optional_number, position, sound, text, told_choice,
    told_moment, with_text,
};
use crate::page::settings::{Tab, pair};
use base::{Text, Time, Uuid};
use congress::entity::question::{Kind, UsedFor};
use congress::rules::question::same_words;
use congress::service::question::{Choice, MAX_OPTIONS, Question};
use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields};

/// The field beside which it is said that answers to choose from are wrong.
pub const OPTIONS: &str = "option-1-de";
/// Empty rows for more answers.
const MORE: usize = 4;

/// What a question may be tied to.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// `diet=vegan` and its words: the answers to the questions before it.
    pub answers: Vec<(String, String)>,
    /// The tickets.
    pub categories: Vec<(Uuid, String)>,
    /// It was answered: how and of whom it is asked stays.
    pub answered: i64,
}

const KINDS: [(&str, Kind); 8] = [
    ("text", Kind::Text),
    ("long_text", Kind::LongText),
    ("number", Kind::Number),
    ("date", Kind::Date),
    ("yes_no", Kind::YesNo),
    ("one_of", Kind::OneOf),
    ("several_of", Kind::SeveralOf),
    ("file", Kind::File),
];

/// How it is answered, as a word of the form.
pub fn kind_name(kind: Kind) -> &'static str {
    KINDS.iter().find(|(_, one)| *one == kind).map_or("text", |(name, _)| name)
}

impl Sheet for Question {
    const TAB: Tab = Tab::Questions;
    const REMOVAL: &'static str = "desk-question-remove-meaning";
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("label-de", "desk-question-label-de"),
        ("label-en", "desk-question-label-en"),
        ("help-de", "desk-question-help-de"),
        ("help-en", "desk-question-help-en"),
        ("used-for", "desk-question-used-for"),
        ("kind", "desk-question-kind"),
        (OPTIONS, "desk-question-options"),
        ("least", "desk-question-least"),
        ("most", "desk-question-most"),
        ("depends", "desk-question-depends"),
        ("categories", "desk-question-categories"),
        ("purpose-de", "desk-question-purpose-de"),
        ("purpose-en", "desk-question-purpose-en"),
        ("retention", "desk-question-retention"),
        ("asked-until", "desk-question-asked-until"),
        ("changed-until", "desk-question-changed-until"),
        ("position", "desk-settings-position"),
        ("required", "desk-question-required"),
        ("sensitive", "desk-question-sensitive"),
        ("counted", "desk-question-counted"),
        ("active", "desk-question-active"),
    ];

    fn fields(&self, about: &About) -> Fields {
        let time = |at: Option<Time>| at.map(|at| moment(at, about.zone)).unwrap_or_default();
        let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
        let mut fields = Fields::new()
            .with("used-for", if self.used_for == UsedFor::Order { "order" } else { "attendee" })
            .with("kind", kind_name(self.kind))
            .with("least", number(self.least))
            .with("most", number(self.most))
            .with("depends", &*self.depends)
            .with("retention", self.retention_days.to_string())
            .with("asked-until", time(self.asked_until))
            .with("changed-until", time(self.changed_until))
            .with("position", self.position.to_string());
        let ticks = [
            ("required", self.required),
            ("sensitive", self.sensitive),
            ("counted", self.counted),
            ("active", self.active),
        ];
        for (name, _) in ticks.into_iter().filter(|(_, ticked)| *ticked) {
            fields.set(name, "on");
        }
        for (option, n) in self.options.iter().zip(1..) {
            set_option(&mut fields, n, &option.slug, &option.label, option.active);
        }
        for (name, text) in [("label", &self.label), ("help", &self.help), ("purpose", &self.purpose)] {
            fields = with_text(fields, name, text);
        }
        let ticked = self.categories.iter().map(|id| ("categories".to_owned(), id.to_string()));
        fields.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).chain(ticked).collect()
    }

    fn read(fields: &Fields, about: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let label = needed_line(fields, "label", &mut faults);
        let kind = KINDS.iter().find(|(name, _)| *name == fields.get("kind")).map(|(_, kind)| *kind);
        if kind.is_none() {
            faults.add("kind", "desk-question-fault-kind");
        }
        let kind = kind.unwrap_or(Kind::Text);
        let bounds = [("least", kind), ("most", kind)].map(|(name, kind)| match kind {
            Kind::Number => optional_number(fields, name, &mut faults).map(i64::from),
            _ => None,
        });
        twice(fields, &mut faults);
        let purpose = text(fields, "purpose");
        if purpose.is_empty() {
            faults.add("purpose-de", "question-error-purpose-missing");
        }
        let retention = optional_number(fields, "retention", &mut faults);
        if retention.is_none() && !faults.has("retention") {
            faults.add("retention", "desk-settings-fault-missing");
        }
        let known = about.around.categories.iter().map(|(id, _)| *id);
        let mut categories: Vec<Uuid> =
            known.filter(|id| fields.all("categories").any(|ticked| ticked == id.to_string())).collect();
        categories.sort_unstable();
        let read = Self {
            used_for: if fields.get("used-for") == "order" { UsedFor::Order } else { UsedFor::Attendee },
            label,
            help: text(fields, "help"),
            kind,
            least: bounds[0],
            most: bounds[1],
            required: fields.has("required"),
            depends: fields.get("depends").to_owned(),
            categories,
            purpose,
            retention_days: retention.unwrap_or_default(),
            sensitive: fields.has("sensitive"),
            counted: fields.has("counted"),
            asked_until: optional_moment(fields, "asked-until", about.zone, &mut faults),
            changed_until: optional_moment(fields, "changed-until", about.zone, &mut faults),
            active: fields.has("active"),
            position: position(fields, &mut faults),
            options: options(fields),
        };
        sound(read, faults)
    }

    fn told(fields: &Fields, about: &About) -> Fields {
        let word = |fields: Fields, name: &str| {
            let said = if fields.has(name) { "desk-yes" } else { "desk-no" };
            fields.with(name, about.words.t(said))
        };
        let fields = ["required", "sensitive", "counted", "active"].into_iter().fold(fields.clone(), word);
        let fields = told_choice(fields, "kind", "desk-question-kind-", about.words);
        let fields = told_choice(fields, "used-for", "desk-question-of-", about.words);
        let labels: Vec<String> = options(&fields).into_iter().map(|o| o.label.de).collect();
        let ticked =
            about.around.categories.iter().filter(|(id, _)| fields.all("categories").any(|t| t == id.to_string()));
        let names: Vec<&str> = ticked.map(|(_, name)| name.as_str()).collect();
        let fields = fields.with(OPTIONS, labels.join(", ")).with("categories", names.join(", "));
        let moments = ["asked-until", "changed-until"];
        moments.into_iter().fold(fields, |fields, name| told_moment(fields, name, about.zone, about.words))
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        let around = &about.around;
        let kinds = KINDS.map(|(name, _)| (name, t(&format!("desk-question-kind-{}", name.replace('_', "-")))));
        let nobody = (String::new(), t("desk-question-depends-nothing"));
        let depends = std::iter::once(nobody).chain(around.answers.iter().cloned());
        let fixed = about.words.with("desk-question-answered", &[("count", around.answered.into())]);
        let tick = |name, key: &str, hint: &str| form.checkbox(name, html! { (t(key)) " " span.muted { (t(hint)) } });
        html! {
            @if around.answered > 0 { p.muted { (fixed) } }
            (pair(form, "label", "desk-question-label", None, true))
            (pair(form, "help", "desk-question-help", Some("desk-question-help-hint"), false))
            (pair(form, "purpose", "desk-question-purpose", Some("desk-question-purpose-hint"), true))
            div.form-grid {
                (form.select("used-for", &t("desk-question-used-for"))
                    .option("attendee", t("desk-question-of-attendee"))
                    .option("order", t("desk-question-of-order")))
                (form.select("kind", &t("desk-question-kind")).options(kinds))
            }
            (option_rows(form))
            div.form-grid {
                (form.input("least", &t("desk-question-least")).digits().hint(&t("desk-question-bounds-hint")).optional())
                (form.input("most", &t("desk-question-most")).digits().hint(&t("desk-question-bounds-hint")).optional())
                (form.input("retention", &t("desk-question-retention")).digits().hint(&t("desk-question-retention-hint")).required())
                (form.input("position", &t("desk-settings-position")).digits().hint(&t("desk-question-position-hint")))
                (form.select("depends", &t("desk-question-depends")).hint(&t("desk-question-depends-hint")).options(depends).whole())
                (form.input("asked-until", &t("desk-question-asked-until")).moment().hint(&t("desk-question-asked-until-hint")).optional())
                (form.input("changed-until", &t("desk-question-changed-until")).moment().hint(&t("desk-question-changed-until-hint")).optional())
            }
            (categories(form, around))
            div.stack.stack--s {
                (tick("required", "desk-question-required", "desk-question-required-hint"))
                (tick("sensitive", "desk-question-sensitive", "desk-question-sensitive-hint"))
                (tick("counted", "desk-question-counted", "desk-question-counted-hint"))
                (tick("active", "desk-question-active", "desk-question-active-hint"))
            }
        }
    }
}

/// The row of an answer to choose.
pub(super) fn set_option(fields: &mut Fields, n: usize, slug: &str, label: &Text, active: bool) {
    fields.set(format!("option-{n}-slug"), slug);
    fields.set(format!("option-{n}-de"), &*label.de);
    fields.set(format!("option-{n}-en"), &*label.en);
    if active {
        fields.set(format!("option-{n}-active"), "on");
    }
}

/// The answers to choose from: one without words is none.
pub(super) fn options(fields: &Fields) -> Vec<Choice> {
    let one = |n: usize| Choice {
        slug: fields.get(&format!("option-{n}-slug")).to_owned(),
        label: line(fields, &format!("option-{n}")),
        active: offered(fields, n),
    };
    (1..=MAX_OPTIONS + 1).map(one).filter(|option| !option.label.is_empty()).collect()
}

/// Says beside an answer to choose that it has the words of another one.
pub(super) fn twice(fields: &Fields, faults: &mut Faults) {
    let one = |n: usize| (n, line(fields, &format!("option-{n}")), offered(fields, n));
    let all: Vec<_> = (1..=MAX_OPTIONS + 1).map(one).filter(|(_, label, _)| !label.is_empty()).collect();
    let at = same_words(all.iter().map(|(_, label, offered)| (label, *offered)));
    if let Some((n, label, _)) = at.and_then(|at| all.get(at)) {
        let label = label.in_language(base::Language::De).to_owned();
        let language = if fields.get(&format!("option-{n}-de")).trim().is_empty() { "en" } else { "de" };
        faults.add_with(format!("option-{n}-{language}"), "question-error-option-twice", &[("label", label.into())]);
    }
}

/// Whether an answer can be chosen: one that is new can.
fn offered(fields: &Fields, n: usize) -> bool {
    fields.get(&format!("option-{n}-slug")).is_empty() || fields.has(&format!("option-{n}-active"))
}

pub(super) fn option_rows(form: Form<'_>) -> Markup {
    let t = |key: &str| form.words.t(key);
    let used = (1..=MAX_OPTIONS)
        .filter(|n| ["slug", "de", "en"].iter().any(|part| !form.fields.get(&format!("option-{n}-{part}")).is_empty()));
    let rows = used.max().unwrap_or_default().saturating_add(MORE).min(MAX_OPTIONS);
    html! {
        fieldset.kern-fieldset aria-describedby="options-hint" {
            legend.kern-label { (t("desk-question-options")) }
            p.kern-hint #options-hint { (t("desk-question-options-hint")) }
            div.stack {
                @for n in 1..=rows {
                    @let (slug, de, en) = (format!("option-{n}-slug"), format!("option-{n}-de"), format!("option-{n}-en"));
                    @let number = [("number", n.into())];
                    (form.hidden(&slug))
                    div.form-grid {
                        (form.input(&de, &form.words.with("desk-question-option-de", &number)))
                        (form.input(&en, &form.words.with("desk-question-option-en", &number)))
                    }
                    @if !form.fields.get(&slug).is_empty() {
                        @let active = format!("option-{n}-active");
                        (form.checkbox(&active, html! {
                            (form.words.with("desk-question-option-active", &[("label", form.fields.get(&de).into())]))
                        }))
                    }
                }
            }
        }
    }
}

/// Of which tickets it is asked.
fn categories(form: Form<'_>, around: &Around) -> Markup {
    html! {
        fieldset.kern-fieldset aria-describedby="categories-hint" {
            legend.kern-label { (form.words.t("desk-question-categories")) }
            p.kern-hint #categories-hint { (form.words.t("desk-question-categories-hint")) }
            div.kern-fieldset__body {
                @for (at, (id, name)) in around.categories.iter().enumerate() {
                    @let input = if at == 0 { "categories".to_owned() } else { format!("categories-{id}") };
                    @let value = id.to_string();
                    div.kern-form-check {
                        input.kern-form-check__checkbox id=(input) type="checkbox" name="categories" value=(value)
                            checked[form.fields.all("categories").any(|ticked| ticked == value)];
                        label.kern-label for=(input) { (name) }
                    }
                }
            }
        }
    }
}
