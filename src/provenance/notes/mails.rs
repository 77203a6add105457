//! Mail addresses in a text.

/// Local parts of addresses that sell or keep the site, and don't answer for the piece.
pub(super) const TRADE: &[&str] = &[
    "marketing",
    "sales",
    "webmaster",
    "advertising",
    "advertise",
    "ads",
    "ad",
    "anzeigen",
    "publicidad",
    "publicite",
    "privacy",
    "abo",
    "abos",
    "subscriptions",
    "subscribe",
    "datenschutz",
    "jobs",
    "support",
    "shop",
    "leserservice",
    "kundenservice",
    "service",
    "vertrieb",
    "werbung",
    "media",
    "noreply",
    "no-reply",
    "user",
    "abonnement",
    "abonnements",
    "suscripciones",
    "pub",
    "presse",
    "press",
    "careers",
    "legal",
    "lizenzen",
    "licensing",
    "permissions",
    "rights",
    "syndication",
    "copyright",
];
/// The mail addresses in a text, as byte ranges.
pub fn mails(text: &str) -> Vec<(usize, usize)> {
    let fine = |c: u8| c.is_ascii_alphanumeric() || b"._%+-".contains(&c);
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut done = 0;
    for at in memchr::memchr_iter(b'@', bytes) {
        let start = (done..at).rev().take(64).take_while(|i| fine(bytes[*i])).last();
        let len = bytes[at + 1..]
            .iter()
            .take(80)
            .take_while(|c| c.is_ascii_alphanumeric() || **c == b'.' || **c == b'-')
            .count();
        let mut end = at + 1 + len;
        while end > at + 1 && matches!(bytes[end - 1], b'.' | b'-') {
            end -= 1;
        }
        let host = &text[at + 1..end];
        let top = host.rsplit('.').next().unwrap_or("");
        if let Some(start) = start
            && host.contains('.')
            && top.len() >= 2
            && (top.bytes().all(|b| b.is_ascii_lowercase()) || top.bytes().all(|b| b.is_ascii_uppercase()))
        {
            out.push((start, end));
            done = end;
        }
    }
    out
}
