//! Reads: categories with what is left of them, quotas with who holds their places.

pub mod voucher;

use crate::entity::category::{Kind, Visibility};
use crate::entity::{category, category_quota, invitee, quota};
use crate::rules::{self, Availability};
use base::{Money, Time, Uuid};
use congress::entity::capacity;
use congress::entity::congress::{Model as Congress, Phase};
use sea_orm::sea_query::LockType;
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, Select,
};
use store::{Conn, Tx};

/// A category and the quotas that it needs a place of.
#[derive(Clone, Debug)]
pub struct CategoryView {
    pub category: category::Model,
    pub quotas: Vec<QuotaView>,
}

impl CategoryView {
    /// What each costs, of `number` in one order.
    pub fn price_for(&self, number: usize, now: Time) -> Money {
        let amount = rules::price::price(self.category.price_cents, &self.category.tiers.0, number, now);
        Money { amount, currency: self.category.currency.clone() }
    }

    /// Whether it costs something, at least at some time or for some.
    pub fn costs(&self) -> bool {
        self.category.price_cents > 0
    }

    /// All its quotas must be free, so the scarcest one tells.
    pub fn availability(&self) -> Availability {
        self.scarcest().map_or(Availability::Free, QuotaView::availability)
    }

    /// The quota that has least left.
    pub fn scarcest(&self) -> Option<&QuotaView> {
        self.quotas.iter().filter(|q| q.size.is_some()).min_by_key(|q| q.free())
    }
}

/// A quota and its counts.
#[derive(Clone, Debug)]
pub struct QuotaView {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub capacity_id: Uuid,
    pub size: Option<i32>,
    pub taken: i32,
    pub categories: Vec<Uuid>,
}

impl QuotaView {
    /// Places left; none: no limit.
    pub fn free(&self) -> Option<i32> {
        self.size.map(|size| (size - self.taken).max(0))
    }

    pub fn availability(&self) -> Availability {
        rules::availability(self.size, self.taken)
    }
}

/// All categories of a congress in their order, with their quotas. Two statements.
pub async fn categories(conn: &Conn, congress: Uuid) -> Result<Vec<CategoryView>, DbErr> {
    let rows = categories_of(congress).all(conn).await?;
    Ok(views(rows, &quotas(conn, congress).await?))
}

/// All categories and all quotas of a congress in their order, also a quota that lies over nothing. Two statements.
pub async fn offer(conn: &Conn, congress: Uuid) -> Result<(Vec<CategoryView>, Vec<QuotaView>), DbErr> {
    let rows = categories_of(congress).all(conn).await?;
    let quotas = quotas(conn, congress).await?;
    Ok((views(rows, &quotas), quotas))
}

/// Holds the categories of a congress until the transaction ends, before any order, in the order of their ids. Who takes
/// places or gives them back shares them (`Share`); who lays quotas over them, or asks whether anybody ordered, has them
/// alone (`NoKeyUpdate`). (On SQLite the writer is alone anyway.)
pub async fn hold_categories(tx: &Tx, congress: Uuid, lock: LockType) -> Result<Vec<category::Model>, DbErr> {
    let find = category::Entity::find().filter(category::Column::CongressId.eq(congress));
    find.order_by_asc(category::Column::Id).lock(lock).all(&**tx).await
}

/// All categories with their quotas for who places an order, held: until that transaction ends, no quota is laid over
/// them.
pub async fn categories_held(tx: &Tx, congress: Uuid) -> Result<Vec<CategoryView>, DbErr> {
    let mut rows = hold_categories(tx, congress, LockType::Share).await?;
    rows.sort_by_key(|row| (row.position, row.created_at));
    Ok(views(rows, &quotas(tx, congress).await?))
}

fn categories_of(congress: Uuid) -> Select<category::Entity> {
    category::Entity::find()
        .filter(category::Column::CongressId.eq(congress))
        .order_by_asc(category::Column::Position)
        .order_by_asc(category::Column::CreatedAt)
}

fn views(rows: Vec<category::Model>, quotas: &[QuotaView]) -> Vec<CategoryView> {
    let view = |category: category::Model| {
        let mine = quotas.iter().filter(|q| q.categories.contains(&category.id)).cloned().collect();
        CategoryView { category, quotas: mine }
    };
    rows.into_iter().map(view).collect()
}

