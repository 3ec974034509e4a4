#!/bin/sh
# A release against its own JSON Schemas, by ajv, which knows nothing of us.
# shellcheck disable=SC1091,SC2154
. "$(dirname "$0")/../lib.sh"
peers node npm

npm install --silent --no-audit --no-fund --prefix "$PALIMPSEST_PEERS/ajv" \
	ajv@8.20.0 >npm.log 2>&1 || {
	skip "ajv validates a release" "npm cannot install ajv"
	finish
	exit 0
}

{
	mkprofiles -n 60 -s demo
	mkprofiles --kind stranger -n 10 -s demo
} | mkqa --probe | mksplit -n 60 -s demo --strangers 10 |
	mkrelease -q -n 60 --strangers 10 -o release

cat >validate.cjs <<'END'
// validate.cjs RELEASE SCHEMA FILE [lines]: each line of FILE must fit the
// schema; with "lines", prints the numbers of those that do not. All keywords
// must be known: those of JSON Schema and our annotations.
const fs = require("fs"), path = require("path");
const Ajv = require(process.env.PALIMPSEST_PEERS +
                    "/ajv/node_modules/ajv/dist/2020.js");
const [release, name, file, lines] = process.argv.slice(2);
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false,
                      allowUnionTypes: true, allErrors: true,
                      formats: { date: true } });
for (const keyword of ["x-class", "x-domain", "x-guessable-from", "x-unit",
                       "x-visible"])
  ajv.addKeyword({ keyword });
for (const f of fs.readdirSync(path.join(release, "schema")))
  ajv.addSchema(JSON.parse(fs.readFileSync(path.join(release, "schema", f))));
const check = ajv.getSchema(
  `https://palimpsest.example.org/schema/${name}.json`);
const text = fs.readFileSync(file, "utf8");
const values = file.endsWith(".jsonl")
  ? text.trimEnd().split("\n").map((line) => JSON.parse(line))
  : [JSON.parse(text)];
let wrong = 0;
for (const [at, value] of values.entries())
  if (!check(value)) {
    wrong++;
    if (lines) console.log(at + 1);
    else console.error(value.id, JSON.stringify(check.errors[0]));
  }
if (!lines) console.log(values.length, wrong);
process.exit(wrong === 0 ? 0 : 1);
END

ok "every record fits person.json" \
	node validate.cjs release person release/people.jsonl
says "all 70 people were looked at" '^70 0$' out
ok "the manifest fits manifest.json" \
	node validate.cjs release manifest release/manifest.json
ok "the list of sets fits splits.json" \
	node validate.cjs release splits release/splits/splits.json

drand=$top_srcdir/tests/data/drand
mkprofiles -n 60 -s demo >people.jsonl
for chain in quicknet:42 default:5347804; do
	name=${chain%:*} round=${chain#*:}
	mkcommit -n 60 --series demo --chain "$drand/$name.json" \
		--round "$round" -o commit.json people.jsonl
	mkreveal --commit commit.json -o reveal.json \
		"$drand/$name-$round.json" 2>err
	ok "a commitment to $name fits commit.json" \
		node validate.cjs release commit commit.json
	ok "what $name reveals fits reveal.json" \
		node validate.cjs release reveal reveal.json
done
mkcommit -n 60 --series demo --round 43 --previous commit.json people.jsonl \
	>second.json
ok "the next commitment fits, too" \
	node validate.cjs release commit second.json

# Every rule of a split, one after another.
mkprofiles -n 500 -s demo >people
for options in '-s x -r sha256-disjoint/1 --holdout 10 --tune 5' \
	'-s x -r sha256-sequence/1 --sequence 5x10 --by gender' \
	'-s x -r sha256-threshold/1' '-r legacy/mllmu'; do
	rm -rf ruled
	# shellcheck disable=SC2086
	mksplit -q -n 500 $options people | mkrelease -q -n 500 -o ruled
	ok "every record fits person.json with $options" \
		node validate.cjs release person ruled/people.jsonl
	says "all 500 were looked at" '^500 0$' out
	ok "and the manifest" node validate.cjs release manifest ruled/manifest.json
	for edit in '.split.by = "A"' '.split.holdout = 0' '.split.sequence = "x5"' \
		'.split.seed = 7' '.split.ratios = [0]' '.split.n = 0' \
		'.split.rule = "dice/1"' '.split.sets = ["forget"]'; do
		head -n 1 ruled/people.jsonl | jq -c "$edit" >edited.jsonl
		status 1 "$edit is refused there" \
			node validate.cjs release person edited.jsonl
	done
done

# refused EDIT DESCRIPTION  passes if the edited first record does not fit.
refused() {
	head -n 1 release/people.jsonl | jq -c "$1" >edited.jsonl
	status 1 "$2" node validate.cjs release person edited.jsonl
}
refused '.age = 3' "an unknown member is refused"
refused '.facts.height_cm = "tall"' "a height that is no number is refused"
refused '.questions[0].set = "exam"' "an unknown set is refused"
refused 'del(.questions[0].value)' "a question without its value is refused"
refused '.split.rank = 0' "a rank of 0 is refused"

# Whatever is done to one member, ajv and ckrecords are of one mind about it.
mutants=$top_srcdir/tests/data/schema-mutants.jq
head -n 1 release/people.jsonl >whole
tail -n 1 release/people.jsonl >>whole
for part in 'person del(.questions)' 'question .questions[:12][]' \
	'split .split'; do
	name=${part%% *}
	jq -c "${part#* }" whole | jq -r --arg name "$name" -f "$mutants" |
		sed -n '2~2p' >mutants.jsonl
	node validate.cjs release "$name" mutants.jsonl lines >wanted
	ckrecords -S "release/schema/$name.json" mutants.jsonl |
		sed -n 's/^mutants.jsonl:\([0-9]*\):.*/\1/p' | uniq >got
	ok "many of $(wc -l <mutants.jsonl) mutants of $name.json are refused" \
		test "$(wc -l <got)" -gt "$(($(wc -l <mutants.jsonl) * 9 / 10))"
	same "by ajv and ckrecords the same" wanted got
done
finish
