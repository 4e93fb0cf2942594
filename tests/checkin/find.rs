//! Lists and counts.

use super::{Done, door};
use checkin::query::{admission, attendee, count, scan};
use checkin::reverse;

#[tokio::test]
async fn counts_of_the_door() -> Done {
    let door = door().await?;
    let (a, b) = (door.guest("vor-ort").await?, door.guest("vor-ort").await?);
    for category in ["firma", "online"] {
        door.guest(category).await?;
    }
    let first = door.scan(&a.qr).await?;
    door.scan(&b.qr).await?;
    let standing = count::standing(door.store.read(), door.congress.id, "main").await?;
    assert_eq!((standing.inside, standing.expected), (2, 2));
    reverse(&door.store, &door.jonas, door.congress.id, first.scan.id).await?;
    assert_eq!(count::standing(door.store.read(), door.congress.id, "main").await?.inside, 1);
    let entered = admission::entered(door.store.read(), door.congress.id).await?;
    let hours = checkin::rules::by_hour(entered, locale::Tz::Asia__Kolkata);
    assert_eq!(hours.iter().map(|(_, n)| n).sum::<i64>(), 1);
    let entries = admission::admissions_of(door.store.read(), &[a.attendee.id, b.attendee.id]).await?;
    assert_eq!(entries.len(), 2);
    assert_eq!(entries.iter().map(|entry| entry.left_at.is_some()).collect::<Vec<_>>(), [true, false]);
    assert_eq!((entries[0].by.as_str(), entries[0].gate.en.as_str()), ("Jonas", "Main entrance"));
    Ok(())
}

/// Also where an hour is skipped or comes twice.
#[test]
fn hours_of_the_wall_clock() -> Done {
    let times = ["2027-03-28T00:59:59Z", "2027-03-28T01:00:00Z", "2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"];
    let times = times.iter().map(|t| t.parse()).collect::<Result<Vec<base::Time>, _>>()?;
    let hours = checkin::rules::by_hour(times, locale::Tz::Europe__Berlin);
    let hours: Vec<String> = hours.into_iter().map(|(at, n)| format!("{} {n}", at.to_rfc3339())).collect();
    assert_eq!(
        hours,
        [
            "2027-03-28T00:00:00+00:00 1",
            "2027-03-28T01:00:00+00:00 1",
            "2027-10-31T00:00:00+00:00 1",
            "2027-10-31T01:00:00+00:00 1",
        ]
    );
    let kolkata = checkin::rules::by_hour(["2027-03-11T09:40:00Z".parse()?], locale::Tz::Asia__Kolkata);
    assert_eq!(kolkata[0].0.to_rfc3339(), "2027-03-11T09:30:00+00:00");
    Ok(())
}

#[tokio::test]
async fn lists_take_the_same_statements_for_one_and_for_thirty() -> Done {
    let door = door().await?;
    let mut counts = vec![];
    let mut attendees = vec![];
    for n in [1, 29] {
        for _ in 0..n {
            let guest = door.guest("vor-ort").await?;
            door.scan(&guest.qr).await?;
            attendees.push(guest.attendee.id);
        }
        let conn = door.store.read();
        let operator = door.jonas.kind.id().ok_or("no id")?;
        let before = door.store.statements();
        let last = scan::last(conn, door.congress.id, "main", operator, 30).await?;
        let entries = admission::admissions_of(conn, &attendees).await?;
        let found = attendee::search(conn, door.congress.id, "Stallmann").await?;
        counts.push(door.store.statements() - before);
        assert_eq!((last.len(), entries.len()), (attendees.len(), attendees.len()));
        assert_eq!((found.found.len(), found.more), (attendees.len().min(20), attendees.len() > 20));
    }
    assert_eq!(counts, [10, 10]);
    Ok(())
}

#[tokio::test]
async fn found_by_name_organisation_and_number() -> Done {
    let door = door().await?;
    let henrik = door.guest("vor-ort").await?;
    let anh = door.guest_of(&door.congress, "vor-ort", "Ngọc Anh", "Trần").await?;
    let other = super::congress(&door.store, "owl-2028").await?;
    door.guest_of(&other, "vor-ort", "Fremd", "Stallmann").await?;
    door.guest_of(&door.congress, "online", "Lea", "Brinkmann").await?;
    door.scan(&anh.qr).await?;
    let lower = anh.number.to_lowercase();
    for (typed, names) in [
        ("stallmann", vec!["Henrik Stallmann"]),
        ("DELBRUECK henrik", vec!["Henrik Stallmann"]),
        ("tran anh", vec!["Ngọc Anh Trần"]),
        ("gast@delbrueck", vec!["Lea Brinkmann", "Henrik Stallmann", "Ngọc Anh Trần"]),
        (lower.as_str(), vec!["Ngọc Anh Trần"]),
        (henrik.order.code.as_str(), vec!["Henrik Stallmann"]),
        ("h", vec![]),
        ("%%", vec![]),
        ("__", vec![]),
        ("niemand", vec![]),
    ] {
        let search = attendee::search(door.store.read(), door.congress.id, typed).await?;
        let found: Vec<&str> = search.found.iter().map(|found| found.name.as_str()).collect();
        assert_eq!(found, names, "{typed}");
    }
    let search = attendee::search(door.store.read(), door.congress.id, "tran").await?;
    assert!(search.found[0].inside_since.is_some());
    assert_eq!(search.found[0].number, anh.number);
    assert!(search.found[0].on_site);
    assert!(!attendee::search(door.store.read(), door.congress.id, "brinkmann").await?.found[0].on_site);
    Ok(())
}
