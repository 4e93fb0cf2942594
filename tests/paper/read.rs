//! Reading tables as people have them.

use paper::sheet::read::{Grid, Line, SheetError, Table, read, read_table};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

const XLS: &[u8] = include_bytes!("../data/import/guests.xls");
const ODS: &[u8] = include_bytes!("../data/import/guests.ods");
const REPEATED: &[u8] = include_bytes!("../data/import/repeated.ods");

fn known(heading: &str) -> bool {
    ["vorname", "nachname", "emailadresse", "email", "name"].contains(&paper::sheet::read::key(heading).as_str())
}

fn table(bytes: &[u8]) -> Table {
    read(bytes).unwrap().table(known)
}

fn rows(grid: &Grid) -> Vec<(u32, Vec<&str>)> {
    grid.lines().iter().map(|Line { number, cells }| (*number, cells.iter().map(String::as_str).collect())).collect()
}

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn text_is_read_in_any_encoding_with_any_sign_between_cells() {
    for sign in [",", ";", "\t"] {
        let text = ["Name;E-Mail;Ort", "Jörg Müßig;joerg@lemgo.example;Höxter", "Ute Groß;ute@herford.example;Bünde"]
            .map(|line| line.replace(';', sign))
            .join("\r\n");
        let latin = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
        let files = [
            text.clone().into_bytes(),
            format!("\u{FEFF}{text}").into_bytes(),
            latin,
            utf_16(&text, u16::to_le_bytes),
            utf_16(&text, u16::to_be_bytes),
            utf_16(&format!("\u{FEFF}{text}"), u16::to_le_bytes),
            utf_16(&format!("\u{FEFF}{text}"), u16::to_be_bytes),
        ];
        for (n, file) in files.iter().enumerate() {
            let grid = read(file).unwrap();
            let expected = [
                (1, vec!["Name", "E-Mail", "Ort"]),
                (2, vec!["Jörg Müßig", "joerg@lemgo.example", "Höxter"]),
                (3, vec!["Ute Groß", "ute@herford.example", "Bünde"]),
            ];
            assert_eq!(rows(&grid), expected, "{sign:?}, encoding {n}");
        }
    }
    let euro = encoding_rs::WINDOWS_1252.encode("Name;Preis\nMüller;5 €\n").0.into_owned();
    assert_eq!(read(&euro).unwrap().lines()[1].cells, ["Müller", "5 €"]);
}

#[test]
fn a_line_is_counted_as_an_editor_counts() {
    let text = "\r\nName;Mail\r\n\r\n\"Petra\r\nKemper\";\"p;k@x.example\"\r\n;;\r\n\"Sie sagte \"\"ja\"\"\";b@x.example;;;\r\nx;y";
    let grid = read(text.as_bytes()).unwrap();
    let expected = [
        (2, vec!["Name", "Mail"]),
        (4, vec!["Petra\r\nKemper", "p;k@x.example"]),
        (7, vec!["Sie sagte \"ja\"", "b@x.example"]),
        (8, vec!["x", "y"]),
    ];
    assert_eq!(rows(&grid), expected);
    let old = read(b"Name,Mail\rA,a@x.example\rB,b@x.example").unwrap();
    assert_eq!(rows(&old)[2], (3, vec!["B", "b@x.example"]), "as an old Mac ends its lines");
    let said = read(b"sep=,\nName;x,Mail\n\"A;B\",a@x.example\n").unwrap();
    assert_eq!(rows(&said)[1], (3, vec!["A;B", "a@x.example"]));
}

