//! Somebody else comes: from the mail that asks them to the door that lets them in, and only them.

use crate::kit::smtp::Received;
use crate::kit::{App, Client, run};
use base::actor::Grant;
use base::{Actor, Language, Permission};
use checkin::entity::scan::Status;
use checkin::service::substitution::{confirm, name, transfer};
use checkin::{CheckinError, NewScan, check_in};
use congress::entity::congress::Model as Congress;
use registration::RegistrationError;
use registration::entity::substitution::{self, State};
use registration::entity::{attendee, order};
use registration::form::{AttendeeChange, NameForm};
use registration::load::{self, Attendee};
use registration::service::substitution::seen;
use registration::service::{attendee as attendees, cancellation};
use registration::ticket::Signer;
use sea_orm::{EntityTrait, PaginatorTrait, QueryOrder};

async fn by_link(app: &App, placed: &order::Model, row: &attendee::Model) -> Attendee {
    let key = &app.program.state.link_key;
    let secret = load::attendee_secret(key, placed, row);
    load::attendee_by_link(app.store.read(), key, placed.congress_id, &secret).await.unwrap()
}

async fn row(app: &App, placed: &order::Model) -> attendee::Model {
    let view = registration::query::order::view(app.store.read(), placed.clone()).await.unwrap();
    view.attendees.into_iter().next().unwrap().attendee
}

async fn asked(app: &App) -> Vec<substitution::Model> {
    let find = substitution::Entity::find().order_by_asc(substitution::Column::Id);
    find.all(app.store.read()).await.unwrap()
}

/// The link that a substitute has by mail.
async fn link(app: &App, placed: &order::Model) -> (load::Substitution, String) {
    let (one, row) = (asked(app).await.pop().unwrap(), row(app, placed).await);
    let secret = load::substitution_secret(&app.program.state.link_key, placed, &row, &one);
    let key = &app.program.state.link_key;
    let loaded = load::substitution_by_link(app.store.read(), key, placed.congress_id, &secret).await.unwrap();
    (loaded, address::Substitute::new("owl", secret).path())
}

async fn code(app: &App, congress: &Congress, row: &attendee::Model) -> String {
    let conn = app.store.read();
    Signer::load(conn, &app.store, congress.id, congress.ends_at).await.unwrap().qr(row, 1)
}

async fn scan(app: &App, congress: &Congress, ticket: &str) -> (Status, Option<String>, String) {
    let grant = Grant { congress: None, permissions: vec![Permission::CheckInsWrite] };
    let door = Actor::staff(app.store.chance().opaque_id(), "Jonas", Language::De, vec![grant]);
    let scan = NewScan {
        ticket: ticket.into(),
        gate: "main".into(),
        nonce: app.store.chance().opaque_id(),
        at: None,
        force: false,
        note: String::new(),
    };
    let outcome = check_in(&app.store, &door, congress.id, scan).await.unwrap();
    let whose = outcome.holder.as_ref().map(|holder| holder.name()).unwrap_or_default();
    (outcome.status(), outcome.scan.reason.clone(), whose)
}

/// The words of a mail.
fn letter(mail: &Received) -> String {
    mail_parser::MessageParser::default().parse(&mail.data).unwrap().body_text(0).unwrap().into_owned()
}

fn nour() -> NameForm {
    NameForm { given_name: "Nour".into(), family_name: "Al-Khatib".into(), organisation: "Stadt Lemgo".into() }
}

fn change(email: &str) -> AttendeeChange {
    AttendeeChange {
        given_name: "Nour".into(),
        family_name: "Al-Khatib".into(),
        email: email.into(),
        organisation: "Stadt Lemgo".into(),
        language: Language::En,
    }
}

