//! Every route with variables that exist.

use super::thing::{
    Network, campaign, contact, files, invitation, making, money, network, own_calendar, seat, segment, substitution,
    waiting,
};
use crate::kit::App;
use crate::kit::world::form;
use base::actor::Grant;
use base::{Actor, Language, Permission};
use checkin::service::check_in::NewScan;
use registration::entity::{attendee, order, substitution};
use registration::form::{OrderForm, VoucherForm};
use registration::load::contingent::contingent_secret;
use registration::load::{attendee_secret, order_secret, place_secret, substitution_secret};
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
    network: Network,
    key: base::secret::LinkKey,
    now: base::Time,
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
            network: Box::pin(network(app, congress.id)).await,
            slot: draft.slots[0].id.to_string(),
            room: draft.rooms[0].id.to_string(),
            track: draft.tracks[0].id.to_string(),
            hall: hall.to_string(),
            stand: stand.to_string(),
            project: project.to_string(),
            project_code: crate::exhibition::all_projects(app).await.remove(0).code,
            order,
            key,
            now: app.store.now(),
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
        } else if pattern.contains("/entrance/") {
            networking::load::entrance_secret(&self.key, self.network.mailbox, self.now)
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
        let entrance = self.network.mailbox.to_string();
        let id = match pattern {
            // Lists that were handed in are gone after an hour; the contact is needed after.
            p if p.contains("/contacts/imports/") || p.ends_with("/contacts/{id}/removal") => &self.hall,
            p if p.contains("/desk/contacts/") || p.contains("/news/") => &contact,
            p if p.contains("/entrance/") => &entrance,
            p if p.contains("/mine/entries/") || p.contains("/mine/meetings/") => &self.network.own,
            p if p.contains("/network/reports/") => &self.network.report,
            p if p.contains("/network/proposals/") => &self.network.proposal,
            p if p.contains("/network/topics/") => &self.network.topic,
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
            p if p.contains("/network/people/") => &self.network.person,
            p if p.contains("/network/entries/") => &self.network.entry,
            p if p.contains("/cooperations/") => &self.network.cooperation,
            p if p.contains("/network/organisations/") => &self.network.body,
            p if p.contains("/projects/") => &self.project_code,
            p if handed_in.iter().any(|part| p.contains(part)) => &self.call.submission.code,
            p if p.contains("/speakers/{code}") => &self.speaker,
            _ => &self.order.code,
        };
        let path = pattern
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
            .replace("{topic}", "dms")
            .replace("{person}", &self.network.person)
            .replace("{day}", "2027-03-11")
            .replace("{page}", "imprint")
            .replace("{token}", &self.login)
            .replace("{file}", asset.rsplit('/').next().unwrap_or_default())
            .replace("{kind}", "registration.order");
        assert!(!path.contains('{'), "{path}: something stands there that leads nowhere");
        path
    }
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
        // Whoever comes in by a link is somebody else from then on, and who goes out is nobody.
        "/entrance/{id}/{secret}",
        "/my/{secret}/network",
        "/network/exit",
        // Closed, the directory leads nowhere.
        "/network/setting",
        "/logout",
    ];
    let rank = |r: &RouteInfo| match r.method {
        http::Method::POST => 1 + late.iter().position(|end| r.pattern.ends_with(end)).map_or(0, |n| n + 1),
        _ => 0,
    };
    all.sort_by_key(|r| (rank(r), r.pattern));
    all
}
