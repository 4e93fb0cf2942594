//! Where answers to invitations go.

use congress::entity::congress::Model as Congress;

/// Where calendar programs send what somebody answers: to whom the invitation names as its `ORGANIZER`.
///
/// That is the address to which mails come back, if there is one, since whatever comes there is read; it is the plain one, the
/// same for everybody, as calendars show it. Otherwise people have to read the answers, and it is who reads the congress's mail.
///
/// Programs hold a move or a cancellation against whom they have the invitation from, and may leave aside what another one
/// sends (RFC 5546 §6.1.1). So an invitation keeps the one that it had first, whatever is set later, and the address has to be
/// there as long as the invitations that name it hold. Those with none kept are the congress's.
#[derive(Clone, Debug)]
pub struct Answers {
    /// Whose mails are read.
    pub read: Option<String>,
    /// Who sends where a congress has no address for answers.
    pub sender: String,
}

impl Answers {
    /// Whom a new invitation of this congress names.
    pub fn organiser(&self, congress: &Congress) -> String {
        self.read.as_deref().unwrap_or_else(|| self.people(congress)).to_owned()
    }

    /// Who reads its mail.
    pub(crate) fn people<'a>(&'a self, congress: &'a Congress) -> &'a str {
        congress.answers_to().unwrap_or(&self.sender)
    }
}
