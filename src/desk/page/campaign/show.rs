//! A campaign: how it stands, what it says, what became of it.

use super::action::{actions, plan, test};
use super::preview::{Preview, previews};
use super::result::results;
use super::{back, segment, stands, to_whom};
use crate::page::order::alert;
use crate::page::timeline::panel;
use crate::query::campaign::Detail;
use crate::query::timeline::Timeline;
use base::Permission::MailWrite;
use base::Uuid;
use campaign::entity::campaign::State;
use campaign::rules::letter::Fault;
use maud::{Markup, html};
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

/// What the page shows beside the campaign.
pub struct Sheet<'a> {
    pub previews: &'a [Preview],
    /// Whose facts fill them.
    pub like: Option<Uuid>,
    pub timeline: &'a Timeline,
    /// What the form of the plan shows.
    pub plan: (&'a Fields, &'a Faults),
    /// Whether the page may hold them in frames: only its own address may.
    pub framed: bool,
    /// The address of who looks.
    pub own: Option<&'a str>,
    /// For the forms of this page.
    pub drawn: &'a str,
}

pub fn show(visit: &Visit, detail: &Detail, sheet: &Sheet<'_>) -> Markup {
    let words = visit.words;
    let row = &detail.row;
    let writes = visit.may(MailWrite);
    let main = html! {
        div.section-head {
            div {
                (back(visit))
                h1.kern-heading-large dir="auto" { (row.name) }
                p."muted cluster" {
                    (stands(words, row.state))
                    span { (words.t(&format!("campaign-kind-{}", row.kind.name()))) }
                }
            }
            @if writes { (actions(visit, detail, sheet.drawn)) }
        }
        @if let Some(why) = &row.halted { (halted(visit, why)) }
        @if !detail.faults.is_empty() && row.started_at.is_none() { (faults(visit, &detail.faults)) }
        div.desk-grid {
            div.stack {
                @if row.started_at.is_some() { (results(visit, detail)) }
                (previews(visit, row, &detail.reach.sample, sheet))
            }
            div.stack {
                (facts(visit, detail))
                @if writes && row.state.is_open() { (plan(visit, detail, sheet)) }
                @if writes { @if let Some(own) = sheet.own { (test(visit, row, own, sheet)) } }
                (panel(visit, sheet.timeline, &[]))
            }
        }
    };
    desk_page(visit, Section::Campaigns, &row.name, main)
}

/// Why it stopped by itself, and what to do.
fn halted(visit: &Visit, why: &str) -> Markup {
    let key = format!("campaign-halt-{why}");
    alert(
        "warning",
        html! { p.kern-body { (if visit.words.has(&key) { visit.words.t(&key) } else { why.to_owned() }) } },
    )
}

/// What keeps it from going out.
fn faults(visit: &Visit, faults: &[Fault]) -> Markup {
    let words = visit.words;
    let said = |fault: &Fault| {
        let key = format!("campaign-letter-{}", fault.name());
        match fault {
            Fault::Language { block } | Fault::Swallows { block } | Fault::Url { block } | Fault::Gone { block } => {
                words.with(&key, &[("block", (*block).into())])
            }
            Fault::Placeholder { block: 0, name } => {
                words.with("campaign-letter-placeholder-subject", &[("name", name.into())])
            }
            Fault::Placeholder { block, name } => {
                words.with(&key, &[("block", (*block).into()), ("name", name.into())])
            }
            Fault::NoSubject | Fault::SubjectLanguage | Fault::Empty => words.t(&key),
        }
    };
    alert(
        "warning",
        html! {
            p.kern-body { (words.t("campaign-faults")) }
            ul { @for fault in faults { li { (said(fault)) } } }
        },
    )
}

fn facts(visit: &Visit, detail: &Detail) -> Markup {
    let words = visit.words;
    let row = &detail.row;
    let time = |at| words.date_time(at, visit.zone());
    let times = [
        ("campaign-planned", row.planned_at.filter(|_| row.state == State::Planned)),
        ("campaign-started", row.started_at),
        ("campaign-ended", row.ended_at),
    ];
    html! {
        section."panel kern-level-2 stack" aria-labelledby="to" {
            h2.kern-heading-small #to { (words.t("campaign-segment")) }
            p { (to_whom(words, &row.segment, &detail.offer)) }
            @if row.started_at.is_none() { (segment::meant(words, &detail.reach)) }
            dl."key-values key-values--start" {
                @for (key, at) in times { @if let Some(at) = at { div { dt { (words.t(key)) } dd { (time(at)) } } } }
            }
            @if row.at_night { p.muted { (words.t("campaign-at-night-is")) } }
        }
    }
}
