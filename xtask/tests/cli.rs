//! The command line as its users meet it.

use std::process::{Command, Output};

fn xtask(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).output().expect("cargo has built the program")
}

#[test]
fn without_a_command_all_are_listed() {
    for arguments in [&[][..], &["--help"]] {
        let output = xtask(arguments);
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success());
        for command in ["new", "import", "serve", "build", "check", "test", "gallery", "shots", "size", "bench"] {
            assert!(text.contains(&format!("  {command} ")), "{command} in {text}");
        }
    }
}

#[test]
fn an_unknown_command_is_told_in_one_line() {
    let output = xtask(&["bake"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.starts_with("xtask: there is no command `bake`; the commands are new, import, serve, "), "{told}");
}

#[test]
fn a_wrong_option_ends_with_2() {
    assert_eq!(xtask(&["serve", "--port", "many"]).status.code(), Some(2));
}
