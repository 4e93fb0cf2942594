//! What an attendee takes along: the ticket as a PDF and the congress as a calendar file, in the attendee's language.
//! Pages hand them out, mails carry them.

use crate::RegistrationError;
use crate::entity::order;
use crate::query::attendee::AttendeeView;
use crate::ticket::Signer;
use base::{Language, Time};
use congress::entity::congress::Model as Congress;
use congress::entity::passage;
use locale::{Tz, Words};
use paper::calendar::{Calendar, Event, Method};
use paper::{Admission, Day, Fact, Item, Notes, PaperError, TicketSheet, Wordmark};
use post::Attachment;
use ticketing::entity::category::Place;

/// What documents say of the congress.
#[derive(Clone, Copy)]
pub struct About<'a> {
    pub congress: &'a Congress,
    pub zone: Tz,
    /// Its texts; those for the ticket are good to know.
    pub notes: &'a [passage::Model],
    /// What stands before every path, without a slash at the end.
    pub public_url: &'a str,
}

/// What goes along with a mail about these attendees: their tickets as one PDF, and the congress for the calendar.
pub async fn attachments(
    about: &About<'_>,
    order: &order::Model,
    attendees: &[AttendeeView],
    signer: &Signer,
    language: Language,
) -> Result<Vec<Attachment>, RegistrationError> {
    let Some(first) = attendees.first() else { return Ok(vec![]) };
    let name = if attendees.len() == 1 { &first.number } else { &order.code };
    Ok(vec![
        Attachment {
            name: format!("ticket-{name}.pdf"),
            content_type: "application/pdf",
            bytes: ticket_pdf(about, attendees, signer, language).await?,
        },
        Attachment {
            name: format!("{}.ics", about.congress.slug),
            content_type: "text/calendar; charset=utf-8; method=PUBLISH",
            bytes: calendar(about, first).into_bytes(),
        },
    ])
}

/// The tickets as one PDF, a sheet for each attendee in their own language, with a title in `language`. Typesetting
/// takes its time, so it happens where blocking is fine. The same tickets give the same bytes.
pub async fn ticket_pdf(
    about: &About<'_>,
    attendees: &[AttendeeView],
    signer: &Signer,
    language: Language,
) -> Result<Vec<u8>, PaperError> {
    let title = Words::new(language).with(
        "registration-document-title",
        &[("count", attendees.len().into()), ("congress", about.congress.name.in_language(language).into())],
    );
    let sheets = ticket_sheets(about, attendees, signer);
    let created = attendees.iter().map(|view| view.attendee.changed_at).max().unwrap_or_default();
    let made = tokio::task::spawn_blocking(move || paper::ticket_pdf(&sheets, &title, language, created)).await;
    made.unwrap_or_else(|stopped| Err(PaperError::Typeset(stopped.to_string())))
}

/// A sheet for each attendee.
pub fn ticket_sheets(about: &About, attendees: &[AttendeeView], signer: &Signer) -> Vec<TicketSheet> {
    attendees.iter().map(|view| sheet(about, view, signer)).collect()
}

/// The congress as an appointment of an attendee, for information: nobody is asked to answer.
pub fn calendar(about: &About, view: &AttendeeView) -> String {
    paper::calendar::write(&Calendar::of(Method::Publish, appointment(about, view)))
}

/// The congress in an attendee's calendar. The appointment keeps its id for ever and counts its versions, so that a
/// newer file replaces the older one. It names the public page: calendars are shown to colleagues, secrets are not.
pub fn appointment(about: &About, view: &AttendeeView) -> Event {
    let (congress, words, attendee) = (about.congress, words(view), &view.attendee);
    Event {
        uid: format!("{}@kongress", attendee.id),
        sequence: u32::try_from(attendee.sequence.saturating_add(congress.moves)).unwrap_or_default(),
        changed: congress.moved_at.map_or(attendee.changed_at, |moved| moved.max(attendee.changed_at)),
        starts: congress.starts_at,
        ends: congress.ends_at,
        zone: about.zone,
        title: congress.name.in_language(words.language()).to_owned(),
        location: place(congress, view, words).replace('\n', ", "),
        description: words.with(
            "registration-calendar-description",
            &[
                ("category", view.category_name().in_language(words.language()).into()),
                ("number", (&view.number).into()),
            ],
        ),
        url: format!("{}{}", about.public_url, address::Congress::new(&congress.slug).path()),
        ..Event::default()
    }
}

fn words(view: &AttendeeView) -> Words {
    Words::new(view.attendee.language.parse().unwrap_or_default())
}

