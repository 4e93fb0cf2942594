//! Sending mails again, to the same address or to another one; holding them.

use base::{Actor, Uuid};
use post::query::{MessageView, Ripe};
use post::{NewAddress, PostError};
use registration::load::{Manage, Order};
use registration::{RegistrationError, service::mailbox};
use std::collections::BTreeSet;
use store::Store;

/// Sends a mail again that failed, is held or in doubt, see [`post::again`]; with a `request` a copy of one that was
/// sent, see [`post::send_copy`]. Gives the message that now waits.
pub async fn send(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    request: Option<Uuid>,
) -> Result<Uuid, PostError> {
    let tx = store.begin().await?;
    let waiting = match request {
        Some(request) => post::send_copy(&tx, actor, congress, id, request).await?,
        None => post::again(&tx, actor, congress, id).await?,
    };
    tx.commit().await?;
    Ok(waiting)
}

/// Sends several again, or keeps them back, in one transaction. What has changed since it was chosen, so that it can no
/// longer be done, is left as it is. Gives to how many it was done.
pub async fn batch(store: &Store, actor: &Actor, congress: Uuid, deed: Ripe, ids: &[Uuid]) -> Result<usize, PostError> {
    let tx = store.begin().await?;
    let mut done = 0;
    // In the order of their ids, so that two batches never wait for each other in a circle.
    let ids: BTreeSet<Uuid> = ids.iter().copied().collect();
    for id in ids {
        let result = match deed {
            Ripe::Send => post::again(&tx, actor, congress, id).await.map(|_| ()),
            Ripe::Hold => post::hold(&tx, actor, congress, id).await,
        };
        match result {
            Ok(()) => done += 1,
            Err(PostError::UnderWay | PostError::Sent | PostError::Outdated | PostError::Unknown) => {}
            Err(error) => return Err(error),
        }
    }
    tx.commit().await?;
    Ok(done)
}

/// Keeps a mail back that waits.
pub async fn hold(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), PostError> {
    let tx = store.begin().await?;
    post::hold(&tx, actor, congress, id).await?;
    tx.commit().await?;
    Ok(())
}

/// Sends a mail to another address, and puts that address into the order as well, if one is given: both or neither.
/// The same `request` does it once. Gives the message that now waits.
pub async fn readdress(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    mail: &MessageView,
    address: String,
    order: Option<&Order<Manage>>,
    request: Uuid,
) -> Result<Uuid, RegistrationError> {
    let tx = store.begin().await?;
    if let Some(before) = post::copy_of(&tx, congress, mail.line.id, request).await? {
        return Ok(before);
    }
    let mailbox = match (order, mail.line.mailbox_id) {
        (Some(order), Some(before)) => {
            let arrived = mail.line.state == post::State::Sent;
            Some(mailbox::correct(&tx, order, before, &address, arrived).await?)
        }
        _ => None,
    };
    let new = NewAddress { address, mailbox };
    let waiting = post::readdress(&tx, actor, congress, mail.line.id, new, request).await?;
    tx.commit().await?;
    Ok(waiting)
}

/// Sends everything that is held in a congress: once a mail server is set. Gives how many.
pub async fn release(store: &Store, actor: &Actor, congress: Uuid) -> Result<usize, PostError> {
    post::release_all(store, actor, congress).await
}
