//! What the desk and a partner read of a contingent: at the field what cannot be held, and what is true of its places.

use super::contingent::{held, partner, row, taken};
use crate::kit::run;
use crate::kit::world::category;
use ::base::Actor;
use ::chrono::TimeDelta;
use ::identity::Role;
use ::registration::load::contingent::contingent_secret;
use ::sea_orm::EntityTrait;
use ::ticketing::entity::category::{Kind, Place};
use ::ticketing::service::category::NewCategory;

const NEW: &str = "/owl/desk/contingents/new";

#[tokio::test]
async fn the_desk_is_told_at_the_field_what_cannot_be_held() {
    run(async |app| {
        let owl = app.congress("owl", 5).await;
        let tx = app.store.begin().await.expect("begins");
        let dinner = NewCategory { kind: Kind::AddOn, ..category("dinner", Place::OnSite, 4500) };
        ::ticketing::service::category::add(&tx, &Actor::system(), owl.id, dinner).await.expect("an add-on");
        tx.commit().await.expect("commits");
        let partner = partner(app, owl.id, "Kreis Höxter").await.to_string();
        let organiser = app.staff(Role::Organiser).await;
        let form = organiser.get("/owl/desk/contingents/new").await.expect(200);
        let offered = form.attributes("[name=category] option", "value");
        assert!(offered.contains(&"on-site".to_owned()) && !offered.contains(&"dinner".to_owned()), "{offered:?}");
        let once = form.attributes("[name=once]", "value").remove(0);
        let day = |days: i64| (app.store.now() + TimeDelta::days(days)).format("%Y-%m-%dT%H:%M").to_string();
        let send = async |places: &str, until: &str| {
            let fields = [
                ("once", once.as_str()),
                ("partner", partner.as_str()),
                ("category", "on-site"),
                ("price", "49"),
                ("places", places),
                ("until", until),
                ("contact-name", "Jule Brand"),
                ("email", "j.brand@hoexter.example"),
                ("language", "de"),
                ("buyer-billing-street", "Moltkestraße 12"),
                ("buyer-billing-postcode", "37671"),
                ("buyer-billing-town", "Höxter"),
            ];
            organiser.post_form("/owl/desk/contingents/new", &fields).await
        };
        let past = send("2", &day(-1)).await.expect(422);
        assert_eq!(
            past.words("#until-error"),
            ["Dieser Zeitpunkt ist schon vorbei. Geben Sie einen an, der noch kommt."]
        );
        let many = send("6", &day(9)).await.expect(409);
        assert_eq!(many.words("#places-error"), ["In „seats“ sind nur noch 5 Plätze frei."]);
        assert_eq!(taken(app, owl.id, "on-site").await, 0, "nothing is held");
        let made = send("2", &day(9)).await.expect(303);
        // Nor is it moved to a day that has passed.
        let page = organiser.get(made.location()).await.expect(200);
        let seen = page.attributes("[name=seen]", "value").remove(0);
        let until = day(-1);
        let fields = [
            ("seen", seen.as_str()),
            ("places", "2"),
            ("until", until.as_str()),
            ("contact-name", "Jule Brand"),
            ("email", "j.brand@hoexter.example"),
            ("language", "de"),
            ("buyer-billing-street", "Moltkestraße 12"),
            ("buyer-billing-postcode", "37671"),
            ("buyer-billing-town", "Höxter"),
        ];
        let refused = organiser.post_form(made.location(), &fields).await.expect(422);
        assert_eq!(refused.words("#until-error").len(), 1);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_partner_reads_what_is_true_of_places_that_cost_something() {
    run(async |app| {
        let owl = app.congress("owl", 5).await;
        let id = held(app, owl.id, "on-site", 2, 4900).await.expect("held");
        let secret = contingent_secret(&app.program.state.link_key, &row(app, id).await);
        let link = ::address::Contingent::new("owl", secret).path();
        let guest = app.guest();
        let send = async |given: &[&str]| {
            let page = guest.get(&link).await.expect(200);
            let mut fields = vec![
                ("placement".to_owned(), page.attributes("[name=placement]", "value").remove(0)),
                ("action".to_owned(), "place".to_owned()),
            ];
            for (given, n) in given.iter().zip(1..) {
                fields.push((format!("given-{n}"), (*given).to_owned()));
                fields.push((format!("family-{n}"), "Nolte".to_owned()));
                fields.push((format!("email-{n}"), format!("{given}@hoexter.example")));
                fields.push((format!("language-{n}"), "de".to_owned()));
            }
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            guest.post_form(&link, &fields).await
        };
        assert!(!guest.get(&link).await.expect(200).text().contains("bekommt ihr Ticket per Mail"));
        send(&["Lea"]).await.expect(303);
        let done = guest.get(&link).await.expect(200);
        assert_eq!(
            done.words(".notice"),
            ["Der Platz ist vergeben, die Zahlung ist offen. Das Ticket gilt, sobald sie da ist."]
        );
        let many = send(&["Olga", "Ruben"]).await.expect(409);
        assert_eq!(many.words("[role=alert] p"), ["Es ist nur noch ein Platz frei."]);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_partner_who_pays_says_where_the_invoice_goes_before_places_are_held() {
    run(async |app| {
        let owl = crate::payment::selling(app).await;
        let partner = partner(app, owl.id, "Kreis Höxter").await.to_string();
        let admin = app.staff(Role::Admin).await;
        let until = (app.store.now() + TimeDelta::days(9)).format("%Y-%m-%dT%H:%M").to_string();
        let usual = [
            ("partner", partner.as_str()),
            ("category", "on-site"),
            ("places", "2"),
            ("until", until.as_str()),
            ("contact-name", "Jule Brand"),
            ("email", "j.brand@hoexter.example"),
            ("language", "de"),
        ];
        let address = [
            ("buyer-billing-street", "Moltkestraße 12"),
            ("buyer-billing-postcode", "37671"),
            ("buyer-billing-town", "Höxter"),
            ("buyer-billing-leitweg-id", "057620000000-31-44"),
            ("buyer-billing-cost-centre", "1.12.01"),
        ];
        let free = admin.post_form(NEW, &usual).await.expect(303);
        let page = admin.get(free.location()).await.expect(200);
        assert_eq!(page.attributes("[name=price]", "value"), ["0,00"], "which may change until somebody is named");
        assert_eq!(page.attributes("[name=buyer-billing-street]", "value"), [""], "so that the address has its place");
        let priced = [&usual[..], &[("price", "49"), ("x", "priced")]].concat();
        let back = admin.post_form(NEW, &priced).await.expect(422);
        assert_eq!(back.words("#buyer-billing-street-error"), ["Bitte geben Sie an, wohin die Rechnung geht."]);
        assert_eq!(back.words("#buyer-billing-town-error").len(), 1);
        assert_eq!(taken(app, owl.id, "on-site").await, 2, "nothing more is held");
        let wrong = admin.post_form(NEW, &[&priced[..], &address[..]].concat()).await.expect(422);
        assert_eq!(wrong.words("#buyer-billing-leitweg-id-error").len(), 1, "its check digits are others");
        let address = [&address[..3], &[("buyer-billing-leitweg-id", "057740016016-12-96"), address[4]]].concat();
        let made = admin.post_form(NEW, &[&priced[..], &address[..]].concat()).await.expect(303);
        let page = admin.get(made.location()).await.expect(200);
        assert_eq!(page.attributes("[name=buyer-billing-street]", "value"), ["Moltkestraße 12"]);
        // Until somebody is named it is corrected here.
        let seen = page.attributes("[name=seen]", "value").remove(0);
        let save = async |street: &str, seen: &str| {
            let fields =
                [&usual[2..], &[("seen", seen), ("price", "49"), ("buyer-billing-street", street)], &address[1..]]
                    .concat();
            admin.post_form(made.location(), &fields).await
        };
        assert_eq!(save("", &seen).await.expect(422).words("#buyer-billing-street-error").len(), 1);
        save("Moltkestraße 14", &seen).await.expect(303);
        let page = admin.get(made.location()).await.expect(200);
        assert!(page.words(".timeline").join("").contains("Moltkestraße 14"));
        let id = made.location().rsplit('/').next().expect("an id").parse().expect("an id");
        let secret = contingent_secret(&app.program.state.link_key, &row(app, id).await);
        let link = ::address::Contingent::new("owl", secret).path();
        let guest = app.guest();
        let placement = guest.get(&link).await.expect(200).attributes("[name=placement]", "value").remove(0);
        let fields = [
            ("placement", placement.as_str()),
            ("action", "place"),
            ("given-1", "Lea"),
            ("family-1", "Nolte"),
            ("email-1", "l.nolte@hoexter.example"),
            ("language-1", "de"),
        ];
        guest.post_form(&link, &fields).await.expect(303);
        app.run_jobs().await;
        let invoice =
            ::payment::entity::invoice::Entity::find().one(app.store.read()).await.expect("reads").expect("one");
        let buyer = invoice.content.buyer;
        assert_eq!(buyer.lines, ["Kreis Höxter", "Jule Brand", "Moltkestraße 14", "37671 Höxter"]);
        assert_eq!((buyer.leitweg_id.as_str(), buyer.cost_centre.as_str()), ("057740016016-12-96", "1.12.01"));
        // From now on it is the order's; a form that is still open changes nothing of it.
        let late = page.attributes("[name=seen]", "value").remove(0);
        let named = admin.get(made.location()).await.expect(200);
        assert!(named.attributes("[name^=buyer-billing]", "name").is_empty());
        assert!(named.text().contains("ändern Sie in der Bestellung"));
        save("Woanders 1", &late).await.expect(303);
        assert_eq!(row(app, id).await.street, "Moltkestraße 14");
        app.run_jobs().await;
    })
    .await;
}