fn sheet(about: &About, view: &AttendeeView, signer: &Signer) -> TicketSheet {
    let (congress, words) = (about.congress, words(view));
    let language = words.language();
    let attendee = &view.attendee;
    TicketSheet {
        language,
        wordmark: Wordmark { main: congress.wordmark.clone(), accent: congress.wordmark_accent.clone() },
        given_name: attendee.given_name.clone(),
        family_name: attendee.family_name.clone(),
        organisation: attendee.organisation.clone(),
        category: view.category_name().in_language(language).to_owned(),
        admission: Admission {
            heading: words.t(if attendee.test { "registration-ticket-test" } else { "registration-ticket-heading" }),
            qr_text: signer.qr(attendee, view.category.number),
            qr_alt: words.with("registration-ticket-qr-alt", &[("number", (&view.number).into())]),
            number: view.number.clone(),
            facts: facts(about, view, words),
            note: words.with(note(view.category.place), &[("name", view.name().into())]),
        },
        day: Day { heading: words.t("registration-ticket-day"), items: items(about, view, words), note: String::new() },
        notes: Notes {
            heading: words.t("registration-ticket-notes"),
            // Wi-Fi and cloakroom are for those who come.
            paragraphs: if view.category.place == Place::OnSite { paragraphs(about.notes, words) } else { vec![] },
            contact: None,
            imprint: congress.host_line.in_language(language).to_owned(),
        },
        ..TicketSheet::default()
    }
}

fn note(place: Place) -> &'static str {
    match place {
        Place::OnSite => "registration-ticket-note",
        Place::Online => "registration-ticket-note-online",
    }
}

fn facts(about: &About, view: &AttendeeView, words: Words) -> Vec<Fact> {
    let (congress, zone) = (about.congress, about.zone);
    let fact = |key: &str, value: String| Fact { label: words.t(key), value };
    let mut facts = vec![
        fact("registration-ticket-category", view.category_name().in_language(words.language()).to_owned()),
        fact("registration-ticket-when", words.span(congress.starts_at, congress.ends_at, zone)),
    ];
    if let Some(doors) = congress.doors_at.filter(|_| view.category.place == Place::OnSite) {
        let value = words.with("registration-ticket-doors-from", &[("time", words.time(doors, zone).into())]);
        facts.push(fact("registration-ticket-doors", value));
    }
    facts.push(fact("registration-ticket-where", place(congress, view, words)));
    facts.retain(|fact| !fact.value.is_empty());
    facts
}

/// Name of the venue, and below it the address.
fn place(congress: &Congress, view: &AttendeeView, words: Words) -> String {
    if view.category.place == Place::Online {
        return words.t("registration-ticket-online");
    }
    let town = format!("{} {}", congress.venue_postcode, congress.venue_town);
    let address = [congress.venue_street.as_str(), town.trim()]
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>();
    let lines = [congress.venue_name.clone(), address.join(", ")];
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    if lines.is_empty() { congress.place.in_language(words.language()).to_owned() } else { lines.join("\n") }
}

/// The frame of the day. Congresses of several days have theirs in the programme.
fn items(about: &About, view: &AttendeeView, words: Words) -> Vec<Item> {
    let (congress, zone) = (about.congress, about.zone);
    let day = |t: Time| t.with_timezone(&zone).date_naive();
    if day(congress.starts_at) != day(congress.ends_at) {
        return vec![];
    }
    let doors = congress.doors_at.filter(|_| view.category.place == Place::OnSite);
    let item = |t: Time, key: &str| Item { time: words.time(t, zone), title: words.t(key), ..Item::default() };
    doors
        .map(|t| item(t, "registration-ticket-doors"))
        .into_iter()
        .chain([
            item(congress.starts_at, "registration-ticket-begins"),
            item(congress.ends_at, "registration-ticket-ends"),
        ])
        .collect()
}

/// How to fold the sheet, and what the organisers want known.
fn paragraphs(passages: &[passage::Model], words: Words) -> Vec<String> {
    let language = words.language();
    let told = passages.iter().filter(|p| p.place == passage::Place::Ticket).map(|p| {
        let (title, body) = (p.title.in_language(language).trim(), p.body.in_language(language).trim());
        match (title.is_empty(), body.is_empty()) {
            (true, _) => body.to_owned(),
            (_, true) => title.to_owned(),
            _ => format!("{title}: {body}"),
        }
    });
    std::iter::once(words.t("registration-ticket-fold")).chain(told).filter(|p| !p.is_empty()).collect()
}
