//! Correcting names.

use crate::entity::{attendee, order};
use crate::form::NameForm;
use crate::load::Attendee;
use crate::query::find;
use crate::{Event, RegistrationError, rules};
use base::{contact, name};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};
use store::{Store, Tx, record};

/// What an attendee is found by: as in the list of orders, also by the order's code.
pub(super) fn search_text(code: &str, given: &str, family: &str, email: &str, organisation: &str) -> String {
    let rest = [&name::full(given, family), &contact::normalise(email), organisation].map(str::to_owned).join(" ");
    find::search_text(code, &rest)
}

/// Corrects the name or the organisation on a ticket. The ticket stays the same, no quota is asked: it is the same
/// person, spelled right. Who holds its link may until the day that organisers set, staff until the congress is over.
pub async fn rename(store: &Store, loaded: &Attendee, form: NameForm) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let row = super::person::hold(&tx, loaded).await?;
    let congress = congress::query::by_id(&tx, row.congress_id).await?.ok_or(RegistrationError::Unknown)?;
    let until = super::deadline::until(loaded.actor(), &congress, |d| d.names);
    if !rules::may_change(row.state, until, tx.now()) {
        return Err(RegistrationError::Closed);
    }
    let (given, family) = (name::clean(&form.given_name), name::clean(&form.family_name));
    let organisation = name::clean(&form.organisation);
    if (&row.given_name, &row.family_name, &row.organisation) == (&given, &family, &organisation) {
        return Ok(());
    }
    let before = shown(&row.given_name, &row.family_name, &row.organisation);
    let after = shown(&given, &family, &organisation);
    let view =
        crate::query::attendee::view(&tx, loaded.order(), row.clone()).await?.ok_or(RegistrationError::Unknown)?;
    attendee::Entity::update_many()
        .col_expr(
            attendee::Column::Search,
            Expr::value(search_text(&loaded.order().code, &given, &family, &view.address, &organisation)),
        )
        .col_expr(attendee::Column::GivenName, Expr::value(given))
        .col_expr(attendee::Column::FamilyName, Expr::value(family))
        .col_expr(attendee::Column::Organisation, Expr::value(organisation))
        .col_expr(attendee::Column::NamedAt, Expr::value(row.named_at.unwrap_or(tx.now())))
        .col_expr(attendee::Column::Sequence, Expr::col(attendee::Column::Sequence).add(1))
        .col_expr(attendee::Column::ChangedAt, Expr::value(tx.now()))
        .filter(attendee::Column::Id.eq(row.id))
        .exec(&*tx)
        .await?;
    let (id, congress_id) = (row.id, row.congress_id);
    refresh_search(&tx, loaded.order().id).await?;
    record(&tx, loaded.actor(), Event::Renamed { congress: congress_id, attendee: id, before, after }).await?;
    tx.commit().await?;
    Ok(())
}

fn shown(given: &str, family: &str, organisation: &str) -> String {
    let name = name::full(given, family);
    if organisation.is_empty() { name } else { format!("{name}, {organisation}") }
}

/// Writes anew what an order is found by.
pub(super) async fn refresh_search(tx: &Tx, order: base::Uuid) -> Result<(), RegistrationError> {
    let row = order::Entity::find()
        .filter(order::Column::Id.eq(order))
        .one(&**tx)
        .await?
        .ok_or(RegistrationError::Unknown)?;
    let view = crate::query::order::view(tx, row).await?;
    let people = view
        .attendees
        .iter()
        .map(|v| (&*v.attendee.given_name, &*v.attendee.family_name, &*v.address, &*v.attendee.organisation));
    let search = super::order::search_text(&view.order, &view.buyer_address, people);
    order::Entity::update_many()
        .col_expr(order::Column::Search, Expr::value(search))
        .filter(order::Column::Id.eq(order))
        .exec(&**tx)
        .await?;
    Ok(())
}
