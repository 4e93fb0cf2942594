//! Places and who holds them: one mechanism for quotas, workshop seats, stands and tables.
//!
//! **Always**: `taken` is the sum of the unfreed claims and never above the size. Taking is one conditional UPDATE,
//! so that the last place goes to one; freeing sets `freed_at`, which can happen once, and takes that many off.

use crate::CongressError;
use crate::entity::{capacity, claim};
use crate::service::waiting::stir_for;
use base::Uuid;
use sea_orm::ExprTrait;
use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, Statement,
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use store::{Conn, Tx};

/// Rows written by one statement: databases take some tens of thousands of values at once.
const CHUNK: usize = 1_000;

/// Who wants how many places of one capacity.
#[derive(Clone, Copy, Debug)]
pub struct Want {
    pub capacity: Uuid,
    pub holder: Uuid,
    pub n: i32,
}

/// Makes a capacity; `None`: without limit.
pub async fn add(tx: &Tx, congress: Uuid, size: Option<i32>) -> Result<Uuid, DbErr> {
    let id = tx.id();
    let row = capacity::ActiveModel { id: Set(id), congress_id: Set(congress), size: Set(size), taken: Set(0) };
    capacity::Entity::insert(row).exec_without_returning(&**tx).await?;
    Ok(id)
}

