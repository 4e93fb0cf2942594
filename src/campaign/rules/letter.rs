//! What a campaign says: piece by piece, with placeholders for what is known of each recipient.

use base::{Text, Uuid};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// More pieces nobody reads.
pub const MAX_BLOCKS: usize = 20;
/// The longest text of one piece, in characters.
pub const MAX_TEXT: usize = 5_000;
/// The longest subject, in characters: lists of mails show about half of it.
pub const MAX_SUBJECT: usize = 120;
/// The longest address behind a button, in characters.
pub const MAX_URL: usize = 500;

/// The pieces, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Blocks(pub Vec<Block>);

/// A piece of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Block {
    /// Markdown, with placeholders.
    Text { text: Text },
    /// What a session is about, when and where, and its page.
    Session { id: Uuid },
    /// Who somebody is that speaks, and their page.
    Speaker { id: Uuid },
    /// What a project does, and its page.
    Project { id: Uuid },
    /// A link that one cannot overlook.
    Button { label: Text, url: String },
}

impl Block {
    /// As in forms, and at the end of keys in the locale files.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text { .. } => "text",
            Self::Session { .. } => "session",
            Self::Speaker { .. } => "speaker",
            Self::Project { .. } => "project",
            Self::Button { .. } => "button",
        }
    }
}

/// What can be filled in: `{{ name }}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholder {
    Name,
    GivenName,
    FamilyName,
    Organisation,
    Congress,
    Date,
    Place,
    /// The address of "my congress", or of the congress's page for who has no ticket.
    MyLink,
}

impl Placeholder {
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::GivenName,
        Self::FamilyName,
        Self::Organisation,
        Self::Congress,
        Self::Date,
        Self::Place,
        Self::MyLink,
    ];

    /// As it is written, and at the end of keys in the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::GivenName => "given_name",
            Self::FamilyName => "family_name",
            Self::Organisation => "organisation",
            Self::Congress => "congress",
            Self::Date => "date",
            Self::Place => "place",
            Self::MyLink => "my_link",
        }
    }

    fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// A text in which something is filled in that there is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown(pub String);

/// Fills in. `value` gives what stands for a placeholder, made harmless for where it stands; of one for which there is nothing
/// the blank before it goes too: "Guten Tag {{ name }}," is "Guten Tag," to who has no name. What is filled in is not looked
/// through again, so that nobody's name is a placeholder.
pub fn fill(text: &str, value: impl Fn(Placeholder) -> String) -> Result<String, Unknown> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.split_once("{{") {
        filled.push_str(before);
        let (name, after) = from.split_once("}}").ok_or_else(|| Unknown(short(from)))?;
        let known = Placeholder::of(name.trim()).ok_or_else(|| Unknown(short(name)))?;
        let value = value(known);
        if value.is_empty() && filled.ends_with(' ') {
            filled.pop();
        }
        filled.push_str(&value);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// As much of what somebody typed as a message needs.
fn short(text: &str) -> String {
    text.trim().chars().take(30).collect()
}

/// What keeps a letter from going out: at the end of keys in the locale files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    NoSubject,
    /// A language has no subject.
    SubjectLanguage,
    Empty,
    /// A piece, counted from 1, has no words in one language.
    Language {
        block: usize,
    },
    /// It names a placeholder that there is not.
    Placeholder {
        block: usize,
        name: String,
    },
    /// It takes in what stands behind it: a fence, a comment or another block of HTML. The link by which one ends such mails
    /// would be a part of it.
    Swallows {
        block: usize,
    },
    /// The link leads nowhere.
    Url {
        block: usize,
    },
    /// What it shows is not public.
    Gone {
        block: usize,
    },
}

impl Fault {
    pub fn name(&self) -> &'static str {
        match self {
            Self::NoSubject => "no-subject",
            Self::SubjectLanguage => "subject-language",
            Self::Empty => "empty",
            Self::Language { .. } => "language",
            Self::Placeholder { .. } => "placeholder",
            Self::Swallows { .. } => "swallows",
            Self::Url { .. } => "url",
            Self::Gone { .. } => "gone",
        }
    }
}

/// All that keeps a letter from going out. `is_public`: whether everybody can see the page of what a piece shows.
pub fn faults(subject: &Text, blocks: &Blocks, is_public: impl Fn(&Block) -> bool) -> Vec<Fault> {
    let mut faults = vec![];
    match (subject.de.trim().is_empty(), subject.en.trim().is_empty()) {
        (true, true) => faults.push(Fault::NoSubject),
        (false, false) => {}
        _ => faults.push(Fault::SubjectLanguage),
    }
    for text in [&subject.de, &subject.en] {
        if let Err(Unknown(name)) = fill(text, |_| String::new()) {
            faults.push(Fault::Placeholder { block: 0, name });
        }
    }
    if blocks.0.is_empty() {
        faults.push(Fault::Empty);
    }
    for (at, block) in (1..).zip(&blocks.0) {
        match block {
            Block::Text { text } | Block::Button { label: text, .. }
                if text.de.trim().is_empty() || text.en.trim().is_empty() =>
            {
                faults.push(Fault::Language { block: at });
            }
            _ => {}
        }
        if let Block::Text { text } | Block::Button { label: text, .. } = block {
            for text in [&text.de, &text.en] {
                match fill(text, |_| String::new()) {
                    Err(Unknown(name)) => faults.push(Fault::Placeholder { block: at, name }),
                    Ok(filled) if post::template::has_blocks(&filled) => {
                        faults.push(Fault::Swallows { block: at });
                    }
                    Ok(_) => {}
                }
            }
        }
        match block {
            Block::Button { url, .. } if !is_link(url) => faults.push(Fault::Url { block: at }),
            Block::Session { .. } | Block::Speaker { .. } | Block::Project { .. } if !is_public(block) => {
                faults.push(Fault::Gone { block: at });
            }
            _ => {}
        }
    }
    // Both languages may have the same.
    faults.dedup();
    faults
}

/// An address that a button may lead to: of the web, or where "my congress" is. Nothing else of somebody stands in it: a name
/// with a blank would end it.
fn is_link(url: &str) -> bool {
    let url = url.trim();
    let own = fill(url, |known| if known == Placeholder::MyLink { "https://my.example".into() } else { " ".into() });
    let Ok(url) = own else { return false };
    let host = ["https://", "http://"].iter().find_map(|scheme| url.strip_prefix(scheme));
    host.is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric()) && !url.contains(char::is_whitespace))
}
