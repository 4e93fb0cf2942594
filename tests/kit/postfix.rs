//! A real mail server of a test's own: Postfix, with Dovecot for the log-in and postgrey for greylisting, in a folder of
//! their own, on free ports, with an authority of their own. Gone when dropped.
//!
//! `infra/test` installs them. Postfix only starts as root.

use std::fmt::Display;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;
use tokio::time::{Instant, sleep};

const MASTER: &str = "/usr/lib/postfix/sbin/master";
/// So long a server lives whose test was killed.
const AT_MOST: &str = "600";
/// How long postgrey lets the first attempt wait, in seconds.
pub const GREY: u64 = 2;
/// Who may log in.
pub const USER: (&str, &str) = ("mailer", "geheim");

/// The servers.
pub struct Postfix {
    folder: TempDir,
    children: Vec<Child>,
    /// STARTTLS, log-in offered.
    pub smtp: u16,
    /// TLS from the first octet.
    pub smtps: u16,
    /// No TLS.
    pub plain: u16,
    /// Takes mails after a log-in alone, as port 587 does.
    pub submission: u16,
    /// IMAP over TLS.
    pub imaps: u16,
}

impl Drop for Postfix {
    fn drop(&mut self) {
        for child in &mut self.children {
            let _ = Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
        }
        for child in &mut self.children {
            let _ = child.wait();
        }
    }
}

impl Postfix {
    /// Starts all three and waits until mails are taken.
    pub async fn start() -> Self {
        for (program, package) in [
            ("/usr/sbin/postfix", "postfix"),
            (MASTER, "postfix"),
            ("/usr/sbin/dovecot", "dovecot-imapd"),
            ("/usr/sbin/postgrey", "postgrey"),
            ("/usr/bin/openssl", "openssl"),
        ] {
            assert!(
                Path::new(program).exists(),
                "there is no {program}: this test needs a real mail server. Run infra/test, which installs it, or \
                 DEBIAN_FRONTEND=noninteractive apt-get install --no-install-recommends {package}"
            );
        }
        let id = run(Command::new("id").arg("-u"));
        assert_eq!(id.trim(), "0", "Postfix only starts as root: run infra/test as root");

        let folder = tempfile::tempdir().expect("a folder");
        let ports: Vec<TcpListener> = (0..7).map(|_| TcpListener::bind("127.0.0.1:0").expect("a port")).collect();
        let port = |at: usize| ports[at].local_addr().expect("an address").port();
        let [smtp, smtps, plain, submission, login, grey, imaps] = [0, 1, 2, 3, 4, 5, 6].map(port);
        drop(ports);
        let mut servers = Self { folder, children: vec![], smtp, smtps, plain, submission, imaps };
        servers.lay(login, grey);
        servers.start_all(grey).await;
        for port in [login, grey, smtp, smtps, plain, submission, imaps] {
            servers.wait_for(port).await;
        }
        servers
    }

    /// The certificate of the authority that signed the server's.
    pub fn authority(&self) -> PathBuf {
        self.path("ca.pem")
    }

    /// Where mails to this mailbox lie, oldest first.
    pub fn mails(&self, mailbox: &str) -> Vec<String> {
        let folder = self.path("mail").join(mailbox).join("new");
        let mut files: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().flatten().map(|f| f.path()).collect();
        files.sort();
        files.iter().map(|file| fs::read_to_string(file).expect("a mail")).collect()
    }

    /// Lays a mail there.
    pub fn put(&self, mailbox: &str, raw: &[u8]) {
        let name = format!("{}.put.localhost", self.mails(mailbox).len());
        fs::write(self.path("mail").join(mailbox).join("new").join(name), raw).expect("is written");
    }

    /// Waits until so many mails lie there.
    pub async fn wait_for_mails(&self, mailbox: &str, n: usize) -> Vec<String> {
        let end = Instant::now() + Duration::from_secs(20);
        while self.mails(mailbox).len() < n && Instant::now() < end {
            sleep(Duration::from_millis(50)).await;
        }
        self.mails(mailbox)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: impl Display) {
        fs::write(self.path(name), text.to_string()).expect("is written");
    }

    fn dir(&self) -> String {
        self.folder.path().display().to_string()
    }

    /// Lays out the folder.
    fn lay(&self, login: u16, grey: u16) {
        let dir = self.dir();
        let enter = |path: &Path| fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("is opened");
        enter(self.folder.path());
        for name in ["conf", "queue", "data", "log", "mail", "grey", "dovecot", "dovecot/run", "dovecot/state"] {
            fs::create_dir(self.path(name)).expect("a folder");
            enter(&self.path(name));
        }
        run(Command::new("chown").args(["nobody:nogroup", &format!("{dir}/mail")]));
        run(Command::new("chown").args(["postfix", &format!("{dir}/data")]));
        run(Command::new("chown").args(["postgrey", &format!("{dir}/grey")]));
        self.certify();
        self.write("conf/vmailbox", "alice@example.test alice/\ngrey@example.test grey/\n@congress.test bounces/\n");
        self.write(
            "conf/recipients",
            "defer@example.test 450 4.2.0 Greylisted, try later\nfull@example.test 452 4.2.2 Mailbox full\n\
             reject@example.test 550 5.1.1 User unknown\ngrey@example.test DUNNO\nalice@example.test OK\n\
             nobody@example.test OK\ndelbrueck.example OK\n",
        );
        self.write("conf/main.cf", main_cf(&dir, login, grey));
        self.write("conf/master.cf", self.master_cf());
        let (user, password) = USER;
        self.write("dovecot/users", format!("{user}:{{PLAIN}}{password}\nbounces:{{PLAIN}}{password}\n"));
        self.write("dovecot/dovecot.conf", dovecot_conf(&dir, login, self.imaps));
    }

