//! Answers at the desk: who reads them with names, changing them for people, counting them without names, taking them along.

use super::settings::{fields, send, with};
use super::{options, pairs, question};
use crate::kit::world::form;
use crate::kit::{App, run};
use base::{Actor, Language};
use congress::entity::question::{Kind, UsedFor};
use congress::service::question::Question;
use identity::Role;
use registration::entity::order::Source;
use registration::service::order::{Placed, place};

/// Guests with their tickets, diets and whether photos of them may be shown; Petra orders.
async fn guests(app: &App, congress: base::Uuid, people: &[(&str, &str, &str)]) -> Placed {
    let names: Vec<(&str, &str)> = people.iter().map(|(category, _, _)| (*category, "Henrik Stallmann")).collect();
    let mut new = form(&names);
    new.source = Source::Desk;
    for (attendee, (_, diet, photo)) in new.attendees.iter_mut().zip(people) {
        attendee.answers.insert("diet".into(), vec![(*diet).into()]);
        attendee.answers.insert("photo".into(), vec![(*photo).into()]);
    }
    let placed = place(&app.store, &Actor::guest(Language::De), congress, new).await.expect("an order");
    app.run_jobs().await;
    placed
}

#[tokio::test]
async fn what_is_sensitive_is_read_by_who_may() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        app.menu(owl.id).await;
        let placed = guests(app, owl.id, &[("on-site", "vegan", "yes")]).await;
        let order = format!("/owl/desk/orders/{}", placed.order.code);
        let ticket = format!("{order}/attendees/1");
        for (role, reads) in [(Role::Organiser, true), (Role::Privacy, true), (Role::Finance, false)] {
            let client = app.staff(role).await;
            for path in [&order, &ticket] {
                let page = client.get(path).await.expect(200).text();
                assert_eq!(page.contains("Wahl vegan"), reads, "{role} {path}");
                assert!(page.contains("Fotos"), "{role} {path}: what is not sensitive shows");
            }
        }
        app.staff(Role::Door).await.get(&ticket).await.expect(404);
        // A list says in the log whether it had what is sensitive.
        for (role, told) in [(Role::Finance, false), (Role::Organiser, true)] {
            let client = app.staff(role).await;
            let list = client.post_form("/owl/desk/attendees/exports", &[("format", "csv")]).await.expect(200).text();
            assert_eq!(list.contains("Wahl vegan"), told, "{list}");
            assert!(list.contains("Fotos") && list.contains("Ja"), "{list}");
            let log = client.get("/owl/desk/audit").await.expect(200).text();
            assert_eq!(log.contains("Teilnehmende mit sensiblen Angaben"), told, "{role}");
        }
    })
    .await;
}

#[tokio::test]
async fn staff_answer_for_people_and_overwrite_nobody() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        app.menu(owl.id).await;
        let group = Question { used_for: UsedFor::Order, position: 9, ..question("Gruppe", Kind::Number) };
        app.ask(owl.id, "group", group).await.unwrap();
        let placed = guests(app, owl.id, &[("on-site", "vegan", "yes")]).await;
        let organiser = app.staff(Role::Organiser).await;
        let order = format!("/owl/desk/orders/{}", placed.order.code);
        let path = format!("{order}/attendees/1/answers");
        let shown = organiser.get(&path).await.expect(200);
        let first = with(fields(&shown), &[("about_diet", "all")]);
        let second = with(fields(&shown), &[("about_photo", "no")]);
        send(&organiser, &path, &first).await.expect(303);
        let told = send(&organiser, &path, &second).await.expect(409);
        assert!(told.text().contains("Wahl all") && told.text().contains("Miriam Osterholz"), "{}", told.text());
        assert_eq!(app.answers().await, pairs(&[("diet", "all"), ("photo", "yes")]));
        // What follows is asked first; then nothing must be answered.
        let shown = organiser.get(&path).await.expect(200);
        let asked = send(&organiser, &path, &with(fields(&shown), &[("about_diet", "other")])).await.expect(200);
        assert!(asked.text().contains("Was genau"));
        send(&organiser, &path, &fields(&asked)).await.expect(303);
        assert_eq!(app.answers().await, pairs(&[("diet", "other"), ("photo", "yes")]));
        let path = format!("{order}/answers");
        let shown = organiser.get(&path).await.expect(200);
        let wrong = send(&organiser, &path, &with(fields(&shown), &[("about_group", "viele")])).await.expect(422);
        assert_eq!(wrong.words(".kern-error"), ["Bitte geben Sie eine ganze Zahl ein."]);
        send(&organiser, &path, &with(fields(&shown), &[("about_group", "7")])).await.expect(303);
        assert!(organiser.get(&order).await.text().contains("Angaben von Henrik Stallmann geändert"));
        app.staff(Role::Finance).await.get(&path).await.expect(404);
        organiser.get(&format!("{order}/attendees/9/answers")).await.expect(404);
        let other = app.congress("lippe", 10).await;
        assert_ne!(other.id, owl.id);
        organiser.get(&path.replace("/owl/", "/lippe/")).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn the_kitchen_gets_numbers_of_those_who_come() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        app.menu(owl.id).await;
        let topics = Question { position: 8, options: options(&["a", "b"]), ..question("Themen", Kind::SeveralOf) };
        app.ask(owl.id, "topics", topics).await.unwrap();
        let people = [("on-site", "vegan", "yes"), ("on-site", "all", "yes"), ("online", "vegan", "no")];
        guests(app, owl.id, &people).await;
        let gone = guests(app, owl.id, &[("on-site", "vegan", "yes")]).await;
        let programme = app.staff(Role::Programme).await;
        let path = format!("/owl/desk/orders/{}/cancellation", gone.order.code);
        let organiser = app.staff(Role::Organiser).await;
        organiser.post_form(&path, &[("reason", "Erkrankt"), ("position", "1")]).await;
        app.run_jobs().await;
        let page = programme.get("/owl/desk/counts").await.expect(200);
        let rows = page.words("tbody tr");
        let diet: Vec<&str> = rows.iter().take(4).map(String::as_str).collect();
        assert_eq!(diet, ["Wahl all110", "Wahl vegan211", "Wahl other000", "keine Angabe000"], "{rows:?}");
        assert!(!page.text().contains("Stallmann"), "no names");
        let csv = programme.post_form("/owl/desk/counts/exports", &[("format", "csv")]).await.expect(200).text();
        assert!(csv.contains("Ernährung") && csv.contains("Wahl vegan"), "{csv}");
        programme.post_form("/owl/desk/counts/exports", &[("format", "xlsx")]).await.expect(200);
        app.staff(Role::Door).await.get("/owl/desk/counts").await.expect(404);
    })
    .await;
}
