//! The register of personal data against the schema.

mod retention;

use crate::kit::Database;
use crate::store::schema::{in_database, tables};
use std::collections::BTreeSet;

#[tokio::test]
async fn every_column_of_the_schema_stands_in_the_register() {
    let register = privacy::register().unwrap();
    let database = Database::new().await;
    let registered: BTreeSet<String> = register.keys().cloned().collect();
    assert_eq!(registered, tables(&database.store).await, "tables of src/privacy/column.toml, then of the schema");
    for (name, table) in register {
        let named: BTreeSet<String> = table.plain.iter().chain(table.personal.keys()).cloned().collect();
        assert_eq!(
            named.len(),
            table.plain.len() + table.personal.len(),
            "{name}: a column is plain or personal, not both"
        );
        let there: BTreeSet<String> = in_database(&database.store, &name).await.into_keys().collect();
        assert_eq!(named, there, "columns of {name}: src/privacy/column.toml, then the schema");
    }
}
