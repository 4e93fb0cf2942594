//! Places for partners: held, given, resized, fallen back.

use crate::kit::{App, run};
use ::base::{Actor, Language, Uuid};
use ::chrono::TimeDelta;
use ::congress::entity::organisation::Kind;
use ::congress::entity::partner::Part;
use ::congress::service::partner::{Partner, add};
use ::identity::Role;
use ::registration::RegistrationError;
use ::registration::entity::{attendee, contingent, contingent_place, order};
use ::registration::form::{AttendeeChange, Billing};
use ::registration::load::contingent::{
    Contingent, attendee_of_contingent, contingent_by_link, contingent_secret, contingent_to_manage,
};
use ::registration::query::contingent::{ContingentView, view};
use ::registration::service::contingent::{Change, Named, New, change, end, make, name, seen, sweep, withdraw};
use ::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use ::ticketing::query::categories;

pub(super) async fn partner(app: &App, congress: Uuid, called: &str) -> Uuid {
    let new = Partner {
        name: called.into(),
        kind: Kind::Municipality,
        part: Part::Supporter,
        link: String::new(),
        position: 1,
    };
    add(&app.store, &Actor::system(), congress, new).await.expect("a partner")
}

/// Where the partner's invoice goes.
fn billing() -> Billing {
    Billing {
        street: "Lange Straße 45".into(),
        postcode: "33129".into(),
        town: "Delbrück".into(),
        ..Billing::default()
    }
}

pub(super) async fn held(
    app: &App,
    congress: Uuid,
    category: &str,
    places: i32,
    cents: i64,
) -> Result<Uuid, RegistrationError> {
    let id = app.store.chance().opaque_id();
    let partner = partner(app, congress, &format!("Stadt {places} {category}")).await;
    let change = Change {
        places,
        price_cents: cents,
        valid_until: app.store.now() + TimeDelta::days(20),
        contact_name: "Jule Brand".into(),
        email: "j.brand@stadt.example".into(),
        language: Language::De,
        billing: billing(),
    };
    let new = New { partner, category: category.into(), notify: true, change };
    make(&app.store, &Actor::system(), (congress, id), new).await
}

pub(super) async fn row(app: &App, id: Uuid) -> contingent::Model {
    let find = contingent::Entity::find().filter(contingent::Column::Id.eq(id));
    find.one(app.store.read()).await.expect("reads").expect("a contingent")
}

async fn by_link(app: &App, id: Uuid) -> Contingent {
    let row = row(app, id).await;
    let key = &app.program.state.link_key;
    contingent_by_link(app.store.read(), key, row.congress_id, &contingent_secret(key, &row)).await.expect("its link")
}

async fn seen_now(app: &App, id: Uuid) -> ContingentView {
    view(app.store.read(), row(app, id).await).await.expect("a view")
}

fn person(given: &str) -> AttendeeChange {
    AttendeeChange {
        given_name: given.into(),
        family_name: "Nolte".into(),
        email: format!("{}@stadt.example", given.to_lowercase()),
        organisation: "Stadt".into(),
        language: Language::De,
    }
}

/// Two places of `online`, one of which is somebody's; for walks through all routes.
pub async fn given(app: &App, congress: Uuid) -> (contingent::Model, String) {
    let id = held(app, congress, "online", 2, 0).await.expect("held");
    let loaded = by_link(app, id).await;
    name(&app.store, &loaded, app.store.chance().opaque_id(), vec![person("Lea")], true).await.expect("named");
    app.run_jobs().await;
    let place = contingent_place::Entity::find()
        .filter(contingent_place::Column::ContingentId.eq(id))
        .filter(contingent_place::Column::AttendeeId.is_not_null())
        .one(app.store.read())
        .await
        .expect("reads")
        .expect("a place");
    (row(app, id).await, place.id.to_string())
}

pub(super) async fn taken(app: &App, congress: Uuid, category: &str) -> i32 {
    let all = categories(app.store.read(), congress).await.expect("categories");
    all.iter().find(|view| view.category.slug == category).expect("it").quotas[0].taken
}

