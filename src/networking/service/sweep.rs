//! What ends by itself: interests that nobody answered, offers and needs, profiles that nobody kept; and what is due
//! in cooperations. Once a day.

use super::Mail;
use super::leave::end;
use crate::NetworkingError;
use crate::entity::{entry, interest, participation, profile};
use crate::event::What;
use crate::mail::{ENDING, Ending};
use crate::rules::term;
use base::{Actor, Uuid};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::{Store, Tx};

/// So many are looked at in one transaction.
const CHUNK: u64 = 200;

/// How many of each ended, or were asked about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    pub interests: u64,
    pub asked: u64,
    pub profiles: u64,
    /// Mails to those who are in a cooperation.
    pub reminded: u64,
}

/// Ends what is over, and asks the owners of what soon will be. What has ended stays with its author for them to keep it
/// again; a profile is deleted, after its owner was asked a month before.
pub async fn sweep(store: &Store) -> Result<Swept, NetworkingError> {
    let tx = store.begin().await?;
    let ended = interest::Entity::update_many()
        .col_expr(interest::Column::State, Expr::value(interest::State::Expired))
        .filter(interest::Column::State.eq(interest::State::Open))
        .filter(interest::Column::ExpiresAt.lte(tx.now()))
        .exec(&*tx)
        .await?;
    super::meeting::expire(&tx, tx.now()).await?;
    tx.commit().await?;
    let mut swept = Swept { interests: ended.rows_affected, ..Swept::default() };
    swept.asked = ask(store).await?;
    swept.profiles = lapse(store).await?;
    super::meeting::end_absent(store).await?;
    swept.reminded = super::reminder::remind(store).await?;
    Ok(swept)
}

/// Asks owners of profiles, and authors of offers and needs, whether these are still good: once each term, by one mail.
async fn ask(store: &Store) -> Result<u64, NetworkingError> {
    let mut asked = 0;
    loop {
        let tx = store.begin().await?;
        let soon = tx.now() + term::NOTICE;
        let entries = entry::Entity::find()
            .filter(entry::Column::RemindedAt.is_null())
            .filter(entry::Column::HiddenAt.is_null())
            .filter(entry::Column::ExpiresAt.lte(soon))
            .filter(entry::Column::ExpiresAt.gt(tx.now()))
            .order_by_asc(entry::Column::Id)
            .limit(CHUNK)
            .all(&*tx)
            .await?;
        let profiles = profile::Entity::find()
            .filter(profile::Column::RemindedAt.is_null())
            .filter(profile::Column::ExpiresAt.lte(soon))
            .order_by_asc(profile::Column::Id)
            .limit(CHUNK)
            .all(&*tx)
            .await?;
        if entries.is_empty() && profiles.is_empty() {
            return Ok(asked);
        }
        let mut owners: Vec<Uuid> = entries.iter().map(|row| row.profile_id).collect();
        owners.extend(profiles.iter().map(|row| row.id));
        owners.sort_unstable();
        owners.dedup();
        for owner in &owners {
            asked += u64::from(tell(&tx, *owner).await?);
        }
        entry::Entity::update_many()
            .col_expr(entry::Column::RemindedAt, Expr::value(tx.now()))
            .filter(entry::Column::Id.is_in(entries.iter().map(|row| row.id)))
            .exec(&*tx)
            .await?;
        profile::Entity::update_many()
            .col_expr(profile::Column::RemindedAt, Expr::value(tx.now()))
            .filter(profile::Column::Id.is_in(profiles.iter().map(|row| row.id)))
            .exec(&*tx)
            .await?;
        tx.commit().await?;
    }
}

/// Writes the mail, from the edition that they joined last. Whether it is new.
async fn tell(tx: &Tx, owner: Uuid) -> Result<bool, NetworkingError> {
    let here = participation::Entity::find()
        .filter(participation::Column::ProfileId.eq(owner))
        .order_by_desc(participation::Column::JoinedAt)
        .one(&**tx)
        .await?;
    let owner = profile::Entity::find_by_id(owner).one(&**tx).await?;
    let (Some(here), Some(owner)) = (here, owner) else { return Ok(false) };
    let cause = format!("{ENDING}:{}:{}", owner.id, tx.now().date_naive());
    let payload = Ending { congress: here.congress_id, profile: owner.id };
    super::tell(tx, &owner, Mail { congress: here.congress_id, kind: ENDING, cause, payload, bulk: true }).await
}

/// Deletes the profiles whose term is over, and whose owners had their time to say otherwise. Each in a transaction of its own:
/// what is held with one is not held while the next is waited for.
async fn lapse(store: &Store) -> Result<u64, NetworkingError> {
    let mut gone = 0;
    loop {
        let tx = store.begin().await?;
        let over = profile::Entity::find()
            .filter(profile::Column::ExpiresAt.lte(tx.now()))
            .filter(profile::Column::RemindedAt.lte(tx.now() - term::ANSWER))
            .order_by_asc(profile::Column::Id)
            .lock_exclusive()
            .one(&*tx)
            .await?;
        let Some(profile) = over else { return Ok(gone) };
        end(&tx, &Actor::system(), &profile, What::Lapsed).await?;
        gone += 1;
        tx.commit().await?;
    }
}
