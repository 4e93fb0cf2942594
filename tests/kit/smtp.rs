//! A mail server in the test's own process: takes what it is told to take, keeps what it took.

use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// What becomes of the next mail. When the script is over, mails are accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Accept,
    /// 450 after RCPT, as greylisting does.
    Greylist,
    /// 550 after RCPT.
    RefuseRecipient,
    /// This after RCPT.
    Recipient(&'static str),
    /// 554 after DATA.
    RefuseMail,
    /// This after DATA.
    Answer(&'static str),
    /// Takes the mail, and the connection is gone before the answer.
    DropAfterData,
    /// Takes the mail and does not answer.
    Silent,
    /// 535 after EHLO, as if the password were wrong.
    RefuseLogin,
}

/// A mail that arrived whole, whatever was answered.
#[derive(Clone, Debug)]
pub struct Received {
    pub from: String,
    pub to: String,
    pub data: Vec<u8>,
}

impl Received {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.data).into_owned()
    }

    /// The first header of this name, unfolded.
    pub fn header(&self, name: &str) -> Option<String> {
        let text = self.text();
        let head = text.split("\r\n\r\n").next()?.replace("\r\n ", " ").replace("\r\n\t", " ");
        head.split("\r\n").find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        })
    }
}

#[derive(Default)]
struct Shared {
    script: VecDeque<Step>,
    mails: Vec<Received>,
}

/// A server on a port of its own. Gone when dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Mutex<Shared>>,
    task: JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    pub async fn start() -> io::Result<Self> {
        Self::start_at(SocketAddr::from(([127, 0, 0, 1], 0))).await
    }

    /// On a port that was free before: a server that comes back.
    pub async fn start_at(address: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let shared = Arc::<Mutex<Shared>>::default();
        let kept = Arc::clone(&shared);
        let task = tokio::spawn(async move {
            let mut talks = tokio::task::JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                let shared = Arc::clone(&kept);
                talks.spawn(async move {
                    // A client that hangs up ends the talk.
                    let _ = talk(stream, shared).await;
                });
            }
        });
        Ok(Self { address, shared, task })
    }

    /// An address where nobody listens.
    pub async fn nowhere() -> io::Result<SocketAddr> {
        TcpListener::bind(("127.0.0.1", 0)).await?.local_addr()
    }

    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    pub fn script(&self, steps: &[Step]) {
        lock(&self.shared).script.extend(steps);
    }

    pub fn mails(&self) -> Vec<Received> {
        lock(&self.shared).mails.clone()
    }

    /// Waits until so many mails have arrived.
    pub async fn wait_for(&self, n: usize) -> Vec<Received> {
        for _ in 0..400 {
            let mails = self.mails();
            if mails.len() >= n {
                return mails;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        self.mails()
    }
}

fn lock(shared: &Mutex<Shared>) -> std::sync::MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn talk(stream: TcpStream, shared: Arc<Mutex<Shared>>) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    say(&mut stream, "220 mail.test ready").await?;
    let (mut from, mut to, mut step) = (String::new(), String::new(), Step::Accept);
    let mut line = String::new();
    loop {
        line.clear();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let verb = line.split([' ', ':', '\r']).next().unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" => {
                let refused = lock(&shared).script.front() == Some(&Step::RefuseLogin);
                if refused {
                    lock(&shared).script.pop_front();
                    say(&mut stream, "535 5.7.8 Authentication credentials invalid").await?;
                } else {
                    say(&mut stream, "250-mail.test\r\n250 8BITMIME").await?;
                }
            }
            "MAIL" => {
                from = between(&line);
                step = lock(&shared).script.pop_front().unwrap_or(Step::Accept);
                say(&mut stream, "250 2.1.0 Ok").await?;
            }
            "RCPT" => {
                to = between(&line);
                let answer = match step {
                    Step::Greylist => "450 4.2.0 Greylisted, see http://postgrey.schweikert.ch/help/",
                    Step::RefuseRecipient => "550 5.1.1 User unknown in local recipient table",
                    Step::Recipient(answer) => answer,
                    _ => "250 2.1.5 Ok",
                };
                say(&mut stream, answer).await?;
            }
            "DATA" => {
                say(&mut stream, "354 End data with <CR><LF>.<CR><LF>").await?;
                let data = read_data(&mut stream).await?;
                if step == Step::RefuseMail {
                    say(&mut stream, "554 5.7.1 Message refused by policy").await?;
                    continue;
                }
                if let Step::Answer(answer) = step {
                    if answer.starts_with('2') {
                        lock(&shared).mails.push(Received { from: from.clone(), to: to.clone(), data });
                    }
                    say(&mut stream, answer).await?;
                    continue;
                }
                lock(&shared).mails.push(Received { from: from.clone(), to: to.clone(), data });
                match step {
                    Step::DropAfterData => return Ok(()),
                    Step::Silent => tokio::time::sleep(Duration::from_secs(3600)).await,
                    _ => say(&mut stream, "250 2.0.0 Ok: queued as 1A2B3C").await?,
                }
            }
            "QUIT" => return say(&mut stream, "221 2.0.0 Bye").await,
            "NOOP" | "RSET" => say(&mut stream, "250 2.0.0 Ok").await?,
            _ => say(&mut stream, "502 5.5.2 Command not recognized").await?,
        }
    }
}

async fn say(stream: &mut BufReader<TcpStream>, line: &str) -> io::Result<()> {
    stream.write_all(format!("{line}\r\n").as_bytes()).await?;
    stream.flush().await
}

fn between(line: &str) -> String {
    let rest = line.split_once('<').map_or("", |(_, rest)| rest);
    rest.split('>').next().unwrap_or_default().to_owned()
}

async fn read_data(stream: &mut BufReader<TcpStream>) -> io::Result<Vec<u8>> {
    let mut data = vec![];
    loop {
        let mut line = vec![];
        if stream.read_until(b'\n', &mut line).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if line == b".\r\n" {
            return Ok(data);
        }
        // Dots at the beginning are doubled on the way (RFC 5321 §4.5.2).
        data.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}
