//! The command line: `saidby annotate` and `saidby categories`.
//!
//! For `jsonl` the reader, as many workers as there are cores, and the writer run side by side. The reader hands each line
//! to the workers together with a slot, and the slots to the writer in order; so answers come out in order, each as soon as
//! it and those before it are ready, and no more than a few lines a core are held at a time.

use lexopt::prelude::*;
use saidby::category::CATEGORIES;
use saidby::output::{FORMATS, Format, UNITS, render};
use saidby::report::Report;
use saidby::text::offsets::Unit;
use serde_json::{Value, json};
use std::io::{self, BufRead, BufWriter, IsTerminal, Read, Write};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::sync::{Arc, Mutex};

/// The longest line or file that is read, in bytes.
const MAX_INPUT: usize = 64 << 20;

const HELP: &str = "saidby — who says so?

Reads a news article and tells which words a source is quoted for, which claims nobody is
named for, and who publishes and writes the piece.

USAGE
    saidby annotate [FILE…|-] [--input auto|text|html|jsonl] [--url URL]
                    [--format json|jsonl|html|ansi|markdown|webannotation]
                    [--offsets utf16|char|byte]
    saidby categories [--format ansi|json|markdown]
    saidby --help | --version

OPTIONS
    --input     What the input is. auto (default): by the file's ending, else by its first bytes.
                jsonl: one object a line, {\"id\", \"text\"} or {\"id\", \"html\", \"url\"}; one report a
                line comes out, in order, as it is ready. A bad line gives {\"id\", \"error\"}
                and the exit status 1 at the end.
    --url       The page's address: tells the outlet where the page itself doesn't.
    --format    json (default; jsonl for jsonl input), jsonl, html (a page that stands alone),
                ansi (colours for a terminal; the default on a terminal), markdown,
                webannotation (W3C, JSON-LD).
    --offsets   The unit of all offsets: utf16 (default), char (code points) or byte (UTF-8).

EXAMPLES
    saidby annotate article.html                            read it in the terminal
    saidby annotate --format html article.txt > marked.html a marked page to show around
    curl -s URL | saidby annotate --url URL --format json - | jq '.quotations[].speaker.name'
    zcat articles.jsonl.gz | saidby annotate - --input jsonl --offsets char > reports.jsonl
    parallel --pipe saidby annotate - --input jsonl < articles.jsonl > reports.jsonl

EXIT STATUS
    0 all was read; 1 an input or a line could not be read; 2 wrong usage.
";

#[derive(Clone, Copy, PartialEq)]
enum Input {
    Auto,
    Text,
    Html,
    Jsonl,
}

struct Options {
    files: Vec<std::path::PathBuf>,
    input: Input,
    url: Option<String>,
    format: Option<Format>,
    unit: Unit,
}

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(e) => {
            if e.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe) {
                return ExitCode::SUCCESS;
            }
            eprintln!("saidby: {e}");
            ExitCode::from(if e.is::<lexopt::Error>() { 2 } else { 1 })
        }
    }
}

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn one_of<T: Copy>(name: &str, value: &std::ffi::OsStr, all: &[(&str, T)]) -> std::result::Result<T, lexopt::Error> {
    all.iter().find(|(n, _)| value == *n).map(|&(_, v)| v).ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|&(n, _)| n).collect();
        format!("--{name} takes one of {}, not {:?}", names.join(", "), value.to_string_lossy()).into()
    })
}

fn run() -> Result<ExitCode> {
    let mut parser = lexopt::Parser::from_env();
    let Some(first) = parser.next()? else {
        print!("{HELP}");
        return Ok(ExitCode::from(2));
    };
    match first {
        Long("help") | Short('h') => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        Long("version") | Short('V') => {
            println!("saidby {}", env!("CARGO_PKG_VERSION"));
            Ok(ExitCode::SUCCESS)
        }
        Value(c) if c == "annotate" => annotate(&mut parser),
        Value(c) if c == "categories" => categories(&mut parser),
        Value(c) => {
            Err(lexopt::Error::from(format!("there is no command {:?}; see saidby --help", c.to_string_lossy())).into())
        }
        arg => Err(arg.unexpected().into()),
    }
}

