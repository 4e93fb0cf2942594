//! API tokens.

use super::{Outcome, database};
use base::actor::ActorKind;
use base::{Actor, Language, Permission, secret};
use identity::service::api_token::{add_api_token, revoke_api_token};
use identity::{IdentityError, entity, query};
use sea_orm::EntityTrait;

const BOTH: [Permission; 3] = [Permission::OrdersWrite, Permission::CheckInsWrite, Permission::OrdersWrite];

#[tokio::test]
async fn is_shown_once_and_stored_hashed() -> Outcome {
    let (store, _folder) = database().await?;
    let token = add_api_token(&store, &Actor::system(), "Kasse", None, &BOTH).await?;
    assert!(token.secret.starts_with("kg_") && token.secret.len() == 35, "{}", token.secret);
    let rows = entity::api_token::Entity::find().all(store.read()).await?;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].token_hash, secret::hash(&token.secret));
    assert!(!format!("{rows:?}").contains(&token.secret[3..]));
    assert_eq!(rows[0].permissions(), [Permission::OrdersWrite, Permission::CheckInsWrite]);
    Ok(())
}

#[tokio::test]
async fn acts_in_its_congress_alone() -> Outcome {
    let (store, _folder) = database().await?;
    let (here, there) = (store.chance().id(store.now()), store.chance().id(store.now()));
    let token = add_api_token(&store, &Actor::system(), "Kasse", Some(here), &BOTH).await?;
    let actor = query::token_actor(store.read(), &token.secret, Language::En).await?.ok_or("no actor")?;
    assert_eq!((actor.kind, actor.name.as_str(), actor.language), (ActorKind::Token(token.id), "Kasse", Language::En));
    assert!(actor.may(Permission::OrdersWrite, here));
    assert!(!actor.may(Permission::OrdersWrite, there));
    assert!(!actor.may(Permission::OrdersRead, here));
    assert!(!actor.may_everywhere(Permission::OrdersWrite));
    let everywhere = add_api_token(&store, &Actor::system(), "Alles", None, &BOTH).await?;
    let actor = query::token_actor(store.read(), &everywhere.secret, Language::De).await?.ok_or("no actor")?;
    assert!(actor.may_everywhere(Permission::OrdersWrite) && actor.may(Permission::OrdersWrite, there));
    Ok(())
}

#[tokio::test]
async fn ends_when_it_is_revoked() -> Outcome {
    let (store, _folder) = database().await?;
    let token = add_api_token(&store, &Actor::system(), "Kasse", None, &BOTH).await?;
    revoke_api_token(&store, &Actor::system(), token.id).await?;
    revoke_api_token(&store, &Actor::system(), token.id).await?;
    assert_eq!(query::token_actor(store.read(), &token.secret, Language::De).await?, None);
    let mut lines = store::event::timeline(store.read(), &[token.id]).await?;
    lines.sort_by(|a, b| a.verb.cmp(&b.verb));
    assert_eq!(lines.iter().map(|l| l.verb.as_str()).collect::<Vec<_>>(), ["api_token.added", "api_token.revoked"]);
    let unknown = revoke_api_token(&store, &Actor::system(), store.chance().id(store.now())).await;
    assert!(matches!(unknown, Err(IdentityError::NotFound(_))));
    Ok(())
}

#[tokio::test]
async fn what_is_no_token_opens_nothing() -> Outcome {
    let (store, _folder) = database().await?;
    let token = add_api_token(&store, &Actor::system(), "Kasse", None, &BOTH).await?;
    let shortened = &token.secret[..token.secret.len() - 1];
    let upper = token.secret.to_uppercase();
    for given in ["", "kg_", &token.secret[3..], shortened, upper.as_str(), secret::hash(&token.secret).as_str()] {
        assert_eq!(query::token_actor(store.read(), given, Language::De).await?, None, "{given}");
    }
    Ok(())
}

#[tokio::test]
async fn needs_a_name_and_a_permission() -> Outcome {
    let (store, _folder) = database().await?;
    let nameless = add_api_token(&store, &Actor::system(), "  ", None, &BOTH).await;
    assert!(matches!(nameless, Err(IdentityError::NameMissing)));
    let idle = add_api_token(&store, &Actor::system(), "Kasse", None, &[]).await;
    assert!(matches!(idle, Err(IdentityError::PermissionMissing)));
    Ok(())
}
