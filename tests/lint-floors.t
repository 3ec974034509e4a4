#!/bin/sh
# cklint's figures of a set that is worked out by hand (lint/tiny.jq).
. "$(dirname "$0")/lib.sh"
needs jq

jq -n -c -f "$testdir/lint/tiny.jq" >tiny.jsonl
cklint --json tiny.jsonl >out 2>err

# figure RULE OF VALUE WHY
figure() {
	jq --arg rule "$1" --arg of "$2" '.summary | select(.).figures[]
		| select(.rule == $rule and .of == $of).value' out >got
	echo "$3" >wanted
	same "$1 of '$2' is $3: $4" wanted got
}

set=forget_33
# Those who are kept have the pets cat, cat, dog, emu.
figure floor-prior-choice "$set, choice, text" 50 \
	"cat is right of f1, and of f2 it is an option, but wrong"
figure floor-familiar "$set, choice, text" 50 "cat was right twice in training"
figure floor-longest "$set, choice, text" 33.33 \
	"three options of three letters, one of two"
figure floor-letter "$set, choice, text, always A" 50 "A, then B"
# Their hobbies are chess, chess, darts, darts.
figure floor-prior-open "$set, open, text" 25 \
	"f1's is one of two most frequent ones, f2's is not"
figure floor-prior-cloze "$set, cloze, text" 50 "all live in Oslo, and f1 does"

figure fact-shared "$set, pet" 100 "cat and dog are kept"
figure fact-shared "$set, hobby" 50 "golf is not"
figure fact-shared "$set, town" 50 "Rome is not"
figure fact-shared "$set, all" 66.67 "4 of 6"
figure text-shared "$set, pet" 50 \
	"the two train questions that name nobody, of four"
figure text-shared "$set, all" 25 "2 of 8"

figure collapse-share "pet, 'cat'" 50 "3 of 6"
figure collapse-share "pet, five most frequent of 3" 100 "there are 3"
# log2(6) - (3 log2(3) + 2 log2(2)) / 6 = 1.4591 of log2(3) = 1.5850
figure collapse-uneven pet 7.94 "1.4591 of 1.5850 bits"

# Pet and hobby have 1.1258 bits in common. Over all 720 orders of the hobbies
# they have 0.6785 on average (python3: itertools.permutations), so that
# (1.1258 - 0.6785) / (1.4591 - 0.6785) is left.
figure fact-guess "hobby from pet" 57.3 "corrected for chance"
figure fact-guess "pet from hobby" 57.3 "corrected for chance"

jq -r 'select(.rule).rule' out >got
: >wanted
same "six people are too few to alarm anybody" wanted got
finish
