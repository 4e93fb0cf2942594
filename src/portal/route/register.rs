//! Registering.

use crate::form::asked::Asked;
use crate::form::register::{EXTRA, LINK, MAX_FILE, Typed, VOUCHER, name_fields};
use crate::guess::Guesses;
use crate::page::register::{self, RegisterPage, wording};
use crate::page::{Scene, congress::opening};
use crate::query::offer::{Offer, offered};
use crate::query::voucher::{Asker, Voucher};
use crate::route::waiting::held;
use crate::route::{outside, sentence};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use base::error::Told;
use http::header::CACHE_CONTROL;
use http::{HeaderValue, StatusCode};
use registration::RegistrationError;
use registration::form::OrderForm;
use registration::form::people::{Action, LATER_COUNT};
use registration::load::order_secret;
use registration::rules::pasted;
use registration::service::order::Placed;
use std::sync::Arc;
use web::client::household;
use web::flash::Flash;
use web::layout::public_page;
use web::upload::MayHandIn;
use web::{Answer, Fault, Faults, Visit};

/// The empty form. `?category=` chooses the ticket, `?voucher=` gives the code of a voucher, `?link=` is a secret link: the
/// two may show what not all see.
pub async fn show(guesses: Arc<Guesses>, State(state): State<web::State>, visit: Visit) -> Answer {
    let scene = Scene::of(&visit)?;
    let mut typed = Typed::fresh(state.store.chance().opaque_id(), visit.language, "");
    typed.people.fields.set(VOUCHER, asked(&visit.path, VOUCHER));
    typed.people.fields.set(LINK, asked(&visit.path, LINK));
    let offers = offered(&state, scene.congress, asker(&visit, &guesses), &mut typed).await?;
    if let Some(sentence) = opening(scene, &offers) {
        return Ok(closed(&visit, StatusCode::OK, scene, &sentence, &offers));
    }
    let wanted = asked(&visit.path, "category");
    let free = || offers.iter().filter(|offer| offer.can_be_had());
    // Whoever has a link or a code came for what it shows.
    let chosen = free().find(|offer| offer.slug() == wanted).or_else(|| free().find(|offer| !offer.is_public()));
    typed.people.set("category", 1, chosen.or_else(|| free().next()).map_or("", Offer::slug));
    let questions = questions(&state, scene, &offers).await?;
    let faults = look(&state, &visit, scene, &guesses, &mut typed, &offers).await?;
    let page =
        RegisterPage { typed: &typed, faults: &faults, offers: &offers, asked: &questions, notice: None, fresh: true };
    Ok(form(&visit, StatusCode::OK, scene, &page))
}

