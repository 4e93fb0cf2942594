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
    AccountsWrite, CongressRead, CongressWrite, MailRead, MailWrite, OrdersRead, OrdersWrite, PaymentsWrite,
    ProgrammeWrite, ReviewsWrite, TeamWrite, VouchersRead, VouchersWrite,
};
use web::Access::{Needs, NeedsEverywhere, Staff};
use web::Routes;

/// The draft of the programme.
fn schedule() -> Routes {
    use address::schedule as at;
    use route::schedule;
    let needs = Needs(ProgrammeWrite);
    Routes::new()
        .get(at::Schedule::ROUTE, needs, schedule::show)
        .get(at::Draft::ROUTE, needs, schedule::draft)
        .post(at::Slots::ROUTE, needs, schedule::add)
        .post(at::Slot::ROUTE, needs, schedule::put)
        .post(at::SlotParking::ROUTE, needs, schedule::park)
        .post(at::SlotRemoval::ROUTE, needs, schedule::remove)
        .post(at::SlotRepeat::ROUTE, needs, schedule::repeat)
        .post(at::Undo::ROUTE, needs, schedule::undo)
        .get(at::Placing::ROUTE, needs, schedule::placing::show)
        .post(at::Placing::ROUTE, needs, schedule::placing::propose)
        .post(at::PlacingTakeover::ROUTE, needs, schedule::placing::apply)
        .get(at::Rules::ROUTE, needs, schedule::rules::show)
        .post(at::Rules::ROUTE, needs, schedule::rules::save)
        .post(at::Walks::ROUTE, needs, schedule::rules::walk)
        .post(at::Apart::ROUTE, needs, schedule::rules::apart)
        .post(at::TrackHome::ROUTE, needs, schedule::rules::home)
        .get(at::RoomRules::ROUTE, needs, schedule::rules::show_room)
        .post(at::RoomRules::ROUTE, needs, schedule::rules::save_room)
}

