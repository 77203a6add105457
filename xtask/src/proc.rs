//! Starting other programs from the project's root, and saying so when one fails.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The project's root.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Refuses arguments that a command doesn't know: a slip of the pen must not be taken for its absence.
pub fn only(args: &[String], known: &[&str]) -> Result<()> {
    match args.iter().find(|a| !known.contains(&a.as_str())) {
        Some(a) if known.is_empty() => bail!("it takes no arguments, and `{a}` was given"),
        Some(a) => bail!("no argument `{a}`: {}", known.join(", ")),
        None => Ok(()),
    }
}

/// A program to be run in the root.
pub fn cmd(program: &str, args: &[&str]) -> Command {
    let mut c = Command::new(program);
    c.args(args).current_dir(root());
    c
}

/// The line a person would type for it.
pub fn line(c: &Command) -> String {
    let mut s = c.get_program().to_string_lossy().into_owned();
    for a in c.get_args() {
        s.push(' ');
        s.push_str(&a.to_string_lossy());
    }
    s
}

/// Runs it with its output shown.
pub fn call(c: &mut Command) -> Result<()> {
    let status = c.status().with_context(|| format!("cannot start `{}`", line(c)))?;
    if !status.success() {
        bail!("`{}` failed: {status}", line(c));
    }
    Ok(())
}

/// Runs it and takes what it writes to standard output.
pub fn read(c: &mut Command) -> Result<String> {
    let out = c.stderr(Stdio::inherit()).output().with_context(|| format!("cannot start `{}`", line(c)))?;
    if !out.status.success() {
        bail!("`{}` failed: {}", line(c), out.status);
    }
    Ok(String::from_utf8_lossy(&out.stdout).into_owned())
}

/// Runs it, silent, for at most `limit`; true when it succeeded in time.
pub fn within(c: &mut Command, limit: Duration) -> bool {
    let Ok(mut child) = c.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn() else {
        return false;
    };
    let end = Instant::now() + limit;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if Instant::now() < end => std::thread::sleep(Duration::from_millis(50)),
            _ => {
                stop(&mut child);
                return false;
            }
        }
    }
}

/// Ends a child and waits for it.
pub fn stop(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

/// Where a program of this name stands in PATH.
pub fn which(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?).map(|d| d.join(name)).find(|p| p.is_file())
}

/// Whether we may install packages.
pub fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout.trim_ascii() == b"0")
}

/// A file's bytes, unpacked where its name ends in `.gz`.
pub fn unpack(path: &Path) -> Result<Vec<u8>> {
    if path.extension().is_some_and(|e| e == "gz") {
        let out = Command::new("gzip").arg("-dc").arg(path).output().context("cannot start gzip")?;
        if !out.status.success() {
            bail!("{}: {}", path.display(), String::from_utf8_lossy(&out.stderr));
        }
        return Ok(out.stdout);
    }
    std::fs::read(path).with_context(|| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_argument_is_refused() {
        let args = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert!(only(&args("--quick --lab"), &["--lab", "--quick"]).is_ok());
        assert!(only(&args("--quik"), &["--lab", "--quick"]).is_err());
        assert!(only(&[], &[]).is_ok() && only(&args("x"), &[]).is_err());
    }
}
