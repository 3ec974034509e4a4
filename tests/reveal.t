#!/bin/sh
# mkreveal and cksplit: a seed that nobody chose, and every change that is seen.
. "$(dirname "$0")/lib.sh"
needs jq python3

drand=$top_srcdir/tests/data/drand

mkprofiles -n 20 -s demo >people.jsonl
mkcommit -n 20 --series demo --round 42 -o commit.json people.jsonl
ok "the beacon's answer is revealed" \
	mkreveal --commit commit.json -o reveal.json "$drand/quicknet-42.json"
says "that its signature was not checked is said" \
	"mkreveal: the beacon's BLS signature was not checked" err
mkreveal --commit commit.json <"$drand/quicknet-42.json" >piped.json 2>err
same "from standard input, too" reveal.json piped.json
for info in quicknet quicknet-v2; do
	status 1 "what a chain says of itself is no answer: $info" \
		mkreveal --commit commit.json "$drand/$info.json"
	says "that is told, with what is wanted" \
		'this is what the chain says of itself \(/info\); wanted .*/public/ROUND' err
done
seed=$(jq -r .seed reveal.json)
random=8ada64bae5c6c0f5540a6a13af56e663240edfbd2c76ac6a8f27671eb7259ce3
chain=$(jq -r .beacon.chain_hash commit.json)
echo "drand:$chain:42:$random:$(jq -r .root commit.json)" >expected
echo "$seed" >got
same "the seed is the beacon's randomness and the people's root" expected got

mksplit -n 20 -s "$seed" people.jsonl >split.jsonl
pledged() { cksplit -q --commit commit.json --reveal reveal.json "$@"; }
ok "the split of that seed is the one committed to" pledged split.jsonl
says "that the signature was not checked is said here, too" \
	"cksplit: the beacon's BLS signature was not checked" err
tac split.jsonl >reversed.jsonl
ok "in any order" pledged reversed.jsonl

# changed STATUS DESCRIPTION SAYING FILE  passes if a split is refused so.
changed() {
	status "$1" "$2" pledged "$4"
	says "$2, for the right reason" "$3" err
}
mksplit -n 20 -s chosen people.jsonl >chosen.jsonl
changed 1 "a seed that was chosen is refused" 'not the one revealed' \
	chosen.jsonl
mksplit -n 20 -f 5,10,20 -s "$seed" people.jsonl >ratios.jsonl
changed 1 "other percentages are refused" 'not those committed to' ratios.jsonl
head -n 19 people.jsonl | mksplit -n 19 -s "$seed" >fewer.jsonl
changed 1 "fewer people are refused" 'not those committed to' fewer.jsonl
sed '7s/"height_cm":1/"height_cm":2/' people.jsonl |
	mksplit -n 20 -s "$seed" >taller.jsonl
changed 1 "one who has grown is refused" 'their root is another' taller.jsonl
sed 's/"seed":"demo"/"seed":"dema"/' people.jsonl |
	mksplit -n 20 -s "$seed" >other.jsonl
changed 1 "another generator's seed is refused" 'another seed' other.jsonl
sed '7s/"seed":"demo"/"seed":"dema"/' people.jsonl |
	mksplit -n 20 -s "$seed" >mixed.jsonl
changed 1 "also in one person" 'stdin|mixed.jsonl:7: f0007' mixed.jsonl
{
	cat people.jsonl
	mkprofiles --kind stranger -n 1 -s demo
} | mksplit -n 20 --strangers 1 -s "$seed" >more.jsonl
changed 1 "a stranger nobody committed to is refused" 'more or fewer' more.jsonl

# Every rule that takes a seed, with its options; without them it is another.
mkprofiles -n 100 -s demo >hundred.jsonl
kept() { # kept OPTION...  passes if that is committed to, and no other kept
	mkcommit -n 100 "$@" --series demo --round 42 -o kept.json hundred.jsonl &&
		mkreveal --commit kept.json -o kept-reveal.json \
			"$drand/quicknet-42.json" &&
		mksplit -n 100 "$@" -s "$(jq -r .seed kept-reveal.json)" \
			-o kept.jsonl hundred.jsonl &&
		cksplit -q --commit kept.json --reveal kept-reveal.json kept.jsonl
}
plain() {
	mksplit -n 100 -s "$(jq -r .seed kept-reveal.json)" hundred.jsonl |
		cksplit -q --commit kept.json --reveal kept-reveal.json
}
while read -r options; do
	# shellcheck disable=SC2086  # a list of words
	ok "a split with $options is the one committed to" kept $options
	status 1 "one without is not" plain
	says "which is told" 'other options are not those committed to' err
done <<END
-f 10
--holdout 10
--tune 5
--by gender
--holdout 10 --tune 5 --by gender
-r sha256-disjoint/1
-r sha256-sequence/1 --sequence 5x10
-r sha256-threshold/1
END

