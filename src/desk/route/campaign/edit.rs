//! Writing a campaign.

use super::{load, to};
use crate::form::campaign::{self as form, Deed};
use crate::page::campaign::{Shown, edit, to_whom};
use crate::query::campaign::{Offer, offer};
use address::campaign as at;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use base::Text;
use base::error::Told;
use campaign::CampaignError;
use campaign::entity::campaign::Model;
use campaign::query::segment::{Reach, reach};
use campaign::rules::letter::{Block, Blocks};
use campaign::rules::segment::Segment;
use campaign::service::campaign::{Draft, add as add_one, save as save_one};
use campaign::service::saved_segment::keep;
use http::StatusCode;
use web::flash::Flash;
use web::form::{Conflict, once};
use web::{Answer, Faults, Fields, Visit};

/// What the form of a new one begins with: a text to everybody who has a ticket.
fn new() -> Draft {
    let text = Block::Text { text: base::Text::default() };
    Draft { segment: Segment::with_ticket(), blocks: Blocks(vec![text]), ..Draft::default() }
}

/// What came back with the form.
#[derive(Default)]
struct Back<'a> {
    faults: Faults,
    reach: Option<Reach>,
    conflict: Option<&'a Conflict>,
    drawn: String,
    notice: Option<String>,
    /// The name that was typed to keep the segment by, as long as it is not kept.
    segment_name: String,
    status: StatusCode,
}

fn page_of(visit: &Visit, row: Option<&Model>, draft: &Draft, offer: &Offer, back: Back<'_>) -> Answer {
    let slug = &visit.congress()?.slug;
    let path = row.map_or_else(
        || at::NewCampaign::new(slug).path(),
        |row| at::CampaignText::new(slug, row.id.to_string()).path(),
    );
    let fields = form::fields(draft).with("segment-name", &*back.segment_name);
    let shown = Shown {
        path: &path,
        version: row.map(|row| row.version),
        drawn: &back.drawn,
        draft,
        fields: &fields,
        faults: &back.faults,
        offer,
        reach: back.reach.as_ref(),
        conflict: back.conflict,
        notice: back.notice.as_deref(),
    };
    Ok((back.status, edit(visit, &shown)).into_response())
}

pub async fn ask_new(State(state): State<web::State>, visit: Visit) -> Answer {
    let offer = offer(state.store.read(), visit.congress()?.id).await?;
    let drawn = state.store.chance().opaque_id().to_string();
    page_of(&visit, None, &new(), &offer, Back { drawn, ..Back::default() })
}

pub async fn ask(State(state): State<web::State>, visit: Visit, Path(at): Path<at::CampaignText>) -> Answer {
    let row = load(&state, &visit, &at.id).await?;
    if !row.state.is_open() {
        return super::back(&visit, &row, Err(CampaignError::Sent), "").await;
    }
    let offer = offer(state.store.read(), row.congress_id).await?;
    page_of(&visit, Some(&row), &form::of(&row), &offer, Back::default())
}

pub async fn add(State(state): State<web::State>, visit: Visit, sent: Fields) -> Answer {
    sent_in(&state, &visit, None, &sent).await
}

pub async fn save(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::CampaignText>,
    sent: Fields,
) -> Answer {
    let row = load(&state, &visit, &at.id).await?;
    sent_in(&state, &visit, Some(row), &sent).await
}

/// The form, by one of its buttons.
async fn sent_in(state: &web::State, visit: &Visit, row: Option<Model>, sent: &Fields) -> Answer {
    let (conn, congress) = (state.store.read(), visit.congress()?.id);
    let deed = Deed::read(sent);
    let mut draft = form::change(form::read(sent), deed, sent);
    let offer = offer(conn, congress).await?;
    let drawn = sent.get(once::NAME).to_owned();
    // The version that was shown stays, however often the form is shown again.
    let shown = sent.get(form::VERSION).parse().unwrap_or_default();
    let row = row.map(|row| Model { version: shown, ..row });
    if deed == Deed::SegmentKeep {
        return Box::pin(kept(state, visit, row.as_ref(), (&draft, sent), offer)).await;
    }
    if deed == Deed::SegmentTake {
        let saved = offer.saved.iter().find(|saved| saved.id.to_string() == sent.get("segment-saved"));
        draft.segment = saved.map_or(draft.segment, |saved| saved.segment.clone());
    }
    if deed != Deed::Save {
        let reach = if deed == Deed::Count { Some(reach(conn, congress, &draft.segment).await?) } else { None };
        return page_of(visit, row.as_ref(), &draft, &offer, Back { reach, drawn, ..Back::default() });
    }
    let faults = form::check(&draft, &offer, visit.words);
    if !faults.is_empty() {
        let back = Back { faults, drawn, status: StatusCode::UNPROCESSABLE_ENTITY, ..Back::default() };
        return page_of(visit, row.as_ref(), &draft, &offer, back);
    }
    let saved = match &row {
        Some(row) => save_one(&state.store, &visit.actor, row, shown, draft.clone()).await.map(|()| row.id),
        None => {
            let id = once::id(sent, congress, state.store.chance());
            add_one(&state.store, &visit.actor, congress, id, draft.clone()).await
        }
    };
    match (saved, row) {
        (Ok(id), _) => {
            Flash::success(visit.words.t("desk-settings-saved")).leave(visit).await?;
            Ok(to(visit, id)?.into_response())
        }
        (Err(CampaignError::Changed), Some(row)) => overtaken(state, visit, &row, &draft, &offer).await,
        (Err(error), Some(row)) => super::back(visit, &row, Err(error), "").await,
        (Err(error), None) => Err(error.into()),
    }
}