fn options(parser: &mut lexopt::Parser) -> std::result::Result<Option<Options>, lexopt::Error> {
    let mut o = Options { files: Vec::new(), input: Input::Auto, url: None, format: None, unit: Unit::Utf16 };
    while let Some(arg) = parser.next()? {
        match arg {
            Long("input") => {
                o.input = one_of(
                    "input",
                    &parser.value()?,
                    &[("auto", Input::Auto), ("text", Input::Text), ("html", Input::Html), ("jsonl", Input::Jsonl)],
                )?;
            }
            Long("url") => o.url = Some(parser.value()?.string()?),
            Long("format") => o.format = Some(one_of("format", &parser.value()?, FORMATS)?),
            Long("offsets") => o.unit = one_of("offsets", &parser.value()?, UNITS)?,
            Long("help") | Short('h') => return Ok(None),
            Value(f) => o.files.push(f.into()),
            _ => return Err(arg.unexpected()),
        }
    }
    if o.files.is_empty() {
        if io::stdin().is_terminal() {
            return Err("name a file, or - for standard input; see saidby --help".into());
        }
        o.files.push("-".into());
    }
    Ok(Some(o))
}

fn annotate(parser: &mut lexopt::Parser) -> Result<ExitCode> {
    let Some(o) = options(parser)? else {
        print!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    };
    let mut ok = true;
    for file in &o.files {
        let stdin = file.as_os_str() == "-";
        let reader: Box<dyn Read + Send> = if stdin {
            Box::new(io::stdin())
        } else {
            match std::fs::File::open(file) {
                Ok(f) => Box::new(f),
                Err(e) => {
                    eprintln!("saidby: {}: {e}", file.display());
                    ok = false;
                    continue;
                }
            }
        };
        let mut reader = io::BufReader::with_capacity(1 << 16, reader);
        let input = match o.input {
            Input::Auto => match detect(file, &mut reader) {
                Ok(i) => i,
                Err(e) => {
                    eprintln!("saidby: {}: {e}", file.display());
                    ok = false;
                    continue;
                }
            },
            i => i,
        };
        if input == Input::Jsonl {
            ok &= lines(reader, o.format.unwrap_or(Format::Jsonl), o.unit)?;
            continue;
        }
        let mut bytes = Vec::new();
        if let Err(e) = reader.take(MAX_INPUT as u64 + 1).read_to_end(&mut bytes) {
            eprintln!("saidby: {}: {e}", file.display());
            ok = false;
            continue;
        }
        if bytes.len() > MAX_INPUT {
            eprintln!("saidby: {}: larger than {} MB, the most that is read", file.display(), MAX_INPUT >> 20);
            ok = false;
            continue;
        }
        let report = if input == Input::Html {
            html_report(&bytes, o.url.as_deref())
        } else {
            // Text in UTF-8 stays as it is, a byte order mark too: offsets are into what was given.
            let text = std::str::from_utf8(&bytes)
                .map_or_else(|_| saidby::html::decode(&bytes).into(), std::borrow::Cow::Borrowed);
            saidby::analyze_text(&text, o.url.as_deref())
        };
        let id = if stdin { Value::Null } else { json!(file.to_string_lossy()) };
        let format = o.format.unwrap_or(if io::stdout().is_terminal() { Format::Ansi } else { Format::Json });
        let mut out = io::stdout().lock();
        out.write_all(render(report, &id, format, o.unit).as_bytes())?;
        out.flush()?;
    }
    Ok(if ok { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn html_report(bytes: &[u8], url: Option<&str>) -> Report {
    saidby::analyze(&saidby::html::parse(&saidby::html::decode(bytes), url))
}

fn detect(file: &std::path::Path, reader: &mut impl BufRead) -> io::Result<Input> {
    let ending = file.extension().and_then(|e| e.to_str()).unwrap_or("").to_ascii_lowercase();
    match ending.as_str() {
        "html" | "htm" | "xhtml" => return Ok(Input::Html),
        "jsonl" | "ndjson" => return Ok(Input::Jsonl),
        "txt" | "md" => return Ok(Input::Text),
        _ => {}
    }
    let start = String::from_utf8_lossy(reader.fill_buf()?).into_owned();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    let head: String = start.chars().take(2000).collect::<String>().to_ascii_lowercase();
    Ok(
        if head.starts_with("<!doctype")
            || head.starts_with('<')
                && (head.contains("<html") || head.contains("<body") || head.contains("<p>") || head.contains("<div"))
        {
            Input::Html
        } else if start.starts_with('{')
            && start.lines().next().is_some_and(|l| l.contains("\"text\"") || l.contains("\"html\""))
        {
            Input::Jsonl
        } else {
            Input::Text
        },
    )
}

/// Reads a line of at most [`MAX_INPUT`] bytes; what is over is skipped, and the length that was met is returned with it.
fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<usize>> {
    line.clear();
    let mut met = 0;
    loop {
        let buf = reader.fill_buf()?;
        if buf.is_empty() {
            return Ok((met > 0).then_some(met));
        }
        let end = buf.iter().position(|&b| b == b'\n');
        let take = end.map_or(buf.len(), |e| e + 1);
        if met + take <= MAX_INPUT {
            line.extend_from_slice(&buf[..take]);
        }
        met += take;
        reader.consume(take);
        if end.is_some() {
            return Ok(Some(met));
        }
    }
}

type Job = (Vec<u8>, usize, Sender<(String, bool)>);

fn lines(mut reader: impl BufRead + Send, format: Format, unit: Unit) -> Result<bool> {
    let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let (jobs, queue) = sync_channel::<Job>(cores * 2);
    let (slots, order) = sync_channel::<Receiver<(String, bool)>>(cores * 4);
    let queue = Arc::new(Mutex::new(queue));
    std::thread::scope(|scope| {
        for _ in 0..cores {
            let queue = Arc::clone(&queue);
            scope.spawn(move || {
                loop {
                    let job = queue.lock().map(|q| q.recv());
                    let Ok(Ok((line, met, slot))) = job else { return };
                    let _ = slot.send(answer(&line, met, format, unit));
                }
            });
        }
        let read = scope.spawn(move || -> io::Result<()> {
            let mut line = Vec::new();
            while let Some(met) = read_line(&mut reader, &mut line)? {
                let (slot, result) = channel();
                // A closed channel means that the writer stopped: its error is the one to show.
                if slots.send(result).is_err() || jobs.send((std::mem::take(&mut line), met, slot)).is_err() {
                    break;
                }
            }
            Ok(())
        });
        let mut out = BufWriter::new(io::stdout().lock());
        let mut ok = true;
        let mut failed = None;
        for result in order {
            let (text, good) = result.recv().unwrap_or_else(|_| {
                (json!({ "id": null, "error": "the line could not be read" }).to_string() + "\n", false)
            });
            ok &= good;
            if let Err(e) = out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
                failed = Some(e);
                break;
            }
        }
        if let Some(e) = failed {
            // The reader may wait for input that never comes, and nobody is left to read what it would find.
            if e.kind() == io::ErrorKind::BrokenPipe {
                std::process::exit(0);
            }
            return Err(e.into());
        }
        read.join().map_err(|_| "reading stopped")??;
        Ok(ok)
    })
}

/// The answer to one line, and whether it is a report.
fn answer(line: &[u8], met: usize, format: Format, unit: Unit) -> (String, bool) {
    let bad = |id: &Value, error: String| (json!({ "id": id, "error": error }).to_string() + "\n", false);
    if met > MAX_INPUT {
        return bad(&Value::Null, format!("the line is longer than {} MB, the most that is read", MAX_INPUT >> 20));
    }
    let v: Value = match serde_json::from_slice(line) {
        Ok(v) => v,
        Err(e) => return bad(&Value::Null, format!("not a JSON object: {e}")),
    };
    let id = v.get("id").cloned().unwrap_or(Value::Null);
    let url = v.get("url").and_then(Value::as_str);
    // A panic is a defect of ours; it must not lose the lines around it.
    let report = std::panic::catch_unwind(|| {
        match (v.get("text").and_then(Value::as_str), v.get("html").and_then(Value::as_str)) {
            (_, Some(html)) => Some(saidby::analyze(&saidby::html::parse(html, url))),
            (Some(text), None) => Some(saidby::analyze_text(text, url)),
            (None, None) => None,
        }
    });
    match report {
        Ok(Some(r)) => (render(r, &id, format, unit), true),
        Ok(None) => bad(&id, "the object has neither \"text\" nor \"html\"".into()),
        Err(_) => bad(&id, "the analysis failed; please report this text".into()),
    }
}

fn categories(parser: &mut lexopt::Parser) -> Result<ExitCode> {
    let mut format = None;
    while let Some(arg) = parser.next()? {
        match arg {
            Long("format") => {
                format = Some(one_of(
                    "format",
                    &parser.value()?,
                    &[("ansi", Format::Ansi), ("json", Format::Json), ("markdown", Format::Markdown)],
                )?);
            }
            _ => return Err(arg.unexpected().into()),
        }
    }
    let mut out = io::stdout().lock();
    match format.unwrap_or(Format::Ansi) {
        Format::Json => writeln!(out, "{}", serde_json::to_string_pretty(&CATEGORIES)?)?,
        Format::Markdown => {
            writeln!(out, "| group | key | label | what it marks |\n|---|---|---|---|")?;
            for c in CATEGORIES {
                writeln!(out, "| {:?} | `{}` | {} | {} |", c.group, c.key, c.label, c.description)?;
            }
        }
        _ => {
            let mut group = None;
            for c in CATEGORIES {
                if group != Some(c.group) {
                    writeln!(out, "{}{:?}", if group.is_some() { "\n" } else { "" }, c.group)?;
                    group = Some(c.group);
                }
                writeln!(out, "  {:<20} {}", c.key, c.description)?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
