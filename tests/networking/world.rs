//! A directory with people in it.

use crate::kit::{App, Client};
use base::{Actor, Text, Uuid};
use networking::entity::entry::{Form, Maturity, Region, Side};
use networking::entity::profile;
use networking::form::profile as form;
use networking::load::Guest;
use networking::rules::visibility::Level;
use networking::service::entry::Entry;
use networking::service::profile::Profile;
use networking::service::topic::{Topic, add};
use registration::entity::attendee;
use registration::load::{attendee_by_link, attendee_secret};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// The words that are agreed to.
pub const WORDS: &str = "Ich möchte im Verzeichnis stehen.";

/// Somebody with a ticket, who may join: the secret of their link.
pub async fn ticket(app: &App, congress: Uuid, name: &str, organisation: &str) -> String {
    let mut form = crate::kit::world::form(&[("on-site", name)]);
    let address = format!("{}@gast.example", base::name::fold(name).replace(' ', "."));
    form.attendees[0].email = address;
    form.attendees[0].organisation = organisation.into();
    let guest = Actor::guest(base::Language::De);
    let order = registration::service::order::place(&app.store, &guest, congress, form).await.unwrap().order;
    let row = attendee::Entity::find()
        .filter(attendee::Column::OrderId.eq(order.id))
        .one(app.store.read())
        .await
        .unwrap()
        .unwrap();
    attendee_secret(&app.program.state.link_key, &order, &row)
}

/// Opens the directory, with one topic.
pub async fn open(app: &App, congress: Uuid) -> Uuid {
    let system = Actor::system();
    networking::service::setting::set_open(&app.store, &system, congress, true).await.unwrap();
    topic(app, congress, "DMS und Scannen", "dms").await
}

pub async fn topic(app: &App, congress: Uuid, name: &str, slug: &str) -> Uuid {
    let id = app.store.chance().opaque_id();
    let new = Topic { name: Text::same(name), slug: slug.into(), synonyms: "E-Akte".into(), ..Topic::default() };
    add(&app.store, &Actor::system(), congress, id, new).await.unwrap();
    id
}

/// What somebody says of themselves, who says little.
pub fn said(name: &str, topics: &[Uuid]) -> Profile {
    let (given, family) = name.rsplit_once(' ').unwrap_or(("", name));
    let nothing = networking::service::entrance::Standing::default();
    Profile {
        given_name: given.into(),
        family_name: family.into(),
        organisation: "Alte Hansestadt Lemgo".into(),
        organisation_kind: congress::entity::organisation::Kind::Municipality,
        town: "Lemgo".into(),
        job: "IT-Leitung".into(),
        work: "Wir führen die E-Akte ein.".into(),
        phone: "05261 213-0".into(),
        topics: topics.iter().copied().collect(),
        ..Profile::of_guest(&nothing)
    }
}

/// Somebody with a ticket joins.
pub async fn join(app: &App, congress: Uuid, secret: &str, new: Profile) -> profile::Model {
    let conn = app.store.read();
    let attendee = attendee_by_link(conn, &app.program.state.link_key, congress, secret).await.unwrap();
    let guest = Guest::acting(conn, &attendee).await.unwrap();
    Box::pin(networking::service::profile::join(&app.store, &guest, new, WORDS)).await.unwrap()
}

/// Somebody of the directory, in a browser of theirs.
pub struct Somebody {
    pub profile: profile::Model,
    pub client: Client,
    /// Of the link of their ticket.
    pub secret: String,
}

/// The path of the way in that is sent to a mailbox today.
pub async fn entrance(app: &App, slug: &str, address: &str) -> String {
    use identity::entity::mailbox;
    let row = mailbox::Entity::find().filter(mailbox::Column::Address.eq(address)).one(app.store.read()).await;
    let id = row.unwrap().unwrap().id;
    let secret = networking::load::entrance_secret(&app.program.state.link_key, id, app.store.now());
    format!("/{slug}/network/entrance/{}/{secret}", id.simple())
}

/// Somebody joins and comes in.
pub async fn somebody(app: &App, congress: &congress::entity::congress::Model, new: Profile) -> Somebody {
    let name = base::name::full(&new.given_name, &new.family_name);
    let secret = ticket(app, congress.id, &name, &new.organisation).await;
    let profile = join(app, congress.id, &secret, new).await;
    let client = app.guest();
    let address = format!("{}@gast.example", base::name::fold(&name).replace(' ', "."));
    client.post_form(&entrance(app, &congress.slug, &address).await, &[]).await.expect(303);
    Somebody { profile, client, secret }
}

/// An offer or a need on a topic.
pub fn entry(side: Side, topic: Uuid, title: &str) -> Entry {
    Entry {
        side,
        form: Form::Experience,
        topic,
        title: title.into(),
        body: "Mehr dazu im Gespräch.".into(),
        maturity: Some(Maturity::Running),
        since: Some(2023),
        size: None,
        region: Region::Anywhere,
        level: Level::Participants,
        until: None,
    }
}

/// Writes one, and gives it as it is kept.
pub async fn write(app: &App, congress: Uuid, by: &profile::Model, new: Entry) -> networking::entity::entry::Model {
    let conn = app.store.read();
    let visit = networking::load::acting(conn, congress, by.id, base::Language::De).await.unwrap();
    let id = app.store.chance().opaque_id();
    networking::service::entry::add(&app.store, &visit, id, new).await.unwrap();
    networking::entity::entry::Entity::find_by_id(id).one(conn).await.unwrap().unwrap()
}

/// The fields of the form of a profile.
pub fn fields(new: &Profile) -> Vec<(String, String)> {
    let fields = form::fields(new, &[], chrono_tz::Europe::Berlin);
    fields.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}