/// Keeps the segment by its name, and shows the form again as it was.
async fn kept(
    state: &web::State,
    visit: &Visit,
    row: Option<&Model>,
    (draft, sent): (&Draft, &Fields),
    known: Offer,
) -> Answer {
    let congress = visit.congress()?.id;
    let back = Back { drawn: sent.get(once::NAME).to_owned(), ..Back::default() };
    let wrong = |faults: Faults| {
        let segment_name = sent.get("segment-name").to_owned();
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Back { faults, segment_name, status, drawn: back.drawn.clone(), ..Back::default() }
    };
    let name = match form::check_segment(draft, sent, &known, visit.words) {
        Ok(name) => name,
        Err(faults) => return page_of(visit, row, draft, &known, wrong(faults)),
    };
    match keep(&state.store, &visit.actor, congress, &name, draft.segment.clone()).await {
        Ok(()) => {
            let notice = visit.words.with("campaign-saved-done", &[("name", name.into())]);
            let known = offer(state.store.read(), congress).await?;
            page_of(visit, row, draft, &known, Back { notice: Some(notice), ..back })
        }
        Err(error @ (CampaignError::SegmentTaken | CampaignError::Nobody)) => {
            let mut faults = Faults::new();
            faults.add("segment-name", error.message());
            form::name_all(&mut faults, draft, visit.words);
            page_of(visit, row, draft, &known, wrong(faults))
        }
        Err(error) => Err(error.into()),
    }
}

/// Somebody else saved meanwhile: both versions, and what was typed stays.
async fn overtaken(state: &web::State, visit: &Visit, row: &Model, draft: &Draft, offer: &Offer) -> Answer {
    let row = load(state, visit, &row.id.to_string()).await?;
    let newest = store::event::newest(state.store.read(), row.id, &[]).await?;
    let names = [
        ("name", "campaign-name"),
        ("kind", "campaign-kind"),
        ("subject-de", "campaign-subject-de"),
        ("subject-en", "campaign-subject-en"),
        ("at-night", "campaign-at-night"),
        ("blocks", "campaign-blocks"),
        ("segment", "campaign-segment"),
    ];
    let names = names.map(|(name, key)| (name, visit.words.t(key)));
    let (theirs, typed) = (told(visit, &form::of(&row), offer), told(visit, draft, offer));
    let conflict = Conflict::new(newest.as_ref(), &names, &theirs, &typed);
    let back = Back { conflict: Some(&conflict), status: StatusCode::CONFLICT, ..Back::default() };
    page_of(visit, Some(&row), draft, offer, back)
}

/// A campaign in words, where a conflict tells it.
fn told(visit: &Visit, draft: &Draft, offer: &Offer) -> Fields {
    let words = visit.words;
    // Both languages, whichever the reader has: what differs in one would be lost unseen.
    let both = |text: &Text| format!("DE: {}\nEN: {}", text.de, text.en);
    let piece = |block: &Block| match block {
        Block::Text { text } => both(text),
        Block::Button { label, url } => format!("{}\n{url}", both(label)),
        Block::Session { id } | Block::Speaker { id } | Block::Project { id } => form::choices(block, offer)
            .iter()
            .find(|(known, _)| known == id)
            .map_or_else(|| words.t("campaign-unknown"), |(_, name)| name.in_language(visit.language).to_owned()),
    };
    let blocks: Vec<String> = draft.blocks.0.iter().map(piece).collect();
    form::fields(draft)
        .with("kind", words.t(&format!("campaign-kind-{}", draft.kind.name())))
        .with("at-night", words.t(if draft.at_night { "campaign-night-yes" } else { "campaign-night-no" }))
        .with("blocks", blocks.join("\n\n"))
        .with("segment", to_whom(words, &draft.segment, offer))
}
