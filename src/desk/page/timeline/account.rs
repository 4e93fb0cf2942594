//! What happened to an account of staff.

use crate::page::settings::team::word;
use identity::Role;
use locale::Words;
use store::event::Line;

/// What happened to an account, in words. None: it happened to something else, or nobody wrote words for it.
pub fn sentence(words: Words, line: &Line) -> Option<String> {
    let role = line.detail["role"].as_str().and_then(|role| role.parse::<Role>().ok());
    let role = role.map(|role| word(words, role)).unwrap_or_default();
    let at = if line.congress_id.is_some() { "here" } else { "everywhere" };
    Some(match line.verb.as_str() {
        "role.granted" => words.with(&format!("desk-event-role-granted-{at}"), &[("role", role.into())]),
        "role.revoked" => words.with(&format!("desk-event-role-revoked-{at}"), &[("role", role.into())]),
        "account.added" => words.t("desk-event-account-added"),
        "account.invited" => words.t("desk-event-account-invited"),
        "account.changed" => words.t("desk-event-account-changed"),
        "account.disabled" => words.t("desk-event-account-disabled"),
        "account.enabled" => words.t("desk-event-account-enabled"),
        "account.logged_in" => words.t("desk-event-account-logged-in"),
        "login_link.requested" => words.t("desk-event-login-link-requested"),
        "account.password_set" => words.t("desk-event-account-password-set"),
        "account.sessions_ended" => {
            let count = line.detail["count"].as_i64().unwrap_or_default();
            words.with("desk-event-account-sessions-ended", &[("count", count.into())])
        }
        _ => return None,
    })
}
