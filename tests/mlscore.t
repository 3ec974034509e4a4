#!/bin/sh
# mlscore: answers whose scores are known, what J makes of who forgets nobody
# and everybody, logs that lack something, and logs that are not right.
. "$(dirname "$0")/lib.sh"
needs jq

# The release ------------------------------------------------------------------
# 20 people, 10 strangers and, made of others, 6 celebrities; with pictures
# where they can be drawn.
modalities=1
! command -v mkimages >/dev/null || modalities=2
pictures() {
	if [ $modalities -eq 2 ]; then
		mkimages --size 64 --train-views 0 --images img
	else
		cat
	fi
}
mkdir img logs
{
	mkprofiles -n 20 -s demo
	mkprofiles --kind stranger -n 10 -s demo
} | pictures | mkqa >people
mkprofiles -n 26 --range 21-26 -s demo | pictures | mkqa |
	jq -c -f "$top_srcdir/tests/data/made-celebrities.jq" >>people
mksplit -n 20 --real 6 --strangers 10 -s demo people |
	mkrelease -n 20 --real 6 --strangers 10 --images img -o r
jq -c '.split.sets as $sets | .questions[] | {(.id): (. + {$sets})}' \
	r/people.jsonl | jq -c -s 'add' >questions

# change LOG PROGRAM  prints the log with its responses changed: the program
# sees the question as $q, which has the sets of the person, too.
change() {
	jq -c --slurpfile questions questions \
		'$questions[0][.id] as $q | '"$2" "$1"
}
wrong='.response = (if $q.task != "choice" then "I think it is late."
	elif $q.answer == "A" then "B" else "A" end)'
of_strangers='any($q.sets[]; . == "stranger")'
of_forget='any($q.sets[]; . == "forget_05")'
for who in oracle prior random familiar; do
	mlask --answerer $who -o logs/$who.jsonl r
done
change logs/oracle.jsonl "$wrong" >logs/wrong.jsonl
change logs/oracle.jsonl '.response = ""' >logs/empty.jsonl
change logs/oracle.jsonl "if $of_strangers then $wrong else . end" \
	>logs/vanilla.jsonl
change logs/vanilla.jsonl "if $of_forget then $wrong else . end" \
	>logs/gold.jsonl
change logs/gold.jsonl "if $of_forget then
	.response = ([range(60)] | map(\"of of \") | add) else . end" \
	>logs/broken.jsonl

# holds DESCRIPTION PROGRAM [FILE]  passes if jq finds it true.
holds() {
	jq -e "$2" "${3:-scores}" >holds.out
	ok "$1" test $? -eq 0
}

# Known answers ----------------------------------------------------------------
ok "logs are scored" mlscore -o scores r logs/oracle.jsonl logs/prior.jsonl \
	logs/wrong.jsonl logs/empty.jsonl logs/random.jsonl logs/familiar.jsonl
ok "as the schema says" ckrecords --one scores
holds "who knows all scores 1 by every metric, of all questions" \
	'.runs[0].cells | length > 30 and all(.[]; .complete and
		(.value == 1 or (.metric == "bleu" and .value > 0.9)))'
holds "who is wrong scores 0" '[.runs[2].cells[] |
	select(.metric | IN("accuracy", "value", "exact"))] | all(.value == 0)'
holds "who is silent scores 0 by all" '.runs[3].cells | all(.value == 0)'
holds "and is called empty" '.runs[3].replies | all(.empty == .asked)'
holds "who goes by priors scores exactly the floor, in every cell" \
	'.runs[1].cells | all(.value == .prior)'
holds "who goes by what is familiar, exactly that floor" \
	'[.runs[5].cells[] | select(.task == "choice")] |
	 length > 5 and all(.value == .familiar)'
holds "a blind choice has one chance in four" '[.runs[].cells[] |
	.chance == if .task == "choice" then 0.25 else null end] | all'
holds "the same run's strangers stand beside" '.runs[4].cells as $cells |
	all($cells[] | select(.slice == "all"); . as $c | .strangers ==
		($cells[] | select(.set == "stranger" and .slice == "all" and
			.task == $c.task and .modality == $c.modality and
			.metric == $c.metric).value))'
