//! Tickets that cost something: who ordered some in the past weeks, and what became of the money. The orders are placed as
//! any, then each step of them is taken by the services, with the clock at the moment when it was.

use crate::guest::{by_link, date_back, draw_body, draw_size, form};
use crate::people::Body;
use crate::{DemoError, LOGINS};
use base::actor::Grant;
use base::{Actor, Chance, Language, Permission, Text, Time, Uuid};
use chrono::TimeDelta;
use congress::entity::{congress as table, organisation::Kind};
use identity::Role;
use identity::entity::account;
use locale::Tz;
use payment::entity::payment::{self as received, Method};
use payment::form::MoneyForm;
use payment::service::seller::{self, Seller};
use payment::service::{expiry, invoice, payment as incoming, refund};
use registration::entity::order;
use registration::form::Billing;
use registration::load::{order_to_manage, order_to_settle};
use registration::service::cancellation::cancel;
use registration::service::order::place_in;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use store::{Store, Tx};
use web::form::Seen;

/// Apart from the guests' own, so that they stay who they are.
const SEED: u64 = 2029;
/// So many of a hundred attendees have a ticket that costs something, …
const SHARE: usize = 40;
/// … and no more than so many.
const MOST: usize = 72;
/// So far are the numbers in their addresses from those of others.
const NUMBERS: u64 = 20_000;
/// Said who sells so many days ago, before all orders.
const SELLING_SINCE: i64 = 80;

/// What happened to an order, so many days after it was placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Its invoice goes out.
    Invoice,
    /// So many of a hundred of what it costs came in.
    Pays(i64, Method),
    /// All of it came in, and so many cents more.
    PaysMore(i64),
    /// The last payment was noted wrongly.
    Withdraws,
    /// Nobody paid: its places are free again.
    Expires,
    /// Who ordered gives it back.
    Cancels,
    /// What came in is paid back.
    Refunds,
}

/// How it went with an order.
struct Course {
    /// It was placed so many days ago, at least and at most.
    ago: (i64, i64),
    /// After so many days.
    steps: &'static [(i64, Step)],
}

const PAID: Step = Step::Pays(100, Method::Transfer);

/// In turn. Buyers have 14 days to pay, and 7 more are waited for a transfer.
const COURSES: &[Course] = &[
    Course { ago: (12, 70), steps: &[(6, PAID)] },
    Course { ago: (2, 9), steps: &[] },
    Course { ago: (17, 20), steps: &[] },
    Course { ago: (24, 34), steps: &[(8, Step::Pays(50, Method::Transfer))] },
    Course { ago: (20, 40), steps: &[(5, Step::PaysMore(2_000))] },
    Course { ago: (38, 60), steps: &[(23, Step::Expires)] },
    Course { ago: (42, 64), steps: &[(5, PAID), (20, Step::Cancels), (26, Step::Refunds)] },
    Course { ago: (10, 70), steps: &[(3, PAID)] },
    Course { ago: (26, 30), steps: &[(4, PAID), (22, Step::Cancels)] },
    Course { ago: (44, 62), steps: &[(23, Step::Expires), (27, PAID)] },
    Course { ago: (14, 50), steps: &[(4, Step::Pays(60, Method::Transfer)), (9, Step::Pays(40, Method::Cash))] },
    Course { ago: (18, 50), steps: &[(3, PAID), (4, Step::Withdraws), (11, PAID)] },
    Course { ago: (11, 70), steps: &[(8, PAID)] },
    Course { ago: (13, 70), steps: &[(10, PAID)] },
];

/// A moment at which something happened to an order.
#[derive(Clone, Copy, Debug)]
struct Moment {
    at: Time,
    order: Uuid,
    step: Step,
}

/// What is going to happen.
pub(crate) struct Plan {
    moments: Vec<Moment>,
    /// How many attendees the orders have.
    pub(crate) people: usize,
}

impl Plan {
    /// What happens to orders of guests that cost something: the invoice goes out, and most have paid by now.
    pub(crate) fn also(&mut self, orders: Vec<(Uuid, Time)>, now: Time) {
        for (n, (order, placed)) in (0..).zip(orders) {
            let moment = |at, step| Moment { at, order, step };
            self.moments.push(moment(placed + TimeDelta::minutes(1), Step::Invoice));
            let paid = placed + TimeDelta::days(2 + n % 8);
            if paid < now {
                self.moments.push(moment(paid, PAID));
            }
        }
        self.moments.sort_by_key(|moment| (moment.at, moment.order));
    }
}

