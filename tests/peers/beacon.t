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
finish
