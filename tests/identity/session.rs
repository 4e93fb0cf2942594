//! Who is logged in, and until when.

use super::browser::{Browser, app};
use super::{Outcome, database, miriam};
use base::{Actor, Permission};
use chrono::TimeDelta;
use http::StatusCode;
use identity::Role;
use identity::service::account::{disable_account, revoke_role};
use identity::service::api_token::{add_api_token, revoke_api_token};

const MAIL: &str = "miriam.osterholz@owl.example";
const PASSWORD: &str = "Drei Brezeln";

#[tokio::test]
async fn begins_at_the_log_in_and_ends_at_the_log_out() -> Outcome {
    let (store, _folder) = database().await?;
    miriam(&store, Some(PASSWORD)).await?;
    let mut browser = Browser::new(&app(&store));
    let page = browser.get("/desk").await?;
    assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, "/login?next=%2Fdesk"));
    browser.log_in(MAIL, PASSWORD).await?;
    assert_eq!(browser.get("/desk").await?.body, "Miriam Osterholz");
    assert_eq!(browser.get("/login?next=/desk?page=2").await?.location, "/desk?page=2");

    let mut thief = browser.clone();
    let page = browser.post("/logout", &[]).await?;
    assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, "/login"));
    assert!(browser.get("/login").await?.body.contains("Sie sind abgemeldet."));
    assert_eq!(browser.get("/desk").await?.status, StatusCode::SEE_OTHER);
    assert_eq!(thief.get("/desk").await?.status, StatusCode::SEE_OTHER, "the old cookie opens nothing");
    assert_eq!(browser.post("/logout", &[]).await?.status, StatusCode::SEE_OTHER, "twice does no harm");
    Ok(())
}

#[tokio::test]
async fn gets_another_id_at_the_log_in() -> Outcome {
    let (store, _folder) = database().await?;
    miriam(&store, Some(PASSWORD)).await?;
    let mut browser = Browser::new(&app(&store));
    browser.post("/logout", &[]).await?;
    let planted = browser.clone();
    assert!(planted.cookies.contains_key(web::session::COOKIE), "a notice waits in it");
    browser.log_in(MAIL, PASSWORD).await?;
    assert_ne!(browser.cookies.get(web::session::COOKIE), planted.cookies.get(web::session::COOKIE));
    assert_eq!(planted.clone().get("/desk").await?.status, StatusCode::SEE_OTHER);
    Ok(())
}

#[tokio::test]
async fn what_is_taken_away_is_gone_at_once() -> Outcome {
    let (store, _folder) = database().await?;
    let account = miriam(&store, Some(PASSWORD)).await?;
    let mut browser = Browser::new(&app(&store));
    browser.log_in(MAIL, PASSWORD).await?;
    revoke_role(&store, &Actor::system(), account.id, Role::Organiser, None).await?;
    assert_eq!(browser.get("/desk").await?.status, StatusCode::NOT_FOUND, "no role, no desk");
    miriam(&store, None).await?;
    assert_eq!(browser.get("/desk").await?.status, StatusCode::OK);
    disable_account(&store, &Actor::system(), account.id).await?;
    assert_eq!(browser.get("/desk").await?.status, StatusCode::SEE_OTHER, "disabled is logged out");
    Ok(())
}

#[tokio::test]
async fn another_password_ends_it() -> Outcome {
    let (store, _folder) = database().await?;
    miriam(&store, Some(PASSWORD)).await?;
    let mut browser = Browser::new(&app(&store));
    browser.log_in(MAIL, PASSWORD).await?;
    miriam(&store, Some("Vier Brezeln")).await?;
    assert_eq!(browser.get("/desk").await?.status, StatusCode::SEE_OTHER);
    Ok(())
}

#[tokio::test]
async fn ends_after_a_week_however_busy() -> Outcome {
    let (store, _folder) = database().await?;
    miriam(&store, Some(PASSWORD)).await?;
    let mut browser = Browser::new(&app(&store));
    browser.log_in(MAIL, PASSWORD).await?;
    store.clock().advance(TimeDelta::days(7) + TimeDelta::seconds(1));
    assert_eq!(browser.get("/desk").await?.status, StatusCode::SEE_OTHER);
    Ok(())
}

#[tokio::test]
async fn programs_come_by_token_and_people_by_session() -> Outcome {
    let (store, _folder) = database().await?;
    miriam(&store, Some(PASSWORD)).await?;
    let permissions = [Permission::CongressRead, Permission::OrdersWrite];
    let token = add_api_token(&store, &Actor::system(), "Kasse", None, &permissions).await?;
    let mut browser = Browser::new(&app(&store));
    assert_eq!(browser.get_as("/api/v1/congresses", &token.secret).await?.body, "Kasse");
    assert_eq!(browser.get_as("/api/v1/congresses", "kg_guessed").await?.status, StatusCode::UNAUTHORIZED);
    assert_eq!(browser.get_as("/desk", &token.secret).await?.status, StatusCode::SEE_OTHER, "a token is nobody here");
    browser.log_in(MAIL, PASSWORD).await?;
    assert_eq!(browser.get("/api/v1/congresses").await?.status, StatusCode::UNAUTHORIZED, "a cookie is nobody here");
    revoke_api_token(&store, &Actor::system(), token.id).await?;
    assert_eq!(browser.get_as("/api/v1/congresses", &token.secret).await?.status, StatusCode::UNAUTHORIZED);
    Ok(())
}
