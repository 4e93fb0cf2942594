//! Places for what is left: proposed, taken over once, taken back; and a release that something stops.

use crate::kit::{App, Client, Reply, run};
use crate::programme::plan::{at, now, room, slot, three};
use base::{Actor, Language, Uuid};
use congress::entity::congress::Model as Congress;
use identity::Role;
use programme::entity::{session, slot as slots};
use programme::query::plan::Draft;
use programme::rules::clash::Severity;
use programme::service::place::{Spot, Wanted, apply, propose};
use programme::service::plan::{Change, change};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

const PLACING: &str = "/owl/desk/placing";
const TAKEOVER: &str = "/owl/desk/placing/takeover";

/// "Eins" and "Drei" are parked; each session lasts half an hour.
async fn parked(app: &App) -> Congress {
    let owl = three(app).await;
    let tx = app.store.begin().await.unwrap();
    session::Entity::update_many().col_expr(session::Column::Minutes, Expr::value(30)).exec(&*tx).await.unwrap();
    tx.commit().await.unwrap();
    for title in ["Eins", "Drei"] {
        park(app, &owl, title).await;
    }
    owl
}

async fn park(app: &App, owl: &Congress, title: &str) {
    let one = slot(&now(app, owl).await, title);
    change(&app.store, &Actor::system(), owl.id, one.id, one.version, Change::Park).await.unwrap();
}

fn places(draft: &Draft) -> Vec<(Uuid, Option<Uuid>, Option<programme::rules::plan::Span>)> {
    let mut all: Vec<_> = draft.slots.iter().map(|slot| (slot.id, slot.room, slot.span)).collect();
    all.sort_by_key(|one| one.0);
    all
}

fn blocking(draft: &Draft) -> usize {
    draft.clashes().iter().filter(|clash| clash.severity == Severity::Block).count()
}

/// What a browser would send of the proposal.
fn shown(page: &Reply) -> Vec<(String, String)> {
    let of = |name: &str| page.attributes(&format!("#vorschlag input[name={name}]"), "value");
    let names = ["draft", "seed", "spot"];
    names.into_iter().flat_map(|name| of(name).into_iter().map(move |value| (name.to_owned(), value))).collect()
}

async fn take_over(who: &Client, fields: &[(String, String)]) -> Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    who.post_form(TAKEOVER, &fields).await
}

#[tokio::test]
async fn what_is_left_is_proposed_taken_over_once_and_taken_back() {
    run(async |app| {
        let owl = parked(app).await;
        let staff = app.staff(Role::Programme).await;
        let board = staff.get("/owl/desk/schedule").await.expect(200);
        assert_eq!(board.attributes(&format!("#parkplatz a[href='{PLACING}']"), "href").len(), 1);
        assert!(staff.get(PLACING).await.expect(200).text().contains("2 Programmpunkte haben noch keinen Platz."));

        let before = now(app, &owl).await;
        let page = staff.post_form(PLACING, &[("seed", "7")]).await.expect(200);
        let again = staff.post_form(PLACING, &[("seed", "7")]).await.expect(200);
        let fields = shown(&page);
        assert_eq!(fields, shown(&again), "the same seed gives the same plan");
        assert_eq!(fields.iter().filter(|(name, _)| name == "spot").count(), 2);
        assert!(page.text().contains("2 von 2 finden einen Platz."), "{}", page.text());
        assert_eq!(places(&now(app, &owl).await), places(&before), "a proposal changes nothing");
        staff.post_form(PLACING, &[("seed", "x")]).await.expect(422);
        take_over(&staff, &fields[..2]).await.expect(422);
        take_over(&staff, &[("spot".into(), "nowhere".into())]).await.expect(400);

        for _ in 0..2 {
            take_over(&staff, &fields).await.expect(303);
        }
        let after = now(app, &owl).await;
        assert_eq!(after.frame.draft, before.frame.draft + 1, "twice is once");
        assert!(after.slots.iter().all(|slot| slot.span.is_some()));
        assert_eq!(slot(&after, "Zwei").span, slot(&before, "Zwei").span);
        assert_eq!(slot(&after, "Zwei").version, slot(&before, "Zwei").version);
        assert_eq!(slot(&after, "Eins").version, slot(&before, "Eins").version + 1);
        assert_eq!(blocking(&after), 0);
        assert!(staff.get(PLACING).await.expect(200).text().contains("Es gibt nichts zu platzieren"));
        let placed = "SELECT count(*) FROM event WHERE verb = 'schedule.placed'";
        assert_eq!(app.count(placed).await, 1);
        let log = app.staff(Role::Admin).await.get("/owl/desk/audit").await.expect(200);
        assert!(log.text().contains("2 Programmpunkte nach Vorschlag platziert"), "{}", log.text());

        // One of them is moved by somebody else: taking back leaves it where it is.
        let (one, chamber) = (slot(&after, "Eins"), room(&after, "Kammer"));
        let place = Change::Place { room: Some(chamber), span: at(480, 30) };
        change(&app.store, &Actor::system(), owl.id, one.id, one.version, place).await.unwrap();
        let board = staff.get("/owl/desk/schedule").await.expect(200);
        assert!(board.words("form[data-undo]").concat().contains("2 Programmpunkte platziert"));
        let event = board.attributes("form[data-undo] input[name=event]", "value").remove(0);
        let undo = [("event", event.as_str())];
        let back = staff.post_form("/owl/desk/schedule/undo", &undo).await.expect(303);
        let page = staff.get(back.location()).await.expect(200);
        assert!(page.words(".notice").concat().contains("1 bleibt liegen"), "{:?}", page.words(".notice"));
        let undone = now(app, &owl).await;
        assert_eq!((slot(&undone, "Eins").span, slot(&undone, "Drei").span), (Some(at(480, 30)), None));
        staff.post_form("/owl/desk/schedule/undo", &undo).await.expect(409);
        assert_eq!(places(&now(app, &owl).await), places(&undone), "twice is once");
        for role in [Role::Door, Role::Finance] {
            app.staff(role).await.get(PLACING).await.expect(404);
        }
    })
    .await;
}

