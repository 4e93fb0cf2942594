//! Calls: handing in behind a mailed link, deciding, announcing, confirming.

mod browserless;
mod decide;
mod desk;
mod late;
mod picture;
mod question;
mod speaker;
mod table;

use crate::kit::App;
use crate::kit::actor::Client;
use base::{Actor, Text, Uuid};
use chrono::TimeDelta;
use congress::entity::congress::Model as Congress;
use programme::entity::{call, call_link, session_type, speaker as speaker_table, submission};
use programme::load::{speaker_by_link, speaker_secret, submission_for_staff};
use programme::rules::transition::State as To;
use programme::service::call::{CallForm, NewLink, add, add_link};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

/// A congress with a call for talks that is open for ten days.
pub async fn open(app: &App) -> (Congress, call::Model) {
    let congress = app.congress("owl", 10).await;
    let tx = app.store.begin().await.unwrap();
    let id = tx.id();
    let kind = session_type::ActiveModel {
        id: Set(id),
        congress_id: Set(congress.id),
        slug: Set("talk".into()),
        name: Set(Text::new("Vortrag", "Talk").into()),
        minutes: Set(Some(20)),
        position: Set(1),
        seamless: Set(false),
        target: Set(None),
    };
    session_type::Entity::insert(kind).exec_without_returning(&*tx).await.unwrap();
    tx.commit().await.unwrap();
    let call = add(&app.store, &Actor::system(), congress.id, app.store.chance().opaque_id(), form(app, id)).await;
    (congress, call.unwrap())
}

pub fn form(app: &App, kind: Uuid) -> CallForm {
    CallForm {
        kind: call::Kind::Session,
        title: Text::new("Vorträge", "Talks"),
        lead: Text::new("Zeigen Sie, **was geht**.", ""),
        thanks: Text::new("Danke!", "Thanks!"),
        opens_at: None,
        closes_at: Some(app.store.now() + TimeDelta::days(10)),
        languages: vec!["de".into(), "en".into()],
        abstract_max: 100,
        description_max: 300,
        biography_max: 200,
        remind_days: vec![7, 14],
        published: true,
        types: vec![(kind, 20)],
        tracks: vec![],
    }
}

/// Asks for the link, and gives the path in the mail.
pub async fn ask(app: &App, email: &str) -> String {
    app.guest().post_form("/owl/call/vortraege", &[("email", email)]).await.expect(303);
    app.deliver().await;
    let mail = app.smtp.mails().into_iter().rev().find(|mail| mail.to == email).expect("a mail");
    path_in(&words(&mail), "/submissions/")
}

/// What a mail says, as people read it.
pub fn words(mail: &crate::kit::smtp::Received) -> String {
    let message = mail_parser::MessageParser::default().parse(&mail.data).expect("a mail");
    message.body_text(0).expect("a text").into_owned()
}

/// The path of the first link with this in it.
pub fn path_in(text: &str, part: &str) -> String {
    let url = text.split_whitespace().map(|word| word.trim_matches(|c| "()<>".contains(c)));
    let url =
        url.filter(|word| word.contains("://")).find(|word| word.contains(part)).unwrap_or_else(|| panic!("{text}"));
    url.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| rest[at..].to_owned())).unwrap()
}

/// The form as the page shows it, with these values in it.
pub async fn typed(client: &Client, path: &str, values: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = client.get(path).await.expect(200);
    let seen = page.attributes("#entwurf input[name=seen]", "value").remove(0);
    let whole = [
        ("seen", seen.as_str()),
        ("title", "Was Daten können"),
        ("type", "talk"),
        ("language", "de"),
        ("abstract", "Drei Beispiele aus **Lemgo**."),
        ("description", ""),
        ("name", "Lea Nolte"),
        ("organisation", "Stadt Lemgo"),
        ("biography-de", "Leitet das Amt."),
        ("biography-en", ""),
        ("deed", "save"),
    ];
    let mut all: Vec<(String, String)> = whole.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    for (name, value) in values {
        all.retain(|(n, _)| n != name);
        all.push(((*name).to_owned(), (*value).to_owned()));
    }
    all
}

pub async fn send(client: &Client, path: &str, fields: &[(String, String)]) -> crate::kit::actor::Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    client.post_form(path, &fields).await
}

/// Hands in, and gives its page and itself.
pub async fn handed_in(app: &App, email: &str) -> (String, submission::Model) {
    Box::pin(handed(app, email)).await
}

async fn handed(app: &App, email: &str) -> (String, submission::Model) {
    let path = ask(app, email).await;
    let client = app.guest();
    let fields = typed(&client, &path, &[("deed", "hand-in")]).await;
    send(&client, &path, &fields).await.expect(303);
    app.deliver().await;
    let code = path.split('/').nth(3).unwrap().to_owned();
    let row = by_code(app, &code).await;
    assert_eq!(row.state, submission::State::Submitted);
    (path, row)
}

pub async fn by_code(app: &App, code: &str) -> submission::Model {
    let find = submission::Entity::find().filter(submission::Column::Code.eq(code));
    find.one(app.store.read()).await.unwrap().unwrap()
}

/// How many mails of this kind there are.
pub async fn mails(app: &App, kind: &str) -> i64 {
    app.count(&format!("SELECT count(*) FROM message WHERE kind = 'programme.{kind}'")).await
}

/// Something of everything that stands behind an address.
pub struct Something {
    pub call: call::Model,
    pub submission: submission::Model,
    pub speaker: speaker_table::Model,
    pub link: call_link::Model,
}

/// A call of this congress, something handed in that was accepted, by somebody with a picture, and a late link.
pub async fn something(app: &App, congress: Uuid) -> Something {
    use programme::service::submission::{decide, hand_in, picture as pictures};
    let actor = Actor::system();
    let kinds = programme::query::call::types(app.store.read(), congress).await.unwrap();
    let call = add(&app.store, &actor, congress, app.store.chance().opaque_id(), form(app, kinds[0].id)).await.unwrap();
    let new = hand_in::ForSomebody {
        id: app.store.chance().opaque_id(),
        email: "lea@walk.example".into(),
        language: base::Language::De,
        typed: programme::service::submission::draft::Typed {
            title: "Was Daten können".into(),
            abstract_text: "Kurz.".into(),
            language: "de".into(),
            type_id: Some(kinds[0].id),
            name: "Lea Nolte".into(),
            ..Default::default()
        },
        tell: true,
    };
    let row = hand_in::hand_in_for(&app.store, &actor, &call, new).await.unwrap();
    let loaded = submission_for_staff(app.store.read(), &actor, congress, &row.code).await.unwrap();
    decide::at_once(&app.store, &loaded, &decide::seen(&row), To::Accepted, "").await.unwrap();
    let speaker = speaker_table::Entity::find().filter(speaker_table::Column::MailboxId.eq(row.mailbox_id));
    let speaker = speaker.one(app.store.read()).await.unwrap().unwrap();
    let key = &app.program.state.link_key;
    let (id, secret) = (speaker.id.to_string(), speaker_secret(key, &speaker));
    let own = speaker_by_link(app.store.read(), key, congress, &id, &secret).await.unwrap();
    pictures::keep(&app.store, &own, picture::written(300, 300, image::ImageFormat::Png)).await.unwrap();
    let new = NewLink { id: app.store.chance().opaque_id(), uses: 3, until: None, note: String::new() };
    let link = add_link(&app.store, &actor, &call, new).await.unwrap();
    app.run_jobs().await;
    Something { submission: by_code(app, &row.code).await, call, speaker, link }
}
