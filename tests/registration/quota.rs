//! Quotas laid over what has sold already.

use crate::kit::{App, run};
use base::Actor;
use registration::RegistrationError;
use registration::service::quota::add;
use ticketing::TicketingError;
use ticketing::query::quotas;
use ticketing::service::quota::NewQuota;

fn over(slug: &str, size: i32) -> NewQuota {
    NewQuota {
        slug: slug.into(),
        name: slug.into(),
        size: Some(size),
        categories: vec!["on-site".into(), "online".into()],
    }
}

#[tokio::test]
async fn those_who_hold_a_place_claim_one_in_the_new_quota_or_it_is_refused() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await;
        app.order(congress.id, &[("on-site", "A One"), ("online", "B Two"), ("paid", "C Three")]).await;
        let tx = app.store.begin().await.unwrap();
        let refused = add(&tx, &Actor::system(), congress.id, over("tight", 1)).await;
        assert!(matches!(
            refused,
            Err(RegistrationError::Ticketing(TicketingError::SmallerThanTaken { size: 1, taken: 2 }))
        ));
        tx.rollback().await.unwrap();
        let tx = app.store.begin().await.unwrap();
        add(&tx, &Actor::system(), congress.id, over("both", 2)).await.unwrap();
        tx.commit().await.unwrap();
        let both = quotas(app.store.read(), congress.id).await.unwrap().into_iter().find(|q| q.slug == "both").unwrap();
        assert_eq!((both.size, both.taken, both.free()), (Some(2), 2, Some(0)));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_capacity_never_becomes_smaller_than_what_is_taken() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await;
        app.order(congress.id, &[("on-site", "A One"), ("on-site", "B Two")]).await;
        let seats = quotas(app.store.read(), congress.id).await.unwrap().remove(0);
        let tx = app.store.begin().await.unwrap();
        let refused = congress::service::capacity::resize(&tx, seats.capacity_id, Some(1)).await;
        assert!(matches!(refused, Err(congress::CongressError::SmallerThanTaken { size: 1, taken: 2 })));
        congress::service::capacity::resize(&tx, seats.capacity_id, Some(2)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(quotas(app.store.read(), congress.id).await.unwrap()[0].size, Some(2));
    })
    .await;
}
