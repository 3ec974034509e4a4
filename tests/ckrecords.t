#!/bin/sh
# ckrecords: records by the suite's schemas and others; what it says of wrong
# ones; schemas that are refused; and texts that are hostile.
. "$(dirname "$0")/lib.sh"

# by SCHEMA TEXT  checks a line by a schema, both given as text.
by() {
	printf '%s\n' "$1" >schema.json
	printf '%s\n' "$2" | ckrecords -S schema.json
}

# refuses SCHEMA PATTERN DESCRIPTION  passes if the schema is refused so.
refuses() {
	status 1 "$3" by "$1" null
	says "$3: it says why" "$2" err
}

# tells SCHEMA TEXT LINE DESCRIPTION  passes if what is printed is that line.
tells() {
	printf 'stdin:1: %s\n' "$3" >wanted
	by "$1" "$2" >out 2>err
	same "$4" wanted out
}

"$top_builddir/tests/schema_suite" / "$testdir/data/schema-cases.json" >scores
lacks "all cases of our own are right" '^#' scores
says "they are run" '^schema-cases.json [1-9]' scores

mkprofiles -n 40 -s demo | mkqa >people.jsonl
ok "records of the suite are right" ckrecords people.jsonl
same "nothing is printed of them" /dev/null out
ok "they are right with formats, too" ckrecords --format people.jsonl
ok "an empty file is right" ckrecords /dev/null
sed 's/"kind":"fictitious"/"kind":"ficticious"/' people.jsonl >wrong.jsonl
status 1 "a kind that is none is wrong" ckrecords wrong.jsonl
says "file, line, id, place and the nearest kind are named" \
	"^wrong.jsonl:40: f0040: /kind: .*; did you mean 'fictitious'[?]$" out
ok "every line is told once" test "$(wc -l <out)" -eq 40
status 1 "with -q only the status tells" ckrecords -q wrong.jsonl
same "nothing is printed with -q" /dev/null out
{
	head -n 1 people.jsonl
	echo '{"id":1'
	echo
	echo '{"id":"x","schema":"palimpsest/nobody/1"}'
	echo '[]'
	printf '%s' '{"id":"y","schema":"../person/1"}'
} >mixed
status 1 "lines of all kinds are told" ckrecords mixed
sed 's/: \/.*: /: ... /' out >told
cat >wanted <<'END'
mixed:2: an object lacks a comma or its end, at byte 8
mixed:3: an empty line, at byte 1
mixed:4: x: the record's schema 'palimpsest/nobody/1' cannot be used: nothing is known of https://palimpsest.example.org/schema/nobody.json
mixed:5: the record names no schema, and none is given by --schema
mixed:6: y: the record's schema '../person/1' cannot be used: no schema has that name
END
same "each with what is wrong" wanted told

# Messages.
tells '{"type":["integer","null"]}' '"x"' \
	'expected null or an integer, found "x"' "types are named"
tells '{"const":{"a":1}}' '[1,2]' \
	'expected an object of 1 member, found an array of 2' "large values are not"
tells '{"minLength":3}' '"é"' 'expected at least 3 characters, found 1' \
	"characters are counted"
tells '{"exclusiveMaximum":1e400}' '1e401' \
	'expected less than 1e400, found 1e401' "numbers are shown as written"
tells '{"required":["a"]}' '{}' "the member 'a' is missing" \
	"what is missing is named"
tells '{"dependentRequired":{"a":["b"]}}' '{"a":1}' \
	"the member 'b' is missing, which goes with 'a'" "and what it goes with"
tells '{"properties":{"name":true},"additionalProperties":false}' '{"nmae":1}' \
	"/nmae: the member 'nmae' is not known here; did you mean 'name'?" \
	"a misspelt member is shown the right name"
tells '{"uniqueItems":true}' '[1,2,1.0]' 'elements 0 and 2 are equal' \
	"equal elements are named"
tells '{"contains":{"const":1},"minContains":2}' '[1]' \
	'expected at least 2 elements that fit, found 1' "elements that fit count"
