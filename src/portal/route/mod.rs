//! Requests to the public site and to the pages behind a link.

mod answers;
mod attendee;
mod call;
mod changes;
mod congress;
mod contingent;
mod dead;
mod document;
mod exhibition;
mod home;
mod invitation;
mod look;
mod my;
mod news;
mod order;
mod passage;
mod place;
mod programme;
mod rebooking;
mod register;
mod subscription;
mod substitute;
mod waiting;
mod workshop;

use crate::guess::Guesses;
use ::congress::rules::file::MAX_BODY;
use address::{
    Congress, Contingent, ContingentName, ContingentWithdrawal, Home, My, MyAnswerFile, MyAnswerFileRemoval, MyAnswers,
    MyCalendar, MyCancellation, MyCategory, MyMail, MyName, MyRestoration, MySubstitute, MySubstituteWithdrawal,
    MyTicket, Order, OrderAnswerFile, OrderAnswerFileRemoval, OrderAnswers, OrderAttendeeAddress,
    OrderAttendeeCancellation, OrderAttendeeCategory, OrderAttendeeMail, OrderAttendeeName, OrderAttendeeRestoration,
    OrderAttendeeSubstitute, OrderAttendeeSubstituteWithdrawal, OrderCalendar, OrderCancellation, OrderInvoice,
    OrderMail, OrderTickets, Page, Place, Register, Substitute, Waiting, WaitingAcceptance, WaitingChange,
    WaitingLeave, WaitingList, WaitingMail, WaitingRefusal, WaitingReturn, WaitingSent,
};
use base::error::Told;
use locale::Words;
use registration::RegistrationError;
use std::sync::Arc;
use web::flash::Flash;
use web::{Access, Fault, Limit, Routes};

