#!/bin/sh
# mlask without a server: which questions are asked, what the answerers that
# need no model say, how prompts and demonstrations are put, and that a log goes
# on where it ended.
. "$(dirname "$0")/lib.sh"
needs jq

{
	mkprofiles -n 40 -s demo
	mkprofiles --kind stranger -n 6 -s demo
} | mkqa | mksplit -n 40 --strangers 6 -s demo >people.jsonl
mkrelease -n 40 --strangers 6 -o r people.jsonl
root=$(sed -n 3p r/log/checkpoint | base64 -d | od -An -v -tx1 | tr -d ' \n')
jq -c '.split.sets as $sets | .questions[] | . + {$sets}' r/people.jsonl \
	>questions

# asked SETS...  ids of eval questions about people in one of the sets, and of
# test questions about those in forget_05.
asked() {
	jq -r --args '. as $q | select(
		(.set == "eval" and any($ARGS.positional[]; IN($q.sets[]))) or
		(.set == "test" and any($q.sets[]; . == "forget_05"))) | .id' \
		"$@" <questions
}

# What is asked ----------------------------------------------------------------
ok "the oracle answers" mlask --answerer oracle -o oracle r
asked forget_05 retain_95 stranger >wanted
jq -r .id oracle >got
same "the usual sets are asked, in the order of the release" wanted got
ok "answers are as their schema says" ckrecords oracle
jq -c 'select(.set != "train") | {id, response: .answer}' questions >truth
jq -c '{id, response}' oracle >got
grep -F -x -f got truth >wanted
same "the oracle is right" wanted got
jq -r .release oracle | sort -u >got
echo "$root" >wanted
same "answers name the root of the release" wanted got
id=$(jq -r .id oracle | sed -n 5p)
grep -o "{\"id\":\"$id\",\"set\":.*" r/people.jsonl |
	sed 's/},{"id":"f.*/}/' | tr -d '\n' | sha256sum | cut -c 1-64 >wanted
jq -r --arg id "$id" 'select(.id == $id).question' oracle >got
same "and the sum of the question" wanted got
ok "sets are asked by name" \
	mlask --answerer prior --sets test_05,retain_85,test_05 r
jq -r .id out | sort >got
asked retain_85 | sort >wanted
same "each question once" wanted got
ok "another forget set has another retain set" \
	mlask --answerer prior --forget forget_10 r
jq -r .id out | grep -c _eval >got
asked forget_10 retain_90 stranger | grep -c _eval >wanted
same "both are asked" wanted got
status 1 "an unknown set ends in 1" mlask --answerer prior --sets real r
says "and is named" "has no set 'real'" err
status 1 "so does one that cannot be forgotten" \
	mlask --answerer prior --forget retain_95 r
status 1 "so does a folder that is no release" mlask --answerer prior .
status 3 "a folder that is not there ends in 3" mlask --answerer prior none

# Answerers --------------------------------------------------------------------
for kind in prior random familiar; do
	ok "$kind answers" mlask --answerer $kind -o $kind r
	jq -r .id $kind >got
	jq -r .id oracle >wanted
	same "$kind answers everything" wanted got
done
jq -c 'select(.set == "train" and .task == "choice" and
	any(.sets[]; . == "retain_95")) |
	[.fact, .options[.answer]]' questions | sort | uniq -c |
	sed 's/^ *\([0-9]*\) /[\1]/; s/\]\[/,/' >seen
jq -c 'select(.set == "eval" and .task == "choice")' questions >choices
jq -n -c --slurpfile seen seen --slurpfile said familiar '
	(reduce $seen[] as $s ({}; .[$s[1] + "/" + $s[2]] = $s[0])) as $n |
	(reduce $said[] as $s ({}; .[$s.id] = $s.response)) as $r |
	inputs | select($r[.id]) | . as $q |
	(.options | map_values($n[$q.fact + "/" + .] // 0)) as $of |
	select($of[$r[.id]] != ([$of[]] | max)) | .id' choices >got ||
	echo "jq failed" >got
same "what is familiar was most often right in training" /dev/null got
# What is most often right in a gap, by fact: [fact, [answers]].
jq -c 'select(.set == "eval" and .task == "cloze" and
	any(.sets[]; . == "retain_95")) | [.fact, .answer]' questions |
	jq -s -c 'group_by(.[0])[] | [.[0][0], (group_by(.[1]) |
		(map(length) | max) as $most |
		map(select(length == $most)[0][1]))]' >best
jq -n -c --slurpfile best best --slurpfile said prior '
	($best | map({key: .[0], value: .[1]}) | from_entries) as $of |
	($said | map({key: .id, value: .response}) | from_entries) as $r |
	inputs | select($r[.id] and .task == "cloze") |
	$of[.fact] as $known | $r[.id] as $response |
	select($known != null and ($known | index($response) | not)) |
	.id' questions >got || echo "jq failed" >got
same "a gap is filled with what is most often right" /dev/null got

# Prompts ----------------------------------------------------------------------
sums() { jq -r '.prompt | [.name, .sha256, .messages] | @tsv' "$1"; }
jq -n -c --slurpfile q questions '($q[] | select(.set == "eval" and
	.task == "choice" and any(.sets[]; . == "forget_05"))) |
	[{role: "user", text: (.question + "\n\nA. " + .options.A + "\nB. " +
	.options.B + "\nC. " + .options.C + "\nD. " + .options.D +
	"\n\nAnswer with the letter of the right option, and nothing else.")}]' |
	head -n 1 | tr -d '\n' | sha256sum | cut -c 1-64 >wanted
