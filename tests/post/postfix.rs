//! Against a real Postfix, with Dovecot's log-in, postgrey, and an authority that only the installation knows.

use super::{Outcome, composers, congress, database, dkim, new_message, put, row, run};
use crate::kit::dkim::verify;
use crate::kit::postfix::{GREY, Postfix, USER};
use data_encoding::BASE64;
use post::{CheckError, Checked, Dkim, NewMessage, Outbox, State, Trouble};
use std::time::Duration;
use store::Store;
use store::job::JobError;

/// An outbox that sends by this address.
fn outbox(store: &Store, url: &str, ca_file: Option<&str>) -> Result<Outbox, post::PostError> {
    let from = Some("Kongress <kongress@congress.test>");
    Outbox::new(store.clone(), Some(url), ca_file, from, "https://kongress.example", composers())
}

/// What the doctor would find.
async fn check(outbox: &Outbox) -> Result<Result<Checked, CheckError>, Box<dyn std::error::Error>> {
    Ok(outbox.smtp.as_ref().ok_or("no server is set")?.check(&outbox.from.to_string()).await)
}

fn to(address: &str) -> NewMessage {
    NewMessage { to_address: address.into(), ..new_message(&format!("order:{address}")) }
}

#[tokio::test]
async fn tls_and_log_in_are_what_the_settings_say() -> Outcome {
    let postfix = Postfix::start().await;
    let (store, _database) = database().await?;
    let authority = postfix.authority().display().to_string();
    let trusting = Some(authority.as_str());
    let (user, password) = USER;
    let (smtp, smtps, plain, submission) = (postfix.smtp, postfix.smtps, postfix.plain, postfix.submission);

    let good = [
        (format!("smtp://localhost:{smtp}?tls=required"), true, false),
        (format!("smtp://localhost:{smtp}?tls=opportunistic"), true, false),
        (format!("smtp://localhost:{plain}?tls=opportunistic"), false, false),
        (format!("smtp://127.0.0.1:{smtp}"), false, false),
        (format!("smtps://localhost:{smtps}"), true, false),
        (format!("smtp://{user}:{password}@localhost:{submission}?tls=required"), true, true),
    ];
    for (n, (url, encrypted, logged_in)) in good.iter().enumerate() {
        let outbox = outbox(&store, url, trusting)?;
        let checked = check(&outbox).await?.map_err(|e| format!("{url}: {e}"))?;
        assert_eq!((checked.encrypted, checked.logged_in), (*encrypted, *logged_in), "{url}");
        let id = put(&store, NewMessage { cause: format!("good:{n}"), ..to("alice@example.test") }).await?;
        run(&outbox, id).await.map_err(|e| format!("{url}: {e}"))?;
        assert_eq!(row(&store, id).await?.state, State::Sent, "{url}");
    }
    let arrived = postfix.wait_for_mails("alice", good.len()).await;
    assert_eq!(arrived.len(), good.len(), "{}", postfix.logs());
    let encrypted = arrived.iter().filter(|mail| mail.contains("with ESMTPS")).count();
    assert_eq!(encrypted, 4, "as Postfix saw them: three with STARTTLS or TLS, one logged in");

    let bad = [
        // Nobody but the installation knows the authority.
        (format!("smtp://localhost:{smtp}?tls=required"), None, Trouble::Certificate, "UnknownIssuer"),
        (format!("smtps://localhost:{smtps}"), None, Trouble::Certificate, "UnknownIssuer"),
        // It is the certificate of `localhost`.
        (format!("smtp://127.0.0.1:{smtp}?tls=required"), trusting, Trouble::Certificate, "not valid for name"),
        (format!("smtp://localhost:{plain}?tls=required"), trusting, Trouble::Tls, "STARTTLS is not supported"),
        (format!("smtps://localhost:{plain}"), trusting, Trouble::Tls, ""),
        (format!("smtp://{user}:falsch@localhost:{submission}?tls=required"), trusting, Trouble::Login, "535 5.7.8"),
        // Log-in is only offered after STARTTLS.
        (format!("smtp://{user}:{password}@localhost:{smtp}"), trusting, Trouble::Login, "authentication mechanism"),
    ];
    for (n, (url, ca_file, trouble, said)) in bad.into_iter().enumerate() {
        let outbox = outbox(&store, &url, ca_file)?;
        let Err(refused) = check(&outbox).await? else { return Err(url.into()) };
        assert_eq!(refused.trouble, trouble, "{url}: {refused}");
        assert!(refused.answer.contains(said), "{url}: {refused}");
        // It is no fault of the mail's: it waits until somebody has mended it.
        let id = put(&store, NewMessage { cause: format!("bad:{n}"), ..to("alice@example.test") }).await?;
        assert!(matches!(run(&outbox, id).await, Err(JobError::Retry { .. })), "{url}");
        let waits = row(&store, id).await?;
        assert_eq!((waits.state, waits.trouble), (State::Waiting, Some(trouble)), "{url}");
        assert!(waits.answer.is_some_and(|answer| answer.contains(said)), "{url}");
    }
    // Without the log-in that it wants, it refuses the recipient for good; it is still not the recipient's fault.
    let outbox = outbox(&store, &format!("smtp://127.0.0.1:{submission}"), None)?;
    assert_eq!(
        check(&outbox).await?.map_err(|refused| refused.trouble),
        Err(Trouble::Login),
        "and the doctor finds it"
    );
    let id = put(&store, NewMessage { cause: "no log-in".into(), ..to("alice@example.test") }).await?;
    assert!(matches!(run(&outbox, id).await, Err(JobError::Retry { .. })));
    let waits = row(&store, id).await?;
    assert_eq!((waits.state, waits.trouble), (State::Waiting, Some(Trouble::Login)), "{:?}", waits.answer);
    assert!(postfix.wait_for_mails("alice", good.len()).await.len() == good.len(), "nothing more came");
    Ok(())
}

