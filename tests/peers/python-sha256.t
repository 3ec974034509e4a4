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

# The other rules, each in a few lines that know nothing of ours but the manual.
cat >rules.py <<'END'
import hashlib, json, os, sys
from fractions import Fraction

seed, rule, n = "a seed, é", sys.argv[1], 500
options = dict(o.split("=") for o in sys.argv[2:])
people = [json.loads(line) for line in open("people500")]
ratios = [int(p) for p in options.get("f", "5,10,15").split(",")]
share = lambda p: (n * int(p) + 50) // 100


def key(id):
    text = "palimpsest split 1\n%s\n%s\n" % (seed, id)
    return hashlib.sha256(text.encode()).digest(), id.encode()


order = sorted((p["id"] for p in people), key=key)
if "by" in options:
    value = {p["id"]: p["facts"][options["by"]] for p in people}
    strata = {}
    for id in order:
        strata.setdefault(value[id], []).append(id)
    place = {id: Fraction(2 * r - 1, 2 * len(s))
             for s in strata.values() for r, id in enumerate(s, 1)}
    order.sort(key=lambda id: (place[id], key(id)))
if rule == "legacy/mllmu":
    order.sort()

holdout, tune = share(options.get("holdout", 0)), share(options.get("tune", 0))
kept = n - holdout
forget, start = {}, 0
for p in ratios:
    name, k = "forget_%02d" % p, share(p)
    if rule == "sha256-disjoint/1":
        forget[name], start = order[start:start + k], start + k
    elif rule == "sha256-threshold/1":
        forget[name] = [id for id in order if int.from_bytes(
            key(id)[0][:8], "big") < p * 2 ** 64 // 100]
    elif rule == "legacy/mllmu":
        path = "/templates/splits/mllmu/forget_%02d.txt" % p
        numbers = open(os.environ["PALIMPSEST_DATA"] + path).read().split()
        forget[name] = [order[int(i) - 1] for i in numbers]
    else:
        forget[name] = order[:k]
sets = {}
for p in ratios:
    name = "forget_%02d" % p
    sets[name] = set(forget[name])
    sets["retain_%02d" % (100 - p)] = set(order[:kept]) - sets[name]
if rule == "sha256-sequence/1":
    size, requests = map(int, options["sequence"].split("x"))
    sets = {"request_%02d" % (i + 1): set(order[i * size:(i + 1) * size])
            for i in range(requests)}
    sets["retain"] = set(order[size * requests:kept])
if tune:
    sets["tune_%02d" % int(options["tune"])] = set(order[kept - tune:kept])
if holdout:
    sets["holdout_%02d" % int(options["holdout"])] = set(order[kept:])
ranks = {id: None if rule == "sha256-threshold/1" else r
         for r, id in enumerate(order, 1)}
for p in people:
    id = p["id"]
    print(json.dumps([id, ranks[id], [s for s in sets if id in sets[s]]]))
END
mkprofiles -n 500 -s demo >people500

# redone RULE NAME=VALUE...  compares mksplit's split with Python's.
redone() {
	rule=$1
	shift
	seed='-s'
	[ "$rule" = legacy/mllmu ] && seed=
	set -- "$rule" "$@"
	# shellcheck disable=SC2046
	mksplit -q -n 500 ${seed:+-s} ${seed:+"a seed, é"} -r "$rule" $(
		shift
		for option; do
			case $option in f=*) echo "-f ${option#f=}" ;; *) echo "--$option" ;; esac
		done
	) people500 >split500
	python3 -c 'import json, sys
for line in sys.stdin:
    p = json.loads(line)
    print(json.dumps([p["id"], p["split"]["rank"], p["split"]["sets"]]))' \
		<split500 >ours
	ok "Python redoes $*" python3 rules.py "$@"
	same "the splits are the same" ours out
}
redone sha256-rank/1 f=1,5,33
redone sha256-rank/1 holdout=10 tune=5
redone sha256-disjoint/1 f=5,10,20 holdout=3
redone sha256-disjoint/1 f=10,20,30,40
redone sha256-sequence/1 sequence=5x10
redone sha256-sequence/1 sequence=7x13 by=residence holdout=10 tune=7
redone sha256-threshold/1 f=1,5,50,99
redone legacy/mllmu
for by in gender residence occupation height_cm birth_date email; do
	redone sha256-rank/1 by=$by f=5,10,15,33 holdout=10
done
redone sha256-disjoint/1 by=pet f=5,10,15
finish
