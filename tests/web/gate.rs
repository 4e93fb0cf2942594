//! Who may use a route.

use super::Outcome;
use super::house::House;
use base::Permission;
use http::StatusCode;
use web::{Access, RouteInfo, Routes};

async fn ok() -> &'static str {
    "in"
}

fn routes() -> Routes {
    Routes::new()
        .get(address::Congress::ROUTE, Access::Public, ok)
        .get(address::Order::ROUTE, Access::Link, ok)
        .get(address::desk::Desks::ROUTE, Access::Staff, ok)
        .get(address::desk::Orders::ROUTE, Access::Needs(Permission::OrdersRead), ok)
        .post(address::desk::OrderMail::ROUTE, Access::Needs(Permission::MailWrite), ok)
        .get(address::api::Orders::ROUTE, Access::Api(Permission::OrdersRead), ok)
        .post(address::api::Orders::ROUTE, Access::Api(Permission::OrdersWrite), ok)
        .post(address::api::Congresses::ROUTE, Access::ApiEverywhere(Permission::CongressWrite), ok)
}

const ORGANISER: &[(&str, &str)] = &[("x-as", "organiser")];
const DOOR: &[(&str, &str)] = &[("x-as", "door")];

#[tokio::test]
async fn nobody_is_led_to_the_login_and_back() -> Outcome {
    let house = House::new(routes()).await?;
    let reply = house.get("/owl/desk/orders?q=a%26b&page=2", &[]).await?;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert_eq!(reply.header("location"), "/login?next=%2Fowl%2Fdesk%2Forders%3Fq%3Da%2526b%26page%3D2");
    let reply = house.post("/owl/desk/orders/7H4KQ2/mail", &[], "").await?;
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    assert!(reply.body.contains("melden Sie sich an"));
    assert_eq!(house.get("/desk", &[]).await?.status, StatusCode::SEE_OTHER);
    Ok(())
}

#[tokio::test]
async fn staff_without_the_permission_do_not_learn_that_there_is_a_page() -> Outcome {
    let house = House::new(routes()).await?;
    assert_eq!(house.get("/owl/desk/orders", ORGANISER).await?.body, "in");
    assert_eq!(house.get("/desk", DOOR).await?.body, "in");
    assert_eq!(house.get("/owl/desk/orders", DOOR).await?.status, StatusCode::NOT_FOUND);
    assert_eq!(house.get("/other/desk/orders", ORGANISER).await?.status, StatusCode::NOT_FOUND);
    assert_eq!(house.get("/none/desk/orders", ORGANISER).await?.status, StatusCode::NOT_FOUND);
    Ok(())
}

#[tokio::test]
async fn a_draft_is_there_for_its_staff_alone() -> Outcome {
    let house = House::new(routes()).await?;
    assert_eq!(house.get("/owl", &[]).await?.body, "in");
    assert_eq!(house.get("/draft", &[]).await?.status, StatusCode::NOT_FOUND);
    assert_eq!(house.get("/draft/orders/7H4KQ2/secret", &[]).await?.status, StatusCode::NOT_FOUND);
    assert_eq!(house.get("/draft", ORGANISER).await?.body, "in");
    assert_eq!(house.get("/draft", DOOR).await?.status, StatusCode::NOT_FOUND);
    let unknown = house.get("/draft/nothing", &[]).await?;
    assert!(!unknown.body.contains("@OWL"), "the frame of a page that is not there tells nothing");
    Ok(())
}

#[tokio::test]
async fn the_api_says_what_is_missing() -> Outcome {
    let house = House::new(routes()).await?;
    let orders = "/api/v1/congresses/owl/orders";
    let none = house.get(orders, &[]).await?;
    assert_eq!((none.status, none.header("www-authenticate")), (StatusCode::UNAUTHORIZED, "Bearer"));
    assert_eq!(none.json()?["type"], "/problems/unauthorized");
    let bad = house.get(orders, &[("authorization", "Bearer wrong")]).await?;
    assert_eq!(bad.header("www-authenticate"), "Bearer error=\"invalid_token\"");
    let token = [("authorization", "Bearer orders")];
    assert_eq!(house.get(orders, &token).await?.body, "in");
    let lacks = house.post(orders, &token, "").await?;
    assert_eq!((lacks.status, &lacks.json()?["permission"]), (StatusCode::FORBIDDEN, &"orders.write".into()));
    assert_eq!(house.get("/api/v1/congresses/other/orders", &token).await?.status, StatusCode::NOT_FOUND);
    assert_eq!(house.get("/api/v1/congresses/none/orders", &token).await?.status, StatusCode::NOT_FOUND);
    assert_eq!(house.post("/api/v1/congresses", &token, "").await?.status, StatusCode::FORBIDDEN);
    assert_eq!(house.post("/api/v1/congresses", &[("authorization", "Bearer all")], "").await?.body, "in");
    Ok(())
}

#[tokio::test]
async fn a_session_is_no_token_and_a_token_no_session() -> Outcome {
    let house = House::new(routes()).await?;
    assert_eq!(house.get("/api/v1/congresses/owl/orders", ORGANISER).await?.status, StatusCode::UNAUTHORIZED);
    assert_eq!(house.get("/owl/desk/orders", &[("authorization", "Bearer all")]).await?.status, StatusCode::SEE_OTHER);
    Ok(())
}

#[test]
fn what_is_mounted_can_be_listed() {
    let infos = routes().merge(web::server::routes()).infos();
    let health = RouteInfo { method: http::Method::GET, pattern: "/health", access: Access::Public, query: &[] };
    assert!(infos.contains(&health));
    assert_eq!(infos[4].access.to_string(), "staff: mail.write");
}
