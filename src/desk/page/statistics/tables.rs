//! What each part of the statistics says, as tables.

use super::table::{Figure, ROWS, Row, Table};
use crate::page::state::{buyer_kind, source};
use crate::query::statistics::voucher::VoucherView;
use crate::query::statistics::{Brought, Comparison, Door, Frame, MoneyView, OverTime, People};
use crate::rules::statistics::voucher::{Earned, SINGLY};
use crate::rules::statistics::{Ranked, Showed, Span, Step, share, week};
use Figure::{Cents, Count, Nothing, Percent};
use base::{Language, Text, Uuid};
use locale::Words;
use registration::query::statistics::Tally;

/// Whose words.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    pub words: Words,
    pub frame: &'a Frame,
}

impl Teller<'_> {
    fn say(self, key: &str) -> String {
        self.words.t(&format!("desk-statistics-{key}"))
    }

    fn all(self, keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| self.say(key)).collect()
    }

    fn language(self) -> Language {
        self.words.language()
    }

    fn category(self, id: Uuid) -> String {
        self.frame.name(id).map_or_else(String::new, |name: &Text| name.in_language(self.language()).to_owned())
    }

    /// A day, or a week by its number and its first day.
    pub fn span(self, step: Step, span: Span) -> String {
        let day = self.words.day(span.first);
        match step {
            Step::Day => day,
            Step::Week => {
                self.words.with("desk-statistics-week", &[("week", week(span).to_string().into()), ("day", day.into())])
            }
        }
    }

    /// The file of a table or its part of the page: by time and by category.
    pub fn over_time(self, view: &OverTime) -> Vec<Table> {
        let row = |point: &crate::rules::statistics::Point| {
            let figures = [point.registered, point.kept, point.cancelled, point.expired, point.going];
            Row::new(self.span(view.step, point.span), figures.map(Count).to_vec())
        };
        let time = Table {
            id: "time",
            title: self.say("time"),
            lead: self.say("time-lead"),
            head: self.say(if view.step == Step::Day { "day" } else { "calendar-week" }),
            columns: self.all(&["registered", "kept", "cancelled-in", "expired-in", "going-then"]),
            rows: view.points.iter().map(row).collect(),
            bars: None,
            shown: ROWS,
        };
        let categories: Ranked = view.categories.iter().map(|(id, tally, _)| (self.category(*id), *tally)).collect();
        let mut categories = self.tallies("categories", "category", &categories, None);
        // Who waits says for which category, and nothing else of what is counted here.
        categories.columns.push(self.say("waiting"));
        let waiting = view.categories.iter().map(|(_, _, n)| *n);
        let all: i64 = waiting.clone().sum();
        for (row, n) in categories.rows.iter_mut().zip(waiting.chain([all])) {
            row.figures.push(Count(n));
        }
        vec![time, categories]
    }

    /// Who stands how, by a name; `more`: what has none.
    fn tallies(self, id: &'static str, head: &str, rows: &Ranked, more: Option<(String, Tally)>) -> Table {
        let all: Tally = rows.iter().map(|(_, tally)| *tally).chain(more.iter().map(|(_, tally)| *tally)).sum();
        let row = |(name, tally): &(String, Tally)| Row::new(name, figures(*tally, all.going));
        let mut lines: Vec<Row> = rows.iter().map(row).collect();
        if let Some((name, tally)) = more.filter(|(_, tally)| *tally != Tally::default()) {
            lines.push(Row::new(name, figures(tally, all.going)));
        }
        if lines.len() > 1 {
            lines.push(Row::sum(self.say("sum"), figures(all, all.going)));
        }
        Table {
            id,
            title: self.say(id),
            lead: self.say(&format!("{id}-lead")),
            head: self.say(head),
            columns: self.all(&["going", "share", "cancelled", "expired"]),
            rows: lines,
            bars: Some(0),
            shown: ROWS,
        }
    }

    pub fn comparison(self, view: &Comparison) -> Vec<Table> {
        let figure = |n: Option<i64>| n.map_or(Nothing, Count);
        let row = |(days, own, before): &(i64, Option<i64>, Option<i64>)| {
            let name = self.words.with("desk-statistics-days-before", &[("count", (*days).into())]);
            let more = match (own, before) {
                (Some(own), Some(before)) => Count(own - before),
                _ => Nothing,
            };
            let figures =
                if view.before.is_some() { vec![figure(*own), figure(*before), more] } else { vec![figure(*own)] };
            Row::new(name, figures)
        };
        let columns = match &view.before {
            Some(before) => {
                vec![self.say("this"), before.in_language(self.language()).to_owned(), self.say("difference")]
            }
            None => vec![self.say("this")],
        };
        vec![Table {
            id: "comparison",
            title: self.say("comparison"),
            lead: self.say("comparison-lead"),
            head: self.say("before-beginning"),
            columns,
            rows: view.rows.iter().map(row).collect(),
            bars: None,
            shown: ROWS,
        }]
    }

    pub fn people(self, view: &People) -> Vec<Table> {
        let kinds: Ranked = view.kinds.iter().map(|(kind, tally)| (buyer_kind(self.words, *kind), *tally)).collect();
        let sources: Ranked = view.sources.iter().map(|(one, tally)| (source(self.words, *one), *tally)).collect();
        let mut carriers = self.tallies("carriers", "carrier", &view.carriers, None);
        carriers.rows.retain(|row| !row.is_sum);
        vec![
            self.tallies("kinds", "kind", &kinds, None),
            self.tallies("towns", "town", &view.towns.towns, Some((self.say("unknown"), view.towns.unknown))),
            carriers,
            self.tallies(
                "organisations",
                "organisation",
                &view.organisations,
                Some((self.say("without"), view.without)),
            ),
            self.tallies("sources", "source", &sources, None),
        ]
    }

    pub fn money(self, view: &MoneyView) -> Vec<Table> {
        let name = |id: Uuid, rate: i32| {
            let rate = self.words.with("desk-statistics-rate", &[("rate", self.words.percent(rate).into())]);
            format!("{}, {rate}", self.category(id))
        };
        let mut rows: Vec<Row> =
            view.rows.iter().map(|(id, rate, brought)| Row::new(name(*id, *rate), cents(brought))).collect();
        let mut all = Brought { refunded: view.elsewhere, ..Brought::default() };
        for (_, _, row) in &view.rows {
            all.tickets += row.tickets;
            all.sold += row.sold;
            all.paid += row.paid;
            all.open += row.open;
            all.overdue += row.overdue;
            all.refunded += row.refunded;
        }
        if view.elsewhere > 0 {
            let elsewhere = Brought { refunded: view.elsewhere, ..Brought::default() };
            rows.push(Row::new(self.say("elsewhere"), cents(&elsewhere)));
        }
        if rows.len() > 1 {
            rows.push(Row::sum(self.say("sum"), cents(&all)));
        }
        let by_category = Table {
            id: "money",
            title: self.words.with("desk-statistics-money", &[("currency", (&view.currency).into())]),
            lead: self.say("money-lead"),
            head: self.say("category-rate"),
            columns: self.all(&["tickets", "sold", "paid", "open", "overdue", "refunded"]),
            rows,
            bars: Some(1),
            shown: ROWS,
        };
        let flow = view.flow;
        let line = |key: &str, amount: i64| Row::new(self.say(key), vec![Cents(amount)]);
        let account = Table {
            id: "account",
            title: self.words.with("desk-statistics-account", &[("currency", (&view.currency).into())]),
            lead: self.say("account-lead"),
            head: self.say("account-what"),
            columns: vec![self.say("amount")],
            rows: vec![
                line("received", flow.paid),
                line("paid-back", flow.refunded),
                Row::sum(self.say("left"), vec![Cents(flow.paid - flow.refunded)]),
                line("part", flow.part),
                line("over", flow.over),
            ],
            bars: None,
            shown: ROWS,
        };
        vec![by_category, account]
    }

    /// By tag, and one by one; all that do not stand by themselves in one row that says so.
    pub fn vouchers(self, view: &VoucherView) -> Vec<Table> {
        let vouchers = &view.vouchers;
        let currency = [("currency", (&view.currency).into())];
        let tag = |(tag, codes, earned): &(String, i64, Earned)| {
            let name = if tag.is_empty() { self.words.t("desk-voucher-untagged") } else { tag.clone() };
            Row::new(name, std::iter::once(Count(*codes)).chain(brought(*earned)).collect())
        };
        let mut tags: Vec<Row> = vouchers.tags.iter().map(tag).collect();
        let all: Earned = vouchers.tags.iter().map(|(_, _, earned)| *earned).sum();
        if tags.len() > 1 {
            let codes = vouchers.tags.iter().map(|(_, codes, _)| codes).sum();
            tags.push(Row::sum(self.say("sum"), std::iter::once(Count(codes)).chain(brought(all)).collect()));
        }
        let one = |(code, tag, earned): &(String, String, Earned)| {
            let name = if tag.is_empty() { code.clone() } else { format!("{code} ({tag})") };
            Row::new(name, brought(*earned))
        };
        let mut singly: Vec<Row> = vouchers.singly.iter().map(one).collect();
        if vouchers.others > 0 {
            let name = self.words.with("desk-statistics-voucher-others", &[("count", vouchers.others.into())]);
            singly.push(Row::sum(name, brought(vouchers.rest)));
        }
        if singly.len() > 1 {
            singly.push(Row::sum(self.say("sum"), brought(all)));
        }
        let columns = ["voucher-uses", "going", "cancelled", "expired", "voucher-waived", "voucher-left"];
        vec![
            Table {
                id: "voucher-tags",
                title: self.words.with("desk-statistics-voucher-tags", &currency),
                lead: self.say("voucher-tags-lead"),
                head: self.say("voucher-tag"),
                columns: self.all(&[&["voucher-codes"], &columns[..]].concat()),
                rows: tags,
                bars: Some(2),
                shown: ROWS,
            },
            Table {
                id: "voucher-codes",
                title: self.words.with("desk-statistics-voucher-codes-each", &currency),
                lead: self.words.with("desk-statistics-voucher-codes-lead", &[("count", SINGLY.into())]),
                head: self.say("voucher-code"),
                columns: self.all(&columns),
                rows: singly,
                bars: Some(1),
                shown: SINGLY,
            },
        ]
    }

    pub fn door(self, view: &Door) -> Vec<Table> {
        let table = |id: &'static str, head: &str, rows: Vec<(String, Showed)>| {
            let all = rows.iter().fold(Showed::default(), |sum, (_, showed)| Showed {
                expected: sum.expected + showed.expected,
                came: sum.came + showed.came,
            });
            let row = |(name, showed): &(String, Showed)| Row::new(name, shown(*showed));
            let sum = Row::sum(self.say("sum"), shown(all));
            Table {
                id,
                title: self.say(id),
                lead: self.say("door-lead"),
                head: self.say(head),
                columns: self.all(&["expected", "came", "missing", "missing-share"]),
                rows: rows.iter().map(row).chain([sum]).collect(),
                bars: Some(2),
                shown: ROWS,
            }
        };
        let categories = view.categories.iter().map(|(id, showed)| (self.category(*id), *showed)).collect();
        let kinds = view.kinds.iter().map(|(kind, showed)| (buyer_kind(self.words, *kind), *showed)).collect();
        vec![table("door-categories", "category", categories), table("door-kinds", "kind", kinds)]
    }
}

fn figures(tally: Tally, all: i64) -> Vec<Figure> {
    vec![Count(tally.going), Percent(share(tally.going, all)), Count(tally.cancelled), Count(tally.expired)]
}

fn cents(row: &Brought) -> Vec<Figure> {
    let amounts = [row.sold, row.paid, row.open, row.overdue, row.refunded].map(Cents);
    std::iter::once(Count(row.tickets)).chain(amounts).collect()
}

fn brought(earned: Earned) -> Vec<Figure> {
    vec![
        Count(earned.uses),
        Count(earned.tally.going),
        Count(earned.tally.cancelled),
        Count(earned.tally.expired),
        Cents(earned.waived_cents),
        Cents(earned.cents),
    ]
}

fn shown(showed: Showed) -> Vec<Figure> {
    vec![
        Count(showed.expected),
        Count(showed.came),
        Count(showed.missing()),
        Percent(share(showed.missing(), showed.expected)),
    ]
}
