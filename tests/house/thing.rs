//! What stands behind the addresses that are walked.

use crate::kit::App;
use base::{Actor, Language};
use payment::entity::payment::Method;
use payment::form::MoneyForm;
use registration::entity::{attendee, order, substitution};
use registration::load::{attendee_of, order_to_manage, order_to_settle};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// A campaign that could go out.
pub async fn campaign(app: &App, congress: base::Uuid) -> String {
    use campaign::rules::letter::{Block, Blocks};
    let text = base::Text::new("Guten Tag {{ name }}", "Hello {{ name }}");
    let draft = campaign::service::campaign::Draft {
        name: "Anreise".into(),
        segment: campaign::rules::segment::Segment::with_ticket(),
        subject: base::Text::new("Bald", "Soon"),
        blocks: Blocks(vec![Block::Text { text }]),
        ..Default::default()
    };
    let id = app.store.chance().opaque_id();
    campaign::service::campaign::add(&app.store, &Actor::system(), congress, id, draft).await.unwrap().to_string()
}

/// Of the directory: somebody with an offer, what was reported of it, a topic, one that is proposed; and a way in.
pub struct Network {
    pub person: String,
    pub entry: String,
    /// Its id: for others, as if it were not there.
    pub own: String,
    pub body: String,
    pub report: String,
    pub proposal: String,
    pub topic: String,
    /// Of a cooperation that all see.
    pub cooperation: String,
    pub mailbox: base::Uuid,
}

pub async fn network(app: &App, congress: base::Uuid) -> Network {
    use crate::networking::world::{entry, join, open, said, ticket, write};
    use networking::entity::{entry::Side, network_report::ObjectKind, topic_proposal};
    let topic = open(app, congress).await;
    let secret = ticket(app, congress, "Nina Netz", "Alte Hansestadt Lemgo").await;
    let profile = join(app, congress, &secret, said("Nina Netz", &[topic])).await;
    let row = write(app, congress, &profile, entry(Side::Offer, topic, "Erfahrung")).await;
    let conn = app.store.read();
    let member = networking::load::acting(conn, congress, profile.id, Language::De).await.unwrap();
    networking::service::report::report(&app.store, &member, (ObjectKind::Entry, row.id), "Werbung").await.unwrap();
    let report = networking::entity::network_report::Entity::find().one(conn).await.unwrap().unwrap();
    let proposal = app.store.chance().opaque_id();
    networking::service::topic::propose(&app.store, &member, proposal, ("LoRaWAN", "")).await.unwrap();
    assert!(topic_proposal::Entity::find_by_id(proposal).one(conn).await.unwrap().is_some());
    let body = congress::entity::organisation::Entity::find_by_id(profile.organisation_id.unwrap());
    Network {
        person: profile.code.clone(),
        entry: row.code,
        own: row.id.to_string(),
        body: body.one(conn).await.unwrap().unwrap().code.unwrap(),
        report: report.id.to_string(),
        proposal: proposal.to_string(),
        topic: topic.to_string(),
        cooperation: cooperation(app, &member, topic).await,
        mailbox: profile.mailbox_id,
    }
}

async fn cooperation(app: &App, member: &networking::load::Member, topic: base::Uuid) -> String {
    use networking::entity::cooperation::Origin;
    use networking::service::cooperation::{Cooperation, start};
    let new = Cooperation {
        topic,
        title: "Gemeinsame E-Akte".into(),
        goal: "Einmal einführen statt dreimal.".into(),
        circle: networking::rules::cooperation::Circle::Public,
        seeks: true,
        wanted: String::new(),
        next: String::new(),
        next_owner: None,
        next_on: None,
        links: String::new(),
    };
    let nobody = std::collections::BTreeSet::new();
    start(&app.store, member, app.store.chance().opaque_id(), new, (Origin::Topic, &nobody)).await.unwrap()
}

