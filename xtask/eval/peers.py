"""Page scores of other extractors beside ours, from one run: peers.py DATA SAIDBY. DATA is the folder with gold.jsonl and score.py.

The extractors are those of `cargo xtask bench pages`, run by its scripts: trafilatura from target/peers (a venv), @mozilla/readability
with jsdom from target/peers/js; what isn't installed is installed there. dom_smoothie's rows are read from target/peers/dom_smoothie.jsonl,
which `cargo bench -p xtask --bench pages -- target/peers/pages.jsonl target/peers` writes; without them its column is empty.
Rows that are there are taken again, so that ours can be compared without waiting; `--anew` makes them anew."""
import gzip
import importlib.util
import json
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DIR = os.path.join(ROOT, "target/peers")
JS = os.path.join(DIR, "js")
INPUTS = os.path.join(DIR, "pages.jsonl")
PEERS = ["readability", "dom_smoothie", "trafilatura"]


def inputs(data):
    with open(f"{data}/gold.jsonl", encoding="utf-8") as gold, open(INPUTS, "w", encoding="utf-8") as out:
        for line in gold:
            row = json.loads(line.replace(": NaN", ": null"))
            with gzip.open(f"{data}/{row['file']}") as f:
                html = f.read().decode("utf-8", "replace")
            out.write(json.dumps({"id": row["file"], "html": html, "url": row.get("url")}, ensure_ascii=False) + "\n")


def call(*command, **more):
    subprocess.run(command, check=True, **more)


def trafilatura(rows):
    python = f"{DIR}/bin/python"
    if not os.path.exists(python):
        call("python3", "-m", "venv", DIR)
        call(python, "-m", "pip", "install", "-q", "trafilatura==2.3.1", "lxml_html_clean")
    call(python, f"{ROOT}/tests/bench/extract_trafilatura.py", INPUTS, rows)


def readability(rows):
    os.makedirs(JS, exist_ok=True)
    if not os.path.isdir(f"{JS}/node_modules"):
        with open(f"{ROOT}/tests/package.json", encoding="utf-8") as f:
            wanted = json.load(f)["devDependencies"]
        with open(f"{JS}/package.json", "w", encoding="utf-8") as f:
            json.dump({"type": "module", "private": True}, f)
        call("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error",
             *(f"{name}@{wanted[name]}" for name in ("@mozilla/readability", "jsdom")), cwd=JS)
    # Node looks for packages beside the script.
    shutil.copy(f"{ROOT}/tests/bench/readability.mjs", JS)
    call("node", "--max-old-space-size=4096", "readability.mjs", INPUTS, rows, cwd=JS)


def main():
    data, saidby = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    anew = "--anew" in sys.argv
    spec = importlib.util.spec_from_file_location("score", f"{data}/score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    os.makedirs(DIR, exist_ok=True)
    if anew or not os.path.exists(INPUTS):
        inputs(data)
    ours = f"{DIR}/saidby.jsonl"
    with open(INPUTS, "rb") as i, open(ours, "wb") as o:
        call(saidby, "annotate", "-", "--input", "jsonl", "--format", "jsonl", "--offsets", "char", stdin=i, stdout=o)
    for name, make in (("trafilatura", trafilatura), ("readability", readability)):
        rows = f"{DIR}/{name}.jsonl"
        if anew or not os.path.exists(rows):
            make(rows)
    with open(f"{data}/gold.jsonl", encoding="utf-8") as f:
        gold = [json.loads(line.replace(": NaN", ": null")) for line in f]
    scores = {}
    for name in ["saidby", *PEERS]:
        if os.path.exists(f"{DIR}/{name}.jsonl"):
            scores[name] = score.score(gold, {x.get("id"): x for x in score.load(f"{DIR}/{name}.jsonl")})
    print(f"{'':44}" + "".join(f"{name:>14}" for name in scores))
    behind = 0
    for of, fields in sorted(scores["saidby"].items()):
        for field, (value, n) in fields.items():
            cells = [scores[name][of][field][0] for name in scores]
            short = value < max(cells)
            behind += short
            print(f"{of + ' ' + field + f' ({n})':44}" + "".join(f"{c:>14}" for c in cells) + ("   behind" if short else ""))
    print(f"\nbehind another in {behind} of these")


main()
