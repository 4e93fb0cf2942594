//! How often one may guess.

use super::Outcome;
use super::house::House;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use web::{Access, Fields, Limit, Routes};

/// Knows one password.
async fn login(fields: Fields) -> Response {
    if fields.get("password") == "right" {
        "in".into_response()
    } else {
        StatusCode::UNPROCESSABLE_ENTITY.into_response()
    }
}

fn routes() -> Routes {
    Routes::new()
        .post(address::Login::ROUTE, Access::Public, login)
        .limited(Limit::failures(10).by_field("email"))
        .post(address::LoginLink::ROUTE, Access::Public, async || "sent")
        .limited(Limit::every(3).by_field("email"))
        .get(address::Order::ROUTE, Access::Link, async || StatusCode::NOT_FOUND)
        .get(address::My::ROUTE, Access::Link, async || StatusCode::NOT_FOUND)
        .post(address::OrderMail::ROUTE, Access::Link, async || StatusCode::UNPROCESSABLE_ENTITY)
        .post(address::OrderCancellation::ROUTE, Access::Link, async || StatusCode::CONFLICT)
        .post(address::Register::ROUTE, Access::Public, async || "ordered")
}

#[tokio::test]
async fn a_password_is_guessed_ten_times_and_no_more() -> Outcome {
    let house = House::new(routes()).await?;
    let from = [("from", "198.51.100.1")];
    for _ in 0..11 {
        assert_eq!(
            house.post("/login", &from, "email=a@b.example&password=x").await?.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    }
    let refused = house.post("/login", &from, "email=A@b.example+&password=right").await?;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!((1..=7).contains(&refused.header("retry-after").parse::<u64>()?));
    assert!(refused.body.contains("Zu viele Versuche"));
    let json =
        house.post("/login", &[("from", "198.51.100.1"), ("accept", "application/json")], "email=a@b.example").await?;
    assert_eq!(json.json()?["type"], "/problems/too-many-requests");
    Ok(())
}

#[tokio::test]
async fn neither_others_at_the_same_address_nor_the_same_one_elsewhere_are_locked_out() -> Outcome {
    let house = House::new(routes()).await?;
    for _ in 0..12 {
        house.post("/login", &[("from", "198.51.100.1")], "email=a@b.example").await?;
    }
    let other = house.post("/login", &[("from", "198.51.100.1")], "email=c@b.example&password=right").await?;
    assert_eq!(other.body, "in");
    let elsewhere = house.post("/login", &[("from", "198.51.100.2")], "email=a@b.example&password=right").await?;
    assert_eq!(elsewhere.body, "in");
    Ok(())
}

#[tokio::test]
async fn who_guesses_right_is_never_limited_and_orders_are_not_at_all() -> Outcome {
    let house = House::new(routes()).await?;
    let from = [("from", "198.51.100.1")];
    for _ in 0..30 {
        assert_eq!(house.post("/login", &from, "email=a@b.example&password=right").await?.body, "in");
        assert_eq!(house.post("/owl/tickets", &from, "").await?.body, "ordered");
    }
    Ok(())
}

#[tokio::test]
async fn mails_are_asked_for_a_few_times() -> Outcome {
    let house = House::new(routes()).await?;
    let from = [("from", "2001:db8:1:2:3::4")];
    for _ in 0..3 {
        assert_eq!(house.post("/login/link", &from, "email=a@b.example").await?.body, "sent");
    }
    let neighbour = [("from", "2001:db8:1:2:ffff::1")];
    assert_eq!(house.post("/login/link", &neighbour, "email=a@b.example").await?.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(house.post("/login/link", &from, "email=d@b.example").await?.body, "sent");
    Ok(())
}

#[tokio::test]
async fn the_link_of_an_order_is_tried_sixty_times_a_minute() -> Outcome {
    let house = House::new(routes()).await?;
    // Behind a trusted proxy, the client counts.
    let from = [("from", "10.0.0.1"), ("x-forwarded-for", "203.0.113.9")];
    for n in 0..61 {
        assert_eq!(house.get(&format!("/owl/orders/AAAAAA/{n}"), &from).await?.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(house.get("/owl/orders/aaaaaa/more", &from).await?.status, StatusCode::TOO_MANY_REQUESTS);
    let other = [("from", "10.0.0.1"), ("x-forwarded-for", "203.0.113.10")];
    assert_eq!(house.get("/owl/orders/AAAAAA/more", &other).await?.status, StatusCode::NOT_FOUND);
    assert_eq!(house.get("/owl/orders/BBBBBB/more", &from).await?.status, StatusCode::NOT_FOUND);
    Ok(())
}

#[tokio::test]
async fn an_attendees_own_link_is_tried_by_itself() -> Outcome {
    let house = House::new(routes()).await?;
    let from = [("from", "203.0.113.9")];
    for n in 0..61 {
        assert_eq!(house.get(&format!("/owl/my/7h4kq2-1-{n}"), &from).await?.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(house.get("/owl/my/7H4KQ2-1-more", &from).await?.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(house.get("/owl/my/7h4kq2-2-more", &from).await?.status, StatusCode::NOT_FOUND);
    Ok(())
}

#[tokio::test]
async fn behind_a_link_one_may_be_wrong_as_often_as_one_likes() -> Outcome {
    let house = House::new(routes()).await?;
    let from = [("from", "203.0.113.9")];
    for _ in 0..70 {
        let wrong = house.post("/owl/orders/AAAAAA/secret/mail", &from, "").await?;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let late = house.post("/owl/orders/AAAAAA/secret/cancellation", &from, "").await?;
        assert_eq!(late.status, StatusCode::CONFLICT);
    }
    Ok(())
}

#[tokio::test]
async fn guessing_all_at_once_gains_nothing() -> Outcome {
    let slow = Routes::new()
        .post(address::Login::ROUTE, Access::Public, async || {
            // Longer than all hundred need to come in.
            tokio::time::sleep(std::time::Duration::from_secs(2)).await;
            StatusCode::UNPROCESSABLE_ENTITY
        })
        .limited(Limit::failures(10).by_field("email"));
    let house = House::new(slow).await?;
    let sent = (0..100).map(|_| house.post("/login", &[("from", "198.51.100.1")], "email=a@b.example"));
    let mut guessed = 0;
    for reply in futures_util::future::join_all(sent).await {
        guessed += u32::from(reply?.status == StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(guessed, 10);
    Ok(())
}
