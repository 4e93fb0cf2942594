//! The tables of the directory.

pub mod avoidance;
pub mod connection;
pub mod cooperation;
pub mod cooperation_member;
pub mod cooperation_step;
pub mod entry;
pub mod interest;
pub mod meeting;
pub mod meeting_absence;
pub mod meeting_offer;
pub mod meeting_place;
pub mod meeting_seat;
pub mod meeting_slot;
pub mod meeting_table;
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
