//! The routes of this slice: logging in and out, one's own account.

mod account;
mod login;
mod login_link;

use crate::form::EMAIL;
use crate::guess::Guesses;
use std::sync::Arc;
use web::{Access, Limit, Routes};

/// Logging in is for everyone, and limited: wrong passwords by client and address, by client alone, and (with
/// [`Guesses`]) by address alone, here and where one changes it; mails by client and address, and by client alone.
pub fn routes() -> Routes {
    let guesses = Arc::new(Guesses::default());
    let own = Arc::clone(&guesses);
    let try_password =
        move |state, visit, headers, fields| login::try_password(Arc::clone(&guesses), state, visit, headers, fields);
    let change_password = move |state, visit, fields| account::change_password(Arc::clone(&own), state, visit, fields);
    Routes::new()
        .get(address::Login::ROUTE, Access::Public, login::show)
        .post(address::Login::ROUTE, Access::Public, try_password)
        .limited(Limit::failures(10).by_field(EMAIL))
        .limited(Limit::failures(60))
        .get(address::LoginLink::ROUTE, Access::Public, login_link::sent)
        .post(address::LoginLink::ROUTE, Access::Public, login_link::request)
        .limited(Limit::every(3).by_field(EMAIL))
        .limited(Limit::every(20))
        .get(address::LoginToken::ROUTE, Access::Link, login_link::show)
        .post(address::LoginToken::ROUTE, Access::Link, login_link::use_up)
        .post(address::Logout::ROUTE, Access::Public, login::log_out)
        .get(address::desk::Account::ROUTE, Access::Staff, account::show)
        .post(address::desk::Account::ROUTE, Access::Staff, account::change)
        .post(address::desk::AccountPassword::ROUTE, Access::Staff, change_password)
        .limited(Limit::failures(20))
        .post(address::desk::AccountSessions::ROUTE, Access::Staff, account::end_sessions)
}
