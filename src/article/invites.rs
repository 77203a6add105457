//! Lines between paragraphs that speak to the reader and not of the matter: "Sign up for our newsletter", "Read more:".
//!
//! Two things must come together, how such a line starts and where it leads to, so that an article that says "Follow the
//! river from here" or "Listen to the people" keeps its words. Labels of boxes stand alone in their line.

use crate::text::offsets::head;

/// Longer lines are paragraphs, in bytes.
const LONGEST: usize = 220;

/// How such a line starts, in lower case.
const ASKS: &[&str] = &[
    "sign up",
    "sign-up",
    "subscribe",
    "read more",
    "read also",
    "also read",
    "read this story in",
    "read the full",
    "see also",
    "listen live",
    "get the latest",
    "get our",
    "get breaking",
    "join our",
    "rsvp",
    "click here",
    "click to",
    "tap here",
    "to view the full",
    "to read the full",
    "to continue reading",
    "you can also subscribe",
    "for the latest",
    "for more on",
    "for more news",
    "for more stories",
    "for more information",
    "stay up to date",
    "stay informed",
    "follow our",
    "follow us",
    "keep up with",
    "want more",
    "do you have a story",
    "do you have information",
    "got a tip",
    "got a story",
    "have a tip",
    "have a story",
    "send us",
    "share your",
    "tell us",
    "let us know",
    "email us",
    "like us",
    "find us",
    "support our",
    "[sign up",
    "[want",
    "[get",
    "[subscribe",
    "[what you need",
];

/// How it may start, and a sentence of the article too.
const MAY_ASK: &[&str] = &[
    "follow",
    "listen to",
    "watch",
    "download",
    "join the",
    "join us",
    "get more",
    "send your",
    "enjoyed this",
    "like this",
    "don't miss",
    "don’t miss",
    "want to",
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
    "google news",
    "apple news",
    "live at",
    "rsvp",
];

/// The same, behind what asks in any case.
const PLACES: &[&str] = &[
    "app",
    "apps",
    "alerts",
    "here",
    "comments",
    "coverage",
    "story in",
    "full story",
    "email",
    "e-mail",
    "updates",
    "us know",
    "sign up",
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
    let starts = |list: &[&str]| list.iter().any(|s| low.strip_prefix(s).is_some_and(|rest| edge(rest.chars().next())));
    let holds = |list: &[&str]| {
        list.iter().any(|c| {
            low.match_indices(c)
                .any(|(i, _)| edge(low[..i].chars().next_back()) && edge(low[i + c.len()..].chars().next()))
        })
    };
    let asks = starts(ASKS);
    (asks || starts(MAY_ASK)) && holds(CHANNELS) || asks && holds(PLACES)
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
            ("Watch how people here wait for the ferry.", false),
            ("For more than ten years he lived here.", false),
            ("Want to know how we got here?", false),
            ("More ferries came in May.", false),
            ("Subscribers left the paper in May.", false),
            ("The newsletter was read by few.", false),
        ] {
            assert_eq!(invites(text), want, "{text}");
        }
    }
}
