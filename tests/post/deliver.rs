//! Delivering, on good and on bad days.

use super::{Outcome, congress, database, database_at, jobs, new_message, outbox, put, row, run};
use crate::kit::smtp::{Server, Step};
use base::{Actor, Clock};
use chrono::TimeDelta;
use post::{NewMessage, Smtp, State, Trouble, query};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;
use store::event::timeline;
use store::job::{Dispatch, JobError, Pace};
use tokio_util::sync::CancellationToken;

#[tokio::test]
async fn a_mail_is_sent_and_the_answer_kept() -> Outcome {
    let (store, _database) = database().await?;
    let server = Server::start().await?;
    let outbox = outbox(&store, Some(&server.url()))?;
    let id = put(&store, new_message("order:1:a")).await?;
    run(&outbox, id).await?;
    run(&outbox, id).await?;
    let sent = row(&store, id).await?;
    assert_eq!((sent.state, sent.attempts), (State::Sent, 1));
    assert_eq!(sent.answer.as_deref(), Some("250 2.0.0 Ok: queued as 1A2B3C"));
    assert!(sent.sent_at.is_some() && sent.sending_at.is_some());
    let [mail] = &server.mails()[..] else { return Err("not one mail".into()) };
    assert_eq!((mail.from.as_str(), mail.to.as_str()), ("kongress@owl.example", "henrik.stallmann@lemgo.example"));
    assert_eq!(mail.header("Message-ID"), Some(format!("<{}>", sent.message_id)));
    assert!(sent.message_id.ends_with("@owl.example"));
    Ok(())
}

