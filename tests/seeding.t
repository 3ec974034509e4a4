#!/bin/sh
# Where the seed of a release is from: mkrelease takes a commitment that was
# kept, ckrelease says what it shows, and every change of it is seen.
. "$(dirname "$0")/lib.sh"
needs jq

drand=$top_srcdir/tests/data/drand
mkprofiles -n 20 -s demo >people.jsonl
mkcommit -n 20 --series demo --round 42 -o commit.json people.jsonl
mkreveal --commit commit.json -o reveal.json "$drand/quicknet-42.json" 2>err
seed=$(jq -r .seed reveal.json)
mksplit -n 20 -s "$seed" people.jsonl >split.jsonl

# made DIR ARGUMENT...  makes a release of split.jsonl with a commitment.
made() {
	into=$1
	shift
	mkrelease -q -n 20 --commit commit.json --reveal reveal.json -o "$into" \
		"$@"
}

# What is made ----------------------------------------------------------------
ok "a release takes the commitment of its split" made release split.jsonl
same "as it is" commit.json release/splits/commit.json
same "and what was revealed" reveal.json release/splits/reveal.json
ok "the sums cover both" test 2 -eq \
	"$(grep -c ' splits/\(commit\|reveal\)\.json$' release/SHA256SUMS)"
ok "the release is good" ckrelease release
says "the seed is the beacon's, its signature not checked, nothing dated" \
	"^origin     seed of round 42 of quicknet, committed to as demo 1, the beacon's signature not checked, commitment time not proved$" out
says "so that nothing is claimed of that" \
	'seed not chosen by the publisher not claimed, commitment dated by a third party not claimed$' out

ckrelease --json release | jq -r .origin >got
sed -n 's/^origin     //p' out >want
same "--json says the same" want got
mkkeys -q --no-passphrase -o ours || exit 99
ok "of a signed release" made keyed --key ours.key split.jsonl
ok "the commitment need not be signed" ckrelease --public-key ours.pub keyed
says "which is told" ', commitment time not proved, commitment not signed$' out
status 1 "unless that is required" \
	ckrelease --public-key ours.pub --require-signature keyed
says "then it fails" \
	'keyed/splits/commit.json.minisig: is missing: the commitment is not' err
mkcommit -q -n 20 --series demo --round 42 -o by.json --key ours.key people.jsonl
mkreveal -q --commit by.json -o by-reveal.json "$drand/quicknet-42.json" 2>err
mksplit -q -n 20 -s "$(jq -r .seed by-reveal.json)" people.jsonl |
	mkrelease -q -n 20 --commit by.json --reveal by-reveal.json -o keyed.both \
		--key ours.key || exit 99
ok "one that is signed is enough" \
	ckrelease --public-key ours.pub --require-signature keyed.both
lacks "and nothing is said of it" 'not signed' out

mkrelease -q -n 20 -o plain split.jsonl
ok "a release without the commitment is good, too" ckrelease plain
says "but its seed may have been anybody's choice" \
	'^origin     seed chosen by publisher$' out
mkrelease -q -n 20 -o splitless people.jsonl
ok "one without a split has no seed" ckrelease splitless
lacks "and nothing is said of it" '^origin' out

# What is not made ------------------------------------------------------------
# unmade DESCRIPTION SAYING FILE  passes if no release is made of the file.
unmade() {
	status 1 "$1" made absent "$3"
	says "$1, for the right reason" "$2" err
	ok "$1, and nothing is left" test ! -e absent
}
mksplit -n 20 -s chosen people.jsonl >chosen.jsonl
unmade "a chosen seed is not the one committed to" \
	"commit.json: the split's seed is not the one revealed" chosen.jsonl
mksplit -n 20 --holdout 10 -s "$seed" people.jsonl >other.jsonl
unmade "nor is another option" 'other options are not those' other.jsonl
unmade "nor is no split" 'nobody has a split' people.jsonl
mkprofiles -n 20 -s demo --range 1-20 |
	jq -c '.facts.height_cm += 1' | mksplit -n 20 -s "$seed" >taller.jsonl
status 1 "nor are people who have grown" made absent taller.jsonl
status 1 "a commitment that is none is refused" mkrelease -q -n 20 \
	--commit reveal.json --reveal reveal.json -o absent split.jsonl
status 3 "one that is not there cannot be read" mkrelease -q -n 20 \
	--commit nothing --reveal reveal.json -o absent split.jsonl
status 2 "it comes with what was revealed" mkrelease -q -n 20 \
	--commit commit.json -o absent split.jsonl

