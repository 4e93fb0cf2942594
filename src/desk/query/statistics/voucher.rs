//! What vouchers brought.

use super::Frame;
use crate::rules::statistics::voucher::{Vouchers, enough, vouchers as together};
use registration::query::statistics::voucher::{by_voucher, uses};
use store::{DbErr, Store};
use ticketing::query::voucher::list::{names, tags};
use web::CongressHead;

/// What vouchers brought.
#[derive(Clone, Debug)]
pub struct VoucherView {
    pub currency: String,
    pub vouchers: Vouchers,
}

/// What vouchers brought, as of one moment. Four statements, however many there are.
pub async fn vouchers(store: &Store, congress: &CongressHead, frame: &Frame) -> Result<VoucherView, DbErr> {
    let moment = store.snapshot().await?;
    let tags = tags(&moment, congress.id).await?;
    let came = by_voucher(&moment, &frame.asked).await?;
    let used = uses(&moment, &frame.asked).await?;
    let names = names(&moment, congress.id, enough()).await?;
    Ok(VoucherView { currency: frame.currency(), vouchers: together(&tags, &came, &used, &names) })
}
