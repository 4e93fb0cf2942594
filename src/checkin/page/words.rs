//! What a verdict says: to the person at the door, and as the API's explanation.

use crate::entity::scan::Status;
use crate::query::admission::Entry;
use crate::query::scan::{Line, Outcome};
use base::Time;
use locale::{Tz, Words};
use ticket::{Detail, Reason};

/// The one word that fills the screen.
pub fn word(outcome: &Outcome) -> &'static str {
    match outcome.status() {
        Status::Admitted => "checkin-word-admitted",
        // Somebody at the door decided and said why; without a why, it is a scan that was kept while there was no network.
        Status::Attention if !outcome.scan.note.is_empty() => "checkin-word-forced",
        Status::Attention => "checkin-word-attention",
        Status::Refused => "checkin-word-refused",
    }
}

/// What is the matter, in a few words.
pub fn title(reason: Reason) -> &'static str {
    match reason {
        Reason::Invalid => "checkin-title-invalid",
        Reason::Unpaid => "checkin-title-unpaid",
        Reason::Blocked => "checkin-title-blocked",
        Reason::Canceled => "checkin-title-canceled",
        Reason::AlreadyRedeemed => "checkin-title-already-redeemed",
        Reason::InvalidTime => "checkin-title-invalid-time",
        Reason::Product => "checkin-title-product",
        Reason::Rules => "checkin-title-rules",
        Reason::Revoked => "checkin-title-revoked",
        Reason::Unapproved => "checkin-title-unapproved",
        Reason::Ambiguous => "checkin-title-ambiguous",
        Reason::Error => "checkin-title-error",
    }
}

/// What the person at the door does next.
pub fn next(reason: Reason, detail: Option<Detail>) -> &'static str {
    match (reason, detail) {
        (Reason::Invalid, Some(Detail::ForeignCongress)) => "checkin-next-foreign-congress",
        (Reason::Invalid, Some(Detail::Key)) => "checkin-next-key",
        (Reason::Invalid, Some(Detail::Signature)) => "checkin-next-signature",
        (Reason::Invalid, Some(Detail::Unknown)) => "checkin-next-unknown",
        (Reason::Invalid, _) => "checkin-next-malformed",
        (Reason::Unpaid, _) => "checkin-next-unpaid",
        (Reason::Blocked, Some(Detail::Test)) => "checkin-next-test",
        (Reason::Blocked, _) => "checkin-next-blocked",
        (Reason::Canceled, _) => "checkin-next-canceled",
        (Reason::AlreadyRedeemed, _) => "checkin-next-already-redeemed",
        (Reason::InvalidTime, Some(Detail::NotYetValid)) => "checkin-next-not-yet-valid",
        (Reason::InvalidTime, _) => "checkin-next-expired",
        (Reason::Product, _) => "checkin-next-product",
        (Reason::Rules, Some(Detail::Nameless)) => "checkin-next-nameless",
        (Reason::Rules, _) => "checkin-next-rules",
        (Reason::Revoked, _) => "checkin-next-revoked",
        (Reason::Unapproved, Some(Detail::Waiting)) => "checkin-next-waiting",
        (Reason::Unapproved, _) => "checkin-next-approval",
        (Reason::Ambiguous, _) => "checkin-next-ambiguous",
        (Reason::Error, _) => "checkin-next-error",
    }
}

/// "9:12 Uhr" on the day itself, with the date on another.
pub fn clock(words: Words, at: Time, now: Time, zone: Tz) -> String {
    let same_day = at.with_timezone(&zone).date_naive() == now.with_timezone(&zone).date_naive();
    if same_day { words.time(at, zone) } else { words.date_time(at, zone) }
}

/// When, where and by whom somebody was let in: the sentence, and the moment in it.
pub fn entered(words: Words, entry: &Entry, now: Time, zone: Tz) -> (String, String) {
    let at = clock(words, entry.at, now, zone);
    let args = [
        ("time", at.as_str().into()),
        ("gate", entry.gate.in_language(words.language()).into()),
        ("by", entry.by.as_str().into()),
    ];
    (words.with("checkin-entered", &args), at)
}

/// The whole verdict in a sentence or two, for programs.
pub fn explanation(words: Words, outcome: &Outcome, zone: Tz) -> String {
    let Some(reason) = outcome.reason() else { return words.t("checkin-welcome") };
    let mut sentences = vec![];
    if reason == Reason::AlreadyRedeemed
        && let Some(entry) = &outcome.entry
    {
        sentences.push(entered(words, entry, outcome.scan.received_at, zone).0);
    }
    if outcome.status() == Status::Attention {
        sentences.push(words.with("checkin-forced", &[("title", words.t(title(reason)).into())]));
    } else {
        sentences.push(words.t(next(reason, outcome.detail())));
    }
    sentences.join(" ")
}

/// What stands in the list of the last scans.
pub fn line(words: Words, line: &Line) -> String {
    match (&*line.holder, line.reason) {
        ("", reason) => reason.map_or_else(|| words.t("checkin-welcome"), |reason| words.t(title(reason))),
        (holder, None) => holder.to_owned(),
        (holder, Some(reason)) => {
            words.with("checkin-line", &[("holder", holder.into()), ("title", words.t(title(reason)).into())])
        }
    }
}
