//! Sheets of vouchers: what their headings and cells mean. The same headings stand above what is written, so that a sheet that
//! was taken along can be changed and handed in for another congress.

use base::Time;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use congress::rules::code::{check, normalise};
use locale::{Tz, Words};
use paper::sheet::read::{Line, Reason, Refusal, Table, key};
use std::collections::HashSet;
use ticketing::entity::voucher::{Effect, Scope};
use ticketing::rules::voucher::check::faults;
use ticketing::service::voucher::{Offer, Voucher};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Code,
    Uses,
    Effect,
    Amount,
    Tickets,
    Quota,
    From,
    Until,
    Tag,
    Note,
    Least,
    Unlocks,
    Blocks,
    Passes,
}

impl Field {
    pub const ALL: [Self; 14] = [
        Self::Code,
        Self::Uses,
        Self::Effect,
        Self::Amount,
        Self::Tickets,
        Self::Quota,
        Self::From,
        Self::Until,
        Self::Tag,
        Self::Note,
        Self::Least,
        Self::Unlocks,
        Self::Blocks,
        Self::Passes,
    ];

    /// The key of its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Code => "voucher-sheet-code",
            Self::Uses => "voucher-sheet-uses",
            Self::Effect => "voucher-sheet-effect",
            Self::Amount => "voucher-sheet-amount",
            Self::Tickets => "voucher-sheet-tickets",
            Self::Quota => "voucher-sheet-quota",
            Self::From => "voucher-sheet-from",
            Self::Until => "voucher-sheet-until",
            Self::Tag => "voucher-sheet-tag",
            Self::Note => "voucher-sheet-note",
            Self::Least => "voucher-sheet-least",
            Self::Unlocks => "voucher-sheet-unlocks",
            Self::Blocks => "voucher-sheet-blocks",
            Self::Passes => "voucher-sheet-passes",
        }
    }

    /// The key of what is said about it.
    pub fn meaning(self) -> String {
        let name = self.heading().trim_start_matches("voucher-sheet-");
        format!("voucher-sheet-means-{name}")
    }

    /// The field of a heading in either language.
    fn of(heading: &str) -> Option<Self> {
        let typed = key(heading);
        let is = |field: &Self| languages().any(|words| key(&words.t(field.heading())) == typed);
        Self::ALL.into_iter().find(|field| !typed.is_empty() && is(field))
    }

    /// Where what is wrong with a voucher stands, by the field's name in the form.
    fn of_form(name: &str) -> Self {
        match name {
            "max-uses" => Self::Uses,
            "min-uses" => Self::Least,
            "amount" => Self::Amount,
            "valid-until" => Self::Until,
            "categories" => Self::Tickets,
            "quota" => Self::Quota,
            "blocks" => Self::Blocks,
            "tag" => Self::Tag,
            "note" => Self::Note,
            _ => Self::Code,
        }
    }
}

fn languages() -> impl Iterator<Item = Words> {
    base::Language::ALL.into_iter().map(Words::new)
}

/// Whether a heading is one of a sheet of vouchers.
pub fn is_known(heading: &str) -> bool {
    Field::of(heading).is_some()
}

/// The key of what an effect is called in a sheet.
pub fn effect_word(effect: Effect) -> &'static str {
    match effect {
        Effect::None => "voucher-sheet-effect-none",
        Effect::Set => "voucher-sheet-effect-set",
        Effect::Less => "voucher-sheet-effect-less",
        Effect::Percent => "voucher-sheet-effect-percent",
    }
}

/// What a sheet would bring, and what stands against it, in the order of the lines.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub vouchers: Vec<(u32, Voucher)>,
    pub refusals: Vec<Refusal>,
}

/// Who reads a sheet: in which language numbers are written, in which zone days begin, what there is to name, and which of
/// its codes there are already.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    pub words: Words,
    pub zone: Tz,
    pub offer: &'a Offer,
    pub there: &'a HashSet<String>,
    pub now: Time,
}

