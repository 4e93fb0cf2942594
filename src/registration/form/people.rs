//! The people of an order form by name: `given-1`, `family-1`, `email-1` and what else the form asks of each, numbered
//! from 1 without a gap. With `self`, who orders is person 1. The buttons send `action`: `place`, `add`, `remove-1`, and
//! what else the form has.

use super::{Billing, MAX_ATTENDEES};
use crate::rules::name::split;
use base::name::{clean, fold, full};
use congress::rules::question::Typed;
use std::collections::{BTreeMap, BTreeSet};
use web::Fields;

/// What answers of a person begin with, and those that are given once. Of short names the dashes are low lines, so that
/// the number of a person stands by itself: `answer_photo_consent-2`.
const ANSWER: &str = "answer_";
const ABOUT: &str = "about_";

/// Who orders takes part.
const SELF: &str = "self";
/// The name of person 1 as it was shown when they were who orders.
pub const SHOWN_SELF: &str = "self-shown";

/// How many places have their names later.
pub const LATER_COUNT: &str = "later-count";
/// The part of a person who is still to come.
pub const LATER: &str = "later";

/// The field of a question that is asked of person `n`.
pub fn answer_field(slug: &str, n: usize) -> String {
    format!("{ANSWER}{}-{n}", slug.replace('-', "_"))
}

/// The field of a question that is asked once.
pub fn about_field(slug: &str) -> String {
    format!("{ABOUT}{}", slug.replace('-', "_"))
}

/// What came for the questions that are asked once.
pub fn answers_once(fields: &Fields) -> Typed {
    came(fields, |name| name.strip_prefix(ABOUT))
}

fn came(fields: &Fields, slug: impl Fn(&str) -> Option<&str>) -> Typed {
    let mut typed = Typed::new();
    for (name, value) in fields.iter() {
        if let Some(slug) = slug(name) {
            typed.entry(slug.replace('_', "-")).or_default().push(value.to_owned());
        }
    }
    typed
}

/// What goes with somebody's ticket: `extra-1`, as often as something is ticked.
const EXTRA: &str = "extra-";

/// What a form asks.
#[derive(Debug)]
pub struct Layout {
    /// Of each person.
    pub parts: &'static [&'static str],
    /// Once.
    pub once: &'static [&'static str],
    /// What one more person has from the one before.
    pub passed_on: &'static [&'static str],
    /// What a person has from who orders, and the field of theirs.
    pub of_buyer: &'static [(&'static str, &'static str)],
}

impl Layout {
    /// `given-12`: the part and the number. Answers are parts too.
    pub fn person<'a>(&self, name: &'a str) -> Option<(&'a str, usize)> {
        let (part, n) =
            name.rsplit_once('-').filter(|(part, _)| self.parts.contains(part) || part.starts_with(ANSWER))?;
        let n = n.parse().ok().filter(|n| *n > 0)?;
        Some((part, n))
    }
}

/// What a button asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Place,
    Add,
    Remove(usize),
    /// Takes the pasted lines as people.
    Paste,
    /// So many places whose names come later; what is no number is none.
    Later(usize),
    /// Shows the form as it is now.
    Show,
}

/// What was typed, with its people.
#[derive(Clone, Debug)]
pub struct People {
    pub fields: Fields,
    pub count: usize,
    /// Who orders has just been put in front of the others, which the form has not shown yet.
    pub joined: bool,
    layout: &'static Layout,
}

impl People {
    /// One person, with what a form begins with.
    pub fn fresh(fields: Fields, layout: &'static Layout) -> Self {
        Self { fields, count: 1, joined: false, layout }
    }

    /// What came, and what the button asks for. Names that are not of this form are left out. Nothing is placed that has
    /// not been shown: where who orders has become one more person, the form comes back first.
    pub fn read(sent: &Fields, layout: &'static Layout) -> (Self, Action) {
        let numbers: BTreeSet<usize> =
            sent.iter().filter_map(|(name, _)| layout.person(name)).map(|(_, n)| n).collect();
        // One more than an order takes, so that it is told rather than cut.
        let places: BTreeMap<usize, usize> = numbers.into_iter().take(MAX_ATTENDEES + 1).zip(1..).collect();
        let mut seen = BTreeSet::new();
        let kept = sent.iter().filter_map(|(name, value)| {
            let name = match layout.person(name) {
                Some((part, n)) => format!("{part}-{}", places.get(&n)?),
                None => (layout.once.contains(&name)
                    || [SELF, SHOWN_SELF].contains(&name)
                    || name.starts_with(ABOUT)
                    || Billing::place(name).is_some())
                .then(|| name.to_owned())?,
            };
            let several = [ANSWER, ABOUT, EXTRA].iter().any(|beginning| name.starts_with(beginning));
            (seen.insert(name.clone()) || several).then(|| (name, value.to_owned()))
        });
        let mut people = Self { fields: kept.collect(), count: places.len().max(1), joined: false, layout };
        people.take_buyer();
        let action = match sent.get("action") {
            "add" => Action::Add,
            "paste" => Action::Paste,
            "later" => Action::Later(sent.get(LATER_COUNT).trim().parse().unwrap_or_default()),
            "update" | "voucher" => Action::Show,
            other => match other.strip_prefix("remove-") {
                Some(n) => {
                    let place = n.parse().ok().and_then(|n: usize| places.get(&n));
                    place.map_or(Action::Show, |place| Action::Remove(place + usize::from(people.joined)))
                }
                None if people.joined => Action::Show,
                None => Action::Place,
            },
        };
        (people, action)
    }

