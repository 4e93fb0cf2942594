//! The questions in the registration form, without JavaScript.

use super::pairs;
use super::settings::{fields, send, with};
use crate::kit::{App, run};
use registration::entity::order;
use sea_orm::EntityTrait;

const FORM: &str = "/owl/tickets";

async fn orders(app: &App) -> usize {
    order::Entity::find().all(app.store.read()).await.expect("orders").len()
}

/// Petra orders for two: as the form sends it, with these answers.
async fn filled(app: &App, answers: &[(&str, &str)]) -> Vec<(String, String)> {
    let guest = app.guest();
    let first = guest.get(FORM).await.expect(200);
    let two = send(&guest, FORM, &with(fields(&first), &[("action", "add")])).await.expect(200);
    let typed = [
        ("buyer", "public_body"),
        ("organisation", "Stadt Delbrück"),
        ("buyer-name", "Petra Kemper"),
        ("buyer-email", "p.kemper@delbrueck.example"),
        ("terms", "on"),
        ("given-1", "Henrik"),
        ("family-1", "Stallmann"),
        ("given-2", "Lea"),
        ("family-2", "Nolte"),
        ("action", "place"),
    ];
    with(with(fields(&two), &typed), answers)
}

#[tokio::test]
async fn what_follows_from_an_answer_is_asked_before_anything_is_placed() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        app.menu(owl.id).await;
        let guest = app.guest();
        let page = guest.get(FORM).await.expect(200);
        let text = page.text();
        assert!(text.contains("Wozu: Damit die Küche planen kann. Löschung: 30 Tage nach dem Kongress."), "{text}");
        assert!(!text.contains("Was genau"));
        let first = [("answer_diet-1", "other"), ("answer_diet-2", "vegan"), ("answer_photo-1", "yes")];
        let asked = send(&guest, FORM, &filled(app, &first).await).await.expect(200);
        assert!(asked.text().contains("Zu Ihren Angaben gehören noch Fragen"), "{}", asked.text());
        assert_eq!(asked.attributes("input[id^=answer_diet_note]", "name"), ["answer_diet_note-1"]);
        assert_eq!(orders(app).await, 0);
        // Now it has been shown, and must be answered; so must the photos of the second.
        let again = with(fields(&asked), &[("action", "place")]);
        let wrong = send(&guest, FORM, &again).await.expect(422);
        let told = wrong.words("#answer_diet_note-1-error, #answer_photo-2-error");
        assert_eq!(told, ["Bitte beantworten Sie diese Frage."; 2], "{}", wrong.text());
        assert_eq!(wrong.attributes("#answer_diet-1-other", "checked").len(), 1, "answers stay after an error");
        let right = with(
            fields(&wrong),
            &[("answer_diet_note-1", "kein Sellerie"), ("answer_photo-2", "no"), ("action", "place")],
        );
        send(&guest, FORM, &right).await.expect(303);
        let kept = pairs(&[
            ("diet", "other"),
            ("diet", "vegan"),
            ("diet-note", "kein Sellerie"),
            ("photo", "no"),
            ("photo", "yes"),
        ]);
        assert_eq!(app.answers().await, kept);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn answers_follow_their_people_and_what_does_not_apply_is_dropped() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        app.menu(owl.id).await;
        let guest = app.guest();
        let answers = [("answer_diet-1", "other"), ("answer_diet-2", "other"), ("answer_photo-2", "yes")];
        let shown = send(&guest, FORM, &with(filled(app, &answers).await, &[("action", "update")])).await.expect(200);
        let typed = with(fields(&shown), &[("answer_diet_note-1", "Fisch"), ("answer_diet_note-2", "Nüsse")]);
        // The first goes; the second is the first now, with what they said.
        let one = send(&guest, FORM, &with(typed, &[("action", "remove-1")])).await.expect(200);
        assert_eq!(one.attributes("#answer_diet_note-1", "value"), ["Nüsse"], "{}", one.text());
        assert_eq!(one.attributes("#answer_photo-1", "checked").len(), 1);
        // They eat everything after all: what was typed to the other question is not kept, nor does it get in the way.
        let placed = with(fields(&one), &[("answer_diet-1", "all"), ("action", "place")]);
        send(&guest, FORM, &placed).await.expect(303);
        assert_eq!(app.answers().await, pairs(&[("diet", "all"), ("photo", "yes")]));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_question_for_one_ticket_comes_with_it() {
    run(async |app: &App| {
        use congress::entity::question::{Kind, UsedFor};
        use congress::service::question::Question;
        let owl = app.congress("owl", 10).await;
        let categories = ticketing::query::categories(app.store.read(), owl.id).await.unwrap();
        let paid = categories.iter().find(|c| c.category.slug == "paid").unwrap().category.id;
        let dinner = Question { required: true, categories: vec![paid], ..super::question("Abendessen", Kind::YesNo) };
        app.ask(owl.id, "dinner", dinner).await.unwrap();
        let group = Question {
            used_for: UsedFor::Order,
            most: Some(9),
            position: 2,
            ..super::question("Gruppe", Kind::Number)
        };
        app.ask(owl.id, "group", group).await.unwrap();
        let guest = app.guest();
        let fields_ = filled(app, &[("category-1", "on-site"), ("category-2", "on-site"), ("about_group", "12")]).await;
        let wrong = send(&guest, FORM, &fields_).await.expect(422);
        assert_eq!(wrong.words("#about_group-error"), ["Bitte geben Sie höchstens 9 ein."]);
        let dearer = with(fields(&wrong), &[("category-2", "paid"), ("about_group", "7"), ("action", "place")]);
        let dearer = with(
            dearer,
            &[
                ("buyer-billing-street", "Markt 1"),
                ("buyer-billing-postcode", "33129"),
                ("buyer-billing-town", "Delbrück"),
            ],
        );
        let asked = send(&guest, FORM, &dearer).await.expect(200);
        assert_eq!(asked.attributes("[id^=answer_dinner]:not(p)", "name"), ["answer_dinner-2"; 2], "{}", asked.text());
        send(&guest, FORM, &with(fields(&asked), &[("answer_dinner-2", "yes"), ("action", "place")])).await.expect(303);
        assert_eq!(app.answers().await, pairs(&[("dinner", "yes"), ("group", "7")]));
        app.run_jobs().await;
    })
    .await;
}
