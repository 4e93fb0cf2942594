//! The congress office: how a congress stands at a glance, "where is my ticket" in ten seconds, the outbox. Pages that
//! need many slices; no tables of its own.

pub mod form;
pub mod page;
pub mod query;
pub mod route;
pub mod rules;
pub mod service;

use address::{desk as at, settings};
use base::Permission::{
    AccountsWrite, CongressRead, CongressWrite, MailRead, MailWrite, OrdersRead, OrdersWrite, PaymentsWrite, TeamWrite,
    VouchersRead, VouchersWrite,
};
use web::Access::{Needs, NeedsEverywhere, Staff};
use web::Routes;

/// The pages of the desk.
pub fn routes() -> Routes {
    Routes::new()
        .get(at::Desks::ROUTE, Staff, route::workplace::lead)
        .get(at::Overview::ROUTE, Needs(CongressRead), route::overview::show)
        .get(at::Places::ROUTE, Needs(CongressRead), route::places::show)
        .post(at::PlaceCount::ROUTE, Needs(CongressWrite), route::places::count)
        .merge(set_up())
        .get(at::Orders::ROUTE, Needs(OrdersRead), route::order::list)
        .post(at::OrderExports::ROUTE, Needs(OrdersRead), route::export::orders)
        .get(at::OrderBatch::ROUTE, Needs(OrdersWrite), route::batch::ask)
        .post(at::OrderBatch::ROUTE, Needs(OrdersWrite), route::batch::act)
        .get(at::Attendees::ROUTE, Needs(OrdersRead), route::attendee::list)
        .post(at::AttendeeExports::ROUTE, Needs(OrdersRead), route::export::attendees)
        .post(at::Views::ROUTE, Needs(CongressRead), route::view::keep)
        .post(at::ViewRemoval::ROUTE, Needs(CongressRead), route::view::remove)
        .get(at::Order::ROUTE, Needs(OrdersRead), route::order::show)
        .get(at::NewOrder::ROUTE, Needs(OrdersWrite), route::placement::ask)
        .post(at::NewOrder::ROUTE, Needs(OrdersWrite), route::placement::send)
        .get(at::OrderBuyer::ROUTE, Needs(OrdersWrite), route::change::ask_buyer)
        .post(at::OrderBuyer::ROUTE, Needs(OrdersWrite), route::change::change_buyer)
        .get(at::OrderMoney::ROUTE, Needs(PaymentsWrite), route::money::ask)
        .post(at::OrderMoney::ROUTE, Needs(PaymentsWrite), route::money::note)
        .get(at::OrderMoneyWithdrawal::ROUTE, Needs(PaymentsWrite), route::money::ask_back)
        .post(at::OrderMoneyWithdrawal::ROUTE, Needs(PaymentsWrite), route::money::withdraw)
        .post(at::OrderInvoices::ROUTE, Needs(PaymentsWrite), route::money::renew)
        .get(at::OrderInvoice::ROUTE, Needs(OrdersRead), route::money::pdf)
        .get(at::OrderNote::ROUTE, Needs(OrdersWrite), route::change::ask_note)
        .post(at::OrderNote::ROUTE, Needs(OrdersWrite), route::change::write_note)
        .get(at::OrderLink::ROUTE, Needs(OrdersWrite), route::change::ask_link)
        .post(at::OrderLink::ROUTE, Needs(OrdersWrite), route::change::renew_link)
        .get(at::Attendee::ROUTE, Needs(OrdersRead), route::attendee::show)
        .get(at::AttendeeDetails::ROUTE, Needs(OrdersWrite), route::attendee::ask_details)
        .post(at::AttendeeDetails::ROUTE, Needs(OrdersWrite), route::attendee::change_details)
        .get(at::AttendeeCategory::ROUTE, Needs(OrdersWrite), route::attendee::ask_category)
        .post(at::AttendeeCategory::ROUTE, Needs(OrdersWrite), route::attendee::rebook)
        .get(at::AttendeeLink::ROUTE, Needs(OrdersWrite), route::attendee::ask_link)
        .post(at::AttendeeLink::ROUTE, Needs(OrdersWrite), route::attendee::renew_link)
        .post(at::OrderMail::ROUTE, Needs(OrdersWrite), route::order::mail)
        .get(at::OrderCancellation::ROUTE, Needs(OrdersWrite), route::cancellation::ask)
        .post(at::OrderCancellation::ROUTE, Needs(OrdersWrite), route::cancellation::cancel)
        .merge(vouchers())
        .get(at::Mailbox::ROUTE, Needs(OrdersRead), route::mailbox::show)
        .get(at::Audit::ROUTE, Needs(MailRead), route::audit::list)
        .post(at::AuditExports::ROUTE, Needs(MailRead), route::export::audit)
        .get(at::InstallationAudit::ROUTE, NeedsEverywhere(MailRead), route::audit::installation)
        .post(at::InstallationAuditExports::ROUTE, NeedsEverywhere(MailRead), route::export::installation_audit)
        .get(at::Jobs::ROUTE, NeedsEverywhere(CongressWrite), route::job::list)
        .post(at::JobStart::ROUTE, NeedsEverywhere(CongressWrite), route::job::start)
        .get(at::Imports::ROUTE, Needs(OrdersWrite), route::import::ask)
        .post(at::Imports::ROUTE, Needs(OrdersWrite), route::import::hand_in)
        .taking(form::import::MAX_BODY)
        .get(at::Import::ROUTE, Needs(OrdersWrite), route::import::preview)
        .post(at::Import::ROUTE, Needs(OrdersWrite), route::import::take_in)
        .get(at::Mails::ROUTE, Needs(MailRead), route::mail::list)
        .post(at::MailExports::ROUTE, Needs(MailRead), route::export::mails)
        .get(at::MailBatch::ROUTE, Needs(MailWrite), route::mail_batch::ask)
        .post(at::MailBatch::ROUTE, Needs(MailWrite), route::mail_batch::act)
        .post(at::MailReleases::ROUTE, Needs(MailWrite), route::mail::release)
        .get(at::Mail::ROUTE, Needs(MailRead), route::mail::show)
        .get(at::MailLetter::ROUTE, Needs(MailRead), route::mail::letter)
        .post(at::MailHolding::ROUTE, Needs(MailWrite), route::mail::hold)
        .get(at::MailAddress::ROUTE, Needs(MailWrite), route::mail_address::ask)
        .post(at::MailAddress::ROUTE, Needs(MailWrite), route::mail_address::send)
        .post(at::MailSending::ROUTE, Needs(MailWrite), route::mail::send)
}

