use ::base::Chance;
use ::chrono::{DateTime, TimeDelta, TimeZone, Utc};
use ::ticket::token::{PREFIX, TEXT_LENGTH};
use ::ticket::{Forged, Malformed, SigningKey, Token, VerifyingKey, congress_tag, read, sign};

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn keys(all: &[(u16, &SigningKey)]) -> Vec<(u16, VerifyingKey)> {
    all.iter().map(|(id, key)| (*id, key.verifying_key())).collect()
}

fn moment(hour: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2027, 3, 11, hour, 0, 0).single().expect("a moment")
}

fn sample() -> Token {
    Token {
        congress: congress_tag(::base::Uuid::from_u128(0x0195_7f3a_1234_7abc_8def_0123_4567_89ab)),
        serial: 4_611_686_018_427_387_904,
        category: 3,
        valid_from: moment(7),
        valid_until: moment(17),
        key: 1,
    }
}

#[test]
fn what_was_signed_is_what_is_read() {
    let chance = Chance::seeded(1);
    for n in 0..50_u16 {
        let key = SigningKey::from_bytes(&chance.bytes());
        let token = Token {
            congress: u64::from_be_bytes(chance.bytes()),
            serial: chance.serial().max(1),
            category: u32::from_be_bytes(chance.bytes()),
            valid_from: moment(7),
            valid_until: moment(17),
            key: n,
        };
        let text = sign(&token, &key);
        let read = read(&text).expect("readable");
        assert_eq!(read.claim(), &token);
        assert_eq!(read.verify(&keys(&[(n, &key)])), Ok(token));
    }
}

#[test]
fn a_ticket_fits_a_code_of_version_6() {
    let text = sign(&sample(), &key(1));
    assert_eq!(text.len(), TEXT_LENGTH);
    assert_eq!(TEXT_LENGTH, 144);
    assert!(text.starts_with(PREFIX));
    assert!(text.chars().all(|c| "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".contains(c)), "{text}");
    let modules = ::paper::qr::Matrix::new(&text).expect("fits").width();
    assert_eq!(modules, 41, "25 mm / 41 modules = 0.61 mm each");
}

#[test]
fn case_and_surrounding_space_do_not_matter() {
    let key = key(1);
    let text = sign(&sample(), &key);
    for typed in [format!(" {text}\r\n"), text.to_lowercase(), format!("\t{}", text.to_lowercase())] {
        let read = read(&typed).expect("readable");
        assert_eq!(read.verify(&keys(&[(1, &key)])), Ok(sample()));
    }
}

/// A text that ends in the space of base45 would lose it; ours never does, as the last of three characters is at
/// most 32 of 45 and the space is 36.
#[test]
fn no_text_begins_or_ends_with_space() {
    let chance = Chance::seeded(2);
    let key = key(1);
    for _ in 0..300 {
        let text = sign(&Token { serial: chance.serial().max(1), ..sample() }, &key);
        assert_eq!(text.trim(), text);
    }
}

#[test]
fn no_bit_may_be_altered() {
    let key = key(1);
    let text = sign(&sample(), &key);
    let body = ::base45::decode(text.strip_prefix(PREFIX).expect("prefix")).expect("base45");
    for bit in 0..body.len() * 8 {
        let mut altered = body.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        let altered = format!("{PREFIX}{}", ::base45::encode(&altered));
        let truth = read(&altered).map(|t| t.verify(&keys(&[(1, &key)])));
        assert!(!matches!(truth, Ok(Ok(_))), "bit {bit} was altered and nobody noticed");
    }
}

#[test]
fn no_character_may_be_altered() {
    let key = key(1);
    let text = sign(&sample(), &key);
    let alphabet = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    for place in 0..text.len() {
        for other in alphabet.iter().filter(|c| **c != text.as_bytes()[place]) {
            let mut altered = text.clone().into_bytes();
            altered[place] = *other;
            let altered = String::from_utf8(altered).expect("ASCII");
            let truth = read(&altered).map(|t| t.verify(&keys(&[(1, &key)])));
            assert!(!matches!(truth, Ok(Ok(_))), "character {place} was altered and nobody noticed");
        }
    }
}

