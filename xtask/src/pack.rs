//! `cargo xtask pack`: the extension's zips for Chromium and Firefox, made from the one manifest.
//!
//! The manifest in `extension/` loads in both browsers as it stands; a store is stricter than a browser, so each pack
//! leaves out the keys of the other. Zips are reproducible: names in order, one date, one compressor. Beside them lie
//! the same packs as folders, and a pair of folders for tests whose manifest grants every host, because a browser's
//! question for an optional permission can't be answered by a program.

use crate::{build, proc};
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The browsers a pack is made for.
pub const BROWSERS: [&str; 2] = ["chromium", "firefox"];

/// A file of a pack: its name in the zip and its bytes.
type Entry = (String, Vec<u8>);

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    build::run(args)?;
    for (path, size) in write()? {
        println!("{}: {} kB", path.strip_prefix(proc::root()).unwrap_or(&path).display(), size / 1000);
    }
    Ok(())
}

/// Writes zips and folders to `dist/`; gives each zip and its size in bytes.
pub fn write() -> Result<Vec<(PathBuf, usize)>> {
    let dist = proc::root().join("dist");
    let source = files(&proc::root().join("extension"))?;
    let manifest = read_manifest(&source)?;
    let mut zips = Vec::new();
    for browser in BROWSERS {
        let shipped = entries(&source, &for_browser(&manifest, browser))?;
        folder(&dist.join(browser), &shipped)?;
        let tested = entries(&source, &granting(&for_browser(&manifest, browser)))?;
        folder(&dist.join(format!("test-{browser}")), &tested)?;
        let bytes = zip(&shipped)?;
        let path = dist.join(format!("saidby-{browser}.zip"));
        std::fs::write(&path, &bytes)?;
        zips.push((path, bytes.len()));
    }
    Ok(zips)
}

/// The bytes of both zips, made anew: what the test for reproducibility compares.
pub fn bytes() -> Result<Vec<Vec<u8>>> {
    let source = files(&proc::root().join("extension"))?;
    let manifest = read_manifest(&source)?;
    BROWSERS.iter().map(|b| zip(&entries(&source, &for_browser(&manifest, b))?)).collect()
}

fn read_manifest(source: &[Entry]) -> Result<Value> {
    let (_, bytes) = source.iter().find(|(n, _)| n == "manifest.json").context("extension/manifest.json is missing")?;
    serde_json::from_slice(bytes).context("extension/manifest.json")
}

/// Whether a file of `extension/` is shipped.
fn shipped(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    !(file.starts_with('.')
        || [".map", ".d.ts", ".test.js", ".test.mjs", ".md", "jsconfig.json", "tsconfig.json", "package.json"]
            .iter()
            .any(|end| file.ends_with(end))
        || name.split('/').any(|d| matches!(d, "test" | "tests" | "node_modules")))
}

fn files(top: &Path) -> Result<Vec<Entry>> {
    let mut open = vec![top.to_path_buf()];
    let mut found = Vec::new();
    while let Some(dir) = open.pop() {
        for e in std::fs::read_dir(&dir).with_context(|| dir.display().to_string())? {
            let path = e?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(top)?.to_string_lossy().replace('\\', "/");
            if shipped(&name) {
                found.push((name, std::fs::read(&path)?));
            }
        }
    }
    found.sort();
    Ok(found)
}

fn entries(source: &[Entry], manifest: &Value) -> Result<Vec<Entry>> {
    let mut text = serde_json::to_vec_pretty(manifest)?;
    text.push(b'\n');
    Ok(source.iter().map(|(n, b)| (n.clone(), if n == "manifest.json" { text.clone() } else { b.clone() })).collect())
}

/// The manifest without what only the other browser reads.
fn for_browser(manifest: &Value, browser: &str) -> Value {
    let mut m = manifest.clone();
    let Some(top) = m.as_object_mut() else { return m };
    let (background, keys, permission): (&[&str], &[&str], &str) = if browser == "chromium" {
        (&["scripts", "page"], &["browser_specific_settings", "sidebar_action"], "")
    } else {
        (&["service_worker"], &["minimum_chrome_version", "side_panel"], "sidePanel")
    };
    for k in keys {
        top.remove(*k);
    }
    if let Some(b) = top.get_mut("background").and_then(Value::as_object_mut) {
        for k in background {
            b.remove(*k);
        }
    }
    if let Some(p) = top.get_mut("permissions").and_then(Value::as_array_mut) {
        p.retain(|p| p != permission);
    }
    m
}

/// The manifest with every host granted; nothing else differs from what is shipped.
fn granting(manifest: &Value) -> Value {
    let mut m = manifest.clone();
    if let Some(top) = m.as_object_mut() {
        drop(top.remove("optional_host_permissions"));
        top.insert("host_permissions".into(), json!(["<all_urls>"]));
    }
    m
}

/// Writes a folder so that it holds just these files.
fn folder(path: &Path, entries: &[Entry]) -> Result<()> {
    if path.exists() {
        std::fs::remove_dir_all(path)?;
    }
    for (name, bytes) in entries {
        let file = path.join(name);
        std::fs::create_dir_all(file.parent().context("a path without a folder")?)?;
        std::fs::write(file, bytes)?;
    }
    Ok(())
}

/// Past 9 the level is Zopfli's, with a pass for each step: two pack 2 % better than the best of zlib, fifteen 0.1 % better than two.
const ZOPFLI: i64 = 24;