/// The pages of the desk.
pub fn routes() -> Routes {
    Routes::new()
        .get(at::Desks::ROUTE, Staff, route::workplace::lead)
        .get(at::Overview::ROUTE, Needs(CongressRead), route::overview::show)
        .get(at::Places::ROUTE, Needs(CongressRead), route::places::show)
        .post(at::PlaceCount::ROUTE, Needs(CongressWrite), route::places::count)
        .merge(set_up())
        .merge(schedule())
        .merge(calls())
        .merge(campaigns())
        .merge(reviews())
        .merge(bookings())
        .merge(exhibition())
        .get(at::Statistics::ROUTE, Needs(OrdersRead), route::statistics::over_time)
        .get(at::StatisticsComparison::ROUTE, Needs(OrdersRead), route::statistics::comparison)
        .get(at::StatisticsPeople::ROUTE, Needs(OrdersRead), route::statistics::people)
        .get(at::StatisticsMoney::ROUTE, Needs(PaymentsWrite), route::statistics::money)
        .get(at::StatisticsVouchers::ROUTE, Needs(VouchersRead), route::statistics::vouchers)
        .get(at::StatisticsDoor::ROUTE, Needs(OrdersRead), route::statistics::door)
        .post(at::StatisticsExports::ROUTE, Needs(OrdersRead), route::statistics::export)
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
        .get(at::Invoices::ROUTE, Needs(PaymentsWrite), route::invoice::list)
        .post(at::InvoiceExports::ROUTE, Needs(PaymentsWrite), route::export::invoices)
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
        .post(at::AttendeeExtras::ROUTE, Needs(OrdersWrite), route::extra::change)
        .get(at::AttendeeLink::ROUTE, Needs(OrdersWrite), route::attendee::ask_link)
        .post(at::AttendeeLink::ROUTE, Needs(OrdersWrite), route::attendee::renew_link)
        .get(at::OrderAnswers::ROUTE, Needs(OrdersWrite), route::answer::ask_order)
        .post(at::OrderAnswers::ROUTE, Needs(OrdersWrite), route::answer::save_order)
        .get(at::OrderAnswerFile::ROUTE, Needs(OrdersRead), route::answer::order_file)
        .get(at::AttendeeAnswers::ROUTE, Needs(OrdersWrite), route::answer::ask_attendee)
        .post(at::AttendeeAnswers::ROUTE, Needs(OrdersWrite), route::answer::save_attendee)
        .get(at::AttendeeAnswerFile::ROUTE, Needs(OrdersRead), route::answer::attendee_file)
        .get(at::Counts::ROUTE, Needs(CongressRead), route::answer_count::show)
        .post(at::CountExports::ROUTE, Needs(CongressRead), route::answer_count::export)
        .post(at::OrderMail::ROUTE, Needs(OrdersWrite), route::order::mail)
        .get(at::OrderRestoration::ROUTE, Needs(OrdersWrite), route::restoration::ask)
        .post(at::OrderRestoration::ROUTE, Needs(OrdersWrite), route::restoration::undo)
        .get(at::AttendeeTransfer::ROUTE, Needs(OrdersWrite), route::transfer::ask)
        .post(at::AttendeeTransfer::ROUTE, Needs(OrdersWrite), route::transfer::hand_over)
        .post(at::AttendeeSubstituteWithdrawal::ROUTE, Needs(OrdersWrite), route::transfer::take_back)
        .get(at::OrderDecision::ROUTE, Needs(OrdersWrite), route::decision::ask)
        .get(at::OrderCancellation::ROUTE, Needs(OrdersWrite), route::cancellation::ask)
        .post(at::OrderDecision::ROUTE, Needs(OrdersWrite), route::decision::answer)
        .post(at::OrderCancellation::ROUTE, Needs(OrdersWrite), route::cancellation::cancel)
        .merge(vouchers())
        .merge(making())
        .post(at::OrderRemoval::ROUTE, Needs(OrdersWrite), route::order::remove)
        .get(at::Doubles::ROUTE, Needs(OrdersRead), route::double::list)
        .get(at::Double::ROUTE, Needs(OrdersWrite), route::double::show)
        .post(at::Double::ROUTE, Needs(OrdersWrite), route::double::keep)
        .post(at::DoubleDismissal::ROUTE, Needs(OrdersWrite), route::double::dismiss)
        .get(at::OrderMerge::ROUTE, Needs(OrdersWrite), route::merge::ask)
        .post(at::OrderMerge::ROUTE, Needs(OrdersWrite), route::merge::act)
        .get(at::Contingents::ROUTE, Needs(OrdersWrite), route::contingent::list)
        .get(at::NewContingent::ROUTE, Needs(OrdersWrite), route::contingent::ask)
        .post(at::NewContingent::ROUTE, Needs(OrdersWrite), route::contingent::take)
        .get(at::Contingent::ROUTE, Needs(OrdersWrite), route::contingent::show)
        .post(at::Contingent::ROUTE, Needs(OrdersWrite), route::contingent::save)
        .get(at::ContingentEnd::ROUTE, Needs(OrdersWrite), route::contingent::ask_end)
        .post(at::ContingentEnd::ROUTE, Needs(OrdersWrite), route::contingent::close)
        .post(at::ContingentLink::ROUTE, Needs(OrdersWrite), route::contingent::renew)
        .get(at::Mailbox::ROUTE, Needs(OrdersRead), route::mailbox::show)
        .get(at::Audit::ROUTE, Needs(MailRead), route::audit::list)
        .post(at::AuditExports::ROUTE, Needs(MailRead), route::export::audit)
        .get(at::InstallationAudit::ROUTE, NeedsEverywhere(MailRead), route::audit::installation)
        .post(at::InstallationAuditExports::ROUTE, NeedsEverywhere(MailRead), route::export::installation_audit)
        .get(at::Jobs::ROUTE, NeedsEverywhere(CongressWrite), route::job::list)
        .post(at::JobStart::ROUTE, NeedsEverywhere(CongressWrite), route::job::start)
        .get(at::Waiting::ROUTE, Needs(OrdersRead), route::waiting::list)
        .post(at::WaitingExports::ROUTE, Needs(OrdersRead), route::export::waiting)
        .get(at::NewWaiting::ROUTE, Needs(OrdersWrite), route::waiting::ask)
        .post(at::NewWaiting::ROUTE, Needs(OrdersWrite), route::waiting::join)
        .get(at::WaitingEntry::ROUTE, Needs(OrdersRead), route::waiting::show)
        .get(at::WaitingDetails::ROUTE, Needs(OrdersWrite), route::waiting::ask_details)
        .post(at::WaitingDetails::ROUTE, Needs(OrdersWrite), route::waiting::change_details)
        .post(at::WaitingPriority::ROUTE, Needs(OrdersWrite), route::waiting::prioritise)
        .post(at::WaitingOffer::ROUTE, Needs(OrdersWrite), route::waiting::offer)
        .post(at::WaitingMail::ROUTE, Needs(OrdersWrite), route::waiting::mail)
        .post(at::WaitingRemoval::ROUTE, Needs(OrdersWrite), route::waiting::remove)
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
        .get(at::MailTexts::ROUTE, Needs(MailRead), route::mail_text::list)
        .get(at::MailText::ROUTE, Needs(MailRead), route::mail_text::ask)
        .post(at::MailText::ROUTE, Needs(MailWrite), route::mail_text::sent)
        .get(at::MailTextLetter::ROUTE, Needs(MailRead), route::mail_text::letter)
        .post(at::MailKindHolding::ROUTE, Needs(MailWrite), route::mail_text::hold)
        .get(at::Mail::ROUTE, Needs(MailRead), route::mail::show)
        .get(at::MailLetter::ROUTE, Needs(MailRead), route::mail::letter)
        .post(at::MailHolding::ROUTE, Needs(MailWrite), route::mail::hold)
        .get(at::MailAddress::ROUTE, Needs(MailWrite), route::mail_address::ask)
        .post(at::MailAddress::ROUTE, Needs(MailWrite), route::mail_address::send)
        .post(at::MailSending::ROUTE, Needs(MailWrite), route::mail::send)
}

