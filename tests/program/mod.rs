//! The program as a whole: the real binary in processes of its own, over real HTTP, on a database that outlives them.

mod backup;
mod cli;
mod congress;
mod crash;
mod database_away;
mod doctor;
mod import;
mod metrics;
pub mod process;
mod rush;
mod several;
mod shutdown;
mod smtp_down;
