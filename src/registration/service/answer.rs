//! What orders and attendees answer.

use super::order::hold;
use crate::entity::attendee;
use crate::error::AnswerFault;
use crate::form::OrderForm;
use crate::load::{Attendee, Manage, Order};
use crate::{Event, RegistrationError, rules};
use base::actor::ActorKind;
use base::{Actor, Permission, Time, Uuid};
use congress::entity::question::{Kind, UsedFor};
use congress::query::question::{QuestionView, given, questions_held};
use congress::rules::file::{FileKind, called};
use congress::rules::question::{Given, Need, Respondent, Typed, applies, is_open, settle};
use congress::service::answer::{self, Holder};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::BTreeSet;
use store::{Store, Tx, record};
use ticketing::query::CategoryView;
use web::form::Seen;

/// Whose answers they are, as they are kept.
pub const ORDER: &str = "order";
pub const ATTENDEE: &str = "attendee";

/// The answers of an order that is being placed.
#[derive(Debug, Default)]
pub(super) struct Answers {
    order: Given,
    attendees: Vec<Given>,
}

/// What is to be kept of the answers that come with an order. On the page all that is required must be answered, and what
/// does not apply is ignored; programs may leave everything out, and are told what is not asked; staff add answers later.
pub(super) async fn check(
    tx: &Tx,
    congress: Uuid,
    form: &OrderForm,
    chosen: &[&CategoryView],
) -> Result<Answers, RegistrationError> {
    use crate::entity::order::Source;
    let questions = questions_held(tx, congress).await?;
    let need = match form.source {
        Source::Web => Need::Required,
        Source::Api => Need::Strict,
        Source::Desk | Source::Import | Source::Demo => Need::Nothing,
    };
    answers_of(&questions, form, chosen, need, tx.now()).map_err(RegistrationError::Answers)
}

fn answers_of(
    questions: &[QuestionView],
    form: &OrderForm,
    chosen: &[&CategoryView],
    need: Need,
    now: Time,
) -> Result<Answers, Vec<AnswerFault>> {
    let mut faults = vec![];
    let mut one = |attendee: Option<usize>, used_for, categories: &[Uuid], typed: &Typed, need| {
        let of = Respondent { used_for, categories, at: Some(now), sensitive: true };
        settle(questions, &of, typed, &Given::new(), need).unwrap_or_else(|wrong| {
            let fault = |(question, wrong)| AnswerFault { attendee, question, wrong };
            faults.extend(wrong.into_iter().map(fault));
            Given::new()
        })
    };
    let categories: Vec<Uuid> = chosen.iter().map(|view| view.category.id).collect();
    let order = one(None, UsedFor::Order, &categories, &form.answers, need);
    let people = form.attendees.iter().zip(&categories).enumerate();
    let attendees = people.map(|(n, (typed, category))| {
        // Whoever takes a place without a name answers on their own page.
        let need = if typed.nameless && need == Need::Required { Need::Nothing } else { need };
        one(Some(n), UsedFor::Attendee, &[*category], &typed.answers, need)
    });
    let answers = Answers { order, attendees: attendees.collect() };
    if faults.is_empty() { Ok(answers) } else { Err(faults) }
}

impl Answers {
    /// Writes them down, with as few statements as there are hundreds of them.
    pub(super) async fn write(
        self,
        tx: &Tx,
        order: &crate::entity::order::Model,
        attendees: &[attendee::Model],
    ) -> Result<(), RegistrationError> {
        let people = attendees.iter().map(|row| Holder { kind: ATTENDEE, id: row.id }).zip(self.attendees);
        let all: Vec<(Holder, Given)> =
            std::iter::once((Holder { kind: ORDER, id: order.id }, self.order)).chain(people).collect();
        Ok(answer::insert(tx, order.congress_id, &all).await?)
    }
}

/// What a form about the answers of an order or of an attendee goes by.
#[derive(Clone, Debug)]
pub struct Who {
    pub used_for: UsedFor,
    pub holder: Uuid,
    pub congress: Uuid,
    pub order: Uuid,
    /// The ticket; the tickets of the order that are held.
    pub categories: Vec<Uuid>,
    pub actor: Actor,
}

impl Who {
    /// An order by its own questions; `categories`: of the tickets in it.
    pub fn order(order: &Order<Manage>, categories: Vec<Uuid>) -> Self {
        let row = order.row();
        Self {
            used_for: UsedFor::Order,
            holder: row.id,
            congress: row.congress_id,
            order: row.id,
            categories,
            actor: order.actor().clone(),
        }
    }

