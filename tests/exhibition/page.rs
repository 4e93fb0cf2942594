//! The pages: what the desk sets up, everybody sees.

use super::{add_hall, add_project, add_stand, all_projects, all_stands, project, stand};
use crate::kit::{App, run};
use base::{Actor, Text};
use exhibition::service::place::place;
use exhibition::service::project::Project;
use identity::Role;

#[tokio::test]
async fn the_desk_sets_up_what_everybody_sees() {
    run(async |app| {
        app.congress("owl", 10).await;
        let staff = app.staff(Role::Programme).await;
        let once =
            async |path: &str| staff.get(path).await.expect(200).attributes("input[name=once]", "value").remove(0);
        let hall = address::DeskHall::new("owl", "new").path();
        let size = [("name-de", "Foyer"), ("width", "38"), ("depth", "14,5"), ("once", &once(&hall).await)];
        staff.post_form(&hall, &size).await.expect(303);
        staff.post_form(&hall, &size).await.expect(303);
        let wrong =
            staff.post_form(&hall, &[("name-de", "Halle"), ("width", "viel"), ("depth", "14")]).await.expect(422);
        assert!(wrong.text().contains("Geben Sie Meter als Zahl ein"), "{}", wrong.text());
        let new = address::DeskStand::new("owl", "new").path();
        let page = staff.get(&new).await.expect(200);
        let at = page.attributes("select[name=hall] option", "value");
        assert_eq!(at.len(), 1, "the same form sent twice made one hall");
        let key = once(&new).await;
        let fields = [
            ("number", "12"),
            ("hall", &at[0]),
            ("x", "1"),
            ("y", "2"),
            ("width", "2"),
            ("depth", "1,5"),
            ("power", "on"),
        ];
        staff.post_form(&new, &[&fields[..], &[("once", &key)]].concat()).await.expect(303);
        let twice = staff.post_form(&new, &fields).await.expect(422);
        assert!(twice.text().contains("Die Nummer 12 hat schon ein anderer Stand"), "{}", twice.text());
        let new = address::DeskProject::new("owl", "new").path();
        let key = once(&new).await;
        let fields = [
            ("title-de", "Scanstraße"),
            ("title-en", "Scan line"),
            ("organisation", "Stadt Lemgo"),
            ("summary-de", "Akten werden digital."),
            ("description-de", "**Fett** <script>alert(1)</script>"),
            ("contact", "team@lemgo.example"),
            ("published", "on"),
            ("once", &key),
        ];
        let project = staff.post_form(&new, &fields).await.expect(303).location().to_owned();
        let stand = all_stands(app).await.remove(0);
        staff.post_form(&format!("{project}/stand"), &[("stand", &stand.id.to_string())]).await.expect(303);
        // Everybody.
        let guest = app.guest();
        let list = guest.get("/owl/projects").await.expect(200);
        assert!(list.text().contains("Scanstraße") && list.text().contains("Stand 12, Foyer"), "{}", list.text());
        let code = all_projects(app).await.remove(0).code;
        let page = guest.get(&address::Project::new("owl", &code).path()).await.expect(200);
        assert!(
            page.text().contains("<strong>Fett</strong>") && !page.text().contains("<script>alert"),
            "{}",
            page.text()
        );
        assert!(!page.text().contains("team@lemgo.example"), "only the desk knows whom to write to");
        let plan = guest.in_language("en").get("/owl/projects/plan").await.expect(200);
        assert_eq!(plan.attributes("svg.hall-plan a", "aria-label"), ["Stand 12: Scan line"]);
        assert_eq!(plan.words("details tbody th"), ["12"]);
        // Moved by dragging, and seen at once, though the page is kept.
        let moves = address::DeskStandPlace::new("owl", stand.id.to_string()).path();
        staff.post_form(&moves, &[("x", "1000"), ("y", "200")]).await.expect(204);
        staff.post_form(&moves, &[("x", "9000"), ("y", "200")]).await.expect(422);
        let plan = guest.get("/owl/projects/plan").await.expect(200);
        assert_eq!(plan.attributes("svg.hall-plan rect.stand", "x"), ["250"]);
        // What is not published is nobody's business.
        let page = staff.get(&project).await.expect(200);
        let seen = page.attributes("input[name=seen]", "value").remove(0);
        let hidden = [("title-de", "Scanstraße"), ("organisation", "Stadt Lemgo"), ("seen", seen.as_str())];
        staff.post_form(&project, &hidden).await.expect(303);
        guest.get(&address::Project::new("owl", &code).path()).await.expect(404);
        assert!(!guest.get("/owl/projects").await.expect(200).text().contains("Scanstraße"));
        // What was seen is not what is there: told, and nothing is overwritten.
        let stale = [("title-de", "Anders"), ("organisation", "Stadt Lemgo"), ("seen", seen.as_str())];
        staff.post_form(&project, &stale).await.expect(409);
    })
    .await;
}

async fn many(app: &App, congress: base::Uuid, n: usize) {
    let hall = add_hall(app, congress).await;
    for at in 0..n {
        let x = 100 + 250 * i32::try_from(at % 12).unwrap();
        let to = add_stand(app, congress, stand(hall, &format!("S {at}"), x)).await;
        let id = add_project(app, congress, project(&format!("Projekt {at}"))).await;
        place(&app.store, &Actor::system(), congress, id, Some(to)).await.unwrap();
    }
}

#[tokio::test]
async fn projects_are_narrowed_by_words_and_organisation() {
    run(async |app| {
        let congress = app.congress("owl", 10).await.id;
        add_project(app, congress, project("Scanstraße")).await;
        let other = Project {
            organisation: "Kreis Höxter".into(),
            seeks: Text::new("Partner für LoRaWAN", ""),
            ..project("Pegelsensor")
        };
        add_project(app, congress, other).await;
        let titles =
            async |query: &str| app.guest().get(&format!("/owl/projects{query}")).await.expect(200).words("article h2");
        assert_eq!(titles("").await, ["Pegelsensor", "Scanstraße"]);
        assert_eq!(titles("?q=lorawan+partner").await, ["Pegelsensor"]);
        assert_eq!(titles("?organisation=Stadt+Lemgo").await, ["Scanstraße"]);
        assert_eq!(titles("?q=nichts").await, Vec::<String>::new());
        assert_eq!(titles("?topic=nichts").await, Vec::<String>::new());
        app.guest().get("/owl/projects/NOSUCH").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn the_pages_take_as_many_statements_however_much_there_is() {
    run(async |app| {
        let (short, long) = (app.congress("short", 10).await.id, app.congress("long", 10).await.id);
        many(app, short, 1).await;
        many(app, long, 9).await;
        let staff = app.staff(Role::Organiser).await;
        for path in ["/projects?q=projekt", "/desk/projects", "/desk/stands"] {
            let cost = async |slug: &str| {
                staff.get(&format!("/{slug}{path}")).await.expect(200);
                let before = app.store.statements();
                staff.get(&format!("/{slug}{path}")).await.expect(200);
                app.store.statements() - before
            };
            assert_eq!(cost("short").await, cost("long").await, "{path}");
        }
    })
    .await;
}
