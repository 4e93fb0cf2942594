//! The congress itself: venue, rooms, texts, partners, topics, categories and quotas, as the real editions had them.

use crate::DemoError;
use crate::people::BODIES;
use base::{Actor, Money, Text};
use chrono::{NaiveDate, TimeDelta, TimeZone};
use chrono_tz::Europe::Berlin;
use congress::entity::congress::{self as table, Phase};
use congress::entity::organisation::Kind;
use congress::entity::partner::Part;
use congress::entity::passage::Place;
use congress::service::congress as service;
use congress::service::congress::{Description, NewCongress, NewPassage};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use store::Tx;
use ticketing::entity::category::{self as category_table, Kind as Sort, Place as Where, Tiers};
use ticketing::rules::price::Tier;
use ticketing::service::category::NewCategory;
use ticketing::service::quota::NewQuota;

/// Stands cost less until so many weeks before the congress.
const EARLY: i64 = 6;

fn t(de: &str, en: &str) -> Text {
    Text::new(de, en)
}

/// Adds the congress on this day, from 10 to 17 o'clock in Paderborn.
pub(crate) async fn add(tx: &Tx, actor: &Actor, day: NaiveDate, attendees: usize) -> Result<table::Model, DemoError> {
    let at = |hour| {
        let local = day.and_hms_opt(hour, 0, 0).ok_or(DemoError::Date)?;
        Berlin.from_local_datetime(&local).earliest().map(|t| t.to_utc()).ok_or(DemoError::Date)
    };
    let new = NewCongress {
        slug: "owl".into(),
        name: Text::same("DigitaleZukunft@OWL"),
        starts_at: at(10)?,
        ends_at: at(17)?,
        zone: "Europe/Berlin".into(),
        phase: Phase::Open,
    };
    let row = service::add(tx, actor, new).await?;
    let description = Description {
        wordmark: "DigitaleZukunft".into(),
        wordmark_accent: "@OWL".into(),
        lead: t(
            "Der Digitalkongress für Ostwestfalen-Lippe. Ein Tag, 45 Projekte und die Menschen dahinter – damit niemand in der Region allein digitalisiert.",
            "The digital congress of Ostwestfalen-Lippe. One day, 45 projects and the people behind them – so that nobody in the region digitises alone.",
        ),
        place: t("Paderborn und online", "Paderborn and online"),
        host_line: t(
            "Veranstaltet von der OstWestfalenLippe GmbH mit dem DigitalBüro OWL, unterstützt von der Bezirksregierung Detmold.",
            "Hosted by OstWestfalenLippe GmbH with its DigitalBüro OWL, supported by the regional government in Detmold.",
        ),
        doors_at: Some(at(9)?),
        venue_name: "Heinz Nixdorf MuseumsForum".into(),
        venue_street: "Fürstenallee 7".into(),
        venue_postcode: "33102".into(),
        venue_town: "Paderborn".into(),
        contact_address: "kongress@owl-gmbh.example".into(),
        signature: "Miriam Osterholz, DigitalBüro OWL".into(),
    };
    service::describe(tx, actor, row.id, description).await?;
    rooms(tx, &row).await?;
    passages(tx, &row).await?;
    partners(tx, &row).await?;
    topics(tx, &row).await?;
    tickets(tx, actor, &row, attendees).await?;
    Ok(row)
}

async fn rooms(tx: &Tx, congress: &table::Model) -> Result<(), DemoError> {
    let rooms = [
        ("auditorium", t("Auditorium", "Auditorium"), Some(400)),
        ("foyer", t("Foyer, Marktplatz der Ideen", "Foyer, market of ideas"), None),
        ("seminar-1", t("Seminarraum 1", "Seminar room 1"), Some(40)),
        ("seminar-2", t("Seminarraum 2", "Seminar room 2"), Some(40)),
        ("salon", t("Salon", "Salon"), Some(24)),
    ];
    for ((slug, name, seats), position) in rooms.into_iter().zip(1..) {
        service::add_room(tx, (congress.id, tx.id()), slug, name, seats, position).await?;
    }
    Ok(())
}

