//! The schedule at the desk: each page and each form without JavaScript, and what the script sends.

use super::statements;
use crate::kit::{Client, Reply, run};
use crate::programme::plan::{at, now, room, slot, three};
use base::Actor;
use http::Method;
use identity::Role;
use programme::query::plan::SlotView;

const PLACE: &str = "/owl/desk/schedule";

fn form(slot: &SlotView, room: &str, from: &str, minutes: &str) -> Vec<(&'static str, String)> {
    vec![
        ("version", slot.version.to_string()),
        ("day", "2027-03-11".into()),
        ("from", from.into()),
        ("minutes", minutes.into()),
        ("room", room.into()),
    ]
}

async fn post(who: &Client, path: &str, fields: &[(&'static str, String)]) -> Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    who.post_form(path, &fields).await
}

/// As the script sends it.
async fn scripted(who: &Client, path: &str, fields: &[(&'static str, String)]) -> Reply {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let kind = Some("application/x-www-form-urlencoded");
    who.send(Method::POST, path, &[("accept", "application/json")], kind, body.into_bytes()).await
}

#[tokio::test]
async fn what_is_typed_is_on_the_grid_or_follows_what_ends() {
    run(async |app| {
        let owl = three(app).await;
        let staff = app.staff(Role::Programme).await;
        let draft = now(app, &owl).await;
        let (one, hall) = (slot(&draft, "Eins"), room(&draft, "Saal").to_string());
        let path = format!("{PLACE}/slots/{}", one.id);
        let page = post(&staff, &path, &form(&one, &hall, "13:03", "30")).await.expect(422);
        assert!(page.words("#from ~ .kern-error")[0].starts_with("Bitte eine Uhrzeit im Raster von 5 Minuten"));
        // Impulses of three minutes follow each other.
        post(&staff, &path, &form(&one, &hall, "13:00", "3")).await.expect(303);
        let two = slot(&now(app, &owl).await, "Zwei");
        post(&staff, &format!("{PLACE}/slots/{}", two.id), &form(&two, &hall, "13:03", "3")).await.expect(303);
        // What stands there stays there.
        let two = slot(&now(app, &owl).await, "Zwei");
        post(&staff, &format!("{PLACE}/slots/{}", two.id), &form(&two, &hall, "13:03", "10")).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn the_board_shows_the_day_what_is_parked_and_what_is_wrong() {
    run(async |app| {
        let owl = three(app).await;
        let staff = app.staff(Role::Programme).await;
        let page = staff.get(PLACE).await.expect(200);
        assert_eq!(page.words(".board__room h3"), ["Saal", "Kammer"]);
        assert_eq!(page.words(".board__column .slot__title"), ["Eins", "Zwei", "Drei"]);
        assert_eq!(page.attributes(".board__column .slot", "data-from"), ["60", "120", "60"]);
        assert!(page.text().contains("Entwurf, so veröffentlicht als Fassung 1"), "{}", page.text());
        assert_eq!(page.words("nav li.group"), ["Programm", "Programm"], "both menus");

        let one = slot(&now(app, &owl).await, "Eins");
        let open = staff.get(&format!("{PLACE}?slot={}", one.id)).await.expect(200);
        assert_eq!(open.words("#sitzung-titel"), ["Eins"]);
        assert_eq!(open.attributes("#from", "value"), ["10:00"]);
        assert_eq!(open.attributes("#minutes", "value"), ["30"]);
        let parking = format!("{PLACE}/slots/{}/parking", one.id);
        post(&staff, &parking, &[("version", one.version.to_string()), ("day", "2027-03-11".into())]).await.expect(303);
        let page = staff.get(PLACE).await.expect(200);
        assert_eq!(page.words("#ablage .slot__title"), ["Eins"]);
        assert!(page.text().contains("Entwurf nach Fassung 1 · 1 Änderung"));
        assert_eq!(staff.get(&format!("{PLACE}?text=zwei")).await.words("#ablage .slot__title"), [""; 0]);
        assert_eq!(staff.get(&format!("{PLACE}?text=ANNA")).await.words("#ablage .slot__title"), ["Eins"]);

        // It takes as many statements with more in it.
        let few = statements(app, &staff, PLACE).await;
        let file = crate::schedule::bytes("pretalx-democon.json");
        let system = Actor::system();
        programme::service::import::file(&app.store, &system, "owl", &file, None, Default::default()).await.unwrap();
        assert_eq!(statements(app, &staff, PLACE).await, few);
        for role in [Role::Door, Role::Finance] {
            app.staff(role).await.get(PLACE).await.expect(404);
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_moves_a_slot_and_says_why_it_does_not() {
    run(async |app| {
        let owl = three(app).await;
        let staff = app.staff(Role::Organiser).await;
        let draft = now(app, &owl).await;
        let (one, chamber, hall) = (slot(&draft, "Eins"), room(&draft, "Kammer"), room(&draft, "Saal"));
        let path = format!("{PLACE}/slots/{}", one.id);
        let odd = post(&staff, &path, &form(&one, &chamber.to_string(), "25:99", "0")).await.expect(422);
        assert_eq!(odd.words("#sitzung .kern-error").len(), 2, "{}", odd.text());
        assert_eq!(odd.attributes("#from", "value"), ["25:99"], "what was typed stays");

        let done = post(&staff, &path, &form(&one, &chamber.to_string(), "13:15", "45")).await.expect(303);
        let page = staff.get(done.location()).await.expect(200);
        assert!(page.words(".notice").concat().contains("Gespeichert."));
        assert_eq!(slot(&now(app, &owl).await, "Eins").span, Some(at(255, 45)));
        post(&staff, &path, &form(&one, &chamber.to_string(), "13:15", "45")).await.expect(303);

        let stale = post(&staff, &path, &form(&one, &hall.to_string(), "15:00", "30")).await.expect(409);
        let said = stale.words("#sitzung [role=alert]").concat();
        assert!(said.contains("inzwischen geändert") && said.contains("13:15 bis 14 Uhr, Kammer"), "{said}");
        assert_eq!(stale.attributes("#from", "value"), ["15:00"]);
        let one = slot(&now(app, &owl).await, "Eins");
        assert_eq!(stale.attributes("#sitzung input[name=version]", "value")[0], one.version.to_string());

        let blocked = post(&staff, &path, &form(&one, &hall.to_string(), "11:10", "30")).await.expect(409);
        let said = blocked.words("#sitzung [role=alert]").concat();
        assert!(said.contains("Raum doppelt: Saal, 11:10 bis 11:30") && said.contains("„Zwei“"), "{said}");
        let warned = post(&staff, &path, &form(&one, &hall.to_string(), "11:30", "30")).await.expect(303);
        let said = staff.get(warned.location()).await.expect(200).words(".notice").concat();
        assert!(said.contains("Wenig Umbauzeit"), "{said}");

        for path in ["/slots/nothing", "/slots/00000000-0000-0000-0000-000000000007"] {
            post(&staff, &format!("{PLACE}{path}"), &form(&one, &hall.to_string(), "11:30", "30")).await.expect(404);
        }
    })
    .await;
}

#[tokio::test]
async fn the_script_is_told_in_a_sentence_and_asks_how_far_the_draft_is() {
    run(async |app| {
        let owl = three(app).await;
        let (katrin, miriam) = (app.staff(Role::Programme).await, app.staff(Role::Organiser).await);
        let draft = now(app, &owl).await;
        let (one, chamber) = (slot(&draft, "Eins"), room(&draft, "Kammer"));
        let path = format!("{PLACE}/slots/{}", one.id);
        let place = |minutes: i64| {
            vec![
                ("place", "1".to_owned()),
                ("version", one.version.to_string()),
                ("at", at(minutes, 30).from.timestamp().to_string()),
                ("minutes", "30".to_owned()),
                ("room", chamber.to_string()),
            ]
        };
        let far = miriam.get(&format!("{PLACE}/draft")).await.expect(200);
        assert_eq!(far.header("cache-control"), "no-store");
        let done = scripted(&katrin, &path, &place(240)).await.expect(200).json();
        assert_eq!(
            (done["message"].as_str(), done["slot"].as_str()),
            (Some("Gespeichert."), Some(&*one.id.to_string()))
        );
        assert_ne!(miriam.get(&format!("{PLACE}/draft")).await.text(), far.text());
        let stale = scripted(&miriam, &path, &place(300)).await.expect(409).json();
        assert!(stale["message"].as_str().unwrap().starts_with("Nicht gespeichert:"), "{stale}");
        let english = scripted(&miriam.in_language("en"), &path, &place(300)).await.expect(409).json();
        assert!(english["message"].as_str().unwrap().starts_with("Not saved:"), "{english}");

        // Each takes back what is theirs.
        assert!(miriam.get(PLACE).await.words("form[data-undo]").is_empty());
        let event = katrin.get(PLACE).await.attributes("form[data-undo] input[name=event]", "value").remove(0);
        post(&katrin, &format!("{PLACE}/undo"), &[("event", event)]).await.expect(303);
        assert_eq!(slot(&now(app, &owl).await, "Eins").span, one.span);
        assert!(katrin.get(PLACE).await.words("form[data-undo]").is_empty());
    })
    .await;
}

#[tokio::test]
async fn breaks_blockers_and_repeats_are_added_once() {
    run(async |app| {
        let owl = three(app).await;
        let staff = app.staff(Role::Programme).await;
        let page = staff.get(&format!("{PLACE}?add=break")).await.expect(200);
        let drawn = page.attributes("#sitzung input[name=once]", "value").remove(0);
        let lunch = [
            ("kind", "break".to_owned()),
            ("once", drawn),
            ("title-de", "Mittagspause".into()),
            ("day", "2027-03-11".into()),
            ("from", "13:00".into()),
            ("minutes", "60".into()),
            ("room", "all".into()),
        ];
        for _ in 0..2 {
            post(&staff, &format!("{PLACE}/slots"), &lunch).await.expect(303);
        }
        let page = staff.get(PLACE).await.expect(200);
        assert_eq!(page.words(".board__across .slot__title"), ["Mittagspause"]);
        let nameless: Vec<_> = lunch.iter().filter(|(name, _)| *name != "title-de").cloned().collect();
        let odd = post(&staff, &format!("{PLACE}/slots"), &nameless).await.expect(422);
        assert!(odd.text().contains("Bitte einen Titel eintragen."));
        // A year that somebody mistyped, and moments that there are not.
        for (name, value) in [("day", "+262142-12-31"), ("day", "2035-03-11"), ("at", "8210266876799")] {
            let mistyped = lunch.iter().filter(|(field, _)| *field != name && *field != "once").cloned();
            let mistyped: Vec<_> = mistyped.chain([(name, value.to_owned())]).collect();
            post(&staff, &format!("{PLACE}/slots"), &mistyped).await.expect(422);
            staff.get(PLACE).await.expect(200);
        }

        let one = slot(&now(app, &owl).await, "Eins");
        let open = staff.get(&format!("{PLACE}?slot={}", one.id)).await.expect(200);
        let drawn = open.attributes(r#"form[action$="/repeat"] input[name=once]"#, "value").remove(0);
        for _ in 0..2 {
            let again = [("once", drawn.clone()), ("version", "1".to_owned())];
            post(&staff, &format!("{PLACE}/slots/{}/repeat", one.id), &again).await.expect(303);
        }
        assert_eq!(staff.get(PLACE).await.words("#ablage .slot__title"), ["Eins"]);
        let removal = [("version", one.version.to_string())];
        post(&staff, &format!("{PLACE}/slots/{}/removal", one.id), &removal).await.expect(303);
        assert!(!staff.get(PLACE).await.words(".board__column .slot__title").contains(&"Eins".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn the_rules_of_the_plan_are_said_on_one_page() {
    run(async |app| {
        let owl = three(app).await;
        let staff = app.staff(Role::Programme).await;
        let path = format!("{PLACE}/rules");
        let page = staff.get(&path).await.expect(200);
        let seen = page.attributes("input[name=seen]", "value").remove(0);
        let kinds = programme::rules::clash::Kind::ALL.into_iter();
        let usual = kinds.map(|kind| (kind.name(), kind.default_severity().name().to_owned()));
        let mut fields: Vec<(&'static str, String)> = usual.filter(|(name, _)| *name != "room-twice").collect();
        let minutes = [("minutes-changeover", "10"), ("minutes-walk", "7"), ("grid", "5"), ("night", "03:30")];
        fields.extend(minutes.map(|(name, value)| (name, value.to_owned())));
        fields.push(("seen", seen));
        let odd = post(&staff, &path, &fields).await.expect(422);
        assert!(odd.words(".kern-error").concat().contains("Bitte auswählen."), "one kind is missing");
        fields.push(("room-twice", "warn".to_owned()));
        post(&staff, &path, &fields).await.expect(303);
        let draft = now(app, &owl).await;
        assert_eq!((draft.settings.changeover, draft.settings.walk, draft.frame.night), (10, 7, 210));
        assert_eq!(draft.settings.severity(programme::rules::clash::Kind::RoomTwice).name(), "warn");
        fields.retain(|(name, _)| *name != "grid");
        fields.push(("grid", "15".to_owned()));
        let stale = post(&staff, &path, &fields).await.expect(409);
        assert!(!stale.words("[role=alert]").is_empty());

        let (hall, chamber) = (room(&draft, "Saal").to_string(), room(&draft, "Kammer").to_string());
        let walk = [("room", hall.clone()), ("other", chamber.clone()), ("walk-minutes", "12".to_owned())];
        post(&staff, &format!("{path}/walks"), &walk).await.expect(303);
        post(&staff, &format!("{path}/walks"), &walk[..2]).await.expect(422);
        let code = draft.sessions[&slot(&draft, "Eins").session.unwrap()].code.clone();
        let pair = [("one-session", code), ("other-session", "drei".to_owned())];
        post(&staff, &format!("{path}/apart"), &pair).await.expect(303);
        let unknown = [("one-session", "Eins".to_owned()), ("other-session", "Vier".to_owned())];
        let unknown = post(&staff, &format!("{path}/apart"), &unknown).await.expect(422);
        assert!(unknown.text().contains("„Vier“ ist kein Code"));
        let page = staff.get(&path).await.expect(200);
        assert!(page.text().contains("Saal – Kammer: 12 min") && page.text().contains("„Eins“ und „Drei“"));

        let room_path = format!("{path}/rooms/{chamber}");
        let page = staff.get(&room_path).await.expect(200);
        let seen = page.attributes("input[name=seen]", "value").remove(0);
        let mut fields = vec![
            ("seen", seen),
            ("several", "on".to_owned()),
            ("changeover", "0".to_owned()),
            ("open-2027-03-11-1-from", "09:00".to_owned()),
            ("open-2027-03-11-1-until", "08:00".to_owned()),
        ];
        post(&staff, &room_path, &fields).await.expect(422);
        fields[4].1 = "10:15".to_owned();
        post(&staff, &room_path, &fields).await.expect(303);
        let page = staff.get(&room_path).await.expect(200);
        assert_eq!(page.attributes("#open-2027-03-11-1-until", "value"), ["10:15"]);
        let board = staff.get(PLACE).await.expect(200);
        let said = board.words("#warnungen .warning").concat();
        assert!(said.contains("Raum geschlossen") && said.contains("Nicht nebeneinander"), "{said}");
    })
    .await;
}
