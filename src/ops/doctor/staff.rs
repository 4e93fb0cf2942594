//! Whether somebody can run the congress office.

use super::{Setup, counted};
use crate::Check;
use store::{DbErr, Store};

const NAME: &str = "staff";

pub(super) async fn checks(store: &Store, setup: &Setup) -> Result<Vec<Check>, DbErr> {
    let (by_password, by_mail) = identity::query::admins(store.read()).await?;
    let remedy = "Run `kongress user add EMAIL --role admin`; it prints a log-in link.";
    Ok(vec![if by_password + by_mail == 0 {
        Check::fail(NAME, "there is no admin", remedy)
    } else if by_password == 0 && setup.config.smtp_url.is_none() {
        Check::fail(NAME, "no admin has a password, and without a mail server no log-in link reaches them", remedy)
    } else {
        Check::ok(NAME, format!("{} can log in", counted(by_password + by_mail, "admin", "admins")))
    }])
}
