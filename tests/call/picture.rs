//! Pictures: told by their content, made anew, and never what they pretend to be.

use image::{DynamicImage, ImageFormat, RgbImage};
use programme::service::submission::picture::square;
use std::io::Cursor;

pub fn written(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(vec![]);
    DynamicImage::ImageRgb8(RgbImage::from_pixel(width, height, image::Rgb([10, 90, 200])))
        .write_to(&mut bytes, format)
        .unwrap();
    bytes.into_inner()
}

#[test]
fn what_is_kept_is_a_square_jpeg_of_pixels_alone() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let mut bytes = written(900, 700, format);
        // A page behind the picture: such a file is read as either by those who guess.
        bytes.extend(b"<script>alert(1)</script>");
        let made = square(&bytes).unwrap();
        assert_eq!(image::guess_format(&made).unwrap(), ImageFormat::Jpeg);
        let read = image::load_from_memory(&made).unwrap();
        assert_eq!((read.width(), read.height()), (600, 600));
        assert!(!made.windows(7).any(|part| part == b"<script"));
    }
    let small = image::load_from_memory(&square(&written(300, 250, ImageFormat::Png)).unwrap()).unwrap();
    assert_eq!((small.width(), small.height()), (250, 250), "nothing is blown up");
}

#[test]
fn what_is_no_picture_is_refused() {
    let svg = br#"<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>"#;
    assert_eq!(square(svg), Err("call-picture-kind"));
    assert_eq!(square(b"<html>"), Err("call-picture-kind"));
    assert_eq!(square(b""), Err("call-picture-missing"));
    assert_eq!(square(b"GIF89a\x01\x00\x01\x00"), Err("call-picture-kind"));
    assert_eq!(square(&vec![0xff; 9 * 1024 * 1024]), Err("call-picture-large"));
    assert_eq!(square(&written(100, 300, ImageFormat::Png)), Err("call-picture-small"));
    let whole = written(400, 400, ImageFormat::Png);
    assert_eq!(square(&whole[..whole.len() / 2]), Err("call-picture-broken"));
}

#[test]
fn what_says_that_it_is_enormous_is_refused_before_it_is_read() {
    // A PNG of 60,000 by 60,000 pixels, in a few bytes: ten thousand million of them would be read.
    let mut png = written(300, 300, ImageFormat::Png);
    png[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    png[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    assert!(square(&png).is_err());
    // One that fits the sides and not the memory.
    let mut png = written(300, 300, ImageFormat::Png);
    png[16..20].copy_from_slice(&11_999_u32.to_be_bytes());
    png[20..24].copy_from_slice(&11_999_u32.to_be_bytes());
    assert!(square(&png).is_err());
}
