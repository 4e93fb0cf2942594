//! Forged requests.

use super::Outcome;
use super::house::House;
use http::StatusCode;
use web::{Access, Routes};

fn routes() -> Routes {
    Routes::new().post(address::Login::ROUTE, Access::Public, async || "done").post(
        address::api::Orders::ROUTE,
        Access::Api(base::Permission::OrdersRead),
        async || "done",
    )
}

#[tokio::test]
async fn a_form_of_ours_passes() -> Outcome {
    let house = House::new(routes()).await?;
    for headers in [
        &[("sec-fetch-site", "same-origin"), ("origin", "https://kongress.example")][..],
        &[("sec-fetch-site", "same-origin"), ("origin", "null")],
        &[("sec-fetch-site", "none")],
        &[("origin", "https://kongress.example")],
        &[("origin", "http://kongress.example")],
        &[],
    ] {
        assert_eq!(house.post("/login", headers, "").await?.status, StatusCode::OK, "{headers:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_form_of_another_site_does_not_and_is_told_so() -> Outcome {
    let house = House::new(routes()).await?;
    for headers in [
        &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")][..],
        &[("sec-fetch-site", "same-site"), ("origin", "https://shop.kongress.example")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("origin", "https://kongress.example.evil.example")],
    ] {
        let reply = house.post("/login", headers, "").await?;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{headers:?}");
        assert!(reply.body.contains("fremden Seite"), "{}", reply.body);
    }
    Ok(())
}

#[tokio::test]
async fn programs_with_a_token_come_from_anywhere() -> Outcome {
    let house = House::new(routes()).await?;
    let headers =
        [("sec-fetch-site", "cross-site"), ("origin", "https://tool.example"), ("authorization", "Bearer orders")];
    assert_eq!(house.post("/api/v1/congresses/owl/orders", &headers, "").await?.status, StatusCode::OK);
    Ok(())
}
