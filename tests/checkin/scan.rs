//! Once in, once kept.

use super::{Done, door, hours, refused, staff, verdict};
use base::actor::Grant;
use base::{Actor, Language, Permission};
use checkin::{CheckinError, NewScan, check_in};
use std::collections::BTreeMap;
use store::event::timeline;
use tokio::task::JoinSet;

/// The first time the gate is made as well, the second time it is there and nothing but the admission holds them apart.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_twenty_phones_one_lets_the_ticket_in() -> Done {
    let door = door().await?;
    for round in 1..=2 {
        let guest = door.guest("vor-ort").await?;
        let mut phones = JoinSet::new();
        for phone in 0..20 {
            let (store, congress, new) = (door.store.clone(), door.congress.id, door.new_scan(&guest.qr));
            let actor = staff(&format!("Handy {phone}"), congress, store.chance().opaque_id());
            phones.spawn(async move { check_in(&store, &actor, congress, new).await });
        }
        let mut counts = BTreeMap::new();
        let mut firsts = vec![];
        for outcome in phones.join_all().await {
            let outcome = outcome?;
            *counts.entry(format!("{:?}", verdict(&outcome))).or_insert(0) += 1;
            let entry = outcome.entry.ok_or("each knows of the admission")?;
            firsts.push((entry.at, entry.by, entry.gate.de));
        }
        let counts: Vec<_> = counts.into_iter().collect();
        assert_eq!(
            counts,
            [
                (r#"("admitted", None, None)"#.to_owned(), 1),
                (r#"("refused", Some("already_redeemed"), None)"#.to_owned(), 19),
            ]
        );
        firsts.dedup();
        assert_eq!(firsts.len(), 1, "all name the same admission");
        assert_eq!(firsts[0].2, "Haupteingang");
        assert_eq!((door.scans().await?, door.admissions().await?), (20 * round, round));
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_scan_sent_twenty_times_is_one() -> Done {
    let door = door().await?;
    for (round, category) in [(1, "vor-ort"), (2, "vor-ort"), (3, "firma")] {
        let guest = door.guest(category).await?;
        let new = door.new_scan(&guest.qr);
        let mut sendings = JoinSet::new();
        for _ in 0..20 {
            let (store, congress, jonas, new) = (door.store.clone(), door.congress.id, door.jonas.clone(), new.clone());
            sendings.spawn(async move { check_in(&store, &jonas, congress, new).await });
        }
        let mut scans = vec![];
        for outcome in sendings.join_all().await {
            let outcome = outcome?;
            let expected = if category == "firma" { refused("unpaid", None) } else { ("admitted".into(), None, None) };
            assert_eq!(verdict(&outcome), expected);
            assert_eq!(outcome.scan.admission_id, (category == "vor-ort").then_some(outcome.scan.id));
            scans.push(outcome.scan.id);
        }
        scans.dedup();
        assert_eq!((scans.len(), door.scans().await?, door.admissions().await?), (1, round, round.min(2)));
        let verb = if category == "firma" { "check-in.refused" } else { "check-in.admitted" };
        let verbs: Vec<String> =
            timeline(door.store.read(), &[guest.attendee.id]).await?.into_iter().map(|line| line.verb).collect();
        assert_eq!(verbs, [verb]);
    }
    Ok(())
}

#[tokio::test]
async fn a_refused_scan_sent_again_has_the_same_answer() -> Done {
    let door = door().await?;
    let guest = door.guest("firma").await?;
    let new = door.new_scan(&guest.qr);
    let first = check_in(&door.store, &door.jonas, door.congress.id, new.clone()).await?;
    let again = check_in(&door.store, &door.jonas, door.congress.id, NewScan { force: true, ..new }).await?;
    assert_eq!(verdict(&first), refused("unpaid", None));
    assert_eq!((first.scan, first.holder), (again.scan, again.holder));
    assert_eq!((door.scans().await?, door.admissions().await?), (1, 0));
    Ok(())
}

/// Else the second one would be let in with the answer of the first.
#[tokio::test]
async fn a_nonce_is_for_one_ticket() -> Done {
    let door = door().await?;
    let (one, other) = (door.guest("vor-ort").await?, door.guest("vor-ort").await?);
    let new = door.new_scan(&one.qr);
    check_in(&door.store, &door.jonas, door.congress.id, new.clone()).await?;
    let second =
        check_in(&door.store, &door.jonas, door.congress.id, NewScan { ticket: other.qr, ..new.clone() }).await;
    assert!(matches!(second, Err(CheckinError::NonceReused)));
    // Another device may choose the same.
    let lea = staff("Lea", door.congress.id, door.store.chance().opaque_id());
    let second = check_in(&door.store, &lea, door.congress.id, new).await?;
    assert_eq!(verdict(&second), refused("already_redeemed", None));
    assert_eq!(second.entry.map(|entry| entry.by), Some("Jonas".into()));
    Ok(())
}

#[tokio::test]
async fn only_who_may_and_only_at_gates_that_there_are() -> Done {
    let door = door().await?;
    let guest = door.guest("vor-ort").await?;
    let elsewhere = staff("Jonas", door.store.chance().opaque_id(), door.store.chance().opaque_id());
    let reads = vec![Grant { congress: Some(door.congress.id), permissions: vec![Permission::OrdersRead] }];
    let reader = Actor::staff(door.store.chance().opaque_id(), "Miriam", Language::De, reads);
    for actor in [elsewhere, reader, Actor::guest(Language::De)] {
        let outcome = check_in(&door.store, &actor, door.congress.id, door.new_scan(&guest.qr)).await;
        assert!(matches!(outcome, Err(CheckinError::Unknown)));
    }
    let new = NewScan { gate: "hintertür".into(), ..door.new_scan(&guest.qr) };
    let outcome = check_in(&door.store, &door.jonas, door.congress.id, new).await;
    assert!(matches!(outcome, Err(CheckinError::UnknownGate(gate)) if gate == "hintertür"));
    assert_eq!((door.scans().await?, door.admissions().await?), (0, 0));
    Ok(())
}

/// It is uploaded after the congress, and counts as of when it was made.
#[tokio::test]
async fn a_scan_kept_without_network_counts_as_of_then() -> Done {
    let door = door().await?;
    let (early, late) = (door.guest("vor-ort").await?, door.guest("vor-ort").await?);
    let then = hours(door.congress.starts_at, 30);
    door.store.clock().advance(chrono::TimeDelta::days(3));
    let kept = NewScan { at: Some(then), ..door.new_scan(&early.qr) };
    let outcome = check_in(&door.store, &door.jonas, door.congress.id, kept).await?;
    assert_eq!(verdict(&outcome), ("admitted".into(), None, None));
    assert_eq!(outcome.entry.map(|entry| entry.at), Some(then));
    assert_eq!(verdict(&door.scan(&late.qr).await?), refused("invalid_time", Some("expired")));
    Ok(())
}

#[tokio::test]
async fn a_phone_with_a_wrong_clock_shuts_nobody_out() -> Done {
    let door = door().await?;
    for wrong in [-24 * 365 * 50, -3, 3, 24 * 365 * 50] {
        let guest = door.guest("vor-ort").await?;
        let at = hours(door.store.now(), wrong);
        let new = NewScan { at: Some(at), ..door.new_scan(&guest.qr) };
        let outcome = check_in(&door.store, &door.jonas, door.congress.id, new).await?;
        assert_eq!(verdict(&outcome), ("admitted".into(), None, None), "{wrong}");
        assert_eq!(outcome.scan.at, at, "what it said is kept");
        assert_eq!(outcome.entry.map(|entry| entry.at), Some(outcome.scan.received_at), "and not believed");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_cancellation_at_the_same_moment_comes_before_or_after() -> Done {
    let door = door().await?;
    let mut guests = vec![];
    for _ in 0..8 {
        guests.push(door.guest("vor-ort").await?);
    }
    let mut scans = JoinSet::new();
    for guest in &guests {
        for _ in 0..3 {
            let (store, congress, jonas, new) =
                (door.store.clone(), door.congress.id, door.jonas.clone(), door.new_scan(&guest.qr));
            scans.spawn(async move { check_in(&store, &jonas, congress, new).await });
        }
        door.cancel(guest).await?;
    }
    for outcome in scans.join_all().await {
        let outcome = outcome?;
        let (status, reason, _) = verdict(&outcome);
        assert!(status == "admitted" || matches!(reason, Some("canceled" | "already_redeemed")), "{status} {reason:?}");
    }
    assert_eq!(verdict(&door.scan(&guests[0].qr).await?), refused("canceled", None));
    Ok(())
}
