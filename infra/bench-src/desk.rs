//! Pages of the office at the large congress, one request after the other: nobody waits for anybody else.

use crate::office::Office;
use crate::server::{SLUG, Server};
use crate::shop::Shop;
use crate::{Bench, Outcome, Run};
use std::sync::Arc;

/// What is looked at, below the office of the congress.
const PAGES: [(&str, &str); 11] = [
    ("desk_overview", ""),
    ("desk_attendees", "/attendees"),
    ("desk_orders", "/orders"),
    ("desk_vouchers", "/vouchers"),
    ("desk_waiting", "/waiting"),
    ("desk_statistics", "/statistics"),
    ("desk_statistics_compared", "/statistics/comparison"),
    ("desk_statistics_people", "/statistics/people"),
    ("desk_statistics_money", "/statistics/money"),
    ("desk_statistics_vouchers", "/statistics/vouchers"),
    ("desk_statistics_door", "/statistics/door"),
];

impl Bench {
    /// Lists and figures, with thousands of vouchers among them.
    pub(crate) async fn desk(&self, server: &Server, shop: &Shop) -> Outcome<()> {
        Office::enter(shop).await?.draw(self.scale.vouchers).await?;
        for (name, rest) in PAGES {
            self.desk_page(server, shop, (name, &format!("/{SLUG}/desk{rest}")), "").await?;
        }
        Ok(())
    }

    pub(crate) async fn desk_page(
        &self,
        server: &Server,
        shop: &Shop,
        (name, path): (&'static str, &str),
        more: &str,
    ) -> Outcome<()> {
        let office = shop.log_in().await?;
        let mut run = Run::default();
        let reader = shop.reader(vec![path.to_owned()], &office).await?;
        run.measure(server, vec![reader], self.scale.span / 2, &Arc::default()).await?;
        let more = if more.is_empty() { String::new() } else { format!("; {more}") };
        self.rate(name, &run, None, &format!("1 connection, {path}{more}"))
    }
}
