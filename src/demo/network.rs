//! The directory in use: people of the region with what they work on, offer and look for, some who know each other, one who
//! waits for an answer, something reported, a topic that is missing.

use crate::DemoError;
use crate::people::BODIES;
use crate::season::DOMAIN;
use ::networking::entity::avoidance::Kind as Avoided;
use ::networking::entity::entry::{Form, Maturity, Region, Side};
use ::networking::entity::network_report::ObjectKind;
use ::networking::entity::profile;
use ::networking::load::{Guest, Member, acting};
use ::networking::mail::{CONNECTED, MESSAGE};
use ::networking::rules::visibility::{Field, Level, Visibility};
use ::networking::service::entrance::standing;
use ::networking::service::entry::{self as entries, Entry};
use ::networking::service::profile::{Profile, join};
use ::networking::service::topic::Topic;
use ::networking::service::{interest, report, setting, topic as topics};
use base::{Actor, Language, Text, Uuid};
use congress::entity::congress as table;
use identity::entity::mailbox;
use post::past;
use registration::entity::attendee;
use registration::load::attendee_by_link;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::Store;
use web::form::Seen;

/// So many of those who come are in the directory, …
const PEOPLE: u64 = 250;
/// … and so many pairs know each other.
const PAIRS: usize = 18;

/// What each topic means, and what else it is called.
const MEANS: [(&str, &str, &str, &str); 9] = [
    (
        "dms",
        "Akten elektronisch führen und Papier nach dem Scannen vernichten: Wer hat es eingeführt, wer steht davor, wer prüft?",
        "Keeping files electronically and destroying paper after scanning: who has done it, who is about to, who audits?",
        "DMS\nE-Akte\nTR-RESISCAN",
    ),
    (
        "service-portals",
        "Ein Zugang für alle Leistungen einer Kommune, verbunden mit ihren Fachverfahren.",
        "One way in to all services of a municipality, connected to its specialist systems.",
        "Bürgerportal",
    ),
    (
        "ozg",
        "Leistungen der Verwaltung online anbieten, und was danach im Haus geschehen muss.",
        "Offering administrative services online, and what has to happen in the house afterwards.",
        "OZG\nOnlinezugangsgesetz",
    ),
    (
        "lorawan",
        "Funk für Sensoren, der weit reicht und wenig Strom braucht: Pegel, Parkplätze, Mülleimer.",
        "Radio for sensors that reaches far and needs little power: water levels, parking, bins.",
        "LPWAN\nSensornetz",
    ),
    (
        "urban-data-platform",
        "Daten einer Stadt an einem Ort, für Fachämter und Menschen.",
        "The data of a town in one place, for departments and people.",
        "UDP\nUrbane Datenplattform",
    ),
    (
        "open-data",
        "Daten, die alle nutzen dürfen: was, wie und mit wem.",
        "Data that everybody may use: what, how and with whom.",
        "Offene Daten",
    ),
    (
        "model-region",
        "Was in der Modellregion entstanden ist, und wer es übernimmt.",
        "What came of the model region, and who takes it over.",
        "Modellregion\nDMR",
    ),
    (
        "shared-development",
        "Zusammen bauen, was jede Kommune braucht: Einer für Alle.",
        "Building together what every municipality needs: one for all.",
        "EfA\nEiner für Alle",
    ),
    (
        "modernisation",
        "Abläufe erst verbessern, dann digitalisieren.",
        "First improve procedures, then digitise them.",
        "Prozessmanagement",
    ),
];

