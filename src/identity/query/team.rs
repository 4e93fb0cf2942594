//! Who works on a congress.

use crate::entity::{account, login_link, role};
use crate::rules::{Duties, Standing, standing};
use base::name::fold;
use base::{Time, Uuid};
use sea_orm::{ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, HashMap};
use store::event::Line;
use store::event::entity as event;
use store::{Conn, DbErr};

/// How much of somebody's history is shown.
const HISTORY: u64 = 20;
/// What of it is not: when they came is shown beside, and the links that they asked for are theirs.
const OWN: [&str; 2] = ["account.logged_in", "login_link.requested"];

/// Somebody of the team.
#[derive(Clone, Debug)]
pub struct Member {
    pub account: account::Model,
    pub duties: Duties,
    pub standing: Standing,
}

/// The team of a congress: everybody with a role there or in every congress, by name. Four statements.
pub async fn team(conn: &Conn, congress: Uuid, now: Time) -> Result<Vec<Member>, DbErr> {
    let mut members = read(conn, congress, None, now).await?;
    members.sort_by_cached_key(|member| (fold(&member.account.name), member.account.id));
    Ok(members)
}

/// One of them. Four statements.
pub async fn member(conn: &Conn, congress: Uuid, account: Uuid, now: Time) -> Result<Option<Member>, DbErr> {
    Ok(read(conn, congress, Some(account), now).await?.pop())
}

/// What happened to an account, as far as it concerns this congress or all of them, newest first. One statement.
pub async fn history(conn: &Conn, congress: Uuid, account: Uuid) -> Result<Vec<Line>, DbErr> {
    let here = Condition::any().add(event::Column::CongressId.is_null()).add(event::Column::CongressId.eq(congress));
    let rows = event::Entity::find()
        .filter(event::Column::ObjectId.eq(account))
        .filter(event::Column::Verb.is_not_in(OWN))
        .filter(here)
        .order_by_desc(event::Column::At)
        .order_by_desc(event::Column::Id)
        .limit(HISTORY)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(Line::from).collect())
}

/// These rows as what somebody is, here and everywhere.
pub(crate) fn duties(rows: &[role::Model]) -> Duties {
    let of =
        |everywhere: bool| rows.iter().filter(move |row| row.congress_id.is_none() == everywhere).map(|row| row.role);
    Duties::new(of(false), of(true))
}

async fn read(conn: &Conn, congress: Uuid, account: Option<Uuid>, now: Time) -> Result<Vec<Member>, DbErr> {
    let here = Condition::any().add(role::Column::CongressId.is_null()).add(role::Column::CongressId.eq(congress));
    let mut find = role::Entity::find().filter(here);
    if let Some(account) = account {
        find = find.filter(role::Column::AccountId.eq(account));
    }
    let mut roles: BTreeMap<Uuid, Vec<role::Model>> = BTreeMap::new();
    for row in find.all(conn).await? {
        roles.entry(row.account_id).or_default().push(row);
    }
    let ids: Vec<Uuid> = roles.keys().copied().collect();
    let accounts = account::Entity::find().filter(account::Column::Id.is_in(ids.iter().copied())).all(conn).await?;
    let last = last(conn, &ids).await?;
    let links = links(conn, &ids, now).await?;
    let of = |account: Uuid, verb: &str| last.iter().find(|l| l.object_id == account && l.verb == verb).map(|l| l.at);
    let member = |account: account::Model| {
        let id = account.id;
        let (in_at, asked) = (of(id, "account.logged_in"), of(id, "account.invited"));
        Member {
            duties: duties(roles.get(&id).map(Vec::as_slice).unwrap_or_default()),
            standing: standing(
                account.disabled_at.is_some(),
                account.password_hash.is_some(),
                in_at,
                asked,
                links.get(&id).copied(),
                now,
            ),
            account,
        }
    };
    Ok(accounts.into_iter().map(member).collect())
}

#[derive(Debug, FromQueryResult)]
struct Last {
    object_id: Uuid,
    verb: String,
    at: Time,
}

/// When they came last, and were asked in last.
async fn last(conn: &Conn, accounts: &[Uuid]) -> Result<Vec<Last>, DbErr> {
    event::Entity::find()
        .select_only()
        .column(event::Column::ObjectId)
        .column(event::Column::Verb)
        .column_as(event::Column::At.max(), "at")
        .filter(event::Column::ObjectId.is_in(accounts.iter().copied()))
        .filter(event::Column::Verb.is_in(["account.logged_in", "account.invited"]))
        .group_by(event::Column::ObjectId)
        .group_by(event::Column::Verb)
        .into_model::<Last>()
        .all(conn)
        .await
}

/// Until when the longest link of each holds that is not used.
async fn links(conn: &Conn, accounts: &[Uuid], now: Time) -> Result<HashMap<Uuid, Time>, DbErr> {
    let rows = login_link::Entity::find()
        .filter(login_link::Column::AccountId.is_in(accounts.iter().copied()))
        .filter(login_link::Column::UsedAt.is_null())
        .filter(login_link::Column::ExpiresAt.gt(now))
        .order_by_asc(login_link::Column::ExpiresAt)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.account_id, row.expires_at)).collect())
}
