//! Two editions as lines over the days before their beginning.

use crate::page::chart::legend;
use crate::query::statistics::Comparison;
use crate::rules::scale::{LINES, step};
use locale::Words;
use maud::{Markup, html};

/// How many days before the congress, and how many had registered by then, this time and the time before.
type Row = (i64, Option<i64>, Option<i64>);

/// A picture's measures, in its own units.
struct Measures {
    width: i64,
    height: i64,
    /// Where the lines begin and stand.
    left: i64,
    floor: i64,
    /// Every so many marks are written below.
    names: usize,
}

const WIDE: Measures = Measures { width: 560, height: 270, left: 52, floor: 234, names: 8 };
/// Of a phone: the same letters in half the room.
const NARROW: Measures = Measures { width: 280, height: 220, left: 44, floor: 186, names: 3 };
const ABOVE: i64 = 14;

/// The picture, for wide and for narrow pages. The table beside it has all figures.
pub(super) fn curve(words: Words, view: &Comparison, names: &[String], description: &str) -> Markup {
    html! {
        ul.legend {
            (legend(1, &names[0]))
            @if let Some(before) = names.get(1) {
                li {
                    svg.chart viewBox="0 0 14 14" aria-hidden="true" { line.curve--last-year x1="0" x2="14" y1="7" y2="7" {} }
                    (before)
                }
            }
        }
        div.wide-only { (picture(words, view, "curve-wide", &WIDE, &names.join(", "), description)) }
        div.narrow-only { (picture(words, view, "curve-narrow", &NARROW, &names.join(", "), description)) }
    }
}

fn picture(words: Words, view: &Comparison, id: &str, at: &Measures, title: &str, description: &str) -> Markup {
    let all = view.rows.iter().flat_map(|(_, own, before)| [*own, *before]).flatten();
    let unit = step(all.max().unwrap_or(0));
    let last = i64::try_from(view.rows.len()).unwrap_or(1).max(2) - 1;
    let x = |n: i64| at.left + (at.width - at.left - 12) * n / last;
    let y = |count: i64| at.floor - (at.floor - ABOVE) * count / (unit * LINES).max(1);
    let line = |of: fn(&Row) -> Option<i64>| {
        let points = (0..).zip(&view.rows).filter_map(|(n, row)| of(row).map(|count| format!("{},{}", x(n), y(count))));
        points.collect::<Vec<_>>().join(" ")
    };
    let every = view.rows.len().div_ceil(at.names).max(1);
    let end = view.rows.len().saturating_sub(1);
    html! {
        svg.chart viewBox={ "0 0 " (at.width) " " (at.height) } role="img" aria-labelledby={ (id) "-title " (id) "-text" } {
            title id={ (id) "-title" } { (title) }
            desc id={ (id) "-text" } { (description) }
            @for n in 0..=LINES {
                @let height = y(unit * n);
                line class=(if n == 0 { "axis" } else { "grid-line" }) x1=(at.left - 8) x2=(at.width - 8) y1=(height) y2=(height) {}
                text x=(at.left - 16) y=(height + 4) text-anchor="end" { (words.number(unit * n)) }
            }
            @for ((n, (days, _, _)), from_end) in (0..).zip(&view.rows).zip((0..=end).rev()) {
                @if from_end % every == 0 {
                    text x=(x(n)) y=(at.floor + 20) text-anchor=(if from_end == 0 { "end" } else { "middle" }) { (words.number(*days)) }
                }
            }
            @if view.before.is_some() { polyline.curve--last-year points=(line(|row| row.2)) {} }
            polyline.curve points=(line(|row| row.1)) {}
        }
    }
}
