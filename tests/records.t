#!/bin/sh
# Records and files against their schemas: every golden file, and all that the
# tools write, is as its schema says; and whatever is done to one member of a
# record is refused, but for what tests/data/schema-survivors.txt lists.
. "$(dirname "$0")/lib.sh"
needs jq ckrecords cklint

schemas=$PALIMPSEST_DATA/schema
data=$top_srcdir/tests/data
golden=$top_srcdir/tests/golden/0.0.9
drand=$data/drand

# fits NAME DESCRIPTION FILE...  passes if all lines are as the schema says;
# whole the same of files.
fits() {
	name=$1 what=$2
	shift 2
	ok "$what" ckrecords -S "$schemas/$name.json" "$@"
}
whole() {
	name=$1 what=$2
	shift 2
	ok "$what" ckrecords --one -S "$schemas/$name.json" "$@"
}

# Golden files -----------------------------------------------------------------
for file in "$top_srcdir"/tests/expected/mk[pq]*.jsonl \
	"$golden/people.jsonl"; do
	ok "the people of ${file#"$top_srcdir/tests/"} are as person.json says" \
		ckrecords "$file"
done
jq -c .split "$top_srcdir/tests/expected/mksplit.jsonl" >splits
fits split "so are the splits of mksplit.jsonl, as split.json says" splits
whole manifest "so is a manifest" "$golden/manifest.json"
whole splits "so is a list of sets" "$golden/splits/splits.json"
whole tools/workflow "so is the workflow for ComfyUI" \
	"$PALIMPSEST_DATA/templates/portrait/comfy.json"
