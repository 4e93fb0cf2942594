//! The next edition of a congress: what was set up comes along, and nobody's orders.

use super::edition_column::{Fate, fates};
use crate::kit::{App, Client, run};
use crate::payment::{seller, selling};
use base::{Actor, Text};
use chrono::{DateTime, NaiveDate, Utc};
use congress::CongressError;
use congress::entity::congress::{Model as Congress, Phase};
use congress::rules::edition::{Move, renamed, years};
use congress::service::congress::{NewCongress, create};
use congress::service::copy::Edition;
use desk::rules::edition::Part;
use desk::service::edition::{EditionError, Wanted, copy};
use identity::Role;
use locale::Tz;
use sea_orm::{ColumnTrait, EntityTrait, JsonValue, QueryFilter};
use std::collections::{BTreeMap, BTreeSet};

fn at(moment: &str) -> DateTime<Utc> {
    moment.parse().expect("a moment")
}

fn day(day: &str) -> NaiveDate {
    day.parse().expect("a day")
}

#[test]
fn what_moves_keeps_its_time_of_day_whatever_clocks_do() {
    // From winter into summer: ten o'clock stays ten o'clock.
    let shift = Move::new(at("2027-03-11T09:00:00Z"), day("2028-05-18"), Tz::Europe__Berlin);
    assert_eq!(shift.of(at("2027-03-11T09:00:00Z")), at("2028-05-18T08:00:00Z"));
    assert_eq!(shift.of(at("2026-12-01T08:00:00Z")), at("2028-02-08T08:00:00Z"));
    assert_eq!(shift.on(day("2028-05-19"), at("2027-03-11T16:00:00Z")), at("2028-05-19T15:00:00Z"));
    // An hour that the clocks leave out is the next one.
    let shift = Move::new(at("2027-03-11T09:00:00Z"), day("2027-03-12"), Tz::Europe__Berlin);
    assert_eq!(shift.of(at("2027-03-27T01:30:00Z")), at("2027-03-28T01:30:00Z"));
    let back = Move::new(at("2027-03-11T09:00:00Z"), day("2027-03-10"), Tz::Europe__Berlin);
    assert_eq!(back.of(at("2027-03-11T09:00:00Z")), at("2027-03-10T09:00:00Z"));
}

#[test]
fn years_are_found_in_texts_and_nothing_else_is() {
    assert_eq!(years("Am 11.03.2027, wie 2026"), BTreeSet::from([2026, 2027]));
    assert!(years("Telefon 05251 20271 oder 120270, Halle 20").is_empty());
    let name = |name: &str| renamed(name, at("2027-03-11T09:00:00Z"), day("2028-03-09"), Tz::Europe__Berlin);
    assert_eq!(name("Digitaltag 2027"), "Digitaltag 2028");
    assert_eq!(name("Agenda 2030"), "Agenda 2030");
}

/// A category, and its quotas with their sizes.
type Shape = (String, Vec<(String, Option<i32>)>);

/// The rows of a table as values, in a fixed order.
async fn rows<E: EntityTrait>(app: &App, of: sea_orm::sea_query::SimpleExpr, order: &str) -> Vec<JsonValue> {
    let mut rows = E::find().filter(of).into_json().all(app.store.read()).await.expect("rows");
    rows.sort_by_key(|row| row[order].to_string());
    rows
}

