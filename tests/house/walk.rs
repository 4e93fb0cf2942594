//! Every route with variables that exist.

use crate::kit::App;
use crate::kit::world::form;
use base::actor::Grant;
use base::{Actor, Language, Permission};
use checkin::service::check_in::NewScan;
use payment::entity::payment::Method;
use payment::form::MoneyForm;
use registration::entity::{attendee, order, substitution};
use registration::form::{OrderForm, VoucherForm};
use registration::load::contingent::contingent_secret;
use registration::load::{
    attendee_of, attendee_secret, order_secret, order_to_manage, order_to_settle, place_secret, substitution_secret,
};
use registration::service::order::place;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use web::RouteInfo;

/// A congress with something of everything behind an address.
pub struct Things {
    congress: String,
    order: order::Model,
    attendee: attendee::Model,
    message: String,
    mailbox: String,
    scan: String,
    login: String,
    /// Somebody of the team.
    account: String,
    payment: String,
    /// Its number.
    invoice: String,
    /// A category of it.
    category: String,
    substitution: substitution::Model,
    /// Somebody on the waiting list.
    waiting: congress::entity::waiting::Model,
    voucher: String,
    /// A partner's places, one of which is somebody's.
    contingent: registration::entity::contingent::Model,
    place: String,
    /// A session of the programme with seats, and somebody who speaks.
    session: String,
    speaker: String,
    /// A call, what was handed in, who speaks, and a late link.
    call: crate::call::Something,
    /// A session, a speaker, a track and a kind of sessions.
    making: [String; 4],
    /// The number of an occurrence of it at which the attendee has a seat.
    seat: String,
    /// Of the programme.
    slot: String,
    room: String,
    track: String,
    hall: String,
    stand: String,
    /// A project at that stand, and its code.
    project: String,
    project_code: String,
    /// Slugs of a room and a track that sessions of the release are in.
    parts: [String; 2],
    calendar: calendar::entity::calendar_link::Model,
    invitation: calendar::entity::invitation::Model,
    campaign: String,
    /// Somebody who is asked whether they want news, and a segment that is kept.
    contact: campaign::entity::contact::Model,
    segment: String,
    key: base::secret::LinkKey,
}

impl Things {
    pub async fn new(app: &App) -> Self {
        Box::pin(Self::made(app)).await
    }

