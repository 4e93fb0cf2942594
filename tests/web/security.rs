//! Headers that tell browsers what a page may do.

use super::Outcome;
use super::house::House;
use base::Permission;
use http::StatusCode;
use web::{Access, Routes};

fn routes() -> Routes {
    Routes::new()
        .get(address::Congress::ROUTE, Access::Public, async || "page")
        .get(address::Order::ROUTE, Access::Link, async || "order")
        .get(address::door::Door::ROUTE, Access::Needs(Permission::CheckInsWrite), async || "door")
}

#[tokio::test]
async fn every_answer_carries_them() -> Outcome {
    let house = House::new(routes()).await?;
    for path in ["/owl", "/none", "/owl/orders/a/b", "/asset/none", "/health"] {
        let reply = house.get(path, &[]).await?;
        let policy = reply.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("referrer-policy"), "same-origin");
        assert_eq!(reply.header("cross-origin-opener-policy"), "same-origin");
        assert!(reply.header("permissions-policy").contains("camera=()"));
        assert_eq!(reply.header("strict-transport-security"), "max-age=31536000");
    }
    Ok(())
}

#[tokio::test]
async fn the_scanner_alone_has_the_camera() -> Outcome {
    let house = House::new(routes()).await?;
    let reply = house.get("/owl/door", &[("x-as", "door")]).await?;
    assert_eq!(reply.body, "door");
    assert!(reply.header("permissions-policy").contains("camera=(self)"));
    assert!(reply.header("content-security-policy").contains("script-src 'self' 'wasm-unsafe-eval'"));
    Ok(())
}

#[tokio::test]
async fn what_is_personal_is_kept_nowhere() -> Outcome {
    let house = House::new(routes()).await?;
    assert_eq!(house.get("/owl", &[]).await?.header("cache-control"), "no-cache");
    assert_eq!(house.get("/owl", &[("x-as", "organiser")]).await?.header("cache-control"), "no-store");
    let order = house.get("/owl/orders/a/b", &[]).await?;
    assert_eq!((order.header("cache-control"), order.header("x-robots-tag")), ("no-store", "noindex"));
    assert_eq!(house.get("/none", &[]).await?.header("cache-control"), "no-store");
    Ok(())
}

#[tokio::test]
async fn the_health_check_asks_the_database() -> Outcome {
    let house = House::new(routes()).await?;
    let well = house.get("/health", &[]).await?;
    assert_eq!((well.status, well.json()?["status"].as_str()), (StatusCode::OK, Some("ok")));
    house.store.close().await?;
    assert_eq!(house.get("/health", &[]).await?.status, StatusCode::SERVICE_UNAVAILABLE);
    Ok(())
}
