//! `cargo xtask run`: builds and packs what is there, and opens a browser with it on a news page. What happens in the
//! browser is a script (`tests/browser/run.mjs`) on the harness that the browser tests use too, so that a person and a
//! test see the same thing.

use crate::{build, pack, proc, setup};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    browsers: Vec<String>,
    headless: bool,
    lab: bool,
    quick: bool,
    pages: Vec<String>,
}

fn parse(args: &[String], display: bool) -> Result<Asked> {
    let mut asked =
        Asked { browsers: vec!["chromium".into()], headless: !display, lab: false, quick: false, pages: Vec::new() };
    let mut args = args.iter();
    while let Some(a) = args.next() {
        match a.as_str() {
            "--browser" => {
                let name = args.next().context("--browser wants chromium, firefox or both")?;
                asked.browsers = match name.as_str() {
                    "both" => pack::BROWSERS.map(str::to_owned).to_vec(),
                    name if pack::BROWSERS.contains(&name) => vec![name.to_owned()],
                    _ => bail!("no browser `{name}`: chromium, firefox or both"),
                };
            }
            "--headless" => asked.headless = true,
            "--lab" => asked.lab = true,
            "--quick" => asked.quick = true,
            "--page" => asked.pages.push(args.next().context("--page wants a file, a folder or a path")?.clone()),
            page if !page.starts_with('-') => asked.pages.push(page.to_owned()),
            _ => {
                bail!(
                    "no option `{a}`: [--browser chromium|firefox|both] [--headless] [--page FILE|DIR|URL-PATH]… [--lab] [--quick]"
                )
            }
        }
    }
    Ok(asked)
}

/// The pages of a folder, or the file itself; what is neither is a path on the server.
fn pages(named: &str) -> Vec<String> {
    let path = Path::new(named);
    let page = |p: &Path| {
        let name = p.to_string_lossy();
        p.is_file() && (name.ends_with(".html") || name.ends_with(".html.gz"))
    };
    if !path.is_dir() {
        let real = path.canonicalize().map_or_else(|_| named.to_owned(), |p| p.to_string_lossy().into_owned());
        return vec![if path.is_file() { real } else { named.to_owned() }];
    }
    let mut found: Vec<PathBuf> = std::fs::read_dir(path)
        .map(|d| d.filter_map(|e| e.ok()?.path().canonicalize().ok()).filter(|p| page(p)).collect())
        .unwrap_or_default();
    found.sort();
    found.iter().map(|p| p.to_string_lossy().into_owned()).collect()
}

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    let display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|v| std::env::var_os(v).is_some_and(|v| !v.is_empty()));
    let asked = parse(args, display)?;
    let programs: Vec<PathBuf> = asked.browsers.iter().map(|b| setup::browser(b)).collect::<Result<_>>()?;
    setup::npm()?;
    let quick: Vec<String> = asked.quick.then(|| "--quick".into()).into_iter().collect();
    pack::run(&quick)?;
    if asked.lab {
        build::lab(build::How::of(&quick))?;
    }
    let mut failed = Vec::new();
    for (browser, program) in asked.browsers.iter().zip(programs) {
        let mut c = proc::cmd("node", &["tests/browser/run.mjs", browser]);
        c.env(if browser == "chromium" { "SAIDBY_CHROMIUM" } else { "SAIDBY_FIREFOX" }, program);
        c.args(asked.headless.then_some("--headless")).args(asked.lab.then_some("--lab"));
        c.args(asked.pages.iter().flat_map(|p| pages(p)));
        // One browser's errors must not hide the other's pages.
        if let Err(e) = proc::call(&mut c) {
            failed.push(e.to_string());
        }
    }
    if !failed.is_empty() {
        bail!("{}", failed.join("; "));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_read_and_wrong_ones_refused() {
        let read =
            |line: &str, display| parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>(), display);
        let asked = read("--browser firefox --page a.html --page /b", true).unwrap();
        assert_eq!((asked.browsers, asked.headless, asked.pages.len()), (vec!["firefox".to_owned()], false, 2));
        assert_eq!(read("--browser both", true).unwrap().browsers.len(), 2);
        assert!(read("", false).unwrap().headless);
        assert!(read("--browser lynx", true).is_err());
        assert!(read("--colour", true).is_err());
        assert!(read("--page", true).is_err());
    }

    #[test]
    fn a_folder_gives_its_pages_and_a_path_itself() {
        assert_eq!(pages("/news.html"), ["/news.html"]);
        let samples = pages(&proc::root().join("www/samples").to_string_lossy());
        assert!(samples.iter().any(|p| p.ends_with("news.html")) && samples.iter().all(|p| !p.ends_with(".txt")));
    }
}