/// What is offered and looked for: topic, side, form, how far, since when, in a sentence, and more.
type Line = (&'static str, Side, Form, Option<Maturity>, Option<i32>, &'static str, &'static str);

const LINES: [Line; 32] = [
    (
        "dms",
        Side::Offer,
        Form::Experience,
        Some(Maturity::Transferable),
        Some(2023),
        "Erfahrung mit ersetzendem Scannen, samt Verfahrensdokumentation",
        "Wir scannen den Posteingang seit 2023 ersetzend. Die Verfahrensdokumentation geben wir gern weiter.",
    ),
    (
        "dms",
        Side::Offer,
        Form::SiteVisit,
        Some(Maturity::Running),
        Some(2022),
        "Besuch in unserer Scan-Stelle",
        "Einen Vormittag zusehen, wie die Post durchs Haus geht.",
    ),
    (
        "dms",
        Side::Need,
        Form::Experience,
        Some(Maturity::Planning),
        None,
        "Wer hat ein DMS mit dem Serviceportal verbunden?",
        "Wir stehen vor der Schnittstelle und möchten nicht alle Fehler selbst machen.",
    ),
    (
        "dms",
        Side::Need,
        Form::JointProcurement,
        Some(Maturity::Idea),
        None,
        "Partner für eine gemeinsame Ausschreibung",
        "Zwei bis vier Kommunen, Beginn im Sommer.",
    ),
    (
        "dms",
        Side::Offer,
        Form::Solution,
        Some(Maturity::Pilot),
        Some(2026),
        "Scan-Dienst als Pilot für zwei Kommunen",
        "Wir holen ab, scannen, liefern ins DMS.",
    ),
    (
        "dms",
        Side::Need,
        Form::Staff,
        Some(Maturity::Planning),
        None,
        "Jemand, der unsere Risikoanalyse gegenliest",
        "Etwa zwei Stunden Aufwand.",
    ),
    (
        "service-portals",
        Side::Offer,
        Form::Experience,
        Some(Maturity::Running),
        Some(2021),
        "Anbindung von zwölf Fachverfahren ans Serviceportal",
        "Was ging, was nicht, und was es gekostet hat.",
    ),
    (
        "service-portals",
        Side::Need,
        Form::Reuse,
        Some(Maturity::Idea),
        None,
        "Fertige Formulare, die wir übernehmen können",
        "Wir suchen geprüfte Anträge für Ordnungs- und Bauamt.",
    ),
    (
        "service-portals",
        Side::Offer,
        Form::Reuse,
        Some(Maturity::Transferable),
        Some(2024),
        "Vierzig Formulare zum Übernehmen",
        "Frei nachnutzbar, in einfacher Sprache.",
    ),
    (
        "ozg",
        Side::Offer,
        Form::Experience,
        Some(Maturity::Running),
        Some(2022),
        "So haben wir 90 Leistungen online gebracht",
        "Mit Rollen, Ablauf und Zeitplan.",
    ),
    (
        "ozg",
        Side::Need,
        Form::Experience,
        Some(Maturity::Planning),
        None,
        "Wie bindet man das Nutzerkonto an?",
        "Wir haben es zweimal versucht.",
    ),
    (
        "ozg",
        Side::Need,
        Form::JointProcurement,
        Some(Maturity::Planning),
        None,
        "Gemeinsam einen Antragsmanager beschaffen",
        "Wer macht mit?",
    ),
    (
        "lorawan",
        Side::Offer,
        Form::Solution,
        Some(Maturity::Running),
        Some(2023),
        "Pegelsensoren mit Funk und Dashboard",
        "An neun Bächen im Einsatz.",
    ),
    (
        "lorawan",
        Side::Need,
        Form::PilotPlace,
        Some(Maturity::Idea),
        None,
        "Eine Kommune, die Parkplatzsensoren ausprobiert",
        "Wir bringen zwanzig Sensoren mit.",
    ),
    (
        "lorawan",
        Side::Offer,
        Form::PilotPlace,
        Some(Maturity::Pilot),
        Some(2025),
        "Unsere Innenstadt zum Ausprobieren",
        "Gateways stehen, Strom ist da.",
    ),
    (
        "lorawan",
        Side::Need,
        Form::FundingPartner,
        Some(Maturity::Planning),
        None,
        "Förderpartner für ein Hochwasser-Frühwarnnetz",
        "Antrag bis zum Herbst.",
    ),
    (
        "lorawan",
        Side::Offer,
        Form::Staff,
        Some(Maturity::Running),
        Some(2019),
        "Ehrenamtliche, die Gateways aufbauen",
        "Wir kommen vorbei und kennen jedes Dach.",
    ),
    (
        "urban-data-platform",
        Side::Offer,
        Form::Solution,
        Some(Maturity::Pilot),
        Some(2025),
        "Datenplattform, auf der andere mitfahren können",
        "Mandantenfähig, offene Schnittstellen.",
    ),
    (
        "urban-data-platform",
        Side::Need,
        Form::Experience,
        Some(Maturity::Idea),
        None,
        "Wer betreibt eine Datenplattform mit kleinem Team?",
        "Wir sind zu zweit.",
    ),
    (
        "urban-data-platform",
        Side::Need,
        Form::FundingPartner,
        Some(Maturity::Planning),
        None,
        "Partner für einen Förderantrag „Smarte Region“",
        "Drei Kommunen und eine Hochschule wären gut.",
    ),
    (
        "open-data",
        Side::Offer,
        Form::Experience,
        Some(Maturity::Running),
        Some(2020),
        "Ein Datenkatalog, der gepflegt wird",
        "Wie wir die Ämter dazu bekommen haben.",
    ),
    (
        "open-data",
        Side::Need,
        Form::Reuse,
        Some(Maturity::Idea),
        None,
        "Musterrichtlinie für offene Daten",
        "Am liebsten eine, die durch einen Rat gekommen ist.",
    ),
    (
        "open-data",
        Side::Offer,
        Form::Reuse,
        Some(Maturity::Transferable),
        Some(2023),
        "Musterrichtlinie, vom Rat beschlossen",
        "Zum Anpassen in einer Stunde.",
    ),
    (
        "model-region",
        Side::Offer,
        Form::Reuse,
        Some(Maturity::Transferable),
        Some(2022),
        "Virtuelles Bauamt zum Übernehmen",
        "Code, Anleitung und ein Mensch, der antwortet.",
    ),
    (
        "model-region",
        Side::Need,
        Form::SiteVisit,
        Some(Maturity::Planning),
        None,
        "Ein virtuelles Bauamt im Betrieb ansehen",
        "Zu dritt, an einem Tag.",
    ),
    (
        "shared-development",
        Side::Need,
        Form::Staff,
        Some(Maturity::Planning),
        None,
        "Entwicklerin oder Entwickler für ein gemeinsames Vorhaben",
        "Halbe Stelle, geteilt durch drei.",
    ),
    (
        "shared-development",
        Side::Offer,
        Form::Solution,
        Some(Maturity::Running),
        Some(2024),
        "Gemeinsames Repositorium und Regeln dazu",
        "Elf Kommunen machen mit.",
    ),
    (
        "modernisation",
        Side::Offer,
        Form::Experience,
        Some(Maturity::Running),
        Some(2021),
        "Prozesse aufnehmen mit den Menschen, die sie leben",
        "Ein Tag je Prozess, mit Vorlage.",
    ),
    (
        "modernisation",
        Side::Need,
        Form::Experience,
        Some(Maturity::Idea),
        None,
        "Wie nimmt man Personalrat und Führung mit?",
        "Wir beginnen im Frühjahr.",
    ),
    (
        "modernisation",
        Side::Offer,
        Form::Staff,
        Some(Maturity::Running),
        None,
        "Masterarbeiten zu Verwaltungsprozessen",
        "Zwei Studierende je Semester, betreut.",
    ),
    (
        "modernisation",
        Side::Need,
        Form::PilotPlace,
        Some(Maturity::Pilot),
        None,
        "Ein Amt, das unsere Prozessplattform ausprobiert",
        "Kostenlos für ein Jahr.",
    ),
    (
        "open-data",
        Side::Need,
        Form::Solution,
        Some(Maturity::Idea),
        None,
        "Werkzeug, das Daten auf Personenbezug prüft",
        "Bevor wir sie veröffentlichen.",
    ),
];

const JOBS: [&str; 12] = [
    "IT-Leitung",
    "Digitalisierungsbeauftragte",
    "Fachbereichsleitung Organisation",
    "Projektleitung",
    "Geschäftsführung",
    "Wissenschaftliche Mitarbeit",
    "Stabsstelle Smart City",
    "Sachbearbeitung Open Data",
    "Vorstand",
    "Produktentwicklung",
    "Bürgermeisterbüro",
    "Schulleitung",
];

const WORK: [&str; 6] = [
    "Wir führen gerade die E-Akte ein, Amt für Amt.",
    "Ich kümmere mich um alles, was zwischen Fachamt und IT liegen bleibt.",
    "Wir bauen ein Sensornetz auf und fragen uns, wer es in fünf Jahren betreibt.",
    "Mich interessiert, wie kleine Kommunen große Vorhaben teilen können.",
    "Wir begleiten Verwaltungen dabei, Abläufe zu vereinfachen, bevor sie digital werden.",
    "Bei uns probieren Ehrenamtliche aus, was später alle brauchen.",
];

pub(crate) async fn add(store: &Store, congress: &table::Model) -> Result<(), DemoError> {
    let system = Actor::system();
    setting::set_open(store, &system, congress.id, true).await?;
    let topics = name_topics(store, congress).await?;
    let people = join_all(store, congress, &topics).await?;
    write_all(store, congress, &topics, &people).await?;
    meet(store, congress, &people).await?;
    let tx = store.begin().await?;
    for kind in [CONNECTED, MESSAGE] {
        past::as_sent(&tx, congress.id, kind, DOMAIN).await?;
    }
    Ok(tx.commit().await?)
}

/// Says what the topics mean; gives their ids by short name.
async fn name_topics(store: &Store, congress: &table::Model) -> Result<Vec<(&'static str, Uuid)>, DemoError> {
    let mut known = vec![];
    for row in topics::all(store.read(), congress.host_id).await? {
        let Some((slug, de, en, synonyms)) = MEANS.iter().find(|(slug, ..)| *slug == row.slug) else { continue };
        let old = Topic::from(&row);
        let new = Topic { about: Text::new(*de, *en), synonyms: (*synonyms).into(), ..old.clone() };
        topics::change(store, &Actor::system(), congress.id, row.id, new, &Seen::of(&old)).await?;
        known.push((*slug, row.id));
    }
    Ok(known)
}

/// What somebody says of themselves: each a little otherwise.
fn said(begun: Profile, at: usize, topics: &[(&str, Uuid)]) -> Profile {
    let on = |n: usize| topics.get((at * 5 + n * 7) % topics.len().max(1)).map(|(_, id)| *id);
    let visibility = Visibility::default();
    // Some show to everybody, some do not say for whom they work.
    let visibility = match at % 9 {
        0 => [Field::Name, Field::Organisation, Field::Job, Field::Work, Field::Topics]
            .into_iter()
            .fold(visibility, |all, field| all.with(field, Level::Public)),
        4 => visibility.with(Field::Organisation, Level::Contacts),
        _ => visibility,
    };
    // What kind of body it is: one that carries the congress is known already.
    let body = BODIES.iter().find(|body| body.name == begun.organisation);
    Profile {
        organisation_kind: body.map_or(begun.organisation_kind, |body| body.kind),
        town: body.map(|body| body.town.to_owned()).unwrap_or_default(),
        job: JOBS[at % JOBS.len()].into(),
        work: if at % 3 == 2 { String::new() } else { WORK[at % WORK.len()].into() },
        topics: (0..=at % 3).filter_map(on).collect(),
        languages: if at.is_multiple_of(4) { vec!["de".into(), "en".into()] } else { vec!["de".into()] },
        on_site: at % 7 != 3,
        visibility,
        ..begun
    }
}

async fn join_all(
    store: &Store,
    congress: &table::Model,
    topics: &[(&'static str, Uuid)],
) -> Result<Vec<profile::Model>, DemoError> {
    let conn = store.read();
    let key = store::key::link_key(store).await?;
    let rows = attendee::Entity::find()
        .filter(attendee::Column::CongressId.eq(congress.id))
        .filter(attendee::Column::State.eq(attendee::State::Valid))
        .filter(attendee::Column::NamedAt.is_not_null())
        .filter(attendee::Column::Test.eq(false))
        .order_by_asc(attendee::Column::Id)
        .limit(PEOPLE * 2)
        .all(conn)
        .await?;
    let mut seen = std::collections::HashSet::new();
    let mut joined = vec![];
    for row in rows {
        if !seen.insert(row.mailbox_id) || seen.len() as u64 > PEOPLE {
            continue;
        }
        let order = registration::entity::order::Entity::find_by_id(row.order_id).one(conn).await?;
        let Some(order) = order else { continue };
        let secret = registration::load::attendee_secret(&key, &order, &row);
        let attendee = attendee_by_link(conn, &key, congress.id, &secret).await?;
        let guest = Guest::by_ticket(conn, &attendee).await?;
        let mailbox = mailbox::Entity::find().filter(mailbox::Column::Id.eq(row.mailbox_id)).one(conn).await?;
        let Some(mailbox) = mailbox else { continue };
        let begun = Profile::of_guest(&standing(conn, congress.id, &mailbox).await?);
        let new = said(begun, joined.len(), topics);
        joined.push(Box::pin(join(store, &guest, new, WORDS)).await?);
    }
    Ok(joined)
}

/// What they agreed to.
const WORDS: &str = "Ich möchte im Verzeichnis von DigitaleZukunft@OWL stehen. Wer daran teilnimmt, darf meinen Namen sehen und was ich hier dafür freigebe.";

async fn member(store: &Store, congress: &table::Model, of: &profile::Model) -> Result<Member, DemoError> {
    Ok(acting(store.read(), congress.id, of.id, Language::De).await?)
}

/// Each line is written by somebody; some by two.
async fn write_all(
    store: &Store,
    congress: &table::Model,
    topics: &[(&'static str, Uuid)],
    people: &[profile::Model],
) -> Result<(), DemoError> {
    let lines = LINES.iter().chain(LINES.iter().step_by(3)).enumerate();
    for (at, (topic, side, form, maturity, since, title, body)) in lines {
        let (Some((_, topic)), Some(by)) =
            (topics.iter().find(|(slug, _)| slug == topic), people.get((at * 11 + 3) % people.len().max(1)))
        else {
            continue;
        };
        let entry = Entry {
            side: *side,
            form: *form,
            topic: *topic,
            title: (*title).into(),
            body: (*body).into(),
            maturity: *maturity,
            since: *since,
            size: None,
            region: if at % 4 == 1 { Region::Neighbourhood } else { Region::Anywhere },
            level: if at.is_multiple_of(5) { Level::Public } else { Level::Participants },
            until: None,
        };
        let by = member(store, congress, by).await?;
        entries::add(store, &by, store.chance().opaque_id(), entry).await?;
    }
    Ok(())
}

/// Some know each other, some wait, one wants no more; something was reported, and a topic is missing.
async fn meet(store: &Store, congress: &table::Model, people: &[profile::Model]) -> Result<(), DemoError> {
    let pairs = people.chunks_exact(2).take(PAIRS);
    for (at, pair) in pairs.enumerate() {
        let (one, other) = (member(store, congress, &pair[0]).await?, member(store, congress, &pair[1]).await?);
        match at % 6 {
            4 => {
                let asks = "Wir stehen vor derselben Frage. Haben Sie beim Kongress zwanzig Minuten?";
                Box::pin(interest::show(store, &one, other.profile(), None, asks)).await?;
            }
            5 => {
                Box::pin(interest::show(store, &one, other.profile(), None, "")).await?;
                interest::avoid(store, &other, one.profile(), Avoided::Declined).await?;
            }
            _ => {
                Box::pin(interest::show(store, &one, other.profile(), None, "")).await?;
                Box::pin(interest::show(store, &other, one.profile(), None, "")).await?;
            }
        }
    }
    let Some(first) = people.first() else { return Ok(()) };
    let reader = member(store, congress, first).await?;
    let last = ::networking::entity::entry::Entity::find()
        .filter(::networking::entity::entry::Column::ProfileId.ne(first.id))
        .order_by_desc(::networking::entity::entry::Column::Id)
        .one(store.read())
        .await?;
    if let Some(entry) = last {
        report::report(store, &reader, (ObjectKind::Entry, entry.id), "Das klingt nach Werbung.").await?;
    }
    let why = "Immer mehr Kommunen probieren es aus, jede für sich.";
    topics::propose(store, &reader, store.chance().opaque_id(), ("Künstliche Intelligenz in der Verwaltung", why))
        .await?;
    Ok(())
}
