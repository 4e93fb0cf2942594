//! Seats in sessions: the last goes to one, the next who waits gets what comes free, and what happens to tickets and to the
//! programme is followed.

use super::{DRAFT, RELEASED, event, plan, taken};
use crate::kit::{App, run};
use base::{Actor, Language, Uuid};
use chrono::TimeDelta;
use congress::entity::congress::Model as Congress;
use payment::service::restoration;
use programme::BookingError;
use programme::entity::booking::State;
use programme::entity::{session, speaker};
use programme::query::booking::{Occurrence, Only, mine, occurrences};
use programme::service::booking::{Wish, book, give_back, seats};
use programme::service::release::release;
use registration::load::{Attendee, attendee_of, order_to_manage};
use registration::service::{cancellation, rebooking};
use schedule::{Event, Schedule};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use web::form::Seen;

/// An event so many minutes after the congress begins, of an hour.
pub fn at(congress: &Congress, id: u32, title: &str, minutes: i64) -> Event {
    Event {
        start: (congress.starts_at + TimeDelta::minutes(minutes)).fixed_offset(),
        duration: TimeDelta::hours(1),
        ..event(id, title, 0)
    }
}

/// A file with these events, one room each, so that they may be at once.
pub fn file(congress: &Congress, version: &str, events: Vec<Event>) -> Schedule {
    let names = ["Raum 1", "Raum 2", "Raum 3", "Raum 4", "Raum 5"];
    let mut schedule = plan(version, names.into_iter().zip(events).map(|(room, event)| (room, vec![event])).collect());
    for day in &mut schedule.days {
        day.date = Some(congress.starts_at.date_naive());
    }
    schedule
}

/// A congress with workshops: title, beginning in minutes, seats.
pub async fn workshops(app: &App, slug: &str, all: &[(&str, i64, Option<i32>)]) -> Congress {
    let congress = app.congress(slug, 200).await;
    let events = (1..).zip(all).map(|(id, (title, minutes, _))| at(&congress, id, title, *minutes)).collect();
    taken(app, congress.id, &file(&congress, "1", events), RELEASED).await;
    for (title, _, n) in all {
        seats::set(&app.store, &Actor::system(), congress.id, named(app, title).await, *n).await.unwrap();
    }
    app.run_jobs().await;
    congress
}

/// The session of this name.
pub async fn named(app: &App, title: &str) -> Uuid {
    let all = session::Entity::find().all(app.store.read()).await.unwrap();
    all.into_iter().find(|row| row.title.de == title || row.title.en == title).expect("a session").id
}

pub async fn of(app: &App, congress: &Congress, title: &str) -> Occurrence {
    let id = named(app, title).await;
    occurrences(app.store.read(), congress.id, Only::Session(id)).await.unwrap().remove(0)
}

/// Somebody with a ticket of this kind, as the holder of their order's link.
pub async fn somebody(app: &App, congress: &Congress, category: &str, name: &str) -> Attendee {
    let placed = app.order(congress.id, &[(category, name)]).await;
    loaded(app, congress.id, &placed.order.code).await
}

pub async fn loaded(app: &App, congress: Uuid, code: &str) -> Attendee {
    let conn = app.store.read();
    let order = registration::entity::order::Entity::find()
        .filter(registration::entity::order::Column::Code.eq(code))
        .one(conn)
        .await
        .unwrap()
        .unwrap();
    let key = &app.program.state.link_key;
    let secret = registration::load::order_secret(key, &order);
    let order = registration::load::order_by_link(conn, key, congress, code, &secret).await.unwrap();
    attendee_of(conn, &order, "1").await.unwrap()
}

fn wish(wait: bool) -> Wish {
    Wish { wait, despite: Seen::of(&()) }
}

pub async fn booked(app: &App, who: &Attendee, of: &Occurrence) -> Result<State, BookingError> {
    Box::pin(book(&app.store, who, of.number, &wish(true))).await
}

async fn state(app: &App, who: &Attendee) -> Vec<State> {
    let row = who.row();
    let mine = mine(app.store.read(), row.congress_id, &[row.id]).await.unwrap();
    mine.into_iter().map(|mine| mine.booking.state).collect()
}

/// How many mails of a kind there are.
/// Invitations that there are.
async fn invited(app: &App, which: &str) -> i64 {
    app.deliver().await;
    app.count(&format!("SELECT count(*) FROM invitation {which}")).await
}

