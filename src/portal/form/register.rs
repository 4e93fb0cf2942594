//! The registration form: its fields by name, and the order that they make.
//!
//! `buyer`, `organisation`, where an invoice goes, `buyer-name`, `buyer-email`, `self`, `terms`, and for each person `given-1`, `family-1`,
//! `email-1`, `organisation-1`, `later-1`, `category-1`, `language-1`; for a voucher `voucher`, and `voucher-shown` and
//! `voucher-for` with what was shown of it. Colleagues are pasted into `paste`, or come as a `file`.

use crate::form::asked::{Asked, SHOWN};
use crate::query::offer::Offer;
use crate::query::voucher::Voucher;
use base::{Language, Uuid};
use congress::rules::code::normalise;
use garde::Validate;
use locale::Words;
use registration::entity::order::{BuyerKind, Source};
use registration::form::pasting::PASTE;
use registration::form::people::{Action, LATER, LATER_COUNT, Layout, People};
use registration::form::{AttendeeForm, Billing, BuyerForm, OrderForm, VoucherForm};
use registration::rules::pricing::{self, Agreed};
use std::collections::BTreeSet;
use web::{Faults, Fields};

/// What the form asks.
const LAYOUT: Layout = Layout {
    parts: &["given", "family", "email", "organisation", LATER, "category", "language", EXTRA],
    once: &[
        "placement",
        "offer",
        "buyer",
        "organisation",
        "buyer-name",
        "buyer-email",
        PASTE,
        LATER_COUNT,
        VOUCHER,
        SHOWN_VOUCHER,
        VOUCHER_FOR,
        "terms",
        SHOWN,
        LINK,
    ],
    passed_on: &["category", "language"],
    of_buyer: &[("email", "buyer-email")],
};

/// The largest table of people, in bytes.
pub const MAX_FILE: usize = 1024 * 1024;

/// The secret link that something was shown by.
pub const LINK: &str = "link";
/// What goes with a ticket: as often as something is ticked.
pub const EXTRA: &str = "extra";
/// The code of a voucher.
pub const VOUCHER: &str = "voucher";
/// The code of the voucher whose prices the form showed, …
pub const SHOWN_VOUCHER: &str = "voucher-shown";
/// … and for how many tickets.
pub const VOUCHER_FOR: &str = "voucher-for";

/// What was typed.
#[derive(Clone, Debug)]
pub struct Typed {
    pub people: People,
    /// What became of the voucher that was typed.
    pub voucher: Voucher,
    /// What may go with the tickets.
    pub extras: Vec<Offer>,
    /// What is not shown to all, and something unlocked for them.
    pub unlocked: BTreeSet<Uuid>,
}

impl Typed {
    /// An empty form for one person. `placement` makes it one order, however often it is sent.
    pub fn fresh(placement: Uuid, language: Language, category: &str) -> Self {
        let fields = Fields::new()
            .with("placement", placement.to_string())
            .with("category-1", category)
            .with("language-1", language.tag());
        Self::of(People::fresh(fields, &LAYOUT))
    }

    /// What came, and what the button asks for.
    pub fn read(sent: &Fields) -> (Self, Action) {
        let (people, action) = People::read(sent, &LAYOUT);
        (Self::of(people), action)
    }

    fn of(people: People) -> Self {
        Self { people, voucher: Voucher::default(), extras: vec![], unlocked: BTreeSet::new() }
    }

    /// The secret link that something is shown by; empty: none.
    pub fn link(&self) -> &str {
        self.people.fields.get(LINK)
    }

    /// Under which address they order.
    pub fn address(&self) -> &str {
        self.people.fields.get("buyer-email")
    }

    /// The category of each person.
    pub fn categories(&self) -> impl Iterator<Item = &str> {
        (1..=self.people.count).map(|n| self.people.of("category", n))
    }

    /// The code of a voucher as it would be kept; empty: none.
    pub fn code(&self) -> String {
        normalise(self.people.fields.get(VOUCHER))
    }

