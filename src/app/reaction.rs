//! What follows from what happened: which jobs an event puts among the others.

use super::job::{
    ALL_INVOICES, BOOKING_MAIL, BOOKINGS, CANCELLATION_MAILS, EXPIRY_MAILS, INVOICES, ORDER_MAILS, SUBSTITUTE_MAIL,
    SUBSTITUTED_MAILS,
};
use calendar::service::invitation::{RECONCILE, Scope, Whose};
use congress::event::waiting::Waiting;
use congress::service::waiting::RUN;
use programme::event::booking::Booking;
use programme::event::call::CallEvent;
use programme::service::booking::mail::BookingMail;
use registration::service::waiting::mail::{MAIL, WaitingMail};
use serde_json::json;
use std::any::Any;
use std::time::Duration;
use store::job::NewJob;
use uuid::Uuid;

/// So long after a release those whom it concerns are told.
const CALM: Duration = Duration::from_secs(120);

/// What follows from what happened. Handed to the store when it is opened.
pub fn reactions(event: &dyn Any) -> Vec<NewJob> {
    use registration::Event as Registration;
    if let Some(event) = event.downcast_ref::<Registration>() {
        let (mails, money) = (mails_of(event), money_of(event));
        return mails.into_iter().chain(money).chain(bookings_of(event)).chain(passed_on(event)).collect();
    }
    if let Some(event) = event.downcast_ref::<Waiting>() {
        let mail = WaitingMail::of(event).and_then(|mail| Some(NewJob::new(MAIL, serde_json::to_value(mail).ok()?)));
        return mail.into_iter().chain(list_of(event)).collect();
    }
    if let Some(event) = event.downcast_ref::<Booking>() {
        let mail = BookingMail::of(event).and_then(|mail| serde_json::to_value(mail).ok());
        let mail = mail.map(|mail| NewJob::new(BOOKING_MAIL, mail));
        return mail.into_iter().chain(seat_of(event)).collect();
    }
    if let Some(event) = event.downcast_ref::<programme::Event>() {
        return of_programme(event);
    }
    if let Some(event) = event.downcast_ref::<CallEvent>() {
        return of_call(event).into_iter().collect();
    }
    if let Some(congress::Event::Changed { congress, changed, .. }) = event.downcast_ref() {
        let moved = ["starts_at", "ends_at", "zone"].iter().any(|part| changed.get(part).is_some());
        let job = || NewJob::new(campaign::service::send::MOVED, json!({ "congress": congress }));
        return moved.then(job).into_iter().collect();
    }
    if let Some(post::Event::Failed { about, .. }) = event.downcast_ref() {
        return vec![NewJob::new(identity::service::bounce::COUNT, json!({ "message": about.message })).later(true)];
    }
    if let Some(payment::Event::SellerChanged { congress, first: true, .. }) = event.downcast_ref() {
        return vec![NewJob::new(ALL_INVOICES, json!({ "congress": congress })).later(true)];
    }
    vec![]
}

/// Seats follow what takes place, and those who speak or have a seat are told what changed for them.
fn of_programme(event: &programme::Event) -> Vec<NewJob> {
    use programme::Event::{Cancelled, Edited, Released, Restored};
    use programme::event::Thing;
    let seats = |congress| NewJob::new(BOOKINGS, json!({ "congress": congress }));
    match event {
        // What is released again within minutes is told once.
        Released { congress, notify, .. } => {
            let whose = if *notify { Whose::All } else { Whose::Seats };
            let later = invitations(*congress, whose).map(|job| job.after(CALM).later(true));
            [seats(congress)].into_iter().chain(later).collect()
        }
        Cancelled { congress, session, .. } | Restored { congress, session, .. } => {
            [seats(congress)].into_iter().chain(invitations(*congress, Whose::Session(*session))).collect()
        }
        Edited { congress, thing: Thing::Session, id, .. } => {
            invitations(*congress, Whose::Session(*id)).into_iter().collect()
        }
        Edited { congress, thing: Thing::Speaker, id, .. } => {
            invitations(*congress, Whose::Speaker(*id)).into_iter().collect()
        }
        _ => vec![],
    }
}

