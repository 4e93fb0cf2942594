//! Orders of the past weeks: offices that send several, businesses, initiatives, people on their own.

use crate::money::billing;
use crate::people::{BODIES, Body, FAMILY, GIVEN};
use crate::{DemoError, question};
use base::actor::ActorKind;
use base::{Actor, Chance, Language, Time, Uuid, name};
use chrono::TimeDelta;
use congress::entity::{congress as table, organisation::Kind};
use congress::rules::question::Typed;
use registration::entity::{attendee, cancellation, order};
use registration::form::{AttendeeForm, Billing, BuyerForm, OrderForm};
use registration::load::order_to_manage;
use registration::service::cancellation::cancel_order_in;
use registration::service::order::place_in;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use store::Tx;
use store::event::entity as event;
use unicode_normalization::UnicodeNormalization;

/// Why tickets come back; most do not say.
const REASONS: [&str; 5] =
    ["Krankheit", "", "Dienstreise am selben Tag", "", "Die Kollegin übernimmt und meldet sich selbst an"];
/// Always the same people.
const SEED: u64 = 2027;
/// Registration has been open for so long.
const OPEN_FOR: TimeDelta = TimeDelta::weeks(11);
/// Of a hundred, so many come in person as long as there is room.
const ON_SITE: u64 = 31;
/// So many places on site are left free, so that one can register.
const LEFT: usize = 68;
const PLACES: usize = 450;
/// Of a hundred orders on site, so many come to the evening reception, and to the tour, …
const DINNER: u64 = 16;
const TOUR: u64 = 14;
/// … and no more people than so many.
const DINERS: usize = 46;
const TOURISTS: usize = 26;

/// Places orders for about so many attendees, in the order of time. Gives those that cost something, and when they were
/// placed: they come to the evening reception.
pub(crate) async fn add(
    tx: &Tx,
    actor: &Actor,
    congress: &table::Model,
    wanted: usize,
) -> Result<Vec<(Uuid, Time)>, DemoError> {
    let chance = Chance::seeded(SEED);
    let (mut there, mut on_site, mut volunteers, mut orders) = (0, 0, 0, 0_u64);
    // Apart from the guests' own chance, so that they stay who they are.
    let mut evening = Beside { chance: Chance::seeded(SEED + 2), diners: 0, tourists: 0 };
    let (mut forms, mut paying) = (vec![], vec![]);
    while there < wanted {
        orders += 1;
        let body = draw_body(&chance);
        let size = usize::try_from(draw_size(&chance, body)).unwrap_or(1).min(wanted - there);
        let in_person = chance.below(100) < ON_SITE && on_site + size <= PLACES - LEFT;
        let category = category(body, in_person, volunteers + size <= 36);
        if in_person {
            on_site += size;
        }
        if category == "on-site-volunteer" {
            volunteers += size;
        }
        let mut form = form(&chance, body, category, size, orders);
        if in_person {
            evening.choose(&mut form, body);
        }
        forms.push(form);
        there += size;
    }
    let total = i32::try_from(forms.len()).unwrap_or(i32::MAX).max(1);
    // Apart from the guests' own chance, so that they stay who they are.
    let answering = Chance::seeded(SEED + 1);
    for (n, mut form) in (0..).zip(forms) {
        answer(&answering, &mut form);
        let order = place_in(tx, actor, congress.id, form).await?.order;
        let costs = order.total_cents > 0;
        let gone = chance.below(40) == 0 && !costs;
        if gone {
            let who = returning(tx, actor, congress, &order);
            let reason = REASONS[usize::try_from(n).unwrap_or(0) % REASONS.len()];
            let order = order_to_manage(tx, &who, congress.id, &order.code).await?;
            cancel_order_in(tx, &order, None, reason).await?;
        }
        let at = moment(&chance, tx.now(), n, total);
        // Who pays gets the mails that money makes, too.
        date_back(tx, order.id, at, !costs).await?;
        if costs {
            paying.push((order.id, at));
        }
        if gone {
            cancelled_at(tx, order.id, later(at, n, tx.now())).await?;
        }
    }
    Ok(paying)
}

