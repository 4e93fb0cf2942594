//! What the next edition asks and on which terms one waits for it: as for the last one, with rows of its own and nobody in
//! it.

use super::edition::{full, wanted};
use crate::kit::{App, run, world};
use crate::question::{options, question};
use base::{Actor, Language, Time, Uuid};
use chrono::{NaiveDate, TimeDelta};
use congress::entity::congress::Model as Congress;
use congress::entity::question::{Kind, UsedFor};
use congress::query::question::{QuestionView, answer_counts, questions};
use congress::rules::edition::Move;
use congress::service::deadline::Deadlines;
use congress::service::part::change;
use congress::service::question::{Question, change as change_question};
use congress::service::waiting::terms::{Terms, set_in, terms};
use desk::rules::edition::Part;
use desk::service::edition::copy;
use identity::Role;
use registration::service::order::place;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use web::form::Seen;

/// What the last edition asked, until when people changed what they ordered, and on which terms they waited.
pub async fn asking(app: &App, owl: &Congress) {
    let before = |days| Some(owl.starts_at - TimeDelta::days(days));
    let categories = ticketing::query::categories(app.store.read(), owl.id).await.expect("categories");
    let on_site = categories.iter().find(|view| view.category.slug == "on-site").expect("it").category.id;
    let diet = Question {
        options: options(&["vegan", "meat"]),
        asked_until: before(10),
        changed_until: before(7),
        sensitive: true,
        ..question("Essen 2027", Kind::OneOf)
    };
    app.ask(owl.id, "diet", diet).await.expect("a question");
    let place = Question { categories: vec![on_site], position: 2, ..question("Platz", Kind::OneOf) };
    app.ask(owl.id, "seat", Question { options: options(&["front", "back"]), ..place }).await.expect("a question");
    let depends = Question { depends: "seat=front".into(), position: 3, ..question("Warum vorn", Kind::Text) };
    app.ask(owl.id, "why", depends).await.expect("a question");
    let depends = Question { depends: "diet=vegan".into(), position: 4, ..question("Was genau", Kind::Text) };
    app.ask(owl.id, "meal", depends).await.expect("a question");
    let whole = Question { used_for: UsedFor::Order, ..question("Anreise", Kind::YesNo) };
    app.ask(owl.id, "arrival", whole.clone()).await.expect("a question");
    // Retired, and before what it depended on: nobody is asked, so nobody minds.
    let gone = Question { depends: "arrival=yes".into(), position: 9, used_for: UsedFor::Order, ..whole };
    let id = app.ask(owl.id, "gone", gone.clone()).await.expect("a question");
    let all = questions(app.store.read(), owl.id).await.expect("questions");
    let seen = Seen::of(&Question::of(all.iter().find(|view| view.row.id == id).expect("it"), &all));
    let gone = Question { active: false, position: 0, ..gone };
    change_question(&app.store, &Actor::system(), owl.id, id, gone, &seen).await.expect("changes");
    let days = Deadlines {
        names_until: before(1),
        substitutes_until: before(2),
        category_until: before(3),
        cancel_until: before(4),
    };
    change(&app.store, &Actor::system(), owl.id, days, &Seen::of(&Deadlines::default())).await.expect("deadlines");
    let tx = app.store.begin().await.expect("begins");
    let new = Terms { open: true, hours: 24, stop_days: 5, most: 3 };
    set_in(&tx, &Actor::system(), owl.id, new, None).await.expect("terms");
    tx.commit().await.expect("commits");
}

async fn all(app: &App, congress: Uuid) -> Vec<QuestionView> {
    questions(app.store.read(), congress).await.expect("questions")
}

/// What a congress asks whom, after which answer.
async fn asks(app: &App, congress: Uuid) -> Vec<String> {
    let views = all(app, congress).await;
    let categories = ticketing::query::categories(app.store.read(), congress).await.expect("categories");
    let told = |view: &QuestionView| {
        let row = &view.row;
        let earlier = row.depends_on.map(|id| views.iter().find(|other| other.row.id == id).expect("of this congress"));
        let after = earlier.map(|earlier| format!(" after {}={}", earlier.row.slug, row.depends_value));
        let of = view.categories.iter().map(|id| {
            let view = categories.iter().find(|view| view.category.id == *id).expect("of this congress");
            format!(" of {}", view.category.slug)
        });
        let options = view.options.iter().map(|option| format!(" {}", option.slug)).collect::<String>();
        let retired = if row.active { "" } else { " retired" };
        format!("{}{options}{}{}{retired}", row.slug, of.collect::<String>(), after.unwrap_or_default())
    };
    views.iter().map(told).collect()
}

