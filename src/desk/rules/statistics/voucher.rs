//! What vouchers brought: by tag, and one by one where they are few enough to be read.

use base::Uuid;
use registration::query::statistics::Tally;
use registration::query::statistics::voucher::{OfVoucher, Used};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::iter::Sum;
use std::ops::AddAssign;
use ticketing::query::voucher::list::{Name, Tag};

/// So many vouchers stand by themselves; all others are one sum.
pub const SINGLY: usize = 50;

/// What came of vouchers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Earned {
    /// How often they were used, with uses that came back.
    pub uses: i64,
    /// How those who came with them stand.
    pub tally: Tally,
    /// What was taken off tickets that hold a place, …
    pub waived_cents: i64,
    /// … and what is left of their price.
    pub cents: i64,
}

impl AddAssign for Earned {
    fn add_assign(&mut self, other: Self) {
        self.uses += other.uses;
        self.tally += other.tally;
        self.waived_cents += other.waived_cents;
        self.cents += other.cents;
    }
}

impl Sum for Earned {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, one| {
            sum += one;
            sum
        })
    }
}

/// The vouchers of a congress with what came of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vouchers {
    /// By tag, with how many codes it has: those used most first, of equals by name, and those without a tag last.
    pub tags: Vec<(String, i64, Earned)>,
    /// Code and tag, those used most first; of equals those without a tag, which stand nowhere else by a name.
    pub singly: Vec<(String, String, Earned)>,
    /// How many others there are, and what came of them together.
    pub others: i64,
    pub rest: Earned,
}

/// Puts together what is known of vouchers: all `tags`, who came, how often each was used, and the `names` of the first
/// [`enough`] codes, for those that nobody has used.
pub fn vouchers(tags: &[Tag], came: &[OfVoucher], used: &[Used], names: &[Name]) -> Vouchers {
    let mut each: HashMap<Uuid, (&str, &str, Earned)> = HashMap::new();
    for row in came {
        let more = Earned { uses: 0, tally: row.tally, waived_cents: row.waived_cents, cents: row.cents };
        each.entry(row.voucher_id).or_insert((&row.code, &row.tag, Earned::default())).2 += more;
    }
    for row in used {
        each.entry(row.voucher_id).or_insert((&row.code, &row.tag, Earned::default())).2.uses += row.n;
    }
    for row in names {
        each.entry(row.id).or_insert((&row.code, &row.tag, Earned::default()));
    }
    let mut sums: HashMap<&str, Earned> = HashMap::new();
    for (_, tag, earned) in each.values() {
        *sums.entry(tag).or_default() += *earned;
    }
    let mut by_tag: Vec<(String, i64, Earned)> = tags
        .iter()
        .map(|tag| (tag.tag.clone(), tag.codes, sums.get(tag.tag.as_str()).copied().unwrap_or_default()))
        .collect();
    by_tag.sort_by(|(a, _, m), (b, _, n)| {
        (a.is_empty(), Reverse((m.uses, m.tally.going)), a).cmp(&(b.is_empty(), Reverse((n.uses, n.tally.going)), b))
    });
    let mut singly: Vec<(&str, &str, Earned)> = each.into_values().collect();
    singly.sort_by_key(|(code, tag, earned)| (Reverse((earned.uses, earned.tally.going)), !tag.is_empty(), *code));
    let rest = singly.split_off(singly.len().min(SINGLY));
    let all: i64 = tags.iter().map(|tag| tag.codes).sum();
    Vouchers {
        others: all - i64::try_from(singly.len()).unwrap_or(i64::MAX),
        rest: rest.into_iter().map(|(_, _, earned)| earned).sum(),
        singly: singly.into_iter().map(|(code, tag, earned)| (code.to_owned(), tag.to_owned(), earned)).collect(),
        tags: by_tag,
    }
}

/// So many names are enough: if fewer than [`SINGLY`] vouchers were used, the others up to that number are among them.
pub fn enough() -> u64 {
    2 * SINGLY as u64
}
