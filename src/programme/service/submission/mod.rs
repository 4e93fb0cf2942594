//! What is handed in: begun by a mail address, kept as a draft, handed in, changed, decided on, announced, confirmed.

pub mod announce;
pub mod decide;
pub mod draft;
pub mod hand_in;
pub mod picture;
pub mod profile;
pub mod remind;
mod session;
pub mod speaker;
mod step;

use crate::ProgrammeError;
use crate::entity::submission::{Answers, State};
use crate::entity::{call, call_link, session as table, submission};
use crate::event::call::{CallEvent, What};
use crate::mail;
use crate::rules::call::{Standing, standing};
use crate::rules::transition::{Facts, Why};
use base::{Actor, Language, Time, Uuid};
use congress::entity::code;
use congress::rules::code::{Limits, Unusable};
use identity::service::mailbox::mailbox_for;
use sea_orm::sea_query::{LockType, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};
use store::{Conn, DbErr, Store, Tx, record};

/// The job that lets the project that came of a `submission` follow it.
pub const FOLLOW: &str = "exhibition.submission";

/// Somebody who wants to hand in.
#[derive(Clone, Debug)]
pub struct Begin {
    /// The same twice is one, with one mail.
    pub id: Uuid,
    pub email: String,
    pub language: Language,
    /// The late link by which they came.
    pub link: Option<Uuid>,
}

/// Sends the link by which somebody hands in. Anybody can type any address: nothing is shown before the link is opened.
/// Who has begun and not typed anything yet gets the same one again. A late link holds for whatever its holder has begun for
/// the call, and leads to the newest of it in which something stands.
pub async fn begin(store: &Store, actor: &Actor, row: &call::Model, begin: Begin) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    let congress = congress::query::by_id(&tx, row.congress_id).await?.ok_or(ProgrammeError::Unknown)?;
    let mailbox = mailbox_for(&tx, congress.host_id, &begin.email, begin.language).await?;
    if !is_open(&tx, row, begin.link, false, tx.now()).await? {
        return Err(ProgrammeError::Step(Why::CallClosed));
    }
    let of_theirs = Condition::all()
        .add(submission::Column::CallId.eq(row.id))
        .add(submission::Column::MailboxId.eq(mailbox.id))
        .add(submission::Column::State.eq(State::Draft));
    let find = submission::Entity::find().filter(of_theirs.clone()).order_by_desc(submission::Column::Id);
    let mut drafts = find.all(&*tx).await?;
    if begin.link.is_some() {
        let late = submission::ActiveModel { call_link_id: Set(begin.link), ..Default::default() };
        submission::Entity::update_many().set(late).filter(of_theirs).exec(&*tx).await?;
    }
    let empty = |draft: &submission::Model| {
        [&draft.title, &draft.abstract_text, &draft.description].into_iter().all(String::is_empty)
    };
    let written = drafts.iter().position(|draft| begin.link.is_some() && !empty(draft));
    let begun = written.or_else(|| drafts.iter().position(empty)).map(|at| drafts.swap_remove(at));
    let draft = match begun {
        Some(draft) => draft,
        None => {
            let draft = blank(&tx, row, begin.id, mailbox.id, begin.language, begin.link).await?;
            let once = OnConflict::column(submission::Column::Id).do_nothing().to_owned();
            let insert = submission::Entity::insert(draft.clone().into_active_model()).on_conflict(once);
            match insert.exec_without_returning(&*tx).await {
                Ok(0) | Err(DbErr::RecordNotInserted) => return Ok(tx.rollback().await?),
                other => other?,
            };
            // Who has handed in before finds their name and biography there.
            if let Some(known) = profile::by_mailbox(&tx, row.congress_id, mailbox.id).await? {
                let now = Some(tx.now());
                profile::take_part(&tx, draft.id, known.id, (1, &known.name), (None, now)).await?;
            }
            let what = What::Begun { code: draft.code.clone() };
            record(&tx, actor, CallEvent { congress: congress.id, object: draft.id, what }).await?;
            draft
        }
    };
    mail::link(&tx, &draft, begin.id).await?;
    Ok(tx.commit().await?)
}

