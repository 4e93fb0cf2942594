//! Staff to log in as.

use crate::DemoError;
use base::{Actor, Language};
use identity::entity::account;
use identity::service::account::{NewAccount, add_account};
use identity::{Password, Role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::Store;

/// Who can log in to the demo.
#[derive(Clone, Copy, Debug)]
pub struct Login {
    pub role: Role,
    pub name: &'static str,
    pub email: &'static str,
    /// No secret: the demo is for trying out.
    pub password: &'static str,
}

/// One for each role.
pub const LOGINS: &[Login] = &[
    Login { role: Role::Admin, name: "Alex Berghahn", email: "admin@kongress.example", password: "demo-admin-2027" },
    Login {
        role: Role::Organiser,
        name: "Miriam Osterholz",
        email: "organiser@kongress.example",
        password: "demo-organiser-2027",
    },
    Login {
        role: Role::Programme,
        name: "Tarek Wiebe",
        email: "programme@kongress.example",
        password: "demo-programme-2027",
    },
    Login {
        role: Role::Reviewer,
        name: "Frauke Sundermann",
        email: "reviewer@kongress.example",
        password: "demo-reviewer-2027",
    },
    Login { role: Role::Door, name: "Lea Brinkmann", email: "door@kongress.example", password: "demo-door-2027" },
    Login {
        role: Role::Finance,
        name: "Hanno Redeker",
        email: "finance@kongress.example",
        password: "demo-finance-2027",
    },
    Login {
        role: Role::Privacy,
        name: "Ilse Vogtland",
        email: "privacy@kongress.example",
        password: "demo-privacy-2027",
    },
];

/// Adds those who are not there.
pub(crate) async fn ensure(store: &Store) -> Result<(), DemoError> {
    let there = account::Entity::find()
        .filter(account::Column::Address.is_in(LOGINS.iter().map(|l| l.email)))
        .all(store.read())
        .await?;
    for login in LOGINS.iter().filter(|l| !there.iter().any(|a| a.address == l.email)) {
        let new = NewAccount {
            email: login.email,
            name: Some(login.name),
            language: Language::De,
            role: login.role,
            congress: None,
            password: Some(Password::new(login.password)),
        };
        add_account(store, &Actor::system(), new).await?;
    }
    Ok(())
}
