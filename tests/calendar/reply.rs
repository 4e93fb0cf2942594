//! Answers that calendar programs send by mail: read as they write them, and taken if they answer what holds.

use super::invitation::{answers_to, calm, moved, organiser, told, with_speaker};
use crate::kit::App;
use crate::program::process::Place;
use ::base::{Actor, Chance, Text, Time};
use ::calendar::entity::invitation::{self, Participation};
use ::calendar::reply::{Attendee, Reply, read};
use ::calendar::rules::invitation::Content;
use ::calendar::rules::reply::{Answered, Known, Why, answered, same_since};
use ::calendar::service::answer::by_mail;
use ::chrono::{DateTime, TimeDelta};
use ::data_encoding::BASE64;
use ::sea_orm::EntityTrait;
use std::collections::BTreeMap;
use std::path::Path;

/// What an answer says.
#[derive(Clone)]
pub struct Said<'a> {
    pub uid: String,
    pub address: &'a str,
    pub sequence: i32,
    pub at: Time,
}

/// A mail of `tests/data/calendar/` that says this. What stands in it as base64 is written as text there.
pub fn mail(name: &str, said: &Said) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/calendar").join(name).with_extension("eml");
    let text = std::fs::read_to_string(path).expect("a mail");
    let text = [
        ("{uid}", said.uid.clone()),
        ("{address}", said.address.to_owned()),
        ("{sequence}", said.sequence.to_string()),
        ("{stamp}", said.at.format("%Y%m%dT%H%M%SZ").to_string()),
        ("{date}", said.at.to_rfc2822()),
        ("{organiser}", "bounces@owl.example".to_owned()),
    ]
    .into_iter()
    .fold(text, |text, (name, value)| text.replace(name, &value))
    .replace('\n', "\r\n");
    let mut parts = text.split("{base64}\r\n");
    let mut whole = parts.next().expect("a beginning").to_owned();
    for part in parts {
        let (inner, rest) = part.split_once("{/base64}\r\n").expect("an end");
        for line in BASE64.encode(inner.as_bytes()).as_bytes().chunks(76) {
            whole.push_str(std::str::from_utf8(line).expect("letters"));
            whole.push_str("\r\n");
        }
        whole.push_str(rest);
    }
    whole.into_bytes()
}

const LEA: &str = "lea@lemgo.example";

fn at(seconds: i64) -> Time {
    DateTime::from_timestamp(1_772_352_000 + seconds, 0).expect("a time")
}

fn sample() -> Said<'static> {
    Said { uid: "0f6b0a54-5d1e-4c83-9a77-3f1a7f3a8a11@kongress".into(), address: LEA, sequence: 3, at: at(0) }
}

#[test]
fn each_program_answers_in_its_own_way() {
    for (name, answer, addresses) in [
        ("reply-outlook", "ACCEPTED", 1),
        ("reply-google", "TENTATIVE", 1),
        ("reply-apple", "DECLINED", 2),
        ("reply-thunderbird", "ACCEPTED", 1),
        ("reply-counter", "TENTATIVE", 1),
    ] {
        let expected = Reply {
            counters: name == "reply-counter",
            uid: sample().uid,
            sequence: Some(3),
            stamp: Some(at(0)),
            recurrence: false,
            attendees: vec![Attendee { addresses: vec![LEA.into(); addresses], answer: answer.into() }],
        };
        assert_eq!(read(&mail(name, &sample())), Some(expected), "{name}");
    }
}

/// A mail with one calendar.
fn plain(calendar: &str) -> Vec<u8> {
    let head = "From: Lea <LEA@lemgo.example>\r\nDate: Sun, 01 Mar 2026 08:00:00 +0000\r\nContent-Type: text/calendar";
    format!("{head}\r\n\r\n{}", calendar.replace('\n', "\r\n")).into_bytes()
}

