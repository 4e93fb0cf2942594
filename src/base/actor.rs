//! Who does something. Passed to every use case, written beside everything that happens.

use crate::{Language, Permission};
use uuid::Uuid;

/// Who acts, as the audit log and the timelines name them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    pub kind: ActorKind,
    /// As shown on timelines: "Miriam Osterholz", "Petra Kemper", the name of an API token.
    pub name: String,
    /// The language in which they read messages and errors.
    pub language: Language,
    grants: Vec<Grant>,
}

/// What kind of actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorKind {
    /// Nobody known: a visitor.
    Guest,
    /// Someone who holds the personal link of an order or of an attendee (its id).
    Holder(Uuid),
    /// A member of staff, by account.
    Staff(Uuid),
    /// A program, by API token.
    Token(Uuid),
    /// kongress itself: jobs, the demo, the command line.
    System,
}

impl ActorKind {
    /// For the audit row.
    pub fn name(self) -> &'static str {
        match self {
            Self::Guest => "guest",
            Self::Holder(_) => "holder",
            Self::Staff(_) => "staff",
            Self::Token(_) => "token",
            Self::System => "system",
        }
    }

    /// The id behind it, if any.
    pub fn id(self) -> Option<Uuid> {
        match self {
            Self::Holder(id) | Self::Staff(id) | Self::Token(id) => Some(id),
            Self::Guest | Self::System => None,
        }
    }
}

/// Permissions in one congress, or everywhere (`None`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub congress: Option<Uuid>,
    pub permissions: Vec<Permission>,
}

/// Where someone may do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    Everywhere,
    /// In these congresses; in none if there are none.
    Only(Vec<Uuid>),
}

impl Actor {
    pub fn guest(language: Language) -> Self {
        Self { kind: ActorKind::Guest, name: String::new(), language, grants: vec![] }
    }

    /// The holder of a personal link.
    pub fn holder(id: Uuid, name: impl Into<String>, language: Language) -> Self {
        Self { kind: ActorKind::Holder(id), name: name.into(), language, grants: vec![] }
    }

    pub fn staff(account: Uuid, name: impl Into<String>, language: Language, grants: Vec<Grant>) -> Self {
        Self { kind: ActorKind::Staff(account), name: name.into(), language, grants }
    }

    pub fn token(token: Uuid, name: impl Into<String>, language: Language, grants: Vec<Grant>) -> Self {
        Self { kind: ActorKind::Token(token), name: name.into(), language, grants }
    }

    /// kongress itself, which may do everything.
    pub fn system() -> Self {
        let grants = vec![Grant { congress: None, permissions: Permission::ALL.to_vec() }];
        Self { kind: ActorKind::System, name: "kongress".into(), language: Language::De, grants }
    }

    /// The same actor under a name: a guest who has told it.
    #[must_use]
    pub fn named(self, name: impl Into<String>) -> Self {
        Self { name: name.into(), ..self }
    }

    /// Whether they may, in this congress.
    pub fn may(&self, permission: Permission, congress: Uuid) -> bool {
        self.grants.iter().any(|g| g.congress.is_none_or(|c| c == congress) && g.permissions.contains(&permission))
    }

    /// Whether they may, in the whole installation.
    pub fn may_everywhere(&self, permission: Permission) -> bool {
        self.grants.iter().any(|g| g.congress.is_none() && g.permissions.contains(&permission))
    }

    /// Whether they may, in at least one congress: what decides if a menu or a door shows at all.
    pub fn may_somewhere(&self, permission: Permission) -> bool {
        self.grants.iter().any(|g| g.permissions.contains(&permission))
    }

    /// Where they may: for lists that show what is in their scope.
    pub fn scope(&self, permission: Permission) -> Scope {
        let grants = self.grants.iter().filter(|g| g.permissions.contains(&permission));
        grants.map(|g| g.congress).collect::<Option<_>>().map_or(Scope::Everywhere, Scope::Only)
    }

    /// Whether they may have to do with more than one congress.
    pub fn works_on_several(&self) -> bool {
        let mut congresses = self.grants.iter().map(|g| g.congress);
        congresses.next().is_some_and(|first| first.is_none() || congresses.any(|other| other != first))
    }

    pub fn is_staff(&self) -> bool {
        matches!(self.kind, ActorKind::Staff(_))
    }
}
