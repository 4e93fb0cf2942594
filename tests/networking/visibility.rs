//! Who sees what: each field, at each level, for everybody who may look, on every path.

use super::world::{Somebody, entry, open, said, somebody, write};
use crate::kit::{App, Client, run};
use base::Uuid;
use networking::entity::entry::Side;
use networking::rules::visibility::{Field, Level, Viewer, Visibility};
use sea_orm::EntityTrait;

/// What stands in a field and nowhere else.
const SIGNS: [(Field, &str); 8] = [
    (Field::Organisation, "Werk-Organisation-7"),
    (Field::Job, "Werk-Aufgabe-7"),
    (Field::Work, "Werk-Arbeit-7"),
    (Field::Topics, "Werk-Thema-7"),
    (Field::Languages, "Ukrainisch"),
    (Field::Links, "werk-link-7.example"),
    (Field::Mail, "wanda.werk@gast.example"),
    (Field::Phone, "05261 777777"),
];

fn said_by_wanda(topic: Uuid, visibility: Visibility) -> networking::service::profile::Profile {
    networking::service::profile::Profile {
        organisation: "Werk-Organisation-7".into(),
        job: "Werk-Aufgabe-7".into(),
        work: "Werk-Arbeit-7".into(),
        languages: vec!["uk".into()],
        links: vec!["https://werk-link-7.example/".into()],
        phone: "05261 777777".into(),
        visibility,
        ..said("Wanda Werk", &[topic])
    }
}

#[test]
fn a_level_shows_to_those_that_it_names_and_to_whoever_is_nearer() {
    for (viewer, seen) in [
        (Viewer::Anybody, [false, false, false, true]),
        (Viewer::Participant, [false, false, true, true]),
        (Viewer::Contact, [false, true, true, true]),
        (Viewer::Owner, [true, true, true, true]),
    ] {
        assert_eq!(Level::ALL.map(|level| viewer.sees(level)), seen, "{viewer:?}");
    }
}

#[test]
fn no_field_shows_to_more_than_the_name_and_mail_never_before_a_yes() {
    for name in Level::ALL {
        for field in Field::ALL {
            for level in Level::ALL {
                let visibility = Visibility::default().with(Field::Name, name).with(field, level);
                assert!(visibility.of(field) <= visibility.of(Field::Name), "{field:?} {level:?} under {name:?}");
                assert!(field.levels().contains(&visibility.of(field)), "{field:?} {level:?}");
            }
        }
        let all = Visibility::default().with(Field::Name, name).with(Field::Mail, Level::Public);
        assert!(!all.shows(Field::Mail, Viewer::Participant) && !all.shows(Field::Phone, Viewer::Participant));
    }
}

/// Every page on which Wanda could show.
async fn pages(client: &Client, wanda: &Somebody) -> String {
    let code = &wanda.profile.code;
    let mut all = String::new();
    for path in [
        "/netz/network".to_owned(),
        "/netz/network/topics/werk-thema".to_owned(),
        "/netz/network/directory".to_owned(),
        "/netz/network/directory?topic=werk-thema".to_owned(),
        "/netz/network/directory?kind=municipality".to_owned(),
        "/netz/network/directory?show=entries".to_owned(),
        format!("/netz/network/people/{code}"),
        "/netz/network/mine".to_owned(),
    ] {
        all.push_str(&client.get(&path).await.text());
    }
    all
}