/// A draft with nothing in it.
async fn blank(
    tx: &Tx,
    row: &call::Model,
    id: Uuid,
    mailbox: Uuid,
    language: Language,
    link: Option<Uuid>,
) -> Result<submission::Model, DbErr> {
    Ok(submission::Model {
        id,
        congress_id: row.congress_id,
        call_id: row.id,
        code: code(tx, row.congress_id).await?,
        state: State::Draft,
        pending: None,
        edited: false,
        mailbox_id: mailbox,
        mail_language: language.tag().into(),
        link_generation: 1,
        call_link_id: link,
        title: String::new(),
        abstract_text: String::new(),
        description: String::new(),
        language: String::new(),
        type_id: None,
        track_id: None,
        minutes: None,
        do_not_record: false,
        needs: String::new(),
        notes: String::new(),
        wants_stand: false,
        wants_impulse: false,
        power: String::new(),
        screen: String::new(),
        space: String::new(),
        partners: String::new(),
        offers: String::new(),
        seeks: String::new(),
        answers: Answers::default(),
        session_id: None,
        accepted_at: None,
        version: 0,
        search: String::new(),
        created_at: tx.now(),
        submitted_at: None,
        changed_at: tx.now(),
    })
}

/// Six letters and digits that no submission and no session of the congress has.
async fn code(tx: &Tx, congress: Uuid) -> Result<String, DbErr> {
    loop {
        let code = ticket::order_code(tx.chance().bytes::<16>());
        let by = submission::Entity::find().filter(submission::Column::CongressId.eq(congress));
        let taken = by.filter(submission::Column::Code.eq(&code)).one(&**tx).await?.is_some();
        let by = table::Entity::find().filter(table::Column::CongressId.eq(congress));
        if !taken && by.filter(table::Column::Code.eq(&code)).one(&**tx).await?.is_none() {
            return Ok(code);
        }
    }
}

/// Whether a call takes something now: by its dates, or by a late link that holds. `used`: it came in by that link before,
/// and keeps its use.
pub async fn is_open(conn: &Conn, row: &call::Model, link: Option<Uuid>, used: bool, now: Time) -> Result<bool, DbErr> {
    if standing(row.published, row.opens_at, row.closes_at, now) == Standing::Open {
        return Ok(true);
    }
    let Some(link) = link.filter(|_| row.published) else { return Ok(false) };
    let find = call_link::Entity::find_by_id(link).filter(call_link::Column::CallId.eq(row.id));
    let Some(link) = find.one(conn).await? else { return Ok(false) };
    let Some(code) = code::Entity::find_by_id(link.code_id).one(conn).await? else { return Ok(false) };
    Ok(match Limits::from(&code).left(now) {
        Ok(_) => true,
        Err(Unusable::UsedUp) => used,
        Err(Unusable::Ended | Unusable::Expired | Unusable::NotYet(_)) => false,
    })
}

/// How things stand for a submission.
pub async fn facts(
    conn: &Conn,
    row: &submission::Model,
    call: &call::Model,
    now: Time,
) -> Result<Facts, ProgrammeError> {
    let congress = congress::query::by_id(conn, row.congress_id).await?.ok_or(ProgrammeError::Unknown)?;
    Ok(Facts {
        call_open: is_open(conn, call, row.call_link_id, row.version > 0, now).await?,
        over: now >= congress.ends_at,
        pending: row.pending.map(Into::into),
        edited: row.edited,
    })
}

/// Holds a submission until the transaction ends, and gives it as it is.
async fn hold(tx: &Tx, id: Uuid) -> Result<submission::Model, ProgrammeError> {
    let find = submission::Entity::find().filter(submission::Column::Id.eq(id));
    find.lock(LockType::NoKeyUpdate).one(&**tx).await?.ok_or(ProgrammeError::Unknown)
}

/// The call of a submission.
async fn call_of(conn: &Conn, row: &submission::Model) -> Result<call::Model, ProgrammeError> {
    call::Entity::find_by_id(row.call_id).one(conn).await?.ok_or(ProgrammeError::Unknown)
}
