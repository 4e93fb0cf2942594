//! The schema, one file a step. A step that has landed is never edited: a change is a new step.
//!
//! Both dialects from one description. Times are UTC, identifiers UUIDv7, money whole cents, states words with a
//! check; texts by organisers are `{"de", "en"}`.

use sea_orm_migration::prelude::*;
pub use sea_orm_migration::{MigratorTrait, SchemaManager};

mod column;
mod m001_store;
mod m002_web;
mod m003_identity;
mod m004_congress;
mod m005_ticketing;
mod m006_post;
mod m007_registration;
mod m008_checkin;
mod m009_office;
mod m012_outbox;
mod m013_search;
mod m016_attachment;
mod m017_team;
mod m018_event;
mod m019_rank;
mod m020_payment;
mod m021_search;
mod m022_offer;
mod m023_voucher;
mod m024_question;
mod m025_waiting;
mod m026_change;
mod m027_contingent;
mod m027_double;
mod m027_group;
mod m027_test_order;
mod m028_statistics;
mod m029_counted;
mod m030_partner_billing;
mod m031_mail_kind;
mod m032_programme;
mod m033_star;
mod m034_plan;
mod m036_call;
mod m037_exhibition;
mod m038_booking;
mod m039_review;
mod m040_target;
mod m041_call_question;
mod m042_calendar;
mod m043_project_said;
mod m044_refusal;
mod m045_invitation;
mod m046_bounce;
mod m047_campaign;
mod m048_organiser;
mod m049_mail_text;
mod m050_contact;
mod m051_networking;
mod m052_network_search;
mod m053_cooperation;
mod m054_meeting;

/// All steps in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m001_store::Step),
            Box::new(m002_web::Step),
            Box::new(m003_identity::Step),
            Box::new(m004_congress::Step),
            Box::new(m005_ticketing::Step),
            Box::new(m006_post::Step),
            Box::new(m007_registration::Step),
            Box::new(m008_checkin::Step),
            Box::new(m009_office::Step),
            Box::new(m012_outbox::Step),
            Box::new(m013_search::Step),
            Box::new(m016_attachment::Step),
            Box::new(m017_team::Step),
            Box::new(m020_payment::Step),
            Box::new(m019_rank::Step),
            Box::new(m018_event::Step),
            Box::new(m021_search::Step),
            Box::new(m022_offer::Step),
            Box::new(m023_voucher::Step),
            Box::new(m024_question::Step),
            Box::new(m025_waiting::Step),
            Box::new(m026_change::Step),
            Box::new(m027_group::Step),
            Box::new(m027_contingent::Step),
            Box::new(m027_test_order::Step),
            Box::new(m027_double::Step),
            Box::new(m028_statistics::Step),
            Box::new(m029_counted::Step),
            Box::new(m031_mail_kind::Step),
            Box::new(m032_programme::Step),
            Box::new(m030_partner_billing::Step),
            Box::new(m033_star::Step),
            Box::new(m034_plan::Step),
            Box::new(m036_call::Step),
            Box::new(m037_exhibition::Step),
            Box::new(m038_booking::Step),
            Box::new(m039_review::Step),
            Box::new(m040_target::Step),
            Box::new(m041_call_question::Step),
            Box::new(m042_calendar::Step),
            Box::new(m043_project_said::Step),
            Box::new(m044_refusal::Step),
            Box::new(m045_invitation::Step),
            Box::new(m046_bounce::Step),
            Box::new(m047_campaign::Step),
            Box::new(m048_organiser::Step),
            Box::new(m049_mail_text::Step),
            Box::new(m050_contact::Step),
            Box::new(m051_networking::Step),
            Box::new(m052_network_search::Step),
            Box::new(m053_cooperation::Step),
            Box::new(m054_meeting::Step),
        ]
    }
}
