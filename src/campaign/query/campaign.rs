//! Campaigns of a congress.

use crate::entity::campaign::{Column, Entity, Model};
use crate::entity::recipient;
use base::Uuid;
use post::entity::message;
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use store::{Conn, DbErr};

/// A campaign, and how far it is.
#[derive(Clone, Debug)]
pub struct Line {
    pub row: Model,
    /// To how many it goes, without those to whom nothing is sent.
    pub recipients: i64,
    pub sent: i64,
    pub in_doubt: i64,
}

#[derive(FromQueryResult)]
struct Counted {
    campaign_id: Uuid,
    recipients: i64,
    sent: Option<i64>,
    in_doubt: Option<i64>,
}

/// All of them, newest first. Two statements.
pub async fn list(conn: &Conn, congress: Uuid) -> Result<Vec<Line>, DbErr> {
    let rows =
        Entity::find().filter(Column::CongressId.eq(congress)).order_by_desc(Column::CreatedAt).all(conn).await?;
    let number = |state: message::State| {
        let one: SimpleExpr = CaseStatement::new().case(message::Column::State.eq(state), 1).finally(0).into();
        one.sum()
    };
    let counted: Vec<Counted> = recipient::Entity::find()
        .select_only()
        .column(recipient::Column::CampaignId)
        .column_as(Expr::cust("count(*)"), "recipients")
        .column_as(number(message::State::Sent), "sent")
        .column_as(number(message::State::InDoubt), "in_doubt")
        .join(
            JoinType::LeftJoin,
            recipient::Entity::belongs_to(message::Entity)
                .from(recipient::Column::MessageId)
                .to(message::Column::Id)
                .into(),
        )
        .filter(recipient::Column::State.ne(recipient::State::Skipped))
        .filter(recipient::Column::CampaignId.is_in(rows.iter().map(|row| row.id)))
        .group_by(recipient::Column::CampaignId)
        .into_model()
        .all(conn)
        .await?;
    let counted: HashMap<Uuid, Counted> = counted.into_iter().map(|one| (one.campaign_id, one)).collect();
    let line = |row: Model| {
        let of = counted.get(&row.id);
        Line {
            recipients: of.map_or(0, |of| of.recipients),
            sent: of.and_then(|of| of.sent).unwrap_or_default(),
            in_doubt: of.and_then(|of| of.in_doubt).unwrap_or_default(),
            row,
        }
    };
    Ok(rows.into_iter().map(line).collect())
}