# Verifiers -------------------------------------------------------------------
cat >verifier <<'END'
#!/bin/sh
echo "$1" "${2##*/}" "${3##*/}" >>asked
case $1 in
beacon) exit "${beacon:-0}" ;;
timestamp) echo "${stamped:-1692803489}" ;;
cosignature) echo "${cosigned:-1692803400}" ;;
esac
exit "${dated:-0}"
END
chmod +x verifier
# judged ARGUMENT...  checks a release by the verifier.
judged() { ckrelease --verifier ./verifier "$@"; }
ok "a beacon's signature can be checked" judged release
says "but the commitment has no date" ', commitment time not proved$' out
says "so that the publisher may have known what the round gave" \
	'seed not chosen by the publisher not claimed, commitment dated by a third party not claimed$' out

cp commit.json stamped.json
echo token >stamped.json.tsr
echo note >stamped.json.note
mkrelease -q -n 20 --commit stamped.json --reveal reveal.json -o stamped \
	split.jsonl
same "a time stamp beside a commitment is copied" stamped.json.tsr \
	stamped/splits/commit.json.tsr
same "so is a cosignature" stamped.json.note stamped/splits/commit.json.note
ok "without a verifier it shows nothing" ckrelease stamped
says "which is said" 'commitment time not proved$' out
rm asked
ok "with one the commitment is dated" judged stamped
says "by the earlier of both" 'dated 90 s before the round$' out
says "and the ladder is at its top" \
	'seed not chosen by the publisher pass, commitment dated by a third party pass$' out
printf '%s\n' 'beacon bls-unchained-g1-rfc9380 '"$(
	jq -r .beacon.public_key commit.json)" \
	'timestamp commit.json commit.json.tsr' \
	'cosignature commit.json commit.json.note' >expected
same "it was asked about all three" expected asked

# doubted SETTING DESCRIPTION SAYING  passes if that verifier breaks a rung.
doubted() {
	status 1 "$2" env "$1" ckrelease --verifier ./verifier stamped
	says "$2, which is told" "$3" err
}
doubted beacon=1 "a signature that is not the beacon's fails" \
	'splits/reveal.json: the beacon.s signature is not that of the round'
says "and breaks its rung" 'not chosen by the publisher fail' out
doubted dated=1 "a token that is no proof fails" \
	'splits/commit.json.tsr: does not date the commitment, says the verifier'
says "and breaks its rung" \
	'publisher not claimed, commitment dated by a third party fail$' out
doubted stamped=1692803490 "a token of the round's own second is too late" \
	'commit.json.tsr: the commitment was dated 0 s after its round was due'
says "and breaks both rungs" \
	'publisher fail, commitment dated by a third party fail$' out
doubted cosigned=1692803500 "so is a later cosignature" \
	'commit.json.note: the commitment was dated 10 s after its round'
says "which breaks both, too" \
	'publisher fail, commitment dated by a third party fail$' out
doubted stamped=soon "a time that is none proves nothing" \
	'does not date the commitment'
ok "who checks no beacons may still date" env beacon=2 \
	ckrelease --verifier ./verifier stamped
says "and claims no more" \
	'seed not chosen by the publisher not claimed, commitment dated by a third party pass$' out
ok "and who dates nothing may check beacons" env dated=2 \
	ckrelease --verifier ./verifier stamped
says "and claims nothing, for want of a date" \
	'seed not chosen by the publisher not claimed, commitment dated by a third party not claimed$' out
status 3 "a verifier that is not there ends the check" \
	ckrelease --verifier ./absent stamped
says "which is told" "cannot run the verifier './absent'" err

# A beacon of one's own -------------------------------------------------------
# own NAME PERIOD  writes the /info of a chain whose key anybody may have.
own() {
	key=$(printf '%0192d' 7) genesis=$(printf '%064d' 7)
	numbers=$(printf '%08x%016x' "$2" 1692803367)
	chain=$({
		printf %s "$numbers$key$genesis" | tr a-f A-F | basenc -d --base16
		printf %s "$1"
	} | sha256sum | head -c 64)
	printf '{"public_key":"%s","period":%s,"genesis_time":1692803367,' \
		"$key" "$2"
	printf '"genesis_seed":"%s","chain_hash":"%s",' "$genesis" "$chain"
	printf '"scheme":"bls-unchained-g1-rfc9380","beacon_id":"%s"}\n' "$1"
}
own quicknet 3 >own.json
own quicknet 30 >elses.json
chain=$(jq -r .chain_hash own.json)
mkcommit -n 20 --series demo --round 42 --chain own.json -o own-commit.json \
	people.jsonl
echo '{"round":42,"signature":"'"$(printf '%096d' 9)"'"}' >answer.json
mkreveal --commit own-commit.json -o own-reveal.json answer.json 2>err
mksplit -n 20 -s "$(jq -r .seed own-reveal.json)" people.jsonl >own.jsonl
echo token >own-commit.json.tsr
mkrelease -q -n 20 --commit own-commit.json --reveal own-reveal.json -o own \
	own.jsonl
