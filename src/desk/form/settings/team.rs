//! Who works on the congress: asking somebody in, saying what they are.

use super::{About, Sheet, sound};
use crate::page::settings::{Tab, team};
use base::{Language, name};
use identity::Role;
use identity::rules::Duties;
use identity::service::team::Invitation;
use locale::Words;
use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields, Visit};

/// The fields of the roles.
pub const HERE: &str = "here";
pub const EVERYWHERE: &str = "everywhere";

/// The roles that are ticked. A name that is no role is none.
fn duties(fields: &Fields) -> Duties {
    let ticked = |name: &str| fields.all(name).filter_map(|role| role.parse::<Role>().ok()).collect::<Vec<_>>();
    Duties::new(ticked(HERE), ticked(EVERYWHERE))
}

fn with_duties(fields: Fields, duties: &Duties) -> Fields {
    let kept = fields.iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
    let here = duties.here.iter().map(|role| (HERE.to_owned(), role.name().to_owned()));
    let everywhere = duties.everywhere.iter().map(|role| (EVERYWHERE.to_owned(), role.name().to_owned()));
    kept.chain(here).chain(everywhere).collect()
}

/// The roles to tick: those that who looks may give.
fn ticks(form: Form<'_>, about: &About) -> Markup {
    html! {
        (team::ticks(form, HERE, &about.words.t("desk-team-here"), &about.reach.here))
        @if !about.reach.everywhere.is_empty() {
            details open[form.fields.has(EVERYWHERE)] {
                summary { (about.words.t("desk-team-everywhere-more")) }
                div.stack {
                    p."muted measure" { (about.words.t("desk-team-everywhere-hint")) }
                    (team::ticks(form, EVERYWHERE, &about.words.t("desk-team-everywhere"), &about.reach.everywhere))
                }
            }
        }
    }
}

impl Sheet for Invitation {
    const TAB: Tab = Tab::Team;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("name", "desk-team-name"),
        ("email", "desk-team-email"),
        ("language", "desk-team-language"),
        (HERE, "desk-team-here"),
        (EVERYWHERE, "desk-team-everywhere"),
    ];
    const SAVE: &'static str = "desk-team-invite";

    fn fields(&self, _: &About) -> Fields {
        let fields =
            Fields::new().with("name", &*self.name).with("email", &*self.email).with("language", self.language.tag());
        with_duties(fields, &self.duties)
    }

    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let name = name::clean(fields.get("name"));
        if name.is_empty() {
            faults.add("name", "identity-name-missing");
        }
        if base::contact::check(fields.get("email")).is_err() {
            faults.add("email", "identity-address-wrong");
        }
        let language = fields.get("language").parse().ok();
        if language.is_none() {
            faults.add("language", "desk-settings-fault-missing");
        }
        let duties = duties(fields);
        if duties.is_empty() {
            faults.add(HERE, "identity-role-missing");
        }
        let email = fields.get("email").trim().to_owned();
        sound(Self { email, name, language: language.unwrap_or_default(), duties }, faults)
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        let language = |one: Language| (one.tag(), Words::new(one).t("web-language-name"));
        html! {
            div.form-grid {
                (form.input("name", &t("desk-team-name")).hint(&t("desk-team-name-hint")).required())
                (form.input("email", &t("desk-team-email")).email().hint(&t("desk-team-email-hint")).required())
                (form.select("language", &t("desk-team-language")).options(Language::ALL.map(language))
                    .hint(&t("desk-team-language-hint")))
            }
            (ticks(form, about))
        }
    }
}

impl Sheet for Duties {
    const TAB: Tab = Tab::Team;
    const FIELDS: &'static [(&'static str, &'static str)] =
        &[(HERE, "desk-team-here"), (EVERYWHERE, "desk-team-everywhere")];
    const VERBS: &'static [&'static str] = &["role.granted", "role.revoked"];

    fn fields(&self, _: &About) -> Fields {
        with_duties(Fields::new(), self)
    }

    /// None ticked is no role: they are out of the team.
    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        Ok(duties(fields))
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        html! {
            @if let Some(person) = &about.person { (team::standing(about, person)) }
            (ticks(form, about))
        }
    }

    fn told(fields: &Fields, about: &About) -> Fields {
        let duties = duties(fields);
        let list =
            |roles: &[Role]| roles.iter().map(|role| team::word(about.words, *role)).collect::<Vec<_>>().join(", ");
        Fields::new().with(HERE, list(&duties.here)).with(EVERYWHERE, list(&duties.everywhere))
    }

    fn below(visit: &Visit, _: &Fields, about: &About) -> Markup {
        about.person.as_ref().map(|person| team::more(visit, about, person)).unwrap_or_default()
    }
}
