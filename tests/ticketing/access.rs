//! Who sees a category, and who may have it: by link, by list, and what the server refuses whatever the form showed.

use crate::kit::world::form;
use crate::kit::{App, Client, run};
use ::base::{Actor, Language, Uuid};
use ::identity::Role;
use ::registration::RegistrationError;
use ::registration::entity::order::Source;
use ::registration::form::OrderForm;
use ::registration::service::order::{Placed, place};
use ::ticketing::entity::category::{Model, Visibility};
use ::ticketing::service::access::{Access, change};
use ::web::form::Seen;

pub async fn category(app: &App, congress: Uuid, slug: &str) -> Model {
    let views = ::ticketing::query::categories(app.store.read(), congress).await.unwrap();
    views.into_iter().map(|view| view.category).find(|row| row.slug == slug).unwrap()
}

/// Says who may have a category.
pub async fn set(app: &App, congress: Uuid, slug: &str, with: impl FnOnce(&mut Access)) -> Uuid {
    let row = category(app, congress, slug).await;
    let old = Access::of(app.store.read(), &row).await.unwrap();
    let mut new = old.clone();
    with(&mut new);
    change(&app.store, &Actor::system(), congress, row.id, new, &Seen::of(&old)).await.unwrap();
    row.id
}

async fn order(app: &App, congress: Uuid, form: OrderForm) -> Result<Placed, RegistrationError> {
    place(&app.store, &Actor::guest(Language::De), congress, form).await
}

#[tokio::test]
async fn what_a_link_shows_is_had_by_who_has_the_link() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await.id;
        let id = set(app, congress, "paid", |access| access.visibility = Visibility::Link).await;
        let guest = app.guest();
        for path in ["/owl", "/owl/tickets"] {
            assert!(!guest.get(path).await.expect(200).text().contains("Ticket paid"), "{path}");
        }
        let refused = order(app, congress, form(&[("paid", "Henrik Stallmann")])).await.unwrap_err();
        assert!(matches!(refused, RegistrationError::UnknownCategory { .. }), "{refused}");
        let admin = app.staff(Role::Admin).await;
        let page = admin.get(&format!("/owl/desk/settings/categories/{id}/access")).await.expect(200);
        let link = page.words("p.code").remove(0);
        let path = link[link.find("/owl/tickets").unwrap()..].to_owned();
        let shown = guest.get(&path).await.expect(200);
        assert!(shown.text().contains("Ticket paid"), "{}", shown.text());
        assert_eq!(shown.attributes("[name=category-1] option[selected]", "value"), ["paid"], "what it is about");
        let placed = guest.post_form("/owl/tickets", &typed(&shown)).await;
        assert_eq!(placed.status, 303, "{}", placed.text());
        // Another link: the old one shows nothing any more, however often the button is pressed.
        let fields = [("generation", "1")];
        admin.post_form(&format!("/owl/desk/settings/categories/{id}/link"), &fields).await.expect(303);
        admin.post_form(&format!("/owl/desk/settings/categories/{id}/link"), &fields).await.expect(303);
        assert_eq!(category(app, congress, "paid").await.link_generation, 2);
        assert!(!guest.get(&path).await.expect(200).text().contains("Ticket paid"));
        let late = guest.post_form("/owl/tickets", &typed(&shown)[1..]).await;
        assert_eq!(late.status, 422, "{}", late.text());
        app.run_jobs().await;
    })
    .await;
}

/// What the form that came sends back for Henrik.
fn typed(shown: &crate::kit::Reply) -> Vec<(&'static str, &'static str)> {
    let link: &'static str = shown.attributes("[name=link]", "value").remove(0).leak();
    let placement: &'static str = shown.attributes("[name=placement]", "value").remove(0).leak();
    vec![
        ("placement", placement),
        ("link", link),
        ("buyer", "person"),
        ("buyer-name", "Petra Kemper"),
        ("buyer-email", "p.kemper@delbrueck.example"),
        ("given-1", "Henrik"),
        ("family-1", "Stallmann"),
        ("category-1", "paid"),
        ("language-1", "de"),
        ("terms", "on"),
        ("action", "place"),
    ]
}

