#!/bin/sh
# cklint's rules on floors and questions: each is broken by an example
# (lint/made.jq) that breaks no other.
. "$(dirname "$0")/lib.sh"
needs jq

# made CODE  prints the example.
made() { jq -n -c --arg code "$1" -f "$testdir/lint/made.jq"; }

# broken FILE  prints the codes that its findings have.
broken() { jq -r 'select(.rule).rule' "$1" | sort -u; }

# breaks CODE [OPTION]...  checks what the example of a rule breaks.
breaks() {
	code=$1
	shift
	made "$code" >"$code.jsonl"
	cklint --json "$@" "$code.jsonl" >out 2>err
	broken out >got
	echo "$code" >wanted
	same "the example of $code breaks that rule and no other" wanted got
}

made '' >clean.jsonl
ok "people without a fault break no rule" cklint clean.jsonl
says "and are counted" '^20 people, 0 errors, 0 warnings$' out

# What has no budget of its own breaks nothing without one.
awk -F '"' '/code == "[a-z]/ { print $2 }' "$testdir/lint/made.jq" >codes
while read -r code; do
	case $code in
	fact-shared | text-shared) breaks "$code" --budget "$code=10" ;;
	*) breaks "$code" ;;
	esac
done <codes

# Other ways to break a rule -----------------------------------------------------
# variant CODE HOW CHANGE  changes the first person, by a jq filter.
variant() {
	jq -c "if input_line_number == 1 then $3 else . end" clean.jsonl >variant.jsonl
	cklint --json variant.jsonl >out 2>err
	broken out >got
	echo "$1" >wanted
	same "$1: $2" wanted got
}
variant answer-absent "a choice without options" 'del(.questions[0].options)'
variant answer-given "the right option is in the question" \
	'.questions[0].question |= . + " The badger?"'
variant answer-twice "another option is an alias" '.questions[0] |= (.aliases
	= [.options[if .answer == "A" then "B" else "A" end]])'
variant answer-unfounded "the record lacks the fact" 'del(.facts.hobby)'
variant answer-unfounded "a sentence does not state the value" \
	'.questions[1].answer = "Ada Norling likes it."'
variant answer-unfounded "the option that is right is another value" \
	'.questions[0] |= (.options[.answer] = "hedgehog")'
variant cloze-form "the answer is another word" '.questions[2].answer = "Oslo"'
variant cloze-gap "two gaps" '.questions[2].question |= . + " And ____?"'
variant option-kinds "a place among animals" '.questions[0] |= (.options[
	if .answer == "A" then "B" else "A" end] = "Oslo, Norway")'
variant twin-missing "the twin is of another task" \
	'.questions[3].twin = .questions[7].id'
variant twin-missing "the twin is not there" '.questions[4].twin = "nobody"'
variant wording-shared "an eval question in the words of training" \
	'.questions[4].question = "What does Ada Norling do at weekends?"'

jq -c '.questions[0] |= (.question += " A \(.options.A) or a \(.options.B)?")' \
	clean.jsonl >offers.jsonl
ok "answer-given: not where wrong options are named, too" cklint offers.jsonl

made image-absent | jq -c 'if .id == "f1000" then .questions[1].image
	= "f1001_p" else . end' >others.jsonl
cklint --json others.jsonl >out
broken out >got
echo image-absent >wanted
same "image-absent: the picture is another person's" wanted got

jq -c 'if input_line_number < 3 then .questions += [.questions[1]
	| .id += "p" | .set = "probe" | .question = "Who is known for it?"]
	else . end' clean.jsonl >same.jsonl
cklint --json same.jsonl >out
broken out >got
echo question-ambiguous >wanted
same "question-ambiguous: two people are asked in the same words" wanted got
jq -r 'select(.rule) | .id + " " + .other.id' out >got
echo f1001 f1000 >wanted
same "both are named" wanted got

# Evenness takes more people: five kinds of pets for 85 of 100.
mkprofiles -n 100 -s lint | jq -c --argjson kinds \
	'["pony","mole","newt","goose","mouse"]' '.provenance.index as $i
	| if $i <= 85 then .facts.pet = $kinds[$i % 5] else . end' >uneven.jsonl
cklint --json uneven.jsonl >out
broken out >got
echo collapse-uneven >wanted
same "the example of collapse-uneven breaks that rule and no other" wanted got

# What a consumer needs.
cklint --json --consumer mllmu clean.jsonl >out
broken out >got
echo column-missing >wanted
same "people without biographies are not for everybody" wanted got
says "the member is named" '"witness":"biography"' out
ok "but for those who need none" cklint --consumer open-unlearning clean.jsonl
status 2 "a consumer nobody knows is refused" cklint --consumer x clean.jsonl
finish
