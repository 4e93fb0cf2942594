//! Answers end when their question says.

use super::{pairs, question};
use crate::kit::{App, run};
use chrono::TimeDelta;
use congress::entity::question::Kind;
use congress::rules::file::FileKind;
use congress::service::answer::{Holder, attach, sweep};
use congress::service::question::Question;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

#[tokio::test]
async fn answers_end_when_their_question_says() {
    run(async |app: &App| {
        let owl = app.congress("owl", 10).await;
        for (slug, days, position) in [("short", 0, 1), ("long", 30, 2)] {
            let new = Question { retention_days: days, position, ..question(slug, Kind::Text) };
            app.ask(owl.id, slug, new).await.unwrap();
        }
        let proof =
            app.ask(owl.id, "proof", Question { position: 3, ..question("Nachweis", Kind::File) }).await.unwrap();
        let mut new = crate::kit::world::form(&[("on-site", "Henrik Stallmann"), ("on-site", "Lea Nolte")]);
        for attendee in &mut new.attendees {
            attendee.answers.insert("short".into(), vec!["kurz".into()]);
            attendee.answers.insert("long".into(), vec!["lang".into()]);
        }
        let guest = base::Actor::guest(base::Language::De);
        let placed = registration::service::order::place(&app.store, &guest, owl.id, new).await.unwrap();
        let tx = app.store.begin().await.unwrap();
        let holder = Holder { kind: "attendee", id: placed.attendees[0].attendee.id };
        attach(&tx, owl.id, holder, proof, "a.pdf", (FileKind::Pdf, b"%PDF-1")).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(sweep(&app.store).await.unwrap(), 0, "the congress is not over");
        let daily = async |days: i64| {
            app.advance(TimeDelta::days(days));
            kongress::schedule(&app.store).await.unwrap();
            app.run_jobs().await;
        };
        daily(31).await;
        assert_eq!(app.answers().await, pairs(&[("long", "lang"), ("long", "lang"), ("proof", "a.pdf")]));
        daily(28).await;
        assert_eq!(app.answers().await.len(), 3);
        daily(2).await;
        assert_eq!(app.answers().await, vec![]);
        let files = congress::entity::answer_file::Entity::find().all(app.store.read()).await.unwrap();
        assert!(files.is_empty(), "files go with their answers");
        daily(1).await;
        assert_eq!(sweep(&app.store).await.unwrap(), 0, "again changes nothing");
        use store::event::entity::{Column, Entity};
        let told =
            Entity::find().filter(Column::Verb.eq("congress.answers-forgotten")).all(app.store.read()).await.unwrap();
        let told: Vec<_> = told.into_iter().map(|event| event.detail).collect();
        assert_eq!(told, [json!({ "answers": 2, "files": 0 }), json!({ "answers": 3, "files": 1 })]);
    })
    .await;
}
