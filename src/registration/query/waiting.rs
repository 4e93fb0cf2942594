//! Who waits, as pages show them.

use crate::query::attendee::addresses;
use crate::query::chosen::codes;
use base::{Money, Time, Uuid, name};
use congress::entity::waiting::{Column as C, Entity, Model, State};
use congress::entity::{waiting_choice as choice, waiting_offer as offer};
use congress::query::waiting::{Ahead, ahead, choices, offers};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
};
use std::collections::{BTreeSet, HashMap};
use store::Conn;
use ticketing::entity::category;
use ticketing::rules::price::price;

/// Somebody who waits, or did.
#[derive(Clone, Debug)]
pub struct WaitingView {
    pub row: Model,
    pub address: String,
    /// What they would take, the best liked first.
    pub choices: Vec<category::Model>,
    /// What they were offered, oldest first.
    pub offers: Vec<OfferView>,
}

/// An offer with what it is of.
#[derive(Clone, Debug)]
pub struct OfferView {
    pub offer: offer::Model,
    pub category: category::Model,
    /// The code of the order that came of it.
    pub code: Option<String>,
}

impl OfferView {
    /// What one ticket of it costs now, if all of them are taken.
    pub fn price(&self, now: Time) -> Money {
        let number = usize::try_from(self.offer.n).unwrap_or(1);
        let amount = price(self.category.price_cents, &self.category.tiers.0, number, now);
        Money { amount, currency: self.category.currency.clone() }
    }
}

impl WaitingView {
    /// The offer that stands.
    pub fn open(&self) -> Option<&OfferView> {
        self.offers.iter().find(|view| view.offer.state == offer::State::Open)
    }

    /// The codes of the orders that came of it.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.offers.iter().filter_map(|view| view.code.as_deref())
    }
}

/// Entries with all that belongs to them, in their order. Five statements.
pub async fn views(conn: &Conn, congress: Uuid, rows: Vec<Model>) -> Result<Vec<WaitingView>, DbErr> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let categories = category::Entity::find().filter(category::Column::CongressId.eq(congress)).all(conn).await?;
    let categories: HashMap<Uuid, category::Model> = categories.into_iter().map(|c| (c.id, c)).collect();
    let mut wishes: HashMap<Uuid, Vec<category::Model>> = HashMap::new();
    for choice in choices(conn, &ids).await? {
        wishes.entry(choice.waiting_id).or_default().extend(categories.get(&choice.target_id).cloned());
    }
    let all = offers(conn, &ids).await?;
    let outcomes: BTreeSet<Uuid> = all.iter().filter_map(|offer| offer.outcome_id).collect();
    let codes = codes(conn, congress, outcomes).await?;
    let mut made: HashMap<Uuid, Vec<OfferView>> = HashMap::new();
    for offer in all {
        let code = offer.outcome_id.and_then(|id| codes.get(&id).cloned());
        let Some(category) = categories.get(&offer.target_id).cloned() else { continue };
        made.entry(offer.waiting_id).or_default().push(OfferView { offer, category, code });
    }
    let boxes = addresses(conn, rows.iter().map(|row| row.mailbox_id).collect()).await?;
    let view = |row: Model| WaitingView {
        address: boxes.get(&row.mailbox_id).cloned().unwrap_or_default(),
        choices: wishes.remove(&row.id).unwrap_or_default(),
        offers: made.remove(&row.id).unwrap_or_default(),
        row,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// One of them, and who stands before them, while they wait. Six statements.
pub async fn view(conn: &Conn, row: Model) -> Result<(Option<WaitingView>, Ahead), DbErr> {
    let before = if row.state == State::Waiting { ahead(conn, &row).await? } else { Ahead::default() };
    Ok((views(conn, row.congress_id, vec![row]).await?.pop(), before))
}

/// Which entries a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that must all be found: in the name, the address, the organisation.
    pub query: String,
    pub state: Option<State>,
    /// Who would take this category.
    pub category: Option<Uuid>,
}

impl Filter {
    fn condition(&self, congress: Uuid) -> Condition {
        let mut all = Condition::all().add(C::CongressId.eq(congress));
        for word in name::fold(&self.query).split([' ', ',', ';']).filter(|word| !word.is_empty()) {
            all = all.add(Expr::col(C::Search).like(store::contains(word)));
        }
        let of = self.category.map(|category| {
            let wishes = choice::Entity::find().select_only().column(choice::Column::WaitingId);
            C::Id.in_subquery(wishes.filter(choice::Column::TargetId.eq(category)).into_query())
        });
        all.add_option(of)
    }
}

/// The queue first, as it stands; then those who have left it, the newest first.
fn sorted(find: Select<Entity>) -> Select<Entity> {
    find.order_by_asc(Expr::cust("CASE state WHEN 'offered' THEN 0 WHEN 'waiting' THEN 1 ELSE 2 END"))
        .order_by_desc(C::Priority)
        .order_by_desc(C::EndedAt)
        .order_by_asc(C::Since)
        .order_by_asc(C::Id)
}

/// A page of the list. Six statements.
pub async fn find(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    (limit, offset): (u64, u64),
) -> Result<Vec<WaitingView>, DbErr> {
    let of_state = filter.state.map(|state| C::State.eq(state));
    let condition = filter.condition(congress).add_option(of_state);
    let rows = sorted(Entity::find().filter(condition)).limit(limit).offset(offset).all(conn).await?;
    views(conn, congress, rows).await
}

/// How many entries are in a state, and how many places they want.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct Count {
    pub state: State,
    pub entries: i64,
    pub places: i64,
}

/// How many are in each state that there is, whatever state the filter asks for. One statement.
pub async fn counts(conn: &Conn, congress: Uuid, filter: &Filter) -> Result<Vec<Count>, DbErr> {
    Entity::find()
        .select_only()
        .column(C::State)
        .column_as(Expr::cust("cast(count(*) as bigint)"), "entries")
        .column_as(Expr::cust("cast(sum(n) as bigint)"), "places")
        .filter(filter.condition(congress))
        .group_by(C::State)
        .into_model()
        .all(conn)
        .await
}

/// The place of each entry that waits in the whole queue, from 1. One statement.
pub async fn positions(conn: &Conn, congress: Uuid) -> Result<HashMap<Uuid, usize>, DbErr> {
    let ids: Vec<Uuid> = Entity::find()
        .select_only()
        .column(C::Id)
        .filter(C::CongressId.eq(congress))
        .filter(C::State.eq(State::Waiting))
        .order_by_desc(C::Priority)
        .order_by_asc(C::Since)
        .order_by_asc(C::Id)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(ids.into_iter().zip(1..).collect())
}

/// The entry that an order came of. One statement.
pub async fn origin(conn: &Conn, order: Uuid) -> Result<Option<Uuid>, DbErr> {
    let found = offer::Entity::find().filter(offer::Column::OutcomeId.eq(order)).one(conn).await?;
    Ok(found.map(|offer| offer.waiting_id))
}
