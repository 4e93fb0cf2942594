//! What a call asks of its own.

use super::*;
use crate::kit::run;
use identity::Role;
use programme::entity::call_question::{Choice, Kind};
use programme::query::call::questions;
use programme::service::question::{self, Question};

/// Whom it is for, one of two, which must be answered; and what people take home, in one's own words.
async fn asking(app: &App, call: &call::Model) -> [Uuid; 2] {
    let choice = |de: &str| Choice { slug: String::new(), label: Text::new(de, ""), active: true };
    let whom = Question {
        label: Text::new("Für wen?", "For whom?"),
        help: Text::new("Danach planen wir.", ""),
        kind: Kind::OneOf,
        options: vec![choice("Einstieg"), choice("Fachleute")],
        required: true,
        reviewers: true,
        active: true,
        position: 1,
    };
    let what = Question {
        label: Text::new("Was nehmen die Leute mit?", ""),
        help: Text::default(),
        kind: Kind::Text,
        options: vec![],
        required: false,
        reviewers: true,
        position: 2,
        ..whom.clone()
    };
    let ids = [0, 1].map(|_| app.store.chance().opaque_id());
    for (id, new) in ids.into_iter().zip([whom, what]) {
        question::add(&app.store, &Actor::system(), call, id, new).await.unwrap();
    }
    let slugs: Vec<String> =
        questions(app.store.read(), &[call.id]).await.unwrap().into_iter().map(|row| row.slug).collect();
    assert_eq!(slugs, ["fuer-wen", "was-nehmen-die-leute-mit"]);
    ids
}

const WHOM: &str = "question-fuer-wen";
const WHAT: &str = "question-was-nehmen-die-leute-mit";

#[tokio::test]
async fn what_must_be_answered_is_demanded_when_it_is_handed_in_and_stands_in_each_version() {
    run(async |app| {
        let (_, call) = open(app).await;
        let [whom, what] = asking(app, &call).await;
        let path = ask(app, "lea@lemgo.example").await;
        let client = app.guest();
        let page = client.get(&path).await.expect(200);
        assert_eq!(page.attributes(&format!("input[type=radio][name={WHOM}]"), "value"), ["einstieg", "fachleute"]);

        // A draft waits; handing in does not.
        let none = typed(&client, &path, &[(WHOM, ""), (WHAT, "")]).await;
        send(&client, &path, &none).await.expect(303);
        let none = typed(&client, &path, &[(WHOM, ""), (WHAT, ""), ("deed", "hand-in")]).await;
        let page = send(&client, &path, &none).await.expect(422);
        assert!(page.text().contains("Bitte beantworten Sie diese Frage."));
        assert_eq!(page.attributes(".kern-alert a, [role=alert] a", "href"), [format!("#{WHOM}")]);
        // Nor does what is not offered; and one's own words are kept, however long.
        let long = "x".repeat(301);
        let odd = typed(&client, &path, &[(WHOM, "chefs"), (WHAT, &long), ("deed", "hand-in")]).await;
        let page = send(&client, &path, &odd).await.expect(422);
        assert!(!page.words(&format!("#{WHOM}-error")).is_empty());
        let odd = typed(&client, &path, &[(WHOM, "einstieg"), (WHAT, &long), ("deed", "hand-in")]).await;
        let page = send(&client, &path, &odd).await.expect(422);
        assert!(page.text().contains("höchstens 300 Zeichen"), "{}", page.text());
        assert!(client.get(&path).await.expect(200).text().contains(&long));

        let right = typed(&client, &path, &[(WHOM, "einstieg"), (WHAT, " Mut "), ("deed", "hand-in")]).await;
        send(&client, &path, &right).await.expect(303);
        app.deliver().await;
        let row = by_code(app, path.split('/').nth(3).unwrap()).await;
        assert_eq!(row.state, submission::State::Submitted);
        assert_eq!((row.answers.0[&whom].as_str(), row.answers.0[&what].as_str()), ("einstieg", "Mut"));

        // Another answer is another version, and the office reads both.
        let other = typed(&client, &path, &[(WHOM, "fachleute"), (WHAT, "")]).await;
        send(&client, &path, &other).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM submission_version").await, 2);
        let desk = app.staff(Role::Programme).await;
        let page = desk.get(&format!("/owl/desk/submissions/{}", row.code)).await.expect(200);
        assert_eq!(page.words("section[aria-labelledby=questions] dd"), ["Fachleute"]);
        assert_eq!(page.words("section[aria-labelledby=versions] dd"), ["Fachleute", "Einstieg", "Mut"]);
        // What the form did not show stays.
        let without = typed(&client, &path, &[("abstract", "Kürzer.")]).await;
        send(&client, &path, &without).await.expect(303);
        assert_eq!(by_code(app, &row.code).await.answers.0[&whom], "fachleute");
    })
    .await;
}

