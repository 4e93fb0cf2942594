//! `congress add`, `user add`, `token add`.

use super::fresh;
use crate::program::process::{Place, Process};
use serde_json::{Value, json};

const ADD: [&str; 9] =
    ["congress", "add", "owl", "--name", "DigitaleZukunft@OWL", "--from", "2027-03-11", "--to", "2027-03-12"];
const PASSWORD: &str = "correct horse battery staple";

/// A browser that does not follow.
fn browser() -> reqwest::Client {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .cookie_store(true)
        .build()
        .expect("a browser")
}

async fn log_in(http: &reqwest::Client, process: &Process, email: &str, password: &str) -> u16 {
    let fields = [("email", email), ("password", password)];
    http.post(format!("{}/login", process.url)).form(&fields).send().await.expect("an answer").status().as_u16()
}

async fn status(http: &reqwest::Client, url: &str) -> u16 {
    http.get(url).send().await.expect("an answer").status().as_u16()
}

#[tokio::test]
async fn a_congress_is_added_once() {
    let (_database, place) = fresh().await;
    let told = place.run(&ADD).await.done();
    assert_eq!(told, "congress owl from 2027-03-11 to 2027-03-12\n");
    let sentence = place.run(&ADD).await.refused();
    assert!(sentence.contains("owl"), "it names what is taken: {sentence}");
    let process = place.serve(&["serve", "--no-jobs"]).await;
    assert_eq!(status(&browser(), &format!("{}/owl", process.url)).await, 200, "it is open at once");
}

#[tokio::test]
async fn what_no_congress_can_be_is_refused_with_a_sentence() {
    let (_database, place) = fresh().await;
    let with = |at: usize, value: &'static str| {
        let mut args = ADD;
        args[at] = value;
        args
    };
    for slug in ["api", "asset", "login", "desk", "health"] {
        let sentence = place.run(&with(2, slug)).await.refused();
        assert!(sentence.contains(slug), "{slug} is reserved, and it says so: {sentence}");
    }
    place.run(&with(2, "OWL 2027")).await.refused();
    place.run(&with(8, "2027-03-01")).await.refused();
    let sentence = place.run(&[&ADD[..], &["--zone", "Europe/Detmold"]].concat()).await.refused();
    assert!(sentence.contains("Europe/Detmold"), "{sentence}");
    let process = place.serve(&["serve", "--no-jobs"]).await;
    assert_eq!(status(&browser(), &format!("{}/owl", process.url)).await, 404, "nothing was added");
}

#[tokio::test]
async fn a_draft_is_not_public() {
    let (_database, place) = fresh().await;
    place.run(&[&ADD[..], &["--draft"]].concat()).await.done();
    let process = place.serve(&["serve", "--no-jobs"]).await;
    assert_eq!(status(&browser(), &format!("{}/owl", process.url)).await, 404);
}

#[tokio::test]
async fn a_user_logs_in_with_the_password_that_was_piped_in() {
    let (_database, place) = fresh().await;
    place.run(&ADD).await.done();
    let add =
        ["user", "add", "Miriam@owl.example", "--role", "organiser", "--congress", "owl", "--name", "Miriam Osterholz"];
    let told = place.run_with(&add, &format!("{PASSWORD}\n")).await.done();
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.starts_with("organiser ") && !told.contains(PASSWORD), "it says who, and never the password: {told}");
    let process = place.serve(&["serve", "--no-jobs"]).await;
    let http = browser();
    assert_eq!(log_in(&http, &process, "miriam@owl.example", "wrong horse").await, 422);
    assert_eq!(status(&http, &format!("{}/owl/desk", process.url)).await, 303, "nobody is logged in yet");
    assert_eq!(log_in(&http, &process, "miriam@owl.example", PASSWORD).await, 303);
    assert_eq!(status(&http, &format!("{}/owl/desk", process.url)).await, 200, "she is at her desk");
}

