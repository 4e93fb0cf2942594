//! The next edition of a congress: each column and each table is copied, begins anew, or stays behind.

use crate::kit::run;
use sea_orm::{EntityTrait, Iden, Iterable};
use std::collections::BTreeSet;

/// What becomes of each column of a table: it is copied, or begins anew. A new column must be thought about here and in
/// the `copy.rs` of its slice.
pub struct Fate {
    pub table: &'static str,
    columns: Vec<String>,
    pub copied: &'static [&'static str],
    pub anew: &'static [&'static str],
}

fn columns<E: EntityTrait>() -> Vec<String> {
    E::Column::iter().map(|column| column.unquoted().to_owned()).collect()
}

pub fn fates() -> Vec<Fate> {
    use ::congress::entity::{
        capacity, congress, partner, passage, question, question_category, question_option, room, room_time, room_walk,
        track, track_room, waiting_terms,
    };
    use ::programme::entity::{call, call_question, call_track, call_type, clash_severity, programme, session_type};
    use identity::entity::role;
    use payment::entity::seller;
    use ticketing::entity::{category, category_quota, quota};
    vec![
        Fate {
            table: "mail_text",
            columns: columns::<post::entity::mail_text::Entity>(),
            copied: &["template", "language", "words"],
            anew: &["id", "congress_id", "version", "saved_at"],
        },
        Fate {
            table: "congress",
            columns: columns::<congress::Entity>(),
            copied: &[
                "host_id",
                "wordmark",
                "wordmark_accent",
                "lead",
                "place",
                "host_line",
                "zone",
                "venue_name",
                "venue_street",
                "venue_postcode",
                "venue_town",
                "contact_address",
                "signature",
                "accent",
                "sender_name",
                "reply_to",
            ],
            anew: &[
                "id",
                "slug",
                "name",
                "moves",
                "moved_at",
                "starts_at",
                "ends_at",
                "doors_at",
                "names_until",
                "substitutes_until",
                "category_until",
                "cancel_until",
                "phase",
                "revision",
                "created_at",
            ],
        },
        Fate {
            table: "room",
            columns: columns::<room::Entity>(),
            copied: &["slug", "name", "seats", "position", "several", "changeover_minutes"],
            // What another program calls it is of the schedule that it was in.
            anew: &["id", "congress_id", "guid", "origin"],
        },
        Fate {
            table: "passage",
            columns: columns::<passage::Entity>(),
            copied: &["place", "slug", "position", "icon", "preline", "title", "body"],
            anew: &["id", "congress_id"],
        },
        Fate {
            table: "partner",
            columns: columns::<partner::Entity>(),
            copied: &["organisation_id", "part", "position", "link"],
            anew: &["id", "congress_id"],
        },
        Fate {
            table: "category",
            columns: columns::<category::Entity>(),
            copied: &[
                "slug",
                "number",
                "name",
                "description",
                "place",
                "price_cents",
                "currency",
                "vat_basis_points",
                "max_per_order",
                "active",
                "position",
                "kind",
                "visibility",
                "invitations_each",
                "needs_approval",
                "goes_with",
            ],
            // Dates of sale and of lower prices move.
            anew: &["id", "congress_id", "sale_from", "sale_until", "tiers", "link_generation", "created_at"],
        },
        Fate {
            table: "quota",
            columns: columns::<quota::Entity>(),
            copied: &["slug", "name", "position"],
            anew: &["id", "congress_id", "capacity_id", "created_at"],
        },
        Fate {
            table: "capacity",
            columns: columns::<capacity::Entity>(),
            copied: &["size"],
            anew: &["id", "congress_id", "taken"],
        },
        Fate {
            table: "category_quota",
            columns: columns::<category_quota::Entity>(),
            copied: &[],
            anew: &["category_id", "quota_id"],
        },
        Fate {
            table: "question",
            columns: columns::<question::Entity>(),
            copied: &[
                "used_for",
                "slug",
                "label",
                "help",
                "kind",
                "least",
                "most",
                "required",
                "depends_value",
                "position",
                "purpose",
                "retention_days",
                "sensitive",
                "counted",
                "active",
            ],
            // What it depends on is another row; until when it is asked moves.
            anew: &["id", "congress_id", "depends_on", "asked_until", "changed_until", "created_at"],
        },
        Fate {
            table: "question_option",
            columns: columns::<question_option::Entity>(),
            copied: &["slug", "label", "position", "active"],
            anew: &["id", "question_id"],
        },
        Fate {
            table: "question_category",
            columns: columns::<question_category::Entity>(),
            copied: &[],
            anew: &["question_id", "category_id"],
        },
        Fate {
            table: "waiting_terms",
            columns: columns::<waiting_terms::Entity>(),
            copied: &["open", "hours", "stop_days", "most"],
            anew: &["id", "congress_id", "changed_at"],
        },
        Fate {
            table: "seller",
            columns: columns::<seller::Entity>(),
            copied: &[
                "name",
                "street",
                "postcode",
                "town",
                "country",
                "tax_number",
                "vat_id",
                "account_holder",
                "iban",
                "bic",
                "due_days",
                "grace_days",
                "exemption",
                "foot",
            ],
            anew: &["id", "congress_id", "prefix", "changed_at"],
        },
        Fate {
            table: "room_time",
            columns: columns::<room_time::Entity>(),
            copied: &[],
            // They move.
            anew: &["id", "room_id", "starts_at", "ends_at"],
        },
        Fate {
            table: "room_walk",
            columns: columns::<room_walk::Entity>(),
            copied: &["minutes"],
            anew: &["id", "congress_id", "room_id", "other_id"],
        },
        Fate {
            table: "track",
            columns: columns::<track::Entity>(),
            copied: &["slug", "name", "colour", "position", "target"],
            anew: &["id", "congress_id", "origin"],
        },
        Fate {
            table: "track_room",
            columns: columns::<track_room::Entity>(),
            copied: &[],
            anew: &["id", "track_id", "room_id"],
        },
        Fate {
            table: "session_type",
            columns: columns::<session_type::Entity>(),
            copied: &["slug", "name", "minutes", "position", "seamless", "target"],
            anew: &["id", "congress_id"],
        },
        Fate {
            table: "clash_severity",
            columns: columns::<clash_severity::Entity>(),
            copied: &["kind", "severity"],
            anew: &["id", "congress_id"],
        },
        Fate {
            table: "programme",
            columns: columns::<programme::Entity>(),
            copied: &["day_change_minutes", "grid_minutes", "changeover_minutes", "walk_minutes"],
            anew: &["id", "congress_id", "draft", "next_number", "origin"],
        },
        Fate {
            table: "call",
            columns: columns::<call::Entity>(),
            copied: &[
                "slug",
                "kind",
                "title",
                "lead",
                "thanks",
                "languages",
                "abstract_max",
                "description_max",
                "biography_max",
                "remind_days",
                "position",
            ],
            anew: &["id", "congress_id", "opens_at", "closes_at", "published", "created_at", "changed_at"],
        },
        Fate {
            table: "call_type",
            columns: columns::<call_type::Entity>(),
            copied: &["minutes"],
            anew: &["id", "call_id", "type_id"],
        },
        Fate {
            table: "call_track",
            columns: columns::<call_track::Entity>(),
            copied: &[],
            anew: &["id", "call_id", "track_id"],
        },
        Fate {
            table: "call_question",
            columns: columns::<call_question::Entity>(),
            copied: &["slug", "label", "help", "kind", "options", "required", "reviewers", "active", "position"],
            anew: &["id", "call_id"],
        },
        Fate {
            table: "role",
            columns: columns::<role::Entity>(),
            copied: &["account_id", "role"],
            anew: &["id", "congress_id", "granted_at"],
        },
    ]
}

