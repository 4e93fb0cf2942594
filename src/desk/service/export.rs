//! Lists as files, written in parts, so that memory does not grow with them.

pub mod invoice;

use crate::query::answer_count::AnswerCounts;
use crate::query::timeline::{Named, named};
use crate::rules::voucher::{Field, effect_word};
use base::{Time, Uuid};
use checkin::query::admission::inside_since;
use congress::entity::question::{Kind, UsedFor};
use congress::page::question::{label, told};
use congress::query::question::{QuestionView, answers_of, questions};
use congress::rules::question::Given;
use locale::{Tz, Words};
use paper::PaperError;
use paper::sheet::{Book, Cell, Column, Format, Sheet};
use post::query::MessageLine;
use registration::query::attendee::{self, Listed};
use registration::query::extra::{ExtraView, of_attendees};
use registration::query::order::{self, OrderView};
use registration::query::voucher::{Turnover, turnover};
use registration::query::waiting::{self, WaitingView};
use std::collections::HashMap;
use std::fs::File;
use store::event::{self, Log};
use store::{Conn, DbErr};
use ticketing::entity::voucher::{Effect, Scope};
use ticketing::query::voucher::VoucherView;
use ticketing::query::voucher::list::{self as voucher_list, Filter as VoucherFilter};
use ticketing::service::voucher::{Offer, Voucher};
use web::Visit;

