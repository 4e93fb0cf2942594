//! Taking in lists of guests.

use crate::kit::world::category;
use crate::kit::{App, run};
use base::{Actor, Language, Uuid};
use chrono::TimeDelta;
use congress::entity::congress::Phase;
use paper::sheet::read::{Refusal, Table, read};
use registration::entity::{attendee, order};
use registration::rules::heading::{Field, Mapping, is_known, parse_said};
use registration::rules::name::split;
use registration::service::intake::{Intake, IntakeError, plan, take_in};
use sea_orm::{EntityTrait, PaginatorTrait};
use std::collections::HashSet;
use ticketing::entity::category::Place;

fn table(text: &str) -> Table {
    read(text.as_bytes()).unwrap().table(is_known)
}

/// Takes in a list; gives how many there were, or what is refused as line, column, value, key.
async fn import(
    app: &App,
    congress: Uuid,
    text: &str,
    category: Option<&str>,
    mail: bool,
) -> Result<usize, Vec<String>> {
    let table = table(text);
    let mapping = Mapping::guess(&table);
    let intake = Intake { table: &table, mapping: &mapping, category, mail };
    match take_in(&app.store, &Actor::system(), congress, intake).await {
        Ok(taken) => Ok(taken.guests),
        Err(IntakeError::Refused(refusals)) => Err(refusals.iter().map(line).collect()),
        Err(e) => panic!("{e}"),
    }
}

fn line(refusal: &Refusal) -> String {
    let key = refusal.reason.message.trim_start_matches("registration-");
    format!("{}: {}: {}: {key}", refusal.line, refusal.column, refusal.value)
}

async fn counts(app: &App) -> (u64, u64) {
    let orders = order::Entity::find().count(app.store.read()).await.unwrap();
    (orders, attendee::Entity::find().count(app.store.read()).await.unwrap())
}

#[test]
fn whole_names_are_split() {
    for (whole, given, family) in [
        ("Petra Kemper", "Petra", "Kemper"),
        ("  Petra   Kemper ", "Petra", "Kemper"),
        ("Dr. Petra Kemper", "Petra", "Kemper"),
        ("Frau Prof. Dr.-Ing. Petra Kemper", "Petra", "Kemper"),
        ("Dr. h. c. Petra Kemper, M.A.", "Petra", "Kemper"),
        ("Kemper, Petra", "Petra", "Kemper"),
        ("Kemper, Dr. Petra", "Petra", "Kemper"),
        ("Dr. Kemper, Petra", "Petra", "Kemper"),
        ("Kemper, Petra, Dr.", "Petra", "Kemper"),
        ("Anna Maria Müller-Lüdenscheid", "Anna Maria", "Müller-Lüdenscheid"),
        ("Karl-Theodor Maria Nikolaus", "Karl-Theodor Maria", "Nikolaus"),
        ("Ole von Beust", "Ole", "von Beust"),
        ("Beust, Ole von", "Ole", "von Beust"),
        ("von Beust, Ole", "Ole", "von Beust"),
        ("Anna van der Berg", "Anna", "van der Berg"),
        ("Anna Van der Berg", "Anna", "Van der Berg"),
        ("Maria de la Cruz", "Maria", "de la Cruz"),
        ("Georg Graf von und zu Egloffstein", "Georg Graf", "von und zu Egloffstein"),
        ("Van Nguyen", "Van", "Nguyen"),
        ("John Smith Jr.", "John", "Smith Jr."),
        ("Kemper", "", "Kemper"),
        ("C. Müller", "C.", "Müller"),
        ("Frau Müller", "", "Müller"),
        ("Frau", "", "Frau"),
        ("Ayşe Kılıç-Brand", "Ayşe", "Kılıç-Brand"),
        ("", "", ""),
        (",", "", ""),
    ] {
        assert_eq!(split(whole), (given.to_owned(), family.to_owned()), "{whole}");
    }
}

