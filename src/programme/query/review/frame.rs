//! How the review is set up, and what somebody may in it.

use crate::entity::{review_criterion, review_phase, review_team, review_team_member, review_team_track};
use crate::rules::review::{Criterion, Others, Rights};
use crate::service::review::team::{Member, Team};
use base::{Permission, Time, Uuid};
use identity::entity::{account, role};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashSet;
use store::{Conn, DbErr};

/// All phases, the earliest first.
pub async fn phases(conn: &Conn, congress: Uuid) -> Result<Vec<review_phase::Model>, DbErr> {
    review_phase::Entity::find()
        .filter(review_phase::Column::CongressId.eq(congress))
        .order_by_asc(review_phase::Column::StartsAt)
        .order_by_asc(review_phase::Column::Id)
        .all(conn)
        .await
}

/// The phase that it is now: of two at once the one that began last.
pub fn current(phases: &[review_phase::Model], now: Time) -> Option<&review_phase::Model> {
    phases.iter().rev().find(|phase| phase.starts_at <= now && now < phase.ends_at)
}

/// What reviewers may in a phase, or outside all.
pub fn rights(phase: Option<&review_phase::Model>) -> Rights {
    phase.map_or(Rights::NONE, |phase| Rights {
        review: phase.review,
        assigned_only: phase.assigned_only,
        names: phase.names,
        others: match phase.others {
            review_phase::Others::Never => Others::Never,
            review_phase::Others::AfterOwn => Others::AfterOwn,
            review_phase::Others::Always => Others::Always,
        },
        reviewers: phase.reviewers,
    })
}

/// All criteria, in their order.
pub async fn criteria(conn: &Conn, congress: Uuid) -> Result<Vec<review_criterion::Model>, DbErr> {
    review_criterion::Entity::find()
        .filter(review_criterion::Column::CongressId.eq(congress))
        .order_by_asc(review_criterion::Column::Position)
        .order_by_asc(review_criterion::Column::Id)
        .all(conn)
        .await
}

/// The same as the rules take them.
pub fn scales(criteria: &[review_criterion::Model]) -> Vec<Criterion> {
    criteria.iter().map(|row| Criterion { id: row.id, weight: row.weight, most: row.most }).collect()
}

/// All teams with their ids, in their order. Three statements.
pub async fn teams(conn: &Conn, congress: Uuid) -> Result<Vec<(Uuid, Team)>, DbErr> {
    let rows = review_team::Entity::find()
        .filter(review_team::Column::CongressId.eq(congress))
        .order_by_asc(review_team::Column::Position)
        .order_by_asc(review_team::Column::Id)
        .all(conn)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let tracks = review_team_track::Entity::find()
        .filter(review_team_track::Column::TeamId.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    let members = review_team_member::Entity::find()
        .filter(review_team_member::Column::TeamId.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    let of = |row: review_team::Model| {
        let member = |member: &review_team_member::Model| Member {
            account: member.account_id,
            organisation: member.organisation.clone(),
        };
        let team = Team {
            name: row.name,
            position: row.position,
            tracks: tracks.iter().filter(|track| track.team_id == row.id).map(|track| track.track_id).collect(),
            members: members.iter().filter(|member| member.team_id == row.id).map(member).collect(),
        };
        (row.id, team.sorted())
    };
    Ok(rows.into_iter().map(of).collect())
}

/// One of them.
pub async fn team(conn: &Conn, congress: Uuid, id: Uuid) -> Result<Option<Team>, DbErr> {
    Ok(teams(conn, congress).await?.into_iter().find(|(one, _)| *one == id).map(|(_, team)| team))
}

/// Who may review in a congress by their roles, whose account is open.
pub async fn may_review(conn: &Conn, congress: Uuid) -> Result<HashSet<Uuid>, DbErr> {
    Ok(reviewers(conn, congress).await?.into_iter().map(|account| account.id).collect())
}

/// The same as accounts, by name.
pub async fn reviewers(conn: &Conn, congress: Uuid) -> Result<Vec<account::Model>, DbErr> {
    let here = Condition::any().add(role::Column::CongressId.is_null()).add(role::Column::CongressId.eq(congress));
    let roles = role::Entity::find().filter(here).all(conn).await?;
    let may = roles.iter().filter(|row| row.role.permissions().contains(&Permission::ReviewsWrite));
    let ids: HashSet<Uuid> = may.map(|row| row.account_id).collect();
    account::Entity::find()
        .filter(account::Column::Id.is_in(ids))
        .filter(account::Column::DisabledAt.is_null())
        .order_by_asc(account::Column::Name)
        .order_by_asc(account::Column::Id)
        .all(conn)
        .await
}

/// What somebody is in the review.
#[derive(Clone, Debug)]
pub struct Standing {
    pub account: Uuid,
    pub mail: String,
    pub rights: Rights,
    pub phase: Option<review_phase::Model>,
    /// For whom they work, by each of their teams.
    pub organisations: Vec<String>,
    /// They are in a team.
    pub is_member: bool,
    /// Tracks that their teams judge. None: all of them.
    tracks: Option<HashSet<Uuid>>,
}

impl Standing {
    /// What is of no track is for all.
    pub fn judges(&self, track: Option<Uuid>) -> bool {
        let theirs = |track| self.tracks.as_ref().is_none_or(|tracks| tracks.contains(&track));
        self.is_member && track.is_none_or(theirs)
    }
}

/// What an account is in the review now. Five statements.
pub async fn standing(conn: &Conn, congress: Uuid, account: Uuid, now: Time) -> Result<Standing, DbErr> {
    let phases = phases(conn, congress).await?;
    let phase = current(&phases, now).cloned();
    let mail = account::Entity::find_by_id(account).one(conn).await?.map(|row| row.address).unwrap_or_default();
    let teams = teams(conn, congress).await?;
    let mine: Vec<&Team> = teams
        .iter()
        .map(|(_, team)| team)
        .filter(|team| team.members.iter().any(|member| member.account == account))
        .collect();
    let all = mine.iter().any(|team| team.tracks.is_empty());
    let tracks = mine.iter().flat_map(|team| team.tracks.iter().copied()).collect();
    let own = mine.iter().flat_map(|team| &team.members).filter(|member| member.account == account);
    Ok(Standing {
        account,
        mail,
        rights: rights(phase.as_ref()),
        phase,
        organisations: own.map(|member| member.organisation.clone()).collect(),
        is_member: !mine.is_empty(),
        tracks: (!all).then_some(tracks),
    })
}
