//! What the office sets up and looks at: forms of the desk, as somebody sends them.

use crate::Outcome;
use crate::client::{Client, Manner};
use crate::load::Work;
use crate::server::{LIST, SLUG};
use crate::shop::{self, Shop, value_of};
use base::Chance;
use serde_json::json;

/// The ticket that costs something, asks something and takes a voucher.
pub const FULL: &str = "seminar";
/// Its voucher: a fifth less, as often as a voucher can be used.
pub const VOUCHER: &str = "FIFTH";
/// What is asked of the order, and of each person: short names with an answer.
pub const ASKED: [(&str, &str); 2] = [("anreise", "bahn"), ("essen", "vegan")];
/// What everybody waits for.
const HALL: &str = "hall";

/// A form, ready to be sent.
pub struct Filled {
    path: String,
    fields: Vec<(String, String)>,
}

/// Somebody of the office at work.
pub struct Office {
    client: Client,
    manner: Manner,
    shop: Shop,
}

impl Office {
    pub async fn enter(shop: &Shop) -> Outcome<Self> {
        let manner = shop.log_in().await?;
        Ok(Self { client: Client::connect(&shop.url).await?, manner, shop: shop.clone() })
    }

    /// Opens a form and fills it in, with what it hides.
    async fn filled(&mut self, path: &str, fields: &[(&str, &str)]) -> Outcome<Filled> {
        let page = self.client.get_plain(path, &self.manner).await?;
        let hidden = ["once", "seen"].map(|name| (name, value_of(&page, name).unwrap_or_default()));
        let fields = hidden.iter().chain(fields).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Ok(Filled { path: path.to_owned(), fields: fields.collect() })
    }

    /// Sends a form that is filled in.
    pub async fn send(&mut self, form: &Filled) -> Outcome<()> {
        let fields: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        self.client.submit(&form.path, &self.manner, &fields).await.map(|_| ())
    }

    async fn fill(&mut self, path: &str, fields: &[(&str, &str)]) -> Outcome<()> {
        let form = self.filled(path, fields).await?;
        self.send(&form).await
    }

    /// A ticket that costs 49 euros, two questions, and a voucher for a fifth of the price.
    pub async fn open_full(&mut self) -> Outcome<()> {
        let name = json!({ "de": "Seminar", "en": "Seminar" });
        let price = json!({ "amount": 4_900, "currency": "EUR" });
        let category = json!({ "slug": FULL, "name": name, "place": "on_site", "price": price });
        let (path, program) = (self.shop.path("categories"), self.shop.program.clone());
        self.client.create(&path, &program, &category).await?;
        let quota = json!({ "slug": FULL, "name": "Seminar", "size": 1_000_000, "categories": [FULL] });
        self.client.create(&self.shop.path("quotas"), &program, &quota).await?;
        let questions = format!("/{SLUG}/desk/settings/questions/new");
        for (label, used_for, answers) in
            [("Anreise", "order", ["Bahn", "Auto"]), ("Essen", "attendee", ["Vegan", "Alles"])]
        {
            let fields = [
                ("label-de", label),
                ("label-en", label),
                ("used-for", used_for),
                ("kind", "one_of"),
                ("option-1-de", answers[0]),
                ("option-1-en", answers[0]),
                ("option-1-active", "on"),
                ("option-2-de", answers[1]),
                ("option-2-en", answers[1]),
                ("option-2-active", "on"),
                ("purpose-de", "Damit wir planen können"),
                ("purpose-en", "So that we can plan"),
                ("retention", "30"),
                ("position", "1"),
                ("active", "on"),
            ];
            self.fill(&questions, &fields).await?;
        }
        let voucher = [("code", VOUCHER), ("max-uses", "10000"), ("effect", "percent"), ("amount", "20")];
        let all = [&voucher[..], &[("min-uses", "1"), ("scope", "all"), ("tag", "Messung")]].concat();
        self.fill(&format!("/{SLUG}/desk/vouchers/new/details"), &all).await
    }

    /// So many codes that are drawn at once.
    pub async fn draw(&mut self, codes: usize) -> Outcome<()> {
        let count = codes.to_string();
        let fields = [
            ("count", count.as_str()),
            ("prefix", "NEWS"),
            ("max-uses", "1"),
            ("min-uses", "1"),
            ("tag", "Newsletter"),
            ("scope", "all"),
            ("effect", "percent"),
            ("amount", "20"),
        ];
        self.fill(&format!("/{SLUG}/desk/vouchers/batch"), &fields).await
    }

    /// A congress to come with one seat, which is taken, and a waiting list.
    pub async fn open_list(&mut self) -> Outcome<()> {
        let path = |rest: &str| format!("/api/v1/congresses/{LIST}/{rest}");
        let program = self.shop.program.clone();
        let name = json!({ "de": "Saal", "en": "Hall" });
        let price = json!({ "amount": 0, "currency": "EUR" });
        let category = json!({ "slug": HALL, "name": name, "place": "on_site", "price": price });
        self.client.create(&path("categories"), &program, &category).await?;
        let quota = json!({ "slug": HALL, "name": "Saal", "size": 1, "categories": [HALL] });
        self.client.create(&path("quotas"), &program, &quota).await?;
        self.client.create(&path("orders"), &program, &shop::order(0, 1, "first-of-all", false, HALL)).await?;
        let terms = [("open", "on"), ("hours", "48"), ("stop-days", "2"), ("most", "10")];
        self.fill(&format!("/{LIST}/desk/settings/waiting"), &terms).await
    }

    /// The form that makes the hall so large: what is free then is for those who wait.
    pub async fn resized(&mut self, size: usize) -> Outcome<Filled> {
        let list = format!("/{LIST}/desk/settings/quotas");
        let page = self.client.get_plain(&list, &self.manner).await?;
        let begins = format!("href=\"{list}/");
        let ids = page.split(&begins).skip(1).filter_map(|rest| rest.split('"').next());
        let id = ids.into_iter().find(|id| *id != "new").ok_or("no quota on the page")?;
        let size = size.to_string();
        let fields = [("name", "Saal"), ("size", size.as_str()), ("categories", HALL)];
        self.filled(&format!("{list}/{id}"), &fields).await
    }

    /// How many statements the process has run.
    pub async fn statements(&mut self) -> Outcome<u64> {
        let told = self.client.get_plain("/metrics", &Manner::default()).await?;
        let line = told.lines().find_map(|line| line.strip_prefix("kongress_database_statements_total "));
        Ok(line.ok_or("no statements among the metrics")?.trim().parse()?)
    }
}

/// Puts people on the waiting list, as staff do, until a number.
pub struct Joiner {
    client: Client,
    manner: Manner,
    chance: Chance,
    until: usize,
}

impl Joiner {
    pub async fn new(shop: &Shop, manner: &Manner, until: usize) -> Outcome<Self> {
        Ok(Self { client: Client::connect(&shop.url).await?, manner: manner.clone(), chance: Chance::system(), until })
    }
}

impl Work for Joiner {
    async fn once(&mut self, number: usize) -> Outcome<bool> {
        if number >= self.until {
            return Ok(false);
        }
        let (once, email) = (self.chance.opaque_id().to_string(), format!("waits-{number}@delbrueck.example"));
        let (given, family) = shop::person(number);
        let name = format!("{given} {family}");
        let fields = [
            ("once", once.as_str()),
            ("name", &name),
            ("email", &email),
            ("count", "1"),
            ("choice-1", HALL),
            ("language", "de"),
        ];
        self.client.submit(&format!("/{LIST}/desk/waiting/new"), &self.manner, &fields).await?;
        Ok(true)
    }
}
