//! The project's own commands: `cargo xtask`. One table names them; the help is made from it.

// File names of the project itself: their case is known.
#![allow(clippy::case_sensitive_file_extension_comparisons)]

mod bench;
mod bless;
mod build;
mod eval;
mod eval_articles;
mod eval_assertions;
mod eval_editorials;
mod eval_notes;
mod eval_passages;
mod eval_speakers;
mod facts;
mod generate;
mod pack;
mod proc;
mod run;
mod setup;
mod test;
mod tidy;
mod train;

use std::process::ExitCode;

/// A command: its name, the arguments it takes, a line of help and the function that does it.
struct Command {
    name: &'static str,
    args: &'static str,
    help: &'static str,
    run: fn(&[String]) -> anyhow::Result<()>,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "run",
        args: "[--browser chromium|firefox|both] [--headless] [--page FILE|DIR|URL-PATH]… [--lab] [--quick]",
        help: "opens a browser with the extension on a sample news page",
        run: run::run,
    },
    Command { name: "test", args: "[STEP…]", help: "every check; ends with `N passed, N failed`", run: test::run },
    Command { name: "setup", args: "", help: "finds or installs what is missing", run: setup::run },
    Command {
        name: "build",
        args: "[--lab] [--quick]",
        help: "the wasm core, pkg/ and what is generated",
        run: build::run,
    },
    Command {
        name: "pack",
        args: "[--lab] [--quick]",
        help: "the extension's zips for both browsers, in dist/",
        run: pack::run,
    },
    Command { name: "tidy", args: "", help: "checks the rules of the house", run: tidy::run },
    Command {
        name: "bless",
        args: "",
        help: "writes the snapshots of tests/pages anew, to be read in the diff",
        run: bless::run,
    },
    Command {
        name: "bench",
        args: "[stages|shipped|pages]…",
        help: "times and sizes, beside other packages",
        run: bench::run,
    },
    Command {
        name: "eval",
        args: "[quotations|speakers|pages|notes|assertions|own-assertions]… [--bless] [--quick]",
        help: "scores on the data beside the project",
        run: eval::run,
    },
    Command {
        name: "train",
        args: "[ranker] [--quick]",
        help: "trains the tagger, or the ranker of assertions",
        run: train::run,
    },
    Command { name: "facts", args: "", help: "checks the registry of outlets and institutes", run: facts::run },
];

fn help() {
    println!("usage: cargo xtask <command>\n");
    for c in COMMANDS {
        println!("  {:<6} {}", c.name, c.help);
        if !c.args.is_empty() {
            println!("         {}", c.args);
        }
    }
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some(name) = args.first().filter(|a| !matches!(a.as_str(), "help" | "-h" | "--help")) else {
        help();
        return ExitCode::SUCCESS;
    };
    let Some(command) = COMMANDS.iter().find(|c| c.name == name) else {
        eprintln!("no command `{name}`\n");
        help();
        return ExitCode::from(2);
    };
    match (command.run)(&args[1..]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{name}: {e:#}");
            ExitCode::FAILURE
        }
    }
}
