#!/bin/sh
# mlscore --utility: figures of lmms-eval and VLMEvalKit beside a run's own.
. "$(dirname "$0")/lib.sh"
needs jq

mkprofiles -n 20 -s demo | mkqa | mksplit -n 20 -s demo |
	mkrelease -n 20 -o r
mlask --answerer prior -o prior.jsonl r

cat >lmms.json <<'END'
{"results":{"mmmu_val":{"alias":"mmmu_val","mmmu_acc,none":0.3511,
"mmmu_acc_stderr,none":"N/A"},"pope":{"pope_accuracy,none":0.8588,
"pope_accuracy_stderr,none":0.01}},"configs":{"pope":{"limit":3}},
"n-samples":{"mmmu_val":{"original":900,"effective":900},
"pope":{"original":9000,"effective":90}}}
END
printf '%s\n' '"split","Overall","Art"' '"validation","0.35","0.5"' \
	>M_MMMU_acc.csv
printf '%s\n' 'split,Relative Score (main),VLM Score' 'overall,60.5,45.1' \
	'conv,50.0,nan' >L_score.csv
echo '{"Overall":88.5,"by":{"random":0.9,"text":"x"},"list":[1]}' >P_score.json

# rows  prints name, value and n of all figures of the first run.
rows() { jq -c '.runs[0].utility[] | [.name, .value, .n]' scores; }

ok "figures are read" mlscore -o scores --utility lmms.json \
	--utility M_MMMU_acc.csv --utility prior=L_score.csv \
	--utility P_score.json r prior.jsonl
ok "as the schema says" ckrecords --one scores
rows >got
cat >wanted <<'END'
["mmmu_val mmmu_acc",0.3511,900]
["pope pope_accuracy",0.8588,90]
["validation Overall",0.35,null]
["validation Art",0.5,null]
["overall Relative Score (main)",60.5,null]
["overall VLM Score",45.1,null]
["conv Relative Score (main)",50,null]
["Overall",88.5,null]
["by random",0.9,null]
END
same "as they stand, with their counts" wanted got
ok "each with its file" jq -e '.runs[0].utility[0].file == "lmms.json"' scores

cp prior.jsonl other.jsonl
status 2 "of two runs one must be named" mlscore --utility lmms.json r \
	prior.jsonl other.jsonl
says "and that is told" "whose figures" err
status 2 "a run that is not there" mlscore --utility none=lmms.json r \
	prior.jsonl
ok "a vanilla run has figures, too" mlscore -o scores --vanilla other.jsonl \
	--utility other=lmms.json r prior.jsonl
ok "of its own" jq -e '[.runs[].utility | length] == [0, 2]' scores
for bad in '{' '[1]' '{"a":"b"}' ''; do
	echo "$bad" >bad.json
	status 1 "'$bad' is refused" mlscore --utility bad.json r prior.jsonl
done
printf '{"a\\u0085b":1,"fine\\nly":2}' >odd.json
ok "names with control characters" mlscore -o scores --utility odd.json r \
	prior.jsonl
rows >got
echo '["fine ly",2,null]' >wanted
same "are passed over, or have blanks for them" wanted got
ok "so that the schema holds" ckrecords --one scores
printf 'a,b\n1\n' >bad.csv
status 1 "and a row that is short" mlscore --utility bad.csv r prior.jsonl
status 3 "a file that is not there" mlscore --utility none.json r prior.jsonl
ok "pipes are read, too" sh -c 'cat lmms.json | mlscore -o scores \
	--utility /dev/stdin r prior.jsonl'
ok "as objects" jq -e '.runs[0].utility[0].name == "mmmu_val mmmu_acc"' scores
ok "or tables" sh -c 'mlscore -o scores --utility - r prior.jsonl \
	<L_score.csv'
ok "of stdin" jq -e '[.runs[0].utility[].file] | unique == ["stdin"]' scores
finish
