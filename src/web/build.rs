//! Embeds what browsers load: the named list below, never a folder. Each file gets its fingerprint into its name
//! (`theme-1a2b3c4d5e.css`), addresses in style sheets and modules are rewritten to those names, and what compresses is
//! compressed here, once, at the highest level.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Component, Path, PathBuf};
use std::{env, fs, io};

/// Name in the program, and file below `templates/asset/`.
const FILES: &[(&str, &str)] = &[
    ("favicon.svg", "favicon.svg"),
    ("icon.svg", "icon.svg"),
    ("kern.css", "node_modules/@kern-ux/native/dist/kern.min.css"),
    ("font.css", "font.css"),
    ("theme.css", "theme.css"),
    ("site.css", "site.css"),
    ("programme.css", "programme.css"),
    ("programme-rows.css", "programme-rows.css"),
    ("fira-sans-400.woff2", "node_modules/@fontsource/fira-sans/files/fira-sans-latin-400-normal.woff2"),
    ("fira-sans-500.woff2", "node_modules/@fontsource/fira-sans/files/fira-sans-latin-500-normal.woff2"),
    ("fira-sans-600.woff2", "node_modules/@fontsource/fira-sans/files/fira-sans-latin-600-normal.woff2"),
    ("fira-sans-ext-400.woff2", "node_modules/@fontsource/fira-sans/files/fira-sans-latin-ext-400-normal.woff2"),
    ("fira-sans-ext-500.woff2", "node_modules/@fontsource/fira-sans/files/fira-sans-latin-ext-500-normal.woff2"),
    ("fira-sans-ext-600.woff2", "node_modules/@fontsource/fira-sans/files/fira-sans-latin-ext-600-normal.woff2"),
    (
        "fira-sans-vietnamese-400.woff2",
        "node_modules/@fontsource/fira-sans/files/fira-sans-vietnamese-400-normal.woff2",
    ),
    (
        "fira-sans-vietnamese-500.woff2",
        "node_modules/@fontsource/fira-sans/files/fira-sans-vietnamese-500-normal.woff2",
    ),
    (
        "fira-sans-vietnamese-600.woff2",
        "node_modules/@fontsource/fira-sans/files/fira-sans-vietnamese-600-normal.woff2",
    ),
    ("summary.js", "summary.js"),
    ("register.js", "register.js"),
    ("programme.js", "programme.js"),
    ("schedule.css", "schedule.css"),
    ("schedule.js", "schedule.js"),
    ("schedule-pointer.js", "schedule-pointer.js"),
    ("schedule-keyboard.js", "schedule-keyboard.js"),
    ("schedule-live.js", "schedule-live.js"),
    ("call.js", "call.js"),
    ("hall.js", "hall.js"),
    ("door.js", "door.js"),
    ("barcode-detector.js", "node_modules/barcode-detector/dist/es/ponyfill.js"),
    ("zxing.js", "node_modules/barcode-detector/dist/es/zxing-exported.js"),
    // The one that barcode-detector was built with: another version's reads wild memory (COMPONENTS.md).
    ("zxing.wasm", "node_modules/zxing-wasm/dist/reader/zxing_reader.wasm"),
    // What is passed on with the program goes with its licence.
    ("licence-barcode-detector.txt", "node_modules/barcode-detector/LICENSE"),
    ("licence-fira-sans.txt", "node_modules/@fontsource/fira-sans/LICENSE"),
    ("licence-kern.txt", "node_modules/@kern-ux/native/LICENSE.md"),
    ("licence-zxing-wasm.txt", "node_modules/zxing-wasm/LICENSE"),
];

type Fault = Box<dyn std::error::Error>;

struct Built {
    file: String,
    bytes: Vec<u8>,
}

struct Builder {
    root: PathBuf,
    built: BTreeMap<&'static str, Built>,
    open: Vec<&'static str>,
}

fn main() -> Result<(), Fault> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("no CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    let root = here.join("../../templates/asset").canonicalize()?;
    println!("cargo::rerun-if-changed=build.rs");
    if !root.join("node_modules/barcode-detector").is_dir() {
        return Err("templates/asset/node_modules is missing: run npm ci --prefix templates/asset".into());
    }
    let nested = root.join("node_modules/barcode-detector/node_modules/zxing-wasm");
    if nested.exists() {
        return Err("zxing-wasm is nested below barcode-detector: name that one in src/web/build.rs".into());
    }
    let mut builder = Builder { root, built: BTreeMap::new(), open: vec![] };
    for (name, _) in FILES {
        builder.build(name)?;
    }
    let mut code = String::from("static FILES: &[Asset] = &[\n");
    for (name, Built { file, bytes }) in &builder.built {
        let plain = keep(&out, file, bytes)?;
        let packed = |kind: &str, pack: fn(&[u8]) -> io::Result<Vec<u8>>| packed(&out, file, bytes, kind, pack);
        let (br, gz) = (packed("br", brotli)?, packed("gz", gzip)?);
        let mime = mime(file).ok_or_else(|| format!("{file}: what MIME type is that?"))?;
        writeln!(
            code,
            "    Asset {{ name: {name:?}, path: \"/asset/{file}\", mime: {mime:?}, plain: include_bytes!({plain:?}), brotli: {br}, gzip: {gz} }},"
        )?;
    }
    code.push_str("];\n");
    fs::write(out.join("assets.rs"), code)?;
    Ok(())
}