/// Rows that are read at once.
const PART: u64 = 1_000;

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error(transparent)]
    Paper(#[from] PaperError),
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Ticketing(#[from] ticketing::TicketingError),
    #[error("the writing was stopped: {0}")]
    Stopped(#[from] tokio::task::JoinError),
    #[error("the file could not be written: {0}")]
    File(#[from] std::io::Error),
}

/// Whose words and which zone.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    pub words: Words,
    pub zone: Tz,
}

impl Reader {
    /// Who visits.
    pub fn of(visit: &Visit) -> Self {
        Self { words: visit.words, zone: visit.zone() }
    }

    fn time(self, at: Time) -> Cell {
        Cell::Time(at.with_timezone(&self.zone).naive_local())
    }

    fn sheet(self, name: &str, columns: &[(&str, u16)]) -> Sheet {
        let column = |(key, width): &(&str, u16)| Column::new(self.words.t(key), *width);
        Sheet::new(self.words.t(name), columns.iter().map(column).collect())
    }
}

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
async fn asked(conn: &Conn, congress: Uuid, used_for: UsedFor, sight: Sight) -> Result<Vec<QuestionView>, ExportError> {
    let all = questions(conn, congress).await?.into_iter();
    Ok(all.filter(|q| q.row.used_for == used_for && (sight.sensitive || !q.row.sensitive)).collect())
}

/// Their columns.
fn with_answers(mut sheet: Sheet, reader: Reader, asked: &[QuestionView]) -> Sheet {
    sheet.columns.extend(asked.iter().map(|view| Column::new(label(reader.words, view), 24)));
    sheet
}

/// What somebody answered, below its columns.
fn answers(reader: Reader, asked: &[QuestionView], given: Option<&Given>) -> Vec<Cell> {
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

/// A file that is being written. What takes the processor long goes to a thread of its own.
struct Writing {
    book: Book<File>,
    rows: usize,
}

impl Writing {
    fn new(format: Format, sheet: &Sheet, out: File) -> Result<Self, ExportError> {
        Ok(Self { book: Book::new(format, sheet, out)?, rows: 0 })
    }

    async fn write(mut self, rows: Vec<Vec<Cell>>) -> Result<Self, ExportError> {
        let written = tokio::task::spawn_blocking(move || {
            for row in &rows {
                self.book.row(row)?;
            }
            self.rows += rows.len();
            Ok::<_, PaperError>(self)
        });
        Ok(written.await??)
    }

    async fn finish(self) -> Result<(File, usize), ExportError> {
        let rows = self.rows;
        let book = self.book;
        Ok((tokio::task::spawn_blocking(move || book.finish()).await??, rows))
    }
}

/// Orders that a filter leaves, oldest first, with what they were asked themselves.
pub async fn orders(
    conn: &Conn,
    congress: Uuid,
    filter: &order::Filter,
    format: Format,
    reader: Reader,
    sight: Sight,
    out: File,
) -> Result<Written, ExportError> {
    let sheet = reader.sheet(
        "desk-orders",
        &[
            ("desk-column-code", 10),
            ("desk-column-time", 18),
            ("desk-column-state", 16),
            ("desk-column-buyer", 28),
            ("desk-email", 34),
            ("desk-column-organisation", 30),
            ("desk-buyer-kind", 18),
            ("desk-column-tickets", 9),
            ("desk-column-amount", 12),
            ("desk-column-currency", 10),
            ("desk-language", 9),
            ("desk-filter-source", 26),
            ("desk-attendees", 50),
            ("desk-column-note", 40),
        ],
    );
    let asked = asked(conn, congress, UsedFor::Order, sight).await?;
    let sheet = with_answers(sheet, reader, &asked);
    let mut writing = Writing::new(format, &sheet, out)?;
    let mut cursor = None;
    loop {
        let part = order::after(conn, congress, filter, None, cursor, PART).await?;
        let Some(last) = part.last() else { break };
        cursor = Some(last.order.id);
        let ids: Vec<Uuid> = part.iter().map(|view| view.order.id).collect();
        let given = given(conn, &asked, &ids).await?;
        let row = |view: &OrderView| {
            let mut cells = of_order(reader, view);
            cells.extend(answers(reader, &asked, given.get(&view.order.id)));
            cells
        };
        writing = writing.write(part.iter().map(row).collect()).await?;
    }
    written(writing, &asked).await
}

fn of_order(reader: Reader, view: &OrderView) -> Vec<Cell> {
    use crate::page::state;
    let (words, order) = (reader.words, &view.order);
    let nameless = words.t("desk-nameless");
    let name = |a: &attendee::AttendeeView| if a.is_nameless() { nameless.clone() } else { a.name() };
    let names: Vec<String> = view.held().map(name).collect();
    vec![
        Cell::from(&order.code),
        reader.time(order.placed_at),
        Cell::from(state::of_order(words, order.state).1),
        Cell::from(&order.buyer_name),
        Cell::from(&view.buyer_address),
        Cell::from(&order.buyer_organisation),
        Cell::from(state::buyer_kind(words, order.buyer_kind)),
        Cell::Number(i64::try_from(names.len()).unwrap_or(i64::MAX)),
        Cell::Cents(order.total_cents),
        Cell::from(&order.currency),
        Cell::from(&order.language),
        Cell::from(state::source(words, order.source)),
        Cell::from(names.join(", ")),
        Cell::from(&order.note),
    ]
}

/// Who waits, as a filter leaves them: the queue first, in its order. Gives the file and how many rows it has.
pub async fn waiting(
    conn: &Conn,
    congress: Uuid,
    filter: &waiting::Filter,
    format: Format,
    reader: Reader,
    out: File,
) -> Result<(File, usize), ExportError> {
    let sheet = reader.sheet(
        "desk-waiting",
        &[
            ("desk-waiting-position", 10),
            ("desk-name", 28),
            ("desk-email", 34),
            ("desk-column-organisation", 30),
            ("desk-waiting-places", 9),
            ("desk-waiting-choices", 40),
            ("desk-column-state", 18),
            ("desk-waiting-priority", 10),
            ("desk-waiting-since", 18),
            ("desk-waiting-offer-until", 18),
            ("desk-language", 9),
            ("desk-order-word", 10),
        ],
    );
    let mut writing = Writing::new(format, &sheet, out)?;
    let positions = waiting::positions(conn, congress).await?;
    let mut offset = 0;
    loop {
        let part = waiting::find(conn, congress, filter, (PART, offset)).await?;
        if part.is_empty() {
            break;
        }
        offset += PART;
        let row = |view: &WaitingView| of_waiting(reader, view, positions.get(&view.row.id).copied());
        writing = writing.write(part.iter().map(row).collect()).await?;
    }
    writing.finish().await
}

fn of_waiting(reader: Reader, view: &WaitingView, position: Option<usize>) -> Vec<Cell> {
    let (words, row) = (reader.words, &view.row);
    let names: Vec<&str> = view.choices.iter().map(|c| c.name.in_language(words.language())).collect();
    vec![
        position.map_or_else(|| Cell::from(""), |n| Cell::Number(i64::try_from(n).unwrap_or(i64::MAX))),
        Cell::from(&row.name),
        Cell::from(&view.address),
        Cell::from(&row.organisation),
        Cell::Number(row.n.into()),
        Cell::from(names.join(", ")),
        Cell::from(crate::page::waiting::of_waiting(words, row.state).1),
        Cell::Number(row.priority.into()),
        reader.time(row.since),
        view.open().map_or_else(|| Cell::from(""), |offer| reader.time(offer.offer.ends_at)),
        Cell::from(&row.language),
        Cell::from(view.codes().collect::<Vec<_>>().join(", ")),
    ]
}

/// Attendees that a filter leaves, in the order in which they were registered, with what they were asked.
pub async fn attendees(
    conn: &Conn,
    congress: Uuid,
    filter: &attendee::Filter,
    format: Format,
    reader: Reader,
    sight: Sight,
    out: File,
) -> Result<Written, ExportError> {
    let sheet = reader.sheet(
        "desk-attendees",
        &[
            ("desk-number", 12),
            ("desk-column-given", 20),
            ("desk-column-family", 24),
            ("desk-email", 34),
            ("desk-column-organisation", 30),
            ("desk-category", 28),
            ("desk-extras", 28),
            ("desk-column-state", 16),
            ("desk-column-amount", 12),
            ("desk-column-currency", 10),
            ("desk-language", 9),
            ("desk-column-admitted", 18),
            ("desk-column-time", 18),
            ("desk-order-word", 10),
            ("desk-column-buyer", 28),
            ("desk-filter-source", 26),
        ],
    );
    let asked = asked(conn, congress, UsedFor::Attendee, sight).await?;
    let sheet = with_answers(sheet, reader, &asked);
    let mut writing = Writing::new(format, &sheet, out)?;
    let mut cursor = None;
    loop {
        let part = attendee::after(conn, congress, filter, cursor, PART).await?;
        let Some(last) = part.last() else { break };
        cursor = Some(last.view.attendee.id);
        let ids: Vec<Uuid> = part.iter().map(|listed| listed.view.attendee.id).collect();
        let inside = inside_since(conn, &ids).await?;
        let extras = of_attendees(conn, &ids).await?;
        let given = given(conn, &asked, &ids).await?;
        let row = |listed: &Listed| {
            let id = listed.view.attendee.id;
            let mut cells = of_attendee(reader, listed, &extras, inside.get(&id).copied());
            cells.extend(answers(reader, &asked, given.get(&id)));
            cells
        };
        writing = writing.write(part.iter().map(row).collect()).await?;
    }
    written(writing, &asked).await
}

/// What these holders answered; nothing is read where nothing is asked.
async fn given(conn: &Conn, asked: &[QuestionView], ids: &[Uuid]) -> Result<HashMap<Uuid, Given>, ExportError> {
    if asked.is_empty() { Ok(HashMap::new()) } else { Ok(answers_of(conn, ids).await?) }
}

async fn written(writing: Writing, asked: &[QuestionView]) -> Result<Written, ExportError> {
    let (file, rows) = writing.finish().await?;
    Ok(Written { file, rows, sensitive: asked.iter().any(|view| view.row.sensitive) })
}

/// What was answered, in numbers without names. Gives the file and how many rows it has.
pub async fn counts(
    counts: &AnswerCounts,
    format: Format,
    reader: Reader,
    out: File,
) -> Result<(File, usize), ExportError> {
    use crate::page::answer_count::{Table, of_orders, of_people};
    let words = reader.words;
    let mut sheet = reader.sheet("desk-counts", &[("desk-counts-question", 30), ("desk-counts-answer", 24)]);
    let name = |name: &base::Text| Column::new(name.in_language(words.language()), 16);
    sheet.columns.extend(counts.categories.iter().map(|(_, category, _)| name(category)));
    sheet.columns.push(Column::new(words.t("desk-counts-total"), 12));
    let row = |table: &Table, (word, numbers, sum): &(String, Vec<i64>, i64)| {
        let mut cells = vec![Cell::from(&table.question), Cell::from(word)];
        let columns = 0..counts.categories.len();
        cells.extend(columns.map(|at| numbers.get(at).copied().map_or(Cell::Empty, Cell::Number)));
        cells.push(Cell::Number(*sum));
        cells
    };
    let tables = of_people(words, counts).into_iter().chain(of_orders(words, counts));
    let rows = tables.flat_map(|table| table.rows.iter().map(|line| row(&table, line)).collect::<Vec<_>>()).collect();
    Writing::new(format, &sheet, out)?.write(rows).await?.finish().await
}

/// Mails of the outbox that a filter leaves, oldest first. Gives the file and how many rows it has.
pub async fn mails(
    conn: &Conn,
    congress: Uuid,
    filter: &post::query::Filter,
    format: Format,
    reader: Reader,
    out: File,
) -> Result<(File, usize), ExportError> {
    let columns = [
        ("desk-column-subject", 40),
        ("desk-name", 28),
        ("desk-email", 34),
        ("desk-mail-kind", 28),
        ("desk-column-state", 16),
        ("desk-mail-caused", 18),
        ("desk-mail-sent", 18),
        ("desk-mail-tries", 9),
        ("desk-column-answer", 60),
    ];
    let mut writing = Writing::new(format, &reader.sheet("desk-outbox", &columns), out)?;
    let mut cursor = None;
    loop {
        let part = post::query::after(conn, congress, filter, cursor, PART).await?;
        let Some(last) = part.last() else { break };
        cursor = Some(last.id);
        writing = writing.write(part.iter().map(|mail| of_mail(reader, mail)).collect()).await?;
    }
    writing.finish().await
}

/// Vouchers that a filter leaves, oldest first, under the headings of a sheet that can be handed in again, with what came of
/// them behind. Gives the file and how many rows it has.
pub async fn vouchers(
    conn: &Conn,
    congress: Uuid,
    filter: &VoucherFilter,
    now: Time,
    format: Format,
    reader: Reader,
    out: File,
) -> Result<(File, usize), ExportError> {
    let columns: Vec<(&str, u16)> = Field::ALL.into_iter().map(|field| (field.heading(), 18)).collect();
    let rest = [
        ("desk-voucher-used", 10),
        ("desk-column-state", 14),
        ("desk-voucher-turnover", 14),
        ("desk-voucher-waived", 14),
    ];
    let sheet = reader.sheet("desk-vouchers", &[columns, rest.to_vec()].concat());
    let mut writing = Writing::new(format, &sheet, out)?;
    let offer = Offer::load(conn, congress).await?;
    let mut cursor = None;
    loop {
        let part = voucher_list::after(conn, congress, filter, (cursor, PART), now).await?;
        let Some(last) = part.last() else { break };
        cursor = Some(last.id());
        let ids: Vec<Uuid> = part.iter().map(VoucherView::id).collect();
        let turnover = turnover(conn, &ids).await?;
        let row = |view: &VoucherView| {
            of_voucher(reader, &offer, view, turnover.get(&view.id()).copied().unwrap_or_default(), now)
        };
        writing = writing.write(part.iter().map(row).collect()).await?;
    }
    writing.finish().await
}

fn of_voucher(reader: Reader, offer: &Offer, view: &VoucherView, turnover: Turnover, now: Time) -> Vec<Cell> {
    let words = reader.words;
    let voucher = Voucher::of(view, offer);
    let yes = |is: bool| if is { Cell::from(words.t("desk-yes")) } else { Cell::Empty };
    // As text, so that midnight stays a moment.
    let time = |at: Option<Time>| {
        at.map_or(Cell::Empty, |at| Cell::from(at.with_timezone(&reader.zone).format("%Y-%m-%d %H:%M:%S").to_string()))
    };
    let number = |n: i32| Cell::Number(n.into());
    let mut cells: Vec<Cell> = Field::ALL
        .into_iter()
        .map(|field| match field {
            Field::Code => Cell::from(&voucher.code),
            Field::Uses => number(voucher.max_uses),
            Field::Effect => Cell::from(words.t(effect_word(voucher.effect))),
            Field::Amount if voucher.effect == Effect::None => Cell::Empty,
            Field::Amount => Cell::Cents(voucher.amount),
            Field::Tickets => match voucher.scope {
                Scope::All => Cell::from(words.t("voucher-sheet-all")),
                Scope::Categories => Cell::from(voucher.categories.join(", ")),
                Scope::Quota => Cell::Empty,
            },
            Field::Quota => Cell::from(&voucher.quota),
            Field::From => time(voucher.valid_from),
            Field::Until => time(voucher.valid_until),
            Field::Tag => Cell::from(&voucher.tag),
            Field::Note => Cell::from(&voucher.note),
            Field::Least => number(voucher.min_uses),
            Field::Unlocks => yes(voucher.unlocks),
            Field::Blocks => yes(voucher.blocks),
            Field::Passes => yes(voucher.passes),
        })
        .collect();
    let state = voucher_list::State::of(&view.code, now);
    cells.extend([
        number(view.code.used),
        Cell::from(words.t(&format!("desk-voucher-state-{}", state.name()))),
        Cell::Cents(turnover.cents),
        Cell::Cents(turnover.waived_cents),
    ]);
    cells
}

fn of_mail(reader: Reader, mail: &MessageLine) -> Vec<Cell> {
    use crate::page::{mail as page, state};
    let words = reader.words;
    vec![
        Cell::from(page::subject(words, mail)),
        Cell::from(&mail.to_name),
        Cell::from(&mail.to_address),
        Cell::from(page::kind(words, &mail.kind)),
        Cell::from(state::of_mail(words, mail.state).1),
        reader.time(mail.created_at),
        mail.sent_at.map_or(Cell::Empty, |at| reader.time(at)),
        Cell::Number(mail.attempts.into()),
        mail.answer.as_ref().map_or(Cell::Empty, Cell::from),
    ]
}

/// Lines of an audit log that a filter leaves, newest first. Gives the file and how many rows it has.
pub async fn audit(
    conn: &Conn,
    log: Log,
    filter: &event::Filter,
    format: Format,
    reader: Reader,
    out: File,
) -> Result<(File, usize), ExportError> {
    let columns = [
        ("desk-column-time", 18),
        ("desk-audit-what", 50),
        ("desk-audit-details", 60),
        ("desk-audit-about", 14),
        ("desk-audit-who", 28),
    ];
    let mut writing = Writing::new(format, &reader.sheet("desk-audit", &columns), out)?;
    let mut cursor: Option<event::Line> = None;
    loop {
        let lines = event::before(conn, log, filter, cursor.as_ref(), PART).await?;
        if lines.is_empty() {
            break;
        }
        let named = named(conn, log, &lines).await?;
        writing = writing.write(lines.iter().map(|line| of_line(reader, &named, line)).collect()).await?;
        cursor = lines.into_iter().next_back();
    }
    writing.finish().await
}

fn of_line(reader: Reader, named: &Named, line: &event::Line) -> Vec<Cell> {
    use crate::page::audit::{actor, plain};
    let [what, details, about] = plain(reader, named, line);
    vec![
        reader.time(line.at),
        Cell::from(what),
        Cell::from(details),
        Cell::from(about),
        Cell::from(actor(reader.words, line)),
    ]
}

fn of_attendee(reader: Reader, listed: &Listed, extras: &[ExtraView], inside: Option<Time>) -> Vec<Cell> {
    use crate::page::state;
    let (words, order, view) = (reader.words, &listed.order, &listed.view);
    let attendee = &view.attendee;
    let mine = extras.iter().filter(|one| one.extra.attendee_id == attendee.id);
    let mine: Vec<&str> = mine.map(|one| one.category.name.in_language(words.language())).collect();
    vec![
        Cell::from(&view.number),
        Cell::from(&attendee.given_name),
        if view.is_nameless() { Cell::from(words.t("desk-nameless")) } else { Cell::from(&attendee.family_name) },
        Cell::from(&view.address),
        Cell::from(&attendee.organisation),
        Cell::from(view.category_name().in_language(words.language())),
        Cell::from(mine.join(", ")),
        Cell::from(state::of_attendee(words, attendee.state).1),
        Cell::Cents(attendee.price_cents),
        Cell::from(&order.currency),
        Cell::from(&attendee.language),
        inside.map_or(Cell::Empty, |at| reader.time(at)),
        reader.time(attendee.created_at),
        Cell::from(&order.code),
        Cell::from(&order.buyer_name),
        Cell::from(state::source(words, order.source)),
    ]
}
