//! Two people at the same thing: the second is told. A form carries a fingerprint of the values that it was shown with;
//! the service that saves it compares the fingerprint with what is there now, in its transaction, after it has locked
//! the row. If somebody was faster, the form comes back with both.
//!
//! ```text
//! // service                                        // page
//! seen.check(&Values::from(&row))?;                 (form.seen(&Seen::of(&values)))
//! // route, on Stale: status 409, the form with a Conflict above, what was typed in it, and a fresh fingerprint:
//! // sending it once more saves anyway; the link in the conflict takes what the other one saved.
//! ```

use super::{Fields, Form};
use base::Time;
use base::error::Told;
use data_encoding::HEXLOWER;
use locale::{Tz, Words};
use maud::{Markup, html};
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::event::Line;

/// The name of the hidden field.
const NAME: &str = "seen";

/// A fingerprint of what somebody saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen(String);

/// Somebody else has changed it since it was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it was changed since it was shown")]
pub struct Stale;

impl Told for Stale {
    fn status(&self) -> u16 {
        409
    }

    fn problem(&self) -> &'static str {
        "changed-meanwhile"
    }

    fn message(&self) -> &'static str {
        "form-stale"
    }
}

crate::told!(Stale);

impl Seen {
    /// Of these values: a struct of what the form edits, or the fields themselves.
    pub fn of(values: &impl Serialize) -> Self {
        // Structs and lists of plain values are always JSON. If one were not, two fingerprints would agree.
        let text = serde_json::to_vec(values).unwrap_or_default();
        Self(HEXLOWER.encode(&Sha256::digest(text)))
    }

    /// What came back with a form. A form without it has seen nothing, which is never what is there.
    pub fn read(fields: &Fields) -> Self {
        Self(fields.get(NAME).to_owned())
    }

    /// As a form carries it: for a script that keeps what is typed.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Whether this is what is there. To be asked inside the transaction, after the row is locked.
    pub fn check(&self, now: &impl Serialize) -> Result<(), Stale> {
        if *self == Self::of(now) { Ok(()) } else { Err(Stale) }
    }
}

impl Form<'_> {
    /// The fingerprint as a hidden field.
    pub fn seen(self, seen: &Seen) -> Markup {
        html! { input type="hidden" name=(NAME) value=(seen.0); }
    }
}

/// What somebody else saved meanwhile, beside what was typed here.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// Who changed it and when, from the newest event; unknown if there is none.
    by: Option<(String, Time)>,
    differences: Vec<Difference>,
}

/// A field in which the two differ.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Difference {
    label: String,
    theirs: String,
    yours: String,
}

impl Conflict {
    /// `names`: the fields and their labels, in the order of the form. `theirs`: the form as it would begin now.
    pub fn new(newest: Option<&Line>, names: &[(&str, String)], theirs: &Fields, typed: &Fields) -> Self {
        let all = |fields: &Fields, name: &str| fields.all(name).collect::<Vec<_>>().join(", ");
        let differences = names
            .iter()
            .map(|(name, label)| Difference {
                label: label.clone(),
                theirs: all(theirs, name),
                yours: all(typed, name),
            })
            .filter(|d| d.theirs.trim() != d.yours.trim())
            .collect();
        Self { by: newest.map(|line| (line.actor_name.clone(), line.at)), differences }
    }

    /// Above the form. `again`: where the form begins anew, with what the other one saved.
    pub fn alert(&self, words: Words, zone: Tz, again: &str) -> Markup {
        let told = match &self.by {
            Some((name, at)) if !name.is_empty() => {
                words.with("form-seen-by", &[("name", name.into()), ("time", words.date_time(*at, zone).into())])
            }
            _ => words.t("form-seen-changed"),
        };
        html! {
            section."kern-alert kern-alert--warning" role="alert" aria-labelledby="seen-title" {
                div.kern-alert__header {
                    span."kern-icon kern-icon--warning" aria-hidden="true" {}
                    h2.kern-title #seen-title { (words.t("form-seen-title")) }
                }
                div."kern-alert__body stack" {
                    p { (told) }
                    @if self.differences.is_empty() {
                        p { (words.t("form-seen-same")) }
                    } @else {
                        dl.key-values {
                            @for d in &self.differences {
                                dt { (d.label) }
                                dd {
                                    p { span.muted { (words.t("form-seen-theirs")) " " } span dir="auto" { (shown(words, &d.theirs)) } }
                                    p { span.muted { (words.t("form-seen-yours")) " " } span dir="auto" { (shown(words, &d.yours)) } }
                                }
                            }
                        }
                    }
                    p { (words.t("form-seen-next")) }
                    p { a href=(again) { (words.t("form-seen-take-theirs")) } }
                }
            }
        }
    }
}

fn shown(words: Words, value: &str) -> String {
    if value.trim().is_empty() { words.t("form-seen-empty") } else { value.to_owned() }
}
