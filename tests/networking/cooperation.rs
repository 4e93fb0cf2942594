//! Cooperations: begun, joined, brought further, left, seen by whom.

use super::interest::befriend;
use super::world::{Somebody, entrance, open, said, somebody};
use crate::kit::actor::Reply;
use crate::kit::{App, Client, run};
use base::Uuid;
use congress::entity::congress::Model as Congress;
use identity::Role;
use networking::entity::cooperation;
use networking::rules::cooperation::{Circle, State, Tie};
use post::entity::message;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

const NEW: &str = "/netz/network/mine/cooperations/new";

/// The fields of the form of a cooperation.
fn fields<'a>(title: &'a str, circle: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("title", title), ("goal", "Einmal einführen statt dreimal."), ("topic", "dms"), ("circle", circle)]
}

async fn find(app: &App, title: &str) -> cooperation::Model {
    let find = cooperation::Entity::find().filter(cooperation::Column::Title.eq(title));
    find.one(app.store.read()).await.unwrap().unwrap()
}

/// Somebody begins one, as the form does.
async fn begin(app: &App, by: &Somebody, title: &str, circle: &str, more: &[(&str, &str)]) -> cooperation::Model {
    let once = app.store.chance().opaque_id().to_string();
    let mut all = fields(title, circle);
    all.push(("once", &once));
    all.extend(more);
    by.client.post_form(NEW, &all).await.expect(303);
    find(app, title).await
}

fn path(row: &cooperation::Model, deed: &str) -> String {
    let end = if deed.is_empty() { String::new() } else { format!("/{deed}") };
    format!("/netz/network/cooperations/{}{end}", row.code)
}

/// The same, as it was seen.
fn with<'a>(title: &'a str, seen: &'a str) -> Vec<(&'a str, &'a str)> {
    [fields(title, "members"), vec![("seen", seen)]].concat()
}

fn seen_of(reply: &Reply) -> String {
    reply.attributes("main [name=seen]", "value").remove(0)
}

/// The mails of a kind, to whom.
async fn mails(app: &App, kind: &str) -> Vec<String> {
    let rows = message::Entity::find().filter(message::Column::Kind.eq(kind)).all(app.store.read()).await.unwrap();
    let mut to: Vec<String> = rows.into_iter().map(|row| row.to_address).collect();
    to.sort();
    to
}

/// Two who know each other.
async fn two(app: &App) -> (Congress, Uuid, Somebody, Somebody) {
    let congress = app.congress("netz", 50).await;
    let dms = open(app, congress.id).await;
    let ada = somebody(app, &congress, said("Ada Anfang", &[])).await;
    let ben = somebody(app, &congress, said("Ben Beginn", &[])).await;
    befriend(&ada, &ben).await;
    (congress, dms, ada, ben)
}

#[test]
fn nothing_comes_further_than_from_what_was_before_and_all_may_end() {
    for from in State::ALL {
        assert!(!from.may_become(from), "{from:?} is no step");
        assert_eq!(from.may_become(State::Ended), from != State::Ended, "{from:?}");
    }
    assert!(State::Running.may_become(State::Transferred) && !State::Idea.may_become(State::Transferred));
    assert!(State::Applied.may_become(State::Agreed), "what is refused falls back");
    assert!(State::Ended.may_become(State::Idea) && !State::Ended.may_become(State::Running));
}

#[test]
fn a_circle_shows_to_those_within_it() {
    let ties = [Tie::Anybody, Tie::Participant, Tie::Refused, Tie::Asking, Tie::Invited, Tie::Joined];
    for (circle, seen) in [
        (Circle::Public, [true, true, true, true, true, true]),
        (Circle::Participants, [false, true, true, true, true, true]),
        (Circle::Members, [false, false, false, false, true, true]),
    ] {
        assert_eq!(ties.map(|tie| circle.shows_to(tie)), seen, "{circle:?}");
    }
}

