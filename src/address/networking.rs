//! The networking directory: topics, people, organisations, offers and needs; one's own part in it; the desk's view of it.

use crate::route::addresses;

addresses! {
    /// The directory's front: topics, what is new.
    Network { congress } = "/{congress}/network";
    /// The page that lets one in: asks for a link by mail.
    Entrance { congress } = "/{congress}/network/entrance";
    /// What comes after it: a mail.
    EntranceSent { congress } = "/{congress}/network/entrance/sent";
    /// The page behind that link; its button lets in, or begins a profile.
    EntranceLink { congress, id, secret } = "/{congress}/network/entrance/{id}/{secret}";
    /// From "my congress": its button sends that link to the mailbox of the ticket.
    EntranceByTicket { congress, secret } = "/{congress}/my/{secret}/network";
    /// Ends that in this browser.
    Exit { congress } = "/{congress}/network/exit";

    /// A cooperation topic: who works on it, what is offered and looked for.
    Topic { congress, topic } = "/{congress}/network/topics/{topic}";
    /// Follows it, or no more.
    TopicFollow { congress, topic } = "/{congress}/network/topics/{topic}/follow";
    /// Proposes one that is missing.
    TopicProposal { congress } = "/{congress}/network/topics";
    /// People, organisations, offers and needs: searched and narrowed in the query.
    Directory { congress } = "/{congress}/network/directory";
    Person { congress, code } = "/{congress}/network/people/{code}";
    /// Interested, blind or with a message.
    PersonInterest { congress, code } = "/{congress}/network/people/{code}/interest";
    /// Takes an interest back.
    PersonInterestEnd { congress, code } = "/{congress}/network/people/{code}/interest/end";
    /// Answers somebody who wrote.
    PersonAnswer { congress, code } = "/{congress}/network/people/{code}/answer";
    /// "No thanks", for good; or blocked.
    PersonAvoidance { congress, code } = "/{congress}/network/people/{code}/avoidance";
    PersonReport { congress, code } = "/{congress}/network/people/{code}/report";
    Organisation { congress, code } = "/{congress}/network/organisations/{code}";
    Entry { congress, code } = "/{congress}/network/entries/{code}";
    EntryReport { congress, code } = "/{congress}/network/entries/{code}/report";

    /// A cooperation: what it is for, how far it is, who is in it.
    Cooperation { congress, code } = "/{congress}/network/cooperations/{code}";
    /// Answers an invitation to it.
    CooperationAnswer { congress, code } = "/{congress}/network/cooperations/{code}/answer";
    /// Asks its members to be let in.
    CooperationRequest { congress, code } = "/{congress}/network/cooperations/{code}/request";
    /// Answers somebody who asked.
    CooperationMember { congress, code, person } = "/{congress}/network/cooperations/{code}/members/{person}";
    /// Says how far it is.
    CooperationStep { congress, code } = "/{congress}/network/cooperations/{code}/step";
    CooperationLeaving { congress, code } = "/{congress}/network/cooperations/{code}/leaving";

    /// One's own part: who asked, who knows whom, offers and needs.
    Mine { congress } = "/{congress}/network/mine";
    /// Who suits, and why.
    Suggestions { congress } = "/{congress}/network/mine/suggestions";
    MyProfile { congress } = "/{congress}/network/mine/profile";
    /// As others see it.
    MyProfilePreview { congress } = "/{congress}/network/mine/profile/preview";
    /// Keeps it for another while.
    MyProfileTerm { congress } = "/{congress}/network/mine/profile/term";
    /// Leaves the directory.
    MyWithdrawal { congress } = "/{congress}/network/mine/withdrawal";
    /// An offer or a need. Where the `id` is `new`, the page begins empty and its POST adds.
    MyEntry { congress, id } = "/{congress}/network/mine/entries/{id}";
    MyEntryRemoval { congress, id } = "/{congress}/network/mine/entries/{id}/removal";

    /// Meetings: what is agreed and proposed, and when one can meet.
    MyMeetings { congress } = "/{congress}/network/mine/meetings";
    /// Says when one does not want to meet.
    MyAbsence { congress } = "/{congress}/network/mine/meetings/absence";
    /// One that is agreed: at which table.
    MyMeeting { congress, id } = "/{congress}/network/mine/meetings/{id}";
    /// Takes one of the proposed times, or says no.
    MeetingAnswer { congress, id } = "/{congress}/network/mine/meetings/{id}/answer";
    /// Takes it back, or cancels it.
    MeetingEnd { congress, id } = "/{congress}/network/mine/meetings/{id}/end";
    /// Proposes times to somebody whom one knows.
    PersonMeeting { congress, code } = "/{congress}/network/people/{code}/meeting";

    /// A cooperation that one is in. Where the `code` is `new`, the page begins empty and its POST starts one.
    MyCooperation { congress, code } = "/{congress}/network/mine/cooperations/{code}";

    /// The desk: how the directory stands.
    DeskNetwork { congress } = "/{congress}/desk/network";
    /// Opens or closes it.
    DeskNetworkSetting { congress } = "/{congress}/desk/network/setting";
    /// What suggestions are ranked by, and what it makes of somebody's.
    DeskWeights { congress } = "/{congress}/desk/network/weights";
    /// When and at how many tables one can meet.
    DeskMeetings { congress } = "/{congress}/desk/network/meetings";
    /// Adds times.
    DeskMeetingSlots { congress } = "/{congress}/desk/network/meetings/slots";
    /// Takes away the times of a day at which nobody meets.
    DeskMeetingDay { congress, day } = "/{congress}/desk/network/meetings/days/{day}/removal";
    DeskMeetingTables { congress } = "/{congress}/desk/network/meetings/tables";
    /// All cooperations, by how far they are.
    DeskCooperations { congress } = "/{congress}/desk/network/cooperations";
    /// Takes one off, or puts it back.
    DeskCooperation { congress, code } = "/{congress}/desk/network/cooperations/{code}";
    /// What came of the edition, by topic and place.
    DeskOutcome { congress } = "/{congress}/desk/network/outcome";
    /// The same as a file; posted, because who takes it along is recorded.
    DeskOutcomeFile { congress } = "/{congress}/desk/network/outcome/file";
    DeskTopics { congress } = "/{congress}/desk/network/topics";
    /// Where the `id` is `new`, the page begins empty and its POST adds.
    DeskTopic { congress, id } = "/{congress}/desk/network/topics/{id}";
    /// Makes it part of another.
    DeskTopicMerger { congress, id } = "/{congress}/desk/network/topics/{id}/merger";
    DeskTopicProposal { congress, id } = "/{congress}/desk/network/proposals/{id}";
    DeskReport { congress, id } = "/{congress}/desk/network/reports/{id}";
}
