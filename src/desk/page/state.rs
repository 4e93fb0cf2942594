//! States as words with a shape.

use locale::Words;
use maud::{Markup, html};
use post::query::MessageLine;
use registration::entity::{attendee, order};

/// What a state means for who reads it: the shape and the colour before the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Ok,
    Wait,
    Bad,
    Off,
}

/// The word with its shape; `class` for where it shows.
pub fn state(tone: Tone, word: &str, class: &str) -> Markup {
    let tone = match tone {
        Tone::Ok => "state--ok",
        Tone::Wait => "state--wait",
        Tone::Bad => "state--bad",
        Tone::Off => "state--off",
    };
    html! { span.state.(tone).(class) { (word) } }
}

/// The word for an order's state, and its tone.
pub fn of_order(words: Words, state: order::State) -> (Tone, String) {
    use order::State::{AwaitingApproval, AwaitingPayment, Cancelled, Confirmed, Expired, Waiting};
    let (tone, key) = match state {
        Confirmed => (Tone::Ok, "desk-order-confirmed"),
        AwaitingPayment => (Tone::Wait, "desk-order-awaiting-payment"),
        AwaitingApproval => (Tone::Wait, "desk-order-awaiting-approval"),
        Waiting => (Tone::Wait, "desk-order-waiting"),
        Expired => (Tone::Off, "desk-order-expired"),
        Cancelled => (Tone::Off, "desk-order-cancelled"),
    };
    (tone, words.t(key))
}

/// The word for an attendee's state, and its tone.
pub fn of_attendee(words: Words, state: attendee::State) -> (Tone, String) {
    use attendee::State::{Cancelled, Expired, Unapproved, Unpaid, Valid, Waiting};
    let (tone, key) = match state {
        Valid => (Tone::Ok, "desk-attendee-valid"),
        Unpaid => (Tone::Wait, "desk-attendee-unpaid"),
        Unapproved => (Tone::Wait, "desk-attendee-unapproved"),
        Waiting => (Tone::Wait, "desk-attendee-waiting"),
        Expired => (Tone::Off, "desk-attendee-expired"),
        Cancelled => (Tone::Off, "desk-attendee-cancelled"),
    };
    (tone, words.t(key))
}

/// How an order came in.
pub fn source(words: Words, source: order::Source) -> String {
    use order::Source::{Api, Demo, Desk, Import, Web};
    words.t(match source {
        Web => "desk-source-web",
        Api => "desk-source-api",
        Desk => "desk-source-desk",
        Import => "desk-source-import",
        Demo => "desk-source-demo",
    })
}

/// Who pays.
pub fn buyer_kind(words: Words, kind: order::BuyerKind) -> String {
    use order::BuyerKind::{Business, Person, PublicBody};
    words.t(match kind {
        Person => "desk-buyer-person",
        Business => "desk-buyer-business",
        PublicBody => "desk-buyer-public-body",
    })
}

/// The word for a mail's state, and its tone.
pub fn of_mail(words: Words, state: post::State) -> (Tone, String) {
    use post::State::{Dropped, Failed, Held, InDoubt, Sending, Sent, Waiting};
    let tone = match state {
        Sent => Tone::Ok,
        Waiting | Sending | Held => Tone::Wait,
        Failed | InDoubt => Tone::Bad,
        Dropped => Tone::Off,
    };
    (tone, words.t(&format!("post-state-{}", state.name())))
}

/// The same of a mail: what the mail server had taken and came back is told apart from what it did not take.
pub fn of_message(words: Words, mail: &MessageLine) -> (Tone, String) {
    if mail.came_back() { (Tone::Bad, words.t("post-state-bounced")) } else { of_mail(words, mail.state) }
}
