//! Adding and changing categories.

use crate::entity::category;
use crate::{Event, TicketingError, rules};
use base::{Actor, Money, Text, Time, Uuid};
use congress::CongressError;
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use store::event::changes;
use store::{Store, Tx, is_duplicate, record};
use web::form::Seen;

/// A new category.
#[derive(Clone, Debug)]
pub struct NewCategory {
    pub slug: String,
    pub name: Text,
    pub description: Text,
    pub kind: category::Kind,
    pub place: category::Place,
    pub price: Money,
    /// 1900 is 19 %.
    pub vat_basis_points: i32,
    pub sale_from: Option<Time>,
    pub sale_until: Option<Time>,
    pub max_per_order: Option<i32>,
}

/// What can be changed of a category. Its short name and its number stay: tickets and addresses carry them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Category {
    pub name: Text,
    pub description: Text,
    /// Said when it is added; it stays.
    pub kind: category::Kind,
    pub place: category::Place,
    pub price: Money,
    pub vat_basis_points: i32,
    pub sale_from: Option<Time>,
    pub sale_until: Option<Time>,
    pub max_per_order: Option<i32>,
    pub active: bool,
    pub position: i32,
}

impl From<&category::Model> for Category {
    fn from(row: &category::Model) -> Self {
        Self {
            name: row.name.0.clone(),
            description: row.description.0.clone(),
            kind: row.kind,
            place: row.place,
            price: Money { amount: row.price_cents, currency: row.currency.clone() },
            vat_basis_points: row.vat_basis_points,
            sale_from: row.sale_from,
            sale_until: row.sale_until,
            max_per_order: row.max_per_order,
            active: row.active,
            position: row.position,
        }
    }
}

impl Category {
    fn check(&self) -> Result<(), TicketingError> {
        check(
            (&self.name, &self.description),
            (&self.price, self.vat_basis_points),
            (self.sale_from, self.sale_until),
            self.max_per_order,
        )
    }
}

/// Changes a category: what it is called, what it costs from now on, when it is sold, whether at all. Orders that are
/// there keep the price that they were placed at. A category is never deleted: it is closed, by not being active.
/// Nobody overwrites what they have not seen.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    mut new: Category,
    seen: &Seen,
) -> Result<(), TicketingError> {
    new.check()?;
    let tx = store.begin().await?;
    let row = hold(&tx, congress, id).await?;
    let old = Category::from(&row);
    new.kind = old.kind;
    if old == new {
        return Ok(tx.rollback().await?);
    }
    seen.check(&old)?;
    let changed = changes(&old, &new);
    let update = category::ActiveModel {
        name: Set(new.name.into()),
        description: Set(new.description.into()),
        place: Set(new.place),
        price_cents: Set(new.price.amount),
        currency: Set(new.price.currency),
        vat_basis_points: Set(new.vat_basis_points),
        sale_from: Set(new.sale_from),
        sale_until: Set(new.sale_until),
        max_per_order: Set(new.max_per_order),
        active: Set(new.active),
        position: Set(new.position),
        ..Default::default()
    };
    keep(&tx, &row, update).await?;
    congress::service::waiting::stir(&tx, congress).await?;
    record(&tx, actor, Event::CategoryChanged { congress, category: id, slug: row.slug, changed }).await?;
    Ok(tx.commit().await?)
}

/// Holds a category of a congress until the transaction ends. Orders hold the categories while they are placed: what is
/// sold is sold as it was shown.
pub(super) async fn hold(tx: &Tx, congress: Uuid, id: Uuid) -> Result<category::Model, TicketingError> {
    congress::service::congress::hold(tx, congress).await?;
    let found = category::Entity::find()
        .filter(category::Column::Id.eq(id))
        .filter(category::Column::CongressId.eq(congress))
        .lock(LockType::NoKeyUpdate)
        .one(&**tx)
        .await?;
    found.ok_or(TicketingError::Congress(CongressError::Unknown))
}

/// Writes what changed of a held category, which the public pages show.
pub(super) async fn keep(tx: &Tx, row: &category::Model, update: category::ActiveModel) -> Result<(), TicketingError> {
    category::Entity::update_many().set(update).filter(category::Column::Id.eq(row.id)).exec(&**tx).await?;
    Ok(congress::service::congress::raise_revision(tx, row.congress_id).await?)
}

