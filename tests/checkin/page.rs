//! The scanner's page, verdicts with and without JavaScript, search, taking back.

use super::front::{front, sound};
use serde_json::json;

const SCANS: &str = "/owl/door/check-ins";

#[tokio::test]
async fn the_scanner() {
    front(async |front| {
        for language in ["en", "de"] {
            let page = front.miriam.get(&format!("/owl/door?language={language}")).await.expect(200);
            sound(&page.text());
            for part in [
                "data-door",
                "data-check-ins=\"/owl/door/check-ins\"",
                "data-gate=\"main\"",
                "id=\"door-form\"",
                "id=\"verdict\"",
                "id=\"door-count\"",
                "id=\"door-last\"",
                "id=\"door-banner\"",
                "<video",
                "data-door-torch",
                "data-door-camera",
                "data-door-sound",
            ] {
                assert!(page.text().contains(part), "{part}");
            }
        }
        front.miriam.get("/owl/door?gate=back").await.expect(404);
        front.app.guest().get("/owl/door").await.expect(303);
        assert_eq!(front.door.scans().await?, 0, "GET changes nothing");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_scanner_gets_its_verdict_to_show() {
    front(async |front| {
        let guest = front.door.guest("vor-ort").await?;
        let scan = json!({ "ticket": guest.qr, "gate": "main", "nonce": front.nonce(), "at": front.door.store.now() });
        let answer = front.scan(&scan).await.expect(200);
        let told = answer.json();
        assert_eq!(told["status"], json!("admitted"));
        let html = told["html"].as_str().ok_or("no html")?;
        for part in [
            "verdict verdict--ok",
            "role=\"alert\"",
            ">Herein<",
            "Henrik Stallmann",
            "Stadt Delbrück",
            "data-door-next",
            "/reversal\"",
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
        assert_eq!(told["count"], json!("1<small> von 1 drin</small>"));
        assert!(
            told["last"]
                .as_str()
                .is_some_and(|li| li.starts_with("<li") && li.contains("Henrik Stallmann, Stadt Delbrück"))
        );
        let again = json!({ "ticket": guest.qr, "nonce": front.nonce() });
        let told = front.scan(&again).await.json();
        let html = told["html"].as_str().ok_or("no html")?;
        for part in [
            "verdict verdict--no",
            ">Halt<",
            "Ticket schon benutzt",
            "Haupteingang, gescannt von Miriam Osterholz.",
            "<strong>",
            "Trotzdem einlassen",
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
        let force = json!({ "ticket": guest.qr, "nonce": front.nonce(), "force": true, "note": "  " });
        let answer = front.scan(&force).await;
        assert_eq!(answer.json()["errors"][0]["pointer"], json!("/note"));
        let page = front.miriam.get("/owl/door").await;
        assert!(page.text().contains("Henrik Stallmann, Stadt Delbrück: Ticket schon benutzt"));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn without_javascript_from_the_number_to_the_next_code() {
    front(async |front| {
        let guest = front.door.guest("firma").await?;
        let nonce = front.nonce();
        let fields = [("ticket", guest.number.as_str()), ("gate", "main"), ("nonce", nonce.as_str())];
        let answer = front.miriam.post_form(SCANS, &fields).await.expect(303);
        assert_eq!(
            front.miriam.post_form(SCANS, &fields).await.location(),
            answer.location(),
            "a double click is one scan"
        );
        let verdict = front.miriam.get(answer.location()).await;
        sound(&verdict.text());
        for part in ["verdict--no", "Noch nicht bezahlt", "Infotisch", "name=\"note\"", "data-check-ins"] {
            assert!(verdict.text().contains(part), "{part}");
        }
        assert!(!verdict.text().contains("data-door-next"), "here the link leads back");

        let scan = answer.location().rsplit('/').next().ok_or("no id")?.to_owned();
        let mut force =
            vec![("ticket", guest.number.as_str()), ("nonce", nonce.as_str()), ("force", "1"), ("scan", scan.as_str())];
        let unreasoned = front.miriam.post_form(SCANS, &force).await.expect(422);
        sound(&unreasoned.text());
        assert!(
            unreasoned.text().contains("Bitte einen Grund angeben.") && unreasoned.text().contains("<details open")
        );
        force.push(("note", "<b>Beleg</b> gezeigt"));
        let forced = front.miriam.post_form(SCANS, &force).await;
        let verdict = front.miriam.get(forced.location()).await;
        sound(&verdict.text());
        for part in ["verdict--warn", "Herein, vermerkt", "&lt;b&gt;Beleg&lt;/b&gt; gezeigt", ">1<small> von 0 drin"] {
            assert!(verdict.text().contains(part), "{part}: {}", verdict.text());
        }

        let reversal = format!("{}/reversal", forced.location());
        let taken = front.miriam.post_form(&reversal, &[]).await;
        assert_eq!(taken.expect(303).location(), "/owl/door?gate=main");
        front.miriam.post_form(&reversal, &[]).await.expect(409);
        assert!(front.miriam.get(forced.location()).await.text().contains("Rückgängig gemacht: "));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_page_that_comes_back_takes_another_ticket() {
    front(async |front| {
        let (one, other) = (front.door.guest("vor-ort").await?, front.door.guest("vor-ort").await?);
        let nonce = front.nonce();
        let mut verdicts = vec![];
        for guest in [one, other] {
            let answer =
                front.miriam.post_form(SCANS, &[("ticket", guest.number.as_str()), ("nonce", nonce.as_str())]).await;
            verdicts.push(answer.location().to_owned());
        }
        assert_ne!(verdicts[0], verdicts[1]);
        assert_eq!(front.door.admissions().await?, 2);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn found_by_name_and_let_in() {
    front(async |front| {
        let guest = front.door.guest("vor-ort").await?;
        for language in ["en", "de"] {
            let page = front.miriam.get(&format!("/owl/door?gate=main&q=stallmann&language={language}")).await;
            sound(&page.text());
            for part in ["Henrik Stallmann", "Stadt Delbrück", "Vor Ort: Verwaltung", &guest.number] {
                assert!(page.text().contains(part), "{part}");
            }
        }
        let none = front.miriam.get("/owl/door?q=%3Cscript%3E").await;
        sound(&none.text());
        assert!(none.text().contains("Niemand gefunden") && !none.text().contains("<script>"));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn verdicts_of_this_congress_only() {
    front(async |front| {
        let id = front.nonce();
        for path in [format!("{SCANS}/{id}"), format!("{SCANS}/seven")] {
            front.miriam.get(&path).await.expect(404);
            front.miriam.post_form(&format!("{path}/reversal"), &[]).await.expect(404);
        }
        Ok(())
    })
    .await;
}
