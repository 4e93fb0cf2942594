//! Who works on the congress.

use crate::form::settings::{About, Person};
use crate::page::state::{Tone, state};
use crate::page::timeline::{account, when};
use address::settings as at;
use base::Permission::AccountsWrite;
use identity::Role;
use identity::rules::{Duties, Standing};
use locale::{Tz, Words};
use maud::{Markup, html};
use store::event::Line;
use web::Visit;
use web::form::Form;

/// Roles to tick, each with what it may.
pub fn ticks(form: Form<'_>, name: &str, legend: &str, roles: &[Role]) -> Markup {
    let words = form.words;
    let wrong = form.faults.has(name);
    html! {
        fieldset."kern-fieldset"."kern-fieldset--error"[wrong] aria-describedby=[wrong.then(|| format!("{name}-error"))] {
            legend.kern-label { (legend) }
            div.choices {
                @for (at, role) in roles.iter().enumerate() {
                    @let id = if at == 0 { name.to_owned() } else { format!("{name}-{role}") };
                    label."kern-form-check choice" for=(id) {
                        input.kern-form-check__checkbox id=(id) type="checkbox" name=(name) value=(role.name())
                            checked[form.fields.all(name).any(|ticked| ticked == role.name())]
                            aria-invalid=[wrong.then_some("true")];
                        span.kern-label { (word(words, *role)) small { (words.t(&format!("identity-role-means-{role}"))) } }
                    }
                }
            }
            @if let Some(sentence) = form.faults.sentence(name, words) {
                p.kern-error id={ (name) "-error" } {
                    span."kern-icon kern-icon--danger" aria-hidden="true" {}
                    span.kern-body { (sentence) }
                }
            }
        }
    }
}

pub fn word(words: Words, role: Role) -> String {
    words.t(&format!("identity-role-{role}"))
}

/// "Organisation, Einlass · überall: Verwaltung".
pub fn duties(words: Words, duties: &Duties) -> String {
    let list = |roles: &[Role]| roles.iter().map(|role| word(words, *role)).collect::<Vec<_>>().join(", ");
    let (here, everywhere) = (list(&duties.here), list(&duties.everywhere));
    let everywhere = match everywhere.as_str() {
        "" => everywhere,
        _ => words.with("desk-team-roles-everywhere", &[("roles", everywhere.into())]),
    };
    [here, everywhere].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// How it stands with somebody's way in: a word with its tone, and what there is to say of it.
pub fn way_in(words: Words, zone: Tz, standing: Standing) -> (Tone, String, String) {
    let at = |key: &str, time| words.with(key, &[("time", words.date_time(time, zone).into())]);
    let (tone, key, more) = match standing {
        Standing::Active(time) => (Tone::Ok, "desk-team-active", at("desk-team-active-since", time)),
        Standing::Invited(until) => (Tone::Wait, "desk-team-invited", at("desk-team-invited-until", until)),
        Standing::Underway => (Tone::Wait, "desk-team-invited", words.t("desk-team-invited-underway")),
        Standing::Never => (Tone::Off, "desk-team-never", words.t("desk-team-never-password")),
        Standing::Lapsed => (Tone::Bad, "desk-team-lapsed", words.t("desk-team-lapsed-next")),
        Standing::Closed => (Tone::Off, "desk-team-closed", words.t("desk-team-closed-means")),
    };
    (tone, words.t(key), more)
}

/// Who it is, and what they are that who looks cannot change.
pub fn standing(about: &About, person: &Person) -> Markup {
    let (words, member) = (about.words, &person.member);
    let (tone, word, told) = way_in(words, about.zone, member.standing);
    let fixed = duties(words, &member.duties.beyond(&about.reach));
    html! {
        div."stack stack--s" {
            p dir="auto" { (member.account.address) }
            p { (state(tone, &word, "")) span.sub { (told) } }
            @if !fixed.is_empty() { p { (words.with("desk-team-fixed", &[("roles", fixed.into())])) } }
        }
    }
}

/// What else can be done for or against somebody, and what was.
pub fn more(visit: &Visit, about: &About, person: &Person) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map(|congress| congress.slug.as_str()).unwrap_or_default();
    let member = &person.member;
    let id = member.account.id.to_string();
    let here = !member.duties.within(&about.reach).here.is_empty();
    let waits =
        matches!(member.standing, Standing::Invited(_) | Standing::Underway | Standing::Never | Standing::Lapsed);
    let runs = visit.actor.may_everywhere(AccountsWrite) && !person.is_self;
    let form = |path: String, key: &str, class: &str| {
        html! {
            section."panel kern-level-2" {
                p.measure { (words.t(&format!("desk-team-{key}-meaning"))) }
                form method="post" action=(path) {
                    button class={ "kern-btn kern-btn--secondary" (class) } type="submit" {
                        span.kern-label { (words.t(&format!("desk-team-{key}"))) }
                    }
                }
            }
        }
    };
    let danger = " kern-btn--danger";
    html! {
        @if waits { (form(at::MemberInvitation::new(slug, &id).path(), "remind", "")) }
        @if here && !person.is_self { (form(at::MemberRemoval::new(slug, &id).path(), "remove", danger)) }
        @if runs && member.standing == Standing::Closed {
            (form(at::MemberOpening::new(slug, &id).path(), "open", ""))
        } @else if runs {
            (form(at::MemberClosure::new(slug, &id).path(), "close", danger))
        }
        (history(visit, &person.history))
    }
}

fn history(visit: &Visit, lines: &[Line]) -> Markup {
    html! {
        section."panel kern-level-2" aria-labelledby="history" {
            div.panel__head { h2.kern-heading-small #history { (visit.words.t("desk-history")) } }
            ol.timeline {
                @for line in lines {
                    li {
                        span dir="auto" { (account::sentence(visit.words, line).unwrap_or_else(|| line.verb.clone())) }
                        (when(visit, line))
                    }
                }
            }
        }
    }
}