impl Builder {
    /// The fingerprinted file of `name`, after everything that it names.
    fn build(&mut self, name: &'static str) -> Result<&Built, Fault> {
        if !self.built.contains_key(name) {
            if self.open.contains(&name) {
                return Err(format!("{name} names itself, by way of {:?}", self.open).into());
            }
            let source =
                FILES.iter().find(|(n, _)| *n == name).map(|(_, s)| *s).ok_or("a file that is not in the list")?;
            let path = self.root.join(source);
            println!("cargo::rerun-if-changed={}", path.display());
            self.open.push(name);
            let bytes = fs::read(&path).map_err(|e| format!("{source}: {e} (npm ci --prefix templates/asset?)"))?;
            let bytes = match path.extension().and_then(|e| e.to_str()) {
                Some("css") => {
                    self.rewrite(source, String::from_utf8(bytes)?, &["url(\"", "url('", "url("])?.into_bytes()
                }
                Some("js") => self
                    .rewrite(
                        source,
                        String::from_utf8(bytes)?,
                        &["from \"", "from '", "import \"", "import '", "import(\"", "import('"],
                    )?
                    .into_bytes(),
                _ => bytes,
            };
            self.open.pop();
            let (stem, extension) = name.rsplit_once('.').ok_or("a name without extension")?;
            let hash = &HEXLOWER.encode(&Sha256::digest(&bytes))[..10];
            self.built.insert(name, Built { file: format!("{stem}-{hash}.{extension}"), bytes });
        }
        Ok(&self.built[name])
    }

    /// Replaces each relative address behind one of `signs` with the fingerprinted one. An address that is not in the
    /// list is an error: it would be a 404 in the browser. Only addresses that begin with `./` or `../` are meant, so
    /// that no sentence in a string is taken for an import.
    fn rewrite(&mut self, source: &str, text: String, signs: &[&str]) -> Result<String, Fault> {
        let mut done = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some((at, sign)) = signs
            .iter()
            .filter_map(|sign| Some((rest.find(sign)?, sign)))
            .min_by_key(|(at, sign)| (*at, usize::MAX - sign.len()))
        {
            let start = at + sign.len();
            done.push_str(&rest[..start]);
            rest = &rest[start..];
            let end = rest.find(['"', '\'', ')']).unwrap_or(0);
            let address = &rest[..end];
            if address.starts_with("./") || address.starts_with("../") {
                let target = normal(&Path::new(source).parent().unwrap_or(Path::new("")).join(address));
                let listed = FILES.iter().find(|(_, s)| *s == target).map(|(n, _)| *n);
                let name = listed
                    .ok_or_else(|| format!("{source} names {address}, which is not in the list of src/web/build.rs"))?;
                write!(done, "/asset/{}", self.build(name)?.file)?;
                rest = &rest[end..];
            }
        }
        done.push_str(rest);
        Ok(done)
    }
}

/// `a/./b/../c` as `a/c`.
fn normal(path: &Path) -> String {
    let mut parts: Vec<String> = vec![];
    for part in path.components() {
        match part {
            Component::Normal(name) => parts.push(name.to_string_lossy().into_owned()),
            Component::ParentDir => {
                parts.pop();
            }
            _ => {}
        }
    }
    parts.join("/")
}

fn keep(out: &Path, file: &str, bytes: &[u8]) -> io::Result<String> {
    let path = out.join(file);
    fs::write(&path, bytes)?;
    Ok(path.display().to_string())
}

/// The compressed file, from the last build if its content (and so its name) is the same; `None` if nothing is won.
fn packed(
    out: &Path,
    file: &str,
    bytes: &[u8],
    kind: &str,
    pack: fn(&[u8]) -> io::Result<Vec<u8>>,
) -> Result<String, Fault> {
    if mime(file).is_some_and(|mime| mime.starts_with("font/")) {
        return Ok("None".into());
    }
    let path = out.join(format!("{file}.{kind}"));
    if !path.is_file() {
        fs::write(&path, pack(bytes)?)?;
    }
    let won = fs::metadata(&path)?.len() < bytes.len() as u64;
    Ok(if won { format!("Some(include_bytes!({:?}))", path.display().to_string()) } else { "None".into() })
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = vec![];
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &settings)?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(vec![], flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn mime(file: &str) -> Option<&'static str> {
    Some(match file.rsplit_once('.')?.1 {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        _ => return None,
    })
}
