//! Taking in a list of guests: one order a row.

mod row;
mod write;

pub use row::is_called;

use crate::entity::{attendee, order};
use crate::rules::heading::{Field, Mapping};
use crate::{RegistrationError, rules};
use base::{Actor, Language, Time, Uuid, name};
use congress::CongressError;
use congress::entity::congress::Phase;
use identity::entity::mailbox;
use paper::sheet::read::{Reason, Refusal, Table, Value};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use store::{Conn, DbErr, Store, Tx};
use ticketing::query::CategoryView;

/// Addresses asked for by one statement.
const CHUNK: usize = 1_000;

/// A list of guests, and how it is to be taken in.
#[derive(Clone, Copy, Debug)]
pub struct Intake<'a> {
    pub table: &'a Table,
    pub mapping: &'a Mapping,
    /// The short name of the category of those whose row names none.
    pub category: Option<&'a str>,
    /// Whether mails go out.
    pub mail: bool,
}

/// A guest as a row says.
#[derive(Clone, Debug)]
pub struct Guest {
    pub line: u32,
    pub given_name: String,
    pub family_name: String,
    /// Normalised.
    pub email: String,
    pub organisation: String,
    pub language: Language,
    /// Which of the plan's categories; none: it is still to be asked.
    category: Option<usize>,
}

impl Guest {
    pub fn name(&self) -> String {
        name::full(&self.given_name, &self.family_name)
    }
}

/// What would be taken in, and what stands against it.
#[derive(Clone, Debug)]
pub struct Plan {
    pub guests: Vec<Guest>,
    /// With one alone nothing is taken in. In the order of the lines.
    pub refusals: Vec<Refusal>,
    /// Neither the list nor anybody says into which category its guests come. Nothing is taken in before it is answered.
    pub which_category: Option<Refusal>,
    pub categories: Vec<CategoryView>,
}

impl Plan {
    pub fn category(&self, guest: &Guest) -> Option<&CategoryView> {
        guest.category.and_then(|at| self.categories.get(at))
    }

    /// Whether everybody can be taken in.
    pub fn is_ready(&self) -> bool {
        self.refusals.is_empty() && self.which_category.is_none()
    }

    /// Everything that stands against it, a question that is not answered first.
    pub fn refused(&self) -> Vec<Refusal> {
        self.which_category.iter().chain(&self.refusals).cloned().collect()
    }

    /// How many guests come into each category: slug and number, in the order of the categories.
    pub fn counts(&self) -> Vec<(&CategoryView, usize)> {
        let count = |at: usize| self.guests.iter().filter(|g| g.category == Some(at)).count();
        self.categories.iter().enumerate().map(|(at, c)| (c, count(at))).filter(|(_, n)| *n > 0).collect()
    }
}

/// Why a list is not taken in.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    #[error("{} rows are refused", .0.len())]
    Refused(Vec<Refusal>),
    #[error(transparent)]
    Registration(#[from] RegistrationError),
}

impl From<DbErr> for IntakeError {
    fn from(e: DbErr) -> Self {
        Self::Registration(e.into())
    }
}

