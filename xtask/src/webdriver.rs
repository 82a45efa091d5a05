//! A small client for a driver on this machine: the W3C protocol, plain HTTP, one connection a request.
//!
//! Knows commands and answers; knows nothing of pages.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::error::Error;

/// A browser; dropping it closes it.
pub struct Session {
    driver: SocketAddr,
    path: String,
}

impl Session {
    pub fn start(driver: SocketAddr, capabilities: &Value) -> Result<Self, Error> {
        let wanted = json!({"capabilities": {"alwaysMatch": capabilities}});
        let value = ask(driver, "POST", "/session", &wanted)?;
        let id = value["sessionId"].as_str().ok_or_else(|| failure("its answer names no session"))?;
        Ok(Self { driver, path: format!("/session/{id}") })
    }

    pub fn go(&self, address: &str) -> Result<(), Error> {
        self.post("url", &json!({"url": address})).map(drop)
    }

    /// What the body of a function returns in the page.
    pub fn run(&self, script: &str, arguments: &Value) -> Result<Value, Error> {
        self.post("execute/sync", &json!({"script": script, "args": arguments}))
    }

    /// A command of Chromium's own protocol.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Result<Value, Error> {
        self.post("goog/cdp/execute", &json!({"cmd": command, "params": parameters}))
    }

    /// What a browser has noted since it was last asked.
    pub fn log(&self, kind: &str) -> Result<Value, Error> {
        self.post("se/log", &json!({"type": kind}))
    }

    /// Waits until an expression is true in the page.
    pub fn wait_until(&self, expression: &str) -> Result<(), Error> {
        let started = Instant::now();
        while self.run(&format!("return !!({expression})"), &json!([]))? != true {
            if started.elapsed() > LIMIT {
                return Err(failure(&format!("`{expression}` did not come true in {} s", LIMIT.as_secs())));
            }
            thread::sleep(PAUSE);
        }
        Ok(())
    }

    fn post(&self, command: &str, body: &Value) -> Result<Value, Error> {
        ask(self.driver, "POST", &format!("{}/{command}", self.path), body)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A browser that does not close ends with its driver.
        let _ = ask(self.driver, "DELETE", &self.path, &json!({}));
    }
}

/// Longer than the 30 s after which drivers give up on a script.
const LIMIT: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(100);

fn failure(reason: &str) -> Error {
    Error::Browser { reason: reason.to_owned() }
}

/// The value that a driver answers with.
fn ask(driver: SocketAddr, method: &str, path: &str, body: &Value) -> Result<Value, Error> {
    let text = exchange(driver, method, path, &body.to_string()).map_err(|error| failure(&error.to_string()))?;
    let mut answer: Value = serde_json::from_str(&text).map_err(|error| failure(&error.to_string()))?;
    let value = answer["value"].take();
    match value["error"].as_str() {
        None => Ok(value),
        Some(error) => {
            let message = value["message"].as_str().unwrap_or_default();
            Err(failure(&format!("{error}: {}", message.lines().next().unwrap_or_default())))
        }
    }
}

/// Sends a request and gives the body of the answer.
fn exchange(driver: SocketAddr, method: &str, path: &str, body: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&driver, LIMIT)?;
    stream.set_read_timeout(Some(LIMIT))?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {driver}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(format!("{head}{body}").as_bytes())?;
    read_body(&mut BufReader::new(stream))
}

/// Drivers give the length; without it the end of the connection is the end of the body.
fn read_body(answer: &mut impl BufRead) -> io::Result<String> {
    let mut length = u64::MAX;
    loop {
        let mut line = String::new();
        answer.read_line(&mut line)?;
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().map_err(io::Error::other)?;
        }
    }
    let mut body = String::new();
    answer.take(length).read_to_string(&mut body)?;
    Ok(body)
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    /// A driver that answers once with this, and what it was asked.
    fn answered(answer: &'static str) -> (Result<Value, Error>, String) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let driver = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = vec![0; 4096];
            let length = stream.read(&mut request).unwrap();
            stream.write_all(answer.as_bytes()).unwrap();
            String::from_utf8_lossy(&request[..length]).into_owned()
        });
        let value = ask(address, "POST", "/session/1/url", &json!({"url": "四"}));
        (value, driver.join().unwrap())
    }

    #[test]
    fn a_command_is_sent_and_its_value_read() {
        let (value, request) = answered("HTTP/1.1 200 OK\r\ncontent-length: 18\r\n\r\n{\"value\": [\"四\"]}and more");
        assert_eq!(value.unwrap(), json!(["四"]));
        assert!(request.starts_with("POST /session/1/url HTTP/1.1\r\n"), "{request}");
        assert!(request.contains("\r\nContent-Length: 13\r\n"), "{request}");
        assert!(request.ends_with("\r\n\r\n{\"url\":\"四\"}"), "{request}");
    }

    #[test]
    fn a_refusal_is_told_in_one_line() {
        let (value, _) = answered(
            "HTTP/1.1 404 Not Found\r\n\r\n{\"value\":{\"error\":\"invalid session id\",\"message\":\"gone\\n#1 0x\"}}",
        );
        assert!(value.unwrap_err().to_string().contains("invalid session id: gone;"));
        assert!(answered("HTTP/1.1 500\r\n\r\nnot json").0.is_err());
    }
}
