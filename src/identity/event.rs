//! What happens in this slice, for the audit log. No addresses and no secrets: rows outlive the people in them.

use crate::policy::Role;
use base::{Permission, Uuid};
use serde_json::{Value, json};

/// How somebody logged in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Password,
    Link,
}

impl Way {
    fn name(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Link => "link",
        }
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    AccountAdded {
        account: Uuid,
    },
    AccountDisabled {
        account: Uuid,
    },
    AccountEnabled {
        account: Uuid,
    },
    PasswordSet {
        account: Uuid,
    },
    /// Name or language: which, and no more, as what one calls oneself is one's own.
    AccountChanged {
        account: Uuid,
        changed: Vec<&'static str>,
    },
    AccountInvited {
        account: Uuid,
        congress: Uuid,
    },
    SessionsEnded {
        account: Uuid,
        count: u64,
    },
    LoggedIn {
        account: Uuid,
        way: Way,
    },
    RoleGranted {
        account: Uuid,
        role: Role,
        congress: Option<Uuid>,
    },
    RoleRevoked {
        account: Uuid,
        role: Role,
        congress: Option<Uuid>,
    },
    LoginLinkRequested {
        account: Uuid,
    },
    ApiTokenAdded {
        token: Uuid,
        congress: Option<Uuid>,
        permissions: Vec<Permission>,
    },
    ApiTokenRevoked {
        token: Uuid,
        congress: Option<Uuid>,
    },
    MailboxProven {
        mailbox: Uuid,
    },
    PersonLinked {
        person: Uuid,
        mailbox: Uuid,
    },
    /// A list that somebody keeps as they want to see it again, or no longer.
    ViewKept {
        account: Uuid,
        congress: Uuid,
        list: String,
    },
    ViewRemoved {
        account: Uuid,
        congress: Uuid,
        list: String,
    },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::AccountAdded { .. } => "account.added",
            Self::AccountDisabled { .. } => "account.disabled",
            Self::AccountEnabled { .. } => "account.enabled",
            Self::PasswordSet { .. } => "account.password_set",
            Self::AccountChanged { .. } => "account.changed",
            Self::AccountInvited { .. } => "account.invited",
            Self::SessionsEnded { .. } => "account.sessions_ended",
            Self::LoggedIn { .. } => "account.logged_in",
            Self::RoleGranted { .. } => "role.granted",
            Self::RoleRevoked { .. } => "role.revoked",
            Self::LoginLinkRequested { .. } => "login_link.requested",
            Self::ApiTokenAdded { .. } => "api_token.added",
            Self::ApiTokenRevoked { .. } => "api_token.revoked",
            Self::MailboxProven { .. } => "mailbox.proven",
            Self::PersonLinked { .. } => "person.linked",
            Self::ViewKept { .. } => "view.kept",
            Self::ViewRemoved { .. } => "view.removed",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::AccountAdded { account }
            | Self::AccountDisabled { account }
            | Self::AccountEnabled { account }
            | Self::PasswordSet { account }
            | Self::AccountChanged { account, .. }
            | Self::AccountInvited { account, .. }
            | Self::SessionsEnded { account, .. }
            | Self::LoggedIn { account, .. }
            | Self::RoleGranted { account, .. }
            | Self::RoleRevoked { account, .. }
            | Self::LoginLinkRequested { account }
            | Self::ViewKept { account, .. }
            | Self::ViewRemoved { account, .. } => ("account", *account),
            Self::ApiTokenAdded { token, .. } | Self::ApiTokenRevoked { token, .. } => ("api_token", *token),
            Self::MailboxProven { mailbox } => ("mailbox", *mailbox),
            Self::PersonLinked { person, .. } => ("person", *person),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        match self {
            Self::RoleGranted { congress, .. }
            | Self::RoleRevoked { congress, .. }
            | Self::ApiTokenAdded { congress, .. }
            | Self::ApiTokenRevoked { congress, .. } => *congress,
            Self::AccountInvited { congress, .. } => Some(*congress),
            Self::ViewKept { congress, .. } | Self::ViewRemoved { congress, .. } => Some(*congress),
            _ => None,
        }
    }

    fn detail(&self) -> Value {
        match self {
            Self::AccountChanged { changed, .. } => json!({ "changed": changed }),
            Self::SessionsEnded { count, .. } => json!({ "count": count }),
            Self::LoggedIn { way, .. } => json!({ "way": way.name() }),
            Self::RoleGranted { role, .. } | Self::RoleRevoked { role, .. } => json!({ "role": role.name() }),
            Self::ApiTokenAdded { permissions, .. } => {
                json!({ "permissions": permissions.iter().map(|p| p.name()).collect::<Vec<_>>() })
            }
            Self::ViewKept { list, .. } | Self::ViewRemoved { list, .. } => json!({ "list": list }),
            Self::PersonLinked { mailbox, .. } => json!({ "mailbox": mailbox }),
            _ => json!({}),
        }
    }
}
