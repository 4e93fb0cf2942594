//! What is an answer, which questions are asked of whom, and what a file is.

use super::{options, question};
use base::{Chance, Time, Uuid};
use chrono::TimeDelta;
use congress::entity::question::{Kind, Model, UsedFor};
use congress::entity::question_option;
use congress::query::question::QuestionView;
use congress::rules::file::{FileKind, MAX_FILE, called, check_file};
use congress::rules::question::{
    Given, Need, OrderFault, Respondent, Typed, answers, applies, check_order, settle, shown, value,
};
use congress::service::question::Question;

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn view(n: u128, slug: &str, new: Question) -> QuestionView {
    let option = |(choice, at): (&congress::service::question::Choice, i32)| question_option::Model {
        id: id(n * 1000 + u128::try_from(at).expect("small")),
        question_id: id(n),
        slug: choice.slug.clone(),
        label: choice.label.clone().into(),
        position: at,
        active: choice.active,
    };
    QuestionView {
        options: new.options.iter().zip(1..).map(option).collect(),
        categories: new.categories,
        row: Model {
            id: id(n),
            congress_id: id(0),
            used_for: new.used_for,
            slug: slug.into(),
            label: new.label.into(),
            help: new.help.into(),
            kind: new.kind,
            least: new.least,
            most: new.most,
            required: new.required,
            depends_on: None,
            depends_value: String::new(),
            position: i32::try_from(n).expect("small"),
            purpose: new.purpose.into(),
            retention_days: new.retention_days,
            sensitive: new.sensitive,
            counted: new.counted,
            asked_until: new.asked_until,
            changed_until: new.changed_until,
            active: new.active,
            created_at: Time::default(),
        },
    }
}

fn of(kind: Kind) -> QuestionView {
    let mut new = question("Frage", kind);
    new.options = options(&["red", "blue", "old"]);
    new.options[2].active = false;
    (new.least, new.most) = (Some(1), Some(9));
    view(1, "q", new)
}

/// What is kept of what is typed, or the message; empty if nothing is kept.
fn kept(kind: Kind, typed: &[&str], held: Option<&str>) -> String {
    let typed: Vec<String> = typed.iter().map(|one| (*one).to_owned()).collect();
    match value(&of(kind).shape(), &typed, held.map(str::to_owned).as_ref()) {
        Ok(value) => value.unwrap_or_default(),
        Err(wrong) => wrong.message.to_owned(),
    }
}

#[test]
fn what_is_an_answer() {
    let long = "x".repeat(301);
    let table: &[(Kind, &[&str], &str)] = &[
        (Kind::Text, &["  kein \u{7} Fisch "], "kein Fisch"),
        (Kind::Text, &["", " "], ""),
        (Kind::Text, &["\u{200B}"], ""),
        (Kind::Text, &[&long], "question-fault-too-long"),
        (Kind::LongText, &["eins\n\n zwei \n"], "eins\n\nzwei"),
        (Kind::Number, &[" 7 "], "7"),
        (Kind::Number, &["07"], "7"),
        (Kind::Number, &["0"], "question-fault-least"),
        (Kind::Number, &["10"], "question-fault-most"),
        (Kind::Number, &["sieben"], "question-fault-number"),
        (Kind::Number, &["1.5"], "question-fault-number"),
        (Kind::Number, &["99999999999999999999"], "question-fault-number"),
        (Kind::Date, &["2027-03-11"], "2027-03-11"),
        (Kind::Date, &["11.3.2027"], "2027-03-11"),
        (Kind::Date, &["2027-02-30"], "question-fault-date"),
        (Kind::Date, &["0001-01-01"], "question-fault-date"),
        (Kind::YesNo, &["yes"], "yes"),
        (Kind::YesNo, &["no", ""], "no"),
        (Kind::YesNo, &["on"], "question-fault-choice"),
        (Kind::OneOf, &["red"], "red"),
        (Kind::OneOf, &["red", ""], "red"),
        (Kind::OneOf, &["red", "blue"], "question-fault-choice"),
        (Kind::OneOf, &["green"], "question-fault-choice"),
        (Kind::OneOf, &["old"], "question-fault-choice"),
        (Kind::SeveralOf, &["blue", "red", "blue", ""], "red blue"),
        (Kind::SeveralOf, &[""], ""),
        (Kind::SeveralOf, &["blue", "green"], "question-fault-choice"),
        (Kind::File, &["/etc/passwd"], ""),
    ];
    for (kind, typed, expected) in table {
        assert_eq!(kept(*kind, typed, None), *expected, "{kind:?} {typed:?}");
    }
    assert_eq!(kept(Kind::OneOf, &["old"], Some("old")), "old", "who chose what is no longer offered keeps it");
    assert_eq!(kept(Kind::SeveralOf, &["old", "red"], Some("old")), "red old");
}

