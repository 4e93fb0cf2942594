//! Deciding quietly, announcing, and what comes of it.

use super::*;
use crate::kit::run;
use base::Text;
use identity::Role;
use programme::ProgrammeError;
use programme::entity::submission::State;
use programme::entity::{session, slot};
use programme::load::submission_for_staff;
use programme::rules::transition::State as To;
use programme::service::submission::announce::{Announced, announce, pending, seen as seen_before};
use programme::service::submission::decide::{at_once, quietly, seen};
use programme::service::submission::draft::{Typed, save, typed_of};
use programme::service::submission::remind::remind;
use web::form::Seen;

async fn quiet(app: &App, row: &submission::Model, to: To) {
    let loaded = submission_for_staff(app.store.read(), &Actor::system(), row.congress_id, &row.code).await.unwrap();
    quietly(&app.store, &loaded, &seen(loaded.row()), to, "wegen der Kollegin").await.unwrap();
}

async fn shown(app: &App, congress: Uuid) -> Seen {
    seen_before(&pending(app.store.read(), congress).await.unwrap())
}

async fn announced(app: &App, congress: Uuid) -> Result<Announced, ProgrammeError> {
    let shown = shown(app, congress).await;
    announce(&app.store, &Actor::system(), congress, &shown).await
}

#[tokio::test]
async fn what_is_decided_while_somebody_looks_is_not_announced_with_what_they_saw() {
    run(async |app| {
        open(app).await;
        let (_, first) = handed_in(app, "lea@lemgo.example").await;
        let (_, second) = handed_in(app, "nour@lemgo.example").await;
        quiet(app, &first, To::Accepted).await;
        let staff = app.staff(Role::Programme).await;
        let path = "/owl/desk/submissions/announcement";
        let page = staff.get(path).await.expect(200);
        let seen = page.attributes("input[name=seen]", "value")[0].clone();
        quiet(app, &second, To::Rejected).await;
        let late = staff.post_form(path, &[("seen", &seen)]).await.expect(409);
        app.deliver().await;
        assert_eq!(mails(app, "decision").await, 0);
        assert_eq!(by_code(app, &second.code).await.state, State::Submitted);
        let seen = late.attributes("input[name=seen]", "value")[0].clone();
        for _ in 0..2 {
            staff.post_form(path, &[("seen", &seen)]).await.expect(303);
        }
        app.deliver().await;
        assert_eq!(mails(app, "decision").await, 2);
    })
    .await;
}

#[tokio::test]
async fn what_is_decided_quietly_is_told_by_the_announcement_once() {
    run(async |app| {
        let (congress, _) = open(app).await;
        let (good, first) = handed_in(app, "lea@lemgo.example").await;
        let (bad, second) = handed_in(app, "nour@lemgo.example").await;
        quiet(app, &first, To::Accepted).await;
        quiet(app, &second, To::Rejected).await;
        // Nobody outside learns of it, on no page and in no mail.
        for path in [&good, &bad] {
            let page = app.guest().get(path).await.expect(200).text();
            assert!(page.contains("Eingereicht") && !page.contains("wegen der Kollegin"));
            assert!(!page.contains("Angenommen") && !page.contains("Abgelehnt"), "{page}");
        }
        app.deliver().await;
        assert_eq!(mails(app, "decision").await, 0);
        let actor = Actor::system();
        let shown = shown(app, congress.id).await;
        let once = || Box::pin(announce(&app.store, &actor, congress.id, &shown));
        let both = tokio::join!(once(), once());
        assert_eq!(both.0.unwrap().told + both.1.unwrap().told, 2);
        app.deliver().await;
        assert_eq!(mails(app, "decision").await, 2);
        let told = app.smtp.mails().into_iter().filter(|mail| !words(mail).contains("Link zum Einreichen"));
        assert!(told.into_iter().all(|mail| !words(&mail).contains("wegen der Kollegin")));
        let first = by_code(app, &first.code).await;
        assert_eq!((first.state, first.pending), (State::Accepted, None));
        assert_eq!(by_code(app, &second.code).await.state, State::Rejected);
        // A session with its speaker, and one parked slot; nobody has confirmed it.
        let made = session::Entity::find_by_id(first.session_id.unwrap()).one(app.store.read()).await.unwrap().unwrap();
        assert_eq!((made.code.as_str(), made.title.de.as_str()), (first.code.as_str(), "Was Daten können"));
        assert!(made.confirmed_at.is_none() && made.cancelled_at.is_none() && made.minutes == Some(20));
        assert_eq!(app.count("SELECT count(*) FROM session_speaker").await, 1);
        let slots = slot::Entity::find().all(app.store.read()).await.unwrap();
        assert!(matches!(slots.as_slice(), [one] if one.starts_at.is_none() && one.number == 1));
    })
    .await;
}

