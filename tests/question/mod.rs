//! Questions: what is asked of whom, what is an answer, who reads it, and when it ends.

mod api;
mod desk;
mod form;
mod kept;
mod own;
mod retention;
mod rules;
mod settings;

use crate::kit::App;
use base::{Actor, Text, Uuid};
use congress::CongressError;
use congress::entity::question::{Kind, UsedFor};
use congress::service::question::{Choice, Question, add_in};
use sea_orm::{ConnectionTrait, Statement};

/// A question as tests want it: asked of each person, by anyone, kept for 30 days.
pub fn question(label: &str, kind: Kind) -> Question {
    Question {
        used_for: UsedFor::Attendee,
        label: Text::new(label, format!("{label}, English")),
        help: Text::default(),
        kind,
        least: None,
        most: None,
        required: false,
        depends: String::new(),
        categories: vec![],
        purpose: Text::new("Damit die Küche planen kann", "The kitchen"),
        retention_days: 30,
        sensitive: false,
        counted: true,
        asked_until: None,
        changed_until: None,
        active: true,
        position: 1,
        options: vec![],
    }
}

/// Options by their short names.
pub fn options(slugs: &[&str]) -> Vec<Choice> {
    let choice = |slug: &&str| Choice { slug: (*slug).into(), label: Text::same(format!("Wahl {slug}")), active: true };
    slugs.iter().map(choice).collect()
}

impl App {
    pub async fn ask(&self, congress: Uuid, slug: &str, new: Question) -> Result<Uuid, CongressError> {
        let tx = self.store.begin().await.expect("begins");
        let id = tx.id();
        add_in(&tx, &Actor::system(), congress, id, Some(slug), new).await?;
        tx.commit().await.expect("commits");
        Ok(id)
    }

    /// Diet (sensitive, `vegan`, `all`, `other`), what else (only after `other`), photos (yes or no, required).
    pub async fn menu(&self, congress: Uuid) {
        let diet = Question {
            sensitive: true,
            options: options(&["all", "vegan", "other"]),
            ..question("Ernährung", Kind::OneOf)
        };
        self.ask(congress, "diet", diet).await.expect("diet");
        let note = Question {
            sensitive: true,
            depends: "diet=other".into(),
            required: true,
            position: 2,
            ..question("Was genau", Kind::Text)
        };
        self.ask(congress, "diet-note", note).await.expect("diet-note");
        let photo = Question { required: true, position: 3, ..question("Fotos", Kind::YesNo) };
        self.ask(congress, "photo", photo).await.expect("photo");
    }

    /// Every answer that is kept: question, value.
    pub async fn answers(&self) -> Vec<(String, String)> {
        let sql = "SELECT q.slug AS slug, a.value AS value FROM answer a JOIN question q ON q.id = a.question_id \
                   ORDER BY q.slug, a.value";
        let backend = self.store.read().get_database_backend();
        let rows = self.store.read().query_all_raw(Statement::from_string(backend, sql)).await.expect("answers");
        let row = |row: sea_orm::QueryResult| {
            (row.try_get("", "slug").expect("a slug"), row.try_get("", "value").expect("a value"))
        };
        rows.into_iter().map(row).collect()
    }
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}