    /// What has been chosen of what is offered, a person after the other.
    pub fn chosen<'a>(&self, offers: &'a [Offer]) -> Vec<&'a Offer> {
        self.categories().filter_map(|slug| offers.iter().find(|offer| offer.slug() == slug)).collect()
    }

    /// What each of that costs in this order without a voucher, as it would be agreed now.
    pub fn regular(&self, offers: &[Offer]) -> Vec<Agreed> {
        agreed(&self.chosen(offers))
    }

    /// What somebody has ticked beside the ticket.
    pub fn ticked(&self, n: usize) -> impl Iterator<Item = &str> {
        let wanted = format!("{EXTRA}-{n}");
        self.people.fields.iter().filter(move |(name, _)| *name == wanted).map(|(_, slug)| slug)
    }

    /// What goes with the tickets of all, of what is offered.
    pub fn chosen_extras(&self) -> Vec<&Offer> {
        let ticked = (1..=self.people.count).flat_map(|n| self.ticked(n));
        ticked.filter_map(|slug| self.extras.iter().find(|offer| offer.slug() == slug)).collect()
    }

    /// What that costs, as it would be agreed now.
    pub fn beside(&self) -> Vec<Agreed> {
        agreed(&self.chosen_extras())
    }

    /// The same with the voucher.
    pub fn agreed(&self, offers: &[Offer]) -> Vec<Agreed> {
        let with = |(at, one): (usize, Agreed)| Agreed { cents: self.voucher.price(at, one.cents), ..one };
        self.regular(offers).into_iter().enumerate().map(with).collect()
    }

    /// The voucher with so many tickets as were shown; one that was not shown yet must reach for all that it is for.
    fn voucher(&self) -> Option<VoucherForm> {
        let code = self.code();
        let shown = self.people.fields.get(VOUCHER_FOR).parse().ok();
        let reach = shown.filter(|_| self.people.fields.get(SHOWN_VOUCHER) == code).unwrap_or(usize::MAX);
        (!code.is_empty()).then_some(VoucherForm { code, reach })
    }

    pub fn placement(&self) -> Option<Uuid> {
        self.people.fields.get("placement").parse().ok()
    }

    fn kind(&self) -> Option<BuyerKind> {
        match self.people.fields.get("buyer") {
            "person" => Some(BuyerKind::Person),
            "business" => Some(BuyerKind::Business),
            "public_body" => Some(BuyerKind::PublicBody),
            _ => None,
        }
    }

    /// Takes the pasted lines as people: how many, and what is wrong with them or their lines. Whoever all belong to is
    /// the organisation of the order where none is typed; another one stays with its person.
    pub fn paste(&mut self, offers: &[Offer], words: Words) -> (usize, Faults) {
        let categories: Vec<_> = offers.iter().map(|offer| &offer.view).collect();
        let (taken, mut faults) = self.people.paste(&categories);
        self.share_organisation();
        let order = self.order(words.language(), String::new());
        for (field, message) in self.wrong(&order, offers) {
            if LAYOUT.person(&field).is_some() {
                faults.add(field, message);
            }
        }
        name_fields(&mut faults, self.people.count, words);
        (taken, faults)
    }

    fn share_organisation(&mut self) {
        let own: Vec<String> =
            (1..=self.people.count).map(|n| self.people.of("organisation", n).trim().to_owned()).collect();
        let mut named = own.iter().filter(|name| !name.is_empty());
        if self.people.fields.get("organisation").trim().is_empty()
            && let Some(first) = named.next()
            && named.all(|name| name == first)
        {
            self.people.fields.set("organisation", first.clone());
        }
        for (name, n) in own.iter().zip(1..) {
            if name == self.people.fields.get("organisation").trim() {
                self.people.set("organisation", n, "");
            }
        }
    }

    /// The order, with `consent` as the words that were agreed to. An address that is not typed is the buyer's; all
    /// work for the organisation that is typed once, who has no other.
    fn order(&self, language: Language, consent: String) -> OrderForm {
        let get = |name: &str| self.people.fields.get(name).to_owned();
        let attendee = |n: usize| AttendeeForm {
            category: self.people.of("category", n).to_owned(),
            nameless: self.people.is_nameless(n),
            given_name: self.people.of("given", n).to_owned(),
            family_name: self.people.of("family", n).to_owned(),
            email: if self.people.of("email", n).trim().is_empty() {
                get("buyer-email")
            } else {
                self.people.of("email", n).to_owned()
            },
            organisation: if self.people.of("organisation", n).trim().is_empty() {
                get("organisation")
            } else {
                self.people.of("organisation", n).to_owned()
            },
            language: self.people.of("language", n).parse().unwrap_or(language),
            answers: self.people.answers(n),
            extras: self.ticked(n).map(str::to_owned).collect(),
        };
        OrderForm {
            buyer: BuyerForm {
                kind: self.kind().unwrap_or(BuyerKind::Person),
                by_hand: true,
                name: get("buyer-name"),
                email: get("buyer-email"),
                organisation: get("organisation"),
                billing: Billing::read(&self.people.fields),
            },
            language,
            notify: true,
            source: Source::Web,
            placement: self.placement(),
            test: false,
            attendees: (1..=self.people.count).map(attendee).collect(),
            voucher: self.voucher(),
            consent: Some(consent),
            answers: self.people.answers_once(),
            unlocked: self.unlocked.clone(),
        }
    }

    /// The order, or all that is wrong with it.
    pub fn check(&self, offers: &[Offer], asked: &Asked, words: Words, consent: String) -> Result<OrderForm, Faults> {
        let order = self.order(words.language(), consent);
        let answers = asked.wrong(&self.people).into_iter();
        let answers = answers.map(|(field, wrong)| (field, wrong.message.to_owned(), wrong.values));
        let typed = self.wrong(&order, offers).into_iter().map(|(field, message)| (field, message, vec![]));
        let mut wrong: Vec<_> = typed.chain(answers).collect();
        wrong.sort_by_key(|(field, ..)| place(field));
        let mut faults = Faults::new();
        for (field, message, values) in wrong {
            faults.add_with(field, message, &web::problem::args(&values));
        }
        name_fields(&mut faults, self.people.count, words);
        asked.name_fields(&mut faults, self.people.count, words);
        if faults.is_empty() { Ok(order) } else { Err(faults) }
    }

    /// Fields with what is wrong with them, in the order of the page.
    fn wrong(&self, order: &OrderForm, offers: &[Offer]) -> Vec<(String, String)> {
        let mut wrong: Vec<(String, String)> = vec![];
        let mut add = |field: String, message: &str| wrong.push((field, message.to_owned()));
        if self.kind().is_none() {
            add("buyer".into(), "portal-fault-buyer");
        }
        if let Err(report) = order.validate() {
            report.iter().for_each(|(path, error)| add(self.field(&path.to_string()), error.message()));
        }
        let cents = pricing::sum(&self.agreed(offers)) + pricing::sum(&self.beside());
        if let Some(kind) = self.kind() {
            for name in order.buyer.billing.missing(kind, cents) {
                add(format!("{}{name}", Billing::PREFIX), "portal-fault-billing");
            }
        }
        for (slug, n) in self.categories().zip(1..) {
            if !offers.iter().any(|offer| offer.slug() == slug) {
                add(format!("category-{n}"), "portal-fault-category");
            }
            if self.ticked(n).any(|ticked| !self.extras.iter().any(|offer| offer.slug() == ticked)) {
                add(format!("{EXTRA}-{n}"), "portal-fault-extra-gone");
            }
        }
        if !self.people.fields.has("terms") {
            add("terms".into(), "portal-fault-terms");
        }
        wrong.retain(|(field, _)| !self.is_the_buyers(field));
        wrong.sort_by_key(|(field, _)| place(field));
        wrong
    }

    /// The field of a path of garde's. The organisation is typed once, unless somebody has their own.
    fn field(&self, path: &str) -> String {
        let field = field(path);
        match LAYOUT.person(&field) {
            Some(("organisation", n)) if self.people.of("organisation", n).trim().is_empty() => "organisation".into(),
            _ => field,
        }
    }

    /// What is wrong with the buyer is not said again of person 1, nor of those who get no mail of their own.
    fn is_the_buyers(&self, field: &str) -> bool {
        match LAYOUT.person(field) {
            Some(("given" | "family" | "email", 1)) if self.people.has_buyer() => true,
            Some(("email", n)) => self.people.of("email", n).trim().is_empty(),
            _ => false,
        }
    }
}

