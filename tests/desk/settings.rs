//! Setting a congress up: from nothing to open; two people at the same thing; quotas moved over what is sold.

use crate::kit::{App, Client, run};
use chrono::Timelike;
use congress::entity::congress::Phase;
use identity::Role;
use registration::service::quota;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use ticketing::service::quota::Quota;
use web::form::Seen;

fn seen(reply: &crate::kit::Reply) -> String {
    reply.attributes("input[name=seen]", "value").remove(0)
}

async fn page(admin: &Client, slug: &str, title: &str) {
    let path = format!("/tag/desk/settings/passages/new?as={slug}");
    assert!(admin.get(&path).await.expect(200).text().contains("[…"), "a template has gaps");
    let fields = [("place", "page"), ("slug", slug), ("title-de", title), ("body-de", "Alles da."), ("position", "1")];
    admin.post_form("/tag/desk/settings/passages/new", &fields).await.expect(303);
}

#[tokio::test]
async fn a_congress_comes_from_nothing_and_opens_when_nothing_is_missing() {
    run(async |app: &App| {
        let admin = app.staff(Role::Admin).await;
        let start = admin.get("/desk").await.expect(200);
        assert_eq!(start.attributes("main a.kern-btn", "href"), ["/desk/congresses"]);
        let wrong =
            admin.post_form("/desk/congresses", &[("name-de", ""), ("from", "x"), ("zone", "Europe/Berlin")]).await;
        assert!(wrong.expect(422).words(".kern-error").concat().contains("2027-03-11"));
        let day = (app.store.now() + chrono::TimeDelta::days(60)).format("%Y-%m-%d").to_string();
        let fields = [("name-de", "Tag"), ("from", day.as_str()), ("place-de", "Höxter"), ("zone", "Europe/Berlin")];
        let made = admin.post_form("/desk/congresses", &fields).await.expect(303);
        assert_eq!(made.location(), "/tag/desk/settings");
        app.guest().get("/tag").await.expect(404);
        let list = admin.get("/tag/desk/settings").await.expect(200);
        assert!(list.words(".state--bad").len() == 3 && list.words("button[value=open]").is_empty(), "{}", list.text());
        let early = [("from", "draft"), ("phase", "open")];
        admin.post_form("/tag/desk/settings/phase", &early).await.expect(303);
        app.guest().get("/tag").await.expect(404);

        let ticket =
            [("name-de", "Vor Ort"), ("place", "on_site"), ("price", "1.049,50"), ("vat", "19"), ("active", "on")];
        admin.post_form("/tag/desk/settings/categories/new", &ticket).await.expect(303);
        let quota = [("name", "Saal"), ("size", "2"), ("categories", "vor-ort")];
        admin.post_form("/tag/desk/settings/quotas/new", &quota).await.expect(303);
        admin.post_form("/tag/desk/settings/rooms/new", &[("name-de", "Saal"), ("seats", "2")]).await.expect(303);
        page(&admin, "imprint", "Impressum").await;
        page(&admin, "privacy", "Datenschutz").await;
        let ready = admin.get("/tag/desk/settings").await.expect(200);
        assert!(ready.words(".state--bad").is_empty(), "{}", ready.text());
        admin.post_form("/tag/desk/settings/phase", &early).await.expect(303);
        let public = app.guest().get("/tag").await.expect(200);
        assert!(public.text().contains("1.049,50") && public.text().contains("Impressum"));
        // A second click finds it open, which is what was wanted; who wants something else is told.
        admin.post_form("/tag/desk/settings/phase", &early).await.expect(303);
        let opened = admin.get("/tag/desk/audit?part=settings").await.words("tbody th").join("\n");
        assert_eq!(opened.matches("Der Kongress ist offen").count(), 1, "{opened}");
        admin.post_form("/tag/desk/settings/phase", &[("from", "draft"), ("phase", "over")]).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn the_second_of_two_organisers_is_told_and_decides() {
    run(async |app: &App| {
        let row = app.congress("owl", 5).await;
        let organiser = app.staff(Role::Organiser).await;
        let path = "/owl/desk/settings/venue";
        let shown = seen(&organiser.get(path).await.expect(200));
        let first = [("seen", shown.as_str()), ("name", "HNF"), ("town", "Paderborn")];
        organiser.post_form(path, &first).await.expect(303);
        let second = [("seen", shown.as_str()), ("name", "Stadthalle"), ("town", "Paderborn")];
        let told = organiser.post_form(path, &second).await.expect(409);
        assert_eq!(told.words(".kern-alert--warning dt"), ["Name des Hauses"], "{}", told.text());
        assert!(told.text().contains("Miriam Osterholz") && told.text().contains("Trotzdem speichern"));
        assert_eq!(told.attributes("#name", "value"), ["Stadthalle"], "what was typed is still there");
        let now = congress::query::by_id(app.store.read(), row.id).await.unwrap().unwrap();
        assert_eq!(now.venue_name, "HNF", "nothing is overwritten");
        let fresh = seen(&told);
        let anyway = [("seen", fresh.as_str()), ("name", "Stadthalle"), ("town", "Paderborn")];
        organiser.post_form(path, &anyway).await.expect(303);
        let now = congress::query::by_id(app.store.read(), row.id).await.unwrap().unwrap();
        assert_eq!((now.venue_name.as_str(), now.revision > row.revision), ("Stadthalle", true));
        organiser.post_form(path, &[("name", "Ungesehen")]).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn a_quota_moves_its_claims_with_its_categories_and_never_below_what_is_taken() {
    run(async |app: &App| {
        let row = app.congress("owl", 5).await;
        app.order(row.id, &[("on-site", "A One"), ("on-site", "B Two"), ("online", "C Three")]).await;
        let organiser = app.staff(Role::Organiser).await;
        let quotas = ticketing::query::quotas(app.store.read(), row.id).await.unwrap();
        let seats = quotas.iter().find(|q| q.slug == "seats").unwrap();
        let path = format!("/owl/desk/settings/quotas/{}", seats.id);
        let shown = seen(&organiser.get(&path).await.expect(200));
        let small = [("seen", shown.as_str()), ("name", "seats"), ("size", "1"), ("categories", "on-site")];
        let told = organiser.post_form(&path, &small).await.expect(422);
        assert!(told.words("#size-error").concat().contains("2 Plätze sind schon vergeben"), "{}", told.text());
        let full = [
            ("seen", shown.as_str()),
            ("name", "seats"),
            ("size", "2"),
            ("categories", "on-site"),
            ("categories", "online"),
        ];
        organiser.post_form(&path, &full).await.expect(422);
        app.check_invariants().await;
        let wide = [
            ("seen", shown.as_str()),
            ("name", "Alle"),
            ("size", "3"),
            ("categories", "on-site"),
            ("categories", "online"),
        ];
        organiser.post_form(&path, &wide).await.expect(303);
        app.check_invariants().await;
        let taken =
            |quotas: Vec<ticketing::query::QuotaView>| quotas.into_iter().find(|q| q.id == seats.id).unwrap().taken;
        assert_eq!(taken(ticketing::query::quotas(app.store.read(), row.id).await.unwrap()), 3);
        let shown = seen(&organiser.get(&path).await.expect(200));
        let narrow = [("seen", shown.as_str()), ("name", "Online"), ("size", "1"), ("categories", "online")];
        organiser.post_form(&path, &narrow).await.expect(303);
        assert_eq!(taken(ticketing::query::quotas(app.store.read(), row.id).await.unwrap()), 1);
        let verbs = store::event::timeline(app.store.read(), &[seats.id]).await.unwrap();
        assert_eq!(verbs[0].detail["changed"]["categories"][1][0], "online");
        assert_eq!((verbs[0].detail["freed"].as_i64(), verbs[1].detail["claimed"].as_i64()), (Some(2), Some(1)));
    })
    .await;
}

#[tokio::test]
async fn a_resize_against_a_sale_never_sells_what_is_not_there() {
    run(async |app: &App| {
        let row = app.congress("owl", 2).await;
        let seats = ticketing::query::quotas(app.store.read(), row.id).await.unwrap().remove(0);
        let was = Quota { name: seats.name.clone(), size: Some(2), categories: vec!["on-site".into()] };
        let new = Quota { size: Some(1), ..was.clone() };
        let actor = base::Actor::system();
        let saw = Seen::of(&was);
        let resize = quota::change(&app.store, &actor, row.id, seats.id, new, &saw);
        let guest = base::Actor::guest(base::Language::De);
        let form = || crate::kit::world::form(&[("on-site", "A One")]);
        let sale = |form| Box::pin(registration::service::order::place(&app.store, &guest, row.id, form));
        let (resized, first, second) = tokio::join!(resize, sale(form()), sale(form()));
        let sold = usize::from(first.is_ok()) + usize::from(second.is_ok());
        let now = ticketing::query::quotas(app.store.read(), row.id).await.unwrap().remove(0);
        assert_eq!(usize::try_from(now.taken).unwrap(), sold);
        assert!(now.taken <= now.size.unwrap(), "{now:?}");
        assert_eq!(resized.is_ok(), now.size == Some(1));
    })
    .await;
}

#[tokio::test]
async fn a_colour_of_its_own_is_served_and_kept() {
    run(async |app: &App| {
        let row = app.congress("owl", 2).await;
        let organiser = app.staff(Role::Organiser).await;
        let path = "/owl/desk/settings/look";
        let shown = seen(&organiser.get(path).await.expect(200));
        let wrong = [("seen", shown.as_str()), ("wordmark", "Tag"), ("accent", "rot")];
        organiser.post_form(path, &wrong).await.expect(422);
        let green = [("seen", shown.as_str()), ("wordmark", "Tag"), ("colour", "#1d7a3e")];
        organiser.post_form(path, &green).await.expect(303);
        let sheets = app.guest().get("/owl").await.expect(200).attributes("link[rel=stylesheet]", "href");
        let own = sheets.iter().find(|href| href.starts_with("/owl/look/accent-")).expect("its own sheet");
        let css = app.guest().get(own).await.expect(200);
        assert!(css.header("cache-control").contains("immutable") && css.text().starts_with(":root{--accent-025:"));
        let other = app.guest().get("/owl/look/accent-0000000000.css").await.expect(200);
        assert_eq!(other.header("cache-control"), "no-cache");
        let found = congress::entity::congress::Entity::find()
            .filter(congress::entity::congress::Column::Id.eq(row.id))
            .one(app.store.read())
            .await;
        assert_eq!((found.unwrap().unwrap().accent.as_str(), row.phase), ("#1d7a3e", Phase::Open));
    })
    .await;
}

#[test]
fn every_colour_is_readable() {
    use web::accent::{Accent, contrast_of};
    for colour in ["#3b49df", "#ffcc00", "#ff0000", "#00ff00", "#00ffff", "#ffffff", "#000000", "#1d7a3e", "#fd0"] {
        let accent = Accent::new(colour).unwrap();
        let step = |name: &str| accent.step(name).unwrap();
        for (one, other) in [("700", "100"), ("800", "200"), ("300", "950")] {
            let contrast = contrast_of(&step(one), &step(other)).unwrap();
            assert!(contrast >= 4.49, "{colour}: {one} on {other}: {contrast}");
        }
        assert!(contrast_of(&step("700"), "#ffffff").unwrap() >= 4.49, "{colour}");
    }
    assert!(Accent::new("rot").is_err() && Accent::new("#12345").is_err() && Accent::new("").is_err());
}

#[tokio::test]
async fn what_two_say_is_compared_in_words() {
    run(async |app: &App| {
        app.congress("owl", 5).await;
        let organiser = app.staff(Role::Organiser).await;
        let told = async |path: &str, mine: &[(&str, &str)], theirs: &[(&str, &str)]| {
            let shown = seen(&organiser.get(path).await.expect(200));
            let post = async |fields: &[(&str, &str)]| {
                let fields: Vec<_> = fields.iter().copied().chain([("seen", shown.as_str())]).collect();
                organiser.post_form(path, &fields).await
            };
            post(theirs).await.expect(303);
            post(mine).await.expect(409).words(".kern-alert--warning dd p").join("\n")
        };
        let list = organiser.get("/owl/desk/settings/categories").await;
        let ticket = list.attributes("main .row-list a", "href").remove(0);
        let theirs = [
            ("name-de", "Vor Ort"),
            ("place", "online"),
            ("price", "49"),
            ("sale-from", "2099-01-01T10:00"),
            ("position", "1"),
        ];
        let mine =
            [("name-de", "Vor Ort"), ("place", "on_site"), ("price", "49,00"), ("active", "on"), ("position", "1")];
        let words = told(&ticket, &mine, &theirs).await;
        for said in ["Vor Ort", "Online", "Im Verkauf", "Geschlossen", "1. Januar 2099, 10:00 Uhr"] {
            assert!(words.contains(said), "{said}: {words}");
        }
        for raw in ["on_site", "2099-01", "49"] {
            assert!(!words.contains(raw), "{raw}: {words}");
        }
        let zone = [("name-de", "Tag"), ("zone", "Europe/Berlin"), ("ends", "2099-03-11T17:00")];
        let at = |starts: &'static str| [&[("starts", starts)], &zone[..]].concat();
        let words = told("/owl/desk/settings/basics", &at("2099-03-11T10:00"), &at("2099-03-11T09:30")).await;
        assert!(words.contains("11. März 2099, 9:30 Uhr") && !words.contains("T10:00"), "{words}");
        let list = organiser.get("/owl/desk/settings/quotas").await;
        let quota = list.attributes("main .row-list a", "href").remove(0);
        let over = |slug: &'static str| [("name", "Saal"), ("size", "9"), ("categories", slug)];
        let words = told(&quota, &over("online"), &over("paid")).await;
        assert!(words.contains("Ticket paid") && words.contains("Ticket online"), "{words}");
    })
    .await;
}

#[tokio::test]
async fn all_that_is_wrong_is_told_at_once_with_the_names_of_the_fields() {
    run(async |app: &App| {
        app.congress("owl", 5).await;
        let admin = app.staff(Role::Admin).await;
        let faults = async |path: &str, fields: &[(&str, &str)]| {
            let seen = admin.get(path).await.expect(200).attributes("input[name=seen]", "value");
            let seen = seen.first().cloned().unwrap_or_default();
            let fields: Vec<_> = fields.iter().copied().chain([("seen", seen.as_str())]).collect();
            admin.post_form(path, &fields).await.expect(422).words(".error-summary li")
        };
        let basics = faults("/owl/desk/settings/basics", &[("zone", "Lippe")]).await;
        assert_eq!(
            basics,
            [
                "Name auf Deutsch: Bitte geben Sie einen Namen an.",
                "Beginn: Diese Angabe fehlt.",
                "Ende: Diese Angabe fehlt.",
                "Zeitzone: „Lippe“ ist keine Zeitzone. Bitte schreiben Sie sie wie Europe/Berlin."
            ]
        );
        let ticket = faults("/owl/desk/settings/categories/new", &[("price", "umsonst")]).await;
        assert_eq!(ticket[0], "Name auf Deutsch: Bitte geben Sie einen Namen an.");
        assert!(ticket[1].starts_with("Preis: "), "{ticket:?}");
        let new = faults("/desk/congresses", &[("slug", "Ö!")]).await;
        assert_eq!(
            new[..2],
            [
                "Name auf Deutsch: Bitte geben Sie einen Namen an.",
                "Erster Tag: Bitte geben Sie einen Tag an, zum Beispiel 2027-03-11."
            ]
        );
        assert!(new[2].starts_with("Kurzname in der Adresse: ") && new[3].starts_with("Zeitzone: "), "{new:?}");
        assert_eq!(new.len(), 4, "nothing is wrong with a last day that is left out: {new:?}");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_called_done_of_which_there_is_nothing() {
    run(async |app: &App| {
        let admin = app.staff(Role::Admin).await;
        let fields = [("name-de", "Tag"), ("from", "2099-03-11"), ("zone", "Europe/Berlin")];
        admin.post_form("/desk/congresses", &fields).await.expect(303);
        let list = async || admin.get("/tag/desk/settings").await.expect(200);
        let done = |page: &crate::kit::Reply| -> Vec<String> {
            let lines = page.words("[aria-labelledby=ready] li");
            lines.into_iter().filter(|line| line.ends_with("Erledigt")).collect()
        };
        let page = list().await;
        let lines = done(&page).concat();
        for line in ["Ort mit Namen", "Grenze für jedes Ticket", "Jemand für den Einlass"] {
            assert!(!lines.contains(line), "{lines}");
        }
        assert!(!page.attributes("[aria-labelledby=ready] a", "href").contains(&"/tag/desk/settings".into()));
        let overview = admin.get("/tag/desk").await.expect(200);
        assert_eq!(overview.words("[aria-labelledby=tasks] p"), ["Was zum Öffnen fehlt, steht in der Liste oben."]);
        let by_hand = admin.get("/tag/desk/orders/new").await.expect(200);
        assert!(by_hand.attributes("main a", "href").contains(&"/tag/desk/settings".into()), "a next step");

        let venue = "/tag/desk/settings/venue";
        let save = async |fields: &[(&str, &str)]| {
            let shown = seen(&admin.get(venue).await.expect(200));
            let fields: Vec<_> = fields.iter().copied().chain([("seen", shown.as_str())]).collect();
            admin.post_form(venue, &fields).await.expect(303);
        };
        save(&[("name", "Stadthalle"), ("town", "Höxter")]).await;
        assert!(!done(&list().await).concat().contains("Ort mit Namen"), "an address has a street");
        save(&[("name", "Stadthalle"), ("street", "Am Markt 1"), ("town", "Höxter")]).await;
        assert!(done(&list().await).concat().contains("Ort mit Namen"));

        let ticket = [("name-de", "Stream"), ("place", "online"), ("active", "on")];
        admin.post_form("/tag/desk/settings/categories/new", &ticket).await.expect(303);
        let lines = done(&list().await).concat();
        for line in ["Grenze für jedes Ticket", "Jemand für den Einlass"] {
            assert!(lines.contains(line), "who sells online alone needs neither: {lines}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_text_without_a_title_is_listed_by_how_it_begins() {
    run(async |app: &App| {
        app.congress("owl", 5).await;
        let admin = app.staff(Role::Admin).await;
        let body = "WLAN im ganzen Haus: das Kennwort steht auf dem Schild am Eingang, und an jeder Säule.";
        let note = [("place", "ticket"), ("slug", "wifi"), ("body-de", body), ("position", "1")];
        admin.post_form("/owl/desk/settings/passages/new", &note).await.expect(303);
        let list = admin.get("/owl/desk/settings/passages").await.expect(200);
        assert_eq!(
            list.words("main .row-list strong"),
            ["WLAN im ganzen Haus: das Kennwort steht auf dem Schild am Ei…"]
        );
    })
    .await;
}

#[tokio::test]
async fn what_a_program_set_is_kept_where_the_form_knows_less() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let until = (app.store.now() + chrono::TimeDelta::days(20)).with_second(59).unwrap();
        let tx = app.store.begin().await.unwrap();
        let new = ticketing::service::category::NewCategory {
            price: base::Money { amount: 4900, currency: "CHF".into() },
            sale_until: Some(until),
            ..crate::kit::world::category("bern", ticketing::entity::category::Place::OnSite, 0)
        };
        let id = ticketing::service::category::add(&tx, &base::Actor::system(), owl.id, new).await.unwrap().id;
        tx.commit().await.unwrap();
        let admin = app.staff(Role::Admin).await;
        let path = format!("/owl/desk/settings/categories/{id}");
        let form = admin.get(&path).await.expect(200);
        assert!(form.text().contains("In CHF"), "{}", form.text());
        let value = |name: &str| form.attributes(&format!("form [name={name}]"), "value").remove(0);
        let mut fields: Vec<(&str, String)> =
            ["seen", "name-de", "name-en", "currency", "price", "vat", "sale-until", "position"]
                .map(|name| (name, value(name)))
                .into();
        fields.extend([
            ("place", "on_site".to_owned()),
            ("active", "on".to_owned()),
            ("description-de", "Neu".to_owned()),
        ]);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        admin.post_form(&path, &fields).await.expect(303);
        let now = ticketing::entity::category::Entity::find()
            .filter(ticketing::entity::category::Column::Id.eq(id))
            .one(app.store.read())
            .await
            .unwrap()
            .unwrap();
        assert_eq!((now.price_cents, now.currency.as_str(), now.description.0.de.as_str()), (4900, "CHF", "Neu"));
        assert_eq!(now.sale_until.map(|at| at.timestamp()), Some(until.timestamp()));
    })
    .await;
}

#[tokio::test]
async fn a_rate_is_within_a_hundred_and_nothing_stands_before_the_first() {
    run(async |app: &App| {
        app.congress("owl", 5).await;
        let organiser = app.staff(Role::Organiser).await;
        let path = "/owl/desk/settings/categories/new";
        let fields = |vat: &'static str, position: &'static str| {
            [("name-de", "Abend"), ("place", "on_site"), ("price", "30"), ("vat", vat), ("position", position)]
        };
        for vat in ["-7", "100,01", "1900", "19,555", "sieben"] {
            let again = organiser.post_form(path, &fields(vat, "1")).await.expect(422);
            let told = again.words("#vat-error").concat();
            assert!(told.contains("von 0 bis 100") && !told.contains("1900"), "{vat}: {told}");
            assert_eq!(again.attributes("#vat", "value"), [vat], "what was typed stays");
        }
        let again = organiser.post_form(path, &fields("19", "-1")).await.expect(422);
        assert!(again.words("#position-error").concat().contains("ab 0"), "{}", again.text());
        organiser.post_form(path, &fields("10,7 %", "0")).await.expect(303);
        let rates = ticketing::query::categories(
            app.store.read(),
            congress::query::by_slug(app.store.read(), "owl").await.unwrap().unwrap().id,
        );
        let made = rates.await.unwrap().into_iter().find(|view| view.category.slug == "abend").unwrap().category;
        assert_eq!((made.vat_basis_points, made.position), (1_070, 0));
    })
    .await;
}

#[tokio::test]
async fn what_lacks_something_opens_on_no_way() {
    run(async |app: &App| {
        let admin = app.staff(Role::Admin).await;
        let fields = [("name-de", "Tag"), ("from", "2099-03-11"), ("zone", "Europe/Berlin")];
        admin.post_form("/desk/congresses", &fields).await.expect(303);
        for (from, to) in [("draft", "over"), ("over", "open"), ("draft", "open")] {
            admin.post_form("/tag/desk/settings/phase", &[("from", from), ("phase", to)]).await;
        }
        let row = congress::query::by_slug(app.store.read(), "tag").await.unwrap().unwrap();
        assert_ne!(row.phase, Phase::Open);
    })
    .await;
}

#[tokio::test]
async fn a_page_with_a_gap_says_which_and_leads_to_it() {
    run(async |app: &App| {
        let admin = app.staff(Role::Admin).await;
        let fields = [("name-de", "Tag"), ("from", "2099-03-11"), ("zone", "Europe/Berlin")];
        admin.post_form("/desk/congresses", &fields).await.expect(303);
        for (slug, de, en, said) in [
            ("imprint", "Alles da.", "Name: […]", "Lücke im englischen Text."),
            ("privacy", "Zweck: […]", "All there.", "Lücke im deutschen Text."),
            ("accessibility", "Stand: […]", "As of: […]", "Lücke im deutschen und im englischen Text."),
        ] {
            let title = [("place", "page"), ("slug", slug), ("title-de", slug), ("position", "1")];
            let fields = [&title[..], &[("body-de", de), ("body-en", en)]].concat();
            admin.post_form("/tag/desk/settings/passages/new", &fields).await.expect(303);
            let list = admin.get("/tag/desk/settings").await.expect(200);
            assert!(list.words("section[aria-labelledby=ready] .sub strong").join("|").contains(said));
            let links = list.attributes("section[aria-labelledby=ready] a", "href");
            assert!(!links.iter().any(|link| link.ends_with(&format!("as={slug}"))), "{links:?}");
            let mend = links.iter().filter(|link| link.contains("/passages/")).map(|link| admin.get(link));
            let mut found = false;
            for page in mend {
                found |= page.await.expect(200).attributes("#slug", "value") == [slug];
            }
            assert!(found, "{slug} is led to: {links:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_somebody_ordered_in_is_no_draft_again() {
    run(async |app: &App| {
        let owl = app.congress("owl", 20_000).await;
        let admin = app.staff(Role::Admin).await;
        let withdraw = async || {
            let back = [("from", "open"), ("phase", "draft")];
            admin.post_form("/owl/desk/settings/phase", &back).await.expect(303);
            congress::query::by_slug(app.store.read(), "owl").await.unwrap().unwrap().phase
        };
        let page = admin.get("/owl/desk/settings").await.expect(200);
        assert_eq!(page.words("button[value=draft]").len(), 1);
        assert_eq!(withdraw().await, Phase::Draft, "nobody has ordered");
        let tx = app.store.begin().await.unwrap();
        let system = base::Actor::system();
        congress::service::congress::set_phase(&tx, &system, owl.id, Phase::Open).await.unwrap();
        tx.commit().await.unwrap();
        app.order(owl.id, &[("on-site", "Henrik Stallmann")]).await;
        assert_eq!(withdraw().await, Phase::Open);
        let page = admin.get("/owl/desk/settings").await.expect(200);
        assert!(page.text().contains("Der Kongress hat Bestellungen"), "{}", page.text());
        assert!(page.words("button[value=draft]").is_empty());
    })
    .await;
}

#[test]
fn large_numbers_in_what_is_refused_are_written_as_the_language_writes_them() {
    let values = [("taken", "15011".to_owned()), ("size", "9000".to_owned()), ("slug", "2027".to_owned())];
    let args = web::problem::args(&values);
    let told = |language| locale::Words::new(language).with("congress-error-smaller-than-taken", &args);
    assert!(told(base::Language::De).starts_with("15.011 Plätze sind schon vergeben, 9.000 "));
    assert!(told(base::Language::En).contains("15,011"));
    assert_eq!(args[2].1, locale::Arg::from("2027"), "a short name is no number");
}