/// What the buttons of the form send. `place` orders; the others show the form again.
pub async fn send(
    guesses: Arc<Guesses>,
    State(state): State<web::State>,
    visit: Visit,
    MayHandIn(sent): MayHandIn,
) -> Answer {
    let scene = Scene::of(&visit)?;
    // The route takes so much for the sake of files alone.
    if sent.fields.iter().map(|(name, value)| name.len() + value.len()).sum::<usize>() > web::route::MAX_BODY {
        return Ok(StatusCode::PAYLOAD_TOO_LARGE.into_response());
    }
    let (mut typed, action) = Typed::read(&sent.fields);
    let offers = held::offered(&state, &visit, scene, &guesses, &mut typed).await?;
    let asked = questions(&state, scene, &offers).await?;
    let unread = match sent.file {
        Some((_, content)) if content.len() > MAX_FILE => Some(too_large()),
        Some((_, content)) => put_file(&mut typed, content).await?,
        None => None,
    };
    let (mut notice, mut nameless) = (None, Ok(()));
    match action {
        Action::Add => typed.people.add(),
        Action::Remove(n) => typed.people.remove(n),
        Action::Later(places) => nameless = typed.people.add_nameless(places),
        Action::Place | Action::Paste | Action::Show => {}
    }
    let mut faults = look(&state, &visit, scene, &guesses, &mut typed, &offers).await?;
    if let Err(fit) = nameless {
        faults.add_with(LATER_COUNT, "portal-fault-later-count", &[("max", fit.into())]);
        name_fields(&mut faults, typed.people.count, scene.words);
    }
    match action {
        Action::Add | Action::Remove(_) | Action::Later(_) => {}
        // What was pasted becomes people of the form first, whom nobody has seen yet.
        Action::Place | Action::Paste if typed.people.has_pasted() || unread.is_some() => {
            return Ok(pasted(&visit, scene, typed, (&offers, &asked), unread, action));
        }
        // A double click has used the voucher up itself: whether it can be used is asked where the order is placed.
        Action::Place if matches!(typed.voucher, Voucher::TooMany) => {
            return Ok(wrong(&visit, scene, &typed, faults, (&offers, &asked)));
        }
        Action::Place if asked.has_new(&typed.people) => notice = Some(scene.t("portal-register-questions")),
        Action::Place => {
            return Box::pin(order(&state, &visit, scene, &guesses, (typed, faults), (&offers, &asked))).await;
        }
        Action::Show | Action::Paste => {}
    }
    let notice = typed.people.joined.then(|| scene.t("portal-register-joined")).or(notice);
    // Asked for what it does, a voucher that does nothing is an error; beside other changes it says so and is in nobody's way.
    let applied = nameless.is_err() || sent.fields.get("action") == VOUCHER && !faults.is_empty();
    let status = if applied { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = RegisterPage { typed: &typed, faults: &faults, offers: &offers, asked: &asked, notice, fresh: false };
    Ok(form(&visit, status, scene, &page))
}

/// Who asks for a voucher.
pub(super) fn asker<'a>(visit: &Visit, guesses: &'a Guesses) -> Asker<'a> {
    Asker { guesses, client: visit.client.map(household), now: visit.now }
}

/// What becomes of the voucher that is typed, and what is wrong with it.
async fn look(
    state: &web::State,
    visit: &Visit,
    scene: Scene<'_>,
    guesses: &Guesses,
    typed: &mut Typed,
    offers: &[Offer],
) -> Result<Faults, Fault> {
    let asker = asker(visit, guesses);
    let offered = typed.chosen(offers);
    typed.voucher = Voucher::look(state.store.read(), scene.congress, asker, &typed.code(), &offered).await?;
    let mut faults = Faults::new();
    match &typed.voucher {
        Voucher::Refused(refusal) => {
            faults.add_with(VOUCHER, refusal.message(), &web::problem::args(&refusal.values()));
        }
        Voucher::TooMany => faults.add(VOUCHER, "voucher-refused-too-many"),
        Voucher::Nowhere | Voucher::None | Voucher::Used { .. } => {}
    }
    name_fields(&mut faults, typed.people.count, scene.words);
    Ok(faults)
}

/// The form with what is wrong, the voucher among it.
fn wrong(visit: &Visit, scene: Scene, typed: &Typed, voucher: Faults, (offers, asked): (&[Offer], &Asked)) -> Response {
    let mut faults = typed.check(offers, asked, visit.words, wording(scene)).err().unwrap_or_default();
    faults.extend(voucher);
    let page = RegisterPage { typed, faults: &faults, offers, asked, notice: None, fresh: false };
    form(visit, StatusCode::UNPROCESSABLE_ENTITY, scene, &page)
}

/// Why a file cannot be read: the key of a sentence, and its values.
type Unread = (&'static str, Vec<(&'static str, String)>);

fn too_large() -> Unread {
    ("paper-sheet-too-large", vec![("size", (MAX_FILE / 1024 / 1024).to_string())])
}

/// The lines of a file below what was pasted, or why it cannot be read. Reading a table takes a while: on a thread that
/// nobody waits for.
async fn put_file(typed: &mut Typed, content: bytes::Bytes) -> Result<Option<Unread>, Fault> {
    let reading = tokio::task::spawn_blocking(move || pasted::lines_of(&content));
    Ok(match reading.await.map_err(|e| Fault::internal(e.to_string()))? {
        Ok(lines) => {
            typed.people.put_pasted(&lines);
            None
        }
        Err(error) => Some((error.message(), error.values())),
    })
}

