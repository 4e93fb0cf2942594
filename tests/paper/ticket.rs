use super::{codes, path, run, say};
use ::base::{Language, Time};
use ::chrono::{TimeZone, Utc};
use ::paper::{Admission, Contact, Day, Fact, Item, Notes, TicketSheet, Wordmark, ticket_pdf};
use ::std::path::Path;

const CODE: &str = "K1:NCFOXN%TSMAHN-H3ZSUZK+.V0ET9%6-AH-R61ROR$SIOOV5S7O+36KIC4WE.3O3J8Q9G8V4PMPBDUL7UP:VV4IQ2+GKJ0$PQ3QQ6AAPO6GV4JUPY0BX0P6IABU2XM6E.P";

fn created() -> Time {
    Utc.with_ymd_and_hms(2027, 3, 4, 8, 30, 0).single().expect("a moment")
}

fn item(time: &str, title: &str, place: &str, own: bool) -> Item {
    Item { time: time.into(), title: title.into(), place: place.into(), own }
}

fn fact(label: &str, value: &str) -> Fact {
    Fact { label: label.into(), value: value.into() }
}

/// The sheet of look/ticket.html.
pub fn sample() -> TicketSheet {
    TicketSheet {
        language: Language::De,
        wordmark: Wordmark { main: "DigitaleZukunft".into(), accent: "@OWL".into() },
        given_name: "Henrik".into(),
        family_name: "Stallmann".into(),
        organisation: "Stadt Delbrück".into(),
        role: "Leiter Organisation und IT".into(),
        topic: "Thema: DMS und ersetzendes Scannen".into(),
        category: "Teilnahme".into(),
        admission: Admission {
            heading: "Ihr Ticket".into(),
            qr_text: CODE.into(),
            qr_alt: "QR-Code für den Einlass, Ticket 7H4KQ2-1K".into(),
            number: "7H4KQ2-1K".into(),
            facts: vec![
                fact("Kategorie", "Vor Ort: Verwaltung"),
                fact("Wann", "Do, 11. März 2027, 10 bis 17 Uhr"),
                fact("Einlass", "ab 9 Uhr, Haupteingang"),
                fact("Wo", "Heinz Nixdorf MuseumsForum\nFürstenallee 7, 33102 Paderborn"),
            ],
            note: "Ausgedruckt oder auf dem Handy zeigen. Der Code gilt einmal und nur für Henrik Stallmann.".into(),
        },
        day: Day {
            heading: "Ihr Tag".into(),
            items: vec![
                item("9:00", "Einlass und Frühstück", "", false),
                item("10:00", "Eröffnung, Auditorium", "", false),
                item("11:00", "Ein LoRaWAN-Netz, viele Kommunen", "Seminarraum 1, Platz gebucht", true),
                item("12:15", "Gespräch mit Tobias Hagemeister", "Foyer, Tisch 7, 15 Minuten", true),
                item("14:35", "Stammtisch DMS, Seminarraum 1", "", false),
                item("16:45", "Preisverleihung und Abschluss", "", false),
            ],
            note: "Stand: 4. März. Was sich ändert, steht unter „Mein Kongress“.".into(),
        },
        notes: Notes {
            heading: "Gut zu wissen".into(),
            paragraphs: vec![
                "So falten: einmal quer, einmal längs, das Namensschild außen. Hüllen gibt es am Empfang.".into(),
                "WLAN: HNF-Gast, ohne Passwort. Garderobe und Ruheraum im Untergeschoss.".into(),
                "Hilfe am Tag: 05251 000000. Alle Räume sind stufenlos erreichbar, die Induktionsschleife ist im Auditorium.".into(),
            ],
            contact: Some(Contact {
                qr_text: "https://kongress.example/owl/network/XYZ".into(),
                qr_alt: "QR-Code: mein Kontakt".into(),
                heading: "Mein Kontakt".into(),
                text: "Wer scannt, sieht ihn erst, wenn beide zustimmen.".into(),
            }),
            imprint: "DigitalBüro OWL, OstWestfalenLippe GmbH, mit Unterstützung der Bezirksregierung Detmold.".into(),
        },
    }
}

fn pdf(sheets: &[TicketSheet]) -> Vec<u8> {
    ticket_pdf(sheets, "Ticket Henrik Stallmann – DigitaleZukunft@OWL", Language::De, created()).expect("a ticket")
}

fn named(given: &str, family: &str) -> TicketSheet {
    TicketSheet { given_name: given.into(), family_name: family.into(), ..sample() }
}

/// Keeps the file for people to look at, if they say where: KONGRESS_SHOW=folder.
fn kept(name: &str, pdf: &[u8]) -> tempfile::TempDir {
    if let Some(folder) = std::env::var_os("KONGRESS_SHOW") {
        std::fs::write(Path::new(&folder).join(format!("{name}.pdf")), pdf).expect("written");
    }
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("ticket.pdf"), pdf).expect("written");
    folder
}

