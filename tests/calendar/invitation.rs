//! Invitations: made, moved and called off as the programme and the bookings have it, and answered.

use super::feed::{Said, events, says};
use super::ics::unescape;
use crate::kit::smtp::Received;
use crate::kit::{App, run};
use crate::programme::booking::{booked, of, workshops};
use ::base::{Actor, Uuid};
use ::calendar::rules::invitation::{Content, Moved, Step, step};
use ::calendar::service::invitation::{Scope, Whose, reconcile};
use ::chrono::TimeDelta;
use ::mail_parser::{MessageParser, MimeHeaders};
use ::programme::entity::{slot, speaker};
use ::programme::service::release::{NewRelease, publish};
use ::programme::service::session::{cancel, restore};
use ::registration::load::{Attendee, attendee_by_link, attendee_secret};
use ::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

/// The text/calendar part of a mail, and its method.
fn appointment(mail: &Received) -> (String, Said) {
    let message = MessageParser::default().parse(&mail.data).expect("a mail");
    let part = message
        .parts
        .iter()
        .find(|part| part.content_type().is_some_and(|kind| kind.subtype() == Some("calendar")))
        .expect("an appointment");
    let method = part.content_type().and_then(|kind| kind.attribute("method")).expect("a method").to_owned();
    let text = part.text_contents().expect("text");
    assert!(text.contains(&format!("METHOD:{method}\r\n")), "the part and the calendar say the same: {text}");
    let alternatives = message.parts.iter().filter(|part| part.is_content_type("multipart", "alternative")).count();
    assert_eq!(alternatives, 1);
    (method, events(text).remove(0))
}

/// The lines of a mail's appointment; nothing, if it has none.
pub fn text_of(mail: &Received) -> String {
    let message = MessageParser::default().parse(&mail.data).expect("a mail");
    let is_one =
        |part: &&mail_parser::MessagePart| part.content_type().is_some_and(|kind| kind.subtype() == Some("calendar"));
    let part = message.parts.iter().find(is_one).and_then(|part| part.text_contents());
    part.map(|text| super::ics::unfold(text).join("\n")).unwrap_or_default()
}

/// Whom a mail's appointment is from.
pub(super) fn organiser(mail: &Received) -> String {
    says(&appointment(mail).1, "ORGANIZER").to_owned()
}

/// What came to an address since, oldest first.
fn to(app: &App, address: &str) -> Vec<(String, Said)> {
    app.smtp.mails().iter().filter(|mail| mail.to == address).map(appointment).collect()
}

pub(super) async fn with_speaker(app: &App) -> Uuid {
    let owl = crate::programme::plan::dated(app, "owl").await;
    let events = vec![crate::programme::event(1, "Was Daten können", 0), crate::programme::event(2, "Zwei", 60)];
    let file = crate::programme::plan("1", vec![("Saal", events), ("Foyer", vec![])]);
    crate::programme::taken(app, owl.id, &file, crate::programme::RELEASED).await;
    let tx = app.store.begin().await.unwrap();
    let lea =
        identity::service::mailbox::mailbox_for(&tx, owl.host_id, "lea@lemgo.example", ::base::Language::De).await;
    let set = speaker::ActiveModel { mailbox_id: Set(Some(lea.unwrap().id)), ..Default::default() };
    speaker::Entity::update_many().set(set).exec(&*tx).await.unwrap();
    tx.commit().await.unwrap();
    owl.id
}

/// Puts a slot so many minutes later, and releases that.
pub(super) async fn moved(app: &App, congress: Uuid, number: i32, by: i64) {
    let find = slot::Entity::find().filter(slot::Column::Number.eq(number));
    let row = find.one(app.store.read()).await.unwrap().unwrap();
    let by = TimeDelta::minutes(by);
    let set = slot::ActiveModel {
        starts_at: Set(row.starts_at.map(|time| time + by)),
        ends_at: Set(row.ends_at.map(|time| time + by)),
        ..Default::default()
    };
    let tx = app.store.begin().await.unwrap();
    slot::Entity::update_many().set(set).filter(slot::Column::Id.eq(row.id)).exec(&*tx).await.unwrap();
    tx.commit().await.unwrap();
    told(app, congress).await;
}

pub(super) async fn told(app: &App, congress: Uuid) {
    let new = NewRelease { notify: true, despite: true, ..NewRelease::default() };
    publish(&app.store, &Actor::system(), congress, new).await.unwrap();
}

