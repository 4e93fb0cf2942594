//! What an error says to whom: a status to the web, a word of the locale files to people, a type to programs,
//! *retry* or *give up* to jobs.

/// Whether a job that failed with this should run again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// It may go better later: a server is away, a database is busy.
    Retry,
    /// It will not: the thing is gone, the input is wrong.
    GiveUp,
}

/// What every slice's error tells. The words stand in the locale files under [`Told::message`].
pub trait Told: std::error::Error + Send + Sync + 'static {
    /// HTTP status.
    fn status(&self) -> u16;
    /// `sold-out` in `/problems/sold-out` (RFC 9457 §3.1.1).
    fn problem(&self) -> &'static str;
    /// The key of the sentence for people, in the locale files.
    fn message(&self) -> &'static str;
    /// Values for the sentence's variables, and members of the problem document.
    fn values(&self) -> Vec<(&'static str, String)> {
        vec![]
    }
    /// The member of a request that is wrong, as a JSON Pointer (RFC 6901), if it is one.
    fn pointer(&self) -> Option<String> {
        None
    }
    /// What a job does with it.
    fn again(&self) -> Again {
        if self.status() >= 500 { Again::Retry } else { Again::GiveUp }
    }
}
