//! Long lists in the API.

use super::Outcome;
use super::house::House;
use axum::response::IntoResponse;
use base::Permission;
use http::StatusCode;
use web::pagination::Page;
use web::{Access, Answer, Json, Routes, Visit};

/// The numbers from 1 to 250, by their own value.
async fn list(visit: Visit, page: Page) -> Answer {
    let after: u64 = page.after.as_deref().and_then(|a| a.parse().ok()).unwrap_or(0);
    let fetched: Vec<u64> = (after + 1..=250).take(usize::try_from(page.fetch()).unwrap_or(0)).collect();
    Ok(Json(page.list(&visit, fetched, u64::to_string)).into_response())
}

#[tokio::test]
async fn a_list_is_read_part_by_part() -> Outcome {
    let routes = Routes::new()
        .get(address::api::Orders::ROUTE, Access::Api(Permission::OrdersRead), list)
        .asking(&["limit", "cursor", "query"]);
    let house = House::new(routes).await?;
    let token = [("authorization", "Bearer orders")];
    let mut path = String::from("/api/v1/congresses/owl/orders?query=%C3%BC");
    let mut seen = vec![];
    loop {
        let part = house.get(&path, &token).await?.json()?;
        seen.extend(part["items"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_u64));
        let Some(next) = part["next"].as_str() else { break };
        assert!(next.starts_with("/api/v1/congresses/owl/orders?query=%C3%BC&limit=100&cursor="), "{next}");
        path = next.to_owned();
    }
    assert_eq!(seen, (1..=250).collect::<Vec<_>>());
    let few = house.get("/api/v1/congresses/owl/orders?limit=3", &token).await?.json()?;
    assert_eq!(few["items"].as_array().map(Vec::len), Some(3));
    for bad in ["limit=0", "limit=many", "cursor=%00"] {
        let reply = house.get(&format!("/api/v1/congresses/owl/orders?{bad}"), &token).await?;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{bad}");
    }
    Ok(())
}
