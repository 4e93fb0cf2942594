//! Making, changing and ending vouchers.

pub mod place;

use crate::entity::voucher::{Effect, Scope};
use crate::entity::{voucher, voucher_category};
use crate::query::voucher::{VoucherView, by_id};
use crate::query::{self, CategoryView, QuotaView};
use crate::rules::voucher::check;
use crate::{Event, TicketingError};
use base::{Actor, Time, Uuid, name};
use congress::CongressError;
use congress::rules::code::normalise;
use congress::service::code::{self, NewCode};
use place::settle;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use store::event::changes;
use store::{Conn, DbErr, Store, Tx, record};
use web::form::Seen;

/// What its codes open.
pub const KIND: &str = "voucher";
/// What the places that it holds are held under.
pub const HOLDER: &str = "voucher";
/// The most that are drawn at once.
pub const MOST: usize = 5_000;
/// Rows written by one statement.
const CHUNK: usize = 1_000;

/// What is said of a voucher.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Voucher {
    /// As it is kept: capital letters, digits, dashes.
    pub code: String,
    pub max_uses: i32,
    /// The fewest tickets of one order that it is used for.
    pub min_uses: i32,
    pub valid_from: Option<Time>,
    pub valid_until: Option<Time>,
    pub tag: String,
    pub note: String,
    pub scope: Scope,
    /// Short names, in alphabetical order.
    pub categories: Vec<String>,
    /// A short name; empty: none.
    pub quota: String,
    pub effect: Effect,
    /// Cents; of a percentage hundredths: 2500 is 25 %.
    pub amount: i64,
    pub unlocks: bool,
    pub blocks: bool,
    pub passes: bool,
}

impl Default for Voucher {
    fn default() -> Self {
        Self {
            code: String::new(),
            max_uses: 1,
            min_uses: 1,
            valid_from: None,
            valid_until: None,
            tag: String::new(),
            note: String::new(),
            scope: Scope::All,
            categories: vec![],
            quota: String::new(),
            effect: Effect::None,
            amount: 0,
            unlocks: false,
            blocks: false,
            passes: false,
        }
    }
}

impl Voucher {
    /// As it stands.
    pub fn of(view: &VoucherView, offer: &Offer) -> Self {
        let named = |id: &Uuid| offer.categories.iter().find(|c| c.category.id == *id).map(|c| c.category.slug.clone());
        let mut categories: Vec<String> = view.categories.iter().filter_map(named).collect();
        categories.sort();
        let quota = offer.quotas.iter().find(|quota| Some(quota.id) == view.voucher.quota_id);
        let (code, voucher) = (&view.code, &view.voucher);
        Self {
            code: code.code.clone(),
            max_uses: code.max_uses,
            min_uses: voucher.min_uses,
            valid_from: code.valid_from,
            valid_until: code.valid_until,
            tag: code.tag.clone(),
            note: code.note.clone(),
            scope: voucher.scope,
            categories,
            quota: quota.map(|quota| quota.slug.clone()).unwrap_or_default(),
            effect: voucher.effect,
            amount: voucher.amount,
            unlocks: voucher.unlocks,
            blocks: voucher.blocks,
            passes: voucher.passes,
        }
    }

    /// The same as it is kept: what its scope and its effect do not use is left out.
    #[must_use]
    pub fn cleaned(mut self) -> Self {
        self.code = normalise(&self.code);
        self.tag = name::clean(&self.tag);
        self.note = name::clean(&self.note);
        self.categories.sort();
        self.categories.dedup();
        if self.scope != Scope::Categories {
            self.categories.clear();
        }
        if self.scope != Scope::Quota {
            self.quota.clear();
        }
        if self.effect == Effect::None {
            self.amount = 0;
        }
        self
    }

    fn new_code(&self, id: Uuid) -> NewCode {
        NewCode {
            id,
            code: self.code.clone(),
            max_uses: self.max_uses,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
            tag: self.tag.clone(),
            note: self.note.clone(),
        }
    }

    fn row(&self, congress: Uuid, id: Uuid, offer: &Offer) -> Result<voucher::ActiveModel, TicketingError> {
        let quota = match self.scope {
            Scope::Quota => Some(offer.quota(&self.quota)?.id),
            Scope::All | Scope::Categories => None,
        };
        Ok(voucher::ActiveModel {
            id: Set(id),
            congress_id: Set(congress),
            scope: Set(self.scope),
            quota_id: Set(quota),
            effect: Set(self.effect),
            amount: Set(self.amount),
            unlocks: Set(self.unlocks),
            blocks: Set(self.blocks),
            passes: Set(self.passes),
            min_uses: Set(self.min_uses),
        })
    }

    fn links(&self, id: Uuid, offer: &Offer) -> Result<Vec<voucher_category::ActiveModel>, TicketingError> {
        let link = |slug: &String| {
            let category = offer.category(slug)?.category.id;
            Ok(voucher_category::ActiveModel { voucher_id: Set(id), category_id: Set(category) })
        };
        self.categories.iter().map(link).collect()
    }
}