#[test]
fn columns_are_guessed_from_their_headings() {
    use Field::{Category, Email, FamilyName, GivenName, Ignore, Language, Name, Organisation};
    for (headings, fields) in [
        ("Vorname;Nachname;E-Mail", vec![GivenName, FamilyName, Email]),
        ("First name;Surname;email;Company", vec![GivenName, FamilyName, Email, Organisation]),
        ("Vorname;Name;E-Mail-Adresse:", vec![GivenName, FamilyName, Email]),
        ("Name;Mailadresse *;Einrichtung", vec![Name, Email, Organisation]),
        ("NAME;Vor- und Nachname;MAIL", vec![Ignore, Name, Email]),
        ("Name;Vorname;Nachname;e mail", vec![Ignore, GivenName, FamilyName, Email]),
        ("Teilnehmer/in;E-Mail (dienstlich);Behörde", vec![Name, Email, Organisation]),
        ("Anrede;Titel;Vor\u{AD}name;Familienname;E–Mail", vec![Ignore, Ignore, GivenName, FamilyName, Email]),
        ("Nr.;Ticketart;Sprache;Name;Mail", vec![Ignore, Category, Language, Name, Email]),
    ] {
        let table = table(&format!("{headings}\nx;x;x;x;x\n"));
        assert_eq!(Mapping::guess(&table).fields()[..fields.len()], fields, "{headings}");
    }
    let by_content = table("Name;Kontakt\nA;a@x.example\nB;b@x.example\n");
    assert_eq!(Mapping::guess(&by_content).fields(), [Name, Email]);
}

#[test]
fn what_is_said_goes_before_what_is_guessed() {
    let table = table("Wer;Wohin;E-Mail\nPetra Kemper;p@x.example;alt@x.example\n");
    let said = |typed: &str| Mapping::said(&table, &parse_said(typed).unwrap());
    let mapping = said("Wer=name, b=email").unwrap();
    assert_eq!(mapping.fields(), [Field::Name, Field::Email, Field::Ignore]);
    assert!(mapping.check(&table).is_empty());
    let lines = |refusals: Vec<Refusal>| refusals.iter().map(line).collect::<Vec<_>>();
    assert_eq!(lines(said("Was=name").unwrap_err()), ["1: Was: : intake-no-column"]);
    assert_eq!(lines(said("Wer=nick").unwrap_err()), ["1: Wer: nick: intake-no-field"]);
    assert_eq!(lines(said("Wer=name,Wohin=name").unwrap_err()), ["1: Wohin: name: intake-said-twice"]);
    assert_eq!(lines(said("Wer=name,a=email").unwrap_err()), ["1: a: email: intake-said-twice"]);
    assert_eq!(
        lines(said("C=ignore").unwrap().check(&table)),
        ["1: name: : intake-name-column", "1: email: : intake-email-column"]
    );
    assert_eq!(parse_said("Name, Vorname=name").unwrap(), [("Name, Vorname".to_owned(), "name".to_owned())]);
    assert_eq!(parse_said("A=email,Wer"), Err("Wer".to_owned()));
    let twice = self::table("E-Mail;Mail;Name\na@x.example;b@x.example;A\n");
    let refusals = Mapping::guess(&twice).check(&twice);
    assert_eq!(lines(refusals), ["1: E-Mail, Mail: : intake-two-columns"]);
}

const LIST: &str = "Teilnehmerliste;;;\n\nVorname;Nachname;E-Mail;Firma;Ticket;Sprache\n\
    Ayşe;Kılıç-Brand;Ayse@Delbrueck.example;Stadt Delbrück;on-site;\n\
    Jörg;Müßig;joerg@lemgo.example;;Ticket online, English;English\n\
    Lea;Nolte;joerg@lemgo.example;;online;de\n";