/// All codes of a sheet as they would be kept.
pub fn codes(table: &Table) -> Vec<String> {
    let at = table.columns.iter().position(|column| Field::of(&column.heading) == Some(Field::Code));
    let codes = table.rows.iter().map(|row| normalise(at.map_or("", |at| row.cell(at))));
    codes.filter(|code| !code.is_empty()).collect()
}

/// What taking in a sheet would bring.
pub fn plan(table: &Table, reading: Reading<'_>) -> Plan {
    let mut plan = Plan::default();
    let columns: Vec<Option<Field>> = table.columns.iter().map(|column| Field::of(&column.heading)).collect();
    if !columns.contains(&Some(Field::Code)) {
        let missing = paper::sheet::read::Value { line: table.line, column: "", text: "" };
        plan.refusals.push(Refusal::new(missing, Reason::new("voucher-sheet-no-code")));
        return plan;
    }
    let mut seen: HashSet<String> = HashSet::new();
    for line in &table.rows {
        let row = Row { table, columns: &columns, line, reading };
        let before = plan.refusals.len();
        let voucher = row.voucher(&mut plan.refusals);
        if plan.refusals.len() > before {
            continue;
        }
        if !seen.insert(voucher.code.clone()) {
            plan.refusals.push(row.refusal(Field::Code, Reason::new("voucher-sheet-twice")));
        } else if reading.there.contains(&voucher.code) {
            plan.refusals.push(row.refusal(Field::Code, Reason::new("code-error-taken").with("code", &*voucher.code)));
        } else {
            plan.vouchers.push((line.number, voucher));
        }
    }
    plan
}

#[derive(Clone, Copy)]
struct Row<'a> {
    table: &'a Table,
    columns: &'a [Option<Field>],
    line: &'a Line,
    reading: Reading<'a>,
}

