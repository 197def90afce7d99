//! A PostgreSQL server of the tests' own, from the machine's packages: in a folder of its own, on a loopback port of its
//! own, and gone with the process that started it.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A server that runs as long as its standard input is open: when this process ends, however it ends, the shell reads
/// the end of it, stops the server and removes the folder.
struct Server {
    port: u16,
    _shell: Child,
}

const SCRIPT: &str = r#"
set -e
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkfifo "$dir/pipe"
"$1/initdb" -D "$dir/data" -N -A trust -U tidings -E UTF8 --locale C.UTF-8 >/dev/null
"$1/postgres" -D "$dir/data" -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off \
    2>"$dir/pipe" &
server=$!
while read -r line; do
    case $line in *"ready to accept connections"*) echo ready ;; esac
done <"$dir/pipe" &
cat >/dev/null
kill -QUIT "$server"
wait "$server" || true
"#;

static SERVER: OnceLock<Option<Server>> = OnceLock::new();
static DATABASES: AtomicUsize = AtomicUsize::new(0);

/// The address of a new, empty database, or nothing where PostgreSQL is not installed.
pub fn database() -> Option<String> {
    let server = SERVER.get_or_init(|| programs().map(|folder| start(&folder))).as_ref()?;
    let name = format!("tidings{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    let base = format!("postgres://tidings@127.0.0.1:{}", server.port);
    let mut client = postgres::Client::connect(&format!("{base}/postgres"), postgres::NoTls).unwrap();
    client.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
    Some(format!("{base}/{name}"))
}

/// Where Debian puts the server's programs, else wherever they are found.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = versions.map(|entry| entry.path().join("bin")).collect();
    folders.sort_by(|a, b| b.cmp(a));
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    folders.into_iter().find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
}

fn start(programs: &Path) -> Server {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let arguments = ["-c".into(), SCRIPT.into(), "sh".into(), programs.into(), port.to_string().into()];
    let arguments: [OsString; 5] = arguments;
    let mut command = Command::new("sh");
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
    command.env_remove("TMPDIR").current_dir("/");
    unprivileged(&mut command);
    let mut shell = command.spawn().unwrap();
    let mut told = String::new();
    BufReader::new(shell.stdout.take().unwrap()).read_line(&mut told).unwrap();
    assert_eq!(told, "ready\n", "PostgreSQL does not start");
    Server { port, _shell: shell }
}

/// PostgreSQL refuses to run as root: then it runs as the user that its package made.
fn unprivileged(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    let id = |arguments: &[&str]| -> Option<u32> {
        let told = Command::new("id").args(arguments).output().ok()?;
        String::from_utf8(told.stdout).ok()?.trim().parse().ok()
    };
    if id(&["-u"]) == Some(0) {
        command.uid(id(&["-u", "postgres"]).expect("a user postgres")).gid(id(&["-g", "postgres"]).unwrap());
    }
}