/// What a congress offers, which vouchers name by short names.
#[derive(Clone, Debug)]
pub struct Offer {
    pub categories: Vec<CategoryView>,
    pub quotas: Vec<QuotaView>,
    pub ends_at: Time,
}

impl Offer {
    /// Three statements.
    pub async fn load(conn: &Conn, congress: Uuid) -> Result<Self, TicketingError> {
        let row = congress::query::by_id(conn, congress).await?.ok_or(CongressError::Unknown)?;
        let (categories, quotas) = query::offer(conn, congress).await?;
        Ok(Self { categories, quotas, ends_at: row.ends_at })
    }

    fn category(&self, slug: &str) -> Result<&CategoryView, TicketingError> {
        let found = self.categories.iter().find(|view| view.category.slug == slug);
        found.ok_or_else(|| TicketingError::UnknownCategory(slug.to_owned()))
    }

    fn quota(&self, slug: &str) -> Result<&QuotaView, TicketingError> {
        let found = self.quotas.iter().find(|quota| quota.slug == slug);
        found.ok_or_else(|| TicketingError::UnknownQuota(slug.to_owned()))
    }
}

/// Adds a voucher under this id, unless its time is over. If one is there already, nothing changes: the form was sent twice.
/// One that holds places takes them at once, or is refused.
pub async fn create(
    store: &Store,
    actor: &Actor,
    (congress, id): (Uuid, Uuid),
    new: Voucher,
) -> Result<(), TicketingError> {
    let tx = store.begin().await?;
    congress::service::congress::hold(&tx, congress).await?;
    if by_id(&tx, congress, id).await?.is_some() {
        return Ok(tx.rollback().await?);
    }
    let offer = Offer::load(&tx, congress).await?;
    let new = new.cleaned();
    let event = Event::VoucherAdded {
        congress,
        voucher: id,
        code: new.code.clone(),
        changed: changes(&Voucher::default(), &new),
    };
    insert(&tx, congress, &offer, &[(id, new)]).await?;
    record(&tx, actor, event).await?;
    Ok(tx.commit().await?)
}

/// Adds so many vouchers with drawn codes, alike but for the code. The same form sent twice (its `key`) draws once. Gives
/// how many were drawn now.
pub async fn draw(
    store: &Store,
    actor: &Actor,
    (congress, key): (Uuid, Uuid),
    (n, prefix): (usize, &str),
    new: Voucher,
) -> Result<usize, TicketingError> {
    let prefix = normalise(prefix);
    check::batch(n, &prefix)?;
    let tx = store.begin().await?;
    congress::service::congress::hold(&tx, congress).await?;
    if is_done(&tx, key).await? {
        tx.rollback().await?;
        return Ok(0);
    }
    let offer = Offer::load(&tx, congress).await?;
    let codes = code::draw(&tx, congress, &prefix, n).await?;
    let alike = codes.into_iter().map(|code| (tx.id(), Voucher { code, ..new.clone() }.cleaned()));
    insert(&tx, congress, &offer, &alike.collect::<Vec<_>>()).await?;
    let event = Event::VouchersAdded { congress, key, count: n, tag: name::clean(&new.tag), file: false };
    record(&tx, actor, event).await?;
    tx.commit().await?;
    Ok(n)
}

/// Adds the vouchers of a list that was handed in as `key`, all or none, in the caller's transaction.
pub async fn add_all(
    tx: &Tx,
    actor: &Actor,
    (congress, key): (Uuid, Uuid),
    new: Vec<Voucher>,
) -> Result<usize, TicketingError> {
    congress::service::congress::hold(tx, congress).await?;
    let offer = Offer::load(tx, congress).await?;
    let new: Vec<(Uuid, Voucher)> = new.into_iter().map(|voucher| (tx.id(), voucher.cleaned())).collect();
    insert(tx, congress, &offer, &new).await?;
    let event = Event::VouchersAdded { congress, key, count: new.len(), tag: String::new(), file: true };
    record(tx, actor, event).await?;
    Ok(new.len())
}

/// Whether what carries this key was done before.
async fn is_done(conn: &Conn, key: Uuid) -> Result<bool, DbErr> {
    Ok(store::event::newest(conn, key, &["vouchers.added"]).await?.is_some())
}

/// Writes vouchers, few statements however many, and takes the places that they hold. The caller holds the congress.
async fn insert(tx: &Tx, congress: Uuid, offer: &Offer, new: &[(Uuid, Voucher)]) -> Result<(), TicketingError> {
    for (_, voucher) in new {
        check::voucher(voucher, offer.ends_at, Some(tx.now()))?;
    }
    let rows = new.iter().map(|(id, voucher)| voucher.row(congress, *id, offer)).collect::<Result<Vec<_>, _>>()?;
    let links = new.iter().map(|(id, voucher)| voucher.links(*id, offer)).collect::<Result<Vec<_>, _>>()?;
    let codes: Vec<NewCode> = new.iter().map(|(id, voucher)| voucher.new_code(*id)).collect();
    code::add(tx, congress, KIND, &codes).await?;
    for part in rows.chunks(CHUNK) {
        voucher::Entity::insert_many(part.to_vec()).exec_without_returning(&**tx).await?;
    }
    for part in links.concat().chunks(CHUNK) {
        voucher_category::Entity::insert_many(part.to_vec()).exec_without_returning(&**tx).await?;
    }
    if new.iter().any(|(_, voucher)| voucher.blocks) {
        let held = code::hold(tx, &new.iter().map(|(id, _)| *id).collect::<Vec<_>>()).await?;
        let views = query::voucher::of_codes(tx, held).await?;
        settle(tx, &views, &offer.quotas, true).await?;
    }
    Ok(())
}

