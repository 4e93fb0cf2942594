//! What there is to take along into the next edition of a congress, and what it would be there.

use crate::rules::edition::{Part, Place, Said};
use base::{Text, Time, Uuid};
use chrono::{Datelike, NaiveDate};
use congress::entity::congress::Model as Congress;
use congress::entity::{passage, room, waiting_terms};
use congress::query::question::{QuestionView, questions};
use congress::rules::edition::{Move, renamed};
use locale::Tz;
use payment::entity::seller;
use programme::entity::{call, session_type};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use store::{Conn, DbErr};
use ticketing::query::{CategoryView, QuotaView};

/// What the last edition has.
#[derive(Clone, Debug)]
pub struct Last {
    pub congress: Congress,
    pub zone: Tz,
    pub passages: Vec<passage::Model>,
    pub rooms: usize,
    pub partners: usize,
    pub categories: Vec<CategoryView>,
    pub quotas: Vec<QuotaView>,
    pub questions: Vec<QuestionView>,
    pub tracks: usize,
    pub types: usize,
    pub calls: Vec<call::Model>,
    /// On which terms one waits, if anybody has said.
    pub terms: Option<waiting_terms::Model>,
    pub seller: Option<seller::Model>,
    /// Roles in this congress.
    pub roles: u64,
}

/// All that can be taken along. Sixteen statements at most.
pub async fn last(conn: &Conn, congress: Uuid) -> Result<Option<Last>, DbErr> {
    use identity::entity::role;
    let Some(congress) = congress::query::by_id(conn, congress).await? else { return Ok(None) };
    let id = congress.id;
    let (categories, quotas) = ticketing::query::offer(conn, id).await?;
    let rooms = room::Entity::find().filter(room::Column::CongressId.eq(id)).count(conn).await?;
    Ok(Some(Last {
        zone: congress.zone.parse().unwrap_or(Tz::UTC),
        passages: congress::query::passages(conn, id).await?,
        rooms: usize::try_from(rooms).unwrap_or(usize::MAX),
        partners: congress::query::partners(conn, id).await?.len(),
        seller: payment::query::seller(conn, id).await?,
        questions: questions(conn, id).await?,
        tracks: programme::query::tracks(conn, id).await?.len(),
        types: session_type::Entity::find().filter(session_type::Column::CongressId.eq(id)).all(conn).await?.len(),
        calls: call::Entity::find()
            .filter(call::Column::CongressId.eq(id))
            .order_by_asc(call::Column::Position)
            .all(conn)
            .await?,
        terms: congress::query::waiting::terms(conn, id).await?,
        roles: role::Entity::find().filter(role::Column::CongressId.eq(id)).count(conn).await?,
        congress,
        categories,
        quotas,
    }))
}