#[test]
fn what_answers_nothing_is_no_answer_and_what_lacks_something_says_so() {
    let event = "BEGIN:VEVENT\nUID:x\nATTENDEE;PARTSTAT=ACCEPTED:mailto:lea@lemgo.example\nEND:VEVENT\n";
    let of = |method: &str| format!("BEGIN:VCALENDAR\nMETHOD:{method}\n{event}END:VCALENDAR\n");
    for none in [of("REQUEST"), of("CANCEL"), of("REFRESH"), of(""), event.into(), String::new()] {
        assert_eq!(read(&plain(&none)), None, "{none}");
    }
    // One that was returned, or forwarded as a whole mail.
    let mut forwarded = b"Content-Type: message/rfc822\r\n\r\n".to_vec();
    forwarded.extend(plain(&of("REPLY")));
    assert_eq!(read(&forwarded), None);
    let reply = read(&plain(&of("reply"))).unwrap();
    assert_eq!((reply.sequence, reply.stamp), (None, Some(at(0))), "when it was sent");
    let cut = read(&plain("BEGIN:VCALENDAR\nMETHOD:REPLY\n")).unwrap();
    assert_eq!((cut.uid.as_str(), cut.attendees.len()), ("", 0));
    let cut = of("REPLY").replace("END:VEVENT\nEND:VCALENDAR\n", "");
    let nothing = Reply { stamp: Some(at(0)), ..Reply::default() };
    assert_eq!(read(&plain(&cut)), Some(nothing), "what is missing may have been the version");
    let odd = read(&plain(&of("REPLY").replace("UID:x", "UID:x\nSEQUENCE:99999999999"))).unwrap();
    assert_eq!(odd.sequence, Some(i32::MAX));
    // Whoever is named by something else is who the mail is from.
    let other = read(&plain(&of("REPLY").replace("mailto:lea@lemgo.example", "/principals/17/"))).unwrap();
    assert_eq!(other.attendees[0].addresses, [LEA]);
    let quoted = "ATTENDEE;CN=\"A:b;c\";SENT-BY=\"mailto:x@y.example\";PARTSTAT=declined:MailTo:Lea@Lemgo.example";
    let quoted = of("REPLY").replace("ATTENDEE;PARTSTAT=ACCEPTED:mailto:lea@lemgo.example", quoted);
    let attendee = Attendee { addresses: vec![LEA.into()], answer: "DECLINED".into() };
    assert_eq!(read(&plain(&quoted)).unwrap().attendees, [attendee]);
}

