//! `kongress congress copy`: the next edition of a congress.

use crate::{Failed, say};
use base::{Actor, Text};
use chrono::NaiveDate;
use clap::Args;
use congress::service::copy::Edition as Dates;
use desk::form::settings::edition::there;
use desk::query::edition::last;
use desk::rules::edition::Part;
use desk::service::edition::{Wanted, copy};
use std::collections::BTreeSet;
use store::Store;

#[derive(Args)]
pub struct Edition {
    /// The short name of the congress that is copied.
    old: String,
    /// The short name of the next edition.
    new: String,
    /// Its first day.
    #[arg(long)]
    from: NaiveDate,
    /// Its last day; as many days as before, unless it is given.
    #[arg(long)]
    to: Option<NaiveDate>,
    /// What it is called; as before, with the year of its first day, unless it is given.
    #[arg(long)]
    name: Option<String>,
    /// Only these parts: texts, look, rooms, partners, offer, questions, programme, calls, waiting, seller, team.
    #[arg(long, value_delimiter = ',', value_parser = part)]
    only: Vec<Part>,
    /// What the numbers of its invoices begin with; needed for the seller.
    #[arg(long)]
    prefix: Option<String>,
}

fn part(name: &str) -> Result<Part, String> {
    Part::from_name(name).ok_or_else(|| format!("there is no part {name}"))
}

pub async fn run(store: &Store, args: Edition) -> Result<(), Failed> {
    let Edition { old, new, from, to, name, only, prefix } = args;
    let row = congress::query::by_slug(store.read(), &old).await?.ok_or(format!("there is no congress {old}"))?;
    let before = last(store.read(), row.id).await?.ok_or(format!("there is no congress {old}"))?;
    let wanted = |part: &Part| {
        let named = if only.is_empty() { *part != Part::Seller || prefix.is_some() } else { only.contains(part) };
        named && there(&before, *part)
    };
    let parts: BTreeSet<Part> = Part::ALL.into_iter().filter(wanted).collect();
    if parts.contains(&Part::Seller) && prefix.is_none() {
        return Err("the seller needs --prefix, what the numbers of invoices begin with".into());
    }
    let days = before.days();
    let edition = Dates {
        slug: new,
        name: name.map_or_else(|| before.name(Some(from)), Text::same),
        first: from,
        last: to.unwrap_or(from + (days.1 - days.0)),
    };
    let told: Vec<&str> = parts.iter().map(|part| part.name()).collect();
    let told = told.join(", ");
    let until = edition.last;
    let wanted = Wanted { edition, parts, prefix: prefix.unwrap_or_default() };
    let id = store.chance().opaque_id();
    let copied = copy(store, &Actor::system(), row.id, id, &wanted).await?;
    say(format!("congress {} from {from} to {until}, a draft, with {told}", copied.congress.slug))?;
    if copied.team.left > 0 {
        say(format!("{} roles of accounts that are shut were left", copied.team.left))?;
    }
    Ok(())
}