/// The form with the people who were pasted; what is wrong stands beside their fields.
fn pasted(
    visit: &Visit,
    scene: Scene,
    mut typed: Typed,
    (offers, asked): (&[Offer], &Asked),
    unread: Option<Unread>,
    action: Action,
) -> Response {
    let (taken, mut faults) = typed.paste(offers, scene.words);
    if let Some((message, values)) = unread {
        faults.add_with("file", message, &web::problem::args(&values));
        name_fields(&mut faults, typed.people.count, scene.words);
    }
    let notice =
        (action == Action::Place && taken > 0).then(|| scene.with("portal-pasted", &[("count", taken.into())]));
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    form(visit, status, scene, &RegisterPage { typed: &typed, faults: &faults, offers, asked, notice, fresh: false })
}

/// Places the order and leads to it, or says what is wrong.
async fn order(
    state: &web::State,
    visit: &Visit,
    scene: Scene<'_>,
    guesses: &Guesses,
    (typed, voucher): (Typed, Faults),
    (offers, asked): (&[Offer], &Asked),
) -> Answer {
    let Ok(ordered) = typed.check(offers, asked, visit.words, wording(scene)) else {
        return Ok(wrong(visit, scene, &typed, voucher, (offers, asked)));
    };
    match Box::pin(held::order(state, visit, &typed, ordered.clone())).await {
        Ok(placed) => {
            arrival(scene, &placed, &ordered).leave(visit).await?;
            let secret = order_secret(&state.link_key, &placed.order);
            let path = address::Order::new(&scene.congress.slug, &placed.order.code, secret).path();
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => Box::pin(refused(state, visit, scene, guesses, typed, error)).await,
    }
}

/// What the order's page begins with. Whoever goes back and sends something else with the same form is told that it is not
/// there.
fn arrival(scene: Scene, placed: &Placed, ordered: &OrderForm) -> Flash {
    match (placed.repeated, placed.says_what(ordered)) {
        (false, _) => Flash::success(scene.t("portal-placed")),
        (true, true) => Flash::info(scene.t("portal-placed-before")),
        (true, false) => {
            let anew = address::Register::new(&scene.congress.slug).path();
            Flash::warning(scene.t("portal-placed-other")).leading(anew, scene.t("portal-placed-anew"))
        }
    }
}

/// The form as it was, with what is left now.
async fn refused(
    state: &web::State,
    visit: &Visit,
    scene: Scene<'_>,
    guesses: &Guesses,
    mut typed: Typed,
    error: RegistrationError,
) -> Answer {
    if matches!(error.status(), 404 | 500..) {
        return Err(Fault::from(error));
    }
    if let Some(answer) = held::over(visit, &typed, &error).await? {
        return Ok(answer);
    }
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::CONFLICT);
    let offers = held::offered(state, visit, scene, guesses, &mut typed).await?;
    let all: Vec<Offer> = offers.iter().chain(&typed.extras).cloned().collect();
    if !offers.iter().any(|offer| offer.closed.is_none())
        && let Some(sentence) = opening(scene, &offers)
    {
        return Ok(closed(visit, status, scene, &sentence, &offers));
    }
    let asked = questions(state, scene, &offers).await?;
    let voucher = look(state, visit, scene, guesses, &mut typed, &offers).await?;
    let typed = &typed;
    let (notice, mut faults) = match &error {
        // It is told beside the code what is wrong with it now, unless it reaches for fewer than was shown.
        RegistrationError::Voucher(refusal) if voucher.is_empty() => {
            (sentence(scene.words, &RegistrationError::from(*refusal)), voucher)
        }
        RegistrationError::Voucher(_) => (scene.t("portal-voucher-title"), voucher),
        RegistrationError::SoldOut { quota, .. } => sold_out(scene, typed, &all, quota),
        RegistrationError::NotOnSale { category }
        | RegistrationError::NotInvited { category }
        | RegistrationError::InvitationUsed { category, .. }
        | RegistrationError::TooMany { category, .. } => {
            let named = |slug: &str| {
                let found = all.iter().find(|offer| offer.slug() == slug);
                found.map(|offer| offer.name(scene.words.language()).to_owned())
            };
            (outside(scene.words, &error, named), marked(typed, |slug| slug == category, 0))
        }
        RegistrationError::NotWith { extra, ticket, .. } => {
            let names = [("extra", extra), ("ticket", ticket)];
            let args = names.map(|(name, slug)| (name, category_name(scene, &all, slug).into()));
            (scene.with(error.message(), &args), marked(typed, |slug| slug == extra, 0))
        }
        // A question was changed meanwhile.
        RegistrationError::Answers(_) => {
            let mut faults = Faults::new();
            for (field, wrong) in asked.wrong(&typed.people) {
                faults.add_with(field, wrong.message, &web::problem::args(&wrong.values));
            }
            asked.name_fields(&mut faults, typed.people.count, scene.words);
            (scene.t("portal-register-questions"), faults)
        }
        other => (outside(scene.words, other, |_| None), Faults::new()),
    };
    name_fields(&mut faults, typed.people.count, scene.words);
    let page =
        RegisterPage { typed, faults: &faults, offers: &offers, asked: &asked, notice: Some(notice), fresh: false };
    Ok(form(visit, status, scene, &page))
}