#[tokio::test]
async fn a_stale_proposal_is_refused_and_what_has_no_place_is_told_why() {
    run(async |app| {
        let owl = parked(app).await;
        let staff = app.staff(Role::Organiser).await;
        let fields = shown(&staff.post_form(PLACING, &[]).await.expect(200));
        let draft = now(app, &owl).await;
        let two = slot(&draft, "Zwei");
        let place = Change::Place { room: Some(room(&draft, "Kammer")), span: at(300, 30) };
        change(&app.store, &Actor::system(), owl.id, two.id, two.version, place).await.unwrap();
        let stale = take_over(&staff, &fields).await.expect(409);
        assert!(stale.words("[role=alert]").concat().contains("seit dem Vorschlag geändert"));
        assert_eq!(slot(&now(app, &owl).await, "Eins").span, None);

        // Whoever types places of their own gets no further than by hand.
        let now_at = now(app, &owl).await;
        let spot = |id, (room, span): (Uuid, programme::rules::plan::Span)| Spot {
            slot: id,
            room,
            starts_at: span.from,
            ends_at: span.until,
        };
        let (one, chamber) = (slot(&now_at, "Eins"), room(&now_at, "Kammer"));
        let seen = now_at.frame.draft;
        let put = async |spots: &[Spot]| apply(&app.store, &Actor::system(), owl.id, seen, 1, spots).await.unwrap_err();
        let over = put(&[spot(one.id, (chamber, at(310, 30)))]).await;
        assert!(matches!(over, programme::ProgrammeError::Blocked(_)), "{over:?}");
        let taken = put(&[spot(two.id, (chamber, at(60, 30)))]).await;
        assert!(matches!(taken, programme::ProgrammeError::Stale(_)), "it has a place: {taken:?}");
        let foreign = put(&[spot(one.id, (Uuid::from_u128(4), at(60, 30)))]).await;
        assert!(matches!(foreign, programme::ProgrammeError::UnknownRoom), "{foreign:?}");

        let tx = app.store.begin().await.unwrap();
        let set = async |title: &str, minutes: Option<i32>| {
            let session = slot(&now_at, title).session.unwrap();
            let update = session::Entity::update_many().col_expr(session::Column::Minutes, Expr::value(minutes));
            update.filter(session::Column::Id.eq(session)).exec(&*tx).await.unwrap();
        };
        set("Eins", None).await;
        set("Drei", Some(700)).await;
        tx.commit().await.unwrap();
        let page = staff.post_form(PLACING, &[]).await.expect(200);
        let said = page.words("#ohne li").concat();
        assert!(said.contains("Niemand hat gesagt, wie lang"), "{said}");
        assert!(said.contains("Kein Raum ist 700 Minuten am Stück offen."), "{said}");
        assert!(
            staff.in_language("en").post_form(PLACING, &[]).await.expect(200).text().contains("0 of 2 find a place")
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_pinned_stays_and_two_hundred_find_places() {
    run(async |app| {
        let owl = crate::programme::plan::dated(app, "owl").await;
        let names: Vec<String> = (0..10).map(|n| format!("Raum {n}")).collect();
        let rooms = names.iter().enumerate().map(|(room, name)| {
            let events = (0..20_u32).map(|n| {
                let id = 20 * u32::try_from(room).unwrap() + n + 1;
                let mut event = crate::programme::event(id, &format!("Nr. {id}"), i64::from(n) * 25);
                event.persons.clear();
                event
            });
            (name.as_str(), events.collect())
        });
        let file = crate::programme::plan("1", rooms.collect());
        crate::programme::taken(app, owl.id, &file, crate::programme::DRAFT).await;
        let tx = app.store.begin().await.unwrap();
        session::Entity::update_many().col_expr(session::Column::Minutes, Expr::value(20)).exec(&*tx).await.unwrap();
        let nothing = || Expr::value(None::<base::Time>);
        slots::Entity::update_many()
            .col_expr(slots::Column::StartsAt, nothing())
            .col_expr(slots::Column::EndsAt, nothing())
            .col_expr(slots::Column::RoomId, Expr::value(None::<Uuid>))
            .col_expr(slots::Column::Pinned, Expr::col(slots::Column::Number).eq(1))
            .exec(&*tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let wanted = Wanted { effort: 5, ..Wanted::default() };
        let found = propose(&app.store, owl.id, &wanted).await.unwrap();
        assert_eq!((found.asked, found.outcome.moves.len(), found.outcome.unplaced.len()), (199, 199, 0));
        let spots: Vec<Spot> = found
            .outcome
            .moves
            .iter()
            .map(|one| Spot { slot: one.slot, room: one.room, starts_at: one.span.from, ends_at: one.span.until })
            .collect();
        let actor = Actor::staff(Uuid::from_u128(7), "Katrin", Language::De, vec![]);
        let seen = found.draft.frame.draft;
        let (a, b) = tokio::join!(
            Box::pin(apply(&app.store, &actor, owl.id, seen, 1, &spots)),
            Box::pin(apply(&app.store, &actor, owl.id, seen, 1, &spots)),
        );
        assert_ne!(a.unwrap().unchanged, b.unwrap().unchanged, "two at once, and it is done once");
        let after = now(app, &owl).await;
        assert_eq!(blocking(&after), 0);
        let left: Vec<_> = after.slots.iter().filter(|slot| slot.span.is_none()).map(|slot| slot.pinned).collect();
        assert_eq!(left, [true]);
    })
    .await;
}

#[tokio::test]
async fn a_release_with_something_that_blocks_needs_a_word() {
    run(async |app| {
        let owl = three(app).await;
        let staff = app.staff(Role::Organiser).await;
        let tx = app.store.begin().await.unwrap();
        let draft = now(app, &owl).await;
        let (one, two) = (slot(&draft, "Eins"), slot(&draft, "Zwei"));
        slots::Entity::update_many()
            .col_expr(slots::Column::StartsAt, Expr::value(two.span.unwrap().from))
            .col_expr(slots::Column::EndsAt, Expr::value(two.span.unwrap().until))
            .filter(slots::Column::Id.eq(one.id))
            .exec(&*tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let page = staff.get("/owl/desk/releases").await.expect(200);
        let said = page.words("#verhindert").concat();
        assert!(said.contains("1 Fehler verhindert") && said.contains("Raum doppelt"), "{said}");
        let links = page.attributes("#verhindert .warning a", "href");
        assert!(links.iter().any(|link| link.contains(&one.id.to_string())), "{links:?}");
        staff.get(&links[0]).await.expect(200);
        let seen = page.attributes("input[name=draft]", "value").remove(0);
        let fields = [("draft", seen.as_str())];
        let refused = staff.post_form("/owl/desk/releases", &fields).await.expect(422);
        assert!(
            refused.words("#despite-error").concat().contains("Bitte bringen Sie sie in Ordnung"),
            "{}",
            refused.text()
        );
        let releases = "SELECT count(*) FROM release";
        assert_eq!(app.count(releases).await, 1);
        let fields = [("draft", seen.as_str()), ("despite", "on")];
        for _ in 0..2 {
            staff.post_form("/owl/desk/releases", &fields).await.expect(303);
        }
        assert_eq!(app.count(releases).await, 2);
        assert_eq!(app.count("SELECT count(*) FROM event WHERE verb = 'schedule.released-despite'").await, 1);

        // What nobody has confirmed does not show, and stops nothing.
        let tx = app.store.begin().await.unwrap();
        session::Entity::update_many()
            .col_expr(session::Column::ConfirmedAt, Expr::value(None::<base::Time>))
            .filter(session::Column::Id.eq(one.session.unwrap()))
            .exec(&*tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let page = staff.get("/owl/desk/releases").await.expect(200);
        assert!(page.words("#verhindert").is_empty() && page.words("#despite").is_empty());
        staff.post_form("/owl/desk/releases", &[("draft", seen.as_str())]).await.expect(303);
        assert_eq!(app.count(releases).await, 3);
    })
    .await;
}
