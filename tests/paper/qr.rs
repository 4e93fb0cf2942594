use super::{path, say};
use ::paper::PaperError;
use ::paper::qr::{Matrix, QUIET_ZONE, png, svg};

const TEXT: &str = "K1:7H4KQ2 IS A TICKET/WITH $%*+-.: IN IT";

/// Reads the path of the SVG with a few lines of our own: the area that it fills, module by module.
fn filled(svg: &str, size: usize) -> Vec<Vec<bool>> {
    let path = svg.rsplit_once("<path d=\"").expect("a path").1.split_once('"').expect("its end").0;
    let mut crossings = vec![vec![0_i32; size + 1]; size];
    let mut numbers = path.replace('M', " M ").replace('h', " h ").replace('v', " v ").replace('z', " z ");
    numbers.push(' ');
    let (mut x, mut y, mut start) = (0_i32, 0_i32, (0_i32, 0_i32));
    let mut words = numbers.split_whitespace();
    let number = |word: Option<&str>| word.and_then(|w| w.parse::<i32>().ok()).expect("a number");
    let mut vertical = |x: i32, from: i32, to: i32| {
        for row in from.min(to)..from.max(to) {
            crossings[usize::try_from(row).expect("row")][usize::try_from(x).expect("column")] += (to - from).signum();
        }
    };
    while let Some(word) = words.next() {
        match word {
            "M" => {
                (x, y) = (number(words.next()), number(words.next()));
                start = (x, y);
            }
            "h" => x += number(words.next()),
            "v" => {
                let by = number(words.next());
                vertical(x, y, y + by);
                y += by;
            }
            "z" => {
                assert!(x == start.0 || y == start.1, "the outline closes along an axis");
                vertical(x, y, start.1);
                (x, y) = start;
            }
            other => unreachable!("{other}"),
        }
    }
    crossings
        .iter()
        .map(|row| {
            let sums = row.iter().scan(0, |sum, c| {
                *sum += c;
                Some(*sum)
            });
            sums.take(size).map(|sum| sum != 0).collect()
        })
        .collect()
}

#[test]
fn the_svg_fills_exactly_the_black_modules() {
    for text in [TEXT, "https://kongress.example/owl/my/ABC", "ä🎫", ""] {
        let matrix = Matrix::new(text).expect("fits");
        let size = matrix.width() + 2 * QUIET_ZONE;
        let svg = svg(text).expect("fits");
        assert!(svg.contains(&format!("viewBox=\"0 0 {size} {size}\"")));
        assert!(svg.contains("shape-rendering=\"crispEdges\""));
        let area = filled(&svg, size);
        for (y, row) in area.iter().enumerate() {
            for (x, black) in row.iter().enumerate() {
                let expected = matrix.dark(x.wrapping_sub(QUIET_ZONE), y.wrapping_sub(QUIET_ZONE));
                assert_eq!(*black, expected, "{text:?} {x} {y}");
            }
        }
        let pgm = picture(&area, 4);
        if !text.is_empty() {
            assert_eq!(super::codes(&pgm), [text]);
        }
    }
}

fn picture(area: &[Vec<bool>], scale: usize) -> Vec<u8> {
    let side = area.len() * scale;
    let mut pgm = format!("P5 {side} {side} 255 ").into_bytes();
    for y in 0..side {
        pgm.extend((0..side).map(|x| if area[y / scale][x / scale] { 0 } else { 255 }));
    }
    pgm
}

#[test]
fn the_png_says_the_text() {
    let folder = tempfile::tempdir().expect("a folder");
    for scale in [1, 3, 8] {
        let file = folder.path().join(format!("{scale}.png"));
        std::fs::write(&file, png(TEXT, scale).expect("fits")).expect("written");
        if scale > 1 {
            assert_eq!(say("zbarimg", &["--quiet", "--raw", path(&file)], b"").trim_end(), TEXT);
        }
    }
    let size = 8 * (Matrix::new(TEXT).expect("fits").width() + 2 * QUIET_ZONE);
    let header = png(TEXT, 8).expect("fits");
    assert_eq!(&header[16..20], &u32::try_from(size).expect("small").to_be_bytes());
    assert_eq!(&header[24..26], &[1, 0], "one bit, grey");
}

#[test]
fn base45_needs_fewer_modules_than_bytes_would() {
    let text = "K1:".to_owned() + &"A0Z".repeat(47);
    assert_eq!(Matrix::new(&text).expect("fits").width(), 41);
    assert_eq!(Matrix::new(&text.to_lowercase()).expect("fits").width(), 49);
}

#[test]
fn too_much_text_is_refused() {
    assert!(matches!(svg(&"a".repeat(3_000)), Err(PaperError::QrTooLong(3_000))));
    assert!(matches!(png(&"a".repeat(3_000), 4), Err(PaperError::QrTooLong(3_000))));
}