/// Colour (1), why not red (2, after blue), a tie of several (3), why (4, after a in 3).
fn tree() -> Vec<QuestionView> {
    let colour = Question { options: options(&["red", "blue"]), ..question("Farbe", Kind::OneOf) };
    let why = Question { required: true, ..question("Warum", Kind::Text) };
    let tie = Question { options: options(&["a", "b"]), ..question("Schlips", Kind::SeveralOf) };
    let mut all =
        vec![view(1, "colour", colour), view(2, "why", why.clone()), view(3, "tie", tie), view(4, "then", why)];
    (all[1].row.depends_on, all[1].row.depends_value) = (Some(id(1)), "blue".into());
    (all[3].row.depends_on, all[3].row.depends_value) = (Some(id(3)), "a".into());
    all
}

fn typed(list: &[(&str, &str)]) -> Typed {
    let mut typed = Typed::new();
    for (slug, value) in list {
        typed.entry((*slug).into()).or_default().push((*value).into());
    }
    typed
}

const ANYONE: Respondent<'static> =
    Respondent { used_for: UsedFor::Attendee, categories: &[], at: None, sensitive: true };

fn slugs(all: &[QuestionView], typed: &Typed) -> Vec<String> {
    shown(all, &ANYONE, typed, &Given::new()).into_iter().map(|q| q.row.slug.clone()).collect()
}

#[test]
fn a_question_follows_from_an_answer() {
    let all = tree();
    assert_eq!(slugs(&all, &Typed::new()), ["colour", "tie"]);
    assert_eq!(
        slugs(&all, &typed(&[("colour", "blue"), ("tie", "b"), ("tie", "a")])),
        ["colour", "why", "tie", "then"]
    );
    let settled = |list: &[(&str, &str)], need| settle(&all, &ANYONE, &typed(list), &Given::new(), need);
    let kept = settled(&[("colour", "red"), ("why", "weil")], Need::Required).expect("what does not apply is ignored");
    assert_eq!(kept, Given::from([(id(1), "red".into())]));
    let wrong = settled(&[("colour", "blue"), ("why", " ")], Need::Required).expect_err("it must be answered");
    assert_eq!((wrong[0].0.as_str(), wrong[0].1.message), ("why", "question-fault-missing"));
    assert!(settled(&[("colour", "blue")], Need::Nothing).is_ok());
    let wrong = settled(&[("colour", "red"), ("why", "weil"), ("shoe", "1")], Need::Strict).expect_err("not asked");
    let wrong: Vec<_> = wrong.iter().map(|(slug, wrong)| (slug.as_str(), wrong.message)).collect();
    assert_eq!(wrong, [("shoe", "question-fault-not-asked"), ("why", "question-fault-not-asked")]);
}

#[test]
fn of_whom_and_until_when() {
    let now = Time::default() + TimeDelta::days(10_000);
    let mut all = vec![view(1, "q", question("Q", Kind::Text))];
    let respondent = |categories| Respondent { categories, at: Some(now), ..ANYONE };
    all[0].categories = vec![id(7)];
    assert!(!applies(&all[0], &respondent(&[]), &Given::new(), &all));
    let (both, mine) = ([id(8), id(7)], [id(7)]);
    assert!(applies(&all[0], &respondent(&both), &Given::new(), &all));
    let save = |all: &[QuestionView], before: &Given, of: &Respondent<'_>| {
        settle(all, of, &typed(&[("q", "neu")]), before, Need::Required).expect("fine")
    };
    let before = Given::from([(id(1), "alt".into())]);
    all[0].row.changed_until = Some(now);
    assert_eq!(save(&all, &before, &respondent(&mine)), before, "it can no longer be changed");
    assert_eq!(save(&all, &Given::new(), &respondent(&mine)).len(), 1, "but still be answered");
    let staff = Respondent { at: None, ..respondent(&mine) };
    assert_ne!(save(&all, &before, &staff), before, "staff change it");
    all[0].row.asked_until = Some(now);
    assert_eq!(save(&all, &Given::new(), &respondent(&mine)).len(), 0, "nor answered");
    all[0].row.sensitive = true;
    let other = Respondent { sensitive: false, ..staff };
    assert_eq!(save(&all, &before, &other), before, "who may not know it does not overwrite it");
    assert!(shown(&all, &other, &Typed::new(), &before).is_empty());
}

