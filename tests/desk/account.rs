//! One's own account: name, language, password, sessions.

use crate::kit::world::PASSWORD;
use crate::kit::{App, Client, Reply, run};
use identity::Role::{Door, Organiser};
use identity::query;
use identity::rules::browser;

const ACCOUNT: &str = "/desk/account";
const MAIL: &str = "lea@owl.example";
const BETTER: &str = "Drei Brezeln und ein Tee";

fn seen(reply: &Reply) -> String {
    reply.attributes("input[name=seen]", "value").remove(0)
}

async fn log_in(app: &App, password: &str) -> Client {
    let client = app.guest();
    client.post_form("/login", &[("email", MAIL), ("password", password)]).await.expect(303);
    client
}

async fn verbs(app: &App, account: base::Uuid, verb: &str) -> usize {
    let lines = store::event::timeline(app.store.read(), &[account]).await.unwrap();
    lines.into_iter().filter(|line| line.verb == verb).count()
}

#[tokio::test]
async fn name_and_language_are_ones_own_and_two_windows_do_not_overwrite_each_other() {
    run(async |app: &App| {
        let (id, lea) = app.member("Lea Brinkmann", MAIL, Door, None).await;
        app.guest().get(ACCOUNT).await.expect(303);
        let page = lea.get(ACCOUNT).await.expect(200);
        assert_eq!(page.attributes("#name", "value"), ["Lea Brinkmann"]);
        assert!(page.text().contains(MAIL));
        let shown = seen(&page);
        let first = [("seen", shown.as_str()), ("name", " Lea  Brinkmann-Voss "), ("language", "en")];
        for _ in 0..2 {
            lea.post_form(ACCOUNT, &first).await.expect(303);
        }
        let (_, now) = query::member(app.store.read(), id).await.unwrap().unwrap();
        assert_eq!((now.name.as_str(), now.language), ("Lea Brinkmann-Voss", base::Language::En));
        let told =
            lea.post_form(ACCOUNT, &[("seen", &shown), ("name", "Lea B."), ("language", "de")]).await.expect(409);
        assert!(told.text().contains("Lea Brinkmann-Voss"), "{}", told.text());
        let wrong =
            lea.post_form(ACCOUNT, &[("seen", &seen(&told)), ("name", " "), ("language", "de")]).await.expect(422);
        assert_eq!(wrong.words("#name-error").len(), 1);
        lea.post_form(ACCOUNT, &[("seen", &shown), ("name", "Lea"), ("language", "fr")]).await.expect(422);
        assert_eq!(verbs(app, id, "account.changed").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_new_password_asks_for_the_old_one_ends_other_sessions_and_is_told_by_mail() {
    run(async |app: &App| {
        let (id, lea) = app.member("Lea Brinkmann", MAIL, Door, None).await;
        let other = log_in(app, PASSWORD).await;
        let link = identity::service::login_link::invite(&app.store, &base::Actor::system(), id).await.unwrap();
        let path = "/desk/account/password";
        let none = lea.post_form(path, &[]).await.expect(422);
        assert_eq!((none.words("#old-error").len(), none.words("#new-error").len()), (1, 1));
        let wrong = lea.post_form(path, &[("old", "geraten"), ("new", BETTER)]).await.expect(422);
        assert_eq!(wrong.words("#old-error"), ["Das alte Passwort stimmt nicht."], "{}", wrong.text());
        assert!(!wrong.text().contains(BETTER) && !wrong.text().contains("geraten"), "never filled in again");
        let short = lea.post_form(path, &[("old", PASSWORD), ("new", "kurz")]).await.expect(422);
        assert!(short.words("#new-error").concat().contains("mindestens 8"), "{}", short.text());
        other.get(ACCOUNT).await.expect(200);
        for _ in 0..2 {
            lea.post_form(path, &[("old", PASSWORD), ("new", BETTER)]).await.expect(303);
        }
        let page = lea.get(ACCOUNT).await.expect(200);
        assert!(page.text().contains("Ihr Passwort ist geändert"));
        other.get(ACCOUNT).await.expect(303);
        app.guest().get(&format!("/login/link/{link}")).await.expect(410);
        app.guest().post_form("/login", &[("email", MAIL), ("password", PASSWORD)]).await.expect(422);
        log_in(app, BETTER).await;
        app.run_jobs().await;
        let mails = app.smtp.mails();
        assert_eq!(mails.len(), 1, "one change, one mail");
        assert!(mails[0].to == MAIL && mails[0].text().contains("wurde das Passwort"), "{}", mails[0].text());
        assert_eq!(verbs(app, id, "account.password_set").await, 2, "at set-up, and now");
    })
    .await;
}

#[tokio::test]
async fn two_forms_at_once_are_one_change() {
    run(async |app: &App| {
        let (id, lea) = app.member("Lea Brinkmann", MAIL, Door, None).await;
        let fields = [("old", PASSWORD), ("new", BETTER)];
        let send = || lea.post_form("/desk/account/password", &fields);
        let (one, other) = tokio::join!(send(), send());
        assert_eq!((one.status.as_u16(), other.status.as_u16()), (303, 303), "{} {}", one.text(), other.text());
        lea.get(ACCOUNT).await.expect(200);
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 1);
        assert_eq!(verbs(app, id, "account.password_set").await, 2);
    })
    .await;
}

#[tokio::test]
async fn who_has_no_password_yet_sets_the_first() {
    run(async |app: &App| {
        let new = identity::service::account::NewAccount {
            email: MAIL,
            name: Some("Lea Brinkmann"),
            language: base::Language::De,
            role: Organiser,
            congress: None,
            password: None,
        };
        let account = identity::service::account::add_account(&app.store, &base::Actor::system(), new).await.unwrap();
        let link = identity::service::login_link::invite(&app.store, &base::Actor::system(), account.id).await.unwrap();
        let lea = app.guest();
        lea.post_form(&format!("/login/link/{link}"), &[]).await.expect(303);
        let page = lea.get(ACCOUNT).await.expect(200);
        assert!(page.attributes("#old", "name").is_empty() && page.attributes("#new", "name").len() == 1);
        lea.post_form("/desk/account/password", &[("new", BETTER)]).await.expect(303);
        lea.get(ACCOUNT).await.expect(200);
        log_in(app, BETTER).await;
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn sessions_are_listed_and_the_others_end() {
    run(async |app: &App| {
        let (id, lea) = app.member("Lea Brinkmann", MAIL, Door, None).await;
        let (_, miriam) = app.member("Miriam Osterholz", "miriam@owl.example", Organiser, None).await;
        let alone = lea.get(ACCOUNT).await.expect(200);
        assert_eq!(alone.words("#sessions ~ ul li .state"), ["dieser Browser"]);
        assert!(alone.text().contains("Sonst sind Sie nirgends angemeldet"));
        let phone = app.guest();
        let body = format!("email={MAIL}&password={}", PASSWORD.replace(' ', "+")).into_bytes();
        let agent = [("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")];
        let form = Some("application/x-www-form-urlencoded");
        phone.send(http::Method::POST, "/login", &agent, form, body).await.expect(303);
        let two = lea.get(ACCOUNT).await.expect(200);
        assert!(two.words("#sessions ~ ul li strong").contains(&"Firefox, Linux".to_owned()), "{}", two.text());
        for _ in 0..2 {
            lea.post_form("/desk/account/sessions/closure", &[]).await.expect(303);
        }
        phone.get(ACCOUNT).await.expect(303);
        lea.get(ACCOUNT).await.expect(200);
        miriam.get(ACCOUNT).await.expect(200);
        assert_eq!(verbs(app, id, "account.sessions_ended").await, 1, "the second time there was none");
    })
    .await;
}

#[test]
fn browsers_are_told_by_what_they_call_themselves() {
    for (agent, name) in [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Windows"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
            "Edge, Windows",
        ),
        (
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
            "Chrome, Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
            "Safari, iPhone",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
            "Safari, macOS",
        ),
        ("curl/8.5.0", ""),
        ("", ""),
    ] {
        assert_eq!(browser(agent), name);
    }
}
