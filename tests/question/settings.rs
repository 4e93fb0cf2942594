//! Setting questions up at the desk.

use super::{options, question};
use crate::kit::world::form;
use crate::kit::{App, Client, Reply, run};
use base::{Actor, Language};
use congress::entity::question::{Kind, UsedFor};
use congress::query::question::questions;
use congress::service::question::Question;
use identity::Role;
use registration::service::order::place;

const PATH: &str = "/owl/desk/settings/questions";

/// What the form of a question sends as it was shown.
pub fn fields(page: &Reply) -> Vec<(String, String)> {
    let page = scraper::Html::parse_document(&page.text());
    let inputs = scraper::Selector::parse(
        "main form:first-of-type input, main form:first-of-type select, main form:first-of-type textarea",
    )
    .expect("a selector");
    let option = scraper::Selector::parse("option[selected]").expect("a selector");
    let mut fields = vec![];
    for input in page.select(&inputs) {
        let name = input.attr("name").unwrap_or_default().to_owned();
        let value = match input.value().name() {
            "select" => input.select(&option).next().and_then(|o| o.attr("value")).unwrap_or_default().to_owned(),
            "textarea" => input.text().collect::<String>().trim_start_matches('\n').to_owned(),
            _ => input.attr("value").unwrap_or("on").to_owned(),
        };
        let tick = matches!(input.attr("type"), Some("checkbox" | "radio"));
        if !name.is_empty() && (!tick || input.attr("checked").is_some()) {
            fields.push((name, value));
        }
    }
    fields
}

pub fn with(mut fields: Vec<(String, String)>, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    for (name, value) in changes {
        fields.retain(|(n, _)| n != name);
        fields.push(((*name).into(), (*value).into()));
    }
    fields
}

pub async fn send(client: &Client, path: &str, fields: &[(String, String)]) -> Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    client.post_form(path, &fields).await
}

#[tokio::test]
async fn an_organiser_asks_about_lunch() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        let organiser = app.staff(Role::Organiser).await;
        assert!(organiser.get(PATH).await.expect(200).text().contains("Noch keine Frage"));
        let empty = organiser.get(&format!("{PATH}/new")).await.expect(200);
        let new = with(
            fields(&empty),
            &[
                ("label-de", "Ernährung"),
                ("purpose-de", "Damit die Küche planen kann"),
                ("kind", "one_of"),
                ("option-1-de", "Alles"),
                ("option-2-de", "Vegan"),
                ("sensitive", "on"),
            ],
        );
        let wrong =
            send(&organiser, &format!("{PATH}/new"), &with(new.clone(), &[("purpose-de", ""), ("retention", "x")]))
                .await;
        assert_eq!(wrong.expect(422).words(".kern-error").len(), 2);
        let twice = send(&organiser, &format!("{PATH}/new"), &with(new.clone(), &[("option-2-de", "ALLES")])).await;
        let twice = twice.expect(422);
        assert_eq!(twice.words("#option-2-de-error").len(), 1, "{:?}", twice.words(".kern-error"));
        let none = with(new.clone(), &[("option-1-de", ""), ("option-2-de", "")]);
        assert!(
            send(&organiser, &format!("{PATH}/new"), &none)
                .await
                .expect(422)
                .text()
                .contains("mindestens eine Antwort")
        );
        for _ in 0..2 {
            send(&organiser, &format!("{PATH}/new"), &new).await.expect(303);
        }
        let all = questions(app.store.read(), owl.id).await.unwrap();
        assert_eq!(all.len(), 1, "sent twice is asked once");
        assert_eq!(all[0].row.slug, "ernaehrung");
        let slugs: Vec<&str> = all[0].options.iter().map(|option| option.slug.as_str()).collect();
        assert_eq!(slugs, ["alles", "vegan"]);
        // One that follows from it; it cannot stand before it.
        let second = with(
            fields(&organiser.get(&format!("{PATH}/new")).await.expect(200)),
            &[("label-de", "Seit wann"), ("purpose-de", "Neugier"), ("kind", "date"), ("depends", "ernaehrung=vegan")],
        );
        let before = with(second.clone(), &[("position", "0")]);
        assert!(
            send(&organiser, &format!("{PATH}/new"), &before).await.expect(422).text().contains("muss vor ihr stehen")
        );
        send(&organiser, &format!("{PATH}/new"), &second).await.expect(303);
        // The answer that it depends on stays, and so does the question.
        let path = format!("{PATH}/{}", all[0].row.id);
        let shown = fields(&organiser.get(&path).await.expect(200));
        let without = with(shown.clone(), &[("option-2-de", ""), ("option-2-en", "")]);
        assert!(send(&organiser, &path, &without).await.expect(422).text().contains("Diese Antwort kann niemand"));
        organiser.post_form(&format!("{path}/removal"), &[]).await.expect(303);
        assert!(organiser.get(PATH).await.text().contains("Lösen Sie zuerst diese"));
        assert_eq!(questions(app.store.read(), owl.id).await.unwrap().len(), 2);
        let log = organiser.get("/owl/desk/audit").await.expect(200).text();
        assert!(log.contains("Frage angelegt") && log.contains("Alles, Vegan"), "{log}");
    })
    .await;
}

