//! The team of a congress: inviting, giving and taking roles, ending access; and who may not.

use super::statements;
use crate::kit::smtp::Received;
use crate::kit::{App, Client, Reply, run};
use base::{Actor, Language, Permission, Uuid};
use identity::Role::{Admin, Door, Finance, Organiser};
use identity::rules::{Duties, Standing, reach, standing};
use identity::service::team::{self, Invitation, Workplace};
use identity::{IdentityError, query};
use web::form::Seen;

const TEAM: &str = "/owl/desk/settings/team";

fn seen(reply: &Reply) -> String {
    reply.attributes("input[name=seen]", "value").remove(0)
}

fn person(id: Uuid) -> String {
    format!("{TEAM}/{id}")
}

/// The mail with its lines whole (RFC 2045 §6.7: `=` at an end breaks them softly).
fn plain(mail: &Received) -> String {
    mail.text().replace("=\r\n", "")
}

/// What the address was sent in its newest mail, behind the log-in link.
fn link(app: &App, to: &str) -> String {
    let mails = app.smtp.mails();
    let text = plain(mails.iter().rev().find(|mail| mail.to == to).expect("a mail"));
    let at = text.find("/login/link/").expect("a link");
    text[at..].split_whitespace().next().expect("a path").to_owned()
}

async fn verbs(app: &App, account: Uuid) -> Vec<String> {
    let lines = store::event::timeline(app.store.read(), &[account]).await.unwrap();
    let mut verbs: Vec<String> = lines.into_iter().map(|line| line.verb).collect();
    verbs.sort();
    verbs
}

async fn account(app: &App, address: &str) -> Option<identity::entity::account::Model> {
    use identity::entity::account::{Column, Entity};
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    Entity::find().filter(Column::Address.eq(address)).one(app.store.read()).await.unwrap()
}

async fn invite(client: &Client, email: &str, roles: &[(&str, &str)]) -> Reply {
    let mut fields = vec![("name", "Lea Brinkmann"), ("email", email), ("language", "en")];
    fields.extend_from_slice(roles);
    client.post_form(&format!("{TEAM}/new"), &fields).await
}

