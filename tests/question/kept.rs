//! What becomes of answers when tickets change.

use super::{pairs, question};
use crate::kit::{App, run};
use congress::entity::question::Kind;
use congress::service::question::Question;
use identity::Role;

#[tokio::test]
async fn another_ticket_keeps_what_is_asked_of_it_too() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        let categories = ticketing::query::categories(app.store.read(), owl.id).await.unwrap();
        let on_site = categories.iter().find(|c| c.category.slug == "on-site").unwrap().category.id;
        let lunch = Question { categories: vec![on_site], ..question("Essen", Kind::Text) };
        app.ask(owl.id, "lunch", lunch).await.unwrap();
        app.ask(owl.id, "job", Question { position: 2, ..question("Beruf", Kind::Text) }).await.unwrap();
        let mut new = crate::kit::world::form(&[("on-site", "Henrik Stallmann")]);
        new.attendees[0].answers.insert("lunch".into(), vec!["Suppe".into()]);
        new.attendees[0].answers.insert("job".into(), vec!["Bibliothekar".into()]);
        let guest = base::Actor::guest(base::Language::De);
        let placed = registration::service::order::place(&app.store, &guest, owl.id, new).await.unwrap();
        let organiser = app.staff(Role::Organiser).await;
        let path = format!("/owl/desk/orders/{}/attendees/1/category", placed.order.code);
        let shown = organiser.get(&path).await.expect(200).attributes("input[name=seen]", "value").remove(0);
        organiser.post_form(&path, &[("seen", &shown), ("category", "online")]).await.expect(303);
        assert_eq!(app.answers().await, pairs(&[("job", "Bibliothekar")]));
        app.run_jobs().await;
    })
    .await;
}
