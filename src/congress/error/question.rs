//! What can be wrong with a question.

use crate::rules::question::OrderFault;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuestionFault {
    #[error("what the answers are needed for is missing")]
    PurposeMissing,
    #[error("answers are kept between none and 1,096 days")]
    Retention,
    #[error("the least is more than the most")]
    Bounds,
    #[error("one out of several needs answers to choose from, others have none")]
    Options,
    #[error("two answers to choose from have the same words: {0}")]
    OptionTwice(String),
    #[error("it was answered: how and of whom it is asked stays")]
    KindFixed,
    #[error("somebody chose {0}")]
    OptionChosen(String),
    #[error("the question that it depends on must stand before it")]
    After,
    #[error("it depends on an answer that nobody can give")]
    NoSuchAnswer,
    #[error("it depends on a question that is asked of others")]
    OtherUse,
    #[error("it depends on a question that is retired")]
    DependsOnRetired,
    #[error("other questions depend on it")]
    Needed,
}

impl From<OrderFault> for QuestionFault {
    fn from(fault: OrderFault) -> Self {
        match fault {
            OrderFault::After => Self::After,
            OrderFault::NoSuchAnswer => Self::NoSuchAnswer,
            OrderFault::OtherUse => Self::OtherUse,
            OrderFault::Retired => Self::DependsOnRetired,
        }
    }
}

impl QuestionFault {
    pub(super) fn status(&self) -> u16 {
        match self {
            Self::KindFixed | Self::OptionChosen(_) | Self::Needed => 409,
            _ => 422,
        }
    }

    pub(super) fn message(&self) -> &'static str {
        match self {
            Self::PurposeMissing => "question-error-purpose-missing",
            Self::Retention => "question-error-retention",
            Self::Bounds => "question-error-bounds",
            Self::Options => "question-error-options",
            Self::OptionTwice(_) => "question-error-option-twice",
            Self::KindFixed => "question-error-kind-fixed",
            Self::OptionChosen(_) => "question-error-option-chosen",
            Self::After => "question-error-after",
            Self::NoSuchAnswer => "question-error-no-such-answer",
            Self::OtherUse => "question-error-other-use",
            Self::DependsOnRetired => "question-error-depends-on-retired",
            Self::Needed => "question-error-needed",
        }
    }
}
