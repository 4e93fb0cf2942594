//! One kind of mail, piece by piece.

use super::{holding, language, path, slug};
use crate::form::mail_text::{SHAPE, Text, VERSION, name};
use crate::page::mail::kind;
use address::desk as at;
use base::Language;
use base::Permission::MailWrite;
use maud::{Markup, html};
use post::entity::mail_text::{Model, OwnWords};
use post::template::placeholders;
use post::text::{Looked, Recipient, kind_of};
use store::event::Line;
use web::form::Form;
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

/// A mail as one who got such a mail would get it.
pub struct Look {
    /// Or why it cannot be written.
    pub letter: Result<Looked, String>,
    /// Whether it is in the words that are saved: then it is shown as it looks as well.
    pub saved: bool,
}

/// What the page shows.
pub struct Shown<'a> {
    pub text: &'a Text,
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    /// Who else saved meanwhile.
    pub overtaken: Option<&'a Line>,
    pub recipients: &'a [Recipient],
    /// The mail of whom it is looked at.
    pub like: Option<&'a Recipient>,
    pub look: Option<&'a Look>,
    pub versions: &'a [Model],
    /// Who saved which of them, by its row.
    pub saved_by: &'a [Line],
    /// What was said instead of words that the template no longer has.
    pub orphans: &'a OwnWords,
    pub held: bool,
    /// Whether others than its recipient may look at such a mail.
    pub shows: bool,
    /// What a trial that is asked for here is known by.
    pub request: String,
}

pub fn edit(visit: &Visit, shown: &Shown<'_>) -> Markup {
    let words = visit.words;
    let (text, template) = (shown.text, shown.text.template);
    let title = kind(words, &kind_of(template));
    let writes = visit.may(MailWrite);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(at::MailTexts::new(slug(visit)).path()) { (words.t("mail-texts-all")) } }
                h1.kern-heading-large { (title) }
                p."cluster cluster--s" {
                    @for one in Language::ALL {
                        @if one == text.language { strong aria-current="true" { (language(visit, one)) } }
                        @else { a href=(path(visit, template, one)) { (language(visit, one)) } }
                    }
                }
            }
            @if writes { (holding(visit, template, shown.held, "kern-btn kern-btn--tertiary")) }
        }
        @if shown.held {
            section."kern-alert kern-alert--warning" role="note" aria-labelledby="held-title" {
                div.kern-alert__header {
                    span."kern-icon kern-icon--warning" aria-hidden="true" {}
                    h2.kern-title #held-title { (words.t("mail-kind-held-title")) }
                }
                div.kern-alert__body { p { (words.t("mail-kind-held-note")) } }
            }
        }
        @if let Some(line) = shown.overtaken { (overtaken(visit, line)) }
        div.desk-grid {
            (form(visit, shown, writes))
            div.stack {
                (look(visit, shown))
                (filled(visit, text))
                (versions(visit, shown))
            }
        }
    };
    desk_page(visit, Section::Mails, &title, main)
}

fn overtaken(visit: &Visit, line: &Line) -> Markup {
    let words = visit.words;
    let by = [("name", (&*line.actor_name).into()), ("time", words.date_time(line.at, visit.zone()).into())];
    html! {
        section."kern-alert kern-alert--warning" role="alert" aria-labelledby="seen-title" {
            div.kern-alert__header {
                span."kern-icon kern-icon--warning" aria-hidden="true" {}
                h2.kern-title #seen-title { (words.t("form-seen-title")) }
            }
            div.kern-alert__body {
                p { (words.with("form-seen-by", &by)) }
                p { (words.t("mail-text-overtaken")) }
            }
        }
    }
}