    pub fn attendee(attendee: &Attendee) -> Self {
        let row = attendee.row();
        Self {
            used_for: UsedFor::Attendee,
            holder: row.id,
            congress: row.congress_id,
            order: row.order_id,
            categories: vec![row.category_id],
            actor: attendee.actor().clone(),
        }
    }

    /// Whoever holds the link answers for themselves; of staff only who may know what is sensitive reads it.
    pub fn respondent(&self, now: Time) -> Respondent<'_> {
        let own = matches!(self.actor.kind, ActorKind::Holder(_));
        Respondent {
            used_for: self.used_for,
            categories: &self.categories,
            at: own.then_some(now),
            sensitive: own || self.actor.may(Permission::SensitiveRead, self.congress),
        }
    }

    fn need(&self) -> Need {
        if matches!(self.actor.kind, ActorKind::Holder(_)) { Need::Required } else { Need::Nothing }
    }

    fn kept_as(&self) -> Holder {
        let kind = if self.used_for == UsedFor::Order { ORDER } else { ATTENDEE };
        Holder { kind, id: self.holder }
    }
}

/// What the form showed: the answers that whoever looks may know.
pub fn seen(questions: &[QuestionView], of: &Respondent<'_>, given: &Given) -> Seen {
    let hidden = |id: &Uuid| questions.iter().any(|q| q.row.id == *id && q.row.sensitive && !of.sensitive);
    Seen::of(&given.iter().filter(|(id, _)| !hidden(id)).collect::<Vec<_>>())
}

/// Changes the answers of an order or of an attendee. Whoever holds the link changes what is still open, and answers all
/// that is required; staff change what they may know of, at any time. Answers that no longer apply are deleted. Possible
/// until the congress is over, unless everything was cancelled. Whether anything changed is what it gives; if somebody
/// else changed answers in the meantime, nothing is changed.
pub async fn change(store: &Store, who: &Who, shown: Option<&Seen>, typed: &Typed) -> Result<bool, RegistrationError> {
    let tx = store.begin().await?;
    let questions = questions_held(&tx, who.congress).await?;
    hold_open(&tx, who).await?;
    let before = given(&tx, who.holder).await?;
    let of = who.respondent(tx.now());
    let wrong = |faults: Vec<_>| {
        let fault = |(question, wrong)| AnswerFault { attendee: None, question, wrong };
        RegistrationError::Answers(faults.into_iter().map(fault).collect())
    };
    let mut after = settle(&questions, &of, typed, &before, who.need()).map_err(wrong)?;
    keep_retired(&questions, who.used_for, &before, &mut after);
    if after == before {
        return Ok(false);
    }
    if let Some(shown) = shown
        && *shown != seen(&questions, &of, &before)
    {
        return Err(web::form::Stale.into());
    }
    let changed = answer::write(&tx, who.congress, who.kept_as(), &before, &after).await?;
    record_answered(&tx, who, &questions, &changed).await?;
    tx.commit().await?;
    Ok(true)
}

/// Hands a file in as the answer to a question, in place of one before.
pub async fn attach(
    store: &Store,
    who: &Who,
    question: &str,
    name: &str,
    content: &[u8],
) -> Result<(), RegistrationError> {
    let fault = |message| {
        let wrong = congress::rules::question::Wrong { message, values: vec![] };
        RegistrationError::Answers(vec![AnswerFault { attendee: None, question: question.to_owned(), wrong }])
    };
    let kind: FileKind = congress::rules::file::check_file(content).map_err(fault)?;
    let tx = store.begin().await?;
    let questions = questions_held(&tx, who.congress).await?;
    hold_open(&tx, who).await?;
    let before = given(&tx, who.holder).await?;
    let view = open_file(&questions, who, &before, question, tx.now())?;
    answer::attach(&tx, who.congress, who.kept_as(), view.row.id, &called(name, kind), (kind, content)).await?;
    record_answered(&tx, who, &questions, &[view.row.id]).await?;
    Ok(tx.commit().await?)
}

