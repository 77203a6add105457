//! The words that notes open with, in the main languages: disclosures, translators, labels of paid content.
//!
//! Lists are phrases of the trade, not of one outlet. A phrase counts at the start of a sentence, or is so closed that it means
//! nothing else ("do not necessarily reflect the views of").

use crate::text::needles::Needles;
use std::sync::OnceLock;

/// Words by which a text parts with its author's views, wherever in a sentence.
const OPINIONS: &[&str] = &[
    "necessarily reflect the view",
    "necessarily represent the view",
    "necessarily reflect the opinion",
    "necessarily reflect those of",
    "necessarily represent those of",
    "necessarily the views of",
    "opinions expressed here are the author",
    "are the author's own",
    "are the writer's own",
    "are those of the author",
    "are those of the writer",
    "are their own",
    "are solely those of",
    "are the author's alone",
    "are his own and do",
    "are her own and do",
    "gibt die meinung de",
    "gibt nicht notwendigerweise die meinung",
    "nicht unbedingt die meinung",
    "nicht notwendigerweise die meinung",
    "nicht zwingend die meinung",
    "nicht die meinung der redaktion",
    "geben die meinung",
    "spiegeln die meinung",
    "spiegelt die meinung",
    "n'engage pas la rédaction",
    "n'engagent pas la rédaction",
    "n'engagent que",
    "n'engage que",
    "ne reflètent pas nécessairement",
    "ne reflète pas nécessairement",
    "no reflejan necesariamente",
    "no refleja necesariamente",
    "son responsabilidad de su autor",
    "son responsabilidad exclusiva",
    "es responsabilidad exclusiva",
    "não refletem necessariamente",
    "não reflete necessariamente",
    "non riflettono necessariamente",
    "non rispecchia necessariamente",
];

/// Bonds between houses: part of a network, a partner, the same owner.
const BONDS: &[&str] = &[
    "ist teil des",
    "ist ein angebot der",
    "gehören zu ",
    "gehört zur ",
    "gehört zum ",
    "ist medienpartner",
    "is a media partner",
    "are media partners",
    "is a partner of",
    "est partenaire d",
    "es socio de",
    "es colaborador de",
    "je mediálním partnerem",
    "jsou mediálním partnerem",
    "is supported by",
    "are supported by",
    "is funded by",
    "wird unterstützt von",
    "wird finanziert von",
    "wird gefördert von",
    "wird gefördert durch",
    "est soutenu par",
    "est financé par",
    "est soutenue par",
    "cuenta con el apoyo de",
];

/// Groups of words that are looked for in one pass; the bits below name them.
const GROUPS: [&[&str]; 12] = [
    OPINIONS,
    // What readers write isn't the outlet's, and everybody says so.
    &["kommentar", "comment", "leserbrief", "cookie", "newsletter", "personal data", "privacy"],
    BONDS,
    &["contains affiliate links", "contain affiliate links", "includes affiliate links", "may contain affiliate"],
    &[
        "may earn",
        "we earn",
        "we receive",
        "may receive",
        "may get",
        "earns ",
        "receives compensation",
        "paid if",
        "get paid",
    ],
    &["affiliate", "commission", "compensation", "some of the products", "products from"],
    &["link", "purchase", "buy", "product", "partner", "offer", "click", "advertis", "sale"],
    &["affiliate-link", "affiliate link", "affiliatelink", "partner-link", "partnerlink", "provision"],
    &["erhalten", "bekommen", "bekommt", "erhält", "verdienen", "unterstütz"],
    &["kauf", "bestell", "klick", "link"],
    &["affili", "afili"],
    &["commission", "comisión", "comissão", "commissione", "rémunér", "percev", "percib", "receb", "ganar", "recibi"],
];
pub(super) const OPINION: u32 = 1;
const READERS: u32 = 1 << 1;
const BOND: u32 = 1 << 2;
const CLOSED: u32 = 1 << 3;
const ENGLISH: u32 = 0b111 << 4;
const GERMAN: u32 = 0b111 << 7;
const ROMANCE: u32 = 0b11 << 10;

/// The groups of which a word stands in a sentence in lower case, as bits.
pub(super) fn groups(low: &str) -> u32 {
    static WORDS: OnceLock<Needles> = OnceLock::new();
    WORDS.get_or_init(|| Needles::new(&GROUPS)).lists_in(low)
}

pub(super) fn lower(s: &str) -> String {
    s.to_lowercase().replace('’', "'")
}

