//! One's own account: who one is, the password, where one is logged in.

use crate::entity::account::Model;
use crate::form::{LANGUAGE, NAME, NEW, OLD, profile_fields};
use crate::password::MIN_PASSWORD;
use crate::service::profile::Profile;
use address::desk as at;
use base::Language;
use locale::Words;
use maud::{Markup, html};
use web::form::{Conflict, Form, Seen};
use web::layout::plain_page;
use web::session::Owned;
use web::{Faults, Fields, Visit};

/// A part of the page with a form of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    Profile,
    Password,
}

/// A form that came back.
pub struct Shown<'a> {
    pub panel: Panel,
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    pub conflict: Option<&'a Conflict>,
}

/// `this`: the session that looks.
pub fn account(
    visit: &Visit,
    account: &Model,
    sessions: &[Owned],
    this: Option<&str>,
    shown: Option<&Shown<'_>>,
) -> Markup {
    let words = visit.words;
    let title = words.t("desk-account");
    let of = |panel: Panel| shown.filter(|shown| shown.panel == panel);
    let main = html! {
        div."wrap wrap--text band stack stack--l" {
            div."stack stack--s" {
                h1.kern-heading-x-large { (title) }
                p.measure { (words.with("desk-account-lead", &[("email", (&account.address).into())])) }
                p { a href=(at::Desks::new().path()) { (words.t("desk-account-back")) } }
            }
            (profile(visit, account, of(Panel::Profile)))
            (password(words, account, of(Panel::Password)))
            (places(visit, sessions, this))
        }
    };
    plain_page(visit, &title, main)
}

fn profile(visit: &Visit, account: &Model, shown: Option<&Shown<'_>>) -> Markup {
    let words = visit.words;
    let now = Profile::from(account);
    let (begun, none) = (profile_fields(&now), Faults::new());
    let (fields, faults) = shown.map_or((&begun, &none), |shown| (shown.fields, shown.faults));
    let conflict = shown.and_then(|shown| shown.conflict);
    // What came back with errors has seen what it saw; beside a conflict it has seen what is there now.
    let seen = if shown.is_some() && conflict.is_none() { Seen::read(fields) } else { Seen::of(&now) };
    let form = Form::new(words, fields, faults);
    let path = at::Account::new().path();
    let language = |one: Language| (one.tag(), Words::new(one).t("web-language-name"));
    html! {
        @if let Some(conflict) = conflict { (conflict.alert(words, visit.zone(), &path)) }
        form.form-section method="post" action=(path) novalidate aria-labelledby="profile" {
            h2.kern-heading-medium #profile { (words.t("desk-account-profile")) }
            (form.summary())
            (form.seen(&seen))
            (form.input(NAME, &words.t("desk-account-name")).hint(&words.t("desk-account-name-hint")).autocomplete("name").required())
            (form.select(LANGUAGE, &words.t("desk-account-language")).options(Language::ALL.map(language))
                .hint(&words.t("desk-account-language-hint")))
            div { (form.submit(&words.t("desk-account-save"))) }
        }
    }
}

fn password(words: Words, account: &Model, shown: Option<&Shown<'_>>) -> Markup {
    let (begun, none) = (Fields::new(), Faults::new());
    let (fields, faults) = shown.map_or((&begun, &none), |shown| (shown.fields, shown.faults));
    let form = Form::new(words, fields, faults);
    let has_one = account.password_hash.is_some();
    let hint = words.with("desk-account-new-hint", &[("least", MIN_PASSWORD.into())]);
    html! {
        form.form-section method="post" action=(at::AccountPassword::new().path()) novalidate aria-labelledby="password" {
            h2.kern-heading-medium #password { (words.t("desk-account-password")) }
            p.measure { (words.t(if has_one { "desk-account-password-lead" } else { "desk-account-password-first" })) }
            (form.summary())
            // Password managers keep it with the account that they find here.
            input type="hidden" name="email" value=(account.address) autocomplete="username";
            @if has_one {
                (form.input(OLD, &words.t("desk-account-old")).password().autocomplete("current-password").required())
            }
            (form.input(NEW, &words.t("desk-account-new")).password().hint(&hint).autocomplete("new-password").required())
            div {
                button."kern-btn kern-btn--secondary" type="submit" {
                    span.kern-label { (words.t("desk-account-password-save")) }
                }
            }
        }
    }
}

fn places(visit: &Visit, sessions: &[Owned], this: Option<&str>) -> Markup {
    let words = visit.words;
    let others = sessions.iter().filter(|session| Some(session.id.as_str()) != this).count();
    html! {
        section.form-section aria-labelledby="sessions" {
            h2.kern-heading-medium #sessions { (words.t("desk-account-sessions")) }
            ul.row-list {
                @for session in sessions {
                    li {
                        strong { (browser(words, session)) }
                        span.sub { (since(visit, session)) }
                        @if Some(session.id.as_str()) == this {
                            span."state state--ok" { (words.t("desk-account-this")) }
                        }
                    }
                }
            }
            @if others == 0 {
                p.measure { (words.t("desk-account-sessions-alone")) }
            } @else {
                p.measure { (words.t("desk-account-sessions-others")) }
                form method="post" action=(at::AccountSessions::new().path()) {
                    button."kern-btn kern-btn--secondary" type="submit" {
                        span.kern-label { (words.t("desk-account-sessions-end")) }
                    }
                }
            }
        }
    }
}

fn browser(words: Words, session: &Owned) -> String {
    let named = &session.owner.browser;
    if named.is_empty() { words.t("desk-account-browser-unknown") } else { named.clone() }
}

fn since(visit: &Visit, session: &Owned) -> String {
    let (words, zone) = (visit.words, visit.zone());
    let since = words.date_time(session.owner.since, zone);
    match session.seen {
        Some(seen) => {
            let seen = words.date_time(seen, zone);
            words.with("desk-account-session-seen", &[("since", since.into()), ("seen", seen.into())])
        }
        None => words.with("desk-account-session-since", &[("since", since.into())]),
    }
}
