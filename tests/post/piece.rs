//! What may be worded another way in a template, and what must stay.

use base::Language;
use post::template::{Piece, PieceFault, Place, check, pieces, placeholders, source};
use post::text::templates;

const SOURCE: &str = "---\nsubject: {% if late %}{# Zu spät #}Zu spät: {{ title }}{% else %}{{ title }}{% endif %}\n---\n\
    # Hallo {{ name }}\n\n{% for one in people %}\n- {{ one.name }}, Person\n{% endfor %}\n\n\
    {% if url %}{# Mit Link #}\n[Öffnen]({{ order.url }} \"button\")\n{% endif %}\n\n{{ ticket_blocks }}\n";

fn piece(text: &str) -> Piece {
    let found = pieces(SOURCE).into_iter().find(|piece| piece.text == text);
    found.unwrap_or_else(|| panic!("{text} in {:?}", pieces(SOURCE)))
}

#[test]
fn a_template_falls_into_what_people_read_and_when() {
    let all: Vec<_> = pieces(SOURCE).into_iter().map(|p| (p.place, p.text, p.when.join(" · "))).collect();
    let expected = [
        (Place::Subject, "Zu spät: {{ title }}", "Zu spät"),
        (Place::Letter, "# Hallo {{ name }}", ""),
        (Place::Letter, "- {{ one.name }}, Person", ""),
        (Place::Letter, "[Öffnen]({{ order.url }} \"button\")", "Mit Link"),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(p, text, when)| (*p, (*text).to_owned(), (*when).to_owned())).collect();
    assert_eq!(all, expected);
}

#[test]
fn other_words_have_the_placeholders_of_their_place_and_keep_its_links() {
    let hello = piece("# Hallo {{ name }}");
    let fault = |own: &str| check(SOURCE, &hello, own).err();
    assert_eq!(fault("Guten Tag {{ name }}, es geht um {{title}}."), None);
    assert_eq!(fault(""), None, "what is emptied is left out");
    assert_eq!(fault("{{ nmae }}"), Some(PieceFault::Unknown("nmae".into())));
    assert_eq!(fault("{{ 7*7 }}"), Some(PieceFault::Unknown("7*7".into())));
    assert_eq!(fault("{{ one.name }}"), Some(PieceFault::Unknown("one.name".into())), "of the list alone");
    assert_eq!(fault("{{ ticket_blocks }}"), Some(PieceFault::Unknown("ticket_blocks".into())));
    for broken in ["{{ name", "name }}", "{% if name %}", "{# stumm #}", "{{ name }} }}", "{{ \"}}\" }}"] {
        assert!(fault(broken).is_some_and(|f| matches!(f, PieceFault::Syntax | PieceFault::Unknown(_))), "{broken}");
    }
    for block in ["```", "~~~\nHallo", "<!-- Hallo", "<script>", "Hallo\n\n---\n\nWelt", "Hallo\n\n    Welt"] {
        assert_eq!(fault(block), Some(PieceFault::Block), "{block}");
    }
    assert_eq!(fault("**Hallo** {{ name }}\n\n- eins\n- <b>zwei</b>, 3 < 4"), None);
    assert_eq!(fault(&"a".repeat(4_001)), Some(PieceFault::TooLong(4_000)));
    let link = piece("[Öffnen]({{ order.url }} \"button\")");
    assert_eq!(check(SOURCE, &link, "[Hier entlang]({{ order.url }})"), Ok(()));
    assert_eq!(check(SOURCE, &link, "Öffnen"), Err(PieceFault::LinkMissing("order.url".into())));
    assert_eq!(check(SOURCE, &link, ""), Err(PieceFault::LinkMissing("order.url".into())));
    let subject = piece("Zu spät: {{ title }}");
    assert_eq!(check(SOURCE, &subject, "Zu spät\nBcc: alle@example.org"), Err(PieceFault::SeveralLines));
    assert!(placeholders(SOURCE, &piece("- {{ one.name }}, Person").text).contains(&"one.name".to_owned()));
}

#[test]
fn every_mail_has_pieces_and_its_own_words_fit() {
    for template in templates() {
        for language in Language::ALL {
            let source = source(template, language).unwrap_or_else(|| panic!("{template} in {language}"));
            let all = pieces(source);
            assert!(all.iter().any(|p| p.place == Place::Subject), "{template} in {language}");
            assert!(all.iter().any(|p| p.place == Place::Letter), "{template} in {language}");
            for piece in all {
                assert_eq!(check(source, &piece, &piece.text), Ok(()), "{template} in {language}: {piece:?}");
                assert!(!piece.text.contains("{%") && !piece.text.contains("{#"), "{piece:?}");
            }
        }
    }
}
