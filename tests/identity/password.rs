//! Passwords.

use super::{Outcome, database, miriam};
use identity::service::login::log_in;
use identity::{IdentityError, MAX_PASSWORD, Password};
use std::time::{Duration, Instant};

const RIGHT: &str = "Drei Brezeln für Paderborn";

#[tokio::test]
async fn is_kept_as_argon2id_with_owasps_parameters() -> Outcome {
    let (store, _folder) = database().await?;
    let first = miriam(&store, Some(RIGHT)).await?.password_hash.unwrap_or_default();
    let second = miriam(&store, Some(RIGHT)).await?.password_hash.unwrap_or_default();
    assert!(first.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{first}");
    assert_ne!(first, second, "each hash has its own salt");
    Ok(())
}

#[tokio::test]
async fn opens_its_account() -> Outcome {
    let (store, _folder) = database().await?;
    let account = miriam(&store, Some(RIGHT)).await?;
    let found = log_in(&store, "  MIRIAM.osterholz@OWL.example ", Password::new(RIGHT)).await?;
    assert_eq!(found.id, account.id);
    // "ü" as one sign or as two: keyboards differ.
    log_in(&store, "miriam.osterholz@owl.example", Password::new("Drei Brezeln fu\u{308}r Paderborn")).await?;
    Ok(())
}

#[tokio::test]
async fn wrong_unknown_without_and_disabled_are_told_alike() -> Outcome {
    let (store, _folder) = database().await?;
    let account = miriam(&store, None).await?;
    let refused = |email: &'static str, password: &'static str| {
        let store = store.clone();
        async move { log_in(&store, email, Password::new(password)).await.err().map(|e| e.to_string()) }
    };
    let wrong = Some(IdentityError::WrongLogin.to_string());
    assert_eq!(refused("miriam.osterholz@owl.example", RIGHT).await, wrong, "no password was set");
    miriam(&store, Some(RIGHT)).await?;
    assert_eq!(refused("miriam.osterholz@owl.example", "drei brezeln für paderborn").await, wrong);
    assert_eq!(refused("miriam.osterholz@owl.example", "").await, wrong);
    assert_eq!(refused("nobody@owl.example", RIGHT).await, wrong);
    assert_eq!(refused("no address", RIGHT).await, wrong);
    identity::service::account::disable_account(&store, &base::Actor::system(), account.id).await?;
    assert_eq!(refused("miriam.osterholz@owl.example", RIGHT).await, wrong, "disabled");
    Ok(())
}

/// Hashing takes more than five milliseconds on any machine of these years; looking an address up takes less.
#[tokio::test]
async fn an_unknown_address_is_hashed_for_as_well() -> Outcome {
    let (store, _folder) = database().await?;
    miriam(&store, None).await?;
    for email in ["nobody@owl.example", "miriam.osterholz@owl.example"] {
        let start = Instant::now();
        assert!(log_in(&store, email, Password::new("wrong password")).await.is_err());
        assert!(start.elapsed() > Duration::from_millis(5), "{email} was answered in {:?}", start.elapsed());
    }
    Ok(())
}

#[tokio::test]
async fn short_and_endless_ones_are_refused() -> Outcome {
    let (store, _folder) = database().await?;
    assert!(matches!(miriam(&store, Some("1234567")).await, Err(IdentityError::PasswordTooShort)));
    let long = "x".repeat(MAX_PASSWORD + 1);
    assert!(matches!(miriam(&store, Some(&long)).await, Err(IdentityError::PasswordTooLong)));
    miriam(&store, Some("        ")).await?;
    miriam(&store, Some(&long[1..])).await?;
    log_in(&store, "miriam.osterholz@owl.example", Password::new(&long[1..])).await?;
    let wrong = log_in(&store, "miriam.osterholz@owl.example", Password::new(&long)).await;
    assert!(matches!(wrong, Err(IdentityError::WrongLogin)));
    Ok(())
}

#[test]
fn stands_in_no_log() {
    assert_eq!(format!("{:?}", Password::new(RIGHT)), "Password");
}
