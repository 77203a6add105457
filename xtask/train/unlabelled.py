"""News without gold, for the teacher to read: unlabelled.py DATA_DIR OUT.jsonl

SemEval's articles and Webis's editorials put together again from their rows, and the bodies of English pages. Dev and evaluation
texts of quotations are not among them."""
import json
import sys

data, out = sys.argv[1:3]
rows = lambda name: (json.loads(l) for l in open(f"{data}/{name}", encoding="utf8"))
texts = {}
for r in rows("assertions/semeval20_t11.train.jsonl"):
    texts.setdefault("semeval-" + str(r["group"]), []).append((r["text"].strip(), "\n\n"))
for r in rows("assertions/webis_editorials.dev.jsonl"):
    parts = texts.setdefault("webis-" + r["group"], [])
    same = bool(parts) and parts[-1][2] == r["par"]
    parts.append((r["text"].strip(), " " if same else "\n\n", r["par"]))
texts = {k: "".join((p[1] if i else "") + p[0] for i, p in enumerate(v)) for k, v in texts.items()}
for r in rows("pages/gold.jsonl"):
    # A page of the English common words is English; most rows of some sets say no language.
    body = r.get("body_text") or ""
    words = body.lower().split()
    if len(words) > 150 and sum(w in {"the", "of", "and", "to", "that"} for w in words) > 0.12 * len(words):
        texts["page-" + r["file"]] = body
with open(out, "w", encoding="utf8") as f:
    for k, t in sorted(texts.items()):
        f.write(json.dumps({"id": k, "text": t[:60000], "attributions": []}, ensure_ascii=False) + "\n")
print(len(texts), "texts", sum(len(t.split()) for t in texts.values()), "words")