    async fn made(app: &App) -> Self {
        let congress = app.congress("walk", 50).await;
        let tx = app.store.begin().await.unwrap();
        let page = congress::service::congress::NewPassage {
            place: congress::entity::passage::Place::Page,
            slug: "imprint".into(),
            icon: String::new(),
            preline: base::Text::default(),
            title: base::Text::new("Impressum", "Imprint"),
            body: base::Text::new("Wer wir sind.", "Who we are."),
        };
        congress::service::congress::add_passages(&tx, congress.id, vec![page]).await.unwrap();
        congress::service::copy::note(&tx, &Actor::system(), congress.id, &congress, vec!["rooms"]).await.unwrap();
        tx.commit().await.unwrap();
        let seller = crate::payment::seller();
        payment::service::seller::set(&app.store, &Actor::system(), congress.id, seller, &web::form::Seen::of(&()))
            .await
            .unwrap();
        let voucher =
            crate::registration::voucher::add(app, congress.id, crate::registration::voucher::of("WALK", 5)).await;
        let given = VoucherForm { code: "walk".into(), reach: 1 };
        let form = OrderForm {
            notify: true,
            voucher: Some(given),
            ..form(&[("on-site", "Henrik Stallmann"), ("paid", "Lea Nolte")])
        };
        let order = place(&app.store, &Actor::guest(Language::De), congress.id, form).await.unwrap().order;
        app.run_jobs().await;
        files(app, &order).await;
        let (payment, invoice) = money(app, &order).await;
        let waiting = waiting(app, congress.id).await;
        let attendee = attendee::Entity::find()
            .filter(attendee::Column::OrderId.eq(order.id))
            .one(app.store.read())
            .await
            .unwrap();
        let message = post::query::list(app.store.read(), congress.id, None, 1, 0).await.unwrap().remove(0);
        let grant = Grant { congress: None, permissions: vec![Permission::CheckInsWrite] };
        let staff = Actor::staff(app.store.chance().opaque_id(), "Lea", Language::De, vec![grant]);
        let scan = NewScan {
            ticket: "nothing".into(),
            gate: "main".into(),
            nonce: app.store.chance().opaque_id(),
            at: None,
            force: false,
            note: String::new(),
        };
        checkin::service::check_in::check_in(&app.store, &staff, congress.id, scan).await.unwrap();
        let scan = checkin::entity::scan::Entity::find().one(app.store.read()).await.unwrap().unwrap().id.to_string();
        let account = identity::service::account::NewAccount {
            email: "guest-account@staff.example",
            name: None,
            language: Language::De,
            role: identity::Role::Door,
            congress: Some(congress.id),
            password: None,
        };
        let account = identity::service::account::add_account(&app.store, &Actor::system(), account).await.unwrap();
        let login = identity::service::login_link::invite(&app.store, &Actor::system(), account.id).await.unwrap();
        let key = app.program.state.link_key.clone();
        let category = ticketing::query::categories(app.store.read(), congress.id).await.unwrap().remove(0);
        let file = crate::schedule::bytes("pretalx-democon.json");
        let actor = Actor::system();
        let taken =
            programme::service::import::file(&app.store, &actor, &congress.slug, &file, None, Default::default());
        Box::pin(taken).await.unwrap();
        let plan = programme::query::public::plan(app.store.read(), congress.id).await.unwrap().expect("a release");
        let spoken = plan.sessions.iter().find(|session| !session.speakers.is_empty()).expect("a session");
        let speaker = plan.speakers[spoken.speakers[0]].code.clone();
        let (session, seat) = Box::pin(seat(app, &order)).await;
        let draft = programme::query::plan::draft(app.store.read(), &congress).await.unwrap();
        let hall = crate::exhibition::add_hall(app, congress.id).await;
        let stand = crate::exhibition::add_stand(app, congress.id, crate::exhibition::stand(hall, "1", 100)).await;
        let project = crate::exhibition::add_project(app, congress.id, crate::exhibition::project("Pegelsensor")).await;
        exhibition::service::place::place(&app.store, &Actor::system(), congress.id, project, Some(stand))
            .await
            .unwrap();
        let (contingent, place) = crate::registration::contingent::given(app, congress.id).await;
        let call = crate::call::something(app, congress.id).await;
        Self {
            category: category.category.id.to_string(),
            congress: congress.slug,
            attendee: attendee.unwrap(),
            message: message.id.to_string(),
            mailbox: order.mailbox_id.to_string(),
            scan,
            login,
            account: account.id.to_string(),
            payment,
            invoice,
            substitution: substitution(app, &order).await,
            waiting,
            voucher: voucher.to_string(),
            session,
            speaker,
            contingent,
            place,
            call,
            making: making(app, congress.id).await,
            parts: [plan.rooms[0].slug.clone(), plan.tracks[0].slug.clone()],
            calendar: own_calendar(app, &order).await,
            invitation: invitation(app, &order, draft.slots[0].id).await,
            seat,
            campaign: campaign(app, congress.id).await,
            contact: contact(app, congress.id).await,
            segment: segment(app, congress.id).await,
            slot: draft.slots[0].id.to_string(),
            room: draft.rooms[0].id.to_string(),
            track: draft.tracks[0].id.to_string(),
            hall: hall.to_string(),
            stand: stand.to_string(),
            project: project.to_string(),
            project_code: crate::exhibition::all_projects(app).await.remove(0).code,
            order,
            key,
        }
    }

