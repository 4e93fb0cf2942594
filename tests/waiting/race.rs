//! Two at once.

use super::{by_link, listed, offer_of, open, state, wait};
use crate::kit::run;
use crate::kit::world::form;
use base::{Actor, Language};
use chrono::TimeDelta;
use congress::CongressError;
use congress::entity::waiting::State;
use registration::RegistrationError;
use registration::load::order_to_manage;
use registration::service::cancellation::cancel;
use registration::service::order::place;
use registration::service::waiting::{accept, run as work};

#[tokio::test]
async fn two_clicks_are_one_order() {
    run(async |app| {
        let owl = listed(app, 2).await;
        let entry = wait(app, owl.id, "Petra Kemper", 2, &["on-site"]).await;
        app.run_jobs().await;
        let offer = offer_of(app, entry.id).await.expect("an offer");
        let who = by_link(app, entry.id).await;
        let people = [("on-site", "Petra Kemper"), ("on-site", "Lea Nolte")];
        let (a, b) = tokio::join!(
            accept(&app.store, &who, offer.id, form(&people)),
            accept(&app.store, &who, offer.id, form(&people))
        );
        let (a, b) = (a.unwrap(), b.unwrap());
        assert_eq!(a.order.code, b.order.code);
        assert!(a.repeated != b.repeated, "one of them placed it");
        assert_eq!(state(app, entry.id).await, State::Taken);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn an_offer_accepted_while_it_expires_is_one_of_the_two() {
    run(async |app| {
        let owl = listed(app, 40).await;
        let mut entries = vec![];
        for n in 0..12 {
            entries.push(wait(app, owl.id, &format!("Gast Nummer{n}"), 2, &["on-site"]).await);
        }
        work(&app.store, owl.id).await.unwrap();
        let end = open(app, owl.id).await[0].ends_at;
        // So that the end comes while they are at it.
        app.advance(end - app.store.now() - TimeDelta::milliseconds(60));
        let accepts = entries.iter().map(async |entry| {
            let offer = offer_of(app, entry.id).await?;
            let who = by_link(app, entry.id).await;
            Some(
                accept(&app.store, &who, offer.id, form(&[("on-site", "Petra Kemper"), ("on-site", "Lea Nolte")]))
                    .await,
            )
        });
        let expiry = async {
            for _ in 0..20 {
                work(&app.store, owl.id).await.unwrap();
                tokio::time::sleep(std::time::Duration::from_millis(10)).await;
            }
        };
        let (answers, ()) = tokio::join!(futures_util::future::join_all(accepts), expiry);
        app.advance(TimeDelta::minutes(1));
        work(&app.store, owl.id).await.unwrap();
        let mut taken = 0;
        for (entry, answer) in entries.iter().zip(answers) {
            match answer {
                Some(Ok(_)) => {
                    taken += 1;
                    assert_eq!(state(app, entry.id).await, State::Taken);
                }
                None | Some(Err(RegistrationError::Congress(CongressError::OfferOver))) => {
                    assert_eq!(state(app, entry.id).await, State::Expired);
                }
                Some(Err(e)) => panic!("{e}"),
            }
        }
        let seats = &ticketing::query::quotas(app.store.read(), owl.id).await.unwrap()[0];
        assert_eq!(seats.taken, 2 * taken);
        app.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn nobody_from_the_public_has_what_is_offered_nor_what_came_free_a_moment_ago() {
    run(async |app| {
        let owl = listed(app, 2).await;
        let guest = Actor::guest(Language::De);
        let first = place(&app.store, &guest, owl.id, form(&[("on-site", "Henrik Stallmann")])).await.unwrap();
        place(&app.store, &guest, owl.id, form(&[("on-site", "Nour Al-Khatib")])).await.unwrap();
        let entry = wait(app, owl.id, "Petra Kemper", 1, &["on-site"]).await;
        app.run_jobs().await;
        assert!(open(app, owl.id).await.is_empty());
        let order = order_to_manage(app.store.read(), &guest_of(&first), owl.id, &first.order.code).await;
        let order = order.unwrap();
        cancel(&app.store, &order, None, "").await.unwrap();
        // The list has not been worked through yet: the public is refused all the same.
        let (a, b) = tokio::join!(
            place(&app.store, &guest, owl.id, form(&[("on-site", "Schnelle Erste")])),
            place(&app.store, &guest, owl.id, form(&[("on-site", "Schneller Zweiter")]))
        );
        for answer in [a, b] {
            assert!(matches!(answer, Err(RegistrationError::SoldOut { .. })), "{answer:?}");
        }
        app.run_jobs().await;
        let offer = offer_of(app, entry.id).await.expect("an offer");
        let late = place(&app.store, &guest, owl.id, form(&[("on-site", "Schnelle Erste")])).await;
        assert!(matches!(late, Err(RegistrationError::SoldOut { .. })), "it is held");
        let who = by_link(app, entry.id).await;
        let (accepted, public) = tokio::join!(
            accept(&app.store, &who, offer.id, form(&[("on-site", "Petra Kemper")])),
            place(&app.store, &guest, owl.id, form(&[("on-site", "Schnelle Erste")]))
        );
        accepted.unwrap();
        assert!(matches!(public, Err(RegistrationError::SoldOut { .. })), "no moment in which it was free");
        app.run_jobs().await;
    })
    .await;
}

fn guest_of(_: &registration::service::order::Placed) -> Actor {
    Actor::system()
}
