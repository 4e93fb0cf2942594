//! A notice that is shown once, on the page after the redirect. It waits in the session.

use crate::fault::Fault;
use crate::visit::Visit;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, PoisonError};
use tower_sessions::Session;

const KEY: &str = "notice";

/// What kind of notice: its colour, its icon, and whether it interrupts a screen reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    Success,
    Info,
    Warning,
    Danger,
}

impl Tone {
    /// As KERN calls it in its classes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }
}

/// A notice: one sentence in the visitor's language, and where it leads, if anywhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    pub tone: Tone,
    pub text: String,
    /// A path, and the words that lead there.
    #[serde(default)]
    pub link: Option<(String, String)>,
}

impl Flash {
    pub fn success(text: impl Into<String>) -> Self {
        Self { tone: Tone::Success, text: text.into(), link: None }
    }

    pub fn info(text: impl Into<String>) -> Self {
        Self { tone: Tone::Info, text: text.into(), link: None }
    }

    pub fn warning(text: impl Into<String>) -> Self {
        Self { tone: Tone::Warning, text: text.into(), link: None }
    }

    pub fn danger(text: impl Into<String>) -> Self {
        Self { tone: Tone::Danger, text: text.into(), link: None }
    }

    /// The same with somewhere to go.
    #[must_use]
    pub fn leading(self, path: impl Into<String>, words: impl Into<String>) -> Self {
        Self { link: Some((path.into(), words.into())), ..self }
    }

    /// Leaves the notice for the next page of this visitor.
    pub async fn leave(self, visit: &Visit) -> Result<(), Fault> {
        Ok(visit.session.insert(KEY, self).await?)
    }
}

/// The notice of this visit, until a layout takes it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pending(Arc<Mutex<Slot>>);

#[derive(Debug, Default)]
struct Slot {
    flash: Option<Flash>,
    shown: bool,
}

impl Pending {
    pub(crate) async fn read(session: &Session) -> Result<Self, Fault> {
        let flash = session.get(KEY).await?;
        Ok(Self(Arc::new(Mutex::new(Slot { flash, shown: false }))))
    }

    pub(crate) fn take(&self) -> Option<Flash> {
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let flash = slot.flash.take();
        slot.shown |= flash.is_some();
        flash
    }

    fn shown(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).shown
    }

    /// Forgets a notice that was shown.
    pub(crate) async fn settle(&self, session: &Session) -> Result<(), Fault> {
        if self.shown() {
            session.remove::<Flash>(KEY).await?;
        }
        Ok(())
    }
}
