//! A waiting list: many wait, many seats come free at once, the job deals them out.

use crate::office::{Joiner, Office};
use crate::server::LIST;
use crate::shop::Shop;
use crate::{Bench, CLIENTS, Outcome, Run};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The longest that a run may take.
const PATIENCE: Duration = Duration::from_secs(120);

impl Bench {
    /// Many wait for a hall that is full; then it becomes larger, and whoever is next has an offer.
    pub(crate) async fn list(&self, shop: &mut Shop) -> Outcome<()> {
        let (waiting, freed) = (self.scale.waiting, self.scale.freed);
        let server = self.place.serve(None).await?;
        shop.url.clone_from(&server.url);
        let mut office = Office::enter(shop).await?;
        office.open_list().await?;
        let manner = shop.log_in().await?;
        let mut joiners = vec![];
        for _ in 0..CLIENTS {
            joiners.push(Joiner::new(shop, &manner, waiting).await?);
        }
        let mut run = Run::default();
        run.measure(&server, joiners, Duration::from_secs(600), &Arc::default()).await?;
        self.rate("waiting_joins", &run, None, "8 connections, the form of the office, one person each")?;
        let path = format!("/{LIST}/desk/waiting");
        self.desk_page(&server, shop, ("desk_waiting_full", &path), &format!("{waiting} wait")).await?;
        drop((office, server));
        // What has piled up for the jobs is not what is measured: the list was looked at after each who joined.
        let mut bare = self.place.bare().await?;
        bare.run("DELETE FROM job", &[]).await?;
        let server = self.place.serve_with_jobs().await?;
        shop.url.clone_from(&server.url);
        let mut office = Office::enter(shop).await?;
        let form = office.resized(freed + 1).await?;
        let before = (office.statements().await?, server.cpu()?);
        let open = "SELECT count(*) FROM waiting_offer WHERE state = 'open'";
        let asked = Instant::now();
        let offered = async {
            while bare.numbers(open).await? == [0] {
                if asked.elapsed() > PATIENCE {
                    return Err("nobody was offered anything".into());
                }
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            Outcome::<Duration>::Ok(asked.elapsed())
        };
        let answered = async {
            office.send(&form).await?;
            Outcome::<Duration>::Ok(asked.elapsed())
        };
        let (took, answered) = tokio::try_join!(offered, answered)?;
        let statements = office.statements().await? - before.0;
        let cpu = server.cpu()?.saturating_sub(before.1);
        // It is one transaction: all offers are there with the first. A moment later there are no more.
        tokio::time::sleep(Duration::from_secs(2)).await;
        let offers = bare.numbers(open).await?;
        if offers != [i64::try_from(freed)?] {
            return Err(format!("{freed} seats came free, {offers:?} were offered").into());
        }
        let conditions = format!(
            "{waiting} wait, {freed} seats come free: {freed} offers by one job, seen {:.0} ms after the quota's form was \
             sent, which was answered after {:.0} ms; {statements} statements of the process meanwhile, form and first \
             mails among them",
            took.as_secs_f64() * 1000.0,
            answered.as_secs_f64() * 1000.0
        );
        let figure = self.figure("waiting_run", took.as_secs_f64() * 1000.0, "ms", &conditions);
        Ok(crate::Figure { cpu_ms: Some(cpu.as_secs_f64() * 1000.0), ..figure }.tell()?)
    }
}