impl Last {
    /// Its first and its last day.
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        let day = |at: Time| at.with_timezone(&self.zone).date_naive();
        (day(self.congress.starts_at), day(self.congress.ends_at))
    }

    /// What the next edition could be called: with the year of its first day, if it is known.
    pub fn name(&self, first: Option<NaiveDate>) -> Text {
        let name = &self.congress.name.0;
        let Some(first) = first else { return name.clone() };
        let of = |text: &str| renamed(text, self.congress.starts_at, first, self.zone);
        Text::new(of(&name.de), of(&name.en))
    }

    /// What its invoices could begin with: the year behind what the last one has.
    pub fn prefix(&self, first: Option<NaiveDate>) -> String {
        let Some(seller) = &self.seller else { return String::new() };
        let plain = seller.prefix.trim_end_matches(|c: char| c.is_ascii_digit());
        let year = first.map_or_else(|| self.days().0.year() + 1, |day| day.year());
        format!("{}{:02}", plain.chars().take(10).collect::<String>(), year % 100)
    }

    /// Dates of sale as they are and as they would be.
    pub fn sales(&self, shift: Move) -> Vec<(&Text, &'static str, Time, Time)> {
        let of = |view: &'_ CategoryView| {
            let dates = [
                ("desk-edition-sale-from", view.category.sale_from),
                ("desk-edition-sale-until", view.category.sale_until),
            ];
            dates.into_iter().filter_map(|(key, at)| at.map(|at| (key, at))).collect::<Vec<_>>()
        };
        let all = self.categories.iter().flat_map(|view| of(view).into_iter().map(move |(key, at)| (view, key, at)));
        all.map(|(view, key, at)| (&view.category.name.0, key, at, shift.of(at))).collect()
    }

    /// Until when questions are asked and answers can be changed, as it is and as it would be.
    pub fn asked(&self, shift: Move) -> Vec<(&Text, &'static str, Time, Time)> {
        let of = |view: &'_ QuestionView| {
            let dates = [
                ("desk-edition-asked-until", view.row.asked_until),
                ("desk-edition-changed-until", view.row.changed_until),
            ];
            dates.into_iter().filter_map(|(key, at)| at.map(|at| (key, at))).collect::<Vec<_>>()
        };
        let all = self.questions.iter().flat_map(|view| of(view).into_iter().map(move |(key, at)| (view, key, at)));
        all.map(|(view, key, at)| (&view.row.label.0, key, at, shift.of(at))).collect()
    }

    /// From when until when one hands in, as it is and as it would be.
    pub fn called(&self, shift: Move) -> Vec<(&Text, &'static str, Time, Time)> {
        let of = |row: &call::Model| {
            [("desk-edition-opens", row.opens_at), ("desk-edition-closes", row.closes_at)]
                .into_iter()
                .filter_map(|(key, at)| at.map(|at| (key, at)))
                .collect::<Vec<_>>()
        };
        let all = self.calls.iter().flat_map(|row| of(row).into_iter().map(move |(key, at)| (row, key, at)));
        all.map(|(row, key, at)| (&row.title.0, key, at, shift.of(at))).collect()
    }

    /// The questions that are asked of some tickets alone: without these they come along, and are not asked.
    pub fn of_tickets(&self) -> usize {
        self.questions.iter().filter(|view| view.row.active && !view.categories.is_empty()).count()
    }

    /// All texts that would be taken along.
    pub fn texts(&self) -> Vec<Said> {
        let congress = &self.congress;
        let said = |part, place, text: &Text| Said { part, place, text: format!("{} {}", text.de, text.en) };
        let word = |part, key, text: &Text| said(part, Place::Word(key), text);
        let line = |part, key, text: &str| Said { part, place: Place::Word(key), text: text.to_owned() };
        let mut all = vec![
            word(Part::Texts, "desk-edition-lead", &congress.lead),
            word(Part::Texts, "desk-edition-place", &congress.place),
            word(Part::Texts, "desk-edition-host", &congress.host_line),
            line(Part::Texts, "desk-edition-venue", &congress.venue_name),
            line(Part::Texts, "desk-edition-signature", &congress.signature),
            line(Part::Texts, "desk-edition-contact", &congress.contact_address),
            line(Part::Look, "desk-edition-wordmark", &format!("{} {}", congress.wordmark, congress.wordmark_accent)),
            line(Part::Look, "desk-edition-sender", &format!("{} {}", congress.sender_name, congress.reply_to)),
        ];
        for row in &self.passages {
            let name = [&row.title.0, &row.preline.0].into_iter().find(|text| !text.is_empty());
            let named = name.map_or_else(|| row.slug.clone(), |text| text.in_language(base::Language::De).to_owned());
            let whole = [&row.preline.0, &row.title.0, &row.body.0].map(|text| format!("{} {}", text.de, text.en));
            all.push(Said { part: Part::Texts, place: Place::Named(named), text: whole.join(" ") });
        }
        for view in &self.categories {
            let (name, description) = (&view.category.name.0, &view.category.description.0);
            let text = format!("{} {} {} {}", name.de, name.en, description.de, description.en);
            let place = Place::Named(name.in_language(base::Language::De).to_owned());
            all.push(Said { part: Part::Offer, place, text });
        }
        all.extend(self.quotas.iter().map(|quota| Said {
            part: Part::Offer,
            place: Place::Named(quota.name.clone()),
            text: quota.name.clone(),
        }));
        for view in &self.questions {
            let label = &view.row.label.0;
            let options = view.options.iter().map(|option| &option.label.0);
            let words = [label, &view.row.help.0, &view.row.purpose.0].into_iter().chain(options);
            let text = words.map(|text| format!("{} {}", text.de, text.en)).collect::<Vec<_>>().join(" ");
            let place = Place::Named(label.in_language(base::Language::De).to_owned());
            all.push(Said { part: Part::Questions, place, text });
        }
        for row in &self.calls {
            let words = [&row.title.0, &row.lead.0, &row.thanks.0];
            let text = words.map(|text| format!("{} {}", text.de, text.en)).join(" ");
            let place = Place::Named(row.title.in_language(base::Language::De).to_owned());
            all.push(Said { part: Part::Calls, place, text });
        }
        if let Some(seller) = &self.seller {
            all.push(word(Part::Seller, "desk-edition-foot", &seller.foot));
            all.push(word(Part::Seller, "desk-edition-exemption", &seller.exemption));
        }
        all
    }
}

/// Where an edition comes from, as its history says: the short name of the other, when it was copied, and what was taken
/// along. One statement.
pub async fn origin(conn: &Conn, congress: Uuid) -> Result<Option<(String, Time, Vec<Part>)>, DbErr> {
    let lines = store::event::lines(conn, &[congress], &["congress.copied"]).await?;
    Ok(lines.into_iter().next().map(|line| {
        let slug = line.detail["slug"].as_str().unwrap_or_default().to_owned();
        let parts = line.detail["parts"].as_array().map(Vec::as_slice).unwrap_or_default();
        let parts = parts.iter().filter_map(|part| Part::from_name(part.as_str()?)).collect();
        (slug, line.at, parts)
    }))
}
