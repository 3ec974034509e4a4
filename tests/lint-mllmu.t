#!/bin/sh
# cklint --from mllmu: rows of MLLMU-Bench's own shape (lint/mllmu.jq), with the
# faults that the published ones have.
. "$(dirname "$0")/lib.sh"
needs jq

# rows CONFIG [JQ OPTION]  prints the rows of a configuration.
rows() { jq -n --arg config "$1" "${2:--c}" -f "$testdir/lint/mllmu.jq"; }

# lint FILE...  leaves the findings and the summary in out.
lint() { cklint --json --from mllmu "$@" >out 2>err; }

broken() { jq -r 'select(.rule).rule' out | sort -u | paste -s -d ' ' -; }
summary() { jq -c ".summary | select(.) | $1" out; }

# is DESCRIPTION WANTED GOT
is() {
	printf '%s\n' "$2" >wanted
	printf '%s\n' "$3" >got
	same "$1" wanted got
}

mkdir ft_Data
for config in Full_Set Test_Set forget_25 retain_75; do
	rows $config >$config.json
done
rows ft_Data --tab >ft_Data/train-00000-of-00001.json
all='Full_Set.json Test_Set.json forget_25.json retain_75.json ft_Data/train-00000-of-00001.json'

# People brought together ---------------------------------------------------------
# shellcheck disable=SC2086  # a list of files
lint $all
is "rows of one ID become one person" 20 "$(summary .people)"
is "all are well but for the one health they share, as in the original" \
	collapse-share "$(broken)"
is "the answer that all have is named" \
	"health: 'This person has no medical conditions.' for 20 of 20 people" \
	"$(jq -r 'select(.rule).witness' out)"
is "which rules cannot be looked at is said" \
	'["answer-unfounded","image-licence","twin-missing"]' \
	"$(summary '.skipped | keys | map(select(test("^(answer|image|twin)")))')"
is "the forget set is a split" 100 "$(summary '.figures[]
	| select(.rule == "text-shared" and .of == "forget_25, health").value')"

for config in Full_Set Test_Set; do
	jq -c '.[] | .Classification_Task |= tojson' $config.json >$config.jsonl
done
cp out array.out
lint Full_Set.jsonl Test_Set.jsonl forget_25.json retain_75.json ft_Data/*
jq -c 'select(.summary)' out >lines.summary
jq -c 'select(.summary)' array.out >array.summary
same "JSON lines, and nested columns in strings, are the same" \
	array.summary lines.summary

lint Full_Set.json
is "a biography that is JSON states facts" '["born","employment"]' \
	"$(summary '[.figures[] | select(.rule == "collapse-uneven").of] | unique')"

jq -c '.[0].Generation_Task = []' Test_Set.json >fewer && mkdir fewer.d &&
	mv fewer fewer.d/Test_Set.json
ok "those rules are left out by name, asked for or not" cklint --from mllmu \
	--enable twin-missing,answer-unfounded,image-licence \
	Full_Set.json fewer.d/Test_Set.json
cat >wanted <<'END'
answer-unfounded: not looked at: rows do not say which value is asked for
image-licence: not looked at: rows hold no licences
twin-missing: not looked at: rows do not say which are twins
20 people, 0 errors, 0 warnings
END
sort out >got
sort -o wanted wanted
same "and why is said" wanted got

# Published faults ----------------------------------------------------------------
rows Retain_Set >Retain_Set.json
lint Full_Set.json Retain_Set.json
is "Retain_Set holds celebrities" set-misnamed \
	"$(jq -r 'select(.rule == "set-misnamed").rule' out)"
lint --consumer mllmu-baselines Full_Set.json forget_25.json retain_75.json
is "forget and retain lack the column that baselines need" \
	'forget_25.json: metadata retain_75.json: metadata' \
	"$(jq -r 'select(.rule == "column-missing") | .file + ": " + .witness' out |
		paste -s -d ' ' -)"
jq -c '.[0].Classification_Task.Pure_Text_Questions[0].Correct_Answer
	|= . + ". text"' Full_Set.json >dirty.json
mkdir dirty && mv dirty.json dirty/Full_Set.json
lint dirty/Full_Set.json
is "a label that is no letter" answer-absent "$(broken)"
jq -c '.[0].Mask_Task[0].Ground_Truth |= "Rome"' forget_25.json >dirty/forget_25.json
lint Full_Set.json dirty/forget_25.json
is "rows of one person that differ" rows-differ \
	"$(jq -r 'select(.rule == "rows-differ").rule' out)"
jq -c '.[1].ID = "001"' Full_Set.json >dirty/Full_Set.json
lint dirty/Full_Set.json
is "an ID that two rows of a set have" id-twice \
	"$(jq -r 'select(.rule == "id-twice").rule' out)"
jq -c '.[0].Generation_Task[0].Question = "Where was this one born?"' \
	Full_Set.json >dirty/Full_Set.json
lint dirty/Full_Set.json
is "a text question without the name" name-absent "$(broken)"
rows Test_Set | jq -c '.[0].Generation_Task[0].Question
	= "Where was this one born: Ada Norling?"' >dirty/Test_Set.json
lint Full_Set.json dirty/Test_Set.json
is "a test question in the words of evaluation" wording-shared "$(broken)"

# Files that are no rows ----------------------------------------------------------
# refused WHY TEXT  a file that holds this text is refused.
refused() {
	printf '%s' "$2" >dirty/Full_Set.json
	status 1 "refused: $1" cklint --from mllmu dirty/Full_Set.json
	says "and the place is told" '^cklint: dirty/Full_Set.json:[0-9]+: ' err
}
refused "an array that is cut off" '[{"ID":"001"}'
refused "a row that is cut off" '[{"ID":"001"'
refused "a comma before the end" '[{"ID":"001"},]'
refused "rows without a comma in an array" '[{"ID":"001"}{"ID":"002"}]'
refused "rows with a comma outside of one" '{"ID":"001"},{"ID":"002"}'
refused "something behind the array" '[{"ID":"001"}] {"ID":"002"}'
refused "an array in an array" '[[{"ID":"001"}]]'
refused "a name twice in a row" '[{"ID":"001","ID":"002"}]'
refused "a row without ID" '[{"image":null}]'
refused "text" 'ID,image'
refused "a row of two million values" \
	"{\"ID\":\"1\",\"x\":[$(yes 1, | head -n 2000000 | tr -d '\n')1]}"
printf '{"ID":"1","biography":"%s"}' "$(yes '[' | head -n 900000 |
	tr -d '\n')" >dirty/Full_Set.json
ok "a biography of brackets is a text" cklint --from mllmu dirty/Full_Set.json
awk 'BEGIN { printf "{\"ID\":\"1\",\"biography\":\"{"
	for (i = 0; i < 300000; i++) printf "\\\"%d\\\":\\\"a\\\",", i
	print "\\\"x\\\":1}\"}" }' >dirty/Full_Set.json
ok "of one of 300,000 members a few are facts" timeout 20 \
	cklint --from mllmu dirty/Full_Set.json
printf '[]' >dirty/Full_Set.json
status 1 "an empty array is nobody" cklint --from mllmu dirty/Full_Set.json
says "counted as such" '^0 people' out
status 2 "a file of no configuration is refused" cklint --from mllmu out
status 2 "rows do not come from stdin" cklint --from mllmu
status 2 "another benchmark is refused" cklint --from tofu Full_Set.json
status 3 "a file that is not there" cklint --from mllmu no/Full_Set.json
finish