#[tokio::test]
async fn a_row_becomes_an_order_and_nobody_hears_of_it() {
    run(async |app: &App| {
        let owl = app.congress("owl", 1).await;
        assert_eq!(import(app, owl.id, LIST, None, false).await, Ok(3));
        app.run_jobs().await;
        assert!(app.smtp.mails().is_empty(), "no mail unless asked for");
        let filter = registration::query::order::Filter { query: "muessig".into(), ..Default::default() };
        let found = registration::query::order::after(app.store.read(), owl.id, &filter, None, None, 10).await.unwrap();
        let view = &found[0];
        assert_eq!(
            (view.order.source, view.order.state, view.order.notify),
            (order::Source::Import, order::State::Confirmed, false)
        );
        assert_eq!(
            (view.order.buyer_name.as_str(), view.buyer_address.as_str()),
            ("Jörg Müßig", "joerg@lemgo.example")
        );
        let guest = &view.attendees[0];
        assert_eq!(
            (guest.category.slug.as_str(), guest.attendee.language.as_str(), guest.name()),
            ("online", "en", "Jörg Müßig".into())
        );
        let rows = attendee::Entity::find().all(app.store.read()).await.unwrap();
        assert_eq!(rows.iter().map(|a| a.ticket_serial).collect::<HashSet<_>>().len(), 3);
        let orders = order::Entity::find().all(app.store.read()).await.unwrap();
        assert_eq!(orders.iter().map(|o| &o.code).collect::<HashSet<_>>().len(), 3);
        for order in orders {
            let lines = store::event::timeline(app.store.read(), &[order.id]).await.unwrap();
            assert_eq!((lines.len(), lines[0].verb.as_str()), (1, "order.placed"));
        }
        // The same list again makes no doubles.
        let again = import(app, owl.id, LIST, None, false).await.unwrap_err();
        assert_eq!(again[0], "4: E-Mail: ayse@delbrueck.example: intake-registered");
        assert_eq!(again.iter().filter(|line| line.ends_with("intake-registered")).count(), 3);
        assert_eq!(counts(app).await, (3, 3));
    })
    .await;
}

#[tokio::test]
async fn with_mail_everybody_gets_a_ticket() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        assert_eq!(import(app, owl.id, LIST, None, true).await, Ok(3));
        assert_eq!(app.due_jobs().await.len(), 3);
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn everything_that_is_wrong_is_told_and_nothing_is_taken_in() {
    run(async |app: &App| {
        let owl = app.congress("owl", 1).await;
        let text = "Name;E-Mail;Ticket;Sprache;Firma\n\
            Ayşe Kılıç;ayse@x.example;on-site;;\n\
            ;leer@x.example;online;;\n\
            Ohne At;at.example;online;;\n\
            Wer Anders;wer@x.example;VIP;fr;www.werbung.example\n\
            \n;;;;\n\
            Ayse Kilic;AYSE@x.example;online;;\n\
            Zwei Plätze;zwei@x.example;on-site;;\n\
            Kein Ticket;kein@x.example;;;\n";
        let refused = import(app, owl.id, text, None, false).await.unwrap_err();
        let expected = [
            "3: Name: : fault-name-missing",
            "4: E-Mail: at.example: fault-email-no-at",
            "5: Ticket: VIP: intake-no-category",
            "5: Sprache: fr: intake-language",
            "5: Firma: www.werbung.example: fault-link",
            "8: E-Mail: ayse@x.example: intake-twice",
            "9: Ticket: on-site: intake-full",
            "10: Ticket: : intake-which-category",
        ];
        assert_eq!(refused, expected);
        assert_eq!(counts(app).await, (0, 0));
    })
    .await;
}

#[tokio::test]
async fn the_category_is_the_one_that_is_said_or_the_only_one() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let list = "Name;E-Mail\nA B;a@x.example\n";
        assert_eq!(
            import(app, owl.id, list, None, false).await,
            Err(vec!["1: category: : intake-which-category".into()])
        );
        assert_eq!(
            import(app, owl.id, list, Some("vip"), false).await,
            Err(vec!["1: category: vip: intake-no-category".into()])
        );
        assert_eq!(import(app, owl.id, list, Some("online"), false).await, Ok(1));
        let small = empty(app, "small").await;
        assert_eq!(
            import(app, small, list, None, false).await,
            Err(vec!["1: category: : intake-no-tickets".into()]),
            "a question without an answer is none"
        );
        let tx = app.store.begin().await.unwrap();
        // What is not sold any more is taken in all the same.
        let new = ticketing::service::category::NewCategory {
            sale_until: Some(tx.now() - TimeDelta::days(1)),
            ..category("only", Place::OnSite, 4900)
        };
        ticketing::service::category::add(&tx, &Actor::system(), small, new).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(import(app, small, list, None, false).await, Ok(1));
        let filter = registration::query::order::Filter::default();
        let found = registration::query::order::after(app.store.read(), small, &filter, None, None, 10).await.unwrap();
        assert_eq!(
            (found[0].order.state, found[0].attendees[0].attendee.state),
            (order::State::AwaitingPayment, attendee::State::Unpaid)
        );
        app.run_jobs().await;
    })
    .await;
}

