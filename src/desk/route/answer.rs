//! What orders and attendees answered, changed by staff.

use super::change::{conflict_of, stale, wrong};
use crate::page::order::{self as page, Sheet};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::Permission::SensitiveRead;
use base::Uuid;
use congress::page::question::{label, told};
use congress::query::question::{QuestionView, file, given, questions};
use congress::rules::file::FileKind;
use congress::rules::question::Given;
use registration::RegistrationError;
use registration::form::answers::{Shown, asked, faults, fields, has_new, typed};
use registration::form::people::about_field;
use registration::load;
use registration::query::order::view;
use registration::rules::may_answer;
use registration::service::answer::{Who, change, seen};
use web::flash::Flash;
use web::form::Seen;
use web::{Answer, Fault, Faults, Fields, Visit, download};

/// Whose answers, and where their form stands.
struct Loaded {
    who: Who,
    title: String,
    path: String,
    back: String,
    questions: Vec<QuestionView>,
    given: Given,
}

impl Loaded {
    async fn order(state: &web::State, visit: &Visit, code: &str) -> Result<Self, Fault> {
        let (conn, congress) = (state.store.read(), visit.congress()?);
        let order = load::order_to_manage(conn, &visit.actor, congress.id, code).await?;
        let view = view(conn, order.row().clone()).await?;
        let held = view.attendees.iter().filter(|a| may_answer(a.attendee.state));
        let who = Who::order(&order, held.map(|a| a.attendee.category_id).collect());
        let code = &order.row().code;
        let title = visit.words.with("desk-answers-of-order", &[("code", code.into())]);
        let at = address::desk::OrderAnswers::new(&congress.slug, code).path();
        Self::new(state, who, title, at, address::desk::Order::new(&congress.slug, code).path()).await
    }

    async fn attendee(state: &web::State, visit: &Visit, code: &str, position: &str) -> Result<Self, Fault> {
        let (conn, congress) = (state.store.read(), visit.congress()?);
        let order = load::order_to_manage(conn, &visit.actor, congress.id, code).await?;
        let attendee = load::attendee_of(conn, &order, position).await?;
        let row = attendee.row();
        let name = base::name::full(&row.given_name, &row.family_name);
        let title = visit.words.with("desk-answers-of-person", &[("name", name.into())]);
        let (code, position) = (&order.row().code, row.position.to_string());
        let at = address::desk::AttendeeAnswers::new(&congress.slug, code, &position).path();
        let back = address::desk::Attendee::new(&congress.slug, code, &position).path();
        Self::new(state, Who::attendee(&attendee), title, at, back).await
    }

    async fn new(state: &web::State, who: Who, title: String, path: String, back: String) -> Result<Self, Fault> {
        let conn = state.store.read();
        let (questions, given) = (questions(conn, who.congress).await?, given(conn, who.holder).await?);
        Ok(Self { who, title, path, back, questions, given })
    }