#[test]
fn a_comma_in_names_is_not_taken_for_the_end_of_a_cell() {
    let grid = read("Name;E-Mail\nKemper, Petra;p@x.example\nBeust, Ole von;o@x.example\n".as_bytes()).unwrap();
    assert_eq!(rows(&grid)[1].1, ["Kemper, Petra", "p@x.example"]);
    let inches = read("Name;Rohr\nA;5\" dick\nB;\"zwei\nZeilen\"\nC;\"\"\"so\"\"\"\n".as_bytes()).unwrap();
    let cells: Vec<_> = rows(&inches).into_iter().map(|(_, cells)| cells[1]).collect();
    assert_eq!(cells, ["Rohr", "5\" dick", "zwei\nZeilen", "\"so\""]);
    let one = read("Name\nA\n\nB\n".as_bytes()).unwrap();
    assert_eq!(rows(&one), [(1, vec!["Name"]), (2, vec!["A"]), (4, vec!["B"])], "one column needs no sign");
}

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let hidden = book.add_worksheet();
    hidden.set_name("Notizen").unwrap().set_hidden(true).write(0, 0, "Geheim").unwrap();
    book.add_worksheet().set_name("Leer").unwrap().write(3, 3, "  ").unwrap();
    let sheet = book.add_worksheet();
    sheet.set_active(true).set_first_tab(true);
    sheet.merge_range(0, 0, 0, 6, "Teilnehmerliste DigitaleZukunft@OWL", &Format::new()).unwrap();
    let headings = ["Nr.", "Vorname", "Nachname", "E-Mail-Adresse:", "PLZ", "Behörde *", "Eingang"];
    for (column, heading) in headings.iter().enumerate() {
        sheet.write(2, u16::try_from(column).unwrap(), *heading).unwrap();
    }
    let day = Format::new().set_num_format("dd.mm.yyyy");
    let time = ExcelDateTime::from_ymd(2027, 1, 15).unwrap();
    for (row, number, given, family, address, body, at) in [
        (3, 1.0, "Ayşe", "Kılıç-Brand", "ayse@delbrueck.example", "Stadt Delbrück", time.clone()),
        (5, 2.0, "Jörg", "Müßig", "joerg@lemgo.example", "Alte Hansestadt Lemgo", time.and_hms(9, 30, 0).unwrap()),
    ] {
        sheet.write(row, 0, number).unwrap();
        for (column, text) in [(1, given), (2, family), (3, address), (5, body)] {
            sheet.write(row, column, text).unwrap();
        }
        sheet.write_with_format(row, 6, &at, &day).unwrap();
    }
    sheet.write(3, 4, "01234").unwrap();
    sheet.write(5, 4, 33098).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn workbooks_of_every_kind_say_the_same() {
    for (kind, bytes) in [("xlsx", workbook()), ("xls", XLS.to_vec()), ("ods", ODS.to_vec())] {
        let table = table(&bytes);
        assert_eq!(table.line, 3, "{kind}: a title and an empty row stand above");
        let headings: Vec<_> = table.columns.iter().map(|c| (c.letter.as_str(), c.heading.as_str())).collect();
        assert_eq!(headings[3], ("D", "E-Mail-Adresse:"), "{kind}");
        let rows: Vec<_> = table.rows.iter().map(|row| (row.number, row.cells.join("|"))).collect();
        assert_eq!(rows[0], (4, "1|Ayşe|Kılıç-Brand|ayse@delbrueck.example|01234|Stadt Delbrück|2027-01-15".into()));
        let (line, second) = &rows[1];
        assert_eq!((*line, rows.len()), (6, 2), "{kind}");
        assert!(
            second.starts_with("2|Jörg|Müßig|joerg@lemgo.example|33098|Alte Hansestadt Lemgo|2027-01-1"),
            "{second}"
        );
    }
}

#[test]
fn of_several_sheets_the_one_with_headings_is_read_and_named() {
    let mut book = Workbook::new();
    let notes = book.add_worksheet().set_name("Hinweise").unwrap();
    notes.write(0, 0, "Name").unwrap().write(0, 1, "so, wie er auf dem Ticket steht").unwrap();
    let list = book.add_worksheet().set_name("Gäste").unwrap();
    for (column, (heading, cell)) in [("Name", "Petra Kemper"), ("E-Mail", "p@x.example")].into_iter().enumerate() {
        let column = u16::try_from(column).unwrap();
        list.write(0, column, heading).unwrap().write(1, column, cell).unwrap();
    }
    let table = read_table(&book.save_to_buffer().unwrap(), known).unwrap();
    assert_eq!((table.sheet.as_deref(), table.rows.len()), (Some("Gäste"), 1));
    // Without headings that anybody knows, the first with something in it; alone, nobody asks which.
    let first = read_table(&workbook(), |_| false).unwrap();
    assert_eq!(first.columns.len(), 7);
    let mut alone = Workbook::new();
    alone.add_worksheet().write(0, 0, "Wer").unwrap();
    assert_eq!(read_table(&alone.save_to_buffer().unwrap(), known).unwrap().sheet, None);
}

#[test]
fn columns_are_found_by_heading_or_letter() {
    let table = table("Name;E-Mail;\nA;a@x.example;dritte\n".as_bytes());
    assert_eq!(table.columns.iter().map(|c| c.name()).collect::<Vec<_>>(), ["Name", "E-Mail", "C"]);
    let found = ["name", " e mail: ", "C", "c", "B", "D", ""].map(|named| table.column(named));
    assert_eq!(found, [Some(0), Some(1), Some(2), Some(2), Some(1), None, None]);
    let wide = format!("{}\n{}\n", "x;".repeat(30), "1;".repeat(30));
    assert_eq!(read(wide.as_bytes()).unwrap().table(|_| false).columns[27].letter, "AB");
}

