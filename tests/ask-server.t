#!/bin/sh
# mlask with a server: what is sent, what is taken, what becomes of each fault,
# and that it goes on where it was killed; against a server that replays them.
. "$(dirname "$0")/lib.sh"
needs jq python3

"$top_srcdir/tests/replay-server" port log 2>server.err &
server=$!
trap 'kill $server; rm -rf "$work"' EXIT
mkprofiles -n 20 -s demo | mkimages --images img --size 64 --train-views 0 |
	mkqa | mksplit -n 20 -s demo | mkrelease -n 20 --images img -o r
tries=0
while [ ! -s port ] && [ $tries -lt 100 ]; do
	tries=$((tries + 1))
	sleep 0.1
done
if [ ! -s port ]; then
	echo "Bail out! the replay server does not start"
	exit 99
fi
at=http://127.0.0.1:$(cat port)
unset http_proxy https_proxy all_proxy HTTPS_PROXY ALL_PROXY PALIMPSEST_KEY

# ask FAULT OPTION...  puts the 18 questions of forget_05 to a server with that
# fault, $jobs at a time.
jobs=1
ask() {
	fault=$1
	shift
	: >log
	mlask -u "$at/$fault/v1" -m m -j "$jobs" --sets forget_05 "$@" r
}

# requests N DESCRIPTION  passes if the server has seen so many.
requests() {
	if [ "$(wc -l <log)" -eq "$1" ]; then
		result ok "$2"
	else
		result "not ok" "$2"
		jq -r '"# " + .method + " " + .path' log
	fi
}

# fails REQUESTS FAULT MESSAGE OPTION...
fails() {
	number=$1 fault=$2 message=$3
	shift 3
	status 3 "the fault '$fault' ends in 3" ask "$fault" "$@"
	says "and is told" "^mlask: f[0-9a-z_]*: $message" err
	cp err told
	ok "in one line" test "$(wc -l <told)" -eq 1
	requests "$number" "after $number requests"
}

# works REQUESTS FAULT OPTION...
works() {
	number=$1 fault=$2
	shift 2
	ok "the fault '$fault' ends well" ask "$fault" "$@"
	cp out answers
	requests "$number" "after $number requests"
}

# holds JQ-PROGRAM FILE DESCRIPTION  passes if it is true of all lines, slurped.
holds() {
	if jq -se "$1" "$2" >held.out; then
		result ok "$3"
	else
		result "not ok" "$3"
		cut -c 1-300 "$2" | sed 's/^/# /' | head -n 5
	fi
}

# Nobody there: tried again for some seconds, so beside all else.
mlask -u http://127.0.0.1:1/v1 -m m -j 8 --sets forget_05 r >nobody.out \
	2>nobody &
nobody=$!

# What is sent and taken -------------------------------------------------------
works 18 ok
ok "answers are as their schema says" ckrecords answers
holds 'all(.[]; .model == {name: "m", reported: "m", fingerprint: "fp_1"} and
	.finish == "stop" and .tokens == {prompt: 20, completion: 3})' answers \
	"with what the server says of itself"
holds 'map(select(.id | test("_choice_"))) | length == 10 and
	all(.[]; (.letters | length) == 3 and
	    (.letters[.response] + 0.287682072 | fabs) < 1e-8)' answers \
	"letters are read off the first token with something in it, spellings added"
holds 'map(select(.id | test("_choice_") | not)) | length == 8 and
	all(.[]; .letters == null and (.response | test("ä\n\"")))' answers \
	"of other questions nothing is known of letters"
holds 'all(.[]; .path == "/v1/chat/completions" and .authorization == null and
	(.body | .model == "m" and .temperature == 0 and .top_p == 1 and
	 .seed == 1 and .max_tokens == 128 and (.messages | length) == 1))' log \
	"temperature, seed and limit are sent"
holds '[.[].body | select(has("logprobs"))] | length == 10 and
	all(.[]; .logprobs == true and .top_logprobs == 20)' log \
	"log-probabilities are asked for in choices"
