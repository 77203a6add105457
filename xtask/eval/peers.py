"""Page scores of several extractors beside each other: peers.py DATA ROWS…. DATA is the folder with gold.jsonl and score.py; ROWS are
files of rows for the scorer, ours first, each named after its extractor. `cargo xtask bench pages` writes the rows and calls this."""
import importlib.util
import json
import os
import sys


def main():
    data, files = sys.argv[1], sys.argv[2:]
    spec = importlib.util.spec_from_file_location("score", f"{data}/score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    with open(f"{data}/gold.jsonl", encoding="utf-8") as f:
        gold = [json.loads(line.replace(": NaN", ": null")) for line in f]
    scores = [score.score(gold, {x.get("id"): x for x in score.load(f)}) for f in files]
    print(f"{'':44}" + "".join(f"{os.path.basename(f).removesuffix('.jsonl'):>14}" for f in files))
    behind = 0
    for of, fields in sorted(scores[0].items()):
        for field, (value, n) in fields.items():
            cells = [s[of][field][0] for s in scores]
            short = value < max(cells)
            behind += short
            print(f"{of + ' ' + field + f' ({n})':44}" + "".join(f"{c:>14}" for c in cells) + ("   behind" if short else ""))
    print(f"\nbehind another in {behind} of these")


main()
