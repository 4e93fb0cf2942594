//! Vouchers.

use super::{ExportError, PART, Reader, Writing};
use crate::rules::voucher::{Field, effect_word};
use base::{Time, Uuid};
use paper::sheet::{Cell, Format};
use registration::query::voucher::{Turnover, turnover};
use std::fs::File;
use store::Conn;
use ticketing::entity::voucher::{Effect, Scope};
use ticketing::query::voucher::VoucherView;
use ticketing::query::voucher::list::{self as voucher_list, Filter as VoucherFilter};
use ticketing::service::voucher::{Offer, Voucher};

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