async fn passages(tx: &Tx, congress: &table::Model) -> Result<(), DemoError> {
    let highlight = |slug: &str, preline, title, body| NewPassage {
        place: Place::Highlight,
        slug: slug.into(),
        icon: String::new(),
        preline,
        title,
        body,
    };
    let arrival = |slug: &str, icon: &str, title, body| NewPassage {
        place: Place::Arrival,
        slug: slug.into(),
        icon: icon.into(),
        preline: Text::default(),
        title,
        body,
    };
    let page = |slug: &str, title, body| NewPassage {
        place: Place::Page,
        slug: slug.into(),
        icon: String::new(),
        preline: Text::default(),
        title,
        body,
    };
    let ticket = |slug: &str, body| NewPassage {
        place: Place::Ticket,
        slug: slug.into(),
        icon: String::new(),
        preline: Text::default(),
        title: Text::default(),
        body,
    };
    let all = vec![
        highlight(
            "impulse",
            t("Impulse", "Impulses"),
            t("Drei Minuten, ein Projekt", "Three minutes, one project"),
            t(
                "Projekte aus der Region auf der Hauptbühne, gebündelt in vier Themenfeldern. Kurz genug zum Dranbleiben, lang genug zum Nachfragen am Stand.",
                "Projects from the region on the main stage, in four fields. Short enough to stay with it, long enough to ask more at the stand.",
            ),
        ),
        highlight(
            "market",
            t("Marktplatz der Ideen", "Market of ideas"),
            t("45 Stände im Foyer", "45 stands in the foyer"),
            t(
                "Sehen, anfassen, abgucken: Scan-Straße, Pegelsensor, Bürgerkonto. Die Projektteams sind den ganzen Tag da.",
                "Look, touch, copy: scanning line, water gauge, citizen account. The project teams are there all day.",
            ),
        ),
        highlight(
            "stage",
            t("Hauptbühne", "Main stage"),
            t("Sechs Stunden Programm", "Six hours of programme"),
            t(
                "Vorträge, Gespräche auf dem Sofa und eine Preisverleihung für ehrenamtliche Projekte, mit Gebärdensprache.",
                "Talks, conversations on the sofa and an award for projects by volunteers, with sign language.",
            ),
        ),
        highlight(
            "people",
            t("Vernetzung", "Networking"),
            t("Wer arbeitet am Gleichen?", "Who works on the same?"),
            t(
                "Kommunen, Unternehmen, Hochschulen und Initiativen treffen sich an den Themen, die sie gerade beschäftigen.",
                "Towns, businesses, universities and initiatives meet around the topics they are working on.",
            ),
        ),
        arrival(
            "train",
            "train",
            t("Mit Bus und Bahn", "By bus and train"),
            t(
                "Ab Paderborn Hbf mit dem Bus in 15 Minuten bis „MuseumsForum“",
                "From Paderborn main station by bus in 15 minutes to “MuseumsForum”",
            ),
        ),
        arrival(
            "accessible",
            "accessible",
            t("Barrierefrei", "Step-free"),
            t(
                "Alle Räume stufenlos, Induktionsschleife im Auditorium, Gebärdensprache auf der Hauptbühne",
                "All rooms step-free, induction loop in the auditorium, sign language on the main stage",
            ),
        ),
        arrival(
            "coffee",
            "coffee",
            t("Verpflegung", "Food"),
            t("Frühstück ab 9 Uhr, Mittagessen mit veganer Auswahl", "Breakfast from 9:00, lunch with vegan dishes"),
        ),
        page(
            "terms",
            t("Teilnahme", "Taking part"),
            t(
                "Die Teilnahme ist kostenlos, nur Stände und die Werkstatt kosten etwas. Ein Ticket gilt für eine Person und nur mit dem Namen, der darauf steht.\n\nWer nicht kommen kann, sagt bitte über den Link in der Mail ab: Dann bekommt jemand anderes den Platz.\n\nAuf dem Kongress wird fotografiert. Wer nicht auf Bildern sein möchte, bekommt am Empfang einen Aufkleber.",
                "Taking part is free, only stands and the workshop cost something. A ticket is for one person, by the name that stands on it.\n\nWhoever cannot come, please cancel by the link in the mail: somebody else then gets the place.\n\nPictures are taken at the congress. Whoever does not want to be in them gets a sticker at the reception.",
            ),
        ),
        page(
            "privacy",
            t("Datenschutz", "Privacy"),
            t(
                "Wir speichern Namen, E-Mail und Organisation, um die Anmeldung zu bearbeiten, das Ticket zu schicken und am Eingang zu prüfen (Art. 6 Abs. 1 Buchst. b DSGVO). Nach dem Kongress löschen wir diese Angaben, sobald wir sie nicht mehr brauchen.\n\nWir setzen keine Dienste Dritter ein, messen keine Besuche und geben nichts weiter. Cookies merken sich die Sprache, eine Meldung bis zur nächsten Seite und das Einloggen des Kongressbüros.\n\nAuskunft, Berichtigung und Löschung: kongress@owl-gmbh.example",
                "We store name, mail address and organisation to handle the registration, send the ticket and check it at the door (Art. 6 (1) (b) GDPR). After the congress we delete these data as soon as we no longer need them.\n\nWe use no services of third parties, measure no visits and pass nothing on. Cookies remember the language, a notice until the next page, and the log-in of the congress office.\n\nAccess, correction and erasure: kongress@owl-gmbh.example",
            ),
        ),
        page(
            "imprint",
            t("Impressum", "Imprint"),
            t(
                "Dies ist eine Vorführung. Der gezeigte Kongress folgt dem Digitalkongress der Region, die Personen sind erfunden.\n\nVerantwortlich im echten Betrieb: OstWestfalenLippe GmbH, DigitalBüro OWL.",
                "This is a demonstration. The congress shown follows the digital congress of the region, the persons are invented.\n\nResponsible in earnest: OstWestfalenLippe GmbH, DigitalBüro OWL.",
            ),
        ),
        page(
            "accessibility",
            t("Barrierefreiheit", "Accessibility"),
            t(
                "Diese Seiten sind nach WCAG 2.2, Stufe AA, gebaut und werden bei jeder Änderung geprüft. Alles geht mit der Tastatur und ohne JavaScript.\n\nEtwas geht nicht? Schreiben Sie an kongress@owl-gmbh.example, wir melden uns am selben Tag.",
                "These pages are built to WCAG 2.2, level AA, and checked with every change. Everything works by keyboard and without JavaScript.\n\nSomething does not work? Write to kongress@owl-gmbh.example, we answer the same day.",
            ),
        ),
        ticket(
            "wifi",
            t(
                "WLAN: HNF-Gast, ohne Passwort. Garderobe und Ruheraum im Untergeschoss.",
                "Wi-Fi: HNF-Gast, no password. Cloakroom and quiet room in the basement.",
            ),
        ),
        ticket(
            "access",
            t(
                "Alle Räume sind stufenlos erreichbar, die Induktionsschleife ist im Auditorium.",
                "All rooms are step-free, the induction loop is in the auditorium.",
            ),
        ),
    ];
    service::add_passages(tx, congress.id, all).await?;
    Ok(())
}