/// Calls, and what came in by them.
fn calls() -> Routes {
    use address::call as at;
    use route::{call, call_question, submission};
    let needs = Needs(ProgrammeWrite);
    Routes::new()
        .get(at::DeskCalls::ROUTE, needs, call::list)
        .get(at::DeskCall::ROUTE, needs, call::show)
        .post(at::DeskCall::ROUTE, needs, call::save)
        .get(at::DeskCallPreview::ROUTE, needs, call::preview)
        .post(at::DeskCallLinks::ROUTE, needs, call::make_link)
        .post(at::DeskCallLinkClosure::ROUTE, needs, call::end)
        .get(at::DeskCallQuestion::ROUTE, needs, call_question::show)
        .post(at::DeskCallQuestion::ROUTE, needs, call_question::save)
        .post(at::DeskCallQuestionRemoval::ROUTE, needs, call_question::remove)
        .get(at::DeskSubmissions::ROUTE, needs, submission::list)
        .get(at::DeskSubmissionBatch::ROUTE, needs, submission::ask_batch)
        .post(at::DeskSubmissionBatch::ROUTE, needs, submission::batch)
        .get(at::DeskAnnouncement::ROUTE, needs, submission::ask_announcement)
        .post(at::DeskAnnouncement::ROUTE, needs, submission::announce)
        .get(at::DeskNewSubmission::ROUTE, needs, submission::ask_new)
        .post(at::DeskNewSubmission::ROUTE, needs, submission::hand_in)
        .get(at::DeskSubmission::ROUTE, needs, submission::show)
        .post(at::DeskSubmissionDecision::ROUTE, needs, submission::decide)
        .post(at::DeskSubmissionStep::ROUTE, needs, submission::step)
        .get(at::DeskSubmissionPicture::ROUTE, needs, submission::picture)
}

