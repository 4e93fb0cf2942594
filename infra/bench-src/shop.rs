//! What clients do: order, check in, register by the form, look, search.

use crate::Outcome;
use crate::client::{Client, Manner, Reply};
use crate::load::Work;
use crate::office::{ASKED, FULL, VOUCHER};
use crate::server::{EMAIL, PASSWORD, SLUG};
use base::Chance;
use http::StatusCode;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

const GIVEN: [&str; 25] = [
    "Petra",
    "Jörg",
    "Ayşe",
    "Annegret",
    "Friedrich",
    "Łukasz",
    "Sabine",
    "Mehmet",
    "Käthe",
    "Dirk",
    "Renate",
    "Björn",
    "Silke",
    "Heinz",
    "Zoë",
    "Ute",
    "Torsten",
    "Gülcan",
    "Monika",
    "Ralf",
    "Irmgard",
    "Thi Mai",
    "Uwe",
    "Nele",
    "Sven",
];
const FAMILY: [&str; 30] = [
    "Kemper",
    "Müller",
    "Schäfer",
    "Brökelmann",
    "Nolte",
    "Yılmaz",
    "Große-Wächter",
    "Petersen",
    "Kowalski",
    "Sürücü",
    "Hagemeister",
    "Weiß",
    "Stukenbröker",
    "Lütkemeier",
    "Ostermann",
    "Rüther",
    "Voß",
    "Dreyer",
    "Meyer zu Hartum",
    "Ellerbrock",
    "Tönsmeier",
    "Nguyen",
    "Pohlmann",
    "Bökamp",
    "Reinecke",
    "Fortmeier",
    "Quest",
    "Jürgens",
    "Ahrens",
    "Zumdick",
];
const ORGANISATION: [&str; 8] = [
    "Stadt Delbrück",
    "Kreis Höxter",
    "Hochschule OWL",
    "Sennewerk GmbH",
    "Stadt Bünde",
    "Lippe Bildung eG",
    "Volkshochschule Minden",
    "",
];

/// How orders and people are numbered and called.
pub fn person(number: usize) -> (&'static str, &'static str) {
    (GIVEN[number % GIVEN.len()], FAMILY[number / GIVEN.len() % FAMILY.len()])
}

/// An order by a program, for so many people.
pub fn order(number: usize, people: usize, series: &str, notify: bool, category: &str) -> Value {
    let (given, family) = person(number);
    let address = |n: usize| format!("{series}-{number}-{n}@delbrueck.example");
    let attendee = |n: usize| {
        let (given, family) = person(number * 3 + n);
        json!({ "category": category, "given_name": given, "family_name": family, "email": address(n) })
    };
    json!({
        "buyer": {
            "kind": "person", "name": format!("{given} {family}"), "email": address(0),
            "organisation": ORGANISATION[number % ORGANISATION.len()],
        },
        "notify": notify,
        "attendees": (0..people).map(attendee).collect::<Vec<_>>(),
    })
}

/// An order for one person with all that an order can have: a price, a voucher that lowers it, and answers to two questions,
/// one asked of the order, one of the person.
fn full_order(number: usize, series: &str) -> Value {
    let mut order = order(number, 1, series, true, FULL);
    let [whole, each] = ASKED.map(|(slug, answer)| json!({ slug: answer }));
    order["voucher"] = json!(VOUCHER);
    order["answers"] = whole;
    order["attendees"][0]["answers"] = each;
    order
}

/// The congress over HTTP. Clones share the tickets.
#[derive(Clone)]
pub struct Shop {
    pub url: String,
    pub program: Manner,
    /// Of those who have not come yet.
    pub tickets: Arc<Mutex<Vec<String>>>,
}

impl Shop {
    pub fn path(&self, rest: &str) -> String {
        format!("/api/v1/congresses/{SLUG}/{rest}")
    }

    /// With a ticket and more seats than can be sold.
    pub async fn open(&self) -> Outcome<()> {
        let mut client = Client::connect(&self.url).await?;
        let name = json!({ "de": "Vor Ort", "en": "On site" });
        let category =
            json!({ "slug": "on-site", "name": name, "place": "on_site", "price": { "amount": 0, "currency": "EUR" } });
        client.create(&self.path("categories"), &self.program, &category).await?;
        let quota = json!({ "slug": "seats", "name": "Saal", "size": 1_000_000, "categories": ["on-site"] });
        client.create(&self.path("quotas"), &self.program, &quota).await?;
        Ok(())
    }

