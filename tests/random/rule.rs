//! What must always be true.

use super::Walk;
use base::actor::Grant;
use base::{Actor, Language, Permission};
use checkin::{NewScan, check_in};
use congress::entity::{capacity, congress as table};
use payment::entity::{invoice, payment as received, refund as returned, series};
use payment::query::{account, lines, standing_invoice};
use registration::entity::{attendee, order};
use registration::rules::holds_place;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::BTreeMap;
use ticketing::entity::category::Place;

impl Walk<'_> {
    /// Looks at everything; at the invoices only after what follows from the last steps was done.
    pub async fn check(&self, with_invoices: bool) {
        self.app.check_invariants().await;
        self.check_places().await;
        let mut people: BTreeMap<_, Vec<attendee::Model>> = BTreeMap::new();
        for person in self.people().await {
            people.entry(person.order_id).or_default().push(person);
        }
        let mine = order::Column::CongressId.eq(self.congress);
        let orders = order::Entity::find().filter(mine).all(self.app.store.read()).await.unwrap();
        assert_eq!(orders.len(), self.money.len(), "{:?}", self.trace);
        for order in &orders {
            self.check_order(order, &people[&order.id]);
        }
        self.check_money(&orders).await;
        if with_invoices {
            self.follow().await;
            self.check_invoices().await;
        }
    }

    /// Nothing is sold beyond size.
    async fn check_places(&self) {
        let mine = capacity::Column::CongressId.eq(self.congress);
        for row in capacity::Entity::find().filter(mine).all(self.app.store.read()).await.unwrap() {
            assert!(row.taken >= 0 && row.size.is_none_or(|size| row.taken <= size), "{row:?} {:?}", self.trace);
        }
    }

    /// The state of an order is what its tickets say, its total what they cost.
    fn check_order(&self, order: &order::Model, people: &[attendee::Model]) {
        use attendee::State::{Unapproved, Unpaid};
        let (held, trace) = (people.iter().filter(|a| holds_place(a.state)), &self.trace);
        let total: i64 = held.clone().map(|a| a.price_cents).sum();
        assert_eq!(order.total_cents, total, "the total of {} {trace:?}", order.code);
        let has = |state| people.iter().any(|a| a.state == state);
        let fits = match order.state {
            order::State::Confirmed => held.count() > 0 && !has(Unpaid) && !has(Unapproved),
            order::State::AwaitingPayment => has(Unpaid),
            order::State::AwaitingApproval => has(Unapproved),
            order::State::Waiting | order::State::Expired | order::State::Cancelled => held.count() == 0,
        };
        assert!(fits, "{} is {:?} with {people:?} {trace:?}", order.code, order.state);
    }

    /// What came in less what went out is what was handed in, order by order; and nobody's ticket is good that costs
    /// something and is not paid for.
    async fn check_money(&self, orders: &[order::Model]) {
        let conn = self.app.store.read();
        let mut kept: BTreeMap<_, i64> = self.money.keys().map(|order| (*order, 0)).collect();
        for row in
            received::Entity::find().filter(received::Column::CongressId.eq(self.congress)).all(conn).await.unwrap()
        {
            let counts = row.state == received::State::Confirmed;
            *kept.get_mut(&row.order_id).unwrap() += if counts { row.cents } else { 0 };
        }
        for row in
            returned::Entity::find().filter(returned::Column::CongressId.eq(self.congress)).all(conn).await.unwrap()
        {
            let counts = row.state == returned::State::Done;
            *kept.get_mut(&row.order_id).unwrap() -= if counts { row.cents } else { 0 };
        }
        assert_eq!(kept, self.money, "{:?}", self.trace);
        for order in orders {
            let balance = account(conn, order).await.unwrap().balance;
            assert_eq!(balance.open(), order.total_cents - kept[&order.id], "{} {:?}", order.code, self.trace);
            assert!(kept[&order.id] >= 0, "more paid back than came in: {} {:?}", order.code, self.trace);
        }
    }

    /// One invoice stands for what an order costs, or none if it costs nothing; no number is missing or doubled.
    async fn check_invoices(&self) {
        let conn = self.app.store.read();
        let mine = invoice::Column::CongressId.eq(self.congress);
        let all = invoice::Entity::find().filter(mine).all(conn).await.unwrap();
        for id in self.money.keys() {
            let order = order::Entity::find_by_id(*id).one(conn).await.unwrap().unwrap();
            let standing = standing_invoice(conn, *id).await.unwrap();
            let gross = standing.as_ref().map_or(0, |i| i.net_cents + i.vat_cents);
            // Nobody is asked for money before it is known whether they may come.
            let owed = if order.state == order::State::AwaitingApproval { 0 } else { order.total_cents };
            assert_eq!(gross, owed, "the invoice of {} {:?}", order.code, self.trace);
            if let Some(standing) = standing {
                let of_lines: i64 =
                    lines(conn, standing.id).await.unwrap().iter().map(|l| l.unit * i64::from(l.quantity)).sum();
                assert_eq!(of_lines, gross, "{} {:?}", standing.number, self.trace);
            }
        }
        let mut numbers: BTreeMap<&str, Vec<i32>> = BTreeMap::new();
        for row in &all {
            let (key, number) = row.number.rsplit_once('-').unwrap();
            numbers.entry(key).or_default().push(number.parse().unwrap());
        }
        for (key, mut of_key) in numbers {
            of_key.sort_unstable();
            let next =
                series::Entity::find().filter(series::Column::Key.eq(key)).one(conn).await.unwrap().unwrap().next;
            assert_eq!(of_key, (1..next).collect::<Vec<_>>(), "{key} {:?}", self.trace);
        }
    }

    /// At the door each ticket is let in as its state says, once.
    pub async fn end(&self) {
        let store = &self.app.store;
        let congress = table::Entity::find_by_id(self.congress).one(store.read()).await.unwrap().unwrap();
        self.app.clock.advance(congress.starts_at - store.now());
        let categories = ticketing::query::categories(store.read(), self.congress).await.unwrap();
        let online = categories.iter().filter(|c| c.category.place == Place::Online).map(|c| c.category.id);
        let online: Vec<_> = online.collect();
        let grants = vec![Grant { congress: Some(self.congress), permissions: vec![Permission::CheckInsWrite] }];
        let jonas = Actor::staff(store.chance().opaque_id(), "Jonas", Language::De, grants);
        for person in self.people().await {
            let order = order::Entity::find_by_id(person.order_id).one(store.read()).await.unwrap().unwrap();
            let ticket = registration::ticket::number(&order, person.position);
            let new = || NewScan {
                ticket: ticket.clone(),
                gate: "main".into(),
                nonce: store.chance().opaque_id(),
                at: None,
                force: false,
                note: String::new(),
            };
            let (first, second) = tokio::join!(
                check_in(store, &jonas, self.congress, new()),
                check_in(store, &jonas, self.congress, new())
            );
            let mut results = [first.unwrap(), second.unwrap()]
                .map(|o| (format!("{:?}", o.status()).to_lowercase(), o.scan.reason.unwrap_or_default()));
            results.sort();
            let expected = match person.state {
                attendee::State::Valid | attendee::State::Unpaid if online.contains(&person.category_id) => {
                    [("refused", "product"); 2]
                }
                attendee::State::Valid => [("admitted", ""), ("refused", "already_redeemed")],
                attendee::State::Unpaid => [("refused", "unpaid"); 2],
                attendee::State::Unapproved | attendee::State::Waiting => [("refused", "unapproved"); 2],
                attendee::State::Cancelled | attendee::State::Expired => [("refused", "canceled"); 2],
            };
            assert_eq!(
                results,
                expected.map(|(result, reason)| (result.to_owned(), reason.to_owned())),
                "{ticket} {:?}",
                self.trace
            );
        }
    }
}