pub(super) async fn calm(app: &App) {
    app.run_jobs().await;
    app.advance(TimeDelta::minutes(3));
    app.deliver().await;
}

#[test]
fn what_follows_is_one_decision() {
    let at = |minutes| chrono::DateTime::from_timestamp(1_800_000_000 + minutes * 60, 0).expect("a time");
    let content = |from: i64, room: &str| Content {
        title: ::base::Text::same("Eins"),
        room: ::base::Text::same(room),
        venue: "HNF".into(),
        starts_at: at(from),
        ends_at: at(from + 30),
    };
    let (now, saal) = (at(0), content(60, "Saal"));
    let (time, place) = (Moved { time: true, place: false }, Moved { time: false, place: true });
    assert_eq!(step(None, None, now), Step::Nothing);
    assert_eq!(step(None, Some(&saal), now), Step::Invite);
    assert_eq!(step(Some(&saal), Some(&saal), now), Step::Nothing);
    let renamed = Content { title: ::base::Text::same("Zwei"), ..saal.clone() };
    assert_eq!(step(Some(&saal), Some(&renamed), now), Step::Nothing, "other words are no other appointment");
    assert_eq!(step(Some(&saal), Some(&content(90, "Saal")), now), Step::Move(time));
    assert_eq!(step(Some(&saal), Some(&content(60, "Foyer")), now), Step::Move(place));
    assert_eq!(step(Some(&saal), None, now), Step::Cancel);
    let over = at(200);
    assert_eq!(step(None, Some(&saal), over), Step::Nothing);
    assert_eq!(step(Some(&saal), Some(&content(70, "Saal")), over), Step::Nothing);
    assert_eq!(step(Some(&saal), None, over), Step::Nothing);
}

#[tokio::test]
async fn a_speakers_slot_moves_twice_and_is_called_off_and_calendars_follow() {
    run(async |app| {
        let owl = with_speaker(app).await;
        told(app, owl).await;
        // What a release held already is told with the next one that tells.
        moved(app, owl, 2, 15).await;
        calm(app).await;
        let first = to(app, "lea@lemgo.example");
        let one = first.iter().find(|(_, event)| says(event, "SUMMARY") == "Was Daten können").unwrap().clone();
        assert_eq!((one.0.as_str(), says(&one.1, "SEQUENCE"), says(&one.1, "STATUS")), ("REQUEST", "0", "CONFIRMED"));
        assert!(says(&one.1, "ATTENDEE").contains("lea@lemgo.example") && !says(&one.1, "ORGANIZER").is_empty());

        // Two moves within minutes are one mail with the last state; another is the next.
        moved(app, owl, 1, 10).await;
        moved(app, owl, 1, 10).await;
        calm(app).await;
        let second = to(app, "lea@lemgo.example")[first.len()..].to_vec();
        assert_eq!(second.len(), 1);
        assert_eq!((second[0].0.as_str(), says(&second[0].1, "SEQUENCE")), ("REQUEST", "1"));
        assert_eq!(says(&second[0].1, "UID"), says(&one.1, "UID"));
        assert!(says(&second[0].1, "DTSTAMP") > says(&one.1, "DTSTAMP"));
        let mail = app.smtp.mails().pop().unwrap();
        assert!(mail.text().contains("bisher:"), "{}", mail.text());

        // Called off, and taken up again: another appointment.
        let session = calendar::entity::invitation::Entity::find().all(app.store.read()).await.unwrap();
        let session = session.iter().find(|row| row.content.0.title.de == "Was Daten können").unwrap().session_id;
        cancel(&app.store, &Actor::system(), owl, session, "Krank").await.unwrap();
        calm(app).await;
        let last = to(app, "lea@lemgo.example").pop().unwrap();
        assert_eq!((last.0.as_str(), says(&last.1, "SEQUENCE"), says(&last.1, "STATUS")), ("CANCEL", "2", "CANCELLED"));
        assert_eq!(says(&last.1, "UID"), says(&one.1, "UID"));
        restore(&app.store, &Actor::system(), owl, session, "Gesund").await.unwrap();
        calm(app).await;
        let again = to(app, "lea@lemgo.example").pop().unwrap();
        assert_eq!((again.0.as_str(), says(&again.1, "SEQUENCE")), ("REQUEST", "0"));
        assert_ne!(says(&again.1, "UID"), says(&one.1, "UID"));
        // Asked for again, nothing is told again.
        let n = app.smtp.mails().len();
        told(app, owl).await;
        calm(app).await;
        assert_eq!(app.smtp.mails().len(), n);
    })
    .await;
}

