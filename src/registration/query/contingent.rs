//! Contingents as pages show them.

use crate::RegistrationError;
use crate::entity::{attendee, contingent, contingent_place, order};
use crate::form::Billing;
use crate::query::attendee::{AttendeeView, views};
use crate::rules::holds_place;
use crate::service::contingent::Change;
use base::{Money, Uuid};
use congress::entity::{organisation, partner};
use identity::entity::mailbox;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, Iterable, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use std::collections::HashMap;
use store::Conn;
use ticketing::entity::category;

/// A place of it, and who was named for it.
#[derive(Clone, Debug)]
pub struct Place {
    pub id: Uuid,
    pub attendee: Option<AttendeeView>,
}

/// A contingent with all that belongs to it.
#[derive(Clone, Debug)]
pub struct ContingentView {
    pub row: contingent::Model,
    /// What the partner is called.
    pub partner: String,
    pub address: String,
    pub category: category::Model,
    pub places: Vec<Place>,
    /// The code of its order, if somebody was named.
    pub order: Option<String>,
}

impl ContingentView {
    /// Places that nobody was named for.
    pub fn free(&self) -> usize {
        self.places.iter().filter(|place| place.attendee.is_none()).count()
    }

    /// Those who were named, in their order.
    pub fn named(&self) -> impl Iterator<Item = (Uuid, &AttendeeView)> {
        self.places.iter().filter_map(|place| Some((place.id, place.attendee.as_ref()?)))
    }

    pub fn price(&self) -> Money {
        Money { amount: self.row.price_cents, currency: self.row.currency.clone() }
    }

    /// Whether the price is agreed: somebody holds a ticket for it.
    pub fn is_price_fixed(&self) -> bool {
        self.named().next().is_some()
    }

    /// What of it can be changed.
    pub fn change(&self) -> Change {
        Change {
            places: i32::try_from(self.places.len()).unwrap_or(i32::MAX),
            price_cents: self.row.price_cents,
            valid_until: self.row.valid_until,
            contact_name: self.row.contact_name.clone(),
            email: self.address.clone(),
            language: self.row.language.parse().unwrap_or_default(),
            billing: Billing::from(&self.row).cleaned(),
        }
    }
}

/// All contingents of a congress, the newest first. Eight statements, however many there are.
pub async fn all(conn: &Conn, congress: Uuid) -> Result<Vec<ContingentView>, DbErr> {
    let rows = contingent::Entity::find()
        .filter(contingent::Column::CongressId.eq(congress))
        .order_by_desc(contingent::Column::Id)
        .all(conn)
        .await?;
    views_of(conn, rows).await
}

/// One contingent. Eight statements.
pub async fn view(conn: &Conn, row: contingent::Model) -> Result<ContingentView, RegistrationError> {
    views_of(conn, vec![row]).await?.pop().ok_or(RegistrationError::Unknown)
}

async fn views_of(conn: &Conn, rows: Vec<contingent::Model>) -> Result<Vec<ContingentView>, DbErr> {
    let places = contingent_place::Entity::find()
        .filter(contingent_place::Column::ContingentId.is_in(rows.iter().map(|row| row.id)))
        .filter(standing())
        .order_by_asc(contingent_place::Column::Id)
        .all(conn)
        .await?;
    let people = attendee::Entity::find()
        .filter(attendee::Column::Id.is_in(places.iter().filter_map(|place| place.attendee_id)))
        .order_by_asc(attendee::Column::Position)
        .all(conn)
        .await?;
    let of = people.iter().map(|a| a.order_id).chain(rows.iter().filter_map(|row| row.order_id));
    let orders = order::Entity::find().filter(order::Column::Id.is_in(of)).all(conn).await?;
    let mut people: HashMap<Uuid, AttendeeView> =
        views(conn, &orders, people).await?.into_iter().map(|view| (view.attendee.id, view)).collect();
    let partners = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(rows.iter().map(|row| row.organisation_id)))
        .all(conn)
        .await?;
    let partners: HashMap<Uuid, String> = partners.into_iter().map(|row| (row.id, row.name)).collect();
    let addresses = super::attendee::addresses(conn, rows.iter().map(|row| row.mailbox_id).collect()).await?;
    let categories = category::Entity::find()
        .filter(category::Column::Id.is_in(rows.iter().map(|row| row.category_id)))
        .all(conn)
        .await?;
    let mut by_contingent: HashMap<Uuid, Vec<Place>> = HashMap::new();
    for place in places {
        let attendee = place.attendee_id.and_then(|id| people.remove(&id));
        by_contingent.entry(place.contingent_id).or_default().push(Place { id: place.id, attendee });
    }
    let view = |row: contingent::Model| {
        Some(ContingentView {
            partner: partners.get(&row.organisation_id).cloned().unwrap_or_default(),
            address: addresses.get(&row.mailbox_id).cloned().unwrap_or_default(),
            category: categories.iter().find(|category| category.id == row.category_id)?.clone(),
            places: by_contingent.remove(&row.id).unwrap_or_default(),
            order: orders.iter().find(|order| Some(order.id) == row.order_id).map(|order| order.code.clone()),
            row,
        })
    };
    Ok(rows.into_iter().filter_map(view).collect())
}