    /// A log-in at the office; gives its cookies.
    pub async fn log_in(&self) -> Outcome<Manner> {
        let mut client = Client::connect(&self.url).await?;
        let fields = [("email", EMAIL), ("password", PASSWORD)];
        let cookies = client.submit("/login", &Manner::default(), &fields).await?.cookies();
        Ok(Manner { cookie: Some(cookies), ..Manner::default() })
    }

    async fn client(&self) -> Outcome<Client> {
        Client::connect(&self.url).await
    }

    pub async fn buyer(&self, series: &'static str, people: fn(usize) -> usize, notify: bool) -> Outcome<Buyer> {
        Ok(Buyer { client: self.client().await?, shop: self.clone(), series, people, notify, until: usize::MAX })
    }

    pub async fn full_buyer(&self) -> Outcome<FullBuyer> {
        Ok(FullBuyer { client: self.client().await?, shop: self.clone() })
    }

    pub async fn door(&self) -> Outcome<Door> {
        Ok(Door { client: self.client().await?, shop: self.clone(), chance: Chance::system() })
    }

    pub async fn guest(&self) -> Outcome<Guest> {
        Ok(Guest { client: self.client().await? })
    }

    /// Opens the sale of so many seats; one person each is asked for.
    pub async fn open_rush(&self, seats: usize) -> Outcome<()> {
        let mut client = self.client().await?;
        let name = json!({ "de": "Abendempfang", "en": "Reception" });
        let price = json!({ "amount": 0, "currency": "EUR" });
        let category = json!({ "slug": RUSH, "name": name, "place": "on_site", "price": price });
        client.create(&self.path("categories"), &self.program, &category).await?;
        let quota = json!({ "slug": RUSH, "name": "Empfang", "size": seats, "categories": [RUSH] });
        client.create(&self.path("quotas"), &self.program, &quota).await?;
        Ok(())
    }

    pub async fn rusher(&self, until: usize, sold: &Arc<AtomicUsize>) -> Outcome<Rusher> {
        Ok(Rusher { client: self.client().await?, until, sold: Arc::clone(sold) })
    }

    pub async fn reader(&self, paths: Vec<String>, manner: &Manner) -> Outcome<Reader> {
        Ok(Reader { client: self.client().await?, paths, manner: manner.clone() })
    }
}

/// Orders by the API, until a number.
pub struct Buyer {
    client: Client,
    shop: Shop,
    series: &'static str,
    people: fn(usize) -> usize,
    notify: bool,
    pub until: usize,
}

impl Work for Buyer {
    async fn once(&mut self, number: usize) -> Outcome<bool> {
        if number >= self.until {
            return Ok(false);
        }
        let order = order(number, (self.people)(number), self.series, self.notify, "on-site");
        let placed = self.client.create(&self.shop.path("orders"), &self.shop.program, &order).await?.json()?;
        let attendees = placed["attendees"].as_array().ok_or("no attendees")?;
        let qr = |a: &Value| a["ticket"]["qr"].as_str().map(str::to_owned).ok_or("no ticket");
        let tickets = attendees.iter().map(qr).collect::<Result<Vec<_>, _>>()?;
        self.shop.tickets.lock().map_err(|_| "the tickets")?.extend(tickets);
        Ok(true)
    }
}

/// Orders by the API, with all that an order can have. What is not paid opens no door.
pub struct FullBuyer {
    client: Client,
    shop: Shop,
}

impl Work for FullBuyer {
    async fn once(&mut self, number: usize) -> Outcome<bool> {
        let order = full_order(number, "full");
        let placed = self.client.create(&self.shop.path("orders"), &self.shop.program, &order).await?.json()?;
        if placed["state"] == "awaiting_payment" { Ok(true) } else { Err(format!("not placed: {placed}").into()) }
    }
}

