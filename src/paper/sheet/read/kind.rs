//! What a file is, by its content.

use super::SheetError;
use std::io::Cursor;
use zip::ZipArchive;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Xls,
    Ods,
    Text,
}

/// Many systems export a web page or comma-separated text under the name `.xls`.
pub(super) fn of(bytes: &[u8]) -> Result<Kind, SheetError> {
    if bytes.is_empty() {
        return Err(SheetError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return packed(bytes);
    }
    // [MS-CFB] §2.2; [MS-OFFCRYPTO] §2.3.4.4 for what is encrypted.
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_encrypted = bytes.windows(encrypted.len()).any(|window| window == encrypted);
        return if is_encrypted { Err(SheetError::Password) } else { Ok(Kind::Xls) };
    }
    let others: [&[u8]; 6] = [b"%PDF", b"\x89PNG", b"\xFF\xD8\xFF", b"\x1F\x8B", b"Rar!", b"{\\rtf"];
    if others.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(SheetError::NoTable);
    }
    Ok(Kind::Text)
}

/// In a zip archive: both kinds of workbook are.
fn packed(bytes: &[u8]) -> Result<Kind, SheetError> {
    let damaged = |e: zip::result::ZipError| SheetError::Damaged(e.to_string());
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("xl/workbook.xml") {
        Ok(Kind::Xlsx)
    } else if has("content.xml") && has("META-INF/manifest.xml") {
        Ok(Kind::Ods)
    } else {
        Err(SheetError::NoTable)
    }
}
