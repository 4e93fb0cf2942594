//! Documents: read back by programs that are not ours.

mod qr;
mod read;
mod ticket;

use ::std::io::Write;
use ::std::path::Path;
use ::std::process::{Command, Stdio};

/// Runs a program and gives back what it prints.
fn run(program: &str, arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = child.unwrap_or_else(|e| unreachable!("{program} is installed by infra/test: {e}"));
    let mut stdin = child.stdin.take().expect("stdin");
    let written = std::thread::scope(|s| {
        s.spawn(move || stdin.write_all(input));
        child.wait_with_output()
    });
    let output = written.expect("output");
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// As [`run`], in text.
fn say(program: &str, arguments: &[&str], input: &[u8]) -> String {
    String::from_utf8_lossy(&run(program, arguments, input)).into_owned()
}

fn path(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

/// What the codes in a picture (PGM, eight bits) say, by a decoder in Rust.
fn codes(pgm: &[u8]) -> Vec<String> {
    let (width, height, pixels) = pgm_parts(pgm);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    let mut texts: Vec<String> =
        image.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect();
    texts.sort();
    texts
}

/// `P5 width height 255` and the pixels.
fn pgm_parts(pgm: &[u8]) -> (usize, usize, &[u8]) {
    let mut rest = pgm;
    let mut word = || {
        let end = rest.iter().position(u8::is_ascii_whitespace).expect("a header");
        let word = String::from_utf8_lossy(&rest[..end]).into_owned();
        rest = &rest[end + 1..];
        word
    };
    assert_eq!(word(), "P5");
    let width = word().parse().expect("a width");
    let height = word().parse().expect("a height");
    assert_eq!(word(), "255");
    (width, height, rest)
}
