//! Setting a congress up, at the desk. Where an `id` may be `new`, the page begins empty and its POST adds.

use crate::route::addresses;

addresses! {
    /// A congress from nothing.
    NewCongress = "/desk/congresses";
    /// What is there and what is missing: the check list.
    Settings { congress } = "/{congress}/desk/settings";
    /// Opens the congress, ends it, takes it back to a draft.
    PhaseChange { congress } = "/{congress}/desk/settings/phase";
    Basics { congress } = "/{congress}/desk/settings/basics";
    Venue { congress } = "/{congress}/desk/settings/venue";
    Look { congress } = "/{congress}/desk/settings/look";
    /// Until when people may change what they ordered themselves.
    Deadlines { congress } = "/{congress}/desk/settings/deadlines";
    /// Who sells, and how one pays.
    Seller { congress } = "/{congress}/desk/settings/seller";
    /// On which terms one waits for places.
    WaitingTerms { congress } = "/{congress}/desk/settings/waiting";
    Sender { congress } = "/{congress}/desk/settings/sender";
    Rooms { congress } = "/{congress}/desk/settings/rooms";
    Room { congress, id } = "/{congress}/desk/settings/rooms/{id}";
    RoomRemoval { congress, id } = "/{congress}/desk/settings/rooms/{id}/removal";
    Categories { congress } = "/{congress}/desk/settings/categories";
    Category { congress, id } = "/{congress}/desk/settings/categories/{id}";
    /// Lower prices.
    CategoryPrices { congress, id } = "/{congress}/desk/settings/categories/{id}/prices";
    /// Who may have it.
    CategoryAccess { congress, id } = "/{congress}/desk/settings/categories/{id}/access";
    /// Ends its secret link and makes another.
    CategoryLink { congress, id } = "/{congress}/desk/settings/categories/{id}/link";
    Quotas { congress } = "/{congress}/desk/settings/quotas";
    Quota { congress, id } = "/{congress}/desk/settings/quotas/{id}";
    Passages { congress } = "/{congress}/desk/settings/passages";
    Passage { congress, id } = "/{congress}/desk/settings/passages/{id}";
    Questions { congress } = "/{congress}/desk/settings/questions";
    Question { congress, id } = "/{congress}/desk/settings/questions/{id}";
    /// Removes it, or retires it if it was answered.
    QuestionRemoval { congress, id } = "/{congress}/desk/settings/questions/{id}/removal";
    Partners { congress } = "/{congress}/desk/settings/partners";
    Partner { congress, id } = "/{congress}/desk/settings/partners/{id}";
    PartnerRemoval { congress, id } = "/{congress}/desk/settings/partners/{id}/removal";
    Team { congress } = "/{congress}/desk/settings/team";
    Member { congress, id } = "/{congress}/desk/settings/team/{id}";
    /// Takes somebody out of the team.
    MemberRemoval { congress, id } = "/{congress}/desk/settings/team/{id}/removal";
    /// Sends the mail with the link again.
    MemberInvitation { congress, id } = "/{congress}/desk/settings/team/{id}/invitation";
    /// Shuts the account, for every congress.
    MemberClosure { congress, id } = "/{congress}/desk/settings/team/{id}/closure";
    /// Opens it again.
    MemberOpening { congress, id } = "/{congress}/desk/settings/team/{id}/opening";
    /// The next edition, as this one is: what to take along. A POST adds it.
    Edition { congress } = "/{congress}/desk/settings/edition";
    /// What would become of it.
    EditionPreview { congress } = "/{congress}/desk/settings/edition/preview";
    /// Of the next edition: what was taken along, and what to look at.
    EditionOrigin { congress } = "/{congress}/desk/settings/edition/origin";
    PassageRemoval { congress, id } = "/{congress}/desk/settings/passages/{id}/removal";
}
