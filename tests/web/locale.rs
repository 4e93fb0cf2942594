//! The words: the same ones in both languages, none missing, none left over; dates, numbers and money.

use base::{Language, Money, Time};
use chrono_tz::Europe::Berlin;
use locale::{Arg, Key, Words, faults, keys};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const DE: Language = Language::De;
const EN: Language = Language::En;

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<(String, String)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, endings, found);
        } else if path.extension().is_some_and(|e| endings.iter().any(|ending| e == *ending)) {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap_or_default()));
        }
    }
}

/// Path and text of every Rust file of the product.
pub fn sources() -> Vec<(String, String)> {
    let mut found = vec![];
    collect(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src"), &["rs"], &mut found);
    assert!(found.len() > 20, "the sources are not where they were");
    found
}

/// The string literals that stand right behind `call`.
pub fn quoted_after<'a>(code: &'a str, call: &str) -> Vec<&'a str> {
    code.split(call).skip(1).filter_map(|rest| rest.strip_prefix('"')?.split_once('"').map(|(name, _)| name)).collect()
}

fn by_id(language: Language) -> BTreeMap<String, Key> {
    keys(language).into_iter().map(|key| (key.id.clone(), key)).collect()
}

#[test]
fn the_files_are_well_formed_and_no_key_comes_twice() {
    assert_eq!(faults(DE), <[String; 0]>::default());
    assert_eq!(faults(EN), <[String; 0]>::default());
}

#[test]
fn both_languages_have_the_same_keys_in_the_same_files() {
    let ids = |l| keys(l).into_iter().map(|key| format!("{}.ftl: {}", key.file, key.id)).collect::<BTreeSet<_>>();
    // What only one language's grammar needs stands behind the other messages.
    let inner = |l| keys(l).into_iter().flat_map(|key| key.messages).collect::<BTreeSet<_>>();
    let taken = |l: Language| {
        let inner = inner(l);
        move |line: &&String| !inner.iter().any(|id| line.ends_with(&format!(": {id}")))
    };
    let (german, english) = (ids(DE), ids(EN));
    let only_german: Vec<_> = german.difference(&english).filter(taken(DE)).collect();
    let only_english: Vec<_> = english.difference(&german).filter(taken(EN)).collect();
    assert!(only_german.is_empty(), "missing in English: {only_german:#?}");
    assert!(only_english.is_empty(), "missing in German: {only_english:#?}");
}

#[test]
fn both_languages_show_the_same_variables() {
    // Dates choose among the parts of a moment.
    let (german, english) = (by_id(DE), by_id(EN));
    for (id, key) in german.iter().filter(|(_, key)| key.file != "locale") {
        let Some(other) = english.get(id) else { continue };
        assert_eq!(key.variables, other.variables, "the variables of {id}");
    }
}

/// A key is used when it stands in quotes in the code, in a document or in a mail; when another message takes it in; or
/// when its beginning is what a `format!` puts a name behind: `format!("order-state-{}", …)`.
#[test]
fn no_key_is_left_over() {
    let mut texts = sources();
    collect(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("templates"), &["typ", "md"], &mut texts);
    let beginnings: Vec<&str> = texts
        .iter()
        .flat_map(|(_, code)| code.split("format!(\"").skip(1))
        .filter_map(|rest| rest.split_once('{').map(|(start, _)| start))
        .filter(|start| {
            start.ends_with('-') && start.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        })
        .collect();
    let all = keys(DE);
    let inner: BTreeSet<&String> = all.iter().flat_map(|key| &key.messages).collect();
    // Whatever stands between two quotes, be it a literal or what lies between literals.
    let quoted: BTreeSet<&str> = texts.iter().flat_map(|(_, text)| text.split('"')).collect();
    let used = |key: &&Key| {
        inner.contains(&key.id)
            || quoted.contains(key.id.as_str())
            || beginnings.iter().any(|start| key.id.starts_with(start))
    };
    let unused: Vec<String> =
        all.iter().filter(|key| !used(key)).map(|key| format!("{}.ftl: {}", key.file, key.id)).collect();
    assert!(unused.is_empty(), "no one says this any more: {unused:#?}");
}

/// The sentences that errors name: every literal in the body of a `fn message`.
fn messages(code: &str) -> Vec<&str> {
    let bodies =
        code.split("fn message(&self) -> &'static str {").skip(1).filter_map(|rest| rest.split("\n    }").next());
    bodies.flat_map(|body| body.split('"').skip(1).step_by(2)).collect()
}

#[test]
fn no_key_is_missing() {
    let known = by_id(DE);
    let mut missing = BTreeSet::new();
    for (file, code) in sources() {
        let calls = ["words.t(", "words.with(", ".t(", "with_message("];
        let named = calls.iter().flat_map(|call| quoted_after(&code, call)).chain(messages(&code));
        missing.extend(named.filter(|key| !known.contains_key(*key)).map(|key| format!("{file}: {key}")));
    }
    assert!(missing.is_empty(), "the locale files lack {missing:#?}");
}

#[test]
fn a_key_that_nobody_wrote_shows_itself() {
    assert_eq!(Words::new(EN).t("no-such-key"), "no-such-key");
}

