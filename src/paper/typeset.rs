//! Typst, held on a short lead: one template that is part of the program, one file of values beside it, the embedded
//! typefaces, and nothing else: no file system, no package, no network, no clock. Values come to the template as
//! JSON, never as source, so what people typed cannot become markup.

use crate::PaperError;
use crate::font::{FAMILIES, Typefaces, typefaces};
use base::Language;
use chrono::{Datelike, Timelike};
use serde::Serialize;
use serde_json::{Value, json};
use std::sync::OnceLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// What is said about a document, beside what stands in it.
pub(crate) struct About<'a> {
    pub(crate) title: &'a str,
    pub(crate) language: Language,
    /// Stands in the file. The same values at the same time give the same bytes.
    pub(crate) created: base::Time,
}

/// Typesets the values by the template, as a tagged PDF after PDF/UA-1 (ISO 14289-1).
///
/// A document that cannot be made so, because of some text that the typefaces do not carry after all, is made again
/// in plain characters and without the claim to PDF/UA: somebody waits for it.
pub(crate) fn pdf(template: &'static str, values: &impl Serialize, about: &About) -> Result<Vec<u8>, PaperError> {
    let faces = typefaces()?;
    let values = serde_json::to_value(values)?;
    let made = attempt(faces, template, &values, about, &|text| faces.printable(text), &[PdfStandard::Ua_1]);
    let made = made.or_else(|why| {
        tracing::warn!(%why, "a document was typeset again in plain characters");
        attempt(faces, template, &values, about, &|text| faces.plain(text), &[])
    });
    // What was laid out is of no use to the next document.
    typst::comemo::evict(0);
    made
}

fn attempt(
    faces: &'static Typefaces,
    template: &'static str,
    values: &Value,
    about: &About,
    printable: &dyn Fn(&str) -> String,
    standards: &[PdfStandard],
) -> Result<Vec<u8>, PaperError> {
    let title = printable(about.title);
    let values = each_text(values, printable);
    let values = json!({
        "title": title, "language": about.language.tag(), "fonts": FAMILIES, "values": values,
    });
    let values = serde_json::to_vec(&values)?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} {}", about.created.timestamp_millis(), String::from_utf8_lossy(&values))),
        creator: Smart::Custom(Some("kongress".into())),
        timestamp: timestamp(about.created),
        standards: PdfStandards::new(standards).map_err(|e| PaperError::Typeset(e.message().to_string()))?,
        ..PdfOptions::default()
    };
    let sheet = Sheet::new(faces, template, values)?;
    let document: PagedDocument = typst::compile(&sheet).output.map_err(|e| told(&e))?;
    typst_pdf::pdf(&document, &options).map_err(|e| told(&e))
}

/// Every text among the values, changed.
fn each_text(value: &Value, change: &dyn Fn(&str) -> String) -> Value {
    match value {
        Value::String(text) => Value::String(change(text)),
        Value::Array(all) => all.iter().map(|v| each_text(v, change)).collect(),
        Value::Object(all) => all.iter().map(|(k, v)| (k.clone(), each_text(v, change))).collect(),
        other => other.clone(),
    }
}

fn timestamp(at: base::Time) -> Option<Timestamp> {
    let part = |n: u32| u8::try_from(n).ok();
    let date = Datetime::from_ymd_hms(
        at.year(),
        part(at.month())?,
        part(at.day())?,
        part(at.hour())?,
        part(at.minute())?,
        part(at.second())?,
    )?;
    Some(Timestamp::new_utc(date))
}

/// What Typst says, without what stands between back quotes: it may be somebody's name, and errors are logged.
fn told(errors: &[SourceDiagnostic]) -> PaperError {
    let bare = |message: &str| match (message.split_once('`'), message.rsplit_once('`')) {
        (Some((before, _)), Some((_, after))) => format!("{before}…{after}"),
        _ => message.to_owned(),
    };
    PaperError::Typeset(errors.iter().map(|e| bare(&e.message)).collect::<Vec<_>>().join("; "))
}

/// What Typst sees of the world.
struct Sheet {
    faces: &'static Typefaces,
    template: Source,
    values: FileId,
    bytes: Bytes,
}

impl Sheet {
    fn new(faces: &'static Typefaces, template: &'static str, values: Vec<u8>) -> Result<Self, PaperError> {
        let file = |path: &str| {
            let path = VirtualPath::new(path).map_err(|e| PaperError::Typeset(format!("{e:?}")))?;
            Ok::<_, PaperError>(RootedPath::new(VirtualRoot::Project, path).intern())
        };
        Ok(Self {
            faces,
            template: Source::new(file("/template.typ")?, template.to_owned()),
            values: file("/values.json")?,
            bytes: Bytes::new(values),
        })
    }
}

/// Typst's own words. Row headings of tables (`pdf.header-cell`) are still an extra there.
fn library() -> &'static LazyHash<Library> {
    static LIBRARY: OnceLock<LazyHash<Library>> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
    })
}

impl World for Sheet {
    fn library(&self) -> &LazyHash<Library> {
        library()
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.faces.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.values { Ok(self.bytes.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.faces.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