tells '{"contains":{"const":1}}' '[]' \
	'expected at least 1 element that fits, found 0' "one element is one"
tells '{"minItems":1e99}' '[]' 'expected at least 1e99 elements, found 0' \
	"a count beyond all is shown as written"
tells '{"enum":["a\tb c d e f"]}' '"a b c d e f"' \
	"expected \"a\\tb c d e f\", found \"a b c d e f\"; did you mean 'a\\tb c d e f'?" \
	"control characters are escaped in what is near"
tells '{"not":{"title":"a day that is none","pattern":"-02-30$"}}' '"2001-02-30"' \
	'must not be: a day that is none, found "2001-02-30"' \
	"what must not be is told in the schema's words"
tells '{"oneOf":[true,{"type":"string"}]}' '"a"' \
	'fits schemas 0 and 1, expected only one' "alternatives are numbered"
tells '{"pattern":"^a"}' '"b\u0000\n"' \
	"expected text that fits the pattern '^a', found \"b\\u0000\\n\"" \
	"patterns are shown"
tells '{"properties":{"a/b":{"items":false}}}' '{"a/b":[[]]}' \
	'/a~1b/0: the array has no place for this element' "pointers are escaped"
by '{"anyOf":[{"type":"string"},{"type":"object","required":["a"]}]}' '{}' >out
says "of alternatives the nearest is told" "the member 'a' is missing" out
lacks "of alternatives no other is told" 'a string' out
by '{"oneOf":[{"properties":{"kind":{"const":"b"}}},{"properties":{"kind":{"const":"a"},"x":{"type":"integer"},"y":{"type":"integer"}}}]}' \
	'{"kind":"a","x":"1","y":"2"}' >out
says "the nearest is the one that a word chooses" '/x: expected an integer' out
lacks "however much is wrong by it" '/kind: ' out
printf '{"a":\n\n [1,\n"x"]}\n' >one.json
printf '{"properties":{"a":{"items":{"type":"number"}}}}' >schema.json
status 1 "a whole file is one text" ckrecords -S schema.json --one one.json
says "its lines are named" '^one.json:4: /a/1: ' out

# The standard's output.
printf '{"$ref":"#/$defs/a","$defs":{"a":{"type":"string","title":"A"}}}' \
	>schema.json
printf '"x"\n5\n' >data
ckrecords --json -S schema.json data >out
jq -r '[.file, .line, .valid, (.errors[0] | .keywordLocation,
	.absoluteKeywordLocation, .instanceLocation)] | map(tostring) | join(" ")' \
	out >got
printf 'data 2 false /$ref/type file://%s#/$defs/a/type \n' \
	"$(pwd -P)/schema.json" >wanted
same "--json tells the way, the place and the URI" wanted got
ckrecords --json --annotations -S schema.json data >notes.json
ok "--annotations tells what the schema says" jq -se '.[0].valid and
	(.[0].annotations == [{"valid":true,"keywordLocation":"/$ref/title",
	"absoluteKeywordLocation":.[0].annotations[0].absoluteKeywordLocation,
	"instanceLocation":"","annotation":"A"}])' notes.json
printf '{"default":[ 1,\n {"a \\" b": "\\\\" } ]}' >schema.json
echo 5 | ckrecords --json --annotations -S schema.json >notes.json
says "on one line, whatever lines the schema has" \
	'"annotation":\[1,\{"a \\" b":"\\\\"\}\]\}\]\}$' notes.json

# Threads.
head -c 300000 /dev/zero | tr '\0' x >long
{
	cat people.jsonl wrong.jsonl mixed
	echo
	printf '{"id":"long","schema":"%s"}\n' "$(cat long)"
	cat wrong.jsonl people.jsonl wrong.jsonl
} >many.jsonl
ckrecords -j 1 many.jsonl wrong.jsonl >one
ckrecords -j 4 many.jsonl wrong.jsonl >four
same "four threads print what one does" one four
says "a line longer than a batch is told in its place" \
	'^many.jsonl:87: long: ' one

