//! Enhanced status codes (RFC 3463), and what they say of the recipient.

use crate::Trouble;

/// `5.1.1`: for good, the address, there is none of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    pub class: u16,
    pub subject: u16,
    pub detail: u16,
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

/// What says that there is no such recipient, for good: no such mailbox, no such domain, no such syntax, moved without
/// address, null MX (RFC 7505), given up. A policy (`5.7.x`) and a full mailbox are not the recipient's end.
const GONE: [(u16, u16); 6] = [(1, 1), (1, 2), (1, 3), (1, 6), (1, 10), (2, 1)];

impl Status {
    /// A word that is such a code.
    pub fn parse(word: &str) -> Option<Self> {
        let mut parts = word.trim_matches(|c: char| !c.is_ascii_digit()).split('.').map(number);
        let (class, subject, detail) = (parts.next()??, parts.next()??, parts.next()??);
        let is_code = matches!(class, 2 | 4 | 5) && parts.next().is_none();
        is_code.then_some(Self { class, subject, detail })
    }

    /// The first one of a text that says anything: `550-5.1.1 The email account …`, `#5.1.1 smtp;550 …`.
    pub fn within(text: &str) -> Option<Self> {
        let words = text.split(|c: char| !(c.is_ascii_digit() || c == '.'));
        words.filter_map(Self::parse).find(|code| code.says_something())
    }

    /// `5.0.0` says no more than that it is for good.
    pub fn says_something(self) -> bool {
        self.subject != 0
    }

    /// Hard: nobody will ever get a mail there.
    pub fn is_hard(self) -> bool {
        self.class == 5 && GONE.contains(&(self.subject, self.detail))
    }
}

fn number(part: &str) -> Option<u16> {
    (part.len() <= 3).then(|| part.parse().ok()).flatten()
}

/// What it means for whoever reads of it: [`Trouble::Recipient`] alone is hard.
pub fn meaning(status: Option<Status>) -> Trouble {
    match status {
        Some(code) if code.is_hard() => Trouble::Recipient,
        Some(Status { subject: 2, detail: 2, .. }) => Trouble::Full,
        Some(Status { class: 4, .. }) => Trouble::Later,
        _ => Trouble::Refused,
    }
}