#[tokio::test]
async fn each_field_shows_to_whom_its_owner_allows_it_on_every_path() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        open(app, congress.id).await;
        let topic = super::world::topic(app, congress.id, "Werk-Thema-7", "werk-thema").await;
        let wanda = somebody(app, &congress, said_by_wanda(topic, Visibility::default())).await;
        let other = somebody(app, &congress, said("Otto Ohne", &[])).await;
        let friend = somebody(app, &congress, said("Frida Freund", &[])).await;
        super::interest::befriend(&wanda, &friend).await;
        for name in [Level::Participants, Level::Public] {
            for level in Level::ALL {
                let visibility = Field::ALL
                    .into_iter()
                    .fold(Visibility::default(), |all, field| all.with(field, level))
                    .with(Field::Name, name);
                super::directory::change(app, &congress, &wanda, said_by_wanda(topic, visibility)).await;
                let guest = app.guest();
                for (viewer, client) in
                    [(Viewer::Anybody, &guest), (Viewer::Participant, &other.client), (Viewer::Contact, &friend.client)]
                {
                    let text = pages(client, &wanda).await;
                    let shows = visibility.shows(Field::Name, viewer);
                    assert_eq!(text.contains("Wanda Werk"), shows, "the name to {viewer:?} at {name:?}");
                    for (field, sign) in SIGNS {
                        // The topic's own pages name it, whoever works on it.
                        let seen = match field {
                            Field::Topics => client
                                .get("/netz/network/directory?topic=werk-thema")
                                .await
                                .text()
                                .contains("Wanda Werk"),
                            Field::Languages => client
                                .get(&format!("/netz/network/people/{}", wanda.profile.code))
                                .await
                                .text()
                                .contains(sign),
                            _ => text.contains(sign),
                        };
                        let may = visibility.shows(field, viewer);
                        // What shows to contacts alone is on no list.
                        let listed = field != Field::Topics || visibility.of(field) >= Level::Participants;
                        assert_eq!(seen, may && listed, "{field:?} at {level:?} under {name:?} to {viewer:?}");
                    }
                }
            }
        }
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_offered_shows_to_whom_it_is_meant_for_and_its_author_only_where_they_do() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        let topic = open(app, congress.id).await;
        let wanda = somebody(app, &congress, said_by_wanda(topic, Visibility::default())).await;
        let other = somebody(app, &congress, said("Otto Ohne", &[])).await;
        let mut codes = vec![];
        for (title, level) in [
            ("Für-alle-8", Level::Public),
            ("Für-Teilnehmende-8", Level::Participants),
            ("Für-Kontakte-8", Level::Contacts),
        ] {
            let new = networking::service::entry::Entry { level, ..entry(Side::Offer, topic, title) };
            codes.push(write(app, congress.id, &wanda.profile, new).await.code);
        }
        let lists = ["/netz/network", "/netz/network/topics/dms", "/netz/network/directory?show=entries"];
        for (client, seen) in [(&app.guest(), [true, false, false]), (&other.client, [true, true, false])] {
            for path in lists {
                let text = client.get(path).await.expect(200).text();
                for (title, seen) in ["Für-alle-8", "Für-Teilnehmende-8", "Für-Kontakte-8"].iter().zip(seen) {
                    assert_eq!(text.contains(title), seen, "{title} at {path}");
                }
            }
        }
        let public = app.guest().get(&format!("/netz/network/entries/{}", codes[0])).await.expect(200).text();
        assert!(!public.contains("Wanda") && !public.contains("Werk-Organisation-7"), "the author does not show");
        // Whether it is not there or not for them, nobody learns from outside.
        for code in [&codes[1], &"K7H4Q2".to_owned()] {
            let reply = app.guest().get(&format!("/netz/network/entries/{code}")).await.expect(303);
            assert!(reply.location().starts_with("/netz/network/entrance"));
        }
        other.client.get(&format!("/netz/network/entries/{}", codes[1])).await.expect(200);
        other.client.get(&format!("/netz/network/entries/{}", codes[2])).await.expect(404);
        wanda.client.get(&format!("/netz/network/entries/{}", codes[2])).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn who_leaves_is_gone_from_every_page_at_once() {
    run(async |app: &App| {
        let congress = app.congress("netz", 50).await;
        let topic = open(app, congress.id).await;
        let visibility =
            Field::ALL.into_iter().fold(Visibility::default(), |all, field| all.with(field, Level::Public));
        let wanda = somebody(app, &congress, said_by_wanda(topic, visibility)).await;
        let friend = somebody(app, &congress, said("Frida Freund", &[])).await;
        let new = networking::service::entry::Entry { level: Level::Public, ..entry(Side::Need, topic, "Gesuch-9") };
        let written = write(app, congress.id, &wanda.profile, new).await;
        super::interest::befriend(&wanda, &friend).await;
        app.run_jobs().await;
        wanda.client.get("/netz/network/mine/withdrawal").await.expect(200);
        assert!(app.guest().get("/netz/network").await.text().contains("Gesuch-9"), "looking changes nothing");
        wanda.client.post_form("/netz/network/mine/withdrawal", &[]).await.expect(303);
        for client in [&app.guest(), &friend.client] {
            let text = pages(client, &wanda).await;
            assert!(!text.contains("Wanda Werk") && !text.contains("Gesuch-9"), "still there");
        }
        friend.client.get(&format!("/netz/network/people/{}", wanda.profile.code)).await.expect(404);
        friend.client.get(&format!("/netz/network/entries/{}", written.code)).await.expect(404);
        // They are let in no more, and may begin again.
        let reply = wanda.client.get("/netz/network/mine").await.expect(303);
        assert!(reply.location().starts_with("/netz/network/entrance"));
        let left =
            networking::entity::profile::Entity::find_by_id(wanda.profile.id).one(app.store.read()).await.unwrap();
        assert_eq!(left, None);
        for table in ["entry", "connection", "interest"] {
            assert_eq!(app.count(&format!("SELECT count(*) FROM {table}")).await, 0, "{table}");
        }
        assert_eq!(
            app.count("SELECT count(*) FROM consent WHERE purpose = 'network' AND withdrawn_at IS NULL").await,
            1
        );
        // What happened is in the log without their name.
        let told = app.count("SELECT count(*) FROM event WHERE verb = 'profile.withdrawn'").await;
        assert_eq!(told, 1);
        app.run_jobs().await;
    })
    .await;
}