#[tokio::test]
async fn a_contact_becomes_a_cooperation_that_both_are_in_once_the_other_says_so() {
    run(async |app: &App| {
        let (_, _, ada, ben) = two(app).await;
        let page = ada.client.get(&format!("/netz/network/people/{}", ben.profile.code)).await.expect(200).text();
        assert!(page.contains(&format!("/netz/network/mine/cooperations/new?with={}", ben.profile.code)));
        let row =
            begin(app, &ada, "Gemeinsame E-Akte", "members", &[("invite", &ben.profile.code), ("with", "x")]).await;
        assert_eq!(row.origin, cooperation::Origin::Connection);
        app.deliver().await;
        assert_eq!(mails(app, "networking.invited").await, ["ben.beginn@gast.example"]);
        let invites =
            |mail: &crate::kit::smtp::Received| crate::call::words(mail).contains("lädt Sie zu einer Kooperation ein");
        let mail = app.smtp.mails().into_iter().find(invites).unwrap();
        let text = crate::call::words(&mail);
        assert!(
            mail.to.contains("ben.beginn@")
                && text.contains("Ada Anfang")
                && text.contains("Einmal einführen statt dreimal."),
            "{text}"
        );
        // Looking says nothing; he is not in it before his yes.
        let page = ben.client.get(&path(&row, "")).await.expect(200).text();
        assert!(page.contains("Sie sind eingeladen"));
        ben.client.get(&path(&row, "answer")).await.expect(405);
        ben.client.post_form(&path(&row, "step"), &[("state", "agreed"), ("number", "1")]).await.expect(404);
        assert_eq!(app.count("SELECT count(*) FROM cooperation_step").await, 1, "who is not in it says nothing");
        for _ in 0..2 {
            ben.client.post_form(&path(&row, "answer"), &[("answer", "yes")]).await.expect(303);
        }
        assert_eq!(app.count("SELECT count(*) FROM cooperation_member WHERE state = 'joined'").await, 2);
        app.run_jobs().await;
        assert_eq!(mails(app, "networking.joined").await, ["ada.anfang@gast.example"]);
        ben.client
            .post_form(&path(&row, "step"), &[("state", "agreed"), ("number", "1"), ("note", "Beide Häuser")])
            .await;
        let page = ada.client.get(&path(&row, "")).await.expect(200).text();
        assert!(page.contains("Vereinbart") && page.contains("Beide Häuser") && page.contains("Ben Beginn"));
        assert!(ada.client.get("/netz/network/mine").await.text().contains("Gemeinsame E-Akte"));
    })
    .await;
}

#[tokio::test]
async fn the_same_form_sent_twice_begins_one_and_only_contacts_are_invited() {
    run(async |app: &App| {
        let (congress, _, ada, ben) = two(app).await;
        let stranger = somebody(app, &congress, said("Sven Sonst", &[])).await;
        let once = app.store.chance().opaque_id().to_string();
        let mut all = fields("Einmal", "participants");
        all.extend([("once", once.as_str()), ("invite", &stranger.profile.code), ("invite", &ben.profile.code)]);
        for _ in 0..2 {
            ada.client.post_form(NEW, &all).await.expect(303);
        }
        app.run_jobs().await;
        assert_eq!(app.count("SELECT count(*) FROM cooperation").await, 1);
        assert_eq!(mails(app, "networking.invited").await, ["ben.beginn@gast.example"]);
        // Who said no is asked no more, by whatever way.
        let row = find(app, "Einmal").await;
        ben.client.post_form(&path(&row, "answer"), &[("answer", "no")]).await.expect(303);
        let form = format!("/netz/network/mine/cooperations/{}", row.code);
        let seen = seen_of(&ada.client.get(&form).await.expect(200));
        let mut again = fields("Einmal", "participants");
        again.extend([("seen", seen.as_str()), ("invite", &ben.profile.code)]);
        ada.client.post_form(&form, &again).await.expect(303);
        app.run_jobs().await;
        assert_eq!(mails(app, "networking.invited").await.len(), 1);
        assert_eq!(app.count("SELECT count(*) FROM cooperation_member WHERE state = 'declined'").await, 1);
        // What is missing or wrong is said, and what was typed stays.
        for (name, value) in [
            ("title", ""),
            ("goal", " "),
            ("topic", "keins"),
            ("circle", "alle"),
            ("next-on", "32.13."),
            ("links", "x"),
        ] {
            let wrong: Vec<(&str, &str)> = fields("Zwei", "public")
                .into_iter()
                .filter(|(field, _)| *field != name)
                .chain([(name, value)])
                .collect();
            let page = ada.client.post_form(NEW, &wrong).await.expect(422).text();
            assert!(
                page.contains("kern-alert") && page.contains("Einmal einführen statt dreimal.") == (name != "goal"),
                "{name}"
            );
        }
        assert_eq!(app.count("SELECT count(*) FROM cooperation").await, 1);
    })
    .await;
}

