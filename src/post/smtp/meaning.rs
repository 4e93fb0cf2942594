//! What it means where a talk ended: whose fault it is, whether to try again, and whether the mail may be there.

use super::talk::{Halt, Stage, Why};
use super::{Answer, Refusal};
use crate::trouble::Trouble::{self, *};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::response::Code;
use std::error::Error as _;
use std::io;

/// What a refusal means. Before the mail itself was sent nothing has arrived; what a server refuses before it has heard
/// the recipient is not the recipient's fault, however final it sounds: it is tried again, until somebody mends it.
pub(super) fn refusal(halt: &Halt) -> Refusal {
    match &halt.why {
        Why::NoUtf8 => Refusal::ForGood(Answer::of(Address, "the mail server does not support SMTPUTF8")),
        Why::Silence(patience) => {
            let said = format!("no answer within {} s", patience.as_secs_f32().ceil());
            if halt.stage == Stage::Content {
                Refusal::Lost(Answer::of(Lost, said))
            } else {
                Refusal::ForNow(Answer::of(Silent, said))
            }
        }
        Why::Said(error) => match error.status() {
            Some(code) => reply(halt.stage, code, error),
            None => no_reply(halt.stage, error),
        },
    }
}

fn reply(stage: Stage, code: Code, error: &Error) -> Refusal {
    let said = error.source().map(ToString::to_string).unwrap_or_default();
    let number = u16::from(code);
    let enhanced = enhanced(&said);
    let for_good = error.is_permanent();
    // RFC 4954 §6, and RFC 3207 §4: "530 5.7.0 Must issue a STARTTLS command first".
    let credentials = matches!(number, 530 | 534 | 535 | 538);
    let lower = said.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|words| lower.contains(words));
    let trouble = match stage {
        _ if credentials && lower.contains("starttls") => Tls,
        _ if credentials => Login,
        Stage::Tls => Tls,
        Stage::Login if for_good => Login,
        Stage::Sender if for_good => Sender,
        Stage::Greeting | Stage::Login | Stage::Sender => Busy,
        Stage::Recipient | Stage::Announced | Stage::Content => match enhanced {
            _ if number == 421 => Busy,
            // Most servers say only after RCPT what they have against the sender, or against us, and with any code.
            _ if says(&SENDER) => Sender,
            _ if says(&HOST) => Login,
            Some((7, _)) if stage == Stage::Recipient && says(&US) => Login,
            // RFC 3463 §3.3 and §3.4: the recipient's mailbox; the whole system's storage, as 452 alone says too (RFC 5321
            // §4.2.2).
            Some((2, 2)) => Full,
            Some((3, 1)) => Busy,
            None if number == 452 => Busy,
            _ if !for_good => Later,
            // RFC 3463 §3.2: the sender's address.
            Some((1, 7 | 8)) => Sender,
            Some((1, _) | (2, 1)) => Recipient,
            None if stage == Stage::Recipient && matches!(number, 550 | 551 | 553) => Recipient,
            _ => Refused,
        },
    };
    let answer = Answer::reply(code, &said, Some(trouble));
    if for_good && !trouble.is_ours() && trouble != Busy { Refusal::ForGood(answer) } else { Refusal::ForNow(answer) }
}

fn no_reply(stage: Stage, error: &Error) -> Refusal {
    let said = error.to_string();
    // lettre tells a lost connection from an answer that cannot be read in its words alone.
    let cut = !error.is_response() || said.contains("incomplete response");
    let trouble = match stage {
        Stage::Content if cut => return Refusal::Lost(Answer::of(Lost, said)),
        Stage::Content => return Refusal::Unreadable(Answer::of(Unreadable, said)),
        _ if said.contains("certificate") => Certificate,
        Stage::Tls => Tls,
        Stage::Greeting if is_tls(error) => Tls,
        Stage::Greeting if !cut => return Refusal::ForNow(Answer::of(Stranger, foreign(&said))),
        // The server knows no way to log in that we know.
        Stage::Login if error.is_client() => Login,
        _ => Unreachable,
    };
    Refusal::ForNow(Answer::of(trouble, said))
}

/// What was said that is no SMTP, without lettre's words for where it stopped reading: "error Tag at: HTTP/1.1 400".
fn foreign(said: &str) -> &str {
    said.split_once(" at: ").map_or(said, |(_, heard)| heard)
}

/// What servers say of a sender for whom they take no mails: Postfix, Exchange.
const SENDER: [&str; 2] = ["sender address rejected", "send as this sender"];
/// What they say to who would have to come from another host, or to name it otherwise: Postfix, Exim, lists of senders of
/// spam.
const HOST: [&str; 4] = ["client host rejected", "helo command rejected", "blocked using", "relay not permitted"];
/// What they say, as a matter of policy, to who would have to log in.
const US: [&str; 3] = ["relay", "access denied", "authentication"];

/// The second and third part of a code such as `5.1.1` (RFC 3463), with which a reply begins.
fn enhanced(said: &str) -> Option<(u16, u16)> {
    let mut parts = said.split_whitespace().next()?.split('.');
    let class = parts.next()?;
    let (subject, detail) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    matches!(class, "4" | "5").then_some((subject, detail))
}

/// Whether it was TLS that failed, with a server that was to speak it from the first octet.
fn is_tls(error: &Error) -> bool {
    let mut source = error.source();
    while let Some(e) = source {
        if e.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::InvalidData) {
            return true;
        }
        source = e.source();
    }
    false
}

impl Trouble {
    /// Whether it is this installation or its mail server that must be mended, whoever the mail is for.
    pub fn is_ours(self) -> bool {
        matches!(self, Unreachable | Stranger | Silent | Tls | Certificate | Login | Sender)
    }
}
