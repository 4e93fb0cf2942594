//! The door as people and programs use it.

use super::{Done, Door, at};
use crate::kit::{self, App, Client};
use base::Permission;
use identity::Role;
use serde_json::Value;
use std::error::Error;

/// The program around a door.
pub(super) struct Front<'a> {
    pub(super) app: &'a App,
    pub(super) door: Door,
    /// Miriam Osterholz, logged in at the door.
    pub(super) miriam: Client,
    /// A turnstile.
    pub(super) program: Client,
}

/// Runs a test at a door.
pub(super) async fn front(test: impl AsyncFnOnce(&Front<'_>) -> Done) {
    kit::run(async |app| {
        let front = set_up(app).await.unwrap();
        test(&front).await.unwrap();
        app.run_jobs().await;
    })
    .await;
}

async fn set_up(app: &App) -> Result<Front<'_>, Box<dyn Error>> {
    let door = at(&app.store).await?;
    let miriam = app.staff(Role::Door).await;
    let program = app.token(None, &[Permission::CheckInsWrite]).await;
    Ok(Front { app, door, miriam, program })
}

impl Front<'_> {
    pub(super) fn nonce(&self) -> String {
        kit::actor::nonce()
    }

    /// As `door.js` posts a scan.
    pub(super) async fn scan(&self, body: &Value) -> kit::Reply {
        self.miriam.post_json_with("/owl/door/check-ins", body, &[("accept", "application/json")]).await
    }
}

/// Parses as HTML without an error, no id stands twice, every word is there.
#[track_caller]
pub(super) fn sound(html: &str) {
    let page = scraper::Html::parse_document(html);
    let ids = scraper::Selector::parse("[id]").unwrap();
    let mut seen: Vec<&str> = page.select(&ids).filter_map(|e| e.attr("id")).collect();
    let all = seen.len();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(all, seen.len(), "an id stands twice");
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    assert!(!html.contains("checkin-") && !html.contains("/asset/missing"), "{html}");
}