/// A congress with everything in it that can be copied, and orders.
pub async fn full(app: &App) -> Congress {
    let owl = selling(app).await;
    let staff = app.staff(Role::Admin).await;
    let post = async |path: &str, fields: &[(&str, &str)]| {
        let path = format!("/owl/desk/settings/{path}");
        let page = staff.get(&path).await.expect(200);
        let hidden = |name: &str| page.attributes(&format!("input[name={name}]"), "value").into_iter().next();
        let (once, seen) = (hidden("once").unwrap_or_default(), hidden("seen").unwrap_or_default());
        let mut all = vec![("once", once.as_str()), ("seen", seen.as_str())];
        all.extend_from_slice(fields);
        staff.post_form(&path, &all).await.expect(303);
    };
    let name = [("name-de", "Saal"), ("name-en", "Hall"), ("seats", "40"), ("position", "2"), ("slug", "hall")];
    post("rooms/new", &name).await;
    post("venue", &[("name", "HNF"), ("street", "Fürstenallee 7"), ("postcode", "33102"), ("town", "Paderborn")]).await;
    post("look", &[("wordmark", "Digital"), ("wordmark-accent", "@OWL"), ("accent", "")]).await;
    let tx = app.store.begin().await.expect("begins");
    use congress::entity::{organisation::Kind, partner::Part as In, passage};
    use congress::service::congress as service;
    let body =
        service::organisation(&tx, owl.host_id, "Stadt Lemgo", Kind::Municipality, "Lemgo").await.expect("a body");
    service::add_partner(&tx, owl.id, body, In::Carrier, 3).await.expect("a partner");
    let page = service::NewPassage {
        place: passage::Place::Page,
        slug: "terms".into(),
        icon: String::new(),
        preline: Text::default(),
        title: Text::new("Teilnahme 2027", "Taking part"),
        body: Text::new("Am 11. März 2027.", "On 11 March."),
    };
    service::add_passages(&tx, owl.id, vec![page]).await.expect("a page");
    tx.commit().await.expect("commits");
    let own = [("Wann".to_owned(), "Wann und wo".to_owned())].into_iter().collect();
    let (order, own) =
        (post::text::template_of("registration.order").expect("a mail"), post::entity::mail_text::OwnWords(own));
    let text = (owl.id, order, base::Language::De);
    post::text::save(&app.store, &Actor::system(), text, 0, own).await.expect("saved");
    app.member("Lea Door", "lea@staff.example", Role::Door, Some(owl.id)).await;
    super::edition_question::asking(app, &owl).await;
    crate::registration::voucher::add(app, owl.id, crate::registration::voucher::of("SOMMER", 5)).await;
    app.order(owl.id, &[("on-site", "Petra Kemper"), ("paid", "Ayşe Kılıç")]).await;
    app.run_jobs().await;
    congress::query::by_id(app.store.read(), owl.id).await.expect("reads").expect("it")
}

pub fn wanted(slug: &str, parts: &[Part]) -> Wanted {
    Wanted {
        edition: Edition {
            slug: slug.into(),
            name: Text::new("Kongress 2028", "Congress 2028"),
            first: day("2028-05-18"),
            last: day("2028-05-19"),
        },
        parts: parts.iter().copied().collect(),
        prefix: "OWL28".into(),
    }
}

#[tokio::test]
async fn all_of_it_comes_along_but_nobody_does() {
    use congress::entity::{capacity, congress as table, partner, passage, question, room, waiting_terms};
    use identity::entity::role;
    use ticketing::entity::{category, quota};
    run(async |app| {
        let old = full(app).await;
        let id = app.store.chance().opaque_id();
        let made = copy(&app.store, &Actor::system(), old.id, id, &wanted("", &Part::ALL)).await.expect("a copy");
        let new = made.congress;
        assert_eq!((new.slug.as_str(), new.phase), ("kongress-2028", Phase::Draft));
        assert_eq!(made.team.left, 0);
        let fates: BTreeMap<&str, Fate> = fates().into_iter().map(|fate| (fate.table, fate)).collect();
        let same = |table: &str, before: &[JsonValue], after: &[JsonValue]| {
            assert_eq!(before.len(), after.len(), "{table}");
            assert!(!before.is_empty(), "{table}: there is something to copy");
            for (before, after) in before.iter().zip(after) {
                for column in fates[table].copied {
                    assert_eq!(before[column], after[column], "{table}.{column}");
                }
                for column in fates[table].anew.iter().filter(|c| **c == "id" || **c == "congress_id") {
                    assert_ne!(before[column], after[column], "{table}.{column}");
                }
            }
        };
        macro_rules! compare {
            ($table:literal, $entity:ident, $column:expr, $order:literal) => {{
                let before = rows::<$entity::Entity>(app, $column.eq(old.id), $order).await;
                let after = rows::<$entity::Entity>(app, $column.eq(id), $order).await;
                same($table, &before, &after);
            }};
        }
        compare!("congress", table, table::Column::Id, "id");
        let texts = post::entity::mail_text::Column::CongressId;
        let before = rows::<post::entity::mail_text::Entity>(app, texts.eq(old.id), "template").await;
        let after = rows::<post::entity::mail_text::Entity>(app, texts.eq(id), "template").await;
        same("mail_text", &before, &after);
        compare!("room", room, room::Column::CongressId, "slug");
        compare!("passage", passage, passage::Column::CongressId, "slug");
        compare!("partner", partner, partner::Column::CongressId, "position");
        compare!("category", category, category::Column::CongressId, "slug");
        compare!("quota", quota, quota::Column::CongressId, "slug");
        compare!("capacity", capacity, capacity::Column::CongressId, "size");
        compare!("question", question, question::Column::CongressId, "slug");
        compare!("waiting_terms", waiting_terms, waiting_terms::Column::CongressId, "id");
        compare!("role", role, role::Column::CongressId, "account_id");
        let seller_of = payment::entity::seller::Column::CongressId;
        let before = rows::<payment::entity::seller::Entity>(app, seller_of.eq(old.id), "name").await;
        let after = rows::<payment::entity::seller::Entity>(app, seller_of.eq(id), "name").await;
        same("seller", &before, &after);
        assert_eq!(after[0]["prefix"], "OWL28");
        let capacities = rows::<capacity::Entity>(app, capacity::Column::CongressId.eq(id), "size").await;
        assert!(capacities.iter().all(|row| row["taken"] == 0), "nothing is taken: {capacities:?}");
        // Each quota lies over the categories that it lay over.
        let (before, after) = (
            ticketing::query::offer(app.store.read(), old.id).await.expect("an offer").0,
            ticketing::query::offer(app.store.read(), id).await.expect("an offer").0,
        );
        let shape = |views: &[ticketing::query::CategoryView]| -> Vec<Shape> {
            let quotas = |view: &ticketing::query::CategoryView| {
                view.quotas.iter().map(|quota| (quota.slug.clone(), quota.size)).collect()
            };
            views.iter().map(|view| (view.category.slug.clone(), quotas(view))).collect()
        };
        assert_eq!(shape(&before), shape(&after));
        let orders = registration::entity::order::Entity::find()
            .filter(registration::entity::order::Column::CongressId.eq(id))
            .all(app.store.read())
            .await
            .expect("orders");
        assert!(orders.is_empty());
        // The copy opens, sells and issues an invoice of its own series.
        let tx = app.store.begin().await.expect("begins");
        congress::service::congress::set_phase(&tx, &Actor::system(), id, Phase::Open).await.expect("opens");
        tx.commit().await.expect("commits");
        app.order(id, &[("on-site", "Nour Al-Khatib"), ("paid", "Lea Temme")]).await;
        app.run_jobs().await;
        let invoices = payment::entity::invoice::Entity::find()
            .filter(payment::entity::invoice::Column::CongressId.eq(id))
            .all(app.store.read())
            .await
            .expect("invoices");
        assert_eq!(invoices.len(), 1);
        assert!(invoices[0].number.starts_with("OWL28-") && invoices[0].number.ends_with("-0001"));
    })
    .await;
}