/// What taking in a list would do, as things stand: everything that stands against it at once. Changes nothing. A number
/// of statements that grows by one for each thousand addresses.
pub async fn plan(conn: &Conn, congress: Uuid, intake: Intake<'_>, now: Time) -> Result<Plan, RegistrationError> {
    let congress = congress::query::by_id(conn, congress).await?.ok_or(RegistrationError::Unknown)?;
    let categories = ticketing::query::categories(conn, congress.id).await?;
    let mut refusals = intake.mapping.check(intake.table);
    let is_mapped = refusals.is_empty();
    let at_headings = |column, text| Value { line: intake.table.line, column, text };
    if congress.phase == Phase::Over || now >= congress.ends_at {
        refusals.push(Refusal::new(at_headings("", ""), Reason::new("registration-intake-over")));
    }
    if intake.mail && congress.phase == Phase::Draft {
        refusals.push(Refusal::new(at_headings("", ""), Reason::new("registration-intake-draft")));
    }
    let mut which_category = None;
    let fallback = row::fallback(&categories, intake).unwrap_or_else(|reason| {
        let named = intake.category.unwrap_or_default();
        let refusal = Refusal::new(at_headings("category", named), reason);
        if named.is_empty() {
            which_category = Some(refusal)
        } else {
            refusals.push(refusal)
        }
        None
    });
    let mut guests = vec![];
    for line in &intake.table.rows {
        match row::read(intake, &categories, fallback, line) {
            Ok(Some(guest)) => guests.push(guest),
            Ok(None) => {}
            Err(refused) => refusals.extend(refused),
        }
    }
    if is_mapped {
        refuse_doubles(conn, congress.id, congress.host_id, intake, &guests, &mut refusals).await?;
        refuse_without_room(intake, &categories, &guests, &mut refusals);
    } else {
        // Half of each of them is not known.
        guests.clear();
    }
    refusals.sort_by_key(|refusal| refusal.line);
    if guests.is_empty() && refusals.is_empty() {
        refusals.push(Refusal::new(at_headings("", ""), Reason::new("registration-intake-nobody")));
    }
    Ok(Plan { guests, refusals, which_category, categories })
}

/// The category to begin with where none is said: the only one on sale, or for a list that names none the only one that
/// has places left.
pub fn suggested<'a>(categories: &'a [CategoryView], mapping: &Mapping) -> Option<&'a str> {
    let active: Vec<_> = categories.iter().filter(|view| view.category.active).collect();
    let has_room = |view: &&&CategoryView| view.quotas.iter().all(|quota| quota.free() != Some(0));
    let free: Vec<_> = active.iter().filter(has_room).copied().collect();
    match (&active[..], &free[..]) {
        ([only], _) => Some(&only.category.slug),
        (_, [only]) if mapping.column(Field::Category).is_none() => Some(&only.category.slug),
        _ => None,
    }
}

/// The cell of a guest's row in the column of a field.
fn cell<'a>(intake: Intake<'a>, line: u32, field: Field, text: &'a str) -> Value<'a> {
    let column = intake.mapping.column(field).and_then(|at| intake.table.columns.get(at));
    Value { line, column: column.map_or("", |c| c.name()), text }
}

/// Nobody twice: neither in the list, nor in the list and among those who are registered. The same address under another
/// name is somebody else.
async fn refuse_doubles(
    conn: &Conn,
    congress: Uuid,
    host: Uuid,
    intake: Intake<'_>,
    guests: &[Guest],
    refusals: &mut Vec<Refusal>,
) -> Result<(), DbErr> {
    let registered = registered(conn, congress, host, guests).await?;
    let mut seen: HashMap<(&str, String), u32> = HashMap::new();
    for guest in guests {
        let who = (guest.email.as_str(), name::fold(&guest.name()));
        let refused = |reason| Refusal::new(cell(intake, guest.line, Field::Email, &guest.email), reason);
        if let Some(code) = registered.get(&(guest.email.clone(), who.1.clone())) {
            refusals.push(refused(Reason::new("registration-intake-registered").with("code", code)));
        }
        match seen.entry(who) {
            Entry::Occupied(first) => {
                refusals.push(refused(Reason::new("registration-intake-twice").with("line", first.get().to_string())))
            }
            Entry::Vacant(place) => {
                place.insert(guest.line);
            }
        }
    }
    Ok(())
}

/// Who of them has a place already: address and folded name, and the order's code.
async fn registered(
    conn: &Conn,
    congress: Uuid,
    host: Uuid,
    guests: &[Guest],
) -> Result<HashMap<(String, String), String>, DbErr> {
    let mut addresses: Vec<&str> = guests.iter().map(|g| g.email.as_str()).collect();
    addresses.sort_unstable();
    addresses.dedup();
    let mut registered = HashMap::new();
    for part in addresses.chunks(CHUNK) {
        let mailboxes: HashMap<Uuid, String> = mailbox::Entity::find()
            .filter(mailbox::Column::HostId.eq(host))
            .filter(mailbox::Column::Address.is_in(part.iter().copied()))
            .all(conn)
            .await?
            .into_iter()
            .map(|m| (m.id, m.address))
            .collect();
        let rows = attendee::Entity::find()
            .filter(attendee::Column::CongressId.eq(congress))
            .filter(attendee::Column::MailboxId.is_in(mailboxes.keys().copied()))
            .filter(attendee::Column::Test.eq(false))
            .all(conn)
            .await?;
        let orders =
            order::Entity::find().filter(order::Column::Id.is_in(rows.iter().map(|a| a.order_id))).all(conn).await?;
        let codes: HashMap<Uuid, String> = orders.into_iter().map(|o| (o.id, o.code)).collect();
        for row in rows.into_iter().filter(|row| rules::holds_place(row.state)) {
            if let (Some(address), Some(code)) = (mailboxes.get(&row.mailbox_id), codes.get(&row.order_id)) {
                let name = name::fold(&name::full(&row.given_name, &row.family_name));
                registered.insert((address.clone(), name), code.clone());
            }
        }
    }
    Ok(registered)
}