/// The text as it reads, a line of whatever words, without the breaks that the width makes.
fn text(name: &str, pdf: &[u8]) -> String {
    let folder = kept(name, pdf);
    let text = say("pdftotext", &["-raw", "-enc", "UTF-8", path(&folder.path().join("ticket.pdf")), "-"], b"");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn info(pdf: &[u8], more: &[&str]) -> String {
    let folder = kept("info", pdf);
    let file = folder.path().join("ticket.pdf");
    say("pdfinfo", &[more, &[path(&file)]].concat(), b"")
}

#[test]
fn a_ticket_is_an_accessible_a4_page() {
    let pdf = pdf(&[sample()]);
    let about = info(&pdf, &[]);
    let line = |name: &str| {
        let line = about.lines().find_map(|l| l.strip_prefix(name)).unwrap_or_default();
        line.trim_start_matches(':').trim().to_owned()
    };
    assert_eq!(line("Pages"), "1");
    assert_eq!(line("Tagged"), "yes");
    assert_eq!(line("Title"), "Ticket Henrik Stallmann – DigitaleZukunft@OWL");
    assert!(line("Page size").ends_with("(A4)"), "{about}");
    let meta = info(&pdf, &["-meta"]);
    assert!(meta.contains("<pdfuaid:part>1</pdfuaid:part>"), "{meta}");
    let raw = String::from_utf8_lossy(&pdf);
    assert!(raw.contains("/Lang (de)") || meta.contains("<rdf:li>de</rdf:li>"), "the language is said");
    // Headings, tables with row headings, codes with their words.
    let structure = info(&pdf, &["-struct-text"]);
    assert!(structure.contains("H1 \"Henrik Stallmann\""), "{structure}");
    for part in ["H2", "P (block)", "Table", "TH", "TD", "Figure", "\"Henrik\"", "\"Stallmann\""] {
        assert!(structure.contains(part), "{part} in {structure}");
    }
}

#[test]
fn every_word_stands_on_the_sheet() {
    let sheet = sample();
    let text = text("sample", &pdf(std::slice::from_ref(&sheet)));
    let mut words = vec![
        "DigitaleZukunft@OWL".to_owned(),
        sheet.organisation,
        sheet.role,
        sheet.topic,
        sheet.category,
        sheet.admission.heading,
        sheet.admission.number,
        sheet.admission.note,
        sheet.day.heading,
        sheet.day.note,
        sheet.notes.heading,
        sheet.notes.imprint,
        "Mein Kontakt".into(),
    ];
    words.extend(sheet.admission.facts.iter().flat_map(|f| [f.label.clone(), f.value.replace('\n', " ")]));
    words.extend(sheet.day.items.iter().flat_map(|i| [i.time.clone(), i.title.clone(), i.place.clone()]));
    words.extend(sheet.notes.paragraphs);
    for word in words {
        assert!(text.contains(&word), "{word:?} in {text}");
    }
}

#[test]
fn the_codes_are_read_from_the_printed_page() {
    let folder = kept("codes", &pdf(&[sample()]));
    let file = folder.path().join("ticket.pdf");
    let expected = [CODE, "https://kongress.example/owl/network/XYZ"];
    // A decoder in Rust, from a page at 150 dots an inch.
    let page = run("pdftoppm", &["-r", "150", "-gray", path(&file)], b"");
    let mut found = codes(&page);
    found.sort();
    assert_eq!(found, expected);
    // And zbar, as COMPONENTS.md has it.
    let image = folder.path().join("page");
    run("pdftoppm", &["-r", "150", "-png", "-singlefile", path(&file), path(&image)], b"");
    let read = say("zbarimg", &["--quiet", "--raw", path(&image.with_extension("png"))], b"");
    let mut read: Vec<&str> = read.lines().collect();
    read.sort_unstable();
    assert_eq!(read, expected);
}

#[test]
fn the_same_values_give_the_same_bytes() {
    let once = pdf(&[sample()]);
    assert_eq!(once, pdf(&[sample()]));
    assert_ne!(once, pdf(&[named("Henrike", "Stallmann")]));
    assert!(once.len() < 150_000, "{} bytes: only the letters used are embedded", once.len());
}

#[test]
fn an_order_is_one_file_with_a_page_each() {
    let sheets: Vec<TicketSheet> = (1..=5).map(|n| named("Gast", &format!("Nummer {n}"))).collect();
    let pdf = pdf(&sheets);
    assert!(info(&pdf, &[]).contains("Pages:           5"));
    let text = text("order", &pdf);
    assert!((1..=5).all(|n| text.contains(&format!("Nummer {n}"))));
}

#[test]
fn what_is_typed_is_printed_and_never_obeyed() {
    let typed = "#panic(\"x\") *fett* $x^2$ @ref <label> // no \\ #include \"/etc/passwd\" `code` = Titel \u{202e}]]";
    let mut sheet = named("#eval(\"1\")", typed);
    sheet.notes.paragraphs = vec![typed.into(), "- a\n- b\n= c".into()];
    let text = text("typed", &pdf(&[sheet])).replace(' ', "");
    assert_eq!(
        text.matches("#panic(\"x\")*fett*$x^2$@ref<label>//no\\#include\"/etc/passwd\"`code`=Titel]]").count(),
        2,
        "{text}"
    );
    assert!(text.contains("#eval(\"1\")"), "{text}");
    assert!(text.contains("-a-b=c"), "{text}");
}

#[test]
fn every_name_is_printed() {
    for (given, family, scripts) in [
        ("Ngọc Anh", "Trần", true),
        ("Işıl", "Kılıç", true),
        ("Łukasz", "Błaszczykowski", true),
        ("Ólafur", "Þórðarson", true),
        ("Ивана", "Шевченко-Гончар", true),
        ("Ελένη", "Παπαδοπούλου", true),
        ("محمد", "الخوارزمي", false),
        ("יעל", "כהן", false),
        ("Գրիգոր", "Նարեկացի", true),
        ("ნინო", "ჩხეიძე", true),
        ("सुनीता", "शर्मा", false),
        ("สมชาย", "ใจดี", false),
        ("Zoë 🎉", "O’Neill 👩🏽‍💻👨‍👩‍👧🇩🇪1️⃣❤️", false),
        ("伟", "王", false),
        ("Z̷̛͎a̴l̸g̵o̷", "\u{301}\u{202e}abc\u{0}\u{7f}\u{e000}\u{10ffff}\u{fffe}", false),
        ("", "", true),
        ("W", "", true),
    ] {
        let bytes = pdf(&[named(given, family)]);
        let meta = info(&bytes, &["-meta"]);
        assert!(meta.contains("pdfuaid"), "{given} {family} had to be printed in plain characters");
        let text = text(&format!("name-{given}"), &bytes);
        if scripts {
            // A double name may stand in two lines.
            let text = text.replace("- ", "-");
            assert!(text.contains(given) && text.contains(family), "{given} {family} in {text}");
        }
    }
}

#[test]
fn names_of_300_characters_fit_the_badge() {
    let long = "Wmüllerlüdenscheid".repeat(17)[..].chars().take(300).collect::<String>();
    let spaced = "Maria Magdalena von und zu ".repeat(12)[..300].to_owned();
    for (name, given, family) in
        [("whole", long.as_str(), long.as_str()), ("spaced", &spaced, &spaced), ("narrow", &"i".repeat(300), "Ä")]
    {
        let sheet = TicketSheet {
            organisation: long.clone(),
            role: spaced.clone(),
            topic: long.clone(),
            category: long.clone(),
            wordmark: Wordmark { main: long.chars().take(100).collect(), accent: "@OWL".into() },
            ..named(given, family)
        };
        let bytes = pdf(&[sheet]);
        assert!(info(&bytes, &[]).contains("Pages:           1"));
        assert!(info(&bytes, &["-meta"]).contains("pdfuaid"));
        let text = text(name, &bytes).replace(' ', "");
        for part in [given, family, &long, &spaced] {
            assert!(text.contains(&part.replace(' ', "")), "{part} in {text}");
        }
    }
}

#[test]
fn a_full_day_stays_on_its_panel() {
    let mut sheet = sample();
    sheet.day.items = (0..30)
        .map(|n| item(&format!("{}:{:02}", 8 + n / 4, n % 4 * 15), "Ein Programmpunkt mit langem Titel", "Raum", true))
        .collect();
    sheet.notes.paragraphs = vec!["Ein Absatz, der sich wiederholt und wiederholt. ".repeat(6); 9];
    let bytes = pdf(&[sheet]);
    assert!(info(&bytes, &[]).contains("Pages:           1"));
    let text = text("full", &bytes);
    assert!(text.contains("15:15"), "{text}");
    assert!(text.contains("Stand: 4. März."), "the note below still stands: {text}");
}

/// PDF/UA asks for a title. Without one the file is no PDF/UA, but there is one: somebody stands at the door.
#[test]
fn a_ticket_that_cannot_be_pdf_ua_is_a_ticket_all_the_same() {
    let sheet = named("Ngọc Anh", "كريم 🎉 Łucja");
    let bytes = ticket_pdf(&[sheet], "", Language::De, created()).expect("a ticket");
    assert!(!info(&bytes, &["-meta"]).contains("pdfuaid"));
    let text = text("plain", &bytes);
    assert!(text.contains("Ngọc Anh") && text.contains("□□□□ □ Łucja"), "{text}");
}

/// Panels that have nothing to say are left white, and nothing breaks.
#[test]
fn an_empty_sheet_is_a_page() {
    let mut sheet = TicketSheet::default();
    sheet.admission.qr_text = CODE.into();
    sheet.admission.qr_alt = "Code".into();
    sheet.admission.number = "7H4KQ2-1K".into();
    let bytes = pdf(&[sheet]);
    assert!(info(&bytes, &["-meta"]).contains("pdfuaid"));
    assert!(info(&bytes, &[]).contains("Pages:           1"));
    assert_eq!(text("empty", &bytes), "7H4KQ2-1K 7H4KQ2-1K");
}