#[tokio::test]
async fn an_invitation_is_an_account_a_role_and_one_mail_with_a_link() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let (_, miriam) = app.member("Miriam Osterholz", "miriam@owl.example", Organiser, Some(owl.id)).await;
        let begun = miriam.get(&format!("{TEAM}/new?as=door")).await.expect(200);
        assert_eq!(begun.attributes("input[name=here][checked]", "value"), ["door"]);
        assert!(begun.attributes("input[name=here]", "value").iter().all(|role| role != "admin"), "not theirs to give");
        assert!(begun.words("input[name=everywhere]").is_empty());
        let wrong = invite(&miriam, "lea", &[]).await.expect(422);
        assert_eq!((wrong.words("#email-error").len(), wrong.words("#here-error").len()), (1, 1), "{}", wrong.text());
        invite(&miriam, "Lea@owl.example", &[("here", "door")]).await.expect(303);
        let list = miriam.get(TEAM).await.expect(200);
        assert!(list.text().contains("Einladung an Lea@owl.example") && list.text().contains("Mail noch im Ausgang"));
        // The same form twice is one invitation.
        invite(&miriam, "lea@owl.example", &[("here", "door")]).await.expect(303);
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 1);
        let mail = app.smtp.mails().remove(0);
        assert!(plain(&mail).contains("Miriam Osterholz has brought you into the team of"), "{}", plain(&mail));
        assert!(plain(&mail).contains("Door: Scans tickets"), "in the language of the invited: {}", plain(&mail));
        let lea = account(app, "lea@owl.example").await.unwrap();
        assert_eq!(verbs(app, lea.id).await, ["account.added", "account.invited", "role.granted"]);
        assert!(miriam.get(TEAM).await.text().contains("Link gilt bis"));

        let (browser, path) = (app.guest(), link(app, "lea@owl.example"));
        browser.get(&path).await.expect(200);
        browser.post_form(&path, &[]).await.expect(303);
        browser.get("/owl/door").await.expect(200);
        browser.get(TEAM).await.expect(404);
        app.guest().post_form(&path, &[]).await.expect(410);
        let list = miriam.get(TEAM).await.expect(200);
        assert!(!list.text().contains("Link gilt bis") && list.text().contains("zuletzt angemeldet"));
        let shown = miriam.get(&person(lea.id)).await.expect(200);
        let history = shown.words("ol.timeline li > span:first-child");
        assert!(history.contains(&"Rolle Einlass in diesem Kongress gegeben".to_owned()), "{history:?}");
        let log = miriam.get("/owl/desk/audit?part=access").await.expect(200);
        assert!(log.text().contains("Rolle Einlass in diesem Kongress gegeben: Lea Brinkmann"), "{}", log.text());
        assert!(history.contains(&"Einladung geschickt".to_owned()) && history.contains(&"Konto angelegt".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn a_link_is_sent_again_and_the_old_one_ends_with_its_week() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let (_, miriam) = app.member("Miriam Osterholz", "miriam@owl.example", Organiser, Some(owl.id)).await;
        invite(&miriam, "lea@owl.example", &[("here", "door")]).await.expect(303);
        app.run_jobs().await;
        let old = link(app, "lea@owl.example");
        app.advance(chrono::TimeDelta::days(7) + chrono::TimeDelta::minutes(1));
        let (_, miriam) = app.member("Miriam Osterholz", "miriam@owl.example", Organiser, Some(owl.id)).await;
        assert!(miriam.get(TEAM).await.text().contains("Kein gültiger Link"));
        app.guest().get(&old).await.expect(410);
        let lea = account(app, "lea@owl.example").await.unwrap();
        let again = format!("{}/invitation", person(lea.id));
        miriam.post_form(&again, &[]).await.expect(303);
        miriam.post_form(&again, &[]).await.expect(303);
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 2, "two clicks, one mail");
        app.guest().post_form(&link(app, "lea@owl.example"), &[]).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_told_of_a_mail_that_does_not_go() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let (_, miriam) = app.member("Miriam Osterholz", "miriam@owl.example", Organiser, Some(owl.id)).await;
        // To the beginning of a minute, so that all of it is within one.
        app.advance(chrono::TimeDelta::seconds(61 - app.store.now().timestamp() % 60));
        let told = async |reply: Reply| miriam.get(reply.expect(303).location()).await.words(".notice").join("");
        let first = told(invite(&miriam, "lea@owl.example", &[("here", "door")]).await).await;
        assert!(first.contains("ist unterwegs"), "{first}");
        let more = told(invite(&miriam, "lea@owl.example", &[("here", "programme")]).await).await;
        assert!(more.contains("hat die Rollen") && !more.contains("unterwegs"), "{more}");
        let again = format!("{}/invitation", person(account(app, "lea@owl.example").await.unwrap().id));
        let second = told(miriam.post_form(&again, &[]).await).await;
        assert!(second.contains("Eine zweite ging nicht hinaus"), "{second}");
        app.advance(chrono::TimeDelta::minutes(1));
        let later = told(miriam.post_form(&again, &[]).await).await;
        assert!(later.contains("Eine neue Mail mit einem Link ist im Ausgang"), "{later}");
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn who_has_no_role_left_when_the_mail_is_written_gets_none() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let (_, miriam) = app.member("Miriam Osterholz", "miriam@owl.example", Organiser, Some(owl.id)).await;
        invite(&miriam, "lea@owl.example", &[("here", "door")]).await.expect(303);
        let lea = account(app, "lea@owl.example").await.unwrap();
        miriam.post_form(&format!("{}/removal", person(lea.id)), &[]).await.expect(303);
        miriam.post_form(&format!("{}/removal", person(lea.id)), &[]).await.expect(303);
        app.run_jobs().await;
        assert!(app.smtp.mails().is_empty());
        miriam.get(&person(lea.id)).await.expect(404);
        assert_eq!(verbs(app, lea.id).await.iter().filter(|verb| *verb == "role.revoked").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_hands_on_more_than_they_hold_nor_reaches_elsewhere() {
    run(async |app: &App| {
        let (owl, other) = (app.congress("owl", 5).await, app.congress("andere", 5).await);
        let (me, miriam) = app.member("Miriam Osterholz", "miriam@owl.example", Organiser, Some(owl.id)).await;
        for forged in [("here", "admin"), ("everywhere", "door"), ("everywhere", "admin")] {
            let told = invite(&miriam, "lea@owl.example", &[forged]).await.expect(422);
            assert!(told.text().contains("darf mehr als Sie selbst"), "{}", told.text());
        }
        assert!(account(app, "lea@owl.example").await.is_none(), "nothing is left of it");
        // Somebody of another congress is not to be seen here, nor to be changed.
        let (stranger, _) = app.member("Hanno Redeker", "hanno@owl.example", Finance, Some(other.id)).await;
        miriam.get(&person(stranger)).await.expect(404);
        miriam.post_form(&person(stranger), &[("here", "door")]).await.expect(404);
        miriam.post_form(&format!("{}/closure", person(stranger)), &[]).await.expect(404);
        miriam.post_form(&format!("{}/invitation", person(stranger)), &[]).await.expect(404);
        miriam.get("/andere/desk/settings/team").await.expect(404);
        assert!(!miriam.get(TEAM).await.text().contains("Hanno"));
        // Asked in here, they keep their name, their language and what they are elsewhere.
        invite(&miriam, "hanno@owl.example", &[("here", "door")]).await.expect(303);
        let kept = account(app, "hanno@owl.example").await.unwrap();
        assert_eq!((kept.name.as_str(), kept.language.as_str()), ("Hanno Redeker", "de"));
        miriam.post_form(&format!("{}/removal", person(stranger)), &[]).await.expect(303);
        let (_, hanno) = query::member(app.store.read(), stranger).await.unwrap().unwrap();
        assert!(hanno.may(Permission::OrdersRead, other.id) && !hanno.may(Permission::CheckInsWrite, owl.id));
        // An admin of the installation is seen, and out of reach.
        let (admin, _) = app.member("Alex Berghahn", "alex@owl.example", Admin, None).await;
        let shown = miriam.get(&person(admin)).await.expect(200);
        assert!(shown.text().contains("in allen Kongressen: Verwaltung"));
        let both = [("seen", seen(&shown)), ("here", "door".to_owned())];
        let fields: Vec<(&str, &str)> = both.iter().map(|(name, value)| (*name, value.as_str())).collect();
        miriam.post_form(&person(admin), &fields).await.expect(303);
        miriam.post_form(&format!("{}/removal", person(admin)), &[]).await.expect(303);
        let (_, alex) = query::member(app.store.read(), admin).await.unwrap().unwrap();
        assert!(alex.may_everywhere(Permission::AccountsWrite));
        miriam.post_form(&format!("{}/closure", person(admin)), &[]).await.expect(404);
        let (_, mine) = query::member(app.store.read(), me).await.unwrap().unwrap();
        assert!(mine.may(Permission::TeamWrite, owl.id));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn nobody_gets_hold_of_a_link_that_lets_somebody_else_in() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let (_, miriam) = app.member("Miriam Osterholz", "miriam@owl.example", Organiser, Some(owl.id)).await;
        let (admin, _) = app.member("Alex Berghahn", "alex@owl.example", Admin, None).await;
        let again = format!("{}/invitation", person(admin));
        miriam.post_form(&again, &[]).await.expect(404);
        app.run_jobs().await;
        assert!(app.smtp.mails().is_empty(), "who may more than she is not invited by her");
        invite(&miriam, "lea@owl.example", &[("here", "door")]).await.expect(303);
        app.run_jobs().await;
        let mail = miriam.get("/owl/desk/mails").await.attributes("tbody th > a", "href").remove(0);
        let page = miriam.get(&mail).await.expect(200);
        assert!(page.attributes("main a", "href").iter().all(|link| !link.ends_with("/address")));
        let elsewhere = format!("{mail}/address");
        miriam.get(&elsewhere).await.expect(404);
        miriam
            .post_form(
                &elsewhere,
                &[("address", "mallory@evil.example"), ("request", "0198f000-0000-7000-8000-000000000001")],
            )
            .await
            .expect(404);
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 1, "the link went to Lea alone");
    })
    .await;
}

#[tokio::test]
async fn the_second_of_two_organisers_is_told() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let (_, miriam) = app.member("Miriam Osterholz", "miriam@owl.example", Organiser, Some(owl.id)).await;
        let (lea, phone) = app.member("Lea Brinkmann", "lea@owl.example", Door, Some(owl.id)).await;
        phone.get("/owl/door").await.expect(200);
        let shown = seen(&miriam.get(&person(lea)).await.expect(200));
        let first = [("seen", shown.as_str()), ("here", "finance")];
        miriam.post_form(&person(lea), &first).await.expect(303);
        phone.get("/owl/door").await.expect(404);
        phone.get("/owl/desk/orders").await.expect(200);
        miriam.post_form(&person(lea), &first).await.expect(303);
        let second = [("seen", shown.as_str()), ("here", "door"), ("here", "programme")];
        let told = miriam.post_form(&person(lea), &second).await.expect(409);
        assert!(
            told.text().contains("Miriam Osterholz") && told.text().contains("Trotzdem speichern"),
            "{}",
            told.text()
        );
        assert_eq!(
            told.words(".kern-alert--warning dd p"),
            ["Jetzt gespeichert: Finanzen", "Ihre Eingabe: Programm, Einlass"]
        );
        phone.get("/owl/desk/orders").await.expect(200);
        let fresh = seen(&told);
        let anyway = [("seen", fresh.as_str()), ("here", "door"), ("here", "programme")];
        miriam.post_form(&person(lea), &anyway).await.expect(303);
        phone.get("/owl/door").await.expect(200);
        // None ticked is out of the team; twice is once.
        let fresh = seen(&miriam.get(&person(lea)).await.expect(200));
        for _ in 0..2 {
            miriam.post_form(&person(lea), &[("seen", fresh.as_str())]).await.expect(303);
        }
        phone.get("/owl/door").await.expect(404);
        let expected = [
            "account.added",
            "account.logged_in",
            "account.password_set",
            "role.granted",
            "role.granted",
            "role.granted",
            "role.granted",
            "role.revoked",
            "role.revoked",
            "role.revoked",
            "role.revoked",
        ];
        assert_eq!(verbs(app, lea).await, expected);
    })
    .await;
}

