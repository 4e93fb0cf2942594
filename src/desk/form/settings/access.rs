//! Who may have a category.

use super::{About, Sheet, optional_number, sound, told_choice};
use crate::page::settings::{Tab, category};
use maud::{Markup, html};
use ticketing::entity::category::Visibility;
use ticketing::service::access::Access;
use web::form::Form;
use web::{Faults, Fields, Visit};

/// The choices, by their names in the form and in the keys of their words.
const CHOICES: [(Visibility, &str); 4] = [
    (Visibility::Public, "public"),
    (Visibility::Link, "link"),
    (Visibility::Voucher, "voucher"),
    (Visibility::Invitation, "invitation"),
];

impl Sheet for Access {
    const TAB: Tab = Tab::Categories;
    const VERBS: &'static [&'static str] = &["category.changed"];
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("visibility", "desk-access-visibility"),
        ("invitees", "desk-access-invitees"),
        ("each", "desk-access-each"),
        ("approval", "desk-access-approval"),
        ("goes-with", "desk-access-goes-with"),
    ];

    fn fields(&self, _: &About) -> Fields {
        let chosen = CHOICES.iter().find(|(one, _)| *one == self.visibility).map_or("public", |(_, name)| name);
        let fields = Fields::new()
            .with("visibility", chosen)
            .with("invitees", self.invitees.join("\n"))
            .with("each", self.invitations_each.to_string());
        let fields = if self.needs_approval { fields.with("approval", "on") } else { fields };
        let pairs = fields.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<Vec<_>>();
        let with = self.goes_with.iter().map(|slug| ("goes-with".to_owned(), slug.clone()));
        pairs.into_iter().chain(with).collect()
    }

    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let chosen = CHOICES.iter().find(|(_, name)| *name == fields.get("visibility"));
        let each = optional_number(fields, "each", &mut faults).unwrap_or(1);
        if each < 1 {
            faults.add("each", "ticketing-error-invited-to-none");
        }
        let read = Self {
            visibility: chosen.map_or(Visibility::Public, |(one, _)| *one),
            needs_approval: fields.has("approval"),
            invitations_each: each,
            invitees: addresses(fields.get("invitees")),
            goes_with: fields.all("goes-with").map(str::to_owned).collect(),
        };
        sound(read, faults)
    }

    fn told(fields: &Fields, about: &About) -> Fields {
        let key = if fields.has("approval") { "desk-access-approval-needed" } else { "desk-access-approval-none" };
        let fields = fields.clone().with("approval", about.words.t(key));
        told_choice(fields, "visibility", "desk-access-to-", about.words)
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        let legend = t("desk-access-visibility");
        let choices = CHOICES.iter().fold(form.choices("visibility", &legend).legend_shown(), |choices, (_, name)| {
            choices.option(*name, t(&format!("desk-access-to-{name}")), t(&format!("desk-access-to-{name}-meaning")))
        });
        html! {
            (choices)
            (list(form, about))
            (form.input("each", &t("desk-access-each")).digits().hint(&t("desk-access-each-hint")))
            @if !about.goes_with.is_empty() { (tickets(form, about)) } @else {
                (form.checkbox("approval", html! { (t("desk-access-approval")) " " span.muted { (t("desk-access-approval-hint")) } }))
            }
        }
    }

    fn above(visit: &Visit, _: &Fields, _: &About) -> Markup {
        category::sections(visit)
    }

    fn below(visit: &Visit, _: &Fields, about: &About) -> Markup {
        category::link(visit, about)
    }
}

/// Where addresses are pasted, one after the other.
fn list(form: Form<'_>, about: &About) -> Markup {
    let wrong = form.faults.has("invitees");
    html! {
        div."kern-form-input"."kern-form-input--error"[wrong] {
            label.kern-label for="invitees" { (about.words.t("desk-access-invitees")) }
            p.kern-hint #invitees-hint { (about.words.t("desk-access-invitees-hint")) }
            textarea.kern-form-input__input #invitees name="invitees" rows="6" spellcheck="false"
                aria-describedby=(if wrong { "invitees-hint invitees-error" } else { "invitees-hint" })
                aria-invalid=[wrong.then_some("true")] { (form.fields.get("invitees")) }
            @if let Some(sentence) = form.faults.sentence("invitees", form.words) {
                p.kern-error #invitees-error {
                    span."kern-icon kern-icon--danger" aria-hidden="true" {}
                    span.kern-body { (sentence) }
                }
            }
        }
    }
}

/// Of an add-on: the tickets that it may go with.
fn tickets(form: Form<'_>, about: &About) -> Markup {
    html! {
        fieldset.kern-fieldset {
            legend.kern-label { (about.words.t("desk-access-goes-with")) }
            p.kern-hint { (about.words.t("desk-access-goes-with-hint")) }
            div.kern-fieldset__body {
                @for (at, (slug, name)) in about.goes_with.iter().enumerate() {
                    @let id = if at == 0 { "goes-with".to_owned() } else { format!("goes-with-{slug}") };
                    div.kern-form-check {
                        input.kern-form-check__checkbox id=(id) type="checkbox" name="goes-with" value=(slug)
                            checked[form.fields.all("goes-with").any(|ticked| ticked == slug)];
                        label.kern-label for=(id) { (name) }
                    }
                }
            }
        }
    }
}

/// What was pasted, as addresses: from a column of a table, or as a mail program writes them, `Name <address>; …`.
fn addresses(typed: &str) -> Vec<String> {
    let parts = typed.split(['\n', '\r', ',', ';', '\t']);
    let address = |part: &str| match part.split_once('<').and_then(|(_, rest)| rest.split_once('>')) {
        Some((address, _)) => address.trim().to_owned(),
        None => part.trim().to_owned(),
    };
    parts.map(address).filter(|address| !address.is_empty()).collect()
}