/// Places the orders, each at its time. No mail is asked for yet.
pub(crate) async fn place(tx: &Tx, actor: &Actor, congress: &table::Model, wanted: usize) -> Result<Plan, DemoError> {
    let chance = Chance::seeded(SEED);
    let wanted = (wanted * SHARE / 100).min(MOST);
    let mut plan = Plan { moments: vec![], people: 0 };
    for n in 0.. {
        if plan.people == wanted {
            break;
        }
        let (course, turn) = (&COURSES[n % COURSES.len()], n / COURSES.len());
        let body = draw_body(&chance);
        let size = if turn == 0 {
            1
        } else {
            usize::try_from(draw_size(&chance, body)).unwrap_or(1).min(wanted - plan.people)
        };
        let category = if n % 3 == 2 { "workshop" } else { "exhibitor" };
        let mut form = form(&chance, body, category, size, NUMBERS + n as u64);
        form.buyer.billing = billing(body, n);
        if category == "exhibitor" && n % 4 == 1 {
            form.attendees.iter_mut().for_each(|attendee| attendee.extras.push("dinner".into()));
        }
        let order = place_in(tx, actor, congress.id, form).await?.order;
        let spread = course.ago.1 - course.ago.0 + 1;
        let days = course.ago.0 + (i64::try_from(turn).unwrap_or(0) * 7) % spread;
        let minutes = i64::try_from(chance.below(9 * 60)).unwrap_or(0);
        let placed = tx.now() - TimeDelta::days(days) - TimeDelta::minutes(minutes);
        date_back(tx, order.id, placed, false).await?;
        let moment = |at, step| Moment { at, order: order.id, step };
        plan.moments.push(moment(placed + TimeDelta::minutes(1), Step::Invoice));
        plan.moments.extend(course.steps.iter().map(|(days, step)| moment(placed + TimeDelta::days(*days), *step)));
        plan.people += size;
    }
    plan.moments.sort_by_key(|moment| (moment.at, moment.order));
    Ok(plan)
}

/// Streets to draw from; the town's own postcode, so that a map would find it.
const STREETS: [&str; 5] = ["Rathausplatz 1", "Bahnhofstraße 12", "Am Markt 3", "Lange Straße 48", "Industrieweg 7"];

/// Leitweg-IDs that are sound and nobody's.
const LEITWEG_IDS: [&str; 3] = ["057110000000-31-65", "057740032032-16-82", "057660020020-10-93"];

/// Where the invoice of one of these goes.
pub(crate) fn billing(body: &Body, n: usize) -> Billing {
    let public = matches!(body.kind, Kind::Municipality | Kind::District | Kind::Authority);
    let (postcode, country) = match body.town {
        "Bielefeld" => ("33602", ""),
        "Delbrück" => ("33129", ""),
        "Detmold" => ("32756", ""),
        "Lemgo" => ("32657", ""),
        "Paderborn" => ("33098", ""),
        "Höxter" => ("37671", ""),
        "Gütersloh" => ("33330", ""),
        _ => ("7511 JA", "NL"),
    };
    let public_only = |text: &str| if public { text.to_owned() } else { String::new() };
    Billing {
        street: STREETS[n % STREETS.len()].into(),
        postcode: postcode.into(),
        town: body.town.into(),
        country: country.into(),
        vat_id: String::new(),
        leitweg_id: if country.is_empty() { public_only(LEITWEG_IDS[n % LEITWEG_IDS.len()]) } else { String::new() },
        purchase_order: if n.is_multiple_of(4) { format!("45000{n:04}") } else { String::new() },
        cost_centre: public_only("1.12.01"),
    }
}

/// Says who sells, and takes all steps, oldest first, with the clock at the moment of each. The clock is right again
/// afterwards, whatever happens.
pub(crate) async fn run(store: &Store, congress: &table::Model, plan: Plan) -> Result<(), DemoError> {
    let before = store.clock().offset_ms();
    let done = Box::pin(steps(store, congress, plan)).await;
    store.clock().advance(TimeDelta::milliseconds(before - store.clock().offset_ms()));
    done
}

fn turn_to(store: &Store, at: Time) {
    store.clock().advance(at - store.now());
}

async fn steps(store: &Store, congress: &table::Model, plan: Plan) -> Result<(), DemoError> {
    let now = store.now();
    let Some(finance) = finance(store, congress.id).await? else { return Ok(()) };
    turn_to(store, now - TimeDelta::days(SELLING_SINCE));
    seller::set(store, &finance, congress.id, owl_gmbh(), &Seen::of(&())).await?;
    for moment in plan.moments {
        turn_to(store, moment.at);
        take(store, &finance, congress, moment).await?;
    }
    Ok(())
}

