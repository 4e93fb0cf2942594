//! Requests to the directory.

mod board;
mod cooperation;
mod deed;
mod desk;
mod entrance;
mod meeting;
mod mine;
mod public;
mod weight;

use crate::NetworkingError;
use address::networking as at;
use base::Permission;
use base::error::Told;
use locale::Words;
use web::flash::Flash;
use web::{Access, Fault, Limit, Routes, Visit};

/// What this crate mounts.
pub fn routes() -> Routes {
    use Access::{Link, Member, Public};
    Routes::new()
        .get(at::Network::ROUTE, Public, public::front)
        .get(at::Entrance::ROUTE, Public, entrance::ask)
        .post(at::Entrance::ROUTE, Public, entrance::send)
        .limited(Limit::every(10).by_field("email"))
        .get(at::EntranceSent::ROUTE, Public, entrance::sent)
        .get(at::EntranceLink::ROUTE, Link, entrance::show)
        .post(at::EntranceLink::ROUTE, Link, entrance::enter)
        .get(at::EntranceByTicket::ROUTE, Link, entrance::show_by_ticket)
        .post(at::EntranceByTicket::ROUTE, Link, entrance::send_by_ticket)
        .limited(Limit::every(10).by_variable("secret"))
        .post(at::Exit::ROUTE, Public, entrance::exit)
        .get(at::Topic::ROUTE, Public, public::topic)
        .get(at::Directory::ROUTE, Public, public::directory)
        .get(at::Person::ROUTE, Public, public::person)
        .get(at::Organisation::ROUTE, Public, public::organisation)
        .get(at::Entry::ROUTE, Public, public::entry)
        .post(at::TopicFollow::ROUTE, Member, deed::follow)
        .post(at::TopicProposal::ROUTE, Member, deed::propose)
        .post(at::PersonInterest::ROUTE, Member, deed::interest)
        .post(at::PersonInterestEnd::ROUTE, Member, deed::take_back)
        .post(at::PersonAnswer::ROUTE, Member, deed::answer)
        .post(at::PersonAvoidance::ROUTE, Member, deed::avoid)
        .post(at::PersonReport::ROUTE, Member, deed::report_person)
        .post(at::EntryReport::ROUTE, Member, deed::report_entry)
        .get(at::Cooperation::ROUTE, Public, cooperation::show)
        .post(at::CooperationAnswer::ROUTE, Member, cooperation::answer)
        .post(at::CooperationRequest::ROUTE, Member, cooperation::request)
        .post(at::CooperationMember::ROUTE, Member, cooperation::decide)
        .post(at::CooperationStep::ROUTE, Member, cooperation::step)
        .post(at::CooperationLeaving::ROUTE, Member, cooperation::leave)
        .get(at::MyMeetings::ROUTE, Member, meeting::mine)
        .get(at::MyMeeting::ROUTE, Member, meeting::show)
        .post(at::MyAbsence::ROUTE, Member, meeting::be_away)
        .post(at::MeetingAnswer::ROUTE, Member, meeting::answer)
        .post(at::MeetingEnd::ROUTE, Member, meeting::end)
        .get(at::PersonMeeting::ROUTE, Member, meeting::form)
        .post(at::PersonMeeting::ROUTE, Member, meeting::propose)
        .get(at::MyCooperation::ROUTE, Member, cooperation::form)
        .post(at::MyCooperation::ROUTE, Member, cooperation::save)
        .get(at::Mine::ROUTE, Member, mine::show)
        .get(at::Suggestions::ROUTE, Member, mine::suggestions)
        .get(at::MyProfile::ROUTE, Member, mine::profile)
        .post(at::MyProfile::ROUTE, Member, mine::save_profile)
        .get(at::MyProfilePreview::ROUTE, Member, mine::preview)
        .post(at::MyProfileTerm::ROUTE, Member, mine::keep)
        .get(at::MyWithdrawal::ROUTE, Member, mine::ask_withdrawal)
        .post(at::MyWithdrawal::ROUTE, Member, mine::withdraw)
        .get(at::MyEntry::ROUTE, Member, mine::entry)
        .post(at::MyEntry::ROUTE, Member, mine::save_entry)
        .post(at::MyEntryRemoval::ROUTE, Member, mine::remove_entry)
        .merge(desk_routes())
}

fn desk_routes() -> Routes {
    let (reads, writes) = (Access::Needs(Permission::NetworkRead), Access::Needs(Permission::NetworkWrite));
    Routes::new()
        .get(at::DeskNetwork::ROUTE, reads, desk::overview)
        .post(at::DeskNetworkSetting::ROUTE, writes, desk::set_open)
        .get(at::DeskWeights::ROUTE, writes, weight::show)
        .post(at::DeskWeights::ROUTE, writes, weight::send)
        .get(at::DeskMeetings::ROUTE, reads, meeting::desk)
        .post(at::DeskMeetingTables::ROUTE, writes, meeting::set_tables)
        .post(at::DeskMeetingSlots::ROUTE, writes, meeting::add_slots)
        .post(at::DeskMeetingDay::ROUTE, writes, meeting::remove_day)
        .get(at::DeskCooperations::ROUTE, reads, board::show)
        .post(at::DeskCooperation::ROUTE, writes, board::moderate)
        .get(at::DeskOutcome::ROUTE, reads, board::outcome)
        .post(at::DeskOutcomeFile::ROUTE, writes, board::file)
        .get(at::DeskTopics::ROUTE, reads, desk::topics)
        .get(at::DeskTopic::ROUTE, writes, desk::topic)
        .post(at::DeskTopic::ROUTE, writes, desk::save_topic)
        .post(at::DeskTopicMerger::ROUTE, writes, desk::merge)
        .post(at::DeskTopicProposal::ROUTE, writes, desk::decide_proposal)
        .post(at::DeskReport::ROUTE, writes, desk::decide_report)
}

/// The congress of the path, if it has a directory: else there is no page.
fn open(visit: &Visit) -> Result<(), Fault> {
    if visit.congress()?.network { Ok(()) } else { Err(Fault::not_found()) }
}

/// What did not happen, as a notice on the page after; what is broken, or does not exist, as a fault.
fn refusal(words: Words, error: NetworkingError) -> Result<Flash, Fault> {
    match error.status() {
        404 | 500.. => Err(error.into()),
        _ => Ok(Flash::warning(words.with(error.message(), &web::problem::args(&error.values())))),
    }
}