# Other documents.
mkdir -p web/deep outside
echo '{"$id":"https://example.net/one","type":"integer"}' >other.json
echo '{"type":"string"}' | tee outside/o.json >web/deep/s.json
ln -s ../outside/o.json web/link.json
echo '{"$ref":"https://example.net/one"}' >ref.json
echo 1 >number
ok "a document is found by its \$id" \
	ckrecords -S ref.json -S other.json number
status 1 "and not without it" ckrecords -S ref.json number
says "a reference that leads nowhere is named" \
	"^ckrecords: ref.json: /\\\$ref: .*https://example.net/one" err
echo '{"$ref":"other.json"}' >beside.json
ok "a file that is given is found by its own place" \
	ckrecords -S beside.json -S other.json number
status 1 "one that is not given is not looked for" \
	ckrecords -S beside.json number
# mapped URI STATUS DESCRIPTION
mapped() {
	printf '{"$ref":"https://example.org/%s"}' "$1" >schema.json
	status "$2" "$3" ckrecords -S schema.json \
		--map https://example.org/=web --one string.json
}
echo '"s"' >string.json
mapped deep/s.json 0 "a map leads into its folder"
mapped deep/s 0 "the ending may be left out"
mapped ../outside/o.json 1 "it does not lead out by .."
mapped %2e%2e/outside/o.json 1 "nor by an escaped .."
mapped link.json 1 "nor by a link"
mapped /etc/passwd 1 "nor to the root"

# Schemas that are refused.
refuses '{"type":"int"}' '^ckrecords: schema.json: /type: ' \
	"a schema that its metaschema refuses"
refuses '{"$schema":"http://json-schema.org/draft-07/schema#"}' \
	'only draft 2020-12 .*draft-07' "another draft"
refuses '{"$schema":"https://example.org/meta"}' 'example.org/meta' \
	"an unknown metaschema"
refuses '{"$defs":{"a":{"$id":"b","$schema":"http://json-schema.org/draft-04/schema#"}},"$ref":"b"}' \
	'draft-04' "another draft inside"
refuses '{"$defs":{"a":{"$id":"b","$schema":"http://json-schema.org/draft-07/schema#","items":[]}}}' \
	'/\$defs/a/\$schema: only draft 2020-12 .*draft-07' \
	"another draft inside that is not used"
refuses '{"$schema":"http://json-schema.org/draft-06/schema#","$id":"#a"}' \
	'only draft 2020-12 .*draft-06' "another draft with an \$id of its own kind"
refuses '{"allOf":[{"$ref":"#"}]}' 'for ever' "a schema that applies itself"
refuses '{"anyOf":[{"$ref":"#/$defs/a"}],"$defs":{"a":{"not":{"$ref":"#/$defs/b"}},"b":{"if":{"$ref":"#/$defs/a"}}}}' \
	'for ever' "schemas that apply one another"
refuses '{"pattern":"(?<a"}' 'pattern' "a pattern that is none"
refuses '{"$ref":"#/$defs/a"}' 'there is no .*#/\$defs/a' \
	"a pointer that leads nowhere"
refuses '{"$defs":{"a":{"$anchor":"x"},"b":{"$anchor":"x"}}}' 'same anchor' \
	"an anchor that is there twice"
refuses '{"minLength":-1}' 'schema.json: /minLength: ' "a length below 0"
refuses "{\"multipleOf\":$(printf '%0300d' 0 | tr 0 3)}" \
	'/multipleOf: .* more than 256 digits' "a divisor that is too long"
refuses '[]' 'schema.json: ' "a schema that is an array"
refuses '{"a":1,"a":2}' 'twice' "a schema with a member twice"
refuses '{"properties":5}' '/properties: ' "properties that are a number"
refuses '{"$ref":"https://json-schema.org/draft/2019-09/schema"}' '2019-09' \
	"a reference to another draft"

