//! Who may have what: decided where an order is placed, whatever the form showed.

use crate::RegistrationError;
use crate::entity::attendee;
use crate::entity::order::Source;
use crate::form::OrderForm;
use crate::rules::holds_place;
use crate::service::voucher::Granted;
use base::{Uuid, contact};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, Iterable, PaginatorTrait, QueryFilter};
use store::Tx;
use ticketing::entity::category::{self, Kind, Visibility};
use ticketing::query::CategoryView;
use ticketing::rules::shown;

/// Whether staff place the order: what is hidden and what needs approval is theirs to give.
pub(super) fn by_hand(form: &OrderForm) -> bool {
    form.source == Source::Desk
}

/// Refuses what is not shown to whoever orders; gives, for each attendee, the line of a list by which they are admitted.
/// A category with a list goes to those whose address is on it, each as often as the list allows, whoever else has its
/// link: tickets that were given back do not count. Two orders for one address come one after the other.
pub(super) async fn admit(
    tx: &Tx,
    form: &OrderForm,
    chosen: &[&CategoryView],
    granted: Option<&Granted>,
) -> Result<Vec<Option<Uuid>>, RegistrationError> {
    let mut lines = vec![None; chosen.len()];
    if let Some(attendee) = chosen.iter().position(|view| view.category.kind == Kind::AddOn) {
        // It goes with a ticket, it is none.
        return Err(RegistrationError::UnknownCategory { slug: chosen[attendee].category.slug.clone(), attendee });
    }
    if by_hand(form) {
        return Ok(lines);
    }
    let by_voucher = |row: &category::Model, attendee: usize| {
        row.visibility == Visibility::Voucher && granted.is_some_and(|granted| granted.is_for(attendee))
    };
    let mut listed: Vec<&category::Model> = vec![];
    for (attendee, view) in chosen.iter().enumerate() {
        let row = &view.category;
        if row.visibility == Visibility::Invitation {
            if !listed.iter().any(|one| one.id == row.id) {
                listed.push(row);
            }
        } else if !shown(row.visibility, row.id, &form.unlocked) && !by_voucher(row, attendee) {
            return Err(RegistrationError::UnknownCategory { slug: row.slug.clone(), attendee });
        }
    }
    // Rows are held in the order of their ids.
    listed.sort_by_key(|row| row.id);
    let address = contact::normalise(&form.buyer.email);
    for row in listed {
        let line = ticketing::query::invitee_held(tx, row.id, &address).await?;
        let line = line.ok_or_else(|| RegistrationError::NotInvited { category: row.slug.clone() })?;
        let wanted = chosen.iter().filter(|view| view.category.id == row.id).count();
        let each = usize::try_from(row.invitations_each).unwrap_or(0);
        if used(tx, line).await? + wanted > each {
            return Err(RegistrationError::InvitationUsed { category: row.slug.clone(), max: row.invitations_each });
        }
        for (place, _) in lines.iter_mut().zip(chosen).filter(|(_, view)| view.category.id == row.id) {
            *place = Some(line);
        }
    }
    Ok(lines)
}

/// How many hold a ticket by a line of a list.
async fn used(tx: &Tx, line: Uuid) -> Result<usize, DbErr> {
    let n = attendee::Entity::find()
        .filter(attendee::Column::InviteeId.eq(line))
        .filter(attendee::Column::State.is_in(attendee::State::iter().filter(|state| holds_place(*state))))
        .count(&**tx)
        .await?;
    Ok(usize::try_from(n).unwrap_or(usize::MAX))
}

/// Whether staff must decide on an order before it holds: one of its tickets says so, and nobody of staff placed it.
pub(super) fn needs_approval(form: &OrderForm, chosen: &[&CategoryView]) -> bool {
    !by_hand(form) && chosen.iter().any(|view| view.category.needs_approval)
}
