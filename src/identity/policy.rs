//! Which role may what: the whole policy, for people to read.
//!
//! A role holds in one congress or in all of them. A role that is not named here may nothing; what a role may is read
//! at each request, so that taking a role away acts at once.

use base::Permission::{
    self, CheckInsWrite, CongressRead, CongressWrite, MailRead, MailWrite, NetworkRead, NetworkWrite, OrdersRead,
    OrdersWrite, PaymentsWrite, ProgrammeWrite, ReviewsWrite, SensitiveRead, TeamWrite, VouchersRead, VouchersWrite,
};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::Serialize;
use std::fmt;
use std::str::FromStr;

/// What a member of staff is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Admin,
    Organiser,
    Programme,
    /// Judges what was handed in.
    Reviewer,
    Door,
    Finance,
    Privacy,
}

impl Role {
    /// All of them, in the order of the table that people read.
    pub const ALL: [Self; 7] =
        [Self::Admin, Self::Organiser, Self::Programme, Self::Reviewer, Self::Door, Self::Finance, Self::Privacy];

    /// What it may.
    pub fn permissions(self) -> &'static [Permission] {
        match self {
            // Runs the installation: whatever there is and will be. Alone makes admins and ends accounts: nobody hands
            // on more than they hold (see `rules::reach`).
            Self::Admin => Permission::ALL,
            // Plans the congress and answers everyone's questions. Named one by one, so that a new permission
            // is thought about before organisers have it.
            Self::Organiser => &[
                CongressRead,
                CongressWrite,
                OrdersRead,
                OrdersWrite,
                SensitiveRead,
                PaymentsWrite,
                VouchersRead,
                VouchersWrite,
                ProgrammeWrite,
                ReviewsWrite,
                CheckInsWrite,
                MailRead,
                MailWrite,
                NetworkRead,
                NetworkWrite,
                TeamWrite,
            ],
            // Builds the programme: sees how the congress stands, and not who has ordered.
            Self::Programme => &[CongressRead, ProgrammeWrite, ReviewsWrite, NetworkRead],
            // Judges what was handed in, and sees nothing else of the office.
            Self::Reviewer => &[ReviewsWrite],
            // Lets people in. The scanner shows one person at a time, and only who stands at the door with a ticket:
            // a phone that is lost there gives away no list of attendees, and no figures.
            Self::Door => &[CheckInsWrite],
            // Answers for the money: notes what was paid, reads orders, what was written about them and the vouchers that
            // lower prices, and changes none of them.
            Self::Finance => &[CongressRead, OrdersRead, PaymentsWrite, VouchersRead, MailRead],
            // Must be able to say what is stored about whom, also in mails, and must not alter it on the way.
            Self::Privacy => &[CongressRead, OrdersRead, SensitiveRead, MailRead, NetworkRead],
        }
    }

    /// The name outside: what `kongress user add --role` takes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Organiser => "organiser",
            Self::Programme => "programme",
            Self::Reviewer => "reviewer",
            Self::Door => "door",
            Self::Finance => "finance",
            Self::Privacy => "privacy",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// No role of that name.
#[derive(Debug, thiserror::Error)]
#[error("unknown role {0}: there are admin, organiser, programme, reviewer, door, finance and privacy")]
pub struct UnknownRole(pub String);

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(s: &str) -> Result<Self, UnknownRole> {
        Self::ALL.into_iter().find(|role| role.name() == s).ok_or_else(|| UnknownRole(s.into()))
    }
}
