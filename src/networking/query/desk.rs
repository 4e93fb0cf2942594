//! How the directory stands, for those who run it. Figures and what was reported; nobody's interests, contacts or messages.

use super::topic::TopicView;
use super::{Look, topic};
use crate::entity::network_report::ObjectKind;
use crate::entity::{connection, entry, network_report, participation, profile, topic_proposal};
use base::{Time, Uuid, name};
use identity::entity::person;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::HashSet;
use store::Conn;

/// Something that was reported.
#[derive(Clone, Debug)]
pub struct ReportView {
    pub report: network_report::Model,
    /// The offer or need, or the name; none: it is gone.
    pub what: Option<String>,
    /// What it says.
    pub text: String,
}

/// How it stands.
#[derive(Clone, Debug)]
pub struct Overview {
    pub open: bool,
    pub people: u64,
    pub offers: u64,
    pub needs: u64,
    pub contacts: u64,
    /// Topics on which somebody looks for something and nobody offers anything.
    pub wanting: Vec<TopicView>,
    /// People who neither work on a topic nor offer or look for anything: nobody can be suggested to them.
    pub mute: u64,
    /// Offers and needs that nobody has touched for half a year.
    pub stale: u64,
    pub reports: Vec<ReportView>,
    pub proposals: Vec<topic_proposal::Model>,
}

/// Sixteen statements.
pub async fn overview(conn: &Conn, congress: Uuid, host: Uuid, now: Time) -> Result<Overview, DbErr> {
    let look = Look::of_staff(congress, now);
    let here = || crate::load::taking_part(congress);
    let people =
        participation::Entity::find().filter(participation::Column::CongressId.eq(congress)).count(conn).await?;
    let up = || {
        entry::Entity::find()
            .filter(entry::Column::ProfileId.in_subquery(here()))
            .filter(entry::Column::HiddenAt.is_null())
            .filter(entry::Column::ExpiresAt.gt(now))
    };
    let offers = up().filter(entry::Column::Side.eq(entry::Side::Offer)).count(conn).await?;
    let needs = up().filter(entry::Column::Side.eq(entry::Side::Need)).count(conn).await?;
    let half_a_year = now - chrono::TimeDelta::days(182);
    let stale = up().filter(entry::Column::ChangedAt.lt(half_a_year)).count(conn).await?;
    let contacts = connection::Entity::find().filter(connection::Column::CongressId.eq(congress)).count(conn).await?;
    let topics = topic::topics(conn, &look, host).await?;
    let wanting = topics.into_iter().filter(|view| view.needs > 0 && view.offers == 0).collect();
    let speaking = entry::Entity::find().select_only().column(entry::Column::ProfileId).into_query();
    let working = crate::entity::profile_topic::Entity::find()
        .select_only()
        .column(crate::entity::profile_topic::Column::ProfileId)
        .into_query();
    let mute = profile::Entity::find()
        .filter(profile::Column::Id.in_subquery(here()))
        .filter(profile::Column::Id.not_in_subquery(speaking))
        .filter(profile::Column::Id.not_in_subquery(working))
        .count(conn)
        .await?;
    let reports = network_report::Entity::find()
        .filter(network_report::Column::CongressId.eq(congress))
        .filter(network_report::Column::DecidedAt.is_null())
        .order_by_asc(network_report::Column::MadeAt)
        .all(conn)
        .await?;
    let proposals = topic_proposal::Entity::find()
        .filter(topic_proposal::Column::CongressId.eq(congress))
        .filter(topic_proposal::Column::DecidedAt.is_null())
        .order_by_asc(topic_proposal::Column::MadeAt)
        .all(conn)
        .await?;
    Ok(Overview {
        open: super::is_open(conn, congress).await?,
        people,
        offers,
        needs,
        contacts,
        wanting,
        mute,
        stale,
        reports: reported(conn, reports).await?,
        proposals,
    })
}

/// What the reports are about, each thing once. Three statements.
async fn reported(conn: &Conn, rows: Vec<network_report::Model>) -> Result<Vec<ReportView>, DbErr> {
    let ids = |kind: ObjectKind| -> Vec<Uuid> {
        rows.iter().filter(|row| row.object_kind == kind).map(|row| row.object_id).collect()
    };
    let entries = entry::Entity::find().filter(entry::Column::Id.is_in(ids(ObjectKind::Entry))).all(conn).await?;
    let profiles =
        profile::Entity::find().filter(profile::Column::Id.is_in(ids(ObjectKind::Profile))).all(conn).await?;
    let people = person::Entity::find()
        .filter(person::Column::Id.is_in(profiles.iter().map(|row| row.person_id)))
        .all(conn)
        .await?;
    let mut seen = HashSet::new();
    let view = |report: network_report::Model| {
        let (what, text) = match report.object_kind {
            ObjectKind::Entry => {
                let row = entries.iter().find(|row| row.id == report.object_id);
                (row.map(|row| row.title.clone()), row.map(|row| row.body.clone()))
            }
            ObjectKind::Profile => {
                let row = profiles.iter().find(|row| row.id == report.object_id);
                let person = row.and_then(|row| people.iter().find(|person| person.id == row.person_id));
                (
                    person.map(|person| name::full(&person.given_name, &person.family_name)),
                    row.map(|row| row.work.clone()),
                )
            }
        };
        ReportView { report, what, text: text.unwrap_or_default() }
    };
    Ok(rows.into_iter().filter(|row| seen.insert(row.object_id)).map(view).collect())
}
