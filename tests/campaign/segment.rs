//! Segments that are kept by name, and what was answered at the registration.

use super::{now, people};
use crate::kit::{App, run};
use crate::question::{options, question};
use ::campaign::query::segment::reach;
use ::campaign::rules::segment::{Criterion, Group, Segment, Term};
use ::congress::entity::question::Kind;
use ::congress::entity::question_option;
use ::congress::service::answer::{Holder, insert};
use ::congress::service::question::Question;
use ::identity::Role;
use ::registration::entity::attendee;
use ::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use ::std::collections::BTreeMap;

const TYPED: [(&str, &str); 5] =
    [("name", "Anreise"), ("kind", "service"), ("group-1", "on"), ("term-1-1-not", ""), ("term-1-1-is", "ticket")];

#[tokio::test]
async fn a_segment_is_kept_by_name_and_a_letter_has_a_copy_of_it() {
    run(async |app: &App| {
        people(app, 1).await;
        let staff = app.staff(Role::Organiser).await;
        let new = "/owl/desk/campaigns/new";
        let send = async |more: &[(&str, &str)], status: u16| {
            staff.post_form(new, &[&TYPED[..], more].concat()).await.expect(status)
        };
        send(&[("do", "segment-keep")], 422).await;
        let keep = [("do", "segment-keep"), ("segment-name", "Mit Ticket")];
        let kept = send(&keep, 200).await;
        assert!(kept.text().contains("Die Auswahl „Mit Ticket“ ist gespeichert"), "{}", kept.text());
        assert_eq!(kept.attributes("[name=name]", "value"), ["Anreise"], "what was typed stays");
        send(&keep, 200).await;
        assert_eq!(app.count("SELECT count(*) FROM saved_segment").await, 1, "pressed twice, it is one");
        let other = [("term-1-2-not", "not"), ("term-1-2-is", "speaks")];
        let wrong = send(&[&other[..], &[("do", "segment-keep"), ("segment-name", "mit ticket")]].concat(), 422).await;
        assert!(wrong.words("#segment-name-error").concat().contains("heißt schon"), "{}", wrong.text());
        assert_eq!(wrong.attributes("[name=segment-name]", "value"), ["mit ticket"]);
        send(&[&other[..], &[("do", "segment-keep"), ("segment-name", "Ohne Mitwirkende")]].concat(), 200).await;

        let list = staff.get("/owl/desk/segments").await.expect(200);
        assert!(
            list.text().contains("An alle, die ein Ticket haben und nicht im Programm mitwirken."),
            "{}",
            list.text()
        );
        let rename = list.attributes("form[action$='/name']", "action");
        let field = |path: &str| format!("name-{}", path.split('/').nth_back(1).unwrap());
        let taken = staff.post_form(&rename[1], &[(&field(&rename[1]), "Mit Ticket")]).await.expect(422);
        assert!(taken.text().contains("heißt schon"));
        staff.post_form(&rename[1], &[(&field(&rename[1]), "Nur Publikum")]).await.expect(303);

        let id = rename[1].split('/').nth_back(1).unwrap();
        let took = send(&[("do", "segment-take"), ("segment-saved", id)], 200).await;
        assert_eq!(took.attributes("#term-1-2-is option[selected]", "value"), ["speaks"]);
        let path = send(&[&other[..], &[("do", "save"), ("once", "x")]].concat(), 303).await.location().to_owned();
        staff.post_form(&format!("/owl/desk/segments/{id}/removal"), &[]).await.expect(303);
        assert!(!staff.get("/owl/desk/segments").await.expect(200).text().contains("Nur Publikum"));
        let row = now(app, path.rsplit('/').next().unwrap().parse().unwrap()).await;
        assert_eq!(row.segment.any[0].all.len(), 2, "the letter keeps to whom it goes");
        app.staff(Role::Door).await.get("/owl/desk/segments").await.expect(404);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn what_was_answered_at_the_registration_says_who_is_meant() {
    run(async |app: &App| {
        let owl = people(app, 3).await;
        let choice =
            Question { options: options(&["vegan", "vegan-raw", "all"]), ..question("Essen", Kind::SeveralOf) };
        let food = app.ask(owl, "food", choice).await.unwrap();
        let photo = app.ask(owl, "photo", question("Fotos", Kind::YesNo)).await.unwrap();
        let secret = Question { sensitive: true, ..question("Hilfe nötig", Kind::YesNo) };
        app.ask(owl, "help", secret).await.unwrap();
        let people =
            attendee::Entity::find().order_by_asc(attendee::Column::CreatedAt).all(app.store.read()).await.unwrap();
        let of = |at: usize| Holder { kind: "attendee", id: people[at].id };
        let given = |pairs: &[(::base::Uuid, &str)]| -> BTreeMap<_, _> {
            pairs.iter().map(|(question, value)| (*question, (*value).to_owned())).collect()
        };
        let tx = app.store.begin().await.unwrap();
        let answers = [
            (of(0), given(&[(food, "vegan all"), (photo, "yes")])),
            (of(1), given(&[(food, "vegan-raw"), (photo, "no")])),
        ];
        insert(&tx, owl, &answers).await.unwrap();
        tx.commit().await.unwrap();
        let n = async |not: bool, criterion: Criterion| {
            let term = Term { not: false, criterion: Criterion::Ticket };
            let segment = Segment { any: vec![Group { all: vec![term, Term { not, criterion }] }] };
            reach(app.store.read(), owl, &segment).await.unwrap().all
        };
        let rows = question_option::Entity::find().filter(question_option::Column::QuestionId.eq(food));
        let rows = rows.all(app.store.read()).await.unwrap();
        let option = |slug: &str| Criterion::Answered(rows.iter().find(|row| row.slug == slug).unwrap().id);
        assert_eq!((n(false, option("vegan")).await, n(false, option("all")).await), (1, 1));
        assert_eq!((n(false, option("vegan-raw")).await, n(true, option("vegan")).await), (1, 2));
        assert_eq!((n(false, Criterion::SaidYes(photo)).await, n(false, Criterion::SaidNo(photo)).await), (1, 1));
        assert_eq!(n(true, Criterion::SaidNo(photo)).await, 2, "who said nothing did not say no");

        let staff = app.staff(Role::Organiser).await;
        let typed = [&TYPED[..4], &[("term-1-1-is", "said-yes"), ("do", "show")]].concat();
        let page = staff.post_form("/owl/desk/campaigns/new", &typed).await.expect(200);
        assert_eq!(page.attributes("#term-1-1-of option", "value").len(), 2, "nothing sensitive: {}", page.text());
        let id = photo.to_string();
        let typed = [&TYPED[..4], &[("term-1-1-is", "said-yes"), ("term-1-1-of", &id), ("do", "count")]].concat();
        let page = staff.post_form("/owl/desk/campaigns/new", &typed).await.expect(200).text();
        assert!(page.contains("An alle, die bei der Anmeldung Ja gesagt haben zu „Fotos“."), "{page}");
        app.run_jobs().await;
    })
    .await;
}
