//! To whom, what, when: decided by pure functions.

use super::{letter, people};
use crate::kit::{App, run};
use ::base::{Actor, Language, Text, Time, Uuid};
use ::campaign::query::recipient::results;
use ::campaign::query::segment::reach;
use ::campaign::rules::letter::{Block, Blocks, Fault, Placeholder, Unknown, faults, fill};
use ::campaign::rules::plan::{Relative, next_window};
use ::campaign::rules::segment::{Criterion, Group, Segment, Term, sentence};
use ::campaign::service::campaign::{Draft, start};
use ::chrono_tz::Europe::Berlin;

fn is(criterion: Criterion) -> Term {
    Term { not: false, criterion }
}

fn not(criterion: Criterion) -> Term {
    Term { not: true, criterion }
}

fn any(groups: Vec<Vec<Term>>) -> Segment {
    Segment { any: groups.into_iter().map(|all| Group { all }).collect() }
}

#[tokio::test]
async fn conditions_mean_whom_they_say_and_none_mean_nobody() {
    run(async |app: &App| {
        let owl = people(app, 3).await;
        app.order(owl, &[("on-site", "Ben B")]).await;
        app.deliver().await;
        let tx = app.store.begin().await.unwrap();
        let host = congress::query::by_id(&tx, owl).await.unwrap().unwrap().host_id;
        identity::service::mailbox::mailbox_for(&tx, host, "fremd@hamm.example", Language::De).await.unwrap();
        identity::service::mailbox::mailbox_for(&tx, host, "ada.a@delbrueck.example", Language::En).await.unwrap();
        tx.commit().await.unwrap();
        let n = async |segment: Segment| reach(app.store.read(), owl, &segment).await.unwrap().all;
        assert_eq!(n(Segment::with_ticket()).await, 4);
        assert_eq!(n(Segment::default()).await, 0);
        assert_eq!(n(any(vec![vec![]])).await, 0);
        // Who is denied something is still somebody of this congress.
        assert_eq!(n(any(vec![vec![not(Criterion::Speaks)]])).await, 5, "and who ordered");
        assert_eq!(n(any(vec![vec![is(Criterion::Language(Language::En))]])).await, 1);
        let both = vec![is(Criterion::Ticket), not(Criterion::Language(Language::En))];
        assert_eq!(n(any(vec![both])).await, 3);
        let either = vec![vec![is(Criterion::Language(Language::En))], vec![is(Criterion::Ticket)]];
        assert_eq!(n(any(either)).await, 4);
        for criterion in [
            Criterion::Category(Uuid::nil()),
            Criterion::Unpaid,
            Criterion::Unapproved,
            Criterion::Cancelled,
            Criterion::Admitted,
            Criterion::Town("100%_".into()),
            Criterion::Organisation("'; DROP TABLE mailbox; --".into()),
            Criterion::AnySeat,
            Criterion::Seat(Uuid::nil()),
            Criterion::Speaks,
            Criterion::SpeaksIn(Uuid::nil()),
            Criterion::HandedIn,
            Criterion::Edition(Uuid::nil()),
            Criterion::WaitingList,
            Criterion::AgreedToNews,
            Criterion::Contact,
            Criterion::Answered(Uuid::nil()),
            Criterion::SaidYes(Uuid::nil()),
            Criterion::SaidNo(Uuid::nil()),
            Criterion::SeatTrack(Uuid::nil()),
            Criterion::SeatType(Uuid::nil()),
            Criterion::SpeaksTrack(Uuid::nil()),
            Criterion::SpeaksType(Uuid::nil()),
        ] {
            assert_eq!(n(any(vec![vec![is(criterion.clone())]])).await, 0, "{criterion:?}");
            assert_eq!(n(any(vec![vec![not(criterion.clone())]])).await, 5, "{criterion:?}");
        }
        let buyers = n(any(vec![vec![is(Criterion::Buyer(registration::entity::order::BuyerKind::Person))]])).await;
        let others = n(any(vec![vec![not(Criterion::Buyer(registration::entity::order::BuyerKind::Person))]])).await;
        assert_eq!((buyers, others), (0, 5));
    })
    .await;
}

#[tokio::test]
async fn who_was_at_an_earlier_congress_is_meant_where_that_is_asked_and_gets_no_more_than_they_agreed_to() {
    run(async |app: &App| {
        let owl = people(app, 1).await;
        let earlier = app.congress("owl-26", 100).await;
        app.order(earlier.id, &[("on-site", "Ben B"), ("on-site", "Ada A")]).await;
        app.deliver().await;
        let n = async |segment: Segment| reach(app.store.read(), owl, &segment).await.unwrap().all;
        assert_eq!(n(any(vec![vec![is(Criterion::Edition(earlier.id))]])).await, 2);
        // Who was there and has no ticket this time.
        let missing = any(vec![vec![is(Criterion::Edition(earlier.id)), not(Criterion::Ticket)]]);
        assert_eq!(n(missing.clone()).await, 1);
        assert_eq!(n(any(vec![vec![not(Criterion::Edition(earlier.id))]])).await, 1, "who ordered");
        let draft = Draft { segment: missing, ..letter("Kommen Sie wieder") };
        let row = super::added(app, owl, draft).await;
        start(&app.store, &Actor::system(), &row, row.version).await.unwrap();
        app.run_jobs().await;
        let done = results(app.store.read(), row.id).await.unwrap();
        assert_eq!((done.all, done.no_consent, done.sent), (1, 1, 0));
    })
    .await;
}

