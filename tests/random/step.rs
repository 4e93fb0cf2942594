//! What can be done. Whatever is refused with a reason changes nothing; anything else that goes wrong is a mistake.

use super::Walk;
use crate::kit::App;
use crate::kit::world::{category, form};
use crate::payment::seller;
use crate::ticketing::access;
use ::payment::entity::{payment as received, refund as returned};
use ::payment::form::MoneyForm;
use ::payment::service::rebooking::rebook as rebook_ticket;
use ::payment::service::seller::{Seller, set};
use ::payment::service::{expiry, payment, refund};
use base::error::Told;
use base::{Actor, Uuid};
use chrono::{NaiveDate, TimeDelta};
use congress::entity::congress as table;
use congress::service::capacity;
use congress::service::waiting::terms;
use registration::entity::attendee;
use registration::form::{NameForm, VoucherForm};
use registration::load::{Attendee, Order, Settle, attendee_of, order_to_manage, order_to_settle};
use registration::query::order::view;
use registration::service::order::place;
use registration::service::{attendee as people, cancellation, rebooking};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::fmt::Debug;
use ticketing::entity::category::{Kind, Place};
use ticketing::query::quotas;
use ticketing::service::category::NewCategory;
use ticketing::service::quota::NewQuota;
use web::form::Seen;

const CATEGORIES: [&str; 6] = ["on-site", "online", "paid", "scarce", "dear", "vetted"];

/// A congress far ahead that sells: categories share a quota, one has few places of its own beside it, one needs approval;
/// a dinner has its own places; who finds no place may wait.
pub async fn congress(app: &App, seed: u64) -> Uuid {
    let slug = format!("walk-{seed}");
    let id = app.congress(&slug, 12).await.id;
    let far = app.store.now() + TimeDelta::days(300);
    let move_to = table::Entity::update_many()
        .col_expr(table::Column::StartsAt, sea_orm::sea_query::Expr::value(far))
        .col_expr(table::Column::EndsAt, sea_orm::sea_query::Expr::value(far + TimeDelta::hours(8)))
        .filter(table::Column::Id.eq(id));
    let tx = app.store.begin().await.unwrap();
    move_to.exec(&*tx).await.unwrap();
    for (slug, cents) in [("scarce", 11_905), ("dear", 23_800), ("vetted", 1_000)] {
        ticketing::service::category::add(&tx, &Actor::system(), id, category(slug, Place::OnSite, cents))
            .await
            .unwrap();
    }
    let dinner = NewCategory { kind: Kind::AddOn, vat_basis_points: 700, ..category("dinner", Place::OnSite, 4_500) };
    ticketing::service::category::add(&tx, &Actor::system(), id, dinner).await.unwrap();
    let house = vec!["on-site", "paid", "scarce", "dear", "vetted"];
    for (slug, size, over) in [("few", 3, vec!["scarce"]), ("house", 20, house), ("kitchen", 5, vec!["dinner"])] {
        let categories = over.into_iter().map(str::to_owned).collect();
        let new = NewQuota { slug: slug.into(), name: slug.into(), size: Some(size), categories };
        registration::service::quota::add(&tx, &Actor::system(), id, new).await.unwrap();
    }
    terms::set_in(&tx, &Actor::system(), id, crate::waiting::TERMS, None).await.unwrap();
    tx.commit().await.unwrap();
    access::set(app, id, "vetted", |access| access.needs_approval = true).await;
    // Each of these congresses counts its own invoices.
    let seller = Seller { prefix: format!("W{seed}"), ..seller() };
    set(&app.store, &Actor::system(), id, seller, &Seen::of(&())).await.unwrap();
    id
}

/// What came of it, unless it was refused with a reason.
pub fn done<T, E: Told + Debug>(outcome: Result<T, E>) -> Option<T> {
    match outcome {
        Ok(done) => Some(done),
        Err(e) if e.status() < 500 => None,
        Err(e) => panic!("{e:?}"),
    }
}

