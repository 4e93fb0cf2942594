//! `kongress bounce`: a mail that came back, or that a calendar program answered with, handed over by the mail server.

use crate::{Failed, fail, open};
use base::config::{Config, ConfigError};
use post::letterbox::Outcome;
use std::process::ExitCode;
use tokio::io::{AsyncReadExt, stdin};

/// `EX_TEMPFAIL` of sysexits.h: the mail server keeps the mail and comes again.
const LATER: u8 = 75;
/// What is read of a mail: reports are short, and what they return may be long.
const READ: u64 = 1024 * 1024;

/// Takes it in. What nobody understands, or is about no mail and no invitation of ours, is taken as well: bringing it again
/// would not help.
pub async fn run(config: Result<Config, ConfigError>) -> ExitCode {
    match Box::pin(take(config)).await {
        Ok(Outcome::Later) => ExitCode::from(LATER),
        Ok(Outcome::Taken) => ExitCode::SUCCESS,
        Err(e) => {
            fail(&e);
            ExitCode::from(LATER)
        }
    }
}

async fn take(config: Result<Config, ConfigError>) -> Result<Outcome, Failed> {
    let mut raw = vec![];
    let mut input = stdin().take(READ);
    input.read_to_end(&mut raw).await?;
    // The rest is taken off the mail server's hands, and not read.
    tokio::io::copy(&mut stdin(), &mut tokio::io::sink()).await?;
    let config = config?;
    let store = open(&config).await?;
    let bounces = kongress::bounce_address(&config, &store).await?;
    let taken = kongress::letter::take(&store, bounces.as_ref(), &raw).await?;
    store.close().await?;
    Ok(taken)
}
