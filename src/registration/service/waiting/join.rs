//! Joining the list.

use super::sale;
use crate::RegistrationError;
use crate::form::waiting::WaitingForm;
use crate::load::waiting::Waiting;
use base::{Actor, Uuid, contact, name};
use congress::entity::congress::Model as Congress;
use congress::entity::waiting::{Model, Source};
use congress::rules::waiting::{MOST, stops_at};
use congress::service::waiting::entry::{self, NewEntry};
use congress::service::waiting::terms;
use identity::service::mailbox::mailbox_for;
use store::{Store, Tx, is_duplicate};
use ticketing::query::{CategoryView, categories_held};
use ticketing::rules::{on_sale, on_sale_by_hand};

/// What came of joining.
#[derive(Clone, Debug)]
pub struct Joined {
    pub entry: Model,
    /// The same address waits for the same already: its mail with the link went out again.
    pub known: bool,
}

/// Puts somebody on the waiting list: for so many tickets together, in one of the categories that they would take. They
/// get a mail with the link to their own page. Who stands there already for the same gets that mail once more, and nothing
/// else happens; who typed the address learns of neither, since anybody can type any address. The same form twice is one.
///
/// Staff (source `desk`) are not bound to the dates of sale, nor to how many the organisers allow together.
pub async fn join(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    form: WaitingForm,
) -> Result<Joined, RegistrationError> {
    let tx = store.begin().await?;
    match join_in(&tx, actor, congress, &form).await {
        Ok(joined) => {
            tx.commit().await?;
            Ok(joined)
        }
        // Twice at the same moment: the other one was faster.
        Err(RegistrationError::Congress(congress::CongressError::Database(e))) if is_duplicate(&e) => {
            tx.rollback().await?;
            let tx = store.begin().await?;
            let joined = join_in(&tx, actor, congress, &form).await?;
            tx.commit().await?;
            Ok(joined)
        }
        Err(e) => Err(e),
    }
}

/// The same within the caller's transaction.
pub async fn join_in(tx: &Tx, actor: &Actor, congress: Uuid, form: &WaitingForm) -> Result<Joined, RegistrationError> {
    let congress = congress::query::by_id(tx, congress).await?.ok_or(RegistrationError::Unknown)?;
    let categories = categories_held(tx, congress.id).await?;
    let mailbox = mailbox_for(tx, congress.host_id, &form.email, form.language).await?;
    let choices = check_wish(tx, &congress, &categories, form).await?;
    let new = NewEntry {
        id: form.id,
        n: form.n,
        mailbox: mailbox.id,
        address: contact::normalise(&form.email),
        name: name::clean(&form.name),
        organisation: name::clean(&form.organisation),
        language: form.language,
        source: form.source,
        choices,
    };
    let named = actor.clone().named(&new.name);
    let by = if actor.name.is_empty() { &named } else { actor };
    let (row, fresh) = entry::join(tx, by, congress.id, new).await?;
    let known = !fresh && row.id != form.id;
    if known {
        entry::request_mail(tx, actor, &row, form.id, true).await?;
    }
    Ok(Joined { entry: row, known })
}

/// Whether so many tickets can be waited for, and in which categories; the list is held from here on.
pub async fn check_wish(
    tx: &Tx,
    congress: &Congress,
    categories: &[CategoryView],
    form: &WaitingForm,
) -> Result<Vec<Uuid>, RegistrationError> {
    let by_staff = form.source != Source::Web;
    let terms = terms::hold(tx, congress.id).await?.filter(|terms| terms.open);
    let terms = terms.ok_or(RegistrationError::WaitingClosed)?;
    if tx.now() >= stops_at(congress.starts_at, terms.stop_days) {
        return Err(RegistrationError::WaitingClosed);
    }
    let most = if by_staff { MOST } else { terms.most };
    if !(1..=most).contains(&form.n) {
        return Err(RegistrationError::TooManyTogether { max: most });
    }
    let mut choices = vec![];
    for slug in &form.choices {
        let found = categories.iter().find(|view| view.category.slug == *slug);
        let unknown = || RegistrationError::UnknownCategory { slug: slug.clone(), attendee: 0 };
        let view = found.ok_or_else(unknown)?;
        let open = if by_staff { on_sale_by_hand } else { on_sale };
        open(&sale(congress, view), tx.now()).map_err(|_| RegistrationError::NotOnSale { category: slug.clone() })?;
        let sizes = view.quotas.iter().filter_map(|quota| quota.size).chain(view.category.max_per_order);
        // More than that will never come free.
        if let Some(max) = sizes.min().filter(|max| form.n > *max) {
            return Err(RegistrationError::TooMany { category: slug.clone(), max });
        }
        if !choices.contains(&view.category.id) {
            choices.push(view.category.id);
        }
    }
    if choices.is_empty() { Err(RegistrationError::WaitingClosed) } else { Ok(choices) }
}

/// Asks for the mail with the link once more. The same `request` asks once.
pub async fn ask_again(store: &Store, waiting: &Waiting, request: Uuid) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    terms::hold(&tx, waiting.row().congress_id).await?;
    let asked = entry::request_mail(&tx, waiting.actor(), waiting.row(), request, false).await?;
    tx.commit().await?;
    if asked { Ok(()) } else { Err(RegistrationError::TooManyMails) }
}