#[test]
fn questions_depend_only_on_what_stands_before_them() {
    let mut all = tree();
    assert_eq!(check_order(&all), Ok(()));
    all.swap(0, 1);
    assert_eq!(check_order(&all), Err(OrderFault::After));
    all.swap(0, 1);
    all[0].row.depends_on = Some(id(2));
    assert_eq!(check_order(&all), Err(OrderFault::After), "no circles");
    all[0].row.depends_on = None;
    all[1].row.depends_value = "green".into();
    assert_eq!(check_order(&all), Err(OrderFault::NoSuchAnswer));
    all[1].row.active = false;
    assert_eq!(check_order(&all), Ok(()), "what is retired binds nobody");
    all[1] = tree().swap_remove(1);
    all[0].row.used_for = UsedFor::Order;
    assert_eq!(check_order(&all), Err(OrderFault::OtherUse));
}

/// Whatever questions there are and whatever comes: what is kept applies, with the rest of what is kept; what applies and
/// is required is kept or complained about; and keeping it again changes nothing.
#[test]
fn answers_are_kept_only_for_questions_that_apply() {
    let chance = Chance::system();
    let draw = |n: u64| usize::try_from(chance.below(n)).expect("small");
    let mut kept_some = 0;
    for _ in 0..4_000 {
        let mut all: Vec<QuestionView> = vec![];
        for n in 1..=(1 + draw(8)) {
            let kind = [Kind::OneOf, Kind::SeveralOf, Kind::YesNo, Kind::Text, Kind::Number][draw(5)];
            let mut new = question("Q", kind);
            new.options = options(&["a", "b", "c"]);
            new.required = draw(3) == 0;
            new.active = draw(6) > 0;
            new.categories = if draw(3) == 0 { vec![id(7)] } else { vec![] };
            new.used_for = if draw(5) == 0 { UsedFor::Order } else { UsedFor::Attendee };
            let mut next = view(n as u128, &format!("q{n}"), new);
            if !all.is_empty() && draw(2) == 0 {
                let earlier = &all[draw(all.len() as u64)];
                let possible: Vec<String> = answers(earlier).map(str::to_owned).collect();
                if !possible.is_empty() {
                    next.row.depends_value = possible[draw(possible.len() as u64)].clone();
                    next.row.depends_on = Some(earlier.row.id);
                }
            }
            all.push(next);
        }
        let mut came = Typed::new();
        for n in 1..=9 {
            let values = ["a", "b", "c", "yes", "no", "5", "", "zzz"];
            for _ in 0..draw(3) {
                came.entry(format!("q{n}")).or_default().push(values[draw(8)].into());
            }
        }
        let categories = if draw(2) == 0 { vec![id(7)] } else { vec![id(8)] };
        let of = Respondent { categories: &categories, ..ANYONE };
        let need = [Need::Required, Need::Nothing][draw(2)];
        let before = Given::new();
        match settle(&all, &of, &came, &before, need) {
            Ok(given) => {
                kept_some += usize::from(!given.is_empty());
                for question in &all {
                    let asked = applies(question, &of, &given, &all);
                    let answered = given.contains_key(&question.row.id);
                    assert!(asked || !answered, "{} is kept and not asked: {all:?} {came:?}", question.row.slug);
                    let must = asked && question.row.required && need == Need::Required;
                    assert!(answered || !must, "{} is required", question.row.slug);
                }
                assert_eq!(settle(&all, &of, &came, &given, need), Ok(given.clone()), "again");
            }
            Err(wrong) => {
                let shown: Vec<&str> = shown(&all, &of, &came, &before).iter().map(|q| q.row.slug.as_str()).collect();
                assert!(wrong.iter().all(|(slug, _)| shown.contains(&slug.as_str())), "only of what is shown");
            }
        }
    }
    assert!(kept_some > 500, "the test tries something: {kept_some}");
}

#[test]
fn a_file_is_what_is_in_it() {
    assert_eq!(check_file(b"%PDF-1.7 rest"), Ok(FileKind::Pdf));
    assert_eq!(check_file(b"\x89PNG\r\n\x1a\nrest"), Ok(FileKind::Png));
    assert_eq!(check_file(b"\xff\xd8\xff\xe0rest"), Ok(FileKind::Jpeg));
    for other in [&b"<html>"[..], b"PK\x03\x04", b"GIF89a", b"%PDF", b"\x89PNG", b" %PDF-1.7", b"<svg/>"] {
        assert_eq!(check_file(other), Err("question-fault-file-kind"), "{other:?}");
    }
    assert_eq!(check_file(b""), Err("question-fault-file-empty"));
    let mut large = b"%PDF-1.7".to_vec();
    large.resize(MAX_FILE + 1, b' ');
    assert_eq!(check_file(&large), Err("question-fault-file-large"));
    assert_eq!(called("C:\\Eigene Dateien\\Nachweis.exe", FileKind::Pdf), "Nachweis.pdf");
    assert_eq!(called("../../\r\n", FileKind::Png), "datei.png");
}