/// Lets in who has not come yet, while there are any.
pub struct Door {
    client: Client,
    shop: Shop,
    chance: Chance,
}

impl Work for Door {
    async fn once(&mut self, _: usize) -> Outcome<bool> {
        let Some(ticket) = self.shop.tickets.lock().map_err(|_| "the tickets")?.pop() else { return Ok(false) };
        let scan = json!({ "ticket": ticket, "nonce": self.chance.opaque_id() });
        let told = self.client.create(&self.shop.path("check-ins"), &self.shop.program, &scan).await?.json()?;
        if told["status"] == "admitted" { Ok(true) } else { Err(format!("not let in: {told}").into()) }
    }
}

/// Registers on the page: opens the form, fills it in, agrees, sends it.
pub struct Guest {
    client: Client,
}

impl Work for Guest {
    async fn once(&mut self, number: usize) -> Outcome<bool> {
        let placed = register(&mut self.client, "guest", number, "on-site").await?;
        if has_order(&placed) { Ok(true) } else { Err(format!("not led to the order: {}", placed.status).into()) }
    }
}

/// Opens the form, fills it in for one person, agrees, and sends it.
async fn register(client: &mut Client, series: &str, number: usize, category: &str) -> Outcome<Reply> {
    let (given, family) = person(number);
    let (name, email) = (format!("{given} {family}"), format!("{series}-{number}@delbrueck.example"));
    let path = format!("/{SLUG}/tickets");
    let identity = Manner { cookie: Some("language=de".into()), ..Manner::default() };
    let page = client.get_plain(&path, &identity).await?;
    let placement = value_of(&page, "placement").ok_or("no placement in the form")?;
    let fields = [
        ("placement", placement),
        ("buyer", "person"),
        ("buyer-name", &name),
        ("buyer-email", &email),
        ("self", "on"),
        ("category-1", category),
        ("language-1", "de"),
        ("terms", "on"),
        ("action", "place"),
    ];
    client.ask(&path, &identity, &fields).await
}

/// Whether the form led to an order.
fn has_order(reply: &Reply) -> bool {
    reply.status == StatusCode::SEE_OTHER && reply.location().contains("/orders/")
}

/// What everybody wants at once.
const RUSH: &str = "reception";

/// Comes when the sale opens: opens the form, sends it, and has a place or is told that there is none.
pub struct Rusher {
    client: Client,
    until: usize,
    sold: Arc<AtomicUsize>,
}

impl Work for Rusher {
    async fn once(&mut self, number: usize) -> Outcome<bool> {
        if number >= self.until {
            return Ok(false);
        }
        let told = register(&mut self.client, "rush", number, RUSH).await?;
        match told.status {
            _ if has_order(&told) => {
                self.sold.fetch_add(1, Ordering::Relaxed);
                Ok(true)
            }
            StatusCode::CONFLICT => Ok(true),
            other => Err(format!("in the rush: {other}").into()),
        }
    }
}

/// The value of a hidden field.
pub fn value_of<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let (_, field) = page.split_once(&format!("name=\"{name}\""))?;
    field.split_once("value=\"")?.1.split('"').next()
}

/// Reads these addresses one after the other.
pub struct Reader {
    client: Client,
    paths: Vec<String>,
    manner: Manner,
}

impl Work for Reader {
    async fn once(&mut self, number: usize) -> Outcome<bool> {
        self.client.get(&self.paths[number % self.paths.len()], &self.manner).await?;
        Ok(true)
    }
}

/// What is searched: a family name, a part of one, umlauts either way, an organisation, one address, nobody.
pub fn searches(path: &str, field: &str, rest: &str) -> Vec<String> {
    let words =
        ["Lütkemeier", "stuken", "Mueller Käthe", "Höxter", "laid-19999-1@delbrueck.example", "Zumdick Petersen"];
    let query = |word: &str| form_urlencoded::byte_serialize(word.as_bytes()).collect::<String>();
    words.iter().map(|word| format!("{path}?{field}={}{rest}", query(word))).collect()
}

/// The first stylesheet of a page.
pub fn asset_of(page: &str) -> Option<&str> {
    page.split('"').find(|part| part.starts_with("/asset/") && part.ends_with(".css"))
}
