//! `/metrics`: who may read it, what stands there, and that board and alarms name nothing else.

use super::congress::{self, Shop, order};
use super::process::{Place, Process};
use crate::kit::{App, Database};
use std::collections::BTreeSet;

const TOKEN: &str = "a token for Prometheus";

/// The figures, or the status without them.
async fn scrape(process: &Process, headers: &[(&str, &str)]) -> Result<String, u16> {
    let mut request = reqwest::Client::new().get(format!("{}/metrics", process.url));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = request.send().await.expect("an answer");
    match answer.status().as_u16() {
        200 => Ok(answer.text().await.expect("a text")),
        status => Err(status),
    }
}

/// The name before `{` or the value.
fn names(figures: &str) -> BTreeSet<&str> {
    figures.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split([' ', '{']).next()).collect()
}

#[tokio::test]
async fn figures_are_for_whoever_shows_the_token_and_without_one_for_this_computer_alone() {
    let database = Database::new().await;
    let place = Place::on(&database.url).with("METRICS_TOKEN", TOKEN).with("PUBLIC_URL", "https://kongress.example");
    let process = place.serve(&["serve", "--no-jobs"]).await;
    assert_eq!(scrape(&process, &[]).await, Err(404));
    assert_eq!(scrape(&process, &[("authorization", "Bearer another token")]).await, Err(404));
    let bearer = format!("Bearer {TOKEN}");
    assert!(scrape(&process, &[("authorization", &bearer)]).await.expect("figures").contains("kongress_build_info"));

    let place = place.without("METRICS_TOKEN");
    let process = place.serve(&["serve", "--no-jobs"]).await;
    assert_eq!(scrape(&process, &[]).await, Err(404), "behind a proxy everybody seems to be here");
    let place = place.without("PUBLIC_URL");
    let process = place.serve(&["serve", "--no-jobs"]).await;
    assert!(scrape(&process, &[]).await.is_ok());
    assert_eq!(scrape(&process, &[("x-forwarded-for", "192.0.2.1")]).await, Err(404), "through a proxy");
    let refused = place.with("METRICS_TOKEN", "short").run(&["serve"]).await;
    assert!(refused.code == Some(1) && refused.err.contains("KONGRESS_METRICS_TOKEN"), "{refused:?}");
}

#[tokio::test]
async fn what_happens_is_counted_and_board_and_alarms_name_only_what_there_is() {
    let app = App::start().await;
    let token = congress::open(&app, 50).await;
    let process = congress::place(&app).without("PUBLIC_URL").serve(&["serve"]).await;
    let shop = Shop::new(&process, &token);
    let placed = shop.order(&order(1, &["on-site", "online"], true), None).await.expect("an answer");
    assert_eq!(placed.status, 201, "{placed:?}");
    let scan = serde_json::json!({ "ticket": "nothing", "nonce": base::Chance::system().opaque_id() });
    let url = format!("{}/api/v1/congresses/{}/check-ins", process.url, congress::SLUG);
    reqwest::Client::new().post(url).bearer_auth(&token).json(&scan).send().await.expect("an answer");
    let secret = placed.body["secret"].as_str().expect("a secret");
    let path = format!("/{}/orders/{}/{secret}", congress::SLUG, placed.code());
    reqwest::get(format!("{}{path}", process.url)).await.expect("an answer");
    super::process::until("mails", async || (app.smtp.mails().len() >= 3).then_some(())).await;
    // Figures of the database are kept for a moment: the first ones that are read come after all that.
    let figures = super::process::until("the mails' outcome", async || {
        let figures = scrape(&process, &[]).await.expect("figures");
        figures.contains("kongress_job_runs_total{kind=\"post.deliver\",outcome=\"done\"} 3").then_some(figures)
    })
    .await;
    for line in [
        "kongress_http_requests_total{method=\"POST\",route=\"/api/v1/congresses/{congress}/orders\",status=\"2xx\"} 1",
        "kongress_http_requests_total{method=\"GET\",route=\"/{congress}/orders/{code}/{secret}\",status=\"2xx\"} 1",
        "kongress_orders{congress=\"owl\",state=\"confirmed\",source=\"api\"} 1",
        "kongress_attendees{congress=\"owl\",category=\"on-site\",state=\"valid\"} 1",
        "kongress_scans{congress=\"owl\",verdict=\"refused\"} 1",
        "kongress_database_up 1",
        "kongress_mails{state=\"failed\"} 0",
        "kongress_smtp_attempts_total{outcome=\"accepted\"} 3",
    ] {
        assert!(figures.lines().any(|known| known == line), "{line} in:\n{figures}");
    }
    assert!(!figures.contains(secret) && !figures.contains("delbrueck"), "no secret, no address: {figures}");

    let there = names(&figures);
    let monitoring = concat!(env!("CARGO_MANIFEST_DIR"), "/infra/monitoring");
    let mut named = BTreeSet::new();
    for file in ["grafana.json", "alerts.yml"] {
        let text = std::fs::read_to_string(format!("{monitoring}/{file}")).expect("a file");
        for word in text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
            if word.starts_with("kongress_") || word.starts_with("process_") {
                named.insert(word.to_owned());
            }
        }
    }
    assert!(named.len() > 15, "{named:?}");
    let missing: Vec<_> = named.iter().filter(|name| !there.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "named and not there: {missing:?} of {there:?}");

    let log = process.log();
    let line = log.lines().find(|line| line.contains("\"answered\"") && line.contains("{secret}")).expect("a line");
    let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
    assert_eq!((line["status"].as_u64(), line["span"]["method"].as_str()), (Some(200), Some("GET")), "{line}");
    assert!(line["ms"].as_f64().is_some() && line["span"]["id"].as_str().is_some_and(|id| id.len() > 10), "{line}");
    assert!(!log.contains(secret), "no secret in the log");
}

#[tokio::test]
async fn jobs_that_run_alone_have_figures_of_their_own() {
    let app = App::start().await;
    let process = congress::place(&app).without("PUBLIC_URL").serve(&["jobs"]).await;
    let figures = scrape(&process, &[]).await.expect("figures");
    assert!(figures.contains("kongress_jobs{state=\"ready\"}"), "{figures}");
    let page = reqwest::get(format!("{}/login", process.url)).await.expect("an answer");
    assert_eq!(page.status().as_u16(), 404, "no pages");
}
