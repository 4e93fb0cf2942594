//! The pages of the log-in.

use super::browser::{Browser, SITE, app};
use super::{Outcome, database, miriam};
use base::Language;
use chrono::TimeDelta;
use http::StatusCode;
use post::{ComposeError, Draft, Due, entity::message};
use scraper::{Html, Selector};
use sea_orm::EntityTrait;
use store::Store;
use store::job::entity as jobs;

const MAIL: &str = "miriam.osterholz@owl.example";
const PASSWORD: &str = "Drei Brezeln";

fn attribute(page: &str, selector: &str, name: &str) -> Option<String> {
    let selector = Selector::parse(selector).ok()?;
    Html::parse_document(page).select(&selector).next()?.value().attr(name).map(str::to_owned)
}

#[tokio::test]
async fn password_managers_find_their_fields() -> Outcome {
    let (store, _folder) = database().await?;
    let page = Browser::new(&app(&store)).get("/login?next=/owl/desk").await?;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(attribute(&page.body, "input[name=email]", "autocomplete").as_deref(), Some("username"));
    assert_eq!(attribute(&page.body, "input[name=password]", "autocomplete").as_deref(), Some("current-password"));
    assert_eq!(attribute(&page.body, "input[name=password]", "type").as_deref(), Some("password"));
    assert_eq!(attribute(&page.body, "input[name=next]", "value").as_deref(), Some("/owl/desk"));
    Ok(())
}

#[tokio::test]
async fn leads_to_the_page_that_was_asked_for_and_nowhere_else() -> Outcome {
    let (store, _folder) = database().await?;
    miriam(&store, Some(PASSWORD)).await?;
    for (next, leads_to) in [
        ("/owl/desk/orders?query=Kemper&page=2", "/owl/desk/orders?query=Kemper&page=2"),
        ("//evil.example", "/desk"),
        ("/\\evil.example", "/desk"),
        ("https://evil.example/desk", "/desk"),
        ("", "/desk"),
    ] {
        let form = [("email", MAIL), ("password", PASSWORD), ("next", next)];
        let page = Browser::new(&app(&store)).post("/login", &form).await?;
        assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, leads_to));
    }
    Ok(())
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_look_alike() -> Outcome {
    let (store, _folder) = database().await?;
    miriam(&store, Some(PASSWORD)).await?;
    let mut pages = vec![];
    for email in [MAIL, "nobody@owl.example"] {
        let form = [("email", email), ("password", "Fünf Brezeln"), ("next", "/owl/desk")];
        let page = Browser::new(&app(&store)).post("/login", &form).await?;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("E-Mail-Adresse oder Passwort stimmen nicht."));
        assert_eq!(attribute(&page.body, "input[name=email]", "value").as_deref(), Some(email), "kept");
        assert_eq!(attribute(&page.body, "input[name=email]", "aria-invalid").as_deref(), Some("true"));
        assert_eq!(attribute(&page.body, "input[name=next]", "value").as_deref(), Some("/owl/desk"));
        assert!(!page.body.contains("Fünf Brezeln"), "a password never comes back");
        pages.push(page.body.replace(email, ""));
    }
    assert_eq!(pages[0], pages[1]);
    Ok(())
}

#[tokio::test]
async fn what_is_missing_is_named() -> Outcome {
    let (store, _folder) = database().await?;
    let page = Browser::new(&app(&store)).post("/login?language=en", &[]).await?;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.body.contains("Please enter your e-mail address.") && page.body.contains("Please enter your password.")
    );
    let page = Browser::new(&app(&store)).post("/login/link", &[("email", "miriam")]).await?;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("Das ist keine E-Mail-Adresse."));
    Ok(())
}

#[tokio::test]
async fn guessing_is_limited_by_client_and_address() -> Outcome {
    let (store, _folder) = database().await?;
    miriam(&store, Some(PASSWORD)).await?;
    let mut guesser = Browser::new(&app(&store));
    guesser.client = Some(([203, 0, 113, 7], 4711).into());
    let mut answers = vec![];
    for _ in 0..13 {
        answers.push(guesser.post("/login", &[("email", MAIL), ("password", "guess")]).await?.status);
    }
    assert_eq!(answers.first(), Some(&StatusCode::UNPROCESSABLE_ENTITY));
    assert_eq!(answers.last(), Some(&StatusCode::TOO_MANY_REQUESTS));
    let other = guesser.post("/login", &[("email", "another@owl.example"), ("password", "guess")]).await?;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "who shares the client's address is not locked out");
    guesser.client = Some(([203, 0, 113, 8], 4711).into());
    guesser.log_in(MAIL, PASSWORD).await
}

#[tokio::test]
async fn guessing_together_is_limited_by_address() -> Outcome {
    let (store, _folder) = database().await?;
    miriam(&store, Some(PASSWORD)).await?;
    let app = app(&store);
    let mut all = vec![];
    for i in 0..100u8 {
        let mut guesser = Browser::new(&app);
        guesser.client = Some(([203, 0, 113, i], 4711).into());
        all.push(guesser.post("/login", &[("email", MAIL), ("password", "guess")]).await?.status);
    }
    assert!(all.iter().all(|status| *status == StatusCode::UNPROCESSABLE_ENTITY));
    let mut browser = Browser::new(&app);
    let page = browser.post("/login", &[("email", MAIL), ("password", PASSWORD)]).await?;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    store.clock().advance(TimeDelta::minutes(61));
    browser.log_in(MAIL, PASSWORD).await
}