/// Vouchers.
fn vouchers() -> Routes {
    use route::{voucher, voucher_import};
    Routes::new()
        .get(at::Vouchers::ROUTE, Needs(VouchersRead), voucher::list)
        .post(at::VoucherExports::ROUTE, Needs(VouchersRead), route::export::vouchers)
        .get(at::VoucherBatch::ROUTE, Needs(VouchersWrite), voucher::ask_batch)
        .post(at::VoucherBatch::ROUTE, Needs(VouchersWrite), voucher::draw)
        .get(at::VoucherImports::ROUTE, Needs(VouchersWrite), voucher_import::ask)
        .post(at::VoucherImports::ROUTE, Needs(VouchersWrite), voucher_import::hand_in)
        .taking(form::import::MAX_BODY)
        .get(at::VoucherImport::ROUTE, Needs(VouchersWrite), voucher_import::preview)
        .post(at::VoucherImport::ROUTE, Needs(VouchersWrite), voucher_import::take_in)
        .get(at::Voucher::ROUTE, Needs(VouchersRead), voucher::show)
        .get(at::VoucherDetails::ROUTE, Needs(VouchersWrite), voucher::ask)
        .post(at::VoucherDetails::ROUTE, Needs(VouchersWrite), voucher::save)
        .post(at::VoucherClosure::ROUTE, Needs(VouchersWrite), voucher::end)
        .post(at::VoucherRemoval::ROUTE, Needs(VouchersWrite), voucher::remove)
}

/// Setting a congress up.
fn set_up() -> Routes {
    use congress::service::part::{Basics, Look, Sender, Venue};
    use route::settings::{category, new, part, partner, passage, phase, price, quota, room, seller, team};
    let needs = Needs(CongressWrite);
    Routes::new()
        .get(settings::NewCongress::ROUTE, NeedsEverywhere(CongressWrite), new::show)
        .post(settings::NewCongress::ROUTE, NeedsEverywhere(CongressWrite), new::save)
        .get(settings::Settings::ROUTE, needs, phase::start)
        .post(settings::PhaseChange::ROUTE, needs, phase::change)
        .get(settings::Basics::ROUTE, needs, part::show::<Basics>)
        .post(settings::Basics::ROUTE, needs, part::save::<Basics>)
        .get(settings::Venue::ROUTE, needs, part::show::<Venue>)
        .post(settings::Venue::ROUTE, needs, part::save::<Venue>)
        .get(settings::Look::ROUTE, needs, part::show::<Look>)
        .post(settings::Look::ROUTE, needs, part::save::<Look>)
        .get(settings::Seller::ROUTE, needs, seller::show)
        .post(settings::Seller::ROUTE, needs, seller::save)
        .get(settings::Sender::ROUTE, needs, part::show::<Sender>)
        .post(settings::Sender::ROUTE, needs, part::save::<Sender>)
        .get(settings::Rooms::ROUTE, needs, room::list)
        .get(settings::Room::ROUTE, needs, room::show)
        .post(settings::Room::ROUTE, needs, room::save)
        .post(settings::RoomRemoval::ROUTE, needs, room::remove)
        .get(settings::Categories::ROUTE, needs, category::list)
        .get(settings::Category::ROUTE, needs, category::show)
        .post(settings::Category::ROUTE, needs, category::save)
        .get(settings::CategoryPrices::ROUTE, needs, price::show)
        .post(settings::CategoryPrices::ROUTE, needs, price::save)
        .get(settings::Quotas::ROUTE, needs, quota::list)
        .get(settings::Quota::ROUTE, needs, quota::show)
        .post(settings::Quota::ROUTE, needs, quota::save)
        .get(settings::Passages::ROUTE, needs, passage::list)
        .get(settings::Passage::ROUTE, needs, passage::show)
        .post(settings::Passage::ROUTE, needs, passage::save)
        .post(settings::PassageRemoval::ROUTE, needs, passage::remove)
        .get(settings::Partners::ROUTE, needs, partner::list)
        .get(settings::Partner::ROUTE, needs, partner::show)
        .post(settings::Partner::ROUTE, needs, partner::save)
        .post(settings::PartnerRemoval::ROUTE, needs, partner::remove)
        .get(settings::Team::ROUTE, Needs(TeamWrite), team::list)
        .get(settings::Member::ROUTE, Needs(TeamWrite), team::show)
        .post(settings::Member::ROUTE, Needs(TeamWrite), team::save)
        .post(settings::MemberRemoval::ROUTE, Needs(TeamWrite), team::remove)
        .post(settings::MemberInvitation::ROUTE, Needs(TeamWrite), team::invite_again)
        .post(settings::MemberClosure::ROUTE, NeedsEverywhere(AccountsWrite), team::close)
        .post(settings::MemberOpening::ROUTE, NeedsEverywhere(AccountsWrite), team::open)
}
