//! `/desk`: where an account works.

use crate::kit::{App, run};
use base::{Actor, Language};
use identity::service::account::{NewAccount, add_account};
use identity::{Password, Role};

const PASSWORD: &str = "a long enough password";

/// A member of staff of one congress.
async fn staff_of(app: &App, role: Role, congress: &str) -> crate::kit::Client {
    let email = format!("{role}@one.example");
    let row = congress::query::by_slug(app.store.read(), congress).await.expect("reads").expect("there");
    let new = NewAccount {
        email: &email,
        name: Some("Jonas Everding"),
        language: Language::De,
        role,
        congress: Some(row.id),
        password: Some(Password::new(PASSWORD)),
    };
    add_account(&app.store, &Actor::system(), new).await.expect("an account");
    let client = app.guest();
    client.post_form("/login", &[("email", &email), ("password", PASSWORD)]).await.expect(303);
    client
}

#[tokio::test]
async fn one_congress_is_opened_several_are_listed() {
    run(async |app| {
        let organiser = app.staff(Role::Organiser).await;
        let none = organiser.get("/desk").await.expect(200);
        assert_eq!(
            none.attributes("main a", "href"),
            ["/desk/congresses", "/desk/audit", "/desk/account"],
            "the first step is told"
        );
        app.congress("owl", 10).await;
        let one = organiser.get("/desk").await.expect(200);
        assert_eq!(
            one.attributes("main a", "href"),
            ["/owl/desk", "/desk/congresses", "/desk/audit", "/desk/account"],
            "a second one can be founded"
        );
        let menu = organiser.get("/owl/desk").await.expect(200);
        assert!(menu.attributes("nav a", "href").contains(&"/desk".to_owned()), "the way back to all of them");
        let staff = staff_of(app, Role::Finance, "owl").await;
        assert_eq!(staff.get("/desk").await.expect(303).location(), "/owl/desk");
        let menu = staff.get("/owl/desk").await.expect(200);
        assert!(!menu.attributes("nav a", "href").contains(&"/desk".to_owned()), "it would lead back here");
        app.congress("lippe", 10).await;
        let several = organiser.get("/desk").await.expect(200);
        let mut paths = several.attributes("main a", "href");
        paths.sort();
        assert_eq!(paths, ["/desk/account", "/desk/audit", "/desk/congresses", "/lippe/desk", "/owl/desk"]);
    })
    .await;
}

#[tokio::test]
async fn who_may_only_scan_is_led_to_the_door() {
    run(async |app| {
        app.congress("owl", 10).await;
        app.congress("lippe", 10).await;
        let door = staff_of(app, Role::Door, "owl").await;
        assert_eq!(door.get("/desk").await.expect(303).location(), "/owl/door");
        door.get("/owl/desk").await.expect(404);
        door.get("/owl/desk/orders").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn a_guest_logs_in_first() {
    run(async |app| {
        app.congress("owl", 10).await;
        for path in ["/desk", "/owl/desk", "/owl/desk/orders?q=M%C3%BCller", "/owl/desk/mails"] {
            let reply = app.guest().get(path).await.expect(303);
            assert!(reply.location().starts_with("/login?next="), "{path}");
        }
    })
    .await;
}