for file in img/*/*_p.png; do base64 -w 0 "$file" && echo; done >pictures
jq -r '.body.messages[0].content | arrays |
	select(.[0].type == "image_url" and .[1].type == "text") |
	.[0].image_url.url | ltrimstr("data:image/png;base64,")' log >sent
ok "nine questions have a picture before their text, as it is in the release" \
	test "$(grep -F -x -c -f pictures sent)" -eq 9
works 18 ok --no-logprobs --max-tokens 7 --prompt guarded
holds 'all(.[].body; (has("logprobs") | not) and .max_tokens == 7 and
	.messages[0].role == "system")' log "options and system prompt are sent"
for fault in absent null null-content empty-content broken-token; do
	works 18 $fault
	holds 'all(.[]; .letters == null)' answers "nothing is known of letters"
done
works 18 no-top
holds 'all(.[] | select(.letters); (.letters | length) == 1)' answers \
	"one letter is known"
works 18 bare
holds 'all(.[]; .model.reported == null and .model.fingerprint == null and
	.finish == null and .tokens == {prompt: null, completion: null})' answers \
	"what is not said is null"
works 18 refusal
holds 'all(.[]; .response == "I cannot.")' answers "a refusal is the response"
works 18 filtered
holds 'all(.[]; .response == "" and .finish == "content_filter")' answers \
	"so is nothing, where that is what came"
works 18 nul
holds 'all(.[]; .response == "a\ufffdb")' answers "no NUL gets into the log"
works 18 wrong-model
cp err told
says "another model is told" "answers as the model 'other', not 'm'$" told
ok "once" test "$(wc -l <told)" -eq 1
holds 'all(.[]; .model == {name: "m", reported: "other",
	fingerprint: "fp_1"})' answers "and kept as reported"

# Faults -----------------------------------------------------------------------
here='http://127.0.0.1:[0-9]*'
fails 1 401 "$here answers 401: Incorrect .*does it want a key"
fails 1 no-model "$here answers 404: The model .m. does not.*--model"
fails 1 no-model-400 "$here answers 400: model 'm' not found .*--model"
fails 1 404 "$here answers 404: .*mostly ends in /v1"
fails 1 no-logprobs-400 "$here answers 400: .*--no-logprobs"
fails 1 quota "$here answers 429: You exceeded your quota"
fails 1 429-long "$here answers 429: and asks to wait 3600 s"
fails 5 500 "$here answers 500: (CUDA out of memory|no such)"
fails 1 redirect "$here answers 307: a redirect, which is not followed"
fails 1 empty "$here sent a reply that is empty"
fails 1 html "$here sent a reply that is not JSON"
fails 1 deep "$here sent a reply that is not JSON"
fails 1 twice "$here sent a reply that is not JSON"
fails 1 large "$here answers with more than 64 MiB"
fails 1 slow "no answer from $here.*timed out" --timeout 1
fails 1 error-200 "$here sent a reply that tells of an error"
fails 1 no-choices "$here sent a reply that has no choices"
fails 1 parts "$here sent a reply that has a message that is no text"
works 19 cut-once
works 19 503-once
works 19 429-ms
start=$(date +%s)
works 19 429
ok "Retry-After was waited for" test $(($(date +%s) - start)) -ge 1
for fault in no-vision too-large; do
	status 3 "a server that takes no picture ends in 3: $fault" ask $fault -k
	cp out answers
	ok "each question with one is told" \
		test "$(grep -c 'picture' err)" -eq 9
	holds 'length == 9 and all(.[]; .id | test("_t_"))' answers \
		"the others are answered"
done
echo sk-secret >key
chmod 600 key
ok "a key is sent" ask ok --key key
holds 'all(.[]; .authorization == "Bearer sk-secret")' log "as a bearer's"
jobs=4
status 3 "a wrong key ends in 3" ask 401 --key key
says "and is told" 'is the key right' err
cp err told
ok "once, whatever is under way" test "$(wc -l <told)" -eq 1
cat out err >both
lacks "but not what it is" secret both
ok "a server may repeat it" ask key-as-model --key key
cat out err >both
lacks "but the log does not" secret both
chmod 644 key
status 2 "a key that others may read ends in 2" ask ok --key key
status 2 "a password in the address ends in 2" \
	mlask -u http://a:b@127.0.0.1/v1 -m m r
status 2 "plain http to another machine ends in 2" \
	mlask -u http://models.example/v1 -m m r
status 2 "a server for an answerer ends in 2" \
	mlask --answerer prior -m m r

# Order and going on -----------------------------------------------------------
jobs=8
ok "eight at once are asked" ask delay
cp out eight
jobs=1
ok "and one after another" ask delay
same "with the same bytes" out eight
jobs=8
ok "answers may be written as they come" ask delay --order "done"
sort out >got
sort eight >wanted
same "and are the same" wanted got
ok "requests may be limited" ask ok --max-cost 5 -o short
requests 5 "to 5"
ok "and the rest be asked later" ask delay -o short
requests 13 "which is asked then"
same "to the same end" eight short
mlask -u "$at/ok/v1" -m m -j 8 -o whole r
: >log
mlask -u "$at/delay/v1" -m m -j 8 -o killed r 2>/dev/null &
asker=$!
tries=0
while [ "$(wc -l <log)" -lt 60 ] && [ $tries -lt 200 ]; do
	tries=$((tries + 1))
	sleep 0.05
done
kill -9 $asker
wait $asker 2>/dev/null
had=$(grep -c '}$' killed)
ok "some were answered before it was killed" test "$had" -gt 0
sleep 0.2 # for what was under way
: >log
ok "a run that was killed goes on" mlask -u "$at/ok/v1" -m m -j 8 -o killed r
requests $((378 - had)) "what was answered is not asked again"
same "and all is as if it had not been" whole killed
status 1 "another model may not go on with it" \
	mlask -u "$at/ok/v1" -m n -o killed r
wait $nobody
cp nobody err
says "nobody there is told" \
	'^mlask: f[0-9a-z_]*: no answer from http://127.0.0.1:1: ' err
ok "once" test "$(wc -l <nobody)" -eq 1

# Scores of texts that were not chosen -----------------------------------------
jobs=1
works 36 ok --score
ok "answers with scored texts are as their schema says" ckrecords answers
holds '[.[].scored | length] | sort == [1,1,1,1,4,4,4,4,4,4,4,4,4,4,7,7,7,7]' \
	answers "options, or what is right, in other words, and wrong are scored"
jq -c 'select(.path == "/v1/score").body.texts[]' log |
	jq -s 'map(.content | utf8bytelength)' >wanted
jq -s 'map(.scored[].bytes)' answers >got
same "of each text its length is known" wanted got
holds 'all(.[].scored[]; (.logprob | length) == (.greedy | length) and
	.mean[0] == -9.5 and .var[0] == 0.25)' answers "and its tokens"
fails 2 score-few "$here sent a reply that scores other texts" --score
fails 2 score-above "$here .* has a log-probability above 0" --score
fails 2 score-short "$here .* not as palimpsest-answers.5. says" --score
fails 2 score-none "$here answers 404: no such path" --score
jobs=4
ok "requests for scores count" ask ok --score --max-cost 5
requests 4 "and none is begun that cannot be ended"

# Judges -----------------------------------------------------------------------
# judge FAULT OPTION...  asks a judge about the four open answers to questions on
# the forgotten.
mlask -u "$at/ok/v1" -m m --sets forget_05 -o few r
judge() {
	fault=$1
	shift
	: >log
	mlask --judge few -u "$at/$fault/v1" -m j -j "$jobs" "$@" r
}
ok "a judge is asked" judge ok
cp out verdicts
requests 4 "about each open answer"
ok "verdicts are as their schema says" ckrecords verdicts
holds 'length == 4 and all(.[]; .score >= 1 and .score <= 10 and .tries == 1 and
	.reason == "as \"it\" is" and .prompt.name == "judge-mllmu" and
	.judge == {name: "j", reported: "j", fingerprint: "fp_1"})' verdicts \
	"they hold score, reason, and whose they are"
jq -r .answer verdicts >got
jq -c 'select(.id | test("_open_")) | .response' few | while read -r said; do
	printf '%s' "$said" | jq -j . | sha256sum | cut -c 1-64
done >wanted
same "and the sum of what was judged" wanted got
holds 'all(.[].body; .response_format == {type: "json_object"} and
	.temperature == 0 and (.messages[1].content |
	test("Answer: It is [0-9a-f]+ ä") and test("Reference: .")))' log \
	"the judge sees answer and reference, and is asked for JSON"
jobs=1
ok "one answer after another is judged" judge ok
same "with the same bytes" verdicts out
ok "a judge may need three tries" judge judge-late
cp out late
requests 12 "which are made"
holds 'all(.[]; .tries == 3 and .score != null)' late "and counted"
holds '.[2].body.messages | length == 6 and .[2].role == "assistant" and
	.[2].content == "8/10" and (.[3].content | test("no JSON object"))' log \
	"with what was wrong"
for fault in judge-never judge-string judge-high judge-half; do
	ok "no verdict is told as null: $fault" judge $fault
	holds 'length == 4 and all(.[]; .tries == 3 and .score == null and
		.reason == null)' out "after three tries"
done
ok "a reason may be left out" judge judge-bare
holds 'all(.[]; .reason == null and .tries == 1)' out "and is null then"
ok "another prompt may be used" judge ok --prompt judge-geval -o log.geval
ok "a log of verdicts is gone on with" judge ok --prompt judge-geval \
	-o log.geval
requests 0 "and nothing is judged twice"
status 1 "another prompt may not go on with it" judge ok -o log.geval
jq -c 'select(.id | test("_open_")) .response = "Nobody."' few >other
mv other few
status 1 "nor may it be of other answers" judge ok --prompt judge-geval \
	-o log.geval
says "which is told" "log.geval:1: the verdict is on another answer" err
status 3 "a judge that is not there ends in 3" judge 404
status 2 "an answerer is no judge" mlask --judge few --answerer prior r
finish
