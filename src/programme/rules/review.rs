//! How submissions are judged: what a review's values come to, who must not judge, who judges what, and what a reviewer
//! sees of others.
//!
//! 1. A review gives each criterion a value from nought to the criterion's most, or leaves it out; what it comes to is the
//!    mean of what it gave by the criteria's weights, in hundredths of the best. Whoever abstains counts as having looked,
//!    and nowhere else.
//! 2. Of several reviews mean, median and spread are told, never of who gave what.
//! 3. Nobody judges what they speak in themselves, nor what comes from their own organisation, nor what they have said
//!    they cannot judge ([`conflict`]).
//! 4. *Next* is what was reviewed least of what a reviewer may judge and has not ([`next`]).

mod spread;

pub use spread::{Reviewer, Share, spread};

use base::Uuid;
use base::name::fold;

/// What is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Criterion {
    pub id: Uuid,
    /// Nought: it is told and does not count.
    pub weight: i32,
    /// The best value; the worst is nought.
    pub most: i32,
}

/// What a review comes to, in hundredths of the best: the mean of its values by their weights. None: it gave no value that
/// counts.
pub fn overall(criteria: &[Criterion], values: &[(Uuid, i32)]) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    for (id, value) in values {
        let Some(criterion) = criteria.iter().find(|criterion| criterion.id == *id) else { continue };
        if criterion.weight <= 0 || criterion.most <= 0 {
            continue;
        }
        let weight = f64::from(criterion.weight);
        sum += weight * f64::from((*value).clamp(0, criterion.most)) / f64::from(criterion.most);
        weights += weight;
    }
    (weights > 0.0).then(|| 100.0 * sum / weights)
}

/// What several reviews come to together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Summary {
    /// Reviews that judged.
    pub judged: usize,
    pub abstained: usize,
    pub mean: Option<f64>,
    pub median: Option<f64>,
    /// The standard deviation: how far they are apart. None below two.
    pub spread: Option<f64>,
}

/// Sums reviews up: each is what it came to, or nothing if its reviewer abstained.
pub fn summary(reviews: &[Option<f64>]) -> Summary {
    let mut values: Vec<f64> = reviews.iter().flatten().copied().collect();
    values.sort_by(f64::total_cmp);
    let n = values.len();
    let mean = mean(&values);
    let median = match (values.get(n.saturating_sub(1) / 2), values.get(n / 2)) {
        (Some(low), Some(high)) => Some(f64::midpoint(*low, *high)),
        _ => None,
    };
    let spread = mean.filter(|_| n > 1).and_then(|middle| {
        let squares: Vec<f64> = values.iter().map(|value| (value - middle).powi(2)).collect();
        self::mean(&squares).map(f64::sqrt)
    });
    Summary { judged: n, abstained: reviews.len() - n, mean, median, spread }
}

fn mean(values: &[f64]) -> Option<f64> {
    let n = u32::try_from(values.len()).ok().filter(|n| *n > 0)?;
    Some(values.iter().sum::<f64>() / f64::from(n))
}

/// Somebody as far as it matters for who may judge whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// As they wrote it.
    pub organisation: String,
    /// A mail address, or nothing.
    pub mail: String,
}

/// Why somebody must not judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Conflict {
    /// They speak in it themselves.
    Own,
    /// Somebody of it is of their organisation.
    Organisation,
}

/// Mail providers for everybody: to have a mailbox there says nothing of where one works.
const PROVIDERS: &[&str] = &[
    "aol.com",
    "freenet.de",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hotmail.com",
    "hotmail.de",
    "icloud.com",
    "live.de",
    "mail.de",
    "mailbox.org",
    "me.com",
    "outlook.com",
    "outlook.de",
    "posteo.de",
    "proton.me",
    "protonmail.com",
    "t-online.de",
    "web.de",
    "yahoo.com",
    "yahoo.de",
];

/// Whether a reviewer is too near to those of a submission: the same address, the same organisation by name, or a mail
/// address of the same house.
pub fn conflict(reviewer: &Party, people: &[Party]) -> Option<Conflict> {
    let near = |one: &Party| {
        let (mine, theirs) = (reviewer.mail.trim().to_lowercase(), one.mail.trim().to_lowercase());
        if !mine.is_empty() && mine == theirs {
            return Some(Conflict::Own);
        }
        let (here, there) = (fold(reviewer.organisation.trim()), fold(one.organisation.trim()));
        let same = !here.is_empty() && here == there;
        let house = house(&mine).is_some() && house(&mine) == house(&theirs);
        (same || house).then_some(Conflict::Organisation)
    };
    people.iter().filter_map(near).min()
}

/// What stands after the @, unless everybody may have a mailbox there.
fn house(mail: &str) -> Option<&str> {
    let (_, domain) = mail.rsplit_once('@')?;
    (!domain.is_empty() && !PROVIDERS.contains(&domain)).then_some(domain)
}

/// A submission that a reviewer may judge and has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    pub submission: Uuid,
    /// Reviews that it has, abstentions among them.
    pub reviews: usize,
    /// It was given to this reviewer.
    pub assigned: bool,
}

/// What a reviewer should judge next: what was given to them before all else, then what was reviewed least; among equals
/// each reviewer begins at another, so that not all read the same.
pub fn next(reviewer: Uuid, open: &[Open]) -> Option<Uuid> {
    let order = |one: &&Open| (!one.assigned, one.reviews, one.submission.as_u128() ^ reviewer.as_u128());
    open.iter().min_by_key(order).map(|one| one.submission)
}

/// When a reviewer sees what others wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    Never,
    /// Once they have given theirs, so that nobody follows another.
    AfterOwn,
    Always,
}

/// What reviewers may in a phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rights {
    /// Write reviews, and change their own.
    pub review: bool,
    /// Only what was given to them.
    pub assigned_only: bool,
    /// See who handed in: else the text without names.
    pub names: bool,
    pub others: Others,
    /// See who wrote the other reviews.
    pub reviewers: bool,
}

impl Rights {
    /// Outside all phases: nobody reviews, and nobody sees more than their own.
    pub const NONE: Self =
        Self { review: false, assigned_only: true, names: false, others: Others::Never, reviewers: false };

    /// Whether a reviewer sees the reviews of others of a submission.
    pub fn sees_others(&self, has_own: bool) -> bool {
        match self.others {
            Others::Never => false,
            Others::AfterOwn => has_own,
            Others::Always => true,
        }
    }
}