#[tokio::test]
async fn greylisted_is_tried_again_under_the_same_message_id() -> Outcome {
    let (store, _database) = database().await?;
    let server = Server::start().await?;
    server.script(&[Step::Greylist, Step::Greylist]);
    let outbox = outbox(&store, Some(&server.url()))?;
    let id = put(&store, new_message("order:1:a")).await?;
    for (attempt, seconds) in [(1, 10), (2, 20)] {
        let Err(JobError::Retry { reason, after }) = run(&outbox, id).await else {
            return Err("not tried again".into());
        };
        assert_eq!(after, Some(Duration::from_secs(seconds)));
        let waiting = row(&store, id).await?;
        assert_eq!((waiting.state, waiting.attempts), (State::Waiting, attempt));
        assert_eq!(waiting.answer.as_deref(), Some(reason.as_str()));
        assert_eq!(reason, "450 4.2.0 Greylisted, see http://postgrey.schweikert.ch/help/");
    }
    let before = row(&store, id).await?.message_id;
    run(&outbox, id).await?;
    let sent = row(&store, id).await?;
    assert_eq!((sent.state, sent.attempts), (State::Sent, 3));
    assert_eq!(sent.message_id, before);
    assert_eq!(server.mails().len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_server_that_is_away_gets_it_once_when_it_is_back() -> Outcome {
    let (store, _database) = database().await?;
    let address = Server::nowhere().await?;
    let outbox = outbox(&store, Some(&format!("smtp://{address}")))?;
    let id = put(&store, new_message("order:1:a")).await?;
    assert!(matches!(run(&outbox, id).await, Err(JobError::Retry { .. })));
    let waiting = row(&store, id).await?;
    assert_eq!(waiting.state, State::Waiting);
    assert!(waiting.answer.is_some_and(|why| why.to_lowercase().contains("connection refused")));

    let server = Server::start_at(address).await?;
    run(&outbox, id).await?;
    run(&outbox, id).await?;
    assert_eq!(row(&store, id).await?.state, State::Sent);
    assert_eq!(server.mails().len(), 1);
    Ok(())
}

#[tokio::test]
async fn what_is_refused_for_good_fails_with_the_answer_word_for_word() -> Outcome {
    let (store, _database) = database().await?;
    let owl = congress(&store, "owl").await?;
    let server = Server::start().await?;
    server.script(&[Step::RefuseRecipient, Step::RefuseMail]);
    let outbox = outbox(&store, Some(&server.url()))?;
    let answers = ["550 5.1.1 User unknown in local recipient table", "554 5.7.1 Message refused by policy"];
    for (n, answer) in answers.into_iter().enumerate() {
        let id = put(&store, NewMessage { congress_id: Some(owl), ..new_message(&format!("order:{n}")) }).await?;
        run(&outbox, id).await?;
        let failed = row(&store, id).await?;
        assert_eq!((failed.state, failed.answer.as_deref()), (State::Failed, Some(answer)));
        // The audit log outlives the message: it keeps the code alone.
        let code: u16 = answer[..3].parse()?;
        let line = timeline(store.read(), &[id]).await?.remove(0);
        assert_eq!((line.verb.as_str(), line.detail), ("message.failed", json!({ "kind": failed.kind, "code": code })));
        // Sent again by the desk, it is the same message.
        let tx = store.begin().await?;
        assert_eq!(post::again(&tx, &Actor::system(), owl, id).await?, id);
        tx.commit().await?;
        assert_eq!(row(&store, id).await?.message_id, failed.message_id);
        assert_eq!(row(&store, id).await?.attempts, 0);
    }
    let view = query::list(store.read(), owl, None, 10, 0).await?;
    let one = query::one(store.read(), owl, view[0].id).await?.ok_or("gone")?;
    let steps: Vec<_> = one.deliveries.iter().map(|d| d.state.as_str()).collect();
    assert_eq!(steps, ["queued", "failed", "queued"]);
    Ok(())
}

#[tokio::test]
async fn a_wrong_password_is_no_fault_of_the_recipient() -> Outcome {
    let (store, _database) = database().await?;
    let server = Server::start().await?;
    server.script(&[Step::RefuseLogin]);
    let outbox = outbox(&store, Some(&server.url()))?;
    let id = put(&store, new_message("order:1:a")).await?;
    // lettre says HELO after a refused EHLO, or gives up: either way it is not over.
    assert!(matches!(run(&outbox, id).await, Err(JobError::Retry { .. })));
    assert_eq!(row(&store, id).await?.state, State::Waiting);
    Ok(())
}

#[tokio::test]
async fn what_a_server_has_against_us_is_no_fault_of_the_recipient() -> Outcome {
    let (store, _database) = database().await?;
    let server = Server::start().await?;
    let outbox = outbox(&store, Some(&server.url()))?;
    // As Postfix and Exchange say it, most of it only after RCPT.
    let cases = [
        ("550 5.1.0 <kongress@owl.example>: Sender address rejected: User unknown", Trouble::Sender, State::Waiting),
        (
            "504 5.5.2 <kongress@localhost>: Sender address rejected: need fully-qualified",
            Trouble::Sender,
            State::Waiting,
        ),
        ("504 5.5.2 <3f2a9c>: Helo command rejected: need fully-qualified hostname", Trouble::Login, State::Waiting),
        (
            "554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using x.example",
            Trouble::Login,
            State::Waiting,
        ),
        ("554 5.7.1 <a@b.example>: Relay access denied", Trouble::Login, State::Waiting),
        ("550 5.1.8 Bad sender's system address", Trouble::Sender, State::Waiting),
        ("550 5.1.1 <a@b.example>: Recipient address rejected: User unknown", Trouble::Recipient, State::Failed),
        ("550 5.4.1 Recipient address rejected: Access denied", Trouble::Refused, State::Failed),
    ];
    for (n, (answer, trouble, state)) in cases.into_iter().enumerate() {
        let id = put(&store, new_message(&format!("order:{n}"))).await?;
        server.script(&[Step::Recipient(answer)]);
        assert_eq!(run(&outbox, id).await.is_err(), state == State::Waiting, "{answer}");
        let row = row(&store, id).await?;
        assert_eq!((row.state, row.trouble), (state, Some(trouble)), "{answer}");
    }
    let id = put(&store, new_message("order:after")).await?;
    server.script(&[Step::Answer("550 5.7.60 SMTP; Client does not have permissions to send as this sender")]);
    assert!(matches!(run(&outbox, id).await, Err(JobError::Retry { .. })));
    assert_eq!(row(&store, id).await?.trouble, Some(Trouble::Sender));
    Ok(())
}

#[tokio::test]
async fn a_full_mailbox_is_the_recipients_and_a_full_server_its_own() -> Outcome {
    let (store, _database) = database().await?;
    let server = Server::start().await?;
    let outbox = outbox(&store, Some(&server.url()))?;
    let cases = [
        ("452 4.3.1 full", Trouble::Busy),
        ("552 5.3.1 Mail system full", Trouble::Busy),
        ("452 Insufficient system storage", Trouble::Busy),
        ("452 4.2.2 Mailbox full", Trouble::Full),
        ("450 4.2.0 Greylisted", Trouble::Later),
    ];
    for (n, (answer, trouble)) in cases.into_iter().enumerate() {
        let id = put(&store, new_message(&format!("order:{n}"))).await?;
        server.script(&[Step::Recipient(answer)]);
        assert!(matches!(run(&outbox, id).await, Err(JobError::Retry { .. })), "{answer}");
        assert_eq!(row(&store, id).await?.trouble, Some(trouble), "{answer}");
    }
    Ok(())
}

#[tokio::test]
async fn what_speaks_no_smtp_is_told_to_be_no_mail_server() -> Outcome {
    let (store, _database) = database().await?;
    let id = put(&store, new_message("order:1")).await?;
    for said in ["HTTP/1.1 400 Bad Request\r\n\r\n", "SSH-2.0-OpenSSH_9.6\r\n"] {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
        let outbox = outbox(&store, Some(&format!("smtp://{}", listener.local_addr()?)))?;
        let stranger = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await?;
            tokio::io::AsyncWriteExt::write_all(&mut stream, said.as_bytes()).await?;
            std::io::Result::Ok(stream)
        });
        assert!(matches!(run(&outbox, id).await, Err(JobError::Retry { .. })), "{said}");
        stranger.await??;
        let row = row(&store, id).await?;
        assert_eq!((row.state, row.trouble), (State::Waiting, Some(Trouble::Stranger)), "{said}");
        assert!(row.answer.as_deref().is_some_and(|answer| answer.starts_with(&said[..8])), "{:?}", row.answer);
    }
    Ok(())
}