#[tokio::test]
async fn places_are_held_at_once_and_go_over_to_whoever_is_named() {
    run(async |app| {
        let owl = app.congress("owl", 5).await;
        let id = held(app, owl.id, "on-site", 3, 0).await.expect("held");
        assert_eq!(taken(app, owl.id, "on-site").await, 3);
        let full = held(app, owl.id, "on-site", 4, 0).await;
        assert!(matches!(full, Err(RegistrationError::SoldOut { .. })), "{full:?}");
        let loaded = by_link(app, id).await;
        let naming = app.store.chance().opaque_id();
        let people = vec![person("Lea"), person("Olga")];
        assert_eq!(name(&app.store, &loaded, naming, people.clone(), true).await.expect("named"), Named::Now(2));
        assert_eq!(name(&app.store, &loaded, naming, people, true).await.expect("again"), Named::Before);
        assert_eq!(taken(app, owl.id, "on-site").await, 3, "what was taken stays taken");
        let too_many =
            name(&app.store, &loaded, app.store.chance().opaque_id(), vec![person("A"), person("B")], true).await;
        assert!(matches!(too_many, Err(RegistrationError::ContingentFull { left: 1 })));
        app.run_jobs().await;
        let order = order::Entity::find().one(app.store.read()).await.expect("reads").expect("an order");
        assert_eq!(
            (order.state, order.total_cents, order.buyer_name.as_str()),
            (order::State::Confirmed, 0, "Jule Brand")
        );
        let mails = ::post::query::list(app.store.read(), owl.id, None, 50, 0).await.expect("mails");
        let to = |address: &str| mails.iter().filter(|mail| mail.to_address == address).count();
        assert_eq!((to("lea@stadt.example"), to("olga@stadt.example"), to("j.brand@stadt.example")), (1, 1, 1));
    })
    .await;
}

#[tokio::test]
async fn of_two_who_name_somebody_for_the_last_place_one_does() {
    Box::pin(run(async |app| {
        let owl = app.congress("owl", 5).await;
        let id = held(app, owl.id, "on-site", 1, 0).await.expect("held");
        let loaded = by_link(app, id).await;
        let draw = || app.store.chance().opaque_id();
        let (a, b) = tokio::join!(
            name(&app.store, &loaded, draw(), vec![person("Lea")], true),
            name(&app.store, &loaded, draw(), vec![person("Olga")], true),
        );
        assert_eq!([a.is_ok(), b.is_ok()].into_iter().filter(|ok| *ok).count(), 1);
        assert_eq!(taken(app, owl.id, "on-site").await, 1);
        app.run_jobs().await;
    }))
    .await;
}