#[tokio::test]
async fn a_substitute_confirms_and_only_then_the_ticket_is_theirs() {
    run(async |app: &App| {
        let congress = app.congress("owl", 1).await;
        let placed = app.order(congress.id, &[("on-site", "Henrik Stallmann")]).await.order;
        let old = row(app, &placed).await;
        let own = address::My::new("owl", load::attendee_secret(&app.program.state.link_key, &placed, &old)).path();
        let guest = app.guest();
        guest.get(&format!("{own}/substitute")).await.expect(200);
        let wrong = guest.post_form(&format!("{own}/substitute"), &[("email", "nour")]).await.expect(422);
        assert_eq!(wrong.words("#email-error").len(), 1);
        let fields = [("email", "Nour@Lemgo.example"), ("language", "en")];
        guest.post_form(&format!("{own}/substitute"), &fields).await.expect(303);
        guest.post_form(&format!("{own}/substitute"), &fields).await.expect(303);
        app.deliver().await;
        let mails = app.smtp.mails();
        assert_eq!(mails.len(), 1, "a double click asks once");
        assert!(mails[0].to.contains("nour@lemgo.example"));
        let page = guest.get(&own).await.expect(200);
        assert!(page.text().contains("nour@lemgo.example"), "who was asked stands on the ticket");
        assert_eq!(row(app, &placed).await, old, "until they confirm, nothing changes");

        let (_, path) = link(app, &placed).await;
        assert!(letter(&mails[0]).contains(&path), "{}", letter(&mails[0]));
        let theirs = app.guest().in_language("en");
        let page = theirs.get(&path).await.expect(200);
        assert_eq!(page.words("h1"), ["Take over this ticket?"]);
        assert!(!page.words("main dd").contains(&"Online".to_owned()));
        assert!(!page.text().contains(&own), "nothing else of the order");
        theirs.post_form(&path, &[("given", " ")]).await.expect(422);
        let fields = [("given", "Nour"), ("family", "Al-Khatib"), ("organisation", "Stadt Lemgo"), ("language", "en")];
        let done = theirs.post_form(&path, &fields).await.expect(303);
        let page = theirs.get(done.location()).await.expect(200);
        assert_eq!(page.words("h3"), ["Nour Al-Khatib"]);
        assert!(!page.text().contains("Stallmann"));
        assert_eq!(theirs.post_form(&path, &fields).await.expect(303).location(), path, "twice is once");
        assert_eq!(theirs.get(&path).await.expect(200).words("h1"), ["This ticket has been taken over"]);
        // Another name is not on the ticket, and whoever typed it is told so.
        let other = [("given", "Otto"), ("family", "Disse"), ("language", "en")];
        let late = theirs.post_form(&path, &other).await.expect(409);
        assert_eq!(late.words("h1"), ["This ticket has been taken over"]);
        assert!(late.text().contains("under another name") && !late.text().contains("Khatib"));
        assert_eq!(row(app, &placed).await.given_name, "Nour");
        guest.get(&own).await.expect(404);
        app.deliver().await;
        let sent = app.smtp.mails().split_off(1);
        let to = |address: &str| sent.iter().filter(|m| m.to.contains(address)).collect::<Vec<_>>();
        assert_eq!(to("nour@lemgo.example").len(), 1, "the ticket");
        let told = to("henrik.stallmann@delbrueck.example");
        assert_eq!(told.len(), 1);
        assert!(!letter(told[0]).contains("Khatib"), "who had it does not learn who comes");
        assert!(letter(to("p.kemper@delbrueck.example")[0]).contains("Nour Al-Khatib"), "who ordered does");

        let new = row(app, &placed).await;
        assert_eq!((new.state, new.price_cents, new.category_id), (old.state, old.price_cents, old.category_id));
        assert_ne!(new.ticket_serial, old.ticket_serial);
        let (was, is) = (code(app, &congress, &old).await, code(app, &congress, &new).await);
        assert_eq!(
            scan(app, &congress, &was).await,
            (Status::Refused, Some("revoked".into()), "Nour Al-Khatib".into())
        );
        assert_eq!(scan(app, &congress, &is).await.0, Status::Admitted);
        assert_eq!(scan(app, &congress, &was).await.1.as_deref(), Some("revoked"));

        let office = app.staff(identity::Role::Organiser).await;
        let page = office.get(&format!("/owl/desk/orders/{}/attendees/1", placed.code)).await.expect(200);
        assert!(page.text().contains("Henrik Stallmann") && page.text().contains("Ticket übergeben an Nour"));
        let list = office.get("/owl/desk/attendees?q=khatib").await.expect(200);
        assert!(list.text().contains("Al-Khatib"), "found by the new name");
    })
    .await;
}