impl Row<'_> {
    fn at(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| *column == Some(field))
    }

    fn cell(&self, field: Field) -> &str {
        self.at(field).map_or("", |at| self.line.cell(at))
    }

    fn refusal(&self, field: Field, reason: Reason) -> Refusal {
        let words = self.reading.words.t(field.heading());
        let mut value = self.table.value(self.line, self.at(field));
        if value.column.is_empty() {
            value.column = &words;
        }
        Refusal::new(value, reason)
    }

    /// A row as a voucher; what is wrong with it is added to the refusals.
    fn voucher(&self, refusals: &mut Vec<Refusal>) -> Voucher {
        let mut wrong = |field: Field, message: &'static str| {
            refusals.push(self.refusal(field, Reason::new(message)));
        };
        let effect = self.effect();
        if effect.is_none() {
            wrong(Field::Effect, "voucher-sheet-unknown-effect");
        }
        let mut voucher = Voucher {
            code: normalise(self.cell(Field::Code)),
            tag: self.cell(Field::Tag).to_owned(),
            note: self.cell(Field::Note).to_owned(),
            effect: effect.unwrap_or(Effect::None),
            unlocks: is_yes(self.cell(Field::Unlocks)),
            blocks: is_yes(self.cell(Field::Blocks)),
            passes: is_yes(self.cell(Field::Passes)),
            ..Voucher::default()
        };
        if check(&voucher.code).is_err() {
            wrong(Field::Code, "voucher-sheet-code-malformed");
        }
        for (field, number) in [(Field::Uses, &mut voucher.max_uses), (Field::Least, &mut voucher.min_uses)] {
            match self.cell(field) {
                "" => {}
                typed => match typed.parse() {
                    Ok(read) => *number = read,
                    Err(_) => wrong(field, "voucher-sheet-no-number"),
                },
            }
        }
        if voucher.effect != Effect::None {
            match self.reading.words.cents(&self.cell(Field::Amount).replace('%', "")) {
                Some(amount) => voucher.amount = amount,
                None => wrong(Field::Amount, "voucher-wrong-amount"),
            }
        }
        for (field, moment, ends) in
            [(Field::From, &mut voucher.valid_from, false), (Field::Until, &mut voucher.valid_until, true)]
        {
            match self.cell(field) {
                "" => {}
                typed => match read_time(typed, self.reading.zone, ends) {
                    Some(at) => *moment = Some(at),
                    None => wrong(field, "voucher-sheet-no-time"),
                },
            }
        }
        if let Err(name) = self.scope(&mut voucher) {
            refusals.push(self.refusal(Field::Tickets, Reason::new("voucher-sheet-unknown-ticket").with("name", name)));
        }
        let voucher = voucher.cleaned();
        if refusals.last().is_none_or(|last| last.line != self.line.number) {
            let found = faults(&voucher, self.reading.offer.ends_at, Some(self.reading.now));
            refusals.extend(found.iter().map(|w| self.refusal(Field::of_form(w.field()), Reason::new(w.message()))));
        }
        voucher
    }

    /// By its word in either language; nothing is none, and an amount in per cent says itself what it is.
    fn effect(&self) -> Option<Effect> {
        let typed = key(self.cell(Field::Effect));
        if typed.is_empty() {
            let percent = self.cell(Field::Amount).contains('%');
            return Some(if percent { Effect::Percent } else { Effect::None });
        }
        let all = [Effect::None, Effect::Set, Effect::Less, Effect::Percent];
        all.into_iter().find(|effect| languages().any(|words| key(&words.t(effect_word(*effect))) == typed))
    }

    /// Tickets by short name or name, several with commas or semicolons between; a quota; or all. The name that is none is
    /// the error.
    fn scope(&self, voucher: &mut Voucher) -> Result<(), String> {
        let offer = self.reading.offer;
        let quota = self.cell(Field::Quota);
        if !quota.is_empty() {
            let found = offer.quotas.iter().find(|one| key(&one.name) == key(quota) || key(&one.slug) == key(quota));
            voucher.quota = found.ok_or_else(|| quota.to_owned())?.slug.clone();
            voucher.scope = Scope::Quota;
            return Ok(());
        }
        let tickets = self.cell(Field::Tickets);
        let all = languages().any(|words| key(&words.t("voucher-sheet-all")) == key(tickets));
        if tickets.is_empty() || all {
            return Ok(());
        }
        voucher.scope = Scope::Categories;
        let slug = |name: &str| {
            let is = |category: &ticketing::entity::category::Model| {
                let names = [&category.slug, &category.name.de, &category.name.en];
                names.iter().any(|one| key(one) == key(name))
            };
            let found = offer.categories.iter().map(|view| &view.category).find(|category| is(category));
            found.map(|category| category.slug.clone())
        };
        // A name may hold a comma itself.
        if let Some(whole) = slug(tickets) {
            voucher.categories = vec![whole];
            return Ok(());
        }
        let names = tickets.split([',', ';', '\n']).map(str::trim).filter(|name| !name.is_empty());
        voucher.categories = names.map(|name| slug(name).ok_or_else(|| name.to_owned())).collect::<Result<_, _>>()?;
        Ok(())
    }
}

fn is_yes(typed: &str) -> bool {
    let typed = key(typed);
    ["x", "1", "true"].contains(&typed.as_str()) || languages().any(|words| key(&words.t("desk-yes")) == typed)
}

/// A day or a moment as sheets have it. A day alone is its beginning, or its end where something `ends`.
pub(super) fn read_time(typed: &str, zone: Tz, ends: bool) -> Option<base::Time> {
    let typed = typed.trim().replace('T', " ");
    let moments = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M"];
    let moment = moments.iter().find_map(|format| NaiveDateTime::parse_from_str(&typed, format).ok());
    let day = || ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|format| NaiveDate::parse_from_str(&typed, format).ok());
    let local = match moment {
        Some(moment) => moment,
        None => day()?.and_time(NaiveTime::MIN) + TimeDelta::days(i64::from(ends)),
    };
    zone.from_local_datetime(&local).earliest().map(|at| at.to_utc())
}