    /// Whether who orders takes part: person 1 is theirs.
    pub fn has_buyer(&self) -> bool {
        self.fields.has(SELF)
    }

    /// Person 1 is who orders, if they take part. Whoever else stands there moves behind them.
    fn take_buyer(&mut self) {
        if !self.has_buyer() {
            self.fields.remove(SHOWN_SELF);
            return;
        }
        let (given, family) = split(self.fields.get("buyer-name"));
        let name = full(&given, &family);
        if !self.is_buyers(&name) {
            self.make_room();
        }
        // How somebody parts their own name is theirs to say.
        if self.name(1) != name {
            self.set("given", 1, &given);
            self.set("family", 1, &family);
        }
        for (part, field) in self.layout.of_buyer {
            let value = self.fields.get(field).to_owned();
            self.set(part, 1, &value);
        }
        self.fields.set(SHOWN_SELF, name);
    }

    /// Whether nobody else is person 1: nothing is typed of them, or they are called as who orders is, or was when the
    /// form was shown.
    fn is_buyers(&self, name: &str) -> bool {
        let called = fold(&self.name(1));
        if called.is_empty() {
            return self.fields.has(SHOWN_SELF) || self.is_blank(1);
        }
        [name, self.fields.get(SHOWN_SELF)].into_iter().any(|name| fold(name) == called)
    }

    /// A new person 1, with what one more person has from another; all others move back.
    fn make_room(&mut self) {
        let layout = self.layout;
        let moved = self.fields.iter().map(|(name, value)| match layout.person(name) {
            Some((part, n)) => (format!("{part}-{}", n + 1), value.to_owned()),
            None => (name.to_owned(), value.to_owned()),
        });
        self.fields = moved.collect();
        self.count += 1;
        self.joined = true;
        self.pass_on(2, 1);
    }

    fn pass_on(&mut self, from: usize, to: usize) {
        for part in self.layout.passed_on {
            let value = self.of(part, from).to_owned();
            self.set(part, to, &value);
        }
    }

    /// One more person.
    pub fn add(&mut self) {
        if self.count < MAX_ATTENDEES {
            self.count += 1;
            self.pass_on(self.count - 1, self.count);
        }
    }

    /// So many places whose names come later; the first instead of somebody of whom nothing is typed. None, or more than
    /// fit into an order, adds nothing and gives back how many fit.
    pub fn add_nameless(&mut self, places: usize) -> Result<(), usize> {
        let fit = MAX_ATTENDEES.saturating_sub(self.count) + usize::from(self.ends_free());
        if places == 0 || places > fit {
            return Err(fit);
        }
        for _ in 0..places {
            if !self.ends_free() {
                self.add();
            }
            self.set(LATER, self.count, "on");
        }
        self.fields.remove(LATER_COUNT);
        Ok(())
    }

    /// The last person is nobody yet, and not who orders.
    fn ends_free(&self) -> bool {
        !(self.count == 1 && self.has_buyer()) && self.is_blank(self.count)
    }

    /// Whether a person is a place whose name comes later.
    pub fn is_nameless(&self, n: usize) -> bool {
        !self.of(LATER, n).is_empty()
    }

    /// One person less; those behind move up. The last one stays. Who takes part themselves no longer does if they were
    /// the one.
    pub fn remove(&mut self, gone: usize) {
        if self.count < 2 || gone == 0 || gone > self.count {
            return;
        }
        let layout = self.layout;
        let moved = self.fields.iter().filter_map(|(name, value)| match layout.person(name) {
            Some((_, n)) if n == gone => None,
            Some((part, n)) if n > gone => Some((format!("{part}-{}", n - 1), value.to_owned())),
            _ if gone == 1 && [SELF, SHOWN_SELF].contains(&name) => None,
            _ => Some((name.to_owned(), value.to_owned())),
        });
        self.fields = moved.collect();
        self.count -= 1;
    }

    /// Whether nothing is typed of somebody.
    pub fn is_blank(&self, n: usize) -> bool {
        let typed = self.layout.parts.iter().filter(|part| !self.layout.passed_on.contains(part));
        typed.into_iter().all(|part| self.of(part, n).trim().is_empty())
    }

    pub fn of(&self, part: &str, n: usize) -> &str {
        self.fields.get(&format!("{part}-{n}"))
    }

    pub fn set(&mut self, part: &str, n: usize, value: &str) {
        self.fields.set(format!("{part}-{n}"), value);
    }

    /// What came for the questions that are asked of person `n`.
    pub fn answers(&self, n: usize) -> Typed {
        let end = format!("-{n}");
        came(&self.fields, |name| name.strip_prefix(ANSWER)?.strip_suffix(&end))
    }

    /// What came for the questions that are asked once.
    pub fn answers_once(&self) -> Typed {
        answers_once(&self.fields)
    }

    fn name(&self, n: usize) -> String {
        clean(&full(self.of("given", n), self.of("family", n)))
    }
}