#[tokio::test]
async fn what_was_answered_keeps_its_meaning_and_is_retired_instead_of_removed() {
    run(async |app| {
        let (_, call) = open(app).await;
        let [whom, what] = asking(app, &call).await;
        let path = ask(app, "lea@lemgo.example").await;
        let client = app.guest();
        let right = typed(&client, &path, &[(WHOM, "einstieg"), (WHAT, ""), ("deed", "hand-in")]).await;
        send(&client, &path, &right).await.expect(303);
        app.deliver().await;

        let desk = app.staff(Role::Organiser).await;
        let page = format!("/owl/desk/calls/{}/questions/{whom}", call.id);
        let form = desk.get(&page).await.expect(200);
        let seen = form.attributes("input[name=seen]", "value").remove(0);
        let whole = |kind: &'static str, first: &'static str, active: &'static str| {
            let mut fields = vec![
                ("seen", seen.as_str()),
                ("label-de", "Für wen?"),
                ("label-en", "For whom?"),
                ("help-de", "Danach planen wir."),
                ("kind", kind),
                ("position", "1"),
                ("option-1-slug", "einstieg"),
                ("option-1-de", first),
                ("option-2-slug", "fachleute"),
                ("option-2-de", "Fachleute"),
                ("option-2-active", "on"),
                ("required", "on"),
                ("reviewers", "on"),
                ("active", "on"),
            ];
            if !active.is_empty() {
                fields.push(("option-1-active", active));
            }
            fields
        };
        // How it is answered stays; what somebody chose is never away.
        let page_of = desk.post_form(&page, &whole("several_of", "Einstieg", "on")).await.expect(422);
        assert!(!page_of.words("#kind-error").is_empty());
        let page_of = desk.post_form(&page, &whole("one_of", "", "on")).await.expect(422);
        assert!(page_of.text().contains("Einstieg"));
        desk.post_form(&page, &whole("one_of", "Zum Einstieg", "")).await.expect(303);
        // Who chose it keeps it, with its new words; others cannot choose it any more.
        let fields = typed(&client, &path, &[(WHOM, "einstieg"), ("abstract", "Kürzer.")]).await;
        send(&client, &path, &fields).await.expect(303);
        let code = path.split('/').nth(3).unwrap();
        let shown = desk.get(&format!("/owl/desk/submissions/{code}")).await.expect(200);
        assert_eq!(shown.words("section[aria-labelledby=questions] dd"), ["Zum Einstieg"]);
        let other = ask(app, "nour@lemgo.example").await;
        assert_eq!(
            client.get(&other).await.expect(200).attributes(&format!("input[type=radio][name={WHOM}]"), "value"),
            ["fachleute"]
        );
        // An older page changes nothing.
        desk.post_form(&page, &whole("one_of", "Anders", "on")).await.expect(409);

        desk.post_form(&format!("{page}/removal"), &[]).await.expect(303);
        desk.post_form(&format!("{page}/removal"), &[]).await.expect(303);
        let removal = format!("/owl/desk/calls/{}/questions/{what}/removal", call.id);
        desk.post_form(&removal, &[]).await.expect(303);
        desk.post_form(&removal, &[]).await.expect(303);
        let left = questions(app.store.read(), &[call.id]).await.unwrap();
        assert_eq!(left.iter().map(|row| (row.id, row.active)).collect::<Vec<_>>(), [(whom, false)]);
        // No longer asked, of nobody demanded; what was answered stays, also when its form is saved.
        assert!(client.get(&path).await.expect(200).attributes("[name^=question-]", "name").is_empty());
        let fields = typed(&client, &path, &[("abstract", "Noch kürzer.")]).await;
        send(&client, &path, &fields).await.expect(303);
        assert_eq!(by_code(app, code).await.answers.0[&whom], "einstieg");
        let fields = typed(&client, &other, &[("deed", "hand-in")]).await;
        send(&client, &other, &fields).await.expect(303);
        app.deliver().await;
        assert_eq!(app.count("SELECT count(*) FROM submission WHERE state = 'submitted'").await, 2);

        // Another congress's, and another call's, are unknown here.
        app.congress("other", 5).await;
        desk.get(&format!("/other/desk/calls/{}/questions/{whom}", call.id)).await.expect(404);
        desk.get(&format!("/owl/desk/calls/{}/questions/{what}", call.id)).await.expect(404);
        app.staff(Role::Door).await.get(&page).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn a_choice_that_is_no_longer_offered_is_said_and_never_lost_in_silence() {
    run(async |app| {
        let (_, call) = open(app).await;
        let choice = |de: &str| Choice { slug: String::new(), label: Text::new(de, ""), active: true };
        let several = Question {
            label: Text::new("Wann?", ""),
            help: Text::default(),
            kind: Kind::SeveralOf,
            options: vec![choice("Morgens"), choice("Mittags"), choice("Abends")],
            required: true,
            reviewers: false,
            active: true,
            position: 1,
        };
        let id = app.store.chance().opaque_id();
        question::add(&app.store, &Actor::system(), &call, id, several).await.unwrap();
        let path = ask(app, "lea@lemgo.example").await;
        let client = app.guest();
        let with = async |ticked: &[&str], deed: &str| {
            let mut fields = typed(&client, &path, &[("deed", deed)]).await;
            fields.extend(ticked.iter().map(|one| ("question-wann".to_owned(), (*one).to_owned())));
            fields
        };
        let before = with(&["", "morgens", "abends"], "hand-in").await;
        // Evenings are no longer offered.
        let row = questions(app.store.read(), &[call.id]).await.unwrap().remove(0);
        let mut fewer = Question::from(&row);
        let seen = web::form::Seen::of(&fewer);
        fewer.options[2].active = false;
        question::change(&app.store, &Actor::system(), &call, id, fewer, &seen).await.unwrap();
        let page = send(&client, &path, &before).await.expect(422);
        assert!(!page.words("#question-wann-error").is_empty());
        let code = path.split('/').nth(3).unwrap();
        let row = by_code(app, code).await;
        // The rest of the draft is kept, and nothing is handed in.
        assert_eq!((row.state, row.answers.0[&id].as_str()), (submission::State::Draft, "morgens"));
        assert_eq!(row.title, "Was Daten können");
        send(&client, &path, &with(&["", "morgens"], "hand-in").await).await.expect(303);
        app.deliver().await;

        // What others read is refused as a whole.
        let odd = with(&["", "mittags", "nachts"], "save").await;
        send(&client, &path, &odd).await.expect(422);
        assert_eq!(by_code(app, code).await.answers.0[&id], "morgens");
        // Too long by far is said of the field where it stands.
        let mut long = with(&["", "morgens"], "save").await;
        long.retain(|(name, _)| name != "biography-en");
        long.push(("biography-en".into(), "x".repeat(30_001)));
        let page = send(&client, &path, &long).await.expect(422);
        assert!(!page.words("#biography-en-error").is_empty() && page.words("#description-error").is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_question_is_added_once_and_organisers_hand_in_without_an_answer() {
    run(async |app| {
        let (_, call) = open(app).await;
        let desk = app.staff(Role::Programme).await;
        let page = format!("/owl/desk/calls/{}/questions/new", call.id);
        let once = desk.get(&page).await.expect(200).attributes("input[name=once]", "value").remove(0);
        let of = |kind: &'static str, label: &'static str| {
            [("once", once.as_str()), ("label-de", label), ("kind", kind), ("required", "on"), ("active", "on")]
        };
        desk.post_form(&page, &of("yes_no", "")).await.expect(422);
        desk.post_form(&page, &of("feeling", "Neu?")).await.expect(422);
        desk.post_form(&page, &of("one_of", "Neu?")).await.expect(422);
        let twice = of("yes_no", "Neu?");
        desk.post_form(&page, &twice).await.expect(303);
        desk.post_form(&page, &twice).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM call_question").await, 1);
        let log = app.staff(Role::Organiser).await.get("/owl/desk/audit").await.expect(200).text();
        assert!(log.contains("Frage zu einem Aufruf angelegt"));

        let form = "/owl/desk/submissions/new?call=vortraege";
        let shown = desk.get(form).await.expect(200);
        let once = shown.attributes("input[name=once]", "value").remove(0);
        assert_eq!(shown.attributes("input[type=radio][name=question-neu]", "value"), ["yes", "no"]);
        let fields = [
            ("once", once.as_str()),
            ("call", "vortraege"),
            ("email", "lea@lemgo.example"),
            ("mail-language", "de"),
            ("title", "Was Daten können"),
            ("type", "talk"),
            ("language", "de"),
            ("abstract", "Kurz."),
            ("name", "Lea Nolte"),
            ("question-neu", ""),
        ];
        desk.post_form("/owl/desk/submissions/new", &fields).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM submission WHERE state = 'submitted'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn reviewers_read_the_answers_that_are_for_them_and_no_own_words_beside_a_text_without_names() {
    run(async |app| {
        let scene = crate::review::scene(app).await;
        let [_, what] = asking(app, &scene.call).await;
        let (_, petra) = scene.reviewer(app, "Petra Kemper", "petra@delbrueck.example", "").await;
        let path = ask(app, "lea@lemgo.example").await;
        let client = app.guest();
        let right = typed(&client, &path, &[(WHOM, "einstieg"), (WHAT, "Lea kommt gern."), ("deed", "hand-in")]).await;
        send(&client, &path, &right).await.expect(303);
        app.deliver().await;
        let code = path.split('/').nth(3).unwrap();
        let work = format!("/owl/desk/reviews/{code}");
        assert_eq!(petra.get(&work).await.expect(200).words("dd"), ["Einstieg", "Lea kommt gern."]);

        let board = format!("/owl/desk/review-board/{code}");
        let organiser = app.staff(Role::Organiser).await;
        let seen = organiser.get(&board).await.expect(200).attributes("form[action$=cover] input[name=seen]", "value");
        let cover = [("seen", seen[0].as_str()), ("title", "Was Daten können"), ("abstract", "Drei Beispiele.")];
        organiser.post_form(&format!("{board}/cover"), &cover).await.expect(303);
        assert_eq!(petra.get(&work).await.expect(200).words("dd"), ["Einstieg"]);

        let page = format!("/owl/desk/calls/{}/questions/{what}", scene.call.id);
        assert_eq!(organiser.get(&page).await.expect(200).attributes("#reviewers[checked]", "name"), ["reviewers"]);
        for question in questions(app.store.read(), &[scene.call.id]).await.unwrap() {
            let seen = web::form::Seen::of(&Question::from(&question));
            let hidden = Question { reviewers: false, ..Question::from(&question) };
            question::change(&app.store, &Actor::system(), &scene.call, question.id, hidden, &seen).await.unwrap();
        }
        assert!(petra.get(&work).await.expect(200).words("dd").is_empty());
    })
    .await;
}