    fn asked(&self, visit: &Visit, fields: &Fields) -> Vec<Shown<'_>> {
        asked(&self.questions, &self.who.respondent(visit.now), fields, &self.given)
    }

    fn seen(&self, visit: &Visit) -> Seen {
        seen(&self.questions, &self.who.respondent(visit.now), &self.given)
    }

    fn page(&self, visit: &Visit, sheet: &Sheet) -> maud::Markup {
        let asked = self.asked(visit, &sheet.fields);
        page::answers(visit, &self.title, (&self.path, &self.back), &asked, sheet)
    }

    /// Each answer in words, where two are compared.
    fn told(&self, visit: &Visit, given: &Fields) -> Fields {
        let word = |one: &Shown| {
            let value = given.all(&one.name).filter(|value| !value.is_empty()).collect::<Vec<_>>().join(" ");
            let word = if value.is_empty() { value } else { told(visit.words, one.question, &value) };
            (one.name.clone(), word)
        };
        self.asked(visit, given).iter().map(word).collect()
    }

    async fn save(self, state: &web::State, visit: &Visit, sent: &Fields) -> Answer {
        let asked = self.asked(visit, sent);
        if has_new(&asked, sent) {
            // What follows from an answer is asked first.
            let sheet = Sheet::wrong(sent, Faults::new());
            return Ok(self.page(visit, &sheet).into_response());
        }
        match change(&state.store, &self.who, Some(&Seen::read(sent)), &typed(sent)).await {
            Ok(_) => {
                Flash::success(visit.words.t("desk-answers-saved")).leave(visit).await?;
                Ok(Redirect::to(&self.back).into_response())
            }
            Err(RegistrationError::Answers(found)) => {
                let found = found.iter().map(|fault| (fault.question.as_str(), &fault.wrong));
                let faults = faults(found, &asked, |view| label(visit.words, view));
                wrong(self.page(visit, &Sheet::wrong(sent, faults)))
            }
            Err(RegistrationError::Stale(_)) => {
                let now = Self { given: given(state.store.read(), self.who.holder).await?, ..self };
                let verbs = ["attendee.answered", "order.answered"];
                let newest = store::event::newest(state.store.read(), now.who.holder, &verbs).await?;
                let theirs = fields(&now.questions, &now.given);
                let name = |view: &QuestionView| (about_field(&view.row.slug), label(visit.words, view));
                let names: Vec<(String, String)> = now.questions.iter().map(name).collect();
                let told = conflict_of(newest.as_ref(), &names, &now.told(visit, &theirs), &now.told(visit, sent));
                let seen = now.seen(visit);
                let sheet = Sheet { fields: sent.clone(), faults: Faults::new(), seen, conflict: Some(told) };
                stale(now.page(visit, &sheet))
            }
            Err(error) => Err(error.into()),
        }
    }

    fn show(&self, visit: &Visit) -> Answer {
        let sheet = Sheet::new(fields(&self.questions, &self.given), self.seen(visit));
        Ok(self.page(visit, &sheet).into_response())
    }
}

pub async fn ask_order(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderAnswers>,
) -> Answer {
    Loaded::order(&state, &visit, &at.code).await?.show(&visit)
}

pub async fn save_order(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderAnswers>,
    sent: Fields,
) -> Answer {
    Loaded::order(&state, &visit, &at.code).await?.save(&state, &visit, &sent).await
}

pub async fn ask_attendee(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::AttendeeAnswers>,
) -> Answer {
    Loaded::attendee(&state, &visit, &at.code, &at.position).await?.show(&visit)
}

pub async fn save_attendee(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::AttendeeAnswers>,
    sent: Fields,
) -> Answer {
    Loaded::attendee(&state, &visit, &at.code, &at.position).await?.save(&state, &visit, &sent).await
}

pub async fn order_file(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderAnswerFile>,
) -> Answer {
    let order = load::order_to_see(state.store.read(), &visit.actor, visit.congress()?.id, &at.code).await?;
    answered(&state, &visit, order.row().id, &at.question).await
}

pub async fn attendee_file(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::AttendeeAnswerFile>,
) -> Answer {
    let conn = state.store.read();
    let order = load::order_to_see(conn, &visit.actor, visit.congress()?.id, &at.code).await?;
    let view = view(conn, order.row().clone()).await?;
    let found = view.attendees.iter().find(|a| a.attendee.position.to_string() == at.position);
    answered(&state, &visit, found.ok_or_else(Fault::not_found)?.attendee.id, &at.question).await
}

/// A file as an attachment; what is sensitive only for who may know it.
async fn answered(state: &web::State, visit: &Visit, holder: Uuid, slug: &str) -> Answer {
    let conn = state.store.read();
    let all = questions(conn, visit.congress()?.id).await?;
    let found = all.iter().find(|view| view.row.slug == slug).ok_or_else(Fault::not_found)?;
    if found.row.sensitive && !visit.may(SensitiveRead) {
        return Err(Fault::not_found());
    }
    let (_, file) = file(conn, holder, found.row.id).await?.ok_or_else(Fault::not_found)?;
    let kind = FileKind::from_media_type(&file.media_type).ok_or_else(Fault::not_found)?;
    Ok(download(kind.media_type(), &format!("{slug}.{}", kind.ending()), file.content))
}