#[tokio::test]
async fn only_what_is_chosen_comes_along() {
    run(async |app| {
        let old = full(app).await;
        let id = app.store.chance().opaque_id();
        copy(&app.store, &Actor::system(), old.id, id, &wanted("next", &[Part::Rooms])).await.expect("a copy");
        let last = desk::query::edition::last(app.store.read(), id).await.expect("reads").expect("it");
        assert_eq!((last.rooms, last.partners, last.passages.len(), last.categories.len()), (1, 0, 0, 0));
        assert!(last.seller.is_none() && last.roles == 0 && last.congress.venue_name.is_empty());
        let origin = desk::query::edition::origin(app.store.read(), id).await.expect("reads").expect("an origin");
        assert_eq!((origin.0.as_str(), origin.2), ("owl", vec![Part::Rooms]));
    })
    .await;
}

#[tokio::test]
async fn a_copy_that_cannot_be_is_none_at_all() {
    run(async |app| {
        let old = full(app).await;
        let there = congress::query::all(app.store.read()).await.expect("congresses").len();
        let mut same_prefix = wanted("next", &Part::ALL);
        same_prefix.prefix = seller().prefix;
        let id = app.store.chance().opaque_id();
        let refused = copy(&app.store, &Actor::system(), old.id, id, &same_prefix).await;
        assert!(matches!(refused, Err(EditionError::Payment(payment::PaymentError::PrefixUsed(_)))), "{refused:?}");
        let refused = copy(&app.store, &Actor::system(), old.id, id, &wanted("owl", &Part::ALL)).await;
        assert!(matches!(refused, Err(EditionError::Congress(CongressError::SlugTaken(_)))), "{refused:?}");
        let now = congress::query::all(app.store.read()).await.expect("congresses").len();
        assert_eq!(now, there, "the rooms and categories of a refused copy are gone too");
        let rooms = congress::entity::room::Entity::find().all(app.store.read()).await.expect("rooms").len();
        assert_eq!(rooms, 1);
    })
    .await;
}

