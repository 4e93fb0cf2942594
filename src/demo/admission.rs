//! Who may have what: the press, whom the office looks at, guests of honour, who are on a list, and what goes with which
//! tickets. Some wait for an answer, two have theirs, some of those who were invited have come.

use crate::{DemoError, LOGINS, question};
use base::actor::Grant;
use base::{Actor, Chance, Language, Permission, Time, Uuid, name};
use chrono::TimeDelta;
use congress::entity::congress as table;
use congress::rules::question::Typed;
use identity::Role;
use identity::entity::account;
use registration::entity::decision::Verdict;
use registration::entity::order;
use registration::form::{AttendeeForm, Billing, BuyerForm, OrderForm};
use registration::load::order_to_manage;
use registration::service::approval::{Answer, decide};
use registration::service::order::place;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::Store;
use ticketing::entity::category::Visibility;
use ticketing::service::access::{self, Access};
use web::form::Seen;

/// Apart from the guests' own, so that they stay who they are.
const SEED: u64 = 2031;

const PRESS: &str = "on-site-press";
const INVITED: &str = "on-site-invited";
/// Who can come to the reception and on the tour: who is in the house.
const IN_THE_HOUSE: [&str; 6] =
    ["exhibitor", INVITED, "on-site-business", PRESS, "on-site-public", "on-site-volunteer"];