#[tokio::test]
async fn questions_come_along_with_their_options_tickets_and_what_they_depend_on() {
    run(async |app| {
        let old = full(app).await;
        let mut form = world::form(&[("on-site", "Lea Temme")]);
        form.answers.insert("arrival".into(), vec!["yes".into()]);
        form.attendees[0].answers.insert("diet".into(), vec!["vegan".into()]);
        form.attendees[0].answers.insert("seat".into(), vec!["front".into()]);
        place(&app.store, &Actor::guest(Language::De), old.id, form).await.expect("an order");
        let id = app.store.chance().opaque_id();
        copy(&app.store, &Actor::system(), old.id, id, &wanted("next", &Part::ALL)).await.expect("a copy");
        let asked = asks(app, old.id).await;
        assert_eq!(
            asked,
            [
                "gone after arrival=yes retired",
                "diet vegan meat",
                "arrival",
                "seat front back of on-site",
                "why after seat=front",
                "meal after diet=vegan",
            ]
        );
        assert_eq!(asks(app, id).await, asked);
        let zone = old.zone.parse().expect("a zone");
        let shift = Move::new(old.starts_at, NaiveDate::from_ymd_opt(2028, 5, 18).expect("a day"), zone);
        let moved = |at: Option<Time>| at.map(|at| shift.of(at));
        for (before, after) in all(app, old.id).await.iter().zip(all(app, id).await) {
            assert_ne!(before.row.id, after.row.id);
            assert_eq!(after.row.asked_until, moved(before.row.asked_until));
            assert_eq!(after.row.changed_until, moved(before.row.changed_until));
            assert!(after.row.depends_on.is_none() || after.row.depends_on != before.row.depends_on);
            assert!(!after.categories.iter().any(|category| before.categories.contains(category)));
            for (before, after) in before.options.iter().zip(&after.options) {
                assert_ne!(before.id, after.id);
                assert_ne!(before.question_id, after.question_id);
                assert_eq!((&before.slug, &before.label), (&after.slug, &after.label));
                assert_eq!((before.position, before.active), (after.position, after.active));
            }
        }
        // Nobody's answers, nobody who waits, nobody's voucher; the days until which people change things have moved.
        assert!(answer_counts(app.store.read(), id).await.expect("counts").is_empty());
        assert!(!answer_counts(app.store.read(), old.id).await.expect("counts").is_empty());
        assert!(!ticketing::query::voucher::any(app.store.read(), id).await.expect("vouchers"));
        use congress::entity::waiting;
        let waiting = waiting::Entity::find().filter(waiting::Column::CongressId.eq(id)).count(app.store.read()).await;
        assert_eq!(waiting.expect("counts"), 0);
        let new = congress::query::by_id(app.store.read(), id).await.expect("reads").expect("it");
        assert_eq!(
            [new.names_until, new.substitutes_until, new.category_until, new.cancel_until],
            [old.names_until, old.substitutes_until, old.category_until, old.cancel_until].map(moved)
        );
        assert!(new.names_until.is_some());
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn without_its_tickets_a_question_for_them_is_not_asked_of_everyone() {
    run(async |app| {
        let old = full(app).await;
        let id = app.store.chance().opaque_id();
        let parts = [Part::Questions, Part::Waiting];
        copy(&app.store, &Actor::system(), old.id, id, &wanted("next", &parts)).await.expect("a copy");
        assert_eq!(
            asks(app, id).await,
            [
                "gone after arrival=yes retired",
                "diet vegan meat",
                "arrival",
                "seat front back retired",
                "why after seat=front retired",
                "meal after diet=vegan",
            ]
        );
        let now = terms(app.store.read(), id).await.expect("terms");
        assert_eq!(now, Terms { open: true, hours: 24, stop_days: 5, most: 3 });
        let new = congress::query::by_id(app.store.read(), id).await.expect("reads").expect("it");
        assert!(new.names_until.is_none(), "deadlines are of what is sold");
        let staff = app.staff(Role::Admin).await;
        let query = "name-de=Kongress+2029&from=2029-05-18&take-questions=on&take-waiting=on";
        let page = staff.get(&format!("/owl/desk/settings/edition/preview?{query}")).await.expect(200);
        let text = page.text();
        assert!(text.contains("6 Fragen, ohne Antworten") && text.contains("Angebote gelten 24 Stunden"), "{text}");
        assert!(text.contains("Eine Frage gilt nur für bestimmte Tickets"), "it says what will not be asked");
        assert!(text.contains("gefragt bis"), "and which days move");
        assert!(page.words("[aria-labelledby=years] li").join(" ").contains("Essen 2027"));
    })
    .await;
}