/// What this crate mounts.
pub fn routes() -> Routes {
    use Access::{Link, Public};
    let (mails, documents, files) = (Limit::every(10), Limit::every(60), Limit::every(10));
    let guesses = Arc::new(Guesses::default());
    let also = Arc::clone(&guesses);
    let register = move |state, visit| register::show(Arc::clone(&guesses), state, visit);
    let send = move |state, visit, sent| register::send(Arc::clone(&also), state, visit, sent);
    Routes::new()
        .get(Home::ROUTE, Public, home::show)
        .get(Congress::ROUTE, Public, congress::show)
        .get(address::Accent::ROUTE, Public, look::accent)
        .get(Page::ROUTE, Public, passage::show)
        .get(address::release::Changes::ROUTE, Public, changes::show)
        .get(address::release::ChangesFeed::ROUTE, Public, changes::feed)
        .get(address::release::Version::ROUTE, Public, changes::version)
        .get(Register::ROUTE, Public, register)
        .post(Register::ROUTE, Public, send)
        .taking(MAX_BODY)
        .get(WaitingList::ROUTE, Public, waiting::ask)
        .post(WaitingList::ROUTE, Public, waiting::join)
        .limited(Limit::every(10).by_field("email"))
        .get(WaitingSent::ROUTE, Public, waiting::sent)
        .get(address::News::ROUTE, Public, news::ask)
        .post(address::News::ROUTE, Public, news::sign)
        .limited(Limit::every(10).by_field("email"))
        .get(address::NewsSent::ROUTE, Public, news::sent)
        .get(address::NewsEnded::ROUTE, Public, news::ended)
        .get(address::NewsAnswer::ROUTE, Link, news::show)
        .post(address::NewsAnswer::ROUTE, Link, news::agree)
        .post(address::NewsEnd::ROUTE, Link, news::end)
        .get(Waiting::ROUTE, Link, waiting::show)
        .get(WaitingChange::ROUTE, Link, waiting::ask_change)
        .post(WaitingChange::ROUTE, Link, waiting::change)
        .get(WaitingAcceptance::ROUTE, Link, waiting::accept)
        .get(WaitingRefusal::ROUTE, Link, waiting::ask_refusal)
        .post(WaitingRefusal::ROUTE, Link, waiting::refuse)
        .get(WaitingLeave::ROUTE, Link, waiting::ask_leave)
        .post(WaitingLeave::ROUTE, Link, waiting::leave)
        .post(WaitingReturn::ROUTE, Link, waiting::come_back)
        .post(WaitingMail::ROUTE, Link, waiting::send_mail)
        .get(Order::ROUTE, Link, order::show)
        .get(OrderTickets::ROUTE, Link, document::order_tickets)
        .get(OrderInvoice::ROUTE, Link, document::order_invoice)
        .limited(documents.by_variable("code"))
        .get(OrderCalendar::ROUTE, Link, document::order_calendar)
        .get(OrderMail::ROUTE, Link, order::ask_mail)
        .post(OrderMail::ROUTE, Link, order::send_mail)
        .limited(mails.by_variable("code"))
        .get(OrderCancellation::ROUTE, Link, order::ask_cancellation)
        .post(OrderCancellation::ROUTE, Link, order::cancel)
        .get(OrderAnswers::ROUTE, Link, answers::show_order)
        .post(OrderAnswers::ROUTE, Link, answers::save_order)
        .get(OrderAnswerFile::ROUTE, Link, answers::order_file)
        .post(OrderAnswerFile::ROUTE, Link, answers::hand_in_order)
        .taking(MAX_BODY)
        .limited(files.by_variable("code"))
        .post(OrderAnswerFileRemoval::ROUTE, Link, answers::take_back_order)
        .get(OrderAttendeeName::ROUTE, Link, attendee::ask_name)
        .post(OrderAttendeeName::ROUTE, Link, attendee::rename)
        .get(OrderAttendeeMail::ROUTE, Link, attendee::ask_mail)
        .post(OrderAttendeeMail::ROUTE, Link, attendee::send_mail)
        .limited(mails.by_variable("code"))
        .get(OrderAttendeeAddress::ROUTE, Link, dead::ask)
        .post(OrderAttendeeAddress::ROUTE, Link, dead::take)
        .limited(mails.by_variable("code"))
        .get(OrderAttendeeCancellation::ROUTE, Link, attendee::ask_cancellation)
        .post(OrderAttendeeCancellation::ROUTE, Link, attendee::cancel)
        .get(Place::ROUTE, Link, place::ask)
        .post(Place::ROUTE, Link, place::take)
        .get(OrderAttendeeSubstitute::ROUTE, Link, substitute::ask_by_order)
        .post(OrderAttendeeSubstitute::ROUTE, Link, substitute::name_by_order)
        .limited(mails.by_variable("code"))
        .post(OrderAttendeeSubstituteWithdrawal::ROUTE, Link, substitute::withdraw_by_order)
        .get(OrderAttendeeCategory::ROUTE, Link, rebooking::ask_by_order)
        .post(OrderAttendeeCategory::ROUTE, Link, rebooking::change_by_order)
        .get(OrderAttendeeRestoration::ROUTE, Link, rebooking::ask_restoration_by_order)
        .post(OrderAttendeeRestoration::ROUTE, Link, rebooking::restore_by_order)
        .get(Substitute::ROUTE, Link, substitute::show)
        .post(Substitute::ROUTE, Link, substitute::take_over)
        .get(Contingent::ROUTE, Link, contingent::show)
        .post(Contingent::ROUTE, Link, contingent::send)
        .get(ContingentName::ROUTE, Link, contingent::ask_name)
        .post(ContingentName::ROUTE, Link, contingent::rename)
        .get(ContingentWithdrawal::ROUTE, Link, contingent::ask_withdrawal)
        .post(ContingentWithdrawal::ROUTE, Link, contingent::take_back)
        .get(My::ROUTE, Link, my::show)
        .get(MyTicket::ROUTE, Link, document::my_ticket)
        .limited(documents.by_variable("secret"))
        .get(MyCalendar::ROUTE, Link, document::my_calendar)
        .post(address::calendar::OwnFeedLink::ROUTE, Link, my::renew_calendar)
        .get(address::calendar::Invitation::ROUTE, Link, invitation::show)
        .post(address::calendar::InvitationAnswer::ROUTE, Link, invitation::reply)
        .get(address::Subscription::ROUTE, Link, subscription::show)
        .post(address::Subscription::ROUTE, Link, subscription::end)
        .post(address::SubscriptionChoice::ROUTE, Link, subscription::change)
        .get(MyName::ROUTE, Link, my::ask_name)
        .post(MyName::ROUTE, Link, my::rename)
        .get(MyMail::ROUTE, Link, my::ask_mail)
        .post(MyMail::ROUTE, Link, my::send_mail)
        .limited(mails.by_variable("secret"))
        .get(MyAnswers::ROUTE, Link, answers::show_my)
        .post(MyAnswers::ROUTE, Link, answers::save_my)
        .get(MyAnswerFile::ROUTE, Link, answers::my_file)
        .post(MyAnswerFile::ROUTE, Link, answers::hand_in_my)
        .taking(MAX_BODY)
        .limited(files.by_variable("secret"))
        .post(MyAnswerFileRemoval::ROUTE, Link, answers::take_back_my)
        .get(MySubstitute::ROUTE, Link, substitute::ask_by_own)
        .post(MySubstitute::ROUTE, Link, substitute::name_by_own)
        .limited(mails.by_variable("secret"))
        .post(MySubstituteWithdrawal::ROUTE, Link, substitute::withdraw_by_own)
        .get(MyCategory::ROUTE, Link, rebooking::ask_by_own)
        .post(MyCategory::ROUTE, Link, rebooking::change_by_own)
        .get(MyRestoration::ROUTE, Link, rebooking::ask_restoration_by_own)
        .post(MyRestoration::ROUTE, Link, rebooking::restore_by_own)
        .get(MyCancellation::ROUTE, Link, my::ask_cancellation)
        .post(MyCancellation::ROUTE, Link, my::cancel)
        .merge(programme::routes())
        .merge(call::routes())
        .merge(workshops())
        .get(address::Projects::ROUTE, Public, exhibition::list)
        .get(address::HallPlan::ROUTE, Public, exhibition::plan)
        .get(address::Project::ROUTE, Public, exhibition::one)
}

