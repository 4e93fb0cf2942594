//! What waits for a person.

use super::tile::{mails_path, places_path};
use crate::form::list::Asked;
use crate::form::order::OrderSearch;
use crate::page::mail::subject;
use crate::query::overview::{Overview, QuotaLine};
use base::Permission::OrdersRead;
use maud::{Markup, html};
use payment::query::owed::Owed;
use post::State;
use post::query::MessageLine;
use registration::entity::order;
use web::Visit;
use web::layout::icon;

/// `lacks`: it is a draft that cannot open yet, and the list above says why.
pub(super) fn panel(visit: &Visit, overview: &Overview, lacks: bool) -> Markup {
    let words = visit.words;
    let trouble = overview.outbox.iter().flat_map(|outbox| &outbox.trouble).map(|mail| of_trouble(visit, mail));
    let stuck = overview.outbox.iter().filter_map(|outbox| of_stuck(visit, outbox.stuck.as_ref()?));
    let held = overview.outbox.as_ref().map(|outbox| outbox.counts.held).filter(|n| *n > 0).map(|n| of_held(visit, n));
    let jobs = overview.failed_jobs.filter(|n| *n > 0).map(|n| of_jobs(visit, n));
    let miscounted = overview.quotas.iter().filter(|quota| quota.holders != i64::from(quota.taken));
    let miscounted = miscounted.map(|quota| of_count(visit, quota));
    let unpaid = of_tickets(visit, overview.unpaid, "desk-task-unpaid", order::State::AwaitingPayment);
    let unapproved = of_tickets(visit, overview.unapproved, "desk-task-unapproved", order::State::AwaitingApproval);
    let owed = overview.owed.iter().filter_map(|(owed, n)| of_money(visit, *owed, *n));
    let waiting = overview.waiting.filter(|(waiting, offered)| waiting + offered > 0);
    let waiting = waiting.and_then(|counts| of_waiting(visit, counts));
    let tasks: Vec<Markup> = miscounted
        .chain(stuck)
        .chain(trouble)
        .chain(held)
        .chain(jobs)
        .chain(unapproved)
        .chain(unpaid)
        .chain(owed)
        .chain(waiting)
        .collect();
    html! {
        section."panel kern-level-2" aria-labelledby="tasks" {
            div.panel__head {
                h2.kern-heading-small #tasks { (words.t("desk-tasks")) }
                @if let Some(failed) = more(overview) {
                    a.fine href=(mails_path(visit, Some(State::Failed))) { (words.with("desk-tasks-failed", &[("count", failed.into())])) }
                }
            }
            @if tasks.is_empty() {
                p.muted { (words.t(if lacks { "desk-tasks-to-open" } else { "desk-tasks-none" })) }
            } @else {
                ul."row-list row-list--bare" { @for task in &tasks { (task) } }
            }
        }
    }
}

/// How many mails failed, if they are more than are named here.
fn more(overview: &Overview) -> Option<i64> {
    let outbox = overview.outbox.as_ref()?;
    let named = outbox.trouble.iter().filter(|mail| mail.state == State::Failed).count();
    Some(outbox.counts.failed).filter(|failed| *failed > i64::try_from(named).unwrap_or(i64::MAX))
}

/// Nothing goes out at all: one thing to mend, however many mails wait for it.
fn of_stuck(visit: &Visit, (count, newest): &(i64, MessageLine)) -> Option<Markup> {
    let (words, trouble) = (visit.words, newest.trouble?);
    Some(html! {
        li."task task--urgent" {
            (icon("send"))
            a href=(mails_path(visit, None)) { (words.t("desk-task-stuck")) }
            small {
                (words.with("desk-task-stuck-note", &[("count", (*count).into())])) " "
                (crate::page::mail::meaning(visit, trouble))
                @if let Some(answer) = &newest.answer { " " (words.with("desk-task-answer", &[("answer", answer.into())])) }
            }
        }
    })
}