#[tokio::test]
async fn after_72_hours_it_fails() -> Outcome {
    let clock = Clock::system();
    let (store, _database) = database_at(clock.clone()).await?;
    let outbox = outbox(&store, Some(&format!("smtp://{}", Server::nowhere().await?)))?;
    let id = put(&store, new_message("order:1:a")).await?;
    clock.advance(TimeDelta::hours(71));
    assert!(matches!(run(&outbox, id).await, Err(JobError::Retry { .. })));
    clock.advance(TimeDelta::hours(2));
    run(&outbox, id).await?;
    assert_eq!(row(&store, id).await?.state, State::Failed);
    Ok(())
}

#[tokio::test]
async fn after_a_lost_worker_a_ticket_goes_again_under_the_same_message_id() -> Outcome {
    let (store, _database) = database().await?;
    let server = Server::start().await?;
    server.script(&[Step::Silent]);
    let outbox = outbox(&store, Some(&server.url()))?;
    let id = put(&store, new_message("order:1:a")).await?;
    // The worker dies while the server is silent after DATA.
    let died = tokio::time::timeout(Duration::from_secs(2), run(&outbox, id)).await;
    assert!(died.is_err());
    let lost = row(&store, id).await?;
    assert_eq!(lost.state, State::Sending);
    drop(outbox);
    run(&super::outbox(&store, Some(&server.url()))?, id).await?;
    assert_eq!(row(&store, id).await?.state, State::Sent);
    let ids: Vec<_> = server.mails().iter().filter_map(|m| m.header("Message-ID")).collect();
    let id = format!("<{}>", lost.message_id);
    assert_eq!(ids, [id.clone(), id]);
    Ok(())
}

