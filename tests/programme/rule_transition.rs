//! What becomes of a submission: who may take which step, and what is decided quietly.

use ::programme::rules::transition::{
    By, Facts, Need, STEPS, State, Why, allowed, announce, choices, decide, pending_after, pendings, table,
};
use State::{Accepted, Cancelled, Confirmed, Draft, Rejected, Submitted, Withdrawn};

/// While the call is open and the congress ahead.
fn open() -> Facts {
    Facts { call_open: true, ..Facts::default() }
}

fn pending(to: State) -> Facts {
    Facts { pending: Some(to), ..open() }
}

#[test]
fn each_step_stands_in_the_table_once_and_all_else_is_refused() {
    for from in State::ALL {
        for to in State::ALL {
            for by in By::ALL {
                let listed = STEPS.iter().filter(|step| (step.from, step.to, step.by) == (from, to, by)).count();
                let may = allowed(from, to, by, &pending(to));
                assert!(listed <= 1, "{from:?} {to:?} {by:?}");
                assert_eq!(may.is_ok(), listed == 1, "{from:?} {to:?} {by:?}: {may:?}");
                let anybody = STEPS.iter().any(|step| (step.from, step.to) == (from, to));
                match may {
                    Ok(()) => {}
                    Err(Why::Same) => assert_eq!(from, to),
                    Err(Why::NotYours) => assert!(anybody),
                    Err(why) => assert!(why == Why::NoSuchStep && !anybody && from != to, "{why:?}"),
                }
            }
        }
        assert_eq!(State::named(from.name()), Some(from));
    }
    assert_eq!(State::named("gone"), None);
}

#[test]
fn who_handed_it_in_may_take_it_back_while_the_call_is_open_and_again_once_it_is_accepted() {
    let closed = Facts::default();
    assert_eq!(allowed(Submitted, Withdrawn, By::Submitter, &open()), Ok(()));
    assert_eq!(allowed(Submitted, Withdrawn, By::Submitter, &closed), Err(Why::CallClosed));
    for later in [Accepted, Confirmed] {
        assert_eq!(allowed(later, Withdrawn, By::Submitter, &closed), Ok(()), "a no, before or after a yes");
        assert_eq!(allowed(later, Withdrawn, By::Submitter, &Facts { over: true, ..closed }), Err(Why::Over));
        assert_eq!(allowed(later, Withdrawn, By::Organiser, &closed), Ok(()));
    }
    assert_eq!(allowed(Withdrawn, Submitted, By::Submitter, &open()), Ok(()), "thought again");
    assert_eq!(allowed(Withdrawn, Submitted, By::Submitter, &closed), Err(Why::CallClosed));
    assert_eq!(allowed(Draft, Submitted, By::Submitter, &closed), Err(Why::CallClosed));
    assert_eq!(allowed(Draft, Submitted, By::Organiser, &closed), Ok(()), "handed in for somebody else");
}

#[test]
fn a_submitter_never_decides() {
    for from in State::ALL {
        for to in [Accepted, Rejected, Cancelled] {
            assert!(allowed(from, to, By::Submitter, &pending(to)).is_err(), "{from:?} {to:?}");
        }
        let by_submitter = choices(from, By::Submitter, &pending(Accepted));
        assert_eq!(by_submitter, choices(from, By::Submitter, &open()), "what is pending makes no difference to them");
    }
}

#[test]
fn who_speaks_confirms_until_the_congress_is_over() {
    assert_eq!(allowed(Accepted, Confirmed, By::Submitter, &Facts::default()), Ok(()));
    let over = Facts { over: true, ..Facts::default() };
    assert_eq!(allowed(Accepted, Confirmed, By::Submitter, &over), Err(Why::Over));
    assert_eq!(allowed(Accepted, Confirmed, By::Organiser, &over), Ok(()));
    for from in [Draft, Submitted, Rejected, Cancelled, Withdrawn] {
        assert_eq!(allowed(from, Confirmed, By::Submitter, &open()), Err(Why::NoSuchStep), "{from:?}");
    }
}

