//! What the set-up shows.

use crate::rules::ready::{Facts, Written};
use base::{Text, Uuid};
use congress::entity::passage::{Model as Passage, Place as Where};
use store::DbErr;
use ticketing::entity::category::Place;
use ticketing::query::CategoryView;
use ticketing::rules::Availability;
use web::State;

/// The facts of the check list. Six statements at most.
pub async fn facts(state: &State, congress: Uuid) -> Result<Option<Facts>, DbErr> {
    let views = ticketing::query::categories(state.store.read(), congress).await?;
    facts_of(state, congress, &views).await
}

/// The same for who knows the categories. Three statements.
pub async fn facts_of(state: &State, congress: Uuid, views: &[CategoryView]) -> Result<Option<Facts>, DbErr> {
    let conn = state.store.read();
    let Some(row) = congress::query::by_id(conn, congress).await? else { return Ok(None) };
    let now = state.store.now();
    let passages = congress::query::passages(conn, congress).await?;
    let sold = |view: &&CategoryView| {
        let until = view.category.sale_until;
        view.category.active && until.is_none_or(|until| until > now) && view.availability() != Availability::None
    };
    let active = |place| views.iter().filter(move |v| v.category.active && v.category.place == place);
    let page = |slug: &str| {
        let mut pages = passages.iter().filter(|p| p.place == Where::Page && p.slug == slug && !p.body.is_empty());
        pages.next().map_or(Written::Not, written)
    };
    Ok(Some(Facts {
        now,
        starts_at: row.starts_at,
        venue: ![&row.venue_name, &row.venue_street, &row.venue_town].into_iter().any(String::is_empty),
        on_site: active(Place::OnSite).count(),
        online: active(Place::Online).count(),
        categories: views.iter().filter(sold).count(),
        unlimited: active(Place::OnSite).filter(|v| v.quotas.iter().all(|q| q.size.is_none())).count(),
        imprint: page("imprint"),
        privacy: page("privacy"),
        accessibility: page("accessibility"),
        sends_mail: state.sends_mail,
        contact: !row.contact_address.is_empty(),
        lacks_seller: views.iter().any(|v| v.category.active && v.costs())
            && payment::query::seller(conn, congress).await?.is_none(),
        door_staff: identity::query::has_role(conn, congress, identity::Role::Door).await?,
    }))
}

/// A page with a gap that a template left is not written yet.
fn written(page: &Passage) -> Written {
    let has_gap = |text: fn(&Text) -> &str| [&page.title.0, &page.body.0].into_iter().any(|t| text(t).contains("[…"));
    match (has_gap(|text| &text.de), has_gap(|text| &text.en)) {
        (false, false) => Written::Done,
        (de, en) => Written::WithGaps { id: page.id, de, en },
    }
}
