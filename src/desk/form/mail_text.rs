//! The words of a mail as they are typed: a field for each piece of its template.

use base::{Language, Uuid};
use locale::Words;
use post::entity::mail_text::OwnWords;
use post::template::{Piece, PieceFault, Place, check, pieces, source};
use std::collections::BTreeMap;
use web::{Faults, Fields};

/// Which version was shown.
pub const VERSION: &str = "version";
/// Of which pieces the form is: it may be of a program that had others.
pub const SHAPE: &str = "shape";

/// A mail in a language, and what it is made of.
pub struct Text {
    pub template: &'static str,
    pub language: Language,
    pub source: &'static str,
    pub pieces: Vec<Piece>,
}

/// What a button of the form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Save,
    /// Shows what is typed as somebody would get it.
    Look,
    /// Sends that to who asks.
    Trial,
    /// Puts the template's own words back: everywhere, or in one piece. Nothing is saved by that.
    Reset,
    ResetOne(usize),
}

impl Deed {
    pub fn read(fields: &Fields) -> Self {
        match fields.get("do") {
            "look" => Self::Look,
            "trial" => Self::Trial,
            "reset" => Self::Reset,
            other => match other.strip_prefix("reset-").and_then(|n| n.parse().ok()) {
                Some(n) => Self::ResetOne(n),
                None => Self::Save,
            },
        }
    }
}

/// The name of a piece's field.
pub fn name(n: usize) -> String {
    format!("piece-{n}")
}

impl Text {
    /// None: there is no such mail.
    pub fn of(template: &'static str, language: Language) -> Option<Self> {
        let source = source(template, language)?;
        Some(Self { template, language, source, pieces: pieces(source) })
    }

    pub fn shape(&self) -> String {
        Uuid::new_v5(&Uuid::NAMESPACE_OID, self.source.as_bytes()).simple().to_string()
    }

    /// What the form shows.
    pub fn fields(&self, version: i32, words: &OwnWords) -> Fields {
        let fields = Fields::new().with(VERSION, version.to_string()).with(SHAPE, self.shape());
        self.pieces.iter().enumerate().fold(fields, |fields, (n, piece)| {
            fields.with(name(n), words.0.get(&piece.text).unwrap_or(&piece.text).as_str())
        })
    }

    /// With the template's words in one piece, or all.
    pub fn reset(&self, mut fields: Fields, deed: Deed) -> Fields {
        for (n, piece) in self.pieces.iter().enumerate() {
            if deed == Deed::Reset || deed == Deed::ResetOne(n) {
                fields.set(name(n), piece.text.as_str());
            }
        }
        fields
    }

    /// What is typed, where it is not what the template says.
    pub fn read(&self, fields: &Fields) -> OwnWords {
        let typed = self.pieces.iter().enumerate().filter(|(n, _)| fields.has(&name(*n)));
        let typed = typed.map(|(n, piece)| (piece.text.clone(), fields.get(&name(n)).replace("\r\n", "\n")));
        let own = typed.map(|(text, own)| (text, own.trim().to_owned())).filter(|(text, own)| text != own);
        OwnWords(own.collect::<BTreeMap<_, _>>())
    }

    /// Why it cannot be said so.
    pub fn check(&self, fields: &Fields, words: Words) -> Faults {
        let mut faults = Faults::new();
        if fields.get(SHAPE) != self.shape() {
            faults.add(name(0), "mail-text-fault-shape");
            return faults;
        }
        for (n, piece) in self.pieces.iter().enumerate() {
            let typed = fields.get(&name(n)).replace("\r\n", "\n");
            if typed.trim() == piece.text {
                continue;
            }
            match check(self.source, piece, &typed) {
                Err(fault) => add(&mut faults, name(n), fault),
                Ok(()) if piece.place == Place::Subject && typed.trim().is_empty() => {
                    faults.add(name(n), "mail-text-fault-subject");
                }
                Ok(()) => {}
            }
        }
        let labels: Vec<_> = (0..self.pieces.len()).map(|n| (name(n), self.label(n, words))).collect();
        faults.name_all(&labels);
        faults
    }

    /// What a piece's field is called.
    pub fn label(&self, n: usize, words: Words) -> String {
        let place = |n: &usize| self.pieces.get(*n).map(|piece| piece.place);
        let of = place(&n).unwrap_or(Place::Letter);
        let (before, all) = ((0..n).filter(|at| place(at) == Some(of)).count(), self.pieces.iter());
        let several = all.filter(|piece| piece.place == of).count() > 1;
        let key = match of {
            Place::Subject => "mail-text-subject",
            Place::Preview => "mail-text-preview",
            Place::Letter => "mail-text-piece",
        };
        let number = if several || of == Place::Letter { (before + 1).to_string() } else { String::new() };
        words.with(key, &[("n", number.into())]).trim().to_owned()
    }
}

fn add(faults: &mut Faults, field: String, fault: PieceFault) {
    match fault {
        PieceFault::TooLong(max) => faults.add_with(field, "mail-text-fault-long", &[("max", max.into())]),
        PieceFault::SeveralLines => faults.add(field, "mail-text-fault-lines"),
        PieceFault::Block => faults.add(field, "mail-text-fault-block"),
        PieceFault::Syntax => faults.add(field, "mail-text-fault-syntax"),
        PieceFault::Unknown(name) => faults.add_with(field, "mail-text-fault-unknown", &[("name", name.into())]),
        PieceFault::LinkMissing(name) => faults.add_with(field, "mail-text-fault-link", &[("name", name.into())]),
    }
}
