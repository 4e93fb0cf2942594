//! The congress office.

use crate::route::addresses;

addresses! {
    /// Lists the congresses that an account works on, or leads to the only one.
    Desks = "/desk";
    /// One's own account: name, password, sessions.
    Account = "/desk/account";
    AccountPassword = "/desk/account/password";
    /// Ends one's other sessions.
    AccountSessions = "/desk/account/sessions/closure";
    /// At a glance.
    Overview { congress } = "/{congress}/desk";
    /// Every place, and why it is taken.
    Places { congress } = "/{congress}/desk/places";
    /// Counts the places again.
    PlaceCount { congress } = "/{congress}/desk/places/count";
    /// Who registered when, and how they stand.
    Statistics { congress } = "/{congress}/desk/statistics";
    /// Beside the edition before.
    StatisticsComparison { congress } = "/{congress}/desk/statistics/comparison";
    /// Who registered: kind, town, organisation.
    StatisticsPeople { congress } = "/{congress}/desk/statistics/people";
    StatisticsMoney { congress } = "/{congress}/desk/statistics/money";
    /// What vouchers brought.
    StatisticsVouchers { congress } = "/{congress}/desk/statistics/vouchers";
    /// Who came, and who did not.
    StatisticsDoor { congress } = "/{congress}/desk/statistics/door";
    /// Writes a table of them as a file, or all.
    StatisticsExports { congress } = "/{congress}/desk/statistics/exports";
    Orders { congress } = "/{congress}/desk/orders";
    /// Writes a file of what the list shows.
    OrderExports { congress } = "/{congress}/desk/orders/exports";
    /// The register of invoices.
    Invoices { congress } = "/{congress}/desk/invoices";
    InvoiceExports { congress } = "/{congress}/desk/invoices/exports";
    /// Several orders at once: what would happen, and doing it.
    OrderBatch { congress } = "/{congress}/desk/orders/batch";
    Attendees { congress } = "/{congress}/desk/attendees";
    AttendeeExports { congress } = "/{congress}/desk/attendees/exports";
    /// Keeps a list as somebody wants to see it again.
    Views { congress } = "/{congress}/desk/views";
    ViewRemoval { congress, id } = "/{congress}/desk/views/{id}/removal";
    Order { congress, code } = "/{congress}/desk/orders/{code}";
    OrderMail { congress, code } = "/{congress}/desk/orders/{code}/mail";
    /// Places an order for somebody.
    NewOrder { congress } = "/{congress}/desk/orders/new";
    /// Corrects who orders.
    OrderBuyer { congress, code } = "/{congress}/desk/orders/{code}/buyer";
    /// Notes what was paid, or paid back.
    OrderMoney { congress, code } = "/{congress}/desk/orders/{code}/money";
    /// Takes back what was noted wrongly.
    OrderMoneyWithdrawal { congress, code, id } = "/{congress}/desk/orders/{code}/money/{id}/withdrawal";
    /// Issues the invoice anew.
    OrderInvoices { congress, code } = "/{congress}/desk/orders/{code}/invoices";
    /// An invoice as a PDF.
    OrderInvoice { congress, code, number } = "/{congress}/desk/orders/{code}/invoices/{number}";
    /// What staff write about it.
    OrderNote { congress, code } = "/{congress}/desk/orders/{code}/note";
    /// Ends the old personal link.
    OrderLink { congress, code } = "/{congress}/desk/orders/{code}/link";
    /// One ticket of it, with all that happened to it.
    Attendee { congress, code, position } = "/{congress}/desk/orders/{code}/attendees/{position}";
    /// Corrects who attends.
    AttendeeDetails { congress, code, position } = "/{congress}/desk/orders/{code}/attendees/{position}/details";
    /// Rebooks to another category.
    AttendeeCategory { congress, code, position } = "/{congress}/desk/orders/{code}/attendees/{position}/category";
    /// Ends the old personal link, and if asked for the old code.
    AttendeeLink { congress, code, position } = "/{congress}/desk/orders/{code}/attendees/{position}/link";
    /// Gives something beside the ticket, or takes it away.
    AttendeeExtras { congress, code, position } = "/{congress}/desk/orders/{code}/attendees/{position}/extras";

    /// What the order was asked, and answered.
    OrderAnswers { congress, code } = "/{congress}/desk/orders/{code}/answers";
    /// A file that was handed in as an answer.
    OrderAnswerFile { congress, code, question } = "/{congress}/desk/orders/{code}/answers/{question}";
    AttendeeAnswers { congress, code, position } = "/{congress}/desk/orders/{code}/attendees/{position}/answers";
    AttendeeAnswerFile { congress, code, position, question } = "/{congress}/desk/orders/{code}/attendees/{position}/answers/{question}";
    /// What was answered, in numbers without names: for the kitchen and the house.
    Counts { congress } = "/{congress}/desk/counts";
    CountExports { congress } = "/{congress}/desk/counts/exports";
    /// Hands the ticket to somebody else.
    AttendeeTransfer { congress, code, position } = "/{congress}/desk/orders/{code}/attendees/{position}/transfer";
    /// Undoes cancellations while there is room.
    OrderRestoration { congress, code } = "/{congress}/desk/orders/{code}/restoration";
    /// Takes back that somebody was named to come instead.
    AttendeeSubstituteWithdrawal { congress, code, position } = "/{congress}/desk/orders/{code}/attendees/{position}/substitute/withdrawal";

    /// Deletes an order that tried something out.
    OrderRemoval { congress, code } = "/{congress}/desk/orders/{code}/removal";
    /// Attendees who look like the same person twice.
    Doubles { congress } = "/{congress}/desk/doubles";
    /// Two of them beside each other, by order and position: `7H4KQ2-1`.
    Double { congress, first, second } = "/{congress}/desk/doubles/{first}/{second}";
    /// They are two.
    DoubleDismissal { congress, first, second } = "/{congress}/desk/doubles/{first}/{second}/dismissal";
    /// Moves everyone into another order of the same buyer.
    OrderMerge { congress, code } = "/{congress}/desk/orders/{code}/merge";
    /// Places that are held for partners.
    Contingents { congress } = "/{congress}/desk/contingents";
    /// Holds some for one.
    NewContingent { congress } = "/{congress}/desk/contingents/new";
    Contingent { congress, id } = "/{congress}/desk/contingents/{id}";
    /// Gives back what nobody was named for.
    ContingentEnd { congress, id } = "/{congress}/desk/contingents/{id}/end";
    /// Ends the partner's old link.
    ContingentLink { congress, id } = "/{congress}/desk/contingents/{id}/link";
    OrderCancellation { congress, code } = "/{congress}/desk/orders/{code}/cancellation";
    /// Approves or refuses an order that waits for it.
    OrderDecision { congress, code } = "/{congress}/desk/orders/{code}/decision";
    /// All about one mail address: orders, tickets, mails, and what happened to them.
    Mailbox { congress, id } = "/{congress}/desk/mailboxes/{id}";
    Vouchers { congress } = "/{congress}/desk/vouchers";
    VoucherExports { congress } = "/{congress}/desk/vouchers/exports";
    /// Draws several at once.
    VoucherBatch { congress } = "/{congress}/desk/vouchers/batch";
    /// Lists of vouchers that are taken in.
    VoucherImports { congress } = "/{congress}/desk/vouchers/imports";
    /// One that was handed in: looked at, and taken in.
    VoucherImport { congress, id } = "/{congress}/desk/vouchers/imports/{id}";
    /// One with all that came of it.
    Voucher { congress, id } = "/{congress}/desk/vouchers/{id}";
    /// What is said of it. Where the `id` is `new`, the page begins empty and its POST adds.
    VoucherDetails { congress, id } = "/{congress}/desk/vouchers/{id}/details";
    /// Ends it.
    VoucherClosure { congress, id } = "/{congress}/desk/vouchers/{id}/closure";
    /// Deletes one that nobody ever used.
    VoucherRemoval { congress, id } = "/{congress}/desk/vouchers/{id}/removal";
    /// What happened, and who did it.
    Audit { congress } = "/{congress}/desk/audit";
    AuditExports { congress } = "/{congress}/desk/audit/exports";
    /// The same of what concerns no congress in particular.
    InstallationAudit = "/desk/audit";
    InstallationAuditExports = "/desk/audit/exports";
    /// The jobs of the installation that are not done.
    Jobs = "/desk/jobs";
    /// Starts one again that failed.
    JobStart { id } = "/desk/jobs/{id}/start";
    /// Who waits for places.
    Waiting { congress } = "/{congress}/desk/waiting";
    WaitingExports { congress } = "/{congress}/desk/waiting/exports";
    /// Puts somebody on the list.
    NewWaiting { congress } = "/{congress}/desk/waiting/new";
    /// One of them, with all that happened.
    WaitingEntry { congress, id } = "/{congress}/desk/waiting/{id}";
    /// Corrects what they wait for, and how they are reached.
    WaitingDetails { congress, id } = "/{congress}/desk/waiting/{id}/details";
    /// Moves them forward or back.
    WaitingPriority { congress, id } = "/{congress}/desk/waiting/{id}/priority";
    /// Offers places before their turn.
    WaitingOffer { congress, id } = "/{congress}/desk/waiting/{id}/offer";
    /// Sends the mail with their link again.
    WaitingMail { congress, id } = "/{congress}/desk/waiting/{id}/mail";
    /// Takes them off the list.
    WaitingRemoval { congress, id } = "/{congress}/desk/waiting/{id}/removal";
    /// Lists of guests that are taken in.
    Imports { congress } = "/{congress}/desk/imports";
    /// One that was handed in: looked at, and taken in.
    Import { congress, id } = "/{congress}/desk/imports/{id}";
    /// The outbox.
    Mails { congress } = "/{congress}/desk/mails";
    MailExports { congress } = "/{congress}/desk/mails/exports";
    /// Several mails at once: what would happen, and doing it.
    MailBatch { congress } = "/{congress}/desk/mails/batch";
    /// Sends all held mails.
    MailReleases { congress } = "/{congress}/desk/mails/releases";
    /// How the congress words its mails, and which kinds it keeps back.
    MailTexts { congress } = "/{congress}/desk/mails/texts";
    /// One kind of mail, `registration.order`: its words.
    MailText { congress, kind } = "/{congress}/desk/mails/texts/{kind}";
    /// As it looks in the words that are saved, for the frame on its page.
    MailTextLetter { congress, kind } = "/{congress}/desk/mails/texts/{kind}/letter";
    /// Keeps a kind of mail back, or no longer.
    MailKindHolding { congress, kind } = "/{congress}/desk/mails/texts/{kind}/holding";
    Mail { congress, id } = "/{congress}/desk/mails/{id}";
    /// As it looks, for the frame on its page.
    MailLetter { congress, id } = "/{congress}/desk/mails/{id}/letter";
    /// Keeps a waiting mail back.
    MailHolding { congress, id } = "/{congress}/desk/mails/{id}/holding";
    /// Sends it to another address.
    MailAddress { congress, id } = "/{congress}/desk/mails/{id}/address";
    /// Sends a failed or held mail (again).
    MailSending { congress, id } = "/{congress}/desk/mails/{id}/sending";
}
