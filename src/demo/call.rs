//! A call that is open, what was handed in, and how far its review is: `content/call.toml`.

use crate::{DemoError, LOGINS};
use ::programme::entity::call::{self, Kind};
use ::programme::entity::call_question::{Choice, Kind as Answered};
use ::programme::entity::review_phase::Others;
use ::programme::entity::session_type;
use ::programme::query::call::questions;
use ::programme::query::review::frame::criteria;
use ::programme::rules::transition::State;
use ::programme::service::call::{CallForm, add as add_call};
use ::programme::service::question::{self, Question};
use ::programme::service::review::assignment::spread_evenly;
use ::programme::service::review::criterion::{self, Criterion};
use ::programme::service::review::judge::{self, Judgement};
use ::programme::service::review::phase::{self, Phase};
use ::programme::service::review::team::{self, Member, Team};
use ::programme::service::submission::decide;
use ::programme::service::submission::draft::Typed;
use ::programme::service::submission::hand_in::{ForSomebody, hand_in_for};
use base::{Actor, Language, Text, Uuid, name::fold};
use chrono::{DurationRound, TimeDelta};
use congress::entity::{congress as table, track};
use congress::rules::slug_from;
use identity::Role;
use identity::entity::account;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use store::Store;

const CONTENT: &str = include_str!("content/call.toml");
/// Who judges, in the order of the points.
const REVIEWERS: [Role; 3] = [Role::Reviewer, Role::Programme, Role::Organiser];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    lead_de: String,
    lead_en: String,
    thanks_de: String,
    thanks_en: String,
    criterion: Vec<Measure>,
    question: Vec<Ask>,
    submission: Vec<Sample>,
}

/// What the call asks of its own. With options, one of them is chosen.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ask {
    de: String,
    en: String,
    help_de: String,
    help_en: String,
    required: bool,
    options: Vec<[String; 2]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Measure {
    de: String,
    en: String,
    hint_de: String,
    hint_en: String,
    weight: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    title: String,
    text: String,
    kind: String,
    track: String,
    who: String,
    body: String,
    /// By reviewer; empty: they abstain.
    points: Vec<Vec<i32>>,
    comment: String,
    decision: Option<String>,
    /// In the order of the questions.
    answers: Vec<String>,
}

impl Ask {
    fn at(&self, position: i32) -> Question {
        let choice =
            |words: &[String; 2]| Choice { slug: String::new(), label: Text::new(&words[0], &words[1]), active: true };
        Question {
            label: Text::new(&self.de, &self.en),
            help: Text::new(&self.help_de, &self.help_en),
            kind: if self.options.is_empty() { Answered::LongText } else { Answered::OneOf },
            options: self.options.iter().map(choice).collect(),
            required: self.required,
            reviewers: true,
            active: true,
            position,
        }
    }
}

/// The call of this congress, its review, and those who judge.
struct Round<'a> {
    store: &'a Store,
    congress: &'a table::Model,
    call: call::Model,
    kinds: HashMap<String, Uuid>,
    tracks: HashMap<String, Uuid>,
    reviewers: Vec<account::Model>,
    criteria: Vec<Uuid>,
    questions: Vec<Uuid>,
}

/// Adds the call with what was handed in, judged and quietly decided.
pub(crate) async fn add(store: &Store, congress: &table::Model) -> Result<(), DemoError> {
    let content: Content = toml::from_str(CONTENT)?;
    let round = Round::open(store, congress, &content).await?;
    let mut codes = vec![];
    for sample in &content.submission {
        codes.push(round.hand_in(sample).await?);
    }
    let actor = Actor::system();
    spread_evenly(store, &actor, congress.id, 2).await?;
    for (sample, code) in content.submission.iter().zip(&codes) {
        for (account, points) in round.reviewers.iter().zip(&sample.points) {
            round.judge(sample, code, account, points).await?;
        }
    }
    let mut decided: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (sample, code) in content.submission.iter().zip(codes) {
        if let Some(decision) = &sample.decision {
            decided.entry(decision).or_default().push(code);
        }
    }
    for (decision, codes) in decided {
        round.decide(&codes, decision).await?;
    }
    Ok(())
}

