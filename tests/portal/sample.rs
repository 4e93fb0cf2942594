//! A congress, orders and people to show. Nothing of it is in a database.

use ::base::{Language, Text, Time, Uuid};
use ::chrono::{TimeDelta, TimeZone, Utc};
use ::congress::entity::{congress as edition, organisation, partner, passage, topic};
use ::congress::query::{Face, Partner};
use ::identity::query::bounce::Dead;
use ::locale::{Tz, Words};
use ::portal::page::Scene;
use ::portal::query::front::Front;
use ::portal::query::offer::Offer;
use ::portal::query::order::{DeadAddress, May, OrderPage, Ticket};
use ::post::query::bounce::Bounce;
use ::registration::entity::{attendee, order};
use ::registration::query::answer::AnswerSheet;
use ::registration::query::attendee::AttendeeView;
use ::registration::query::order::OrderView;
use ::registration::query::substitution::Asked;
use ::serde_json::json;
use ::store::event::Line;
use ::ticketing::entity::category;
use ::ticketing::query::{CategoryView, QuotaView};
use ::web::{CongressHead, Deadlines, Phase};

/// The longest name there is, of letters that are hard to set.
pub const HARD: &str = "שלום 🦊 Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikantengattin</script><b>";

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

pub fn now() -> Time {
    Utc.with_ymd_and_hms(2027, 2, 19, 8, 58, 0).single().expect("a moment")
}

pub fn starts() -> Time {
    Utc.with_ymd_and_hms(2027, 3, 11, 9, 0, 0).single().expect("a moment")
}

pub fn head() -> CongressHead {
    CongressHead {
        id: id(1),
        slug: "owl".into(),
        name: Text::same("DigitaleZukunft@OWL"),
        zone: Tz::Europe__Berlin,
        state: Phase::Open,
        starts_at: starts(),
        ends_at: starts() + TimeDelta::hours(7),
        deadlines: Deadlines {
            names: starts() + TimeDelta::hours(7),
            substitutes: starts(),
            category: starts(),
            cancel: starts(),
        },
        place: Text::new("Paderborn und online", "Paderborn and online"),
        wordmark: ("DigitaleZukunft".into(), "@OWL".into()),
        accent: None,
        bookable: true,
        arrival: true,
        programme: false,
        projects: true,
        calls: false,
        network: false,
        host: Text::new("Von allen.", "By all."),
        revision: 1,
        pages: vec![
            ("terms".into(), Text::new("Teilnahme", "Taking part")),
            ("privacy".into(), Text::new("Datenschutz", "Privacy")),
        ],
    }
}

pub fn scene(head: &CongressHead, language: Language) -> Scene<'_> {
    Scene { words: Words::new(language), congress: head, now: now() }
}

pub fn congress() -> edition::Model {
    let head = head();
    edition::Model {
        id: head.id,
        host_id: id(2),
        slug: head.slug,
        name: head.name.into(),
        wordmark: head.wordmark.0,
        wordmark_accent: head.wordmark.1,
        lead: Text::new("Ein Tag, 45 Projekte.", "").into(),
        place: head.place.into(),
        host_line: head.host.into(),
        starts_at: head.starts_at,
        ends_at: head.ends_at,
        doors_at: Some(head.starts_at - TimeDelta::hours(1)),
        zone: "Europe/Berlin".into(),
        phase: edition::Phase::Open,
        venue_name: "Heinz Nixdorf MuseumsForum".into(),
        venue_street: "Fürstenallee 7".into(),
        venue_postcode: "33102".into(),
        venue_town: "Paderborn".into(),
        contact_address: String::new(),
        accent: String::new(),
        sender_name: String::new(),
        reply_to: String::new(),
        moves: 0,
        moved_at: None,
        signature: String::new(),
        names_until: None,
        substitutes_until: None,
        category_until: None,
        cancel_until: None,
        revision: 1,
        created_at: now(),
    }
}

pub fn passage(place: passage::Place, n: u128, title: &str, body: &str) -> passage::Model {
    passage::Model {
        id: id(100 + n),
        congress_id: id(1),
        place,
        slug: format!("passage-{n}"),
        position: 1,
        icon: "train".into(),
        preline: Text::new("Impulse", "Impulses").into(),
        title: Text::same(title).into(),
        body: Text::new(body, "").into(),
    }
}

