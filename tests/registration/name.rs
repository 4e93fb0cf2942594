//! Correcting names.

use crate::kit::{App, run};
use registration::form::NameForm;
use registration::load;
use registration::query::find::{Part, Sorting};
use registration::query::order::{Filter, NEWEST, find};
use registration::service::attendee::rename;
use sea_orm::ConnectionTrait;

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

#[tokio::test]
async fn a_code_is_found_by_any_part_also_where_it_looks_like_an_umlaut() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await;
        let mut placed = app.order(congress.id, &[("on-site", "Henrik Stallmann")]).await;
        let tx = app.store.begin().await.unwrap();
        tx.execute_unprepared("UPDATE \"order\" SET code = '7AEK23'").await.unwrap();
        tx.commit().await.unwrap();
        placed.order.code = "7AEK23".into();
        let key = &app.program.state.link_key;
        let secret = load::order_secret(key, &placed.order);
        let order = load::order_by_link(app.store.read(), key, congress.id, "7AEK23", &secret).await.unwrap();
        let attendee = load::attendee_of(app.store.read(), &order, "1").await.unwrap();
        let (given_name, family_name) = ("Henrik".into(), "Goethe".into());
        rename(&app.store, &attendee, NameForm { given_name, family_name, organisation: String::new() }).await.unwrap();
        let number = attendee_number("7AEK23");
        for query in ["7aek23", "7AEK23", "AEK", "ek", &number, "göthe 7AE", "GOETHE", "Gothe", "aek2 henrik"] {
            let filter = Filter { query: query.into(), ..Filter::default() };
            let part = Part { limit: 10, offset: 0 };
            let orders = find(app.store.read(), congress.id, &filter, NEWEST, part).await.unwrap().total;
            let filter = registration::query::attendee::Filter { query: query.into(), ..Default::default() };
            let of_time = Sorting { by: registration::query::attendee::Key::Placed, descending: true };
            let people = registration::query::attendee::find(app.store.read(), congress.id, &filter, of_time, part);
            assert_eq!((orders, people.await.unwrap().total), (1, 1), "{query}");
        }
    })
    .await;
}

fn attendee_number(code: &str) -> String {
    ::ticket::TicketNumber::new(code, 1).unwrap().to_string()
}