/// Which places are a contingent's: those that nobody was named for, and those whose attendee holds them. What an attendee gave
/// back otherwise than by the partner's page is the public's, unless that is undone.
pub fn standing() -> Condition {
    let holding = attendee::State::iter().filter(|state| holds_place(*state));
    let held = Query::select()
        .column(attendee::Column::Id)
        .from(attendee::Entity)
        .and_where(
            Expr::col((attendee::Entity, attendee::Column::Id))
                .equals((contingent_place::Entity, contingent_place::Column::AttendeeId)),
        )
        .and_where(attendee::Column::State.is_in(holding))
        .to_owned();
    Condition::any().add(contingent_place::Column::AttendeeId.is_null()).add(Expr::exists(held))
}

/// What can be changed of a contingent, as it stands. Two statements.
pub async fn change_of(conn: &Conn, row: &contingent::Model) -> Result<Change, DbErr> {
    let places = contingent_place::Entity::find()
        .filter(contingent_place::Column::ContingentId.eq(row.id))
        .filter(standing())
        .count(conn)
        .await?;
    let address = mailbox::Entity::find().filter(mailbox::Column::Id.eq(row.mailbox_id)).one(conn).await?;
    Ok(Change {
        places: i32::try_from(places).unwrap_or(i32::MAX),
        price_cents: row.price_cents,
        valid_until: row.valid_until,
        contact_name: row.contact_name.clone(),
        email: address.map(|mailbox| mailbox.address).unwrap_or_default(),
        language: row.language.parse().unwrap_or_default(),
        billing: Billing::from(row).cleaned(),
    })
}

/// How many places are held for partners, by category. One statement.
pub async fn held_by_category(conn: &Conn, congress: Uuid) -> Result<Vec<(Uuid, i64)>, DbErr> {
    let of = contingent_place::Entity::belongs_to(contingent::Entity)
        .from(contingent_place::Column::ContingentId)
        .to(contingent::Column::Id)
        .into();
    contingent_place::Entity::find()
        .select_only()
        .column(contingent::Column::CategoryId)
        .column_as(Expr::cust("count(*)"), "n")
        .join(JoinType::InnerJoin, of)
        .filter(contingent::Column::CongressId.eq(congress))
        .filter(contingent::Column::EndedAt.is_null())
        .filter(contingent_place::Column::AttendeeId.is_null())
        .group_by(contingent::Column::CategoryId)
        .into_tuple()
        .all(conn)
        .await
}

/// Who carries a congress and can be given places: the partner and what they are called.
pub async fn partners(conn: &Conn, congress: Uuid) -> Result<Vec<(Uuid, String)>, DbErr> {
    let rows = partner::Entity::find().filter(partner::Column::CongressId.eq(congress)).all(conn).await?;
    let names = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(rows.iter().map(|row| row.organisation_id)))
        .order_by_asc(organisation::Column::Name)
        .all(conn)
        .await?;
    let of = |name: &organisation::Model| rows.iter().find(|row| row.organisation_id == name.id).map(|row| row.id);
    Ok(names.iter().filter_map(|name| Some((of(name)?, name.name.clone()))).collect())
}
