//! Letters to many, at the desk.

use crate::route::addresses;

addresses! {
    Campaigns { congress } = "/{congress}/desk/campaigns";
    /// Begins empty; its POST adds.
    NewCampaign { congress } = "/{congress}/desk/campaigns/new";
    Campaign { congress, id } = "/{congress}/desk/campaigns/{id}";
    /// What it says, and to whom.
    CampaignText { congress, id } = "/{congress}/desk/campaigns/{id}/edit";
    /// As it looks, for the frame on its page.
    CampaignLetter { congress, id } = "/{congress}/desk/campaigns/{id}/letter";
    /// Sends it to whoever asks, and nobody else.
    CampaignTest { congress, id } = "/{congress}/desk/campaigns/{id}/test";
    /// Lets it begin by itself.
    CampaignPlan { congress, id } = "/{congress}/desk/campaigns/{id}/plan";
    CampaignPlanRemoval { congress, id } = "/{congress}/desk/campaigns/{id}/plan/removal";
    /// How many get it, and beginning it.
    CampaignStart { congress, id } = "/{congress}/desk/campaigns/{id}/start";
    CampaignStop { congress, id } = "/{congress}/desk/campaigns/{id}/stop";
    CampaignContinuation { congress, id } = "/{congress}/desk/campaigns/{id}/continuation";
    /// Sends once more what is in doubt.
    CampaignDoubtful { congress, id } = "/{congress}/desk/campaigns/{id}/doubtful";
    CampaignCopy { congress, id } = "/{congress}/desk/campaigns/{id}/copy";
    /// Deletes one that went to nobody.
    CampaignRemoval { congress, id } = "/{congress}/desk/campaigns/{id}/removal";
    /// Writes a file of who gets it, and what became of it.
    CampaignExports { congress, id } = "/{congress}/desk/campaigns/{id}/exports";
    /// Who gets news without an order.
    Contacts { congress } = "/{congress}/desk/contacts";
    /// Lists of contacts that are handed in.
    ContactImports { congress } = "/{congress}/desk/contacts/imports";
    ContactImport { congress, id } = "/{congress}/desk/contacts/imports/{id}";
    Contact { congress, id } = "/{congress}/desk/contacts/{id}";
    ContactRemoval { congress, id } = "/{congress}/desk/contacts/{id}/removal";
    /// Segments that are kept by name.
    Segments { congress } = "/{congress}/desk/segments";
    /// Calls one otherwise.
    SegmentName { congress, id } = "/{congress}/desk/segments/{id}/name";
    SegmentRemoval { congress, id } = "/{congress}/desk/segments/{id}/removal";
}