#[test]
fn numbers_and_money_are_written_as_the_language_does() {
    let (de, en) = (Words::new(DE), Words::new(EN));
    assert_eq!((de.number(1168), en.number(1168)), ("1.168".into(), "1,168".into()));
    assert_eq!((de.number(999), de.number(-1_234_567)), ("999".into(), "−1.234.567".into()));
    assert_eq!((de.money(&Money::euro(4900)), en.money(&Money::euro(4900))), ("49,00 €".into(), "€49.00".into()));
    assert_eq!((de.decimal(123_400), en.decimal(123_400)), ("1.234,00".into(), "1,234.00".into()));
    assert_eq!((de.decimal(-150), de.decimal(5)), ("−1,50".into(), "0,05".into()));
    assert_eq!((de.money(&Money::euro(0)), de.money(&Money::euro(5))), ("0,00 €".into(), "0,05 €".into()));
    assert_eq!(
        (de.money(&Money::euro(-123_456)), en.money(&Money::euro(-123_456))),
        ("−1.234,56 €".into(), "−€1,234.56".into())
    );
    let franc = Money { amount: 100, currency: "CHF".into() };
    assert_eq!((de.money(&franc), en.money(&franc)), ("1,00 CHF".into(), "CHF 1.00".into()));
}

#[test]
fn messages_count_and_mark_nothing() {
    let args = |n: u64| [("count", Arg::from(n))];
    assert_eq!(Words::new(DE).with("form-errors", &args(1)), "Eine Angabe stimmt noch nicht");
    assert_eq!(Words::new(DE).with("form-errors", &args(1168)), "1.168 Angaben stimmen noch nicht");
    assert_eq!(Words::new(EN).with("form-errors", &args(2)), "2 entries are not right yet");
    let named = Words::new(DE).with("web-desk-section", &[("section", "Überblick".into())]);
    assert_eq!(named, "Bereiche: Überblick", "no isolation marks");
}

fn at(text: &str) -> Time {
    text.parse().unwrap_or_default()
}

#[test]
fn dates_stand_in_the_congresss_zone() {
    let (de, en) = (Words::new(DE), Words::new(EN));
    let (from, to) = (at("2027-03-11T09:00:00Z"), at("2027-03-11T16:00:00Z"));
    assert_eq!((de.date(from, Berlin), en.date(from, Berlin)), ("11. März 2027".into(), "11 March 2027".into()));
    assert_eq!(de.weekday_date(from, Berlin), "Donnerstag, 11. März 2027");
    assert_eq!(en.weekday_date(from, Berlin), "Thursday, 11 March 2027");
    let morning = at("2027-02-19T08:58:00Z");
    assert_eq!((de.time(morning, Berlin), en.time(morning, Berlin)), ("9:58 Uhr".into(), "9:58".into()));
    assert_eq!(
        (de.hours(from, to, Berlin), en.hours(from, to, Berlin)),
        ("10 bis 17 Uhr".into(), "10:00 to 17:00".into())
    );
    let half = at("2027-03-11T08:30:00Z");
    assert_eq!(de.hours(half, at("2027-03-11T11:00:00Z"), Berlin), "9:30 bis 12 Uhr");
    assert_eq!(de.span(from, to, Berlin), "Donnerstag, 11. März 2027, 10 bis 17 Uhr");
    assert_eq!(en.span(from, to, Berlin), "Thursday, 11 March 2027, 10:00 to 17:00");
    assert_eq!(de.date_time(morning, Berlin), "19. Februar 2027, 9:58 Uhr");
    assert_eq!(en.date_time(morning, Berlin), "19 February 2027, 9:58");
    assert_eq!((de.short(morning, Berlin), en.short(morning, Berlin)), ("19.02. 9:58".into(), "19 Feb 9:58".into()));
    // The night of summer time: 1 o'clock UTC is 2 in winter and 3 in summer.
    assert_eq!(de.time(at("2027-03-28T00:59:00Z"), Berlin), "1:59 Uhr");
    assert_eq!(de.time(at("2027-03-28T01:00:00Z"), Berlin), "3:00 Uhr");
}

#[test]
fn several_days_are_said_as_short_as_can_be() {
    let (de, en) = (Words::new(DE), Words::new(EN));
    let from = at("2027-03-11T09:00:00Z");
    assert_eq!(de.span(from, at("2027-03-13T16:00:00Z"), Berlin), "11. bis 13. März 2027");
    assert_eq!(en.span(from, at("2027-03-13T16:00:00Z"), Berlin), "11 to 13 March 2027");
    assert_eq!(de.span(from, at("2027-04-01T16:00:00Z"), Berlin), "11. März bis 1. April 2027");
    assert_eq!(en.span(from, at("2028-01-01T16:00:00Z"), Berlin), "11 March 2027 to 1 January 2028");
}

#[test]
fn a_whole_number_is_read_with_what_stands_between_thousands_alone() {
    for (typed, read) in [
        ("1500", Some(1500)),
        (" 1 500 ", Some(1500)),
        ("1.500", Some(1500)),
        ("1,500,000", Some(1_500_000)),
        ("-3", Some(-3)),
        ("1.5", None),
        ("1,50", None),
        ("1.500,00", None),
        ("", None),
        ("-", None),
        ("--3", None),
        ("99999999999", None),
    ] {
        assert_eq!(locale::whole(typed), read, "{typed:?}");
    }
}
