//! People pasted into a form.

use registration::rules::pasted::people;

/// Each line as `given|family|address|organisation`, or as it stood where nobody is read.
#[track_caller]
fn read(text: &str) -> Vec<String> {
    let pasted = people(text).unwrap();
    let told = |(raw, person): (String, Option<registration::rules::pasted::Person>)| match person {
        Some(p) => [p.given_name, p.family_name, p.email, p.organisation].join("|"),
        None => raw,
    };
    pasted.lines.into_iter().map(told).collect()
}

#[test]
fn cells_of_a_spreadsheet_are_people() {
    let parts = "Anna\tAlt\tp1@p.example\nMüller, Dr. Jörg; p2@p.example\nDr. Anna Maria\tvan der Berg\tp3@p.example\tKreis Lippe\n";
    assert_eq!(
        read(parts),
        ["Anna|Alt|p1@p.example|", "Jörg|Müller|p2@p.example|", "Anna Maria|van der Berg|p3@p.example|Kreis Lippe"]
    );
    let with_titles = "1\tFrau\tDr.\tAnna\tAlt\tp1@p.example\n2\tHerr\t\tJörg\tMüller\tp2@p.example\n";
    assert_eq!(read(with_titles), ["Anna|Alt|p1@p.example|", "Jörg|Müller|p2@p.example|"]);
    let whole = "Anna Alt\tTelekom\tp1@p.example\nDr. Jörg Müller\tStadt Lemgo\tp2@p.example\n";
    assert_eq!(read(whole), ["Anna|Alt|p1@p.example|Telekom", "Jörg|Müller|p2@p.example|Stadt Lemgo"]);
    assert_eq!(read("Anna,Alt,p1@p.example\n"), ["Anna|Alt|p1@p.example|"]);
    assert_eq!(read("p1@p.example;Anna;Alt\n"), ["Anna|Alt|p1@p.example|"]);
}

#[test]
fn headings_are_nobody_and_say_what_the_columns_are() {
    let list = "Gästeliste\nE-Mail\tNachname\tVorname\tTisch\tFirma\np1@p.example\tAlt\tAnna\t7\tStadt Lemgo\n";
    let pasted = people(list).unwrap();
    assert_eq!(pasted.headings, "E-Mail\tNachname\tVorname\tTisch\tFirma");
    assert_eq!(read(list), ["Gästeliste", "Anna|Alt|p1@p.example|Stadt Lemgo"]);
    assert_eq!(read("Name;E-Mail\nMüller, Dr. Jörg;p2@p.example\n"), ["Jörg|Müller|p2@p.example|"]);
    assert_eq!(read("Wer;E-Mail;Firma\nAnna Alt;p1@p.example;Stadt Lemgo\n"), ["Anna|Alt|p1@p.example|Stadt Lemgo"]);
    assert_eq!(read("Name\nAnna Alt\n"), ["Anna|Alt||"]);
    // A word that is a heading elsewhere.
    assert_eq!(read("Lea Nolte; l@x.example; Verein\n"), ["Lea|Nolte|l@x.example|Verein"]);
}

#[test]
fn names_with_addresses_are_read_as_mails_and_people_write_them() {
    assert_eq!(
        read("Petra Kemper <p@d.example>; Stadt Delbrück\n\nKemper, Anke anke@stadt.example\nFrau Dr. Ute Groß\n"),
        ["Petra|Kemper|p@d.example|Stadt Delbrück", "Anke|Kemper|anke@stadt.example|", "Ute|Groß||"]
    );
    assert_eq!(read("\"Kemper, Petra\" <p@d.example>\n"), ["Petra|Kemper|p@d.example|"]);
    assert_eq!(read("Lea Nolte; Stadt Rietberg\n"), ["Lea|Nolte||Stadt Rietberg"]);
    assert_eq!(read("Kemper, Petra\nNolte, Lea\n"), ["Petra|Kemper||", "Lea|Nolte||"]);
    assert_eq!(read("  \n;;\n"), [""; 0]);
    let two = "A <a@x.example>, B <b@x.example>";
    assert_eq!(read(two), [two]);
    assert_eq!(read("A Alt\n---\n"), ["A|Alt||", "---"]);
    assert!(people("A Alt\n\"B;b@x.example\nC\n").is_err(), "told, with its line");
}