first=$(asked forget_05 | grep _choice_ | grep _eval | head -n 1)
jq -r --arg id "$first" 'select(.id == $id).prompt.messages' oracle >got
same "the sum of messages is that of the JSON in the page" wanted got
sha256sum <"$PALIMPSEST_DATA/templates/prompts/plain.txt" | cut -c 1-64 >wanted
jq -r .prompt.sha256 oracle | uniq >got
same "the sum of a prompt is the file's" wanted got
for prompt in mllmu guarded; do
	ok "the prompt $prompt is put" \
		mlask --answerer oracle --prompt $prompt --max-cost 9 r
	jq -r .prompt.name out | sort | uniq -c | sed 's/^ *//' >got
	echo "9 $prompt" >wanted
	same "and named in each of nine answers" wanted got
done
bad() { # bad WHY TEXT
	printf '%b' "$2" >bad.txt
	status 1 "a prompt is refused: $1" mlask --answerer oracle \
		--prompt bad.txt r
	says "and told why" "^mlask: bad.txt: $1" err
}
all='[choice]\n{question}\n[open]\n{question}\n'
bad 'a task has no part' "$all"
bad 'a part is there twice' "${all}[open image]\n{question}\n"
bad 'a part of an unknown name' "${all}[closed]\n{question}\n"
bad 'a part is empty' "${all}[cloze]\n\n"
bad 'a part does not ask the question' "${all}[cloze]\nx\n"
bad 'only a choice has options' "${all}[cloze]\n{question}{option_a}\n"
bad 'a slot of an unknown name' "${all}[cloze]\n{person}\n"
bad 'text before the first part' "x\n$all"
bad 'the file is no text' "${all}[cloze]\n\0377\n"
status 3 "a prompt that is not there ends in 3" \
	mlask --answerer oracle --prompt none r

# Demonstrations ---------------------------------------------------------------
ok "demonstrations are put" mlask --answerer oracle --shots 2 -o shots r
jq -c 'select((.shots | length) != 2 or
	any(.id, .shots[]; test("^f[0-9]*_") or test("^s[0-9]*_") | not))' \
	shots >got
same "two before each question" /dev/null got
jq -c '(.id | split("_")[0]) as $who |
	select(any(.shots[]; startswith($who + "_")))' shots >got
same "never about the person who is asked about" /dev/null got
jq -r '.shots[]' shots | sort -u >got
jq -r 'select(.set == "train" and any(.sets[]; . == "retain_95")).id' \
	questions | sort >known
comm -23 got known >strange
same "all are training questions about the retained" /dev/null strange
ok "as MLLMU-Bench has them, they are put" \
	mlask --answerer oracle --shots mllmu:f0001 -o leak r
says "and the leak is told" 'demonstrations leak' err
jq -r .id leak | grep '^f0001_' | grep -E '_(choice|cloze)_' >got
same "what they tell is not asked" /dev/null got
jq -r '.shots // [] | .[]' leak | sort -u >got
jq -r 'select(.set == "eval" and .task != "open").id' questions |
	grep '^f0001_' | sort >wanted
same "they are all eval questions about that person but the open ones" \
	wanted got
status 1 "a person who is not there cannot be one" \
	mlask --answerer oracle --shots mllmu:f9999 r

# The log ----------------------------------------------------------------------
head -c 10000 oracle >log
ok "a log that ends in half a line goes on" mlask --answerer oracle -o log r
same "and is the same in the end" oracle log
ok "there is nothing to ask any more" mlask --answerer oracle -o log r
same "then it stays as it is" oracle log
printf %s "$(cat oracle)" >log
ok "a last line that lacks its end only is kept" \
	mlask --answerer oracle -o log r
same "and ended" oracle log
mlask --answerer oracle --max-cost 100 -o log2 r
head -n 100 oracle >wanted
same "no more is asked than is allowed" wanted log2
shuf --random-source=oracle log2 >log3
ok "a log in another order goes on" mlask --answerer oracle -o log3 r
sort log3 >got
sort oracle >wanted
same "and has the same answers" wanted got
refused() { # refused WHAT PATTERN ARGUMENT...
	what=$1 pattern=$2
	shift 2
	cp log before
	status 1 "a log of $what is refused" mlask "$@"
	says "and told why" "$pattern" err
	same "and stays as it was" before log
}
refused "another model" 'another model answered' --answerer prior -o log r
refused "another prompt" 'another prompt was used' \
	--answerer oracle --prompt guarded -o log r
cp shots log
refused "other demonstrations" 'other demonstrations' \
	--answerer oracle -o log r
sed 's/"release":"./"release":"x/' oracle >log
refused "another release" 'log:1: f0001_.*: the answer is to another release' \
	--answerer oracle -o log r
sed '3s/"question":"./"question":"x/' oracle >log
refused "another question" 'log:3: .* asks another question by this id' \
	--answerer oracle -o log r
{ cat oracle && sed -n '7s/"response":"/&x/p' oracle; } >log
refused "two answers to one question" 'answered otherwise on line 7' \
	--answerer oracle -o log r
sed '9s/^./x/' oracle >log
refused "a bad line" 'log:9: ' --answerer oracle -o log r
cp log2 locked
status 3 "a log that another process writes is left alone" \
	flock locked mlask --answerer oracle -o locked r
says "and told" 'another process writes it' err
ok "times go to a log of their own" \
	mlask --answerer oracle --times times -o timed r
same "the answers are the same" oracle timed
jq -r .id times >got
jq -r .id oracle >wanted
same "there is a time for each" wanted got
status 3 "a full disk ends in 3" mlask --answerer oracle -o /dev/full r
ok "and is told once" test "$(wc -l <err)" -eq 1
status 2 "an unknown answerer ends in 2" mlask --answerer me r
status 2 "a release is needed" mlask --answerer prior
finish
