//! Sessions as a table: written, edited, taken in.

use super::{event, plan, taken, verbs};
use crate::kit::{App, Client, Reply, run};
use base::{Actor, Language, Uuid};
use chrono::NaiveDateTime;
use http::Method;
use identity::Role;
use locale::Words;
use paper::sheet::read::{Table, read_table};
use paper::sheet::{Book, Cell, Column, Format, Sheet};
use programme::exchange::table::{Field, Moment, is_known, moment};
use programme::query::session::SessionView;
use programme::service::table::{Report, TableError, take_in};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

/// A file of sessions, German headings and cells; what is left out has no column.
fn file(fields: &[Field], rows: &[Vec<Cell>]) -> Vec<u8> {
    let words = Words::new(Language::De);
    let columns = fields.iter().map(|field| Column::new(words.t(field.heading()), 10)).collect();
    let mut book = Book::new(Format::Xlsx, &Sheet::new("Programm", columns), vec![]).unwrap();
    rows.iter().for_each(|row| book.row(row).unwrap());
    book.finish().unwrap()
}

fn table(fields: &[Field], rows: &[Vec<Cell>]) -> Table {
    read_table(&file(fields, rows), is_known).unwrap()
}

async fn views(app: &App, congress: Uuid) -> Vec<SessionView> {
    let conn = app.store.read();
    programme::query::session::after(conn, congress, &Default::default(), (None, 1_000)).await.unwrap()
}

/// What the desk writes.
async fn exported(app: &App, congress: Uuid, language: Language) -> Vec<Vec<Cell>> {
    let named = programme::query::named(app.store.read(), congress).await.unwrap();
    let cells =
        |view: &SessionView| named.cells(view, view.slots.first(), Words::new(language), chrono_tz::Europe::Berlin);
    views(app, congress).await.iter().map(cells).collect()
}

async fn into(app: &App, congress: Uuid, table: &Table) -> Result<Report, TableError> {
    Box::pin(take_in(&app.store, &Actor::system(), congress, table, false)).await
}

/// Line, column and message of each refusal.
fn refused(done: Result<Report, TableError>) -> Vec<(u32, String, &'static str)> {
    match done {
        Err(TableError::Refused(all)) => all.into_iter().map(|r| (r.line, r.column, r.reason.message)).collect(),
        other => panic!("{other:?}"),
    }
}

fn text(text: &str) -> Cell {
    Cell::from(text)
}

fn at(text: &str) -> Cell {
    Cell::Time(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap())
}

async fn two(app: &App) -> Uuid {
    let owl = app.congress("owl", 5).await;
    // Its one day is that of the file.
    let at = |text: &str| chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc();
    let day = congress::entity::congress::ActiveModel {
        id: Set(owl.id),
        starts_at: Set(at("2027-03-11T08:00:00+01:00")),
        ends_at: Set(at("2027-03-11T18:00:00+01:00")),
        ..Default::default()
    };
    let tx = app.store.begin().await.unwrap();
    day.update(&*tx).await.unwrap();
    tx.commit().await.unwrap();
    let mut second = event(2, "=1+1 über Übermut", 60);
    second.track = Some("Wirtschaft".into());
    second.kind = Some("Vortrag".into());
    let sent = plan("1", vec![("Großer Saal", vec![event(1, "Bürgerportale öffnen", 0), second])]);
    taken(app, owl.id, &sent, super::RELEASED).await;
    owl.id
}

