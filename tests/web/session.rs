//! Sessions, notices and the language that is remembered.

use super::Outcome;
use super::house::House;
use axum::response::{IntoResponse, Redirect};
use chrono::TimeDelta;
use sea_orm::{EntityTrait, PaginatorTrait};
use web::flash::Flash;
use web::{Access, Answer, Routes, Visit};

async fn save(visit: Visit) -> Answer {
    Flash::success("Gespeichert.").leave(&visit).await?;
    Ok(Redirect::to("/owl").into_response())
}

async fn page(visit: Visit) -> Answer {
    Ok(web::layout::public_page(&visit, "Seite", web::layout::icon("menu")).into_response())
}

async fn remember(visit: Visit) -> Answer {
    visit.session.insert("account", "miriam").await?;
    Ok("remembered".into_response())
}

async fn recall(visit: Visit) -> Answer {
    Ok(visit.session.get::<String>("account").await?.unwrap_or_default().into_response())
}

fn routes() -> Routes {
    Routes::new()
        .get(address::Congress::ROUTE, Access::Public, page)
        .post(address::Register::ROUTE, Access::Public, save)
        .post(address::Login::ROUTE, Access::Public, remember)
        .get(address::Login::ROUTE, Access::Public, recall)
}

async fn rows(house: &House) -> Result<u64, sea_orm::DbErr> {
    web::entity::session::Entity::find().count(house.store.read()).await
}

#[tokio::test]
async fn a_visitor_that_stores_nothing_has_no_session() -> Outcome {
    let house = House::new(routes()).await?;
    let reply = house.get("/owl", &[]).await?;
    assert_eq!(reply.cookie("kongress"), None);
    assert_eq!(rows(&house).await?, 0);
    Ok(())
}

#[tokio::test]
async fn a_notice_is_shown_once_and_leaves_nothing_behind() -> Outcome {
    let house = House::new(routes()).await?;
    let cookie = house.post("/owl/tickets", &[], "").await?.cookie("kongress").ok_or("no cookie")?;
    assert_eq!(rows(&house).await?, 1);
    let first = house.get("/owl", &[("cookie", &cookie)]).await?;
    assert!(first.body.contains("Gespeichert.") && first.body.contains("kern-alert--success"));
    assert_eq!(rows(&house).await?, 0);
    assert!(!house.get("/owl", &[("cookie", &cookie)]).await?.body.contains("Gespeichert."));
    Ok(())
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_and_not_the_key_in_the_database() -> Outcome {
    let house = House::new(routes()).await?;
    let reply = house.post("/login", &[], "").await?;
    let set = reply.header("set-cookie").to_owned();
    for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/", "Max-Age=43200"] {
        assert!(set.contains(part), "{part} in {set}");
    }
    let row = web::entity::session::Entity::find().one(house.store.read()).await?.ok_or("no row")?;
    assert!(!set.contains(&row.id));
    Ok(())
}

#[tokio::test]
async fn a_session_ends_after_twelve_hours_and_its_row_is_purged() -> Outcome {
    let house = House::new(routes()).await?;
    let cookie = house.post("/login", &[], "").await?.cookie("kongress").ok_or("no cookie")?;
    assert_eq!(house.get("/login", &[("cookie", &cookie)]).await?.body, "miriam");
    house.clock.advance(TimeDelta::hours(11));
    assert_eq!(house.get("/login", &[("cookie", &cookie)]).await?.body, "miriam");
    assert_eq!(web::session::purge(&house.store).await?, 0);
    house.clock.advance(TimeDelta::hours(2));
    assert_eq!(house.get("/login", &[("cookie", &cookie)]).await?.body, "");
    assert_eq!(web::session::purge(&house.store).await?, 1);
    Ok(())
}

#[tokio::test]
async fn a_chosen_language_stays() -> Outcome {
    let house = House::new(routes()).await?;
    let reply = house.get("/owl?language=en", &[("accept-language", "de")]).await?;
    assert!(reply.body.contains("<html lang=\"en\">"));
    let cookie = reply.cookie("language").ok_or("no cookie")?;
    assert_eq!(cookie, "language=en");
    let next = house.get("/owl?a=1", &[("cookie", &cookie), ("accept-language", "de")]).await?;
    assert!(next.body.contains("<html lang=\"en\">") && next.body.contains("href=\"/owl?a=1&amp;language=de\""));
    assert!(house.get("/owl", &[]).await?.body.contains("<html lang=\"de\">"));
    assert!(house.get("/owl", &[("accept-language", "fr, en;q=0.5")]).await?.body.contains("<html lang=\"en\">"));
    Ok(())
}