    /// The path of a route, leading to something that exists.
    pub fn path(&self, pattern: &str) -> String {
        let waiting = self.waiting.id.to_string();
        let speaker = self.call.speaker.id.to_string();
        let call = self.call.call.id.to_string();
        let secret = if pattern.contains("/call/") {
            programme::load::late_secret(&self.key, &self.call.link)
        } else if pattern.contains("/submissions/") {
            programme::load::submission_secret(&self.key, &self.call.submission)
        } else if pattern.contains("/speaking/") {
            programme::load::speaker_secret(&self.key, &self.call.speaker)
        } else if pattern.contains("/contingents/") {
            contingent_secret(&self.key, &self.contingent)
        } else if pattern.contains("/places/") {
            place_secret(&self.key, &self.order, &self.attendee)
        } else if pattern.contains("/substitutes/") {
            substitution_secret(&self.key, &self.order, &self.attendee, &self.substitution)
        } else if pattern.contains("/waiting/") {
            registration::load::waiting::waiting_secret(&self.key, &self.waiting)
        } else if pattern.contains("/calendars/{secret}") {
            calendar::load::secret(&self.key, &self.calendar)
        } else if pattern.contains("/invitations/") {
            calendar::load::invitation_secret(&self.key, &self.invitation)
        } else if pattern.contains("/news/") {
            campaign::load::request_secret(&self.key, &self.contact)
        } else if pattern.contains("/subscriptions/") {
            campaign::load::secret(&self.key, self.mailbox.parse().unwrap())
        } else if pattern.contains("/my/") {
            attendee_secret(&self.key, &self.order, &self.attendee)
        } else {
            order_secret(&self.key, &self.order)
        };
        let new = "new".to_owned();
        let contingent = self.contingent.id.to_string();
        let invitation = self.invitation.id.to_string();
        let contact = self.contact.id.to_string();
        let id = match pattern {
            // Lists that were handed in are gone after an hour; the contact is needed after.
            p if p.contains("/contacts/imports/") || p.ends_with("/contacts/{id}/removal") => &self.hall,
            p if p.contains("/desk/contacts/") || p.contains("/news/") => &contact,
            p if p.contains("/desk/segments/") => &self.segment,
            p if p.contains("/invitations/") => &invitation,
            // One that is gone already: the campaign is needed after.
            p if p.ends_with("/campaigns/{id}/removal") => &self.hall,
            p if p.contains("/desk/campaigns/") => &self.campaign,
            p if p.contains("/speaking/") => &speaker,
            p if p.contains("/desk/calls/") => &call,
            p if p.contains("/stands/halls/") => &self.hall,
            p if p.contains("/stands/") => &self.stand,
            // One that is gone already: the project is needed after.
            p if p.contains("/desk/projects/") && p.ends_with("/removal") => &self.hall,
            p if p.contains("/desk/projects/") => &self.project,
            p if p.contains("/door/") => &self.scan,
            p if p.contains("/desk/sessions/") => &self.making[0],
            p if p.contains("/desk/speakers/") => &self.making[1],
            p if p.contains("/desk/tracks/") => &self.making[2],
            p if p.contains("/desk/session-types/") => &self.making[3],
            p if p.contains("/schedule/slots/") => &self.slot,
            p if p.contains("/rules/rooms/") => &self.room,
            p if p.contains("/rules/tracks/") => &self.track,
            p if p.contains("/team/{id}/") => &self.account,
            p if p.contains("/waiting/") => &waiting,
            p if p.contains("/contingents/") => &contingent,
            p if p.contains("/money/") => &self.payment,
            p if p.contains("/vouchers/{id}") => &self.voucher,
            p if p.contains("/mailboxes/") => &self.mailbox,
            p if p.contains("/categories/{id}/") => &self.category,
            p if (p.contains("/settings/") || p.contains("/review-frame/")) && !p.ends_with("/removal") => &new,
            _ => &self.message,
        };
        let question = if pattern.contains("/my/") || pattern.contains("/attendees/") { "proof" } else { "receipt" };
        let asset = web::asset::path("theme.css");
        let number = match pattern {
            p if p.contains("/invoices/") => self.invoice.as_str(),
            p if p.contains("/workshops") || p.contains("/bookings") => self.seat.as_str(),
            _ => "1",
        };
        let handed_in = ["/submissions/", "/speaking/", "/desk/reviews/", "/desk/review-board/"];
        let code = match pattern {
            p if p.contains("/programme/") => &self.session,
            p if p.contains("/projects/") => &self.project_code,
            p if handed_in.iter().any(|part| p.contains(part)) => &self.call.submission.code,
            p if p.contains("/speakers/{code}") => &self.speaker,
            _ => &self.order.code,
        };
        pattern
            .replace("{congress}", &self.congress)
            .replace("{campaign}", &self.campaign)
            .replace("{mailbox}", &self.mailbox)
            .replace("{call}", &self.call.call.slug)
            .replace("{link}", &self.call.link.id.to_string())
            .replace("{category}", "on-site")
            .replace("{quota}", "seats")
            .replace("{code}", code)
            .replace("{secret}", &secret)
            .replace("{number}", number)
            .replace("{first}", &format!("{}-1", self.order.code))
            .replace("{second}", &format!("{}-2", self.order.code))
            .replace("{place}", &self.place)
            .replace("{position}", "1")
            .replace("{room}", &self.parts[0])
            .replace("{track}", &self.parts[1])
            .replace("{id}", id)
            .replace("{question}", question)
            .replace("{page}", "imprint")
            .replace("{token}", &self.login)
            .replace("{file}", asset.rsplit('/').next().unwrap_or_default())
    }
}

