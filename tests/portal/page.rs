//! Every page with samples, in both languages.

use super::sample::{self, HARD};
use super::{check, select};
use ::base::{Language, Text, Time};
use ::chrono::TimeDelta;
use ::congress::entity::{congress as edition, passage};
use ::locale::Words;
use ::maud::{DOCTYPE, Markup, html};
use ::portal::form::asked::Asked;
use ::portal::form::register::Typed;
use ::portal::page::{self, register::RegisterPage};
use ::portal::query::rebooking::Choice;
use ::registration::entity::order::State;
use ::registration::query::answer::AnswerSheet;
use ::scraper::Html;
use ::ticketing::rules::Closed;
use ::web::form::{Faults, Seen};
use ::web::{Fields, Phase};

/// In a frame, as the layout would.
fn whole(language: Language, main: &Markup) -> String {
    html! { (DOCTYPE) html lang=(language) { head { title { "Seite" } } body { main #inhalt { (main) } } } }
        .into_string()
}

#[track_caller]
fn check_all(page: impl Fn(Language) -> Markup) -> Vec<String> {
    let both = Language::ALL.map(|language| whole(language, &page(language)));
    both.iter().for_each(|html| check(html));
    both.to_vec()
}

#[test]
fn the_congress() {
    let (head, front) = (sample::head(), sample::front());
    let pages = check_all(|language| page::congress::main(sample::scene(&head, language), &front));
    for (words, html) in [
        (["Noch wenige Plätze", "Frei", "Ausgebucht"], &pages[0]),
        (["Few places left", "Available", "Sold out"], &pages[1]),
    ] {
        words.iter().for_each(|word| assert!(html.contains(word), "{word}"));
        assert!(!html.contains("</script><b>"), "what was typed is text");
    }
    let page = Html::parse_document(&pages[0]);
    assert_eq!(select(&page, ".hero h1 wbr").len(), 2, "the wordmark may break between its parts");
    assert_eq!(
        select(&page, "svg.seat-meter rect").into_iter().map(|r| r.attr("width")).collect::<Vec<_>>(),
        [Some("90%"), Some("20%"), Some("100%")],
        "in steps of a tenth, and only where there is a limit"
    );
    assert_eq!(select(&page, ".category__seats a").len(), 3, "what is sold out cannot be chosen");
    let english = Html::parse_document(&pages[1]);
    assert_eq!(select(&english, ".hero__lead span[lang=de]").len(), 1, "a German text in an English page says so");
}

#[test]
fn a_congress_that_has_almost_nothing() {
    let mut head = sample::head();
    head.pages.clear();
    let mut front = sample::front();
    front.offers.clear();
    front.face.passages.clear();
    front.face.partners.clear();
    front.face.topics.clear();
    front.face.congress.venue_name.clear();
    front.face.congress.wordmark_accent.clear();
    check_all(|language| page::congress::main(sample::scene(&head, language), &front));
}

#[test]
fn a_congress_that_is_over_registers_nobody() {
    let mut head = sample::head();
    head.state = Phase::Over;
    let front = sample::front();
    for html in check_all(|language| page::congress::main(sample::scene(&head, language), &front)) {
        assert!(!html.contains("/owl/tickets"));
        assert!(html.contains("Dieser Kongress ist vorbei") || html.contains("This congress is over"));
    }
}

#[test]
fn a_draft_says_that_it_is_one() {
    let mut head = sample::head();
    head.state = Phase::Draft;
    let mut front = sample::front();
    front.offers.iter_mut().for_each(|offer| offer.closed = Some(Closed::Congress));
    let pages = check_all(|language| page::congress::main(sample::scene(&head, language), &front));
    assert!(pages[0].contains("Dies ist ein Entwurf") && !pages[0].contains("Jetzt anmelden"));
}

#[test]
fn it_says_when_registration_opens() {
    let head = sample::head();
    let mut front = sample::front();
    for (offer, days) in front.offers.iter_mut().zip([3, 2, 4, 5]) {
        offer.closed = Some(Closed::NotYet(sample::now() + TimeDelta::days(days)));
    }
    let pages = check_all(|language| page::congress::main(sample::scene(&head, language), &front));
    assert!(pages[0].contains("Die Anmeldung beginnt am 21. Februar 2027, 9:58 Uhr."), "the first to open");
    assert!(pages[1].contains("Registration opens on 21 February 2027, 9:58."));
}

#[test]
fn machines_read_an_event_that_nothing_typed_can_end() {
    let (head, front) = (sample::head(), sample::front());
    let scene = sample::scene(&head, Language::De);
    let markup = page::structured::event(scene, &front, "http://kongress.test/owl", "http://kongress.test/owl/tickets")
        .into_string();
    assert_eq!(markup.matches('<').count(), 2, "one script, opened and closed: {markup}");
    let json = markup.split_once('>').and_then(|(_, rest)| rest.rsplit_once("</script")).expect("a script").0;
    let event: ::serde_json::Value = ::serde_json::from_str(json).expect("JSON");
    assert_eq!(event["@type"], "Event");
    assert_eq!(event["startDate"], "2027-03-11T10:00:00+01:00");
    assert_eq!(event["eventAttendanceMode"], "https://schema.org/MixedEventAttendanceMode");
    assert_eq!(event["location"][0]["address"]["postalCode"], "33102");
    assert_eq!(event["offers"][0]["price"], "49.00");
    assert_eq!(event["offers"][1]["name"], HARD, "as it was typed");
    assert_eq!(event["offers"][2]["availability"], "https://schema.org/SoldOut");
}

#[test]
fn a_page_of_text_is_text() {
    let head = sample::head();
    let body = "# Anschrift\n\n<script>alert(1)</script> <b onclick=\"x\">fett</b>\n\n[böse](javascript:alert(1)) [gut](https://owl.example)\n\n- eins";
    let passage = sample::passage(passage::Place::Page, 1, "Impressum", body);
    for html in check_all(|language| page::passage::main(sample::scene(&head, language), &passage)) {
        let page = Html::parse_document(&html);
        assert!(select(&page, "script, b, [onclick]").is_empty(), "{html}");
        assert!(!html.contains("javascript:"), "{html}");
        assert_eq!(select(&page, "h2.kern-heading-medium").len(), 1, "its headings stand below the page's");
        assert_eq!(select(&page, "a[href='https://owl.example']").len(), 1);
    }
}

#[test]
fn the_front_door() {
    check_all(|language| page::home::empty(Words::new(language)));
    let other =
        edition::Model { name: Text::new("Voriger", "").into(), phase: edition::Phase::Over, ..sample::congress() };
    let all = [sample::congress(), other];
    check_all(|language| page::home::list(Words::new(language), &all));
}

#[test]
fn the_registration_form() {
    let (head, offers) = (sample::head(), sample::offers());
    let mut typed = Typed::fresh(::base::Uuid::from_u128(7), Language::De, "category-1");
    typed.people.add();
    let faults = Faults::new();
    let asked = Asked::new(vec![], &offers, Time::default());
    let page =
        RegisterPage { typed: &typed, faults: &faults, offers: &offers, asked: &asked, notice: None, fresh: true };
    let pages = check_all(|language| page::register::main(sample::scene(&head, language), &page));
    assert!(pages[0].contains("98,00\u{a0}€") || pages[0].contains("98,00 €"), "two tickets");
    assert!(pages[0].contains("15,65"), "with 19 % VAT in it");
    assert!(pages[0].contains("Kostenpflichtig bestellen") && pages[1].contains("€98.00"));
    let form = Html::parse_document(&pages[0]);
    assert_eq!(select(&form, "fieldset[data-attendee] select[name=category-2] option[selected]").len(), 1);
    assert!(
        !select(&form, "select[name=category-1] option").iter().any(|o| o.attr("value") == Some("category-3")),
        "sold out"
    );
}

#[test]
fn the_registration_form_with_everything_wrong() {
    let (head, offers) = (sample::head(), sample::offers());
    let long = "x".repeat(301);
    let fields: Fields = [
        ("given-1", HARD),
        ("email-1", "ohne-at"),
        ("category-1", "category-3"),
        ("given-2", &long),
        ("category-2", ""),
    ]
    .into_iter()
    .collect();
    let (typed, _) = Typed::read(&fields);
    let asked = Asked::new(vec![], &offers, Time::default());
    for language in Language::ALL {
        let scene = sample::scene(&head, language);
        let faults = typed.check(&offers, &asked, scene.words, String::new()).expect_err("much is wrong");
        let notice = Some("Ausgebucht.".to_owned());
        let page =
            RegisterPage { typed: &typed, faults: &faults, offers: &offers, asked: &asked, notice, fresh: false };
        let html = whole(language, &page::register::main(scene, &page));
        check(&html);
        let page = Html::parse_document(&html);
        let wrong: Vec<&str> =
            select(&page, ".error-summary li a").into_iter().filter_map(|a| a.attr("href")).collect();
        assert_eq!(wrong, ["#buyer", "#buyer-name", "#buyer-email", "#email-1", "#given-2", "#category-2", "#terms"]);
        assert_eq!(select(&page, "input[aria-invalid=true]:not([type=radio]), select[aria-invalid=true]").len(), 6);
    }
}

#[test]
fn an_order_in_every_state() {
    let head = sample::head();
    for state in [
        State::Confirmed,
        State::AwaitingPayment,
        State::AwaitingApproval,
        State::Waiting,
        State::Expired,
        State::Cancelled,
    ] {
        let order = sample::order_page(state);
        for html in check_all(|language| page::order::main(sample::scene(&head, language), &order, "geheim")) {
            let page = Html::parse_document(&html);
            assert_eq!(select(&page, ".ticket-card").len(), 6);
            assert_eq!(select(&page, ".qr[role=img] > svg").len(), 1, "only what opens the door has a code");
            assert_eq!(select(&page, ".timeline li").len(), 6, "what has no words is left out");
            assert!(!html.contains("</script><b>"));
        }
    }
    let order = sample::order_page(State::Confirmed);
    let html = whole(Language::De, &page::order::main(sample::scene(&head, Language::De), &order, "geheim"));
    assert!(html.contains("Alles bereit für eine Person"));
    assert!(html.contains("19. Februar 2027, 9:58 Uhr"), "in the congress's zone");
}

#[test]
fn an_attendees_own_page_and_the_pages_before_a_button() {
    let head = sample::head();
    let order = sample::order_page(State::Confirmed);
    for ticket in &order.tickets {
        check_all(|language| {
            page::attendee::main(
                sample::scene(&head, language),
                ticket,
                (&AnswerSheet::default(), &portal::query::workshop::Workshops { any: true, mine: vec![] }),
                None,
                "7h4kq2-1-geheim",
                page::attendee::OwnCalendar {
                    day: ::calendar::ics::Event::default(),
                    link: Some(page::calendar::OwnLink { address: "https://kongress.example/x".into(), generation: 1 }),
                },
            )
        });
    }
    let all: Vec<_> = order.tickets.iter().collect();
    let ways = ("/da", "/her");
    let (balance, seen) = (&order.account.balance, Seen::of(&1));
    let cost = page::cancellation::Cost { balance, less: 4900, currency: "EUR" };
    check_all(|language| page::cancellation::choose(sample::scene(&head, language), "/da", "/her", &all, true));
    check_all(|language| {
        page::cancellation::main(sample::scene(&head, language), ways, &all, true, Some(&cost), Some(&seen))
    });
    check_all(|language| page::cancellation::main(sample::scene(&head, language), ways, &all[..1], false, None, None));
    let choice = |offer: ::portal::query::offer::Offer| Choice { price: offer.price(), loses: vec![], offer };
    let offers: Vec<Choice> = sample::offers().into_iter().map(choice).collect();
    check_all(|language| page::rebooking::choose(sample::scene(&head, language), "/da", "/her", all[0], &offers));
    check_all(|language| page::rebooking::choose(sample::scene(&head, language), "/da", "/her", all[0], &[]));
    for choice in &offers {
        let view = page::rebooking::Preview { ticket: all[0], choice, balance: Some(balance), seen: &seen };
        check_all(|language| page::rebooking::preview(sample::scene(&head, language), "/da", "/her", &view));
    }
    check_all(|language| page::restoration::main(sample::scene(&head, language), "/da", "/her", all[5]));
    let mut wrong = Faults::new();
    wrong.add("email", "registration-fault-email-no-at");
    let typed = Fields::new().with("email", HARD);
    let ticket = &all[0].view;
    check_all(|language| page::substitute::ask(sample::scene(&head, language), ticket, "/da", "/her", &typed, &wrong));
    let until = sample::starts();
    check_all(|language| {
        page::substitute::take_over(sample::scene(&head, language), ticket, until, "/da", &typed, &Faults::new())
    });
    for done in [true, false] {
        check_all(|language| page::substitute::ended(sample::scene(&head, language), done));
    }
    check_all(|language| page::mail::main(sample::scene(&head, language), "/da", "/her", &["a@owl.example"]));
    let mut faults = Faults::new();
    faults.add("family", "registration-fault-name-missing");
    let fields = Fields::new().with("organisation", HARD);
    check_all(|language| page::name::main(sample::scene(&head, language), "/da", "/her", &fields, &faults));
}