/// A congress without categories, still a draft.
async fn empty(app: &App, slug: &str) -> Uuid {
    let tx = app.store.begin().await.unwrap();
    let starts_at = tx.now() + TimeDelta::days(30);
    let new = congress::service::congress::NewCongress {
        slug: slug.into(),
        name: base::Text::same("Kleiner Kongress"),
        starts_at,
        ends_at: starts_at + TimeDelta::hours(7),
        zone: "Europe/Berlin".into(),
        phase: Phase::Draft,
    };
    let row = congress::service::congress::add(&tx, &Actor::system(), new).await.unwrap();
    tx.commit().await.unwrap();
    row.id
}

#[tokio::test]
async fn no_mail_goes_out_whose_links_lead_nowhere() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let tx = app.store.begin().await.unwrap();
        congress::service::congress::set_phase(&tx, &Actor::system(), owl.id, Phase::Draft).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(import(app, owl.id, LIST, None, true).await, Err(vec!["3: : : intake-draft".into()]));
        assert_eq!(import(app, owl.id, LIST, None, false).await, Ok(3));
    })
    .await;
}

#[tokio::test]
async fn nobody_is_taken_in_once_the_congress_is_over() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        app.advance(TimeDelta::days(31));
        assert_eq!(import(app, owl.id, LIST, None, false).await, Err(vec!["3: : : intake-over".into()]));
    })
    .await;
}

#[tokio::test]
async fn a_plan_changes_nothing_and_a_cancelled_guest_may_come_again() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let table = table(LIST);
        let mapping = Mapping::guess(&table);
        let intake = Intake { table: &table, mapping: &mapping, category: None, mail: true };
        let before = app.store.statements();
        let foreseen = plan(app.store.read(), owl.id, intake, app.store.now()).await.unwrap();
        assert_eq!((foreseen.guests.len(), foreseen.refusals.len()), (3, 0));
        assert!(app.store.statements() - before < 12);
        assert_eq!(counts(app).await, (0, 0));
        let placed = app.order(owl.id, &[("online", "Petra Kemper")]).await.order;
        let again = "Name;E-Mail\nPetra Kemper;petra.kemper@delbrueck.example\n";
        assert!(import(app, owl.id, again, Some("online"), false).await.is_err());
        let all = [registration::load::order_to_manage(app.store.read(), &Actor::system(), owl.id, &placed.code)
            .await
            .unwrap()];
        registration::service::cancellation::cancel(&app.store, &all[0], None, "krank").await.unwrap();
        app.run_jobs().await;
        assert_eq!(import(app, owl.id, again, Some("online"), false).await, Ok(1));
    })
    .await;
}

#[tokio::test]
async fn many_rows_take_few_statements() {
    run(async |app: &App| {
        let owl = app.congress("owl", 3_000).await;
        let mut list = String::from("Name;E-Mail;Firma\n");
        for n in 0..2_500 {
            list.push_str(&format!("Gast Nummer{n};gast{}@x.example;Stadt Lemgo\n", n % 2_000));
        }
        let before = app.store.statements();
        assert_eq!(import(app, owl.id, &list, Some("on-site"), false).await, Ok(2_500));
        let statements = app.store.statements() - before;
        assert!(statements < 60, "{statements} statements");
        let quotas = ticketing::query::quotas(app.store.read(), owl.id).await.unwrap();
        assert_eq!(quotas[0].taken, 2_500);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_imports_at_once_never_go_past_the_quota() {
    run(async |app: &App| {
        let owl = app.congress("owl", 100).await;
        let imports = (0..4).map(|n| {
            let store = app.store.clone();
            tokio::spawn(async move {
                let list: String = (0..40).map(|g| format!("Gast {n}x{g};g{n}x{g}@x.example\n")).collect();
                let table = table(&format!("Name;E-Mail\n{list}"));
                let mapping = Mapping::guess(&table);
                let intake = Intake { table: &table, mapping: &mapping, category: Some("on-site"), mail: false };
                take_in(&store, &Actor::guest(Language::De), owl.id, intake).await.is_ok()
            })
        });
        let mut done = 0;
        for import in imports.collect::<Vec<_>>() {
            done += usize::from(import.await.unwrap());
        }
        assert_eq!((done, counts(app).await), (2, (80, 80)));
    })
    .await;
}
