//! A small congress to test in, and its staff.

use super::actor::Client;
use super::app::App;
use base::{Actor, Language, Money, Permission, Text, Uuid};
use chrono::TimeDelta;
use congress::entity::congress::{self as table, Phase};
use congress::rules::question::Typed;
use congress::service::congress::NewCongress;
use identity::service::account::{NewAccount, add_account};
use identity::service::api_token::add_api_token;
use identity::{Password, Role};
use registration::entity::order::{BuyerKind, Source};
use registration::form::{AttendeeForm, Billing, BuyerForm, OrderForm};
use registration::service::order::{Placed, place};
use ticketing::entity::category::Place;
use ticketing::service::category::NewCategory;
use ticketing::service::quota::NewQuota;

/// Of every member of staff in tests.
pub const PASSWORD: &str = "correct horse battery staple";

/// A category as tests want it.
pub fn category(slug: &str, place: Place, cents: i64) -> NewCategory {
    NewCategory {
        slug: slug.into(),
        name: Text::new(format!("Ticket {slug}"), format!("Ticket {slug}, English")),
        description: Text::default(),
        kind: ticketing::entity::category::Kind::Ticket,
        place,
        price: Money::euro(cents),
        vat_basis_points: 1900,
        sale_from: None,
        sale_until: None,
        max_per_order: None,
    }
}

impl App {
    /// A congress in 30 days: `on-site` (quota of `size` places), `online` (no limit), `paid` (49 euros, no limit).
    pub async fn congress(&self, slug: &str, size: i32) -> table::Model {
        let actor = Actor::system();
        let tx = self.store.begin().await.expect("begins");
        let starts_at = tx.now() + TimeDelta::days(30);
        let new = NewCongress {
            slug: slug.into(),
            name: Text::new("Digitalkongress", "Digital congress"),
            starts_at,
            ends_at: starts_at + TimeDelta::hours(7),
            zone: "Europe/Berlin".into(),
            phase: Phase::Open,
        };
        let row = congress::service::congress::add(&tx, &actor, new).await.expect("a congress");
        for new in [
            category("on-site", Place::OnSite, 0),
            category("online", Place::Online, 0),
            category("paid", Place::OnSite, 4900),
        ] {
            ticketing::service::category::add(&tx, &actor, row.id, new).await.expect("a category");
        }
        for (slug, size, categories) in [("seats", Some(size), vec!["on-site"]), ("stream", None, vec!["online"])] {
            let categories = categories.into_iter().map(str::to_owned).collect();
            let new = NewQuota { slug: slug.into(), name: slug.into(), size, categories };
            registration::service::quota::add(&tx, &actor, row.id, new).await.expect("a quota");
        }
        tx.commit().await.expect("commits");
        row
    }

    /// A logged-in member of staff with this role in every congress.
    pub async fn staff(&self, role: Role) -> Client {
        self.member("Miriam Osterholz", &format!("{role}@staff.example"), role, None).await.1
    }

    /// The same with a name, in one congress or in every one; and the account's id.
    pub async fn member(&self, name: &str, email: &str, role: Role, congress: Option<Uuid>) -> (Uuid, Client) {
        let password = Some(Password::new(PASSWORD));
        let new = NewAccount { email, name: Some(name), language: Language::De, role, congress, password };
        let account = add_account(&self.store, &Actor::system(), new).await.expect("an account");
        let client = self.guest();
        client.post_form("/login", &[("email", email), ("password", PASSWORD)]).await.expect(303);
        (account.id, client)
    }

    /// A program with these permissions, in one congress or in all.
    pub async fn token(&self, congress: Option<Uuid>, permissions: &[Permission]) -> Client {
        let token = add_api_token(&self.store, &Actor::system(), "test", congress, permissions).await.expect("a token");
        self.guest().with_token(&token.secret)
    }

    /// Places an order as the form does, without mails.
    pub async fn order(&self, congress: Uuid, attendees: &[(&str, &str)]) -> Placed {
        place(&self.store, &Actor::guest(Language::De), congress, form(attendees)).await.expect("an order")
    }
}

/// An order of Petra Kemper for these people: (category, "Given Family").
pub fn form(attendees: &[(&str, &str)]) -> OrderForm {
    let attendee = |(category, name): &(&str, &str)| {
        let (given, family) = name.split_once(' ').unwrap_or(("", name));
        AttendeeForm {
            category: (*category).into(),
            nameless: false,
            given_name: given.into(),
            family_name: family.into(),
            email: format!("{}@delbrueck.example", base::name::fold(name).replace(' ', ".")),
            organisation: "Stadt Delbrück".into(),
            language: Language::De,
            answers: Typed::new(),
            extras: vec![],
        }
    };
    OrderForm {
        buyer: BuyerForm {
            kind: BuyerKind::PublicBody,
            by_hand: true,
            name: "Petra Kemper".into(),
            email: "p.kemper@delbrueck.example".into(),
            organisation: "Stadt Delbrück".into(),
            billing: Billing::default(),
        },
        language: Language::De,
        notify: false,
        source: Source::Web,
        placement: None,
        test: false,
        attendees: attendees.iter().map(attendee).collect(),
        voucher: None,
        consent: None,
        answers: Typed::new(),
        unlocked: std::collections::BTreeSet::new(),
    }
}
