//! A small JSON reader for what pages embed: lenient about control characters and trailing commas, bounded in depth and size.
//! Pages embed broken and hostile JSON; what can't be read is `None`, what is too deep is `Null`.

/// A JSON value. Numbers and booleans are of no use here and become `Null`.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Anything that is no string, list or object.
    Null,
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object, in order.
    Object(Vec<(String, Value)>),
}

const DEPTH: usize = 48;
const VALUES: usize = 200_000;

impl Value {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Object(o) => o.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }
    /// The text of a key: of the first string, should it be a list.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Value::Text(t) => Some(t),
            Value::List(l) => l.iter().find_map(|v| if let Value::Text(t) = v { Some(&**t) } else { None }),
            _ => None,
        }
    }
    /// The items of a list; a single value is a list of one.
    pub fn items(&self) -> &[Value] {
        match self {
            Value::List(l) => l,
            Value::Null => &[],
            v => std::slice::from_ref(v),
        }
    }
}

struct Reader<'a> {
    s: &'a str,
    at: usize,
    left: usize,
}

/// Reads a JSON text; what follows the first value is ignored.
pub fn parse(s: &str) -> Option<Value> {
    let at = s.find(['{', '['])?;
    Reader { s, at, left: VALUES }.value(0)
}

impl Reader<'_> {
    fn peek(&mut self) -> Option<u8> {
        let b = self.s.as_bytes();
        while b.get(self.at).is_some_and(|c| c.is_ascii_whitespace() || *c == b',') {
            self.at += 1;
        }
        b.get(self.at).copied()
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        self.left = self.left.checked_sub(1)?;
        match self.peek()? {
            b'"' => self.string().map(Value::Text),
            open @ (b'{' | b'[') => {
                if depth >= DEPTH {
                    return None;
                }
                self.at += 1;
                let (mut list, mut object) = (Vec::new(), Vec::new());
                loop {
                    match self.peek() {
                        Some(b'}' | b']') => {
                            self.at += 1;
                            break;
                        }
                        Some(b'"') if open == b'{' => {
                            let Some(key) = self.string() else { break };
                            if self.peek() != Some(b':') {
                                break;
                            }
                            self.at += 1;
                            let Some(v) = self.value(depth + 1) else { break };
                            object.push((key, v));
                        }
                        Some(_) if open == b'[' => {
                            let Some(v) = self.value(depth + 1) else { break };
                            list.push(v);
                        }
                        _ => break,
                    }
                }
                Some(if open == b'{' { Value::Object(object) } else { Value::List(list) })
            }
            _ => {
                let start = self.at;
                let b = self.s.as_bytes();
                while b.get(self.at).is_some_and(|c| c.is_ascii_alphanumeric() || b"+-._".contains(c)) {
                    self.at += 1;
                }
                (self.at > start).then_some(Value::Null)
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = self.s.get(self.at..)?;
            let i = rest.find(['"', '\\'])?;
            out.push_str(&rest[..i]);
            self.at += i + 1;
            if rest.as_bytes()[i] == b'"' {
                return Some(out);
            }
            let c = self.s.get(self.at..)?.chars().next()?;
            self.at += c.len_utf8();
            match c {
                'n' | 'r' | 't' | 'b' | 'f' => out.push(' '),
                'u' => {
                    let unit = self.hex()?;
                    let low =
                        (0xd800..0xdc00).contains(&unit) && self.s.get(self.at..).is_some_and(|r| r.starts_with("\\u"));
                    let code = if low {
                        self.at += 2;
                        let l = self.hex()?;
                        0x10000 + ((unit - 0xd800) << 10) + (l.wrapping_sub(0xdc00) & 0x3ff)
                    } else {
                        unit
                    };
                    out.push(char::from_u32(code).unwrap_or('\u{fffd}'));
                }
                c => out.push(c),
            }
        }
    }

    fn hex(&mut self) -> Option<u32> {
        let v = u32::from_str_radix(self.s.get(self.at..self.at + 4)?, 16).ok()?;
        self.at += 4;
        Some(v)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_and_hostile_json_is_read_as_far_as_it_goes() {
        assert_eq!(parse(r#"{"a": "\u00e9\ud83d\ude00", "b": [1, "x",],}"#).unwrap().text("a"), Some("é😀"));
        assert_eq!(parse("{\"a\": \"x\", \"b\": \"cut").unwrap().text("a"), Some("x"));
        assert!(parse(&"[".repeat(1_000_000)).is_some());
        assert_eq!(parse("no json"), None);
        assert!(parse("{\"a\":\"\\ud800\\u0041\\uzzzz\"}").is_some());
    }
}
