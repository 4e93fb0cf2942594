//! `kongress import`: lists from spreadsheets, by the real program.

use super::process::{Ended, Place};
use crate::kit::Database;

const ADD: [&str; 9] =
    ["congress", "add", "owl", "--name", "DigitaleZukunft@OWL", "--from", "2027-03-11", "--to", "2027-03-12"];

/// A congress with one category, `online`; a list of guests beside it.
async fn place(list: &str) -> (Database, Place) {
    let database = Database::new().await;
    let place = Place::on(&database.url);
    assert_eq!(place.run(&ADD).await.code, Some(0));
    let owl = congress::query::by_slug(database.store.read(), "owl").await.unwrap().unwrap();
    let tx = database.store.begin().await.unwrap();
    let new = crate::kit::world::category("online", ticketing::entity::category::Place::Online, 0);
    ticketing::service::category::add(&tx, &base::Actor::system(), owl.id, new).await.unwrap();
    tx.commit().await.unwrap();
    std::fs::write(place.folder().join("list.csv"), list).unwrap();
    (database, place)
}

async fn import(place: &Place, what: &str, more: &[&str]) -> Ended {
    place.run(&[&["import", what, "list.csv", "--congress", "owl"], more].concat()).await
}

#[track_caller]
fn done(ended: &Ended, said: &str) {
    assert_eq!((ended.code, ended.err.as_str(), ended.out.as_str()), (Some(0), "", said));
}

#[tokio::test]
async fn guests_are_taken_in_once() {
    let (_database, place) = place("Name;E-Mail\nDr. Petra Kemper;p@x.example\n\"Müßig, Jörg\";j@x.example\n").await;
    done(&import(&place, "attendees", &["--dry-run"]).await, "2 attendees would be taken in: online 2\n");
    done(&import(&place, "attendees", &[]).await, "2 attendees taken in: online 2\n");
    for again in [import(&place, "attendees", &["--dry-run"]).await, import(&place, "attendees", &[]).await] {
        assert_eq!((again.code, again.out.as_str()), (Some(1), ""), "{again:?}");
        let lines: Vec<_> = again.err.lines().collect();
        assert!(lines[0].starts_with("list.csv:2: E-Mail: p@x.example: Already registered as "), "{lines:?}");
        assert_eq!(lines[2], "kongress: 2 refusals, nothing was taken in");
    }
}

#[tokio::test]
async fn of_several_sheets_the_one_that_is_read_is_said() {
    let (_database, place) = place("").await;
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Hinweise").unwrap().write(0, 0, "Bitte bis Freitag zurück.").unwrap();
    let list = book.add_worksheet().set_name("Gäste").unwrap();
    list.write(0, 0, "Name").unwrap().write(0, 1, "E-Mail").unwrap();
    list.write(1, 0, "Petra Kemper").unwrap().write(1, 1, "p@x.example").unwrap();
    std::fs::write(place.folder().join("list.csv"), book.save_to_buffer().unwrap()).unwrap();
    let ended = import(&place, "attendees", &["--dry-run"]).await;
    assert_eq!((ended.code, ended.out.as_str()), (Some(0), "1 attendee would be taken in: online 1\n"));
    assert_eq!(ended.err, "list.csv: reading the sheet \"Gäste\"\n");
}

#[tokio::test]
async fn refusals_name_file_line_column_and_value() {
    let list = "Liste\n\nWer,Mail,Ticket\n\"Petra\nKemper\",p@x.example,online\nA B,b.example,Loge\n";
    let (_database, place) = place(list).await;
    let refused = import(&place, "attendees", &["--map", "Wer=name"]).await;
    let expected = "list.csv:6: Ticket: Loge: There is no such category. There are: online\n\
        list.csv:6: Mail: b.example: The @ sign is missing, as in name@town.example.\n\
        kongress: 2 refusals, nothing was taken in\n";
    assert_eq!((refused.code, refused.out.as_str(), refused.err.as_str()), (Some(1), "", expected));
    let unmapped = import(&place, "attendees", &[]).await;
    let expected = "list.csv:3: name: : There is no column with names. There are: Wer, Mail, Ticket\n\
        list.csv:6: Ticket: Loge: There is no such category. There are: online\n\
        list.csv:6: Mail: b.example: The @ sign is missing, as in name@town.example.\n\
        kongress: 3 refusals, nothing was taken in\n";
    assert_eq!((unmapped.code, unmapped.err.as_str()), (Some(1), expected));
    let wrong = import(&place, "attendees", &["--map", "Wer"]).await;
    assert_eq!((wrong.code, wrong.err.lines().count()), (Some(1), 1), "{wrong:?}");
    let elsewhere = place.run(&["import", "attendees", "list.csv", "--congress", "nowhere"]).await;
    assert!(elsewhere.code == Some(1) && elsewhere.err.contains("nowhere"), "{elsewhere:?}");
    let nothing = place.run(&["import", "attendees", "no.csv", "--congress", "owl"]).await;
    assert!(nothing.code == Some(1) && nothing.err.contains("no.csv"), "{nothing:?}");
    assert_eq!(place.run(&["import", "attendees", "list.csv"]).await.code, Some(2), "wrong usage");
    std::fs::write(place.folder().join("list.csv"), "<html><body>").unwrap();
    let page = import(&place, "attendees", &[]).await;
    assert!(page.code == Some(1) && page.err.starts_with("kongress: list.csv: the file is a web page"), "{page:?}");
}