async fn mails(app: &App, kind: &str) -> i64 {
    app.deliver().await;
    app.count(&format!("SELECT count(*) FROM message WHERE kind = '{kind}'")).await
}

#[tokio::test]
async fn the_last_seat_goes_to_one_of_those_who_come_at_once() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(2))]).await;
        let of = of(app, &congress, "Formulare").await;
        let mut people = vec![];
        for name in ["Ada Eins", "Bea Zwei", "Cem Drei", "Dan Vier", "Eva Fünf", "Fee Sechs"] {
            people.push(somebody(app, &congress, "on-site", name).await);
        }
        let tries = people.into_iter().map(|who| {
            let (store, number) = (app.store.clone(), of.number);
            tokio::spawn(async move { book(&store, &who, number, &wish(false)).await })
        });
        let mut sold = 0;
        for done in tries.collect::<Vec<_>>() {
            match done.await.unwrap() {
                Ok(state) => {
                    assert_eq!(state, State::Booked);
                    sold += 1;
                }
                Err(error) => assert!(matches!(error, BookingError::Full), "{error}"),
            }
        }
        assert_eq!(sold, 2);
        let now = super::booking::of(app, &congress, "Formulare").await;
        assert_eq!((now.taken, now.waiting), (2, 0));
    })
    .await;
}