/// A campaign that could go out.
async fn campaign(app: &App, congress: base::Uuid) -> String {
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

/// Somebody who signed up for news, and has not confirmed it.
async fn contact(app: &App, congress: base::Uuid) -> campaign::entity::contact::Model {
    let guest = Actor::guest(Language::De);
    let who = ("neugierig@lemgo.example", "Nele Beck");
    campaign::service::contact::sign_up(&app.store, &guest, congress, who, Language::De).await.unwrap();
    app.run_jobs().await;
    campaign::entity::contact::Entity::find().one(app.store.read()).await.unwrap().unwrap()
}

async fn segment(app: &App, congress: base::Uuid) -> String {
    use campaign::service::saved_segment::{all, keep};
    let segment = campaign::rules::segment::Segment::with_ticket();
    keep(&app.store, &Actor::system(), congress, "Alle mit Ticket", segment).await.unwrap();
    all(app.store.read(), congress).await.unwrap().remove(0).id.to_string()
}

/// A session, a speaker, a track and a kind of sessions.
async fn making(app: &App, congress: base::Uuid) -> [String; 4] {
    let conn = app.store.read();
    let session = programme::query::session::after(conn, congress, &Default::default(), (None, 1)).await.unwrap();
    let speaker = programme::query::speaker::names(conn, congress).await.unwrap().remove(0);
    let track = programme::query::tracks(conn, congress).await.unwrap().remove(0);
    let kind = programme::query::session_types(conn, congress).await.unwrap().remove(0);
    [session[0].row.id, speaker.id, track.id, kind.id].map(|id| id.to_string())
}

/// A file that the order, and each of its people, answered with.
async fn files(app: &App, order: &order::Model) {
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
async fn substitution(app: &App, order: &order::Model) -> substitution::Model {
    let conn = app.store.read();
    let loaded = order_to_manage(conn, &Actor::system(), order.congress_id, &order.code).await.unwrap();
    let first = attendee_of(conn, &loaded, "1").await.unwrap();
    checkin::service::substitution::name(&app.store, &first, "lea@lemgo.example", Language::De).await.unwrap();
    app.run_jobs().await;
    substitution::Entity::find().one(app.store.read()).await.unwrap().unwrap()
}

/// A session with seats, one of which the first attendee of the order has.
async fn seat(app: &App, order: &order::Model) -> (String, String) {
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
async fn invitation(app: &App, order: &order::Model, slot: base::Uuid) -> calendar::entity::invitation::Model {
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
async fn own_calendar(app: &App, order: &order::Model) -> calendar::entity::calendar_link::Model {
    let loaded = order_to_manage(app.store.read(), &Actor::system(), order.congress_id, &order.code).await.unwrap();
    let first = attendee_of(app.store.read(), &loaded, "1").await.unwrap();
    calendar::service::link::renew(&app.store, &first, None).await.unwrap();
    calendar::load::link_of(app.store.read(), first.row()).await.unwrap().unwrap()
}

/// Somebody who waits, and is offered a place at once.
async fn waiting(app: &App, congress: base::Uuid) -> congress::entity::waiting::Model {
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
async fn money(app: &App, order: &order::Model) -> (String, String) {
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

/// All routes. What changes what the others lead to comes last: cancelling, ending links, logging in and out.
pub fn routes() -> Vec<RouteInfo> {
    let mut all = kongress::routes().merge(web::server::routes()).infos();
    let late = [
        "/withdrawal",
        "/leave",
        "/return",
        "/refusal",
        "/substitutes/{secret}",
        "/transfer",
        "/restoration",
        "/cancellation",
        "}/link",
        "/login/link/{token}",
        "/logout",
    ];
    let rank = |r: &RouteInfo| match r.method {
        http::Method::POST => 1 + late.iter().position(|end| r.pattern.ends_with(end)).map_or(0, |n| n + 1),
        _ => 0,
    };
    all.sort_by_key(|r| (rank(r), r.pattern));
    all
}
