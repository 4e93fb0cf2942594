//! Codes that can be used so often: vouchers, and whatever else a code opens.
//!
//! **Always**: `used` is the number of unfreed uses and never above `max_uses`. Taking is one conditional UPDATE, so that
//! the last use goes to one; freeing sets `freed_at`, which can happen once, and takes that many off. Codes are held after
//! attendees and before capacities, of several in the order of their ids.

use crate::CongressError;
use crate::entity::{code, code_use};
use crate::rules::code::{self as rules, Limits, Unusable};
use base::{Time, Uuid};
use sea_orm::sea_query::{Expr, ExprTrait, LockType};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::{BTreeMap, HashSet};
use store::{Conn, Tx, is_duplicate};

/// Rows written by one statement.
const CHUNK: usize = 1_000;

/// A new code.
#[derive(Clone, Debug, PartialEq)]
pub struct NewCode {
    pub id: Uuid,
    pub code: String,
    pub max_uses: i32,
    pub valid_from: Option<Time>,
    pub valid_until: Option<Time>,
    pub tag: String,
    pub note: String,
}

impl From<&code::Model> for Limits {
    fn from(row: &code::Model) -> Self {
        Self {
            max_uses: row.max_uses,
            used: row.used,
            valid_from: row.valid_from,
            valid_until: row.valid_until,
            ended_at: row.ended_at,
        }
    }
}

/// Adds codes. One that the congress has already is refused, and then the caller's transaction must end.
pub async fn add(tx: &Tx, congress: Uuid, kind: &str, new: &[NewCode]) -> Result<(), CongressError> {
    let row = |new: &NewCode| code::ActiveModel {
        id: Set(new.id),
        congress_id: Set(congress),
        kind: Set(kind.into()),
        code: Set(new.code.clone()),
        max_uses: Set(new.max_uses),
        used: Set(0),
        valid_from: Set(new.valid_from),
        valid_until: Set(new.valid_until),
        tag: Set(new.tag.clone()),
        note: Set(new.note.clone()),
        created_at: Set(tx.now()),
        ended_at: Set(None),
    };
    for one in new {
        rules::check(&one.code)?;
    }
    for part in new.chunks(CHUNK) {
        let codes: Vec<&str> = part.iter().map(|new| new.code.as_str()).collect();
        if let Some(there) = among(tx, congress, &codes).await?.into_iter().next() {
            return Err(CongressError::CodeTaken(there));
        }
        let inserted = code::Entity::insert_many(part.iter().map(row)).exec_without_returning(&**tx).await;
        if let Err(e) = inserted {
            let first = part.first().map(|new| new.code.clone()).unwrap_or_default();
            return Err(if is_duplicate(&e) { CongressError::CodeTaken(first) } else { e.into() });
        }
    }
    Ok(())
}

/// Those of these codes that a congress has, whatever they open.
pub async fn among(conn: &Conn, congress: Uuid, codes: &[&str]) -> Result<HashSet<String>, DbErr> {
    let mut there = HashSet::new();
    for part in codes.chunks(CHUNK) {
        let found: Vec<String> = code::Entity::find()
            .select_only()
            .column(code::Column::Code)
            .filter(code::Column::CongressId.eq(congress))
            .filter(code::Column::Code.is_in(part.iter().copied()))
            .into_tuple()
            .all(conn)
            .await?;
        there.extend(found);
    }
    Ok(there)
}

/// So many drawn codes that a congress does not have.
pub async fn draw(tx: &Tx, congress: Uuid, prefix: &str, n: usize) -> Result<Vec<String>, DbErr> {
    let mut drawn: Vec<String> = Vec::with_capacity(n);
    let mut seen: HashSet<String> = HashSet::with_capacity(n);
    while drawn.len() < n {
        let fresh = std::iter::repeat_with(|| rules::drawn(prefix, tx.chance().bytes::<16>()));
        let fresh: Vec<String> = fresh.take(n - drawn.len()).filter(|code| seen.insert(code.clone())).collect();
        let there = among(tx, congress, &fresh.iter().map(String::as_str).collect::<Vec<_>>()).await?;
        drawn.extend(fresh.into_iter().filter(|code| !there.contains(code)));
    }
    Ok(drawn)
}

/// The code as somebody typed it, if a congress has one of this kind.
pub async fn find(conn: &Conn, congress: Uuid, kind: &str, typed: &str) -> Result<Option<code::Model>, DbErr> {
    code::Entity::find()
        .filter(code::Column::CongressId.eq(congress))
        .filter(code::Column::Kind.eq(kind))
        .filter(code::Column::Code.eq(rules::normalise(typed)))
        .one(conn)
        .await
}

/// Holds these codes until the transaction ends, and gives them as they are.
pub async fn hold(tx: &Tx, codes: &[Uuid]) -> Result<Vec<code::Model>, DbErr> {
    let mut held = vec![];
    let mut codes = codes.to_vec();
    codes.sort();
    codes.dedup();
    for part in codes.chunks(CHUNK) {
        let find = code::Entity::find().filter(code::Column::Id.is_in(part.iter().copied()));
        held.extend(find.order_by_asc(code::Column::Id).lock(LockType::NoKeyUpdate).all(&**tx).await?);
    }
    Ok(held)
}

