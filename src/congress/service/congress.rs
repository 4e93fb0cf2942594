//! Adding congresses and what stands in them.

use crate::entity::{congress, organisation, partner, passage, room, topic};
use crate::{CongressError, Event, rules};
use base::{Actor, Text, Time, Uuid};
use identity::service::host::first_host;
use sea_orm::ExprTrait;
use sea_orm::sea_query::{Expr, LockType, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use store::{Conn, Store, Tx, is_duplicate, record};

/// What a new congress needs. Everything else has a default that can be changed later.
#[derive(Clone, Debug)]
pub struct NewCongress {
    pub slug: String,
    pub name: Text,
    pub starts_at: Time,
    pub ends_at: Time,
    pub zone: String,
    pub phase: congress::Phase,
}

/// Adds a congress with a key of its own that signs its tickets. The first one makes the host too, named like it.
pub async fn add(tx: &Tx, actor: &Actor, new: NewCongress) -> Result<congress::Model, CongressError> {
    add_with_id(tx, actor, tx.id(), new).await
}

/// The same under this id.
pub(super) async fn add_with_id(
    tx: &Tx,
    actor: &Actor,
    id: Uuid,
    new: NewCongress,
) -> Result<congress::Model, CongressError> {
    rules::check_slug(&new.slug, address::RESERVED)?;
    rules::check_span(new.starts_at, new.ends_at)?;
    rules::check_zone(&new.zone)?;
    rules::check_name(&new.name)?;
    let host_id = first_host(tx, &new.name).await?.id;
    let row = congress::Model {
        id,
        host_id,
        slug: new.slug.clone(),
        wordmark: new.name.in_language(base::Language::De).to_owned(),
        wordmark_accent: String::new(),
        name: new.name.into(),
        lead: Text::default().into(),
        place: Text::default().into(),
        host_line: Text::default().into(),
        starts_at: new.starts_at,
        ends_at: new.ends_at,
        doors_at: None,
        zone: new.zone,
        phase: new.phase,
        venue_name: String::new(),
        venue_street: String::new(),
        venue_postcode: String::new(),
        venue_town: String::new(),
        contact_address: String::new(),
        signature: String::new(),
        accent: String::new(),
        sender_name: String::new(),
        reply_to: String::new(),
        names_until: None,
        substitutes_until: None,
        category_until: None,
        cancel_until: None,
        revision: 1,
        moves: 0,
        moved_at: None,
        created_at: tx.now(),
    };
    let inserted =
        congress::Entity::insert(congress::ActiveModel::from(row.clone())).exec_without_returning(&**tx).await;
    if let Err(e) = inserted {
        return Err(if is_duplicate(&e) { CongressError::SlugTaken(new.slug) } else { e.into() });
    }
    let seed = tx.chance().bytes::<32>();
    store::key::add_ticket_key(tx, id, &seed, &ticket::SigningKey::from_bytes(&seed).verifying_key().to_bytes())
        .await?;
    record(tx, actor, Event::Added { congress: id, slug: new.slug }).await?;
    Ok(row)
}

/// Adds a congress from the desk: a draft, with the short line that says where. Its short name comes from its name
/// unless one is given. If one with this `id` is there already, it is that one, as it is: the form was sent twice.
pub async fn create(
    store: &Store,
    actor: &Actor,
    id: Uuid,
    new: NewCongress,
    place: Text,
) -> Result<congress::Model, CongressError> {
    rules::check_texts(&[&place])?;
    let mut tries = TRIES;
    loop {
        match create_once(store, actor, id, new.clone(), place.clone()).await {
            // Somebody else took the proposed one at the same moment: there is another.
            Err(CongressError::SlugTaken(_)) if new.slug.is_empty() && tries > 0 => tries -= 1,
            done => return done,
        }
    }
}

/// How often another short name is proposed, because somebody took the one before at the same moment.
pub const TRIES: usize = 5;

async fn create_once(
    store: &Store,
    actor: &Actor,
    id: Uuid,
    mut new: NewCongress,
    place: Text,
) -> Result<congress::Model, CongressError> {
    let tx = store.begin().await?;
    if let Some(there) = crate::query::by_id(&tx, id).await? {
        tx.rollback().await?;
        return Ok(there);
    }
    if new.slug.is_empty() {
        new.slug = free_slug(&tx, &new.name).await?;
    }
    let row = match add_with_id(&tx, actor, id, new).await {
        Ok(row) => row,
        // Twice at the same moment: the other one was faster.
        Err(CongressError::SlugTaken(slug)) => {
            tx.rollback().await?;
            let there = crate::query::by_id(store.read(), id).await?;
            return there.ok_or(CongressError::SlugTaken(slug));
        }
        Err(error) => return Err(error),
    };
    let update = congress::ActiveModel { place: Set(place.into()), ..Default::default() };
    congress::Entity::update_many().set(update).filter(congress::Column::Id.eq(row.id)).exec(&*tx).await?;
    tx.commit().await?;
    Ok(row)
}

/// A short name that no congress has, from a name.
pub async fn free_slug(conn: &Conn, name: &Text) -> Result<String, DbErr> {
    let there = congress::Entity::find().all(conn).await?;
    let taken = |slug: &str| address::RESERVED.contains(&slug) || there.iter().any(|row| row.slug == slug);
    Ok(rules::free_slug(name.in_language(base::Language::De), taken))
}

/// What organisers say of a congress, and may change.
#[derive(Clone, Debug)]
pub struct Description {
    pub wordmark: String,
    pub wordmark_accent: String,
    pub lead: Text,
    pub place: Text,
    pub host_line: Text,
    pub doors_at: Option<Time>,
    pub venue_name: String,
    pub venue_street: String,
    pub venue_postcode: String,
    pub venue_town: String,
    pub contact_address: String,
    pub signature: String,
}

/// Describes a congress: its words, its venue, who signs its mails.
pub async fn describe(tx: &Tx, actor: &Actor, congress: Uuid, new: Description) -> Result<(), CongressError> {
    use congress::Column as C;
    congress::Entity::update_many()
        .col_expr(C::Wordmark, Expr::value(new.wordmark))
        .col_expr(C::WordmarkAccent, Expr::value(new.wordmark_accent))
        .set(congress::ActiveModel {
            lead: Set(new.lead.into()),
            place: Set(new.place.into()),
            host_line: Set(new.host_line.into()),
            doors_at: Set(new.doors_at),
            venue_name: Set(new.venue_name),
            venue_street: Set(new.venue_street),
            venue_postcode: Set(new.venue_postcode),
            venue_town: Set(new.venue_town),
            contact_address: Set(new.contact_address),
            signature: Set(new.signature),
            ..Default::default()
        })
        .filter(C::Id.eq(congress))
        .exec(&**tx)
        .await?;
    raise_revision(tx, congress).await?;
    record(tx, actor, Event::Described { congress }).await?;
    Ok(())
}

/// Opens a congress, ends it, or takes it back to a draft.
pub async fn set_phase(tx: &Tx, actor: &Actor, congress: Uuid, phase: congress::Phase) -> Result<(), CongressError> {
    congress::Entity::update_many()
        .col_expr(congress::Column::Phase, phase.into())
        .filter(congress::Column::Id.eq(congress))
        .exec(&**tx)
        .await?;
    raise_revision(tx, congress).await?;
    record(tx, actor, Event::PhaseSet { congress, phase }).await?;
    Ok(())
}

/// Moves a congress from the phase that was seen to another. Whoever saw another phase is told, unless it is where they
/// want it already.
pub async fn move_phase(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    from: congress::Phase,
    to: congress::Phase,
) -> Result<(), CongressError> {
    let now = hold(tx, congress).await?.phase;
    if now == to {
        return Ok(());
    }
    if now != from {
        return Err(web::form::Stale.into());
    }
    crate::service::waiting::stir(tx, congress).await?;
    set_phase(tx, actor, congress, to).await
}

/// Holds a congress until the transaction ends: what is set up in it is set up by one after the other. Orders and scans go
/// on meanwhile. (On SQLite the writer is alone anyway.)
pub async fn hold(tx: &Tx, congress: Uuid) -> Result<congress::Model, CongressError> {
    let find = congress::Entity::find().filter(congress::Column::Id.eq(congress));
    find.lock(LockType::NoKeyUpdate).one(&**tx).await?.ok_or(CongressError::Unknown)
}

/// The same for what also changes other congresses of the host: it holds the host first, so that two who do so never wait
/// for each other's congress in a circle.
pub async fn hold_with_host(tx: &Tx, congress: Uuid) -> Result<congress::Model, CongressError> {
    let host = crate::query::by_id(tx, congress).await?.ok_or(CongressError::Unknown)?.host_id;
    identity::service::host::hold(tx, host).await?;
    hold(tx, congress).await
}

/// Says that public data has changed: cached pages are made anew.
pub async fn raise_revision(tx: &Tx, congress: Uuid) -> Result<(), DbErr> {
    congress::Entity::update_many()
        .col_expr(congress::Column::Revision, Expr::col(congress::Column::Revision).add(1))
        .filter(congress::Column::Id.eq(congress))
        .exec(&**tx)
        .await
        .map(|_| ())
}

/// The same of all congresses of a host, whose rows the caller holds by the host's.
pub async fn raise_revisions(tx: &Tx, host: Uuid) -> Result<(), DbErr> {
    congress::Entity::update_many()
        .col_expr(congress::Column::Revision, Expr::col(congress::Column::Revision).add(1))
        .filter(congress::Column::HostId.eq(host))
        .exec(&**tx)
        .await
        .map(|_| ())
}

/// A room, after those that are there.
pub async fn add_room(
    tx: &Tx,
    (congress, id): (Uuid, Uuid),
    slug: &str,
    name: Text,
    seats: Option<i32>,
    position: i32,
) -> Result<(), DbErr> {
    let row = room::ActiveModel {
        id: Set(id),
        congress_id: Set(congress),
        slug: Set(slug.into()),
        name: Set(name.into()),
        seats: Set(seats),
        position: Set(position),
        guid: Set(None),
        origin: Set(None),
        several: Set(false),
        changeover_minutes: Set(None),
    };
    room::Entity::insert(row).exec_without_returning(&**tx).await?;
    raise_revision(tx, congress).await
}

/// A text for a place of the congress.
#[derive(Clone, Debug)]
pub struct NewPassage {
    pub place: passage::Place,
    pub slug: String,
    pub icon: String,
    pub preline: Text,
    pub title: Text,
    pub body: Text,
}

/// Adds texts in this order.
pub async fn add_passages(tx: &Tx, congress: Uuid, passages: Vec<NewPassage>) -> Result<(), DbErr> {
    let rows = passages.into_iter().zip(1..).map(|(new, position)| passage::ActiveModel {
        id: Set(tx.id()),
        congress_id: Set(congress),
        place: Set(new.place),
        slug: Set(new.slug),
        position: Set(position),
        icon: Set(new.icon),
        preline: Set(new.preline.into()),
        title: Set(new.title.into()),
        body: Set(new.body.into()),
    });
    passage::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    raise_revision(tx, congress).await
}

/// An organisation of the host by its name, made if it is not there.
pub async fn organisation(
    tx: &Tx,
    host: Uuid,
    name: &str,
    kind: organisation::Kind,
    town: &str,
) -> Result<Uuid, DbErr> {
    let row = organisation::ActiveModel {
        id: Set(tx.id()),
        host_id: Set(host),
        name: Set(name.into()),
        kind: Set(kind),
        town: Set(town.into()),
        created_at: Set(tx.now()),
        ..Default::default()
    };
    let again = OnConflict::columns([organisation::Column::HostId, organisation::Column::Name])
        .update_columns([organisation::Column::Kind, organisation::Column::Town])
        .to_owned();
    organisation::Entity::insert(row).on_conflict(again).exec_with_returning(&**tx).await.map(|m| m.id)
}

/// Says that an organisation carries a congress.
pub async fn add_partner(
    tx: &Tx,
    congress: Uuid,
    organisation: Uuid,
    part: partner::Part,
    position: i32,
) -> Result<(), DbErr> {
    let row = partner::ActiveModel {
        id: Set(tx.id()),
        congress_id: Set(congress),
        organisation_id: Set(organisation),
        part: Set(part),
        position: Set(position),
        link: Set(String::new()),
    };
    partner::Entity::insert(row).exec_without_returning(&**tx).await?;
    raise_revision(tx, congress).await
}

/// A cooperation topic of the host, by its short name.
pub async fn add_topic(
    tx: &Tx,
    host: Uuid,
    parent: Option<Uuid>,
    slug: &str,
    name: Text,
    position: i32,
) -> Result<Uuid, DbErr> {
    let id = tx.id();
    let row = topic::ActiveModel {
        id: Set(id),
        host_id: Set(host),
        parent_id: Set(parent),
        slug: Set(slug.into()),
        name: Set(name.into()),
        position: Set(position),
        ..Default::default()
    };
    topic::Entity::insert(row).exec_without_returning(&**tx).await?;
    Ok(id)
}
