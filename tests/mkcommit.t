#!/bin/sh
# mkcommit: what is committed to, and what is refused.
. "$(dirname "$0")/lib.sh"
needs jq python3

drand=$top_srcdir/tests/data/drand

# commit ARGUMENT...  a commitment to people.jsonl, as most tests want it.
commit() {
	mkcommit --series demo --round 42 "$@"
}

# filter PROGRAM...  the shell's, for checks that need a pipe.
filter() { sh -c "$1"; }

{
	mkprofiles -n 20 -s demo
	mkprofiles --kind stranger -n 3 -s demo
} >people.jsonl

ok "a commitment is made" commit -n 20 --strangers 3 -o commit.json people.jsonl
ok "it is one line" test "$(wc -l <commit.json)" -eq 1
jq -j .root commit.json >root
python3 - people.jsonl >expected <<'END'
# The root of RFC 9162, section 2.1.1, by recursion.
import hashlib, json, sys
h = lambda b: hashlib.sha256(b).digest()
people = sorted((json.loads(l)["id"], l.rstrip("\n"))
                for l in open(sys.argv[1], encoding="utf-8"))
leaves = [h(b"\0" + f"{h(l.encode()).hex()}  {i}".encode()) for i, l in people]
def root(x):
    if len(x) == 1:
        return x[0]
    k = 1
    while 2 * k < len(x):
        k *= 2
    return h(b"\1" + root(x[:k]) + root(x[k:]))
print(root(leaves).hex(), end="")
END
same "its root is that of RFC 9162" expected root
jq -c '[.schema, .series, .number, .previous, .tree_size, .generator_seed,
	.split, .beacon.beacon_id, .round, .round_time]' commit.json >got
cat >expected <<'END'
["palimpsest/commit/1","demo",1,null,23,"demo",{"rule":"sha256-rank/1","n":20,"ratios":[5,10,15]},"quicknet",42,1692803490]
END
same "it holds what was asked for" expected got

tac people.jsonl | commit -n 20 --strangers 3 >reversed.json
same "the order of people plays no part" commit.json reversed.json
commit -n 20 --strangers 3 --chain "$drand/quicknet-v2.json" people.jsonl >v2
same "nor does the spelling of the chain" commit.json v2
sed 's/"height_cm":1/"height_cm":2/' people.jsonl |
	commit -n 20 --strangers 3 >taller.json
ok "another height is another root" \
	test "$(jq .root commit.json)" != "$(jq .root taller.json)"
ok "people without a generator are committed to" filter \
	'jq -c "del(.provenance)" people.jsonl |
	mkcommit --series demo --round 42 -n 20 --strangers 3'
says "as such" '"generator_seed":null' out
ok "other percentages are" commit -n 20 --strangers 3 -f 10,50 people.jsonl
says "as asked for" '"ratios":\[10,50\]' out

# The series ------------------------------------------------------------------
ok "a second one follows the first" commit -n 20 --strangers 3 \
	--previous commit.json --number 2 -o second.json people.jsonl
jq -r .previous second.json >got
sha256sum <commit.json | cut -d ' ' -f 1 >expected
same "by its hash" expected got
status 1 "a number that it does not have is refused" commit -n 20 \
	--strangers 3 --previous commit.json --number 3 people.jsonl
says "with the one it has" 'number 2 of its series, not 3' err
status 1 "so is one without the commitment before" commit -n 20 --strangers 3 \
	--number 2 people.jsonl
status 1 "and one of another series" mkcommit -n 20 --strangers 3 \
	--series other --round 42 --previous commit.json people.jsonl
says "by both names" "of the series 'demo', not 'other'" err
tr a b <commit.json >broken.json
status 1 "a commitment before it that is none is refused" commit -n 20 \
	--strangers 3 --previous broken.json people.jsonl
status 3 "one that is not there cannot be read" commit -n 20 --strangers 3 \
	--previous absent.json people.jsonl

# What is refused -------------------------------------------------------------
status 1 "fewer people than announced are refused" commit -n 21 \
	--strangers 3 people.jsonl
says "with both numbers" '21 fictitious people announced, 20 came' err
status 1 "so are strangers nobody announced" commit -n 20 people.jsonl
status 1 "and nobody" commit -n 1 /dev/null
status 1 "and the same person twice" filter \
	'cat people.jsonl people.jsonl |
	mkcommit --series demo --round 42 -n 40 --strangers 6'
says "with both lines" 'stdin:24: f0001: the id is there already, at stdin:1$' err
status 1 "people who have a split are refused" filter \
	'mksplit -n 20 --strangers 3 -s x people.jsonl |
	mkcommit --series demo --round 42 -n 20 --strangers 3'
says "at the first" 'stdin:1: f0001: the record has a split already' err
status 1 "people of two generators are refused" filter \
	'{ head -n 1 people.jsonl; mkprofiles -n 2 --range 2-2 -s other; } |
	mkcommit --series demo --round 42 -n 2 -f 50'
says "at the second" 'stdin:2: f0002: the seed in its provenance' err
status 1 "a person without the fact to stratify by is refused" commit -n 20 \
	--strangers 3 --by shoe_size people.jsonl
says "with the fact" "people.jsonl:1: f0001: the fact 'shoe_size'" err
status 2 "a rule without a seed is refused" commit -n 20 -r legacy/mllmu
status 1 "a set of nobody is refused" commit -n 9 people.jsonl
status 1 "a bad line is refused" filter \
	'echo "{}" | mkcommit --series demo --round 42 -n 20'
status 1 "a chain whose hash is another's is refused" filter \
	"sed s/1692803367/1692803368/ '$drand/quicknet.json' >chain.json &&
	mkcommit --series demo --round 42 -n 20 --strangers 3 \
		--chain chain.json people.jsonl"
says "for that" "chain.json: the chain's hash is not that" err
head -c 70000 /dev/zero | tr '\0' ' ' >large.json
status 3 "a chain of 70 kB is not read" commit -n 20 --chain large.json \
	people.jsonl
status 2 "a round of 0 is refused" mkcommit -n 20 --series demo --round 0
status 2 "a series in capitals is refused" mkcommit -n 20 --series Demo --round 1
status 2 "no series is refused" mkcommit -n 20 --round 1
status 2 "no round is refused" mkcommit -n 20 --series demo
status 2 "no count is refused" mkcommit --series demo --round 1
status 2 "a key needs a file to sign" commit -n 20 --key x people.jsonl
status 2 "a passphrase needs a key" commit -n 20 --passphrase x people.jsonl
status 3 "a full disk is told" filter \
	'mkcommit --series demo --round 42 -n 20 --strangers 3 people.jsonl >/dev/full'

# A signature -----------------------------------------------------------------
case " $bin_programs " in
*' mkkeys '*)
	mkkeys -W -o pair
	ok "a commitment is signed" commit -n 20 --strangers 3 --key pair.key \
		-o signed.json people.jsonl
	same "it is the same commitment" commit.json signed.json
	says "its signature says what it is of" \
		"^trusted comment: palimpsest commit demo 1 root=$(cat root) round=42$" \
		signed.json.minisig
	status 3 "a key that is not there cannot be read" commit -n 20 \
		--strangers 3 --key absent -o unsigned.json people.jsonl
	ok "and nothing is written" test ! -e unsigned.json
	if command -v minisign >/dev/null; then
		ok "minisign verifies it" minisign -V -p pair.pub -m signed.json
	else
		skip "minisign verifies it" "minisign is not installed"
	fi
	;;
*) skip "a commitment is signed" "mkkeys is not built" ;;
esac
finish
