//! What the installation has to do, and what it could not.

use crate::page::audit::to_installation;
use crate::page::chip::{Chip, chips};
use crate::page::pagination::{pagination, rows};
use crate::page::state::{Tone, state};
use crate::rules::pages::Page;
use locale::{Tz, Words};
use maud::{Markup, html};
use store::job::{JobLine, SHOWN, State};
use web::Visit;
use web::layout::plain_page;

/// A page of the jobs that are not done.
#[derive(Clone, Debug)]
pub struct JobList {
    asked: Option<State>,
    states: Vec<(State, i64)>,
    pub page: Page,
    jobs: Vec<JobLine>,
}

impl JobList {
    pub fn new(asked: Option<State>, number: u64, states: Vec<(State, i64)>, jobs: Vec<JobLine>) -> Self {
        let mut list = Self { asked, states, page: Page { number, total: 0 }, jobs };
        list.page.total = u64::try_from(list.count(asked)).unwrap_or(0);
        list
    }

    fn count(&self, of: Option<State>) -> i64 {
        self.states.iter().filter(|(state, _)| of.is_none_or(|of| of == *state)).map(|(_, n)| n).sum()
    }

    /// A page of the same.
    pub fn path(&self, page: u64) -> String {
        path(self.asked, page)
    }
}

fn path(state: Option<State>, page: u64) -> String {
    let page = if page > 1 { page.to_string() } else { String::new() };
    address::with_query(&address::desk::Jobs::new().path(), &[("state", state.map_or("", name)), ("page", &page)])
}

/// A state's name in the address.
pub fn name(state: State) -> &'static str {
    match state {
        State::Ready => "ready",
        State::Running => "running",
        State::Done => "done",
        State::Failed => "failed",
    }
}

pub fn list(visit: &Visit, list: &JobList) -> Markup {
    let words = visit.words;
    let title = words.t("desk-jobs");
    let chip = |word: String, of: Option<State>| Chip {
        word,
        count: list.count(of),
        path: path(of, 1),
        current: list.asked == of,
    };
    let each = SHOWN.into_iter().map(|state| chip(words.t(&format!("desk-job-{}", name(state))), Some(state)));
    let all: Vec<Chip> = std::iter::once(chip(words.t("desk-filter-all"), None)).chain(each).collect();
    let main = html! {
        div."wrap band stack" {
            h1.kern-heading-x-large { (title) }
            p.measure { (words.t("desk-jobs-lead")) }
            (to_installation(visit))
            (chips(words, &words.t("desk-filter-state"), &all))
            section."panel kern-level-2" aria-label=(title) {
                @if list.jobs.is_empty() {
                    p { strong { (words.t("desk-jobs-none")) } }
                    p.muted { (words.t("desk-jobs-none-next")) }
                } @else {
                    (table(visit, list))
                    (pagination(words, list.page, |n| list.path(n)))
                }
            }
        }
    };
    plain_page(visit, &title, main)
}

fn table(visit: &Visit, list: &JobList) -> Markup {
    let words = visit.words;
    html! {
        div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only #list { (words.with("desk-jobs-caption", &[("rows", rows(words, list.page).into())])) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (words.t("desk-job-kind")) }
                        th.kern-table__header scope="col" { (words.t("desk-column-state")) }
                        th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t("desk-mail-tries")) }
                        th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t("desk-job-due")) }
                    }
                }
                tbody.kern-table__body { @for job in &list.jobs { (row(words, visit.zone(), job)) } }
            }
        }
    }
}

fn row(words: Words, zone: Tz, job: &JobLine) -> Markup {
    let tone = match job.state {
        State::Failed => Tone::Bad,
        State::Done => Tone::Ok,
        State::Ready | State::Running => Tone::Wait,
    };
    let kind = kind(words, &job.kind);
    html! {
        tr.kern-table__row {
            th.kern-table__header scope="row" {
                (kind) " " span.code { (words.number(job.id)) }
                @if let Some(error) = &job.last_error { span.sub { (error) } }
                span.sub { (words.with("desk-since", &[("time", words.short(job.created_at(), zone).into())])) }
            }
            td.kern-table__cell {
                (state(tone, &words.t(&format!("desk-job-{}", name(job.state))), ""))
                @if job.state == State::Failed {
                    form method="post" action=(address::desk::JobStart::new(job.id.to_string()).path()) {
                        button."kern-btn kern-btn--secondary kern-btn--x-small" type="submit" {
                            span.kern-label { (words.t("desk-job-start")) span.kern-sr-only { ": " (kind) " " (words.number(job.id)) } }
                        }
                    }
                }
            }
            td."kern-table__cell kern-table__cell--numeric wide-only" { (words.number(job.attempts.into())) " / " (words.number(job.max_attempts.into())) }
            td."kern-table__cell kern-table__cell--numeric wide-only" {
                @if job.state != State::Failed { (words.short(job.due_at(), zone)) }
            }
        }
    }
}

/// What a job does.
fn kind(words: Words, kind: &str) -> String {
    let key = format!("desk-job-kind-{}", kind.replace(['.', '_'], "-"));
    if words.has(&key) { words.t(&key) } else { kind.to_owned() }
}