fn form(visit: &Visit, shown: &Shown<'_>, writes: bool) -> Markup {
    let words = visit.words;
    let text = shown.text;
    let form = Form::new(words, shown.fields, shown.faults);
    let like = shown.like.map(|like| like.id.to_string()).unwrap_or_default();
    // What is said to whom it is looked at as stands open, the many other cases behind it.
    let said = shown.look.and_then(|look| look.letter.as_ref().ok()).map(|look| look.said.clone()).unwrap_or_default();
    let (open, other): (Vec<usize>, Vec<usize>) =
        (0..text.pieces.len()).partition(|n| said.is_empty() || said.contains(n));
    let button = |deed: &str, word: &str, tone: &str| {
        html! {
            button.{ "kern-btn kern-btn--" (tone) } type="submit" name="do" value=(deed) { span.kern-label { (words.t(word)) } }
        }
    };
    html! {
        form.stack method="post" action=(path(visit, text.template, text.language)) novalidate {
            // The button that Enter presses: without it, the first one on the page.
            button.kern-sr-only type="submit" name="do" value="save" tabindex="-1" aria-hidden="true" { (words.t("mail-text-save")) }
            (form.summary())
            (form.hidden(VERSION))
            (form.hidden(SHAPE))
            input type="hidden" name="as" value=(like);
            input type="hidden" name="request" value=(shown.request);
            @if !shown.orphans.0.is_empty() { (orphans(visit, shown.orphans)) }
            section."panel kern-level-2 stack" aria-labelledby="pieces" {
                h2.kern-heading-small #pieces { (words.t("mail-text-pieces")) }
                p."measure muted" { (words.t("mail-text-pieces-note")) }
                @if let Some(like) = shown.like.filter(|_| !said.is_empty()) {
                    p { (words.with("mail-text-said", &[("to", (&*like.to_address).into())])) }
                }
                @for n in open { (piece(visit, shown, form, n, writes)) }
            }
            @if !other.is_empty() {
                details."panel kern-level-2" open[other.iter().any(|n| shown.faults.has(&name(*n)))] {
                    summary { (words.with("mail-text-other", &[("count", other.len().into())])) }
                    div.stack { @for n in other { (piece(visit, shown, form, n, writes)) } }
                }
            }
            @if writes {
                div.cluster {
                    (button("save", "mail-text-save", "primary"))
                    @if shown.like.is_some() {
                        (button("look", "mail-text-look", "secondary"))
                        (button("trial", "mail-text-trial", "secondary"))
                    }
                    (button("reset", "mail-text-reset", "tertiary"))
                }
            }
        }
    }
}

fn piece(visit: &Visit, shown: &Shown<'_>, form: Form<'_>, n: usize, writes: bool) -> Markup {
    let (words, text) = (visit.words, shown.text);
    let Some(piece) = text.pieces.get(n) else { return html! {} };
    let (field, label) = (name(n), text.label(n, words));
    let typed = shown.fields.get(&field).replace("\r\n", "\n");
    let changed = typed.trim() != piece.text;
    let when = piece.when.join(" · ");
    let rows = u8::try_from(typed.len() / 60 + typed.matches('\n').count() + 1).unwrap_or(u8::MAX).clamp(1, 12);
    let area = form.textarea(&field, &label).rows(rows);
    let area = if when.is_empty() { area } else { area.hint(&when) };
    html! {
        div.stack."stack--s" lang=(text.language) {
            (area)
            @if changed {
                details lang=(visit.language) {
                    summary { (words.t("mail-text-original")) span.kern-sr-only { ": " (label) } }
                    pre.letter-text lang=(text.language) { (piece.text) }
                    @if writes {
                        button."kern-btn kern-btn--tertiary kern-btn--x-small" type="submit" name="do" value={ "reset-" (n) } {
                            span.kern-label { (words.t("mail-text-reset-one")) span.kern-sr-only { ": " (label) } }
                        }
                    }
                }
            }
        }
    }
}

/// What people wrote for words that are gone: it is not lost before they have seen it.
fn orphans(visit: &Visit, orphans: &OwnWords) -> Markup {
    let words = visit.words;
    html! {
        section."kern-alert kern-alert--warning" role="note" aria-labelledby="orphans" {
            div.kern-alert__header {
                span."kern-icon kern-icon--warning" aria-hidden="true" {}
                h2.kern-title #orphans { (words.t("mail-text-orphans")) }
            }
            div."kern-alert__body stack" {
                p { (words.t("mail-text-orphans-note")) }
                @for (before, own) in &orphans.0 {
                    div {
                        p.muted { (words.t("mail-text-orphan-before")) " " (before) }
                        p { (words.t("mail-text-orphan-own")) " " (own) }
                    }
                }
            }
        }
    }
}