/// A mail that did not arrive, or may not have.
fn of_trouble(visit: &Visit, mail: &MessageLine) -> Markup {
    let words = visit.words;
    let key = if mail.state == State::Failed { "desk-task-mail-failed" } else { "desk-task-mail-in-doubt" };
    let title = words.with(key, &[("to", (&mail.to_address).into())]);
    html! {
        li."task task--urgent" {
            (icon("send"))
            a href=(crate::page::mail::path(visit, mail)) { (title) }
            small {
                (subject(words, mail)) " · "
                @if let Some(trouble) = mail.trouble { (crate::page::mail::meaning(visit, trouble)) " · " }
                @if let Some(answer) = &mail.answer { (words.with("desk-task-answer", &[("answer", answer.into())])) " · " }
                (words.with("desk-since", &[("time", words.short(mail.created_at, visit.zone()).into())]))
            }
        }
    }
}

/// Mails that nobody sends by itself.
fn of_held(visit: &Visit, count: i64) -> Markup {
    let words = visit.words;
    html! {
        li.task {
            (icon("stop"))
            a href=(mails_path(visit, Some(State::Held))) { (words.with("desk-task-held", &[("count", count.into())])) }
            small { (words.t("desk-task-held-note")) }
        }
    }
}

/// A quota that does not count what is held of it: there must be none, ever.
fn of_count(visit: &Visit, quota: &QuotaLine) -> Markup {
    let words = visit.words;
    let args = [("quota", (&quota.name).into())];
    let counts = [("taken", quota.taken.into()), ("holders", quota.holders.into())];
    html! {
        li."task task--urgent" {
            (icon("tool"))
            a href=(places_path(visit)) { (words.with("desk-task-miscounted", &args)) }
            small { (words.with("desk-task-miscounted-note", &counts)) }
        }
    }
}

/// Tickets that wait for something, if there are any and the reader may see whose.
fn of_tickets(visit: &Visit, count: i64, key: &str, state: order::State) -> Option<Markup> {
    let congress = visit.congress.as_ref().filter(|_| count > 0 && visit.may(OrdersRead))?;
    let path = OrderSearch::default().with_state(Some(state)).path(&congress.slug);
    Some(html! {
        li.task {
            (icon("ticket"))
            a href=(path) { (visit.words.with(key, &[("count", count.into())])) }
        }
    })
}

/// Orders whose money stands as it should not.
fn of_money(visit: &Visit, owed: Owed, count: i64) -> Option<Markup> {
    let congress = visit.congress.as_ref()?;
    let path = OrderSearch { money: Some(owed), ..OrderSearch::default() }.path(&congress.slug);
    let key = format!("desk-task-{}", owed.name());
    Some(html! {
        li.task {
            (icon("invoice"))
            a href=(path) { (visit.words.with(&key, &[("count", count.into())])) }
        }
    })
}

/// Who waits for places, and for how many they are held.
fn of_waiting(visit: &Visit, (waiting, offered): (i64, i64)) -> Option<Markup> {
    let congress = visit.congress.as_ref()?;
    let path = address::desk::Waiting::new(&congress.slug).path();
    Some(html! {
        li.task {
            (icon("people"))
            a href=(path) { (visit.words.with("desk-task-waiting", &[("count", waiting.into())])) }
            small { (visit.words.with("desk-task-waiting-note", &[("count", offered.into())])) }
        }
    })
}

/// Work of the program that it gave up.
fn of_jobs(visit: &Visit, count: i64) -> Markup {
    let words = visit.words;
    html! {
        li."task task--urgent" {
            (icon("tool"))
            @if visit.actor.may_everywhere(base::Permission::CongressWrite) {
                a href=(address::desk::Jobs::new().path()) { (words.with("desk-task-jobs", &[("count", count.into())])) }
            } @else {
                span { (words.with("desk-task-jobs", &[("count", count.into())])) }
            }
            small { (words.t("desk-task-jobs-note")) }
        }
    }
}
