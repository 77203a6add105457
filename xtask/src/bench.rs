//! `cargo xtask bench`: sizes and times of what is shipped, beside other packages in the same run. The measuring is a
//! script (`tests/bench/bench.mjs`), since most of it happens in browsers.

use crate::{build, pack, proc, setup};
use anyhow::Result;

/// Runs the command.
pub fn run(_args: &[String]) -> Result<()> {
    setup::npm()?;
    build::native()?;
    pack::run(&[])?;
    let mut c = proc::cmd("node", &["tests/bench/bench.mjs"]);
    c.env("SAIDBY_CHROMIUM", setup::browser("chromium")?).env("SAIDBY_FIREFOX", setup::browser("firefox")?);
    proc::call(&mut c)
}
