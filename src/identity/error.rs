//! What goes wrong, and what is told.

use crate::password::{MAX_PASSWORD, MIN_PASSWORD};
use base::contact::AddressFault;
use base::error::Told;
use base::name::MAX_NAME;
use post::PostError;
use store::DbErr;

/// Why a use case of this slice did not happen.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    #[error("not a mail address: {0}")]
    Address(AddressFault),
    #[error("the password needs at least {MIN_PASSWORD} characters")]
    PasswordTooShort,
    #[error("the password must not be longer than {MAX_PASSWORD} octets")]
    PasswordTooLong,
    #[error("a name is needed")]
    NameMissing,
    #[error("a name has at most {MAX_NAME} characters")]
    NameTooLong,
    #[error("at least one permission is needed")]
    PermissionMissing,
    #[error("at least one role is needed")]
    RoleMissing,
    /// Who changes their password types the old one.
    #[error("the old password is wrong")]
    WrongPassword,
    /// Nobody hands on more than they hold.
    #[error("that role is not theirs to give or to take")]
    RoleNotYours,
    /// What they were allowed when the request came in, they are no longer.
    #[error("they may not do this")]
    NotAllowed,
    #[error("nobody takes away their own right to do this")]
    OwnRight,
    #[error("the last admin stays")]
    LastAdmin,
    #[error("the account is shut")]
    AccountShut,
    #[error(transparent)]
    Stale(#[from] web::form::Stale),
    /// No such account, another password, or an account that is disabled: nobody learns which.
    #[error("address or password are wrong")]
    WrongLogin,
    /// Unknown, used, too old, or ended by another one.
    #[error("the log-in link is no longer valid")]
    LinkEnded,
    #[error("there is no such {0}")]
    NotFound(&'static str),
    #[error("password hash: {0}")]
    Hash(String),
    #[error(transparent)]
    Post(#[from] PostError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

web::told!(IdentityError);

impl From<argon2::password_hash::Error> for IdentityError {
    fn from(e: argon2::password_hash::Error) -> Self {
        Self::Hash(e.to_string())
    }
}

impl From<argon2::password_hash::phc::Error> for IdentityError {
    fn from(e: argon2::password_hash::phc::Error) -> Self {
        Self::Hash(e.to_string())
    }
}

impl Told for IdentityError {
    fn status(&self) -> u16 {
        match self {
            Self::Address(_)
            | Self::PasswordTooShort
            | Self::PasswordTooLong
            | Self::NameMissing
            | Self::NameTooLong
            | Self::RoleMissing
            | Self::WrongPassword
            | Self::PermissionMissing => 422,
            Self::WrongLogin | Self::RoleNotYours | Self::NotAllowed => 403,
            Self::OwnRight | Self::LastAdmin | Self::AccountShut => 409,
            Self::Stale(e) => e.status(),
            Self::LinkEnded => 410,
            Self::NotFound(_) => 404,
            Self::Hash(_) => 500,
            Self::Post(e) => e.status(),
            Self::Database(e) if store::is_passing(e) => 503,
            Self::Database(_) => 500,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::Address(_)
            | Self::PasswordTooShort
            | Self::PasswordTooLong
            | Self::NameMissing
            | Self::NameTooLong
            | Self::RoleMissing
            | Self::WrongPassword
            | Self::PermissionMissing => "invalid",
            Self::RoleNotYours | Self::NotAllowed => "forbidden",
            Self::OwnRight | Self::LastAdmin => "last-right",
            Self::AccountShut => "account-shut",
            Self::Stale(e) => e.problem(),
            Self::WrongLogin => "wrong-login",
            Self::LinkEnded => "link-ended",
            Self::NotFound(_) => "not-found",
            Self::Post(e) => e.problem(),
            Self::Hash(_) | Self::Database(_) => "internal",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Address(_) => "identity-address-wrong",
            Self::PasswordTooShort => "identity-password-short",
            Self::PasswordTooLong => "identity-password-long",
            Self::NameMissing => "identity-name-missing",
            Self::NameTooLong => "identity-name-long",
            Self::PermissionMissing => "identity-permission-missing",
            Self::RoleMissing => "identity-role-missing",
            Self::WrongPassword => "identity-password-wrong",
            Self::RoleNotYours => "identity-role-not-yours",
            Self::NotAllowed => "fault-text-403",
            Self::OwnRight => "identity-own-right",
            Self::LastAdmin => "identity-last-admin",
            Self::AccountShut => "identity-account-shut",
            Self::Stale(e) => e.message(),
            Self::WrongLogin => "login-wrong",
            Self::LinkEnded => "login-link-ended",
            Self::NotFound(_) => "identity-not-found",
            Self::Post(e) => e.message(),
            Self::Hash(_) | Self::Database(_) => "fault-text-500",
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::PasswordTooShort => vec![("least", MIN_PASSWORD.to_string())],
            Self::PasswordTooLong => vec![("most", MAX_PASSWORD.to_string())],
            Self::NameTooLong => vec![("most", MAX_NAME.to_string())],
            _ => vec![],
        }
    }
}