#[tokio::test]
async fn nobody_locks_themselves_or_everybody_out() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let (me, miriam) = app.member("Miriam Osterholz", "miriam@owl.example", Organiser, Some(owl.id)).await;
        let shown = seen(&miriam.get(&person(me)).await.expect(200));
        let told = miriam.post_form(&person(me), &[("seen", shown.as_str()), ("here", "door")]).await.expect(422);
        assert!(told.words("#here-error").concat().contains("können Ihnen nur andere entziehen"), "{}", told.text());
        let more = [("seen", shown.as_str()), ("here", "organiser"), ("here", "door")];
        miriam.post_form(&person(me), &more).await.expect(303);
        let kept = miriam.post_form(&format!("{}/removal", person(me)), &[]).await.expect(303);
        assert!(miriam.get(kept.location()).await.expect(200).text().contains("können Ihnen nur andere entziehen"));

        let (alex, admin) = app.member("Alex Berghahn", "alex@owl.example", Admin, None).await;
        let shown = seen(&admin.get(&person(alex)).await.expect(200));
        admin.post_form(&person(alex), &[("seen", shown.as_str())]).await.expect(422);
        let kept = admin.post_form(&format!("{}/closure", person(alex)), &[]).await.expect(303);
        assert!(admin.get(kept.location()).await.expect(200).text().contains("können Ihnen nur andere entziehen"));
        // Nor does the command line take the last one.
        let last = identity::service::account::disable_account(&app.store, &Actor::system(), alex).await;
        assert!(matches!(last, Err(IdentityError::LastAdmin)), "{last:?}");
        let last = identity::service::account::revoke_role(&app.store, &Actor::system(), alex, Admin, None).await;
        assert!(matches!(last, Err(IdentityError::LastAdmin)), "{last:?}");
        admin.get(TEAM).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn two_who_take_the_right_from_each_other_leave_one() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let mut ids = vec![];
        for (role, congress) in [(Admin, None), (Organiser, Some(owl.id))] {
            for n in 0..2 {
                ids.push(app.member("Jemand", &format!("{role}{n}@owl.example"), role, congress).await.0);
            }
        }
        let actors = {
            let mut actors = vec![];
            for id in &ids {
                actors.push(query::member(app.store.read(), *id).await.unwrap().unwrap().1);
            }
            actors
        };
        let close =
            |by: usize, whom: usize| identity::service::account::disable_account(&app.store, &actors[by], ids[whom]);
        let (one, other) = tokio::join!(close(0, 1), close(1, 0));
        assert_eq!([one.is_ok(), other.is_ok()].iter().filter(|ok| **ok).count(), 1, "{one:?} {other:?}");
        let (by_password, by_mail) = query::admins(app.store.read()).await.unwrap();
        assert_eq!(by_password + by_mail, 1);
        let remove = |by: usize, whom: usize| team::remove(&app.store, &actors[by], owl.id, ids[whom]);
        let (one, other) = tokio::join!(remove(2, 3), remove(3, 2));
        assert_eq!([one.is_ok(), other.is_ok()].iter().filter(|ok| **ok).count(), 1, "{one:?} {other:?}");
        // The command line takes two from both ends.
        let system = Actor::system();
        for id in &ids[..2] {
            identity::service::account::enable_account(&app.store, &system, *id).await.unwrap();
        }
        let (first, second) = tokio::join!(
            identity::service::account::revoke_role(&app.store, &system, ids[0], Admin, None),
            identity::service::account::revoke_role(&app.store, &system, ids[1], Admin, None),
        );
        assert!(first.is_err() || second.is_err());
        let (by_password, by_mail) = query::admins(app.store.read()).await.unwrap();
        assert_eq!(by_password + by_mail, 1);
    })
    .await;
}

