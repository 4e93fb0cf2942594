//! One mail: to whom, what it says, and what the server said.

use super::{kind, path, sending, subject, trouble};
use crate::form::list::Asked;
use crate::form::mail::MailSearch;
use crate::page::state::{of_message, state};
use base::Permission::{MailWrite, OrdersRead};
use base::Uuid;
use identity::query::bounce::Dead;
use maud::{Markup, html};
use post::State;
use post::query::{Delivery, MessageView};
use web::Visit;
use web::layout::{Section, desk_page};

/// `dead`: mails to its address come back. `request`: what a copy that is asked for here is known by.
pub fn show(visit: &Visit, mail: &MessageView, dead: Option<&Dead>, request: Uuid) -> Markup {
    let words = visit.words;
    let title = subject(words, &mail.line);
    let written = mail.line.subject.is_some() && mail.language != visit.language;
    let (tone, word) = of_message(words, &mail.line);
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(MailSearch::of(None).path(slug)) { (words.t("desk-outbox-all")) } }
                h1.kern-heading-large lang=[written.then_some(mail.language)] { (title) }
                p.muted { (state(tone, &word, "")) }
            }
            @if visit.may(MailWrite) { (actions(visit, mail, request)) }
        }
        div.desk-grid {
            div.stack {
                @if let Some(dead) = dead { (trouble::dead(visit, mail, dead)) }
                (trouble::panel(visit, &mail.line))
                (letter(visit, mail))
            }
            div.stack {
                (envelope(visit, mail))
                (deliveries(visit, &mail.deliveries))
            }
        }
    };
    desk_page(visit, Section::Mails, &title, main)
}

/// What can be done with it.
fn actions(visit: &Visit, mail: &MessageView, request: Uuid) -> Markup {
    let (words, about, mail) = (visit.words, mail.about_id, &mail.line);
    let under_way = mail.state == State::Sending || (mail.state == State::Waiting && mail.attempts == 0);
    html! {
        div."cluster cluster--s" {
            (sending(visit, mail))
            @if mail.state == State::Sent {
                form method="post" action={ (path(visit, mail)) "/sending" } {
                    input type="hidden" name="request" value=(request);
                    button."kern-btn kern-btn--tertiary kern-btn--x-small" type="submit" {
                        span.kern-label { (words.t("desk-mail-send-copy")) }
                    }
                }
            }
            @if mail.state == State::Waiting {
                form method="post" action={ (path(visit, mail)) "/holding" } {
                    button."kern-btn kern-btn--tertiary kern-btn--x-small" type="submit" {
                        span.kern-label { (words.t("desk-mail-hold")) }
                    }
                }
            }
            @if !under_way && mail.state != State::Dropped && about.is_some() {
                a."kern-btn kern-btn--secondary kern-btn--x-small" href={ (path(visit, mail)) "/address" } {
                    span.kern-label { (words.t("desk-mail-address")) }
                }
            }
        }
    }
}

/// The words of the mail, as they are kept: without the secrets of personal links.
fn letter(visit: &Visit, mail: &MessageView) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby="text" {
            div.panel__head { h2.kern-heading-small #text { (words.t("desk-mail-text")) } }
            @match &mail.text {
                Some(text) => {
                    p."fine muted" { (words.t("desk-mail-text-note")) }
                    @if mail.html.is_some() {
                        details {
                            summary { (words.t("desk-mail-letter")) }
                            iframe.letter-frame sandbox="" loading="lazy" title=(words.t("desk-mail-letter"))
                                src={ (path(visit, &mail.line)) "/letter" } {}
                        }
                    }
                    pre.letter-text lang=(mail.language) { (text) }
                    @if !mail.attachments.is_empty() {
                        p { strong { (words.t("desk-mail-attachments")) } }
                        ul { @for name in &mail.attachments { li { (name) } } }
                    }
                }
                None => { p.muted { (words.t("desk-mail-text-none")) } }
            }
        }
    }
}

fn envelope(visit: &Visit, mail: &MessageView) -> Markup {
    let words = visit.words;
    let line = &mail.line;
    let time = |at| words.date_time(at, visit.zone());
    html! {
        section."panel kern-level-2" aria-labelledby="head" {
            div.panel__head { h2.kern-heading-small #head { (words.t("desk-mail-head")) } }
            dl."key-values key-values--start" {
                div { dt { (words.t("desk-column-to")) } dd {
                        (line.to_name)
                        span.sub {
                            @match line.mailbox_id {
                                Some(id) if visit.may(OrdersRead) => { a href=(crate::page::mailbox::path(visit, id)) { (line.to_address) } }
                                _ => { (line.to_address) }
                            }
                        }
                    } }
                div { dt { (words.t("desk-mail-kind")) } dd { (kind(words, &line.kind)) } }
                div { dt { (words.t("desk-language")) } dd { (locale::Words::new(mail.language).t("web-language-name")) } }
                div { dt { (words.t("desk-mail-caused")) } dd { (time(line.created_at)) } }
                @if let Some(sent) = line.sent_at { div { dt { (words.t("desk-mail-sent")) } dd { (time(sent)) } } }
                div { dt { (words.t("desk-mail-tries")) } dd { (words.number(line.attempts.into())) } }
                div { dt { "Message-ID" } dd { (mail.message_id) } }
            }
        }
    }
}

/// What became of it, newest first.
fn deliveries(visit: &Visit, deliveries: &[Delivery]) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby="deliveries" {
            div.panel__head { h2.kern-heading-small #deliveries { (words.t("desk-mail-deliveries")) } }
            ol.timeline {
                @for step in deliveries.iter().rev() {
                    li {
                        (words.t(&format!("post-delivery-{}", step.state)))
                        @if let Some(trouble) = step.trouble { span.sub { (trouble::meaning(visit, trouble)) } }
                        @if let Some(answer) = &step.answer { span.sub { (answer) } }
                        time datetime=(step.at.to_rfc3339()) { (words.date_time(step.at, visit.zone())) }
                    }
                }
            }
        }
    }
}
