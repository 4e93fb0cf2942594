//! Correcting who attends.

use super::buyer::After;
use super::changes::Changes;
use crate::entity::attendee;
use crate::form::AttendeeChange;
use crate::load::Attendee;
use crate::service::{attendee as attendees, link, mail, order as orders};
use crate::{Event, RegistrationError, rules};
use base::{Uuid, contact, name};
use identity::service::mailbox::mailbox_for;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};
use store::{Store, Tx, record};
use web::form::Seen;

/// What the form showed.
pub fn seen(attendee: &attendee::Model) -> Seen {
    Seen::of(&values(attendee))
}

fn values(a: &attendee::Model) -> (&str, &str, &str, Uuid, &str) {
    (&a.given_name, &a.family_name, &a.organisation, a.mailbox_id, &a.language)
}

/// The attendee as they are now, held with their order. Who came by a link that has ended since is told nothing of them.
pub async fn hold(tx: &Tx, loaded: &Attendee) -> Result<attendee::Model, RegistrationError> {
    let order = orders::hold(tx, loaded.order().id).await?;
    let row = attendee::Entity::find().filter(attendee::Column::Id.eq(loaded.row().id)).one(&**tx).await?;
    row.filter(|row| loaded.is_proven(&order, row)).ok_or(RegistrationError::Unknown)
}

/// Corrects who attends: name, organisation, address and language. The ticket stays the same and no quota is asked.
/// Possible until the congress is over. A place without a name has one from then on. If somebody else changed the attendee in the meantime, to something else than
/// this, nothing is changed.
/// `after` acts only when the address is another one.
pub async fn change(
    store: &Store,
    loaded: &Attendee,
    shown: &Seen,
    form: AttendeeChange,
    after: After,
) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let row = hold(&tx, loaded).await?;
    let congress = congress::query::by_id(&tx, row.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    let (given, family) = (name::clean(&form.given_name), name::clean(&form.family_name));
    let organisation = name::clean(&form.organisation);
    let address = contact::normalise(&form.email);
    let mailbox = mailbox_for(&tx, congress.host_id, &address, form.language).await?.id;
    let mut changes = Changes::default();
    changes.text("given_name", &row.given_name, &given);
    changes.text("family_name", &row.family_name, &family);
    changes.text("organisation", &row.organisation, &organisation);
    changes.text("mailbox", &row.mailbox_id.to_string(), &mailbox.to_string());
    changes.text("language", &row.language, form.language.tag());
    if !changes.is_empty() {
        shown.check(&values(&row))?;
    }
    if !rules::may_change(row.state, congress.ends_at, tx.now()) {
        return Err(RegistrationError::Closed);
    }
    if changes.is_empty() {
        return Ok(());
    }
    let search = attendees::search_text(&loaded.order().code, &given, &family, &address, &organisation);
    attendee::Entity::update_many()
        .col_expr(attendee::Column::Search, Expr::value(search))
        .col_expr(attendee::Column::GivenName, Expr::value(given))
        .col_expr(attendee::Column::FamilyName, Expr::value(family))
        .col_expr(attendee::Column::Organisation, Expr::value(organisation))
        .col_expr(attendee::Column::MailboxId, Expr::value(mailbox))
        .col_expr(attendee::Column::Language, Expr::value(form.language.tag()))
        .col_expr(attendee::Column::NamedAt, Expr::value(row.named_at.unwrap_or(tx.now())))
        .col_expr(attendee::Column::Sequence, Expr::col(attendee::Column::Sequence).add(1))
        .col_expr(attendee::Column::ChangedAt, Expr::value(tx.now()))
        .filter(attendee::Column::Id.eq(row.id))
        .exec(&*tx)
        .await?;
    attendees::refresh_search(&tx, row.order_id).await?;
    let (before, now) = changes.values();
    let event = Event::AttendeeChanged { congress: row.congress_id, attendee: row.id, before, after: now };
    record(&tx, loaded.actor(), event).await?;
    if mailbox != row.mailbox_id {
        if after.end_link {
            link::end_of_attendee(&tx, loaded.actor(), &row, false).await?;
        }
        if after.send {
            mail::request_for(&tx, loaded.actor(), loaded.order(), mailbox).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}
