//! What can be allowed: to roles by `identity/policy.rs`, to API tokens by name.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

macro_rules! permissions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// A permission. Its name is what `kongress token add --permission` takes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Permission { $($(#[$doc])* #[serde(rename = $name)] $variant,)+ }

        impl Permission {
            /// All of them, in the order of the table that people read.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The name outside.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

permissions! {
    /// See how a congress is set up and how it stands, also before it is public.
    CongressRead = "congress.read",
    /// Set up a congress: its texts, categories and quotas.
    CongressWrite = "congress.write",
    /// Find and see orders and attendees.
    OrdersRead = "orders.read",
    /// Place, change and cancel orders for people.
    OrdersWrite = "orders.write",
    /// Read with names what people say about their health and their needs: diet, access.
    SensitiveRead = "sensitive.read",
    /// Note what was paid and paid back, issue invoices anew.
    PaymentsWrite = "payments.write",
    /// See vouchers and who used them.
    VouchersRead = "vouchers.read",
    /// Make, change and end vouchers.
    VouchersWrite = "vouchers.write",
    /// Make the programme: calls, sessions, speakers, stands, the schedule and its releases.
    ProgrammeWrite = "programme.write",
    /// Judge what was handed in, as far as it is one's own to judge.
    ReviewsWrite = "reviews.write",
    /// Scan tickets and let people in.
    CheckInsWrite = "check-ins.write",
    /// See the outbox.
    MailRead = "mail.read",
    /// Send mails again, hold and release them.
    MailWrite = "mail.write",
    /// See how the networking directory stands, and what was reported there.
    NetworkRead = "networking.read",
    /// Run the networking directory: its topics, what is reported, whether it is open.
    NetworkWrite = "networking.write",
    /// Say who works on a congress, and as what.
    TeamWrite = "team.write",
    /// Make admins, give roles in every congress, end and reopen accounts.
    AccountsWrite = "accounts.write",
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// No permission of that name.
#[derive(Debug, thiserror::Error)]
#[error("unknown permission {0}")]
pub struct UnknownPermission(pub String);

impl FromStr for Permission {
    type Err = UnknownPermission;

    fn from_str(s: &str) -> Result<Self, UnknownPermission> {
        Self::ALL.iter().copied().find(|p| p.name() == s).ok_or_else(|| UnknownPermission(s.into()))
    }
}
