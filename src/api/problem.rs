//! The problems that programs are told.

use serde_json::{Value, json};

/// A kind of problem: `/problems/{name}`.
#[derive(Clone, Copy, Debug)]
pub struct Problem {
    pub name: &'static str,
    pub status: u16,
    /// When it is told.
    pub when: &'static str,
    /// The title as it is told in English.
    title: &'static str,
    /// The detail as it is told in English, and members of its own.
    detail: &'static str,
    own: Own,
}

#[derive(Clone, Copy, Debug)]
enum Own {
    Nothing,
    Errors(&'static str, &'static str),
    Text(&'static str, &'static str),
    Places { size: i32, taken: i32 },
}

const fn problem(
    name: &'static str,
    status: u16,
    when: &'static str,
    (title, detail): (&'static str, &'static str),
    own: Own,
) -> Problem {
    Problem { name, status, when, title, detail, own }
}

const NONSENSE: &str = "This request makes no sense";
const GONE: &str = "This no longer fits";
const REFUSED: &str = "This is not allowed";
const WRONG: &str = "Something is not right yet";

/// All of them.
pub const PROBLEMS: &[Problem] = &[
    problem(
        "bad-request",
        400,
        "the content is no JSON, or a parameter is unknown or malformed",
        (NONSENSE, "\"limit\" must be a number from 1 to 1,000."),
        Own::Nothing,
    ),
    problem(
        "idempotency-key-malformed",
        400,
        "the `Idempotency-Key` is none",
        (NONSENSE, "The Idempotency-Key must have 1 to 255 visible characters."),
        Own::Nothing,
    ),
    problem(
        "unauthorized",
        401,
        "there is no token, or it is not valid, or no longer",
        ("Authentication needed", "A valid token is needed here."),
        Own::Nothing,
    ),
    problem(
        "forbidden",
        403,
        "the token lacks the permission",
        (REFUSED, "The token lacks the permission \"orders.write\"."),
        Own::Text("permission", "orders.write"),
    ),
    problem(
        "not-on-sale",
        403,
        "a category is not in its time of sale, or the congress is not open",
        (REFUSED, "\"vor-ort\" is not on sale now."),
        Own::Text("category", "vor-ort"),
    ),
    problem(
        "not-found",
        404,
        "there is no such thing, or the token is not for it",
        ("There is no such page", "There is nothing at this address, or nothing any more."),
        Own::Nothing,
    ),
    problem(
        "method-not-allowed",
        405,
        "the address takes other methods; the header `Allow` names them",
        ("This does not work this way", "This address cannot be used in this way."),
        Own::Nothing,
    ),
    problem(
        "slug-taken",
        409,
        "the short name is taken",
        (GONE, "The short name \"vor-ort\" is taken."),
        Own::Text("slug", "vor-ort"),
    ),
    problem(
        "smaller-than-taken",
        409,
        "more places are taken than the quota would have",
        (GONE, "12 places are taken already."),
        Own::Places { size: 10, taken: 12 },
    ),
    problem(
        "sold-out",
        409,
        "a quota has too few places left",
        (GONE, "There are not enough places left in \"Großer Saal\"."),
        Own::Text("quota", "saal"),
    ),
    problem(
        "closed",
        409,
        "it is cancelled already, or the congress is over",
        (GONE, "This can no longer be changed."),
        Own::Nothing,
    ),
    problem(
        "too-large",
        413,
        "the content is larger than one megabyte",
        ("This is too much", "What was sent is larger than one megabyte."),
        Own::Nothing,
    ),
    problem(
        "unsupported-media-type",
        415,
        "the content does not say that it is `application/json`",
        ("This format is not read", "A form or JSON is expected."),
        Own::Nothing,
    ),
    problem(
        "invalid",
        422,
        "members are missing, unknown or wrong; `errors` names each",
        (WRONG, "At least one entry is not valid."),
        Own::Errors("/attendees/0/email", "Something is missing after the @, as in town.example."),
    ),
    problem(
        "idempotency-key-reused",
        422,
        "the `Idempotency-Key` was sent with another request",
        (WRONG, "This Idempotency-Key belongs to another request."),
        Own::Nothing,
    ),
    problem(
        "nonce-reused",
        422,
        "the nonce was sent with another ticket",
        (WRONG, "The nonce was used for another ticket."),
        Own::Nothing,
    ),
    problem(
        "voucher-refused",
        422,
        "the voucher is unknown, no longer valid, used up, or for other attendees",
        (WRONG, "This voucher has expired."),
        Own::Nothing,
    ),
    problem(
        "unknown-gate",
        422,
        "there is no such gate",
        (WRONG, "There is no gate \"back\"."),
        Own::Text("gate", "back"),
    ),
    problem(
        "internal",
        500,
        "the mistake is ours; `request_id` finds it in the log",
        ("Something went wrong", "The mistake is ours, not yours."),
        Own::Text("request_id", "0194f0c6-3b7e-7d2a-9f43-2f6c1e0b9a55"),
    ),
    problem(
        "unavailable",
        503,
        "the program is overloaded or its database away; `Retry-After` says when to ask again",
        ("It is too full right now", "The program is overloaded at the moment."),
        Own::Text("request_id", "0194f0c6-3b7e-7d2a-9f43-2f6c1e0b9a55"),
    ),
];

impl Problem {
    /// The address that names it.
    pub fn kind(&self) -> String {
        format!("/problems/{}", self.name)
    }

    /// A document that tells it.
    pub fn example(&self) -> Value {
        let mut document =
            json!({ "type": self.kind(), "title": self.title, "status": self.status, "detail": self.detail });
        match self.own {
            Own::Nothing => {}
            Own::Errors(pointer, detail) => document["errors"] = json!([{ "pointer": pointer, "detail": detail }]),
            Own::Text(name, value) => document[name] = value.into(),
            Own::Places { size, taken } => {
                document["size"] = size.into();
                document["taken"] = taken.into();
            }
        }
        document
    }
}