fn check(
    (name, description): (&Text, &Text),
    (price, vat): (&Money, i32),
    (from, until): (Option<Time>, Option<Time>),
    max: Option<i32>,
) -> Result<(), TicketingError> {
    rules::check_price(price)?;
    rules::check_window(from, until)?;
    if max.is_some_and(|max| max < 1) {
        return Err(TicketingError::NoneAnOrder);
    }
    congress::rules::check_name(name)?;
    if [name, description].into_iter().any(|t| t.is_too_long()) {
        return Err(TicketingError::TooLong);
    }
    if (0..=10_000).contains(&vat) { Ok(()) } else { Err(TicketingError::VatOutOfRange) }
}

/// Adds a category, after those that are there. It is on sale at once, within its window, while the congress is open.
pub async fn add(tx: &Tx, actor: &Actor, congress: Uuid, new: NewCategory) -> Result<category::Model, TicketingError> {
    add_as(tx, actor, (congress, tx.id()), new).await
}

async fn add_as(
    tx: &Tx,
    actor: &Actor,
    (congress, id): (Uuid, Uuid),
    new: NewCategory,
) -> Result<category::Model, TicketingError> {
    if !congress::rules::slug_is_sound(&new.slug) {
        return Err(TicketingError::SlugMalformed(new.slug));
    }
    check(
        (&new.name, &new.description),
        (&new.price, new.vat_basis_points),
        (new.sale_from, new.sale_until),
        new.max_per_order,
    )?;
    // Raising the revision holds the congress: two categories added at once get different numbers.
    congress::service::congress::raise_revision(tx, congress).await?;
    let there = category::Entity::find().filter(category::Column::CongressId.eq(congress)).count(&**tx).await?;
    let number = i32::try_from(there).unwrap_or(i32::MAX - 1) + 1;
    let row = category::Model {
        id,
        congress_id: congress,
        slug: new.slug.clone(),
        number,
        name: new.name.into(),
        description: new.description.into(),
        place: new.place,
        price_cents: new.price.amount,
        currency: new.price.currency,
        vat_basis_points: new.vat_basis_points,
        sale_from: new.sale_from,
        sale_until: new.sale_until,
        max_per_order: new.max_per_order,
        active: true,
        position: number,
        created_at: tx.now(),
        kind: new.kind,
        tiers: category::Tiers::default(),
        visibility: category::Visibility::default(),
        link_generation: 1,
        invitations_each: 1,
        needs_approval: false,
        goes_with: category::Slugs::default(),
    };
    let inserted =
        category::Entity::insert(category::ActiveModel::from(row.clone())).exec_without_returning(&**tx).await;
    if let Err(e) = inserted {
        return Err(if is_duplicate(&e) { TicketingError::SlugTaken(new.slug) } else { e.into() });
    }
    record(tx, actor, Event::CategoryAdded { congress, category: row.id, slug: row.slug.clone() }).await?;
    Ok(row)
}

/// Adds a category from the desk: whether it is active and where it stands is said with it. If one with this `id` is
/// there already, nothing changes: the form was sent twice.
pub async fn create(
    store: &Store,
    actor: &Actor,
    (congress, id): (Uuid, Uuid),
    (new, active, position): (NewCategory, bool, i32),
) -> Result<(), TicketingError> {
    let tx = store.begin().await?;
    // Holds the congress: the second of two that come at once looks when the first is done.
    congress::service::congress::raise_revision(&tx, congress).await?;
    let find = category::Entity::find().filter(category::Column::Id.eq(id));
    if find.filter(category::Column::CongressId.eq(congress)).one(&*tx).await?.is_some() {
        return Ok(tx.rollback().await?);
    }
    let row = add_as(&tx, actor, (congress, id), new).await?;
    let update = category::ActiveModel { active: Set(active), position: Set(position), ..Default::default() };
    category::Entity::update_many().set(update).filter(category::Column::Id.eq(row.id)).exec(&*tx).await?;
    Ok(tx.commit().await?)
}