neither='seed not chosen by the publisher not claimed, commitment dated by a third party not claimed$'
both='seed not chosen by the publisher pass, commitment dated by a third party pass$'
ok "a publisher can have a beacon, which a verifier verifies" judged own
says "but nothing is claimed of one that nobody knows" "$neither" out
says "and its hash is told" \
	"^origin     seed of round 42 of quicknet, whose chain $chain is not known, committed" out
ok "who knows it says so" judged --chain own.json own
says "then all is claimed" "$both" out
lacks "and nothing is unknown" 'not known' out
ok "one who knows another" judged --chain elses.json own
says "claims nothing" "$neither" out
ok "and who knows one more still knows the suite's" \
	judged --chain elses.json stamped
says "so that all is claimed of that" "$both" out
status 3 "a chain that is none is no word on the release" \
	judged --chain reveal.json own
status 3 "nor is one that is not there" judged --chain absent own

# owned ARGUMENT...  has cksplit look at the same.
owned() {
	cksplit -q --commit own-commit.json --reveal own-reveal.json \
		--verifier ./verifier "$@" own.jsonl
}
ok "cksplit finds that a split is of such a beacon" owned
says "and tells that nobody knows it" \
	"^cksplit: the beacon's chain $chain is not known: " err
ok "but for who does" owned --chain own.json
lacks "who is told nothing" . err
status 1 "a chain that is none is refused" owned --chain reveal.json
status 2 "one is known for a commitment" cksplit --chain own.json own.jsonl

# A signature -----------------------------------------------------------------
mkkeys -W -o pair && mkkeys -W -o stranger
mkcommit -n 20 --series demo --round 42 --key pair.key -o signed.json \
	people.jsonl
mkrelease -q -n 20 --commit signed.json --reveal reveal.json --key pair.key \
	-o signed split.jsonl
same "a commitment's signature is copied" signed.json.minisig \
	signed/splits/commit.json.minisig
ok "the key that signed both checks both" \
	ckrelease --public-key pair.pub signed
mkcommit -n 20 --series demo --round 42 --key stranger.key -o signed.json \
	people.jsonl
mkrelease -q -n 20 --commit signed.json --reveal reveal.json --key pair.key \
	-o other split.jsonl
status 1 "a commitment that another key signed is seen" \
	ckrelease --public-key pair.pub other
says "which is told" 'splits/commit.json.minisig: ' err

# What is changed -------------------------------------------------------------
# forged DESCRIPTION SAYING COMMAND...  changes a copy of stamped/ by the command,
# run in its splits/, makes the sums and sizes right again, and passes if
# ckrelease sees what was done.
forged() {
	what=$1 saying=$2
	shift 2
	rm -rf copy
	cp -R stamped copy
	(cd copy/splits && "$@")
	(cd copy && find . -type f ! -name SHA256SUMS | sed 's,^\./,,' |
		sort | xargs sha256sum) >sums
	mv sums copy/SHA256SUMS
	status 1 "$what" ckrelease copy
	says "$what, which is told" "$saying" err
}
edit() { sed -i "$1" "$2"; }
forged "a commitment with another number is seen" \
	'reveal.json: the reveal is of another commitment' \
	edit 's/"number":1,"previous":null/"number":2,"previous":"'"$(
		jq -r .root commit.json)"'"/' commit.json
forged "one that is spelled otherwise is seen" \
	'commit.json: the commitment is not spelled' edit 's/,"round"/, "round"/' \
	commit.json
forged "one of a round with another time is seen" \
	'commit.json: the commitment is not spelled' \
	edit 's/"round_time":1692803490/"round_time":1892803490/' commit.json
forged "another signature is seen" \
	'reveal.json: the beacon.s randomness is not the SHA-256' \
	edit 's/"signature":"95a9/"signature":"95aa/' reveal.json
forged "a reveal without its commitment is seen" \
	'reveal.json: something is revealed, but nothing was committed to' \
	rm commit.json
forged "a commitment without its reveal is seen" \
	'commit.json: something was committed to, but nothing is revealed' \
	rm reveal.json
mkprofiles -n 20 -s other | mkcommit -n 20 --series demo --round 42 -o other.json
mkreveal --commit other.json -o other-reveal.json "$drand/quicknet-42.json" \
	2>err
both() { cp ../../other.json commit.json && cp ../../other-reveal.json reveal.json; }
forged "a commitment to other people is seen" \
	'commit.json: the people.s generator had another seed' both
link() { mv commit.json .. && ln -s ../commit.json commit.json; }
forged "a link to a commitment is not followed" 'splits/commit.json' link
forged "a commitment of a megabyte is not read" 'commit.json: is larger than 1 MiB' \
	sh -c 'head -c 1100000 /dev/zero >commit.json'
finish
