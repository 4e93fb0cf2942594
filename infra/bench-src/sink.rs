//! A mail server that takes everything and counts.

use crate::Outcome;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

pub struct Sink {
    url: String,
    taken: Arc<AtomicUsize>,
    /// By Message-ID, how often it came.
    letters: Arc<Mutex<HashMap<Vec<u8>, usize>>>,
}

impl Sink {
    pub async fn open() -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("smtp://{}", listener.local_addr()?);
        let taken = Arc::<AtomicUsize>::default();
        let letters = Arc::<Mutex<HashMap<_, _>>>::default();
        let (count, known) = (Arc::clone(&taken), Arc::clone(&letters));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(talk(stream, Arc::clone(&count), Arc::clone(&known)));
            }
        });
        Ok(Self { url, taken, letters })
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// How many mails it has taken.
    pub fn taken(&self) -> usize {
        self.taken.load(Ordering::Relaxed)
    }

    /// How many different mails it has taken, and how many of them more than once.
    pub fn letters(&self) -> (usize, usize) {
        let letters = self.letters.lock().unwrap_or_else(PoisonError::into_inner);
        (letters.len(), letters.values().filter(|times| **times > 1).count())
    }
}

/// RFC 5321 as far as a client that behaves goes.
async fn talk(
    stream: TcpStream,
    taken: Arc<AtomicUsize>,
    letters: Arc<Mutex<HashMap<Vec<u8>, usize>>>,
) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.get_mut().write_all(b"220 sink\r\n").await?;
    let (mut line, mut is_data, mut id) = (vec![], false, vec![]);
    loop {
        line.clear();
        if stream.read_until(b'\n', &mut line).await? == 0 {
            return Ok(());
        }
        let answer: &[u8] = match line.get(..4).unwrap_or_default() {
            _ if is_data && line != b".\r\n" => {
                if id.is_empty() && line.to_ascii_lowercase().starts_with(b"message-id:") {
                    id.clone_from(&line);
                }
                continue;
            }
            _ if is_data => {
                is_data = false;
                let mut letters = letters.lock().unwrap_or_else(PoisonError::into_inner);
                *letters.entry(std::mem::take(&mut id)).or_default() += 1;
                drop(letters);
                taken.fetch_add(1, Ordering::Relaxed);
                b"250 taken\r\n"
            }
            b"EHLO" => b"250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
            b"DATA" => {
                is_data = true;
                b"354 go on\r\n"
            }
            b"QUIT" => b"221 bye\r\n",
            _ => b"250 yes\r\n",
        };
        stream.get_mut().write_all(answer).await?;
    }
}
