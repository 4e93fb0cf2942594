//! Through a real Postfix into a real letter box, and back by IMAP; an answer to an invitation, too.

use super::{HENRIK, alerts, mailbox, mails, ordered};
use crate::calendar::reply::{Said, mail};
use crate::kit::App;
use crate::kit::postfix::{Postfix, USER};
use crate::programme::booking::{booked, of, somebody, workshops};
use ::calendar::entity::invitation;
use ::sea_orm::EntityTrait;
use identity::Role;
use post::{Letterbox, State};

#[tokio::test]
async fn a_mail_that_postfix_returns_is_read_by_imap_and_shown_at_the_desk() {
    let postfix = Postfix::start().await;
    let (_, password) = USER;
    let authority = postfix.authority().display().to_string();
    let imap = format!("imaps://bounces:{password}@localhost:{}/INBOX", postfix.imaps);
    let app = App::start_with(|config| {
        config.smtp_url = Some(format!("smtp://127.0.0.1:{}", postfix.smtp));
        config.smtp_ca_file = Some(authority.clone());
        config.bounce_address = Some("bounces@congress.test".into());
        config.bounce_imap_url = Some(imap.clone());
    })
    .await;
    let order = ordered(&app).await;
    assert_eq!(mails(&app, HENRIK).await[0].state, State::Sent, "Postfix took it");
    // To the buyer's and to the attendee's address: neither is there.
    assert_eq!(postfix.wait_for_mails("bounces", 2).await.len(), 2, "{}", postfix.logs());
    kongress::letter::read(&app.program.outbox).await.unwrap();
    let back = mails(&app, HENRIK).await.remove(0);
    assert_eq!(back.state, State::Failed, "{}", postfix.logs());
    let dead = mailbox(&app, HENRIK).await;
    assert_eq!((dead.bounces, dead.blocked_at.is_some()), (1, true));
    let staff = app.staff(Role::Organiser).await;
    let told = alerts(&staff, &order).await;
    assert!(told.contains(&format!("Mails an {HENRIK} kommen zurück")) && told.contains("unknown user"), "{told}");

    let open = Letterbox::new(&imap, Some(&authority)).unwrap().open().await.unwrap();
    assert!(open.unread.is_empty(), "they are read, and still there");
    open.close().await;
    let wrong = [imap.replace(password, "falsch"), imap.replace("INBOX", "Nirgends")];
    for url in wrong {
        assert!(Letterbox::new(&url, Some(&authority)).unwrap().open().await.is_err(), "{url}");
    }
    assert!(Letterbox::new(&imap, None).unwrap().open().await.is_err(), "nobody else knows the authority");

    // An answer to an invitation lies there as well.
    let congress = workshops(&app, "lemgo", &[("Formulare", 60, Some(2))]).await;
    let lea = somebody(&app, &congress, "on-site", "Lea Nolte").await;
    booked(&app, &lea, &of(&app, &congress, "Formulare").await).await.unwrap();
    app.deliver().await;
    let invited = async || invitation::Entity::find().one(app.store.read()).await.unwrap().unwrap();
    let uid = format!("{}@kongress", invited().await.uid);
    let said = Said { uid, address: "lea.nolte@delbrueck.example", sequence: 0, at: app.store.now() };
    postfix.put("bounces", &mail("reply-google", &said));
    kongress::letter::read(&app.program.outbox).await.unwrap();
    assert_eq!(invited().await.participation, invitation::Participation::Tentative);
}