#[tokio::test]
async fn a_text_that_was_changed_since_is_held_back_until_it_was_looked_at_again() {
    run(async |app| {
        let (congress, _) = open(app).await;
        let (path, row) = handed_in(app, "lea@lemgo.example").await;
        quiet(app, &row, To::Accepted).await;
        let client = app.guest();
        let change = typed(&client, &path, &[("abstract", "Etwas anderes.")]).await;
        send(&client, &path, &change).await.expect(303);
        let first = announced(app, congress.id).await.unwrap();
        assert_eq!((first.told, first.held_back), (0, 1));
        quiet(app, &row, To::Accepted).await;
        assert_eq!(announced(app, congress.id).await.unwrap().told, 1);
        app.deliver().await;
        assert_eq!(mails(app, "decision").await, 1);
        let steps = app.count("SELECT count(*) FROM submission_step WHERE submission_id IS NOT NULL").await;
        assert_eq!(steps, 4, "handed in, decided twice, announced");
    })
    .await;
}

#[tokio::test]
async fn organisers_take_back_and_cancel_and_the_session_follows() {
    run(async |app| {
        let (congress, _) = open(app).await;
        let (_, row) = handed_in(app, "lea@lemgo.example").await;
        let go = async |to: To| {
            let loaded =
                submission_for_staff(app.store.read(), &Actor::system(), congress.id, &row.code).await.unwrap();
            at_once(&app.store, &loaded, &seen(loaded.row()), to, "").await
        };
        let session = async || {
            let id = by_code(app, &row.code).await.session_id.unwrap();
            session::Entity::find_by_id(id).one(app.store.read()).await.unwrap().unwrap()
        };
        assert!(go(To::Confirmed).await.is_err(), "not before it is accepted");
        go(To::Accepted).await.unwrap();
        go(To::Confirmed).await.unwrap();
        let first = session().await;
        assert!(first.confirmed_at.is_some());
        go(To::Accepted).await.unwrap();
        assert!(session().await.confirmed_at.is_none());
        go(To::Cancelled).await.unwrap();
        assert!(session().await.cancelled_at.is_some());
        go(To::Accepted).await.unwrap();
        let again = session().await;
        assert!(again.cancelled_at.is_none() && again.id == first.id);
        go(To::Withdrawn).await.unwrap();
        assert!(session().await.cancelled_at.is_some());
        assert_eq!(app.count("SELECT count(*) FROM slot").await, 1);
        app.deliver().await;
        // Accepted, cancelled, accepted: each once; putting right and withdrawing tell nobody. What is no longer true by
        // the time it is written is dropped.
        assert_eq!(mails(app, "decision").await, 3);
    })
    .await;
}