/// What goes with tickets on site, as it is drawn.
struct Beside {
    chance: Chance,
    diners: usize,
    tourists: usize,
}

impl Beside {
    /// All people of an order go together.
    fn choose(&mut self, form: &mut OrderForm, body: &Body) {
        let size = form.attendees.len();
        let (dines, tours) = (self.chance.below(100) < DINNER, self.chance.below(100) < TOUR);
        if dines && self.diners + size <= DINERS {
            form.buyer.billing = billing(body, self.diners);
            self.diners += size;
            form.attendees.iter_mut().for_each(|attendee| attendee.extras.push("dinner".into()));
        }
        if tours && self.tourists + size <= TOURISTS {
            self.tourists += size;
            form.attendees.iter_mut().for_each(|attendee| attendee.extras.push("tour".into()));
        }
    }
}

/// What they answer to what the congress asks.
fn answer(chance: &Chance, form: &mut OrderForm) {
    let mut any = false;
    for attendee in &mut form.attendees {
        let on_site = attendee.category.starts_with("on-site");
        any |= on_site;
        attendee.answers = question::of_guest(chance, on_site);
    }
    form.answers = question::of_order(chance, any);
}

/// Who gives tickets back: who ordered them, by their link; from the beginning on only the house can.
fn returning(tx: &Tx, actor: &Actor, congress: &table::Model, order: &order::Model) -> Actor {
    if tx.now() < congress.starts_at { by_link(actor, order) } else { actor.clone() }
}

/// Whoever ordered, by their link.
pub(crate) fn by_link(actor: &Actor, order: &order::Model) -> Actor {
    let mut who = actor.clone();
    who.kind = ActorKind::Holder(order.id);
    who.name.clone_from(&order.buyer_name);
    who
}

/// Some days later, or half of the time that has passed.
fn later(at: Time, n: i32, now: Time) -> Time {
    let days = at + TimeDelta::days(1 + i64::from(n % 6));
    if days < now { days } else { at + (now - at) / 2 }
}

pub(crate) fn draw_body(chance: &Chance) -> &'static Body {
    let mut rest = chance.below(100);
    for body in BODIES {
        match rest.checked_sub(body.share) {
            Some(less) => rest = less,
            None => return body,
        }
    }
    &BODIES[0]
}

/// Offices register colleagues, most others come alone.
pub(crate) fn draw_size(chance: &Chance, body: &Body) -> u64 {
    match (body.kind, chance.below(10)) {
        (Kind::Municipality | Kind::District, 0..=3) => 2 + chance.below(5),
        (Kind::Business | Kind::University, 0..=1) => 2 + chance.below(2),
        _ => 1,
    }
}

fn category(body: &Body, in_person: bool, volunteers_fit: bool) -> &'static str {
    match (in_person, body.kind) {
        (false, _) => "online",
        (true, Kind::Initiative) if volunteers_fit => "on-site-volunteer",
        (true, Kind::Business) => "on-site-business",
        (true, _) => "on-site-public",
    }
}

pub(crate) fn form(chance: &Chance, body: &Body, category: &str, size: usize, number: u64) -> OrderForm {
    let language = if body.domain == "twente" || chance.below(20) == 0 { Language::En } else { Language::De };
    let attendees: Vec<AttendeeForm> = (0..size)
        .map(|n| {
            let (given, family) = (draw(chance, GIVEN), draw(chance, FAMILY));
            AttendeeForm {
                category: category.into(),
                nameless: false,
                given_name: given.into(),
                family_name: family.into(),
                email: format!("{}@{}.example", local_part(given, family, number, n), body.domain),
                organisation: body.name.into(),
                language,
                answers: Typed::new(),
                extras: vec![],
            }
        })
        .collect();
    let kind = match body.kind {
        Kind::Business | Kind::Initiative | Kind::Other => order::BuyerKind::Business,
        _ => order::BuyerKind::PublicBody,
    };
    let first = &attendees[0];
    let buyer = BuyerForm {
        kind,
        by_hand: false,
        name: name::full(&first.given_name, &first.family_name),
        email: first.email.clone(),
        organisation: body.name.into(),
        billing: Billing::default(),
    };
    OrderForm {
        buyer,
        language,
        notify: false,
        source: order::Source::Demo,
        placement: None,
        attendees,
        voucher: None,
        test: false,
        consent: None,
        answers: Typed::new(),
        unlocked: std::collections::BTreeSet::new(),
    }
}