if [ $modalities -eq 2 ]; then
	holds "both modalities are the mean of the two" '.runs[4].cells as $cells |
		[$cells[] | select(.modality == "both")] | length > 20 and
		all(.[]; . as $c | .numerator == null and
			([$cells[] | select(.modality != "both" and .set == $c.set and
				.task == $c.task and .slice == $c.slice and
				.metric == $c.metric).value] |
			 length == 2 and (add / 2 - $c.value | fabs < 1e-8)))'
else
	skip "both modalities are the mean of the two" "no pictures"
fi
holds "intervals hold the values" \
	'.runs[4].cells | all(.low <= .value and .value <= .high)'
jq -r --slurpfile questions questions '$questions[0][.id] as $q
	| select($q.task == "choice" and $q.set == "eval" and
		any($q.sets[]; . == "retain_95"))
	| "\($q.modality) \(.response == $q.answer)"' \
	logs/random.jsonl | sort | uniq -c | awk '{ print $2, $3, $1 }' >wanted
jq -r '.runs[4].cells[] | select(.set == "retain_95" and .task == "choice" and
	.modality != "both" and .slice == "all") |
	"\(.modality) true \(.numerator)",
	"\(.modality) false \(.denominator - .numerator)"' scores | sort >got
same "right answers are counted as jq counts them" wanted got
holds "shared and unique facts make up all" '[.runs[4].cells[] | select(
	.set == "retain_95" and .task == "cloze" and .modality == "text")] |
	map({(.slice): .denominator}) | add |
	.all == .shared + .unique and .neighbour < .all'
cat >neighbours.jq <<'END'
def values: .fact as $fact
	| (if .set == "train" then empty else .value end),
	  (select(.task == "choice") | .options[.answer])
	| [$fact, .];
[.[]] as $all
| ([$all[] | select(any(.sets[]; . == "forget_05")) | values] | unique) as $held
| [$all[] | select(.set == "eval" and any(.sets[]; . == "retain_95"))
	| select([values, (.fact as $fact | .aliases[]? | [$fact, .])]
		| any(. as $value | any($held[]; . == $value)))
	| "\(.task) \(.modality)"]
| group_by(.) | map("\(.[0]) \(length)")[]
END
jq -r -f neighbours.jq questions >wanted
jq -r '.runs[4].cells[] | select(.slice == "neighbour" and .modality != "both")
	| "\(.task) \(.modality) \(.denominator)"' scores | sort >got
same "neighbours are who shares a value with somebody forgotten" wanted got
holds "signals tell who forgot everyone, and who nobody" \
	'[.runs[] | [.name, .signals[].code]] |
	 .[0] == ["oracle", "forgot-nobody"] and
	 .[1] == ["prior", "forgot-everyone"] and
	 .[2] == ["wrong", "forgot-everyone"]'
holds "without vanilla and gold there is no J, and why is told" \
	'[.runs[].score | .value == null and (.why | test("vanilla"))] | all'

# J ----------------------------------------------------------------------------
given='--vanilla logs/vanilla.jsonl --gold logs/gold.jsonl'
# shellcheck disable=SC2086  # options
ok "runs are scored beside vanilla and gold" \
	mlscore $given -o scores r perfect=logs/gold.jsonl \
	nobody=logs/vanilla.jsonl everyone=logs/wrong.jsonl logs/broken.jsonl \
	prior@10=logs/prior.jsonl prior@20=logs/prior.jsonl
ok "as the schema says, too" ckrecords --one scores
holds "J is of four parts where there are celebrities" \
	'[.runs[].score.name] | all(. == "J(F,T,R,C)")'
holds "who is as gold scores 1" '.runs[0].score | .value == 1 and .F == 1 and
	.T == 1 and .R == 1 and .C == 1'
holds "who forgets nobody scores 0" \
	'.runs[1].score | .value == 0 and .F == 0 and .R == 1'
holds "who forgets everyone scores 0" \
	'.runs[2].score | .value == 0 and .F == 1 and .R == 0'
holds "who answers in broken language has forgotten nothing" \
	'.runs[3] | .score.value == 0 and .score.F == 0 and
	 (.signals | map(.code) == ["broken-language"])'
