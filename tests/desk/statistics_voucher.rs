//! What vouchers brought: exact figures, few rows of many codes, for whom they are.

use super::statements;
use super::statistics::{give_back, rows};
use crate::kit::world::form;
use crate::kit::{App, run};
use crate::payment::selling;
use crate::registration::voucher::{add, of};
use base::{Actor, Language, Uuid};
use calamine::{Data, Reader, Xlsx};
use chrono::TimeDelta;
use desk::rules::statistics::voucher::{Earned, SINGLY, vouchers};
use identity::Role;
use payment::service::{expiry, invoice};
use registration::entity::order;
use registration::form::{OrderForm, VoucherForm};
use registration::query::statistics::Tally;
use registration::query::statistics::voucher::{OfVoucher, Used};
use registration::service::order::place;
use std::io::Cursor;
use ticketing::entity::voucher::Effect;
use ticketing::query::voucher::list::{Name, Tag};
use ticketing::service::voucher::{Voucher, draw};

/// 20 percent less, with a tag.
fn less(code: &str, tag: &str) -> Voucher {
    Voucher { effect: Effect::Percent, amount: 2_000, tag: tag.into(), ..of(code, 20) }
}

async fn order(app: &App, congress: Uuid, code: &str, attendees: &[(&str, &str)]) -> order::Model {
    let voucher = (!code.is_empty()).then(|| VoucherForm { code: code.into(), reach: attendees.len() });
    let form = OrderForm { voucher, ..form(attendees) };
    place(&app.store, &Actor::guest(Language::De), congress, form).await.expect("an order").order
}

#[tokio::test]
async fn vouchers_are_told_by_tag_and_one_by_one() {
    Box::pin(run(async |app| {
        let owl = selling(app).await;
        for (code, tag) in [("NEWS-A", "Newsletter"), ("NEWS-B", "Newsletter"), ("LEMGO", ""), ("PRESSE", "Presse")] {
            add(app, owl.id, less(code, tag)).await;
        }
        // Nobody pays for it in time: its use comes back.
        let late = order(app, owl.id, "NEWS-B", &[("paid", "Imke Vahle")]).await;
        invoice::follow(&app.store, late.id, false).await.expect("an invoice");
        app.advance(TimeDelta::days(20));
        expiry::sweep(&app.store).await.expect("sweeps");
        order(app, owl.id, "NEWS-A", &[("paid", "Petra Kemper"), ("paid", "Ayşe Kılıç")]).await;
        let gone = order(app, owl.id, "NEWS-A", &[("paid", "Jörg Nolte")]).await;
        give_back(app, owl.id, &gone).await;
        order(app, owl.id, "LEMGO", &[("online", "Nour Al-Khatib")]).await;
        order(app, owl.id, "", &[("paid", "Ulf Pohlmeier")]).await;
        let (account, staff) = app.member("Lea Temme", "lea@staff.example", Role::Organiser, None).await;
        let tries = Actor::staff(account, "Lea Temme", Language::De, vec![]);
        let mut test = form(&[("paid", "Max Muster")]);
        test.voucher = Some(VoucherForm { code: "LEMGO".into(), reach: 1 });
        (test.test, test.source) = (true, order::Source::Desk);
        place(&app.store, &tries, owl.id, test).await.expect("a test order");
        let page = staff.get("/owl/desk/statistics/vouchers").await.expect(200);
        assert_eq!(
            rows(&page, "voucher-tags"),
            [
                "Newsletter | 2 | 4 | 2 | 1 | 1 | 19,60 | 78,40",
                "Presse | 1 | 0 | 0 | 0 | 0 | 0,00 | 0,00",
                "ohne Schlagwort | 1 | 1 | 1 | 0 | 0 | 0,00 | 0,00",
                "zusammen | 4 | 5 | 3 | 1 | 1 | 19,60 | 78,40",
            ]
        );
        assert_eq!(
            rows(&page, "voucher-codes"),
            [
                "NEWS-A (Newsletter) | 3 | 2 | 1 | 0 | 19,60 | 78,40",
                "LEMGO | 1 | 1 | 0 | 0 | 0,00 | 0,00",
                "NEWS-B (Newsletter) | 1 | 0 | 0 | 1 | 0,00 | 0,00",
                "PRESSE (Presse) | 0 | 0 | 0 | 0 | 0,00 | 0,00",
                "zusammen | 5 | 3 | 1 | 1 | 19,60 | 78,40",
            ]
        );
        // The same as the list of vouchers says.
        let list = staff.get("/owl/desk/vouchers").await.expect(200).text();
        assert!(list.contains("78,40") && list.contains("19,60"));
        // Narrowed down as the other parts are, with all tags still there.
        let online = staff.get("/owl/desk/statistics/vouchers?category=online").await.expect(200);
        assert_eq!(rows(&online, "voucher-tags")[3], "zusammen | 4 | 1 | 1 | 0 | 0 | 0,00 | 0,00");
        let file = staff.post_form("/owl/desk/statistics/exports", &[("table", "voucher-codes")]).await.expect(200);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file.bytes.to_vec())).expect("a workbook");
        let range = book.worksheet_range("Gutscheine einzeln, in EUR").expect("a sheet");
        let row: Vec<String> = range.rows().nth(1).expect("a row").iter().map(Data::to_string).collect();
        assert_eq!(row, ["NEWS-A (Newsletter)", "3", "2", "1", "0", "19.6", "78.4"]);
        app.deliver().await;
    }))
    .await;
}