#[tokio::test]
async fn it_grows_and_shrinks_but_not_below_who_was_named_and_ends() {
    run(async |app| {
        let owl = app.congress("owl", 5).await;
        let id = held(app, owl.id, "on-site", 3, 0).await.expect("held");
        let loaded = by_link(app, id).await;
        name(&app.store, &loaded, app.store.chance().opaque_id(), vec![person("Lea"), person("Olga")], true)
            .await
            .expect("named");
        let resize = async |places: i32| {
            let now = seen_now(app, id).await.change();
            change(&app.store, &loaded, &seen(&now), Change { places, ..now }).await
        };
        assert!(matches!(resize(1).await, Err(RegistrationError::ContingentUsed { used: 2 })));
        assert!(matches!(resize(6).await, Err(RegistrationError::SoldOut { .. })));
        resize(5).await.expect("grows");
        assert_eq!(taken(app, owl.id, "on-site").await, 5);
        resize(2).await.expect("shrinks");
        assert_eq!(taken(app, owl.id, "on-site").await, 2);
        resize(4).await.expect("grows");
        let old = Change { places: 3, ..seen_now(app, id).await.change() };
        let stale = change(&app.store, &loaded, &seen(&old), Change { places: 5, ..old }).await;
        assert!(matches!(stale, Err(RegistrationError::Stale(_))), "nobody overwrites what they have not seen");
        end(&app.store, &loaded).await.expect("ends");
        end(&app.store, &loaded).await.expect("once more changes nothing");
        assert_eq!(taken(app, owl.id, "on-site").await, 2, "who was named stays");
        let late = name(&app.store, &loaded, app.store.chance().opaque_id(), vec![person("Max")], true).await;
        assert!(matches!(late, Err(RegistrationError::Closed)));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn the_price_can_change_until_somebody_is_named() {
    run(async |app| {
        let owl = app.congress("owl", 5).await;
        let id = held(app, owl.id, "on-site", 3, 4_900).await.expect("held");
        let loaded = by_link(app, id).await;
        let now = seen_now(app, id).await.change();
        let dearer = Change { price_cents: 5_900, ..now.clone() };
        change(&app.store, &loaded, &seen(&now), dearer.clone()).await.expect("another price");
        let staff = app.staff(Role::Organiser).await;
        let own = format!("/owl/desk/contingents/{id}");
        let page = staff.get(&own).await.expect(200);
        assert_eq!(page.attributes("#price", "value"), ["59,00"]);
        assert!(page.text().contains("Preis: 49,00 € → 59,00 €"), "{}", page.text());
        name(&app.store, &loaded, app.store.chance().opaque_id(), vec![person("Lea")], true).await.expect("named");
        app.run_jobs().await;
        let late = change(&app.store, &loaded, &seen(&dearer), Change { price_cents: 100, ..dearer.clone() }).await;
        assert!(matches!(late, Err(RegistrationError::ContingentPriceFixed)), "{late:?}");
        let page = staff.get(&own).await.expect(200);
        assert!(page.attributes("#price", "value").is_empty());
        assert!(page.text().contains("Der Preis steht fest"), "{}", page.text());
        // Everything else can still be changed, without saying the price again.
        let value = |name: &str| page.attributes(&format!("[name={name}]"), "value").remove(0);
        let (until, seen) = (value("until"), value("seen"));
        let fields = [
            ("seen", seen.as_str()),
            ("places", "4"),
            ("until", &until),
            ("contact-name", "Jule Brand"),
            ("email", "j.brand@stadt.example"),
            ("language", "de"),
        ];
        staff.post_form(&own, &fields).await.expect(303);
        let after = seen_now(app, id).await.change();
        assert_eq!((after.places, after.price_cents), (4, 5_900));
    })
    .await;
}

#[tokio::test]
async fn staff_are_asked_before_it_ends() {
    run(async |app| {
        let owl = app.congress("owl", 5).await;
        let id = held(app, owl.id, "on-site", 3, 0).await.expect("held");
        let staff = app.staff(Role::Organiser).await;
        let own = format!("/owl/desk/contingents/{id}");
        let page = staff.get(&own).await.expect(200);
        assert!(page.attributes("form", "action").iter().all(|action| !action.ends_with("/end")));
        let asks = page.attributes("a.kern-btn--danger", "href").remove(0);
        let asked = staff.get(&asks).await.expect(200);
        assert!(asked.text().contains("3 Plätze sind noch nicht vergeben"), "{}", asked.text());
        assert_eq!(taken(app, owl.id, "on-site").await, 3, "asking ends nothing");
        staff.post_form(&asks, &[]).await.expect(303);
        assert_eq!(taken(app, owl.id, "on-site").await, 0);
        let ended = staff.get(&asks).await.expect(200);
        assert!(ended.attributes("main form", "method").is_empty(), "nothing left to ask");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_is_taken_back_leaves_their_place_to_the_partner() {
    run(async |app| {
        let owl = app.congress("owl", 2).await;
        let id = held(app, owl.id, "on-site", 1, 4900).await.expect("held");
        let loaded = by_link(app, id).await;
        name(&app.store, &loaded, app.store.chance().opaque_id(), vec![person("Lea")], true).await.expect("named");
        app.run_jobs().await;
        let first = order::Entity::find().one(app.store.read()).await.expect("reads").expect("an order");
        assert_eq!((first.state, first.total_cents), (order::State::AwaitingPayment, 4900));
        let place = seen_now(app, id).await.places[0].id.to_string();
        let lea = attendee_of_contingent(app.store.read(), &loaded, &place).await.expect("Lea");
        withdraw(&app.store, &loaded, &lea).await.expect("taken back");
        assert_eq!(seen_now(app, id).await.free(), 1);
        assert_eq!(taken(app, owl.id, "on-site").await, 1, "the place is the partner's");
        let again = withdraw(&app.store, &loaded, &lea).await;
        assert!(matches!(again, Err(RegistrationError::Closed)));
        name(&app.store, &loaded, app.store.chance().opaque_id(), vec![person("Olga")], true).await.expect("named");
        let people = attendee::Entity::find().all(app.store.read()).await.expect("people");
        assert_eq!(people.len(), 2);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn what_nobody_was_named_for_falls_back_after_a_mail() {
    run(async |app| {
        let owl = app.congress("owl", 5).await;
        let id = held(app, owl.id, "on-site", 3, 0).await.expect("held");
        app.run_jobs().await;
        assert_eq!(sweep(&app.store).await.expect("sweeps"), 0);
        app.advance(TimeDelta::days(14));
        sweep(&app.store).await.expect("sweeps");
        sweep(&app.store).await.expect("sweeps");
        app.run_jobs().await;
        let mails = ::post::query::list(app.store.read(), owl.id, None, 50, 0).await.expect("mails");
        assert_eq!(mails.len(), 2, "the link, and one reminder");
        assert_eq!(taken(app, owl.id, "on-site").await, 3);
        app.advance(TimeDelta::days(7));
        assert_eq!(sweep(&app.store).await.expect("sweeps"), 1);
        assert_eq!(taken(app, owl.id, "on-site").await, 0);
        assert!(row(app, id).await.ended_at.is_some());
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_quota_that_is_laid_over_the_category_holds_places_for_partners_too() {
    run(async |app| {
        let owl = app.congress("owl", 5).await;
        let id = held(app, owl.id, "on-site", 2, 0).await.expect("held");
        let tx = app.store.begin().await.expect("begins");
        let new = ::ticketing::service::quota::NewQuota {
            slug: "chairs".into(),
            name: "Chairs".into(),
            size: Some(2),
            categories: vec!["on-site".into()],
        };
        ::registration::service::quota::add(&tx, &Actor::system(), owl.id, new).await.expect("a quota");
        tx.commit().await.expect("commits");
        assert_eq!(
            ::registration::service::quota::recount(&app.store, &Actor::system(), owl.id).await.expect("counts"),
            0
        );
        let loaded = by_link(app, id).await;
        name(&app.store, &loaded, app.store.chance().opaque_id(), vec![person("Lea")], true).await.expect("named");
        let organiser = app.staff(Role::Organiser).await;
        let places = organiser.get("/owl/desk/places").await.expect(200);
        assert!(places.text().contains("Für Partner"), "{}", places.text());
        assert!(!places.text().contains("stimmt nicht"), "{}", places.text());
        organiser.get("/owl/desk").await.expect(200);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn the_desk_holds_places_and_the_partner_names_people_on_their_page() {
    run(async |app| {
        let owl = app.congress("owl", 5).await;
        let partner = partner(app, owl.id, "Kreis Höxter").await;
        let organiser = app.staff(Role::Organiser).await;
        let form = organiser.get("/owl/desk/contingents/new").await.expect(200);
        let once = form.attributes("[name=once]", "value").remove(0);
        let id = partner.to_string();
        let mut fields = vec![
            ("once", once.as_str()),
            ("partner", id.as_str()),
            ("category", "on-site"),
            ("price", ""),
            ("places", "2"),
            ("contact-name", "Jule Brand"),
            ("email", "j.brand@hoexter.example"),
            ("language", "de"),
        ];
        organiser.post_form("/owl/desk/contingents/new", &fields).await.expect(422);
        let until = (app.store.now() + TimeDelta::days(9)).format("%Y-%m-%dT%H:%M").to_string();
        fields.push(("until", &until));
        let made = organiser.post_form("/owl/desk/contingents/new", &fields).await.expect(303);
        let again = organiser.post_form("/owl/desk/contingents/new", &fields).await.expect(303);
        assert_eq!(made.location(), again.location(), "a double click holds them once");
        let page = organiser.get(made.location()).await.expect(200);
        let link = page.attributes("a[href*='/contingents/']", "href");
        let link = link.iter().find_map(|href| Some(&href[href.find("/owl/contingents/")?..])).expect("a link");
        let guest = app.guest();
        let own = guest.get(link).await.expect(200);
        let placement = own.attributes("[name=placement]", "value").remove(0);
        let pasted = [
            ("placement", placement.as_str()),
            ("language-1", "de"),
            ("paste", "Lea Nolte; l@hoexter.example\nOlga Petrenko"),
            ("action", "paste"),
        ];
        let back = guest.post_form(link, &pasted).await.expect(422);
        assert_eq!(back.attributes("[name^=family-]", "value"), ["Nolte", "Petrenko"]);
        let named = [
            ("placement", placement.as_str()),
            ("action", "place"),
            ("given-1", "Lea"),
            ("family-1", "Nolte"),
            ("email-1", "l@hoexter.example"),
            ("language-1", "de"),
            ("given-2", "Olga"),
            ("family-2", "Petrenko"),
            ("email-2", "o@hoexter.example"),
            ("language-2", "en"),
        ];
        guest.post_form(link, &named).await.expect(303);
        let own = guest.get(link).await.expect(200);
        assert_eq!(own.words("#named ~ ul strong"), ["Lea Nolte", "Olga Petrenko"]);
        let people = attendee::Entity::find().all(app.store.read()).await.expect("people");
        assert!(people.iter().all(|a| a.organisation == "Kreis Höxter"));
        // The old link ends; somebody else's is as unknown as one that does not exist.
        let generation = [("generation", "1")];
        organiser.post_form(&format!("{}/link", made.location()), &generation).await.expect(303);
        guest.get(link).await.expect(404);
        let door = app.staff(Role::Door).await;
        assert_ne!(door.get(made.location()).await.status, 200);
        let elsewhere = app.congress("elsewhere", 5).await;
        let id = row(app, made.location().rsplit('/').next().expect("an id").parse().expect("an id")).await.id;
        let foreign = contingent_to_manage(app.store.read(), &Actor::system(), elsewhere.id, &id.to_string()).await;
        assert!(matches!(foreign, Err(RegistrationError::Unknown)));
        app.run_jobs().await;
    })
    .await;
}

async fn place_of(app: &App, attendee: Uuid) -> String {
    let find = contingent_place::Entity::find().filter(contingent_place::Column::AttendeeId.eq(attendee));
    find.one(app.store.read()).await.expect("reads").expect("a place").id.to_string()
}

#[tokio::test]
async fn a_place_that_its_attendee_gave_back_is_none_of_the_contingent_any_more() {
    run(async |app| {
        let owl = app.congress("owl", 5).await;
        let id = held(app, owl.id, "on-site", 2, 0).await.expect("held");
        let loaded = by_link(app, id).await;
        let named = vec![person("Lea"), person("Olga")];
        name(&app.store, &loaded, app.store.chance().opaque_id(), named, false).await.expect("named");
        assert!(seen_now(app, id).await.is_price_fixed());
        let order = order::Entity::find().one(app.store.read()).await.expect("reads").expect("an order");
        let order = ::registration::load::order_to_manage(app.store.read(), &Actor::system(), owl.id, &order.code)
            .await
            .expect("the order");
        let all = attendee::Entity::find().all(app.store.read()).await.expect("reads");
        let cancel = async |id: Uuid| {
            ::registration::service::cancellation::cancel_by_hand(&app.store, &order, &[id], "krank", false).await
        };
        assert_eq!(cancel(all[0].id).await.expect("cancelled"), 1);
        let view = seen_now(app, id).await;
        assert_eq!((view.places.len(), view.free()), (1, 0), "it is the public's");
        assert_eq!(taken(app, owl.id, "on-site").await, 1);
        let lea = attendee_of_contingent(app.store.read(), &loaded, &place_of(app, all[0].id).await).await;
        let too_late = withdraw(&app.store, &loaded, &lea.expect("Lea")).await;
        assert!(matches!(too_late, Err(RegistrationError::Closed)), "{too_late:?}");
        assert_eq!((seen_now(app, id).await.free(), taken(app, owl.id, "on-site").await), (0, 1));
        assert_eq!(cancel(all[1].id).await.expect("cancelled"), 1);
        let view = seen_now(app, id).await;
        assert_eq!((view.places.len(), view.is_price_fixed()), (0, false));
        let late = Change { valid_until: owl.ends_at + TimeDelta::hours(1), places: 1, ..view.change() };
        let managed = contingent_to_manage(app.store.read(), &Actor::system(), owl.id, &id.to_string()).await;
        let managed = managed.expect("the contingent");
        let refused = change(&app.store, &managed, &seen(&view.change()), late.clone()).await;
        assert!(matches!(refused, Err(RegistrationError::ContingentLate)), "{refused:?}");
        let more = Change { valid_until: owl.ends_at, price_cents: 900, ..late };
        change(&app.store, &managed, &seen(&view.change()), more).await.expect("nobody holds a ticket");
        assert_eq!(taken(app, owl.id, "on-site").await, 1);
        app.run_jobs().await;
    })
    .await;
}