/// Takes a use of a code for each of the `holders`, all or none. Whether it is valid now is looked at by the caller, who
/// may have reason to pass over it; how often it can be used is not passed over by anybody.
pub async fn take(tx: &Tx, code: Uuid, holder_kind: &str, holders: &[Uuid]) -> Result<(), CongressError> {
    if holders.is_empty() {
        return Ok(());
    }
    let n = i32::try_from(holders.len()).unwrap_or(i32::MAX);
    let taken = code::Entity::update_many()
        .col_expr(code::Column::Used, Expr::col(code::Column::Used).add(n))
        .filter(code::Column::Id.eq(code))
        .filter(Expr::col(code::Column::Used).add(n).lte(Expr::col(code::Column::MaxUses)))
        .exec(&**tx)
        .await?;
    if taken.rows_affected == 0 {
        return Err(CongressError::CodeUnusable(Unusable::UsedUp));
    }
    let row = |holder: &Uuid| code_use::ActiveModel {
        id: Set(tx.id()),
        code_id: Set(code),
        holder_kind: Set(holder_kind.into()),
        holder_id: Set(*holder),
        made_at: Set(tx.now()),
        freed_at: Set(None),
    };
    for part in holders.chunks(CHUNK) {
        code_use::Entity::insert_many(part.iter().map(row)).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

/// Frees every use that these holders have, and says of which codes. A second call frees nothing more.
pub async fn free(tx: &Tx, holder_kind: &str, holders: &[Uuid]) -> Result<Vec<Uuid>, DbErr> {
    let mut freed: BTreeMap<Uuid, i32> = BTreeMap::new();
    for part in holders.chunks(CHUNK) {
        let ended = code_use::Entity::update_many()
            .col_expr(code_use::Column::FreedAt, Expr::value(tx.now()))
            .filter(code_use::Column::HolderKind.eq(holder_kind))
            .filter(code_use::Column::HolderId.is_in(part.iter().copied()))
            .filter(code_use::Column::FreedAt.is_null())
            .exec_with_returning(&**tx)
            .await?;
        for one in ended {
            *freed.entry(one.code_id).or_default() += 1;
        }
    }
    for (id, n) in &freed {
        code::Entity::update_many()
            .col_expr(code::Column::Used, Expr::col(code::Column::Used).sub(*n))
            .filter(code::Column::Id.eq(*id))
            .exec(&**tx)
            .await?;
    }
    Ok(freed.into_keys().collect())
}

/// Ends codes: nobody can use them any more, those who did keep what they have. Each ends once; gives those that ended
/// now.
pub async fn end(tx: &Tx, codes: &[Uuid]) -> Result<Vec<Uuid>, DbErr> {
    let mut ended = vec![];
    for part in codes.chunks(CHUNK) {
        let now = code::Entity::update_many()
            .col_expr(code::Column::EndedAt, Expr::value(tx.now()))
            .filter(code::Column::Id.is_in(part.iter().copied()))
            .filter(code::Column::EndedAt.is_null())
            .exec_with_returning(&**tx)
            .await?;
        ended.extend(now.into_iter().map(|row| row.id));
    }
    Ok(ended)
}

/// Whether anybody ever used a code, also one who gave it back.
pub async fn was_used(conn: &Conn, code: Uuid) -> Result<bool, DbErr> {
    Ok(code_use::Entity::find().filter(code_use::Column::CodeId.eq(code)).count(conn).await? > 0)
}

/// Deletes a code that nobody ever used; the caller holds it and has deleted what hangs on it.
pub async fn remove(tx: &Tx, code: Uuid) -> Result<(), CongressError> {
    if was_used(tx, code).await? {
        return Err(CongressError::CodeWasUsed);
    }
    code::Entity::delete_many().filter(code::Column::Id.eq(code)).exec(&**tx).await?;
    Ok(())
}

/// Changes a held code. Fewer uses than there are is refused.
pub async fn change(tx: &Tx, old: &code::Model, new: &NewCode) -> Result<(), CongressError> {
    rules::check(&new.code)?;
    if new.max_uses < old.used {
        return Err(CongressError::FewerThanUsed { used: old.used });
    }
    if new.code != old.code && !among(tx, old.congress_id, &[&new.code]).await?.is_empty() {
        return Err(CongressError::CodeTaken(new.code.clone()));
    }
    let update = code::ActiveModel {
        code: Set(new.code.clone()),
        max_uses: Set(new.max_uses),
        valid_from: Set(new.valid_from),
        valid_until: Set(new.valid_until),
        tag: Set(new.tag.clone()),
        note: Set(new.note.clone()),
        ..Default::default()
    };
    let changed = code::Entity::update_many().set(update).filter(code::Column::Id.eq(old.id)).exec(&**tx).await;
    match changed {
        Err(e) if is_duplicate(&e) => Err(CongressError::CodeTaken(new.code.clone())),
        other => Ok(other.map(|_| ())?),
    }
}
