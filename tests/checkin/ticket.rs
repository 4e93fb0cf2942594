//! What a ticket can be: true, false, nobody's, good for something else.

use super::{Done, Door, congress, door, refused, verdict};
use ::ticket::{SigningKey, Token, congress_tag, read, sign};
use checkin::query::scan::Outcome;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::key::entity as key;

/// Nobody unknown is shown anything of an attendee, and none is named beside the scan.
fn shows_nothing(outcome: &Outcome) {
    assert_eq!((&outcome.holder, &outcome.entry), (&None, &None));
    assert_eq!((outcome.scan.attendee_id, outcome.scan.admission_id), (None, None));
}

fn token(qr: &str) -> Result<Token, Box<dyn std::error::Error>> {
    Ok(*read(qr)?.claim())
}

#[tokio::test]
async fn a_true_ticket_shows_whose_it_is() -> Done {
    let door = door().await?;
    let guest = door.guest("vor-ort").await?;
    let outcome = door.scan(&format!("  {}\n", guest.qr.to_lowercase())).await?;
    assert_eq!(verdict(&outcome), ("admitted".into(), None, None));
    let holder = outcome.holder.ok_or("no holder")?;
    assert_eq!(
        (holder.name(), holder.organisation, holder.category),
        ("Henrik Stallmann".into(), "Stadt Delbrück".into(), "vor-ort".into())
    );
    assert_eq!(holder.number, guest.number);
    Ok(())
}

#[tokio::test]
async fn the_number_in_lower_case_with_spaces() -> Done {
    let door = door().await?;
    let guest = door.guest("vor-ort").await?;
    let (code, rest) = guest.number.split_once('-').ok_or("no dash")?;
    let outcome = door.scan(&format!(" {} {rest} ", code.to_lowercase())).await?;
    assert_eq!(verdict(&outcome), ("admitted".into(), None, None));
    assert_eq!(verdict(&door.scan(&guest.qr).await?), refused("already_redeemed", None));
    Ok(())
}

