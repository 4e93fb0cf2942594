//! The desk's pages on money, and the buyer's.

use super::{finance, seller, selling};
use crate::kit::run;
use identity::Role;
use sea_orm::EntityTrait;

#[tokio::test]
async fn two_who_note_the_same_transfer_note_it_once_unless_they_mean_it() {
    run(async |app| {
        let owl = selling(app).await;
        let order = app.order(owl.id, &[("paid", "Petra Kemper")]).await.order;
        app.run_jobs().await;
        let (one, other) = (finance(app).await, app.staff(Role::Admin).await);
        let path = format!("/owl/desk/orders/{}/money", order.code);
        let mut forms = vec![];
        for staff in [&one, &other] {
            let form = staff.get(&format!("{path}?deed=payment")).await.expect(200);
            let value =
                |name: &str| form.attributes(&format!("form[method=post] input[name={name}]"), "value").remove(0);
            forms.push(["deed", "amount", "day", "once", "kept"].map(|name| (name, value(name))));
        }
        let fields = |n: usize| -> Vec<(&str, &str)> { forms[n].iter().map(|(name, v)| (*name, v.as_str())).collect() };
        one.post_form(&path, &fields(0)).await.expect(303);
        let told = other.post_form(&path, &fields(1)).await.expect(422);
        assert!(told.words(".error-summary").join("").contains("Inzwischen hat jemand"), "{}", told.text());
        assert_eq!(told.attributes("input[name=kept]", "value"), ["4900"], "the form comes back as things are now");
        let payments = || ::payment::entity::payment::Entity::find().all(app.store.read());
        assert_eq!(payments().await.unwrap().len(), 1);
        let mut meant = fields(1);
        meant[4] = ("kept", "4900");
        other.post_form(&path, &meant).await.expect(303);
        assert_eq!(payments().await.unwrap().len(), 2, "two transfers may be alike");
        let form = one.get(&format!("{path}?deed=payment")).await.expect(200);
        let once = form.attributes("form[method=post] input[name=once]", "value").remove(0);
        for day in ["2100-01-01", "1900-01-01"] {
            let fields = [("deed", "payment"), ("amount", "1"), ("day", day), ("once", once.as_str())];
            let told = one.post_form(&path, &fields).await.expect(422);
            assert!(told.words(".error-summary").join("").contains("Zukunft"));
        }
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_payment_is_noted_at_the_desk_and_the_buyer_sees_it() {
    run(async |app| {
        let owl = selling(app).await;
        let order = app.order(owl.id, &[("paid", "Petra Kemper")]).await.order;
        app.run_jobs().await;
        let staff = finance(app).await;
        let path = format!("/owl/desk/orders/{}", order.code);
        let page = staff.get(&path).await.expect(200);
        assert!(page.words("[aria-labelledby=money]").join("").contains("49,00"), "{}", page.text());
        let form = staff.get(&format!("{path}/money?deed=payment")).await.expect(200);
        assert_eq!(form.attributes("input[name=amount]", "value"), ["49,00"], "what is open is filled in");
        let once = form.attributes("form[method=post] input[name=once]", "value").remove(0);
        let wrong = [("deed", "payment"), ("amount", "viel"), ("day", ""), ("method", "transfer"), ("once", &*once)];
        assert_eq!(
            staff.post_form(&format!("{path}/money"), &wrong).await.expect(422).words(".error-summary li").len(),
            2
        );
        let today = form.attributes("input[name=day]", "value").remove(0);
        let right = [("deed", "payment"), ("amount", "49"), ("day", &*today), ("method", "cash"), ("once", &*once)];
        for _ in 0..2 {
            staff.post_form(&format!("{path}/money"), &right).await.expect(303);
        }
        app.run_jobs().await;
        let page = staff.get(&path).await.expect(200);
        assert_eq!(page.words("[aria-labelledby=money] .state"), ["bezahlt"]);
        let back = page.attributes("[aria-labelledby=money] a[href*=withdrawal]", "href");
        assert_eq!(back.len(), 1, "once");
        let action = back[0].as_str();
        let form = staff.get(&back[0]).await.expect(200);
        assert!(form.words("main").join("").contains("49,00"), "what is taken back is shown");
        let empty = staff.post_form(action, &[("why", " ")]).await.expect(422);
        assert_eq!(empty.words(".error-summary li").len(), 1);
        staff.post_form(action, &[("why", &"x".repeat(501))]).await.expect(422);
        let pdf = page.attributes("[aria-labelledby=money] a[href*=invoices]", "href").remove(0);
        let file = staff.get(&pdf).await.expect(200);
        assert!(file.bytes.starts_with(b"%PDF"));
        // The buyer has the same file behind the order's link, and nobody behind another.
        let link = |order: &registration::entity::order::Model| {
            let secret = registration::load::order_secret(&app.program.state.link_key, order);
            format!("/owl/orders/{}/{secret}", order.code)
        };
        let guest = app.guest();
        let public = guest.get(&link(&order)).await.expect(200);
        let own = public.attributes("a[href*=invoices]", "href").remove(0);
        assert_eq!(guest.get(&own).await.expect(200).bytes, file.bytes);
        let other = app.order(owl.id, &[("online", "Henrik Stallmann")]).await.order;
        let number = own.rsplit('/').next().unwrap().to_owned();
        guest.get(&format!("{}/invoices/{number}", link(&other))).await.expect(404);
        app.staff(Role::Programme).await.get(&pdf).await.expect(404);
        // A second click finds what the first did; afterwards there is nothing left to take back.
        for _ in 0..2 {
            staff.post_form(action, &[("why", "Anderer Auftrag")]).await.expect(303);
        }
        staff.get(action).await.expect(404);
        let page = staff.get(&path).await.expect(200);
        assert_eq!(page.words("[aria-labelledby=money] .state"), ["offen"]);
        assert!(page.words("[aria-labelledby=money]").join("").contains("zurückgenommen: Anderer Auftrag"));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_sells_is_said_once_and_checked() {
    run(async |app| {
        app.congress("owl", 5).await;
        let admin = app.staff(Role::Admin).await;
        let form = admin.get("/owl/desk/settings/seller").await.expect(200);
        assert_eq!(form.attributes("input[name=prefix]", "value"), ["OWL"]);
        let seen = form.attributes("input[name=seen]", "value").remove(0);
        let s = seller();
        let mut fields = vec![
            ("seen", seen.as_str()),
            ("name", s.name.as_str()),
            ("street", &s.street),
            ("postcode", &s.postcode),
            ("town", &s.town),
            ("tax-number", &s.tax_number),
            ("account-holder", &s.account_holder),
            ("iban", "DE89 3704 0044 0532 0130 01"),
            ("prefix", "owl"),
            ("due-days", "14"),
            ("grace-days", "3"),
        ];
        let wrong = admin.post_form("/owl/desk/settings/seller", &fields).await.expect(422);
        assert!(wrong.words(".kern-error").join("").contains("IBAN"), "{}", wrong.text());
        fields[7].1 = "DE89 3704 0044 0532 0130 00";
        for (field, bad, says) in [("bic", "COBADE", "BIC"), ("country", "Deutschland", "zwei Buchstaben")] {
            let mut fields = fields.clone();
            fields.push((field, bad));
            let wrong = admin.post_form("/owl/desk/settings/seller", &fields).await.expect(422);
            assert!(wrong.words(".kern-error").join("").contains(says), "{}", wrong.text());
        }
        admin.post_form("/owl/desk/settings/seller", &fields).await.expect(303);
        let owl = congress::query::by_slug(app.store.read(), "owl").await.unwrap().unwrap();
        let now = payment::query::seller(app.store.read(), owl.id).await.unwrap().unwrap();
        assert_eq!(
            (now.iban.as_str(), now.prefix.as_str(), now.country.as_str()),
            ("DE89370400440532013000", "OWL", "DE")
        );
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn orders_are_found_by_how_their_money_stands() {
    run(async |app| {
        let owl = selling(app).await;
        let staff = finance(app).await;
        let mut codes = vec![];
        for name in ["Petra Kemper", "Lea Nolte", "Luis Ferreira", "Olga Petrenko"] {
            codes.push(app.order(owl.id, &[("paid", name)]).await.order.code);
        }
        app.run_jobs().await;
        for (code, cents) in [(&codes[0], 2_000), (&codes[1], 4_900), (&codes[2], 6_000)] {
            super::money::pay(app, code, cents).await;
        }
        let found = async |money: &str| {
            let list = staff.get(&format!("/owl/desk/orders?money={money}")).await.expect(200);
            let mut all: Vec<String> =
                codes.iter().filter(|code| list.words("tbody").join(" ").contains(*code)).cloned().collect();
            all.sort();
            all
        };
        let sorted = |some: &[usize]| {
            let mut all: Vec<String> = some.iter().map(|n| codes[*n].clone()).collect();
            all.sort();
            all
        };
        assert_eq!(found("part").await, sorted(&[0]));
        assert_eq!(found("over").await, sorted(&[2]));
        assert_eq!(found("overdue").await, sorted(&[]));
        app.advance(chrono::TimeDelta::days(15));
        let staff_then = finance(app).await;
        let list = staff_then.get("/owl/desk/orders?money=overdue").await.expect(200);
        let there = |n: usize| list.words("tbody").join(" ").contains(&codes[n]);
        assert_eq!([there(0), there(1), there(2), there(3)], [true, false, false, true]);
        let overview = app.staff(Role::Admin).await.get("/owl/desk").await.expect(200);
        let tasks = overview.words(".task").join(" ");
        assert!(tasks.contains("2 Bestellungen sind überfällig"), "{tasks}");
        assert!(tasks.contains("Für 1 Bestellung ist Geld zu erstatten"), "{tasks}");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_order_that_was_paid_for_is_to_be_paid_back() {
    run(async |app| {
        let owl = selling(app).await;
        let staff = app.staff(Role::Organiser).await;
        let paid = app.order(owl.id, &[("paid", "Petra Kemper")]).await.order;
        let open = app.order(owl.id, &[("paid", "Lea Nolte")]).await.order;
        app.run_jobs().await;
        super::money::pay(app, &paid.code, 4_900).await;
        let list = async || staff.get("/owl/desk/orders").await.expect(200).words("tbody td.kern-table__cell--numeric");
        assert!(!list().await.join(" ").contains("zurückzuzahlen"));
        for order in [&paid, &open] {
            let path = format!("/owl/desk/orders/{}", order.code);
            let cancel = format!("{path}/cancellation");
            staff.post_form(&cancel, &[("position", "1"), ("reason", "Krank")]).await.expect(303);
            let told = staff.get(&path).await.expect(200).words("[aria-labelledby=buyer] dd").join(" ");
            assert_eq!(told.contains("zurückzuzahlen"), order.code == paid.code, "{told}");
            assert!(!told.contains("kostenlos"), "{told}");
        }
        let amounts = list().await.join(" ");
        assert!(amounts.contains("49,00") && amounts.matches("zurückzuzahlen").count() == 1, "{amounts}");
        assert!(amounts.contains("0,00") && !amounts.contains("kostenlos"), "{amounts}");
        app.run_jobs().await;
    })
    .await;
}
