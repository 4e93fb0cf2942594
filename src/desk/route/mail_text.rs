//! How a congress words its mails, and which kinds it keeps back.

use crate::form::mail_text::{Deed, Text, VERSION};
use crate::page::mail_text::{self as page, Look, Shown};
use crate::query::campaign::own_address;
use crate::rules::letter::without_parts;
use address::desk as at;
use axum::Extension;
use axum::extract::{Path, RawQuery, State};
use axum::response::{Html, IntoResponse, Redirect};
use base::Uuid;
use http::StatusCode;
use post::entity::mail_text::OwnWords;
use post::text::{self, Reader, Recipient};
use post::{Composers, PostError};
use store::event::Line;
use web::flash::Flash;
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let all = text::standing(state.store.read(), visit.congress()?.id).await?;
    Ok(page::list(&visit, &all).into_response())
}

/// Keeps a kind back, or no longer: as the button says that was pressed, so that twice is once.
pub async fn hold(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::MailKindHolding>,
    sent: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let template = text::template_of(&at.kind).ok_or_else(Fault::not_found)?;
    let held = sent.get("held") == "on";
    text::hold(&state.store, &visit.actor, congress.id, template, held).await.map_err(|e| Fault::told(&e))?;
    let word = if held { "mail-kind-flash-held" } else { "mail-kind-flash-resumed" };
    Flash::success(visit.words.t(word)).leave(&visit).await?;
    Ok(Redirect::to(&at::MailTexts::new(&congress.slug).path()).into_response())
}

/// What is asked for behind the address.
struct Asked {
    text: Text,
    like: Option<Uuid>,
    version: Option<i32>,
}

fn asked(visit: &Visit, kind: &str, typed: Option<String>) -> Result<Asked, Fault> {
    let fields = Fields::parse(typed.unwrap_or_default().as_bytes());
    let language = fields.get("in").parse().unwrap_or(visit.language);
    let text = text::template_of(kind).and_then(|template| Text::of(template, language));
    let text = text.ok_or_else(Fault::not_found)?;
    Ok(Asked { text, like: fields.get("as").parse().ok(), version: fields.get("version").parse().ok() })
}

pub async fn ask(
    State(state): State<web::State>,
    Extension(composers): Extension<Composers>,
    visit: Visit,
    Path(at): Path<at::MailText>,
    RawQuery(typed): RawQuery,
) -> Answer {
    let asked = asked(&visit, &at.kind, typed)?;
    let (conn, congress) = (state.store.read(), visit.congress()?.id);
    let (version, saved) = text::own(conn, congress, asked.text.template, asked.text.language).await?;
    // An older version is what the form begins with; saved, it is the newest.
    let words = match asked.version.filter(|n| *n != version) {
        Some(n) => {
            let all = text::versions(conn, congress, asked.text.template, asked.text.language).await?;
            all.into_iter().find(|row| row.version == n).ok_or_else(Fault::not_found)?.words
        }
        None => saved.clone(),
    };
    let fields = asked.text.fields(version, &words);
    let shown = Desk { state: &state, composers: &composers, visit: &visit };
    let back = Back { look: Some((words == saved, words)), ..Back::default() };
    shown.page(&asked.text, &fields, asked.like, back).await
}

/// As it looks in the words that are saved.
pub async fn letter(
    State(state): State<web::State>,
    Extension(composers): Extension<Composers>,
    visit: Visit,
    Path(at): Path<at::MailTextLetter>,
    RawQuery(typed): RawQuery,
) -> Answer {
    let Asked { text, like, .. } = asked(&visit, &at.kind, typed)?;
    let congress = visit.congress()?.id;
    let mail = like.ok_or_else(Fault::not_found)?;
    let (_, words) = text::own(state.store.read(), congress, text.template, text.language).await?;
    let letter = Box::pin(text::look(&state.store, &composers, congress, mail, text.language, &words)).await;
    let letter = letter.map_err(|e| Fault::told(&e))?.map_err(|_| Fault::not_found())?;
    Ok(Html(without_parts(&letter.letter.html)).into_response())
}

/// The form, by one of its buttons.
pub async fn sent(
    State(state): State<web::State>,
    Extension(composers): Extension<Composers>,
    visit: Visit,
    Path(at): Path<at::MailText>,
    RawQuery(typed): RawQuery,
    sent: Fields,
) -> Answer {
    let Asked { text, .. } = asked(&visit, &at.kind, typed)?;
    let like = sent.get("as").parse().ok();
    let desk = Desk { state: &state, composers: &composers, visit: &visit };
    let deed = Deed::read(&sent);
    if let Deed::Reset | Deed::ResetOne(_) = deed {
        let fields = text.reset(sent, deed);
        return desk.page(&text, &fields, like, Back::default()).await;
    }
    let faults = text.check(&sent, visit.words);
    if !faults.is_empty() {
        let back = Back { faults, status: StatusCode::UNPROCESSABLE_ENTITY, ..Back::default() };
        return desk.page(&text, &sent, like, back).await;
    }
    let words = text.read(&sent);
    match deed {
        Deed::Look => desk.page(&text, &sent, like, Back { look: Some((false, words)), ..Back::default() }).await,
        Deed::Trial => desk.trial(&text, &sent, like, words).await,
        _ => desk.save(&text, &sent, like, words).await,
    }
}

