#!/bin/sh
# Every split rule from end to end: mkrelease and ckrelease redo it from what
# the records state, cksplit does, and none takes a split that was changed.
. "$(dirname "$0")/lib.sh"
needs jq

{
	mkprofiles -n 500 -s demo
	mkprofiles --kind stranger -n 5 -s demo
} >people.jsonl

# forged WHAT SED-SCRIPT  passes if nobody takes a stream changed so.
forged() {
	sed -E "$2" split.jsonl >forged.jsonl
	if cmp -s split.jsonl forged.jsonl; then
		result "not ok" "$name: $1 (nothing was changed)"
		return
	fi
	status 1 "$name: $1 is refused by cksplit" cksplit forged.jsonl
	status 1 "$name: by mkrelease" \
		mkrelease -q -n 500 --strangers 5 -o no.release forged.jsonl
	rm -rf copy && cp -a release copy && sort forged.jsonl >copy/people.jsonl
	status 1 "$name: by ckrelease" ckrelease -q copy
	lacks "$name: which tells no rank of 0" 'its rank is 0,' err
	says "$name: in the rung of splits" 'splits re-derived fail' out
}

# whole NAME OPTION...  makes a release of that split, which stays in `release`,
# and looks at it.
whole() {
	name=$1
	shift
	ok "$name: it is drawn" mksplit -q -n 500 --strangers 5 -o split.jsonl \
		"$@" people.jsonl
	ok "$name: cksplit agrees" cksplit split.jsonl
	cp out sets
	rm -rf release
	ok "$name: mkrelease takes it" \
		mkrelease -q -n 500 --strangers 5 -o release split.jsonl
	ok "$name: ckrelease agrees" ckrelease release
	says "$name: the split is re-derived" 'splits re-derived pass' out
	ok "$name: so does cksplit, with the lists" cksplit release
	same "$name: the sets are the same" sets out
	jq -r '.sets[] | "\(.name)\t\(.count)"' release/splits/splits.json >got
	same "$name: splits.json has them, too" sets got
	while read -r set size; do
		[ "$(wc -l <"release/splits/$set.txt")" -eq "$size" ] || echo "$set"
	done <sets >got
	same "$name: each list is as long" /dev/null got
	jq -r '.steps[] | select(.tool == "mksplit").options | @tsv' \
		release/manifest.json >step
	tac people.jsonl >reversed
	# shellcheck disable=SC2046
	mksplit -q $(cat step) reversed | sort >got
	sort split.jsonl >want
	same "$name: the step in the manifest draws the same split" want got
	forged "one person in another set" \
		'0,/"(forget|request)_[0-9]+"/s//"forget_99"/'
	forged "a percentage more" 's/"ratios":\[5/"ratios":[4,5/;s/"5x10"/"5x11"/'
	forged "another number" 's/"n":500,"ratios"/"n":501,"ratios"/'
	forged "an unknown rule" 's/("rule":"[a-z0-9]*.[a-z]*)/\1s/'
}

# swapped A B  the splits of two ranks are swapped.
swapped() {
	a='"rank":'$1',"sets":(\[[^]]*\])'
	b='"rank":'$2',"sets":(\[[^]]*\])'
	one=$(sed -nE "s/.*$a.*/\\1/p" split.jsonl)
	two=$(sed -nE "s/.*$b.*/\\1/p" split.jsonl)
	forged "two people who changed places" \
		"s/$a/\"rank\":x$2,\"sets\":$two/;s/$b/\"rank\":$1,\"sets\":$one/;s/x$2/$2/"
}

whole "sha256-rank/1" -s demo
swapped 1 500
forged "the rule sha256-disjoint/1 instead" 's,sha256-rank,sha256-disjoint,'
forged "strata that were not used" 's/("ratios":\[[0-9,]*\])/\1,"by":"gender"/'

whole "holdout and tune" -s demo --holdout 10 --tune 5
swapped 460 300
forged "another holdout" 's/"holdout":10/"holdout":11/;s/holdout_10/holdout_11/'

whole "sha256-disjoint/1" -s demo -r sha256-disjoint/1 -f 5,10,20 --holdout 3
swapped 3 30
forged "the rule sha256-rank/1 instead" 's,sha256-disjoint,sha256-rank,'

whole "sha256-sequence/1" -s demo -r sha256-sequence/1 --sequence 5x10 \
	--tune 5 --by residence
swapped 3 8
forged "requests of another size" 's/"5x10"/"6x10"/'

whole "strata" -s demo --by gender
swapped 2 499
forged "another fact" 's/"by":"gender"/"by":"pet"/'
forged "a fact that nobody has" 's/"by":"gender"/"by":"shoe_size"/'
forged "no strata" 's/"by":"gender",//'
sed 's/"gender":"female"/"gender":"nonbinary"/' split.jsonl >forged.jsonl
status 1 "strata: people whose facts were changed have another split" \
	cksplit forged.jsonl

whole "strata of one person each" -s demo --by email

whole "sha256-threshold/1" -s demo -r sha256-threshold/1
forged "a person who moved" \
	'0,/"sets":\["forget_05"/s//"sets":["retain_95"/'
forged "a rank" '0,/"rank":null/s//"rank":1/'
forged "a holdout" 's/("ratios":\[[0-9,]*\])/\1,"holdout":10/'

whole "legacy/mllmu" -r legacy/mllmu
swapped 10 11
forged "a seed" 's/"seed":null,"n"/"seed":"x","n"/'
forged "other ratios" 's/\[5,10,15\]/[5,10]/'
finish
