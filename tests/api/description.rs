//! `/api/v1/openapi.json`: what is described is there, and what is there is described.

use crate::kit::contract::DOCUMENT;
use crate::kit::{App, run};
use std::collections::BTreeSet;
use web::Access;

const PATH: &str = "/api/v1/openapi.json";

#[tokio::test]
async fn it_is_served_to_anyone_and_again_only_when_it_changes() {
    run(async |app: &App| {
        let guest = app.guest();
        let first = guest.get(PATH).await.expect(200);
        assert_eq!(first.json(), *DOCUMENT);
        assert_eq!(first.header("content-type"), "application/json");
        let tag = first.header("etag");
        assert!(tag.starts_with("W/\""), "{tag}");
        let send =
            async |tag: String| guest.send(http::Method::GET, PATH, &[("if-none-match", &tag)], None, vec![]).await;
        let same = send(format!("\"other\", {tag}")).await.expect(304);
        assert_eq!((same.bytes.len(), same.header("etag")), (0, tag));
        send("\"other\"".into()).await.expect(200);
    })
    .await;
}

#[test]
fn every_route_is_described_and_nothing_else() {
    let routes: BTreeSet<(String, String)> = kongress::routes()
        .infos()
        .into_iter()
        .filter(|route| route.pattern.starts_with("/api/"))
        .map(|route| (route.pattern.to_owned(), route.method.as_str().to_lowercase()))
        .collect();
    let described: BTreeSet<(String, String)> = DOCUMENT["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, item)| item.as_object().unwrap().keys().map(move |method| (path.clone(), method.clone())))
        .collect();
    assert_eq!(described, routes);
    assert_eq!(DOCUMENT["openapi"], "3.1.0");
}

#[test]
fn every_operation_says_who_may_what_it_takes_and_what_can_go_wrong() {
    let mut ids = BTreeSet::new();
    for route in kongress::routes().infos().into_iter().filter(|route| route.pattern.starts_with("/api/")) {
        let operation = &DOCUMENT["paths"][route.pattern][route.method.as_str().to_lowercase()];
        let id = operation["operationId"].as_str().unwrap();
        assert!(ids.insert(id.to_owned()), "{id} twice");
        let security = operation["security"].as_array().unwrap();
        match route.access {
            Access::Api(p) | Access::ApiAnywhere(p) | Access::ApiEverywhere(p) => {
                assert_eq!(security[0]["token"][0], p.name(), "{id}");
                assert!(operation["description"].as_str().unwrap().contains(&format!("`{p}`")), "{id}");
            }
            Access::Public => assert!(security.is_empty(), "{id}"),
            other => panic!("{id}: {other}"),
        }
        let parameters = operation["parameters"].as_array().unwrap();
        let of = |place: &str| -> Vec<&str> {
            let there = parameters.iter().filter(|p| p["in"] == place);
            there.map(|p| p["name"].as_str().unwrap()).collect()
        };
        assert_eq!(of("query"), route.query, "{id}");
        let variables: Vec<&str> =
            route.pattern.split('/').filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}')).collect();
        assert_eq!(of("path"), variables, "{id}");
        for (status, response) in operation["responses"].as_object().unwrap() {
            assert!(!response["description"].as_str().unwrap().is_empty(), "{id} {status}");
            let told = status.starts_with(['4', '5']);
            let problem = &response["content"]["application/problem+json"];
            assert_eq!(problem["schema"]["$ref"] == "#/components/schemas/Problem", told, "{id} {status}");
            assert!(!told || !problem["examples"].as_object().unwrap().is_empty(), "{id} {status}");
        }
    }
}
