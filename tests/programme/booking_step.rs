//! Whatever is booked, given back, cancelled and resized in whatever order, two at once at times: each seat is somebody's,
//! nobody has two, nobody who waits is passed.

use super::booking::{booked, of, somebody, workshops};
use crate::kit::{App, run};
use base::{Actor, Chance};
use congress::entity::congress::Model as Congress;
use payment::service::restoration;
use programme::query::booking::Occurrence;
use programme::service::booking::{give_back, seats};
use registration::load::{Attendee, order_to_manage};
use registration::service::cancellation;

const WALKS: u64 = 4;
const STEPS: usize = 45;

async fn check(app: &App, trace: &[String]) {
    let wrong = [
        // As many claims as bookings with a seat, each its own.
        "SELECT count(*) FROM booking b WHERE (SELECT coalesce(sum(c.n), 0) FROM claim c WHERE c.holder_kind = 'booking' \
         AND c.holder_id = b.id AND c.freed_at IS NULL) <> CASE WHEN b.state = 'booked' THEN 1 ELSE 0 END",
        // What is taken is what is claimed, and no more than there is.
        "SELECT count(*) FROM capacity k WHERE k.taken > k.size OR k.taken <> (SELECT coalesce(sum(c.n), 0) FROM claim c \
         WHERE c.capacity_id = k.id AND c.freed_at IS NULL)",
        // Nobody has two at once.
        "SELECT count(*) FROM (SELECT slot_id FROM booking WHERE state <> 'freed' GROUP BY slot_id, attendee_id \
         HAVING count(*) > 1) twice",
    ];
    for sql in wrong {
        assert_eq!(app.count(sql).await, 0, "{sql}: {trace:#?}");
    }
}

/// Nobody waits while a seat is free, once all that follows is done; and whoever has none holds none.
async fn check_settled(app: &App, trace: &[String]) {
    app.run_jobs().await;
    let wrong = [
        "SELECT count(*) FROM seating s JOIN capacity k ON k.id = s.capacity_id WHERE k.taken < k.size AND EXISTS \
         (SELECT 1 FROM booking b WHERE b.slot_id = s.slot_id AND b.state = 'waiting')",
        "SELECT count(*) FROM booking b JOIN attendee a ON a.id = b.attendee_id WHERE b.state <> 'freed' \
         AND a.state NOT IN ('valid', 'unpaid')",
    ];
    for sql in wrong {
        assert_eq!(app.count(sql).await, 0, "{sql}: {trace:#?}");
    }
}

async fn step(app: &App, congress: &Congress, chance: &Chance, people: &[Attendee], all: &[Occurrence]) -> String {
    let below = |n: usize| usize::try_from(chance.below(n as u64)).unwrap();
    let (who, of) = (&people[below(people.len())], &all[below(all.len())]);
    let name = &who.row().given_name;
    match below(10) {
        0..=3 => format!("{name} books {}: {:?}", of.number, booked(app, who, of).await),
        4 => {
            let other = &people[below(people.len())];
            let (one, two) = tokio::join!(booked(app, who, of), booked(app, other, of));
            format!("{name} and {} book {} at once: {one:?}, {two:?}", other.row().given_name, of.number)
        }
        5 => {
            let other = &people[below(people.len())];
            let (one, two) = tokio::join!(give_back(&app.store, who, of.number), booked(app, other, of));
            format!("{name} gives {} back while {} books: {one:?}, {two:?}", of.number, other.row().given_name)
        }
        6 => format!("{name} gives {} back: {:?}", of.number, give_back(&app.store, who, of.number).await),
        7 => {
            let n = i32::try_from(below(4)).unwrap();
            let set = seats::set(&app.store, &Actor::system(), congress.id, of.session, Some(n)).await;
            format!("{n} seats at {}: {set:?}", of.number)
        }
        8 => {
            let order =
                order_to_manage(app.store.read(), &Actor::system(), congress.id, &who.order().code).await.unwrap();
            let (ended, taken) = tokio::join!(cancellation::cancel(&app.store, &order, None, ""), booked(app, who, of));
            format!("{name} is cancelled while booking {}: {ended:?}, {taken:?}", of.number)
        }
        _ => {
            let order =
                order_to_manage(app.store.read(), &Actor::system(), congress.id, &who.order().code).await.unwrap();
            let back = restoration::restore(&app.store, &order, &[who.row().id], false).await.map(|_| ());
            format!("{name} is back: {back:?}")
        }
    }
}

#[tokio::test]
async fn whatever_is_done_each_seat_is_somebodys() {
    run(async |app| {
        for seed in 0..WALKS {
            let titles: Vec<String> = ["Eins", "Zwei"].iter().map(|name| format!("{name} {seed}")).collect();
            let all = [(titles[0].as_str(), 60, Some(2)), (titles[1].as_str(), 180, Some(1))];
            let congress = workshops(app, &format!("walk-{seed}"), &all).await;
            let chance = Chance::seeded(seed);
            let mut people = vec![];
            for name in ["Ada Eins", "Bea Zwei", "Cem Drei", "Dan Vier", "Eva Fünf"] {
                people.push(somebody(app, &congress, "on-site", name).await);
            }
            let mut of_all = vec![];
            for title in &titles {
                of_all.push(of(app, &congress, title).await);
            }
            let mut trace = vec![format!("seed {seed}")];
            for at in 0..STEPS {
                trace.push(step(app, &congress, &chance, &people, &of_all).await);
                check(app, &trace).await;
                if at % 5 == 4 {
                    check_settled(app, &trace).await;
                }
            }
            check_settled(app, &trace).await;
        }
        app.deliver().await;
    })
    .await;
}