/// Who takes part in what was handed in is invited to it, or no longer.
fn of_call(event: &CallEvent) -> Option<NewJob> {
    use programme::event::call::What::{Declined, Joined, Stepped};
    let matters = matches!(event.what, Declined { .. } | Joined { .. } | Stepped { .. });
    matters.then(|| invitations(event.congress, Whose::Submission(event.object))).flatten()
}

/// Who has a seat is invited, or no longer. What ends with its session is told with that.
fn seat_of(event: &Booking) -> Option<NewJob> {
    use programme::event::booking::{What, Why};
    let matters = !matches!(event.what, What::Waits | What::Ended { why: Why::Session, .. });
    matters.then(|| invitations(event.congress, Whose::Attendee(event.attendee))).flatten()
}

/// Whoever has the ticket now, or another address, has the appointments that go with it.
fn passed_on(event: &registration::Event) -> Option<NewJob> {
    use registration::Event::{AddressCorrected, AttendeeChanged, Substituted};
    match event {
        Substituted { congress, attendee, .. } | AttendeeChanged { congress, attendee, .. } => {
            invitations(*congress, Whose::Attendee(*attendee))
        }
        AddressCorrected { congress, order, .. } => invitations(*congress, Whose::Order(*order)),
        _ => None,
    }
}

/// Invitations follow what holds.
fn invitations(congress: Uuid, whose: Whose) -> Option<NewJob> {
    let scope = serde_json::to_value(Scope { congress, whose }).ok()?;
    Some(NewJob::new(RECONCILE, scope))
}

/// Whether seats in sessions are given back: after whatever ends tickets, or makes them others.
fn bookings_of(event: &registration::Event) -> Option<NewJob> {
    use registration::Event::{Cancelled, Expired, Rebooked};
    match event {
        Cancelled { order, .. } | Expired { order, .. } | Rebooked { order, .. } => {
            Some(NewJob::new(BOOKINGS, json!({ "order": order })))
        }
        _ => None,
    }
}

/// Whether a waiting list is worked through: after a change of it. Whatever frees places stirs it by itself, and what a run
/// has done needs no other.
fn list_of(event: &Waiting) -> Option<NewJob> {
    use congress::event::waiting::What::{
        Accepted, Changed, Declined, Joined, Left, Prioritised, Removed, Returned, TermsSet,
    };
    let changes = matches!(
        event.what,
        Joined { .. }
            | Changed { .. }
            | Prioritised { .. }
            | Accepted { .. }
            | Declined { .. }
            | Left
            | Removed { .. }
            | Returned
            | TermsSet { .. }
    );
    changes.then(|| NewJob::new(RUN, json!({ "congress": event.congress })))
}