#[tokio::test]
async fn twenty_invitations_at_once_are_one() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..20 {
            let (store, name, congress) = (app.store.clone(), owl.name.0.clone(), owl.id);
            all.spawn(async move {
                let new = Invitation {
                    email: "lea@owl.example".into(),
                    name: "Lea Brinkmann".into(),
                    language: Language::De,
                    duties: Duties::new([Door], []),
                };
                team::invite(&store, &Actor::system(), Workplace { congress, name: &name }, new).await
            });
        }
        let all: Vec<_> = all.join_all().await;
        assert!(all.iter().all(Result::is_ok), "{all:?}");
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 1);
        let lea = account(app, "lea@owl.example").await.unwrap();
        assert_eq!(verbs(app, lea.id).await, ["account.added", "account.invited", "role.granted"]);
    })
    .await;
}

#[tokio::test]
async fn a_closed_account_ends_at_once_and_what_was_open_does_not_come_back() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let (_, admin) = app.member("Alex Berghahn", "alex@owl.example", Admin, None).await;
        let (_, miriam) = app.member("Miriam Osterholz", "miriam@owl.example", Organiser, Some(owl.id)).await;
        let (lea, phone) = app.member("Lea Brinkmann", "lea@owl.example", Door, Some(owl.id)).await;
        admin.post_form(&format!("{}/invitation", person(lea)), &[]).await.expect(303);
        app.run_jobs().await;
        let path = link(app, "lea@owl.example");
        phone.get("/owl/door").await.expect(200);
        for _ in 0..2 {
            admin.post_form(&format!("{}/closure", person(lea)), &[]).await.expect(303);
        }
        assert!(phone.get("/owl/door").await.expect(303).location().starts_with("/login"));
        app.guest().get(&path).await.expect(410);
        assert!(miriam.get(TEAM).await.text().contains("Konto geschlossen"));
        let told = invite(&miriam, "lea@owl.example", &[("here", "finance")]).await.expect(422);
        assert!(told.words("#email-error").concat().contains("geschlossen"), "{}", told.text());
        let shut = miriam.post_form(&format!("{}/invitation", person(lea)), &[]).await.expect(303);
        assert!(miriam.get(shut.location()).await.text().contains("Die Verwaltung kann es wieder öffnen"));
        for _ in 0..2 {
            admin.post_form(&format!("{}/opening", person(lea)), &[]).await.expect(303);
        }
        assert!(phone.get("/owl/door").await.expect(303).location().starts_with("/login"), "no old session");
        app.guest().get(&path).await.expect(410);
        let (_, phone) = app.member("Lea Brinkmann", "lea@owl.example", Door, Some(owl.id)).await;
        phone.get("/owl/door").await.expect(200);
        let all = verbs(app, lea).await;
        let count = |verb: &str| all.iter().filter(|one| *one == verb).count();
        assert_eq!((count("account.disabled"), count("account.enabled")), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn what_was_taken_while_a_request_was_under_way_does_not_count() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let (me, _) = app.member("Miriam Osterholz", "miriam@owl.example", Organiser, Some(owl.id)).await;
        let (lea, _) = app.member("Lea Brinkmann", "lea@owl.example", Door, Some(owl.id)).await;
        let (_, stale) = query::member(app.store.read(), me).await.unwrap().unwrap();
        identity::service::account::revoke_role(&app.store, &Actor::system(), me, Organiser, Some(owl.id))
            .await
            .unwrap();
        let now = Duties::new([Door], []);
        let change = team::change_duties(&app.store, &stale, owl.id, lea, &Duties::default(), &Seen::of(&now)).await;
        assert!(matches!(change, Err(IdentityError::NotAllowed)), "{change:?}");
    })
    .await;
}