async fn partners(tx: &Tx, congress: &table::Model) -> Result<(), DemoError> {
    for body in BODIES {
        service::organisation(tx, congress.host_id, body.name, body.kind, body.town).await?;
    }
    let carriers = [
        "Stadt Bielefeld",
        "Stadt Delbrück",
        "Stadt Detmold",
        "Kreis Höxter",
        "Alte Hansestadt Lemgo",
        "Kreis Paderborn",
        "Stadt Paderborn",
    ];
    let parts = [("OstWestfalenLippe GmbH", Part::Organiser), ("Bezirksregierung Detmold", Part::Supporter)]
        .into_iter()
        .chain(carriers.map(|name| (name, Part::Carrier)));
    for ((name, part), position) in parts.zip(1..) {
        let body = BODIES.iter().find(|b| b.name == name);
        let (kind, town) = body.map_or((Kind::Other, ""), |b| (b.kind, b.town));
        let organisation = service::organisation(tx, congress.host_id, name, kind, town).await?;
        service::add_partner(tx, congress.id, organisation, part, position).await?;
    }
    Ok(())
}

async fn topics(tx: &Tx, congress: &table::Model) -> Result<(), DemoError> {
    let host = congress.host_id;
    let first = [
        (
            "dms",
            t("Dokumenten-Management-Systeme und ersetzendes Scannen", "Document management and replacement scanning"),
        ),
        ("service-portals", t("Serviceportale als Basisinfrastruktur", "Service portals as basic infrastructure")),
        ("ozg", t("Onlinezugangsgesetz (OZG)", "Online Access Act (OZG)")),
        ("lorawan", Text::same("LoRaWAN")),
        ("urban-data-platform", t("Datenmanagement: urbane Datenplattform", "Data management: urban data platform")),
        ("open-data", t("Datenmanagement: Open Data", "Data management: open data")),
        (
            "model-region",
            t(
                "Übertragung von Projektergebnissen der Digitalen Modellregion OWL",
                "Carrying over results of the digital model region OWL",
            ),
        ),
        (
            "shared-development",
            t("Arbeitsteilige Entwicklung interkommunaler Projekte", "Shared development of projects across towns"),
        ),
        ("modernisation", t("Verwaltungsmodernisierung", "Modern administration")),
    ];
    for ((slug, name), position) in first.into_iter().zip(1..) {
        service::add_topic(tx, host, None, slug, name, position).await?;
    }
    Ok(())
}

