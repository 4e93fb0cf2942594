//! The scanner's page, verdicts with and without JavaScript, search, taking back.

use super::Done;
use super::front::{front, sound};
use http::StatusCode;
use serde_json::json;

const SCANS: &str = "/owl/door/check-ins";

#[tokio::test]
async fn the_scanner() -> Done {
    let front = front().await?;
    for language in ["de", "en"] {
        let page = front.get(&format!("/owl/door?language={language}")).await?;
        assert_eq!(page.status, StatusCode::OK);
        sound(&page.body)?;
        for part in ["data-door", "data-check-ins=\"/owl/door/check-ins\"", "data-gate=\"main\"", "id=\"door-form\"", "id=\"verdict\"",
            "id=\"door-count\"", "id=\"door-last\"", "id=\"door-banner\"", "<video", "data-door-torch", "data-door-camera", "data-door-sound",
        ] {
            assert!(page.body.contains(part), "{part}");
        }
        assert!(!page.body.contains("checkin-") && !page.body.contains("/asset/missing"), "{}", page.body);
    }
    assert_eq!(front.get("/owl/door?gate=back").await?.status, StatusCode::NOT_FOUND);
    let guest = http::Request::get("/owl/door").body(axum::body::Body::empty())?;
    assert_eq!(front.ask(guest).await?.status, StatusCode::SEE_OTHER);
    assert_eq!(front.door.scans().await?, 0, "GET changes nothing");
    Ok(())
}

#[tokio::test]
async fn the_scanner_gets_its_verdict_to_show() -> Done {
    let front = front().await?;
    let guest = front.door.guest("vor-ort").await?;
    let scan = json!({ "ticket": guest.qr, "gate": "main", "nonce": front.door.store.chance().opaque_id(), "at": front.door.store.now() });
    let answer = front.json("jonas", SCANS, "de", &scan).await?;
    assert_eq!(answer.status, StatusCode::OK);
    let told = answer.json()?;
    assert_eq!(told["status"], json!("admitted"));
    let html = told["html"].as_str().ok_or("no html")?;
    for part in ["verdict verdict--ok", "role=\"alert\"", ">Herein<", "Henrik Stallmann", "Stadt Delbrück", "data-door-next", "/reversal\""] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert_eq!(told["count"], json!("1<small> von 1 drin</small>"));
    assert!(told["last"].as_str().is_some_and(|li| li.starts_with("<li") && li.contains("Henrik Stallmann, Stadt Delbrück")));
    let again = json!({ "ticket": guest.qr, "nonce": front.door.store.chance().opaque_id() });
    let told = front.json("jonas", SCANS, "de", &again).await?.json()?;
    let html = told["html"].as_str().ok_or("no html")?;
    for part in ["verdict verdict--no", ">Halt<", "Ticket schon benutzt", "Haupteingang, gescannt von Jonas.", "<strong>", "Trotzdem einlassen"] {
        assert!(html.contains(part), "{part}: {html}");
    }
    let force = json!({ "ticket": guest.qr, "nonce": front.door.store.chance().opaque_id(), "force": true, "note": "  " });
    let answer = front.json("jonas", SCANS, "de", &force).await?;
    assert_eq!(answer.json()?["errors"][0]["pointer"], json!("/note"));
    let page = front.get("/owl/door").await?;
    assert!(page.body.contains("Henrik Stallmann, Stadt Delbrück: Ticket schon benutzt"));
    Ok(())
}