#[tokio::test]
async fn whoever_is_lost_over_it_a_ticket_goes_again_twice_at_most() -> Outcome {
    for step in [Step::DropAfterData, Step::Silent] {
        let (store, _database) = database().await?;
        let server = Server::start().await?;
        server.script(&[step; 5]);
        let mut outbox = outbox(&store, Some(&server.url()))?;
        let id = put(&store, new_message("order:1:a")).await?;
        for lost in 1..=3 {
            // Either the connection, or the worker.
            let ended = tokio::time::timeout(Duration::from_millis(500), run(&outbox, id)).await;
            assert_eq!(ended.is_err(), step == Step::Silent, "{step:?} {ended:?}");
            assert_eq!(server.mails().len(), lost);
            outbox = super::outbox(&store, Some(&server.url()))?;
        }
        run(&outbox, id).await?;
        let row = row(&store, id).await?;
        assert_eq!((row.state, row.trouble), (State::InDoubt, Some(Trouble::Lost)), "{step:?}");
        assert_eq!(server.mails().len(), 3, "{step:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_domain_that_is_slow_does_not_hold_up_another() -> Outcome {
    let (store, _database) = database().await?;
    let server = Server::start().await?;
    let mut outbox = outbox(&store, Some(&server.url()))?;
    outbox.smtp = outbox.smtp.map(|smtp| smtp.with_patience(Duration::from_secs(3)));
    let put = async |n: usize, to: &str| {
        put(&store, NewMessage { to_address: to.into(), ..new_message(&format!("{n}")) }).await
    };
    let id = put(0, "a@slow.example").await?;
    server.script(&[Step::Silent; 4]);
    run(&outbox, id).await.expect_err("no answer");
    let mut talking = tokio::task::JoinSet::new();
    for n in 1..=3 {
        let (id, outbox) = (put(n, "a@slow.example").await?, outbox.clone());
        talking.spawn(async move { run(&outbox, id).await.is_err() });
    }
    while server.mails().len() < 4 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let id = put(4, "b@slow.example").await?;
    let Err(JobError::NotYet(pause)) = run(&outbox, id).await else {
        return Err("it did not wait for its turn".into());
    };
    assert!(pause >= Duration::from_secs(10), "{pause:?}");
    let waiting = row(&store, id).await?;
    assert_eq!(
        (waiting.state, waiting.attempts, waiting.subject),
        (State::Waiting, 0, None),
        "nothing was written of it"
    );
    let id = put(5, "a@quick.example").await?;
    run(&outbox, id).await?;
    assert_eq!(row(&store, id).await?.state, State::Sent);
    assert_eq!(talking.join_all().await, [true; 3], "all the while they had no answer");
    Ok(())
}

#[tokio::test]
async fn after_a_lost_worker_a_campaign_is_in_doubt() -> Outcome {
    let (store, _database) = database().await?;
    let owl = congress(&store, "owl").await?;
    let server = Server::start().await?;
    let mut outbox = outbox(&store, Some(&server.url()))?;
    outbox.smtp = outbox.smtp.map(|smtp| smtp.with_patience(Duration::from_millis(500)));
    let new = |cause: &str| NewMessage { congress_id: Some(owl), kind: "campaign.news", ..new_message(cause) };
    for (cause, step) in [("a", Step::DropAfterData), ("b", Step::Silent)] {
        server.script(&[step]);
        let id = put(&store, new(cause)).await?;
        run(&outbox, id).await?;
        assert_eq!(row(&store, id).await?.state, State::InDoubt);
    }
    server.script(&[Step::Silent]);
    let id = put(&store, new("c")).await?;
    let died = tokio::time::timeout(Duration::from_millis(250), run(&outbox, id)).await;
    assert!(died.is_err());
    run(&outbox, id).await?;
    assert_eq!(row(&store, id).await?.state, State::InDoubt);
    let sent = server.mails().len();
    // The desk decides; then it goes, as the same message.
    let tx = store.begin().await?;
    assert_eq!(post::again(&tx, &Actor::system(), owl, id).await?, id);
    tx.commit().await?;
    run(&outbox, id).await?;
    assert_eq!(row(&store, id).await?.state, State::Sent);
    assert_eq!(server.mails().len(), sent + 1);
    // A server that is away leaves no doubt.
    let away = super::outbox(&store, Some(&format!("smtp://{}", Server::nowhere().await?)))?;
    let id = put(&store, new("d")).await?;
    assert!(matches!(run(&away, id).await, Err(JobError::Retry { .. })));
    Ok(())
}

#[tokio::test]
async fn what_is_no_longer_true_is_dropped() -> Outcome {
    let (store, _database) = database().await?;
    let server = Server::start().await?;
    let outbox = outbox(&store, Some(&server.url()))?;
    let id = put(&store, NewMessage { kind: "registration.gone", ..new_message("order:1:a") }).await?;
    run(&outbox, id).await?;
    assert_eq!(row(&store, id).await?.state, State::Dropped);
    assert!(server.mails().is_empty());
    Ok(())
}

#[tokio::test]
async fn what_cannot_be_written_fails_with_the_reason() -> Outcome {
    let (store, _database) = database().await?;
    let server = Server::start().await?;
    let outbox = outbox(&store, Some(&server.url()))?;
    let cases = [
        (NewMessage { payload: json!({ "congress_name": "x" }), ..new_message("a") }, "registration/order.de.md"),
        (NewMessage { to_address: "henrik(at)lemgo".into(), ..new_message("c") }, "henrik(at)lemgo"),
        (NewMessage { to_address: "a@b.example\r\nBcc: all@x.example".into(), ..new_message("d") }, "no mail address"),
        (NewMessage { to_address: "jörg@lemgo.example".into(), ..new_message("e") }, "SMTPUTF8"),
    ];
    for (new, reason) in cases {
        let id = put(&store, new).await?;
        run(&outbox, id).await?;
        let failed = row(&store, id).await?;
        assert_eq!(failed.state, State::Failed, "{reason}");
        assert!(failed.answer.as_deref().is_some_and(|a| a.contains(reason)), "{:?}", failed.answer);
    }
    assert!(server.mails().is_empty());
    Ok(())
}

#[tokio::test]
async fn a_kind_that_only_a_newer_program_knows_waits_for_it() -> Outcome {
    let (store, _database) = database().await?;
    let server = Server::start().await?;
    let outbox = outbox(&store, Some(&server.url()))?;
    let id = put(&store, NewMessage { kind: "nobody.knows", ..new_message("a") }).await?;
    assert!(matches!(run(&outbox, id).await, Err(JobError::Retry { .. })));
    let waiting = row(&store, id).await?;
    assert_eq!(waiting.state, State::Waiting);
    assert!(waiting.answer.is_some_and(|why| why.contains("nobody.knows")));
    Ok(())
}

#[tokio::test]
async fn whatever_a_server_answers_is_stored_and_the_mail_goes_once() -> Outcome {
    let (store, _database) = database().await?;
    let server = Server::start().await?;
    let outbox = outbox(&store, Some(&server.url()))?;
    let long: &'static str = format!("554-5.7.1 {0}\r\n554-{0}\r\n554 {0}", "no".repeat(200)).leak();
    server.script(&[
        Step::Answer("250 2.0.0 \u{0}Ok:\u{7} queued\tas 1A2B3C"),
        Step::Answer("451 4.3.0 \u{0}\u{1b}[31mlater"),
        Step::Answer(long),
    ]);
    let id = put(&store, new_message("a")).await?;
    run(&outbox, id).await?;
    run(&outbox, id).await?;
    let sent = row(&store, id).await?;
    assert_eq!((sent.state, sent.attempts), (State::Sent, 1));
    assert_eq!(sent.answer.as_deref(), Some("250 2.0.0 Ok: queued as 1A2B3C"));
    assert_eq!(server.mails().len(), 1);

    let id = put(&store, new_message("b")).await?;
    let Err(JobError::Retry { reason, .. }) = run(&outbox, id).await else { return Err("not tried again".into()) };
    assert_eq!(reason, "451 4.3.0 [31mlater");
    assert_eq!(row(&store, id).await?.answer, Some(reason));
    run(&outbox, id).await?;
    let failed = row(&store, id).await?;
    assert_eq!(failed.state, State::Failed);
    assert_eq!(failed.answer.map(|answer| answer.chars().count()), Some(1_000));
    assert_eq!(server.mails().len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_log_in_link_is_not_kept() -> Outcome {
    let (store, _database) = database().await?;
    let server = Server::start().await?;
    let outbox = outbox(&store, Some(&server.url()))?;
    let payload = json!({ "name": "Miriam", "url": "https://kongress.example/login/link/geheim", "minutes": 30 });
    let id = put(&store, NewMessage { kind: "identity.login", payload, ..new_message("login:1") }).await?;
    run(&outbox, id).await?;
    let sent = row(&store, id).await?;
    assert_eq!((sent.text, sent.html), (None, None));
    assert!(server.mails()[0].text().contains("geheim"));
    Ok(())
}

#[tokio::test]
async fn the_job_loop_delivers_each_once() -> Outcome {
    let (store, _database) = database().await?;
    let server = Server::start().await?;
    let outbox = outbox(&store, Some(&server.url()))?;
    let stop = CancellationToken::new();
    let dispatch: Dispatch = Arc::new(move |job| {
        let outbox = outbox.clone();
        Box::pin(async move { post::deliver(&outbox, job.payload).await })
    });
    let work = tokio::spawn(store::job::run(store.clone(), dispatch, Pace::default(), stop.clone()));
    let mut ids = vec![];
    for n in 0..20 {
        ids.push(put(&store, new_message(&format!("order:{n}"))).await?);
    }
    assert_eq!(server.wait_for(20).await.len(), 20);
    tokio::time::sleep(Duration::from_millis(300)).await;
    stop.cancel();
    work.await?;
    assert_eq!(server.mails().len(), 20);
    for id in ids {
        assert_eq!(row(&store, id).await?.state, State::Sent);
        assert_eq!(jobs(&store, id).await?.len(), 1);
    }
    Ok(())
}

#[tokio::test]
async fn settings_are_read_or_named() {
    for url in [
        "smtp://mail.example",
        "smtp://user:p%40ss@mail.example:587",
        "smtp://user:p%40ss@mail.example:587?tls=required",
        "smtp://mail.example?tls=opportunistic",
        "smtp://127.0.0.1:1025?tls=none",
        "smtps://user:pw@mail.example",
    ] {
        assert!(Smtp::new(url, None).is_ok(), "{url}");
    }
    for url in ["smtp://h?tls=perhaps", "http://h", "nonsense"] {
        let told = Smtp::new(url, None).err().map(|e| e.to_string()).unwrap_or_default();
        assert!(told.starts_with("KONGRESS_SMTP_URL: "), "{url}: {told}");
    }
}
