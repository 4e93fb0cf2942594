//! Lower prices: the rule over thousands of random offers, and what comes of it in the form, at the desk, in orders.

use crate::kit::world::form;
use crate::kit::{App, run};
use ::base::{Actor, Chance, Money, Time};
use ::chrono::TimeDelta;
use ::identity::Role;
use ::registration::service::order::place;
use ::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use ::ticketing::entity::category::{self, Tiers};
use ::ticketing::rules::price::{Tier, for_groups, price, rises};

fn tiers(chance: &Chance, regular: u64, now: Time) -> Vec<Tier> {
    let minutes = |n: u64| TimeDelta::minutes(i64::try_from(n).unwrap());
    (0..chance.below(6))
        .map(|_| Tier {
            cents: i64::try_from(chance.below(regular)).unwrap(),
            until: (chance.below(2) == 0).then(|| now - minutes(60) + minutes(chance.below(120))),
            from_number: (chance.below(2) == 0).then(|| usize::try_from(2 + chance.below(9)).unwrap()),
        })
        .collect()
}

#[test]
fn the_cheapest_price_that_holds_is_the_price_at_any_moment_for_any_number() {
    let (chance, now) = (Chance::seeded(22), Time::default() + TimeDelta::days(20_000));
    for _ in 0..5_000 {
        let regular = 1 + chance.below(20_000);
        let tiers = tiers(&chance, regular, now);
        let regular = i64::try_from(regular).unwrap();
        let number = usize::try_from(1 + chance.below(12)).unwrap();
        let each = price(regular, &tiers, number, now);
        // One of the prices that were said, none above the regular one.
        assert!((0..=regular).contains(&each));
        assert!(each == regular || tiers.iter().any(|tier| tier.cents == each && tier.holds(number, now)));
        // No price that holds is lower.
        assert!(tiers.iter().filter(|tier| tier.holds(number, now)).all(|tier| tier.cents >= each));
        // More never cost more each, and later is never cheaper.
        assert!(price(regular, &tiers, number + 1, now) <= each);
        assert!(price(regular, &tiers, number, now + TimeDelta::minutes(7)) >= each);
        // The order in which they are written says nothing.
        let turned: Vec<Tier> = tiers.iter().rev().copied().collect();
        assert_eq!(price(regular, &turned, number, now), each);
        let single = price(regular, &tiers, 1, now);
        match rises(regular, &tiers, now) {
            Some((at, then)) => {
                assert!(at > now && then > single);
                assert_eq!(price(regular, &tiers, 1, at - TimeDelta::milliseconds(1)), single);
                assert_eq!(price(regular, &tiers, 1, at), then);
            }
            None => assert_eq!(price(regular, &tiers, 1, now + TimeDelta::days(1)), single),
        }
        for (from, cents) in for_groups(regular, &tiers, now) {
            assert_eq!(price(regular, &tiers, from, now), cents);
            assert!(cents < price(regular, &tiers, from - 1, now), "it is less from there on");
        }
    }
}

/// 39 euros in the next ten days, 35 from three on.
async fn with_lower_prices(app: &App) -> ::base::Uuid {
    let congress = app.congress("owl", 10).await.id;
    let tiers = vec![
        Tier { cents: 3900, until: Some(app.store.now() + TimeDelta::days(10)), from_number: None },
        Tier { cents: 3500, until: None, from_number: Some(3) },
    ];
    let update = category::ActiveModel { tiers: Set(Tiers(tiers)), ..Default::default() };
    let tx = app.store.begin().await.unwrap();
    let paid = category::Entity::update_many().set(update).filter(category::Column::Slug.eq("paid"));
    paid.exec(&*tx).await.unwrap();
    tx.commit().await.unwrap();
    congress
}