async fn tickets(tx: &Tx, actor: &Actor, congress: &table::Model, attendees: usize) -> Result<(), DemoError> {
    let on_site = [
        (
            "on-site-public",
            t("Vor Ort: Verwaltung, Schule, Hochschule", "On site: administration, school, university"),
            t("Ganzer Tag, Verpflegung, Marktplatz der Ideen", "Whole day, food, market of ideas"),
        ),
        (
            "on-site-business",
            t("Vor Ort: Unternehmen", "On site: business"),
            t("Ganzer Tag, Verpflegung, Marktplatz der Ideen", "Whole day, food, market of ideas"),
        ),
        (
            "on-site-volunteer",
            t("Vor Ort: Ehrenamt und Studium", "On site: volunteers and students"),
            t("Nachweis am Einlass, 40 Plätze", "Proof at the door, 40 places"),
        ),
    ];
    let category = |slug: &str, name, description, place| NewCategory {
        slug: slug.into(),
        name,
        description,
        kind: ticketing::entity::category::Kind::Ticket,
        place,
        price: Money::euro(0),
        vat_basis_points: 1900,
        sale_from: None,
        sale_until: None,
        max_per_order: None,
    };
    for (slug, name, description) in on_site {
        ticketing::service::category::add(tx, actor, congress.id, category(slug, name, description, Where::OnSite))
            .await?;
    }
    let online = category(
        "online",
        t("Online: Livestream", "Online: livestream"),
        t("Hauptbühne mit Untertiteln, Fragen im Chat", "Main stage with captions, questions in the chat"),
        Where::Online,
    );
    ticketing::service::category::add(tx, actor, congress.id, online).await?;
    let priced = [
        (
            "exhibitor",
            t("Vor Ort: Ausstellende", "On site: exhibitors"),
            t(
                "Stand mit Strom auf dem Marktplatz der Ideen, Verpflegung",
                "Stand with power at the market of ideas, food",
            ),
            19_000,
        ),
        (
            "workshop",
            t("Werkstatt am Vortag", "Workshop on the day before"),
            t("Ein Nachmittag im Seminarraum, mit Unterlagen", "An afternoon in the seminar room, with papers"),
            4_900,
        ),
    ];
    for (slug, name, description, cents) in priced {
        let new = NewCategory { price: Money::euro(cents), ..category(slug, name, description, Where::OnSite) };
        ticketing::service::category::add(tx, actor, congress.id, new).await?;
    }

    let looked_at = [
        (
            "on-site-press",
            t("Vor Ort: Presse", "On site: press"),
            t("Mit Presseausweis, wir prüfen jede Anmeldung", "With a press card, we look at each registration"),
        ),
        (
            "on-site-invited",
            t("Vor Ort: Ehrengäste", "On site: guests of honour"),
            t("Auf Einladung, auch mit Begleitung", "By invitation, with a companion if you like"),
        ),
    ];
    for (slug, name, description) in looked_at {
        ticketing::service::category::add(tx, actor, congress.id, category(slug, name, description, Where::OnSite))
            .await?;
    }
    let beside = [
        (
            "dinner",
            t("Abendempfang im HNF", "Evening reception at the HNF"),
            t("Nach dem Kongress ab 17:30 Uhr, mit Buffet", "After the congress from 17:30, with a buffet"),
            2_500,
        ),
        (
            "tour",
            t("Führung durchs Heinz Nixdorf MuseumsForum", "Tour of the Heinz Nixdorf MuseumsForum"),
            t("Um 13 Uhr, 45 Minuten", "At 13:00, 45 minutes"),
            0,
        ),
    ];
    for (slug, name, description, cents) in beside {
        let new = category(slug, name, description, Where::OnSite);
        let new = NewCategory { kind: Sort::AddOn, price: Money::euro(cents), ..new };
        ticketing::service::category::add(tx, actor, congress.id, new).await?;
    }
    let early = Some(congress.starts_at - TimeDelta::weeks(EARLY));
    lower(tx, congress, "exhibitor", Tier { cents: 16_000, until: early, from_number: None }).await?;
    lower(tx, congress, "workshop", Tier { cents: 4_400, until: None, from_number: Some(3) }).await?;

    let quota = |slug: &str, name: &str, size, categories: &[&str]| NewQuota {
        slug: slug.into(),
        name: name.into(),
        size: Some(size),
        categories: categories.iter().map(ToString::to_string).collect(),
    };
    // The stream has room for all that are wanted, however many.
    let online = i32::try_from(attendees).unwrap_or(i32::MAX).max(3_000);
    let quotas = [
        quota("on-site", "Vor Ort", 450, &["on-site-public", "on-site-business", "on-site-volunteer"]),
        quota("volunteer", "Ehrenamt und Studium", 40, &["on-site-volunteer"]),
        quota("online", "Online", online, &["online"]),
        quota("stands", "Stände", 60, &["exhibitor"]),
        quota("workshop", "Werkstatt", 60, &["workshop"]),
        quota("press", "Presse", 25, &["on-site-press"]),
        quota("invited", "Ehrengäste", 40, &["on-site-invited"]),
        quota("dinner", "Abendempfang", 120, &["dinner"]),
        quota("tour", "Führung", 30, &["tour"]),
    ];
    for new in quotas {
        registration::service::quota::add(tx, actor, congress.id, new).await?;
    }
    Ok(())
}

/// A lower price of a category, from its first order on.
async fn lower(tx: &Tx, congress: &table::Model, slug: &str, tier: Tier) -> Result<(), DemoError> {
    let update = category_table::ActiveModel { tiers: Set(Tiers(vec![tier])), ..Default::default() };
    category_table::Entity::update_many()
        .set(update)
        .filter(category_table::Column::CongressId.eq(congress.id))
        .filter(category_table::Column::Slug.eq(slug))
        .exec(&**tx)
        .await?;
    Ok(())
}