/// What each of these costs in one order, as it would be agreed now.
fn agreed(chosen: &[&Offer]) -> Vec<Agreed> {
    let views: Vec<_> = chosen.iter().map(|offer| &offer.view).collect();
    chosen.first().map(|offer| pricing::agreed(&views, offer.now)).unwrap_or_default()
}

/// What each field is called in the list of errors.
pub fn name_fields(faults: &mut Faults, people: usize, words: Words) {
    for (name, key) in [
        ("organisation", "portal-organisation"),
        ("buyer-name", "portal-name"),
        ("buyer-email", "portal-email"),
        (PASTE, "portal-paste"),
        (VOUCHER, "portal-voucher"),
        (LATER_COUNT, "portal-later-count"),
        ("file", "portal-paste-file"),
    ] {
        faults.name(name, &words.t(key));
    }
    for (name, _) in Billing::default().parts() {
        faults.name(&format!("{}{name}", Billing::PREFIX), &words.t(&format!("billing-{name}")));
    }
    let parts = [
        ("given", "portal-given-name"),
        ("family", "portal-family-name"),
        ("email", "portal-email"),
        ("organisation", "portal-organisation"),
        ("category", "portal-ticket"),
        (EXTRA, "portal-extras"),
    ];
    for n in 1..=people {
        for (part, key) in parts {
            let label = words.with("portal-label-of-person", &[("label", words.t(key).into()), ("number", n.into())]);
            faults.name(&format!("{part}-{n}"), &label);
        }
    }
}