#[tokio::test]
async fn what_is_answered_is_retired_and_keeps_its_kind() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        let organiser = app.staff(Role::Organiser).await;
        let new = Question { options: options(&["all", "vegan"]), ..question("Ernährung", Kind::OneOf) };
        let id = app.ask(owl.id, "diet", new).await.unwrap();
        let mut order = form(&[("on-site", "Henrik Stallmann")]);
        order.attendees[0].answers.insert("diet".into(), vec!["vegan".into()]);
        place(&app.store, &Actor::guest(Language::De), owl.id, order).await.unwrap();
        app.run_jobs().await;
        let path = format!("{PATH}/{id}");
        let shown = fields(&organiser.get(&path).await.expect(200));
        for change in [
            [("kind", "text"), ("option-1-de", ""), ("option-2-de", "")],
            [("used-for", "order"), ("x", ""), ("y", "")],
        ] {
            let refused = send(
                &organiser,
                &path,
                &with(with(shown.clone(), &change), &[("option-1-en", ""), ("option-2-en", "")]),
            )
            .await;
            assert_eq!(refused.status.as_u16() / 100, 4, "{}", refused.text());
        }
        let kind = with(shown.clone(), &[("used-for", "order")]);
        assert!(send(&organiser, &path, &kind).await.expect(422).text().contains("Stellen Sie eine neue"));
        // Nobody chose everything: it can go. Somebody chose vegan: it is only no longer offered.
        let chosen = with(shown.clone(), &[("option-2-de", ""), ("option-2-en", "")]);
        assert!(send(&organiser, &path, &chosen).await.expect(422).text().contains("Jemand hat"));
        let mut offered =
            with(shown.clone(), &[("option-3-de", "Vegetarisch"), ("option-1-de", ""), ("option-1-en", "")]);
        offered.retain(|(name, _)| name != "option-2-active");
        send(&organiser, &path, &offered).await.expect(303);
        let now = questions(app.store.read(), owl.id).await.unwrap().remove(0);
        let options: Vec<(&str, bool)> = now.options.iter().map(|o| (o.slug.as_str(), o.active)).collect();
        assert_eq!(options, [("vegan", false), ("vegetarisch", true)]);
        // The second of two is told.
        let stale = send(&organiser, &path, &with(shown, &[("label-de", "Essen")])).await.expect(409);
        assert!(stale.text().contains("Antworten zur Auswahl"), "{}", stale.text());
        organiser.post_form(&format!("{path}/removal"), &[]).await.expect(303);
        let now = questions(app.store.read(), owl.id).await.unwrap().remove(0);
        assert!(!now.row.active, "retired, not deleted");
        assert_eq!(app.answers().await.len(), 1);
        assert_eq!(now.row.used_for, UsedFor::Attendee);
    })
    .await;
}
