//! Cancelling at the desk.

use super::with_mails;
use crate::kit::run;
use identity::Role;

#[tokio::test]
async fn one_ticket_is_cancelled_with_a_reason() {
    run(async |app| {
        let owl = app.congress("owl", 2).await;
        let staff = app.staff(Role::Organiser).await;
        let order = with_mails(app, &owl, &[("on-site", "Henrik Stallmann"), ("on-site", "Ayşe Kılıç-Brand")]).await;
        let path = format!("/owl/desk/orders/{}", order.code);
        let page = staff.get(&path).await.expect(200);
        let asks = page.attributes("#ticket-2 a[href*=cancellation]", "href").remove(0);
        let page = staff.get(&asks).await.expect(200);
        assert_eq!(page.attributes("input[name=position][checked]", "value"), ["2"]);
        let post = format!("{path}/cancellation");
        staff.post_form(&post, &[("position", "2"), ("reason", "Krank gemeldet"), ("notify", "on")]).await.expect(303);
        app.run_jobs().await;
        let page = staff.get(&path).await.expect(200);
        assert_eq!(page.words("[aria-labelledby=attendees] .state"), ["Gültig", "gesendet", "Storniert", "gesendet"]);
        let history = page.words(".timeline li").join("\n");
        for said in ["Storniert: Ayşe Kılıç-Brand", "„Krank gemeldet“", "Miriam Osterholz"] {
            assert!(history.contains(said), "{said}: {history}");
        }
        // The seat is free again.
        app.order(owl.id, &[("on-site", "Bernd Schalück")]).await;
        // Later there is nothing to cancel.
        app.advance(chrono::TimeDelta::minutes(11));
        staff.post_form(&post, &[("position", "2"), ("reason", "Nochmal")]).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn a_whole_order_is_cancelled() {
    run(async |app| {
        let owl = app.congress("owl", 2).await;
        let staff = app.staff(Role::Organiser).await;
        let order = app.order(owl.id, &[("on-site", "Henrik Stallmann"), ("online", "Ayşe Kılıç-Brand")]).await.order;
        let path = format!("/owl/desk/orders/{}", order.code);
        let page = staff.get(&format!("{path}/cancellation")).await.expect(200);
        assert_eq!(page.attributes("input[name=position][checked]", "value"), ["1", "2"]);
        let all = [("position", "1"), ("position", "2"), ("reason", "Doppelt bestellt")];
        staff.post_form(&format!("{path}/cancellation"), &all).await.expect(303);
        let list = staff.get("/owl/desk/orders?state=cancelled").await.expect(200);
        assert_eq!(super::codes(&list), [order.code.as_str()]);
        let closed = staff.get(&format!("{path}/cancellation")).await.expect(200);
        assert!(closed.attributes("main form", "method").is_empty(), "nothing left to ask");
    })
    .await;
}

#[tokio::test]
async fn a_form_that_is_not_filled_in_comes_back_as_it_was() {
    run(async |app| {
        let owl = app.congress("owl", 2).await;
        let staff = app.staff(Role::Organiser).await;
        let order = app.order(owl.id, &[("on-site", "Henrik Stallmann"), ("online", "Ayşe Kılıç-Brand")]).await.order;
        let post = format!("/owl/desk/orders/{}/cancellation", order.code);
        let page = staff.post_form(&post, &[("position", "2"), ("reason", "  ")]).await.expect(422);
        assert_eq!(page.attributes("input[name=position][checked]", "value"), ["2"]);
        assert_eq!(page.attributes(".error-summary a", "href"), ["#reason"]);
        let page = staff.post_form(&post, &[("reason", "Krank & <müde>")]).await.expect(422);
        assert_eq!(page.attributes(".error-summary a", "href"), ["#position"]);
        assert_eq!(page.words("#reason"), ["Krank & <müde>"]);
        let long = "x".repeat(1_001);
        staff.post_form(&post, &[("position", "1"), ("reason", &long)]).await.expect(422);
        staff.post_form(&post, &[("position", "7"), ("reason", "Krank")]).await.expect(404);
        let finance = app.staff(Role::Finance).await;
        finance.get(&post).await.expect(404);
        finance.post_form(&post, &[("position", "1"), ("reason", "Krank")]).await.expect(404);
        assert_eq!(staff.get("/owl/desk/orders?state=confirmed").await.words("tbody a.code"), [order.code]);
    })
    .await;
}
