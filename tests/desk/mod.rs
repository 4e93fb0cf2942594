//! The congress office.

mod rule;