/// Seats in sessions.
fn workshops() -> Routes {
    use Access::{Link, Public};
    Routes::new()
        .get(address::SessionSeats::ROUTE, Public, workshop::seats)
        .get(address::MyWorkshops::ROUTE, Link, workshop::show_my)
        .post(address::MyBooking::ROUTE, Link, workshop::book_my)
        .get(address::MyBookingReturn::ROUTE, Link, workshop::ask_return_my)
        .post(address::MyBookingReturn::ROUTE, Link, workshop::return_my)
        .get(address::OrderAttendeeWorkshops::ROUTE, Link, workshop::show_order)
        .post(address::OrderAttendeeBooking::ROUTE, Link, workshop::book_order)
        .get(address::OrderAttendeeBookingReturn::ROUTE, Link, workshop::ask_return_order)
        .post(address::OrderAttendeeBookingReturn::ROUTE, Link, workshop::return_order)
}

/// What an error says to people.
fn sentence(words: Words, error: &impl Told) -> String {
    words.with(error.message(), &web::problem::args(&error.values()))
}

/// What an order's error says to people from outside. `named` gives what a category of this short name is called: short
/// names, and the names of quotas, are the team's, so that what has no name is told without one.
fn outside(words: Words, error: &RegistrationError, named: impl Fn(&str) -> Option<String>) -> String {
    match error {
        RegistrationError::SoldOut { .. } => match named("") {
            Some(name) => words.with("portal-refused-sold-out", &[("category", name.into())]),
            None => words.t("portal-refused-sold-out-any"),
        },
        RegistrationError::UnknownCategory { .. } | RegistrationError::UnknownExtra { .. } => {
            words.t("portal-refused-not-on-sale")
        }
        RegistrationError::NotOnSale { category }
        | RegistrationError::NotInvited { category }
        | RegistrationError::InvitationUsed { category, .. }
        | RegistrationError::TooMany { category, .. } => match named(category) {
            Some(name) => {
                let mut args = web::problem::args(&error.values());
                args.retain(|(value, _)| *value != "category");
                args.push(("category", name.into()));
                words.with(error.message(), &args)
            }
            None => words.t("portal-refused-not-on-sale"),
        },
        other => sentence(words, other),
    }
}

/// What did not happen, as a notice on the page after; what is broken, or does not exist, as a fault.
fn refusal(words: Words, error: RegistrationError) -> Result<Flash, Fault> {
    refusal_about(words, error, None)
}

/// The same where it is about the ticket that is called so.
fn refusal_about(words: Words, error: RegistrationError, ticket: Option<&str>) -> Result<Flash, Fault> {
    match error.status() {
        404 | 500.. => Err(error.into()),
        _ => Ok(Flash::warning(outside(words, &error, |_| ticket.map(str::to_owned)))),
    }
}

/// The same of any slice.
fn refusal_of(words: Words, error: impl Told + Into<Fault>) -> Result<Flash, Fault> {
    match error.status() {
        404 | 500.. => Err(error.into()),
        _ => Ok(Flash::warning(sentence(words, &error))),
    }
}