/// Somebody who signed up for news, and has not confirmed it.
pub async fn contact(app: &App, congress: base::Uuid) -> campaign::entity::contact::Model {
    let guest = Actor::guest(Language::De);
    let who = ("neugierig@lemgo.example", "Nele Beck");
    campaign::service::contact::sign_up(&app.store, &guest, congress, who, Language::De).await.unwrap();
    app.run_jobs().await;
    campaign::entity::contact::Entity::find().one(app.store.read()).await.unwrap().unwrap()
}

pub async fn segment(app: &App, congress: base::Uuid) -> String {
    use campaign::service::saved_segment::{all, keep};
    let segment = campaign::rules::segment::Segment::with_ticket();
    keep(&app.store, &Actor::system(), congress, "Alle mit Ticket", segment).await.unwrap();
    all(app.store.read(), congress).await.unwrap().remove(0).id.to_string()
}

/// A session, a speaker, a track and a kind of sessions.
pub async fn making(app: &App, congress: base::Uuid) -> [String; 4] {
    let conn = app.store.read();
    let session = programme::query::session::after(conn, congress, &Default::default(), (None, 1)).await.unwrap();
    let speaker = programme::query::speaker::names(conn, congress).await.unwrap().remove(0);
    let track = programme::query::tracks(conn, congress).await.unwrap().remove(0);
    let kind = programme::query::session_types(conn, congress).await.unwrap().remove(0);
    [session[0].row.id, speaker.id, track.id, kind.id].map(|id| id.to_string())
}

/// A file that the order, and each of its people, answered with.
pub async fn files(app: &App, order: &order::Model) {
    use congress::entity::question::{Kind, UsedFor};
    use congress::rules::file::FileKind;
    use congress::service::answer::{Holder, attach};
    let people = attendee::Entity::find().filter(attendee::Column::OrderId.eq(order.id)).all(app.store.read()).await;
    let people = people.unwrap().into_iter().map(|row| row.id).collect();
    let all = [("proof", UsedFor::Attendee, "attendee", people), ("receipt", UsedFor::Order, "order", vec![order.id])];
    for (slug, used_for, kind, holders) in all {
        let new = crate::question::question(slug, Kind::File);
        let new = congress::service::question::Question { used_for, ..new };
        let question = app.ask(order.congress_id, slug, new).await.unwrap();
        let tx = app.store.begin().await.unwrap();
        for id in holders {
            let file = (FileKind::Pdf, &b"%PDF-1.7"[..]);
            attach(&tx, order.congress_id, Holder { kind, id }, question, "a.pdf", file).await.unwrap();
        }
        tx.commit().await.unwrap();
    }
}

/// Somebody who is asked to take over the first ticket of the order.
pub async fn substitution(app: &App, order: &order::Model) -> substitution::Model {
    let conn = app.store.read();
    let loaded = order_to_manage(conn, &Actor::system(), order.congress_id, &order.code).await.unwrap();
    let first = attendee_of(conn, &loaded, "1").await.unwrap();
    checkin::service::substitution::name(&app.store, &first, "lea@lemgo.example", Language::De).await.unwrap();
    app.run_jobs().await;
    substitution::Entity::find().one(app.store.read()).await.unwrap().unwrap()
}

/// A session with seats, one of which the first attendee of the order has.
pub async fn seat(app: &App, order: &order::Model) -> (String, String) {
    use programme::query::booking::{Only, occurrences};
    use programme::service::booking::{Wish, book, seats};
    let session = programme::entity::slot::Entity::find()
        .filter(programme::entity::slot::Column::CongressId.eq(order.congress_id))
        .filter(programme::entity::slot::Column::SessionId.is_not_null())
        .one(app.store.read())
        .await
        .unwrap()
        .and_then(|slot| slot.session_id)
        .unwrap();
    seats::set(&app.store, &Actor::system(), order.congress_id, session, Some(20)).await.unwrap();
    let of = occurrences(app.store.read(), order.congress_id, Only::All).await.unwrap().remove(0);
    let loaded = order_to_manage(app.store.read(), &Actor::system(), order.congress_id, &order.code).await.unwrap();
    let first = attendee_of(app.store.read(), &loaded, "1").await.unwrap();
    let wish = Wish { wait: false, despite: web::form::Seen::of(&()) };
    book(&app.store, &first, of.number, &wish).await.unwrap();
    (of.code, of.number.to_string())
}

