//! Where the invoice goes of what staff order by hand: asked where something is sold, needed where something is paid, told
//! where it is missing, and put right by an invoice anew.

use crate::kit::world::category;
use crate::kit::{Client, Reply, run};
use crate::payment::selling;
use ::base::Actor;
use ::identity::Role;
use ::payment::entity::invoice;
use ::registration::entity::order;
use ::registration::form::Billing;
use ::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use ::ticketing::entity::category::{Kind, Place};
use ::ticketing::service::category::NewCategory;

const NEW: &str = "/owl/desk/orders/new";
const ADDRESS: [(&str, &str); 4] = [
    ("buyer-billing-street", "Lange Straße 45"),
    ("buyer-billing-postcode", "33129"),
    ("buyer-billing-town", "Delbrück"),
    ("buyer-billing-leitweg-id", "057740016016-12-96"),
];
const MISSING: [&str; 3] =
    ["#buyer-billing-street-error", "#buyer-billing-postcode-error", "#buyer-billing-town-error"];

/// A form filled in for one person, with `more` over it.
pub async fn send(staff: &Client, more: &[(&str, &str)]) -> Reply {
    let usual = [
        ("buyer-kind", "public_body"),
        ("buyer-name", "Petra Kemper"),
        ("buyer-organisation", "Stadt Delbrück"),
        ("buyer-email", "p.kemper@delbrueck.example"),
        ("language", "de"),
        ("notify", "on"),
        ("given-1", "Lea"),
        ("family-1", "Nolte"),
        ("category-1", "paid"),
        ("action", "place"),
    ];
    let kept = usual.iter().filter(|(name, _)| !more.iter().any(|(n, _)| n == name));
    let fields: Vec<(&str, &str)> = kept.chain(more).copied().collect();
    staff.post_form(NEW, &fields).await
}

fn missing(page: &Reply) -> usize {
    MISSING.iter().filter(|field| !page.words(field).is_empty()).count()
}

