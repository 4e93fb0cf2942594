//! What happens to calls, to what is handed in, and to who speaks. Texts, and what was decided quietly, stay out of
//! what others read: the rows hold them.

use base::Uuid;
use serde_json::{Value, json};

/// What happened.
#[derive(Clone, Debug)]
pub struct CallEvent {
    pub congress: Uuid,
    /// The call, its question, the submission or the speaker.
    pub object: Uuid,
    pub what: What,
}

#[derive(Clone, Debug)]
pub enum What {
    Added {
        slug: String,
    },
    Changed {
        slug: String,
    },
    LinkMade {
        slug: String,
        uses: i32,
    },
    LinkEnded {
        slug: String,
    },
    /// What the call asks of its own; here the question is the object.
    QuestionAdded {
        changed: Value,
    },
    QuestionChanged {
        changed: Value,
    },
    QuestionRemoved {
        changed: Value,
    },
    /// Somebody asked for the link by which one hands in.
    Begun {
        code: String,
    },
    /// It went from a state to another.
    Stepped {
        code: String,
        from: &'static str,
        to: &'static str,
    },
    /// Its text is another.
    Edited {
        code: String,
        version: i32,
    },
    /// Organisers decided, and told nobody yet.
    Decided {
        code: String,
    },
    /// Somebody was asked to take part.
    Invited {
        code: String,
    },
    /// They take part.
    Joined {
        code: String,
    },
    /// Whoever hands in took them off again.
    Left {
        code: String,
    },
    /// They do not, or no longer.
    Declined {
        code: String,
    },
    /// All that was decided was told.
    Announced {
        told: usize,
    },
    Profile,
    Times,
    Picture,
    PictureRemoved,
}

impl store::Event for CallEvent {
    fn verb(&self) -> &'static str {
        match &self.what {
            What::Added { .. } => "call.added",
            What::Changed { .. } => "call.changed",
            What::LinkMade { .. } => "call.link-made",
            What::LinkEnded { .. } => "call.link-ended",
            What::QuestionAdded { .. } => "call.question-added",
            What::QuestionChanged { .. } => "call.question-changed",
            What::QuestionRemoved { .. } => "call.question-removed",
            What::Begun { .. } => "submission.begun",
            What::Stepped { .. } => "submission.stepped",
            What::Edited { .. } => "submission.edited",
            What::Decided { .. } => "submission.decided",
            What::Invited { .. } => "submission.invited",
            What::Joined { .. } => "submission.joined",
            What::Left { .. } => "submission.left",
            What::Declined { .. } => "submission.declined",
            What::Announced { .. } => "submission.announced",
            What::Profile => "speaker.changed",
            What::Times => "speaker.times-changed",
            What::Picture => "speaker.picture-changed",
            What::PictureRemoved => "speaker.picture-removed",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        let kind = match &self.what {
            What::Added { .. } | What::Changed { .. } | What::LinkMade { .. } | What::LinkEnded { .. } => "call",
            What::QuestionAdded { .. } | What::QuestionChanged { .. } | What::QuestionRemoved { .. } => "call-question",
            What::Announced { .. } => "congress",
            What::Profile | What::Times | What::Picture | What::PictureRemoved => "speaker",
            _ => "submission",
        };
        (kind, self.object)
    }

    fn congress(&self) -> Option<Uuid> {
        Some(self.congress)
    }

    fn detail(&self) -> Value {
        match &self.what {
            What::Added { slug } | What::Changed { slug } | What::LinkEnded { slug } => json!({ "slug": slug }),
            What::QuestionAdded { changed } | What::QuestionChanged { changed } | What::QuestionRemoved { changed } => {
                json!({ "changed": changed })
            }
            What::LinkMade { slug, uses } => json!({ "slug": slug, "n": uses }),
            What::Begun { code }
            | What::Decided { code }
            | What::Invited { code }
            | What::Joined { code }
            | What::Declined { code }
            | What::Left { code } => json!({ "slug": code }),
            What::Stepped { code, from, to } => json!({ "slug": code, "from": from, "to": to }),
            What::Edited { code, version } => json!({ "slug": code, "n": version }),
            What::Announced { told } => json!({ "n": told }),
            What::Profile | What::Times | What::Picture | What::PictureRemoved => json!({}),
        }
    }
}