#[test]
fn whatever_comes_is_read_in_time() {
    let chance = Chance::seeded(5546);
    let whole = mail("reply-outlook", &sample());
    for end in (0..whole.len()).step_by(7) {
        read(&whole[..end]);
    }
    for name in ["reply-google", "reply-apple", "reply-thunderbird"] {
        for _ in 0..200 {
            let mut broken = mail(name, &sample());
            for _ in 0..=chance.below(20) {
                let at = usize::try_from(chance.below(broken.len() as u64)).expect("small");
                broken[at] =
                    [0, b'\n', b' ', b';', b':', b'"', b'=', 0xff][usize::try_from(chance.below(8)).expect("small")];
            }
            read(&broken);
        }
    }
    let began = std::time::Instant::now();
    let event = "BEGIN:VEVENT\nUID:x\n";
    for calendar in [
        format!("BEGIN:VCALENDAR\nMETHOD:REPLY\n{}", event.repeat(50_000)),
        format!("BEGIN:VCALENDAR\nMETHOD:REPLY\n{}", "BEGIN:A\n".repeat(100_000)),
        format!("BEGIN:VCALENDAR\nMETHOD:REPLY\n{event}ATTENDEE{}", "\n ;A=B".repeat(150_000)),
        format!("BEGIN:VCALENDAR\nMETHOD:REPLY\n{event}{}", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.c\n".repeat(25_000)),
        "\0".repeat(1_000_000),
        "\n ".repeat(500_000),
        "BEGIN:VCALENDAR\nMETHOD:REPLY".replace(':', &":".repeat(500_000)),
    ] {
        if let Some(reply) = read(&plain(&calendar)) {
            assert!(reply.attendees.len() <= 2);
        }
    }
    let part = "--b\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\n";
    let many = format!("Content-Type: multipart/mixed; boundary=b\r\n\r\n{}--b--\r\n", part.repeat(10_000));
    assert_eq!(read(many.as_bytes()), None);
    assert!(began.elapsed() < std::time::Duration::from_secs(20), "{:?}", began.elapsed());
}

#[test]
fn an_answer_is_one_to_what_holds() {
    let now = at(100);
    let known = Known {
        addresses: vec![LEA.into()],
        sequence: 4,
        same_since: 2,
        ends_at: at(1_000),
        cancelled: false,
        participation: Participation::NeedsAction,
        answered_at: None,
    };
    let attendee = |address: &str, answer: &str| Attendee { addresses: vec![address.into()], answer: answer.into() };
    let says = |answer: &str| Reply {
        uid: "x".into(),
        sequence: Some(3),
        stamp: Some(at(10)),
        attendees: vec![attendee(LEA, answer)],
        ..Reply::default()
    };
    let yes = says("ACCEPTED");
    let then = |reply: &Reply, known: &Known| answered(reply, known, now);
    let nothing =
        |reply: &Reply, known: &Known, why| assert_eq!(then(reply, known), Answered::Nothing(why), "{reply:?}");
    for (said, expected) in [
        ("ACCEPTED", Participation::Accepted),
        ("TENTATIVE", Participation::Tentative),
        ("DECLINED", Participation::Declined),
    ] {
        assert_eq!(then(&says(said), &known), Answered::Now(expected, at(10)));
    }
    for said in ["", "NEEDS-ACTION", "DELEGATED", "COMPLETED", "X-PERHAPS"] {
        nothing(&says(said), &known, Why::NoAnswer);
    }
    // Another time is wished for: what they say of this one holds.
    let counter = |said| Reply { counters: true, ..says(said) };
    assert_eq!(then(&counter(""), &known), Answered::Now(Participation::Tentative, at(10)));
    assert_eq!(then(&counter("DECLINED"), &known), Answered::Now(Participation::Declined, at(10)));

    // Whose it is.
    let by = |attendees| Reply { attendees, ..yes.clone() };
    nothing(&by(vec![attendee("henrik@lemgo.example", "ACCEPTED")]), &known, Why::SomebodyElse);
    nothing(&by(vec![]), &known, Why::Unclear);
    let both = vec![attendee(LEA, "ACCEPTED"), attendee("henrik@lemgo.example", "DECLINED")];
    nothing(&by(both), &known, Why::Unclear);

    // To what.
    for (sequence, why) in [(1, Why::OtherTime), (0, Why::OtherTime), (-1, Why::OtherTime), (5, Why::NeverTold)] {
        nothing(&Reply { sequence: Some(sequence), ..yes.clone() }, &known, why);
    }
    for sequence in [2, 3, 4] {
        let reply = Reply { sequence: Some(sequence), ..yes.clone() };
        assert_eq!(then(&reply, &known), Answered::Now(Participation::Accepted, at(10)));
    }
    nothing(&Reply { sequence: None, ..yes.clone() }, &known, Why::OtherTime);
    nothing(&Reply { recurrence: true, ..yes.clone() }, &known, Why::Unclear);
    nothing(&Reply { stamp: None, ..yes.clone() }, &known, Why::Unclear);
    nothing(&yes, &Known { cancelled: true, ..known.clone() }, Why::CalledOff);
    nothing(&yes, &Known { ends_at: now, ..known.clone() }, Why::Over);

    // The later of two holds; fractions of a second are not told.
    let no = |seconds, millis| Known {
        participation: Participation::Declined,
        answered_at: Some(at(seconds) + TimeDelta::milliseconds(millis)),
        ..known.clone()
    };
    nothing(&yes, &no(11, 0), Why::Older);
    assert_eq!(then(&yes, &no(10, 900)), Answered::Now(Participation::Accepted, at(10)));
    nothing(&says("DECLINED"), &no(10, 0), Why::Again);
    assert_eq!(then(&says("DECLINED"), &no(9, 0)), Answered::Still(at(10)));
    let fast = Reply { stamp: Some(at(5_000)), ..yes.clone() };
    assert_eq!(then(&fast, &known), Answered::Now(Participation::Accepted, now), "a clock that is fast");

    // From which version on the time is what it is now.
    let content = |from: i64, room: &str| Content {
        title: Text::same("Eins"),
        room: Text::same(room),
        venue: String::new(),
        starts_at: at(from),
        ends_at: at(from + 30),
    };
    let told =
        |all: &[(i32, i64)]| all.iter().map(|(n, from)| (*n, content(*from, "Foyer"))).collect::<BTreeMap<_, _>>();
    let here = content(60, "Saal");
    for (versions, sequence, expected) in [
        (told(&[(0, 60), (1, 60), (2, 60)]), 2, 0),
        (told(&[(0, 60), (1, 90), (2, 60)]), 2, 2),
        (told(&[(0, 90), (1, 60), (2, 60)]), 2, 1),
        (told(&[(0, 60), (2, 60)]), 2, 2),
        (told(&[]), 0, 0),
    ] {
        assert_eq!(same_since(&versions, sequence, &here), expected, "{versions:?}");
    }
}

async fn invited(app: &App) -> invitation::Model {
    let rows = invitation::Entity::find().all(app.store.read()).await.unwrap();
    let mut rows: Vec<_> = rows.into_iter().filter(|row| row.content.0.title.de == "Was Daten können").collect();
    rows.sort_by_key(|row| row.id);
    rows.pop().expect("an invitation")
}

#[tokio::test]
async fn a_speaker_answers_by_mail_and_a_no_reaches_the_office_once() {
    let app = &App::start_with(|config| config.bounce_address = Some("bounces@owl.example".into())).await;
    let owl = with_speaker(app).await;
    answers_to(app, "kongress@lemgo.example").await;
    moved(app, owl, 2, 15).await;
    calm(app).await;
    let row = invited(app).await;
    assert_eq!((row.sequence, row.organiser.as_deref()), (0, Some("bounces@owl.example")));
    let said = |sequence, at| Said { uid: format!("{}@kongress", row.uid), address: LEA, sequence, at };
    let takes = async |raw: Vec<u8>| kongress::letter::take(&app.store, None, &raw).await.unwrap();
    let stands = async || invited(app).await.participation;
    let now = || app.store.now();

    let yes = said(0, now());
    takes(mail("reply-outlook", &Said { address: "henrik@lemgo.example", ..yes.clone() })).await;
    takes(mail("reply-outlook", &Said { uid: "x'; --@kongress".into(), ..yes.clone() })).await;
    takes(mail("reply-outlook", &Said { uid: format!("{}@kongress", row.id), ..yes.clone() })).await;
    assert_eq!(stands().await, Participation::NeedsAction);
    for _ in 0..2 {
        takes(mail("reply-outlook", &Said { address: "LEA@Lemgo.Example", ..yes.clone() })).await;
    }
    assert_eq!(stands().await, Participation::Accepted);
    let answers = "SELECT count(*) FROM event WHERE verb = 'session.answered-by-mail'";
    assert_eq!(app.count(answers).await, 1, "the same mail twice changes nothing");
    takes(mail("reply-google", &Said { at: now() - TimeDelta::minutes(1), ..yes.clone() })).await;
    assert_eq!(stands().await, Participation::Accepted, "what was answered before came later");
    app.advance(TimeDelta::seconds(2));
    takes(mail("reply-counter", &said(0, now()))).await;
    assert_eq!(stands().await, Participation::Tentative);

    // No, by the mail server's hand and again from the letter box.
    app.advance(TimeDelta::seconds(2));
    let no = mail("reply-apple", &said(0, now()));
    let place = Place::on(&app.database().url);
    let handed = place.run_with(&["bounce"], std::str::from_utf8(&no).unwrap()).await;
    assert_eq!(handed.code, Some(0), "{handed:?}");
    takes(no.clone()).await;
    assert_eq!((stands().await, app.count(answers).await), (Participation::Declined, 3));
    app.deliver().await;
    let office = |mails: Vec<crate::kit::smtp::Received>| {
        mails.into_iter().filter(|mail| mail.to == "kongress@lemgo.example").count()
    };
    assert_eq!(office(app.smtp.mails()), 1);

    // At another time they are asked again: what was said of the one before does not count.
    moved(app, owl, 1, 10).await;
    calm(app).await;
    assert_eq!((stands().await, invited(app).await.sequence), (Participation::NeedsAction, 1));
    takes(no).await;
    takes(mail("reply-thunderbird", &said(0, now()))).await;
    assert_eq!(stands().await, Participation::NeedsAction);
    takes(mail("reply-thunderbird", &said(2, now()))).await;
    assert_eq!(stands().await, Participation::NeedsAction, "of what was never told");
    takes(mail("reply-thunderbird", &said(1, now()))).await;
    assert_eq!(stands().await, Participation::Accepted);

    // Whom it is from stays, whatever is set since; what is called off is not answered.
    answers_to(app, "neu@lemgo.example").await;
    ::programme::service::session::cancel(&app.store, &Actor::system(), owl, row.session_id, "Krank").await.unwrap();
    told(app, owl).await;
    calm(app).await;
    let organisers: std::collections::BTreeSet<String> =
        app.smtp.mails().iter().filter(|mail| mail.to == LEA).map(organiser).collect();
    assert_eq!(organisers.into_iter().collect::<Vec<_>>(), ["mailto:bounces@owl.example"]);
    let after = read(&mail("reply-apple", &said(2, now()))).unwrap();
    assert_eq!(by_mail(&app.store, &after).await.unwrap(), Answered::Nothing(Why::CalledOff));
    assert_eq!(office(app.smtp.mails()), 1);
    assert_eq!(app.failed_jobs().await, Vec::<String>::new());
}
