//! What is typed at the log-in, and of one's own account.

use crate::password::Password;
use crate::rules::local_path;
use crate::service::profile::Profile;
use base::contact::{self, AddressFault};
use base::name;
use web::{Faults, Fields};

/// The names of the fields.
pub(crate) const EMAIL: &str = "email";
pub(crate) const PASSWORD: &str = "password";
/// Where the log-in leads to.
pub(crate) const NEXT: &str = "next";

/// Address and password.
#[derive(Debug)]
pub(crate) struct LogIn {
    pub(crate) email: String,
    pub(crate) password: Password,
}

impl LogIn {
    /// Both must be there. Whether the address is one, is not told: that could be the password's fault as well.
    pub(crate) fn read(fields: &Fields) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let (email, password) = (fields.get(EMAIL).trim(), fields.get(PASSWORD));
        if email.is_empty() {
            faults.add(EMAIL, "login-email-missing");
        }
        if password.is_empty() {
            faults.add(PASSWORD, "login-password-missing");
        }
        let read = Self { email: email.to_owned(), password: Password::new(password) };
        if faults.is_empty() { Ok(read) } else { Err(faults) }
    }
}

/// The address that a link is to be sent to.
pub(crate) fn link_address(fields: &Fields) -> Result<String, Faults> {
    contact::check(fields.get(EMAIL)).map_err(|fault| {
        let mut faults = Faults::new();
        let message = if fault == AddressFault::Empty { "login-email-missing" } else { "login-email-wrong" };
        faults.add(EMAIL, message);
        faults
    })
}

/// Where the log-in leads to: the page that was asked for, else the congress office.
pub(crate) fn next(fields: &Fields) -> String {
    local_path(fields.get(NEXT)).map_or_else(|| address::desk::Desks::new().path(), str::to_owned)
}

/// The names of the fields of one's own account.
pub(crate) const NAME: &str = "name";
pub(crate) const LANGUAGE: &str = "language";
pub(crate) const OLD: &str = "old";
pub(crate) const NEW: &str = "new";

/// Name and language, as typed.
pub(crate) fn profile(fields: &Fields) -> Result<Profile, Faults> {
    let mut faults = Faults::new();
    let language = fields.get(LANGUAGE).parse().ok();
    if language.is_none() {
        faults.add(LANGUAGE, "desk-account-language-missing");
    }
    let read = Profile { name: name::clean(fields.get(NAME)), language: language.unwrap_or_default() };
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

/// What the form begins with.
pub(crate) fn profile_fields(profile: &Profile) -> Fields {
    Fields::new().with(NAME, &*profile.name).with(LANGUAGE, profile.language.tag())
}
