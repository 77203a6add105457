"""The visible text of a page, as the annotations in tests/annotations/ count it: one line a block, white space collapsed.

It is made by Python's own html.parser and knows nothing of the project's reader, so that an annotation stays true when the
reader's choice of blocks changes. What it leaves out is what src/html.rs leaves out by rule (scripts, hidden elements, forms)."""
import gzip
import re
from html.parser import HTMLParser

OUT = set("script style noscript template select datalist option textarea button svg canvas iframe object audio video noembed "
          "noframes title head".split())
INLINE = set("a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr output q rp rt ruby s "
             "samp small span strike strong sub sup time tt u var img".split())
VOID = set("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split())


class Text(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.open = [], []
        self.out = 0

    def handle_starttag(self, tag, attrs):
        a = {k: v or "" for k, v in attrs}
        style = re.sub(r"\s", "", a.get("style", "").lower())
        hidden = tag in OUT or "hidden" in a or "display:none" in style or "visibility:hidden" in style
        if tag not in INLINE:
            self.parts.append("\n")
        if tag in VOID:
            return
        self.open.append((tag, hidden))
        self.out += hidden

    def handle_endtag(self, tag):
        # An end tag closes what stands open above its start; one that closes nothing is passed over.
        for i in range(len(self.open) - 1, max(-1, len(self.open) - 400), -1):
            if self.open[i][0] == tag:
                for _, hidden in self.open[i:]:
                    self.out -= hidden
                del self.open[i:]
                break
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_data(self, data):
        if not self.out:
            self.parts.append(data.replace("\n", " ").replace("\r", " "))


def decode(raw):
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
    try:
        return raw.decode("utf8")
    except UnicodeDecodeError:
        m = re.search(rb"charset\W*([\w-]+)", raw[:4096])
        try:
            return raw.decode(m.group(1).decode() if m else "cp1252", "replace")
        except LookupError:
            return raw.decode("cp1252", "replace")


def html(path):
    return decode(gzip.open(path).read())


def parse(text):
    p = Text()
    p.feed(text)
    return p


def lines(text):
    """The text's lines without blanks, joined by one newline each."""
    out = (re.sub(r"[ \t\f\xa0\u200b\u200e\ufeff]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in out if line)


def visible(text):
    return lines("".join(parse(text).parts))
