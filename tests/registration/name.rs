//! Correcting names.

use crate::kit::{App, run};
use registration::form::NameForm;
use registration::load;
use registration::query::find::Part;
use registration::query::order::{Filter, NEWEST, find};
use registration::service::attendee::rename;

#[tokio::test]
async fn a_sold_out_congress_lets_names_be_corrected_and_they_are_found_then() {
    run(async |app: &App| {
        let congress = app.congress("owl", 1).await;
        let placed = app.order(congress.id, &[("on-site", "Henrik Stalmann")]).await;
        let key = &app.program.state.link_key;
        let secret = load::order_secret(key, &placed.order);
        let order = load::order_by_link(app.store.read(), key, congress.id, &placed.order.code, &secret).await.unwrap();
        let attendee = load::attendee_of(app.store.read(), &order, "1").await.unwrap();
        let form = NameForm {
            given_name: "Henrik".into(),
            family_name: "Größmann".into(),
            organisation: "Kreis Höxter".into(),
        };
        rename(&app.store, &attendee, form).await.unwrap();
        let after = load::attendee_of(app.store.read(), &order, "1").await.unwrap();
        assert_eq!((after.row().family_name.as_str(), after.row().sequence), ("Größmann", 1));
        assert_eq!(after.row().ticket_serial, attendee.row().ticket_serial, "the ticket stays the same");
        for query in ["groessmann", "Grossmann", "GRÖßM", "hoxter", "stallmann hoxter"] {
            let filter = Filter { query: query.into(), ..Filter::default() };
            let part = Part { limit: 10, offset: 0 };
            let found = find(app.store.read(), congress.id, &filter, NEWEST, part).await.unwrap().total;
            assert_eq!(found, u64::from(!query.contains("stallmann")), "{query}");
        }
        let timeline = store::event::timeline(app.store.read(), &[after.row().id]).await.unwrap();
        assert_eq!(timeline[0].verb, "attendee.renamed");
        assert_eq!(timeline[0].detail["before"], "Henrik Stalmann, Stadt Delbrück");
    })
    .await;
}

#[tokio::test]
async fn wildcards_are_searched_for_literally() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await;
        app.order(congress.id, &[("on-site", "Henrik Stallmann")]).await;
        for query in ["%", "_", "st%mann", "\\"] {
            let filter = Filter { query: query.into(), ..Filter::default() };
            let part = Part { limit: 10, offset: 0 };
            let found = find(app.store.read(), congress.id, &filter, NEWEST, part).await.unwrap().total;
            assert_eq!(found, 0, "{query}");
        }
    })
    .await;
}