# Every bit of both files; a change that is seen ends cksplit in 1.
cat >flip.py <<'END'
# flip.py FILE STEP: changes every STEP-th bit of FILE, one at a time, and
# prints those that cksplit lets pass, or does not refuse with 1.
import subprocess, sys
name, step = sys.argv[1], int(sys.argv[2])
good = open(name, "rb").read()
for bit in range(0, 8 * len(good), step):
    bad = bytearray(good)
    bad[bit // 8] ^= 1 << bit % 8
    open("flipped.json", "wb").write(bad)
    names = ["flipped.json" if n == name else n
             for n in ("commit.json", "reveal.json")]
    status = subprocess.run(
        ["cksplit", "-q", "--commit", names[0], "--reveal", names[1],
         "split.jsonl"], stderr=subprocess.DEVNULL).returncode
    if status != 1:
        print(bit, status)
END
: >nothing
# The unit test of lib/commit changes all of them; here the whole tool.
python3 flip.py commit.json 17 >unseen
same "no bit of the commitment can be changed" nothing unseen
python3 flip.py reveal.json 11 >unseen
same "no bit of what was revealed can be changed" nothing unseen

# The beacon's answer ---------------------------------------------------------
status 1 "the answer for another round is refused" \
	mkreveal --commit commit.json "$drand/quicknet-43.json"
says "with both rounds" 'is for round 43, the commitment names round 42' err
status 1 "the answer of another chain is refused" \
	mkreveal --commit commit.json "$drand/default-5347804.json"
echo '<html>429 Too Many Requests</html>' >limited
status 1 "a server's excuse is refused" mkreveal --commit commit.json limited
says "as what it is not" 'limited: the .* is not a JSON object' err
status 1 "an empty answer is refused" mkreveal --commit commit.json /dev/null
jq -c '.randomness = "00"' "$drand/quicknet-42.json" >short.json
status 1 "randomness that is not the signature's is refused" \
	mkreveal --commit commit.json short.json
head -c 100000 /dev/zero | tr '\0' ' ' >large
status 3 "an answer of 100 kB is not read" mkreveal --commit commit.json large
status 3 "an answer that is not there cannot be read" \
	mkreveal --commit commit.json absent
status 1 "a commitment that is none is refused" \
	mkreveal --commit reveal.json "$drand/quicknet-42.json"
status 2 "without a commitment nothing is revealed" mkreveal
status 2 "of one answer only" mkreveal --commit commit.json a b
status 2 "a commitment comes with its reveal" cksplit --commit commit.json
status 2 "and a verifier with both" cksplit --verifier true split.jsonl
status 3 "a full disk is told" sh -c \
	'mkreveal --commit commit.json <"$1" >/dev/full' sh \
	"$drand/quicknet-42.json"

# A chain whose rounds are chained.
mkcommit -n 20 --series demo --chain "$drand/default.json" --round 5347804 \
	-o chained.json people.jsonl
ok "the answer of a chained round is revealed" mkreveal \
	--commit chained.json -o chained-reveal.json "$drand/default-5347804.json"
mksplit -n 20 -s "$(jq -r .seed chained-reveal.json)" people.jsonl >chained.jsonl
ok "and its split checked" cksplit -q --commit chained.json \
	--reveal chained-reveal.json chained.jsonl
status 1 "one commitment's reveal is not another's" cksplit -q \
	--commit commit.json --reveal chained-reveal.json chained.jsonl
says "which is told" 'the reveal is of another commitment' err

# A verifier ------------------------------------------------------------------
cat >verifier <<'END'
#!/bin/sh
echo "$@" >asked
cat >input
ls /proc/self/fd >files
echo "said on stdout"
exit "${answer:-0}"
END
chmod +x verifier
echo "beacon bls-unchained-g1-rfc9380 $(jq -r .beacon.public_key commit.json) \
a6bb133cb1e3638ad7b8a3ff0539668e9e56f9b850ef1b2a810f5422eaa6c323 \
$(jq -r .signature reveal.json)" >expected
ok "a verifier is believed" mkreveal --commit commit.json \
	--verifier ./verifier "$drand/quicknet-42.json"
same "nothing is left to say" nothing err
same "it is asked for the message of round 42" expected asked
same "what it says does not become data" reveal.json out
same "it has no input" nothing input
printf '%s\n' 0 1 2 3 >expected
same "and no files of ours" expected files
answer=1
export answer
status 1 "a verifier that refuses is believed, too" mkreveal \
	--commit commit.json --verifier ./verifier "$drand/quicknet-42.json"
same "and nothing is written" nothing out
says "which is told" 'not that of round 42, says the verifier' err
status 1 "also by cksplit" pledged --verifier ./verifier split.jsonl
answer=2
status 3 "one that is for something else is no verdict" pledged \
	--verifier ./verifier split.jsonl
says "which is told" "'./verifier' does not check beacons" err
status 3 "a verifier that is not there is no verdict" pledged \
	--verifier ./absent split.jsonl
printf '#!/bin/sh\nkill -9 $$\n' >dies
chmod +x dies
status 3 "one that a signal ends is no verdict" pledged --verifier ./dies \
	split.jsonl
says "which is told by name" "the verifier './dies' was killed" err
finish