#[test]
fn only_the_congresss_own_keys_count() {
    let (ours, theirs) = (key(1), key(2));
    let ticket = read(&sign(&sample(), &theirs)).expect("readable");
    assert_eq!(ticket.verify(&keys(&[(1, &ours)])), Err(Forged::Signature));
    assert_eq!(ticket.verify(&keys(&[(2, &theirs)])), Err(Forged::Key), "the key's number is signed too");
    assert_eq!(ticket.verify(&[]), Err(Forged::Key));
}

#[test]
fn an_old_key_stays_good_beside_its_successor() {
    let (old, new) = (key(1), key(2));
    let both = keys(&[(1, &old), (2, &new)]);
    let earlier = read(&sign(&sample(), &old)).expect("readable");
    let later = read(&sign(&Token { key: 2, ..sample() }, &new)).expect("readable");
    assert!(earlier.verify(&both).is_ok());
    assert!(later.verify(&both).is_ok());
}

#[test]
fn times_are_kept_to_the_second_in_favour_of_the_guest() {
    let half = TimeDelta::milliseconds(500);
    let token = Token { valid_from: moment(7) + half, valid_until: moment(17) + half, ..sample() };
    let read = read(&sign(&token, &key(1))).expect("readable");
    assert_eq!(read.claim().valid_from, moment(7));
    assert_eq!(read.claim().valid_until, moment(17) + TimeDelta::seconds(1));
    let extreme = Token { valid_from: DateTime::<Utc>::MIN_UTC, valid_until: DateTime::<Utc>::MAX_UTC, ..sample() };
    let read = ::ticket::read(&sign(&extreme, &key(1))).expect("readable");
    assert_eq!(read.claim().valid_from.timestamp(), 0);
    assert_eq!(read.claim().valid_until.timestamp(), i64::from(u32::MAX));
}

#[test]
fn what_is_no_ticket_says_so() {
    let text = sign(&sample(), &key(1));
    for other in ["", "K", "K1", "7H4KQ2-1K", "https://example.org/", "HC1:6BFOXN", "K1", "Kä:", "🎫🎫"] {
        assert_eq!(read(other).err(), Some(Malformed::Prefix), "{other}");
    }
    assert_eq!(read(&text.replacen("K1", "K2", 1)).err(), Some(Malformed::Version));
    for damaged in [PREFIX, &text[..100], &format!("{text}0"), &text.replacen("K1:", "K1:🎫", 1)] {
        assert_eq!(read(damaged).err(), Some(Malformed::Damaged), "{damaged}");
    }
    let huge = format!("{PREFIX}{}", "A".repeat(1_000_000));
    assert_eq!(read(&huge).err(), Some(Malformed::Damaged));
}

#[test]
fn a_serial_is_positive() {
    for serial in [0, -1, i64::MIN] {
        assert_eq!(read(&sign(&Token { serial, ..sample() }, &key(1))).err(), Some(Malformed::Damaged));
    }
}

/// Whatever a scanner delivers: never a panic, never a ticket.
#[test]
fn garbage_is_no_ticket() {
    let chance = Chance::seeded(3);
    let key = key(1);
    let text = sign(&sample(), &key);
    for round in 0..20_000 {
        let garbage = match round % 4 {
            0 => String::from_utf8_lossy(&chance.bytes::<150>()).into_owned(),
            1 => format!("K1:{}", ::base45::encode(chance.bytes::<94>())),
            2 => format!("k1:{}", String::from_utf8_lossy(&chance.bytes::<60>())),
            _ => {
                let mut bytes = text.clone().into_bytes();
                for _ in 0..=chance.below(5) {
                    let place = usize::try_from(chance.below(bytes.len() as u64)).expect("small");
                    match chance.below(3) {
                        0 => bytes[place] = bytes[place].wrapping_add(1 + chance.bytes::<1>()[0] % 127),
                        1 => drop(bytes.remove(place)),
                        _ => bytes.insert(place, chance.bytes::<1>()[0]),
                    }
                }
                String::from_utf8_lossy(&bytes).into_owned()
            }
        };
        let same = garbage.trim().eq_ignore_ascii_case(&text);
        let truth = read(&garbage).map(|t| t.verify(&keys(&[(1, &key)])));
        assert!(same || !matches!(truth, Ok(Ok(_))), "{garbage:?}");
    }
}