#[tokio::test]
async fn a_user_without_a_password_gets_a_link_that_works_once_by_post() {
    let (_database, place) = fresh().await;
    place.run(&ADD).await.done();
    let told = place.run(&["user", "add", "lea@owl.example", "--role", "door", "--congress", "owl"]).await.done();
    let path = told.trim_end().strip_prefix("http://kongress.test").expect("a link below PUBLIC_URL");
    assert_eq!(
        (told.lines().count(), path.starts_with("/login/link/")),
        (1, true),
        "the link and nothing else: {told}"
    );
    let process = place.serve(&["serve", "--no-jobs"]).await;
    let (http, link) = (browser(), format!("{}{path}", process.url));
    for _ in 0..3 {
        assert_eq!(status(&browser(), &link).await, 200, "a mail gateway may look at it");
    }
    let press = async |http: &reqwest::Client| http.post(&link).send().await.expect("an answer").status().as_u16();
    assert_eq!(press(&http).await, 303);
    assert_eq!(status(&http, &format!("{}/owl/door", process.url)).await, 200, "she is at the door");
    assert_eq!(press(&browser()).await, 410, "a second time it leads nowhere");
    assert_eq!(status(&browser(), &link).await, 410);
}

#[tokio::test]
async fn a_user_of_no_congress_or_with_a_poor_password_is_refused() {
    let (_database, place) = fresh().await;
    let sentence =
        place.run(&["user", "add", "lea@owl.example", "--role", "door", "--congress", "nowhere"]).await.refused();
    assert!(sentence.contains("nowhere"), "{sentence}");
    place.run(&["user", "add", "no address", "--role", "door"]).await.refused();
    place.run_with(&["user", "add", "lea@owl.example", "--role", "door"], "short\n").await.refused();
    let process = place.serve(&["serve", "--no-jobs"]).await;
    assert_eq!(log_in(&browser(), &process, "lea@owl.example", "short").await, 422, "there is no such account");
}

async fn orders(process: &Process, token: &str, congress: &str) -> (u16, Value) {
    let url = format!("{}/api/v1/congresses/{congress}/orders", process.url);
    let answer = reqwest::Client::new().get(url).bearer_auth(token).send().await.expect("an answer");
    (answer.status().as_u16(), answer.json().await.expect("JSON"))
}

/// The token, and nothing else on stdout.
async fn token(place: &Place, args: &[&str]) -> String {
    let told = place.run(&[&["token", "add", "box office"], args].concat()).await.done();
    let token = told.strip_suffix('\n').expect("a line").to_owned();
    assert!(token.starts_with("kg_") && token.len() > 20 && !token.contains(char::is_whitespace), "{told}");
    token
}

#[tokio::test]
async fn a_token_is_printed_once_and_opens_what_it_names() {
    let (database, place) = fresh().await;
    place.run(&ADD).await.done();
    let mut other = ADD;
    other[2] = "other";
    place.run(&other).await.done();
    let reads = token(&place, &["--congress", "owl", "--permission", "orders.read"]).await;
    let all = token(&place, &["--permission", "orders.read", "congress.read", "--permission", "orders.write"]).await;
    assert_ne!(reads, all);
    let process = place.serve(&["serve", "--no-jobs"]).await;
    assert_eq!(orders(&process, &reads, "owl").await, (200, json!({ "items": [], "next": null })));
    assert_eq!(orders(&process, &reads, "other").await.0, 404, "another congress is nothing to it");
    assert_eq!(orders(&process, &all, "other").await.0, 200, "without --congress it spans all");
    assert_eq!(orders(&process, "kg_wrong", "owl").await.0, 401);
    let kept = super::database::dump(&database.store).await.join("\n");
    assert!(!kept.contains(&reads) && !kept.contains(&all), "the database keeps a hash");
}

#[tokio::test]
async fn a_token_for_a_congress_that_is_not_there_is_refused() {
    let (_database, place) = fresh().await;
    let sentence = place
        .run(&["token", "add", "box office", "--congress", "nowhere", "--permission", "orders.read"])
        .await
        .refused();
    assert!(sentence.contains("nowhere"), "{sentence}");
}
