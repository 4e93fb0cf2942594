use ::base::Chance;
use ::std::collections::HashSet;
use ::ticket::number::{ALPHABET, NumberFault, TicketNumber};
use ::ticket::{order_code, parse_order_code};

fn number(code: &str, position: u16) -> String {
    TicketNumber::new(code, position).expect("a number").to_string()
}

#[test]
fn a_number_is_order_position_and_check_character() {
    // Fixed for ever: printed tickets carry them.
    assert_eq!(number("7H4KQ2", 1), "7H4KQ2-1K");
    assert_eq!(number("7H4KQ2", 2), "7H4KQ2-2G");
    assert_eq!(number("7H4KQ2", 12), "7H4KQ2-12F");
    assert_eq!(number("222222", 1), "222222-1F");
    assert!(TicketNumber::new("7H4KQ2", 0).is_none());
    assert!(TicketNumber::new("7H4KQ0", 1).is_none());
    assert!(TicketNumber::new("7H4KQ", 1).is_none());
}

#[test]
fn the_alphabet_has_no_look_alikes() {
    assert!(ALPHABET.iter().all(|c| !b"0O1IL".contains(c)));
    assert_eq!(ALPHABET.iter().collect::<HashSet<_>>().len(), 31);
}

#[test]
fn codes_are_spread_evenly() {
    let chance = Chance::seeded(4);
    let mut seen = HashSet::new();
    let mut count = [[0_u32; 31]; 6];
    for _ in 0..31_000 {
        let code = order_code(chance.bytes());
        assert_eq!(code.len(), 6);
        for (place, c) in code.bytes().enumerate() {
            let value = ALPHABET.iter().position(|a| *a == c).expect("of the alphabet");
            count[place][value] += 1;
        }
        seen.insert(code);
    }
    // 1,000 each are expected, 32 is the standard deviation.
    assert!(count.iter().flatten().all(|n| (840..=1160).contains(n)), "{count:?}");
    assert!(seen.len() > 30_990);
    assert_eq!(order_code([0; 16]), "222222");
}

#[test]
fn every_number_is_read_again() {
    let chance = Chance::seeded(5);
    for _ in 0..2_000 {
        let code = order_code(chance.bytes());
        let position = 1 + u16::try_from(chance.below(65_535)).expect("small");
        let text = number(&code, position);
        let read = TicketNumber::parse(&text).expect("readable");
        assert_eq!((read.code(), read.position()), (code.as_str(), position));
    }
}

#[test]
fn people_type_as_they_like() {
    let right = TicketNumber::new("7H4KQ2", 11).expect("a number");
    let check = right.to_string().pop().expect("a character");
    for typed in [
        format!("7H4KQ2-11{check}"),
        format!("7h4kq211{}", check.to_ascii_lowercase()),
        format!("  7H4 KQ2 - 11 {check}\n"),
        format!("7H4KQ2–11{check}"),
        format!("7H4-KQ2-11-{check}"),
        format!("#7H4KQ2/11{check}"),
        format!("7H4KQ2-Il{check}"),
        format!("7H4KQ2-1L{check}"),
    ] {
        assert_eq!(TicketNumber::parse(&typed).as_ref(), Ok(&right), "{typed}");
    }
    assert_eq!(parse_order_code(" 7h4-kq2 ").as_deref(), Some("7H4KQ2"));
    assert_eq!(parse_order_code("7H4KQ2-11"), None);
    assert_eq!(parse_order_code("7H4KQO"), None);
}

#[test]
fn every_single_wrong_character_is_found() {
    let chance = Chance::seeded(6);
    for round in 0..200 {
        let text = number(&order_code(chance.bytes()), round + 1);
        for place in (0..text.len()).filter(|p| *p != 6) {
            for other in ALPHABET.iter().chain(b"01").filter(|c| **c != text.as_bytes()[place]) {
                let mut wrong = text.clone().into_bytes();
                wrong[place] = *other;
                let wrong = String::from_utf8(wrong).expect("ASCII");
                assert!(TicketNumber::parse(&wrong).is_err(), "{wrong} passed for {text}");
            }
        }
    }
}

#[test]
fn every_swap_of_two_characters_is_found() {
    let chance = Chance::seeded(7);
    for round in 0..500 {
        let text = number(&order_code(chance.bytes()), round + 1).replace('-', "");
        for first in 0..text.len() {
            for second in first + 1..text.len() {
                let mut swapped = text.clone().into_bytes();
                swapped.swap(first, second);
                let swapped = String::from_utf8(swapped).expect("ASCII");
                if let Ok(read) = TicketNumber::parse(&swapped) {
                    assert_eq!(read.to_string().replace('-', ""), text, "{swapped} passed for {text}");
                }
            }
        }
    }
}

#[test]
fn what_is_no_number_says_why() {
    for (typed, fault) in [
        ("", NumberFault::Length),
        ("7H4KQ2", NumberFault::Length),
        ("7H4KQ2-1", NumberFault::Length),
        ("7H4KQ2-123456789K", NumberFault::Length),
        ("7H4KQ2-99999K", NumberFault::Length),
        ("7H4KQ0-1K", NumberFault::Character),
        ("7H4KQ2-0K", NumberFault::Character),
        ("7H4KQ2-XK", NumberFault::Character),
        ("7H4KQ2-1Ö", NumberFault::Character),
        ("7H4KQ2-1M", NumberFault::Check),
        ("7H4KQ2-ZK", NumberFault::Character),
    ] {
        assert_eq!(TicketNumber::parse(typed), Err(fault), "{typed}");
    }
    let chance = Chance::seeded(8);
    for _ in 0..5_000 {
        let _ = TicketNumber::parse(&String::from_utf8_lossy(&chance.bytes::<12>()));
    }
    assert_eq!(TicketNumber::parse(&"A".repeat(1_000_000)), Err(NumberFault::Length));
}