#[tokio::test]
async fn where_the_invoice_goes_is_needed_by_hand_as_on_the_public_page() {
    run(async |app| {
        let owl = selling(app).await;
        let staff = app.staff(Role::Organiser).await;
        assert_eq!(staff.get(NEW).await.expect(200).words("#buyer-billing-leitweg-id-hint").len(), 1);
        let back = send(&staff, &[]).await.expect(422);
        assert_eq!(missing(&back), 3, "an organisation's bookkeeping wants it always");
        assert_eq!(back.words("[role=alert] a").len(), 3);
        let other_digit = [&ADDRESS[..3], &[("buyer-billing-leitweg-id", "057740016016-12-97")]].concat();
        assert_eq!(send(&staff, &other_digit).await.expect(422).words("#buyer-billing-leitweg-id-error").len(), 1);
        send(&staff, &[("category-1", "online")]).await.expect(303);
        send(&staff, &[("buyer-kind", "person")]).await.expect(303);
        let six: Vec<(String, String)> = (1..=6)
            .flat_map(|n| {
                [("given", "Lea"), ("family", "Nolte"), ("category", "paid")]
                    .map(|(part, v)| (format!("{part}-{n}"), v.to_owned()))
            })
            .chain([("buyer-kind".to_owned(), "person".to_owned())])
            .collect();
        let six: Vec<(&str, &str)> = six.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(missing(&send(&staff, &six).await.expect(422)), 3, "294 euros are no small amount");
        send(&staff, &[("test", "on")]).await.expect(303);
        // A voucher takes the price away, or only some of it.
        for (code, percent) in [("FREI", 10_000), ("HALB", 5_000)] {
            let new = ::ticketing::service::voucher::Voucher {
                effect: ::ticketing::entity::voucher::Effect::Percent,
                amount: percent,
                ..crate::registration::voucher::of(code, 5)
            };
            crate::registration::voucher::add(app, owl.id, new).await;
        }
        send(&staff, &[("voucher", "FREI")]).await.expect(303);
        assert_eq!(missing(&send(&staff, &[("voucher", "HALB")]).await.expect(422)), 3);
        let before = app.count("SELECT count(*) FROM \"order\"").await;
        let path = send(&staff, &ADDRESS).await.expect(303).location().to_owned();
        assert_eq!(app.count("SELECT count(*) FROM \"order\"").await, before + 1);
        app.run_jobs().await;
        let page = staff.get(&path).await.expect(200);
        assert!(page.text().contains("Lange Straße 45") && !page.text().contains("fehlt die Anschrift"));
        let code = path.rsplit('/').next().unwrap_or_default();
        let placed = order::Entity::find().filter(order::Column::Code.eq(code)).one(app.store.read()).await;
        let placed = placed.expect("reads").expect("the order").id;
        let its = invoice::Entity::find().filter(invoice::Column::OrderId.eq(placed)).one(app.store.read()).await;
        let its = its.expect("reads").expect("its invoice");
        let buyer = &its.content.buyer;
        assert_eq!(buyer.lines, ["Stadt Delbrück", "Petra Kemper", "Lange Straße 45", "33129 Delbrück"]);
        assert_eq!(buyer.leitweg_id, "057740016016-12-96");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_asked_where_everything_is_free() {
    run(async |app| {
        let tx = app.store.begin().await.expect("begins");
        let starts_at = tx.now() + ::chrono::TimeDelta::days(30);
        let new = ::congress::service::congress::NewCongress {
            slug: "owl".into(),
            name: ::base::Text::same("Frei"),
            starts_at,
            ends_at: starts_at + ::chrono::TimeDelta::hours(7),
            zone: "Europe/Berlin".into(),
            phase: ::congress::entity::congress::Phase::Open,
        };
        let owl = ::congress::service::congress::add(&tx, &Actor::system(), new).await.expect("a congress");
        let free = category("online", Place::Online, 0);
        ::ticketing::service::category::add(&tx, &Actor::system(), owl.id, free).await.expect("a category");
        tx.commit().await.expect("commits");
        let staff = app.staff(Role::Organiser).await;
        assert!(staff.get(NEW).await.expect(200).attributes("[name^=buyer-billing]", "name").is_empty());
        send(&staff, &[("category-1", "online")]).await.expect(303);
        // A dinner that costs something is reason enough.
        let tx = app.store.begin().await.expect("begins");
        let dinner = NewCategory { kind: Kind::AddOn, ..category("dinner", Place::OnSite, 4500) };
        ::ticketing::service::category::add(&tx, &Actor::system(), owl.id, dinner).await.expect("an add-on");
        tx.commit().await.expect("commits");
        assert_eq!(staff.get(NEW).await.expect(200).attributes("[name^=buyer-billing]", "name").len(), 8);
        let back = send(&staff, &[("category-1", "online"), ("extra-1", "dinner")]).await.expect(422);
        assert_eq!(missing(&back), 3);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn an_address_that_is_missing_or_corrected_is_told_until_the_invoice_says_it() {
    run(async |app| {
        let owl = selling(app).await;
        let placed = app.order(owl.id, &[("paid", "Henrik Stallmann")]).await;
        app.run_jobs().await;
        let admin = app.staff(Role::Admin).await;
        let path = format!("/owl/desk/orders/{}", placed.order.code);
        let page = admin.get(&path).await.expect(200);
        assert!(page.text().contains("Für die Rechnung fehlt die Anschrift."));
        assert!(!page.text().contains("nennt noch die alten Angaben"));
        let form = admin.get(&format!("{path}/buyer")).await.expect(200);
        let seen = form.attributes("[name=seen]", "value").remove(0);
        let fields = [
            &[
                ("seen", seen.as_str()),
                ("buyer-kind", "public_body"),
                ("buyer-name", "Petra Kemper"),
                ("buyer-organisation", "Stadt Delbrück"),
                ("buyer-email", "p.kemper@delbrueck.example"),
                ("language", "de"),
            ][..],
            &ADDRESS[..],
        ]
        .concat();
        admin.post_form(&format!("{path}/buyer"), &fields).await.expect(303);
        let page = admin.get(&path).await.expect(200);
        assert!(page.text().contains("Die Rechnung, die schon ausgestellt ist, nennt noch die alten Angaben."));
        assert!(page.text().contains("Die Rechnung nennt noch die alten Angaben des Käufers."));
        assert!(!page.text().contains("fehlt die Anschrift"));
        for _ in 0..2 {
            admin.post_form(&format!("{path}/invoices"), &[]).await.expect(303);
        }
        let page = admin.get(&path).await.expect(200);
        assert!(!page.text().contains("nennt noch die alten Angaben"), "the new one says it");
        let all = invoice::Entity::find().order_by_asc(invoice::Column::Id).all(app.store.read()).await.expect("reads");
        assert_eq!(all.len(), 3, "the first, what takes it back, and the new one, once");
        assert!(all[2].content.buyer.lines.contains(&"Lange Straße 45".to_owned()));
        let row = order::Entity::find_by_id(placed.order.id).one(app.store.read()).await.expect("reads").expect("it");
        assert!(Billing::from(&row).missing(row.buyer_kind, row.total_cents).is_empty());
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn what_an_invoice_must_say_is_not_taken_away_from_an_order() {
    run(async |app| {
        selling(app).await;
        let staff = app.staff(Role::Organiser).await;
        let path = send(&staff, &ADDRESS).await.expect(303).location().to_owned();
        app.run_jobs().await;
        let form = staff.get(&format!("{path}/buyer")).await.expect(200);
        let seen = form.attributes("[name=seen]", "value").remove(0);
        let fields = [
            ("buyer-kind", "public_body"),
            ("buyer-name", "Petra Kemper"),
            ("buyer-organisation", "Stadt Delbrück"),
            ("buyer-email", "p.kemper@delbrueck.example"),
            ("language", "de"),
            ("seen", &*seen),
        ];
        let told = staff.post_form(&format!("{path}/buyer"), &fields).await.expect(422);
        assert_eq!(missing(&told), 3);
        assert!(staff.get(&path).await.expect(200).text().contains("Lange Straße 45"));
        app.run_jobs().await;
        assert_eq!(app.count("SELECT count(*) FROM invoice").await, 1);
    })
    .await;
}
