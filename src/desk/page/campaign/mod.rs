//! Letters to many.

mod action;
mod block;
mod edit;
mod list;
mod preview;
mod result;
mod saved;
mod segment;
mod show;
mod start;

pub use edit::{Shown, edit};
pub use list::list;
pub use preview::Preview;
pub use saved::saved;
pub use show::{Sheet, show};
pub use start::start;

use crate::form::campaign::{Value, criterion_name, value_of};
use crate::page::state::{Tone, buyer_kind, of_mail, state};
use crate::query::campaign::Offer;
use base::Time;
use campaign::entity::campaign::{Model, State};
use campaign::entity::recipient;
use campaign::query::recipient::Line;
use campaign::rules::segment::{Segment, Term, sentence};
use locale::Words;
use maud::{Markup, html};
use web::Visit;

/// How a campaign stands, as a word with its shape.
fn stands(words: Words, of: State) -> Markup {
    let tone = match of {
        State::Draft => Tone::Off,
        State::Planned | State::Running => Tone::Wait,
        State::Stopped => Tone::Bad,
        State::Done => Tone::Ok,
    };
    state(tone, &words.t(&format!("campaign-state-{}", of.name())), "")
}

/// The time that matters of it: when it ended, began, or is to begin.
fn time(row: &Model) -> Option<Time> {
    row.ended_at.or(row.started_at).or(row.planned_at)
}

/// To whom, as a sentence.
pub fn to_whom(words: Words, segment: &Segment, offer: &Offer) -> String {
    if segment.is_empty() {
        return words.t("campaign-to-nobody");
    }
    let said = sentence(segment, &words.t("campaign-and"), &words.t("campaign-or"), |term| said(words, term, offer));
    words.with("campaign-to", &[("what", said.into())])
}

/// A condition, affirmed or denied.
fn said(words: Words, term: &Term, offer: &Offer) -> String {
    let name = criterion_name(&term.criterion);
    let key = if term.not { format!("campaign-denies-{name}") } else { format!("campaign-says-{name}") };
    let of = match value_of(&term.criterion, offer) {
        Value::Nothing => String::new(),
        Value::Text(part) => part.to_owned(),
        Value::Language(language) => Words::new(language).t("web-language-name"),
        Value::Buyer(kind) => buyer_kind(words, kind),
        Value::One(id, known) => known
            .iter()
            .find(|(known, _)| *known == id)
            .map_or_else(|| words.t("campaign-unknown"), |(_, name)| name.in_language(words.language()).to_owned()),
    };
    words.with(&key, &[("of", of.into())])
}

/// What became of one who gets it: where it stands, and why there is no mail.
pub fn outcome(words: Words, line: &Line) -> (Tone, String, String) {
    let why = line.reason.as_ref().map(|why| words.t(&format!("campaign-reason-{}", why.replace('_', "-"))));
    match (line.state, line.mail) {
        (recipient::State::Queued, _) => (Tone::Wait, words.t("campaign-result-queued"), String::new()),
        (recipient::State::Skipped, _) => (Tone::Off, words.t("campaign-result-skipped"), why.unwrap_or_default()),
        (recipient::State::Taken, Some(mail)) => {
            let (tone, word) = of_mail(words, mail);
            (tone, word, String::new())
        }
        // Its mail is kept no more.
        (recipient::State::Taken, None) => (Tone::Ok, words.t("campaign-result-sent"), String::new()),
    }
}

/// Where all of them are listed.
fn all(visit: &Visit) -> String {
    address::campaign::Campaigns::new(slug(visit)).path()
}

/// Where one is shown.
fn path(visit: &Visit, row: &Model) -> String {
    address::campaign::Campaign::new(slug(visit), row.id.to_string()).path()
}

fn slug(visit: &Visit) -> &str {
    visit.congress.as_ref().map_or("", |congress| &congress.slug)
}

/// The way back to the list, above a heading.
fn back(visit: &Visit) -> Markup {
    html! { p.fine { a href=(all(visit)) { (visit.words.t("campaign-all")) } } }
}
