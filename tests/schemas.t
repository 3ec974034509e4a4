#!/bin/sh
# The schemas by themselves: nothing in them is open or untold, what they say of
# facts is true of the people that are made, and the manual pages name the same
# members.
. "$(dirname "$0")/lib.sh"
needs jq

schemas=$PALIMPSEST_DATA/schema
man=$top_srcdir/man
all=$(cd "$schemas" && echo *.json tools/*.json)
facts='."$defs".facts.properties'

# How they are written ---------------------------------------------------------
# What a schema defines, as [where, schema]: not what is within conditions.
cat >defined.jq <<'END'
def defined($at):
	[$at, .],
	((.properties // {}, ."$defs" // {} | to_entries[]
	  | select(.value | type == "object")
	  | .key as $key | .value | defined("\($at)/\($key)")),
	 (.items, .unevaluatedProperties | objects | defined("\($at)/*")),
	 (.anyOf // [] | .[] | defined($at)));
defined($name)
END
for name in $all; do
	jq -c --arg name "$name" -f defined.jq "$schemas/$name"
done >defined

jq -r 'select(.[1] | has("properties") and .unevaluatedProperties != false)
	| .[0]' defined >got
cat >wanted <<'END'
split.json/choice
split.json/drawn
END
same "no object is open, but for the two that others close" wanted got
jq -r 'select(.[1] | .type == "object" and (has("properties") | not))
	| .[0]' defined | sort >got
cat >wanted <<'END'
person.json/celebrity_facts
person.json/facts
person.json/provenance
scalar.json/open
tools/lint.json/end/summary/found
tools/lint.json/end/summary/skipped
tools/workflow.json/graph
tools/workflow.json/node/_meta
tools/workflow.json/node/inputs
END
same "members have no names where they are not ours to name, or the kind's" \
	wanted got
jq -r '.[0] as $at | .[1].properties // {} | to_entries[]
	| select((.value | type) != "object" or
	         (.value.title // "" | test("^[A-Z].*[^.]$") | not) or
	         (.value.description // "" | test("[.]$") | not))
	| "\($at) \(.key)"' defined >got
same "every member has a title, and a description in sentences" /dev/null got
jq -r 'select(.[1]."$id") | [.[1] | ."$id", ."$schema", .title, .description
	| strings | length > 0] | select(length != 4 or (all | not))' \
	defined >got
same "every schema has an id, a dialect, a title and a description" \
	/dev/null got
for name in $all; do
	printf 'https://palimpsest.example.org/schema/%s\n' "$name"
done >wanted
# shellcheck disable=SC2086  # a list of words
(cd "$schemas" && jq -r '."$id"' $all) >got
same "ids are the files' names" wanted got
# shellcheck disable=SC2086  # a list of words
(cd "$schemas" && jq -r '.. | objects | ."$ref" // empty' $all) |
	sed 's/#.*//; s,.*/,,' | grep . | sort -u >got
ok "none refers to a file that is not there" sh -c 'while read -r file; do
	[ -e "$1/$file" ] || exit 1; done <got' sh "$schemas"
for name in $all; do
	jq --indent 1 . "$schemas/$name" >spelled
	cmp -s spelled "$schemas/$name" || echo "$name"
done >got
same "all are spelled in one way" /dev/null got

# Pages ------------------------------------------------------------------------
# members PAGE SECTION [ITEM]  the names that a section lists, or that are told
# under one item of it.
members() {
	awk -v section="$2" -v item="${3:-}" '
	function names(text, parts, n, i) {
		sub(/ Ns .*/, "", text)
		gsub(/ [.,:;]*$/, "", text)
		n = split(text, parts, / , /)
		for (i = 1; i <= n; i++) print parts[i]
	}
	/^\.S[hs] / { here = (substr($0, 5) == section); mine = 0; next }
	!here { next }
	/^\.It Cm / {
		if (item == "") names(substr($0, 8))
		else mine = (substr($0, 8) == item)
		next
	}
	/^\.(It|El)/ { mine = 0 }
	mine && /^\.Cm / { names(substr($0, 5)) }' "$man/$1"
}

# tells PAGE SECTION ITEM FILE PROGRAM  passes if the page names the members
# that the program finds in the schema, in their order; ITEM may be empty.
tells() {
	members "$1.5" "$2" "$3" >got
	jq -r "$5 | keys_unsorted[]" "$schemas/$4" >wanted
	[ -s wanted ] || echo "no member of $4" >>got
	same "$1(5) has the members of $4, $5" wanted got
}

tells palimpsest-person DESCRIPTION '' person.json .properties
tells palimpsest-person Facts '' person.json "$facts"
tells palimpsest-person Appearance '' person.json \
	"$facts.appearance.properties"
for item in hair clothing; do
	tells palimpsest-person Appearance $item person.json \
		"$facts.appearance.properties.$item.properties"
done
tells palimpsest-person Images '' image.json .properties
tells palimpsest-person Images source image.json '."$defs".source.properties'
tells palimpsest-person Questions '' question.json .properties
tells palimpsest-person Questions perturbed question.json \
	'."$defs".perturbed.properties'
tells palimpsest-commit 'The commitment' '' commit.json .properties
tells palimpsest-commit 'The reveal' '' reveal.json .properties
tells palimpsest-manifest manifest.json '' manifest.json .properties
for item in people questions; do
	tells palimpsest-manifest manifest.json $item manifest.json \
		".properties.$item.properties"
done
for item in steps files; do
	tells palimpsest-manifest manifest.json $item manifest.json \
		".properties.$item.items.properties"
done
tells palimpsest-schema Views '' image.json '."$defs".view.properties'
for kind in sdapi openai comfy command; do
	tells palimpsest-schema Requests $kind image.json \
		".\"\$defs\".$kind.properties.body.properties"
done
tells palimpsest-schema Pins '' tools/pin.json .properties
tells palimpsest-schema Commands '' tools/picture-request.json .properties
tells palimpsest-schema 'Answers of commands' '' tools/picture-answer.json \
	.properties
tells palimpsest-schema 'Pictures to be looked at' '' tools/qc-request.json \
	.properties
tells palimpsest-schema 'Answers to that' '' tools/qc-answer.json .properties
tells palimpsest-schema Reports '' tools/report.json .properties
tells palimpsest-schema Reports rungs tools/report.json \
	.properties.rungs.properties
tells palimpsest-schema Reports failures tools/report.json \
	.properties.failures.items.properties
tells palimpsest-schema Reports since tools/report.json \
	'."$defs".since.properties'
tells palimpsest-schema Validation '' tools/validation.json .properties
tells palimpsest-schema Validation 'errors , annotations' \
	tools/validation.json '."$defs".unit.properties'
tells palimpsest-schema Findings other tools/lint.json \
	'."$defs".finding.properties.other.properties'
tells palimpsest-schema Findings figures tools/lint.json \
	'."$defs".end.properties.summary.properties.figures.items.properties'
tells palimpsest-schema Findings '' tools/lint.json \
	'(."$defs".finding.properties + ."$defs".end.properties.summary.properties)'
tells palimpsest-schema Beacons '' tools/beacon-chain.json \
	'."$defs".one.properties'
tells palimpsest-schema 'Rounds of beacons' '' tools/beacon-answer.json \
	.properties

tells palimpsest-answers DESCRIPTION '' tools/answer.json .properties
for item in model prompt letters tokens; do
	tells palimpsest-answers DESCRIPTION $item tools/answer.json \
		".\"\$defs\".$item.properties"
done
tells palimpsest-answers 'Scored texts' '' tools/answer.json \
	'."$defs".scored.properties'

tells palimpsest-scores DESCRIPTION '' tools/scores.json .properties
tells palimpsest-scores DESCRIPTION release tools/scores.json \
	.properties.release.properties
tells palimpsest-scores DESCRIPTION bootstrap tools/scores.json \
	.properties.bootstrap.properties
while read -r section item name; do
	[ "$item" != - ] || item=
	tells palimpsest-scores "$section" "$item" tools/scores.json \
		".\"\$defs\".$name.properties"
done <<'END'
Runs - run
Runs model model
Runs prompt prompt
Runs signals signal
Runs measures measure
Runs absent absent
Runs utility utility
Replies - replies
Cells - cell
Parts - part
Score - score
Differences - difference
END

# Those that are put together of parts, in any order.
parts() { # parts FILE  the members of what a split is drawn by, and the file's
	jq -r '[."$defs".choice, ."$defs".drawn | .properties | keys[]][]' \
		"$schemas/split.json"
	jq -r '.properties | keys[]' "$schemas/$1"
}
members palimpsest-split.5 'The record' | sort >got
parts split.json | sort >wanted
same "palimpsest-split(5) has the members of split.json" wanted got
first='rule , seed , n , ratios'
{
	members palimpsest-manifest.5 splits/
	members palimpsest-manifest.5 splits/ "$first"
} | sort >got
parts splits.json | sort >wanted
same "palimpsest-manifest(5) has the members of splits.json" wanted got
members palimpsest-manifest.5 splits/ sets >got
jq -r '.properties.sets.items.properties | keys_unsorted[]' \
	"$schemas/splits.json" >wanted
same "and of its sets" wanted got
members palimpsest-person.5 DESCRIPTION provenance | sort -u >got
jq -r '[."$defs".generated, ."$defs".pinned | .properties | keys[]]
	| unique[]' "$schemas/person.json" >wanted
same "palimpsest-person(5) has the members of provenance" wanted got

echo "$all" | tr ' ' '\n' | sed 's,.*/,,' | sort >wanted
sed -n 's/^\.It Pa \(.*\.json\)$/\1/p' "$man/palimpsest-schema.5" |
	sort >got
same "palimpsest-schema(5) has every schema" wanted got
members palimpsest-schema.5 Annotations | sort >got
# shellcheck disable=SC2086  # a list of words
(cd "$schemas" && jq -r '.. | objects | keys[]' $all) | grep '^x-' |
	sort -u >wanted
same "and every annotation" wanted got

# What palimpsest-person(5) says of limits.
sed -n '/^\.Ss Limits/,/^\.Ss Facts/p' "$man/palimpsest-person.5" >limits
while read -r file program words; do
	ok "$words are limited as $file says" \
		grep -qw "$(jq "$program" "$schemas/$file")" limits
done <<'END'
person.json .properties.images.maxItems images of a person
person.json ."$defs".celebrity_facts.maxProperties facts of a celebrity
question.json .properties.aliases.maxItems aliases
question.json ."$defs".value.maxLength values
person.json .properties.name.maxLength names
question.json ."$defs".option.maxLength options
question.json .properties.question.maxLength texts
person.json .properties.biography.maxLength biographies
scalar.json ."$defs".seed.maxLength seeds
END

# Facts ------------------------------------------------------------------------
jq -r "$facts | to_entries[] | select(.value | has(\"x-visible\") and
	has(\"x-guessable-from\") and has(\"x-domain\") | not) | .key" \
	"$schemas/person.json" >got
same "every fact says what shows it, what tells of it, where it is from" \
	/dev/null got
# shellcheck disable=SC2086  # a list of words
(cd "$schemas" && jq -r '.. | objects | ."x-domain" // empty' $all) |
	grep -o 'templates/[a-z/]*[a-z]\(\.tsv\)\?' | sort -u >tables
ok "its tables are there" sh -c 'while read -r table; do
	[ -e "$PALIMPSEST_DATA/$table" ] || exit 1; done <tables'
jq -r "$facts * {name: .properties.name} | to_entries[] | .key as \$fact
	| .value[\"x-guessable-from\"][] | \"\\(\$fact) \\(.)\"" \
	"$schemas/person.json" | sort >said
awk '{ print $2, $1 }' said | sort >got
same "what tells of a fact can be guessed from it" said got

# Shared and unique are said in the page, too.
awk '/^\.S[hs] / { here = ($0 == ".Ss Facts"); next }
	!here { next }
	/^\.It Cm / { n = split(substr($0, 8), name, / , /); next }
	/^(Shared|Unique)/ {
		for (i = 1; i <= n; i++)
			print name[i], tolower(substr($1, 1, 6))
	}' "$man/palimpsest-person.5" | sort >got
jq -r "$facts | to_entries[] | select(.value[\"x-class\"])
	| \"\\(.key) \\(.value[\"x-class\"])\"" "$schemas/person.json" |
	sort >wanted
same "palimpsest-person(5) calls the same facts shared and unique" wanted got

# Names have too many values for this. With --peers of so many people that all
# that is said to tell does so.
people=3000
[ -z "${PALIMPSEST_PEERS:-}" ] || people=40000
cat >values.jq <<'END'
.facts | {
	gender, birth_date: .birth_date[:3], birth_place, residence, occupation,
	employer, education, income, height_cm, health, father_occupation,
	mother_occupation, hobby, pet, favourite_food, favourite_place,
	email: (.email | sub("[0-9].*"; "")), phone: .phone[3:6]
} as $values
| .appearance | [.age_band, .skin_tone, .hair.style, .hair.grey, .glasses,
	.facial_hair, .clothing.garment] as $looks
| [$values[], $looks[]] as $row
| if $head then ($values | keys_unsorted) + ($looks | map("appearance"))
  else $row end
| @tsv
END
mkprofiles -n $people -s schemas >people.jsonl
{
	head -n 1 people.jsonl | jq -r --argjson head true -f values.jq
	jq -r --argjson head false -f values.jq people.jsonl
} >values
grep -v name said >between
awk -F '\t' -f "$top_srcdir/tests/data/dependent.awk" between values |
	sort >found
grep '^untold' found >got
same "of $people people, facts are independent of what is not said to tell" \
	/dev/null got
# Values that rule each other out are in a table; they weigh too little.
awk -F '\t' '$3 ~ /^[a-z_]+$/ && $3 != "with" {
	print $1, $3
	print $3, $1
}' "$PALIMPSEST_DATA/templates/world/conflicts.tsv" | sort -u >conflicts
comm -23 conflicts said >got
same "it is said where values of two facts rule each other out" /dev/null got
if [ -n "${PALIMPSEST_PEERS:-}" ]; then
	sed -n 's/^idle //p' found | sort | comm -23 - conflicts >got
	same "and what is said to tell does" /dev/null got
else
	skip "and what is said to tell does" "only ./runtests --peers runs it"
fi
finish