pub fn category(n: u128, name: &str, place: category::Place, cents: i64) -> category::Model {
    category::Model {
        id: id(200 + n),
        congress_id: id(1),
        slug: format!("category-{n}"),
        number: 1,
        name: Text::same(name).into(),
        description: Text::new("Ganzer Tag", "All day").into(),
        place,
        price_cents: cents,
        currency: "EUR".into(),
        vat_basis_points: 1900,
        sale_from: None,
        sale_until: None,
        max_per_order: None,
        active: true,
        position: 1,
        created_at: now(),
        kind: category::Kind::Ticket,
        tiers: category::Tiers::default(),
        visibility: category::Visibility::Public,
        link_generation: 1,
        invitations_each: 1,
        needs_approval: false,
        goes_with: category::Slugs::default(),
    }
}

/// A category of which so many of so many places are taken.
pub fn offer(n: u128, name: &str, place: category::Place, cents: i64, size: Option<i32>, taken: i32) -> Offer {
    let category = category(n, name, place, cents);
    let quota = QuotaView {
        id: id(300 + n),
        slug: format!("quota-{n}"),
        name: name.into(),
        capacity_id: id(400 + n),
        size,
        taken,
        categories: vec![category.id],
    };
    Offer::new(CategoryView { category, quotas: vec![quota] }, &head(), now())
}

pub fn offers() -> Vec<Offer> {
    use category::Place::{OnSite, Online};
    vec![
        offer(1, "Vor Ort: Verwaltung", OnSite, 4900, Some(450), 422),
        offer(2, HARD, OnSite, 8900, Some(450), 100),
        offer(3, "Vor Ort: Ehrenamt", OnSite, 0, Some(40), 40),
        offer(4, "Online: Livestream", Online, 0, None, 1168),
    ]
}

pub fn front() -> Front {
    use passage::Place::{Arrival, Highlight};
    let partner = |name: &str, part| Partner {
        id: base::Uuid::nil(),
        name: name.into(),
        kind: organisation::Kind::Municipality,
        part,
        position: 1,
        link: String::new(),
    };
    let face = Face {
        congress: congress(),
        passages: vec![
            passage(Highlight, 1, "Drei Minuten, ein Projekt", "Auf der **Hauptbühne**."),
            passage(Arrival, 2, "Mit Bus und Bahn", "Ab Hbf in 15 Minuten."),
        ],
        partners: vec![
            partner(HARD, partner::Part::Organiser),
            partner("Bezirksregierung Detmold", partner::Part::Supporter),
        ],
        topics: vec![topic::Model {
            id: id(500),
            host_id: id(2),
            parent_id: None,
            slug: "dms".into(),
            name: Text::new("Dokumenten-Management", "").into(),
            position: 1,
            about: Text::default().into(),
            synonyms: String::new(),
        }],
    };
    Front { face, offers: offers(), calls: vec![] }
}

fn ticket(position: i32, name: (&str, &str), state: attendee::State) -> Ticket {
    let n = u128::from(position.unsigned_abs());
    let category = category(1, "Vor Ort: Verwaltung", category::Place::OnSite, 4900);
    let attendee = attendee::Model {
        id: id(600 + n),
        congress_id: id(1),
        order_id: id(3),
        position,
        category_id: category.id,
        mailbox_id: id(4),
        given_name: name.0.into(),
        family_name: name.1.into(),
        organisation: "Stadt Delbrück".into(),
        language: "de".into(),
        state,
        price_cents: 4900,
        vat_basis_points: 1900,
        voucher_id: None,
        waived_cents: 0,
        beyond_quota: false,
        ticket_serial: 1,
        ticket_issued_at: now(),
        link_generation: 1,
        sequence: 0,
        created_at: now(),
        changed_at: now(),
        named_at: Some(now()),
        test: false,
        search: String::new(),
        invitee_id: None,
    };
    let view = AttendeeView {
        attendee,
        category,
        address: "h.stallmann@delbrueck.example".into(),
        number: format!("7H4KQ2-{position}K"),
    };
    let code = (state == attendee::State::Valid).then(|| ::paper::qr::svg("K1:TEST").expect("a code"));
    let asked = (state == attendee::State::Unpaid)
        .then(|| Asked { address: "l.nolte@delbrueck.example".into(), until: now() + TimeDelta::days(7) });
    Ticket { extras: vec![], may: May::of(state, None, &congress(), now()), asked, pass_on: None, code, view }
}

