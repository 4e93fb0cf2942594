//! Files that are handed in as answers: told by what is in them, never by what they are called.

use base::name;

/// The largest file, in bytes.
pub const MAX_FILE: usize = 5 * 1024 * 1024;
/// What a form with one file may have: more than a file, so that who chose too large a one is told so.
pub const MAX_BODY: usize = 3 * MAX_FILE;

/// The longest name that is kept, in characters.
const MAX_CALLED: usize = 120;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Pdf,
    Png,
    Jpeg,
}

impl FileKind {
    /// By its first bytes.
    pub fn of(content: &[u8]) -> Option<Self> {
        match content {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            _ => None,
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    pub fn from_media_type(media_type: &str) -> Option<Self> {
        [Self::Pdf, Self::Png, Self::Jpeg].into_iter().find(|kind| kind.media_type() == media_type)
    }

    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }
}

/// What is wrong with a file, as a key of the locale files.
pub fn check_file(content: &[u8]) -> Result<FileKind, &'static str> {
    if content.is_empty() {
        return Err("question-fault-file-empty");
    }
    if content.len() > MAX_FILE {
        return Err("question-fault-file-large");
    }
    FileKind::of(content).ok_or("question-fault-file-kind")
}

/// What a file is called where it is shown: its name without folders, as long as one reads, ending as its content says.
pub fn called(typed: &str, kind: FileKind) -> String {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean = name::clean(last);
    let stem = clean.rsplit_once('.').map_or(clean.as_str(), |(stem, _)| stem).trim();
    let stem: String = stem.chars().take(MAX_CALLED).collect();
    format!("{}.{}", if stem.is_empty() { "datei" } else { &stem }, kind.ending())
}