async fn finance(store: &Store, congress: Uuid) -> Result<Option<Actor>, DemoError> {
    let Some(login) = LOGINS.iter().find(|login| login.role == Role::Finance) else { return Ok(None) };
    let found = account::Entity::find().filter(account::Column::Address.eq(login.email)).one(store.read()).await?;
    let permissions = vec![Permission::OrdersRead, Permission::PaymentsWrite];
    let grants = vec![Grant { congress: Some(congress), permissions }];
    Ok(found.map(|account| Actor::staff(account.id, login.name, Language::De, grants)))
}

/// With an account number that banks publish for trying out.
fn owl_gmbh() -> Seller {
    Seller {
        name: "OstWestfalenLippe GmbH".into(),
        street: "Turnerstraße 5–9".into(),
        postcode: "33602".into(),
        town: "Bielefeld".into(),
        country: "DE".into(),
        tax_number: "305/5800/0417".into(),
        vat_id: String::new(),
        account_holder: "OstWestfalenLippe GmbH".into(),
        iban: "DE02120300000000202051".into(),
        bic: "BYLADEM1001".into(),
        prefix: "OWL".into(),
        due_days: 14,
        grace_days: 7,
        exemption: Text::default(),
        foot: Text::new(
            "Bitte geben Sie bei der Überweisung die Rechnungsnummer an. Fragen zur Rechnung: kongress@owl-gmbh.example",
            "Please give the number of the invoice with your transfer. Questions: kongress@owl-gmbh.example",
        ),
    }
}

async fn take(store: &Store, finance: &Actor, congress: &table::Model, moment: Moment) -> Result<(), DemoError> {
    let found = order::Entity::find().filter(order::Column::Id.eq(moment.order)).one(store.read()).await?;
    let Some(row) = found else { return Ok(()) };
    let conn = store.read();
    match moment.step {
        Step::Invoice => {}
        Step::Pays(..) | Step::PaysMore(_) => {
            let order = order_to_settle(conn, finance, congress.id, &row.code).await?;
            let (share, more, method) = match moment.step {
                Step::Pays(share, method) => (share, 0, method),
                Step::PaysMore(more) => (100, more, Method::Transfer),
                _ => return Ok(()),
            };
            // Of one that expired, what it would cost.
            let total = cost(store, row.id).await?;
            let form = noted(congress, moment.at, total * share / 100 + more, method, &row.code);
            incoming::receive(store, &order, store.chance().id(moment.at), &form).await?;
        }
        Step::Withdraws => {
            let order = order_to_settle(conn, finance, congress.id, &row.code).await?;
            let last = received::Entity::find()
                .filter(received::Column::OrderId.eq(row.id))
                .order_by_desc(received::Column::Id)
                .one(conn)
                .await?;
            if let Some(last) = last {
                incoming::withdraw(store, &order, last.id, "Gehörte zu einer anderen Bestellung").await?;
            }
        }
        Step::Expires => {
            expiry::sweep(store).await?;
        }
        Step::Cancels => {
            let who = by_link(&Actor::system(), &row);
            let order = order_to_manage(conn, &who, congress.id, &row.code).await?;
            cancel(store, &order, None, "Kann doch nicht kommen").await?;
        }
        Step::Refunds => {
            let order = order_to_settle(conn, finance, congress.id, &row.code).await?;
            let kept = payment::query::account(conn, &row).await?.balance.kept();
            let form = noted(congress, moment.at, kept, Method::Transfer, &row.code);
            refund::refund(store, &order, store.chance().id(moment.at), &form).await?;
        }
    }
    invoice::follow(store, row.id, false).await?;
    Ok(())
}

async fn cost(store: &Store, order: Uuid) -> Result<i64, DemoError> {
    use registration::entity::attendee;
    let people = attendee::Entity::find().filter(attendee::Column::OrderId.eq(order)).all(store.read()).await?;
    Ok(people.iter().map(|a| a.price_cents).sum())
}

fn noted(congress: &table::Model, at: Time, cents: i64, method: Method, code: &str) -> MoneyForm {
    let zone = congress.zone.parse().unwrap_or(Tz::UTC);
    let by_transfer = method == Method::Transfer;
    MoneyForm {
        cents,
        method,
        day: at.with_timezone(&zone).date_naive(),
        reference: if by_transfer { code.to_owned() } else { String::new() },
        note: if by_transfer { String::new() } else { "An der Kasse des Kongressbüros".into() },
        shown: None,
    }
}
