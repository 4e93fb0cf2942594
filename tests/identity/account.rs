//! Accounts and their roles.

use super::{Outcome, database, miriam};
use base::{Actor, Language, Permission, Uuid};
use identity::service::account::{NewAccount, add_account, disable_account, revoke_role};
use identity::service::login::log_in;
use identity::{IdentityError, Password, Role, query};
use store::event::timeline;
use store::{DbErr, Store};

fn door(congress: Option<Uuid>) -> NewAccount<'static> {
    NewAccount {
        email: "miriam.osterholz@owl.example",
        name: None,
        language: Language::En,
        role: Role::Door,
        congress,
        password: None,
    }
}

/// What happened to an account, by name: what happens in one transaction has no order.
async fn verbs(store: &Store, account: Uuid) -> Result<Vec<String>, DbErr> {
    let lines = timeline(store.read(), &[account]).await?;
    let mut verbs: Vec<String> = lines.into_iter().map(|line| line.verb).collect();
    verbs.sort();
    Ok(verbs)
}

#[tokio::test]
async fn adding_again_changes_nothing_twice() -> Outcome {
    let (store, _folder) = database().await?;
    let first = miriam(&store, None).await?;
    let second = miriam(&store, None).await?;
    assert_eq!(first, second);
    assert_eq!(verbs(&store, first.id).await?, ["account.added", "role.granted"]);
    Ok(())
}

#[tokio::test]
async fn a_second_role_keeps_name_language_and_password() -> Outcome {
    let (store, _folder) = database().await?;
    miriam(&store, Some("Drei Brezeln")).await?;
    let congress = store.chance().id(store.now());
    let account = add_account(&store, &Actor::system(), door(Some(congress))).await?;
    assert_eq!((account.name.as_str(), account.language()), ("Miriam Osterholz", Language::De));
    log_in(&store, "miriam.osterholz@owl.example", Password::new("Drei Brezeln")).await?;
    Ok(())
}

#[tokio::test]
async fn an_address_without_a_name_shows_itself() -> Outcome {
    let (store, _folder) = database().await?;
    let account = add_account(&store, &Actor::system(), door(None)).await?;
    assert_eq!(account.name, "miriam.osterholz@owl.example");
    let wrong = NewAccount { email: "miriam", ..door(None) };
    assert!(matches!(add_account(&store, &Actor::system(), wrong).await, Err(IdentityError::Address(_))));
    Ok(())
}

#[tokio::test]
async fn twenty_at_once_make_one_account() -> Outcome {
    let (store, _folder) = database().await?;
    let mut all = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let store = store.clone();
        all.spawn(async move { miriam(&store, None).await.map(|account| account.id) });
    }
    let mut ids = all.join_all().await.into_iter().collect::<Result<Vec<_>, _>>()?;
    ids.dedup();
    assert_eq!(ids.len(), 1);
    Ok(())
}

#[tokio::test]
async fn roles_hold_in_their_congress_and_end_at_once() -> Outcome {
    let (store, _folder) = database().await?;
    let (here, there) = (store.chance().id(store.now()), store.chance().id(store.now()));
    let id = add_account(&store, &Actor::system(), door(Some(here))).await?.id;
    let before = store.statements();
    let (_, actor) = query::member(store.read(), id).await?.ok_or("no actor")?;
    assert_eq!(store.statements() - before, 2);
    assert!(actor.may(Permission::CheckInsWrite, here));
    assert!(!actor.may(Permission::CheckInsWrite, there));
    assert!(!actor.may(Permission::OrdersRead, here));
    assert!(!actor.may_everywhere(Permission::CheckInsWrite));

    revoke_role(&store, &Actor::system(), id, Role::Door, None).await?;
    let (_, actor) = query::member(store.read(), id).await?.ok_or("no actor")?;
    assert!(actor.may(Permission::CheckInsWrite, here), "only the role of another scope was taken");
    revoke_role(&store, &Actor::system(), id, Role::Door, Some(here)).await?;
    let (_, actor) = query::member(store.read(), id).await?.ok_or("no actor")?;
    assert!(!actor.may_somewhere(Permission::CheckInsWrite));
    Ok(())
}

#[tokio::test]
async fn a_disabled_account_acts_no_more_until_it_is_added_again() -> Outcome {
    let (store, _folder) = database().await?;
    let id = miriam(&store, None).await?.id;
    disable_account(&store, &Actor::system(), id).await?;
    disable_account(&store, &Actor::system(), id).await?;
    assert!(query::member(store.read(), id).await?.is_none());
    miriam(&store, None).await?;
    assert!(query::member(store.read(), id).await?.is_some_and(|(_, a)| a.may_everywhere(Permission::OrdersWrite)));
    let verbs = verbs(&store, id).await?;
    assert_eq!(verbs, ["account.added", "account.disabled", "account.enabled", "role.granted"]);
    Ok(())
}
