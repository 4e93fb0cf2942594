//! What happens to a congress.

pub mod waiting;

use crate::entity::congress::Phase;
use base::Uuid;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub enum Event {
    Added {
        congress: Uuid,
        slug: String,
    },
    Described {
        congress: Uuid,
    },
    PhaseSet {
        congress: Uuid,
        phase: Phase,
    },
    /// A part of it: what differed, before and after.
    Changed {
        congress: Uuid,
        part: &'static str,
        changed: Value,
    },
    RoomAdded {
        congress: Uuid,
        room: Uuid,
        changed: Value,
    },
    RoomChanged {
        congress: Uuid,
        room: Uuid,
        changed: Value,
    },
    RoomRemoved {
        congress: Uuid,
        room: Uuid,
        changed: Value,
    },
    PassageAdded {
        congress: Uuid,
        passage: Uuid,
        changed: Value,
    },
    PassageChanged {
        congress: Uuid,
        passage: Uuid,
        changed: Value,
    },
    PassageRemoved {
        congress: Uuid,
        passage: Uuid,
        changed: Value,
    },
    PartnerAdded {
        congress: Uuid,
        partner: Uuid,
        changed: Value,
    },
    PartnerChanged {
        congress: Uuid,
        partner: Uuid,
        changed: Value,
    },
    PartnerRemoved {
        congress: Uuid,
        partner: Uuid,
        changed: Value,
    },
    QuestionAdded {
        congress: Uuid,
        question: Uuid,
        changed: Value,
    },
    QuestionChanged {
        congress: Uuid,
        question: Uuid,
        changed: Value,
    },
    QuestionRemoved {
        congress: Uuid,
        question: Uuid,
        changed: Value,
    },
    /// Their time was over: so many answers were deleted, so many files with them.
    AnswersForgotten {
        congress: Uuid,
        answers: u64,
        files: u64,
    },
    /// It was begun as another one was; what was taken along.
    Copied {
        congress: Uuid,
        from: Uuid,
        slug: String,
        parts: Vec<&'static str>,
    },
    /// A list of cooperation topics was taken in.
    TopicsTakenIn {
        congress: Uuid,
        added: usize,
        changed: usize,
    },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::Added { .. } => "congress.added",
            Self::Described { .. } => "congress.described",
            Self::PhaseSet { .. } => "congress.phase-set",
            Self::Changed { .. } => "congress.changed",
            Self::RoomAdded { .. } => "room.added",
            Self::RoomChanged { .. } => "room.changed",
            Self::RoomRemoved { .. } => "room.removed",
            Self::PassageAdded { .. } => "passage.added",
            Self::PassageChanged { .. } => "passage.changed",
            Self::PassageRemoved { .. } => "passage.removed",
            Self::PartnerAdded { .. } => "partner.added",
            Self::PartnerChanged { .. } => "partner.changed",
            Self::PartnerRemoved { .. } => "partner.removed",
            Self::QuestionAdded { .. } => "question.added",
            Self::QuestionChanged { .. } => "question.changed",
            Self::QuestionRemoved { .. } => "question.removed",
            Self::AnswersForgotten { .. } => "congress.answers-forgotten",
            Self::Copied { .. } => "congress.copied",
            Self::TopicsTakenIn { .. } => "congress.topics-taken-in",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::Added { congress, .. }
            | Self::Described { congress }
            | Self::PhaseSet { congress, .. }
            | Self::Changed { congress, .. }
            | Self::AnswersForgotten { congress, .. }
            | Self::Copied { congress, .. }
            | Self::TopicsTakenIn { congress, .. } => ("congress", *congress),
            Self::RoomAdded { room, .. } | Self::RoomChanged { room, .. } | Self::RoomRemoved { room, .. } => {
                ("room", *room)
            }
            Self::PassageAdded { passage, .. }
            | Self::PassageChanged { passage, .. }
            | Self::PassageRemoved { passage, .. } => ("passage", *passage),
            Self::PartnerAdded { partner, .. }
            | Self::PartnerChanged { partner, .. }
            | Self::PartnerRemoved { partner, .. } => ("partner", *partner),
            Self::QuestionAdded { question, .. }
            | Self::QuestionChanged { question, .. }
            | Self::QuestionRemoved { question, .. } => ("question", *question),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        match self {
            Self::Added { congress, .. }
            | Self::Described { congress }
            | Self::PhaseSet { congress, .. }
            | Self::Changed { congress, .. }
            | Self::RoomAdded { congress, .. }
            | Self::RoomChanged { congress, .. }
            | Self::RoomRemoved { congress, .. }
            | Self::PassageAdded { congress, .. }
            | Self::PassageChanged { congress, .. }
            | Self::PassageRemoved { congress, .. }
            | Self::PartnerAdded { congress, .. }
            | Self::PartnerChanged { congress, .. }
            | Self::PartnerRemoved { congress, .. }
            | Self::QuestionAdded { congress, .. }
            | Self::QuestionChanged { congress, .. }
            | Self::QuestionRemoved { congress, .. }
            | Self::AnswersForgotten { congress, .. }
            | Self::Copied { congress, .. }
            | Self::TopicsTakenIn { congress, .. } => Some(*congress),
        }
    }

    fn detail(&self) -> Value {
        match self {
            Self::Added { slug, .. } => json!({ "slug": slug }),
            Self::Described { .. } => json!({}),
            Self::Copied { from, slug, parts, .. } => json!({ "from": from, "slug": slug, "parts": parts }),
            Self::PhaseSet { phase, .. } => json!({ "phase": phase }),
            Self::Changed { part, changed, .. } => json!({ "part": part, "changed": changed }),
            Self::RoomAdded { changed, .. }
            | Self::RoomChanged { changed, .. }
            | Self::RoomRemoved { changed, .. }
            | Self::PassageAdded { changed, .. }
            | Self::PassageChanged { changed, .. }
            | Self::PassageRemoved { changed, .. }
            | Self::PartnerAdded { changed, .. }
            | Self::PartnerChanged { changed, .. }
            | Self::PartnerRemoved { changed, .. }
            | Self::QuestionAdded { changed, .. }
            | Self::QuestionChanged { changed, .. }
            | Self::QuestionRemoved { changed, .. } => json!({ "changed": changed }),
            Self::AnswersForgotten { answers, files, .. } => json!({ "answers": answers, "files": files }),
            Self::TopicsTakenIn { added, changed, .. } => json!({ "added": added, "changed": changed }),
        }
    }
}
