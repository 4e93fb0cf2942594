//! Vouchers as after weeks of selling: a batch for partners, places that are held for speakers, a press list beyond the
//! quota, some of them used.

use crate::DemoError;
use base::{Actor, Language, Uuid};
use chrono::TimeDelta;
use congress::entity::code;
use congress::entity::congress as table;
use congress::rules::question::Typed;
use registration::entity::order;
use registration::form::{AttendeeForm, Billing, BuyerForm, OrderForm, VoucherForm};
use registration::service::order::place;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::Store;
use ticketing::entity::voucher::{Effect, Scope};
use ticketing::service::voucher::{Voucher, create, draw};

/// So many for partners.
const PARTNERS: usize = 24;
const PARTNER: &str = "Partner";

/// Who came with which: the code, or the how-manieth of the partners' ones.
const GUESTS: [(Given, &str, &str, &str, &str); 6] = [
    (Given::Partner(0), "Ulrike", "Sander", "u.sander@kreis-hoexter.example", "Kreis Höxter"),
    (Given::Partner(1), "Tobias", "Wegener", "t.wegener@delbrueck.example", "Stadt Delbrück"),
    (Given::Partner(2), "Meike", "Lohmann", "m.lohmann@lemgo.example", "Alte Hansestadt Lemgo"),
    (Given::Code("VORTRAG"), "Svenja", "Brockmann", "s.brockmann@th-owl.example", "Technische Hochschule OWL"),
    (Given::Code("PRESSE"), "Jonas", "Kemmler", "j.kemmler@lokalblatt.example", "Lokalblatt"),
    (Given::Code("FRUEHJAHR"), "Anja", "Pohl", "a.pohl@musterfirma.example", "Musterfirma GmbH"),
];

#[derive(Clone, Copy)]
enum Given {
    Partner(usize),
    Code(&'static str),
}

/// Makes the vouchers and lets some be used. Where there is no room for what they would hold, they hold nothing.
pub(crate) async fn add(store: &Store, congress: &table::Model) -> Result<(), DemoError> {
    let actor = Actor::system();
    let id = congress.id;
    // Of a congress that is close, they are valid until it ends.
    let until = Some(congress.starts_at - TimeDelta::days(3)).filter(|until| *until > store.now());
    let categories = ["on-site-business".to_owned(), "on-site-public".to_owned()].to_vec();
    let on_site = Voucher { scope: Scope::Categories, categories, valid_until: until, ..Voucher::default() };
    let partner = Voucher {
        tag: PARTNER.into(),
        note: "Für die Träger, je zwei Plätze".into(),
        effect: Effect::Set,
        max_uses: 2,
        ..on_site.clone()
    };
    draw(store, &actor, (id, store.chance().opaque_id()), (PARTNERS, "PARTNER"), partner).await?;
    let speakers = Voucher {
        code: "VORTRAG".into(),
        tag: "Programm".into(),
        note: "Vortragende: Plätze sind gehalten".into(),
        max_uses: 6,
        effect: Effect::Set,
        blocks: true,
        ..on_site.clone()
    };
    let press = Voucher {
        code: "PRESSE".into(),
        tag: "Presse".into(),
        note: "Über das Kontingent hinaus".into(),
        max_uses: 10,
        effect: Effect::Set,
        passes: true,
        ..on_site.clone()
    };
    let discount = Voucher {
        code: "FRUEHJAHR".into(),
        tag: "Newsletter".into(),
        max_uses: 200,
        effect: Effect::Percent,
        amount: 2_000,
        valid_until: until,
        ..Voucher::default()
    };
    for new in [speakers, press, discount] {
        let made = create(store, &actor, (id, store.chance().opaque_id()), new.clone()).await;
        match made {
            // A small hall is sold out before.
            Err(ticketing::TicketingError::NoRoom { .. }) => {
                let without = Voucher { blocks: false, ..new };
                create(store, &actor, (id, store.chance().opaque_id()), without).await?;
            }
            other => other?,
        }
    }
    used(store, id).await
}

async fn used(store: &Store, congress: Uuid) -> Result<(), DemoError> {
    let partners: Vec<String> = code::Entity::find()
        .select_only()
        .column(code::Column::Code)
        .filter(code::Column::CongressId.eq(congress))
        .filter(code::Column::Tag.eq(PARTNER))
        .order_by_asc(code::Column::Id)
        .into_tuple()
        .all(store.read())
        .await?;
    for (given, first, family, email, organisation) in GUESTS {
        let code = match given {
            Given::Partner(at) => partners.get(at).cloned().unwrap_or_default(),
            Given::Code(code) => code.to_owned(),
        };
        let ordered = form(&code, (first, family), email, organisation);
        match place(store, &Actor::guest(Language::De), congress, ordered).await {
            // Where the hall is full, those without a place of their own stay away.
            Ok(_) | Err(registration::RegistrationError::SoldOut { .. }) => {}
            Err(e) => return Err(e.into()),
        }
    }
    Ok(())
}

fn form(code: &str, (given, family): (&str, &str), email: &str, organisation: &str) -> OrderForm {
    let attendee = AttendeeForm {
        category: "on-site-business".into(),
        nameless: false,
        given_name: given.into(),
        family_name: family.into(),
        email: email.into(),
        organisation: organisation.into(),
        language: Language::De,
        answers: Typed::new(),
        extras: vec![],
    };
    OrderForm {
        test: false,
        buyer: BuyerForm {
            kind: order::BuyerKind::PublicBody,
            by_hand: false,
            name: format!("{given} {family}"),
            email: email.into(),
            organisation: organisation.into(),
            billing: Billing::default(),
        },
        language: Language::De,
        notify: false,
        source: order::Source::Demo,
        placement: None,
        attendees: vec![attendee],
        voucher: Some(VoucherForm { code: code.into(), reach: 1 }),
        consent: None,
        answers: Typed::new(),
        unlocked: std::collections::BTreeSet::new(),
    }
}