#[tokio::test]
async fn who_waits_gets_what_comes_free_in_order_with_one_mail() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(1))]).await;
        let of = of(app, &congress, "Formulare").await;
        let ada = somebody(app, &congress, "on-site", "Ada Eins").await;
        let bea = somebody(app, &congress, "on-site", "Bea Zwei").await;
        let cem = somebody(app, &congress, "on-site", "Cem Drei").await;
        assert_eq!(booked(app, &ada, &of).await.unwrap(), State::Booked);
        assert_eq!(booked(app, &bea, &of).await.unwrap(), State::Waiting);
        assert_eq!(booked(app, &cem, &of).await.unwrap(), State::Waiting);
        // A second click changes nothing.
        assert_eq!(booked(app, &ada, &of).await.unwrap(), State::Booked);
        assert_eq!(booked(app, &cem, &of).await.unwrap(), State::Waiting);
        assert!(give_back(&app.store, &ada, of.number).await.unwrap());
        assert!(!give_back(&app.store, &ada, of.number).await.unwrap(), "only once");
        assert_eq!((state(app, &bea).await, state(app, &cem).await), (vec![State::Booked], vec![State::Waiting]));
        // Who comes back stands at the end.
        assert_eq!(booked(app, &ada, &of).await.unwrap(), State::Waiting);
        assert_eq!(invited(app, "").await, 1);
        let mail = app.smtp.mails().pop().expect("a mail");
        assert_eq!(mail.to, "bea.zwei@delbrueck.example");
        assert!(mail.header("Subject").is_some(), "{}", mail.text());
        assert!(give_back(&app.store, &bea, of.number).await.unwrap());
        assert_eq!((state(app, &cem).await, state(app, &ada).await), (vec![State::Booked], vec![State::Waiting]));
        assert_eq!(invited(app, "").await, 2);
        assert_eq!(invited(app, "WHERE cancelled_at IS NOT NULL").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_ticket_that_ends_or_is_another_one_gives_its_seat_back() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(1)), ("Register", 180, Some(1))]).await;
        let (first, second) = (of(app, &congress, "Formulare").await, of(app, &congress, "Register").await);
        let ada = somebody(app, &congress, "on-site", "Ada Eins").await;
        let bea = somebody(app, &congress, "on-site", "Bea Zwei").await;
        for of in [&first, &second] {
            assert_eq!(booked(app, &ada, of).await.unwrap(), State::Booked);
            assert_eq!(booked(app, &bea, of).await.unwrap(), State::Waiting);
        }
        let order = order_to_manage(app.store.read(), &Actor::system(), congress.id, &ada.order().code).await.unwrap();
        cancellation::cancel(&app.store, &order, None, "").await.unwrap();
        assert_eq!(invited(app, "WHERE cancelled_at IS NULL").await, 2);
        assert_eq!(state(app, &ada).await, vec![]);
        assert_eq!(state(app, &bea).await, vec![State::Booked; 2]);
        // What is seen in the livestream needs no seat there.
        let staff = attendee_of(
            app.store.read(),
            &order_to_manage(app.store.read(), &Actor::system(), congress.id, &bea.order().code).await.unwrap(),
            "1",
        )
        .await
        .unwrap();
        let seen = rebooking::seen(staff.row());
        Box::pin(payment::service::rebooking::rebook(&app.store, &staff, &seen, "online", false)).await.unwrap();
        app.run_jobs().await;
        assert_eq!(state(app, &bea).await, vec![]);
        let bea = loaded(app, congress.id, &bea.order().code).await;
        assert!(matches!(booked(app, &bea, &first).await, Err(BookingError::NoTicket)));
        app.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn what_else_is_at_that_time_must_be_confirmed() {
    run(async |app| {
        let all =
            [("Formulare", 60, Some(5)), ("Register", 90, Some(5)), ("Vortrag", 90, None), ("Später", 120, Some(5))];
        let congress = workshops(app, "owl", &all).await;
        let (first, second) = (of(app, &congress, "Formulare").await, of(app, &congress, "Register").await);
        let later = of(app, &congress, "Später").await;
        let ada = somebody(app, &congress, "on-site", "Ada Eins").await;
        assert_eq!(booked(app, &ada, &first).await.unwrap(), State::Booked);
        // What begins when the other ends is no clash.
        assert_eq!(booked(app, &ada, &later).await.unwrap(), State::Booked);
        let Err(BookingError::Clash(clashes)) = booked(app, &ada, &second).await else { panic!("no clash") };
        let titles: Vec<&str> = clashes.iter().map(|clash| clash.title.in_language(Language::De)).collect();
        assert_eq!(titles, ["Formulare", "Später"]);
        // What was confirmed is not what is there now: it is shown again.
        assert!(give_back(&app.store, &ada, later.number).await.unwrap());
        let despite = Wish { wait: false, despite: Seen::of(&clashes) };
        let Err(BookingError::Clash(clashes)) = book(&app.store, &ada, second.number, &despite).await else {
            panic!("no clash")
        };
        assert_eq!(clashes.len(), 1);
        let despite = Wish { wait: false, despite: Seen::of(&clashes) };
        assert_eq!(book(&app.store, &ada, second.number, &despite).await.unwrap(), State::Booked);
        // Somebody who speaks, known by the mailbox.
        let bea = somebody(app, &congress, "on-site", "Bea Zwei").await;
        let tx = app.store.begin().await.unwrap();
        speaker::Entity::update_many()
            .col_expr(speaker::Column::MailboxId, Expr::value(bea.row().mailbox_id))
            .exec(&*tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let Err(BookingError::Clash(clashes)) = booked(app, &bea, &second).await else { panic!("no clash") };
        assert!(clashes.iter().all(|clash| clash.speaks), "{clashes:?}");
        assert!(clashes.iter().any(|clash| clash.title.in_language(Language::De) == "Vortrag"));
        app.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn who_moves_up_beside_another_seat_is_told_in_the_mail_and_on_the_page() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(1)), ("Register", 90, Some(5))]).await;
        let (full, other) = (of(app, &congress, "Formulare").await, of(app, &congress, "Register").await);
        let ada = somebody(app, &congress, "on-site", "Ada Eins").await;
        let bea = somebody(app, &congress, "on-site", "Bea Zwei").await;
        assert_eq!(booked(app, &ada, &full).await.unwrap(), State::Booked);
        assert_eq!(booked(app, &bea, &full).await.unwrap(), State::Waiting);
        let Err(BookingError::Clash(clashes)) = booked(app, &bea, &other).await else { panic!("no clash") };
        let despite = Wish { wait: false, despite: Seen::of(&clashes) };
        assert_eq!(book(&app.store, &bea, other.number, &despite).await.unwrap(), State::Booked);
        assert_eq!(invited(app, "").await, 2);
        assert!(give_back(&app.store, &ada, full.number).await.unwrap());
        assert_eq!(invited(app, "WHERE cancelled_at IS NULL").await, 2);
        let mails = app.smtp.mails();
        let told = mails.iter().rev().find(|mail| mail.to == "bea.zwei@delbrueck.example").expect("a mail").text();
        assert!(told.contains("Zur gleichen Zeit haben Sie schon etwas vor: Register"), "{told}");
        let page = app.guest().get(&super::booking_page::my(app, &bea)).await.expect(200);
        let told: Vec<String> = page.words("li .kern-alert");
        assert_eq!(told.len(), 2, "at both: {told:?}");
        assert!(told[0].contains("auch: Register") && told[1].contains("auch: Formulare"), "{told:?}");
        // The desk says which session it is.
        let desk = app.staff(identity::Role::Organiser).await.get("/owl/desk/places").await.expect(200);
        let rows = desk.words("section[aria-labelledby=sessions] li");
        assert!(rows[0].contains("Formulare") && rows[0].contains("1 von 1"), "{rows:?}");
    })
    .await;
}

