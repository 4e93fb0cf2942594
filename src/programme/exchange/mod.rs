//! Between the formats of other programs and our rows: pure functions over plain values.

pub mod day;
pub mod markup;
pub mod origin;
pub mod pair;
pub mod table;
pub mod wanted;