/// Every page on which a cooperation could show.
async fn pages(client: &Client, row: &cooperation::Model, body: &str) -> String {
    let mut all = String::new();
    for path in [
        path(row, ""),
        "/netz/network/topics/dms".to_owned(),
        "/netz/network".to_owned(),
        "/netz/network/directory".to_owned(),
        format!("/netz/network/organisations/{body}"),
        "/netz/network/mine".to_owned(),
    ] {
        all.push_str(&client.get(&path).await.text());
    }
    all
}

#[tokio::test]
async fn each_circle_shows_a_cooperation_to_whom_it_names_on_every_path() {
    run(async |app: &App| {
        let (congress, _, ada, ben) = two(app).await;
        let other = somebody(app, &congress, said("Otto Ohne", &[])).await;
        let page = ada.client.get(&format!("/netz/network/people/{}", ben.profile.code)).await.text();
        let body = page.split("/netz/network/organisations/").nth(1).unwrap()[..6].to_owned();
        for (circle, seen) in [
            ("members", [false, false, true, true]),
            ("participants", [false, true, true, true]),
            ("public", [true, true, true, true]),
        ] {
            let title = format!("Kooperation-{circle}-9");
            let row = begin(app, &ada, &title, circle, &[("invite", &ben.profile.code)]).await;
            let guest = app.guest();
            for (client, seen) in [&guest, &other.client, &ben.client, &ada.client].into_iter().zip(seen) {
                assert_eq!(pages(client, &row, &body).await.contains(&title), seen, "{circle}");
            }
            // Whoever does not see it can do nothing to it.
            let status = other.client.post_form(&path(&row, "request"), &[]).await.status;
            assert_eq!(status, if circle == "members" { 404 } else { 303 }, "{circle}");
            other.client.post_form(&path(&row, "leaving"), &[]).await;
            other.client.get(&format!("/netz/network/mine/cooperations/{}", row.code)).await.expect(404);
            // Nobody is named to the public who does not show there.
            let text = guest.get(&path(&row, "")).await.text();
            assert!(!text.contains("Ada Anfang") && !text.contains("Ben Beginn"), "{circle}");
            assert!(!other.client.get(&path(&row, "")).await.text().contains("Ben Beginn"), "an invitation is theirs");
        }
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_asks_is_let_in_or_not_and_does_not_ask_again() {
    run(async |app: &App| {
        let (congress, _, ada, _) = two(app).await;
        let row = begin(app, &ada, "Offen", "participants", &[("seeks", "yes"), ("wanted", "Kommunen")]).await;
        let closed = begin(app, &ada, "Geschlossen", "participants", &[]).await;
        let mut asking = vec![];
        for name in ["Otto Ohne", "Pia Partner"] {
            let one = somebody(app, &congress, said(name, &[])).await;
            for _ in 0..2 {
                one.client.post_form(&path(&row, "request"), &[]).await.expect(303);
            }
            asking.push(one);
        }
        app.run_jobs().await;
        assert_eq!(mails(app, "networking.asked").await, ["ada.anfang@gast.example"; 2]);
        let decide = |who: &Somebody| path(&row, &format!("members/{}", who.profile.code));
        // Not by oneself.
        asking[0].client.post_form(&decide(&asking[0]), &[("answer", "yes")]).await.expect(404);
        ada.client.post_form(&decide(&asking[0]), &[("answer", "yes")]).await.expect(303);
        ada.client.post_form(&decide(&asking[1]), &[("answer", "no")]).await.expect(303);
        // The first answer holds.
        ada.client.post_form(&decide(&asking[1]), &[("answer", "yes")]).await.expect(303);
        asking[1].client.post_form(&path(&row, "request"), &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM cooperation_member WHERE state = 'joined'").await, 3);
        assert_eq!(app.count("SELECT count(*) FROM cooperation_member WHERE state = 'refused'").await, 1);
        app.run_jobs().await;
        assert_eq!(mails(app, "networking.joined").await, ["otto.ohne@gast.example"]);
        // Where nobody is looked for, nobody asks.
        asking[1].client.post_form(&path(&closed, "request"), &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM cooperation_member WHERE state = 'asked'").await, 0);
    })
    .await;
}

#[tokio::test]
async fn of_two_who_say_how_far_it_is_at_once_one_does() {
    run(async |app: &App| {
        let (_, _, ada, ben) = two(app).await;
        let row = begin(app, &ada, "Zugleich", "members", &[("invite", &ben.profile.code)]).await;
        ben.client.post_form(&path(&row, "answer"), &[("answer", "yes")]).await.expect(303);
        let step = path(&row, "step");
        let (one, other) = futures_util::future::join(
            ada.client.post_form(&step, &[("state", "agreed"), ("number", "1")]),
            ben.client.post_form(&step, &[("state", "ended"), ("number", "1")]),
        )
        .await;
        one.expect(303);
        other.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM cooperation_step").await, 2);
        ada.client.post_form(&step, &[("state", "transferred"), ("number", "2")]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM cooperation_step").await, 2, "not what cannot follow");
        ada.client.post_form(&step, &[("state", "erfunden"), ("number", "2")]).await.expect(404);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_saves_over_somebody_elses_change_is_told_and_loses_nothing() {
    run(async |app: &App| {
        let (_, _, ada, ben) = two(app).await;
        let row = begin(app, &ada, "Zu zweit", "members", &[("invite", &ben.profile.code)]).await;
        ben.client.post_form(&path(&row, "answer"), &[("answer", "yes")]).await.expect(303);
        let form = format!("/netz/network/mine/cooperations/{}", row.code);
        let seen = seen_of(&ada.client.get(&form).await.expect(200));
        ben.client.post_form(&form, &with("Von Ben", &seen)).await.expect(303);
        let reply = ada.client.post_form(&form, &with("Von Ada", &seen)).await.expect(409);
        let page = reply.text();
        assert!(page.contains("Von Ben") && page.contains("Von Ada") && page.contains("Ben Beginn"), "{page}");
        let again = seen_of(&reply);
        ada.client.post_form(&form, &with("Von Ada", &again)).await.expect(303);
        assert_eq!(find(app, "Von Ada").await.id, row.id);
        // Saved as it is, nothing happens.
        let before = app.count("SELECT count(*) FROM event WHERE verb = 'cooperation.changed'").await;
        let seen = seen_of(&ada.client.get(&form).await.expect(200));
        ada.client.post_form(&form, &with("Von Ada", &seen)).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM event WHERE verb = 'cooperation.changed'").await, before);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_leaves_is_named_nowhere_and_the_last_one_ends_it() {
    run(async |app: &App| {
        let (_, _, ada, ben) = two(app).await;
        let more =
            [("invite", ben.profile.code.as_str()), ("next", "Anrufen"), ("next-owner", ada.profile.code.as_str())];
        let row = begin(app, &ada, "Endlich", "participants", &more).await;
        ben.client.post_form(&path(&row, "answer"), &[("answer", "yes")]).await.expect(303);
        app.run_jobs().await;
        ada.client.post_form("/netz/network/mine/withdrawal", &[]).await.expect(303);
        let page = ben.client.get(&path(&row, "")).await.expect(200).text();
        assert!(page.contains("Endlich") && !page.contains("Ada Anfang"));
        assert_eq!(find(app, "Endlich").await.next_owner_id, None);
        for _ in 0..2 {
            ben.client.post_form(&path(&row, "leaving"), &[]).await.expect(303);
        }
        assert_eq!(app.count("SELECT count(*) FROM cooperation_step WHERE state = 'ended'").await, 1);
        assert!(ben.client.get(&path(&row, "")).await.expect(200).text().contains("Beendet"));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_due_is_told_once_to_who_does_it_and_all_are_asked_what_came_of_it() {
    run(async |app: &App| {
        let (_, _, ada, ben) = two(app).await;
        let day = (app.store.now() + chrono::TimeDelta::days(4)).date_naive().to_string();
        let more = [
            ("invite", ben.profile.code.as_str()),
            ("next", "Angebot einholen"),
            ("next-owner", ada.profile.code.as_str()),
            ("next-on", day.as_str()),
        ];
        let row = begin(app, &ada, "Fristen", "members", &more).await;
        ben.client.post_form(&path(&row, "answer"), &[("answer", "yes")]).await.expect(303);
        let sweep = async || {
            let swept = Box::pin(networking::service::sweep::sweep(&app.store)).await.unwrap();
            app.deliver().await;
            swept.reminded
        };
        assert_eq!(sweep().await, 0);
        app.advance(chrono::TimeDelta::days(3));
        assert_eq!((sweep().await, sweep().await), (1, 0));
        assert_eq!(mails(app, "networking.step").await, ["ada.anfang@gast.example"]);
        let mail = app.smtp.mails().into_iter().rfind(|mail| mail.to.contains("ada.anfang@")).unwrap();
        let text = crate::call::words(&mail);
        assert!(text.contains("Angebot einholen") && text.contains("Darum wollten Sie sich kümmern"), "{text}");
        app.advance(chrono::TimeDelta::days(91));
        assert_eq!((sweep().await, sweep().await), (2, 0));
        let both = ["ada.anfang@gast.example", "ben.beginn@gast.example"];
        assert_eq!(mails(app, "networking.outcome").await, both);
        let mail = app.smtp.mails().into_iter().rfind(|mail| mail.to.contains("ben.beginn@")).unwrap();
        assert!(crate::call::words(&mail).contains("Idee"));
        // What has ended is left alone.
        ada.client.post_form(&entrance(app, "netz", "ada.anfang@gast.example").await, &[]).await.expect(303);
        ada.client.post_form(&path(&row, "step"), &[("state", "ended"), ("number", "1")]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM cooperation_step").await, 2);
        app.advance(chrono::TimeDelta::days(275));
        assert_eq!(sweep().await, 0);
    })
    .await;
}

#[tokio::test]
async fn organisers_see_the_board_take_off_with_a_reason_and_take_figures_along() {
    run(async |app: &App| {
        let (_, _, ada, ben) = two(app).await;
        let row = begin(app, &ada, "Fürs Brett", "public", &[("invite", &ben.profile.code)]).await;
        begin(app, &ada, "Nur wir", "members", &[]).await;
        ben.client.post_form(&path(&row, "answer"), &[("answer", "yes")]).await.expect(303);
        app.run_jobs().await;
        let desk = app.staff(Role::Organiser).await;
        let board = desk.get("/netz/desk/network/cooperations").await.expect(200).text();
        assert!(board.contains("Fürs Brett") && board.contains("Nur wir") && board.contains("Alte Hansestadt Lemgo"));
        let off = format!("/netz/desk/network/cooperations/{}", row.code);
        let field = format!("why-{}", row.code);
        desk.post_form(&off, &[("step", "hide"), (&field, " ")]).await.expect(303);
        app.guest().get(&path(&row, "")).await.expect(200);
        desk.post_form(&off, &[("step", "hide"), (&field, "Das ist Werbung.")]).await.expect(303);
        app.guest().get(&path(&row, "")).await.expect(303);
        assert!(!app.guest().get("/netz/network/topics/dms").await.text().contains("Fürs Brett"));
        assert!(ben.client.get(&path(&row, "")).await.expect(200).text().contains("Das ist Werbung."));
        desk.post_form(&off, &[("step", "show")]).await.expect(303);
        app.guest().get(&path(&row, "")).await.expect(200);
        let page = desk.get("/netz/desk/network/outcome").await.expect(200);
        assert_eq!(page.words("section[aria-labelledby=ort] tbody tr").len(), 1);
        let cells = page.words("section[aria-labelledby=ort] tbody tr th, section[aria-labelledby=ort] tbody tr td");
        assert_eq!(cells, ["Lemgo", "2", "1", "2", "0"]);
        let file = desk.post_form("/netz/desk/network/outcome/file", &[]).await.expect(200);
        assert!(file.bytes.starts_with(b"PK"), "a spreadsheet");
        assert_eq!(app.count("SELECT count(*) FROM event WHERE verb = 'list.exported'").await, 1);
        let door = app.staff(Role::Door).await;
        door.post_form(&off, &[("step", "hide"), (&field, "x")]).await.expect(404);
    })
    .await;
}
