//! Who used vouchers, and what they took off.

use crate::entity::{attendee, order};
use crate::rules::holds_place;
use base::{Time, Uuid};
use congress::entity::{code, code_use};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, FromQueryResult, Iterable, JoinType, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashMap;
use store::Conn;
use ticketing::query::voucher::{VoucherView, of_codes};

/// The most uses that a page of one voucher lists.
pub const MOST: u64 = 500;

/// That a voucher was used for a ticket.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Use {
    pub made_at: Time,
    /// The use came back.
    pub freed_at: Option<Time>,
    pub code: String,
    pub position: i32,
    pub given_name: String,
    pub family_name: String,
    pub state: attendee::State,
    pub buyer_name: String,
    pub buyer_organisation: String,
    pub price_cents: i64,
    pub waived_cents: i64,
    pub currency: String,
}

/// The uses of a voucher, newest first, those that came back among them. One statement.
pub async fn uses(conn: &Conn, voucher: Uuid) -> Result<Vec<Use>, DbErr> {
    let attendee =
        code_use::Entity::belongs_to(attendee::Entity).from(code_use::Column::HolderId).to(attendee::Column::Id).into();
    let order =
        attendee::Entity::belongs_to(order::Entity).from(attendee::Column::OrderId).to(order::Column::Id).into();
    code_use::Entity::find()
        .select_only()
        .columns([code_use::Column::MadeAt, code_use::Column::FreedAt])
        .columns([
            attendee::Column::Position,
            attendee::Column::GivenName,
            attendee::Column::FamilyName,
            attendee::Column::State,
            attendee::Column::PriceCents,
            attendee::Column::WaivedCents,
        ])
        .columns([
            order::Column::Code,
            order::Column::BuyerName,
            order::Column::BuyerOrganisation,
            order::Column::Currency,
        ])
        .join(JoinType::InnerJoin, attendee)
        .join(JoinType::InnerJoin, order)
        .filter(code_use::Column::CodeId.eq(voucher))
        .filter(code_use::Column::HolderKind.eq(crate::service::order::HOLDER))
        .order_by_desc(code_use::Column::MadeAt)
        .order_by_desc(code_use::Column::Id)
        .limit(MOST)
        .into_model()
        .all(conn)
        .await
}

/// What tickets that hold a place cost with vouchers, and what these took off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turnover {
    pub cents: i64,
    pub waived_cents: i64,
}

#[derive(FromQueryResult)]
struct Row {
    key: String,
    cents: i64,
    waived_cents: i64,
}

/// By tag of their vouchers. One statement.
pub async fn turnover_by_tag(conn: &Conn, congress: Uuid) -> Result<HashMap<String, Turnover>, DbErr> {
    let code = attendee::Entity::belongs_to(code::Entity).from(attendee::Column::VoucherId).to(code::Column::Id).into();
    let rows = held()
        .select_only()
        .column_as(code::Column::Tag, "key")
        .column_as(Expr::cust("cast(sum(price_cents) as bigint)"), "cents")
        .column_as(Expr::cust("cast(sum(waived_cents) as bigint)"), "waived_cents")
        .join(JoinType::InnerJoin, code)
        .filter(code::Column::CongressId.eq(congress))
        .group_by(code::Column::Tag)
        .into_model::<Row>()
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.key, Turnover { cents: row.cents, waived_cents: row.waived_cents })).collect())
}

#[derive(FromQueryResult)]
struct OfVoucher {
    voucher_id: Option<Uuid>,
    cents: i64,
    waived_cents: i64,
}

/// By voucher, of these. One statement.
pub async fn turnover(conn: &Conn, vouchers: &[Uuid]) -> Result<HashMap<Uuid, Turnover>, DbErr> {
    let rows = held()
        .select_only()
        .column(attendee::Column::VoucherId)
        .column_as(Expr::cust("cast(sum(price_cents) as bigint)"), "cents")
        .column_as(Expr::cust("cast(sum(waived_cents) as bigint)"), "waived_cents")
        .filter(attendee::Column::VoucherId.is_in(vouchers.iter().copied()))
        .group_by(attendee::Column::VoucherId)
        .into_model::<OfVoucher>()
        .all(conn)
        .await?;
    let each = |row: OfVoucher| Some((row.voucher_id?, Turnover { cents: row.cents, waived_cents: row.waived_cents }));
    Ok(rows.into_iter().filter_map(each).collect())
}

/// Those who hold a place.
fn held() -> sea_orm::Select<attendee::Entity> {
    let states = attendee::State::iter().filter(|state| holds_place(*state));
    attendee::Entity::find().filter(attendee::Column::State.is_in(states))
}

/// The voucher that somebody's ticket came with. Three statements, none without.
pub async fn of_attendee(conn: &Conn, row: &attendee::Model) -> Result<Option<VoucherView>, DbErr> {
    let Some(voucher) = row.voucher_id else { return Ok(None) };
    let code = code::Entity::find_by_id(voucher).one(conn).await?;
    Ok(of_codes(conn, code.into_iter().collect()).await?.pop())
}
