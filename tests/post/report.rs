//! Reports as servers write them, told apart: `tests/data/reports/`.

use post::Trouble;
use post::Trouble::{Full, Later, Recipient, Refused};
use post::report::standing::{Became, Standing, Step, standing};
use post::report::{Action, What, meaning, read};
use std::path::Path;

fn sample(name: &str) -> post::report::Report {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/reports").join(name).with_extension("eml");
    read(&std::fs::read(path).unwrap())
}

/// What one recipient's report says: action, enhanced code, meaning, address.
type Told = (Action, Option<&'static str>, Trouble, &'static str);

#[test]
fn delivery_reports_tell_what_became_of_which_mail() {
    use Action::{Delayed, Delivered, Failed, Relayed};
    let cases: [(&str, Option<&str>, &[Told]); 11] = [
        ("postfix-unknown", Some("aq3x@congress.test"), &[(Failed, Some("5.1.1"), Recipient, "henrik@lemgo.example")]),
        (
            "postfix-delayed",
            Some("delayed-1@congress.test"),
            &[(Delayed, Some("4.4.1"), Later, "petra@buende.example")],
        ),
        ("postfix-delivered", Some("ok-1@congress.test"), &[(Delivered, Some("2.0.0"), Refused, "alice@example.test")]),
        (
            "exchange-unknown",
            Some("exch-1@congress.test"),
            &[(Failed, Some("5.1.10"), Recipient, "maria.koehler@kreis.example")],
        ),
        // A policy is no dead address.
        ("exchange-policy", Some("pol-1@congress.test"), &[(Failed, Some("5.7.1"), Refused, "jan@kreis.example")]),
        ("gmail-full", Some("gm-1@congress.test"), &[(Failed, Some("5.2.2"), Full, "jule@gmail.example")]),
        // "5.0.0", and the server before it had said why.
        ("exim-dsn", Some("exim-1@congress.test"), &[(Failed, Some("5.1.1"), Recipient, "ines@detmold.example")]),
        ("exim-old", Some("exim-old@congress.test"), &[(Failed, Some("5.2.1"), Recipient, "ines@detmold.example")]),
        // Cut off, without an action; the Message-ID stands in the words alone.
        ("broken-cut", Some("cut-1@congress.test"), &[(Failed, Some("5.1.2"), Recipient, "uwe@old.example")]),
        (
            "two-recipients",
            Some("two-1@congress.test"),
            &[(Relayed, Some("2.0.0"), Refused, "a@list.example"), (Failed, Some("4.4.7"), Later, "b@list.example")],
        ),
        ("broken-empty", None, &[]),
    ];
    for (name, original, told) in cases {
        let report = sample(name);
        assert_eq!(report.original.as_deref(), original, "{name}");
        let recipients = match &report.what {
            What::Delivery(recipients) => recipients.as_slice(),
            _ => &[],
        };
        let codes: Vec<_> = recipients.iter().map(|r| r.status.map(|code| code.to_string())).collect();
        let read: Vec<_> = recipients
            .iter()
            .zip(&codes)
            .map(|(r, code)| (r.action, code.as_deref(), meaning(r.status), r.address.as_deref().unwrap_or_default()))
            .collect();
        assert_eq!(read, told, "{name}");
    }
    let report = sample("postfix-unknown");
    assert!(report.to.contains(&"bounces+abc@congress.test".into()), "{:?}", report.to);
    let What::Delivery(recipients) = report.what else { panic!("a report") };
    assert_eq!(
        recipients[0].said,
        "550 5.1.1 <henrik@lemgo.example>: Recipient address rejected: User unknown in virtual mailbox table"
    );
}

#[test]
fn what_is_no_bounce_is_none() {
    for (name, what) in [
        ("out-of-office", What::Automatic),
        ("read-receipt", What::Automatic),
        ("complaint", What::Complaint("abuse".into())),
        ("not-spam", What::Other),
        ("person", What::Other),
        ("broken-empty", What::Other),
        ("broken-noise", What::Other),
    ] {
        assert_eq!(sample(name).what, what, "{name}");
    }
    let complaint = sample("complaint");
    assert_eq!(complaint.original.as_deref(), Some("arf-orig@congress.test"));
    assert!(complaint.to.contains(&"bounces+abc@congress.test".into()), "{:?}", complaint.to);
    assert_eq!(read(b"").what, What::Other);
}

#[test]
fn what_no_database_takes_is_left_out() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/reports/postfix-unknown.eml");
    let text = String::from_utf8(std::fs::read(path).unwrap()).unwrap();
    let text = text.replace("aq3x@congress.test", "aq3x\0@congress.test").replace("henrik@lemgo", "henrik\0@lemgo");
    let report = read(text.as_bytes());
    assert!(matches!(&report.what, What::Delivery(all) if all.len() == 1), "{report:?}");
    assert!(!format!("{report:?}").contains("\\0"), "{report:?}");
}

/// What happened: after how many hours, to which mail, what; then how many count, and since which hour it is blocked.
type Case = (&'static str, &'static [(i64, u128, Became)], i32, Option<i64>);

#[test]
fn an_address_is_dead_by_one_hard_or_three_soft_bounces_until_a_mail_arrives() {
    use Became::{Accepted, Complaint, Delivered, Hard, Soft};
    let day = |hours: i64| chrono::DateTime::from_timestamp(1_800_000_000 + hours * 3600, 0).unwrap();
    let now = day(1_000);
    let cases: [Case; 12] = [
        ("nothing", &[], 0, None),
        ("one hard", &[(1, 1, Hard)], 1, Some(1)),
        ("two soft", &[(1, 1, Soft), (2, 2, Soft)], 2, None),
        ("three soft", &[(1, 1, Soft), (2, 2, Soft), (3, 3, Soft)], 3, Some(3)),
        ("three of the same mail", &[(1, 1, Soft), (2, 1, Soft), (3, 1, Soft)], 1, None),
        ("one arrived between", &[(1, 1, Soft), (2, 2, Soft), (3, 9, Delivered), (4, 3, Soft)], 1, None),
        ("arrived after", &[(1, 1, Hard), (3, 9, Delivered)], 0, None),
        // The next server takes everything: a report may follow, and another mail says nothing so soon.
        ("taken at once", &[(1, 1, Hard), (3, 9, Accepted)], 1, Some(1)),
        ("taken a day later", &[(1, 1, Hard), (26, 9, Accepted)], 0, None),
        ("taken, and it came back", &[(1, 1, Hard), (26, 9, Accepted), (30, 9, Hard)], 2, Some(1)),
        ("taken just now", &[(1, 1, Hard), (990, 9, Accepted)], 1, Some(1)),
        ("a complaint stays", &[(1, 1, Complaint), (9, 2, Delivered), (60, 3, Accepted)], 0, Some(1)),
    ];
    for (what, steps, bounces, blocked) in cases {
        let steps: Vec<Step> = steps
            .iter()
            .map(|(at, message, became)| Step {
                at: day(*at),
                message: base::Uuid::from_u128(*message),
                became: *became,
            })
            .collect();
        assert_eq!(standing(&steps, now), Standing { bounces, blocked_at: blocked.map(day) }, "{what}");
    }
}
