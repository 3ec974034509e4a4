#!/bin/sh
# The split, redone with Python's hashlib from the rule in the manual alone.
# shellcheck disable=SC1091
. "$(dirname "$0")/../lib.sh"
peers python3

awk 'BEGIN { for (i = 1; i <= 2000; i++)
	printf "{\"schema\":\"palimpsest/person/1\",\"id\":\"f%04d\"," \
		"\"kind\":\"fictitious\"}\n", i }' >people
ok "mksplit splits 2000 people" mksplit -n 2000 -s 'a seed, é' -f 1,5,33 people
sed 's/.*"id":"\([^"]*\)".*"rank":\([0-9]*\),"sets":\[\([^]]*\)\].*/\2 \1 \3/' \
	out | sort -n >ours

cat >redo.py <<'END'
import hashlib, json, sys

seed, ratios = sys.argv[1], [1, 5, 33]
ids = [json.loads(line)["id"] for line in open("people")]


def key(id):
    text = "palimpsest split 1\n%s\n%s\n" % (seed, id)
    return hashlib.sha256(text.encode()).digest(), id.encode()


for rank, id in enumerate(sorted(ids, key=key), 1):
    sets = ["forget_%02d" % p if rank <= (len(ids) * p + 50) // 100
            else "retain_%02d" % (100 - p) for p in ratios]
    print(rank, id, ",".join('"%s"' % s for s in sets))
END
ok "Python redoes it" python3 redo.py 'a seed, é'
same "ranks and sets are the same" ours out
finish
