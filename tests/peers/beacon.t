#!/bin/sh
# Verifiers we did not write: the beacon's BLS signatures by @noble/curves, time
# stamps by openssl ts.
# shellcheck disable=SC1091,SC2154
. "$(dirname "$0")/../lib.sh"
peers node npm jq openssl

drand=$top_srcdir/tests/data/drand

# Signatures ------------------------------------------------------------------
NOBLE=$PALIMPSEST_PEERS/noble
export NOBLE
verifier=$top_srcdir/tests/peers/beacon-verifier.mjs
mkprofiles -n 20 -s demo >people.jsonl

# revealed CHAIN ROUND [VERIFIER]  commits, and reveals what the beacon gave.
revealed() {
	mkcommit -n 20 --series demo --chain "$drand/$1.json" --round "$2" \
		-o commit.json people.jsonl &&
		mkreveal --commit commit.json --verifier "$verifier" \
			-o reveal.json "${3:-$drand/$1-$2.json}"
}

if npm install --silent --no-audit --no-fund --prefix "$NOBLE" \
	@noble/curves@1.9.7 >npm.log 2>&1; then
	ok "round 42 of quicknet verifies" revealed quicknet 42
	ok "round 43 of quicknet verifies" revealed quicknet 43
	jq -c '.round = 43 | del(.randomness)' "$drand/quicknet-42.json" >moved.json
	status 1 "the signature of round 42 is not that of round 43" \
		revealed quicknet 43 moved.json
	says "which is told" 'not that of round 43, says the verifier' err
	ok "a chained round verifies" revealed default 5347804
	ok "so does another" revealed default 2634945
	jq -c '.previous_signature = .signature' "$drand/default-2634945.json" \
		>unchained.json
	status 1 "behind another signature it does not" \
		revealed default 2634945 unchained.json
	revealed quicknet 42
	mksplit -n 20 -s "$(jq -r .seed reveal.json)" people.jsonl >split.jsonl
	ok "cksplit has it verified, too" cksplit -q --commit commit.json \
		--reveal reveal.json --verifier "$verifier" split.jsonl
	: >nothing
	same "and nothing is left to say" nothing err
else
	skip "rounds of drand verify" "npm cannot install @noble/curves"
fi

# Time stamps -----------------------------------------------------------------
# An authority of our own, as openssl-ts(1ssl) has it.
cat >tsa.cnf <<'END'
[req]
distinguished_name = name
[name]
[ca]
basicConstraints = critical,CA:TRUE
[tsa]
extendedKeyUsage = critical,timeStamping
[tsa_here]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
digests = sha256
default_policy = 1.2.3.4
ess_cert_id_alg = sha256
END
authority() {
	openssl req -new -x509 -newkey rsa:2048 -nodes -config tsa.cnf \
		-extensions ca -subj /CN=root -days 9 -keyout ca.key \
		-out tsa-ca.pem &&
		openssl req -new -newkey rsa:2048 -nodes -config tsa.cnf \
			-subj /CN=tsa -keyout tsa.key -out tsa.csr &&
		openssl x509 -req -in tsa.csr -CA tsa-ca.pem -CAkey ca.key -days 9 \
			-extfile tsa.cnf -extensions tsa -out tsa.pem
	echo 01 >serial
}
# stamp FILE  has it dated, by the lines of the page but for the sending.
stamp() {
	openssl ts -query -data "$1" -sha256 -cert -out "$1.tsq" &&
		openssl ts -reply -config tsa.cnf -section tsa_here \
			-queryfile "$1.tsq" -out "$1.tsr"
}
ok "openssl makes an authority" authority

# The verifier of the page; what it does not check, this one believes.
sed -n '/^#!\/bin\/sh/,/^\.Ed/p' "$top_srcdir/man/palimpsest-commit.5" |
	sed '/^\.Ed/d' >stamps
cat >trusting <<'END'
#!/bin/sh
test "$1" = beacon || exec ./stamps "$@"
END
chmod +x stamps trusting

# dated ROUND  a release whose commitment names that round of quicknet, with a
# time stamp. Nobody knows the signature of one to come: this one is made up.
dated() {
	rm -rf release commit.json*
	mkcommit -n 20 --series demo --round "$1" -o commit.json people.jsonl &&
		jq -c --argjson round "$1" '.round = $round' \
			"$drand/quicknet-42.json" >answer.json &&
		mkreveal --commit commit.json -o reveal.json answer.json 2>err &&
		mksplit -n 20 -s "$(jq -r .seed reveal.json)" people.jsonl \
			>split.jsonl &&
		stamp commit.json >stamp.out 2>&1 &&
		mkrelease -q -n 20 --commit commit.json --reveal reveal.json \
			-o release split.jsonl
}
ok "a commitment to a round of 2033 is stamped" dated 99999999
ok "the page's verifier verifies the stamp" \
	ckrelease --verifier ./trusting release
says "so that the commitment is dated" \
	'seed not chosen by the publisher pass, commitment dated by a third party pass$' out
ok "by itself it checks no beacon" ckrelease --verifier ./stamps release
says "which nothing is claimed of" \
	'not chosen by the publisher not claimed, commitment dated by a third party pass$' out
cp release/splits/commit.json.tsr stamp.tsr
ok "a commitment to round 42 is stamped, years after" dated 42
status 1 "which is seen" ckrelease --verifier ./trusting release
says "and told" 'commit.json.tsr: the commitment was dated [0-9]* s after' err
cp stamp.tsr commit.json.tsr
mkrelease -q -n 20 --commit commit.json --reveal reveal.json -o other \
	split.jsonl
status 1 "another commitment's stamp is none" \
	ckrelease --verifier ./trusting other
says "and told as such" \
	'commit.json.tsr: does not date the commitment, says the verifier' err
rm tsa-ca.pem && openssl req -new -x509 -newkey rsa:2048 -nodes \
	-config tsa.cnf -extensions ca -subj /CN=other -days 9 -keyout other.key \
	-out tsa-ca.pem 2>req.err
dated 99999999
status 1 "an authority that is not trusted dates nothing" \
	ckrelease --verifier ./trusting release
says "and is told as such" \
	'commit.json.tsr: does not date the commitment, says the verifier' err
finish
