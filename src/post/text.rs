//! The words of mails that a congress says its own way, and kinds of mails that it keeps back.

use crate::compose::{Compose, ComposeError, Composers, Draft, Due, compose};
use crate::entity::mail_hold;
use crate::entity::mail_text::{self, OwnWords};
use crate::entity::message::{self, State};
use crate::event::Event;
use crate::secret::without_secrets;
use crate::service::{NewMessage, enqueue};
use crate::template::{self, Letter};
use crate::{PostError, Stream};
use base::{Actor, Language, Time, Uuid};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use store::{Conn, Store, Tx, record};

/// A mail that shows somebody of the office how words look.
pub const TRIAL_MAIL: &str = "post.trial";
/// How many who got such a mail are offered to look as one of them.
const OFFERED: u64 = 20;

/// Mails that are no congress's own to word: they let people in, or are worded whole.
const OTHERS: [&str; 3] = ["identity/login", "identity/password", "campaign/letter"];

/// The mails that a congress may word: `registration/order`.
pub fn templates() -> impl Iterator<Item = &'static str> {
    template::names().filter(|name| !OTHERS.contains(name))
}

/// The template by the name that addresses and the outbox have for it: `registration.order`.
pub fn template_of(kind: &str) -> Option<&'static str> {
    templates().find(|template| kind_of(template) == kind)
}

/// What the outbox calls mails by this template. (Some templates serve other kinds as well.)
pub fn kind_of(template: &str) -> String {
    template.replace('/', ".")
}

/// The words that a congress has for a mail, and of which version. Version 0: none but the template's.
pub async fn own(conn: &Conn, congress: Uuid, template: &str, language: Language) -> Result<(i32, OwnWords), DbErr> {
    let newest = versions_of(congress, template, language).one(conn).await?;
    Ok(newest.map_or((0, OwnWords::default()), |row| (row.version, row.words)))
}

/// All that was saved of a mail in a language, the newest first.
pub async fn versions(
    conn: &Conn,
    congress: Uuid,
    template: &str,
    language: Language,
) -> Result<Vec<mail_text::Model>, DbErr> {
    versions_of(congress, template, language).all(conn).await
}

fn versions_of(congress: Uuid, template: &str, language: Language) -> sea_orm::Select<mail_text::Entity> {
    mail_text::Entity::find()
        .filter(mail_text::Column::CongressId.eq(congress))
        .filter(mail_text::Column::Template.eq(template))
        .filter(mail_text::Column::Language.eq(language.tag()))
        .order_by_desc(mail_text::Column::Version)
}

/// How a congress has a mail.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// In which languages some of it is worded its own way.
    pub own: Vec<Language>,
    /// Since when it is kept back.
    pub held_since: Option<Time>,
    /// How many of them are held.
    pub held: i64,
}

/// How a congress has each mail, by template. Three statements.
pub async fn standing(conn: &Conn, congress: Uuid) -> Result<BTreeMap<&'static str, Standing>, DbErr> {
    let mut all: BTreeMap<&'static str, Standing> = templates().map(|name| (name, Standing::default())).collect();
    let texts = mail_text::Entity::find()
        .filter(mail_text::Column::CongressId.eq(congress))
        .order_by_asc(mail_text::Column::Version)
        .all(conn)
        .await?;
    for row in texts {
        let (Some(of), Ok(language)) = (all.get_mut(row.template.as_str()), row.language.parse::<Language>()) else {
            continue;
        };
        // The highest version comes last.
        of.own.retain(|known| *known != language);
        if !row.words.0.is_empty() {
            of.own.push(language);
        }
    }
    for row in mail_hold::Entity::find().filter(mail_hold::Column::CongressId.eq(congress)).all(conn).await? {
        if let Some(of) = all.get_mut(row.template.as_str()) {
            of.held_since = Some(row.held_at);
        }
    }
    for (kind, state, n) in crate::query::kinds(conn, congress, "").await? {
        if let Some(of) = template_of(&kind).and_then(|template| all.get_mut(template))
            && state == State::Held
        {
            of.held = n;
        }
    }
    Ok(all)
}