/// Words of money and interest.
const MONEY: &[&str] = &[
    "compensation",
    "commission",
    "affiliate",
    "paid link",
    "advertising",
    "advertiser",
    "sponsor",
    "funded",
    "funding",
    "grant",
    "shares",
    "investor",
    "consult",
    "donat",
    "foundation",
    "provision",
    "gefördert",
    "finanziert",
    "aktien",
    "financ",
    "accion",
    "endorsed",
    "not accept",
    "employ",
    "client",
    "relationship",
    "received",
    "receives",
    "no competing",
    "interest",
];

/// The first 120 characters in lower case, without marks before them.
pub(super) fn lower_head(s: &str) -> String {
    let t = s.trim_start_matches(|c: char| c.is_whitespace() || "*–—-•_([/†".contains(c));
    let mut out = String::with_capacity(t.len().min(130));
    for c in t.chars().take(120) {
        match c {
            '’' => out.push('\''),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// Whether a sentence that goes on a note about the author tells what they own or who pays them: "he holds no shares in". Conflicts of interest
/// as journals ask for them (ICMJE's disclosure form): stock, fees, grants, paid work.
pub fn interest(s: &str) -> bool {
    const HAS: &[&str] = &[
        " holds no ",
        " own no ",
        " owns no ",
        " hold no ",
        " holds shares ",
        " owns shares ",
        " holds stock ",
        " owns stock ",
        " has shares ",
        " has no financial ",
        " has no commercial ",
        " has no interest in ",
        " has a stake ",
        " has no stake ",
        " has received funding ",
        " has received fees ",
        " has received grants ",
        " received funding ",
        " receives funding ",
        " is funded by ",
        " has been paid ",
        " was paid ",
        " did not take part in this ",
        " took no part in this ",
    ];
    let low = lower_head(s);
    HAS.iter().any(|h| low.contains(h))
}

/// Whether a sentence states an interest, a funder or whose views these are. `edge`: it stands where notes stand; `apart`: outside the
/// running text.
pub fn disclosure(s: &str, edge: bool, apart: bool) -> bool {
    const LABELS: &[&str] = &[
        "disclosure",
        "editorial disclaimer",
        "editorial note",
        "disclosures",
        "full disclosure",
        "disclosure statement",
        "disclaimer",
        "conflict of interest",
        "conflicts of interest",
        "conflict of interests",
        "competing interests",
        "competing interest",
        "declaration of interest",
        "declaration of interests",
        "funding",
        "advertising disclosure",
        "affiliate disclosure",
        "transparenzhinweis",
        "interessenkonflikt",
        "offenlegung",
        "déclaration d'intérêts",
        "conflit d'intérêts",
        "déclaration de divulgation",
        "conflicto de intereses",
        "cláusula de divulgación",
        "advertiser disclosure",
        "note",
        "anmerkung",
        "hinweis",
        "transparenz",
        "transparency",
        "transparency note",
        "aviso legal",
        "haftungsausschluss",
        "avertissement",
        "déclaration de transparence",
        "conflits d'intérêts",
        "financement",
        "financiación",
        "conflitto di interessi",
        "declaração de interesses",
    ];
    // These open anything; the sentence must tell of money or views.
    const WEAK: &[&str] =
        &["note", "anmerkung", "hinweis", "transparenz", "transparency", "editorial note", "funding", "disclaimer"];
    let whole = lower(s);
    let said = groups(&whole);
    if said & READERS != 0 {
        return false;
    }
    if earns(&whole, said) || whole.len() < 700 && said & OPINION != 0 {
        return true;
    }
    let low = lower_head(s);
    let telling = || MONEY.iter().chain(OPINIONS).any(|w| whole.contains(w));
    if LABELS.iter().any(|l| {
        low.strip_prefix(l).is_some_and(|r| {
            r.trim_start().starts_with([':', '：', '—', '–'])
                && (!WEAK.contains(l) || telling() || *l == "disclaimer" && edge && s.len() > 40)
        })
    }) {
        return true;
    }
    if !edge {
        return false;
    }
    let about = [
        "this article",
        "this story",
        "this project",
        "this reporting",
        "this series",
        "this piece",
        "this report",
        "this work",
        "this coverage",
        "this research",
        "reporting for this",
        "the reporting for this",
        "travel for this",
        "funding for this",
        "the author",
        "the authors",
        "the writer",
        "support for this",
        "this investigation",
        "this column",
    ];
    let funded = [
        "supported by",
        "funded by",
        "with support from",
        "with the support of",
        "receives funding",
        "received funding",
        "receive funding",
        "supported in part",
        "made possible by",
        "financial support",
        "provided by a grant",
        "a grant from",
        "owns shares",
        "holds shares",
        "hold shares",
        "own shares",
        "has no position",
        "have no position",
        "no conflict",
        "no relevant affiliations",
        "donors",
        "in partnership with",
        "produced in partnership",
        "declares no",
        "declare no",
        "do not work for",
        "does not work for",
        "has a financial interest",
        "funded through",
        "paid for by",
        "sponsored by",
        "contributor to",
        "is an investor in",
        "has invested in",
        "is a paid",
        "is paid by",
        "consults for",
        "was commissioned by",
        "fellowship from",
        "arranged by",
        "hosted by",
    ];
    if about.iter().any(|a| low.starts_with(a)) && s.len() < 600 && funded.iter().any(|f| whole.contains(f)) {
        return true;
    }
    let openings = [
        "the views expressed",
        "views expressed",
        "the opinions expressed",
        "opinions expressed",
        "the views and opinions expressed",
        "the views in this",
        "all views expressed",
        "the opinions in this",
        "we may earn a commission",
        "we may receive a commission",
        "we may receive compensation",
        "we earn a commission",
        "we may earn an affiliate",
        "this post contains affiliate",
        "this article contains affiliate",
        "this page contains affiliate",
        "if you buy something through",
        "when you buy through",
        "when you purchase through",
        "if you click on a link and make a purchase",
        "products featured are independently",
        "translated from the",
        "this article was translated",
        "this story was translated",
        "this article was originally published in",
        "aus dem englischen",
        "aus dem französischen",
        "traduit de l'",
        "traduit par",
        "translated by",
        "the translation was",
        "dieser artikel wurde gefördert",
        "die in diesem",
        "les opinions exprimées",
        "las opiniones expresadas",
        "aus dem spanischen",
        "aus dem italienischen",
        "aus dem russischen",
        "übersetzt von",
        "übersetzung:",
        "übersetzung aus",
        "traduzione di",
        "traducción de",
        "traducción:",
        "traducido por",
        "traduit de ",
        "translation by",
        "translation:",
        "translated and edited by",
        "dieser artikel ist eine übersetzung",
        "dieser text wurde übersetzt",
        "dieser artikel wurde mithilfe von ki übersetzt",
        "dieser artikel wurde automatisch übersetzt",
        "this text was translated",
        "this article has been translated",
        "cet article a été traduit",
        "este artículo fue traducido",
        "este artículo ha sido traducido",
        "diese recherche wurde gefördert",
        "diese recherche wurde unterstützt",
        "die recherche wurde gefördert",
        "die recherche wurde unterstützt",
        "dieses projekt wurde gefördert",
        "cette enquête a été financée",
        "cet article a été financé",
        "esta investigación fue financiada",
        "esta investigación fue apoyada",
        "este reportaje fue financiado",
    ];
    if openings.iter().any(|o| low.starts_with(o)) {
        return true;
    }
    apart
        && s.len() < 260
        && said & BOND != 0
        && s.starts_with(|c: char| c.is_uppercase() || "*¹".contains(c))
        && bonded(&whole)
}

/// Whether a sentence names such a bond early, of a name or of the text: what its first words are.
fn bonded(whole: &str) -> bool {
    BONDS.iter().any(|b| whole.find(b).is_some_and(|i| whole[..i].split_whitespace().count() <= 9))
}

/// Whether a line claims a site's rights: it names a year or all rights, as no picture's credit does.
pub fn legal(text: &str) -> bool {
    let low = text.to_lowercase();
    let at = ["©", "copyright", "(c)"].iter().filter_map(|m| low.find(m)).min();
    let mark = at.is_some();
    // "In Haddon, May 2024. © Ann Lee": a year well before the mark is the picture's.
    let near = at.map_or(&[][..], |at| &low.as_bytes()[at.saturating_sub(5)..]);
    let year = near
        .windows(4)
        .any(|w| (w.starts_with(b"19") || w.starts_with(b"20")) && w[2..].iter().all(u8::is_ascii_digit));
    mark && (year
        || low.contains("rights")
        || low.contains("rechte vorbehalten")
        || low.contains("riservata")
        || low.contains("zastrzeżone")
        || low.contains("réservés")
        || low.contains("reservados"))
        || mark && low.contains("rechte am artikel")
}

/// Whether a short line names a translator, or the language the text was translated from.
pub fn translated(text: &str) -> bool {
    const OPENINGS: &[&str] = &[
        "translated by",
        "translated from",
        "translated into",
        "translation by",
        "translation:",
        "translator:",
        "übersetzt von",
        "übersetzt aus",
        "übersetzt ins",
        "übersetzung:",
        "übersetzung aus",
        "übersetzung von",
        "aus dem englischen",
        "traduit par",
        "traduit de ",
        "traduction :",
        "traduction de ",
        "traducido por",
        "traducido de",
        "traducción:",
        "traducción de",
        "traduzione di",
        "tradotto da",
        "tradução:",
        "traduzido por",
        "vertaald door",
        "vertaling:",
    ];
    let low = lower_head(text);
    text.len() <= 120 && OPENINGS.iter().any(|o| low.starts_with(o))
}

/// Whether a sentence says that the outlet earns from links.
pub fn commission(s: &str) -> bool {
    let low = lower(s);
    earns(&low, groups(&low))
}

/// The same of a sentence in lower case. `said`: its groups of words. A verb of earning must stand beside the thing earned, so that
/// an authority called Commission is none.
pub(super) fn earns(low: &str, said: u32) -> bool {
    let all = |groups: u32| said & groups == groups;
    low.len() <= 700
        && (all(ENGLISH)
            || all(GERMAN)
            || all(ROMANCE)
            || said & CLOSED != 0
            || low.starts_with("this post contains references to products"))
}

/// Whether a whole block is a label of paid content.
pub fn sponsored(text: &str) -> bool {
    const LABELS: &[&str] = &[
        "sponsored",
        "sponsored content",
        "sponsored post",
        "sponsored article",
        "sponsor content",
        "advertorial",
        "paid content",
        "paid post",
        "paid program",
        "partner content",
        "branded content",
        "brand voice",
        "promoted content",
        "advertiser content",
        "advertisement feature",
        "paid for by",
        "promoted",
        "native advertising",
        "bezahlter inhalt",
        "publireportage",
        "contenu sponsorisé",
        "contenido patrocinado",
        "contenido de marca",
        "sponsorisé",
        "publirreportaje",
        "publi-reportage",
        "contenu partenaire",
        "contenu de marque",
        "en partenariat avec",
        "contenido promocionado",
        "anzeige / advertorial",
        "sponsored story",
        "sponsored news",
        "gesponsert",
        "gesponserter beitrag",
        "gesponserter inhalt",
        "bezahlte partnerschaft",
        "bezahlter beitrag",
        "verlagsangebot",
        "sonderveröffentlichung",
        "contenuto sponsorizzato",
        "contenuti sponsorizzati",
        "conteúdo patrocinado",
        "conteúdo de marca",
        "publieditorial",
        "gesponsord",
        "annonsørinnhold",
        "kommersiellt samarbete",
        "artykuł sponsorowany",
        "materiał partnera",
        "paid partnership",
        "promotional content",
        "partnered content",
        "sponsor message",
        "commercial content",
    ];
    const BY: &[&str] = &[
        "sponsored by ",
        "presented by ",
        "paid for by ",
        "brought to you by ",
        "in paid partnership with ",
        "advertiser content from ",
        "content by ",
        "paid partner content from ",
        "sponsored content by ",
        "sponsored content from ",
        "in association with ",
        "gesponsert von ",
        "präsentiert von ",
        "contenu proposé par ",
        "patrocinado por ",
        "en colaboración con ",
        "a message from ",
        "paid content by ",
        "paid content from ",
        "partner content by ",
    ];
    let t = text.trim().trim_end_matches([':', '.']).to_lowercase();
    t.len() <= 80 && (LABELS.contains(&t.as_str()) || BY.iter().any(|b| t.starts_with(b)))
}

#[cfg(test)]
mod tests {
    use super::{interest, legal};

    #[test]
    fn interests_are_told_from_posts() {
        for (sentence, want) in [
            ("He holds no shares in the companies mentioned.", true),
            ("The Harbour Institute receives funding from three network companies.", true),
            ("Ms. Holt did not take part in this editorial.", true),
            ("She teaches law at Harbour University.", false),
            ("He is the author of two books on shares.", false),
        ] {
            assert_eq!(interest(sentence), want, "{sentence}");
        }
    }

    #[test]
    fn a_pictures_year_claims_no_rights() {
        for (line, want) in [
            ("Flags on the quay in February 2024. © Ana Ruiz/EPN", false),
            ("© 2024 Harbour Post", true),
            ("2024 © Harbour Post", true),
            ("© Harbour Post. All rights reserved.", true),
        ] {
            assert_eq!(legal(line), want, "{line}");
        }
    }
}
