//! Pieces of a letter as Markdown. What organisers and speakers wrote elsewhere is made harmless; what stands in a piece of
//! text is the organisers' own Markdown.

use crate::rules::letter::{Block, Blocks};
use base::Uuid;
use congress::entity::congress::Model as Congress;
use exhibition::entity::project;
use locale::{Tz, Words};
use post::template::escape_markdown;
use programme::entity::speaker;
use programme::query::public::{Plan, Session, plan};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;
use store::{Conn, DbErr};

/// What pieces show of the public site.
#[derive(Default)]
pub struct Shown {
    plan: Option<Plan>,
    /// By id, the code.
    speakers: HashMap<Uuid, String>,
    projects: HashMap<Uuid, project::Model>,
}

impl Shown {
    /// Whether everybody can see the page of what a piece shows.
    pub fn is_public(&self, block: &Block) -> bool {
        match block {
            Block::Text { .. } | Block::Button { .. } => true,
            Block::Session { id } => self.session(*id).is_some(),
            Block::Speaker { id } => self.speaker(*id).is_some(),
            Block::Project { id } => self.projects.contains_key(id),
        }
    }

    fn session(&self, id: Uuid) -> Option<(usize, &Session)> {
        let sessions = &self.plan.as_ref()?.sessions;
        sessions.iter().enumerate().find(|(_, session)| session.id == id && !session.cancelled)
    }

    fn speaker(&self, id: Uuid) -> Option<&programme::query::public::Speaker> {
        let code = self.speakers.get(&id)?;
        self.plan.as_ref()?.speakers.iter().find(|speaker| speaker.code == *code)
    }
}

/// Reads what these pieces show: nothing, where they are text alone.
pub async fn shown(conn: &Conn, congress: Uuid, blocks: &Blocks) -> Result<Shown, DbErr> {
    let mut shown = Shown::default();
    let (mut speakers, mut projects, mut sessions) = (vec![], vec![], false);
    for block in &blocks.0 {
        match block {
            Block::Session { .. } => sessions = true,
            Block::Speaker { id } => speakers.push(*id),
            Block::Project { id } => projects.push(*id),
            Block::Text { .. } | Block::Button { .. } => {}
        }
    }
    if sessions || !speakers.is_empty() {
        shown.plan = plan(conn, congress).await?;
    }
    if !speakers.is_empty() {
        let rows = speaker::Entity::find()
            .filter(speaker::Column::CongressId.eq(congress))
            .filter(speaker::Column::Id.is_in(speakers))
            .all(conn)
            .await?;
        shown.speakers = rows.into_iter().map(|row| (row.id, row.code)).collect();
    }
    if !projects.is_empty() {
        let rows = project::Entity::find()
            .filter(project::Column::CongressId.eq(congress))
            .filter(project::Column::Id.is_in(projects))
            .filter(project::Column::PublishedAt.is_not_null())
            .all(conn)
            .await?;
        shown.projects = rows.into_iter().map(|row| (row.id, row)).collect();
    }
    Ok(shown)
}

/// Writes pieces.
pub(super) struct Writer<'a> {
    pub congress: &'a Congress,
    pub zone: Tz,
    pub words: Words,
    pub shown: &'a Shown,
    /// The public address, without a slash at its end.
    pub site: &'a str,
}

impl Writer<'_> {
    /// None: what it shows is not public any more.
    pub(super) fn block(&self, block: &Block) -> Option<String> {
        let language = self.words.language();
        match block {
            Block::Text { text } => Some(text.in_language(language).to_owned()),
            Block::Button { label, url } => {
                Some(format!("[{}]({} \"button\")", label.in_language(language), url.trim()))
            }
            Block::Session { id } => self.session(*id),
            Block::Speaker { id } => {
                let speaker = self.shown.speaker(*id)?;
                let path = address::programme::Speaker::new(&self.congress.slug, &speaker.code).path();
                let about = plain(&speaker.organisation);
                Some(format!("## {}\n\n{}{}", plain(&speaker.name), lead(&about), self.more(&path)))
            }
            Block::Project { id } => {
                let project = self.shown.projects.get(id)?;
                let path = address::Project::new(&self.congress.slug, &project.code).path();
                let about = plain(project.summary.in_language(language));
                Some(format!(
                    "## {}\n\n{}{}",
                    plain(project.title.in_language(language)),
                    lead(&about),
                    self.more(&path)
                ))
            }
        }
    }

    fn session(&self, id: Uuid) -> Option<String> {
        let language = self.words.language();
        let (at, session) = self.shown.session(id)?;
        let plan = self.shown.plan.as_ref()?;
        let place = |room: Option<usize>| {
            room.and_then(|at| plan.rooms.get(at)).map(|room| plain(room.name.in_language(language)))
        };
        let when = plan.occurrences(at).map(|slot| {
            let span = plain(&self.words.span(slot.starts_at, slot.ends_at, self.zone));
            place(slot.room).map_or(span.clone(), |place| format!("{span}, {place}"))
        });
        let when = when.collect::<Vec<_>>().join("\\\n");
        let who = session.speakers.iter().filter_map(|at| plan.speakers.get(*at)).map(|speaker| plain(&speaker.name));
        let who = who.collect::<Vec<_>>().join(", ");
        let path = address::programme::Session::new(&self.congress.slug, &session.code).path();
        let title = plain(session.title.in_language(language));
        Some(format!("## {title}\n\n{}{}{}", lead(&when), lead(&who), self.more(&path)))
    }

    fn more(&self, path: &str) -> String {
        format!("[{}]({}{path})", plain(&self.words.t("campaign-letter-more")), self.site)
    }
}

/// A paragraph, if there is anything to say. Nobody's words become a placeholder.
fn lead(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{text}\n\n") }
}

/// Text that others wrote: no Markdown, and no placeholder.
fn plain(text: &str) -> String {
    escape_markdown(text)
}