#[tokio::test]
async fn what_the_team_wrote_at_the_session_stays_when_its_speaker_confirms_or_changes_something_else() {
    run(async |app| {
        let (congress, _) = open(app).await;
        let (_, row) = handed_in(app, "lea@lemgo.example").await;
        let loaded =
            async || submission_for_staff(app.store.read(), &Actor::system(), congress.id, &row.code).await.unwrap();
        let go = async |to: To| {
            let loaded = loaded().await;
            at_once(&app.store, &loaded, &seen(loaded.row()), to, "").await.unwrap();
        };
        let session = async || {
            let id = by_code(app, &row.code).await.session_id.unwrap();
            session::Entity::find_by_id(id).one(app.store.read()).await.unwrap().unwrap()
        };
        go(To::Accepted).await;
        let first = session().await;
        assert_eq!((first.title.de.as_str(), first.title.en.as_str()), (row.title.as_str(), ""));
        let tx = app.store.begin().await.unwrap();
        let put_right = session::ActiveModel {
            title: Set(Text::new(&*row.title, "In English").into()),
            abstract_text: Set(Text::new("Kürzer.", "Shorter.").into()),
            ..Default::default()
        };
        session::Entity::update_many().set(put_right).exec(&*tx).await.unwrap();
        tx.commit().await.unwrap();
        go(To::Confirmed).await;
        let now = session().await;
        assert_eq!((now.title.en.as_str(), now.abstract_text.de.as_str()), ("In English", "Kürzer."));
        let (loaded, said) =
            (loaded().await, typed_of(app.store.read(), &by_code(app, &row.code).await).await.unwrap());
        let typed = Typed { title: "Ein neuer Titel".into(), ..said.clone() };
        Box::pin(save(&app.store, &loaded, &Seen::of(&said), typed)).await.unwrap();
        let now = session().await;
        assert_eq!((now.title.de.as_str(), now.title.en.as_str()), ("Ein neuer Titel", "In English"));
        assert_eq!((now.abstract_text.de.as_str(), now.abstract_text.en.as_str()), ("Kürzer.", "Shorter."));
        app.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn those_who_have_not_confirmed_are_reminded_each_time_once() {
    run(async |app| {
        let (congress, _) = open(app).await;
        let (_, row) = handed_in(app, "lea@lemgo.example").await;
        quiet(app, &row, To::Accepted).await;
        announced(app, congress.id).await.unwrap();
        app.deliver().await;
        let due = async || remind(&app.store).await.unwrap();
        assert_eq!(due().await, 0);
        app.advance(TimeDelta::days(7));
        assert_eq!((due().await, due().await), (1, 0));
        app.advance(TimeDelta::days(6));
        assert_eq!(due().await, 0);
        app.advance(TimeDelta::days(1));
        assert_eq!((due().await, due().await), (1, 0));
        app.deliver().await;
        assert_eq!(mails(app, "reminder").await, 2);
    })
    .await;
}

#[tokio::test]
async fn the_desk_decides_on_several_as_shown_and_shows_drafts_to_nobody() {
    run(async |app| {
        open(app).await;
        let (_, first) = handed_in(app, "lea@lemgo.example").await;
        let (path, second) = handed_in(app, "nour@lemgo.example").await;
        let draft = ask(app, "draft@lemgo.example").await;
        let desk = app.staff(Role::Programme).await;
        let list = desk.get("/owl/desk/submissions?q=daten").await.expect(200).text();
        assert!(list.contains(&first.code) && list.contains(&second.code));
        desk.get(&format!("/owl/desk/submissions/{}", draft.split('/').nth(3).unwrap())).await.expect(404);
        let shown = desk.get("/owl/desk/submissions/batch?all=1&deed=accepted").await.expect(200);
        let seen = shown.attributes("input[name=seen]", "value").remove(0);
        let codes = shown.attributes("input[name=code]", "value");
        assert_eq!(codes.len(), 2);
        // Somebody changes a text meanwhile: nothing is decided.
        let client = app.guest();
        let change = typed(&client, &path, &[("abstract", "Anders.")]).await;
        send(&client, &path, &change).await.expect(303);
        let fields = [("deed", "accepted"), ("seen", &seen), ("code", &codes[0]), ("code", &codes[1])];
        let again = desk.post_form("/owl/desk/submissions/batch", &fields).await.expect(409);
        assert_eq!(app.count("SELECT count(*) FROM submission WHERE pending IS NOT NULL").await, 0);
        let seen = again.attributes("input[name=seen]", "value").remove(0);
        let fields = [("deed", "accepted"), ("seen", &seen), ("code", &codes[0]), ("code", &codes[1])];
        desk.post_form("/owl/desk/submissions/batch", &fields).await.expect(303);
        desk.post_form("/owl/desk/submissions/batch", &fields).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM submission WHERE pending = 'accepted'").await, 2);
        assert_eq!(app.count("SELECT count(*) FROM submission_step WHERE quiet").await, 2);
        let shown = desk.get("/owl/desk/submissions/announcement").await.expect(200);
        let seen = shown.attributes("input[name=seen]", "value").remove(0);
        for _ in 0..2 {
            desk.post_form("/owl/desk/submissions/announcement", &[("seen", &seen)]).await.expect(303);
        }
        app.deliver().await;
        assert_eq!(mails(app, "decision").await, 2);
        desk.get(&format!("/owl/desk/submissions/{}", first.code)).await.expect(200);
        // Others of the team do not see it at all.
        let door = app.member("Door", "door2@staff.example", Role::Door, None).await.1;
        door.get("/owl/desk/submissions").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn organisers_hand_in_for_somebody_who_then_has_the_link() {
    run(async |app| {
        open(app).await;
        // The call is closed by then.
        app.advance(TimeDelta::days(11));
        let desk = app.staff(Role::Organiser).await;
        let shown = desk.get("/owl/desk/submissions/new").await.expect(200);
        let once = shown.attributes("input[name=once]", "value").remove(0);
        let fields = [
            ("once", once.as_str()),
            ("call", "vortraege"),
            ("email", "lea@lemgo.example"),
            ("mail-language", "de"),
            ("title", "Für Lea"),
            ("type", "talk"),
            ("language", "de"),
            ("abstract", "Kurz."),
            ("name", "Lea Nolte"),
            ("tell", "on"),
        ];
        desk.post_form("/owl/desk/submissions/new", &fields).await.expect(303);
        desk.post_form("/owl/desk/submissions/new", &fields).await.expect(303);
        app.deliver().await;
        assert_eq!(app.count("SELECT count(*) FROM submission WHERE state = 'submitted'").await, 1);
        let mail = app.smtp.mails().into_iter().find(|mail| mail.to == "lea@lemgo.example").expect("a mail");
        app.guest().get(&path_in(&words(&mail), "/submissions/")).await.expect(200);
    })
    .await;
}