#[tokio::test]
async fn recipients_are_deferred_refused_and_greylisted_each_for_themselves() -> Outcome {
    let postfix = Postfix::start().await;
    let (store, _database) = database().await?;
    let owl = congress(&store, "owl").await?;
    let folder = tempfile::TempDir::new()?;
    let key = dkim::pem(folder.path(), "PRIVATE KEY", &BASE64.decode(dkim::ED25519.as_bytes())?)?;
    let signing = Dkim::new(Some("congress.test"), Some("k1"), Some(&key))?.ok_or("nothing is set")?;
    let record = signing.record();
    let outbox = outbox(&store, &format!("smtp://127.0.0.1:{}", postfix.smtp), None)?.with_dkim(Some(signing));
    let cases = [
        ("defer@example.test", State::Waiting, Some(Trouble::Later), "450 4.2.0"),
        ("full@example.test", State::Waiting, Some(Trouble::Full), "452 4.2.2"),
        ("reject@example.test", State::Failed, Some(Trouble::Recipient), "550 5.1.1"),
        ("grey@example.test", State::Waiting, Some(Trouble::Later), "450 4.2.0"),
        ("alice@example.test", State::Sent, None, "250 2.0.0 Ok: queued as"),
    ];
    let mut grey = None;
    for (address, state, trouble, said) in cases {
        let id = put(&store, NewMessage { congress_id: Some(owl), ..to(address) }).await?;
        let ended = run(&outbox, id).await;
        assert_eq!(matches!(ended, Err(JobError::Retry { .. })), state == State::Waiting, "{address}");
        let found = row(&store, id).await?;
        assert_eq!((found.state, found.trouble), (state, trouble), "{address}: {:?}", found.answer);
        assert!(found.answer.as_deref().is_some_and(|a| a.starts_with(said)), "{address}: {:?}", found.answer);
        if address.starts_with("grey") {
            assert!(found.answer.as_deref().is_some_and(|a| a.contains("Greylisted")), "postgrey said it");
            grey = Some(id);
        }
    }
    let grey = grey.ok_or("no such case")?;
    tokio::time::sleep(Duration::from_secs(GREY + 1)).await;
    run(&outbox, grey).await?;
    assert_eq!(row(&store, grey).await?.state, State::Sent);
    assert_eq!(postfix.wait_for_mails("grey", 1).await.len(), 1, "{}", postfix.logs());
    let [mail] = &postfix.wait_for_mails("alice", 1).await[..] else { return Err("not one mail".into()) };
    let mail = mail.replace("\r\n", "\n").replace('\n', "\r\n");
    verify(mail.as_bytes(), "k1", &record).map_err(|e| format!("behind Postfix: {e}"))?;
    Ok(())
}
