//! The picture of somebody who speaks: told by its content, and made anew, so that nothing but pixels of it stays.

use crate::ProgrammeError;
use crate::entity::speaker_picture;
use crate::event::call::{CallEvent, What};
use crate::load::Speaker;
use base::{Uuid, secret};
use congress::service::congress::{hold, raise_revision};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use std::io::Cursor;
use store::{Conn, DbErr, Store, record};
use tokio::sync::Semaphore;

/// The largest file that is taken, in bytes.
pub const MAX_FILE: usize = 8 * 1024 * 1024;
/// What a form with one may have: more than a file, so that who chose too large a one is told so.
pub const MAX_BODY: usize = 3 * MAX_FILE;
/// The side of the picture that is kept, in pixels.
const SIDE: u32 = 600;
/// The least side that is taken.
const LEAST: u32 = 200;
/// The most pixels on a side: more no camera takes, and what says so is made to fill the memory.
const MOST: u32 = 12_000;
/// How much memory reading one may take.
const MEMORY: u64 = 160 * 1024 * 1024;
/// So many are read at once in a process, so that many who send large ones wait rather than fill its memory.
static AT_ONCE: Semaphore = Semaphore::const_new(2);
const QUALITY: u8 = 85;

/// A square JPEG of what was handed in: the middle of it, turned as the camera held it. JPEG, PNG and WebP are taken, told
/// by their content; whatever else stands in the file, or behind it, is not kept.
pub fn square(content: &[u8]) -> Result<Vec<u8>, &'static str> {
    if content.is_empty() {
        return Err("call-picture-missing");
    }
    if content.len() > MAX_FILE {
        return Err("call-picture-large");
    }
    let format = image::guess_format(content).map_err(|_| "call-picture-kind")?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err("call-picture-kind");
    }
    let broken = |_| "call-picture-broken";
    let mut reader = ImageReader::with_format(Cursor::new(content), format);
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height, limits.max_alloc) = (Some(MOST), Some(MOST), Some(MEMORY));
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    if width < LEAST || height < LEAST {
        return Err("call-picture-small");
    }
    if width > MOST || height > MOST || decoder.total_bytes() > MEMORY {
        return Err("call-picture-large");
    }
    decoder.set_limits(limits).map_err(broken)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    picture.apply_orientation(orientation);
    let (width, height) = (picture.width(), picture.height());
    let side = width.min(height);
    let cut = picture.crop_imm((width - side) / 2, (height - side) / 2, side, side);
    let small = if side > SIDE { cut.resize_exact(SIDE, SIDE, FilterType::Lanczos3) } else { cut };
    let mut written = vec![];
    JpegEncoder::new_with_quality(&mut written, QUALITY).encode_image(&on_white(&small)).map_err(broken)?;
    Ok(written)
}

/// What is seen through is white: JPEG knows no transparency.
fn on_white(picture: &DynamicImage) -> image::RgbImage {
    let from = picture.to_rgba8();
    image::RgbImage::from_fn(from.width(), from.height(), |x, y| {
        let [r, g, b, a] = from.get_pixel(x, y).0;
        let over = |c: u8| {
            let mixed = (u32::from(c) * u32::from(a) + 255 * (255 - u32::from(a))) / 255;
            u8::try_from(mixed).unwrap_or(255)
        };
        image::Rgb([over(r), over(g), over(b)])
    })
}

/// Keeps a picture in place of the one before.
pub async fn keep(store: &Store, speaker: &Speaker, content: Vec<u8>) -> Result<(), ProgrammeError> {
    let place = AT_ONCE.acquire().await.map_err(|_| ProgrammeError::Picture("call-picture-broken"))?;
    let made = tokio::task::spawn_blocking(move || square(&content)).await;
    let made = made.unwrap_or(Err("call-picture-broken")).map_err(ProgrammeError::Picture)?;
    drop(place);
    let digest = secret::hash(&text_of(&made));
    let tx = store.begin().await?;
    let (congress, id) = (speaker.row().congress_id, speaker.row().id);
    hold(&tx, congress).await?;
    if of(&tx, id).await?.is_some_and(|there| there.digest == digest) {
        return Ok(tx.rollback().await?);
    }
    speaker_picture::Entity::delete_many().filter(speaker_picture::Column::SpeakerId.eq(id)).exec(&*tx).await?;
    let new = speaker_picture::ActiveModel {
        id: Set(tx.id()),
        speaker_id: Set(id),
        content: Set(made),
        digest: Set(digest),
        created_at: Set(tx.now()),
    };
    speaker_picture::Entity::insert(new).exec_without_returning(&*tx).await?;
    raise_revision(&tx, congress).await?;
    record(&tx, speaker.actor(), CallEvent { congress, object: id, what: What::Picture }).await?;
    Ok(tx.commit().await?)
}

/// Each byte as a letter, for the digest.
fn text_of(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// Takes it away. A second click changes nothing.
pub async fn remove(store: &Store, speaker: &Speaker) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    let (congress, id) = (speaker.row().congress_id, speaker.row().id);
    hold(&tx, congress).await?;
    let by = speaker_picture::Entity::delete_many().filter(speaker_picture::Column::SpeakerId.eq(id));
    if by.exec(&*tx).await?.rows_affected > 0 {
        raise_revision(&tx, congress).await?;
        record(&tx, speaker.actor(), CallEvent { congress, object: id, what: What::PictureRemoved }).await?;
    }
    Ok(tx.commit().await?)
}

/// The picture of a speaker. One statement.
pub async fn of(conn: &Conn, speaker: Uuid) -> Result<Option<speaker_picture::Model>, DbErr> {
    speaker_picture::Entity::find().filter(speaker_picture::Column::SpeakerId.eq(speaker)).one(conn).await
}
