//! Vouchers with their codes, and which places they are for.

pub mod list;

use super::{CategoryView, QuotaView};
use crate::entity::category::Visibility;
use crate::entity::voucher::{self, Scope};
use crate::entity::voucher_category;
use crate::rules::voucher::{Refusal, price, spread};
use crate::service::voucher::HOLDER;
use base::{Time, Uuid};
use congress::entity::{claim, code};
use congress::query::waiting::Held;
use congress::rules::code::Limits;
use congress::service::code::find;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::{BTreeSet, HashMap};
use store::Conn;

/// Vouchers asked for by one statement.
const CHUNK: usize = 1_000;

/// A voucher with its code.
#[derive(Clone, Debug, PartialEq)]
pub struct VoucherView {
    pub code: code::Model,
    pub voucher: voucher::Model,
    /// Those that it is for, where it is for chosen ones.
    pub categories: Vec<Uuid>,
}

impl VoucherView {
    pub fn id(&self) -> Uuid {
        self.voucher.id
    }

    pub fn limits(&self) -> Limits {
        Limits::from(&self.code)
    }

    /// Whether it is for a category. For one that only a voucher opens it is if it opens such.
    pub fn is_for(&self, view: &CategoryView) -> bool {
        if is_hidden(view) && !self.voucher.unlocks {
            return false;
        }
        match self.voucher.scope {
            Scope::All => true,
            Scope::Categories => self.categories.contains(&view.category.id),
            Scope::Quota => view.quotas.iter().any(|quota| Some(quota.id) == self.voucher.quota_id),
        }
    }

    /// Which of these tickets it is used for, if it has so many uses left.
    pub fn spread(&self, chosen: &[&CategoryView], left: i32) -> Vec<bool> {
        spread(chosen.iter().map(|view| self.is_for(view)), left)
    }

    /// Which of these tickets it is used for at this moment, or why for none. It must reach for `reach` of them, as far as
    /// there are so many in its scope: what was shown to somebody is not silently less.
    pub fn judge(&self, chosen: &[&CategoryView], reach: usize, now: Time) -> Result<Vec<bool>, Refusal> {
        let left = self.limits().left(now).map_err(Refusal::Unusable)?;
        let on = self.spread(chosen, left);
        let used = on.iter().filter(|on| **on).count();
        let in_scope = chosen.iter().filter(|view| self.is_for(view)).count();
        if in_scope == 0 {
            return Err(Refusal::OtherTickets);
        }
        // Nobody has a ticket without a use that only a voucher opens.
        let locked = chosen.iter().zip(&on).any(|(view, on)| is_hidden(view) && self.is_for(view) && !on);
        if used < reach.min(in_scope) || locked {
            return Err(Refusal::Short(left));
        }
        let least = self.voucher.min_uses;
        if i32::try_from(used).is_ok_and(|used| used < least) { Err(Refusal::TooFew(least)) } else { Ok(on) }
    }

    /// What a ticket costs with it, in cents.
    pub fn price(&self, cents: i64) -> i64 {
        price(self.voucher.effect, self.voucher.amount, cents)
    }

    /// The capacities of which it holds a place for each use that is left; of none if it holds no places. For all that a
    /// ticket of its scope may need, so that whoever comes with it finds their place whichever they choose.
    pub fn blocked(&self, quotas: &[QuotaView]) -> BTreeSet<Uuid> {
        let concerns = |quota: &&QuotaView| match self.voucher.scope {
            Scope::All => !quota.categories.is_empty(),
            Scope::Categories => quota.categories.iter().any(|category| self.categories.contains(category)),
            Scope::Quota => Some(quota.id) == self.voucher.quota_id,
        };
        let blocked = quotas.iter().filter(|_| self.voucher.blocks).filter(concerns);
        blocked.map(|quota| quota.capacity_id).collect()
    }

    /// How many places it holds of each of these at this moment, or should if there is room.
    pub fn places(&self, now: Time) -> i32 {
        if self.voucher.blocks { self.limits().open(now) } else { 0 }
    }
}

/// Whether only a voucher opens it.
fn is_hidden(view: &CategoryView) -> bool {
    view.category.visibility == Visibility::Voucher
}

/// The voucher whose code somebody typed. Three statements at most.
pub async fn by_code(conn: &Conn, congress: Uuid, typed: &str) -> Result<Option<VoucherView>, DbErr> {
    let Some(code) = find(conn, congress, crate::service::voucher::KIND, typed).await? else { return Ok(None) };
    Ok(of_codes(conn, vec![code]).await?.pop())
}

/// Whether a congress has a voucher at all: where there is none, nobody is asked for its code. One statement.
pub async fn any(conn: &Conn, congress: Uuid) -> Result<bool, DbErr> {
    let find = voucher::Entity::find().select_only().column(voucher::Column::Id);
    let first: Option<Uuid> = find.filter(voucher::Column::CongressId.eq(congress)).into_tuple().one(conn).await?;
    Ok(first.is_some())
}

/// Places that vouchers keep back, by capacity. One statement.
pub async fn held(conn: &Conn, congress: Uuid) -> Result<Vec<Held>, DbErr> {
    let mine = voucher::Entity::find()
        .select_only()
        .column(voucher::Column::Id)
        .filter(voucher::Column::CongressId.eq(congress))
        .filter(voucher::Column::Blocks.eq(true));
    claim::Entity::find()
        .select_only()
        .column(claim::Column::CapacityId)
        .column_as(Expr::cust("cast(sum(n) as bigint)"), "n")
        .filter(claim::Column::HolderKind.eq(HOLDER))
        .filter(claim::Column::HolderId.in_subquery(mine.into_query()))
        .filter(claim::Column::FreedAt.is_null())
        .group_by(claim::Column::CapacityId)
        .into_model()
        .all(conn)
        .await
}

/// A voucher of a congress.
pub async fn by_id(conn: &Conn, congress: Uuid, id: Uuid) -> Result<Option<VoucherView>, DbErr> {
    let find = code::Entity::find().filter(code::Column::Id.eq(id)).filter(code::Column::CongressId.eq(congress));
    let Some(code) = find.one(conn).await? else { return Ok(None) };
    Ok(of_codes(conn, vec![code]).await?.pop())
}

/// The vouchers of these codes, in the order of the codes; a code that is none is left out. Two statements a thousand.
pub async fn of_codes(conn: &Conn, codes: Vec<code::Model>) -> Result<Vec<VoucherView>, DbErr> {
    let mut vouchers: HashMap<Uuid, voucher::Model> = HashMap::new();
    let mut categories: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for part in codes.chunks(CHUNK) {
        let ids = || part.iter().map(|code| code.id);
        let found = voucher::Entity::find().filter(voucher::Column::Id.is_in(ids())).all(conn).await?;
        vouchers.extend(found.into_iter().map(|voucher| (voucher.id, voucher)));
        let links = voucher_category::Entity::find().filter(voucher_category::Column::VoucherId.is_in(ids()));
        for link in links.order_by_asc(voucher_category::Column::CategoryId).all(conn).await? {
            categories.entry(link.voucher_id).or_default().push(link.category_id);
        }
    }
    let view = |code: code::Model| {
        let voucher = vouchers.remove(&code.id)?;
        Some(VoucherView { categories: categories.remove(&code.id).unwrap_or_default(), voucher, code })
    };
    Ok(codes.into_iter().filter_map(view).collect())
}
