//! Who carries a congress, and in what part.

use crate::entity::{congress, organisation, partner};
use crate::service::congress::{hold, hold_with_host, raise_revision};
use crate::{CongressError, Event, query, rules};
use base::{Actor, Text, Uuid, name};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use serde_json::json;
use store::event::changes;
use store::{Store, Tx, record};
use web::form::Seen;

/// What is said of a partner.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Partner {
    pub name: String,
    /// What kind of body it is. Said once for all congresses of the host.
    pub kind: organisation::Kind,
    pub part: partner::Part,
    /// Where its name leads; empty: nowhere.
    pub link: String,
    pub position: i32,
}

impl From<&query::Partner> for Partner {
    fn from(row: &query::Partner) -> Self {
        Self { name: row.name.clone(), kind: row.kind, part: row.part, link: row.link.clone(), position: row.position }
    }
}

impl Partner {
    fn check(&self) -> Result<(), CongressError> {
        if name::clean(&self.name) != self.name {
            return Err(CongressError::NameMalformed);
        }
        rules::check_name(&Text::same(self.name.as_str()))?;
        rules::check_link(&self.link)
    }
}

/// Says that a body carries a congress, in this part. It is found by its name among those of the host, or made. Nobody
/// stands in the same part twice; the same form sent twice adds one.
pub async fn add(store: &Store, actor: &Actor, congress: Uuid, new: Partner) -> Result<Uuid, CongressError> {
    new.check()?;
    let tx = store.begin().await?;
    let row = hold_with_host(&tx, congress).await?;
    let there = query::partners(&tx, congress).await?;
    if let Some(same) = there.iter().find(|row| Partner::from(*row) == new) {
        tx.commit().await?;
        return Ok(same.id);
    }
    let organisation = body(&tx, &row, &new).await?;
    once(&tx, congress, organisation, &new, None).await?;
    let id = tx.id();
    let changed = changes(&json!({}), &new);
    let row = partner::ActiveModel {
        id: Set(id),
        congress_id: Set(congress),
        organisation_id: Set(organisation),
        part: Set(new.part),
        position: Set(new.position),
        link: Set(new.link),
    };
    partner::Entity::insert(row).exec_without_returning(&*tx).await?;
    raise_revision(&tx, congress).await?;
    record(&tx, actor, Event::PartnerAdded { congress, partner: id, changed }).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes what is said of a partner. Another name is another body: the one that stood here is not renamed, as other
/// congresses may name it. Another kind is the body's kind from now on, and shows with every congress that names it.
/// What is so already changes nothing.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Partner,
    seen: &Seen,
) -> Result<(), CongressError> {
    new.check()?;
    let tx = store.begin().await?;
    let row = hold_with_host(&tx, congress).await?;
    let old = one(&tx, congress, id).await?.ok_or(CongressError::Unknown)?;
    if old == new {
        return Ok(tx.commit().await?);
    }
    seen.check(&old)?;
    let organisation = body(&tx, &row, &new).await?;
    once(&tx, congress, organisation, &new, Some(id)).await?;
    let changed = changes(&old, &new);
    let update = partner::ActiveModel {
        organisation_id: Set(organisation),
        part: Set(new.part),
        position: Set(new.position),
        link: Set(new.link),
        ..Default::default()
    };
    partner::Entity::update_many().set(update).filter(partner::Column::Id.eq(id)).exec(&*tx).await?;
    raise_revision(&tx, congress).await?;
    record(&tx, actor, Event::PartnerChanged { congress, partner: id, changed }).await?;
    Ok(tx.commit().await?)
}

/// A body carries this congress no more. One that is gone already is gone: that is no error.
pub async fn remove(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), CongressError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let Some(old) = one(&tx, congress, id).await? else { return Ok(tx.commit().await?) };
    partner::Entity::delete_many().filter(partner::Column::Id.eq(id)).exec(&*tx).await?;
    raise_revision(&tx, congress).await?;
    let changed = changes(&old, &json!({}));
    record(&tx, actor, Event::PartnerRemoved { congress, partner: id, changed }).await?;
    Ok(tx.commit().await?)
}

async fn one(tx: &Tx, congress: Uuid, id: Uuid) -> Result<Option<Partner>, CongressError> {
    Ok(query::partners(tx, congress).await?.iter().find(|row| row.id == id).map(Partner::from))
}

/// The body of this name, of this kind from now on. The caller holds the host: the kind shows in other congresses too.
async fn body(tx: &Tx, congress: &congress::Model, new: &Partner) -> Result<Uuid, CongressError> {
    let row = organisation::ActiveModel {
        id: Set(tx.id()),
        host_id: Set(congress.host_id),
        name: Set(new.name.clone()),
        kind: Set(new.kind),
        town: Set(String::new()),
        created_at: Set(tx.now()),
        ..Default::default()
    };
    let there = OnConflict::columns([organisation::Column::HostId, organisation::Column::Name]).do_nothing().to_owned();
    organisation::Entity::insert(row).on_conflict(there).exec_without_returning(&**tx).await?;
    let found = organisation::Entity::find()
        .filter(organisation::Column::HostId.eq(congress.host_id))
        .filter(organisation::Column::Name.eq(&new.name))
        .one(&**tx)
        .await?
        .ok_or(CongressError::Unknown)?;
    if found.kind != new.kind {
        let update = organisation::ActiveModel { kind: Set(new.kind), ..Default::default() };
        organisation::Entity::update_many()
            .set(update)
            .filter(organisation::Column::Id.eq(found.id))
            .exec(&**tx)
            .await?;
        for other in naming(tx, found.id).await?.into_iter().filter(|other| *other != congress.id) {
            raise_revision(tx, other).await?;
        }
    }
    Ok(found.id)
}

/// The congresses that name a body, always in the same order.
async fn naming(tx: &Tx, organisation: Uuid) -> Result<Vec<Uuid>, CongressError> {
    let rows = partner::Entity::find()
        .filter(partner::Column::OrganisationId.eq(organisation))
        .order_by_asc(partner::Column::CongressId)
        .all(&**tx)
        .await?;
    let mut congresses: Vec<Uuid> = rows.into_iter().map(|row| row.congress_id).collect();
    congresses.dedup();
    Ok(congresses)
}

/// Nobody stands in the same part twice.
async fn once(
    tx: &Tx,
    congress: Uuid,
    organisation: Uuid,
    new: &Partner,
    but: Option<Uuid>,
) -> Result<(), CongressError> {
    let rows = partner::Entity::find()
        .filter(partner::Column::CongressId.eq(congress))
        .filter(partner::Column::OrganisationId.eq(organisation))
        .filter(partner::Column::Part.eq(new.part))
        .all(&**tx)
        .await?;
    let twice = rows.iter().any(|row| Some(row.id) != but);
    if twice { Err(CongressError::PartnerTwice(new.name.clone())) } else { Ok(()) }
}
