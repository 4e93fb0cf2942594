//! What the desk and a partner read of a contingent: at the field what cannot be held, and what is true of its places.

use super::contingent::{held, partner, row, taken};
use crate::kit::run;
use crate::kit::world::category;
use ::base::Actor;
use ::chrono::TimeDelta;
use ::identity::Role;
use ::registration::load::contingent::contingent_secret;
use ::ticketing::entity::category::{Kind, Place};
use ::ticketing::service::category::NewCategory;

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