/// Somebody of the press: given and family name, paper, domain, so many days ago, and the answer after a day.
type Journalist = (&'static str, &'static str, &'static str, &'static str, i64, Option<(Verdict, &'static str)>);

const JOURNALISTS: [Journalist; 6] = [
    ("Swantje", "Hallermann", "Paderblick", "paderblick", 12, Some((Verdict::Approved, ""))),
    (
        "Rolf",
        "Diekhoff",
        "Werbekurier Senne",
        "werbekurier",
        10,
        Some((Verdict::Refused, "Für reine Anzeigenblätter haben wir leider keine Plätze.")),
    ),
    ("Nuray", "Aksoy", "Lokalfunk Weser-Egge", "weser-egge", 4, None),
    ("Jens", "Ostermeier", "Lokalfunk Weser-Egge", "weser-egge", 4, None),
    ("Theresa", "Vogelsang", "Freie Journalistin", "vogelsang", 2, None),
    ("Malte", "Rüsing", "Blickpunkt Verwaltung", "blickpunkt", 1, None),
];

/// Guests of honour: given and family name, office, domain; so many days ago they said yes, with so many people.
type Honoured = (&'static str, &'static str, &'static str, &'static str, Option<(i64, usize)>);

const HONOURED: [Honoured; 14] = [
    ("Elisabeth", "Brandhorst", "Bezirksregierung Detmold", "bezreg-detmold", Some((41, 2))),
    ("Konrad", "Steffensmeier", "Kreis Paderborn", "kreis-paderborn", Some((38, 1))),
    ("Gülcan", "Aydemir", "Stadt Bielefeld", "bielefeld", Some((33, 1))),
    ("Friedhelm", "Nolting", "Alte Hansestadt Lemgo", "lemgo", Some((27, 2))),
    ("Annemarie", "Huxoll", "Universität an der Pader", "uni-pader", Some((19, 1))),
    ("Bernward", "Kruse", "Kreis Höxter", "kreis-hoexter", Some((11, 1))),
    ("Judith", "Wessels", "Handwerkskammer", "handwerk", Some((6, 1))),
    ("Holger", "Pott", "Stadt Detmold", "detmold", None),
    ("Silke", "Ahlemeyer", "Stadt Delbrück", "delbrueck", None),
    ("Ibrahim", "Demirel", "Stadt Gütersloh", "guetersloh", None),
    ("Dorothee", "von Kanne", "Stiftung Teutoburger Wald", "stiftung-teuto", None),
    ("Marcel", "Lindemann", "Industrie- und Handelskammer", "ihk", None),
    ("Ricarda", "Böger", "Hochschule am Teutoburger Wald", "hs-teuto", None),
    ("Wim", "Hoekstra", "Regio Twente", "twente", None),
];

/// Says who may have what, and lets them order, each at their time. The clock is right again afterwards, whatever happens.
pub(crate) async fn add(store: &Store, congress: &table::Model) -> Result<(), DemoError> {
    rules(store, congress.id).await?;
    let before = store.clock().offset_ms();
    let done = Box::pin(orders(store, congress)).await;
    store.clock().advance(TimeDelta::milliseconds(before - store.clock().offset_ms()));
    done
}

async fn rules(store: &Store, congress: Uuid) -> Result<(), DemoError> {
    let list = HONOURED.iter().map(|(given, family, _, domain, _)| address(given, family, domain)).collect::<Vec<_>>();
    let house = IN_THE_HOUSE.map(str::to_owned).to_vec();
    for view in ticketing::query::categories(store.read(), congress).await? {
        let shown = Access::of(store.read(), &view.category).await?;
        let new = match view.category.slug.as_str() {
            PRESS => Access { needs_approval: true, ..shown.clone() },
            INVITED => Access {
                visibility: Visibility::Invitation,
                invitees: list.clone(),
                invitations_each: 2,
                ..shown.clone()
            },
            "dinner" | "tour" => Access { goes_with: house.clone(), ..shown.clone() },
            _ => continue,
        };
        access::change(store, &Actor::system(), congress, view.category.id, new, &Seen::of(&shown)).await?;
    }
    Ok(())
}

async fn orders(store: &Store, congress: &table::Model) -> Result<(), DemoError> {
    let now = store.now();
    let Some(office) = office(store, congress.id).await? else { return Ok(()) };
    let chance = Chance::seeded(SEED);
    let mut placed: Vec<Uuid> = vec![];
    for (given, family, house, domain, came) in HONOURED {
        let Some((days, people)) = came else { continue };
        turn_to(store, by_day(&chance, now, days));
        let mut form = form(INVITED, (given, family), house, domain);
        form.attendees[0].answers = question::of_guest(&chance, true);
        // Who comes along is named later.
        let companion = AttendeeForm {
            nameless: true,
            answers: Typed::new(),
            given_name: String::new(),
            family_name: String::new(),
            ..form.attendees[0].clone()
        };
        form.attendees.resize(people, companion);
        placed.push(place(store, &Actor::guest(Language::De), congress.id, form).await?.order.id);
    }
    for (given, family, house, domain, days, answer) in JOURNALISTS {
        turn_to(store, by_day(&chance, now, days));
        let mut form = form(PRESS, (given, family), house, domain);
        form.attendees[0].answers = question::of_guest(&chance, true);
        let order = place(store, &Actor::guest(Language::De), congress.id, form).await?.order;
        if let Some((verdict, reason)) = answer {
            turn_to(store, by_day(&chance, now, days - 1));
            let loaded = order_to_manage(store.read(), &office, congress.id, &order.code).await?;
            decide(store, &loaded, &Answer { verdict, reason: reason.into(), notify: false }).await?;
        }
        placed.push(order.id);
    }
    // From now on they get their mails as any.
    let tx = store.begin().await?;
    order::Entity::update_many()
        .col_expr(order::Column::Notify, Expr::value(true))
        .filter(order::Column::Id.is_in(placed))
        .exec(&*tx)
        .await?;
    Ok(tx.commit().await?)
}

/// At an hour of the working day, so many days ago.
fn by_day(chance: &Chance, now: Time, days: i64) -> Time {
    let minutes = i64::try_from(7 * 60 + chance.below(9 * 60)).unwrap_or(0);
    let morning = (now - TimeDelta::days(days)).date_naive().and_hms_opt(0, 0, 0);
    morning.map_or(now, |at| at.and_utc() + TimeDelta::minutes(minutes))
}

fn turn_to(store: &Store, at: Time) {
    store.clock().advance(at - store.now());
}

/// Somebody of the office, who decides.
pub(crate) async fn office(store: &Store, congress: Uuid) -> Result<Option<Actor>, DemoError> {
    let Some(login) = LOGINS.iter().find(|login| login.role == Role::Organiser) else { return Ok(None) };
    let found = account::Entity::find().filter(account::Column::Address.eq(login.email)).one(store.read()).await?;
    let grant = Grant { congress: Some(congress), permissions: vec![Permission::OrdersRead, Permission::OrdersWrite] };
    Ok(found.map(|account| Actor::staff(account.id, login.name, Language::De, vec![grant])))
}

fn address(given: &str, family: &str, domain: &str) -> String {
    let plain = name::fold(&format!("{given}.{family}")).replace(' ', "-");
    format!("{plain}@{domain}.example")
}

fn form(category: &str, (given, family): (&str, &str), house: &str, domain: &str) -> OrderForm {
    let email = address(given, family, domain);
    OrderForm {
        buyer: BuyerForm {
            kind: if category == PRESS { order::BuyerKind::Business } else { order::BuyerKind::PublicBody },
            by_hand: true,
            name: format!("{given} {family}"),
            email: email.clone(),
            organisation: house.into(),
            billing: Billing::default(),
        },
        language: Language::De,
        notify: false,
        source: order::Source::Demo,
        placement: None,
        voucher: None,
        test: false,
        attendees: vec![AttendeeForm {
            category: category.into(),
            nameless: false,
            given_name: given.into(),
            family_name: family.into(),
            email,
            organisation: house.into(),
            language: Language::De,
            answers: Typed::new(),
            extras: vec![],
        }],
        consent: None,
        answers: Typed::new(),
        unlocked: std::collections::BTreeSet::new(),
    }
}