#[tokio::test]
async fn without_javascript_from_the_number_to_the_next_code() -> Done {
    let front = front().await?;
    let guest = front.door.guest("firma").await?;
    let nonce = front.door.store.chance().opaque_id().to_string();
    let fields = [("ticket", guest.number.as_str()), ("gate", "main"), ("nonce", nonce.as_str())];
    let answer = front.form(SCANS, &fields).await?;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(front.form(SCANS, &fields).await?.location()?, answer.location()?, "a double click is one scan");
    let verdict = front.get(answer.location()?).await?;
    sound(&verdict.body)?;
    for part in ["verdict--no", "Noch nicht bezahlt", "Infotisch", "name=\"note\"", "data-check-ins"] {
        assert!(verdict.body.contains(part), "{part}");
    }
    assert!(!verdict.body.contains("data-door-next"), "here the link leads back");

    let scan = answer.location()?.rsplit('/').next().ok_or("no id")?.to_owned();
    let mut force = vec![("ticket", guest.number.as_str()), ("nonce", nonce.as_str()), ("force", "1"), ("scan", scan.as_str())];
    let unreasoned = front.form(SCANS, &force).await?;
    assert_eq!(unreasoned.status, StatusCode::UNPROCESSABLE_ENTITY);
    sound(&unreasoned.body)?;
    assert!(unreasoned.body.contains("Bitte einen Grund angeben.") && unreasoned.body.contains("<details open"));
    force.push(("note", "<b>Beleg</b> gezeigt"));
    let forced = front.form(SCANS, &force).await?;
    let verdict = front.get(forced.location()?).await?;
    sound(&verdict.body)?;
    for part in ["verdict--warn", "Herein, vermerkt", "&lt;b&gt;Beleg&lt;/b&gt; gezeigt", ">1<small> von 0 drin"] {
        assert!(verdict.body.contains(part), "{part}: {}", verdict.body);
    }

    let reversal = format!("{}/reversal", forced.location()?);
    let taken = front.form(&reversal, &[]).await?;
    assert_eq!((taken.status, taken.location()?), (StatusCode::SEE_OTHER, "/owl/door?gate=main"));
    assert_eq!(front.form(&reversal, &[]).await?.status, StatusCode::CONFLICT);
    assert!(front.get(forced.location()?).await?.body.contains("Rückgängig gemacht: "));
    Ok(())
}

#[tokio::test]
async fn a_page_that_comes_back_takes_another_ticket() -> Done {
    let front = front().await?;
    let (one, other) = (front.door.guest("vor-ort").await?, front.door.guest("vor-ort").await?);
    let nonce = front.door.store.chance().opaque_id().to_string();
    let mut verdicts = vec![];
    for guest in [one, other] {
        let answer = front.form(SCANS, &[("ticket", guest.number.as_str()), ("nonce", nonce.as_str())]).await?;
        verdicts.push(answer.location()?.to_owned());
    }
    assert_ne!(verdicts[0], verdicts[1]);
    assert_eq!(front.door.admissions().await?, 2);
    Ok(())
}

#[tokio::test]
async fn found_by_name_and_let_in() -> Done {
    let front = front().await?;
    let guest = front.door.guest("vor-ort").await?;
    for language in ["de", "en"] {
        let page = front.get(&format!("/owl/door?gate=main&q=stallmann&language={language}")).await?;
        sound(&page.body)?;
        for part in ["Henrik Stallmann", "Stadt Delbrück", "Vor Ort: Verwaltung", &guest.number] {
            assert!(page.body.contains(part), "{part}");
        }
        assert!(!page.body.contains("checkin-"));
    }
    let none = front.get("/owl/door?q=%3Cscript%3E").await?;
    sound(&none.body)?;
    assert!(none.body.contains("Niemand gefunden") && !none.body.contains("<script>"));
    Ok(())
}

#[tokio::test]
async fn verdicts_of_this_congress_only() -> Done {
    let front = front().await?;
    let id = front.door.store.chance().opaque_id();
    for path in [format!("{SCANS}/{id}"), format!("{SCANS}/seven")] {
        assert_eq!(front.get(&path).await?.status, StatusCode::NOT_FOUND);
        assert_eq!(front.form(&format!("{path}/reversal"), &[]).await?.status, StatusCode::NOT_FOUND);
    }
    Ok(())
}
