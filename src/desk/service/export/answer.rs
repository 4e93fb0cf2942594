//! Answers behind a list, a column a question.

use super::{ExportError, Reader, Writing};
use base::Uuid;
use congress::entity::question::{Kind, UsedFor};
use congress::page::question::{label, told};
use congress::query::question::{QuestionView, answers_of, questions};
use congress::rules::question::Given;
use paper::sheet::{Cell, Column, Sheet};
use std::collections::HashMap;
use std::fs::File;
use store::Conn;
use web::Visit;

/// Which answers a reader may know.
#[derive(Clone, Copy, Debug)]
pub struct Sight {
    pub sensitive: bool,
}

impl Sight {
    /// Who visits.
    pub fn of(visit: &Visit) -> Self {
        Self { sensitive: visit.may(base::Permission::SensitiveRead) }
    }
}

/// A list with answers, as a file.
#[derive(Debug)]
pub struct Written {
    pub file: File,
    pub rows: usize,
    /// It has answers that are sensitive.
    pub sensitive: bool,
}

/// The questions whose answers stand behind a list, a column each: of one use, and sensitive ones for who may know them.
pub(super) async fn asked(
    conn: &Conn,
    congress: Uuid,
    used_for: UsedFor,
    sight: Sight,
) -> Result<Vec<QuestionView>, ExportError> {
    let all = questions(conn, congress).await?.into_iter();
    Ok(all.filter(|q| q.row.used_for == used_for && (sight.sensitive || !q.row.sensitive)).collect())
}

/// Their columns.
pub(super) fn with_answers(mut sheet: Sheet, reader: Reader, asked: &[QuestionView]) -> Sheet {
    sheet.columns.extend(asked.iter().map(|view| Column::new(label(reader.words, view), 24)));
    sheet
}

/// What somebody answered, below its columns.
pub(super) fn answers(reader: Reader, asked: &[QuestionView], given: Option<&Given>) -> Vec<Cell> {
    let cell = |view: &QuestionView| {
        let value = given.and_then(|given| given.get(&view.row.id));
        match value {
            Some(value) if view.row.kind == Kind::Number => value.parse::<i64>().map_or(Cell::Empty, Cell::Number),
            Some(value) => Cell::from(told(reader.words, view, value)),
            None => Cell::Empty,
        }
    };
    asked.iter().map(cell).collect()
}

/// What these holders answered; nothing is read where nothing is asked.
pub(super) async fn given(
    conn: &Conn,
    asked: &[QuestionView],
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Given>, ExportError> {
    if asked.is_empty() { Ok(HashMap::new()) } else { Ok(answers_of(conn, ids).await?) }
}

pub(super) async fn written(writing: Writing, asked: &[QuestionView]) -> Result<Written, ExportError> {
    let (file, rows) = writing.finish().await?;
    Ok(Written { file, rows, sensitive: asked.iter().any(|view| view.row.sensitive) })
}