/// What comes back with the form.
#[derive(Default)]
struct Back {
    faults: Faults,
    /// In which words it is looked at, and whether those are saved.
    look: Option<(bool, OwnWords)>,
    overtaken: Option<Line>,
    status: StatusCode,
}

struct Desk<'a> {
    state: &'a web::State,
    composers: &'a Composers,
    visit: &'a Visit,
}

impl Desk<'_> {
    async fn page(&self, text: &Text, fields: &Fields, like: Option<Uuid>, back: Back) -> Answer {
        let (conn, congress) = (self.state.store.read(), self.visit.congress()?.id);
        let versions = text::versions(conn, congress, text.template, text.language).await?;
        let rows: Vec<Uuid> = versions.iter().map(|row| row.id).collect();
        let saved_by = store::event::lines(conn, &rows, &["mail_text.saved"]).await?;
        let shows = self.composers.shows(&text::kind_of(text.template));
        let recipients = if shows { text::recipients(conn, congress, text.template).await? } else { vec![] };
        let like = recipients.iter().find(|one| Some(one.id) == like).or(recipients.first());
        // Which of the texts somebody reads is known from what is typed, as long as it can be filled in.
        let (saved, words) = back.look.unwrap_or_else(|| (false, text.read(fields)));
        let look = match like {
            Some(like) => Some(self.look(text, like, saved, &words).await?),
            None => None,
        };
        let held = text::is_held(conn, congress, text.template).await?;
        let mut orphans = versions.first().map(|row| row.words.clone()).unwrap_or_default();
        orphans.0.retain(|before, _| !text.pieces.iter().any(|piece| piece.text == *before));
        let shown = Shown {
            text,
            fields,
            faults: &back.faults,
            overtaken: back.overtaken.as_ref(),
            recipients: &recipients,
            like,
            look: look.as_ref(),
            versions: &versions,
            saved_by: &saved_by,
            orphans: &orphans,
            held,
            shows,
            request: self.state.store.chance().opaque_id().to_string(),
        };
        Ok((back.status, page::edit(self.visit, &shown)).into_response())
    }

    async fn look(&self, text: &Text, like: &Recipient, saved: bool, words: &OwnWords) -> Result<Look, Fault> {
        let congress = self.visit.congress()?.id;
        let look = text::look(&self.state.store, self.composers, congress, like.id, text.language, words);
        let letter = Box::pin(look).await.map_err(|e| Fault::told(&e))?;
        Ok(Look { letter, saved })
    }

    /// To who asks, and nobody else.
    async fn trial(&self, text: &Text, sent: &Fields, like: Option<Uuid>, words: OwnWords) -> Answer {
        let (store, visit) = (&self.state.store, self.visit);
        let congress = visit.congress()?.id;
        let address = own_address(store.read(), &visit.actor).await?.ok_or_else(Fault::forbidden)?;
        let shows = self.composers.shows(&text::kind_of(text.template));
        let mail = like.filter(|_| shows).ok_or_else(Fault::not_found)?;
        // A form without a drawn id is one of its own.
        let request = sent.get("request").parse().unwrap_or_else(|_| store.chance().opaque_id());
        let tx = store.begin().await?;
        let to = Reader { address: address.clone(), name: visit.actor.name.clone() };
        let asked = text::send_trial(&tx, (congress, mail, text.language), words.clone(), to, request).await;
        asked.map_err(|e| Fault::told(&e))?;
        tx.commit().await?;
        Flash::success(visit.words.with("campaign-flash-test", &[("to", address.into())])).leave(visit).await?;
        self.page(text, sent, like, Back { look: Some((false, words)), ..Back::default() }).await
    }

    async fn save(&self, text: &Text, sent: &Fields, like: Option<Uuid>, words: OwnWords) -> Answer {
        let (store, visit) = (&self.state.store, self.visit);
        let congress = visit.congress()?.id;
        let of = (congress, text.template, text.language);
        let seen = sent.get(VERSION).parse().unwrap_or_default();
        match text::save(store, &visit.actor, of, seen, words).await {
            Ok(()) => {
                Flash::success(visit.words.t("desk-settings-saved")).leave(visit).await?;
                Ok(Redirect::to(&page::path(visit, text.template, text.language)).into_response())
            }
            Err(PostError::Changed) => {
                let newest = text::versions(store.read(), congress, text.template, text.language).await?;
                let newest = newest.first().map(|row| (row.version, row.id));
                let (version, row) = newest.unwrap_or_default();
                let overtaken = store::event::newest(store.read(), row, &["mail_text.saved"]).await?;
                // What was typed stays, and is saved over the other's words only if somebody presses the button again.
                let fields = sent.clone().with(VERSION, version.to_string());
                let back = Back { overtaken, status: StatusCode::CONFLICT, ..Back::default() };
                self.page(text, &fields, like, back).await
            }
            Err(error) => Err(Fault::told(&error)),
        }
    }
}
