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
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::fmt::Display;
use std::io::{self, BufRead, BufWriter, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::sync::{Arc, Mutex};

/// The longest line or file that is read, in bytes.
const MAX_INPUT: usize = 64 << 20;
/// So much of an input is looked at to tell what it is, in bytes that are no white space; of blanks before them the second.
const TELLING: usize = 4096;
const MAX_BLANK: usize = 1 << 16;

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
    --url       The page's address: tells the outlet where the page itself doesn't. For jsonl it
                is that of the lines that have no \"url\".
    --format    json (default; jsonl for jsonl input), jsonl, html (a page that stands alone),
                ansi (colours for a terminal; the default on a terminal), markdown,
                webannotation (W3C, JSON-LD).
    --offsets   The unit of all offsets: utf16 (default), char (code points; what webannotation
                counts where this is not given) or byte (UTF-8).

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
    unit: Option<Unit>,
}

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(e) => {
            if e.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe) {
                return ExitCode::SUCCESS;
            }
            complain(&e);
            ExitCode::from(if e.is::<lexopt::Error>() { 2 } else { 1 })
        }
    }
}

/// Says on standard error what is wrong; that nobody reads it is no reason to stop.
fn complain(what: impl Display) {
    let _ = writeln!(io::stderr(), "saidby: {what}");
}

/// Writes to standard output.
fn say(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Ends the program where its output can't be written. It doesn't wait for threads: one of them may read an input that never
/// ends.
fn stop(e: &io::Error) -> ! {
    if e.kind() == io::ErrorKind::BrokenPipe {
        std::process::exit(0);
    }
    complain(e);
    std::process::exit(1);
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
        say(HELP)?;
        return Ok(ExitCode::from(2));
    };
    match first {
        Long("help") | Short('h') => {
            say(HELP)?;
            Ok(ExitCode::SUCCESS)
        }
        Long("version") | Short('V') => {
            say(concat!("saidby ", env!("CARGO_PKG_VERSION"), "\n"))?;
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
    let mut o = Options { files: Vec::new(), input: Input::Auto, url: None, format: None, unit: None };
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
            Long("offsets") => o.unit = Some(one_of("offsets", &parser.value()?, UNITS)?),
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
        say(HELP)?;
        return Ok(ExitCode::SUCCESS);
    };
    let mut ok = true;
    for file in &o.files {
        ok &= read(file, &o).unwrap_or_else(|e| {
            complain(format_args!("{}: {e}", file.display()));
            false
        });
    }
    Ok(if ok { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Answers one file; false where a line of it could not be read, an error where the file can't.
fn read(file: &Path, o: &Options) -> Result<bool> {
    let stdin = file.as_os_str() == "-";
    let source: Box<dyn Read + Send> = if stdin { Box::new(io::stdin()) } else { Box::new(std::fs::File::open(file)?) };
    let mut source = io::BufReader::with_capacity(1 << 16, source);
    let mut seen = Vec::new();
    let known = match o.input {
        Input::Auto => by_ending(file),
        input => Some(input),
    };
    let input = if let Some(input) = known {
        input
    } else {
        seen = start(&mut source)?;
        by_start(&seen)
    };
    let source = io::Cursor::new(seen).chain(source);
    if input == Input::Jsonl {
        let how = How { format: o.format.unwrap_or(Format::Jsonl), unit: o.unit, url: o.url.as_deref() };
        return Ok(lines(source, how)?);
    }
    let mut bytes = Vec::new();
    source.take(MAX_INPUT as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_INPUT {
        return Err(format!("larger than {} MB, the most that is read", MAX_INPUT >> 20).into());
    }
    let id = (!stdin).then(|| file.to_string_lossy());
    let format = o.format.unwrap_or(if io::stdout().is_terminal() { Format::Ansi } else { Format::Json });
    // A panic is a defect of ours; it must not lose the files behind this one.
    let written = std::panic::catch_unwind(|| {
        let report = if input == Input::Html {
            html_report(&saidby::html::decode(&bytes), o.url.as_deref())
        } else {
            // Text in UTF-8 stays as it is, a byte order mark too: offsets are into what was given.
            let text = std::str::from_utf8(&bytes)
                .map_or_else(|_| saidby::html::decode_text(&bytes).into(), std::borrow::Cow::Borrowed);
            saidby::analyze_text(&text, o.url.as_deref())
        };
        render(report, &id, format, o.unit)
    });
    match written {
        Ok(text) => say(&text).unwrap_or_else(|e| stop(&e)),
        Err(_) => return Err("the analysis failed; please report this text".into()),
    }
    Ok(true)
}

fn html_report(html: &str, url: Option<&str>) -> Report {
    saidby::analyze(&saidby::html::parse(html, url))
}

fn by_ending(file: &Path) -> Option<Input> {
    match file.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "html" | "htm" | "xhtml" => Some(Input::Html),
        "jsonl" | "ndjson" => Some(Input::Jsonl),
        "txt" | "md" => Some(Input::Text),
        _ => None,
    }
}

/// Takes as much off an input as tells what it is. A line is enough, so that lines are answered as they come.
fn start(reader: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let (mut seen, mut telling) = (Vec::new(), 0);
    loop {
        let bytes = match reader.fill_buf() {
            Ok(bytes) => bytes,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(e),
        };
        let mut line = false;
        for b in bytes {
            line |= telling > 0 && *b == b'\n';
            telling += usize::from(!b.is_ascii_whitespace());
        }
        seen.extend_from_slice(bytes);
        let read = bytes.len();
        reader.consume(read);
        if read == 0 || line || telling >= TELLING || seen.len() >= MAX_BLANK {
            return Ok(seen);
        }
    }
}

fn by_start(seen: &[u8]) -> Input {
    let text = saidby::html::decode_text(seen);
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if text
        .strip_prefix('<')
        .is_some_and(|t| t.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?')))
    {
        return Input::Html;
    }
    if text.strip_prefix('{').is_some_and(|t| t.trim_start_matches([' ', '\t']).starts_with('"')) {
        return Input::Jsonl;
    }
    Input::Text
}

/// Reads a line of at most [`MAX_INPUT`] bytes; what is over is skipped, and the length that was met is returned with it.
fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<usize>> {
    line.clear();
    let mut met = 0;
    loop {
        let buf = match reader.fill_buf() {
            Ok(buf) => buf,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(e),
        };
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

/// How lines are answered.
#[derive(Clone, Copy)]
struct How<'a> {
    format: Format,
    unit: Option<Unit>,
    /// The address of lines that name none.
    url: Option<&'a str>,
}

/// Answers lines; false where one of them was bad, an error where no more of them could be read.
fn lines(mut reader: impl BufRead + Send, how: How) -> io::Result<bool> {
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
                    let _ = slot.send(answer(&line, met, how));
                }
            });
        }
        // The workers alone hold the queue, so that handing over a line fails, and doesn't wait, where none is left.
        drop(queue);
        let read = scope.spawn(move || -> io::Result<()> {
            let mut line = Vec::new();
            while let Some(met) = read_line(&mut reader, &mut line)? {
                let (slot, result) = channel();
                if slots.send(result).is_err() || jobs.send((std::mem::take(&mut line), met, slot)).is_err() {
                    break;
                }
            }
            Ok(())
        });
        let mut out = BufWriter::new(io::stdout().lock());
        let mut ok = true;
        for result in order {
            let (text, good) = result.recv().unwrap_or_else(|_| refused(None, "the line could not be read".into()));
            ok &= good;
            out.write_all(text.as_bytes()).and_then(|()| out.flush()).unwrap_or_else(|e| stop(&e));
        }
        read.join().unwrap_or_else(|_| Err(io::Error::other("reading stopped")))?;
        Ok(ok)
    })
}

