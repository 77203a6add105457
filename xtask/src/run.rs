//! `cargo xtask run`.

/// Runs the command.
pub fn run(_args: &[String]) -> anyhow::Result<()> {
    anyhow::bail!("not built yet")
}
