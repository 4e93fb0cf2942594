//! What is counted where it happens.

use metrics::{Unit, describe_counter, describe_gauge, describe_histogram};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use std::sync::OnceLock;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// Upper ends in seconds: a page takes milliseconds, a mail server minutes.
const BUCKETS: [f64; 13] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 60.0];
/// How often what was measured is summed up, so that it takes no room while nobody scrapes.
const UPKEEP: Duration = Duration::from_secs(10);

static RECORDED: OnceLock<PrometheusHandle> = OnceLock::new();

/// Begins to count in this process, once, until `stop`. Until then nothing is counted.
pub fn start(stop: CancellationToken) -> Result<(), BuildError> {
    let recorder =
        PrometheusBuilder::new().set_buckets_for_metric(Matcher::Suffix("_seconds".into()), &BUCKETS)?.build_recorder();
    let handle = recorder.handle();
    metrics::set_global_recorder(recorder).map_err(BuildError::FailedToSetGlobalRecorder)?;
    describe();
    if RECORDED.set(handle.clone()).is_err() {
        return Ok(());
    }
    tokio::spawn(async move {
        while !stop.is_cancelled() {
            handle.run_upkeep();
            tokio::select! { () = tokio::time::sleep(UPKEEP) => {}, () = stop.cancelled() => {} }
        }
    });
    Ok(())
}

fn describe() {
    describe_counter!("kongress_http_requests_total", "Requests answered, by route, method and class of status.");
    describe_histogram!("kongress_http_request_seconds", Unit::Seconds, "Time until the answer begins.");
    describe_gauge!("kongress_http_requests_in_flight", "Requests without an answer yet.");
    describe_counter!("kongress_job_runs_total", "Runs of jobs in this process: done, put_off, retried, failed.");
    describe_histogram!("kongress_job_seconds", Unit::Seconds, "Time that one run of a job took.");
    describe_counter!(
        "kongress_smtp_attempts_total",
        "Mails handed to the server: accepted, deferred, refused, unknown."
    );
    describe_histogram!("kongress_smtp_seconds", Unit::Seconds, "Time until the mail server answered.");
}

/// What was counted so far.
pub(super) fn render() -> String {
    RECORDED.get().map(PrometheusHandle::render).unwrap_or_default()
}
