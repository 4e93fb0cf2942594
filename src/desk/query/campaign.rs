//! What campaigns can name, and one with all that its page shows.

use base::{Actor, Language, Text, Uuid, name};
use campaign::CampaignError;
use campaign::entity::campaign::{Kind as CampaignKind, Model};
use campaign::entity::saved_segment;
use campaign::mail::shown;
use campaign::query::recipient::{self, Results};
use campaign::query::segment::{Reach, reach};
use campaign::rules::letter::{Block, Fault, faults};
use campaign::service::saved_segment::all as saved_segment_all;
use congress::entity::congress::{Column, Entity as Congresses};
use congress::entity::question::Kind;
use congress::entity::question_option;
use congress::query::question::questions;
use exhibition::query::Which;
use identity::entity::account;
use programme::entity::speaker;
use programme::query::public::plan;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;
use store::{Conn, DbErr};

/// What letters can show and segments ask for: what is public, and the congress's own tickets.
#[derive(Clone, Debug, Default)]
pub struct Offer {
    pub categories: Vec<(Uuid, Text)>,
    /// Of the newest release, unless they are called off.
    pub sessions: Vec<(Uuid, Text)>,
    pub speakers: Vec<(Uuid, Text)>,
    pub projects: Vec<(Uuid, Text)>,
    /// Earlier congresses of the same host.
    pub editions: Vec<(Uuid, Text)>,
    pub tracks: Vec<(Uuid, Text)>,
    /// Kinds of sessions.
    pub types: Vec<(Uuid, Text)>,
    /// What could be chosen at the registration, with its question. What is sensitive is nothing to send letters by.
    pub options: Vec<(Uuid, Text)>,
    /// What was answered by yes or no.
    pub questions: Vec<(Uuid, Text)>,
    /// Segments that are kept by name.
    pub saved: Vec<saved_segment::Model>,
}

/// The same number of statements, whatever there is.
pub async fn offer(conn: &Conn, congress: Uuid) -> Result<Offer, DbErr> {
    let mut offer = Offer::default();
    for view in ticketing::query::categories(conn, congress).await? {
        offer.categories.push((view.category.id, view.category.name.0));
    }
    if let Some(plan) = plan(conn, congress).await? {
        let sessions = plan.sessions.into_iter().filter(|session| !session.cancelled);
        offer.sessions = sessions.map(|session| (session.id, session.title)).collect();
        offer.sessions.sort_by_cached_key(|(_, title)| name::fold(title.in_language(Language::De)));
        let speakers = speaker::Entity::find().filter(speaker::Column::CongressId.eq(congress)).all(conn).await?;
        let ids: HashMap<String, Uuid> = speakers.into_iter().map(|row| (row.code, row.id)).collect();
        let known = |one: programme::query::public::Speaker| Some((*ids.get(&one.code)?, Text::same(one.name)));
        offer.speakers = plan.speakers.into_iter().filter_map(known).collect();
    }
    for view in exhibition::query::projects(conn, congress, Which::Published).await? {
        offer.projects.push((view.project.id, view.project.title.0));
    }
    for row in programme::query::tracks(conn, congress).await? {
        offer.tracks.push((row.id, row.name.0));
    }
    for row in programme::query::session_types(conn, congress).await? {
        offer.types.push((row.id, row.name.0));
    }
    for view in questions(conn, congress).await?.into_iter().filter(|view| !view.row.sensitive) {
        match view.row.kind {
            Kind::YesNo => offer.questions.push((view.row.id, view.row.label.0)),
            Kind::OneOf | Kind::SeveralOf => {
                let of = |option: question_option::Model| (option.id, both(&view.row.label.0, &option.label.0));
                offer.options.extend(view.options.into_iter().map(of));
            }
            Kind::Text | Kind::LongText | Kind::Number | Kind::Date | Kind::File => {}
        }
    }
    offer.saved = saved_segment_all(conn, congress).await?;
    if let Some(this) = congress::query::by_id(conn, congress).await? {
        let earlier = Congresses::find()
            .filter(Column::HostId.eq(this.host_id))
            .filter(Column::StartsAt.lt(this.starts_at))
            .order_by_desc(Column::StartsAt)
            .all(conn)
            .await?;
        offer.editions = earlier.into_iter().map(|row| (row.id, row.name.0)).collect();
    }
    Ok(offer)
}

/// A question with one of its answers.
fn both(question: &Text, option: &Text) -> Text {
    let said = |language| format!("{}: {}", question.in_language(language), option.in_language(language));
    Text::new(said(Language::De), said(Language::En))
}

/// What keeps a letter from going out.
pub async fn faults_of(conn: &Conn, row: &Model) -> Result<Vec<Fault>, DbErr> {
    let shown = shown(conn, row.congress_id, &row.blocks).await?;
    Ok(faults(&row.subject, &row.blocks, |block: &Block| shown.is_public(block)))
}

/// A campaign with all that its page shows.
#[derive(Clone, Debug)]
pub struct Detail {
    pub row: Model,
    pub offer: Offer,
    pub faults: Vec<Fault>,
    pub reach: Reach,
    /// Nothing while it is a draft.
    pub results: Results,
    /// Orders that followed: of news alone.
    pub followed: Option<u64>,
    pub troubled: Vec<recipient::Line>,
}

/// So many of whom somebody must know are shown.
pub const MOST: u64 = 50;

pub async fn detail(conn: &Conn, row: Model) -> Result<Detail, CampaignError> {
    let begun = row.started_at.is_some();
    let followed =
        if begun && row.kind == CampaignKind::News { Some(recipient::followed(conn, &row).await?) } else { None };
    Ok(Detail {
        offer: offer(conn, row.congress_id).await?,
        faults: faults_of(conn, &row).await?,
        reach: reach(conn, row.congress_id, &row.segment).await?,
        results: if begun { recipient::results(conn, row.id).await? } else { Results::default() },
        followed,
        troubled: if begun { recipient::troubled(conn, row.id, MOST).await? } else { vec![] },
        row,
    })
}

/// The mail address of who is logged in; none: it is a program.
pub async fn own_address(conn: &Conn, actor: &Actor) -> Result<Option<String>, DbErr> {
    let base::actor::ActorKind::Staff(id) = actor.kind else { return Ok(None) };
    Ok(account::Entity::find_by_id(id).one(conn).await?.map(|row| row.address))
}
