//! Offers and needs, as somebody sees them.

use super::Look;
use super::person::PersonView;
use crate::entity::entry::{Form, Maturity, Side};
use crate::entity::network_document::Kind;
use crate::entity::{entry, profile};
use crate::rules::visibility::Level;
use base::Uuid;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use std::collections::HashMap;
use store::Conn;
use store::Wanted;

/// An offer or a need with what shows of its author. Where the author's name does not show, it has none.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryView {
    pub entry: entry::Model,
    pub author: Option<PersonView>,
}

/// What a list is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub side: Option<Side>,
    pub topics: Vec<Uuid>,
    pub form: Option<Form>,
    pub maturity: Option<Maturity>,
    pub authors: Option<Vec<Uuid>>,
    pub words: Option<Wanted>,
    /// Also what shows to contacts alone: for the page of one who is.
    pub of_contact: bool,
}

fn found(conn: &Conn, look: &Look, filter: &Filter) -> Select<entry::Entity> {
    use entry::Column;
    // What everybody may read, everybody reads, whether the author's name shows or not; but of nobody who blocked anybody,
    // or takes no part.
    let mut levels = look.levels();
    if filter.of_contact {
        levels.push(Level::Contacts);
    }
    let mut find = entry::Entity::find()
        .filter(Column::Level.is_in(levels))
        .filter(Column::HiddenAt.is_null())
        .filter(Column::ExpiresAt.gt(look.now))
        .filter(Column::ProfileId.in_subquery(crate::load::taking_part(look.congress)));
    let blocked = look.blocked();
    if !blocked.is_empty() {
        find = find.filter(Column::ProfileId.is_not_in(blocked));
    }
    if let Some(wanted) = &filter.words {
        find = find.filter(Column::Id.in_subquery(look.having(conn, Kind::Entry, wanted)));
    }
    if let Some(side) = filter.side {
        find = find.filter(Column::Side.eq(side));
    }
    if !filter.topics.is_empty() {
        find = find.filter(Column::TopicId.is_in(filter.topics.iter().copied()));
    }
    if let Some(form) = filter.form {
        find = find.filter(Column::Form.eq(form));
    }
    if let Some(maturity) = filter.maturity {
        find = find.filter(Column::Maturity.eq(maturity));
    }
    if let Some(authors) = &filter.authors {
        find = find.filter(Column::ProfileId.is_in(authors.iter().copied()));
    }
    find
}

/// A page of them, the newest first, and how many there are. Nine statements.
pub async fn entries(
    conn: &Conn,
    look: &Look,
    filter: &Filter,
    (offset, limit): (u64, u64),
) -> Result<(Vec<EntryView>, u64), DbErr> {
    let all = found(conn, look, filter).count(conn).await?;
    let rows = found(conn, look, filter)
        .order_by_desc(entry::Column::CreatedAt)
        .order_by_asc(entry::Column::Id)
        .offset(offset)
        .limit(limit)
        .all(conn)
        .await?;
    Ok((with_authors(conn, look, rows).await?, all))
}

/// How many of each side there are on each topic. One statement.
pub async fn counts(conn: &Conn, look: &Look) -> Result<HashMap<(Uuid, Side), i64>, DbErr> {
    let rows = found(conn, look, &Filter::default())
        .select_only()
        .column(entry::Column::TopicId)
        .column(entry::Column::Side)
        .column_as(entry::Column::Id.count(), "n")
        .group_by(entry::Column::TopicId)
        .group_by(entry::Column::Side)
        .into_tuple::<(Uuid, Side, i64)>()
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|(topic, side, n)| ((topic, side), n)).collect())
}

/// With what shows of who wrote them. Seven statements.
pub async fn with_authors(conn: &Conn, look: &Look, rows: Vec<entry::Model>) -> Result<Vec<EntryView>, DbErr> {
    let mut ids: Vec<Uuid> = rows.iter().map(|row| row.profile_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let authors = super::person::by_ids(conn, look, &ids).await?;
    let authors: HashMap<Uuid, PersonView> = authors.into_iter().map(|view| (view.id, view)).collect();
    let view = |entry: entry::Model| EntryView { author: authors.get(&entry.profile_id).cloned(), entry };
    Ok(rows.into_iter().map(view).collect())
}

/// One, with what shows of who wrote it.
pub async fn one(conn: &Conn, look: &Look, row: entry::Model, owner: &profile::Model) -> Result<EntryView, DbErr> {
    let author = super::person::one(conn, look, owner).await?;
    Ok(EntryView { entry: row, author })
}
