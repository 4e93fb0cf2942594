//! The congress office.

use crate::route::addresses;

addresses! {
    /// Leads to the one congress that an account works on, or lists them.
    Desks = "/desk";
    /// At a glance.
    Overview { congress } = "/{congress}/desk";
    Orders { congress } = "/{congress}/desk/orders";
    Order { congress, code } = "/{congress}/desk/orders/{code}";
    OrderMail { congress, code } = "/{congress}/desk/orders/{code}/mail";
    OrderCancellation { congress, code } = "/{congress}/desk/orders/{code}/cancellation";
    /// The outbox.
    Mails { congress } = "/{congress}/desk/mails";
    /// Sends all held mails.
    MailReleases { congress } = "/{congress}/desk/mails/releases";
    Mail { congress, id } = "/{congress}/desk/mails/{id}";
    /// Sends a failed or held mail (again).
    MailSending { congress, id } = "/{congress}/desk/mails/{id}/sending";
}