/// Which mails follow.
fn mails_of(event: &registration::Event) -> Option<NewJob> {
    use registration::Event::{
        AddressCorrected, Answered, Approved, AttendeeChanged, AttendeeLinkRenewed, Batch, BuyerChanged, Cancelled,
        ContingentChanged, ContingentEnded, ContingentEnding, ContingentLinkRenewed, ContingentMade, ContingentNamed,
        Expired, Exported, Extra, MailRequested, Named, Noted, OrderLinkRenewed, OrdersMerged, Paid, PaymentMissing,
        Placed, Rebooked, Refused, Renamed, Restored, SubstituteNamed, SubstituteWithdrawn, Substituted, TakenIn,
        TestDeleted, ToldApart,
    };
    match event {
        Placed { order, notify: true, bulk, .. } => {
            Some(NewJob::new(ORDER_MAILS, json!({ "order": order, "bulk": bulk })).later(*bulk))
        }
        Cancelled { order, attendees, notify: true, .. } => {
            Some(NewJob::new(CANCELLATION_MAILS, json!({ "order": order, "attendees": attendees })))
        }
        MailRequested { order, attendee, mailbox, request, bulk, .. } => {
            let only = json!({
                "order": order, "request": request, "attendee": attendee, "mailbox": mailbox, "bulk": bulk,
            });
            Some(NewJob::new(ORDER_MAILS, only).later(*bulk))
        }
        Named { order, attendee, request, notify: true, .. } => {
            Some(NewJob::new(ORDER_MAILS, json!({ "order": order, "attendee": attendee, "request": request })))
        }
        Paid { order, request, notify: true, .. } | Approved { order, request, notify: true, .. } => {
            Some(NewJob::new(ORDER_MAILS, json!({ "order": order, "request": request })))
        }
        Expired { order, attendees, notify: true, .. } => {
            Some(NewJob::new(EXPIRY_MAILS, json!({ "order": order, "attendees": attendees })))
        }
        SubstituteNamed { substitution, .. } => {
            Some(NewJob::new(SUBSTITUTE_MAIL, json!({ "substitution": substitution })))
        }
        Substituted { attendee, former, request, notify: true, .. } => Some(NewJob::new(
            SUBSTITUTED_MAILS,
            json!({
                "attendee": attendee, "mailbox": former.mailbox, "language": former.language, "request": request,
            }),
        )),
        Placed { notify: false, .. }
        | Substituted { notify: false, .. }
        | SubstituteWithdrawn { .. }
        | Restored { .. }
        | Cancelled { notify: false, .. }
        | Paid { notify: false, .. }
        | Approved { notify: false, .. }
        | Refused { .. }
        | Extra { .. }
        | Expired { notify: false, .. }
        | PaymentMissing { .. }
        | ContingentMade { .. }
        | ContingentChanged { .. }
        | ContingentEnding { .. }
        | ContingentEnded { .. }
        | ContingentLinkRenewed { .. }
        | ContingentNamed { .. }
        | Named { notify: false, .. }
        | AddressCorrected { .. }
        | Answered { .. }
        | Renamed { .. }
        | BuyerChanged { .. }
        | AttendeeChanged { .. }
        | Rebooked { .. }
        | OrderLinkRenewed { .. }
        | AttendeeLinkRenewed { .. }
        | Noted { .. }
        | Batch { .. }
        | TakenIn { .. }
        | TestDeleted { .. }
        | ToldApart { .. }
        | OrdersMerged { .. }
        | Exported { .. } => None,
    }
}

/// Whether invoices and days to pay follow: after whatever changes tickets that cost something.
fn money_of(event: &registration::Event) -> Option<NewJob> {
    use registration::Event::{
        AddressCorrected, Answered, Approved, AttendeeChanged, AttendeeLinkRenewed, Batch, BuyerChanged, Cancelled,
        ContingentChanged, ContingentEnded, ContingentEnding, ContingentLinkRenewed, ContingentMade, ContingentNamed,
        Expired, Exported, Extra, MailRequested, Named, Noted, OrderLinkRenewed, OrdersMerged, Paid, PaymentMissing,
        Placed, Rebooked, Refused, Renamed, Restored, SubstituteNamed, SubstituteWithdrawn, Substituted, TakenIn,
        TestDeleted, ToldApart,
    };
    let order = match event {
        Placed { order, costs: true, .. }
        | Cancelled { order, costs: true, .. }
        | ContingentNamed { order, costs: true, .. }
        | OrdersMerged { order, costs: true, .. }
        | Restored { order, costs: true, .. }
        | Approved { order, costs: true, .. } => order,
        Rebooked { order, cents, .. } if cents.0 != cents.1 => order,
        Extra { order, cents, .. } if *cents != 0 => order,
        Expired { order, .. } | Paid { order, revived: true, .. } | PaymentMissing { order, .. } => order,
        Placed { .. }
        | Cancelled { .. }
        | Restored { .. }
        | Rebooked { .. }
        | Paid { .. }
        | Approved { .. }
        | Refused { .. }
        | Extra { .. }
        | MailRequested { .. }
        | AddressCorrected { .. }
        | ContingentMade { .. }
        | ContingentChanged { .. }
        | ContingentEnding { .. }
        | ContingentEnded { .. }
        | ContingentLinkRenewed { .. }
        | ContingentNamed { costs: false, .. }
        | Named { .. }
        | Answered { .. }
        | Renamed { .. }
        | BuyerChanged { .. }
        | AttendeeChanged { .. }
        | OrderLinkRenewed { .. }
        | AttendeeLinkRenewed { .. }
        | SubstituteNamed { .. }
        | SubstituteWithdrawn { .. }
        | Substituted { .. }
        | Noted { .. }
        | Batch { .. }
        | TakenIn { .. }
        | TestDeleted { .. }
        | ToldApart { .. }
        | OrdersMerged { .. }
        | Exported { .. } => return None,
    };
    Some(NewJob::new(INVOICES, json!({ "order": order })))
}
