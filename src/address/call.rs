//! Calls for contributions: what the public reads, the pages of who hands in and who speaks, and the desk's.

use crate::route::addresses;

addresses! {
    /// What is called for now.
    Calls { congress } = "/{congress}/call";
    /// A call, and asking for the link by which one hands in.
    Call { congress, call } = "/{congress}/call/{call}";
    /// The same after it has closed. The secret names the late link and proves it.
    LateCall { congress, call, secret } = "/{congress}/call/{call}/late/{secret}";
    /// After asking: a mail.
    CallSent { congress, call } = "/{congress}/call/{call}/sent";

    /// What somebody hands in, behind their link.
    Submission { congress, code, secret } = "/{congress}/submissions/{code}/{secret}";
    /// Takes it back.
    SubmissionWithdrawal { congress, code, secret } = "/{congress}/submissions/{code}/{secret}/withdrawal";
    /// Invites somebody who takes part.
    SubmissionSpeakers { congress, code, secret } = "/{congress}/submissions/{code}/{secret}/speakers";
    /// Takes somebody off it again.
    SubmissionSpeakerRemoval { congress, code, secret, position } = "/{congress}/submissions/{code}/{secret}/speakers/{position}/removal";

    /// Who speaks: their own page.
    Speaking { congress, id, secret } = "/{congress}/speaking/{id}/{secret}";
    /// Name, organisation, biography.
    SpeakingProfile { congress, id, secret } = "/{congress}/speaking/{id}/{secret}/profile";
    /// When they can be there.
    SpeakingTimes { congress, id, secret } = "/{congress}/speaking/{id}/{secret}/times";
    SpeakingPicture { congress, id, secret } = "/{congress}/speaking/{id}/{secret}/picture";
    SpeakingPictureRemoval { congress, id, secret } = "/{congress}/speaking/{id}/{secret}/picture/removal";
    /// Says that they take part in what somebody else handed in.
    SpeakingPart { congress, id, secret, code } = "/{congress}/speaking/{id}/{secret}/parts/{code}";
    /// Confirms what was accepted.
    /// That one does not take part, or no longer.
    SpeakingRefusal { congress, id, secret, code } = "/{congress}/speaking/{id}/{secret}/refusals/{code}";
    SpeakingConfirmation { congress, id, secret, code } = "/{congress}/speaking/{id}/{secret}/confirmations/{code}";

    DeskCalls { congress } = "/{congress}/desk/calls";
    /// What is said of a call. Where the `id` is `new`, the page begins empty and its POST adds.
    DeskCall { congress, id } = "/{congress}/desk/calls/{id}";
    /// The public page before it is public.
    DeskCallPreview { congress, id } = "/{congress}/desk/calls/{id}/preview";
    /// Makes a link for those who come late.
    DeskCallLinks { congress, id } = "/{congress}/desk/calls/{id}/links";
    /// Ends it.
    DeskCallLinkClosure { congress, id, link } = "/{congress}/desk/calls/{id}/links/{link}/closure";
    /// What the call asks of its own. Where the `id` is `new`, the page begins empty and its POST adds.
    DeskCallQuestion { congress, call, id } = "/{congress}/desk/calls/{call}/questions/{id}";
    DeskCallQuestionRemoval { congress, call, id } = "/{congress}/desk/calls/{call}/questions/{id}/removal";
    DeskSubmissions { congress } = "/{congress}/desk/submissions";
    /// Several at once: what would happen, and doing it.
    DeskSubmissionBatch { congress } = "/{congress}/desk/submissions/batch";
    /// Tells all decisions that nobody was told yet.
    DeskAnnouncement { congress } = "/{congress}/desk/submissions/announcement";
    /// Hands in for somebody.
    DeskNewSubmission { congress } = "/{congress}/desk/submissions/new";
    DeskSubmission { congress, code } = "/{congress}/desk/submissions/{code}";
    /// Decides quietly.
    DeskSubmissionDecision { congress, code } = "/{congress}/desk/submissions/{code}/decision";
    /// Takes it from one state to another at once.
    DeskSubmissionStep { congress, code } = "/{congress}/desk/submissions/{code}/step";
    /// The picture of who takes part.
    DeskSubmissionPicture { congress, code, position } = "/{congress}/desk/submissions/{code}/speakers/{position}/picture";
}
