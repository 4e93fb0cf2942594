//! Events in words.

use crate::page::mail::subject;
use crate::page::money::amount;
use crate::query::timeline::{Timeline, uuid};
use crate::service::export::Reader;
use base::Money;
use locale::{Arg, Tz, Words};
use post::query::MessageLine;
use serde_json::Value;
use store::event::Line;

/// A line in words.
pub(in crate::page) struct Told {
    pub sentence: String,
    /// What changed, field by field.
    pub details: Vec<String>,
    /// What somebody wrote to it, or what a server answered.
    pub reason: String,
}

/// What happened. A verb that nobody wrote words for shows as it is.
pub(in crate::page) fn told(reader: Reader, timeline: &Timeline, mails: &[MessageLine], line: &Line) -> Told {
    let scene = Scene { words: reader.words, zone: reader.zone, timeline, line };
    Told { sentence: scene.sentence(mails), details: scene.details(), reason: scene.reason() }
}

/// The fields of a change, in the order in which they are told.
const FIELDS: [&str; 16] = [
    "kind",
    "name",
    "given_name",
    "family_name",
    "organisation",
    "mailbox",
    "language",
    "category",
    "street",
    "postcode",
    "town",
    "country",
    "vat_id",
    "leitweg_id",
    "purchase_order",
    "cost_centre",
];

/// So much of a text is told, in characters.
const LONGEST: usize = 120;

#[derive(Clone, Copy)]
struct Scene<'a> {
    words: Words,
    zone: Tz,
    timeline: &'a Timeline,
    line: &'a Line,
}

