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

/// Where a mail is to go instead.
#[derive(Clone, Debug)]
pub struct Elsewhere<'a> {
    pub address: String,
    /// What the mail is about, if who acts may change it.
    pub order: Option<&'a Order<Manage>>,
    /// Whether the address is put into the order as well.
    pub correct: bool,
    pub request: Uuid,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Readdressed {
    /// The message that now waits.
    pub message: Uuid,
    /// The order has the new address.
    pub corrected: bool,
}

/// Sends a mail to another address, and puts that address into the order as well, if that is asked for: both or neither.
/// Where the order has been corrected since, it stays as it is, and the mail brings what it says now. The same `request`
/// does it once.
pub async fn readdress(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    mail: &MessageView,
    there: Elsewhere<'_>,
) -> Result<Readdressed, RegistrationError> {
    let tx = store.begin().await?;
    if let Some(message) = post::readdressed_by(&tx, congress, mail.line.id, there.request).await? {
        let corrected = match (there.order, mail.line.mailbox_id) {
            (Some(order), Some(before)) if there.correct => mailbox::successor(&tx, order, before).await?.is_some(),
            _ => false,
        };
        return Ok(Readdressed { message, corrected });
    }
    let (mut mailbox, mut corrected) = (None, false);
    if let (Some(order), Some(before)) = (there.order, mail.line.mailbox_id) {
        if there.correct {
            mailbox = mailbox::correct(&tx, order, before, &there.address, mail.line.id).await?;
            corrected = mailbox.is_some();
        }
        if !corrected {
            mailbox = mailbox::successor(&tx, order, before).await?;
        }
    }
    let new = NewAddress { address: there.address, mailbox };
    let message = post::readdress(&tx, actor, congress, mail.line.id, new, there.request).await?;
    tx.commit().await?;
    Ok(Readdressed { message, corrected })
}

/// Sends everything that is held in a congress: once a mail server is set. Gives how many.
pub async fn release(store: &Store, actor: &Actor, congress: Uuid) -> Result<usize, PostError> {
    post::release_all(store, actor, congress).await
}