#[tokio::test]
async fn what_nobody_heard_of_is_never_called_off() {
    run(async |app| {
        let owl = with_speaker(app).await;
        moved(app, owl, 1, 10).await;
        app.run_jobs().await;
        let session = programme::query::session::after(app.store.read(), owl, &Default::default(), (None, 9)).await;
        for view in session.unwrap() {
            cancel(&app.store, &Actor::system(), owl, view.row.id, "Krank").await.unwrap();
        }
        calm(app).await;
        assert_eq!(app.smtp.mails().len(), 0);
    })
    .await;
}

async fn holder(app: &App, congress: Uuid, name: &str) -> Attendee {
    let placed = app.order(congress, &[("on-site", name)]).await;
    let who = crate::programme::booking::loaded(app, congress, &placed.order.code).await;
    let key = &app.program.state.link_key;
    let secret = attendee_secret(key, who.order(), who.row());
    attendee_by_link(app.store.read(), key, congress, &secret).await.unwrap()
}

#[tokio::test]
async fn who_books_a_seat_is_invited_answers_by_post_and_is_called_off_when_it_is_given_back() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(2))]).await;
        let of = of(app, &congress, "Formulare").await;
        let lea = holder(app, congress.id, "Lea Nolte").await;
        app.deliver().await;
        let n = app.smtp.mails().len();
        booked(app, &lea, &of).await.unwrap();
        app.deliver().await;
        let mails = app.smtp.mails();
        assert_eq!(mails.len(), n + 1, "one mail");
        let (method, event) = appointment(&mails[n]);
        assert_eq!((method.as_str(), unescape(says(&event, "SUMMARY")).as_str()), ("REQUEST", "Formulare"));

        let page = crate::call::path_in(&crate::call::words(&mails[n]), "/invitations/");
        let client = app.guest();
        assert!(client.get(&page).await.expect(200).text().contains("Noch nicht beantwortet"));
        client.get(&format!("{page}/answer")).await.expect(405);
        client.get(&format!("{}x", page)).await.expect(404);
        client.post_form(&format!("{page}/answer"), &[("answer", "needs_action")]).await.expect(404);
        for answer in ["tentative", "accepted", "accepted"] {
            client.post_form(&format!("{page}/answer"), &[("answer", answer)]).await.expect(303);
        }
        assert!(client.get(&page).await.expect(200).text().contains("Zugesagt"));
        assert_eq!(app.count("SELECT count(*) FROM event WHERE verb = 'session.answered'").await, 2);

        programme::service::booking::give_back(&app.store, &lea, of.number).await.unwrap();
        app.deliver().await;
        let (method, gone) = appointment(app.smtp.mails().last().unwrap());
        assert_eq!((method.as_str(), says(&gone, "UID")), ("CANCEL", says(&event, "UID")));
        client.post_form(&format!("{page}/answer"), &[("answer", "declined")]).await.expect(303);
        assert!(client.get(&page).await.expect(200).text().contains("Dieser Termin ist abgesagt"));
        assert_eq!(app.count("SELECT count(*) FROM invitation WHERE participation = 'declined'").await, 0);
    })
    .await;
}

