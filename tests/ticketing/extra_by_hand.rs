//! Things beside a ticket, ordered with it by staff and by programs: the last one once, in the sum, on the invoice.

use super::extra::{taken, with_dinner};
use crate::desk::hand_billing::send;
use crate::kit::run;
use ::base::{Actor, Permission};
use ::identity::Role;
use ::payment::entity::invoice_line;
use ::sea_orm::{EntityTrait, QueryOrder};
use ::serde_json::{Value, json};

const ADDRESS: [(&str, &str); 3] = [
    ("buyer-billing-street", "Lange Straße 45"),
    ("buyer-billing-postcode", "33129"),
    ("buyer-billing-town", "Delbrück"),
];
const ORDERS: &str = "/api/v1/congresses/owl/orders";

#[tokio::test]
async fn staff_order_a_dinner_with_the_ticket_and_the_last_one_once() {
    run(async |app| {
        let congress = with_dinner(app, 2).await;
        let (nobody, seller) = (::web::form::Seen::of(&()), crate::payment::seller());
        ::payment::service::seller::set(&app.store, &Actor::system(), congress, seller, &nobody).await.unwrap();
        let staff = app.staff(Role::Organiser).await;
        let form = staff.get("/owl/desk/orders/new").await.expect(200);
        assert_eq!(form.attributes("[name=extra-1]", "value"), ["dinner"]);
        // It stays with its person when others come and go.
        let more = [("given-2", "Mia"), ("family-2", "Wulf"), ("category-2", "online"), ("extra-2", "dinner")];
        let back = send(&staff, &[&more[..], &[("action", "remove-1")]].concat()).await.expect(200);
        assert_eq!(back.attributes("[name=extra-1][checked]", "value"), ["dinner"]);
        let path = send(&staff, &[&ADDRESS[..], &more[..]].concat()).await.expect(303).location().to_owned();
        app.run_jobs().await;
        assert_eq!(taken(app, congress).await, 1);
        let page = staff.get(&path).await.expect(200);
        assert!(page.text().contains("94,00 €"), "the sum of both: {}", page.text());
        let lines =
            invoice_line::Entity::find().order_by_asc(invoice_line::Column::Position).all(app.store.read()).await;
        let lines: Vec<_> = lines.unwrap().into_iter().map(|line| (line.unit_cents, line.vat_basis_points)).collect();
        assert_eq!(lines, [(4900, 1900), (4500, 700)], "each with its VAT");
        let one = [&ADDRESS[..], &[("category-1", "online"), ("extra-1", "dinner")]].concat();
        let tries = (0..4).map(|_| send(&staff, &one));
        let mut told: Vec<_> = ::futures_util::future::join_all(tries).await;
        told.sort_by_key(|reply| reply.status);
        assert_eq!(told.iter().map(|reply| reply.status.as_u16()).collect::<Vec<_>>(), [303, 409, 409, 409]);
        assert_eq!(told[1].words("#extra-1-error"), ["„Abendessen“ ist voll. Nehmen Sie es heraus."]);
        assert_eq!(told[1].attributes("[name=extra-1][checked]", "value"), ["dinner"], "what was ticked is shown");
        assert_eq!(taken(app, congress).await, 2);
        let full = staff.get("/owl/desk/orders/new").await.expect(200);
        assert!(full.attributes("[name=extra-1]", "value").is_empty());
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn staff_are_told_which_dinner_is_none() {
    run(async |app| {
        let congress = with_dinner(app, 2).await;
        let staff = app.staff(Role::Organiser).await;
        super::access::set(app, congress, "dinner", |access| access.goes_with = vec!["on-site".into()]).await;
        let form = staff.get("/owl/desk/orders/new").await.expect(200);
        assert!(form.text().contains("nur zu: Ticket on-site"));
        let beside = |extra: &'static str| [&ADDRESS[..], &[("category-1", "online"), ("extra-1", extra)]].concat();
        let wrong = send(&staff, &beside("dinner")).await.expect(422);
        let told = wrong.words("#extra-1-error");
        assert_eq!(told, ["„Abendessen“ gibt es nicht zum Ticket „Ticket online“."]);
        assert!(wrong.words("[role=alert] a").iter().any(|line| line.contains("Zusätze von Person 1")));
        send(&staff, &beside("breakfast")).await.expect(422);
        assert_eq!((taken(app, congress).await, app.count("SELECT count(*) FROM \"order\"").await), (0, 0));
        app.run_jobs().await;
    })
    .await;
}

fn order(extras: &Value) -> Value {
    json!({
        "buyer": { "kind": "business", "name": "Petra Kemper", "email": "petra@example.org" },
        "attendees": [
            { "category": "paid", "family_name": "Stallmann", "email": "h@example.org", "extras": extras },
            { "category": "online", "family_name": "Nolte", "email": "l@example.org" }
        ]
    })
}

#[tokio::test]
async fn a_program_orders_what_goes_with_a_ticket_and_is_told_it_again() {
    run(async |app| {
        let congress = with_dinner(app, 1).await;
        let permissions = [Permission::OrdersWrite, Permission::OrdersRead];
        let program = app.token(Some(congress), &permissions).await;
        for (extras, pointer) in [
            (json!(["breakfast"]), "/attendees/0/extras"),
            (json!(["online"]), "/attendees/0/extras"),
            (json!([7]), "/attendees/0/extras/0"),
        ] {
            let told = program.post_json(ORDERS, &order(&extras)).await.expect(422).json();
            assert_eq!(
                (&told["type"], &told["errors"][0]["pointer"]),
                (&json!("/problems/invalid"), &json!(pointer)),
                "{told}"
            );
        }
        let once = [("Idempotency-Key", "dinner-for-one")];
        let new = order(&json!(["dinner", "dinner"]));
        let placed = program.post_json_with(ORDERS, &new, &once).await.expect(201).json();
        assert_eq!(program.post_json_with(ORDERS, &new, &once).await.expect(201).json(), placed);
        assert_eq!(placed["total"], json!({ "amount": 9400, "currency": "EUR" }));
        let extras = |order: &Value| [0, 1].map(|n| order["attendees"][n]["extras"].clone());
        assert_eq!(extras(&placed), [json!(["dinner"]), json!([])], "each once");
        assert_eq!(taken(app, congress).await, 1);
        let path = format!("{ORDERS}/{}", placed["code"].as_str().unwrap());
        assert_eq!(program.get(&path).await.expect(200).json(), placed);
        assert_eq!(program.get(ORDERS).await.expect(200).json()["items"], json!([placed]));
        let told = program.post_json(ORDERS, &order(&json!(["dinner"]))).await.expect(409).json();
        assert_eq!((&told["type"], &told["quota"]), (&json!("/problems/sold-out"), &json!("dinner")));
        program.post_json(ORDERS, &order(&json!(null))).await.expect(422);
        let ended = program.post_json(&format!("{path}/cancellation"), &json!({})).await.expect(200).json();
        assert_eq!(extras(&ended), [json!([]), json!([])], "it ended with the ticket");
        assert_eq!(taken(app, congress).await, 0);
        app.run_jobs().await;
    })
    .await;
}
