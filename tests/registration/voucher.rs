//! Vouchers: what they do to price and place, used as often as they may be, freed once.

use crate::kit::world::form;
use crate::kit::{App, run};
use base::actor::Grant;
use base::{Actor, Language, Permission, Uuid};
use chrono::TimeDelta;
use registration::RegistrationError;
use registration::entity::{attendee, order};
use registration::form::{OrderForm, VoucherForm};
use registration::load;
use registration::service::cancellation::cancel_by_hand;
use registration::service::order::{Placed, place};
use registration::service::{quota, rebooking, settlement};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use ticketing::TicketingError;
use ticketing::entity::voucher::{Effect, Scope};
use ticketing::query::voucher::{VoucherView, by_code};
use ticketing::query::{QuotaView, quotas};
use ticketing::rules::voucher::{Refusal, price, spread};
use ticketing::service::quota::Quota;
use ticketing::service::voucher::{self, Offer, Voucher, place as places};
use web::form::Seen;

/// A voucher as tests want it.
pub fn of(code: &str, max_uses: i32) -> Voucher {
    Voucher { code: code.into(), max_uses, ..Voucher::default() }
}

/// For the chosen category alone.
fn only(category: &str, new: Voucher) -> Voucher {
    Voucher { scope: Scope::Categories, categories: vec![category.into()], ..new }
}

pub async fn add(app: &App, congress: Uuid, new: Voucher) -> Uuid {
    let id = app.store.chance().opaque_id();
    voucher::create(&app.store, &Actor::system(), (congress, id), new).await.expect("a voucher");
    id
}

fn with(code: &str, attendees: &[(&str, &str)]) -> OrderForm {
    OrderForm { voucher: Some(VoucherForm { code: code.into(), reach: 1 }), ..form(attendees) }
}

async fn order(app: &App, congress: Uuid, form: OrderForm) -> Result<Placed, RegistrationError> {
    place(&app.store, &Actor::guest(Language::De), congress, form).await
}

fn refusal(result: Result<Placed, RegistrationError>) -> Refusal {
    match result {
        Err(RegistrationError::Voucher(refusal)) => refusal,
        other => panic!("expected a refusal: {other:?}"),
    }
}

async fn look(app: &App, congress: Uuid, code: &str) -> VoucherView {
    by_code(app.store.read(), congress, code).await.unwrap().expect("a voucher")
}

async fn taken(app: &App, congress: Uuid, slug: &str) -> i32 {
    let all: Vec<QuotaView> = quotas(app.store.read(), congress).await.unwrap();
    all.into_iter().find(|quota| quota.slug == slug).unwrap().taken
}

fn staff(app: &App) -> Actor {
    let grant = Grant { congress: None, permissions: vec![Permission::OrdersRead, Permission::OrdersWrite] };
    Actor::staff(app.store.chance().opaque_id(), "Miriam Osterholz", Language::De, vec![grant])
}

async fn cancel(app: &App, order: &order::Model, attendees: &[Uuid]) -> Result<usize, RegistrationError> {
    let loaded = load::order_to_manage(app.store.read(), &staff(app), order.congress_id, &order.code).await?;
    cancel_by_hand(&app.store, &loaded, attendees, "", false).await
}

async fn restore(app: &App, order: &order::Model, attendees: &[Uuid]) -> Result<usize, RegistrationError> {
    let loaded = load::order_to_manage(app.store.read(), &staff(app), order.congress_id, &order.code).await?;
    payment::service::restoration::restore(&app.store, &loaded, attendees, false).await
}

async fn rebook(app: &App, order: &order::Model, position: i32, category: &str) -> Result<(), RegistrationError> {
    let loaded = load::order_to_manage(app.store.read(), &staff(app), order.congress_id, &order.code).await?;
    let attendee = load::attendee_of(app.store.read(), &loaded, &position.to_string()).await?;
    let seen = rebooking::seen(attendee.row());
    payment::service::rebooking::rebook(&app.store, &attendee, &seen, category, false).await
}

async fn attendees(app: &App, order: Uuid) -> Vec<attendee::Model> {
    attendee::Entity::find().filter(attendee::Column::OrderId.eq(order)).all(app.store.read()).await.unwrap()
}

