"""What an office would write itself: a hook that looks for the fields of an update."""
import re
import sys

FIELDS = ("workstream", "period", "rag", "sponsor", "managers", "completed_on")
LEVELS = ("green", "green-amber", "amber", "amber-red", "red")
bad = False
for path in sys.argv[1:]:
    text = open(path, encoding="utf-8").read()
    match = re.match(r"---\n(.*?)\n---\n", text, re.S)
    fields = dict(re.findall(r"^(\w+):\s*(.*)$", match.group(1), re.M)) if match else {}
    for field in FIELDS:
        if field not in fields:
            print(f"{path}: no {field}")
            bad = True
    if fields.get("rag") not in LEVELS:
        print(f"{path}: rag is not a level")
        bad = True
sys.exit(bad)
