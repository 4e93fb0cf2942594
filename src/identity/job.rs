//! The job `identity.login_link`.

use crate::service::login_link::send_login_link;
use serde::Deserialize;
use serde_json::Value;
use store::Store;
use store::job::JobError;

/// The kind of the job.
pub const LOGIN_LINK: &str = "identity.login_link";

#[derive(Deserialize)]
struct Payload {
    address: String,
}

/// Sends a log-in link to an address, if there is an account.
pub async fn login_link(store: &Store, payload: Value) -> Result<(), JobError> {
    let payload: Payload = serde_json::from_value(payload).map_err(JobError::give_up)?;
    send_login_link(store, &payload.address).await.map_err(JobError::of)
}