#[tokio::test]
async fn two_at_once_have_a_name_each_and_the_same_form_twice_is_one() {
    run(async |app| {
        let old = full(app).await;
        let parts = [Part::Offer, Part::Texts];
        let system = Actor::system();
        let copies =
            futures_util::future::join_all(
                (0..4).map(|_| {
                    let (id, system, parts) = (app.store.chance().opaque_id(), &system, &parts);
                    async move {
                        copy(&app.store, system, old.id, id, &wanted("", parts)).await.expect("a copy").congress.slug
                    }
                }),
            )
            .await;
        let slugs: BTreeSet<String> = copies.into_iter().collect();
        let told = ["kongress-2028", "kongress-2028-2", "kongress-2028-3", "kongress-2028-4"];
        assert_eq!(slugs, told.map(str::to_owned).into());
        let id = app.store.chance().opaque_id();
        let again = wanted("twice", &parts);
        let twice = futures_util::future::join_all((0..2).map(|_| copy(&app.store, &system, old.id, id, &again))).await;
        assert!(twice.iter().all(|copied| copied.as_ref().is_ok_and(|copied| copied.congress.id == id)), "{twice:?}");
        // Founded from nothing at the same moment, with one name.
        let new = || NewCongress {
            slug: String::new(),
            name: Text::same("Herbsttreffen"),
            starts_at: at("2028-10-05T08:00:00Z"),
            ends_at: at("2028-10-05T15:00:00Z"),
            zone: "Europe/Berlin".into(),
            phase: Phase::Draft,
        };
        let founded = futures_util::future::join_all((0..3).map(|_| {
            let id = app.store.chance().opaque_id();
            create(&app.store, &system, id, new(), Text::default())
        }))
        .await;
        let slugs: BTreeSet<String> = founded.into_iter().map(|row| row.expect("a congress").slug).collect();
        assert_eq!(slugs, ["herbsttreffen", "herbsttreffen-2", "herbsttreffen-3"].map(str::to_owned).into());
    })
    .await;
}

/// What the preview page sends.
async fn previewed(staff: &Client, query: &str) -> Vec<(String, String)> {
    let page = staff.get(&format!("/owl/desk/settings/edition/preview?{query}")).await.expect(200);
    let form = "main form[method=post] input[type=hidden]";
    page.attributes(form, "name").into_iter().zip(page.attributes(form, "value")).collect()
}

#[tokio::test]
async fn an_admin_looks_first_and_then_copies() {
    run(async |app| {
        full(app).await;
        let staff = app.staff(Role::Admin).await;
        let form = staff.get("/owl/desk/settings/edition").await.expect(200);
        assert_eq!(form.attributes("input[name=prefix]", "value").len(), 1);
        assert_eq!(form.attributes("input[type=checkbox][checked]", "name").len(), 9, "all is chosen at first");
        let wrong =
            staff.get("/owl/desk/settings/edition/preview?name-de=X&from=never&take-seller=on").await.expect(422);
        assert_eq!(wrong.words(".kern-alert a, .error-summary a").len().min(2), 2, "{}", wrong.text());
        let query = "name-de=Kongress+2028&from=2028-05-18&slug=next&prefix=owl28&take-texts=on&take-offer=on\
                     &take-seller=on&take-team=on";
        let page = staff.get(&format!("/owl/desk/settings/edition/preview?{query}")).await.expect(200);
        assert!(page.words("[aria-labelledby=years] li").join(" ").contains("Teilnahme 2027"));
        assert_eq!(congress::query::all(app.store.read()).await.expect("all").len(), 1, "looking changes nothing");
        let fields = previewed(&staff, query).await;
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let first = staff.post_form("/owl/desk/settings/edition", &fields).await.expect(303);
        assert_eq!(first.location(), "/next/desk/settings/edition/origin");
        staff.post_form("/owl/desk/settings/edition", &fields).await.expect(303);
        assert_eq!(congress::query::all(app.store.read()).await.expect("all").len(), 2, "a double click is one");
        let origin = staff.get(first.location()).await.expect(200);
        assert!(origin.text().contains("nach „owl“"), "{}", origin.text());
        assert!(!origin.words("[aria-labelledby=ready] li").is_empty(), "what to look at next");
        staff.get("/owl/desk/settings/edition/origin").await.expect(404);
        // The same prefix again is refused in words, before anything is added.
        let again = format!("{}&slug=other", query.replace("&slug=next", ""));
        let told = staff.get(&format!("/owl/desk/settings/edition/preview?{again}")).await.expect(422);
        assert!(told.text().contains("Rechnungsnummern beginnen schon mit OWL28"));
        let taken = query.replace("prefix=owl28", "prefix=OWL29");
        staff.get(&format!("/owl/desk/settings/edition/preview?{taken}")).await.expect(422);
        // Who sets up one congress founds no other.
        let owl = congress::query::by_slug(app.store.read(), "owl").await.expect("reads").expect("it");
        let one = app.member("Tarek Wiebe", "tarek@staff.example", Role::Organiser, Some(owl.id)).await.1;
        one.get("/owl/desk/settings/edition").await.expect(404);
        app.run_jobs().await;
    })
    .await;
}