whole tools/beacon-chain "so are chains of drand" \
	"$PALIMPSEST_DATA"/templates/beacons/*.json \
	"$drand"/default.json "$drand"/quicknet.json "$drand"/quicknet-v2.json
whole tools/beacon-answer "so is what drand answered" "$drand"/*-[0-9]*.json

# What tools write -------------------------------------------------------------
{
	mkprofiles -n 40 -s demo
	mkprofiles --kind stranger -n 4 -s demo
} >people
mkqa --probe people | mksplit -q -n 40 -s demo --strangers 4 >asked.jsonl
ok "people, strangers, questions and probes are as person.json says" \
	ckrecords asked.jsonl
mkprofiles --kind auxiliary -n 2 -s demo | mkqa --probe >helpers.jsonl
ok "so are auxiliary people" ckrecords helpers.jsonl
"$top_srcdir/tests/fixture-stream" fixture >fixture.jsonl
ok "so are celebrities" ckrecords fixture.jsonl
grep '"stranger"' people | jq -c -f "$data/celebrities.jq" |
	jq -c -f "$data/images.jq" | mkqa >seen.jsonl
ok "and those who have images" ckrecords seen.jsonl

mkprofiles -n 100 -s demo >hundred
turn=0
while read -r options; do
	turn=$((turn + 1))
	# shellcheck disable=SC2086  # a list of words
	mksplit -q -n 100 -s demo $options hundred >ruled.$turn
	ok "so are people split with $options" ckrecords ruled.$turn
	head -n 1 ruled.$turn | jq -c .split >>split.base
	mkrelease -q -n 100 -o ruled ruled.$turn
	whole splits "and their list of sets" ruled/splits/splits.json
	whole manifest "and their manifest" ruled/manifest.json
	cat ruled/splits/splits.json >>splits.base
	rm -rf ruled
done <<'END'
-r sha256-disjoint/1 --holdout 10 --tune 5
-r sha256-sequence/1 --sequence 2x10 --by gender --tune 5
-r sha256-threshold/1
--holdout 10 --tune 5 --by gender
END
jq -c 'select(.split.rank == null).split' fixture.jsonl | sort -u >>split.base
jq -nc '{rule: "legacy/mllmu", seed: null, n: 500, ratios: [5, 10, 15],
	rank: 1, sets: ["retain_95", "retain_90", "retain_85"]}' >>split.base

for chain in quicknet:42 default:5347804; do
	name=${chain%:*} round=${chain#*:}
	mkcommit -n 100 --series demo --chain "$drand/$name.json" \
		--round "$round" -o commit.json hundred
	mkreveal --commit commit.json -o reveal.json \
		"$drand/$name-$round.json" 2>err
	ok "a commitment to $name and what it reveals are as they shall be" \
		ckrecords commit.json reveal.json
	cat commit.json >>commit.base
	cat reveal.json >>reveal.base
done
mkcommit -n 100 --series demo --round 43 --previous commit.json \
	-r sha256-sequence/1 --sequence 2x10 --by gender hundred >>commit.base
ok "and so is the next commitment" ckrecords commit.base

mkrelease -q -n 40 --strangers 4 -o release asked.jsonl
head -n 39 people | mksplit -q -n 39 -s demo |
	mkrelease -q -n 39 --previous release --remove \
		f0040,s0001,s0002,s0003,s0004 -o later 2>err
fits removed "tombstones are as removed.json says" later/removed.jsonl
head -n 1 later/removed.jsonl >removed.base
whole manifest "so are manifests" release/manifest.json later/manifest.json
jq -c '.files |= .[:2] | .steps |= .[:1]' later/manifest.json \
	>manifest.base
jq -c .steps release/manifest.json >steps
fits tools/steps "and their steps, as a file" steps

ckrelease --json release >report.1
ckrelease --json --since release later >report.2
cp -R release spoiled && sed -i 's/"pet":"/"pet":"un/' spoiled/people.jsonl
ckrelease --json spoiled >report.3
fits tools/report "reports are as report.json says" report.[123]
jq -c '.failures |= .[:1] | if .since then .since.list |= .[:1] else . end' \
	report.[123] >report.base

cklint --json --limit 0 fixture.jsonl asked.jsonl >lint 2>err
ok "cklint finds something in people who are there twice" test -s lint
fits tools/lint "and tells it as lint.json says" lint
head -n 2 people | sed 's/"pet":"/"pet":7,"pot":"/' >wrong
{
	ckrecords --json wrong
	jq -c '.schema = "x"' people | head -n 1 | ckrecords --json
} >validation
fits tools/validation "and ckrecords as validation.json says" validation
head -n 2 validation | jq -c '.errors |= .[:1]' >validation.base
tail -n 1 validation >>validation.base
{
	jq -c 'select(.other)' lint | head -n 1
	tail -n 1 lint | jq -c '.summary |= (.found = {"id-twice": 1} |
		.skipped = {"name-near": "x"} |
		.figures |= map(select(.unit))[:1])'
} >lint.base

# Pictures ---------------------------------------------------------------------
if command -v mkimages >/dev/null; then
	head -n 2 people >two
	mkimages -q --wardrobe --size 64 --images drawn -o drawn.jsonl two
	ok "people with drawn pictures are as person.json says" \
		ckrecords drawn.jsonl
	cat >painter <<'END'
#!/bin/sh
line=$(cat)
printf '%s\n' "$line" >>requests
id=$(printf '%s\n' "$line" | jq -r .id)
printf '{"path":"drawn/%s/%s.png","seed":7,"model":"brush"}\n' \
	"${id%_*}" "$id" | tee -a answers
END
	cat >looker <<'END'
#!/bin/sh
while read -r line; do
	printf '%s\n' "$line" >>looks
	echo '{"qc":["two_faces"],"identity_checked":true}' | tee -a seen
done
END
	chmod +x painter looker
	mkimages -q -b command --command ./painter --qc-cmd ./looker --steps 4 \
		--cfg 3.5 -m brush --size 64x64 --train-views 0 --images painted \
		-o painted.jsonl two
	ok "so are those whose pictures a command made" ckrecords painted.jsonl
	fits tools/picture-request "what it was asked for is as it shall be" \
		requests
	fits tools/picture-answer "and what it answered" answers
	fits tools/qc-request "and what was to be looked at" looks
	fits tools/qc-answer "and what was seen" seen
	fits tools/pin "and what is kept of the pictures" painted/*/*.json
	ok "whose schema is found by its name" ckrecords painted/*/*.json
	cat painted/f0001/f0001_p.json >pin.base
	sed -n 2p requests >picture-request.base
	sed -n 1p answers >picture-answer.base
	sed -n 2p looks >qc-request.base
	sed -n 1p seen >qc-answer.base
	jq -c '.images[0, 5]' drawn.jsonl | head -n 2 >image.base
	jq -c '.images[0, 1]' painted.jsonl | head -n 2 >>image.base
	jq -c '.images[0] // empty' fixture.jsonl seen.jsonl | head -n 1 \
		>>image.base
fi

# pictures BACKEND OPTION...  asks the replay server, and keeps the records.
pictures() {
	rm -rf asked
	mkimages -q --images asked --size 64 --train-views 0 \
		-u "http://127.0.0.1:$(cat port)/ok" -b "$@" one >>served.jsonl
	cat asked/*/*.json >>served.pins
}
if command -v mkimages >/dev/null && command -v python3 >/dev/null; then
	unset http_proxy https_proxy all_proxy HTTPS_PROXY ALL_PROXY \
		PALIMPSEST_KEY
	head -n 1 people >one
	"$top_srcdir/tests/replay-server" port log &
	server=$!
	trap 'kill $server; rm -rf "$work"' EXIT
	for _ in $(seq 100); do
		[ ! -s port ] || break
		sleep 0.1
	done
	pictures sdapi -m a.safetensors --steps 30 --cfg 7.5
	pictures sdapi -m sd-cpp-local
	for model in gpt-image-1 dall-e-2 sd-cpp-local other; do
		pictures openai -m $model --steps 4 --cfg 2
	done
	pictures comfy -m m --steps 5 --cfg 3.5 --wardrobe
	ok "all pictures came" test "$(wc -l <served.jsonl)" -eq 7
	ok "people whose pictures servers made are as person.json says" \
		ckrecords served.jsonl
	fits tools/pin "and what is kept of them" served.pins
	jq -c '.images[1]' served.jsonl | sed -n '1,3p;6,7p' >>image.base