#[test]
fn a_segment_reads_as_a_sentence() {
    let segment =
        any(vec![vec![is(Criterion::Ticket), not(Criterion::Speaks)], vec![is(Criterion::WaitingList)], vec![]]);
    let word = |term: &Term| match (term.not, &term.criterion) {
        (false, Criterion::Ticket) => "hat ein Ticket".to_owned(),
        (true, Criterion::Speaks) => "spricht nicht".to_owned(),
        _ => "wartet".to_owned(),
    };
    assert_eq!(sentence(&segment, "und", "oder", word), "hat ein Ticket und spricht nicht; oder wartet");
    assert_eq!(segment.clone().tidy().any.len(), 2);
    let kept = serde_json::to_string(&segment).unwrap();
    assert_eq!(serde_json::from_str::<Segment>(&kept).unwrap(), segment);
}

#[test]
fn placeholders_are_filled_once_and_unknown_ones_refused() {
    let value =
        |known: Placeholder| if known == Placeholder::Name { "{{ congress }}".into() } else { "OWL".to_owned() };
    assert_eq!(fill("{{ name }} {{congress}}", value).as_deref(), Ok("{{ congress }} OWL"));
    assert_eq!(fill("Guten Tag {{ name }}, in {{ place }}", |_| String::new()).as_deref(), Ok("Guten Tag, in"));
    assert_eq!(fill("{{7*7}}", value), Err(Unknown("7*7".into())));
    assert_eq!(fill("offen {{ name", value), Err(Unknown("name".into())));
    assert_eq!(fill("{ name } }}", value).as_deref(), Ok("{ name } }}"));
}

#[test]
fn what_keeps_a_letter_from_going_out_is_named_with_its_piece() {
    let good = letter("x");
    assert_eq!(faults(&good.subject, &good.blocks, |_| true), []);
    let bad = Blocks(vec![
        Block::Text { text: Text::new("nur Deutsch", "") },
        Block::Text { text: Text::same("{{ kaese }}") },
        Block::Button { label: Text::same("x"), url: "javascript:alert(1)".into() },
        Block::Session { id: Uuid::nil() },
    ]);
    let found = faults(&Text::new("Betreff", ""), &bad, |_| false);
    assert_eq!(
        found,
        [
            Fault::SubjectLanguage,
            Fault::Language { block: 1 },
            Fault::Placeholder { block: 2, name: "kaese".into() },
            Fault::Url { block: 3 },
            Fault::Gone { block: 4 },
        ]
    );
    assert_eq!(faults(&Text::default(), &Blocks::default(), |_| true), [Fault::NoSubject, Fault::Empty]);
    // What would take in the link behind it; and an address that somebody's name would end.
    for text in ["```\n{{ my_link }}", "<!--\nalles weg"] {
        let blocks = Blocks(vec![Block::Text { text: Text::same(text) }]);
        assert_eq!(faults(&good.subject, &blocks, |_| true), [Fault::Swallows { block: 1 }], "{text}");
    }
    for (url, leads) in [("{{ my_link }}", true), ("https://owl.example/?x={{ name }}", false)] {
        let blocks = Blocks(vec![Block::Button { label: Text::same("x"), url: url.into() }]);
        assert_eq!(faults(&good.subject, &blocks, |_| true).is_empty(), leads, "{url}");
    }
}

fn at(text: &str) -> Time {
    text.parse().unwrap()
}

#[test]
fn nobody_is_written_to_at_night_also_when_the_clocks_change() {
    let next = |time: &str| next_window(at(time), Berlin, false);
    assert_eq!(next("2027-03-10T11:00:00Z"), at("2027-03-10T11:00:00Z"));
    assert_eq!(next("2027-03-10T20:00:00Z"), at("2027-03-11T06:00:00Z"));
    assert_eq!(next("2027-03-10T03:00:00Z"), at("2027-03-10T06:00:00Z"));
    // In the night of the 28th the clocks go forward: seven is an hour earlier.
    assert_eq!(next("2027-03-27T20:30:00Z"), at("2027-03-28T05:00:00Z"));
    assert_eq!(next_window(at("2027-03-10T20:00:00Z"), Berlin, true), at("2027-03-10T20:00:00Z"));
    let (begins, ends) = (at("2027-03-30T07:00:00Z"), at("2027-03-31T22:00:00Z"));
    let before = |days, minute| Relative::Before { days, minute }.at((begins, ends), Berlin);
    assert_eq!(before(3, 9 * 60), Some(at("2027-03-27T08:00:00Z")));
    assert_eq!(before(1, 9 * 60), Some(at("2027-03-29T07:00:00Z")));
    // An hour that there is not.
    assert_eq!(before(2, 2 * 60 + 30), Some(at("2027-03-28T01:30:00Z")));
    assert_eq!(before(2, 24 * 60), None);
    // What ends at midnight ended the day before.
    let after = |days, minute| Relative::After { days, minute }.at((begins, ends), Berlin);
    assert_eq!(after(3, 9 * 60), Some(at("2027-04-03T07:00:00Z")));
    assert_eq!(after(0, 23 * 60), Some(at("2027-03-31T21:00:00Z")));
    assert_eq!(Relative::Hours { hours: 48 }.at((begins, ends), Berlin), Some(at("2027-03-28T07:00:00Z")));
}