fn draw<'a>(chance: &Chance, list: &[&'a str]) -> &'a str {
    let n = usize::try_from(chance.below(list.len() as u64)).unwrap_or(0);
    list[n]
}

/// `h.groenemeier3` of plain letters, with a number so that no two share an address by chance.
fn local_part(given: &str, family: &str, number: u64, n: usize) -> String {
    let letters = |s: &str| {
        let german = s.to_lowercase().replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
        german.nfkd().filter(char::is_ascii_lowercase).collect::<String>()
    };
    let initial: String = letters(given).chars().take(1).collect();
    format!("{initial}.{}{number}{}", letters(family), if n == 0 { String::new() } else { format!("-{n}") })
}

/// More and more towards today, by day rather than at night.
fn moment(chance: &Chance, now: Time, n: i32, total: i32) -> Time {
    let part = f64::from(n + 1) / f64::from(total);
    #[expect(clippy::cast_possible_truncation, reason = "weeks in minutes fit")]
    let ago = (OPEN_FOR.num_minutes() as f64 * (1.0 - part.sqrt())) as i64;
    let minutes = |n| TimeDelta::minutes(i64::try_from(chance.below(n)).unwrap_or(0));
    let day = (now - TimeDelta::minutes(ago)).date_naive();
    // From 7 to 19 o'clock, UTC.
    let at = day.and_hms_opt(7, 0, 0).map_or(now, |t| t.and_utc() + minutes(12 * 60));
    if at < now { at } else { now - TimeDelta::minutes(1) - minutes(60) }
}

/// Lets an order have been cancelled then.
async fn cancelled_at(tx: &Tx, id: Uuid, at: Time) -> Result<(), DbErr> {
    attendee::Entity::update_many()
        .col_expr(attendee::Column::ChangedAt, Expr::value(at))
        .filter(attendee::Column::OrderId.eq(id))
        .exec(&**tx)
        .await?;
    cancellation::Entity::update_many()
        .col_expr(cancellation::Column::At, Expr::value(at))
        .filter(cancellation::Column::OrderId.eq(id))
        .exec(&**tx)
        .await?;
    event::Entity::update_many()
        .col_expr(event::Column::At, Expr::value(at))
        .filter(event::Column::ObjectId.eq(id))
        .filter(event::Column::Verb.eq("order.cancelled"))
        .exec(&**tx)
        .await
        .map(|_| ())
}

/// Lets an order have been placed then, with its mails: the form asked for none, since they are written as the past.
pub(crate) async fn date_back(tx: &Tx, id: Uuid, at: Time, notify: bool) -> Result<(), DbErr> {
    order::Entity::update_many()
        .col_expr(order::Column::PlacedAt, Expr::value(at))
        .col_expr(order::Column::Notify, Expr::value(notify))
        .filter(order::Column::Id.eq(id))
        .exec(&**tx)
        .await?;
    attendee::Entity::update_many()
        .col_expr(attendee::Column::CreatedAt, Expr::value(at))
        .col_expr(attendee::Column::ChangedAt, Expr::value(at))
        .col_expr(attendee::Column::TicketIssuedAt, Expr::value(at))
        .filter(attendee::Column::OrderId.eq(id))
        .exec(&**tx)
        .await?;
    event::Entity::update_many()
        .col_expr(event::Column::At, Expr::value(at))
        .filter(event::Column::ObjectId.eq(id))
        .exec(&**tx)
        .await
        .map(|_| ())
}
