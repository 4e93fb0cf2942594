//! For whom somebody works, as they write it.

use crate::NetworkingError;
use base::{Uuid, name};
use congress::entity::organisation;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use store::{DbErr, Tx};
use ticket::order_code;

/// The body that somebody names, however they write it: the host's, or a new one. Only a new one takes the kind and the town
/// that were said: nobody changes what others see of theirs.
pub(super) async fn body(
    tx: &Tx,
    host: Uuid,
    named: &str,
    (kind, town): (organisation::Kind, &str),
) -> Result<Uuid, NetworkingError> {
    use organisation::Column;
    let exact = organisation::Entity::find().filter(Column::HostId.eq(host)).filter(Column::Name.eq(named));
    let found = match exact.one(&**tx).await? {
        Some(found) => Some(found),
        None => {
            let key = name::fold(named);
            let all = organisation::Entity::find().filter(Column::HostId.eq(host)).order_by_asc(Column::CreatedAt);
            all.all(&**tx).await?.into_iter().find(|row| name::fold(&row.name) == key)
        }
    };
    let (id, code) = match found {
        Some(row) => (row.id, row.code),
        None => {
            let id = congress::service::congress::organisation(tx, host, named, kind, town).await?;
            (id, None)
        }
    };
    if code.is_none() {
        let code = free_body_code(tx, host).await?;
        organisation::Entity::update_many()
            .col_expr(Column::Code, Expr::value(code))
            .filter(Column::Id.eq(id))
            .filter(Column::Code.is_null())
            .exec(&**tx)
            .await?;
    }
    Ok(id)
}

async fn free_body_code(tx: &Tx, host: Uuid) -> Result<String, DbErr> {
    use organisation::Column;
    loop {
        let code = order_code(tx.chance().bytes::<16>());
        let find = organisation::Entity::find().filter(Column::HostId.eq(host)).filter(Column::Code.eq(&code));
        if find.one(&**tx).await?.is_none() {
            return Ok(code);
        }
    }
}
