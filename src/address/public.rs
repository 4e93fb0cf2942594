//! The public site, the pages behind a secret, logging in.

use crate::route::addresses;

pub use crate::route::with_query;

addresses! {
    /// The one congress, or all of them.
    Home = "/";
    /// Whether the program runs and its database answers.
    Health = "/health";
    /// Figures for Prometheus.
    Metrics = "/metrics";
    /// An embedded file, named with its fingerprint.
    Asset { file } = "/asset/{file}";
    /// Log-in by password.
    Login = "/login";
    /// Asks for a log-in link by mail.
    LoginLink = "/login/link";
    /// The page behind a log-in link; its button logs in.
    LoginToken { token } = "/login/link/{token}";
    Logout = "/logout";

    /// The public page of a congress.
    Congress { congress } = "/{congress}";
    /// Which mails to many a mailbox gets, by a link out of one of them; a POST there ends those of its kind (RFC 8058).
    Subscription { congress, campaign, mailbox, secret } = "/{congress}/subscriptions/{campaign}/{mailbox}/{secret}";
    SubscriptionChoice { congress, campaign, mailbox, secret } = "/{congress}/subscriptions/{campaign}/{mailbox}/{secret}/choice";
    /// The form for news by mail.
    News { congress } = "/{congress}/news";
    /// What comes after it: a mail.
    NewsSent { congress } = "/{congress}/news/sent";
    /// After a no.
    NewsEnded { congress } = "/{congress}/news/ended";
    /// Whether somebody wants news, which they were asked by mail.
    NewsAnswer { congress, id, secret } = "/{congress}/news/{id}/{secret}";
    NewsEnd { congress, id, secret } = "/{congress}/news/{id}/{secret}/end";
    /// A page of plain text: imprint, privacy, accessibility.
    Page { congress, page } = "/{congress}/pages/{page}";
    /// The style sheet of the congress's own colour, named with its fingerprint.
    Accent { congress, file } = "/{congress}/look/{file}";
    /// The newest release of the programme for other programs.
    ScheduleXml { congress } = "/{congress}/schedule.xml";
    ScheduleJson { congress } = "/{congress}/schedule.json";
    /// The registration form.
    Register { congress } = "/{congress}/tickets";
    /// The form for the waiting list.
    WaitingList { congress } = "/{congress}/waiting";
    /// What comes after it: a mail.
    WaitingSent { congress } = "/{congress}/waiting/sent";
    /// Somebody who waits, behind their link.
    Waiting { congress, id, secret } = "/{congress}/waiting/{id}/{secret}";
    /// Changes what is waited for, and how one is reached.
    WaitingChange { congress, id, secret } = "/{congress}/waiting/{id}/{secret}/change";
    /// Accepts an offer: the registration form.
    WaitingAcceptance { congress, id, secret } = "/{congress}/waiting/{id}/{secret}/tickets";
    /// Says no to an offer.
    WaitingRefusal { congress, id, secret } = "/{congress}/waiting/{id}/{secret}/refusal";
    /// Leaves the list.
    WaitingLeave { congress, id, secret } = "/{congress}/waiting/{id}/{secret}/leave";
    /// Back to the end of the queue.
    WaitingReturn { congress, id, secret } = "/{congress}/waiting/{id}/{secret}/return";
    /// Sends the mail with the link again.
    WaitingMail { congress, id, secret } = "/{congress}/waiting/{id}/{secret}/mail";

    /// An order, behind its link.
    Order { congress, code, secret } = "/{congress}/orders/{code}/{secret}";
    /// All valid tickets of an order as one PDF.
    OrderTickets { congress, code, secret } = "/{congress}/orders/{code}/{secret}/tickets.pdf";
    /// An invoice as a PDF.
    OrderInvoice { congress, code, secret, number } = "/{congress}/orders/{code}/{secret}/invoices/{number}";
    /// The congress as a calendar file.
    OrderCalendar { congress, code, secret } = "/{congress}/orders/{code}/{secret}/calendar.ics";
    /// Sends the order's mails again.
    OrderMail { congress, code, secret } = "/{congress}/orders/{code}/{secret}/mail";
    /// Cancels a whole order.
    OrderCancellation { congress, code, secret } = "/{congress}/orders/{code}/{secret}/cancellation";
    /// What the order was asked, and answered.
    OrderAnswers { congress, code, secret } = "/{congress}/orders/{code}/{secret}/answers";
    /// A file that was handed in as an answer.
    OrderAnswerFile { congress, code, secret, question } = "/{congress}/orders/{code}/{secret}/answers/{question}";
    /// Takes it back.
    OrderAnswerFileRemoval { congress, code, secret, question } = "/{congress}/orders/{code}/{secret}/answers/{question}/removal";
    /// Corrects the name of one attendee of an order.
    OrderAttendeeName { congress, code, secret, position } = "/{congress}/orders/{code}/{secret}/attendees/{position}/name";
    /// Another address for one attendee of an order, whose mails come back.
    OrderAttendeeAddress { congress, code, secret, position } = "/{congress}/orders/{code}/{secret}/attendees/{position}/address";
    /// Cancels one attendee of an order.
    OrderAttendeeCancellation { congress, code, secret, position } = "/{congress}/orders/{code}/{secret}/attendees/{position}/cancellation";
    /// Sends one attendee's ticket again.
    OrderAttendeeMail { congress, code, secret, position } = "/{congress}/orders/{code}/{secret}/attendees/{position}/mail";

    /// A place without a name, for whoever it was passed on to. The secret names the place and proves it.
    Place { congress, secret } = "/{congress}/places/{secret}";
    /// Names who comes instead of one attendee of an order.
    OrderAttendeeSubstitute { congress, code, secret, position } = "/{congress}/orders/{code}/{secret}/attendees/{position}/substitute";
    /// Another ticket for one attendee of an order. `?category=` shows what it means first.
    OrderAttendeeCategory { congress, code, secret, position } = "/{congress}/orders/{code}/{secret}/attendees/{position}/category";
    /// Takes back that one attendee of an order was cancelled.
    OrderAttendeeRestoration { congress, code, secret, position } = "/{congress}/orders/{code}/{secret}/attendees/{position}/restoration";
    /// Takes back that somebody was named.
    OrderAttendeeSubstituteWithdrawal { congress, code, secret, position } = "/{congress}/orders/{code}/{secret}/attendees/{position}/substitute/withdrawal";
    /// Where who was named takes over the ticket.
    Substitute { congress, secret } = "/{congress}/substitutes/{secret}";

    /// A partner's places: who has them, and naming more. The secret names the contingent and proves it.
    Contingent { congress, secret } = "/{congress}/contingents/{secret}";
    /// Corrects the name of somebody who was named.
    ContingentName { congress, secret, place } = "/{congress}/contingents/{secret}/places/{place}/name";
    /// Takes back who was named.
    ContingentWithdrawal { congress, secret, place } = "/{congress}/contingents/{secret}/places/{place}/withdrawal";

    /// "My congress": one attendee's own page. The secret names the ticket and proves it: `7h4kq2-1-…`.
    My { congress, secret } = "/{congress}/my/{secret}";
    MyTicket { congress, secret } = "/{congress}/my/{secret}/ticket.pdf";
    MyCalendar { congress, secret } = "/{congress}/my/{secret}/calendar.ics";
    MyName { congress, secret } = "/{congress}/my/{secret}/name";
    MyCancellation { congress, secret } = "/{congress}/my/{secret}/cancellation";
    MyCategory { congress, secret } = "/{congress}/my/{secret}/category";
    MyRestoration { congress, secret } = "/{congress}/my/{secret}/restoration";
    MySubstitute { congress, secret } = "/{congress}/my/{secret}/substitute";
    MySubstituteWithdrawal { congress, secret } = "/{congress}/my/{secret}/substitute/withdrawal";
    MyMail { congress, secret } = "/{congress}/my/{secret}/mail";
    MyAnswers { congress, secret } = "/{congress}/my/{secret}/answers";
    MyAnswerFile { congress, secret, question } = "/{congress}/my/{secret}/answers/{question}";
    MyAnswerFileRemoval { congress, secret, question } = "/{congress}/my/{secret}/answers/{question}/removal";
}
