//! A server for trying the page: the built files, to this machine only.

use crate::page::Files;
use anyhow::{Context as _, Result};
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

/// A browser opens connections before it needs them. They must not keep others waiting.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves until the process ends.
pub fn serve(files: &Files, port: u16) -> Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("cannot serve on port {port}; choose another: --serve PORT"))?;
    println!("\nhttp://localhost:{} (Ctrl+C ends it)", listener.local_addr()?.port());
    thread::scope(|scope| {
        for stream in listener.incoming().filter_map(Result::ok) {
            // A browser that hangs up is no reason to stop.
            scope.spawn(move || respond(&stream, files));
        }
    });
    Ok(())
}

/// Answers one request, `GET /PATH HTTP/1.1`.
fn respond(mut stream: &TcpStream, files: &Files) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}

    let path = path_of(&request);
    let (status, kind, body) = match files.get(path) {
        Some(body) => ("200 OK", media_type(path), body.as_slice()),
        None => ("404 Not Found", "text/plain", b"Not found\n".as_slice()),
    };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(body)
}

/// The name of the file that a request line asks for.
fn path_of(request: &str) -> &str {
    let target = request.split(' ').nth(1).unwrap_or_default();
    let path = target.split('?').next().unwrap_or_default().trim_start_matches('/');
    if path.is_empty() { "index.html" } else { path }
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_names_a_file() {
        check("GET / HTTP/1.1", "index.html");
        check("GET /?a=b HTTP/1.1", "index.html");
        check("GET /icons/a.png HTTP/1.1", "icons/a.png");
        check("GET /engine.js?v=1 HTTP/1.1", "engine.js");
        check("", "index.html");
    }

    #[track_caller]
    fn check(request: &str, expected: &str) {
        assert_eq!(path_of(request), expected, "{request}");
    }
}