/// An invitation to something that is to come.
pub async fn invitation(app: &App, order: &order::Model, slot: base::Uuid) -> calendar::entity::invitation::Model {
    use calendar::entity::invitation::{Entity, Model, Participation, Role, Told};
    let tx = app.store.begin().await.unwrap();
    let row = Model {
        id: tx.id(),
        congress_id: order.congress_id,
        mailbox_id: order.mailbox_id,
        slot_id: slot,
        session_id: tx.id(),
        role: Role::Speaker,
        attendee_id: None,
        name: "Lea Nolte".into(),
        uid: tx.id(),
        sequence: 0,
        content: Told(calendar::rules::invitation::Content {
            title: base::Text::same("Eins"),
            room: base::Text::default(),
            venue: String::new(),
            starts_at: tx.now() + chrono::TimeDelta::days(30),
            ends_at: tx.now() + chrono::TimeDelta::days(31),
        }),
        invited_at: tx.now(),
        changed_at: tx.now(),
        cancelled_at: None,
        participation: Participation::NeedsAction,
        answered_at: None,
        organiser: None,
    };
    Entity::insert(sea_orm::IntoActiveModel::into_active_model(row.clone()))
        .exec_without_returning(&*tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    row
}

/// The calendar of the first attendee.
pub async fn own_calendar(app: &App, order: &order::Model) -> calendar::entity::calendar_link::Model {
    let loaded = order_to_manage(app.store.read(), &Actor::system(), order.congress_id, &order.code).await.unwrap();
    let first = attendee_of(app.store.read(), &loaded, "1").await.unwrap();
    calendar::service::link::renew(&app.store, &first, None).await.unwrap();
    calendar::load::link_of(app.store.read(), first.row()).await.unwrap().unwrap()
}

/// Somebody who waits, and is offered a place at once.
pub async fn waiting(app: &App, congress: base::Uuid) -> congress::entity::waiting::Model {
    let tx = app.store.begin().await.unwrap();
    let terms = congress::service::waiting::terms::Terms { open: true, ..Default::default() };
    congress::service::waiting::terms::set_in(&tx, &Actor::system(), congress, terms, None).await.unwrap();
    tx.commit().await.unwrap();
    let wish = registration::form::waiting::WaitingForm {
        id: app.store.chance().opaque_id(),
        name: "Nour Al-Khatib".into(),
        email: "nour@lemgo.example".into(),
        organisation: String::new(),
        n: 2,
        choices: vec!["on-site".into()],
        language: Language::De,
        source: congress::entity::waiting::Source::Web,
    };
    let joined =
        registration::service::waiting::join(&app.store, &Actor::guest(Language::De), congress, wish).await.unwrap();
    app.run_jobs().await;
    joined.entry
}

/// A payment for the order, and the number of its invoice.
pub async fn money(app: &App, order: &order::Model) -> (String, String) {
    let conn = app.store.read();
    let loaded = order_to_settle(conn, &Actor::system(), order.congress_id, &order.code).await.unwrap();
    let form = MoneyForm {
        cents: 4900,
        method: Method::Transfer,
        day: app.store.now().date_naive(),
        reference: String::new(),
        note: String::new(),
        shown: None,
    };
    payment::service::payment::receive(&app.store, &loaded, app.store.chance().opaque_id(), &form).await.unwrap();
    app.run_jobs().await;
    let account = payment::query::account(app.store.read(), order).await.unwrap();
    (account.payments[0].id.to_string(), account.invoices[0].number.clone())
}