/// The field of a path of garde's: `attendees[0].given_name` is `given-1`.
fn field(path: &str) -> String {
    if path.starts_with("buyer.billing.") {
        return path.replace(['.', '_'], "-");
    }
    let Some(rest) = path.strip_prefix("attendees[") else {
        return match path {
            "buyer.name" => "buyer-name",
            "buyer.email" => "buyer-email",
            "buyer.organisation" => "organisation",
            // Too many, or none.
            _ => "given-1",
        }
        .to_owned();
    };
    let (index, member) = rest.split_once("].").unwrap_or((rest, ""));
    let n = index.parse::<usize>().unwrap_or_default() + 1;
    match member {
        "given_name" => format!("given-{n}"),
        "family_name" => format!("family-{n}"),
        "email" => format!("email-{n}"),
        _ => format!("organisation-{n}"),
    }
}

/// Where a field stands on the page: errors are listed in this order.
fn place(field: &str) -> (usize, usize, usize) {
    let once = |field| LAYOUT.once.iter().position(|known| *known == field).unwrap_or_default();
    match LAYOUT.person(field) {
        // Answers stand below the rest.
        Some((part, n)) => (n, LAYOUT.parts.iter().position(|known| *known == part).unwrap_or(LAYOUT.parts.len()), 0),
        None if field == VOUCHER => (usize::MAX - 1, 0, 0),
        None if field == "terms" => (usize::MAX, 0, 0),
        // Below the organisation.
        None if field.starts_with("about_") => (0, LAYOUT.once.len(), 0),
        None => Billing::place(field).map_or_else(|| (0, once(field), 0), |at| (0, once("organisation"), at + 1)),
    }
}