/// The rows for which no place is left, by what is free now. Whether it still is, taking the places says.
fn refuse_without_room(intake: Intake<'_>, categories: &[CategoryView], guests: &[Guest], refusals: &mut Vec<Refusal>) {
    let mut left: HashMap<Uuid, i32> = HashMap::new();
    for guest in guests {
        let Some(view) = guest.category.and_then(|at| categories.get(at)) else { continue };
        let full = view.quotas.iter().find(|q| {
            let free = q.free().map(|free| *left.entry(q.capacity_id).or_insert(free));
            free.is_some_and(|free| free <= 0)
        });
        if let Some(quota) = full {
            let slug = cell(intake, guest.line, Field::Category, &view.category.slug);
            refusals.push(Refusal::new(slug, Reason::new("registration-intake-full").with("quota", &quota.name)));
            continue;
        }
        for quota in &view.quotas {
            if let Some(free) = left.get_mut(&quota.capacity_id) {
                *free -= 1;
            }
        }
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakenIn {
    pub guests: usize,
}

/// Takes in a list of guests: everybody or nobody.
///
/// One order a row, of the guest for themselves. Staff may do so before and after the sale and for categories that are
/// not sold, but not once the congress is over, and never past a quota: places are claimed as in sales. Who has a place
/// already, by address and name, is refused, so that the same list twice makes no doubles. Mails go out only if asked
/// for.
pub async fn take_in(store: &Store, actor: &Actor, congress: Uuid, intake: Intake<'_>) -> Result<TakenIn, IntakeError> {
    let tx = store.begin().await?;
    match Box::pin(take_in_with(&tx, actor, congress, intake)).await {
        Ok(taken) => {
            tx.commit().await?;
            Ok(taken)
        }
        Err(e) => {
            tx.rollback().await?;
            Err(e)
        }
    }
}

/// The same within the caller's transaction. Two imports come one after the other, so that the second sees whom the first
/// took in; orders go on meanwhile.
pub async fn take_in_with(tx: &Tx, actor: &Actor, congress: Uuid, intake: Intake<'_>) -> Result<TakenIn, IntakeError> {
    congress::service::congress::hold(tx, congress).await.map_err(RegistrationError::from)?;
    super::order::hold_categories(tx, congress).await?;
    let plan = plan(tx, congress, intake, tx.now()).await?;
    if !plan.is_ready() {
        return Err(IntakeError::Refused(plan.refused()));
    }
    let guests = plan.guests.len();
    match Box::pin(write::all(tx, actor, congress, &plan, intake.mail)).await {
        Ok(()) => Ok(TakenIn { guests }),
        // Sold since: everybody whose category needs that quota stands in its way.
        Err(RegistrationError::Congress(CongressError::Full(full))) => {
            let mut refusals = vec![];
            for guest in &plan.guests {
                let Some(view) = plan.category(guest) else { continue };
                if let Some(quota) = view.quotas.iter().find(|q| q.capacity_id == full) {
                    let slug = cell(intake, guest.line, Field::Category, &view.category.slug);
                    let reason = Reason::new("registration-intake-full").with("quota", &quota.name);
                    refusals.push(Refusal::new(slug, reason));
                }
            }
            Err(IntakeError::Refused(refusals))
        }
        Err(e) => Err(e.into()),
    }
}
