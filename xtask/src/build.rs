//! `cargo xtask build`: the core as wasm with its bindings in `pkg/`, a copy of both in `extension/core/`, and the files
//! that are generated from the table of categories.

use crate::{generate, proc, setup};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// What `pkg/` gets and `extension/core/` a copy of.
pub const FILES: &[&str] = &["saidby.js", "saidby.d.ts", "saidby_bg.wasm"];

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    proc::only(args, &["--lab", "--quick"])?;
    generate::write()?;
    let began = Instant::now();
    let how = How::of(args);
    let raw = cargo("saidby", "saidby", how)?;
    let pkg = proc::root().join("pkg");
    bind(&raw, &pkg, "saidby")?;
    if how == How::Shipped {
        shrink(&pkg.join("saidby_bg.wasm"))?;
    }
    copy(&pkg, &proc::root().join("extension/core"))?;
    let size = std::fs::metadata(pkg.join("saidby_bg.wasm"))?.len();
    println!("core: {} kB of wasm in {:.0} s", size / 1000, began.elapsed().as_secs_f32());
    if args.iter().any(|a| a == "--lab") {
        lab(how)?;
    }
    Ok(())
}

/// How a module is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// As it is shipped: optimized as a whole, made smaller by Binaryen.
    Shipped,
    /// In a tenth of the time, twice as large and slower to run: to look at what one is working on (`--quick`).
    Quick,
}

impl How {
    /// What the arguments ask for.
    pub fn of(args: &[String]) -> Self {
        if args.iter().any(|a| a == "--quick") { Self::Quick } else { Self::Shipped }
    }
}

/// Builds the lab: the workspace member in `www/`, if it is there.
pub fn lab(how: How) -> Result<()> {
    let www = proc::root().join("www");
    if !www.join("Cargo.toml").is_file() {
        println!("lab: www/ holds no crate yet");
        return Ok(());
    }
    let manifest: toml::Table = toml::from_str(&std::fs::read_to_string(www.join("Cargo.toml"))?)?;
    let name = manifest["package"]["name"].as_str().context("www/Cargo.toml names no package")?.to_owned();
    let raw = cargo(&name, &name.replace('-', "_"), how)?;
    bind(&raw, &www.join("dist"), "lab")?;
    if how == How::Shipped {
        shrink(&www.join("dist/lab_bg.wasm"))?;
    }
    Ok(())
}

/// Compiles a package for the browser and gives the path of its module.
fn cargo(package: &str, stem: &str, how: How) -> Result<PathBuf> {
    let compiler = setup::wasm()?;
    let target = proc::root().join(if how == How::Shipped { "target/web" } else { "target/web-quick" });
    let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let mut c = proc::cmd(&program, &["build", "--profile", "wasm", "--lib", "--package", package]);
    c.args(["--target", setup::TARGET, "--target-dir"]).arg(&target);
    // Less is inlined than LLVM would (225 at this level): the packs are 35 kB smaller, and a text takes a few hundredths longer at most
    // (with 10 a twentieth, for 6 kB more; with less unrolling two fifths, for 12 kB).
    // Where a panic stands and how a type is written out for debugging is shown to nobody there, and takes 9 kB packed; both flags
    // aren't stable yet.
    c.env(
        "RUSTFLAGS",
        "-Ctarget-feature=+simd128 --cfg=web_sys_unstable_apis -Cllvm-args=-inline-threshold=30 \
         -Zlocation-detail=none -Zfmt-debug=none",
    );
    c.env("RUSTC_BOOTSTRAP", "1");
    if how == How::Quick {
        for (setting, value) in [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("OPT_LEVEL", "1")] {
            c.env(format!("CARGO_PROFILE_WASM_{setting}"), value);
        }
    }
    if let setup::Compiler::Debian(linker) = &compiler {
        c.args(["-Z", "build-std=std,panic_abort"]);
        c.env("RUSTC", "/usr/bin/rustc");
        c.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
    }
    proc::call(&mut c)?;
    Ok(target.join(setup::TARGET).join("wasm").join(format!("{stem}.wasm")))
}

/// Writes the bindings for ES modules beside the module.
fn bind(raw: &Path, out: &Path, name: &str) -> Result<()> {
    std::fs::create_dir_all(out)?;
    wasm_bindgen_cli_support::Bindgen::new()
        .input_path(raw)
        .out_name(name)
        .web(true)?
        .omit_default_module_path(false)
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        // Lets the extension make a new instance after a trap.
        .reset_state_function(true)
        .generate(out)
        .with_context(|| format!("bindings of {}", raw.display()))
}

/// How Binaryen makes a module smaller.
const SHRINK: &[&str] = &[
    // -O3 makes it smaller by a hundredth, but packed larger by half a hundredth; a text took the same time with either.
    "-O2",
    "--converge",
    "--code-folding",
    // A function that is as long as the analysis is compiled anew, and optimized, only when it is called again; short ones
    // become fast while the first page is read.
    "--one-caller-inline-max-function-size=50",
    // Offsets are folded into loads. It needs the first kilobyte of memory unused, which is the far end of the stack (rustc has it first).
    "--low-memory-unused",
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-debug",
    "--strip-producers",
];

/// Makes the module smaller with Binaryen, which takes longest of all. So what it made is kept beside what it was made of, and taken
/// again while module, options and Binaryen are the same.
fn shrink(wasm: &Path) -> Result<()> {
    setup::npm()?;
    let binaryen = proc::root().join("tests/node_modules/binaryen");
    let name = wasm.file_name().unwrap_or_default().display().to_string();
    let kept = proc::root().join("target/shrunk").join(&name);
    let [before, after, how] = ["before", "after", "how"].map(|e| kept.with_extension(e));
    let input = std::fs::read(wasm)?;
    let version = std::fs::read_to_string(binaryen.join("package.json"))?;
    let told = format!("{SHRINK:?}\n{version}");
    if std::fs::read_to_string(&how).is_ok_and(|h| h == told)
        && std::fs::read(&before).is_ok_and(|b| b == input)
        && after.is_file()
    {
        std::fs::copy(after, wasm)?;
        return Ok(());
    }
    println!("making it smaller: wasm-opt {name}");
    let small = wasm.with_extension("opt");
    let mut c = Command::new("node");
    c.current_dir(proc::root()).arg(binaryen.join("bin/wasm-opt")).arg(wasm).arg("-o").arg(&small).args(SHRINK);
    proc::call(&mut c)?;
    std::fs::create_dir_all(kept.parent().unwrap_or(&kept))?;
    // What it was made of comes last: cut off in between, nothing wrong is taken again.
    std::fs::remove_file(&before).ok();
    std::fs::copy(&small, after)?;
    std::fs::write(how, told)?;
    std::fs::write(before, input)?;
    std::fs::rename(small, wasm)?;
    Ok(())
}

fn copy(pkg: &Path, core: &Path) -> Result<()> {
    std::fs::create_dir_all(core)?;
    for f in FILES {
        std::fs::copy(pkg.join(f), core.join(f)).with_context(|| format!("pkg/{f}"))?;
    }
    Ok(())
}

/// Builds the command line for this machine, optimized, and gives its path.
pub fn native(how: How) -> Result<PathBuf> {
    let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let profile = if how == How::Shipped { "release" } else { "quick" };
    proc::call(&mut proc::cmd(&program, &["build", "--profile", profile, "--features", "cli", "--bin", "saidby"]))?;
    Ok(proc::root().join("target").join(profile).join("saidby"))
}
