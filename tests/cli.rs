//! The command line as its users meet it: the contract for researchers and pipes, point by point, on the built program. Its limits
//! on size take an optimized build, and are tested in `tests/browser/core.test.mjs`.
#![cfg(feature = "cli")]

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Output, Stdio};

const QUOTED: &str =
    "Rain 😀 fell.\n\n“Bring 😀 boots,” said Mayor Ida Holm. Undoubtedly, the dike is the worst ever built.";

fn saidby(args: &[&str]) -> Command {
    let mut c = Command::new(env!("CARGO_BIN_EXE_saidby"));
    c.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    c
}

/// Runs with this on standard input. A writer of its own, so that neither side waits for the other.
fn run(args: &[&str], input: &[u8]) -> Output {
    let mut child = saidby(args).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let out = child.wait_with_output().unwrap();
    writer.join().unwrap();
    out
}

fn text(out: &Output) -> String {
    String::from_utf8(out.stdout.clone()).unwrap()
}

fn report(args: &[&str], input: &[u8]) -> Value {
    let out = run(args, input);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).unwrap()
}

fn rows(out: &Output) -> Vec<Value> {
    text(out).lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

/// A file of this test's own, removed with it.
struct File(std::path::PathBuf);

impl File {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("saidby-cli-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        Self(path)
    }
    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn a_line_is_answered_before_the_input_ends() {
    let mut child = saidby(&["annotate", "-", "--input", "jsonl"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        writeln!(stdin, "{}", json!({ "id": id, "text": QUOTED })).unwrap();
        stdin.flush().unwrap();
        // This blocks for ever where the answer waits for the end of the input; the test's own limit ends it then.
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let v: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(v["id"], id);
        assert_eq!(v["quotations"][0]["speaker"]["name"], "Ida Holm");
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn lines_keep_their_order_and_ids_however_long_each_takes() {
    let input: String = (0..60)
        .map(|i| {
            let text = if i % 7 == 0 { QUOTED.repeat(8) } else { format!("Line {i}, said Ida Holm.") };
            let id = match i % 3 {
                0 => json!(i),
                1 => json!(format!("n{i}")),
                _ => json!({ "row": i }),
            };
            json!({ "id": id, "text": text }).to_string() + "\n"
        })
        .collect();
    let out = run(&["annotate", "-", "--input", "jsonl"], input.as_bytes());
    assert!(out.status.success());
    let got: Vec<Value> = rows(&out).into_iter().map(|v| v["id"].clone()).collect();
    let want: Vec<Value> = input.lines().map(|l| serde_json::from_str::<Value>(l).unwrap()["id"].clone()).collect();
    assert_eq!(got, want);
}

#[test]
fn a_bad_line_is_an_error_in_its_place_and_the_status_is_one() {
    let lines = [
        r#"{"id": 1, "text": "Rain fell, said Ida Holm."}"#.as_bytes(),
        b"not json",
        br#"{"id": "three", "words": 3}"#,
        b"",
        b"\xff\xfe{}",
        br#"{"id": 6, "text": 7}"#,
        br"[1, 2]",
        br#"{"id": 8, "html": "<p>Rain fell, said Ida Holm of the council.</p>", "url": "https://www.example.org/a"}"#,
    ];
    let out = run(&["annotate", "-", "--input", "jsonl"], &lines.join(&b'\n'));
    assert_eq!(out.status.code(), Some(1));
    let rows = rows(&out);
    assert_eq!(rows.len(), lines.len());
    for (i, row) in rows.iter().enumerate() {
        let good = i == 0 || i == 7;
        assert_eq!(row.get("error").is_none(), good, "line {}: {row}", i + 1);
        if !good {
            let mut keys: Vec<&String> = row.as_object().unwrap().keys().collect();
            keys.sort(); // whether a map keeps its order hangs on the features of other packages
            assert_eq!(keys, ["error", "id"], "line {}", i + 1);
        }
    }
    assert_eq!((&rows[2]["id"], &rows[5]["id"]), (&json!("three"), &json!(6)));
    assert_eq!(rows[7]["url"], "https://www.example.org/a");
}

#[test]
fn an_id_comes_back_as_it_was_written() {
    let ids = ["12345678901234567890123", "1e2", "-0", "1.50", "{\"a\": [1.0]}", "null"];
    let mut lines = ids.map(|id| format!("{{\"id\":{id},\"text\":\"x\"}}")).join("\n");
    lines += "\n{\"id\":1e3,\"text\":\"\\ud83d\"}\n";
    let out = run(&["annotate", "-", "--input", "jsonl"], lines.as_bytes());
    let text = text(&out);
    let got: Vec<&str> = text.lines().collect();
    for (line, id) in got.iter().zip(ids) {
        assert!(line.contains(&format!("\"id\":{id},\"url\"")), "{line}");
    }
    assert!(got[6].starts_with("{\"id\":1e3,\"error\""), "{}", got[6]);
}

#[test]
fn a_bad_line_is_told_what_is_wrong_with_it() {
    for (line, want) in [
        ("\"str\"", "not a JSON object"),
        ("5", "not a JSON object"),
        ("{\"text\": null}", "neither"),
        ("{\"text\": 5}", "\"text\" can't be read"),
        ("{\"text\": \"\\ud83d\"}", "\"text\" can't be read"),
        ("{\"text\": \"x\", \"html\": []}", "\"html\" can't be read"),
    ] {
        let row = &rows(&run(&["annotate", "-", "--input", "jsonl"], line.as_bytes()))[0];
        assert!(row["error"].as_str().unwrap().contains(want), "{row}");
    }
}

#[test]
fn the_address_of_the_command_line_is_that_of_lines_without_one() {
    let lines = "{\"id\":1,\"text\":\"x\",\"url\":\"https://a.example/\"}\n{\"id\":2,\"text\":\"x\"}\n";
    let out = run(&["annotate", "-", "--input", "jsonl", "--url", "https://b.example/"], lines.as_bytes());
    let urls: Vec<Value> = rows(&out).into_iter().map(|v| v["url"].clone()).collect();
    assert_eq!(urls, ["https://a.example/", "https://b.example/"]);
}

#[test]
fn a_byte_order_mark_is_no_letter() {
    let line = "\u{feff}{\"id\":1,\"text\":\"x\"}\n".repeat(2);
    assert_eq!(rows(&run(&["annotate", "-"], line.as_bytes())).len(), 2);
    assert!(run(&["annotate", "-", "--input", "jsonl"], line.as_bytes()).status.success());
    let body = "The river rose again on Tuesday night, and the pumps of the harbour ran until the morning, as they had run in the year before.";
    let marked = format!("\u{feff}Dike holds\n\n{body}");
    let v = report(&["annotate", "-", "--offsets", "byte"], marked.as_bytes());
    assert_eq!((&v["text"], &v["title"]), (&json!(marked), &json!("Dike holds")));
    let headline = &v["provenance"][0];
    assert_eq!((&headline["text"], &headline["start"]), (&json!("Dike holds"), &json!(3)));
}

/// A page whose caption quotes somebody whom the body quotes too, and somebody else.
const CAPTIONED: &str = "<!doctype html><title>Dike</title><article><h1>The dike at Brenn Harbour holds</h1>\
    <figure><img src=x><figcaption>“We are all afraid of the water,” said Tomas Brekke. “I am not,” said Ida Holm.</figcaption></figure>\
    <p>The dike at Brenn Harbour held through the night, and the pumps ran until the morning came and the rain stopped.</p>\
    <p>“It held,” said Ida Holm, who leads the council of the town and its harbour and has done so for many years.</p></article>";

#[test]
fn who_is_quoted_is_counted_over_the_quotations_that_are_given() {
    let v = report(&["annotate", "-", "--input", "html"], CAPTIONED.as_bytes());
    let given: Vec<&Value> = v["quotations"].as_array().unwrap().iter().map(|q| &q["id"]).collect();
    let sources = v["statistics"]["sources"].as_array().unwrap();
    assert_eq!(sources.len(), 1, "{sources:?}");
    assert_eq!((&sources[0]["quotations"], &sources[0]["words"]), (&json!(1), &json!(2)));
    assert_eq!(sources[0]["ids"].as_array().unwrap().iter().collect::<Vec<_>>(), given);
}

#[test]
fn the_report_has_the_shape_of_the_contract() {
    let v = report(&["annotate", "-", "--format", "json"], QUOTED.as_bytes());
    for key in [
        "schema",
        "id",
        "url",
        "lang",
        "title",
        "text",
        "outlet",
        "authors",
        "published",
        "modified",
        "section",
        "quotations",
        "assertions",
        "provenance",
        "statistics",
    ] {
        assert!(v.get(key).is_some(), "{key} is missing");
    }
    assert_eq!((&v["schema"], &v["text"], &v["outlet"]), (&json!(1), &json!(QUOTED), &Value::Null));
    let q = &v["quotations"][0];
    assert_eq!((&q["kind"], &q["event"]), (&json!("direct"), &json!("speech")));
    for key in ["id", "source", "cue", "content", "speaker", "confidence"] {
        assert!(q.get(key).is_some(), "quotation: {key}");
    }
    for key in ["name", "role", "kind"] {
        assert!(q["speaker"].get(key).is_some(), "speaker: {key}");
    }
    let v = report(&["annotate", "-", "--format", "json"], b"Rain fell. Critics say the council has lost its nerve.");
    let a = &v["assertions"][0];
    for key in ["id", "kind", "start", "end", "triggers", "rule", "because", "confidence"] {
        assert!(a.get(key).is_some(), "assertion: {key}");
    }
}

#[test]
fn offsets_come_in_the_unit_that_was_asked_for() {
    let words = "“Bring 😀 boots,”";
    let byte = QUOTED.find('“').unwrap();
    let chars = QUOTED[..byte].chars().count();
    let units = QUOTED[..byte].encode_utf16().count();
    for (unit, start, end) in [
        ("byte", byte, byte + words.len()),
        ("char", chars, chars + words.chars().count()),
        ("utf16", units, units + words.encode_utf16().count()),
    ] {
        let v = report(&["annotate", "-", "--offsets", unit, "--format", "json"], QUOTED.as_bytes());
        assert_eq!(v["quotations"][0]["content"], json!([[start, end]]), "{unit}");
    }
    let default = report(&["annotate", "-", "--format", "json"], QUOTED.as_bytes());
    assert_eq!(default["quotations"][0]["content"][0][0], units);
    // The specification of web annotations counts code points.
    for (more, want) in [(&[][..], chars), (&["--offsets", "utf16"], units)] {
        let args = [&["annotate", "-", "--format", "webannotation"], more].concat();
        let v = report(&args, QUOTED.as_bytes());
        let target = &v["first"]["items"][0]["target"][0];
        assert_eq!(target["selector"][0]["start"], want, "{more:?}");
    }
}

#[test]
fn every_format_answers() {
    type Check = fn(&str) -> bool;
    let formats: [(&str, Check); 6] = [
        ("json", |s| s.starts_with("{\n") && serde_json::from_str::<Value>(s).is_ok()),
        ("jsonl", |s| s.lines().count() == 1 && serde_json::from_str::<Value>(s).is_ok()),
        ("html", |s| {
            s.starts_with("<!doctype html>") && s.contains("<mark class=\"direct\"") && !s.contains("<script")
        }),
        ("ansi", |s| s.contains("\x1b[") && s.contains("Ida Holm")),
        ("markdown", |s| s.contains("Ida Holm") && !s.contains('\x1b')),
        ("webannotation", |s| s.contains("http://www.w3.org/ns/anno.jsonld") && s.contains("TextQuoteSelector")),
    ];
    for (format, holds) in formats {
        let out = run(&["annotate", "-", "--format", format], QUOTED.as_bytes());
        assert!(out.status.success() && holds(&text(&out)), "{format}: {}", text(&out));
        assert!(text(&out).ends_with('\n'), "{format}");
    }
}

#[test]
fn html_is_read_as_the_body_joined_by_blank_lines_and_markup_of_the_text_stays_text() {
    let page = "<!doctype html><title>Dike</title><article><h1>Dike</h1><p>The dike at Brenn Harbour held through the night, and the pumps ran.</p>\
        <p>“It <b>held</b>,” said Ida Holm, who leads the council of the town and its harbour.</p></article>";
    let file = File::new("page.html", page.as_bytes());
    let v = report(&["annotate", file.path(), "--format", "json", "--url", "https://www.example.org/a"], b"");
    assert_eq!(v["id"], file.path());
    let body = v["text"].as_str().unwrap();
    assert!(body.contains("ran.\n\n“It held,”"), "{body}");
    let out = run(&["annotate", "-", "--format", "html"], b"\"<script>alert(1)</script>,\" said Ida Holm.");
    assert!(!text(&out).contains("<script"), "{}", text(&out));
}

#[test]
fn the_input_is_told_by_its_ending_or_its_first_bytes() {
    let line = json!({ "id": 1, "text": QUOTED }).to_string();
    assert_eq!(report(&["annotate", "-"], line.as_bytes())["id"], 1);
    assert_eq!(report(&["annotate", "-"], b"<html><body><p>Rain fell.</p></body></html>")["text"], "Rain fell.");
    let file = File::new("words.txt", b"<p>no page</p>");
    assert_eq!(report(&["annotate", file.path()], b"")["text"], "<p>no page</p>");
    assert_eq!(report(&["annotate", "-", "--input", "text"], b"<html>")["text"], "<html>");
}

#[test]
fn the_first_words_tell_the_input_however_it_comes() {
    for (pieces, text) in [
        (&["\n\n", " <", "p>Rain fell.</p>"][..], "Rain fell."),
        (&["<!-- a page -->", "<p>Rain fell."], "Rain fell."),
        (&["<?xml version='1.0'?><p>Rain fell."], "Rain fell."),
        (&["< 3 mm of rain fell."], "< 3 mm of rain fell."),
        (&["{", " \"id\": 1, \"words\": 2, \"te", "xt\": \"Rain fell.\"}"], "Rain fell."),
        (&["{rain} fell."], "{rain} fell."),
    ] {
        let mut child = saidby(&["annotate", "-"]).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        for piece in pieces {
            stdin.write_all(piece.as_bytes()).unwrap();
            stdin.flush().unwrap();
            std::thread::sleep(std::time::Duration::from_millis(30));
        }
        drop(stdin);
        let out = child.wait_with_output().unwrap();
        let v: Value = serde_json::from_slice(&out.stdout).unwrap();
        assert_eq!(v["text"], text, "{pieces:?}");
    }
    let utf16: Vec<u8> = "\u{feff}<p>Rain fell.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(report(&["annotate", "-"], &utf16)["text"], "Rain fell.");
}

#[test]
fn lines_are_answered_as_they_come_where_nothing_tells_what_they_are() {
    let mut child = saidby(&["annotate", "-"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"{\"id\": 1, \"text\": \"x\"}\n").unwrap();
    stdin.flush().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&line).unwrap()["id"], 1);
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn encodings_are_read_and_nothing_is_too_odd() {
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain("“Née,” said Ida Holm.".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(report(&["annotate", "-", "--input", "text"], &utf16)["text"], "“Née,” said Ida Holm.");
    assert_eq!(
        report(&["annotate", "-", "--input", "text"], b"\x93N\xe9e,\x94 said Ida Holm.")["text"],
        "“Née,” said Ida Holm."
    );
    // Words of a text declare nothing.
    let told = report(&["annotate", "-", "--input", "text"], b"It says charset=koi8-r, N\xe9e.");
    assert_eq!(told["text"], "It says charset=koi8-r, Née.");
    let page =
        b"<html><head><meta charset=iso-8859-1></head><body><p>N\xe9e, said Ida Holm of the council.</p></body></html>";
    assert!(report(&["annotate", "-"], page)["text"].as_str().unwrap().starts_with("Née"));
    for junk in [
        &b""[..],
        b"\0\0\0\0",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\xf0\x9f\xed\xa0\x80\xff",
        "\u{feff}\u{202e}\u{200f}مرحبا قال".as_bytes(),
    ] {
        let v = report(&["annotate", "-", "--input", "text"], junk);
        assert_eq!(v["schema"], 1);
        report(&["annotate", "-", "--input", "html"], junk);
    }
    let empty = report(&["annotate", "-"], b"");
    assert_eq!((&empty["text"], &empty["notes"][0]["key"]), (&json!(""), &json!("empty")));
    let random: Vec<u8> = (0u32..200_000).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    report(&["annotate", "-"], &random);
}

#[test]
fn several_files_one_of_which_is_missing() {
    let a = File::new("a.txt", b"Rain fell, said Ida Holm.");
    let b = File::new("b.txt", b"Snow fell, said Ida Holm.");
    let out = run(&["annotate", a.path(), "/no/such/file", b.path(), "--format", "jsonl"], b"");
    assert_eq!(out.status.code(), Some(1));
    let ids: Vec<Value> = rows(&out).into_iter().map(|v| v["id"].clone()).collect();
    assert_eq!(ids, [json!(a.path()), json!(b.path())]);
    assert!(String::from_utf8_lossy(&out.stderr).contains("/no/such/file"));
}

#[test]
fn a_file_of_lines_that_can_not_be_read_is_named_and_the_next_is_answered() {
    let folder = std::env::temp_dir();
    let folder = folder.to_str().unwrap();
    let lines = File::new("lines.jsonl", b"{\"id\": 1, \"text\": \"x\"}\n");
    let out = run(&["annotate", "--input", "jsonl", folder, lines.path()], b"");
    assert_eq!(out.status.code(), Some(1));
    assert_eq!(rows(&out)[0]["id"], 1);
    assert!(String::from_utf8_lossy(&out.stderr).contains(folder));
}

#[cfg(target_os = "linux")]
#[test]
fn where_nothing_can_be_written_the_program_ends() {
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let line = json!({ "id": 1, "text": "x" }).to_string() + "\n";
    let mut child = saidby(&["annotate", "-", "--input", "jsonl"]).stdout(full()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(line.as_bytes()).unwrap();
    // The input stays open: it must not be waited for.
    assert_eq!(child.wait().unwrap().code(), Some(1));
    drop(stdin);
    for args in [&["--help"][..], &["--version"], &["categories"], &["annotate", "--help"]] {
        let out = saidby(args).stdout(full()).output().unwrap();
        assert_eq!(out.status.code(), Some(1), "{args:?}");
        assert!(String::from_utf8_lossy(&out.stderr).starts_with("saidby: "), "{args:?}");
    }
}

#[test]
fn help_and_categories_tell_what_there_is() {
    let help = text(&run(&["--help"], b""));
    for word in ["EXAMPLES", "saidby annotate article.html", "--offsets", "utf16", "webannotation", "EXIT STATUS"] {
        assert!(help.contains(word), "{word}");
    }
    for command in ["annotate", "categories"] {
        assert_eq!(text(&run(&[command, "--help"], b"")), help);
    }
    let table = text(&run(&["categories"], b""));
    let rows: Vec<Value> = serde_json::from_slice(&run(&["categories", "--format", "json"], b"").stdout).unwrap();
    let markdown = text(&run(&["categories", "--format", "markdown"], b""));
    assert_eq!(rows.len(), saidby::category::CATEGORIES.len());
    for c in saidby::category::CATEGORIES {
        assert!(table.contains(c.key) && table.contains(c.description) && markdown.contains(c.label), "{}", c.key);
    }
}

#[test]
fn wrong_usage_is_status_two_and_names_the_way() {
    for args in [
        &["annotate", "--format", "xml"][..],
        &["annotate", "--offsets", "words"],
        &["annotate", "--colour"],
        &["read"],
    ] {
        let out = run(args, b"");
        assert_eq!(out.status.code(), Some(2), "{args:?}");
        assert!(!out.stderr.is_empty() && out.stdout.is_empty(), "{args:?}");
    }
    assert_eq!(run(&[], b"").status.code(), Some(2));
}

#[test]
fn a_reader_that_stops_reading_is_no_error() {
    let mut child = saidby(&["annotate", "-", "--input", "jsonl"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let line = json!({ "id": 1, "text": QUOTED }).to_string() + "\n";
    stdin.write_all(line.as_bytes()).unwrap();
    let mut some = [0; 16];
    stdout.read_exact(&mut some).unwrap();
    drop(stdout);
    // The next answers have nobody to go to; writing may fail once the program has ended.
    for _ in 0..50 {
        if stdin.write_all(line.as_bytes()).is_err() {
            break;
        }
    }
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
