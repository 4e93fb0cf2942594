//! The scale of a chart.

/// How many lines stand above the axis.
pub const LINES: i64 = 4;

/// The number that four lines step by so that `most` fits below the last one: 1, 2, 3, 5, 10, 15, 20, 25, 30, 40 …
pub fn step(most: i64) -> i64 {
    let need = (most.max(1) + LINES - 1) / LINES;
    let mut decade = 1;
    while decade * 10 < need {
        decade *= 10;
    }
    let round = |tenths: i64| decade * tenths / 10;
    let steps = [10, 15, 20, 25, 30, 40, 50, 60, 80, 100].map(round);
    steps.into_iter().find(|step| *step >= need).unwrap_or(decade * 10)
}
