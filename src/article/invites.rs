//! Lines between paragraphs that speak to the reader and not of the matter: "Sign up for our newsletter", "Read more:".
//!
//! Two things must come together, how such a line starts and where it leads to, so that an article that says "Follow the
//! river" or "Listen to the people" keeps its words. Labels of boxes stand alone in their line.

use crate::text::offsets::head;

/// Longer lines are paragraphs, in bytes.
const LONGEST: usize = 220;

/// How such a line starts, in lower case.
const STARTS: &[&str] = &[
    "sign up",
    "sign-up",
    "subscribe",
    "follow",
    "read more",
    "read also",
    "also read",
    "read this story",
    "read the full",
    "see also",
    "listen to",
    "listen live",
    "watch",
    "download",
    "get the latest",
    "get our",
    "get more",
    "get breaking",
    "join our",
    "join the",
    "join us",
    "rsvp",
    "click here",
    "click to",
    "tap here",
    "to view the full",
    "to read the full",
    "to continue reading",
    "want more",
    "want to",
    "like this",
    "enjoyed this",
    "do you have a story",
    "do you have information",
    "have a story",
    "got a tip",
    "got a story",
    "have a tip",
    "send us",
    "send your",
    "share your",
    "tell us",
    "let us know",
    "you can also subscribe",
    "for more",
    "for the latest",
    "stay up to date",
    "stay informed",
    "don't miss",
    "don’t miss",
    "keep up with",
    "like us",
    "find us",
    "email us",
    "support our",
    "[sign up",
    "[want",
    "[get",
    "[subscribe",
    "[what you need",
];

/// Where it leads to, as a word or words inside the line.
const CHANNELS: &[&str] = &[
    "newsletter",
    "newsletters",
    "inbox",
    "subscribe",
    "subscription",
    "subscriber",
    "subscribers",
    "facebook",
    "twitter",
    "instagram",
    "youtube",
    "whatsapp",
    "telegram",
    "tiktok",
    "linkedin",
    "spotify",
    "podcast",
    "podcasts",
    "app",
    "apps",
    "alerts",
    "here",
    "comments",
    "coverage",
    "story in",
    "live at",
    "full story",
    "rsvp",
    "email",
    "e-mail",
    "updates",
    "us know",
    "sign up",
    "google news",
    "apple news",
];

/// Labels that stand alone in their line, in lower case and without the colon.
const LABELS: &[&str] = &[
    "related",
    "related news",
    "related stories",
    "related story",
    "related articles",
    "related article",
    "related content",
    "related topics",
    "recommended",
    "recommended videos",
    "recommended stories",
    "recommended reading",
    "read more",
    "read next",
    "read also",
    "also read",
    "see also",
    "more",
    "more on this story",
    "more from",
    "most read",
    "most popular",
    "trending",
    "trending now",
    "watch",
    "advertisement",
    "story continues below",
    "article continues below",
    "story continues below advertisement",
    "article continues after ad",
    "current issue",
    "don't miss",
    "don’t miss",
    "you may also like",
    "up next",
    "editor's picks",
    "editors' picks",
];

/// Whether a block asks its reader to go elsewhere, or is the label of what does.
pub fn invites(text: &str) -> bool {
    let text = text.trim();
    if text.len() > LONGEST {
        return false;
    }
    let low = head(text, LONGEST).to_lowercase();
    let label = low.trim_end_matches([':', '.', '…', '-', '–', '|', ' ']);
    if LABELS.contains(&label) {
        return true;
    }
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    if !STARTS.iter().any(|s| low.strip_prefix(s).is_some_and(|rest| edge(rest.chars().next()))) {
        return false;
    }
    CHANNELS.iter().any(|c| {
        low.match_indices(c).any(|(i, _)| edge(low[..i].chars().next_back()) && edge(low[i + c.len()..].chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::invites;

    #[test]
    fn lines_to_the_reader() {
        for (text, want) in [
            ("Sign up for our morning newsletter.", true),
            ("Follow the Haddon Lamp on Instagram, Facebook and YouTube.", true),
            ("Follow our full coverage of the flood here.", true),
            ("Listen to Haddon Radio live at 12:45 on weekdays.", true),
            ("Read this story in Norwegian", true),
            ("To view the full story, please subscribe.", true),
            ("Has this ever happened to you? Sound off below!", false),
            ("Related news", true),
            ("Read more:", true),
            ("More", true),
            ("Follow the river north, and the valley opens below.", false),
            ("Follow the river north, and the valley opens.", false),
            ("Watch the harbour at noon, she said.", false),
            ("More ferries came in May.", false),
            ("Subscribers left the paper in May.", false),
            ("The newsletter was read by few.", false),
        ] {
            assert_eq!(invites(text), want, "{text}");
        }
    }
}