#[tokio::test]
async fn of_two_who_take_over_at_the_same_moment_one_has_it_and_the_other_knows() {
    run(async |app: &App| {
        let congress = app.congress("owl", 1).await;
        let placed = app.order(congress.id, &[("online", "Henrik Stallmann")]).await.order;
        let ticket = by_link(app, &placed, &row(app, &placed).await).await;
        name(&app.store, &ticket, "nour@lemgo.example", Language::De).await.unwrap();
        let (_, path) = link(app, &placed).await;
        let (one, two) = (app.guest(), app.guest());
        let page = one.get(&path).await.expect(200);
        assert!(page.words("main dd").contains(&"Online".to_owned()), "as the mail says: {:?}", page.words("main dd"));
        let (nour, otto) = ([("given", "Nour"), ("family", "Disse")], [("given", "Otto"), ("family", "Disse")]);
        let (a, b) = tokio::join!(one.post_form(&path, &nour), two.post_form(&path, &otto));
        let mut codes = [a.status.as_u16(), b.status.as_u16()];
        codes.sort_unstable();
        assert_eq!(codes, [303, 409]);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn of_two_who_are_asked_at_once_one_is() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await;
        let placed = app.order(congress.id, &[("on-site", "Henrik Stallmann")]).await.order;
        let one = by_link(app, &placed, &row(app, &placed).await).await;
        let (a, b) = tokio::join!(
            name(&app.store, &one, "nour@lemgo.example", Language::De),
            name(&app.store, &one, "lea@lemgo.example", Language::De),
        );
        assert_eq!([a.is_ok(), b.is_ok()].iter().filter(|done| **done).count(), 1);
        assert_eq!(asked(app).await.len(), 1);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_was_asked_too_long_ago_or_no_more_takes_nothing() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await;
        let placed = app.order(congress.id, &[("on-site", "Henrik Stallmann")]).await.order;
        let one = by_link(app, &placed, &row(app, &placed).await).await;
        name(&app.store, &one, "nour@lemgo.example", Language::De).await.unwrap();
        let (first, path) = link(app, &placed).await;
        registration::service::substitution::withdraw(&app.store, &one).await.unwrap();
        registration::service::substitution::withdraw(&app.store, &one).await.unwrap();
        let ended = |result| matches!(result, Err(CheckinError::Registration(RegistrationError::SubstitutionEnded)));
        assert!(ended(confirm(&app.store, &first, &nour(), Language::De).await));
        let page = app.guest().get(&path).await.expect(200);
        assert_eq!(page.words("h1"), ["Diese Anfrage gilt nicht mehr"]);

        name(&app.store, &one, "lea@lemgo.example", Language::De).await.unwrap();
        let (late, _) = link(app, &placed).await;
        app.advance(chrono::TimeDelta::days(7));
        assert!(ended(confirm(&app.store, &late, &nour(), Language::De).await));
        // What was not answered in time stands in nobody's way.
        name(&app.store, &one, "jan@lemgo.example", Language::De).await.unwrap();
        let (last, _) = link(app, &placed).await;
        cancellation::cancel_attendee(&app.store, &one, "").await.unwrap();
        assert!(ended(confirm(&app.store, &last, &nour(), Language::De).await));
        let states: Vec<State> = asked(app).await.into_iter().map(|a| a.state).collect();
        assert_eq!(states, [State::Withdrawn, State::Expired, State::Withdrawn]);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_had_it_corrects_no_name_of_who_has_it() {
    run(async |app: &App| {
        let congress = app.congress("owl", 20).await;
        for n in 0..6 {
            let placed = app.order(congress.id, &[("on-site", "Henrik Stallmann")]).await.order;
            let one = by_link(app, &placed, &row(app, &placed).await).await;
            name(&app.store, &one, &format!("nour{n}@lemgo.example"), Language::De).await.unwrap();
            let (asked, _) = link_of(app, &placed, one.row()).await;
            let old =
                NameForm { given_name: "Hendrik".into(), family_name: "Stallmann".into(), organisation: "".into() };
            let nour = nour();
            let (renamed, taken) = tokio::join!(
                attendees::rename(&app.store, &one, old),
                confirm(&app.store, &asked, &nour, Language::De)
            );
            taken.unwrap();
            assert!(matches!(renamed, Ok(()) | Err(RegistrationError::Unknown)), "{renamed:?}");
            let now = row(app, &placed).await;
            assert_eq!((now.given_name.as_str(), now.family_name.as_str()), ("Nour", "Al-Khatib"));
            let gone = cancellation::cancel_attendee(&app.store, &one, "").await;
            assert!(matches!(gone, Err(RegistrationError::Unknown)), "the old link gives nothing back");
        }
        app.run_jobs().await;
    })
    .await;
}

async fn link_of(app: &App, placed: &order::Model, row: &attendee::Model) -> (load::Substitution, String) {
    let all = asked(app).await;
    let one = all.into_iter().find(|a| a.attendee_id == row.id).unwrap();
    let key = &app.program.state.link_key;
    let secret = load::substitution_secret(key, placed, row, &one);
    (load::substitution_by_link(app.store.read(), key, placed.congress_id, &secret).await.unwrap(), secret)
}

#[tokio::test]
async fn staff_hand_over_at_once_but_nobody_who_is_inside() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await;
        let placed = app.order(congress.id, &[("on-site", "Henrik Stallmann"), ("on-site", "Lea Nolte")]).await.order;
        let conn = app.store.read();
        let office = app.staff(identity::Role::Organiser).await;
        let order = load::order_to_manage(conn, &Actor::system(), congress.id, &placed.code).await.unwrap();
        let one = load::attendee_of(conn, &order, "1").await.unwrap();
        name(&app.store, &one, "lea@lemgo.example", Language::De).await.unwrap();
        let path = format!("/owl/desk/orders/{}/attendees/1", placed.code);
        assert!(office.get(&path).await.expect(200).text().contains("lea@lemgo.example"));
        let page = office.get(&format!("{path}/transfer")).await.expect(200);
        let shown = page.attributes("[name=seen]", "value").remove(0);
        let mut fields = vec![
            ("seen", shown.as_str()),
            ("given-name", "Nour"),
            ("family-name", "Al-Khatib"),
            ("email", "nour@lemgo.example"),
            ("language", "en"),
            ("send", "on"),
        ];
        for _ in 0..2 {
            let done = office.post_form(&format!("{path}/transfer"), &fields).await.expect(303);
            assert_eq!(done.location(), path, "a double click hands over once");
        }
        assert_eq!(registration::entity::former_ticket::Entity::find().count(conn).await.unwrap(), 1);
        assert_eq!(asked(app).await[0].state, State::Withdrawn, "who was asked need not answer");
        fields[1].1 = "Somebody";
        office.post_form(&format!("{path}/transfer"), &fields).await.expect(409);

        let two = load::attendee_of(conn, &order, "2").await.unwrap();
        name(&app.store, &two, "jan@lemgo.example", Language::De).await.unwrap();
        let (jan, _) = link_of(app, &placed, two.row()).await;
        let lea = code(app, &congress, two.row()).await;
        assert_eq!(scan(app, &congress, &lea).await.0, Status::Admitted);
        let inside =
            |result: Result<(), CheckinError>| assert!(matches!(result, Err(CheckinError::Entered)), "{result:?}");
        inside(confirm(&app.store, &jan, &nour(), Language::De).await.map(|_| ()));
        inside(transfer(&app.store, &two, &seen(two.row()), &change("nour@lemgo.example"), false).await);
        let now = load::attendee_of(conn, &order, "2").await.unwrap();
        assert_eq!(now.row(), two.row(), "who is inside stays who they are");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_guesses_finds_nothing() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await;
        let placed = app.order(congress.id, &[("on-site", "Henrik Stallmann")]).await.order;
        let ticket = row(app, &placed).await;
        let one = by_link(app, &placed, &ticket).await;
        name(&app.store, &one, "nour@lemgo.example", Language::De).await.unwrap();
        let guest: Client = app.guest();
        let other = app.congress("other", 5).await;
        let (_, right) = link(app, &placed).await;
        let own = load::attendee_secret(&app.program.state.link_key, &placed, &ticket);
        for path in [
            address::Substitute::new("owl", own).path(),
            address::Substitute::new("owl", format!("{}-1-{}", placed.code, "a".repeat(26))).path(),
            address::Substitute::new("owl", "x").path(),
            right.replace("/owl/", &format!("/{}/", other.slug)),
        ] {
            guest.get(&path).await.expect(404);
            guest.post_form(&path, &[("family", "X")]).await.expect(404);
        }
        guest.get(&right).await.expect(200);
        app.run_jobs().await;
    })
    .await;
}
