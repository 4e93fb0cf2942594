//! What an order or an attendee is asked, behind their own link. The order's link opens the order's answers alone.

use crate::page::answers::AnswerPage;
use crate::page::{self, Scene};
use crate::route::{my, order, refusal};
use address::{
    My, MyAnswerFile, MyAnswerFileRemoval, MyAnswers, Order as OrderAt, OrderAnswerFile, OrderAnswerFileRemoval,
    OrderAnswers,
};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::Uuid;
use congress::entity::question::UsedFor;
use congress::page::question::label;
use congress::query::question::{QuestionView, file, given, questions};
use congress::rules::file::FileKind;
use congress::rules::question::{Given, Wrong};
use http::StatusCode;
use registration::RegistrationError;
use registration::form::answers::{Shown, asked, faults, fields, has_new, typed};
use registration::form::people::about_field;
use registration::load::{Manage, Order};
use registration::rules::{may_answer, may_answer_order};
use registration::service::answer::{Who, attach, change, detach};
use web::flash::Flash;
use web::layout::public_page;
use web::upload::HandedIn;
use web::{Answer, Fault, Faults, Fields, Visit};

/// Whose answers, and where their form stands.
struct Sheet {
    who: Who,
    open: bool,
    here: String,
    back: String,
    questions: Vec<QuestionView>,
    given: Given,
}

impl Sheet {
    async fn new(state: &web::State, who: Who, open: bool, here: String, back: String) -> Result<Self, Fault> {
        let conn = state.store.read();
        let (questions, given) = (questions(conn, who.congress).await?, given(conn, who.holder).await?);
        Ok(Self { who, open, here, back, questions, given })
    }

    async fn of_order(state: &web::State, visit: &Visit, code: &str, secret: &str) -> Result<Self, Fault> {
        let order = order::load(state, visit, code, secret).await?;
        let slug = &visit.congress()?.slug;
        let open = may_answer_order(order.row().state);
        let who = Who::order(&order, categories(state, &order).await?);
        let back = OrderAt::new(slug, code, secret).path();
        Self::new(state, who, open, OrderAnswers::new(slug, code, secret).path(), back).await
    }

    async fn of_attendee(state: &web::State, visit: &Visit, secret: &str) -> Result<Self, Fault> {
        let attendee = my::load(state, visit, secret).await?;
        let slug = &visit.congress()?.slug;
        let open = may_answer(attendee.row().state);
        let back = My::new(slug, secret).path();
        Self::new(state, Who::attendee(&attendee), open, MyAnswers::new(slug, secret).path(), back).await
    }

    fn page(&self, visit: &Visit, fields: &Fields, faults: &Faults, notice: Option<String>) -> Answer {
        let scene = Scene::of(visit)?;
        let of = self.who.respondent(visit.now);
        let asked: Vec<Shown> = asked(&self.questions, &of, fields, &self.given);
        let order = self.who.used_for == UsedFor::Order;
        let title = scene.t(if order { "portal-answers-of-order" } else { "portal-answers" });
        let (here, back) = (&*self.here, &*self.back);
        let page = AnswerPage { title: &title, here, back, asked: &asked, fields, faults, notice };
        let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        Ok((status, public_page(visit, &title, page::answers::main(scene, &page))).into_response())
    }

    /// Whether they can answer at all.
    fn check_open(&self, visit: &Visit) -> Result<(), Fault> {
        if self.open && visit.now < visit.congress()?.ends_at { Ok(()) } else { Err(RegistrationError::Closed.into()) }
    }

    fn show(&self, visit: &Visit) -> Answer {
        self.check_open(visit)?;
        self.page(visit, &fields(&self.questions, &self.given), &Faults::new(), None)
    }

    async fn save(&self, state: &web::State, visit: &Visit, sent: &Fields) -> Answer {
        let of = self.who.respondent(visit.now);
        let asked = asked(&self.questions, &of, sent, &self.given);
        if self.open && has_new(&asked, sent) {
            return self.page(visit, sent, &Faults::new(), Some(visit.words.t("portal-answers-more")));
        }
        let flash = match change(&state.store, &self.who, None, &typed(sent)).await {
            Ok(true) => Flash::success(visit.words.t("portal-answers-saved")),
            Ok(false) => Flash::info(visit.words.t("portal-answers-same")),
            Err(RegistrationError::Answers(wrong)) => {
                let wrong = wrong.iter().map(|fault| (fault.question.as_str(), &fault.wrong));
                let faults = faults(wrong, &asked, |view| label(visit.words, view));
                return self.page(visit, sent, &faults, None);
            }
            Err(error) => refusal(visit.words, error)?,
        };
        self.go_back(visit, flash, &self.back).await
    }

