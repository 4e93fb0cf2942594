//! This process: what it is, what it uses. Memory, time and files as Linux tells them.

use super::text::Text;
use std::fs;
use store::Store;

/// Ticks a second in `/proc` (proc(5): `sysconf(_SC_CLK_TCK)`, 100 on every Linux that Rust runs on).
const TICKS: f64 = 100.0;

pub(super) fn render(store: &Store) -> String {
    let mut out = Text::new();
    out.family("kongress_build_info", "gauge", "The version that runs.");
    out.line(&[("version", env!("CARGO_PKG_VERSION"))], 1.0);
    out.family("kongress_database_connections", "gauge", "Connections to the database, by pool and by what they do.");
    for (pool, open, idle) in store.pools() {
        let idle = idle.min(open as usize) as f64;
        out.line(&[("pool", pool), ("state", "idle")], idle);
        out.line(&[("pool", pool), ("state", "busy")], f64::from(open) - idle);
    }
    out.family("kongress_database_statements_total", "counter", "Statements run by this process.");
    out.line(&[], store.statements() as f64);
    if let Some(used) = fs::read_to_string("/proc/self/status").ok().and_then(|s| resident(&s)) {
        out.family("process_resident_memory_bytes", "gauge", "Memory that is in use.");
        out.line(&[], used);
    }
    if let Some((cpu, age)) = times() {
        out.family("process_cpu_seconds_total", "counter", "Time that processors worked.");
        out.line(&[], cpu);
        out.family("process_uptime_seconds", "gauge", "Time since the process began.");
        out.line(&[], age);
    }
    if let Ok(files) = fs::read_dir("/proc/self/fd") {
        out.family("process_open_fds", "gauge", "Open files and connections.");
        out.line(&[], files.count() as f64);
    }
    out.done()
}

/// `VmRSS:  12345 kB`.
fn resident(status: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.split_whitespace().next()?.parse::<f64>().ok()? * 1024.0)
}

/// Seconds of work, and of life. In `/proc/self/stat` the fields follow the name in brackets, which may hold anything:
/// `utime` and `stime` are the 12th and 13th after it, `starttime` the 20th.
fn times() -> Option<(f64, f64)> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<f64>().ok();
    let up: f64 = fs::read_to_string("/proc/uptime").ok()?.split_whitespace().next()?.parse().ok()?;
    Some(((ticks(11)? + ticks(12)?) / TICKS, (up - ticks(19)? / TICKS).max(0.0)))
}