# What may be misspelt.
# notes SCHEMA KEYWORD NEAR DESCRIPTION  passes if it is used, with a note.
notes() {
	by "$1" '{}' >out 2>err
	printf "ckrecords: schema.json: /%s: unknown keyword; did you mean '%s'?\n" \
		"$2" "$3" >wanted
	same "$4" wanted err
}
notes '{"minLenght":3}' minLenght minLength "a misspelt keyword is noted"
notes '{"additionalItems":false}' additionalItems items \
	"so is one of an earlier draft"
notes '{"id":"a"}' id '$id' "and one without its sign"
ok "a note is no error" by '{"propertes":{}}' '{}'
status 0 "with -q no note is made" ckrecords -q -S schema.json /dev/null
same "at all" /dev/null err
by '{"x-type":1,"askable":true,"propertes":{}}' '{}' 2>err
ok "what is like no keyword, or private, is not noted" \
	test "$(wc -l <err)" -eq 1
for file in "$PALIMPSEST_DATA"/schema/*.json "$PALIMPSEST_DATA"/schema/*/*.json
do
	ckrecords -S "$file" /dev/null
done 2>err
same "no schema of the suite is noted" /dev/null err
echo '{"format":"dat"}' >schema.json
ok "a format that is unknown is no error" \
	ckrecords --format -S schema.json number
says "but noted" "/format: unknown format; did you mean 'date'[?]$" err
cat >assert.json <<'END'
{"$schema":"https://json-schema.org/draft/2020-12/schema",
"$id":"https://example.org/assert",
"$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/core":true,
"https://json-schema.org/draft/2020-12/vocab/format-assertion":true}}
END
echo '{"$schema":"https://example.org/assert","format":"dat"}' >schema.json
status 1 "unless formats are asserted by a vocabulary" \
	ckrecords -S schema.json -S assert.json number
says "then it is refused" "/format: unknown format; did you mean 'date'[?]$" err

# The system.
status 3 "a schema that is not there is an error of the system" \
	ckrecords -S nothing number
status 3 "so is a file" ckrecords -S other.json nothing
status 3 "so is a folder" ckrecords -S other.json web
ok "metaschemas are built in" \
	env PALIMPSEST_DATA=nowhere ckrecords -S other.json number
status 3 "the suite's schemas are data files, which must be there" \
	env PALIMPSEST_DATA=nowhere ckrecords number
says "and where they were looked for is told" \
	'no data files in nowhere/schema: ' err
if [ -w /dev/full ]; then
	status 3 "so is a full disk" sh -c 'ckrecords wrong.jsonl >/dev/full'
else
	skip "so is a full disk" "no /dev/full"
fi
status 2 "--map without a schema is a mistake" \
	ckrecords --map https://example.org/=web number
status 3 "the folder of --map must be there" \
	ckrecords -S other.json --map https://example.org/=nowhere number
status 2 "--map takes a prefix and a folder" \
	ckrecords -S other.json --map https://example.org/ number

# Hostile texts: depth, length, exponents, fans.
# nested N  so many arrays inside one another, in one line.
nested() {
	awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++) printf "["
		for (i = 0; i < n; i++) printf "]"; print "" }'
}
echo '{"items":{"$ref":"#"},"unevaluatedItems":false}' >deep.json
nested 1000 >depth
ok "a depth of 1000 is checked" ckrecords -S deep.json depth
nested 1001 >depth
status 1 "one of 1001 is refused" ckrecords -S deep.json depth
says "and told" 'nest deeper than 1000' out
awk 'BEGIN { for (i = 0; i < 480; i++) printf "{\"allOf\":["
	printf "{\"type\":\"int\"}"
	for (i = 0; i < 480; i++) printf "]}"; print "" }' >nest.json
status 1 "a schema of that depth is looked through" \
	ckrecords -S nest.json number
