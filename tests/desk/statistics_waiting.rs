//! How many wait, among the figures.

use super::statistics::rows;
use crate::kit::run;
use crate::waiting::{by_link, listed, wait};
use chrono::TimeDelta;
use identity::Role;
use registration::service::waiting::leave;

#[tokio::test]
async fn who_waits_is_told_by_the_category_that_they_like_best() {
    run(async |app| {
        let owl = listed(app, 2).await;
        app.order(owl.id, &[("on-site", "Petra Kemper"), ("on-site", "Ayşe Kılıç")]).await;
        wait(app, owl.id, "Lea Nolte", 2, &["on-site"]).await;
        wait(app, owl.id, "Ulf Vahle", 1, &["on-site"]).await;
        let gone = wait(app, owl.id, "Max Meier", 2, &["on-site"]).await;
        app.run_jobs().await;
        leave(&app.store, &by_link(app, gone.id).await).await.expect("leaves");
        let staff = app.staff(Role::Organiser).await;
        let told = async |query: &str| {
            rows(&staff.get(&format!("/owl/desk/statistics{query}")).await.expect(200), "categories")
        };
        let all = told("").await;
        assert_eq!(all[0], "Ticket on-site | 2 | 100 % | 0 | 0 | 3");
        assert_eq!(all.last().map(String::as_str), Some("zusammen | 2 | 100 % | 0 | 0 | 3"));
        let online = told("?category=online").await;
        assert_eq!(online, ["Ticket online | 0 | – | 0 | 0 | 0"]);
        let later = app.store.now().date_naive() + TimeDelta::days(2);
        let nobody = told(&format!("?from={later}")).await;
        assert_eq!(nobody.last().map(String::as_str), Some("zusammen | 0 | – | 0 | 0 | 0"));
        app.run_jobs().await;
    })
    .await;
}
