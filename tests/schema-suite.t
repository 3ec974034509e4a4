#!/bin/sh
# The official JSON-Schema-Test-Suite, of which no file is kept here: it is read
# where $JSON_SCHEMA_TEST_SUITE says, or in shared/ beside the sources.
. "$(dirname "$0")/lib.sh"

suite=${JSON_SCHEMA_TEST_SUITE:-$top_srcdir/../shared/json-schema-suite}
draft=$suite/tests/draft2020-12
program=$top_builddir/tests/schema_suite
if [ ! -d "$draft" ]; then
	echo "1..0 # SKIP the JSON-Schema-Test-Suite is not here"
	exit 0
fi

# enough LEAST  passes if so many cases were right, or, for -1, all.
enough() {
	awk -v least="$1" '!/^#/ { right += $2; all += $3 }
		END { exit right < (least < 0 ? all : least) }' scores
}

# passes WHAT LEAST FILE...  passes if so many cases of the files are right;
# prints the scores. A LEAST of -1 is all of them.
passes() {
	what=$1 least=$2
	shift 2
	# shellcheck disable=SC2086  # a word or none
	ok "the files of $what are read" "$program" $format "$suite/remotes" "$@"
	cp out scores
	sed 's/^[^#]/# &/' scores
	awk '!/^#/ { right += $2; all += $3 }
		END { print "# " right " of " all }' scores
	ok "$what: enough cases are right" enough "$least"
}

format=
passes "the required cases" -1 "$draft"/*.json
passes "the optional cases" 155 "$draft"/optional/*.json
format=--format
passes "the formats" 740 "$draft"/optional/format/*.json

# The cases of output: what is printed of the data fits the schema of each case.
number=0
for file in "$suite"/output-tests/draft2020-12/content/*.json; do
	name=$(basename "$file" .json)
	jq -c '.[0].schema' "$file" >schema.json
	jq -c '.[0].tests[0].data' "$file" >data.json
	jq -c '.[0].tests[0].output.basic' "$file" >wanted.json
	ckrecords -S schema.json --json --annotations data.json >output.json
	ok "the output of $name is the basic output of the standard" \
		ckrecords -S wanted.json \
		-S "$suite/output-tests/draft2020-12/output-schema.json" output.json
	number=$((number + 1))
done
ok "there are four cases of output" test "$number" -eq 4
finish