#[tokio::test]
async fn an_order_keeps_the_price_that_it_was_placed_at() {
    run(async |app: &App| {
        let congress = with_lower_prices(app).await;
        let early = app.order(congress, &[("paid", "Henrik Stallmann"), ("online", "Lea Nolte")]).await.view();
        assert_eq!(early.total(), Money::euro(3900));
        app.advance(TimeDelta::days(10));
        let late = app.order(congress, &[("paid", "Mia Wulf")]).await.view();
        assert_eq!((late.total(), late.attendees[0].attendee.price_cents), (Money::euro(4900), 4900));
        let three = [("paid", "Ada Eins"), ("paid", "Bo Zwei"), ("paid", "Cem Drei"), ("online", "Dora Vier")];
        let group = app.order(congress, &three).await.view();
        assert_eq!(group.total(), Money::euro(10_500));
        let prices: Vec<i64> = group.attendees.iter().map(|a| a.attendee.price_cents).collect();
        assert_eq!(prices, [3500, 3500, 3500, 0]);
        let early = ::registration::query::order::view(app.store.read(), early.order).await.unwrap();
        assert_eq!(early.attendees[0].attendee.price_cents, 3900, "what was agreed stays");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn the_public_reads_until_when_and_the_forms_sum_is_the_orders() {
    run(async |app: &App| {
        with_lower_prices(app).await;
        let guest = app.guest();
        let front = guest.get("/owl").await.expect(200).text();
        assert!(front.contains("39,00 €") && front.contains("danach 49,00 €"), "{front}");
        assert!(front.contains("ab 3 Stück je 35,00 €"), "{front}");
        let mut fields = vec![("action", "update"), ("buyer", "person"), ("buyer-name", "P")];
        fields.extend([("category-1", "paid"), ("category-2", "paid"), ("category-3", "paid")]);
        fields.extend([("given-1", "A"), ("given-2", "B"), ("given-3", "C")]);
        let sum = guest.post_form("/owl/tickets", &fields).await.expect(200).words("dd.total");
        assert_eq!(sum, ["105,00 €"]);
        let sum = guest.post_form("/owl/tickets", &fields[..4]).await.expect(200).words("dd.total");
        assert_eq!(sum, ["39,00 €"]);
        app.advance(TimeDelta::days(10));
        let front = guest.get("/owl").await.expect(200).text();
        assert!(front.contains("49,00 €") && !front.contains("danach"), "the page that was kept is told the moment");
    })
    .await;
}

#[tokio::test]
async fn staff_say_lower_prices_on_a_page_of_the_category() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await.id;
        let views = ::ticketing::query::categories(app.store.read(), congress).await.unwrap();
        let paid = views.iter().find(|view| view.category.slug == "paid").unwrap().category.id;
        let path = format!("/owl/desk/settings/categories/{paid}/prices");
        let admin = app.staff(Role::Admin).await;
        let page = admin.get(&path).await.expect(200);
        let seen = page.attributes("form [name=seen]", "value").remove(0);
        let higher = [("seen", seen.as_str()), ("price-1", "50"), ("number-1", "3")];
        let refused = admin.post_form(&path, &higher).await.expect(422);
        assert!(refused.text().contains("unter dem regulären"), "{}", refused.text());
        let never = [("seen", seen.as_str()), ("price-1", "20")];
        let refused = admin.post_form(&path, &never).await.expect(422);
        assert!(refused.text().contains("bis zu einem Zeitpunkt oder ab einer Anzahl"), "{}", refused.text());
        let fields = [
            ("seen", seen.as_str()),
            ("price-1", "39,50"),
            ("until-1", "2027-01-31T23:59"),
            ("price-2", "35"),
            ("number-2", "3"),
        ];
        admin.post_form(&path, &fields).await.expect(303);
        admin.post_form(&path, &fields).await.expect(303);
        let other = [("seen", seen.as_str()), ("price-1", "12"), ("number-1", "2")];
        let conflict = admin.post_form(&path, &other).await.expect(409);
        assert!(conflict.text().contains("39,50"), "what somebody else saved stands there: {}", conflict.text());
        let page = admin.get(&path).await.expect(200);
        assert_eq!(page.attributes("[name=price-1]", "value"), ["39,50"]);
        assert_eq!(page.attributes("[name=until-1]", "value"), ["2027-01-31T23:59"]);
        let form = form(&[("paid", "Ada Eins"), ("paid", "Bo Zwei"), ("paid", "Cem Drei")]);
        let placed = place(&app.store, &Actor::guest(::base::Language::De), congress, form).await.unwrap();
        assert_eq!(placed.view().total(), Money::euro(10_500));
        app.run_jobs().await;
    })
    .await;
}
