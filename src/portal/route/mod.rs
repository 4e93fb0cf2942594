//! Requests to the public site and to the pages behind a link.

mod attendee;
mod congress;
mod document;
mod home;
mod look;
mod my;
mod order;
mod passage;
mod place;
mod register;

use crate::guess::Guesses;
use address::{
    Congress, Home, My, MyCalendar, MyCancellation, MyMail, MyName, MyTicket, Order, OrderAttendeeCancellation,
    OrderAttendeeMail, OrderAttendeeName, OrderCalendar, OrderCancellation, OrderInvoice, OrderMail, OrderTickets,
    Page, Place, Register,
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
    let (mails, documents) = (Limit::every(10), Limit::every(60));
    let guesses = Arc::new(Guesses::default());
    let also = Arc::clone(&guesses);
    let register = move |state, visit| register::show(Arc::clone(&guesses), state, visit);
    let send = move |state, visit, sent| register::send(Arc::clone(&also), state, visit, sent);
    Routes::new()
        .get(Home::ROUTE, Public, home::show)
        .get(Congress::ROUTE, Public, congress::show)
        .get(address::Accent::ROUTE, Public, look::accent)
        .get(Page::ROUTE, Public, passage::show)
        .get(Register::ROUTE, Public, register)
        .post(Register::ROUTE, Public, send)
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
        .get(OrderAttendeeName::ROUTE, Link, attendee::ask_name)
        .post(OrderAttendeeName::ROUTE, Link, attendee::rename)
        .get(OrderAttendeeMail::ROUTE, Link, attendee::ask_mail)
        .post(OrderAttendeeMail::ROUTE, Link, attendee::send_mail)
        .limited(mails.by_variable("code"))
        .get(OrderAttendeeCancellation::ROUTE, Link, attendee::ask_cancellation)
        .post(OrderAttendeeCancellation::ROUTE, Link, attendee::cancel)
        .get(Place::ROUTE, Link, place::ask)
        .post(Place::ROUTE, Link, place::take)
        .get(My::ROUTE, Link, my::show)
        .get(MyTicket::ROUTE, Link, document::my_ticket)
        .limited(documents.by_variable("secret"))
        .get(MyCalendar::ROUTE, Link, document::my_calendar)
        .get(MyName::ROUTE, Link, my::ask_name)
        .post(MyName::ROUTE, Link, my::rename)
        .get(MyMail::ROUTE, Link, my::ask_mail)
        .post(MyMail::ROUTE, Link, my::send_mail)
        .limited(mails.by_variable("secret"))
        .get(MyCancellation::ROUTE, Link, my::ask_cancellation)
        .post(MyCancellation::ROUTE, Link, my::cancel)
}

/// What an error says to people.
fn sentence(words: Words, error: &RegistrationError) -> String {
    words.with(error.message(), &web::problem::args(&error.values()))
}

/// What did not happen, as a notice on the page after; what is broken, or does not exist, as a fault.
fn refusal(words: Words, error: RegistrationError) -> Result<Flash, Fault> {
    match error.status() {
        404 | 500.. => Err(error.into()),
        _ => Ok(Flash::warning(sentence(words, &error))),
    }
}