/// Changes a voucher, also one that was used: tickets that are there keep price and place. Fewer uses than there are is
/// refused. Places that it holds follow at once. One that ended stays as it is. Nobody overwrites what they have not seen.
pub async fn change(
    store: &Store,
    actor: &Actor,
    (congress, id): (Uuid, Uuid),
    new: Voucher,
    seen: &Seen,
) -> Result<(), TicketingError> {
    let tx = store.begin().await?;
    congress::service::congress::hold(&tx, congress).await?;
    let (view, offer) = held(&tx, congress, id).await?;
    let (old, new) = (Voucher::of(&view, &offer), new.cleaned());
    if old == new {
        return Ok(tx.rollback().await?);
    }
    seen.check(&old)?;
    if view.code.ended_at.is_some() {
        return Err(TicketingError::VoucherEnded);
    }
    let another_day = new.valid_until != old.valid_until;
    check::voucher(&new, offer.ends_at, another_day.then(|| tx.now()))?;
    code::change(&tx, &view.code, &new.new_code(id)).await?;
    let row = new.row(congress, id, &offer)?;
    let update = voucher::ActiveModel { id: sea_orm::ActiveValue::NotSet, ..row };
    voucher::Entity::update_many().set(update).filter(voucher::Column::Id.eq(id)).exec(&*tx).await?;
    voucher_category::Entity::delete_many().filter(voucher_category::Column::VoucherId.eq(id)).exec(&*tx).await?;
    let links = new.links(id, &offer)?;
    if !links.is_empty() {
        voucher_category::Entity::insert_many(links).exec_without_returning(&*tx).await?;
    }
    let changed = by_id(&tx, congress, id).await?.ok_or(CongressError::Unknown)?;
    settle(&tx, &[changed], &offer.quotas, true).await?;
    let event = Event::VoucherChanged { congress, voucher: id, code: new.code.clone(), changed: changes(&old, &new) };
    record(&tx, actor, event).await?;
    Ok(tx.commit().await?)
}

/// A voucher as it is, held.
async fn held(tx: &Tx, congress: Uuid, id: Uuid) -> Result<(VoucherView, Offer), TicketingError> {
    let found = code::hold(tx, &[id]).await?.pop().filter(|code| code.congress_id == congress);
    let code = found.ok_or(CongressError::Unknown)?;
    let view = query::voucher::of_codes(tx, vec![code]).await?.pop().ok_or(CongressError::Unknown)?;
    Ok((view, Offer::load(tx, congress).await?))
}

/// Ends a voucher: nobody can use it any more, and the places that it held are free. Who used it keeps ticket and price. A
/// second call changes nothing.
pub async fn end(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), TicketingError> {
    let tx = store.begin().await?;
    congress::service::congress::hold(&tx, congress).await?;
    let (_, offer) = held(&tx, congress, id).await?;
    if code::end(&tx, &[id]).await?.is_empty() {
        return Ok(tx.rollback().await?);
    }
    let view = by_id(&tx, congress, id).await?.ok_or(CongressError::Unknown)?;
    let places = settle(&tx, std::slice::from_ref(&view), &offer.quotas, true).await?;
    record(&tx, actor, Event::VoucherEnded { congress, voucher: id, code: view.code.code, places }).await?;
    Ok(tx.commit().await?)
}

/// Deletes a voucher that nobody ever used; one that was used is ended instead. One that is gone is gone.
pub async fn remove(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), TicketingError> {
    let tx = store.begin().await?;
    congress::service::congress::hold(&tx, congress).await?;
    if by_id(&tx, congress, id).await?.is_none() {
        return Ok(tx.rollback().await?);
    }
    let (view, offer) = held(&tx, congress, id).await?;
    if code::was_used(&tx, id).await? {
        return Err(CongressError::CodeWasUsed.into());
    }
    code::end(&tx, &[id]).await?;
    let ended = by_id(&tx, congress, id).await?.ok_or(CongressError::Unknown)?;
    settle(&tx, &[ended], &offer.quotas, true).await?;
    voucher_category::Entity::delete_many().filter(voucher_category::Column::VoucherId.eq(id)).exec(&*tx).await?;
    voucher::Entity::delete_many().filter(voucher::Column::Id.eq(id)).exec(&*tx).await?;
    code::remove(&tx, id).await?;
    let changed = changes(&Voucher::of(&view, &offer), &Voucher::default());
    record(&tx, actor, Event::VoucherRemoved { congress, voucher: id, code: view.code.code, changed }).await?;
    Ok(tx.commit().await?)
}