/// Takes all of the wanted places or none: the first capacity without room is the error. Rows are touched in the
/// order of their ids, so that two orders never wait for each other in a circle.
pub async fn take(tx: &Tx, holder_kind: &str, wants: &[Want]) -> Result<(), CongressError> {
    let mut sums: BTreeMap<Uuid, i32> = BTreeMap::new();
    for want in wants {
        *sums.entry(want.capacity).or_default() += want.n;
    }
    for (id, n) in sums {
        let taken = capacity::Entity::update_many()
            .col_expr(capacity::Column::Taken, Expr::col(capacity::Column::Taken).add(n))
            .filter(capacity::Column::Id.eq(id))
            .filter(
                capacity::Column::Size
                    .is_null()
                    .or(Expr::col(capacity::Column::Taken).add(n).lte(Expr::col(capacity::Column::Size))),
            )
            .exec(&**tx)
            .await?;
        if taken.rows_affected == 0 {
            return Err(CongressError::Full(id));
        }
    }
    let claim = |want: &Want| claim::ActiveModel {
        id: Set(tx.id()),
        capacity_id: Set(want.capacity),
        holder_kind: Set(holder_kind.into()),
        holder_id: Set(want.holder),
        n: Set(want.n),
        made_at: Set(tx.now()),
        freed_at: Set(None),
    };
    for part in wants.chunks(CHUNK) {
        claim::Entity::insert_many(part.iter().map(claim)).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

/// Whether there is room for all of the wanted places. The capacities are held until the transaction ends, so that it stays
/// so. For who has something else to do if there is none.
pub async fn has_room(tx: &Tx, wants: &[Want]) -> Result<bool, DbErr> {
    let mut sums: BTreeMap<Uuid, i32> = BTreeMap::new();
    for want in wants {
        *sums.entry(want.capacity).or_default() += want.n;
    }
    let rows = capacity::Entity::find()
        .filter(capacity::Column::Id.is_in(sums.keys().copied()))
        .order_by_asc(capacity::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .all(&**tx)
        .await?;
    let fits = |row: &capacity::Model| {
        let wanted = sums.get(&row.id).copied().unwrap_or_default();
        row.size.is_none_or(|size| row.taken.saturating_add(wanted) <= size)
    };
    Ok(rows.len() == sums.len() && rows.iter().all(fits))
}

#[derive(FromQueryResult)]
struct Freed {
    capacity_id: Uuid,
    n: i32,
}

/// Who of this kind holds places of a capacity now.
pub async fn holders(tx: &Tx, id: Uuid, holder_kind: &str) -> Result<Vec<Uuid>, DbErr> {
    let claims = claim::Entity::find()
        .filter(claim::Column::CapacityId.eq(id))
        .filter(claim::Column::HolderKind.eq(holder_kind))
        .filter(claim::Column::FreedAt.is_null())
        .all(&**tx)
        .await?;
    Ok(claims.into_iter().map(|claim| claim.holder_id).collect())
}

/// Frees what these holders hold of one capacity, and says how many claims that were.
pub async fn free_of(tx: &Tx, id: Uuid, holders: &[Uuid]) -> Result<u64, DbErr> {
    let mut freed = 0;
    for part in holders.chunks(CHUNK) {
        let ended = claim::Entity::update_many()
            .col_expr(claim::Column::FreedAt, Expr::value(tx.now()))
            .filter(claim::Column::CapacityId.eq(id))
            .filter(claim::Column::HolderId.is_in(part.iter().copied()))
            .filter(claim::Column::FreedAt.is_null())
            .exec_with_returning(&**tx)
            .await?;
        let n: i32 = ended.iter().map(|claim| claim.n).sum();
        capacity::Entity::update_many()
            .col_expr(capacity::Column::Taken, Expr::col(capacity::Column::Taken).sub(n))
            .filter(capacity::Column::Id.eq(id))
            .exec(&**tx)
            .await?;
        freed += ended.len() as u64;
    }
    if freed > 0 {
        stir_for(tx, &[id]).await?;
    }
    Ok(freed)
}

/// A capacity that was counted again.
#[derive(Clone, Copy, Debug)]
pub struct Recounted {
    pub size: Option<i32>,
    /// How many were taken before, and are by the claims that are left.
    pub before: i32,
    pub after: i32,
    /// How many claims were freed.
    pub freed: usize,
}

/// Makes the count what it must be: claims of others than the `holders` and the `kept` kinds, whose claims are counted by
/// who knows them, are freed, and `taken` is the sum of those that are left. More than there are places is refused.
pub async fn recount(tx: &Tx, id: Uuid, holders: &[Uuid], kept: &[&str]) -> Result<Recounted, CongressError> {
    let of_id = capacity::Entity::find().filter(capacity::Column::Id.eq(id));
    let before = of_id.lock(LockType::NoKeyUpdate).one(&**tx).await?.ok_or(CongressError::Unknown)?;
    let open = claim::Column::CapacityId.eq(id).and(claim::Column::FreedAt.is_null());
    let claims = claim::Entity::find().filter(open).all(&**tx).await?;
    let holders: HashSet<&Uuid> = holders.iter().collect();
    let stays = |claim: &claim::Model| holders.contains(&claim.holder_id) || kept.contains(&claim.holder_kind.as_str());
    let (kept, stray): (Vec<_>, Vec<_>) = claims.into_iter().partition(stays);
    for part in stray.chunks(CHUNK) {
        claim::Entity::update_many()
            .col_expr(claim::Column::FreedAt, Expr::value(tx.now()))
            .filter(claim::Column::Id.is_in(part.iter().map(|claim| claim.id)))
            .exec(&**tx)
            .await?;
    }
    let taken: i32 = kept.iter().map(|claim| claim.n).sum();
    if let Some(size) = before.size.filter(|size| taken > *size) {
        return Err(CongressError::SmallerThanTaken { size, taken });
    }
    capacity::Entity::update_many()
        .col_expr(capacity::Column::Taken, Expr::value(taken))
        .filter(capacity::Column::Id.eq(id))
        .exec(&**tx)
        .await?;
    if taken < before.taken {
        stir_for(tx, &[id]).await?;
    }
    Ok(Recounted { size: before.size, before: before.taken, after: taken, freed: stray.len() })
}

/// Frees everything that these holders hold. A second call frees nothing more.
pub async fn free(tx: &Tx, holder_kind: &str, holders: &[Uuid]) -> Result<(), DbErr> {
    let mut sums: BTreeMap<Uuid, i32> = BTreeMap::new();
    for part in holders.chunks(CHUNK) {
        let places = (0..part.len()).map(|i| format!("${}", i + 3)).collect::<Vec<_>>().join(", ");
        let mut values: Vec<sea_orm::Value> = vec![tx.now().into(), holder_kind.into()];
        values.extend(part.iter().map(|h| sea_orm::Value::from(*h)));
        let update = Statement::from_sql_and_values(
            tx.get_database_backend(),
            format!(
                "UPDATE claim SET freed_at = $1 WHERE holder_kind = $2 AND holder_id IN ({places}) \
                 AND freed_at IS NULL RETURNING capacity_id, n"
            ),
            values,
        );
        for freed in Freed::find_by_statement(update).all(&**tx).await? {
            *sums.entry(freed.capacity_id).or_default() += freed.n;
        }
    }
    let freed: Vec<Uuid> = sums.keys().copied().collect();
    for (id, n) in sums {
        capacity::Entity::update_many()
            .col_expr(capacity::Column::Taken, Expr::col(capacity::Column::Taken).sub(n))
            .filter(capacity::Column::Id.eq(id))
            .exec(&**tx)
            .await?;
    }
    stir_for(tx, &freed).await
}

/// Places of one capacity that change hands.
#[derive(Clone, Copy, Debug)]
pub struct Shift<'a> {
    pub holder_kind: &'a str,
    pub capacity: Uuid,
    pub holder: Uuid,
    pub n: i32,
}

/// Gives places from some holders to others: takes all of `take`, gives back what there is of `free`, and takes as many of
/// `if_room` as there is room for then. If there is no room for what must be taken, nothing is changed, and the first
/// capacity without is the error. The capacities are held first, in the order of their ids, so that nobody waits in a
/// circle. A holder has one claim on a capacity: where it becomes more or less, it is freed and made anew with what is held
/// now.
pub async fn rearrange(
    tx: &Tx,
    take: &[Shift<'_>],
    free: &[Shift<'_>],
    if_room: &[Shift<'_>],
) -> Result<(), CongressError> {
    let ids: BTreeSet<Uuid> = [take, free, if_room].into_iter().flatten().map(|shift| shift.capacity).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let find = capacity::Entity::find().filter(capacity::Column::Id.is_in(ids));
    let rows = find.order_by_asc(capacity::Column::Id).lock(LockType::NoKeyUpdate).all(&**tx).await?;
    let holders = [take, free, if_room].into_iter().flatten().map(|shift| shift.holder).collect();
    let open = open_claims(tx, holders).await?;
    let had: BTreeMap<(Uuid, Uuid, &str), i32> =
        open.iter().map(|claim| ((claim.capacity_id, claim.holder_id, claim.holder_kind.as_str()), claim.n)).collect();
    let of =
        |shift: &Shift<'_>| had.get(&(shift.capacity, shift.holder, shift.holder_kind)).copied().unwrap_or_default();
    let mut held: BTreeMap<(Uuid, Uuid, &str), i32> = BTreeMap::new();
    let mut changes: BTreeMap<Uuid, i32> = BTreeMap::new();
    for (shift, n) in free.iter().map(|shift| (shift, -shift.n)).chain(take.iter().map(|shift| (shift, shift.n))) {
        let now = held.entry((shift.capacity, shift.holder, shift.holder_kind)).or_insert_with(|| of(shift));
        // No more is given back than there is.
        let n = Ord::max(n, -*now);
        *now += n;
        *changes.entry(shift.capacity).or_default() += n;
    }
    let room = |row: &capacity::Model, change: i32| row.size.map(|size| size - row.taken - change);
    for row in &rows {
        let change = changes.get(&row.id).copied().unwrap_or_default();
        if change > 0 && room(row, change).is_some_and(|left| left < 0) {
            return Err(CongressError::Full(row.id));
        }
    }
    for shift in if_room {
        let Some(row) = rows.iter().find(|row| row.id == shift.capacity) else { continue };
        let change = changes.entry(row.id).or_default();
        let n = room(row, *change).map_or(shift.n, |left| left.clamp(0, shift.n));
        *change += n;
        *held.entry((shift.capacity, shift.holder, shift.holder_kind)).or_insert_with(|| of(shift)) += n;
    }
    let freed: Vec<Uuid> = changes.iter().filter(|(_, n)| **n < 0).map(|(id, _)| *id).collect();
    for (id, n) in changes.into_iter().filter(|(_, n)| *n != 0) {
        capacity::Entity::update_many()
            .col_expr(capacity::Column::Taken, Expr::col(capacity::Column::Taken).add(n))
            .filter(capacity::Column::Id.eq(id))
            .exec(&**tx)
            .await?;
    }
    let changed = |claim: &&claim::Model| {
        let now = held.get(&(claim.capacity_id, claim.holder_id, claim.holder_kind.as_str())).copied();
        now.is_some_and(|n| n != claim.n)
    };
    let ended: Vec<Uuid> = open.iter().filter(changed).map(|claim| claim.id).collect();
    for part in ended.chunks(CHUNK) {
        claim::Entity::update_many()
            .col_expr(claim::Column::FreedAt, Expr::value(tx.now()))
            .filter(claim::Column::Id.is_in(part.iter().copied()))
            .exec(&**tx)
            .await?;
    }
    let made = held.iter().filter(|(of, n)| **n > 0 && had.get(*of) != Some(*n));
    let claims: Vec<claim::ActiveModel> = made
        .map(|((capacity, holder, kind), n)| claim::ActiveModel {
            id: Set(tx.id()),
            capacity_id: Set(*capacity),
            holder_kind: Set((*kind).to_owned()),
            holder_id: Set(*holder),
            n: Set(*n),
            made_at: Set(tx.now()),
            freed_at: Set(None),
        })
        .collect();
    for part in claims.chunks(CHUNK) {
        claim::Entity::insert_many(part.to_vec()).exec_without_returning(&**tx).await?;
    }
    Ok(stir_for(tx, &freed).await?)
}

/// The unfreed claims of these holders.
async fn open_claims(tx: &Tx, holders: BTreeSet<Uuid>) -> Result<Vec<claim::Model>, DbErr> {
    let holders: Vec<Uuid> = holders.into_iter().collect();
    let mut open = vec![];
    for part in holders.chunks(CHUNK) {
        let find = claim::Entity::find()
            .filter(claim::Column::HolderId.is_in(part.iter().copied()))
            .filter(claim::Column::FreedAt.is_null());
        open.extend(find.all(&**tx).await?);
    }
    Ok(open)
}

/// How many places each of these holders holds of which capacity.
pub async fn held_by(conn: &Conn, holder_kind: &str, holders: &[Uuid]) -> Result<HashMap<(Uuid, Uuid), i32>, DbErr> {
    let mut held: HashMap<(Uuid, Uuid), i32> = HashMap::new();
    for part in holders.chunks(CHUNK) {
        let claims = claim::Entity::find()
            .filter(claim::Column::HolderKind.eq(holder_kind))
            .filter(claim::Column::HolderId.is_in(part.iter().copied()))
            .filter(claim::Column::FreedAt.is_null())
            .all(conn)
            .await?;
        for claim in claims {
            *held.entry((claim.holder_id, claim.capacity_id)).or_default() += claim.n;
        }
    }
    Ok(held)
}

/// Gives all that one holder holds to another: what is taken stays taken.
pub async fn hand_over(tx: &Tx, from: (&str, Uuid), to: (&str, Uuid)) -> Result<(), DbErr> {
    claim::Entity::update_many()
        .col_expr(claim::Column::HolderKind, Expr::value(to.0))
        .col_expr(claim::Column::HolderId, Expr::value(to.1))
        .filter(claim::Column::HolderKind.eq(from.0))
        .filter(claim::Column::HolderId.eq(from.1))
        .filter(claim::Column::FreedAt.is_null())
        .exec(&**tx)
        .await
        .map(|_| ())
}

/// Says under what these holders hold their places.
pub async fn hold_as(tx: &Tx, holder_kind: &str, holders: &[Uuid]) -> Result<(), DbErr> {
    for part in holders.chunks(CHUNK) {
        claim::Entity::update_many()
            .col_expr(claim::Column::HolderKind, Expr::value(holder_kind))
            .filter(claim::Column::HolderId.is_in(part.iter().copied()))
            .filter(claim::Column::FreedAt.is_null())
            .exec(&**tx)
            .await?;
    }
    Ok(())
}

/// Gives one holder other places: takes one of each of `take`, frees what it holds of `free`. All or none: the first
/// capacity without room is the error, and then the caller's transaction must end. Rows are touched in the order of
/// their ids, so that two exchanges never wait for each other in a circle.
pub async fn exchange(
    tx: &Tx,
    holder_kind: &str,
    holder: Uuid,
    take: &[Uuid],
    free: &[Uuid],
) -> Result<(), CongressError> {
    let held = claim::Entity::find()
        .filter(claim::Column::HolderKind.eq(holder_kind))
        .filter(claim::Column::HolderId.eq(holder))
        .filter(claim::Column::CapacityId.is_in(free.iter().copied()))
        .filter(claim::Column::FreedAt.is_null())
        .all(&**tx)
        .await?;
    let mut changes: BTreeMap<Uuid, i32> = take.iter().map(|id| (*id, 1)).collect();
    for claim in &held {
        *changes.entry(claim.capacity_id).or_default() -= claim.n;
    }
    for (id, n) in changes {
        let mut change = capacity::Entity::update_many()
            .col_expr(capacity::Column::Taken, Expr::col(capacity::Column::Taken).add(n))
            .filter(capacity::Column::Id.eq(id));
        if n > 0 {
            let room = Expr::col(capacity::Column::Taken).add(n).lte(Expr::col(capacity::Column::Size));
            change = change.filter(capacity::Column::Size.is_null().or(room));
        }
        if change.exec(&**tx).await?.rows_affected == 0 {
            return Err(CongressError::Full(id));
        }
    }
    claim::Entity::update_many()
        .col_expr(claim::Column::FreedAt, Expr::value(tx.now()))
        .filter(claim::Column::Id.is_in(held.iter().map(|claim| claim.id)))
        .filter(claim::Column::FreedAt.is_null())
        .exec(&**tx)
        .await?;
    let claims = take.iter().map(|capacity| claim::ActiveModel {
        id: Set(tx.id()),
        capacity_id: Set(*capacity),
        holder_kind: Set(holder_kind.into()),
        holder_id: Set(holder),
        n: Set(1),
        made_at: Set(tx.now()),
        freed_at: Set(None),
    });
    if !take.is_empty() {
        claim::Entity::insert_many(claims).exec_without_returning(&**tx).await?;
    }
    let freed: Vec<Uuid> = held.iter().map(|claim| claim.capacity_id).collect();
    Ok(stir_for(tx, &freed).await?)
}

/// Changes how many places there are. Fewer than are taken is refused.
pub async fn resize(tx: &Tx, id: Uuid, size: Option<i32>) -> Result<(), CongressError> {
    let changed = capacity::Entity::update_many()
        .col_expr(capacity::Column::Size, Expr::value(size))
        .filter(capacity::Column::Id.eq(id))
        .filter(size.map_or(Expr::value(true), |size| capacity::Column::Taken.lte(size)))
        .exec(&**tx)
        .await?;
    if changed.rows_affected == 1 {
        return Ok(stir_for(tx, &[id]).await?);
    }
    let taken = capacity::Entity::find()
        .filter(capacity::Column::Id.eq(id))
        .one(&**tx)
        .await?
        .ok_or(CongressError::Unknown)?
        .taken;
    Err(CongressError::SmallerThanTaken { size: size.unwrap_or(0), taken })
}