impl Walk<'_> {
    pub async fn step(&mut self) {
        match self.below(40) {
            0..=7 => self.order().await,
            8..=11 => self.pay().await,
            12 => self.pay_back().await,
            13 => self.withdraw().await,
            14..=16 => self.give_back().await,
            17..=19 => self.rebook().await,
            20 => self.rename().await,
            21 => self.wait().await,
            22..=23 => self.resize().await,
            24..=25 => self.restore().await,
            26 => self.hand_over().await,
            27 => self.decide().await,
            28..=30 => self.dine().await,
            31..=32 => self.make_voucher().await,
            33..=34 => self.end_voucher().await,
            35..=36 => self.want().await,
            37..=38 => Box::pin(self.answer_offer()).await,
            _ => Box::pin(self.both_at_once()).await,
        }
    }

    async fn order(&mut self) {
        let people: Vec<(&str, String)> = (0..=self.below(4))
            .map(|n| (*self.one_of(&CATEGORIES).expect("some"), format!("Gast Nummer{}", n + self.trace.len() * 5)))
            .collect();
        let people: Vec<(&str, &str)> = people.iter().map(|(category, name)| (*category, name.as_str())).collect();
        let mut form = form(&people);
        if self.below(4) == 0 {
            form.attendees[0].extras = vec!["dinner".into()];
        }
        form.voucher = self.some_voucher().map(|code| VoucherForm { code, reach: 1 });
        self.trace.push(format!("order {people:?} {:?} {:?}", form.attendees[0].extras, form.voucher));
        let guest = Actor::guest(base::Language::De);
        if let Some(placed) = done(place(&self.app.store, &guest, self.congress, form).await) {
            self.money.insert(placed.order.id, 0);
        }
    }

    /// Some order of this walk, as staff have it.
    pub async fn some_order(&mut self, what: &str) -> Option<Order<Settle>> {
        let orders: Vec<Uuid> = self.money.keys().copied().collect();
        let id = *self.one_of(&orders)?;
        let row = registration::entity::order::Entity::find_by_id(id).one(self.app.store.read()).await.unwrap()?;
        self.trace.push(format!("{what} {}", row.code));
        done(order_to_settle(self.app.store.read(), &Actor::system(), self.congress, &row.code).await)
    }

    pub async fn some_attendee(&mut self, what: &str) -> Option<Attendee> {
        let order = self.some_order(what).await?;
        let code = &order.row().code;
        let order = done(order_to_manage(self.app.store.read(), &Actor::system(), self.congress, code).await)?;
        let people = view(self.app.store.read(), order.row().clone()).await.unwrap().attendees;
        let position = self.one_of(&people)?.attendee.position.to_string();
        done(attendee_of(self.app.store.read(), &order, &position).await)
    }

    fn transfer(&self, cents: i64) -> MoneyForm {
        MoneyForm {
            cents,
            method: received::Method::Transfer,
            day: NaiveDate::from_ymd_opt(2027, 1, 15).expect("a day"),
            reference: String::new(),
            note: String::new(),
            shown: None,
        }
    }

    /// All that is open, a part, or too much; the same form twice counts once.
    async fn pay(&mut self) {
        let Some(order) = self.some_order("pay").await else { return };
        let total = order.row().total_cents.max(100);
        let cents = [total, total, total / 2, total + 500][self.below(4)];
        let request = self.chance.opaque_id();
        let form = self.transfer(cents);
        if done(payment::receive(&self.app.store, &order, request, &form).await).is_some() {
            *self.money.entry(order.row().id).or_default() += cents;
        }
        if self.below(3) == 0 {
            done(payment::receive(&self.app.store, &order, request, &form).await);
        }
    }

    async fn pay_back(&mut self) {
        let Some(order) = self.some_order("pay back").await else { return };
        let cents = [500, 4_900, order.row().total_cents.max(1)][self.below(3)];
        let request = self.chance.opaque_id();
        if done(refund::refund(&self.app.store, &order, request, &self.transfer(cents)).await).is_some() {
            *self.money.entry(order.row().id).or_default() -= cents;
        }
    }

    async fn withdraw(&mut self) {
        let Some(order) = self.some_order("withdraw").await else { return };
        let (id, conn) = (order.row().id, self.app.store.read());
        let all = received::Entity::find().filter(received::Column::OrderId.eq(id)).all(conn).await.unwrap();
        if let Some(payment) = self.one_of(&all)
            && payment.state == received::State::Confirmed
            && done(payment::withdraw(&self.app.store, &order, payment.id, "falsch").await).is_some()
        {
            *self.money.entry(id).or_default() -= payment.cents;
        }
        let all = returned::Entity::find().filter(returned::Column::OrderId.eq(id)).all(conn).await.unwrap();
        if let Some(refund) = self.one_of(&all)
            && refund.state == returned::State::Done
            && done(refund::withdraw(&self.app.store, &order, refund.id, "falsch").await).is_some()
        {
            *self.money.entry(id).or_default() += refund.cents;
        }
    }

    /// One ticket, or all of the order.
    async fn give_back(&mut self) {
        let Some(attendee) = self.some_attendee("give back").await else { return };
        if self.below(3) == 0 {
            let code = &attendee.order().code;
            let order = order_to_manage(self.app.store.read(), &Actor::system(), self.congress, code).await.unwrap();
            done(cancellation::cancel(&self.app.store, &order, None, "verhindert").await);
        } else {
            done(cancellation::cancel_attendee(&self.app.store, &attendee, "verhindert").await);
        }
    }

    async fn rebook(&mut self) {
        let Some(attendee) = self.some_attendee("rebook").await else { return };
        let to = *self.one_of(&CATEGORIES).expect("some");
        self.trace.push(format!("… {} to {to}", attendee.row().position));
        let seen = rebooking::seen(attendee.row());
        done(rebook_ticket(&self.app.store, &attendee, &seen, to, false).await);
    }

    async fn rename(&mut self) {
        let Some(attendee) = self.some_attendee("rename").await else { return };
        let form =
            NameForm { given_name: "Änne".into(), family_name: "Kemper".into(), organisation: "Kreis Lippe".into() };
        done(people::rename(&self.app.store, &attendee, form).await);
    }

    /// Time passes; what nobody has paid for in time is sold to others.
    async fn wait(&mut self) {
        self.trace.push("wait".into());
        self.follow().await;
        self.app.advance(TimeDelta::days(6));
        done(expiry::sweep(&self.app.store).await);
    }

    async fn resize(&mut self) {
        let all = quotas(self.app.store.read(), self.congress).await.unwrap();
        let quota = self.one_of(&all).expect("some").clone();
        let size = if self.below(8) == 0 { None } else { Some(i32::try_from(self.below(25)).expect("small")) };
        self.trace.push(format!("resize {} from {:?} to {size:?}", quota.slug, quota.size));
        let tx = self.app.store.begin().await.unwrap();
        match done(capacity::resize(&tx, quota.capacity_id, size).await) {
            Some(()) => tx.commit().await.unwrap(),
            None => tx.rollback().await.unwrap(),
        }
    }

    /// Two who do not know of each other, on one order: one gives a ticket back or rebooks it while another pays.
    async fn both_at_once(&mut self) {
        let Some(attendee) = self.some_attendee("at once").await else { return };
        let store = &self.app.store;
        let order =
            order_to_settle(store.read(), &Actor::system(), self.congress, &attendee.order().code).await.unwrap();
        let cents = order.row().total_cents.max(100);
        let (form, request) = (self.transfer(cents), self.chance.opaque_id());
        let seen = rebooking::seen(attendee.row());
        let (paid, _, _, _) = tokio::join!(
            async { done(payment::receive(store, &order, request, &form).await) },
            async { done(rebook_ticket(store, &attendee, &seen, "scarce", false).await) },
            async { done(cancellation::cancel_attendee(store, &attendee, "verhindert").await) },
            async { done(expiry::sweep(store).await) },
        );
        if paid.is_some() {
            *self.money.entry(order.row().id).or_default() += cents;
        }
    }

    /// What follows from all that: invoices and days to pay.
    pub async fn follow(&self) {
        self.app.run_jobs().await;
    }

    /// All that this walk has placed.
    pub async fn people(&self) -> Vec<attendee::Model> {
        let mine = attendee::Column::CongressId.eq(self.congress);
        attendee::Entity::find().filter(mine).all(self.app.store.read()).await.unwrap()
    }
}
