//! The newest release for other programs, over HTTP.

use super::*;
use crate::kit::run;
use crate::schedule::{bytes, read};
use http::Method;

#[tokio::test]
async fn the_newest_release_is_there_for_everybody_at_once() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let guest = app.guest();
        for path in ["/owl/schedule.xml", "/owl/schedule.json", "/nowhere/schedule.xml"] {
            guest.get(path).await.expect(404);
        }
        let sent = read(bytes("pretalx-democon.json")).0;
        taken(app, owl.id, &sent, DRAFT).await;
        guest.get("/owl/schedule.xml").await.expect(404);
        taken(app, owl.id, &sent, RELEASED).await;
        for (path, kind, through) in [
            ("/owl/schedule.xml", "application/xml; charset=utf-8", Through::Xml),
            ("/owl/schedule.json", "application/json", Through::Json),
        ] {
            let reply = guest.get(path).await.expect(200);
            assert_eq!(reply.header("content-type"), kind);
            equal(&sent, &read(reply.text()).0, through);
            let statements = app.store.statements();
            let again = guest.get(path).await.expect(200);
            assert_eq!(again.text(), reply.text());
            assert!(app.store.statements() - statements < 6, "from the cache");
            let known = [("if-none-match", reply.header("etag"))];
            let reply = guest.send(Method::GET, path, &known, None, vec![]).await;
            assert_eq!((reply.status.as_u16(), reply.bytes.len()), (304, 0));
        }
        let mut next = sent.clone();
        next.version = "next".into();
        next.days[0].rooms[0].events[0].start += TimeDelta::minutes(5);
        taken(app, owl.id, &next, RELEASED).await;
        let reply = guest.get("/owl/schedule.json").await.expect(200);
        equal(&next, &read(reply.text()).0, Through::Json);
    })
    .await;
}
