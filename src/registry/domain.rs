//! Hosts and registrable domains by rule instead of by the whole public suffix list (its data alone would weigh more
//! than all of the registry): under a country's top level, a second label that names a kind of registrant (`co`, `com`, `gov`,
//! `ac` …) belongs to the suffix; so do the platforms that give everyone a subdomain.

/// Second labels that are suffixes under a two-letter top level.
const KINDS: &[&str] = &[
    "ac", "co", "com", "edu", "ed", "go", "gob", "gouv", "gov", "govt", "gub", "gv", "id", "ind", "info", "ltd", "ne",
    "net", "nic", "nom", "or", "org", "plc", "sch", "web",
];

/// Sites where a subdomain is somebody's own.
const PLATFORMS: &[&str] = &[
    "blogspot.com",
    "wordpress.com",
    "substack.com",
    "github.io",
    "gitlab.io",
    "tumblr.com",
    "medium.com",
    "livejournal.com",
    "weebly.com",
    "wixsite.com",
    "blogspot.co.uk",
    "blogspot.de",
    "netlify.app",
    "vercel.app",
    "pages.dev",
    "web.app",
    "herokuapp.com",
    "over-blog.com",
    "typepad.com",
    "altervista.org",
    "ghost.io",
    "beehiiv.com",
];

/// Mail providers: an address there says nothing about an outlet.
const MAIL: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "outlook.com",
    "live.com",
    "yahoo.com",
    "aol.com",
    "icloud.com",
    "me.com",
    "protonmail.com",
    "proton.me",
    "gmx.de",
    "gmx.net",
    "gmx.at",
    "web.de",
    "t-online.de",
    "163.com",
    "126.com",
    "qq.com",
    "sina.com",
    "mail.ru",
    "yandex.ru",
    "naver.com",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "libero.it",
    "rediffmail.com",
    "vip.163.com",
    "foxmail.com",
];

/// The host of an address or the host itself, in lower case, without user, port and `www.`.
pub fn host(url_or_host: &str) -> Option<String> {
    let s = url_or_host.trim();
    let s = s.find("://").map_or(s, |i| &s[i + 3..]);
    let s = s.strip_prefix("//").unwrap_or(s);
    let s = s.split(['/', '?', '#', '\\']).next()?;
    let s = s.rsplit('@').next()?;
    let s = s.split(':').next()?.trim_end_matches('.').to_ascii_lowercase();
    let s = s.strip_prefix("www.").filter(|r| r.contains('.')).unwrap_or(&s);
    let fine = s.len() <= 253
        && s.contains('.')
        && s.split('.').all(|l| !l.is_empty())
        && s.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.' || c == '_')
        && !s.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    fine.then(|| s.to_owned())
}

/// How many labels of a host are its public suffix.
fn suffix_labels(labels: &[&str]) -> usize {
    let n = labels.len();
    if n >= 2 {
        let two = &labels[n - 2..];
        if PLATFORMS.iter().any(|p| p.split('.').eq(two.iter().copied()))
            || n >= 3 && PLATFORMS.iter().any(|p| p.split('.').eq(labels[n - 3..].iter().copied()))
        {
            return if PLATFORMS.iter().any(|p| p.split('.').eq(two.iter().copied())) { 2 } else { 3 };
        }
        if two[1].len() == 2 && KINDS.contains(&two[0]) {
            return 2;
        }
    }
    1
}

/// The registrable domain of a host: its public suffix and one label.
pub fn registrable(host: &str) -> Option<&str> {
    let labels: Vec<&str> = host.split('.').collect();
    let keep = suffix_labels(&labels) + 1;
    if labels.len() < keep {
        return None;
    }
    let skip: usize = labels[..labels.len() - keep].iter().map(|l| l.len() + 1).sum();
    host.get(skip..)
}

/// The host and its parents down to the registrable domain, longest first.
pub fn parents(host: &str) -> impl Iterator<Item = &str> {
    let base = registrable(host).map_or(usize::MAX, str::len);
    std::iter::successors(Some(host), |h| h.split_once('.').map(|x| x.1)).take_while(move |h| h.len() >= base)
}

/// The first one or two folders of an address's path, the longer first: `/en/opinion`, `/en`. The last part is the article's own name.
pub fn sections(url: &str) -> impl Iterator<Item = &str> {
    let rest = url.find("://").map_or(url, |i| &url[i + 3..]);
    let path = rest.find('/').map_or("", |i| &rest[i..]);
    let path = path.split(['?', '#']).next().unwrap_or("");
    let ends: Vec<usize> =
        path.match_indices('/').skip(1).map(|(i, _)| i).filter(|i| *i > 1 && *i < 60).take(2).collect();
    ends.into_iter().rev().map(move |i| &path[..i])
}

/// The other spelling of a domain under the same country: `x.com.cc` for `x.cc` and the other way round.
pub fn sibling(domain: &str) -> Option<String> {
    let labels: Vec<&str> = domain.split('.').collect();
    match labels[..] {
        [name, "com" | "co", cc] if cc.len() == 2 => Some(format!("{name}.{cc}")),
        [name, cc] if cc.len() == 2 => Some(format!("{name}.com.{cc}")),
        _ => None,
    }
}

/// Whether a mail domain is a provider's, open to everybody.
pub fn is_mail_provider(domain: &str) -> bool {
    MAIL.contains(&domain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        for (given, host_is, base) in [
            ("https://www.Example.co.uk/news/a?b#c", Some("example.co.uk"), Some("example.co.uk")),
            ("http://user@news.example.com.au:8080/x", Some("news.example.com.au"), Some("example.com.au")),
            ("example.org.", Some("example.org"), Some("example.org")),
            ("//cdn.example.fr/a", Some("cdn.example.fr"), Some("example.fr")),
            ("https://someone.blogspot.com/p", Some("someone.blogspot.com"), Some("someone.blogspot.com")),
            ("co.uk", Some("co.uk"), None),
            ("localhost", None, None),
            ("127.0.0.1", None, None),
            ("file:///tmp/x.html", None, None),
            ("", None, None),
        ] {
            let h = host(given);
            assert_eq!(h.as_deref(), host_is, "{given}");
            assert_eq!(h.as_deref().and_then(registrable), base, "{given}");
        }
    }

    #[test]
    fn sections_of_an_address() {
        for (url, all) in [
            ("https://example.org/en/opinion/a-river", &["/en/opinion", "/en"][..]),
            ("https://example.org/en/a-river?x=/y/z", &["/en"]),
            ("https://example.org/a-river", &[]),
            ("example.org", &[]),
            ("", &[]),
        ] {
            assert_eq!(sections(url).collect::<Vec<_>>(), all, "{url}");
        }
    }

    #[test]
    fn parents_stop_at_the_registrable_domain() {
        assert_eq!(
            parents("a.b.example.co.uk").collect::<Vec<_>>(),
            ["a.b.example.co.uk", "b.example.co.uk", "example.co.uk"]
        );
    }
}