#[tokio::test]
async fn topics_are_taken_in_changed_and_never_deleted() {
    let list = "Thema;en;Oberthema;Kurzname\n\
        Open Data;Open data;Datenmanagement;\n\
        Datenmanagement;Data management;;\n\
        Onlinezugangsgesetz (OZG);;;ozg\n";
    let (database, place) = place(list).await;
    done(
        &import(&place, "topics", &["--dry-run"]).await,
        "topics: 3 would be added, 0 would be changed, 0 as they were\n",
    );
    let revision = async || congress::query::by_slug(database.store.read(), "owl").await.unwrap().unwrap().revision;
    let first = revision().await;
    done(&import(&place, "topics", &[]).await, "topics: 3 added, 0 changed, 0 as they were\n");
    assert_eq!(revision().await, first + 1, "the public page, kept by revision, shows them");
    done(&import(&place, "topics", &[]).await, "topics: 0 added, 0 changed, 3 as they were\n");
    assert_eq!(revision().await, first + 1, "nothing has changed");
    let owl = congress::query::by_slug(database.store.read(), "owl").await.unwrap().unwrap();
    let topics = async || {
        let face = congress::query::face(database.store.read(), owl.clone()).await.unwrap();
        let slug = |id| face.topics.iter().find(|t| Some(t.id) == id).map(|t| t.slug.clone()).unwrap_or_default();
        face.topics.iter().map(|t| format!("{} < {}: {}", t.slug, slug(t.parent_id), t.name.0.de)).collect::<Vec<_>>()
    };
    let before = [
        "open-data < datenmanagement: Open Data",
        "datenmanagement < : Datenmanagement",
        "ozg < : Onlinezugangsgesetz (OZG)",
    ];
    assert_eq!(topics().await, before);
    std::fs::write(place.folder().join("list.csv"), "Kurzname;Thema;Oberthema\nozg;OZG;Open Data\nlorawan;LoRaWAN;\n")
        .unwrap();
    done(&import(&place, "topics", &[]).await, "topics: 1 added, 1 changed, 0 as they were\n");
    assert_eq!(topics().await[2..], ["ozg < open-data: OZG", "lorawan < : LoRaWAN"]);
    let wrong =
        "Kurzname;Thema;Oberthema\ndatenmanagement;Daten;ozg\nX Y;Schlecht;\nneu;Neu;Nirgends\n;;Open Data\nneu;Neu;\n";
    std::fs::write(place.folder().join("list.csv"), wrong).unwrap();
    let refused = import(&place, "topics", &[]).await;
    let lines: Vec<_> = refused.err.lines().map(|line| line.rsplit_once(": ").map_or(line, |(at, _)| at)).collect();
    let expected = [
        "list.csv:2: Oberthema: ozg",
        "list.csv:3: Kurzname: X Y",
        "list.csv:4: Oberthema: Nirgends",
        "list.csv:5: Thema: ",
        "list.csv:6: Thema: neu",
        "kongress",
    ];
    assert_eq!((refused.code, &lines[..]), (Some(1), &expected[..]), "{}", refused.err);
    assert_eq!(topics().await.len(), 4);
}

#[tokio::test]
async fn what_was_taken_in_is_written_out_and_nothing_is_overwritten() {
    let (_database, place) = place("Name;E-Mail\n\"=Formel, Petra\";p@x.example\n\"Müßig, Jörg\";j@x.example\n").await;
    done(&import(&place, "attendees", &[]).await, "2 attendees taken in: online 2\n");
    let export = async |what: &str, file: &str, more: &[&str]| {
        place.run(&[&["export", what, "--congress", "owl", "--output", file], more].concat()).await
    };
    done(&export("attendees", "guests.csv", &[]).await, "2 attendees written to guests.csv\n");
    let text = std::fs::read_to_string(place.folder().join("guests.csv")).unwrap();
    assert!(text.starts_with("\u{FEFF}Nummer;") && text.contains(";Jörg;Müßig;"), "{text}");
    assert!(!text.contains(";=Formel"), "no formula: {text}");
    done(&export("orders", "orders.xlsx", &[]).await, "2 orders written to orders.xlsx\n");
    done(&export("attendees", "guests.list", &["--format", "csv"]).await, "2 attendees written to guests.list\n");
    done(&place.run(&["export", "attendees", "--format", "csv", "--congress", "owl"]).await, &text);
    let book = std::fs::read(place.folder().join("orders.xlsx")).unwrap();
    assert!(book.starts_with(b"PK"), "a workbook");
    for (file, said) in [("guests.csv", "guests.csv: File exists"), ("guests.ods", "\"ods\" is no format of a list")] {
        let refused = export("attendees", file, &[]).await;
        assert_eq!(refused.code, Some(1), "{refused:?}");
        assert!(refused.err.contains(said), "{refused:?}");
    }
    assert_eq!(export("attendees", "guests.json", &["--format", "json"]).await.code, Some(2), "wrong usage");
    assert_eq!(std::fs::read_to_string(place.folder().join("guests.csv")).unwrap(), text);
    let files: Vec<_> = std::fs::read_dir(place.folder()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert!(!files.iter().any(|name| name.to_string_lossy().starts_with(".tmp")), "no drafts are left: {files:?}");
}
