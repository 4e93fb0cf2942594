//! Changing a part of a congress: its basics, its venue, its look, its sender. Each part is a few columns that stand on
//! one page of the desk and are saved together.

use crate::entity::congress::{self, ActiveModel, Model};
use crate::service::congress::{hold, raise_revision};
use crate::{CongressError, Event, rules};
use base::{Actor, Text, Time, Uuid, contact};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use store::event::changes;
use store::{Store, record};
use web::form::Seen;

/// A part of the row.
pub trait Part: Serialize + PartialEq + Send + Sync {
    /// As events name it.
    const NAME: &'static str;
    /// As it stands there.
    fn of(row: &Model) -> Self;
    /// Whether it can stand there.
    fn check(&self) -> Result<(), CongressError>;
    /// Whether it fits what else stands there.
    fn fits(&self, _: &Model) -> Result<(), CongressError> {
        Ok(())
    }
    /// Whether it is at another time or in another place by it.
    fn moves(&self, _: &Model) -> bool {
        false
    }
    fn write(self, row: &mut ActiveModel);
}

/// Changes a part of a congress. Nobody overwrites what they have not seen: if it is no longer what the form was shown
/// with, it is refused ([`CongressError::Stale`]). What stands there already changes nothing and is no event, whoever
/// wrote it.
pub async fn change<P: Part>(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    new: P,
    seen: &Seen,
) -> Result<(), CongressError> {
    new.check()?;
    let tx = store.begin().await?;
    let row = hold(&tx, congress).await?;
    let old = P::of(&row);
    if old == new {
        return Ok(tx.commit().await?);
    }
    new.fits(&row)?;
    seen.check(&old)?;
    let changed = changes(&old, &new);
    let mut update = ActiveModel::default();
    if new.moves(&row) {
        update.moves = Set(row.moves.saturating_add(1));
        update.moved_at = Set(Some(tx.now()));
    }
    new.write(&mut update);
    congress::Entity::update_many().set(update).filter(congress::Column::Id.eq(congress)).exec(&*tx).await?;
    raise_revision(&tx, congress).await?;
    record(&tx, actor, Event::Changed { congress, part: P::NAME, changed }).await?;
    Ok(tx.commit().await?)
}

/// What it is called, when, and in a few words where and by whom.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Basics {
    pub name: Text,
    pub lead: Text,
    pub place: Text,
    pub host_line: Text,
    pub starts_at: Time,
    pub ends_at: Time,
    pub doors_at: Option<Time>,
    pub zone: String,
}

impl Part for Basics {
    const NAME: &'static str = "basics";

    fn of(row: &Model) -> Self {
        Self {
            name: row.name.0.clone(),
            lead: row.lead.0.clone(),
            place: row.place.0.clone(),
            host_line: row.host_line.0.clone(),
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            doors_at: row.doors_at,
            zone: row.zone.clone(),
        }
    }

    fn check(&self) -> Result<(), CongressError> {
        rules::check_name(&self.name)?;
        rules::check_zone(&self.zone)?;
        rules::check_span(self.starts_at, self.ends_at)?;
        if self.doors_at.is_some_and(|doors| doors > self.starts_at) {
            return Err(CongressError::DoorsAfterStart);
        }
        rules::check_texts(&[&self.lead, &self.place, &self.host_line])
    }

    fn moves(&self, row: &Model) -> bool {
        (self.starts_at, self.ends_at, &self.zone) != (row.starts_at, row.ends_at, &row.zone)
            || self.place != *row.place
    }

    fn write(self, row: &mut ActiveModel) {
        row.name = Set(self.name.into());
        row.lead = Set(self.lead.into());
        row.place = Set(self.place.into());
        row.host_line = Set(self.host_line.into());
        row.starts_at = Set(self.starts_at);
        row.ends_at = Set(self.ends_at);
        row.doors_at = Set(self.doors_at);
        row.zone = Set(self.zone);
    }
}

/// The house in which it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Venue {
    pub name: String,
    pub street: String,
    pub postcode: String,
    pub town: String,
}

impl Part for Venue {
    const NAME: &'static str = "venue";

    fn of(row: &Model) -> Self {
        Self {
            name: row.venue_name.clone(),
            street: row.venue_street.clone(),
            postcode: row.venue_postcode.clone(),
            town: row.venue_town.clone(),
        }
    }

    fn check(&self) -> Result<(), CongressError> {
        rules::check_lines(&[&self.name, &self.street, &self.postcode, &self.town])
    }

    fn moves(&self, row: &Model) -> bool {
        *self != Self::of(row)
    }

    fn write(self, row: &mut ActiveModel) {
        row.venue_name = Set(self.name);
        row.venue_street = Set(self.street);
        row.venue_postcode = Set(self.postcode);
        row.venue_town = Set(self.town);
    }
}

/// What it looks like: two words and one colour.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Look {
    pub wordmark: String,
    pub wordmark_accent: String,
    /// `#3b49df`; empty: the house's.
    pub accent: String,
}

impl Part for Look {
    const NAME: &'static str = "look";

    fn of(row: &Model) -> Self {
        Self {
            wordmark: row.wordmark.clone(),
            wordmark_accent: row.wordmark_accent.clone(),
            accent: row.accent.clone(),
        }
    }

    fn check(&self) -> Result<(), CongressError> {
        rules::check_lines(&[&self.wordmark, &self.wordmark_accent])?;
        if self.wordmark.is_empty() {
            return Err(CongressError::NameMissing);
        }
        if self.accent.is_empty() || web::accent::Accent::new(&self.accent).is_ok() {
            Ok(())
        } else {
            Err(CongressError::UnknownColour)
        }
    }

    fn write(self, row: &mut ActiveModel) {
        row.wordmark = Set(self.wordmark);
        row.wordmark_accent = Set(self.wordmark_accent);
        row.accent = Set(self.accent);
    }
}

/// Who its mails come from, who signs them, and where answers go.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sender {
    pub sender_name: String,
    pub reply_to: String,
    pub contact_address: String,
    pub signature: String,
}

impl Part for Sender {
    const NAME: &'static str = "sender";

    fn of(row: &Model) -> Self {
        Self {
            sender_name: row.sender_name.clone(),
            reply_to: row.reply_to.clone(),
            contact_address: row.contact_address.clone(),
            signature: row.signature.clone(),
        }
    }

    fn check(&self) -> Result<(), CongressError> {
        rules::check_lines(&[&self.sender_name, &self.signature])?;
        let sound = |address: &String| address.is_empty() || contact::check(address).is_ok();
        if sound(&self.reply_to) && sound(&self.contact_address) {
            Ok(())
        } else {
            Err(CongressError::AddressMalformed)
        }
    }

    fn write(self, row: &mut ActiveModel) {
        row.sender_name = Set(self.sender_name);
        row.reply_to = Set(self.reply_to);
        row.contact_address = Set(self.contact_address);
        row.signature = Set(self.signature);
    }
}