#[test]
fn prices_are_never_below_zero_and_never_above_what_they_were() {
    let chance = base::Chance::seeded(23);
    for _ in 0..20_000 {
        let cents = i64::try_from(chance.below(20_000)).unwrap();
        let amount = i64::try_from(chance.below(12_000)).unwrap();
        for effect in [Effect::None, Effect::Set, Effect::Less, Effect::Percent] {
            let with = price(effect, amount, cents);
            assert!((0..=cents).contains(&with), "{effect:?} {amount} of {cents}: {with}");
        }
        assert_eq!(price(Effect::None, amount, cents), cents);
        assert_eq!(price(Effect::Set, amount, cents), amount.min(cents));
        assert_eq!(price(Effect::Less, amount, cents), (cents - amount).max(0));
        // Half up: no other whole number of cents is nearer.
        let percent = amount.min(10_000);
        let (with, exact) = (price(Effect::Percent, percent, cents), cents * (10_000 - percent));
        assert!((with * 10_000 - exact).abs() <= 5_000 && with * 10_000 - exact != -5_000, "{percent} of {cents}");
    }
    assert_eq!(price(Effect::Percent, 5_000, 1), 1, "half a cent is a cent");
    assert_eq!(price(Effect::Percent, 10_000, 4_900), 0);
    assert_eq!(spread([true, false, true, true].into_iter(), 2), [true, false, true, false]);
}

#[tokio::test]
async fn a_voucher_lowers_prices_and_is_used_as_often_as_it_may() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        add(app, owl.id, only("paid", Voucher { effect: Effect::Percent, amount: 2_500, ..of("OWL-25", 3) })).await;
        let placed =
            order(app, owl.id, with(" owl-25", &[("paid", "Lea Nolte"), ("online", "Jan Brand")])).await.unwrap();
        assert_eq!(placed.order.total_cents, 3_675, "a quarter less, and what it is not for is as it was");
        assert_eq!(placed.order.voucher, "OWL-25");
        let lea = &placed.attendees[0].attendee;
        assert_eq!((lea.price_cents, lea.waived_cents, placed.attendees[1].attendee.voucher_id), (3_675, 1_225, None));
        assert_eq!(look(app, owl.id, "OWL-25").await.code.used, 1);
        let three = [("paid", "Nour Said"), ("paid", "Ute Renz"), ("paid", "Kai Berg")];
        let short = OrderForm { voucher: Some(VoucherForm { code: "OWL-25".into(), reach: 3 }), ..form(&three) };
        assert_eq!(refusal(order(app, owl.id, short).await), Refusal::Short(2), "what was shown is not silently less");
        let rest = order(app, owl.id, with("OWL-25", &three)).await.unwrap();
        assert_eq!(rest.order.total_cents, 2 * 3_675 + 4_900, "as far as it reaches");
        assert!(matches!(
            refusal(order(app, owl.id, with("OWL-25", &[("paid", "Eva Holt")])).await),
            Refusal::Unusable(congress::rules::code::Unusable::UsedUp)
        ));
        let found = registration::query::order::Filter { query: "owl-25".into(), ..Default::default() };
        let found = registration::query::order::after(app.store.read(), owl.id, &found, None, None, 10).await.unwrap();
        assert_eq!(found.len(), 2, "orders are found by it");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn each_reason_is_told_apart() {
    run(async |app| {
        use congress::rules::code::Unusable::{Ended, Expired, NotYet};
        let owl = app.congress("owl", 10).await;
        let now = app.store.now();
        add(app, owl.id, only("paid", of("PAID", 5))).await;
        add(app, owl.id, Voucher { valid_from: Some(now + TimeDelta::days(2)), ..of("LATER", 5) }).await;
        add(app, owl.id, Voucher { valid_until: Some(now + TimeDelta::days(1)), ..of("SOON-OVER", 5) }).await;
        add(app, owl.id, Voucher { min_uses: 2, ..of("GROUP", 5) }).await;
        let ended = add(app, owl.id, of("ENDED", 5)).await;
        voucher::end(&app.store, &Actor::system(), owl.id, ended).await.unwrap();
        let one = [("online", "Lea Nolte")];
        let try_it = async |code: &str| refusal(order(app, owl.id, with(code, &one)).await);
        assert_eq!(try_it("NOWHERE").await, Refusal::Unknown);
        assert_eq!(try_it("PAID").await, Refusal::OtherTickets);
        assert_eq!(try_it("GROUP").await, Refusal::TooFew(2));
        assert!(matches!(try_it("LATER").await, Refusal::Unusable(NotYet(_))));
        assert_eq!(try_it("ENDED").await, Refusal::Unusable(Ended));
        app.clock.advance(TimeDelta::days(1));
        assert_eq!(try_it("SOON-OVER").await, Refusal::Unusable(Expired));
        assert_eq!(attendee::Entity::find().all(app.store.read()).await.unwrap().len(), 0, "nothing was placed");
    })
    .await;
}

