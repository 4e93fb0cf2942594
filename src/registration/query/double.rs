//! Attendees who look like the same person twice.

use crate::entity::{attendee, different_people, order};
use crate::query::attendee::{Listed, views};
use crate::query::find::Part;
use crate::rules::double::{Known, pairs};
use crate::rules::holds_place;
use base::Uuid;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, Iterable, QueryFilter, QuerySelect};
use std::collections::{HashMap, HashSet};
use store::Conn;

/// Two who look like one.
#[derive(Clone, Debug)]
pub struct Double {
    pub first: Listed,
    pub second: Listed,
}

/// A part of all pairs.
#[derive(Clone, Debug)]
pub struct Doubles {
    pub pairs: Vec<Double>,
    /// How many there are in all.
    pub total: u64,
}

/// Those of a congress who both hold a place and look like one person, the surest first, without those of whom staff said
/// that they are not. Six statements, however many there are.
pub async fn doubles(conn: &Conn, congress: Uuid, part: Part) -> Result<Doubles, DbErr> {
    use attendee::Column as C;
    let holding = attendee::State::iter().filter(|state| holds_place(*state));
    let rows: Vec<(Uuid, String, String, Uuid, String)> = attendee::Entity::find()
        .select_only()
        .columns([C::Id, C::GivenName, C::FamilyName, C::MailboxId, C::Organisation])
        .filter(C::CongressId.eq(congress))
        .filter(C::Test.eq(false))
        .filter(C::State.is_in(holding))
        .filter(C::NamedAt.is_not_null())
        .into_tuple()
        .all(conn)
        .await?;
    let known = |(id, given_name, family_name, mailbox, organisation)| Known {
        id,
        given_name,
        family_name,
        mailbox,
        organisation,
    };
    let known: Vec<Known<Uuid>> = rows.into_iter().map(known).collect();
    let different: HashSet<(Uuid, Uuid)> = different_people::Entity::find()
        .filter(different_people::Column::CongressId.eq(congress))
        .all(conn)
        .await?
        .into_iter()
        .map(|row| (row.first_id, row.second_id))
        .collect();
    let all: Vec<(Uuid, Uuid)> = pairs(&known)
        .into_iter()
        .map(|(first, second, _)| (first, second))
        .filter(|pair| !different.contains(pair))
        .collect();
    let number = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    let found: Vec<(Uuid, Uuid)> = all.iter().skip(number(part.offset)).take(number(part.limit)).copied().collect();
    let ids: HashSet<Uuid> = found.iter().flat_map(|(first, second)| [*first, *second]).collect();
    let people = attendee::Entity::find().filter(C::Id.is_in(ids)).all(conn).await?;
    let orders = order::Entity::find().filter(order::Column::Id.is_in(people.iter().map(|a| a.order_id))).all(conn);
    let orders = orders.await?;
    let views: HashMap<Uuid, Listed> = views(conn, &orders, people)
        .await?
        .into_iter()
        .filter_map(|view| {
            let order = orders.iter().find(|order| order.id == view.attendee.order_id)?.clone();
            Some((view.attendee.id, Listed { view, order }))
        })
        .collect();
    let double = |(first, second): (Uuid, Uuid)| {
        Some(Double { first: views.get(&first)?.clone(), second: views.get(&second)?.clone() })
    };
    Ok(Doubles { pairs: found.into_iter().filter_map(double).collect(), total: all.len() as u64 })
}