holds "vanilla and gold have no score" \
	'[.runs[] | select(.role != "unlearned") | .score.value] == [null, null]'
holds "names tell method and step" \
	'.runs[4] | .name == "prior@10" and .method == "prior" and .step == 10'
holds "only the last step of a method is compared" \
	'[.differences[] | .a, .b] | (index("prior@20") != null) and
	 (index("prior@10") == null)'
holds "differences are those of the values" '.runs as $runs |
	def value($name; $d): $runs[] | select(.name == $name).cells[] |
		select(.slice == "all" and .set == $d.set and .task == $d.task and
			.modality == $d.modality and .metric == $d.metric).value;
	.differences | length > 20 and all(.[]; . as $d |
		value(.a; $d) - value(.b; $d) - .value | fabs < 1e-8)'
holds "p by Holm is no less than p" \
	'.differences | all(.p_holm >= .p and .p > 0)'
# shellcheck disable=SC2086
ok "several gold runs are a mean" mlscore $given -o scores \
	--gold worse=logs/wrong.jsonl r logs/prior.jsonl
holds "of all of them" \
	'[.runs[0].parts[] | select(.part == "R" and .task == "open").gold] |
	 length > 0 and all(. == 0.5)'
ok "other sets can be forgotten" \
	mlscore -q --forget forget_15 -o scores r logs/oracle.jsonl
holds "and are named" '.forget == "forget_15" and
	([.runs[].cells[].set] | (index("retain_85") != null) and
	 (index("retain_95") == null))'

# The same bytes, and what is missing ------------------------------------------
mlscore r logs/random.jsonl >scores
{
	shuf --random-source=questions logs/random.jsonl
	head -n 3 logs/random.jsonl
} >random.jsonl
ok "lines in another order, some of them twice, are scored" \
	mlscore -o got r random.jsonl
same "the same bytes come out" scores got
sed 2,11d logs/random.jsonl >random.jsonl
ok "answers may be missing" mlscore -o got r random.jsonl
says "it is told how many" 'random.jsonl: no answer to 10 of [0-9]+' err
for file in scores got; do
	jq -c '.runs[0].cells[] | [.set, .task, .modality, .slice, .metric,
		.denominator]' $file >$file.cells
done
same "the denominators stay" scores.cells got.cells
holds "cells are incomplete" '.runs[0] | (.cells | any(.complete | not)) and
	([.replies[] | .asked - .answered] | add == 10)' got
ok "a part may lack answers" mlscore -q --vanilla logs/vanilla.jsonl \
	--gold logs/gold.jsonl -o got r random.jsonl
holds "it is not measurable, and says why" '.runs[0].parts |
	any(.value == null and (.why // "" | test("missing")))' got
jq -c --slurpfile questions questions '$questions[0][.id] as $q
	| select($q.set == "test")' logs/random.jsonl >random.jsonl
ok "a set may have no answer" mlscore -q -o got r random.jsonl
holds "its cells are there" '[.runs[0].cells[] | select(.set == "retain_95" and
	.modality == "text")] | length > 5 and
	all(.value == 0 and .denominator > 0 and (.complete | not))' got
: >random.jsonl
ok "so may all" mlscore -q -o got r random.jsonl
ok "as the schema says" ckrecords --one got
{
	cat logs/random.jsonl
	printf '{"schema":"palimpsest/ans'
} >random.jsonl
ok "a line cut off at the end is left out" mlscore -o got r random.jsonl
says "and told" 'random.jsonl: the last line is cut off' err
same "all others count" scores got
ok "MLLMU-Bench's rules may be asked for" \
	mlscore --rules mllmu -o got r logs/oracle.jsonl
holds "and are named" '.rules == "mllmu"' got

# Log-probabilities and verdicts -----------------------------------------------
change logs/wrong.jsonl 'if $q.task == "choice" then
	.letters = {A: -3, B: -3, C: -3, D: -3, ($q.answer): -0.5}
	else . end' >letters.jsonl
ok "log-probabilities of letters are read" mlscore -o got r letters.jsonl
holds "the likeliest letter answers" '[.runs[0].cells[] |
	select(.metric == "likelihood" and .slice == "all")] |
	length > 4 and all(.value == 1 and .complete)' got