says "down to its end" '/allOf/0/type: ' err
echo '{"$dynamicAnchor":"x","$dynamicRef":"#x"}' >loop.json
status 1 "a dynamic reference to itself ends" ckrecords -S loop.json number
says "by the limit of depth" 'too deep' out
awk 'BEGIN { printf "{\"$ref\":\"#/$defs/a0\",\"$defs\":{"
	for (i = 0; i < 60; i++)
		printf "\"a%d\":{\"anyOf\":[{\"$ref\":\"#/$defs/a%d\"},{\"$ref\":\"#/$defs/a%d\"}]},",
			i, i + 1, i + 1
	print "\"a60\":{\"type\":\"string\"}}}" }' >fan.json
status 1 "2^60 ways through a schema end" ckrecords -S fan.json number
says "by the limit of steps" 'too many steps' out
# What is wrong is known at once, why takes more than a check may.
awk 'BEGIN { printf "{\"oneOf\":[true,{\"type\":\"string\",\"$ref\":"
	printf "\"#/$defs/a0\"},true],\"minProperties\":2,\"$defs\":{"
	for (i = 0; i < 40; i++)
		printf "\"a%d\":{\"allOf\":[{\"$ref\":\"#/$defs/a%d\"},{\"$ref\":\"#/$defs/a%d\"}]},",
			i, i + 1, i + 1
	print "\"a40\":true}}" }' >fan.json
echo '{"id":"x"}' >object
status 1 "a line that is wrong by what cannot be told is wrong" \
	ckrecords -S fan.json object
says "what was found is told" 'x: expected at least 2 members, found 1$' out
says "and that there is more" 'x: the schema takes too many steps here$' out
echo '{"$id":"http://x.y/r","oneOf":[true,{"allOf":[{"const":true}],"anyOf":[{"not":{"$dynamicRef":"r2#m"}}]},true],"$defs":{"m0":{"$dynamicAnchor":"m","$dynamicRef":"r2#m"},"r2":{"$id":"http://x.y/r2","$defs":{"m":{"$dynamicAnchor":"m"}}}}}' >loop.json
echo 0 >zero
status 1 "the same by the limit of depth" ckrecords --json -S loop.json zero
says "is told in the standard's form" '"error":"schemas are applied too' out
echo '{"multipleOf":7e-300,"maximum":1e400,"type":"integer"}' >number.json
echo '7e999999999999999999' >number
status 1 "a number with an endless exponent is checked" \
	ckrecords -S number.json number
says "exactly" 'expected at most 1e400' out
echo '{"pattern":"^(a+)+$","maxLength":20000000}' >slow.json
{
	printf '"'
	head -c 10000000 /dev/zero | tr "\\0" a
	printf 'b"\n'
} >text
status 1 "a pattern that tries without end is stopped" \
	ckrecords -S slow.json text
echo '{"minLength":10000002,"uniqueItems":true}' >length.json
status 1 "a string of 10 MB is counted" ckrecords -S length.json text
says "to its last character" 'found 10000001$' out
awk 'BEGIN { printf "["; for (i = 0; i < 200000; i++) printf "%d,", i
	print "7]" }' >array
status 1 "200,000 elements are compared" ckrecords -S length.json array
says "and the two that are equal found" 'elements 7 and 200000 are' out
echo '{"items":{"anyOf":[{"type":"null"},{"maximum":199998}]}}' >many.json
status 1 "an error behind 200,000 alternatives that failed is told" \
	timeout 60 ckrecords -S many.json array
says "in its place" '^array:1: /199999: ' out

# Work that is not steps of its own.
# ends DESCRIPTION PATTERN  schema.json and text end in 1 soon, and say so.
ends() {
	status 1 "$1" timeout 60 ckrecords -S schema.json --one text
	cat out err >told
	says "and that is told" "$2" told
}
# fan  the schema on standard input, applied 2^40 times.
fan() {
	awk 'BEGIN { printf "{\"$ref\":\"#/$defs/a0\",\"$defs\":{"
		for (i = 0; i < 40; i++)
			printf "\"a%d\":{\"anyOf\":[{\"$ref\":\"#/$defs/a%d\"},{\"$ref\":\"#/$defs/a%d\"}]},",
				i, i + 1, i + 1
		printf "\"a40\":" }' >schema.json
	cat >>schema.json
	echo '}}' >>schema.json
}
# repeat COUNT FORMAT  the format with 0, 1, 2 .., parted by commas.
repeat() {
	awk -v n="$1" -v format="$2" 'BEGIN { for (i = 0; i < n; i++) {
		if (i) printf ","
		printf format, i
	} }'
}
{
	printf '"'
	head -c 3000000 /dev/zero | tr '\0' a
	printf '"'
} >text
if [ "$sanitizers" = yes ]; then
	skip "long strings and numbers are looked at so often and no more" \
		"sanitizers take ten times as long"