/// The congress reads its mail there.
pub(super) async fn answers_to(app: &App, address: &str) {
    let set = congress::entity::congress::ActiveModel { reply_to: Set(address.into()), ..Default::default() };
    let tx = app.store.begin().await.unwrap();
    congress::entity::congress::Entity::update_many().set(set).exec(&*tx).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_speakers_no_is_told_to_the_office_once() {
    run(async |app| {
        let owl = with_speaker(app).await;
        answers_to(app, "kongress@lemgo.example").await;
        moved(app, owl, 1, 10).await;
        calm(app).await;
        let mail = app.smtp.mails().into_iter().find(|mail| mail.text().contains("Daten")).unwrap();
        let page = crate::call::path_in(&crate::call::words(&mail), "/invitations/");
        let client = app.guest();
        for _ in 0..2 {
            client.post_form(&format!("{page}/answer"), &[("answer", "declined")]).await.expect(303);
        }
        app.deliver().await;
        let told: Vec<_> = app.smtp.mails().into_iter().filter(|mail| mail.to == "kongress@lemgo.example").collect();
        assert_eq!(told.len(), 1);
        assert!(told[0].text().contains("/owl/desk/sessions/"), "{}", told[0].text());
        // A new time asks again.
        moved(app, owl, 1, 10).await;
        calm(app).await;
        assert_eq!(app.count("SELECT count(*) FROM invitation WHERE participation = 'declined'").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_ticket_that_goes_to_somebody_else_takes_its_appointments_along() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(2))]).await;
        let of = of(app, &congress, "Formulare").await;
        let lea = holder(app, congress.id, "Lea Nolte").await;
        booked(app, &lea, &of).await.unwrap();
        app.deliver().await;
        let n = app.smtp.mails().len();
        let order = crate::programme::booking::loaded(app, congress.id, &lea.order().code).await;
        let to = registration::form::AttendeeChange {
            given_name: "Petra".into(),
            family_name: "Kemper".into(),
            email: "petra@buende.example".into(),
            organisation: String::new(),
            language: ::base::Language::De,
        };
        let seen = registration::service::substitution::seen(order.row());
        checkin::service::substitution::transfer(&app.store, &order, &seen, &to, true).await.unwrap();
        app.deliver().await;
        let mails = app.smtp.mails()[n..].to_vec();
        let told = |to: &str| {
            let of = mails.iter().filter(|mail| mail.to == to && crate::call::words(mail).contains("„Formulare“"));
            of.map(|mail| appointment(mail).0).collect::<Vec<String>>()
        };
        assert_eq!(told("lea.nolte@delbrueck.example"), ["CANCEL"]);
        assert_eq!(told("petra@buende.example"), ["REQUEST"]);
    })
    .await;
}

/// The sessions' speakers have this address.
pub(super) async fn speak(app: &App, address: Option<Uuid>) {
    let set = speaker::ActiveModel { mailbox_id: Set(address), ..Default::default() };
    let tx = app.store.begin().await.unwrap();
    speaker::Entity::update_many().set(set).exec(&*tx).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn who_speaks_and_has_a_seat_has_one_appointment_which_outlives_either() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(2)), ("Register", 180, None)]).await;
        let of = of(app, &congress, "Formulare").await;
        let lea = holder(app, congress.id, "Lea Nolte").await;
        speak(app, Some(lea.row().mailbox_id)).await;
        booked(app, &lea, &of).await.unwrap();
        app.deliver().await;
        let of_slot = format!(
            "SELECT count(*) FROM invitation WHERE session_id IN (SELECT id FROM programme_session WHERE code = '{}')",
            of.code
        );
        assert_eq!(app.count(&of_slot).await, 1, "one, though there are two reasons");
        let n = app.smtp.mails().len();
        // No longer a speaker, and then a speaker again: the seat is the same, and nothing is told.
        for address in [None, Some(lea.row().mailbox_id)] {
            speak(app, address).await;
            let scope = Scope { congress: congress.id, whose: Whose::Seats };
            reconcile(&app.store, &scope, &kongress::letter::answers(&app.program.outbox)).await.unwrap();
            app.deliver().await;
            assert_eq!((app.count(&of_slot).await, app.smtp.mails().len()), (1, n));
        }
        // A new title is no news, and stands in whatever is told next.
        let set = programme::entity::session::ActiveModel {
            title: Set(::base::Text::same("Formulare ohne Papier").into()),
            ..Default::default()
        };
        let tx = app.store.begin().await.unwrap();
        let by = programme::entity::session::Column::Code.eq(&*of.code);
        programme::entity::session::Entity::update_many().set(set).filter(by).exec(&*tx).await.unwrap();
        tx.commit().await.unwrap();
        let all = Scope { congress: congress.id, whose: Whose::All };
        reconcile(&app.store, &all, &kongress::letter::answers(&app.program.outbox)).await.unwrap();
        app.deliver().await;
        assert_eq!(app.smtp.mails().len(), n);
        let row = calendar::entity::invitation::Entity::find()
            .filter(calendar::entity::invitation::Column::SlotId.eq(of.slot));
        let row = row.one(app.store.read()).await.unwrap().unwrap();
        assert_eq!((row.content.0.title.de.as_str(), row.sequence), ("Formulare ohne Papier", 0));
    })
    .await;
}