/// A line of `jsonl`. What isn't text is kept as it was written: an id comes back the same, whatever number it is.
#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    text: Option<&'a RawValue>,
    #[serde(borrow)]
    html: Option<&'a RawValue>,
    #[serde(borrow)]
    url: Option<&'a RawValue>,
}

/// The answer to a line that can't be read.
fn refused(id: Option<&RawValue>, error: String) -> (String, bool) {
    #[derive(Serialize)]
    struct Refused<'a> {
        id: Option<&'a RawValue>,
        error: String,
    }
    (serde_json::to_string(&Refused { id, error }).unwrap_or_default() + "\n", false)
}

/// The answer to one line, and whether it is a report.
fn answer(line: &[u8], met: usize, how: How) -> (String, bool) {
    if met > MAX_INPUT {
        return refused(None, format!("the line is longer than {} MB, the most that is read", MAX_INPUT >> 20));
    }
    // Files that were joined have a byte order mark at the head of any line.
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
    if !line.trim_ascii_start().starts_with(b"{") {
        return refused(None, "not a JSON object".into());
    }
    let fields: Line = match serde_json::from_slice(line) {
        Ok(fields) => fields,
        Err(e) => return refused(None, format!("not a JSON object: {e}")),
    };
    let string = |name: &str, raw: Option<&RawValue>| {
        raw.map(|r| serde_json::from_str::<String>(r.get()).map_err(|e| format!("{name:?} can't be read: {e}")))
            .transpose()
    };
    let url = fields.url.and_then(|r| serde_json::from_str::<String>(r.get()).ok());
    let url = url.as_deref().or(how.url);
    let (html, text) = match string("html", fields.html) {
        Ok(Some(html)) => (true, html),
        Ok(None) => match string("text", fields.text) {
            Ok(Some(text)) => (false, text),
            Ok(None) => return refused(fields.id, "the object has neither \"text\" nor \"html\"".into()),
            Err(e) => return refused(fields.id, e),
        },
        Err(e) => return refused(fields.id, e),
    };
    // A panic is a defect of ours; it must not lose the lines around it, nor this one's id.
    let written = std::panic::catch_unwind(|| {
        let report = if html { html_report(&text, url) } else { saidby::analyze_text(&text, url) };
        render(report, &fields.id, how.format, how.unit)
    });
    match written {
        Ok(text) => (text, true),
        Err(_) => refused(fields.id, "the analysis failed; please report this text".into()),
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
            Long("help") | Short('h') => {
                say(HELP)?;
                return Ok(ExitCode::SUCCESS);
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