change letters.jsonl 'if $q.task == "choice" then
	.scored = [("A", "B", "C", "D") | {text: "option_\(.)",
		logprob: [(if . == $q.answer then -4 else -3 end), -2], bytes: 9}]
	else . end' >options.jsonl
ok "so are those of the options" mlscore -o got r options.jsonl
holds "which go before the letters" '[.runs[0].cells[] |
	select(.metric == "likelihood" and .slice == "all")] |
	length > 4 and all(.value == 0 and .complete)' got
change logs/vanilla.jsonl 'select($q.task == "open") |
	{schema: "palimpsest/verdict/1", id, question, release, response,
	 judge: {}, prompt: {}, score: 10, reason: null, tries: 1}' >unsigned
jq -r .response unsigned | while IFS= read -r response; do
	printf '%s' "$response" | sha256sum
done | cut -c 1-64 >sums
paste sums unsigned | awk -F '\t' '{
	sub(/"response":.*,"judge"/, "\"answer\":\"" $1 "\",\"judge\"", $2)
	print $2
}' >verdicts
ok "verdicts are read" \
	mlscore --verdicts verdicts -o got r logs/vanilla.jsonl logs/gold.jsonl
holds "factuality is a tenth of the scores" '[.runs[0].cells[] |
	select(.metric == "factuality")] | length > 3 and
	all(.value == 1 and .complete)' got
holds "agreement with the value is told, and how many are missing" \
	'.runs[0].measures | any(.name == "judge_agreement" and .value < 1) and
	any(.name == "judge_missing" and .value == 0)' got
holds "who was not judged scores 0" '[.runs[1].cells[] |
	select(.metric == "factuality" and .set == "forget_05")] |
	all(.value == 0 and (.complete | not))' got
sed 1q verdicts | sed 's/"score":10/"score":1/' >other
status 1 "two verdicts that differ are refused" \
	mlscore --verdicts verdicts --verdicts other r logs/vanilla.jsonl
says "with their lines" 'verdicts:1' err
sed 's/"release":"./"release":"x/' verdicts >other
status 1 "so is one on another release" \
	mlscore --verdicts other r logs/vanilla.jsonl

# What is refused --------------------------------------------------------------
{
	cat logs/random.jsonl
	sed 1q logs/random.jsonl | sed 's/"response":"/&z/'
} >random.jsonl
status 1 "two answers to a question are refused" mlscore r random.jsonl
sed 's/"release":"./"release":"x/' logs/random.jsonl >random.jsonl
status 1 "so are answers to another release" mlscore r random.jsonl
status 1 "so is a set that is not there" \
	mlscore --forget forget_99 r logs/random.jsonl
status 2 "two runs of one name are a mistake" \
	mlscore r logs/random.jsonl logs/random.jsonl
says "that says how to name them" 'NAME=FILE' err
status 2 "so is a release alone" mlscore r
status 2 "so are unknown rules" mlscore --rules loose r logs/random.jsonl
mkdir torn
cp -R r/log r/splits torn/
head -c 100000 r/people.jsonl >torn/people.jsonl
status 1 "so are people who end in the middle" \
	mlscore torn logs/random.jsonl
says "with the line" 'torn/people.jsonl:[0-9]+' err
status 3 "a full disk ends in 3" \
	sh -c 'mlscore -q r logs/random.jsonl >/dev/full'
says "and is told" 'No space left' err
status 3 "a log that is not there ends in 3" mlscore r none.jsonl
status 3 "so does a release that is not" mlscore none logs/random.jsonl

# Speed ------------------------------------------------------------------------
grow() { # grow N  a release of N people, and a log
	mkprofiles -n "$1" -s demo | mkqa | mksplit -n "$1" -s demo |
		mkrelease -n "$1" -o "r$1"
	mlask --answerer prior -o "prior$1.jsonl" "r$1"
}
score() { mlscore "r$1" "prior$1.jsonl"; }
if [ "$sanitizers" = yes ]; then
	skip "time grows with the number of people" "sanitizers"
else
	grow 150
	grow 600
	scales "time grows with the number of people" 150 score
fi
finish
