//! The tables of the directory.

pub mod avoidance;
pub mod connection;
pub mod cooperation;
pub mod cooperation_member;
pub mod cooperation_step;
pub mod entry;
pub mod interest;
pub mod network;
pub mod network_document;
pub mod network_report;
pub mod participation;
pub mod presence;
pub mod profile;
pub mod profile_topic;
pub mod topic_alias;
pub mod topic_follow;
pub mod topic_proposal;