fn zip(entries: &[Entry]) -> Result<Vec<u8>> {
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .compression_level(Some(ZOPFLI))
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in entries {
        out.start_file(name.as_str(), options)?;
        out.write_all(bytes)?;
    }
    Ok(out.finish()?.into_inner())
}

/// Names in a zip that don't belong there: files of no kind that is shipped, and files that are neither the project's (`own`, from
/// the root) nor made by its build.
pub fn strangers(bytes: Vec<u8>, own: &[&str]) -> Result<Vec<String>> {
    let zip = zip::ZipArchive::new(std::io::Cursor::new(bytes))?;
    let built = |n: &str| n.strip_prefix("core/").is_some_and(|n| build::FILES.contains(&n));
    let belongs = |n: &str| shipped(n) && (built(n) || own.iter().any(|o| o.strip_prefix("extension/") == Some(n)));
    Ok(zip.file_names().filter(|n| !belongs(n)).map(str::to_owned).collect())
}

/// What a store would refuse or a reader should not have to trust, as text; empty when all is well.
pub fn faults(manifest: &Map<String, Value>) -> Vec<String> {
    let mut faults = Vec::new();
    for key in ["web_accessible_resources", "host_permissions", "externally_connectable", "update_url"] {
        if manifest.contains_key(key) {
            faults.push(format!("the manifest has `{key}`"));
        }
    }
    if manifest.get("manifest_version") != Some(&json!(3)) {
        faults.push("the manifest's version is not 3".into());
    }
    let policy = manifest["content_security_policy"]["extension_pages"].as_str().unwrap_or_default();
    if !policy.contains("default-src 'none'") || policy.contains("unsafe-inline") || policy.contains("http") {
        faults.push("the manifest's content security policy lets something out".into());
    }
    faults
}

/// The manifest's faults, read from `extension/`.
pub fn check_manifest() -> Result<Vec<String>> {
    let text = std::fs::read_to_string(proc::root().join("extension/manifest.json"))?;
    let value: Value = serde_json::from_str(&text)?;
    let Some(m) = value.as_object() else { bail!("extension/manifest.json is no object") };
    Ok(faults(m))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Value {
        json!({"manifest_version": 3, "permissions": ["storage", "sidePanel"], "optional_host_permissions": ["<all_urls>"],
            "background": {"service_worker": "b.js", "scripts": ["b.js"], "type": "module"},
            "side_panel": {}, "sidebar_action": {}, "minimum_chrome_version": "1", "browser_specific_settings": {},
            "content_security_policy": {"extension_pages": "default-src 'none'; script-src 'self'"}})
    }

    #[test]
    fn each_browser_gets_its_own_keys() {
        let (c, f) = (for_browser(&manifest(), "chromium"), for_browser(&manifest(), "firefox"));
        assert_eq!(c["background"], json!({"service_worker": "b.js", "type": "module"}));
        assert_eq!(f["background"], json!({"scripts": ["b.js"], "type": "module"}));
        assert!(c.get("browser_specific_settings").is_none() && c.get("side_panel").is_some());
        assert!(f.get("browser_specific_settings").is_some() && f.get("side_panel").is_none());
        assert_eq!(f["permissions"], json!(["storage"]));
    }

    #[test]
    fn the_test_pack_differs_in_hosts_alone() {
        let (m, mut g) = (manifest(), granting(&manifest()));
        let top = g.as_object_mut().unwrap();
        assert_eq!(top.remove("host_permissions"), Some(json!(["<all_urls>"])));
        top.insert("optional_host_permissions".into(), json!(["<all_urls>"]));
        assert_eq!(m, g);
    }

    #[test]
    fn a_zip_is_the_same_twice() {
        let e = vec![("a.js".to_owned(), b"1".to_vec()), ("b.js".to_owned(), b"2".to_vec())];
        assert_eq!(zip(&e).unwrap(), zip(&e).unwrap());
    }

    #[test]
    fn what_does_not_belong_in_a_zip_is_named() {
        let e = ["a.js", "core/saidby.js", "core/old.js", "a.js.map", "notes.txt"].map(|n| (n.to_owned(), Vec::new()));
        let mut found = strangers(zip(&e).unwrap(), &["extension/a.js", "extension/a.js.map", "notes.txt"]).unwrap();
        found.sort();
        assert_eq!(found, ["a.js.map", "core/old.js", "notes.txt"]);
    }

    #[test]
    fn maps_and_tests_stay_out() {
        for (name, is) in [
            ("popup/popup.js", true),
            ("core/saidby_bg.wasm", true),
            ("popup/popup.js.map", false),
            ("tests/a.js", false),
            ("content/paint.test.mjs", false),
            (".web-extension-id", false),
            ("core/saidby.d.ts", false),
        ] {
            assert_eq!(shipped(name), is, "{name}");
        }
    }

    #[test]
    fn each_fault_of_a_manifest_is_found() {
        let sound = manifest();
        assert_eq!(faults(sound.as_object().unwrap()), Vec::<String>::new());
        for (key, value) in [
            ("web_accessible_resources", json!([])),
            ("host_permissions", json!(["<all_urls>"])),
            ("manifest_version", json!(2)),
            ("content_security_policy", json!({"extension_pages": "script-src 'self' 'unsafe-inline'"})),
        ] {
            let mut m = sound.clone();
            m[key] = value;
            assert_eq!(faults(m.as_object().unwrap()).len(), 1, "{key}");
        }
    }
}
