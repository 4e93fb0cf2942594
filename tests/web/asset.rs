//! The embedded files.

use super::Outcome;
use super::house::House;
use super::locale::{quoted_after, sources};
use http::StatusCode;
use web::Routes;
use web::asset::{answer, files, path};

#[test]
fn every_file_that_the_code_names_is_embedded() {
    for (file, code) in sources() {
        for call in ["asset::path(", "module("] {
            for name in quoted_after(&code, call) {
                assert!(files().iter().any(|asset| asset.name == name), "{file}: no file {name}");
            }
        }
    }
}

#[test]
fn every_icon_that_the_code_names_is_in_the_sprite() -> Outcome {
    let sprite = files().iter().find(|asset| asset.name == "icon.svg").ok_or("no sprite")?;
    let sprite = std::str::from_utf8(sprite.plain)?;
    for (file, code) in sources() {
        for call in
            [" icon(", "(icon(", " icon_small(", "(icon_small(", "asset::icon(", "layout::icon(", "layout::icon_small("]
        {
            for name in quoted_after(&code, call) {
                assert!(sprite.contains(&format!("id=\"{name}\"")), "{file}: no icon {name}");
            }
        }
    }
    Ok(())
}

#[test]
fn files_name_each_other_by_their_fingerprints() -> Outcome {
    let text = |name: &str| {
        let asset = files().iter().find(|asset| asset.name == name).ok_or(format!("no {name}"))?;
        Ok::<_, Box<dyn std::error::Error>>(std::str::from_utf8(asset.plain)?.to_owned())
    };
    assert!(text("font.css")?.contains(&format!("url(\"{}\")", path("fira-sans-400.woff2"))));
    assert!(text("door.js")?.contains(&format!("import(\"{}\")", path("barcode-detector.js"))));
    assert!(text("barcode-detector.js")?.contains(&format!("from \"{}\"", path("zxing.js"))));
    for asset in files() {
        let (stem, extension) = asset.name.rsplit_once('.').ok_or("no extension")?;
        let print =
            asset.path.strip_prefix(&format!("/asset/{stem}-")).and_then(|p| p.strip_suffix(&format!(".{extension}")));
        assert!(print.is_some_and(|p| p.len() == 10 && p.bytes().all(|b| b.is_ascii_hexdigit())), "{}", asset.path);
        if extension == "css" || extension == "js" {
            for sign in ["url(\"./", "url(./", "from \"./", "import(\"./"] {
                assert!(!std::str::from_utf8(asset.plain)?.contains(sign), "{}: {sign}", asset.name);
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn files_are_kept_for_ever_and_sent_compressed() -> Outcome {
    let house = House::new(Routes::new()).await?;
    let plain = house.get(path("theme.css"), &[]).await?;
    assert_eq!(plain.status, StatusCode::OK);
    assert_eq!(plain.header("content-type"), "text/css; charset=utf-8");
    assert_eq!(plain.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!((plain.header("content-encoding"), plain.header("vary")), ("", "accept-encoding"));
    let browser = [("accept-encoding", "gzip, deflate, br, zstd")];
    let brotli = house.get(path("theme.css"), &browser).await?;
    assert_eq!(brotli.header("content-encoding"), "br");
    assert_ne!(brotli.header("etag"), plain.header("etag"));
    let gzip = house.get(path("theme.css"), &[("accept-encoding", "br;q=0, gzip")]).await?;
    assert_eq!(gzip.header("content-encoding"), "gzip");
    let known = house.get(path("theme.css"), &[browser[0], ("if-none-match", brotli.header("etag"))]).await?;
    assert_eq!((known.status, known.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!(house.get("/asset/theme.css", &[]).await?.status, StatusCode::NOT_FOUND);
    Ok(())
}

#[test]
fn browsers_compile_the_decoder_only_by_its_type() -> Outcome {
    let wasm = files().iter().find(|asset| asset.name == "zxing.wasm").ok_or("no decoder")?;
    assert_eq!(wasm.mime, "application/wasm");
    assert!(wasm.plain.starts_with(b"\0asm"));
    let response = answer(wasm, &http::HeaderMap::new());
    assert_eq!(response.headers()["content-type"], "application/wasm");
    Ok(())
}