#[tokio::test]
async fn the_list_takes_the_same_statements_for_one_and_for_thirty() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let (_, miriam) = app.member("Miriam Osterholz", "miriam@owl.example", Organiser, Some(owl.id)).await;
        let few = statements(app, &miriam, TEAM).await;
        for n in 0..30 {
            let new = Invitation {
                email: format!("lea{n}@owl.example"),
                name: format!("Lea {n}"),
                language: Language::De,
                duties: Duties::new([Door], []),
            };
            let at = Workplace { congress: owl.id, name: &owl.name.0 };
            team::invite(&app.store, &Actor::system(), at, new).await.unwrap();
        }
        app.run_jobs().await;
        assert_eq!(statements(app, &miriam, TEAM).await, few);
    })
    .await;
}

#[test]
fn who_may_hand_on_what() {
    let congress = Uuid::from_u128(1);
    let staff = |role: identity::Role, at: Option<Uuid>| {
        let grant = base::actor::Grant { congress: at, permissions: role.permissions().to_vec() };
        Actor::staff(Uuid::from_u128(2), "x", Language::De, vec![grant])
    };
    let of = |role, at| reach(&staff(role, at), congress);
    assert_eq!(of(Organiser, Some(congress)).here.len(), 6, "all but admins");
    assert!(of(Organiser, None).everywhere.is_empty(), "roles everywhere are for who runs the installation");
    assert_eq!(of(Admin, None).everywhere.len(), 7);
    assert_eq!((of(Admin, Some(congress)).here.len(), of(Admin, Some(congress)).everywhere.len()), (7, 0));
    assert!(of(Organiser, Some(Uuid::from_u128(3))).is_empty());
    for role in [Door, Finance, identity::Role::Programme, identity::Role::Reviewer, identity::Role::Privacy] {
        assert!(of(role, None).is_empty(), "{role}");
    }
}