else
	skip "people whose pictures servers made are as person.json says" \
		"mkimages or python3 is not there"
fi

# Mutants ----------------------------------------------------------------------
bare='del(.images, .questions, .split)'
{
	jq -c 'select(.id == "f0001" or .id == "s0001")' asked.jsonl
	jq -c 'select(.id == "c01")' fixture.jsonl
} | jq -c "$bare" >person.base
jq -c '.questions[]' asked.jsonl seen.jsonl fixture.jsonl \
	2>err | jq -sc '(map(select(.set == "test" or .set == "eval")) |
	unique_by([.task, .modality])[]), first(.[] | select(.set == "train")),
	first(.[] | select(.set == "base")), first(.[] | select(.set == "probe"))' \
	>question.base

# survive NAME  prints what can be done to the values in NAME.base, so that they
# still are as the schema says.
survive() {
	jq -r --arg name "$1" -f "$data/schema-mutants.jq" "$1.base" >both
	sed -n '1~2p' both >told
	sed -n '2~2p' both >mutants
	ckrecords -S "$schemas/$2$1.json" mutants >said 2>&1
	awk -F : 'NR == FNR { if ($1 == "mutants") bad[$2]; next }
		!(FNR in bad)' said told
}

# refused NAME [FOLDER/]  passes if what survives is what is listed.
refused() {
	if [ ! -s "$1.base" ]; then
		skip "mutants of $1.json are refused" "there is none to be had"
		return
	fi
	ok "whole values are as $1.json says" \
		ckrecords -S "$schemas/${2:-}$1.json" "$1.base"
	survive "$1" "${2:-}" | sort -u >got
	grep "^$1 " "$data/schema-survivors.txt" | sort >wanted
	same "$(wc -l <mutants) mutants are refused, but for those listed" \
		wanted got
	diff wanted got | grep '^[<>]' | head -n 20 | sed 's/^/# /'
}
for name in person image question split splits manifest commit reveal \
	removed; do
	refused $name
done
for name in report lint validation pin picture-request picture-answer \
	qc-request qc-answer; do
	refused $name tools/
done
jq -c . "$drand/quicknet.json" "$drand/quicknet-v2.json" >beacon-chain.base
jq -c . "$drand/quicknet-43.json" "$drand/default-5347804.json" \
	>beacon-answer.base
jq -nc '{make: {"1": {class_type: "X", inputs: {}, _meta: {}}}}' >workflow.base
for name in beacon-chain beacon-answer workflow; do
	refused $name tools/
done

# What is right of one kind of person is wrong of another, and some members go
# with others.
{
	grep '"id":"f0001"' asked.jsonl
	grep '"id":"s0001"' asked.jsonl
	grep '"id":"c01"' fixture.jsonl
	head -n 1 helpers.jsonl
	grep '"id":"f0001"' fixture.jsonl
} >kinds.jsonl
while IFS='|' read -r id edit; do
	[ "${id#\#}" = "$id" ] || continue
	grep "\"id\":\"$id\"" kinds.jsonl | tail -n 1 | jq -c "$edit"
done >edited.jsonl <"$data/schema-edits.txt"
ok "people of all kinds are as person.json says" ckrecords kinds.jsonl
ckrecords edited.jsonl >said 2>&1
sed -n 's/^edited.jsonl:\([0-9]*\):.*/\1/p' said | sort -un >got
seq "$(wc -l <edited.jsonl)" >wanted
same "what goes with another kind, or with another member, is refused" \
	wanted got
finish