#[test]
fn what_is_no_table_is_refused_with_a_reason() {
    let refused = |bytes: &[u8]| read(bytes).unwrap_err();
    assert_eq!(refused(b""), SheetError::Empty);
    assert_eq!(refused(b"\xEF\xBB\xBF\r\n ; ;\r\n"), SheetError::Empty);
    assert_eq!(refused(b"%PDF-1.7\n..."), SheetError::NoTable);
    assert_eq!(refused(b"\x00\x01\x02\x03\x80\x81\x82\x83"), SheetError::NoTable);
    assert_eq!(refused(b"\n<html><table><tr><td>Name</td></tr></table></html>"), SheetError::WebPage);
    assert_eq!(refused(b"<?xml version=\"1.0\"?><Workbook/>"), SheetError::WebPage);
    assert_eq!(refused(b"Name;Mail\nA;a@x.example\n\"B;b@x.example\nC;c@x.example\n"), SheetError::OpenQuote(3));
    // It would end where another cell's begins, and two guests would be lost in it.
    let swallows = b"Name;Bemerkung;Mail\nA;\"laut;a@x.example\nB;;b@x.example\nC;\"leise\";c@x.example\n";
    assert_eq!(refused(swallows), SheetError::OpenQuote(2));
    let long = format!("Name;Mail\nA;{}\n", "x".repeat(40_000));
    assert_eq!(refused(long.as_bytes()), SheetError::CellTooLong(2));
    assert_eq!(refused(&vec![b'x'; 21 * 1024 * 1024]), SheetError::TooLarge);
    let rows = "a;b\n".repeat(100_001);
    assert_eq!(refused(rows.as_bytes()), SheetError::TooManyCells);
    let mut encrypted = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    encrypted.extend(utf_16("EncryptedPackage", u16::to_le_bytes));
    assert_eq!(refused(&encrypted), SheetError::Password);
    assert_eq!(refused(&packed(&[("word/document.xml", b"<x/>".to_vec())])), SheetError::NoTable);
}

fn packed(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(vec![]));
    for (name, content) in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The parts of an xlsx with this sheet and these shared strings.
fn xlsx(sheet: &str, strings: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    packed(&[
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                 <Relationship Id=\"a\" Type=\"{relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            )
            .into(),
        ),
        (
            "xl/workbook.xml",
            format!("<workbook xmlns=\"{main}\" xmlns:r=\"{relation}\"><sheets><sheet name=\"x\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>").into(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                 <Relationship Id=\"a\" Type=\"{relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
                 <Relationship Id=\"b\" Type=\"{relation}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            )
            .into(),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>").into()),
        ("xl/sharedStrings.xml", format!("{strings}<sst xmlns=\"{main}\"><si><t>A</t></si></sst>").into()),
    ])
}

#[test]
fn bombs_do_no_harm() {
    let before = Instant::now();
    assert_eq!(read(REPEATED), Err(SheetError::TooManyCells), "a cell that stands there five thousand million times");
    let zeros = packed(&[("xl/workbook.xml", vec![b' '; 200 * 1024 * 1024])]);
    assert!(zeros.len() < 1024 * 1024);
    assert_eq!(read(&zeros), Err(SheetError::TooManyCells));
    let entities =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
    let cell = |at: &str| format!("<row><c r=\"{at}\" t=\"s\"><v>0</v></c></row>");
    assert_eq!(rows(&read(&xlsx(&cell("B7"), entities)).unwrap()), [(7, vec!["", "A"])], "none is expanded");
    // Two cells at the ends of a sheet: seventeen thousand million between them.
    let far = xlsx(&format!("{}{}", cell("A1"), cell("XFD1048576")), "");
    assert_eq!(read(&far), Err(SheetError::TooManyCells));
    let low = xlsx(&format!("{}{}", cell("A1"), cell("A1048576")), "");
    assert_eq!(rows(&read(&low).unwrap()), [(1, vec!["A"]), (1_048_576, vec!["A"])]);
    // Unpacked they would take hours, on the slowest machine as on a busy one.
    assert!(before.elapsed() < Duration::from_secs(600), "{:?}", before.elapsed());
}

#[test]
fn broken_files_are_refused_and_never_panic() {
    let quiet = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let text = "Vorname;Nachname;E-Mail\n\"Ayşe\";Kılıç;a@x.example\n".as_bytes().to_vec();
    let (mut read_well, mut refused) = (0, 0);
    for file in [workbook(), XLS.to_vec(), ODS.to_vec(), text] {
        let step = (file.len() / 60).max(1);
        for at in (0..file.len()).step_by(step) {
            let mut flipped = file.clone();
            flipped[at] ^= 0x55;
            let mut blown = file.clone();
            for byte in blown.iter_mut().skip(at).take(4) {
                *byte = 0xFF;
            }
            for broken in [&file[..at], &flipped, &blown] {
                match read(broken) {
                    Ok(grid) => {
                        let _ = grid.table(known);
                        read_well += 1;
                    }
                    Err(_) => refused += 1,
                }
            }
        }
    }
    std::panic::set_hook(quiet);
    assert!(read_well > 0 && refused > 100, "{read_well} read, {refused} refused");
}