/// An order in this state, with one ticket in each.
pub fn order_page(state: order::State) -> OrderPage {
    use attendee::State::{Cancelled, Expired, Unapproved, Unpaid, Valid, Waiting};
    let tickets: Vec<Ticket> = [Valid, Unpaid, Unapproved, Waiting, Expired, Cancelled]
        .into_iter()
        .zip(1..)
        .map(|(state, position)| {
            ticket(position, if position == 1 { (HARD, "") } else { ("Henrik", "Stallmann") }, state)
        })
        .collect();
    let order = order::Model {
        id: id(3),
        congress_id: id(1),
        code: "7H4KQ2".into(),
        link_generation: 1,
        state,
        buyer_kind: order::BuyerKind::PublicBody,
        buyer_name: "Petra Kemper".into(),
        buyer_organisation: "Stadt Delbrück".into(),
        street: String::new(),
        postcode: String::new(),
        town: String::new(),
        country: "DE".into(),
        vat_id: String::new(),
        leitweg_id: String::new(),
        purchase_order: String::new(),
        cost_centre: String::new(),
        mailbox_id: id(4),
        language: "de".into(),
        total_cents: 9800,
        currency: "EUR".into(),
        source: order::Source::Web,
        notify: true,
        placement: None,
        test: false,
        payment_due_at: None,
        placed_at: now(),
        voucher: String::new(),
        note: String::new(),
        search: String::new(),
    };
    let attendees = tickets.iter().map(|ticket| ticket.view.clone()).collect();
    let view = OrderView { order, buyer_address: "p.kemper@delbrueck.example".into(), attendees };
    let balance = payment::rules::Balance { total: 9800, paid: 0, refunded: 0 };
    let account = payment::query::Account { balance, payments: vec![], refunds: vec![], invoices: vec![] };
    let workshops = portal::query::workshop::Workshops { any: true, mine: vec![] };
    OrderPage {
        view,
        tickets,
        dead: vec![dead()],
        history: history(),
        account,
        answers: AnswerSheet::default(),
        refused: None,
        workshops,
    }
}

fn line(kind: &str, verb: &str, detail: ::serde_json::Value) -> Line {
    Line {
        id: id(4),
        at: now(),
        actor_kind: kind.into(),
        actor_name: "Petra Kemper".into(),
        verb: verb.into(),
        object_kind: "order".into(),
        object_id: id(3),
        congress_id: None,
        detail,
    }
}

fn history() -> Vec<Line> {
    vec![
        line("staff", "order.cancelled", json!({ "names": [HARD, "Jürgen"], "whole": false, "reason": "" })),
        line("holder", "order.cancelled", json!({ "names": [HARD], "whole": true, "reason": "" })),
        line("holder", "attendee.renamed", json!({ "before": "Henrik", "after": HARD })),
        line("holder", "order.mail-requested", json!({ "attendee": id(602) })),
        line("system", "order.mail-requested", json!({ "attendee": null })),
        line("system", "something.else", json!({})),
        line("guest", "order.placed", json!({ "code": "7H4KQ2", "attendees": 6 })),
    ]
}

fn dead() -> DeadAddress {
    let last = Bounce {
        mailbox: Uuid::from_u128(2),
        message: Uuid::from_u128(3),
        at: now(),
        trouble: Some(::post::Trouble::Recipient),
        said: Some("550 5.1.1 User unknown".into()),
    };
    let known = Dead { mailbox: Uuid::from_u128(2), address: "jule@lemgo.example".into(), bounces: 1, last };
    DeadAddress { position: 2, name: "Jule Brinkmann".into(), known }
}