/// Letters to many.
fn campaigns() -> Routes {
    use address::campaign as at;
    use route::campaign::{self, act, begin, edit};
    let (reads, writes) = (Needs(MailRead), Needs(MailWrite));
    Routes::new()
        .get(at::Campaigns::ROUTE, reads, campaign::list)
        .get(at::NewCampaign::ROUTE, writes, edit::ask_new)
        .post(at::NewCampaign::ROUTE, writes, edit::add)
        .get(at::Campaign::ROUTE, reads, campaign::show)
        .get(at::CampaignText::ROUTE, writes, edit::ask)
        .post(at::CampaignText::ROUTE, writes, edit::save)
        .get(at::CampaignLetter::ROUTE, reads, campaign::letter)
        .post(at::CampaignTest::ROUTE, writes, act::test)
        .post(at::CampaignPlan::ROUTE, writes, begin::plan)
        .post(at::CampaignPlanRemoval::ROUTE, writes, act::unplan)
        .get(at::CampaignStart::ROUTE, writes, begin::ask)
        .post(at::CampaignStart::ROUTE, writes, begin::start)
        .post(at::CampaignStop::ROUTE, writes, act::stop)
        .post(at::CampaignContinuation::ROUTE, writes, begin::go_on)
        .post(at::CampaignDoubtful::ROUTE, writes, act::send_doubtful)
        .post(at::CampaignCopy::ROUTE, writes, act::copy)
        .post(at::CampaignRemoval::ROUTE, writes, act::remove)
        .post(at::CampaignExports::ROUTE, reads, campaign::export)
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

/// Making the programme.
fn making() -> Routes {
    use address::{release as releases, session as at};
    use route::programme::{release, session, session_type, speaker, state, table, track};
    let needs = Needs(ProgrammeWrite);
    Routes::new()
        .get(at::Sessions::ROUTE, needs, session::list)
        .post(at::SessionExports::ROUTE, needs, session::export)
        .get(at::SessionImports::ROUTE, needs, table::ask)
        .post(at::SessionImports::ROUTE, needs, table::hand_in)
        .taking(form::import::MAX_BODY)
        .get(at::SessionImport::ROUTE, needs, table::preview)
        .post(at::SessionImport::ROUTE, needs, table::take_in)
        .get(at::Session::ROUTE, needs, session::show)
        .post(at::Session::ROUTE, needs, session::save)
        .post(at::SessionConfirmation::ROUTE, needs, state::confirmation)
        .get(at::SessionCancellation::ROUTE, needs, state::ask_cancellation)
        .post(at::SessionCancellation::ROUTE, needs, state::cancellation)
        .get(at::SessionRestoration::ROUTE, needs, state::ask_restoration)
        .post(at::SessionRestoration::ROUTE, needs, state::restoration)
        .get(at::Speakers::ROUTE, needs, speaker::list)
        .get(at::Speaker::ROUTE, needs, speaker::show)
        .post(at::Speaker::ROUTE, needs, speaker::save)
        .post(at::SpeakerRemoval::ROUTE, needs, speaker::remove)
        .get(at::Tracks::ROUTE, needs, track::list)
        .get(at::Track::ROUTE, needs, track::show)
        .post(at::Track::ROUTE, needs, track::save)
        .post(at::TrackRemoval::ROUTE, needs, track::remove)
        .get(at::SessionTypes::ROUTE, needs, session_type::list)
        .get(at::SessionType::ROUTE, needs, session_type::show)
        .post(at::SessionType::ROUTE, needs, session_type::save)
        .post(at::SessionTypeRemoval::ROUTE, needs, session_type::remove)
        .get(releases::Releases::ROUTE, needs, release::list)
        .post(releases::Releases::ROUTE, needs, release::release)
        .get(releases::Release::ROUTE, needs, release::show)
}

/// Setting a congress up.
fn set_up() -> Routes {
    use congress::service::deadline::Deadlines;
    use congress::service::part::{Basics, Look, Sender, Venue};
    use route::settings::{
        access, category, edition, new, part, partner, passage, phase, price, question, quota, room, seller, team,
        waiting,
    };
    let needs = Needs(CongressWrite);
    Routes::new()
        .get(settings::NewCongress::ROUTE, NeedsEverywhere(CongressWrite), new::show)
        .post(settings::NewCongress::ROUTE, NeedsEverywhere(CongressWrite), new::save)
        .get(settings::Settings::ROUTE, needs, phase::start)
        .get(settings::Edition::ROUTE, NeedsEverywhere(CongressWrite), edition::ask)
        .get(settings::EditionPreview::ROUTE, NeedsEverywhere(CongressWrite), edition::preview)
        .post(settings::Edition::ROUTE, NeedsEverywhere(CongressWrite), edition::copy)
        .get(settings::EditionOrigin::ROUTE, needs, edition::origin)
        .post(settings::PhaseChange::ROUTE, needs, phase::change)
        .get(settings::Basics::ROUTE, needs, part::show::<Basics>)
        .post(settings::Basics::ROUTE, needs, part::save::<Basics>)
        .get(settings::Venue::ROUTE, needs, part::show::<Venue>)
        .post(settings::Venue::ROUTE, needs, part::save::<Venue>)
        .get(settings::Look::ROUTE, needs, part::show::<Look>)
        .post(settings::Look::ROUTE, needs, part::save::<Look>)
        .get(settings::Deadlines::ROUTE, needs, part::show::<Deadlines>)
        .post(settings::Deadlines::ROUTE, needs, part::save::<Deadlines>)
        .get(settings::Seller::ROUTE, needs, seller::show)
        .post(settings::Seller::ROUTE, needs, seller::save)
        .get(settings::WaitingTerms::ROUTE, needs, waiting::show)
        .post(settings::WaitingTerms::ROUTE, needs, waiting::save)
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
        .get(settings::CategoryAccess::ROUTE, needs, access::show)
        .post(settings::CategoryAccess::ROUTE, needs, access::save)
        .post(settings::CategoryLink::ROUTE, needs, access::renew)
        .get(settings::Quotas::ROUTE, needs, quota::list)
        .get(settings::Quota::ROUTE, needs, quota::show)
        .post(settings::Quota::ROUTE, needs, quota::save)
        .get(settings::Questions::ROUTE, needs, question::list)
        .get(settings::Question::ROUTE, needs, question::show)
        .post(settings::Question::ROUTE, needs, question::save)
        .post(settings::QuestionRemoval::ROUTE, needs, question::remove)
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

/// Seats in sessions.
fn bookings() -> Routes {
    Routes::new()
        .get(address::DeskBookings::ROUTE, Needs(OrdersRead), route::booking::list)
        .get(address::DeskSeats::ROUTE, Needs(OrdersRead), route::booking::show)
        .post(address::DeskBooking::ROUTE, Needs(OrdersWrite), route::booking::add)
        .get(address::DeskBookingReturn::ROUTE, Needs(OrdersWrite), route::booking::ask_return)
        .post(address::DeskBookingReturn::ROUTE, Needs(OrdersWrite), route::booking::end)
}

/// The review: judging, deciding by it, setting it up.
fn reviews() -> Routes {
    use address::review as at;
    use route::review::{board, frame, work};
    let (judges, decides) = (Needs(ReviewsWrite), Needs(ProgrammeWrite));
    Routes::new()
        .get(at::Reviews::ROUTE, judges, work::list)
        .get(at::Next::ROUTE, judges, work::next)
        .get(at::Review::ROUTE, judges, work::show)
        .post(at::Review::ROUTE, judges, work::give)
        .post(at::Conflict::ROUTE, judges, work::declare)
        .post(at::ConflictWithdrawal::ROUTE, judges, work::withdraw)
        .get(at::Board::ROUTE, decides, board::show)
        .post(at::Spread::ROUTE, decides, board::spread)
        .get(at::Reviewed::ROUTE, decides, board::one)
        .post(at::Cover::ROUTE, decides, board::write_cover)
        .post(at::Assignment::ROUTE, decides, board::assign)
        .post(at::AssignmentRemoval::ROUTE, decides, board::unassign)
        .get(at::Frame::ROUTE, decides, frame::list)
        .get(at::Phase::ROUTE, decides, frame::show_phase)
        .post(at::Phase::ROUTE, decides, frame::save_phase)
        .post(at::PhaseRemoval::ROUTE, decides, frame::remove_phase)
        .get(at::Criterion::ROUTE, decides, frame::show_criterion)
        .post(at::Criterion::ROUTE, decides, frame::save_criterion)
        .post(at::CriterionRemoval::ROUTE, decides, frame::remove_criterion)
        .get(at::Team::ROUTE, decides, frame::show_team)
        .post(at::Team::ROUTE, decides, frame::save_team)
        .post(at::TeamRemoval::ROUTE, decides, frame::remove_team)
}

/// Projects and their stands.
fn exhibition() -> Routes {
    use route::exhibition::{hall, project, stand};
    let needs = Needs(ProgrammeWrite);
    Routes::new()
        .get(address::DeskProjects::ROUTE, needs, project::list)
        .get(address::DeskProject::ROUTE, needs, project::show)
        .post(address::DeskProject::ROUTE, needs, project::save)
        .post(address::DeskProjectRemoval::ROUTE, needs, project::take_out)
        .post(address::DeskProjectStand::ROUTE, needs, project::assign)
        .get(address::DeskStands::ROUTE, needs, hall::list)
        .post(address::DeskSpread::ROUTE, needs, hall::spread)
        .get(address::DeskHall::ROUTE, needs, hall::show)
        .post(address::DeskHall::ROUTE, needs, hall::save)
        .post(address::DeskHallRemoval::ROUTE, needs, hall::take_away)
        .get(address::DeskStand::ROUTE, needs, stand::show)
        .post(address::DeskStand::ROUTE, needs, stand::save)
        .post(address::DeskStandRemoval::ROUTE, needs, stand::take_away)
        .post(address::DeskStandPlace::ROUTE, needs, stand::place)
}