/// Words a mail anew from now on, all of it in one language; what is empty is said nowhere, what is not named is said as the
/// template says it. `seen`: the version that was shown; saved meanwhile by somebody else, it is [`PostError::Changed`]. That the
/// words may stand there, [`template::check`] has told.
pub async fn save(
    store: &Store,
    actor: &Actor,
    (congress, template, language): (Uuid, &'static str, Language),
    seen: i32,
    words: OwnWords,
) -> Result<(), PostError> {
    let tx = store.begin().await?;
    if own(&tx, congress, template, language).await?.0 != seen {
        return Err(PostError::Changed);
    }
    let (id, version) = (tx.id(), seen.saturating_add(1));
    if !add(&tx, id, (congress, template, language), version, words).await? {
        return Err(PostError::Changed);
    }
    record(&tx, actor, Event::TextSaved { congress, text: id, template: template.to_owned(), language, version })
        .await?;
    tx.commit().await?;
    Ok(())
}

/// `false`: this version is there already.
async fn add(
    tx: &Tx,
    id: Uuid,
    (congress, template, language): (Uuid, &str, Language),
    version: i32,
    words: OwnWords,
) -> Result<bool, DbErr> {
    use mail_text::Column as C;
    let row = mail_text::ActiveModel {
        id: Set(id),
        congress_id: Set(congress),
        template: Set(template.to_owned()),
        language: Set(language.tag().to_owned()),
        version: Set(version),
        words: Set(words),
        saved_at: Set(tx.now()),
    };
    let once = OnConflict::columns([C::CongressId, C::Template, C::Language, C::Version]).do_nothing().to_owned();
    added(mail_text::Entity::insert(row).on_conflict(once).exec_without_returning(&**tx).await)
}

fn added(result: Result<u64, DbErr>) -> Result<bool, DbErr> {
    match result {
        Ok(n) => Ok(n == 1),
        Err(DbErr::RecordNotInserted) => Ok(false),
        Err(e) => Err(e),
    }
}

/// Takes the words of a congress along into another, as its first version; a part of the transaction that makes it.
pub async fn copy(tx: &Tx, from: Uuid, to: Uuid) -> Result<(), DbErr> {
    for template in templates() {
        for language in Language::ALL {
            let (_, words) = own(tx, from, template, language).await?;
            if !words.0.is_empty() {
                add(tx, tx.id(), (to, template, language), 1, words).await?;
            }
        }
    }
    Ok(())
}

/// Keeps a kind of mail back from now on, or no longer. What is written meanwhile is held, until somebody releases it; what was
/// released goes, also while its kind is kept back.
pub async fn hold(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    template: &'static str,
    held: bool,
) -> Result<(), PostError> {
    use mail_hold::Column as C;
    let tx = store.begin().await?;
    let changed = if held {
        let row = mail_hold::ActiveModel {
            id: Set(tx.id()),
            congress_id: Set(congress),
            template: Set(template.to_owned()),
            held_at: Set(tx.now()),
        };
        let once = OnConflict::columns([C::CongressId, C::Template]).do_nothing().to_owned();
        added(mail_hold::Entity::insert(row).on_conflict(once).exec_without_returning(&*tx).await)?
    } else {
        let rows = mail_hold::Entity::delete_many().filter(C::CongressId.eq(congress)).filter(C::Template.eq(template));
        rows.exec(&*tx).await?.rows_affected == 1
    };
    if changed {
        record(&tx, actor, Event::KindHeld { congress, template: template.to_owned(), held }).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Whether a congress keeps such mails back.
pub async fn is_held(conn: &Conn, congress: Uuid, template: &str) -> Result<bool, DbErr> {
    let find = mail_hold::Entity::find()
        .filter(mail_hold::Column::CongressId.eq(congress))
        .filter(mail_hold::Column::Template.eq(template));
    Ok(find.one(conn).await?.is_some())
}

/// Somebody who got such a mail.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Recipient {
    /// The mail.
    pub id: Uuid,
    pub to_address: String,
    pub to_name: String,
}

/// Who got such a mail last, the newest first.
pub async fn recipients(conn: &Conn, congress: Uuid, template: &str) -> Result<Vec<Recipient>, DbErr> {
    message::Entity::find()
        .select_only()
        .columns([message::Column::Id, message::Column::ToAddress, message::Column::ToName])
        .filter(message::Column::CongressId.eq(congress))
        .filter(message::Column::Kind.eq(kind_of(template)))
        .order_by_desc(message::Column::CreatedAt)
        .order_by_desc(message::Column::Id)
        .limit(OFFERED)
        .into_model()
        .all(conn)
        .await
}

/// A mail as it is looked at.
#[derive(Clone, Debug)]
pub struct Looked {
    pub letter: Letter,
    /// Which pieces of the template it says.
    pub said: BTreeSet<usize>,
}

/// A mail as one who got it would get it in these words: written from the facts as they are now, without codes and without the
/// secrets of links. Why not, where it cannot be written.
pub async fn look(
    store: &Store,
    composers: &Composers,
    congress: Uuid,
    mail: Uuid,
    language: Language,
    words: &OwnWords,
) -> Result<Result<Looked, String>, PostError> {
    let find = message::Entity::find_by_id(mail).filter(message::Column::CongressId.eq(congress));
    let row = find.one(store.read()).await?.ok_or(PostError::Unknown)?;
    let due = Due { language, ..Due::from(&row) };
    let draft = match composers.looked_at(store, due).await {
        Ok(draft) => tried(draft, words.clone()),
        Err(ComposeError::Gone(why) | ComposeError::Retry(why) | ComposeError::GiveUp(why)) => return Ok(Err(why)),
    };
    let letter = template::render_with(language, &draft, mail, words);
    let said = template::said(language, &draft, words);
    Ok(letter.map(|letter| Looked { letter: closed(letter), said }).map_err(|e| e.reason))
}

/// A mail that is only looked at: no code of it admits anybody.
fn tried(mut draft: Draft, words: OwnWords) -> Draft {
    draft.attachments.clear();
    draft.appointment = None;
    for ticket in &mut draft.tickets {
        ticket.qr_png = None;
    }
    draft.trial = Some(words);
    draft
}

/// Without the secrets of its links.
pub(crate) fn closed(letter: Letter) -> Letter {
    Letter { text: without_secrets(&letter.text), html: without_secrets(&letter.html), ..letter }
}

/// What is tried.
#[derive(Serialize, Deserialize)]
struct Trial {
    /// The mail that is looked at as its recipient would.
    mail: Uuid,
    words: OwnWords,
}

/// Somebody of the office, who looks how words come out.
pub struct Reader {
    pub address: String,
    pub name: String,
}

/// Sends somebody of the office a mail in these words, as one who got it would get it: marked as a trial, without codes and
/// without the secrets of links. The same `request` sends one.
pub async fn send_trial(
    tx: &Tx,
    (congress, mail, language): (Uuid, Uuid, Language),
    words: OwnWords,
    to: Reader,
    request: Uuid,
) -> Result<(), PostError> {
    let known = message::Entity::find_by_id(mail).filter(message::Column::CongressId.eq(congress)).one(&**tx).await?;
    known.ok_or(PostError::Unknown)?;
    let new = NewMessage {
        congress_id: Some(congress),
        kind: TRIAL_MAIL,
        cause: format!("trial:{request}"),
        mailbox_id: None,
        about_id: None,
        to_address: to.address,
        to_name: to.name,
        language,
        payload: json!(Trial { mail, words }),
        bulk: false,
    };
    enqueue(tx, new).await.map(|_| ())
}

/// With who writes trials: whoever writes the mail that is tried.
pub fn with_trials(composers: Composers) -> Composers {
    let others = composers.clone();
    composers.with_stream(TRIAL_MAIL, Stream::Transactional, trial(others))
}

fn trial(composers: Composers) -> Compose {
    compose(move |store, due: Due| {
        let composers = composers.clone();
        async move {
            let trial: Trial =
                serde_json::from_value(due.payload.clone()).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
            let row = message::Entity::find_by_id(trial.mail).one(store.read()).await?;
            let row = row.ok_or_else(|| ComposeError::Gone("the mail that was looked at is gone".into()))?;
            let draft =
                Box::pin(composers.looked_at(&store, Due { language: due.language, ..Due::from(&row) })).await?;
            Ok(tried(draft, trial.words))
        }
    })
}