#[tokio::test]
async fn who_may_not_read_vouchers_sees_none_of_it() {
    run(async |app| {
        let owl = selling(app).await;
        add(app, owl.id, less("NEWS-A", "Newsletter")).await;
        let path = "/owl/desk/statistics/vouchers";
        let finance = app.staff(Role::Finance).await.get(path).await.expect(200);
        assert!(finance.words("nav ul.cluster a").contains(&"Gutscheine".to_owned()));
        let privacy = app.staff(Role::Privacy).await;
        privacy.get(path).await.expect(404);
        let links = privacy.get("/owl/desk/statistics").await.expect(200).words("nav ul.cluster a");
        assert!(!links.contains(&"Gutscheine".to_owned()), "{links:?}");
        for table in ["voucher-tags", "voucher-codes"] {
            privacy.post_form("/owl/desk/statistics/exports", &[("table", table)]).await.expect(404);
        }
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn thousands_of_codes_take_no_more_rows_or_statements_than_some() {
    run(async |app| {
        let owl = selling(app).await;
        let staff = app.staff(Role::Organiser).await;
        let path = "/owl/desk/statistics/vouchers";
        add(app, owl.id, less("LEMGO", "")).await;
        order(app, owl.id, "LEMGO", &[("paid", "Petra Kemper")]).await;
        let few = statements(app, &staff, path).await;
        let key = (owl.id, app.store.chance().opaque_id());
        let new = Voucher { max_uses: 1, ..less("", "News") };
        draw(&app.store, &Actor::system(), key, (2_000, "NEWS"), new).await.expect("codes");
        let drawn = ticketing::query::voucher::list::names(app.store.read(), owl.id, 60).await.expect("codes");
        for (n, name) in drawn.iter().filter(|name| !name.tag.is_empty()).take(52).enumerate() {
            order(app, owl.id, &name.code, &[("online", &format!("Gast Nummer{n}"))]).await;
        }
        assert_eq!(statements(app, &staff, path).await, few);
        let page = staff.get(path).await.expect(200);
        assert_eq!(
            rows(&page, "voucher-tags"),
            [
                "News | 2.000 | 52 | 52 | 0 | 0 | 0,00 | 0,00",
                "ohne Schlagwort | 1 | 1 | 1 | 0 | 0 | 9,80 | 39,20",
                "zusammen | 2.001 | 53 | 53 | 0 | 0 | 9,80 | 39,20",
            ]
        );
        let singly = rows(&page, "voucher-codes");
        assert_eq!(singly.len(), SINGLY + 2);
        assert_eq!(singly[0], "LEMGO | 1 | 1 | 0 | 0 | 9,80 | 39,20", "of equals the one without a tag is first");
        assert_eq!(singly[SINGLY], "1.951 weitere Gutscheine zusammen | 3 | 3 | 0 | 0 | 0,00 | 0,00");
        assert_eq!(singly[SINGLY + 1], "zusammen | 53 | 53 | 0 | 0 | 9,80 | 39,20");
        app.deliver().await;
    })
    .await;
}

#[test]
fn codes_that_nobody_used_fill_up_what_is_left_and_the_sums_are_of_all() {
    let chance = base::Chance::seeded(5);
    for _ in 0..200 {
        let count = i64::try_from(chance.below(140)).expect("small");
        let names: Vec<Name> = (0..count)
            .map(|n| {
                let tag = ["", "a", "b"][usize::try_from(chance.below(3)).expect("small")];
                Name { id: Uuid::from_u128(n.unsigned_abs().into()), code: format!("C{n:03}"), tag: tag.into() }
            })
            .collect();
        let some: Vec<&Name> = names.iter().filter(|_| chance.below(2) == 0).collect();
        let came = |name: &&Name| OfVoucher {
            voucher_id: name.id,
            code: name.code.clone(),
            tag: name.tag.clone(),
            tally: Tally { going: 1, ..Tally::default() },
            cents: 10,
            waived_cents: 5,
        };
        let used = |name: &&Name| Used { voucher_id: name.id, code: name.code.clone(), tag: name.tag.clone(), n: 2 };
        let tag = |tag: &str| {
            let codes = i64::try_from(names.iter().filter(|name| name.tag == tag).count()).expect("small");
            Tag { tag: tag.into(), codes, max_uses: codes, used: 0 }
        };
        let tags: Vec<Tag> = ["", "a", "b"].map(tag).into_iter().filter(|tag| tag.codes > 0).collect();
        let came: Vec<OfVoucher> = some.iter().map(came).collect();
        let used: Vec<Used> = some.iter().map(used).collect();
        let first: Vec<Name> = names.iter().take(2 * SINGLY).cloned().collect();
        let told = vouchers(&tags, &came, &used, &first);
        let all: Earned = told.tags.iter().map(|(_, _, earned)| *earned).sum();
        let each: Earned = told.singly.iter().map(|(_, _, earned)| *earned).chain([told.rest]).sum();
        assert_eq!(all, each);
        assert_eq!(all.uses, 2 * i64::try_from(some.len()).expect("small"));
        assert_eq!(told.singly.len(), names.len().min(SINGLY), "{} of {}", some.len(), names.len());
        assert_eq!(told.others, count - i64::try_from(told.singly.len()).expect("small"));
        assert!(told.tags.iter().position(|(tag, ..)| tag.is_empty()).is_none_or(|at| at + 1 == told.tags.len()));
    }
}