#[tokio::test]
async fn what_is_hidden_is_staffs_to_give() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await.id;
        for visibility in [Visibility::Link, Visibility::Voucher, Visibility::Invitation] {
            set(app, congress, "online", |access| access.visibility = visibility).await;
            let people = form(&[("online", "Henrik Stallmann")]);
            order(app, congress, people.clone()).await.unwrap_err();
            order(app, congress, OrderForm { source: Source::Api, ..people.clone() }).await.unwrap_err();
            order(app, congress, OrderForm { source: Source::Desk, ..people }).await.unwrap();
        }
        // What a voucher unlocks, its order brings along.
        let id = set(app, congress, "online", |access| access.visibility = Visibility::Voucher).await;
        let unlocked = OrderForm { unlocked: [id].into(), ..form(&[("online", "Henrik Stallmann")]) };
        order(app, congress, unlocked).await.unwrap();
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn an_invited_address_has_as_many_as_the_list_allows_however_it_is_written() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await.id;
        let id = set(app, congress, "online", |access| {
            access.visibility = Visibility::Invitation;
            access.invitations_each = 2;
            access.invitees = vec![" P.Kemper@Delbrueck.example ".into(), "p.kemper@delbrueck.example".into()];
        })
        .await;
        assert_eq!(
            ::ticketing::query::invitees(app.store.read(), id).await.unwrap(),
            ["p.kemper@delbrueck.example"],
            "one and the same"
        );
        let one = || form(&[("online", "Henrik Stallmann")]);
        let mut stranger = one();
        stranger.buyer.email = "somebody@else.example".into();
        stranger.unlocked = [id].into();
        let refused = order(app, congress, stranger).await.unwrap_err();
        assert!(matches!(refused, RegistrationError::NotInvited { .. }), "the link alone does not admit: {refused}");
        let mut shouted = one();
        shouted.buyer.email = "P.KEMPER@delbrueck.example".into();
        order(app, congress, shouted).await.unwrap();
        let three = form(&[("online", "Ada Eins"), ("online", "Bo Zwei")]);
        let refused = order(app, congress, three).await.unwrap_err();
        assert!(matches!(refused, RegistrationError::InvitationUsed { max: 2, .. }), "{refused}");
        // Many at once: one of them is the second.
        let tries = (0..6).map(|_| order(app, congress, one()));
        let placed: Vec<Placed> = futures_util::future::join_all(tries).await.into_iter().flatten().collect();
        assert_eq!(placed.len(), 1);
        // Given back, it can be had again.
        let key = &app.program.state.link_key;
        let secret = ::registration::load::order_secret(key, &placed[0].order);
        let loaded =
            ::registration::load::order_by_link(app.store.read(), key, congress, &placed[0].order.code, &secret);
        let loaded = loaded.await.unwrap();
        ::registration::service::cancellation::cancel(&app.store, &loaded, None, "").await.unwrap();
        order(app, congress, one()).await.unwrap();
        order(app, congress, one()).await.unwrap_err();
        app.run_jobs().await;
    })
    .await;
}

async fn form_for(guest: &Client, email: &str) -> String {
    guest.post_form("/owl/tickets", &[("action", "update"), ("buyer-email", email)]).await.expect(200).text()
}

#[tokio::test]
async fn the_form_shows_what_an_address_is_invited_to() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await.id;
        let id = set(app, congress, "paid", |access| access.visibility = Visibility::Invitation).await;
        let admin = app.staff(Role::Admin).await;
        let path = format!("/owl/desk/settings/categories/{id}/access");
        let page = admin.get(&path).await.expect(200);
        let seen = page.attributes("form [name=seen]", "value").remove(0);
        let wrong = [("seen", seen.as_str()), ("visibility", "invitation"), ("each", "1"), ("invitees", "nobody")];
        let refused = admin.post_form(&path, &wrong).await.expect(422);
        assert!(refused.text().contains("„nobody“ ist keine Mailadresse"), "{}", refused.text());
        let pasted = "Petra Kemper <P.Kemper@delbrueck.example>; mia@wulf.example\nmia@wulf.example";
        let list = [("seen", seen.as_str()), ("visibility", "invitation"), ("each", "1"), ("invitees", pasted)];
        admin.post_form(&path, &list).await.expect(303);
        let page = admin.get(&path).await.expect(200);
        assert_eq!(page.words("textarea"), ["mia@wulf.example p.kemper@delbrueck.example"]);
        let guest = app.guest();
        assert!(!form_for(&guest, "").await.contains("Ticket paid"));
        assert!(!form_for(&guest, "somebody@else.example").await.contains("Ticket paid"));
        assert!(form_for(&guest, "MIA@wulf.example").await.contains("Ticket paid"));
    })
    .await;
}