impl Scene<'_> {
    fn sentence(self, mails: &[MessageLine]) -> String {
        let Self { words, line, timeline, .. } = self;
        let holder: Arg = self.holder().into();
        match line.verb.as_str() {
            "order.placed" => words.with("desk-event-order-placed", &[("count", number(line, "attendees"))]),
            "order.cancelled" => {
                let whole = line.detail["whole"] == true;
                let key = if whole { "desk-event-order-cancelled" } else { "desk-event-attendees-cancelled" };
                words.with(key, &[("names", names(line).into())])
            }
            "order.restored" => words.with(
                if line.detail["notify"] == true {
                    "desk-event-order-restored-sent"
                } else {
                    "desk-event-order-restored"
                },
                &[("names", names(line).into())],
            ),
            "attendee.substitute-named" | "attendee.substitute-withdrawn" => {
                let to = uuid(&line.detail["mailbox"]).and_then(|id| timeline.addresses.get(&id)).cloned();
                let key = format!("desk-event-{}", line.verb.replace('.', "-"));
                words.with(&key, &[("name", holder), ("to", to.unwrap_or_default().into())])
            }
            "attendee.substituted" => words.with("desk-event-attendee-substituted", &[("name", holder)]),
            "attendee.renamed" => words.with(
                "desk-event-renamed",
                &[("before", text(line, "before").into()), ("after", text(line, "after").into())],
            ),
            "attendee.told-apart" => words.with("desk-event-told-apart", &[("name", holder)]),
            "order.merged" | "order.given-over" => words.with(
                if line.verb == "order.merged" { "desk-event-merged" } else { "desk-event-given-over" },
                &[("names", names(line).into()), ("code", text(line, "slug").into())],
            ),
            "attendee.named" => words.with("desk-event-named", &[("name", text(line, "name").into())]),
            "order.address-corrected" => words.t("desk-event-address-corrected"),
            "order.mail-requested" => self.requested(),
            "order.buyer-changed" => words.t("desk-event-buyer-changed"),
            "attendee.changed" => words.with("desk-event-attendee-changed", &[("name", holder)]),
            "attendee.rebooked" => words.with("desk-event-rebooked", &[("name", holder)]),
            "order.answered" => words.t("desk-event-order-answered"),
            "attendee.answered" => words.with("desk-event-attendee-answered", &[("name", holder)]),
            "attendee.extra-added" => words.with("desk-event-extra-added", &extra(line)),
            "attendee.extra-removed" => words.with("desk-event-extra-removed", &extra(line)),
            "order.approved" => words.t("desk-event-approved"),
            "order.refused" => words.t("desk-event-refused-order"),
            "order.link-renewed" => words.t("desk-event-order-link-renewed"),
            "attendee.link-renewed" if line.detail["ticket"] == true => {
                words.with("desk-event-ticket-renewed", &[("name", holder)])
            }
            "attendee.calendar-renewed" => words.with("desk-event-calendar-renewed", &[("name", holder)]),
            "attendee.link-renewed" => words.with("desk-event-attendee-link-renewed", &[("name", holder)]),
            "order.noted" if text(line, "after").is_empty() => words.t("desk-event-note-removed"),
            "order.noted" if text(line, "before").is_empty() => words.t("desk-event-note-written"),
            "order.noted" => words.t("desk-event-note-changed"),
            "check-in.admitted" => words.with("desk-event-admitted", &[("name", holder)]),
            "check-in.refused" if self.holder().is_empty() => {
                words.with("desk-audit-check-in-refused-unknown", &[("what", self.refusal().into())])
            }
            "check-in.refused" => {
                words.with("desk-event-refused", &[("name", holder), ("reason", self.refusal().into())])
            }
            "check-in.reversed" => words.with("desk-event-reversed", &[("name", holder)]),
            verb => self.mail(mails).or_else(|| self.audited()).unwrap_or_else(|| verb.to_owned()),
        }
    }

    /// What did not happen to an order or a mail: setting up, the team, lists taken along.
    fn audited(self) -> Option<String> {
        let (words, line) = (self.words, self.line);
        if let Some(what) = super::account::sentence(words, line) {
            return Some(words.with("desk-audit-whom", &[("what", what.into()), ("name", self.holder().into())]));
        }
        let key = format!("desk-audit-{}", line.verb.replace(['.', '_'], "-"));
        let count = ["rows", "orders", "messages", "added", "answers", "places", "n", "to"]
            .into_iter()
            .find_map(|name| line.detail[name].as_i64());
        let what = match line.verb.as_str() {
            "congress.phase-set" => {
                word(words, &format!("desk-phase-{}", name(text(line, "phase"))), text(line, "phase"))
            }
            "congress.changed" => {
                word(words, &format!("desk-settings-tab-{}", name(text(line, "part"))), text(line, "part"))
            }
            "list.exported" if line.detail["sensitive"] == true => {
                let list = word(words, &format!("desk-list-{}", name(text(line, "list"))), text(line, "list"));
                words.with("desk-list-with-sensitive", &[("list", list.into())])
            }
            "list.exported" | "view.kept" | "view.removed" => {
                word(words, &format!("desk-list-{}", name(text(line, "list"))), text(line, "list"))
            }
            "orders.changed-together" => {
                word(words, &format!("desk-audit-batch-{}", name(text(line, "action"))), text(line, "action"))
            }
            "order.payment-received" | "order.payment-withdrawn" | "order.refunded" | "order.refund-withdrawn" => {
                let amount = line.detail["cents"].as_i64().unwrap_or_default();
                words.money(&Money { amount, currency: text(line, "currency").to_owned() })
            }
            "order.invoiced" => {
                let numbers = line.detail["numbers"].as_array().map(Vec::as_slice).unwrap_or_default();
                numbers.iter().filter_map(|n| n.as_str()).collect::<Vec<_>>().join(", ")
            }
            "order.expired" | "contingent.named" => names(line),
            verb if verb.starts_with("waiting.") => self.holder(),
            "mailbox.opted-out" | "mailbox.opted-in" => {
                word(words, &format!("desk-audit-kind-{}", name(text(line, "to"))), text(line, "to"))
            }
            verb if verb.starts_with("mail_text.") || verb.starts_with("mail_kind.") => {
                crate::page::mail::kind(words, text(line, "kind"))
            }
            "campaign.planned" => {
                let at = text(line, "to").parse().map_or_else(|_| String::new(), |at| words.date_time(at, self.zone));
                format!("{}, {at}", text(line, "slug"))
            }
            "vouchers.added" => text(line, "tag").to_owned(),
            verb if verb.starts_with("voucher.") => text(line, "code").to_owned(),
            "api_token.added" | "api_token.revoked" => self.holder(),
            // The job's number, as `store::job` makes an id of it.
            "job.started-again" => line.object_id.as_u128().to_string(),
            _ => text(line, "slug").to_owned(),
        };
        let args = [("count", count.unwrap_or_default().into()), ("what", what.into())];
        words.has(&key).then(|| words.with(&key, &args))
    }

    fn requested(self) -> String {
        let Self { words, timeline, line, .. } = self;
        let one = uuid(&line.detail["attendee"]).and_then(|id| timeline.attendees.get(&id));
        let mailbox = uuid(&line.detail["mailbox"]).and_then(|id| timeline.addresses.get(&id));
        match (one, mailbox) {
            (Some(name), _) => words.with("desk-event-ticket-requested", &[("name", name.into())]),
            (None, Some(address)) => words.with("desk-event-mail-requested-to", &[("to", address.into())]),
            (None, None) => words.t("desk-event-mail-requested"),
        }
    }

    /// The mail that a line is about.
    fn mail(self, mails: &[MessageLine]) -> Option<String> {
        let key = format!("desk-event-{}", self.line.verb.replace(['.', '_'], "-"));
        let mail = mails.iter().find(|mail| mail.id == self.line.object_id).filter(|_| self.words.has(&key))?;
        let args = [("subject", subject(self.words, mail).into()), ("to", (&mail.to_address).into())];
        Some(self.words.with(&key, &args))
    }

    /// Whose ticket it is.
    fn holder(self) -> String {
        self.timeline.attendees.get(&self.line.object_id).cloned().unwrap_or_default()
    }

    /// Why somebody was not let in, in the words of the door.
    fn refusal(self) -> String {
        let reason = text(self.line, "reason");
        let key = format!("checkin-title-{}", reason.replace('_', "-"));
        if self.words.has(&key) { self.words.t(&key) } else { reason.to_owned() }
    }

    fn reason(self) -> String {
        let line = self.line;
        match line.verb.as_str() {
            "order.cancelled"
            | "order.approved"
            | "order.payment-withdrawn"
            | "order.refund-withdrawn"
            | "waiting.removed"
            | "waiting.prioritised" => text(line, "reason").to_owned(),
            "message.failed" | "message.bounced" | "message.in_doubt"
                if let Some(answer) = self.timeline.answer(line) =>
            {
                answer.to_owned()
            }
            // The log keeps no more: answers name addresses.
            "message.failed" => line.detail["code"].as_u64().map(|code| code.to_string()).unwrap_or_default(),
            "campaign.stopped" if !text(line, "why").is_empty() => {
                word(self.words, &format!("campaign-halt-{}", name(text(line, "why"))), text(line, "why"))
            }
            // What is gone: what holds now stands above.
            "order.noted" => text(line, "before").to_owned(),
            _ => text(line, "note").to_owned(),
        }
    }

    /// "Name: Petra Kemper → Petra Kämper".
    fn details(self) -> Vec<String> {
        let (before, after) = (&self.line.detail["before"], &self.line.detail["after"]);
        let Some(old) = before.as_object() else { return self.differences() };
        let changed = FIELDS.into_iter().filter(|field| old.contains_key(*field));
        let told = changed.map(|field| {
            let name = field.replace('_', "-");
            let label = format!("desk-field-{name}");
            let label = if self.words.has(&label) { label } else { format!("billing-{name}") };
            let args = [
                ("field", self.words.t(&label).into()),
                ("before", self.value(field, &before[field]).into()),
                ("after", self.value(field, &after[field]).into()),
            ];
            self.words.with("desk-timeline-change", &args)
        });
        told.collect()
    }

    fn value(self, field: &str, value: &Value) -> String {
        let Self { words, timeline, .. } = self;
        let said = value.as_str().unwrap_or_default();
        let shown = match field {
            "mailbox" => uuid(value).and_then(|id| timeline.addresses.get(&id)).cloned(),
            "category" => uuid(value).and_then(|id| self.category(id)),
            "kind" => Some(words.t(&format!("desk-buyer-{}", said.replace('_', "-")))),
            "language" => said.parse().ok().map(|language| Words::new(language).t("web-language-name")),
            _ => Some(said.to_owned()),
        };
        shown.filter(|shown| !shown.is_empty()).unwrap_or_else(|| words.t("desk-timeline-empty"))
    }

    fn category(self, id: base::Uuid) -> Option<String> {
        self.timeline.categories.get(&id).map(|name| name.in_language(self.words.language()).to_owned())
    }
}