    async fn hand_in(&self, state: &web::State, visit: &Visit, question: &str, sent: HandedIn) -> Answer {
        let none = Wrong { message: "question-fault-file-missing", values: vec![] };
        let Some((name, content)) = sent.file else { return self.file_fault(visit, question, &none) };
        match attach(&state.store, &self.who, question, &name, &content).await {
            Ok(()) => self.go_back(visit, Flash::success(visit.words.t("portal-answers-saved")), &self.here).await,
            Err(RegistrationError::Answers(wrong)) if !wrong.is_empty() => {
                self.file_fault(visit, question, &wrong[0].wrong)
            }
            Err(error) => self.go_back(visit, refusal(visit.words, error)?, &self.back).await,
        }
    }

    fn file_fault(&self, visit: &Visit, question: &str, wrong: &Wrong) -> Answer {
        let mut faults = Faults::new();
        faults.add_with(about_field(question), wrong.message, &web::problem::args(&wrong.values));
        self.page(visit, &fields(&self.questions, &self.given), &faults, None)
    }

    async fn take_back(&self, state: &web::State, visit: &Visit, question: &str) -> Answer {
        let flash = match detach(&state.store, &self.who, question).await {
            Ok(()) => Flash::success(visit.words.t("portal-answers-file-removed")),
            Err(error) => refusal(visit.words, error)?,
        };
        self.go_back(visit, flash, &self.here).await
    }

    async fn go_back(&self, visit: &Visit, flash: Flash, to: &str) -> Answer {
        flash.leave(visit).await?;
        Ok(Redirect::to(to).into_response())
    }

    async fn file(&self, state: &web::State, question: &str) -> Answer {
        let found = self.questions.iter().find(|view| view.row.slug == question).ok_or_else(Fault::not_found)?;
        download(state, self.who.holder, found).await
    }
}

/// A file as an attachment: nothing of it is shown in the site's own name.
async fn download(state: &web::State, holder: Uuid, question: &QuestionView) -> Result<Response, Fault> {
    let (_, file) = file(state.store.read(), holder, question.row.id).await?.ok_or_else(Fault::not_found)?;
    let kind = FileKind::from_media_type(&file.media_type).ok_or_else(Fault::not_found)?;
    let name = format!("{}.{}", question.row.slug, kind.ending());
    Ok(web::download(kind.media_type(), &name, file.content))
}

/// The tickets of an order that are held.
async fn categories(state: &web::State, order: &Order<Manage>) -> Result<Vec<Uuid>, Fault> {
    let view = registration::query::order::view(state.store.read(), order.row().clone()).await?;
    Ok(view.attendees.iter().filter(|a| may_answer(a.attendee.state)).map(|a| a.attendee.category_id).collect())
}

pub async fn show_order(State(state): State<web::State>, visit: Visit, Path(at): Path<OrderAnswers>) -> Answer {
    Sheet::of_order(&state, &visit, &at.code, &at.secret).await?.show(&visit)
}

pub async fn save_order(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAnswers>,
    sent: Fields,
) -> Answer {
    Sheet::of_order(&state, &visit, &at.code, &at.secret).await?.save(&state, &visit, &sent).await
}

pub async fn order_file(State(state): State<web::State>, visit: Visit, Path(at): Path<OrderAnswerFile>) -> Answer {
    Sheet::of_order(&state, &visit, &at.code, &at.secret).await?.file(&state, &at.question).await
}

pub async fn hand_in_order(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAnswerFile>,
    sent: HandedIn,
) -> Answer {
    Sheet::of_order(&state, &visit, &at.code, &at.secret).await?.hand_in(&state, &visit, &at.question, sent).await
}

pub async fn take_back_order(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAnswerFileRemoval>,
) -> Answer {
    Sheet::of_order(&state, &visit, &at.code, &at.secret).await?.take_back(&state, &visit, &at.question).await
}

pub async fn show_my(State(state): State<web::State>, visit: Visit, Path(at): Path<MyAnswers>) -> Answer {
    Sheet::of_attendee(&state, &visit, &at.secret).await?.show(&visit)
}

pub async fn save_my(State(state): State<web::State>, visit: Visit, Path(at): Path<MyAnswers>, sent: Fields) -> Answer {
    Sheet::of_attendee(&state, &visit, &at.secret).await?.save(&state, &visit, &sent).await
}

pub async fn my_file(State(state): State<web::State>, visit: Visit, Path(at): Path<MyAnswerFile>) -> Answer {
    Sheet::of_attendee(&state, &visit, &at.secret).await?.file(&state, &at.question).await
}

pub async fn hand_in_my(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<MyAnswerFile>,
    sent: HandedIn,
) -> Answer {
    Sheet::of_attendee(&state, &visit, &at.secret).await?.hand_in(&state, &visit, &at.question, sent).await
}

pub async fn take_back_my(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<MyAnswerFileRemoval>,
) -> Answer {
    Sheet::of_attendee(&state, &visit, &at.secret).await?.take_back(&state, &visit, &at.question).await
}