else
	echo '{"pattern":"b$"}' | fan
	ends "a long string is searched so often and no more" 'too many steps'
	printf '%s' '{"pattern":"(a)\\1b"}' | fan
	ends "by a pattern that refers back, too" 'takes too long|too many steps'
	sed 's/^/{"const":/; s/a"/b"}/' text | fan
	ends "or compared" 'too many steps'
	head -c 1000000 /dev/zero | tr '\0' 1 >text
	echo '{"multipleOf":700000000000000000000000000000000000000001}' | fan
	ends "a long number is divided so often and no more" 'too many steps'
fi
echo "{$(repeat 100000 '"b%d":1')}" >text
echo '{"properties":{"c":true},"maxProperties":9}' | fan
ends "so many members are looked at so often" 'too many steps'
echo "{\"dependentRequired\":{$(repeat 60000 '"z%d":["y"]')}}" >schema.json
ends "and looked for" 'too many steps'
echo "{\"required\":[$(repeat 60000 '"z%d"')]}" >schema.json
ends "and missed" 'too many steps'
echo "[$(repeat 100 '"valve%d"')]" >text
echo "{\"items\":{\"enum\":[$(repeat 60000 '"value%d-as-it-was"'),\"valve\"]}}" \
	>schema.json
ends "a word is compared with so many" '^text:1: /0: expected one of'
awk 'BEGIN { printf "{\"enum\":["; for (i = 100000; i < 300000; i++)
	printf "\"word number %d of so many words\",", i; print "\"a\"]}" }' \
	>schema.json
awk 'BEGIN { for (i = 0; i < 1000; i++)
	printf "\"wrod number %d\"\n", i }' >text
status 1 "with as many of 200,000 words" \
	timeout 60 ckrecords -S schema.json text
echo "[$(repeat 20000 '"before--%08d---after"')]" >text
echo "{\"items\":{\"enum\":[$(repeat 30000 '"before--%08d+--after"')]}}" \
	>schema.json
ends "words with the same ends are found like others" 'and 19900 more'
echo "{\"items\":{\"anyOf\":[$(repeat 2000 '{"const":%d}')]}}" >schema.json
echo "[$(repeat 500 '-1%d')]" >text
ends "of 2000 alternatives one is told" '^text:1: /0: expected 0, found -10$'
{
	printf '{"'
	head -c 2000000 /dev/zero | tr '\0' a
	printf '":1}'
} >text
echo "{\"allOf\":[$(repeat 90 '{"additionalProperties":false}')]}" >schema.json
ends "90 errors of a member with a long name are told" '^text:1: /aaaa'
ok "and of each name a part" test "$(wc -c <out)" -lt 10000000
echo "{\"\$defs\":{$(awk 'BEGIN { for (i = 0; i < 50000; i++)
	printf "\"a%d\":{\"$ref\":\"#/$defs/a%d\"},", i, i + 1 }')\"a50000\":true},
	\"\$ref\":\"#/\$defs/a0\"}" >schema.json
ends "50,000 references are followed" 'too deep'
awk 'BEGIN { printf "{\"allOf\":["
	for (i = 0; i < 4000; i++)
		printf "%s{\"$id\":\"http://x/%d\",\"$dynamicAnchor\":\"n\",\"items\":{\"$dynamicRef\":\"#n\"}}",
			(i ? "," : ""), i
	print "]}" }' >schema.json
ends "4000 dynamic references among as many resources are too many" \
	'too many dynamic references'
finish
