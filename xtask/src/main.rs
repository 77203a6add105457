//! The project's own commands: `cargo xtask`.

fn main() {
    println!("usage: cargo xtask <command>");
}