    /// An authority, and a certificate for `localhost` by it.
    fn certify(&self) {
        let openssl = |args: &str| {
            run(Command::new("openssl").current_dir(self.folder.path()).args(args.split(' ')));
        };
        openssl("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=Rathaus -keyout ca.key -out ca.pem");
        openssl("req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout key.pem -out cert.csr");
        self.write("names", "subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n");
        openssl("x509 -req -in cert.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out cert.pem");
    }

    fn master_cf(&self) -> String {
        let own = "pickup unix n - n 60 1 pickup\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\n\
                   tlsmgr unix - - n 1000? 1 tlsmgr\nrewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\n\
                   defer unix - - n - 0 bounce\ntrace unix - - n - 0 bounce\nverify unix - - n - 1 verify\n\
                   flush unix n - n 1000? 0 flush\nproxymap unix - - n - - proxymap\nsmtp unix - - n - - smtp\n\
                   showq unix n - n - - showq\nerror unix - - n - - error\nretry unix - - n - - error\n\
                   virtual unix - n n - - virtual\nanvil unix - - n - 1 anvil\npostlog unix-dgram n - n - 1 postlogd\n";
        format!(
            "127.0.0.1:{} inet n - n - - smtpd\n127.0.0.1:{} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes\n\
             127.0.0.1:{} inet n - n - - smtpd -o smtpd_tls_security_level=none\n127.0.0.1:{} inet n - n - - smtpd \
             -o smtpd_client_restrictions=permit_sasl_authenticated,reject\n{own}",
            self.smtp, self.smtps, self.plain, self.submission
        )
    }

    async fn start_all(&mut self, grey: u16) {
        let dir = self.dir();
        // Without the socket for the log-in, Postfix's smtpd dies and is throttled for a minute: Dovecot first.
        self.start_one("dovecot", Command::new("dovecot").args(["-F", "-c", &format!("{dir}/dovecot/dovecot.conf")]));
        self.start_one(
            "postgrey",
            Command::new("postgrey").args([
                &format!("--inet=127.0.0.1:{grey}"),
                &format!("--delay={GREY}"),
                &format!("--dbdir={dir}/grey"),
                "--user=postgrey",
                "--privacy",
            ]),
        );
        run(Command::new("postfix").args(["-c", &format!("{dir}/conf"), "check"]));
        self.start_one("master", Command::new(MASTER).args(["-c", &format!("{dir}/conf"), "-e", AT_MOST]));
    }

    fn start_one(&mut self, name: &str, command: &mut Command) {
        let log = fs::File::create(self.path("log").join(format!("{name}.log"))).expect("a log");
        let same = log.try_clone().expect("a log");
        let child = command.current_dir("/").stdin(Stdio::null()).stdout(log).stderr(same).spawn();
        self.children.push(child.expect("it starts"));
    }

    async fn wait_for(&self, port: u16) {
        let end = Instant::now() + Duration::from_secs(30);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < end, "nobody listens on {port}:\n{}", self.logs());
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// What they have written.
    pub fn logs(&self) -> String {
        let files = fs::read_dir(self.path("log")).into_iter().flatten().flatten();
        files.map(|file| fs::read_to_string(file.path()).unwrap_or_default()).collect::<Vec<_>>().join("\n")
    }
}

fn main_cf(dir: &str, login: u16, grey: u16) -> String {
    format!(
        "compatibility_level = 3.6
config_directory = {dir}/conf
queue_directory = {dir}/queue
data_directory = {dir}/data
mail_owner = postfix
setgid_group = postdrop
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
myhostname = mail.congress.test
mydomain = congress.test
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
maillog_file = {dir}/log/postfix.log
maillog_file_prefixes = {dir}, /var
virtual_mailbox_domains = congress.test, example.test
virtual_mailbox_base = {dir}/mail
virtual_mailbox_maps = texthash:{dir}/conf/vmailbox
virtual_minimum_uid = 100
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
smtpd_recipient_restrictions = check_recipient_access texthash:{dir}/conf/recipients, check_policy_service inet:127.0.0.1:{grey}, permit_mynetworks, permit_sasl_authenticated, reject
smtpd_reject_unlisted_recipient = no
default_transport = error:5.1.2 no outside mail in tests
relay_transport = error
disable_dns_lookups = yes
smtp_host_lookup = native
smtpd_tls_cert_file = {dir}/cert.pem
smtpd_tls_key_file = {dir}/key.pem
smtpd_tls_security_level = may
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:{login}
smtpd_tls_auth_only = yes
smtpd_relay_before_recipient_restrictions = no
smtpd_error_sleep_time = 0
"
    )
}

fn dovecot_conf(dir: &str, login: u16, imaps: u16) -> String {
    format!(
        "base_dir = {dir}/dovecot/run
state_dir = {dir}/dovecot/state
log_path = {dir}/log/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{dir}/cert.pem
ssl_key = <{dir}/key.pem
mail_location = maildir:{dir}/mail/%n
auth_mechanisms = plain login
default_internal_user = dovecot
default_login_user = dovenull
first_valid_uid = 100
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {dir}/dovecot/users
}}
userdb {{
  driver = static
  args = uid=65534 gid=65534 home={dir}/mail/%n
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {imaps}
    ssl = yes
  }}
}}
service auth {{
  inet_listener {{
    address = 127.0.0.1
    port = {login}
  }}
}}
"
    )
}

/// Runs a command to its end. Gives what it said.
fn run(command: &mut Command) -> String {
    let ended = command.stdin(Stdio::null()).output().expect("it starts");
    let said = String::from_utf8_lossy(&ended.stdout).into_owned();
    assert!(ended.status.success(), "{command:?}: {said}{}", String::from_utf8_lossy(&ended.stderr));
    said
}