#[tokio::test]
async fn bookings_stay_with_what_moves_and_end_with_what_is_cancelled() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(1)), ("Register", 180, Some(1))]).await;
        let (first, second) = (of(app, &congress, "Formulare").await, of(app, &congress, "Register").await);
        let ada = somebody(app, &congress, "on-site", "Ada Eins").await;
        let bea = somebody(app, &congress, "on-site", "Bea Zwei").await;
        assert_eq!(booked(app, &ada, &first).await.unwrap(), State::Booked);
        assert_eq!(booked(app, &bea, &first).await.unwrap(), State::Waiting);
        assert_eq!(booked(app, &ada, &second).await.unwrap(), State::Booked);
        // Moved in the draft: nobody sees it before it is released.
        let moved = file(&congress, "2", vec![at(&congress, 1, "Formulare", 240), at(&congress, 2, "Register", 180)]);
        taken(app, congress.id, &moved, DRAFT).await;
        assert_eq!(of(app, &congress, "Formulare").await.span, first.span);
        release(&app.store, &Actor::system(), congress.id, "2", base::Text::default()).await.unwrap();
        app.run_jobs().await;
        let now = of(app, &congress, "Formulare").await;
        assert_eq!(now.span.unwrap().0, congress.starts_at + TimeDelta::minutes(240));
        assert_eq!(state(app, &ada).await, vec![State::Booked; 2]);
        // Cancelled: both are told, once, after the release.
        let tx = app.store.begin().await.unwrap();
        session::Entity::update_many()
            .col_expr(session::Column::CancelledAt, Expr::value(app.store.now()))
            .filter(session::Column::Id.eq(now.session))
            .exec(&*tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(booked(app, &bea, &now).await.map(|_| ()), Ok(())), "who waits keeps waiting");
        let cem = somebody(app, &congress, "on-site", "Cem Drei").await;
        assert!(matches!(booked(app, &cem, &now).await, Err(BookingError::Closed)));
        assert_eq!(state(app, &ada).await.len(), 2);
        release(&app.store, &Actor::system(), congress.id, "3", base::Text::default()).await.unwrap();
        assert_eq!(mails(app, "programme.seat-ended").await, 1, "who waited; who had a seat gets it called off");
        app.advance(TimeDelta::minutes(3));
        assert_eq!(invited(app, "WHERE cancelled_at IS NOT NULL").await, 1);
        assert_eq!((state(app, &ada).await, state(app, &bea).await), (vec![State::Booked], vec![]));
        // Out of the file, and so out of the programme.
        taken(app, congress.id, &file(&congress, "4", vec![at(&congress, 1, "Formulare", 240)]), RELEASED).await;
        app.advance(TimeDelta::minutes(3));
        assert_eq!(invited(app, "WHERE cancelled_at IS NOT NULL").await, 2);
        assert_eq!(state(app, &ada).await, vec![]);
    })
    .await;
}

#[tokio::test]
async fn who_was_passed_over_while_their_ticket_was_cancelled_gets_the_seat_when_it_is_back() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(1))]).await;
        let of = of(app, &congress, "Formulare").await;
        let ada = somebody(app, &congress, "on-site", "Ada Eins").await;
        let bea = somebody(app, &congress, "on-site", "Bea Zwei").await;
        assert_eq!(booked(app, &ada, &of).await.unwrap(), State::Booked);
        assert_eq!(booked(app, &bea, &of).await.unwrap(), State::Waiting);
        let order = order_to_manage(app.store.read(), &Actor::system(), congress.id, &bea.order().code).await.unwrap();
        cancellation::cancel(&app.store, &order, None, "").await.unwrap();
        // Before anything that follows is done.
        assert!(give_back(&app.store, &ada, of.number).await.unwrap());
        assert_eq!(super::booking::of(app, &congress, "Formulare").await.taken, 0);
        let order = order_to_manage(app.store.read(), &Actor::system(), congress.id, &bea.order().code).await.unwrap();
        restoration::restore(&app.store, &order, &[bea.row().id], false).await.unwrap();
        app.deliver().await;
        assert_eq!(state(app, &bea).await, vec![State::Booked]);
    })
    .await;
}