#[test]
fn how_it_stands_with_the_way_in() {
    let now: base::Time = "2026-11-04T10:00:00Z".parse().unwrap();
    let day = |n| Some(now + chrono::TimeDelta::days(n));
    assert_eq!(standing(true, true, day(-1), None, None, now), Standing::Closed);
    assert_eq!(standing(false, true, day(-1), day(-2), day(2), now), Standing::Active(day(-1).unwrap()));
    assert_eq!(standing(false, false, None, day(-2), day(5), now), Standing::Invited(day(5).unwrap()));
    assert_eq!(standing(false, false, None, day(-2), None, now), Standing::Underway);
    assert_eq!(standing(false, false, None, day(-8), day(-1), now), Standing::Lapsed);
    assert_eq!(standing(false, true, None, None, None, now), Standing::Never);
}

#[tokio::test]
async fn the_page_of_one_member_tells_of_them_and_not_of_the_list() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let (me, miriam) = app.member("Miriam Osterholz", "miriam@owl.example", Organiser, Some(owl.id)).await;
        let of_all = "Wer an diesem Kongress arbeitet";
        assert!(miriam.get("/owl/desk/settings/team").await.expect(200).text().contains(of_all));
        assert!(!miriam.get(&person(me)).await.expect(200).text().contains(of_all));
    })
    .await;
}
