//! What changes orders by other ways than money: tickets that come back or go to somebody else, answers of staff, add-ons,
//! vouchers, the waiting list.

use super::Walk;
use super::step::done;
use crate::kit::world::form;
use crate::waiting::{by_link, open, wish};
use ::payment::service::extra as extras;
use ::payment::service::restoration::restore;
use base::{Actor, Language, Uuid};
use checkin::service::substitution::transfer;
use registration::entity::{decision::Verdict, extra, order};
use registration::form::AttendeeChange;
use registration::load::order_to_manage;
use registration::service::approval::{Answer, decide};
use registration::service::substitution::seen;
use registration::service::waiting;
use registration::service::waiting::{accept, decline, join, run};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use ticketing::entity::voucher::{Effect, Scope};
use ticketing::service::voucher::{self, Voucher};

impl Walk<'_> {
    /// One ticket that was cancelled, or all.
    pub async fn restore(&mut self) {
        let Some(attendee) = self.some_attendee("restore").await else { return };
        let (code, read) = (&attendee.order().code, self.app.store.read());
        let order = order_to_manage(read, &Actor::system(), self.congress, code).await.unwrap();
        let people = self.people().await;
        let cancelled = people.iter().filter(|row| row.order_id == order.row().id);
        let cancelled = cancelled.filter(|row| row.state == registration::entity::attendee::State::Cancelled);
        let all: Vec<Uuid> = cancelled.map(|row| row.id).collect();
        let wanted = if self.below(2) == 0 { all } else { vec![attendee.row().id] };
        done(restore(&self.app.store, &order, &wanted, false).await);
    }

    /// Somebody else comes.
    pub async fn hand_over(&mut self) {
        let Some(attendee) = self.some_attendee("hand over").await else { return };
        let change = AttendeeChange {
            given_name: "Nour".into(),
            family_name: format!("Schritt {}", self.trace.len()),
            email: format!("nour-{}@lemgo.example", self.trace.len()),
            organisation: "Alte Hansestadt Lemgo".into(),
            language: Language::De,
        };
        done(transfer(&self.app.store, &attendee, &seen(attendee.row()), &change, false).await);
    }

    /// An order that awaits it is approved, or refused.
    pub async fn decide(&mut self) {
        let read = self.app.store.read();
        let mine = order::Entity::find().filter(order::Column::CongressId.eq(self.congress));
        let waits =
            mine.filter(order::Column::State.eq(order::State::AwaitingApproval)).order_by_asc(order::Column::Id);
        let waits = waits.all(read).await.unwrap();
        let Some(row) = self.one_of(&waits) else { return };
        let verdict = [Verdict::Refused, Verdict::Approved][self.below(2)];
        self.trace.push(format!("{verdict:?} {}", row.code));
        let order = order_to_manage(read, &Actor::system(), self.congress, &row.code).await.unwrap();
        let answer = Answer { verdict, reason: "voll".into(), notify: false };
        done(decide(&self.app.store, &order, &answer).await);
    }

    /// A dinner is added to a ticket, or taken away.
    pub async fn dine(&mut self) {
        let Some(attendee) = self.some_attendee("dine").await else { return };
        let mine = extra::Column::AttendeeId.eq(attendee.row().id);
        let standing = extra::Entity::find().filter(mine).filter(extra::Column::EndedAt.is_null());
        match standing.one(self.app.store.read()).await.unwrap() {
            Some(one) => done(extras::remove(&self.app.store, &attendee, one.id).await),
            None => done(extras::add(&self.app.store, &attendee, "dinner").await),
        };
    }

    /// One that makes a ticket cheaper, keeps places back, or passes the quotas.
    pub async fn make_voucher(&mut self) {
        let id = self.chance.opaque_id();
        let new = Voucher {
            code: format!("WALK{}", self.trace.len()),
            max_uses: i32::try_from(1 + self.below(3)).expect("small"),
            effect: Effect::Percent,
            amount: [2_500, 10_000][self.below(2)],
            ..Voucher::default()
        };
        let new = match self.below(3) {
            0 => Voucher { scope: Scope::Categories, categories: vec!["scarce".into()], blocks: true, ..new },
            1 => Voucher { passes: true, ..new },
            _ => new,
        };
        self.trace.push(format!("voucher {new:?}"));
        let code = new.code.clone();
        if done(voucher::create(&self.app.store, &Actor::system(), (self.congress, id), new).await).is_some() {
            self.vouchers.push((id, code));
        }
    }

    /// The code of some voucher, for every third order.
    pub fn some_voucher(&self) -> Option<String> {
        (self.below(3) == 0).then(|| self.one_of(&self.vouchers).map(|(_, code)| code.clone())).flatten()
    }

    /// One is called off, or deleted if nobody has used it.
    pub async fn end_voucher(&mut self) {
        let system = Actor::system();
        // Nobody has had time to use the last one.
        let is_last = self.below(2) == 0;
        let some = if is_last { self.vouchers.last() } else { self.one_of(&self.vouchers) };
        let Some((id, code)) = some.cloned() else { return };
        self.trace.push(format!("end voucher {code}"));
        if !is_last {
            done(voucher::end(&self.app.store, &system, self.congress, id).await);
        } else if done(voucher::remove(&self.app.store, &system, self.congress, id).await).is_some() {
            self.vouchers.retain(|(other, _)| *other != id);
        }
    }

    /// Somebody waits for places, and the list moves on.
    pub async fn want(&mut self) {
        let (n, name) = (i32::try_from(1 + self.below(3)).expect("small"), format!("Wartet {}", self.trace.len()));
        let choices: &[&str] = [&["scarce"][..], &["on-site", "paid"]][self.below(2)];
        self.trace.push(format!("{name} for {n} of {choices:?}"));
        done(
            join(&self.app.store, &Actor::guest(Language::De), self.congress, wish(self.app, &name, n, choices)).await,
        );
        done(run(&self.app.store, self.congress).await);
    }

    /// An offer is accepted, while it may end, or declined.
    pub async fn answer_offer(&mut self) {
        let app = self.app;
        done(run(&app.store, self.congress).await);
        let offers = open(app, self.congress).await;
        let Some(offer) = self.one_of(&offers).cloned() else { return };
        let who = by_link(app, offer.waiting_id).await;
        if self.below(4) == 0 {
            self.trace.push(format!("decline {}", offer.id));
            done(decline(&app.store, &who, offer.id).await);
            return;
        }
        let category = ticketing::entity::category::Entity::find_by_id(offer.target_id);
        let slug = category.one(app.store.read()).await.unwrap().unwrap().slug;
        let names: Vec<String> = (0..offer.n).map(|n| format!("Person Nummer{}x{n}", self.trace.len())).collect();
        let people: Vec<(&str, &str)> = names.iter().map(|name| (slug.as_str(), name.as_str())).collect();
        self.trace.push(format!("accept {} of {slug}", offer.n));
        let (placed, again, _) = tokio::join!(
            async { done(accept(&app.store, &who, offer.id, form(&people)).await) },
            async { done(accept(&app.store, &who, offer.id, form(&people)).await) },
            async { done(waiting::sweep(&app.store).await) },
        );
        let orders: Vec<order::Model> = placed.into_iter().chain(again).map(|placed| placed.order).collect();
        assert!(orders.iter().all(|order| order.id == orders[0].id), "one offer makes one order: {:?}", self.trace);
        for order in orders {
            self.money.entry(order.id).or_default();
        }
    }
}