#[tokio::test]
async fn fewer_seats_than_are_taken_are_refused_and_more_go_to_those_who_wait() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(2))]).await;
        let of = of(app, &congress, "Formulare").await;
        let mut people = vec![];
        for name in ["Ada Eins", "Bea Zwei", "Cem Drei", "Dan Vier"] {
            let who = somebody(app, &congress, "on-site", name).await;
            booked(app, &who, &of).await.unwrap();
            people.push(who);
        }
        let set = |n| seats::set(&app.store, &ACTOR, congress.id, of.session, n);
        static ACTOR: std::sync::LazyLock<Actor> = std::sync::LazyLock::new(Actor::system);
        let error = set(Some(1)).await.unwrap_err();
        assert!(error.to_string().contains("2 places are taken already"), "{error}");
        set(Some(3)).await.unwrap();
        assert_eq!(state(app, &people[2]).await, vec![State::Booked]);
        assert_eq!(state(app, &people[3]).await, vec![State::Waiting]);
        // Whoever comes: nobody waits any more.
        set(None).await.unwrap();
        assert_eq!(state(app, &people[3]).await, vec![State::Booked]);
        assert_eq!(invited(app, "").await, 4);
    })
    .await;
}

#[tokio::test]
async fn what_has_begun_is_not_booked_and_nobody_moves_up() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(1))]).await;
        let of = of(app, &congress, "Formulare").await;
        let ada = somebody(app, &congress, "on-site", "Ada Eins").await;
        let bea = somebody(app, &congress, "on-site", "Bea Zwei").await;
        let cem = somebody(app, &congress, "on-site", "Cem Drei").await;
        booked(app, &ada, &of).await.unwrap();
        booked(app, &bea, &of).await.unwrap();
        app.advance(of.span.unwrap().0 - app.store.now());
        assert!(matches!(booked(app, &cem, &of).await, Err(BookingError::Closed)));
        give_back(&app.store, &ada, of.number).await.unwrap();
        assert_eq!(state(app, &bea).await, vec![State::Waiting]);
        app.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn the_draft_knows_how_many_have_booked_and_marked() {
    use programme::entity::star::HolderKind;
    use programme::query::star::Holder;
    use programme::rules::clash::What;
    use programme::service::star;
    run(async |app| {
        let owl = workshops(app, "owl", &[("Löten", 60, Some(5)), ("Falten", 180, None)]).await;
        let solder = of(app, &owl, "Löten").await;
        let (a, b) =
            (somebody(app, &owl, "on-site", "Ada Eins").await, somebody(app, &owl, "on-site", "Bert Zwei").await);
        for who in [&a, &b] {
            booked(app, who, &solder).await.unwrap();
            let holder = |kind, id, generation| Holder { congress: owl.id, kind, id, generation };
            let ticket = holder(HolderKind::Attendee, who.row().id, who.row().link_generation);
            let order = holder(HolderKind::Order, who.row().order_id, 1);
            let old = holder(HolderKind::Attendee, who.row().id, who.row().link_generation + 1);
            for holder in [ticket, order, old] {
                star::add(&app.store, &holder, &[solder.session]).await.unwrap();
            }
        }
        let before = app.store.statements();
        let draft = super::plan::now(app, &owl).await;
        let statements = app.store.statements() - before;
        let view = &draft.sessions[&solder.session];
        assert_eq!((view.bookings, view.stars), (2, 2), "who marks behind two links is one, an old link is none");
        // Nobody asks for seats any more, and the room has fewer than are booked.
        seats::set(&app.store, &Actor::system(), owl.id, solder.session, None).await.unwrap();
        let tx = app.store.begin().await.unwrap();
        use congress::entity::room;
        room::Entity::update_many().col_expr(room::Column::Seats, Expr::value(1)).exec(&*tx).await.unwrap();
        tx.commit().await.unwrap();
        let before = app.store.statements();
        let draft = super::plan::now(app, &owl).await;
        assert_eq!(app.store.statements() - before, statements);
        let small = draft.clashes().into_iter().find_map(|clash| match clash.what {
            What::RoomTooSmall { needed, .. } => Some(needed),
            _ => None,
        });
        assert_eq!(small, Some(2));
    })
    .await;
}