fn look(visit: &Visit, shown: &Shown<'_>) -> Markup {
    let (words, text) = (visit.words, shown.text);
    let action = at::MailText::new(slug(visit), kind_of(text.template)).path();
    let like = shown.like.map(|like| like.id.to_string()).unwrap_or_default();
    let (fields, faults) = (Fields::new().with("as", &*like), Faults::new());
    let options = shown.recipients.iter().map(|one| (one.id.to_string(), one.to_address.as_str()));
    html! {
        section."panel kern-level-2 stack" aria-labelledby="look" {
            h2.kern-heading-small #look { (words.t("mail-text-look-title")) }
            @if !shown.shows { p.muted { (words.t("mail-text-secret")) } }
            @else if shown.recipients.is_empty() { p.muted { (words.t("mail-text-nobody")) } }
            @else {
                form.stack."stack--s" method="get" action={ (action) "#look" } {
                    input type="hidden" name="in" value=(text.language);
                    (Form::new(words, &fields, &faults).select("as", &words.t("mail-text-as")).options(options))
                    div { button."kern-btn kern-btn--secondary kern-btn--x-small" type="submit" { span.kern-label { (words.t("campaign-preview-show")) } } }
                }
            }
            @match shown.look.map(|look| (look.saved, &look.letter)) {
                Some((saved, Ok(Looked { letter, .. }))) => {
                    p.fine { (words.t(if saved { "mail-text-look-saved" } else { "mail-text-look-typed" })) }
                    p lang=(text.language) dir="auto" { strong { (letter.subject) } }
                    @if saved {
                        details {
                            summary { (words.t("desk-mail-letter")) }
                            iframe.letter-frame sandbox="" loading="lazy" title=(words.t("desk-mail-letter"))
                                src=(address::with_query(&at::MailTextLetter::new(slug(visit), kind_of(text.template)).path(), &[("in", text.language.tag()), ("as", &*like)])) {}
                        }
                    }
                    pre.letter-text lang=(text.language) { (letter.text) }
                }
                Some((_, Err(why))) => { p { (words.with("mail-text-look-fault", &[("why", why.into())])) } }
                None => {}
            }
        }
    }
}

/// What can be filled in.
fn filled(visit: &Visit, text: &Text) -> Markup {
    let words = visit.words;
    let everywhere = placeholders(text.source, "");
    html! {
        section."panel kern-level-2 stack" aria-labelledby="placeholders" {
            h2.kern-heading-small #placeholders { (words.t("mail-text-placeholders")) }
            p.fine { (words.t("mail-text-placeholders-note")) }
            ul.fine { @for one in &everywhere { li { code { "{{ " (one) " }}" } } } }
        }
    }
}

fn versions(visit: &Visit, shown: &Shown<'_>) -> Markup {
    let words = visit.words;
    let at = path(visit, shown.text.template, shown.text.language);
    let who = |id| shown.saved_by.iter().find(|line| line.object_id == id).map_or("", |line| line.actor_name.as_str());
    html! {
        section."panel kern-level-2 stack" aria-labelledby="versions" {
            h2.kern-heading-small #versions { (words.t("mail-text-versions")) }
            @if shown.versions.is_empty() { p.muted { (words.t("mail-text-versions-none")) } } @else {
                p.fine { (words.t("mail-text-versions-note")) }
                ol.fine reversed {
                    @for row in shown.versions {
                        li {
                            a href={ (at) "&version=" (row.version) } {
                                (words.with("mail-text-version", &[("n", row.version.into()), ("time", words.date_time(row.saved_at, visit.zone()).into())]))
                            }
                            @if !who(row.id).is_empty() { " " (who(row.id)) }
                            @if row.words.0.is_empty() { " " span.muted { (words.t("mail-text-version-original")) } }
                        }
                    }
                }
            }
        }
    }
}