impl<'a> Round<'a> {
    async fn open(store: &'a Store, congress: &'a table::Model, content: &Content) -> Result<Self, DemoError> {
        let (conn, actor, id) = (store.read(), Actor::system(), congress.id);
        let types = session_type::Entity::find().filter(session_type::Column::CongressId.eq(id)).all(conn).await?;
        let kinds: HashMap<String, Uuid> = types.into_iter().map(|row| (row.slug, row.id)).collect();
        let rows = track::Entity::find().filter(track::Column::CongressId.eq(id));
        let rows = rows.order_by_asc(track::Column::Position).all(conn).await?;
        let tracks: HashMap<String, Uuid> = rows.iter().map(|row| (row.slug.clone(), row.id)).collect();
        let reviewers = reviewers(store).await?;
        let now = store.now().duration_trunc(TimeDelta::minutes(1)).unwrap_or_else(|_| store.now());
        let from = now - TimeDelta::days(21);
        let until = (congress.starts_at - TimeDelta::days(14)).min(now + TimeDelta::days(30));
        let form = CallForm {
            kind: Kind::Session,
            title: Text::new("Impulse und Vorträge, zweite Runde", "Impulses and talks, second round"),
            lead: Text::new(&content.lead_de, &content.lead_en),
            thanks: Text::new(&content.thanks_de, &content.thanks_en),
            opens_at: Some(from),
            closes_at: Some(until.max(now + TimeDelta::days(1))),
            languages: vec!["de".into(), "en".into()],
            abstract_max: 500,
            description_max: 3_000,
            biography_max: 800,
            remind_days: vec![7, 14],
            published: true,
            types: vec![(known(&kinds, "impulse")?, 5), (known(&kinds, "talk")?, 30)],
            tracks: tracks.values().copied().collect(),
        };
        let call = add_call(store, &actor, id, store.chance().opaque_id(), form).await?;
        for (position, ask) in (1..).zip(&content.question) {
            question::add(store, &actor, &call, store.chance().opaque_id(), ask.at(position)).await?;
        }
        let questions = questions(conn, &[call.id]).await?.into_iter().map(|row| row.id).collect();
        let reviewing = Phase {
            name: Text::new("Begutachtung", "Review"),
            starts_at: from,
            ends_at: until.max(now + TimeDelta::days(1)),
            review: true,
            assigned_only: false,
            names: false,
            others: Others::AfterOwn,
            reviewers: false,
        };
        phase::add(store, &actor, id, store.chance().opaque_id(), reviewing).await?;
        for (position, measure) in (1..).zip(&content.criterion) {
            let new = Criterion {
                name: Text::new(&measure.de, &measure.en),
                hint: Text::new(&measure.hint_de, &measure.hint_en),
                weight: measure.weight,
                most: 5,
                position,
            };
            criterion::add(store, &actor, id, store.chance().opaque_id(), new).await?;
        }
        let member = |account: &account::Model| Member { account: account.id, organisation: String::new() };
        let members = Team {
            name: "Programmbeirat".into(),
            position: 1,
            tracks: rows.iter().map(|row| row.id).collect(),
            members: reviewers.iter().map(member).collect(),
        };
        team::add(store, &actor, id, store.chance().opaque_id(), members).await?;
        let criteria = criteria(conn, id).await?.into_iter().map(|row| row.id).collect();
        Ok(Self { store, congress, call, kinds, tracks, reviewers, criteria, questions })
    }

    async fn hand_in(&self, sample: &Sample) -> Result<String, DemoError> {
        let typed = Typed {
            title: sample.title.clone(),
            abstract_text: sample.text.clone(),
            language: "de".into(),
            type_id: Some(known(&self.kinds, &sample.kind)?),
            track_id: Some(known(&self.tracks, &sample.track)?),
            name: sample.who.clone(),
            organisation: sample.body.clone(),
            answers: self.questions.iter().copied().zip(sample.answers.iter().cloned()).collect(),
            ..Typed::default()
        };
        let email = format!("{}@{}.example", slug_from(&sample.who), slug_from(&fold(&sample.body)));
        let id = self.store.chance().opaque_id();
        let new = ForSomebody { id, email, language: Language::De, typed, tell: false };
        let actor = Actor::system().named(&sample.who);
        Ok(Box::pin(hand_in_for(self.store, &actor, &self.call, new)).await?.code)
    }

    async fn judge(
        &self,
        sample: &Sample,
        code: &str,
        account: &account::Model,
        points: &[i32],
    ) -> Result<(), DemoError> {
        let judgement = Judgement {
            values: self.criteria.iter().copied().zip(points.iter().copied()).collect(),
            comment: sample.comment.clone(),
            abstains: points.is_empty(),
            version: 1,
        };
        let actor = Actor::staff(account.id, &account.name, Language::De, vec![]);
        Ok(judge::give(self.store, &actor, self.congress.id, account.id, code, judgement).await?)
    }

    /// Decides quietly on all for which the same is decided.
    async fn decide(&self, codes: &[String], decision: &str) -> Result<(), DemoError> {
        let to = State::ALL.into_iter().find(|state| state.name() == decision);
        let to = Some(to.ok_or_else(|| DemoError::Unknown(decision.to_owned()))?);
        let shown = decide::seen_all(&decide::preview(self.store.read(), self.congress.id, codes, to).await?);
        decide::several(self.store, &Actor::system(), self.congress.id, codes, to, &shown).await?;
        Ok(())
    }
}

/// Those of the log-ins who judge.
async fn reviewers(store: &Store) -> Result<Vec<account::Model>, DemoError> {
    let mut found = vec![];
    for role in REVIEWERS {
        let login = LOGINS.iter().find(|login| login.role == role);
        let login = login.ok_or_else(|| DemoError::Unknown(role.name().to_owned()))?;
        let find = account::Entity::find().filter(account::Column::Address.eq(login.email));
        found.push(find.one(store.read()).await?.ok_or_else(|| DemoError::Unknown(login.email.to_owned()))?);
    }
    Ok(found)
}

fn known(named: &HashMap<String, Uuid>, name: &str) -> Result<Uuid, DemoError> {
    named.get(name).copied().ok_or_else(|| DemoError::Unknown(name.to_owned()))
}
