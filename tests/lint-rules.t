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
