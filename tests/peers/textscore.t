#!/bin/sh
# Scores of random pairs beside those of nltk and of ports of the others.
# shellcheck disable=SC1091,SC2154
. "$(dirname "$0")/../lib.sh"
peers /usr/bin/python3
/usr/bin/python3 -c 'import nltk' 2>/dev/null || {
	echo "1..0 # SKIP python3-nltk is not installed"
	exit 0
}

script=$top_srcdir/tests/expected/textscore-nltk.py
theirs() { /usr/bin/python3 "$script" "$@"; }
names=rouge1,rouge2,rougeL,rougeLsum
all=$names
for method in 0 1 2 3 4 5 6 7; do
	all=$all,bleu-nltk$method
done
for base in bleu-sacre bleu-sacre4; do
	all=$all,$base,$base-floor,$base-add-k,$base-none
done
all=$all,chrf,exact,f1

for seed in 1 2 3 4; do
	theirs pairs 1500 "$seed" >lines
	theirs score all <lines >wanted
	textscore --metrics $all lines >scored
	ok "1500 pairs, seed $seed, have the scores of all peers" \
		theirs compare scored wanted
	theirs score $names --stem <lines >wanted
	textscore --metrics $names --stem lines >scored
	ok "and with stems those of ROUGE" theirs compare scored wanted
done

# The vectors are what is made today.
theirs pairs 150 vectors >lines
theirs score all <lines >wanted
ok "the committed vectors are made again" \
	theirs compare "$top_srcdir/tests/expected/textscore.jsonl" wanted
theirs words 1500 vectors >stems
same "and the stems" "$top_srcdir/tests/expected/porter.tsv" stems
finish
