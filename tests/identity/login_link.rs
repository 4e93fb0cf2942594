//! Links that log in.

use super::{Outcome, database, miriam};
use base::Actor;
use chrono::TimeDelta;
use identity::service::account::disable_account;
use identity::service::login_link::{INVITED_FOR, invite, use_login_link};
use identity::{IdentityError, entity, query};
use sea_orm::EntityTrait;

#[tokio::test]
async fn of_twenty_clicks_at_once_one_logs_in() -> Outcome {
    let (store, _folder) = database().await?;
    let account = miriam(&store, None).await?;
    let token = invite(&store, &Actor::system(), account.id).await?;
    let mut all = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let (store, token) = (store.clone(), token.clone());
        all.spawn(async move { use_login_link(&store, &token).await });
    }
    let answers = all.join_all().await;
    assert_eq!(answers.iter().filter(|a| a.as_ref().is_ok_and(|found| found.id == account.id)).count(), 1);
    assert_eq!(answers.iter().filter(|a| matches!(a, Err(IdentityError::LinkEnded))).count(), 19);
    let verbs: Vec<String> =
        store::event::timeline(store.read(), &[account.id]).await?.into_iter().map(|line| line.verb).collect();
    assert_eq!(verbs.iter().filter(|verb| *verb == "account.logged_in").count(), 1);
    Ok(())
}

#[tokio::test]
async fn looking_at_it_uses_nothing_up() -> Outcome {
    let (store, _folder) = database().await?;
    let account = miriam(&store, None).await?;
    let token = invite(&store, &Actor::system(), account.id).await?;
    for _ in 0..3 {
        let found = query::link_account(store.read(), &token, store.now()).await?;
        assert_eq!(found.map(|account| account.id), Some(account.id));
    }
    use_login_link(&store, &token).await?;
    assert_eq!(query::link_account(store.read(), &token, store.now()).await?, None);
    Ok(())
}

#[tokio::test]
async fn is_stored_hashed() -> Outcome {
    let (store, _folder) = database().await?;
    let account = miriam(&store, None).await?;
    let token = invite(&store, &Actor::system(), account.id).await?;
    let rows = entity::login_link::Entity::find().all(store.read()).await?;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].token_hash, base::secret::hash(&token));
    assert!(matches!(use_login_link(&store, &rows[0].token_hash).await, Err(IdentityError::LinkEnded)));
    Ok(())
}

#[tokio::test]
async fn too_old_it_opens_nothing() -> Outcome {
    let (store, _folder) = database().await?;
    let account = miriam(&store, None).await?;
    let token = invite(&store, &Actor::system(), account.id).await?;
    store.clock().advance(INVITED_FOR - TimeDelta::seconds(60));
    assert!(query::link_account(store.read(), &token, store.now()).await?.is_some());
    store.clock().advance(TimeDelta::seconds(120));
    assert_eq!(query::link_account(store.read(), &token, store.now()).await?, None);
    assert!(matches!(use_login_link(&store, &token).await, Err(IdentityError::LinkEnded)));
    Ok(())
}

#[tokio::test]
async fn using_one_ends_the_others_of_the_account() -> Outcome {
    let (store, _folder) = database().await?;
    let account = miriam(&store, None).await?;
    let older = invite(&store, &Actor::system(), account.id).await?;
    let newer = invite(&store, &Actor::system(), account.id).await?;
    use_login_link(&store, &newer).await?;
    assert!(matches!(use_login_link(&store, &older).await, Err(IdentityError::LinkEnded)));
    Ok(())
}

#[tokio::test]
async fn a_disabled_account_has_none() -> Outcome {
    let (store, _folder) = database().await?;
    let account = miriam(&store, None).await?;
    let token = invite(&store, &Actor::system(), account.id).await?;
    disable_account(&store, &Actor::system(), account.id).await?;
    assert_eq!(query::link_account(store.read(), &token, store.now()).await?, None);
    assert!(matches!(use_login_link(&store, &token).await, Err(IdentityError::LinkEnded)));
    assert!(matches!(invite(&store, &Actor::system(), account.id).await, Err(IdentityError::NotFound(_))));
    Ok(())
}