#[tokio::test]
async fn a_forged_ticket_shows_nothing() -> Done {
    let door = door().await?;
    let guest = door.guest("vor-ort").await?;
    let own = SigningKey::from_bytes(&[7; 32]);
    let signed = sign(&token(&guest.qr)?, &own);
    let unknown_key = sign(&Token { key: 99, ..token(&guest.qr)? }, &own);
    for (qr, detail) in [(signed, "signature"), (unknown_key, "key")] {
        for outcome in [door.scan(&qr).await?, door.force(&qr).await?] {
            assert_eq!(verdict(&outcome), refused("invalid", Some(detail)));
            shows_nothing(&outcome);
            assert_eq!(outcome.scan.raw, qr, "kept for looking into it");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_ticket_altered_in_one_character_is_none() -> Done {
    let door = door().await?;
    let guest = door.guest("vor-ort").await?;
    for at in (3..guest.qr.len()).step_by(7) {
        let mut altered = guest.qr.clone();
        let other = if altered.as_bytes()[at] == b'0' { "1" } else { "0" };
        altered.replace_range(at..=at, other);
        let outcome = door.scan(&altered).await?;
        let (status, reason, detail) = verdict(&outcome);
        assert_eq!((status.as_str(), reason), ("refused", Some("invalid")), "{at}");
        assert!(matches!(detail, Some("signature" | "malformed" | "foreign_congress" | "key")), "{at} {detail:?}");
        shows_nothing(&outcome);
    }
    assert_eq!(verdict(&door.scan(&guest.qr).await?), ("admitted".into(), None, None));
    Ok(())
}

#[tokio::test]
async fn another_congress_has_its_own_tickets() -> Done {
    let door = door().await?;
    let other = congress(&door.store, "owl-2028").await?;
    let guest = door.guest_of(&other, "vor-ort", "Saskia", "Pohlmeier").await?;
    let outcome = door.scan(&guest.qr).await?;
    assert_eq!(verdict(&outcome), refused("invalid", Some("foreign_congress")));
    shows_nothing(&outcome);
    // Nor does a key of theirs sign for us.
    let keys = store::key::ticket_keys(door.store.read(), &door.store, other.id).await?;
    let theirs = SigningKey::from_bytes(&keys[0].seed);
    let outcome =
        door.scan(&sign(&Token { congress: congress_tag(door.congress.id), ..token(&guest.qr)? }, &theirs)).await?;
    assert_eq!(verdict(&outcome), refused("invalid", Some("signature")));
    shows_nothing(&outcome);
    let outcome = door.scan(&guest.number).await?;
    assert_eq!(verdict(&outcome), refused("invalid", Some("unknown")));
    shows_nothing(&outcome);
    Ok(())
}

#[tokio::test]
async fn places_that_open_no_door() -> Done {
    let door = door().await?;
    let cancelled = door.guest("vor-ort").await?;
    door.cancel(&cancelled).await?;
    let cases =
        [(cancelled, "canceled"), (door.guest("firma").await?, "unpaid"), (door.guest("online").await?, "product")];
    for (guest, reason) in cases {
        for ticket in [&guest.qr, &guest.number] {
            let outcome = door.scan(ticket).await?;
            assert_eq!(verdict(&outcome), refused(reason, None));
            assert!(outcome.holder.is_some(), "a proven ticket shows whose it is");
        }
    }
    assert_eq!(door.admissions().await?, 0);
    Ok(())
}

#[tokio::test]
async fn a_signed_ticket_that_is_not_on_the_list() -> Done {
    let door = door().await?;
    let guest = door.guest("vor-ort").await?;
    let keys = store::key::ticket_keys(door.store.read(), &door.store, door.congress.id).await?;
    let ours = SigningKey::from_bytes(&keys[0].seed);
    let outcome = door.scan(&sign(&Token { serial: 42, ..token(&guest.qr)? }, &ours)).await?;
    assert_eq!(verdict(&outcome), refused("invalid", Some("unknown")));
    shows_nothing(&outcome);
    Ok(())
}

#[tokio::test]
async fn garbage_is_an_answer() -> Done {
    let door = door().await?;
    let guest = door.guest("vor-ort").await?;
    let long = "K1:".to_owned() + &"Ä".repeat(100_000);
    let garbage = [
        "",
        " ",
        "\0",
        "K1:",
        "K1:0",
        "K2:0000",
        "k9:",
        "https://kongress.example/owl",
        "7H4KQ2",
        "7H4KQ2-1",
        "💩💩💩💩💩💩💩💩",
        "é",
        "ab",
        "Ω1:",
        "'; DROP TABLE scan; --",
        "\u{202e}<script>alert(1)</script>",
        "BEGIN:VCARD\nFN:X",
        &long,
    ];
    for text in garbage {
        let outcome = door.scan(text).await?;
        assert_eq!(verdict(&outcome), refused("invalid", Some("malformed")), "{text:.40?}");
        shows_nothing(&outcome);
        assert!(outcome.scan.raw.chars().count() <= 500 && !outcome.scan.raw.contains('\0'));
    }
    // Mistyped: the check character finds it.
    let mistyped = guest.number.replace("-1", "-2");
    assert_eq!(verdict(&door.scan(&mistyped).await?), refused("invalid", Some("malformed")));
    let nobody = ::ticket::TicketNumber::new(&guest.order.code, 2).ok_or("no number")?.to_string();
    assert_eq!(verdict(&door.scan(&nobody).await?), refused("invalid", Some("unknown")));
    assert_eq!(door.scans().await?, u64::try_from(garbage.len())? + 2);
    Ok(())
}

#[tokio::test]
async fn a_key_that_signs_no_more_still_opens() -> Done {
    let door = door().await?;
    let before = door.guest("vor-ort").await?;
    rotate(&door).await?;
    let after = door.guest("vor-ort").await?;
    assert_ne!(token(&before.qr)?.key, token(&after.qr)?.key);
    for guest in [before, after] {
        assert_eq!(verdict(&door.scan(&guest.qr).await?), ("admitted".into(), None, None));
    }
    Ok(())
}

async fn rotate(door: &Door) -> Done {
    let tx = door.store.begin().await?;
    key::Entity::update_many()
        .col_expr(key::Column::RetiredAt, Expr::value(tx.now()))
        .filter(key::Column::CongressId.eq(door.congress.id))
        .exec(&*tx)
        .await?;
    let seed = [9; 32];
    store::key::add_ticket_key(&tx, door.congress.id, &seed, &SigningKey::from_bytes(&seed).verifying_key().to_bytes())
        .await?;
    Ok(tx.commit().await?)
}