/// Takes a file back.
pub async fn detach(store: &Store, who: &Who, question: &str) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let questions = questions_held(&tx, who.congress).await?;
    hold_open(&tx, who).await?;
    let before = given(&tx, who.holder).await?;
    let view = open_file(&questions, who, &before, question, tx.now())?;
    let mut after = before.clone();
    if after.remove(&view.row.id).is_none() {
        return Ok(());
    }
    let changed = answer::write(&tx, who.congress, who.kept_as(), &before, &after).await?;
    record_answered(&tx, who, &questions, &changed).await?;
    Ok(tx.commit().await?)
}

/// The question after a file, if it is asked of them, and can be answered now.
fn open_file<'a>(
    questions: &'a [QuestionView],
    who: &Who,
    before: &Given,
    slug: &str,
    now: Time,
) -> Result<&'a QuestionView, RegistrationError> {
    let of = who.respondent(now);
    let found = questions.iter().find(|view| view.row.slug == slug && view.row.kind == Kind::File);
    let view = found.filter(|view| applies(view, &of, before, questions)).ok_or(RegistrationError::Unknown)?;
    if view.row.sensitive && !of.sensitive {
        return Err(RegistrationError::Unknown);
    }
    if !is_open(view, &of, before.contains_key(&view.row.id)) {
        return Err(RegistrationError::Closed);
    }
    Ok(view)
}

/// Holds the order while it, or the attendee, can still answer: not cancelled, and the congress is not over.
async fn hold_open(tx: &Tx, who: &Who) -> Result<(), RegistrationError> {
    let order = hold(tx, who.order).await?;
    let congress = congress::query::by_id(tx, who.congress).await?.ok_or(RegistrationError::Unknown)?;
    let open = match who.used_for {
        UsedFor::Order => rules::may_answer_order(order.state),
        UsedFor::Attendee => {
            let row = attendee::Entity::find().filter(attendee::Column::Id.eq(who.holder)).one(&**tx).await?;
            rules::may_answer(row.ok_or(RegistrationError::Unknown)?.state)
        }
    };
    if open && tx.now() < congress.ends_at { Ok(()) } else { Err(RegistrationError::Closed) }
}

/// Answers to questions that are no longer asked stay until their time is over.
fn keep_retired(questions: &[QuestionView], used_for: UsedFor, before: &Given, after: &mut Given) {
    let retired: BTreeSet<Uuid> =
        questions.iter().filter(|q| !q.row.active && q.row.used_for == used_for).map(|q| q.row.id).collect();
    let kept = before.iter().filter(|(id, _)| retired.contains(id));
    after.extend(kept.map(|(id, value)| (*id, value.clone())));
}

async fn record_answered(
    tx: &Tx,
    who: &Who,
    questions: &[QuestionView],
    changed: &[Uuid],
) -> Result<(), RegistrationError> {
    let slugs = questions.iter().filter(|view| changed.contains(&view.row.id)).map(|view| view.row.slug.clone());
    let attendee = (who.used_for == UsedFor::Attendee).then_some(who.holder);
    let event = Event::Answered { congress: who.congress, order: who.order, attendee, questions: slugs.collect() };
    Ok(record(tx, &who.actor, event).await?)
}

/// Deletes what an attendee answered to questions that are not asked of their new category. The caller holds the questions,
/// then the order.
pub(super) async fn keep_what_applies(
    tx: &Tx,
    questions: &[QuestionView],
    row: &attendee::Model,
    category: Uuid,
) -> Result<(), RegistrationError> {
    let before = given(tx, row.id).await?;
    if before.is_empty() {
        return Ok(());
    }
    let categories = [category];
    let of = Respondent { used_for: UsedFor::Attendee, categories: &categories, at: None, sensitive: true };
    let mut after = Given::new();
    for view in questions {
        if let Some(value) = before.get(&view.row.id)
            && (!view.row.active || applies(view, &of, &after, questions))
        {
            after.insert(view.row.id, value.clone());
        }
    }
    answer::write(tx, row.congress_id, Holder { kind: ATTENDEE, id: row.id }, &before, &after).await?;
    Ok(())
}

/// Deletes all that an attendee answered: somebody else takes the ticket over. The caller holds the order.
pub async fn forget_attendee(tx: &Tx, row: &attendee::Model) -> Result<(), RegistrationError> {
    let before = given(tx, row.id).await?;
    let holder = Holder { kind: ATTENDEE, id: row.id };
    answer::write(tx, row.congress_id, holder, &before, &Given::new()).await?;
    Ok(())
}