/// Runs the jobs of this slice by hand, and gives the mails that wait.
async fn mails(store: &Store) -> Result<Vec<message::Model>, Box<dyn std::error::Error>> {
    for job in jobs::Entity::find().all(store.read()).await? {
        if job.kind == identity::job::LOGIN_LINK {
            identity::job::login_link(store, job.payload).await?;
        }
    }
    Ok(message::Entity::find().all(store.read()).await?)
}

async fn compose(store: &Store, mail: &message::Model) -> Result<Draft, ComposeError> {
    identity::mail::login_mail(SITE.into())(store.clone(), Due::from(mail)).await
}

#[tokio::test]
async fn a_link_by_mail_logs_in_once() -> Outcome {
    let (store, _folder) = database().await?;
    miriam(&store, None).await?;
    let mut browser = Browser::new(&app(&store));
    let page = browser.post("/login/link", &[("email", " Miriam.Osterholz@OWL.example ")]).await?;
    assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, "/login/link"));
    assert!(browser.get("/login/link").await?.body.contains("30 Minuten"));

    let mails = mails(&store).await?;
    assert_eq!(mails.len(), 1);
    assert_eq!((mails[0].to_address.as_str(), mails[0].to_name.as_str()), (MAIL, "Miriam Osterholz"));
    assert_eq!(mails[0].congress_id, None, "no desk shows it");
    let draft = compose(&store, &mails[0]).await?;
    assert!(!draft.keep);
    let url = draft.values["url"].as_str().unwrap_or_default().to_owned();
    assert!(!post::template::render(Language::De, &draft, mails[0].id)?.text.is_empty());
    let path = url.strip_prefix(SITE).unwrap_or_default();

    // A mail gateway opens it first.
    let page = Browser::new(&app(&store)).get(path).await?;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Als Miriam Osterholz anmelden"));
    assert_eq!(attribute(&page.body, "main form", "action").as_deref(), Some(path));
    let page = browser.post(path, &[]).await?;
    assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, "/desk"));
    assert_eq!(browser.get("/desk").await?.body, "Miriam Osterholz");
    let mut late = Browser::new(&app(&store));
    assert_eq!(late.get(path).await?.status, StatusCode::GONE);
    let page = late.post(path, &[]).await?;
    assert_eq!(page.status, StatusCode::GONE);
    assert!(page.body.contains("Dieser Link gilt nicht mehr"));
    Ok(())
}

#[tokio::test]
async fn whether_there_is_an_account_shows_in_the_mailbox_alone() -> Outcome {
    let (store, _folder) = database().await?;
    let account = miriam(&store, None).await?;
    identity::service::account::disable_account(&store, &base::Actor::system(), account.id).await?;
    let mut statements = vec![];
    for email in ["nobody@owl.example", MAIL] {
        let before = store.statements();
        let page = Browser::new(&app(&store)).post("/login/link", &[("email", email)]).await?;
        assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, "/login/link"));
        statements.push(store.statements() - before);
    }
    assert_eq!(statements[0], statements[1], "the same is written, whoever asks");
    assert!(mails(&store).await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn a_mailbox_gets_one_link_a_minute() -> Outcome {
    let (store, _folder) = database().await?;
    miriam(&store, None).await?;
    let seconds = TimeDelta::seconds(store.now().timestamp() % 60);
    store.clock().advance(TimeDelta::seconds(60) - seconds);
    for _ in 0..5 {
        Browser::new(&app(&store)).post("/login/link", &[("email", MAIL)]).await?;
    }
    assert_eq!(jobs::Entity::find().all(store.read()).await?.len(), 1);
    store.clock().advance(TimeDelta::seconds(61));
    Browser::new(&app(&store)).post("/login/link", &[("email", MAIL)]).await?;
    assert_eq!(jobs::Entity::find().all(store.read()).await?.len(), 2);
    Ok(())
}

#[tokio::test]
async fn a_mail_that_is_late_is_dropped_and_one_tried_again_has_two_links() -> Outcome {
    let (store, _folder) = database().await?;
    miriam(&store, None).await?;
    Browser::new(&app(&store)).post("/login/link", &[("email", MAIL)]).await?;
    let mails = mails(&store).await?;
    let (first, second) = (compose(&store, &mails[0]).await?, compose(&store, &mails[0]).await?);
    assert_ne!(first.values["url"], second.values["url"]);
    for draft in [&first, &second] {
        let path = draft.values["url"].as_str().unwrap_or_default().replace(SITE, "");
        assert_eq!(Browser::new(&app(&store)).get(&path).await?.status, StatusCode::OK);
    }
    store.clock().advance(TimeDelta::minutes(31));
    assert!(matches!(compose(&store, &mails[0]).await, Err(ComposeError::Gone(_))));
    Ok(())
}

#[tokio::test]
async fn every_page_speaks_both_languages() -> Outcome {
    let (store, _folder) = database().await?;
    for path in ["/login", "/login/link", "/login/link/unknown"] {
        for (language, other) in [("de", "en"), ("en", "de")] {
            let page = Browser::new(&app(&store)).get(&format!("{path}?language={language}")).await?;
            assert_eq!(attribute(&page.body, "html", "lang").as_deref(), Some(language));
            assert_ne!(attribute(&page.body, "html", "lang").as_deref(), Some(other));
            assert!(!page.body.contains("login-"), "a message is missing on {path} in {language}");
        }
    }
    Ok(())
}