/// What there is to ask.
pub(super) async fn questions(state: &web::State, scene: Scene<'_>, offers: &[Offer]) -> Result<Asked, Fault> {
    let questions = congress::query::question::questions(state.store.read(), scene.congress.id).await?;
    Ok(Asked::new(questions, offers, scene.now))
}

/// Which tickets there are too few of, how many are left, and whom it concerns.
fn sold_out(scene: Scene, typed: &Typed, offers: &[Offer], quota: &str) -> (String, Faults) {
    let of_quota =
        |slug: &str| offers.iter().any(|o| o.slug() == slug && o.view.quotas.iter().any(|q| q.slug == quota));
    let mut names: Vec<String> = vec![];
    let ticked = (1..=typed.people.count).flat_map(|n| typed.ticked(n));
    for slug in typed.categories().chain(ticked).filter(|slug| of_quota(slug)) {
        let name = category_name(scene, offers, slug);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let quotas = offers.iter().flat_map(|offer| &offer.view.quotas);
    let free = quotas.into_iter().find(|q| q.slug == quota).and_then(ticketing::query::QuotaView::free).unwrap_or(0);
    let names = names.join(", ");
    let notice = if free > 0 {
        scene.with("portal-sold-out-some", &[("category", names.into()), ("count", free.into())])
    } else {
        scene.with("portal-sold-out", &[("category", names.into())])
    };
    (notice, marked(typed, of_quota, usize::try_from(free).unwrap_or(0)))
}

/// Marks those whose ticket is concerned, after the first `free`.
fn marked(typed: &Typed, concerned: impl Fn(&str) -> bool, free: usize) -> Faults {
    let mut faults = Faults::new();
    let numbers = typed.categories().zip(1..).filter(|(slug, _)| concerned(slug)).map(|(_, n): (_, usize)| n);
    for n in numbers.skip(free) {
        faults.add(format!("category-{n}"), "portal-fault-category-gone");
    }
    let with = (1..=typed.people.count).filter(|n| typed.ticked(*n).any(&concerned));
    for n in with.skip(free) {
        faults.add(format!("{EXTRA}-{n}"), "portal-fault-extra-gone");
    }
    faults
}

fn category_name(scene: Scene, offers: &[Offer], slug: &str) -> String {
    let found = offers.iter().find(|offer| offer.slug() == slug);
    found.map_or(slug, |offer| offer.view.category.name.in_language(scene.words.language())).to_owned()
}

/// What the address asks for by this name.
fn asked(path: &str, wanted: &str) -> String {
    let query = path.split_once('?').map_or("", |(_, query)| query);
    form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == wanted)
        .map(|(_, slug)| slug.into_owned())
        .unwrap_or_default()
}

/// Going back shows the form as it was, with its placement: sent again, it is the same order. Nobody else keeps it.
fn form(visit: &Visit, status: StatusCode, scene: Scene, page: &RegisterPage) -> Response {
    answer(visit, status, scene, register::main(scene, page))
}

fn closed(visit: &Visit, status: StatusCode, scene: Scene, sentence: &str, offers: &[Offer]) -> Response {
    answer(visit, status, scene, register::closed(scene, sentence, offers))
}

fn answer(visit: &Visit, status: StatusCode, scene: Scene, main: maud::Markup) -> Response {
    let page = public_page(visit, &scene.t("portal-register"), main);
    (status, [(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"))], page).into_response()
}
