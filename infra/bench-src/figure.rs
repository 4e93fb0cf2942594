//! The figures: one JSON line each on stdout, a table for people on stderr.

use serde::Serialize;

/// A figure, and what it is to be held against.
#[derive(Serialize)]
pub struct Figure {
    pub database: &'static str,
    pub name: &'static str,
    pub value: f64,
    pub unit: &'static str,
    /// The floor of the same run, in the same unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor: Option<f64>,
    /// Value by floor: 1 is as fast as can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p50_ms: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p99_ms: Option<f64>,
    /// Processor time of the server, and of the clients, for each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cpu_ms: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_cpu_ms: Option<f64>,
    pub conditions: String,
}

fn short(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

fn cell(value: Option<f64>) -> String {
    value.map_or_else(String::new, |v| format!("{v:.2}"))
}

impl Figure {
    /// Tells it at once.
    pub fn tell(mut self) -> Result<(), serde_json::Error> {
        self.value = short(self.value);
        for rounded in [
            &mut self.floor,
            &mut self.ratio,
            &mut self.p50_ms,
            &mut self.p99_ms,
            &mut self.cpu_ms,
            &mut self.client_cpu_ms,
        ] {
            *rounded = rounded.map(short);
        }
        println!("{}", serde_json::to_string(&self)?);
        eprintln!(
            "{:<26} {:>9.2} {:<4} {:>9} {:>6} {:>8} {:>8} {:>8} {:>8}",
            self.name,
            self.value,
            self.unit,
            cell(self.floor),
            cell(self.ratio),
            cell(self.p50_ms),
            cell(self.p99_ms),
            cell(self.cpu_ms),
            cell(self.client_cpu_ms),
        );
        Ok(())
    }
}

pub fn heading(database: &str, conditions: &str) {
    eprintln!("\n{database}: {conditions}");
    eprintln!(
        "{:<26} {:>9} {:<4} {:>9} {:>6} {:>8} {:>8} {:>8} {:>8}",
        "", "figure", "", "floor", "ratio", "p50 ms", "p99 ms", "cpu ms", "client"
    );
}
