//! The table at the end.

use crate::load::Times;
use std::fmt;

/// Rows of name, figure, ratio.
#[derive(Default)]
pub struct Table(Vec<[String; 5]>);

fn ratio(value: f64, floor: Option<f64>) -> String {
    floor.map_or_else(String::new, |floor| format!("{:.2}", value / floor))
}

impl Table {
    pub fn rate(&mut self, name: &str, rate: f64, floor: Option<f64>) {
        self.0.push([name.into(), format!("{rate:.0} /s"), ratio(rate, floor), String::new(), String::new()]);
    }

    /// p50 and p99, each with its ratio.
    pub fn time(&mut self, name: &str, times: &Times, floor: Option<&Times>) {
        let [p50, p99] = [50, 99].map(|percent| times.percentile(percent));
        let [over50, over99] = [50, 99].map(|percent| floor.map(|floor| floor.percentile(percent)));
        let [of50, of99] = [format!("p50 {p50:.2} ms"), format!("p99 {p99:.2} ms")];
        self.0.push([name.into(), of50, ratio(p50, over50), of99, ratio(p99, over99)]);
    }

    pub fn memory(&mut self, rows: &[(&str, f64)]) {
        for (name, mib) in rows {
            self.0.push([(*name).into(), format!("{mib:.0} MiB"), String::new(), String::new(), String::new()]);
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<30} {:>16} {:>9} {:>16} {:>9}", "", "figure", "ratio", "", "ratio")?;
        for [name, figure, ratio, second, other] in &self.0 {
            writeln!(f, "{}", format!("{name:<30} {figure:>16} {ratio:>9} {second:>16} {other:>9}").trim_end())?;
        }
        Ok(())
    }
}