#[tokio::test]
async fn what_comes_back_as_it_left_changes_nothing_and_an_edit_only_itself() {
    run(async |app: &App| {
        let owl = two(app).await;
        let before = views(app, owl).await;
        for language in Language::ALL {
            let rows = exported(app, owl, language).await;
            let report = into(app, owl, &table(&Field::ALL, &rows)).await.unwrap();
            assert_eq!((report.rows.len(), report.unchanged), (0, 2), "{report:?}");
        }
        let mut rows = exported(app, owl, Language::De).await;
        rows[0][Field::TitleDe as usize] = text("Bürgerportale größer öffnen");
        let edited = table(&Field::ALL, &rows);
        let dry = Box::pin(take_in(&app.store, &Actor::system(), owl, &edited, true)).await.unwrap();
        assert_eq!(views(app, owl).await[0].row.title, before[0].row.title, "looking changes nothing");
        let report = into(app, owl, &edited).await.unwrap();
        assert_eq!(dry, report);
        assert_eq!((report.changed(), report.added(), report.unchanged), (1, 0, 1));
        assert_eq!(report.rows[0].changes.len(), 1);
        let after = views(app, owl).await;
        assert_eq!(after[0].row.title.de, "Bürgerportale größer öffnen");
        assert_eq!(after[0].slots, before[0].slots);
        assert_eq!(after[1].row, before[1].row);
        assert_eq!((&after[0].row.code, &after[0].row.origin), (&before[0].row.code, &before[0].row.origin));
        let again = into(app, owl, &edited).await.unwrap();
        assert_eq!((again.rows.len(), again.unchanged), (0, 2));
        assert_eq!(verbs(app, owl).await.iter().filter(|verb| *verb == "session.table-taken-in").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_new_row_is_a_new_session_once_with_all_that_it_names() {
    run(async |app: &App| {
        let owl = two(app).await;
        use Field::{Begins, Ends, Language, Minutes, Room, Speakers, State, TitleDe, Track, Type};
        let fields = [TitleDe, Type, Track, Speakers, Language, Minutes, State, Begins, Ends, Room];
        let rows = [
            // A date as Excel has it, an end by the length; a room, a track and somebody that nobody knows.
            vec![
                text("Künstliche Intelligenz im Rathaus"),
                text("vortrag"),
                text("Kommune"),
                text("lea nolte; Jörg Müßig"),
                text("Deutsch"),
                Cell::Number(45),
                text("bestätigt"),
                at("2027-03-11 14:00"),
                Cell::Empty,
                text("Kleiner Saal"),
            ],
            // The same as texts.
            vec![
                text("Noch eins"),
                Cell::Empty,
                text("Kommune"),
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
                text("11.03.2027, 15:00 Uhr"),
                text("15:30"),
                text("großer saal"),
            ],
            vec![text("Ohne Zeit")],
        ];
        let new = table(&fields, &rows);
        let report = into(app, owl, &new).await.unwrap();
        assert_eq!((report.added(), report.changed()), (3, 0));
        let made: Vec<&str> = report.made.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(made, ["Kommune", "Kleiner Saal", "Jörg Müßig"]);
        let all = views(app, owl).await;
        let of = |title: &str| all.iter().find(|view| view.row.title.de == title).unwrap();
        let first = of("Künstliche Intelligenz im Rathaus");
        let names: Vec<&str> = first.speakers.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Lea Nolte", "Jörg Müßig"]);
        assert_eq!((first.row.language.as_str(), first.row.minutes), ("de", Some(45)));
        assert!(first.row.confirmed_at.is_some() && of("Noch eins").row.confirmed_at.is_none());
        let slot = &first.slots[0];
        assert_eq!(slot.starts_at.unwrap().to_rfc3339(), "2027-03-11T13:00:00+00:00");
        assert_eq!((slot.ends_at.unwrap() - slot.starts_at.unwrap()).num_minutes(), 45);
        assert_eq!(
            (of("Noch eins").slots[0].ends_at.unwrap() - of("Noch eins").slots[0].starts_at.unwrap()).num_minutes(),
            30
        );
        assert_eq!(of("Noch eins").slots[0].room_id, all[0].slots[0].room_id);
        assert!(of("Ohne Zeit").slots[0].starts_at.is_none());
        let mut guids: Vec<Uuid> = all.iter().map(|view| view.slots[0].guid).collect();
        let mut numbers: Vec<i32> = all.iter().map(|view| view.slots[0].number).collect();
        guids.sort();
        guids.dedup();
        numbers.sort();
        numbers.dedup();
        assert_eq!((guids.len(), numbers.len()), (5, 5), "each has its own");
        // Again: no doubles.
        let again = into(app, owl, &new).await.unwrap();
        assert_eq!((again.rows.len(), again.unchanged), (0, 3), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn a_row_is_of_the_session_that_is_called_so_in_the_languages_that_the_table_has() {
    run(async |app| {
        let owl = two(app).await;
        let first = views(app, owl).await.remove(0).row;
        let english = table(&[Field::Code, Field::TitleEn], &[vec![text(&first.code), text("Open the portals")]]);
        assert_eq!(into(app, owl, &english).await.unwrap().changed(), 1);
        let german = table(&[Field::TitleDe, Field::Minutes], &[vec![text(&first.title.de), Cell::Number(25)]]);
        let report = into(app, owl, &german).await.unwrap();
        assert_eq!((report.added(), report.changed()), (0, 1));
        let now = views(app, owl).await.remove(0).row;
        assert_eq!((now.title.en.as_str(), now.minutes), ("Open the portals", Some(25)));
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_told_by_row_and_column_and_changes_nothing() {
    run(async |app: &App| {
        let owl = two(app).await;
        let before = views(app, owl).await;
        let (a, b) = (before[0].row.code.as_str(), before[1].row.code.as_str());
        use Field::{Begins, Code, Ends, Minutes, Occurrences, State, TitleDe};
        let fields = [Code, TitleDe, Minutes, State, Begins, Ends, Occurrences];
        let row = |cells: [&str; 7]| cells.map(text).to_vec();
        let rows = [
            row([a, "Umbenannt", "viele", "vielleicht", "morgen früh", "", "1"]),
            row([a, "Umbenannt", "", "bestätigt", "", "", "1"]),
            row(["ZZZZZZ", "Neu", "", "", "", "", ""]),
            row([b, "", "", "fällt aus", "2027-03-11 10:00", "2027-03-11 10:30", "7"]),
            row(["", "", "30", "", "", "", ""]),
            row(["", "Nachts", "", "", "2027-03-28 02:30", "2027-03-28 04:00", ""]),
            row(["", "Ohne Ende", "", "", "2027-03-11 16:00", "", ""]),
            row(["", "Ohne Tag", "", "", "16:00", "17:00", ""]),
        ];
        let told = refused(into(app, owl, &table(&fields, &rows)).await);
        let told: Vec<(u32, &str, &str)> = told.iter().map(|(line, column, m)| (*line, column.as_str(), *m)).collect();
        assert_eq!(
            told,
            [
                (2, "Minuten", "session-table-number"),
                (2, "Stand", "session-table-state"),
                (2, "Beginn", "session-table-time"),
                (3, "Code", "session-table-twice"),
                (4, "Code", "session-table-no-code"),
                (5, "Stand", "session-table-cancel"),
                (5, "Termine", "session-table-occurrences"),
                (6, "Titel, deutsch", "programme-error-title-missing"),
                (7, "Beginn", "session-table-leap"),
                (8, "Ende", "session-table-no-end"),
                (9, "Beginn", "session-table-day"),
            ]
        );
        // What only the services see: a huge cell, a language that is none, no length at all.
        let huge = "ü".repeat(20_000);
        let rows = [vec![text(a), text(&huge), Cell::Number(30)], vec![text(b), text("Anders"), Cell::Number(0)]];
        let told = refused(into(app, owl, &table(&[Code, TitleDe, Minutes], &rows)).await);
        assert_eq!(told[0], (2, "Titel, deutsch".into(), "programme-error-title-long"));
        assert_eq!(told[1], (3, "Minuten".into(), "programme-error-minutes"));
        // Two in a room at once.
        let rows = [vec![text(b), at("2027-03-11 09:10"), at("2027-03-11 09:40")]];
        let told = refused(into(app, owl, &table(&[Code, Begins, Ends], &rows)).await);
        assert!(told.iter().all(|one| (one.0, one.2) == (2, "session-table-clash")), "{told:?}");
        let after = views(app, owl).await;
        assert!(before.iter().zip(&after).all(|(a, b)| a.row == b.row && a.slots == b.slots), "nothing is changed");
        // Two that change places clash with nobody once both stand.
        let rows = [
            vec![text(a), at("2027-03-11 10:00"), at("2027-03-11 10:30")],
            vec![text(b), at("2027-03-11 09:00"), at("2027-03-11 09:30")],
        ];
        let report = into(app, owl, &table(&[Code, Begins, Ends], &rows)).await.unwrap();
        assert_eq!(report.changed(), 2);
        // Parked by two empty cells.
        let rows = [vec![text(a), Cell::Empty, Cell::Empty, text("x")]];
        into(app, owl, &table(&[Code, Begins, Ends, TitleDe], &rows)).await.unwrap();
        assert!(views(app, owl).await[0].slots[0].starts_at.is_none());
    })
    .await;
}

#[test]
fn moments_are_read_as_people_write_them() {
    let zone = chrono_tz::Europe::Berlin;
    let nine = NaiveDateTime::parse_from_str("2027-03-11 09:00", "%Y-%m-%d %H:%M").unwrap();
    let ways = [
        "2027-03-11 09:00",
        "2027-03-11T09:00",
        "11.03.2027 9:00",
        "11.3.27, 9:00 Uhr",
        "46457.375",
        "2027-03-11T08:00:00Z",
    ];
    for way in ways {
        assert_eq!(moment(way, zone), Some(Moment::At(nine)), "{way}");
    }
    assert_eq!(moment("2027-03-11", zone), Some(Moment::At(nine.date().and_hms_opt(0, 0, 0).unwrap())));
    assert_eq!(moment("9:00", zone), Some(Moment::Clock(nine.time())));
    for none in ["", "morgen", "3/11/2027 9:00", "12", "31.02.2027 9:00"] {
        assert_eq!(moment(none, zone), None, "{none}");
    }
}

/// Hands in a file as a browser does.
async fn hand_in(client: &Client, name: &str, content: &[u8]) -> Reply {
    let mut body = format!(
        "--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend(content);
    body.extend(b"\r\n--grenze--\r\n");
    let kind = Some("multipart/form-data; boundary=grenze");
    client.send(Method::POST, "/owl/desk/sessions/import", &[], kind, body).await
}

#[tokio::test]
async fn at_the_desk_it_is_looked_at_and_taken_in_once() {
    run(async |app: &App| {
        let owl = two(app).await;
        let staff = app.staff(Role::Programme).await;
        staff.get("/owl/desk/sessions/import").await.expect(200);
        assert!(
            staff.get("/owl/desk/sessions").await.attributes("a", "href").contains(&"/owl/desk/sessions/import".into())
        );
        // No table at all; nothing.
        let none = hand_in(&staff, "programm.xlsx", b"%PDF-1.7 \x00\x01\x02\xff").await.expect(422);
        assert!(none.words("#file-error").len() == 1, "{}", none.text());
        hand_in(&staff, "", b"").await.expect(422);
        // The desk's own file.
        let out = staff.post_form("/owl/desk/sessions/exports", &[("format", "xlsx")]).await.expect(200);
        let path = hand_in(&staff, "programm.xlsx", &out.bytes).await.expect(303).location().to_owned();
        let page = staff.get(&path).await.expect(200);
        assert!(page.text().contains("Die Tabelle sagt nichts Neues."), "{}", page.text());
        // As csv too, where a text that looks like a formula has an apostrophe.
        let csv = staff.post_form("/owl/desk/sessions/exports", &[("format", "csv")]).await.expect(200);
        assert!(csv.text().contains("'=1+1"));
        let same = hand_in(&staff, "programm.csv", &csv.bytes).await.expect(303).location().to_owned();
        assert!(staff.get(&same).await.expect(200).text().contains("Die Tabelle sagt nichts Neues."));
        let edited = csv.text().replace("Bürgerportale öffnen", "Bürgerportale schließen");
        let path = hand_in(&staff, "programm.csv", edited.as_bytes()).await.expect(303).location().to_owned();
        let page = staff.get(&path).await.expect(200);
        assert!(page.text().contains("1 Programmpunkt übernehmen") && page.text().contains("Bürgerportale schließen"));
        assert_eq!(views(app, owl).await[0].row.title.de, "Bürgerportale öffnen", "looking changes nothing");
        let seen = page.attributes("main form [name=seen]", "value").join("");
        // Seen is what is done: nothing else.
        assert_eq!(staff.post_form(&path, &[("seen", "x")]).await.expect(303).location(), path);
        let done = staff.post_form(&path, &[("seen", &seen)]).await.expect(303);
        assert_eq!(done.location(), "/owl/desk/sessions");
        assert_eq!(views(app, owl).await[0].row.title.de, "Bürgerportale schließen");
        let twice = staff.post_form(&path, &[("seen", &seen)]).await.expect(303);
        assert_eq!(twice.location(), "/owl/desk/sessions");
        // What is wrong.
        let wrong = edited.replace("Bürgerportale schließen", "");
        let path = hand_in(&staff, "programm.csv", wrong.as_bytes()).await.expect(303).location().to_owned();
        let page = staff.get(&path).await.expect(200);
        assert!(page.words("tbody td").join("|").contains("2|Titel, deutsch|"), "{:?}", page.words("tbody td"));
        assert!(page.attributes("main form[method=post]", "action").is_empty());
    })
    .await;
}