impl Scene<'_> {
    /// What differs in what was set up, as `store::event::changes` writes it; of what is new, how it was set up.
    fn differences(self) -> Vec<String> {
        let Some(changed) = self.line.detail["changed"].as_object() else { return vec![] };
        let is_new = self.line.verb.ends_with(".added");
        let told = changed.iter().map(|(field, sides)| {
            let label = word(self.words, &format!("desk-audit-field-{}", name(field)), field);
            let after = self.of_field(field, &sides[1]);
            if is_new {
                return self.words.with("desk-timeline-set", &[("field", label.into()), ("value", after.into())]);
            }
            let before = self.of_field(field, &sides[0]);
            let args = [("field", label.into()), ("before", before.into()), ("after", after.into())];
            self.words.with("desk-timeline-change", &args)
        });
        told.collect()
    }

    /// The value of a field: of a voucher, what it is for and what it does in words, and its amount with cents.
    fn of_field(self, field: &str, value: &Value) -> String {
        let words = self.words;
        match (field, value) {
            ("scope" | "effect", Value::String(said)) if self.line.verb.starts_with("voucher.") => {
                word(words, &format!("desk-voucher-{field}-{said}"), said)
            }
            ("amount", Value::Number(cents)) => words.decimal(cents.as_i64().unwrap_or_default()),
            _ => self.plain(value),
        }
    }

    /// A value as people read it; long texts by their beginning.
    fn plain(self, value: &Value) -> String {
        let words = self.words;
        let shown = match value {
            Value::Bool(true) => words.t("desk-yes"),
            Value::Bool(false) => words.t("desk-no"),
            Value::String(text) => match (text.parse(), uuid(value)) {
                (Ok(at), _) => words.date_time(at, self.zone),
                (Err(_), Some(id)) => self.category(id).unwrap_or_else(|| text.clone()),
                (Err(_), None) => text.clone(),
            },
            Value::Number(number) => number.as_i64().map_or_else(|| number.to_string(), |n| words.number(n)),
            Value::Array(values) => values.iter().map(|value| self.plain(value)).collect::<Vec<_>>().join(", "),
            Value::Object(price) if price.contains_key("amount") => {
                serde_json::from_value(value.clone()).map_or_else(|_| String::new(), |price| amount(words, &price))
            }
            // An answer to choose from.
            Value::Object(option) if option.contains_key("label") => self.plain(&option["label"]),
            // A text in the languages of the house.
            Value::Object(sides) => [words.language().tag(), "de", "en"]
                .iter()
                .find_map(|tag| sides.get(*tag)?.as_str().filter(|text| !text.is_empty()))
                .unwrap_or_default()
                .to_owned(),
            Value::Null => String::new(),
        };
        match shown.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", &shown[..end]),
            None if shown.is_empty() => words.t("desk-timeline-empty"),
            None => shown,
        }
    }
}

/// A name of the program as it stands in keys of words.
fn name(name: &str) -> String {
    name.replace(['.', '_'], "-")
}

/// The word of a key, if somebody wrote one; else the name as it is.
fn word(words: Words, key: &str, name: &str) -> String {
    if words.has(key) { words.t(key) } else { name.to_owned() }
}

fn text<'a>(line: &'a Line, name: &str) -> &'a str {
    line.detail[name].as_str().unwrap_or_default()
}

fn number(line: &Line, name: &str) -> Arg {
    line.detail[name].as_i64().unwrap_or_default().into()
}

fn names(line: &Line) -> String {
    let names = line.detail["names"].as_array().map(Vec::as_slice).unwrap_or_default();
    names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
}

/// Who has what beside the ticket.
fn extra(line: &Line) -> [(&'static str, Arg); 2] {
    [("name", text(line, "name").into()), ("what", text(line, "slug").into())]
}