/// From when and until when something is on sale; none: no limit.
pub type Window = (Option<Time>, Option<Time>);

/// When each active ticket that all see is on sale. One statement.
pub async fn windows(conn: &Conn, congress: Uuid) -> Result<Vec<Window>, DbErr> {
    category::Entity::find()
        .select_only()
        .columns([category::Column::SaleFrom, category::Column::SaleUntil])
        .filter(category::Column::CongressId.eq(congress))
        .filter(category::Column::Active.eq(true))
        .filter(category::Column::Visibility.eq(Visibility::Public))
        .filter(category::Column::Kind.eq(Kind::Ticket))
        .into_tuple()
        .all(conn)
        .await
}

/// Whether something is on sale at this moment, sold out or not.
pub fn any_bookable(congress: &Congress, windows: &[Window], now: Time) -> bool {
    let on_sale = |(from, until): &Window| from.is_none_or(|from| from <= now) && until.is_none_or(|until| now < until);
    congress.phase == Phase::Open && now < congress.ends_at && windows.iter().any(on_sale)
}

/// A quota with its counts, once for each of its categories.
#[derive(FromQueryResult)]
struct QuotaRow {
    id: Uuid,
    slug: String,
    name: String,
    capacity_id: Uuid,
    size: Option<i32>,
    taken: i32,
    category_id: Option<Uuid>,
}

/// All quotas of a congress in their order. One statement.
pub async fn quotas(conn: &Conn, congress: Uuid) -> Result<Vec<QuotaView>, DbErr> {
    let capacity =
        quota::Entity::belongs_to(capacity::Entity).from(quota::Column::CapacityId).to(capacity::Column::Id).into();
    let link = quota::Entity::belongs_to(category_quota::Entity)
        .from(quota::Column::Id)
        .to(category_quota::Column::QuotaId)
        .into();
    let rows = quota::Entity::find()
        .select_only()
        .columns([quota::Column::Id, quota::Column::Slug, quota::Column::Name, quota::Column::CapacityId])
        .columns([capacity::Column::Size, capacity::Column::Taken])
        .column(category_quota::Column::CategoryId)
        .join(JoinType::InnerJoin, capacity)
        .join(JoinType::LeftJoin, link)
        .filter(quota::Column::CongressId.eq(congress))
        .order_by_asc(quota::Column::Position)
        .order_by_asc(quota::Column::CreatedAt)
        .order_by_asc(quota::Column::Id)
        .into_model::<QuotaRow>()
        .all(conn)
        .await?;
    let mut views: Vec<QuotaView> = vec![];
    for row in rows {
        match views.last_mut().filter(|view| view.id == row.id) {
            Some(view) => view.categories.extend(row.category_id),
            None => views.push(QuotaView {
                id: row.id,
                slug: row.slug,
                name: row.name,
                capacity_id: row.capacity_id,
                size: row.size,
                taken: row.taken,
                categories: row.category_id.into_iter().collect(),
            }),
        }
    }
    Ok(views)
}

/// The addresses on a category's list, in alphabetical order. One statement.
pub async fn invitees(conn: &Conn, category: Uuid) -> Result<Vec<String>, DbErr> {
    let mut all: Vec<String> = invitee::Entity::find()
        .select_only()
        .column(invitee::Column::Address)
        .filter(invitee::Column::CategoryId.eq(category))
        .into_tuple()
        .all(conn)
        .await?;
    all.sort();
    Ok(all)
}

/// On the lists of which categories of a congress an address is. One statement.
pub async fn invited_to(conn: &Conn, congress: Uuid, address: &str) -> Result<Vec<Uuid>, DbErr> {
    invitee::Entity::find()
        .select_only()
        .column(invitee::Column::CategoryId)
        .filter(invitee::Column::CongressId.eq(congress))
        .filter(invitee::Column::Address.eq(address))
        .into_tuple()
        .all(conn)
        .await
}

/// The line of a category's list with this address, held until the transaction ends.
pub async fn invitee_held(tx: &Tx, category: Uuid, address: &str) -> Result<Option<Uuid>, DbErr> {
    let find = invitee::Entity::find()
        .filter(invitee::Column::CategoryId.eq(category))
        .filter(invitee::Column::Address.eq(address));
    Ok(find.lock(LockType::NoKeyUpdate).one(&**tx).await?.map(|line| line.id))
}