#[tokio::test]
async fn a_use_is_freed_once_however_its_ticket_ends() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        add(app, owl.id, Voucher { effect: Effect::Less, amount: 900, ..of("NINE", 4) }).await;
        let two = order(app, owl.id, with("NINE", &[("paid", "Lea Nolte"), ("on-site", "Jan Brand")])).await.unwrap();
        let ids: Vec<Uuid> = two.attendees.iter().map(|a| a.attendee.id).collect();
        cancel(app, &two.order, &ids[..1]).await.unwrap();
        assert_eq!(look(app, owl.id, "NINE").await.code.used, 1, "of a part of the order");
        assert!(cancel(app, &two.order, &ids[..1]).await.is_err(), "a second time frees nothing");
        restore(app, &two.order, &ids[..1]).await.unwrap();
        assert_eq!(look(app, owl.id, "NINE").await.code.used, 2, "undone, it is used again");
        cancel(app, &two.order, &ids).await.unwrap();
        assert_eq!(look(app, owl.id, "NINE").await.code.used, 0);
        // Rebooked to a category that it is not for: the use is free and the price is the regular one.
        add(app, owl.id, only("on-site", of("HALL", 1))).await;
        let one = order(app, owl.id, with("HALL", &[("on-site", "Nour Said")])).await.unwrap();
        rebook(app, &one.order, 1, "online").await.unwrap();
        let row = attendees(app, one.order.id).await.remove(0);
        assert_eq!((row.voucher_id, look(app, owl.id, "HALL").await.code.used), (None, 0));
        order(app, owl.id, with("HALL", &[("on-site", "Ute Renz")])).await.expect("it can be used again");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn late_money_takes_the_use_again_while_there_is_one() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        add(app, owl.id, Voucher { effect: Effect::Set, amount: 1_000, ..of("TEN-EURO", 1) }).await;
        let late = order(app, owl.id, with("TEN-EURO", &[("paid", "Lea Nolte")])).await.unwrap().order;
        let settle = async |order: &order::Model, cents: i64| {
            let tx = app.store.begin().await.unwrap();
            let held = settlement::held(&tx, order.id).await.unwrap();
            let settled = settlement::settle(&tx, &Actor::system(), &held, cents).await.unwrap();
            tx.commit().await.unwrap();
            settled
        };
        let expire = async |order: &order::Model| {
            let tx = app.store.begin().await.unwrap();
            let held = settlement::held(&tx, order.id).await.unwrap();
            assert!(settlement::expire(&tx, &held).await.unwrap());
            tx.commit().await.unwrap();
        };
        expire(&late).await;
        assert_eq!(look(app, owl.id, "TEN-EURO").await.code.used, 0);
        let other = order(app, owl.id, with("TEN-EURO", &[("paid", "Jan Brand")])).await.unwrap();
        assert_eq!(settle(&late, 1_000).await, settlement::Settled::NoRoom, "somebody else has the only use");
        cancel(app, &other.order, &[other.attendees[0].attendee.id]).await.unwrap();
        assert_eq!(settle(&late, 1_000).await, settlement::Settled::Revived);
        assert_eq!(look(app, owl.id, "TEN-EURO").await.code.used, 1);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn places_are_held_in_advance_and_pass_on_to_who_comes() {
    run(async |app| {
        let owl = app.congress("owl", 3).await;
        let id = add(app, owl.id, only("on-site", Voucher { blocks: true, ..of("PARTNER", 2) })).await;
        assert_eq!(taken(app, owl.id, "seats").await, 2);
        app.order(owl.id, &[("on-site", "Kai Berg")]).await;
        let full = order(app, owl.id, form(&[("on-site", "Eva Holt")])).await;
        assert!(matches!(full, Err(RegistrationError::SoldOut { .. })), "the rest is held: {full:?}");
        let come = order(app, owl.id, with("PARTNER", &[("on-site", "Lea Nolte")])).await.unwrap();
        assert_eq!(taken(app, owl.id, "seats").await, 3, "a place changed hands");
        app.check_invariants().await;
        cancel(app, &come.order, &[come.attendees[0].attendee.id]).await.unwrap();
        assert_eq!(taken(app, owl.id, "seats").await, 3, "and back");
        let more =
            Voucher { max_uses: 3, ..Voucher::of(&look(app, owl.id, "PARTNER").await, &offer(app, owl.id).await) };
        let seen = Seen::of(&Voucher { max_uses: 2, ..more.clone() });
        let result = voucher::change(&app.store, &Actor::system(), (owl.id, id), more, &seen).await;
        assert!(matches!(result, Err(TicketingError::NoRoom { .. })), "{result:?}");
        voucher::end(&app.store, &Actor::system(), owl.id, id).await.unwrap();
        assert_eq!(taken(app, owl.id, "seats").await, 1, "all of it is free");
        let soon = Some(app.store.now() + TimeDelta::hours(1));
        add(app, owl.id, only("on-site", Voucher { blocks: true, valid_until: soon, ..of("BRIEF", 2) })).await;
        assert_eq!(taken(app, owl.id, "seats").await, 3);
        app.clock.advance(TimeDelta::hours(2));
        assert_eq!(places::sweep(&app.store).await.unwrap(), 1);
        assert_eq!(places::sweep(&app.store).await.unwrap(), 0);
        assert_eq!(taken(app, owl.id, "seats").await, 1, "none is held beyond its time");
        app.run_jobs().await;
    })
    .await;
}

