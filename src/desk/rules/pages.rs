//! Lists in pages.

/// How many rows a page of a list has.
pub const ROWS: u64 = 25;

/// A page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// From 1.
    pub number: u64,
    /// Rows in all.
    pub total: u64,
}

impl Page {
    /// The page that is asked for; what is no number is the first.
    pub fn asked(typed: &str) -> u64 {
        typed.parse::<u32>().map_or(1, |n| u64::from(n.max(1)))
    }

    /// Where its rows begin, for a query.
    pub fn offset(number: u64) -> u64 {
        (number - 1) * ROWS
    }

    /// The last one; an empty list has one page too.
    pub fn last(self) -> u64 {
        self.total.div_ceil(ROWS).max(1)
    }

    /// Number of the first and the last row on it.
    pub fn rows(self) -> (u64, u64) {
        let first = Self::offset(self.number);
        ((first + 1).min(self.total), (first + ROWS).min(self.total))
    }

    /// The numbers that are linked: first, last, and those around; `None` for what is left out.
    pub fn links(self) -> Vec<Option<u64>> {
        let mut links: Vec<Option<u64>> = vec![];
        let mut before = 0;
        for n in 1..=self.last() {
            if n == 1 || n == self.last() || n.abs_diff(self.number) <= 1 || self.last() <= 5 {
                if n > before + 1 {
                    links.push(None);
                }
                links.push(Some(n));
                before = n;
            }
        }
        links
    }
}
