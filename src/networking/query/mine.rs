//! What is one's own in the directory.

use super::Look;
use super::cooperation::{self, CooperationLine};
use super::meeting;
use super::person::{PersonView, by_ids};
use crate::entity::{entry, interest, topic_follow, topic_proposal};
use crate::load::Member;
use crate::service::interest::is_open;
use base::Uuid;
use congress::entity::topic;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use store::Conn;

/// Somebody wrote, and waits for an answer.
#[derive(Clone, Debug)]
pub struct Request {
    pub from: PersonView,
    pub interest: interest::Model,
    /// What it is about.
    pub about: Option<String>,
}

/// Somebody whom one is interested in, and who has not said so, too.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub to: PersonView,
    pub interest: interest::Model,
}

/// One's own part.
#[derive(Clone, Debug)]
pub struct Mine {
    pub requests: Vec<Request>,
    pub waiting: Vec<Waiting>,
    pub contacts: Vec<PersonView>,
    pub entries: Vec<entry::Model>,
    pub cooperations: Vec<CooperationLine>,
    pub follows: Vec<topic::Model>,
    pub proposals: Vec<topic_proposal::Model>,
}

/// Some thirty statements, however much there is.
pub async fn mine(conn: &Conn, look: &Look, member: &Member) -> Result<Mine, DbErr> {
    let rows = interest::Entity::find()
        .filter(interest::Column::ToId.eq(member.id()))
        .filter(interest::Column::State.eq(interest::State::Open))
        .order_by_asc(interest::Column::MadeAt)
        .all(conn)
        .await?;
    // Blind ones show to nobody before both are interested.
    let asked: Vec<interest::Model> =
        rows.into_iter().filter(|row| is_open(row, look.now) && !row.message.is_empty()).collect();
    // Whom one does not want to hear from, one does not.
    let asked: Vec<interest::Model> = asked.into_iter().filter(|row| !look.declined(row.from_id)).collect();
    let own = interest::Entity::find()
        .filter(interest::Column::FromId.eq(member.id()))
        .filter(interest::Column::State.eq(interest::State::Open))
        .order_by_desc(interest::Column::MadeAt)
        .all(conn)
        .await?;
    let own: Vec<interest::Model> = own.into_iter().filter(|row| row.expires_at > look.now).collect();
    let about = entry::Entity::find()
        .filter(entry::Column::Id.is_in(asked.iter().filter_map(|row| row.entry_id)))
        .all(conn)
        .await?;
    let froms = by_ids(conn, look, &asked.iter().map(|row| row.from_id).collect::<Vec<_>>()).await?;
    let tos = by_ids(conn, look, &own.iter().map(|row| row.to_id).collect::<Vec<_>>()).await?;
    let known: Vec<Uuid> = look.contacts().iter().copied().collect();
    let mut contacts = by_ids(conn, look, &known).await?;
    contacts.sort_by_cached_key(|view| base::name::sorted_by(&view.name));
    let requests = asked.into_iter().filter_map(|interest| {
        let from = froms.iter().find(|view| view.id == interest.from_id)?.clone();
        let about = about.iter().find(|row| Some(row.id) == interest.entry_id).map(|row| row.title.clone());
        Some(Request { from, interest, about })
    });
    let waiting = own.into_iter().filter_map(|interest| {
        let to = tos.iter().find(|view| view.id == interest.to_id)?.clone();
        Some(Waiting { to, interest })
    });
    let entries = entry::Entity::find()
        .filter(entry::Column::ProfileId.eq(member.id()))
        .order_by_desc(entry::Column::CreatedAt)
        .order_by_asc(entry::Column::Id)
        .all(conn)
        .await?;
    let followed =
        topic_follow::Entity::find().filter(topic_follow::Column::ProfileId.eq(member.id())).all(conn).await?;
    let follows = topic::Entity::find()
        .filter(topic::Column::Id.is_in(followed.into_iter().map(|row| row.topic_id)))
        .order_by_asc(topic::Column::Position)
        .all(conn)
        .await?;
    let proposals = topic_proposal::Entity::find()
        .filter(topic_proposal::Column::ProfileId.eq(member.id()))
        .order_by_desc(topic_proposal::Column::MadeAt)
        .all(conn)
        .await?;
    Ok(Mine {
        requests: requests.collect(),
        waiting: waiting.collect(),
        cooperations: cooperation::mine(conn, look).await?,
        contacts,
        entries,
        follows,
        proposals,
    })
}

/// How one stands to somebody: for the buttons on their page.
#[derive(Clone, Debug, Default)]
pub struct Between {
    /// What one has shown, and nobody has answered, as far as one knows.
    pub shown: Option<interest::Model>,
    /// What they wrote, and one has not answered.
    pub asked: Option<interest::Model>,
    /// "No thanks".
    pub declined: bool,
    /// Whether there is a time at which people can meet.
    pub meets: bool,
}

/// Three statements.
pub async fn between(conn: &Conn, look: &Look, member: &Member, other: Uuid) -> Result<Between, DbErr> {
    let find = |from: Uuid, to: Uuid| {
        interest::Entity::find().filter(interest::Column::FromId.eq(from)).filter(interest::Column::ToId.eq(to))
    };
    let shown = find(member.id(), other).one(conn).await?.filter(|row| is_open(row, look.now));
    let asked = find(other, member.id()).one(conn).await?;
    let asked = asked.filter(|row| is_open(row, look.now) && !row.message.is_empty() && !look.declined(other));
    let meets = meeting::is_offered(conn, look.congress, look.now).await?;
    Ok(Between { shown, asked, declined: look.declined(other), meets })
}
