//! What groups, partners and the office left behind: places whose names are to come, places of a partner, somebody who
//! registered twice, and an order that tried something out.

use crate::{DemoError, LOGINS};
use base::actor::Grant;
use base::{Actor, Language, Permission, Uuid};
use chrono::TimeDelta;
use congress::rules::question::Typed;
use identity::Role;
use identity::entity::account;
use registration::entity::order::{BuyerKind, Source};
use registration::form::{AttendeeChange, AttendeeForm, Billing, BuyerForm, OrderForm};
use registration::load::contingent::contingent_to_manage;
use registration::query::contingent::partners;
use registration::service::contingent::{Change, New, make, name};
use registration::service::order::place;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::Store;

/// Whose places are half given.
const PARTNER: &str = "Kreis Höxter";

pub(crate) async fn add(store: &Store, congress: Uuid) -> Result<(), DemoError> {
    let guest = Actor::guest(Language::De);
    let group = [("Frauke", "Lünstroth"), ("Tjark", "Oberbremer"), ("", ""), ("", ""), ("", "")];
    place(store, &guest, congress, order("Frauke Lünstroth", "Gymnasium Antonianum", "gymnasium", &group)).await?;
    let twice = [("Tjark", "Oberbremer")];
    place(store, &guest, congress, order("Tjark Oberbremer", "Gymnasium Antonianum", "antonianum", &twice)).await?;
    partner(store, congress).await?;
    trial(store, congress).await
}

/// An order of a school for these people; who has no name is still to come.
fn order(buyer: &str, organisation: &str, domain: &str, people: &[(&str, &str)]) -> OrderForm {
    let address = |given: &str, family: &str| {
        let plain = base::name::fold(&format!("{given}.{family}"));
        format!("{}@{domain}.example", plain.trim_matches('.').replace(' ', "-"))
    };
    let email = address("", buyer.rsplit(' ').next().unwrap_or(buyer));
    let attendee = |(given, family): &(&str, &str)| AttendeeForm {
        category: "online".into(),
        nameless: family.is_empty(),
        given_name: (*given).into(),
        family_name: (*family).into(),
        email: if family.is_empty() { email.clone() } else { address(given, family) },
        organisation: organisation.into(),
        language: Language::De,
        answers: Typed::default(),
        extras: vec![],
    };
    OrderForm {
        buyer: BuyerForm {
            kind: BuyerKind::PublicBody,
            by_hand: true,
            name: buyer.into(),
            email: email.clone(),
            organisation: organisation.into(),
            billing: Billing::default(),
        },
        language: Language::De,
        notify: false,
        source: Source::Demo,
        placement: None,
        voucher: None,
        test: false,
        attendees: people.iter().map(attendee).collect(),
        consent: None,
        answers: Typed::default(),
        unlocked: std::collections::BTreeSet::new(),
    }
}

async fn partner(store: &Store, congress: Uuid) -> Result<(), DemoError> {
    let Some(row) = congress::query::by_id(store.read(), congress).await? else { return Ok(()) };
    let all = partners(store.read(), congress).await?;
    let Some((partner, _)) = all.into_iter().find(|(_, name)| name == PARTNER) else { return Ok(()) };
    let change = Change {
        places: 6,
        price_cents: 0,
        valid_until: row.starts_at - TimeDelta::days(21),
        contact_name: "Annegret Nolte".into(),
        email: "a.nolte@kreis-hoexter.example".into(),
        language: Language::De,
        billing: Billing::default(),
    };
    let new = New { partner, category: "online".into(), notify: false, change };
    let actor = Actor::system();
    let id = make(store, &actor, (congress, store.chance().opaque_id()), new).await?;
    let loaded = contingent_to_manage(store.read(), &actor, congress, &id.to_string()).await?;
    let person = |given: &str, family: &str| AttendeeChange {
        given_name: given.into(),
        family_name: family.into(),
        email: format!("{}@kreis-hoexter.example", base::name::fold(family)),
        organisation: PARTNER.into(),
        language: Language::De,
    };
    let people = vec![person("Annegret", "Nolte"), person("Ruben", "Disse"), person("Swetlana", "Kolb")];
    name(store, &loaded, store.chance().opaque_id(), people, false).await?;
    Ok(())
}

/// Somebody of the office tries the tickets out.
async fn trial(store: &Store, congress: Uuid) -> Result<(), DemoError> {
    let Some(login) = LOGINS.iter().find(|login| login.role == Role::Organiser) else { return Ok(()) };
    let find = account::Entity::find().filter(account::Column::Address.eq(login.email));
    let Some(staff) = find.one(store.read()).await? else { return Ok(()) };
    let grant = Grant { congress: None, permissions: vec![Permission::OrdersWrite] };
    let actor = Actor::staff(staff.id, staff.name, Language::De, vec![grant]);
    let form = order("Miriam Osterholz", "OstWestfalenLippe GmbH", "owl-gmbh", &[("Miriam", "Osterholz")]);
    let form = OrderForm { test: true, source: Source::Desk, ..form };
    place(store, &actor, congress, form).await?;
    Ok(())
}