async fn offer(app: &App, congress: Uuid) -> Offer {
    Offer::load(app.store.read(), congress).await.unwrap()
}

#[tokio::test]
async fn guests_beyond_the_quota_take_no_place_and_leave_none() {
    run(async |app| {
        let owl = app.congress("owl", 1).await;
        app.order(owl.id, &[("on-site", "Kai Berg")]).await;
        let id = add(app, owl.id, only("on-site", Voucher { passes: true, ..of("PRESS", 2) })).await;
        let press =
            order(app, owl.id, with("PRESS", &[("on-site", "Lea Nolte"), ("on-site", "Jan Brand")])).await.unwrap();
        assert!(press.attendees.iter().all(|a| a.attendee.beyond_quota));
        assert_eq!(taken(app, owl.id, "seats").await, 1);
        app.check_invariants().await;
        // Ended or cancelled, not one place more is for sale.
        voucher::end(&app.store, &Actor::system(), owl.id, id).await.unwrap();
        cancel(app, &press.order, &[press.attendees[0].attendee.id]).await.unwrap();
        let full = order(app, owl.id, form(&[("on-site", "Eva Holt")])).await;
        assert!(matches!(full, Err(RegistrationError::SoldOut { .. })));
        restore(app, &press.order, &[press.attendees[0].attendee.id]).await.unwrap();
        assert_eq!(taken(app, owl.id, "seats").await, 1, "who comes back is a guest beyond it again");
        assert_eq!(quota::recount(&app.store, &Actor::system(), owl.id).await.unwrap(), 0, "nothing to mend");
        // Elsewhere they are like everybody.
        rebook(app, &press.order, 2, "online").await.unwrap();
        let row = attendees(app, press.order.id).await.into_iter().find(|row| row.position == 2).unwrap();
        assert!(!row.beyond_quota && row.voucher_id.is_none());
        assert_eq!(taken(app, owl.id, "stream").await, 1);
        let used = voucher::remove(&app.store, &Actor::system(), owl.id, id).await;
        assert!(used.is_err(), "what was used is ended, not deleted");
        let unused = add(app, owl.id, of("SPARE", 1)).await;
        voucher::remove(&app.store, &Actor::system(), owl.id, unused).await.unwrap();
        voucher::remove(&app.store, &Actor::system(), owl.id, unused).await.unwrap();
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_use_goes_to_one() {
    run(async |app| {
        let owl = app.congress("owl", 100).await;
        add(app, owl.id, only("on-site", Voucher { blocks: true, ..of("LAST", 3) })).await;
        let mut all = tokio::task::JoinSet::new();
        for n in 0..8 {
            let (store, congress) = (app.store.clone(), owl.id);
            let form = with("LAST", &[("on-site", &*format!("Gast {n}"))]);
            all.spawn(async move { place(&store, &Actor::guest(Language::De), congress, form).await });
        }
        let (mut placed, mut refused) = (vec![], 0);
        while let Some(result) = all.join_next().await {
            match result.unwrap() {
                Ok(one) => placed.push(one),
                Err(RegistrationError::Voucher(_)) => refused += 1,
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!((placed.len(), refused), (3, 5));
        app.check_invariants().await;
        // All are cancelled, used anew and cancelled twice at the same moment.
        let mut all = tokio::task::JoinSet::new();
        for one in placed.iter().chain(&placed) {
            let (store, row, actor) = (app.store.clone(), one.order.clone(), staff(app));
            let attendee = one.attendees[0].attendee.id;
            all.spawn(async move {
                let loaded = load::order_to_manage(store.read(), &actor, row.congress_id, &row.code).await.unwrap();
                cancel_by_hand(&store, &loaded, &[attendee], "", false).await.is_ok()
            });
        }
        let ended = all.join_all().await.into_iter().filter(|ok| *ok).count();
        assert_eq!((ended, look(app, owl.id, "LAST").await.code.used), (3, 0));
        assert_eq!(taken(app, owl.id, "seats").await, 3, "it holds its places again");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn the_counts_agree_whatever_happens() {
    run(async |app| {
        let owl = app.congress("owl", 14).await;
        let chance = base::Chance::seeded(23);
        let below = |n: u64| usize::try_from(chance.below(n)).unwrap();
        let kinds = [
            only("on-site", Voucher { blocks: true, ..of("BLOCK", 4) }),
            only("on-site", Voucher { passes: true, ..of("PASS", 3) }),
            Voucher { effect: Effect::Percent, amount: 3_333, ..of("LESS", 5) },
            Voucher { scope: Scope::Quota, quota: "seats".into(), blocks: true, ..of("SEATS", 3) },
        ];
        for new in kinds.clone() {
            add(app, owl.id, new).await;
        }
        let mut orders: Vec<order::Model> = vec![];
        let (slugs, names) = (["on-site", "online", "paid"], ["Lea Nolte", "Jan Brand", "Nour Said"]);
        for step in 0..400 {
            let code = kinds[below(4)].code.clone();
            match below(8) {
                0..=2 => {
                    let people: Vec<_> = (0..=below(3)).map(|n| (slugs[below(3)], names[n])).collect();
                    if let Ok(placed) = order(app, owl.id, with(&code, &people)).await {
                        orders.push(placed.order);
                    }
                }
                3 | 4 if !orders.is_empty() => {
                    let one = orders[below(orders.len() as u64)].clone();
                    let people = attendees(app, one.id).await;
                    let _ = cancel(app, &one, &[people[below(people.len() as u64)].id]).await;
                }
                5 if !orders.is_empty() => {
                    let one = orders[below(orders.len() as u64)].clone();
                    let _ = rebook(app, &one, 1, slugs[below(3)]).await;
                }
                6 if !orders.is_empty() => {
                    let one = &orders[below(orders.len() as u64)];
                    let tx = app.store.begin().await.unwrap();
                    let held = settlement::held(&tx, one.id).await.unwrap();
                    let done = if below(2) == 0 {
                        settlement::expire(&tx, &held).await.is_ok()
                    } else {
                        settlement::settle(&tx, &Actor::system(), &held, 100_000).await.is_ok()
                    };
                    assert!(done);
                    tx.commit().await.unwrap();
                }
                7 => resize(app, owl.id, &code, below(7)).await,
                _ => {}
            }
            if step % 5 == 0 {
                app.check_invariants().await;
            }
        }
        app.check_invariants().await;
        app.run_jobs().await;
    })
    .await;
}

/// Other numbers of uses and of places, as far as they are allowed.
async fn resize(app: &App, congress: Uuid, code: &str, n: usize) {
    let (view, offer) = (look(app, congress, code).await, offer(app, congress).await);
    let old = Voucher::of(&view, &offer);
    let n = i32::try_from(n).unwrap();
    if n == 6 {
        let seats = offer.quotas.iter().find(|quota| quota.slug == "seats").unwrap();
        let quota = |size| Quota { name: "seats".into(), size: Some(size), categories: vec!["on-site".into()] };
        let (seen, new) = (Seen::of(&quota(seats.size.unwrap())), quota(10 + view.code.used));
        let _ = quota::change(&app.store, &Actor::system(), congress, seats.id, new, &seen).await;
        return;
    }
    let (seen, new) = (Seen::of(&old), Voucher { max_uses: n.max(1), ..old });
    let _ = voucher::change(&app.store, &Actor::system(), (congress, view.id()), new, &seen).await;
}
