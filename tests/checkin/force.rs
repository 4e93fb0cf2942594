//! Letting in all the same, and taking back.

use super::{Done, door, refused, staff, verdict};
use base::{Actor, Language};
use checkin::{CheckinError, reverse};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use store::event::timeline;
use tokio::task::JoinSet;

fn attention(reason: &str) -> (String, Option<&str>, Option<&str>) {
    ("attention".into(), Some(reason), None)
}

#[tokio::test]
async fn force_lets_in_and_is_kept() -> Done {
    let door = door().await?;
    let guest = door.guest("firma").await?;
    let refused_first = door.scan(&guest.qr).await?;
    assert!(refused_first.may_force() && !refused_first.reversible());
    let outcome = door.force(&guest.number).await?;
    assert_eq!(verdict(&outcome), attention("unpaid"));
    assert!(outcome.reversible() && outcome.scan.forced);
    assert_eq!(outcome.scan.note, "Beleg gezeigt");
    let line = timeline(door.store.read(), &[guest.attendee.id]).await?.into_iter().next().ok_or("no event")?;
    assert_eq!((line.verb.as_str(), line.detail["note"].as_str()), ("check-in.admitted", Some("Beleg gezeigt")));
    Ok(())
}

#[tokio::test]
async fn force_for_who_is_inside_opens_no_second_admission() -> Done {
    let door = door().await?;
    let (free, unpaid) = (door.guest("vor-ort").await?, door.guest("firma").await?);
    let first = door.scan(&free.qr).await?;
    let again = door.force(&free.qr).await?;
    assert_eq!(verdict(&again), attention("already_redeemed"));
    assert_eq!(again.scan.admission_id, Some(first.scan.id));
    assert!(!again.reversible(), "it is the first scan that can be taken back");
    door.force(&unpaid.qr).await?;
    let again = door.force(&unpaid.qr).await?;
    assert_eq!(verdict(&again), attention("unpaid"));
    assert!(!again.reversible());
    assert_eq!(door.admissions().await?, 2);
    Ok(())
}

#[tokio::test]
async fn force_does_not_help_everywhere() -> Done {
    let door = door().await?;
    let cancelled = door.guest("vor-ort").await?;
    door.cancel(&cancelled).await?;
    for (guest, reason) in [(cancelled, "canceled"), (door.guest("online").await?, "product")] {
        let outcome = door.force(&guest.qr).await?;
        assert_eq!(verdict(&outcome), refused(reason, None));
        assert!(!outcome.may_force());
    }
    assert_eq!(door.admissions().await?, 0);
    Ok(())
}

#[tokio::test]
async fn taken_back_once_and_good_again() -> Done {
    let door = door().await?;
    let guest = door.guest("vor-ort").await?;
    let first = door.scan(&guest.qr).await?;
    let second = door.scan(&guest.qr).await?;
    let id = door.congress.id;
    assert!(matches!(reverse(&door.store, &door.jonas, id, second.scan.id).await, Err(CheckinError::NotReversible)));
    reverse(&door.store, &door.jonas, id, first.scan.id).await?;
    assert!(matches!(reverse(&door.store, &door.jonas, id, first.scan.id).await, Err(CheckinError::NotReversible)));
    assert_eq!(verdict(&door.scan(&guest.qr).await?), ("admitted".into(), None, None));
    assert_eq!(verdict(&door.scan(&guest.qr).await?), refused("already_redeemed", None));
    // The first one sent again is still what it was.
    let events = timeline(door.store.read(), &[guest.attendee.id]).await?;
    let verbs: Vec<&str> = events.iter().rev().map(|line| line.verb.as_str()).collect();
    let expected = ["admitted", "refused", "reversed", "admitted", "refused"].map(|verb| format!("check-in.{verb}"));
    assert_eq!(verbs, expected.each_ref().map(String::as_str));
    Ok(())
}

#[tokio::test]
async fn only_staff_of_this_door_takes_back() -> Done {
    let door = door().await?;
    let guest = door.guest("vor-ort").await?;
    let scan = door.scan(&guest.qr).await?.scan.id;
    let other = door.store.chance().opaque_id();
    let elsewhere = staff("Jonas", other, door.store.chance().opaque_id());
    for actor in [elsewhere, Actor::guest(Language::De), Actor::system()] {
        let taken = reverse(&door.store, &actor, door.congress.id, scan).await;
        assert!(matches!(taken, Err(CheckinError::Unknown)));
    }
    assert!(matches!(reverse(&door.store, &door.jonas, door.congress.id, other).await, Err(CheckinError::Unknown)));
    Ok(())
}

/// Whatever comes first, nobody is in twice and nothing is taken back twice.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn taken_back_while_others_scan() -> Done {
    use checkin::entity::admission;
    let door = door().await?;
    let guest = door.guest("vor-ort").await?;
    for _ in 0..6 {
        // Let in now, or inside since the round before.
        let opened = door.scan(&guest.qr).await?.scan.admission_id.ok_or("somebody is inside")?;
        let mut reversals = JoinSet::new();
        let mut scans = JoinSet::new();
        for _ in 0..4 {
            let (store, jonas, congress) = (door.store.clone(), door.jonas.clone(), door.congress.id);
            let new = door.new_scan(&guest.qr);
            reversals.spawn({
                let (store, jonas) = (store.clone(), jonas.clone());
                async move { reverse(&store, &jonas, congress, opened).await }
            });
            scans.spawn(async move { checkin::check_in(&store, &jonas, congress, new).await });
        }
        let taken = reversals.join_all().await.into_iter().filter(Result::is_ok).count();
        assert_eq!(taken, 1, "once");
        let mut admitted = 0;
        for outcome in scans.join_all().await {
            admitted += usize::from(verdict(&outcome?) == ("admitted".into(), None, None));
        }
        let open =
            admission::Entity::find().filter(admission::Column::LeftAt.is_null()).count(door.store.read()).await?;
        assert!(admitted <= 1 && open == u64::try_from(admitted)?, "{admitted} admitted, {open} open");
    }
    Ok(())
}