#[test]
fn each_column_of_what_is_copied_is_copied_or_begins_anew() {
    for Fate { table, columns, copied, anew } in fates() {
        let known: BTreeSet<&str> = copied.iter().chain(anew).copied().collect();
        assert_eq!(known.len(), copied.len() + anew.len(), "{table}: one fate a column");
        let there: BTreeSet<&str> = columns.iter().map(String::as_str).collect();
        assert_eq!(there, known, "{table}: say what becomes of a new column when a congress is copied");
    }
}

/// Tables of a congress of which nothing is copied: what people did, and what follows from it.
const NEVER: &[&str] = &[
    // Vouchers, lists of who may take a ticket and places for partners were given to somebody for the last edition, some of
    // them with a link or a code that is out: copied, whoever has it would have it twice without anybody having decided so.
    "code",
    "code_use",
    "voucher",
    "voucher_category",
    "invitee",
    "contingent",
    "contingent_place",
    // Reviews have their days and their people, a programme is made anew.
    "submission",
    "review_phase",
    "review_criterion",
    "review_team",
    "programme_session",
    "session_apart",
    "speaker",
    "slot",
    "release",
    "star",
    "calendar_link",
    "invitation",
    "campaign",
    "recipient",
    "opt_out",
    "contact",
    "saved_segment",
    // What people did.
    "key",
    "admission",
    "answer",
    "answer_file",
    "attendee",
    "booking",
    "seating",
    // Who shows what where is each edition's own.
    "hall",
    "stand",
    "project",
    "cancellation",
    "claim",
    "consent",
    "different_people",
    "decision",
    "device",
    "event",
    "extra",
    "former_ticket",
    "gate",
    "invoice",
    // Which mails are kept back is of one time.
    "mail_hold",
    "message",
    "nameless",
    // Who is in the directory of an edition, and what happens between them, is of that one; it opens when somebody opens it.
    "network",
    "topic_proposal",
    "participation",
    "interest",
    "connection",
    "cooperation",
    "meeting",
    "meeting_slot",
    "meeting_table",
    "network_report",
    "order",
    "payment",
    "refund",
    "saved_view",
    "scan",
    "substitution",
    "ticket_key",
    "api_token",
    "upload",
    "waiting",
    "waiting_choice",
    "waiting_offer",
    "revocation",
    "login_link",
    "idempotency",
];

#[tokio::test]
async fn each_table_of_a_congress_is_copied_or_never_is() {
    run(async |app| {
        let sql = if app.store.is_sqlite() {
            "SELECT m.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'congress_id' \
             WHERE m.type = 'table'"
        } else {
            "SELECT table_name::text AS name FROM information_schema.columns \
             WHERE column_name = 'congress_id' AND table_schema = current_schema()"
        };
        let statement =
            sea_orm::Statement::from_string(sea_orm::ConnectionTrait::get_database_backend(app.store.read()), sql);
        let rows = sea_orm::ConnectionTrait::query_all_raw(app.store.read(), statement).await.expect("tables");
        let tables: Vec<String> = rows.iter().map(|row| row.try_get("", "name").expect("a name")).collect();
        assert!(tables.len() > 10, "{tables:?}");
        let copied: Vec<&str> = fates().iter().map(|fate| fate.table).collect();
        for table in &tables {
            let known = [&copied[..], NEVER].concat().contains(&table.as_str());
            assert!(known, "{table}: say whether it is copied with a congress");
        }
    })
    .await;
}
