//! `cargo xtask setup`: what the other commands need and this machine lacks. Everything is named before it is installed;
//! without root the exact commands are printed instead and the command fails.
//!
//! The wasm target comes from rustup where its server can be reached, and from Debian's `rustc-web` where not. Which of
//! the two is there is asked of the file system first, so that a machine without a network never waits for one.

use crate::proc;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The target of the core in the browser.
pub const TARGET: &str = "wasm32-unknown-unknown";
/// Debian's packages that build this target without rustup's.
const DEBIAN: &[&str] = &["rustc-web", "rust-web-src", "lld-22"];
/// How long rustup may take to fetch the target, in seconds: it hangs where its server can't be reached.
const RUSTUP_LIMIT: u64 = 20;

/// Who compiles for [`TARGET`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compiler {
    /// The toolchain this program was built with has the target's library.
    Rustup,
    /// Debian's compiler builds the library from Debian's sources and links with this linker.
    Debian(PathBuf),
}

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    proc::only(args, &[])?;
    let compiler = wasm()?;
    println!("wasm: {}", if compiler == Compiler::Rustup { "rustup's target" } else { "Debian's compiler" });
    components()?;
    npm()?;
    for name in ["chromium", "firefox"] {
        println!("{name}: {}", browser(name)?.display());
    }
    Ok(())
}

/// Finds a compiler for the wasm target, or installs one.
pub fn wasm() -> Result<Compiler> {
    if let Some(c) = found() {
        return Ok(c);
    }
    if proc::which("rustup").is_some() {
        println!("installing: rustup target add {TARGET} (at most {RUSTUP_LIMIT} s)");
        let mut c = proc::cmd("rustup", &["target", "add", TARGET]);
        if proc::within(&mut c, Duration::from_secs(RUSTUP_LIMIT)) && has_target() {
            return Ok(Compiler::Rustup);
        }
        println!("rustup could not fetch it; Debian's packages can build it too");
    }
    apt(DEBIAN)?;
    match found() {
        Some(c) => Ok(c),
        None => bail!(
            "no compiler for {TARGET}: `rustup target add {TARGET}` did not work and Debian's packages are incomplete"
        ),
    }
}

fn found() -> Option<Compiler> {
    if has_target() {
        return Some(Compiler::Rustup);
    }
    let source = Path::new("/usr/lib/rustlib/src/rust/library/std/Cargo.toml").is_file();
    let linker = proc::which("wasm-ld-22")?;
    (source && Path::new("/usr/bin/rustc").is_file()).then_some(Compiler::Debian(linker))
}

fn has_target() -> bool {
    proc::read(&mut proc::cmd("rustc", &["--print", "sysroot"]))
        .is_ok_and(|s| Path::new(s.trim()).join("lib/rustlib").join(TARGET).join("lib").is_dir())
}

/// The formatter and the linter of Rust, which a minimal toolchain lacks.
fn components() -> Result<()> {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        let mut probe = proc::cmd("cargo", &[component.trim_start_matches("rust"), "--version"]);
        if proc::within(&mut probe, Duration::from_secs(RUSTUP_LIMIT)) {
            continue;
        }
        println!("installing: rustup component add {component}");
        let mut add = proc::cmd("rustup", &["component", "add", component]);
        if !proc::within(&mut add, Duration::from_secs(120)) {
            bail!("{program} is missing and `rustup component add {component}` did not work");
        }
    }
    Ok(())
}

/// The npm packages of the tests, as the lock file says; done again only when that file changed.
pub fn npm() -> Result<()> {
    if proc::which("npm").is_none() {
        apt(&["nodejs", "npm"])?;
    }
    let version = proc::read(&mut proc::cmd("node", &["--version"]))?;
    let major: u32 = version.trim().trim_start_matches('v').split('.').next().and_then(|s| s.parse().ok()).unwrap_or(0);
    if major < 20 {
        bail!("Node {} is too old for the packages of the tests; 20 or newer is needed", version.trim());
    }
    let tests = proc::root().join("tests");
    let lock = std::fs::read(tests.join("package-lock.json"))?;
    let stamp = tests.join("node_modules/.saidby-lock.json");
    if std::fs::read(&stamp).is_ok_and(|s| s == lock) {
        return Ok(());
    }
    println!("installing: the npm packages of tests/package.json (npm ci)");
    proc::call(
        proc::cmd("npm", &["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"])
            .current_dir(&tests),
    )?;
    std::fs::write(stamp, lock)?;
    Ok(())
}

/// Where a browser stands; installs Debian's where there is none. `name` is `chromium` or `firefox`.
pub fn browser(name: &str) -> Result<PathBuf> {
    let (variable, programs, package): (_, &[&str], _) = match name {
        "chromium" => ("SAIDBY_CHROMIUM", &["chromium", "chromium-browser", "google-chrome-stable"], "chromium"),
        "firefox" => ("SAIDBY_FIREFOX", &["firefox-esr", "firefox"], "firefox-esr"),
        _ => bail!("no browser `{name}`: chromium or firefox"),
    };
    if let Some(path) = std::env::var_os(variable) {
        return Ok(path.into());
    }
    if let Some(path) = programs.iter().find_map(|p| proc::which(p)) {
        return Ok(path);
    }
    apt(&[package])?;
    match programs.iter().find_map(|p| proc::which(p)) {
        Some(path) => Ok(path),
        None => bail!("{package} was installed and is not in PATH; name it in {variable}"),
    }
}

/// Installs Debian packages, named first; without root it says what to type.
fn apt(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    let typed = format!("apt-get update && apt-get install -y --no-install-recommends {list}");
    if proc::which("apt-get").is_none() {
        bail!("missing: {list}. This system has no apt-get; install what corresponds to them");
    }
    if !proc::is_root() {
        bail!("missing: {list}. As root, run:\n  {typed}");
    }
    println!("installing: apt-get install {list}");
    let mut args = vec!["install", "-y", "-q", "--no-install-recommends"];
    args.extend(packages);
    // Lists that came with an image name packages of its day: some are gone from the servers, and a browser among them is one that
    // nobody should open a page with. Where the lists can't be fetched, what is there may still do.
    if let Err(e) = proc::call(&mut proc::cmd("apt-get", &["update", "-q"])) {
        println!("the package lists could not be renewed ({e}); installing from those that are there");
    }
    proc::call(proc::cmd("apt-get", &args).env("DEBIAN_FRONTEND", "noninteractive"))
}