#[test]
fn decisions_are_made_quietly_and_announced_later() {
    assert_eq!(pendings(Submitted), [Accepted, Rejected]);
    assert_eq!(pendings(Accepted), [Rejected, Cancelled]);
    assert_eq!(pendings(Confirmed), [Cancelled]);
    assert_eq!(pendings(Rejected), [Accepted]);
    assert_eq!(pendings(Cancelled), [Accepted]);
    assert!(pendings(Draft).is_empty() && pendings(Withdrawn).is_empty());

    assert_eq!(decide(Submitted, Accepted), Ok(Some(Accepted)));
    assert_eq!(decide(Submitted, Submitted), Ok(None), "not decided after all");
    assert_eq!(decide(Submitted, Confirmed), Err(Why::NoSuchStep));
    assert_eq!(decide(Withdrawn, Accepted), Err(Why::NoSuchStep));

    assert_eq!(announce(Submitted, &pending(Accepted)), Ok(Some(Accepted)));
    assert_eq!(announce(Submitted, &open()), Ok(None), "nothing to tell");
    assert_eq!(allowed(Submitted, Rejected, By::Announcement, &pending(Accepted)), Err(Why::NotDecided));
    // Whatever can be decided can be announced, and nothing else.
    for state in State::ALL {
        for to in State::ALL {
            let decided = decide(state, to);
            let told = announce(state, &pending(to));
            assert_eq!(decided.is_ok_and(|pending| pending.is_some()), told.is_ok(), "{state:?} {to:?}");
        }
    }
}

#[test]
fn a_text_that_was_changed_after_the_decision_is_held_back() {
    let edited = Facts { edited: true, ..pending(Accepted) };
    assert_eq!(announce(Submitted, &edited), Err(Why::Edited));
    assert_eq!(allowed(Submitted, Accepted, By::Organiser, &edited), Ok(()), "who decides now has read it");
    assert_eq!(announce(Submitted, &Facts { edited: true, ..open() }), Ok(None));
}

#[test]
fn a_step_meanwhile_ends_what_was_pending_but_a_confirmation_leaves_a_cancellation() {
    assert_eq!(pending_after(Withdrawn, By::Submitter, Some(Accepted)), None);
    assert_eq!(pending_after(Confirmed, By::Submitter, Some(Cancelled)), Some(Cancelled));
    assert_eq!(pending_after(Confirmed, By::Submitter, Some(Rejected)), None, "who has confirmed is not rejected");
    assert_eq!(pending_after(Accepted, By::Organiser, Some(Rejected)), None, "decided openly");
    assert_eq!(pending_after(Accepted, By::Announcement, Some(Accepted)), None);
    assert_eq!(pending_after(Confirmed, By::Submitter, None), None);
    // What is still pending can still be announced.
    for to in State::ALL {
        for was in State::ALL {
            if let Some(left) = pending_after(to, By::Submitter, Some(was)) {
                assert_eq!(announce(to, &pending(left)), Ok(Some(left)));
            }
        }
    }
}

#[test]
fn every_state_can_be_reached_and_only_a_draft_is_nowhere_a_target() {
    let mut reached = vec![Draft];
    while let Some(step) = STEPS.iter().find(|step| reached.contains(&step.from) && !reached.contains(&step.to)) {
        reached.push(step.to);
    }
    reached.sort();
    assert_eq!(reached, State::ALL);
    assert!(STEPS.iter().all(|step| step.to != Draft));
    assert!(STEPS.iter().all(|step| (step.by == By::Announcement) == (step.need == Need::Decided)));
}

#[test]
fn the_table_prints_as_markdown() {
    let table = table();
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.len(), STEPS.len() + 2);
    assert_eq!(lines[0], "| from | to | by | when |");
    assert!(lines.contains(&"| submitted | withdrawn | submitter | while the call is open |"));
    assert!(lines.contains(&"| submitted | withdrawn | organiser | always |"));
    assert!(
        lines.contains(&"| submitted | accepted | announcement | if this is pending and the text unchanged since |")
    );
}
