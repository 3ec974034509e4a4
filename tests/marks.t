#!/bin/sh
# Marks: hand-made replies get the marks that palimpsest-marks(5) says, texts
# their normal forms; all answers of a release are right; the time that a reply
# takes grows with its length.
. "$(dirname "$0")/lib.sh"
needs jq

marking=$top_builddir/tests/marking
expected=$top_srcdir/tests/expected
questions=$expected/marks-questions.tsv

# without_notes FILE  prints a table without its comments.
without_notes() { sed '/^# /d' "$1"; }

without_notes "$expected/marks-forms.tsv" >forms
ok "texts have normal forms" "$marking" forms "$expected/marks-forms.tsv"
same "they are those expected" forms out

without_notes "$expected/marks.tsv" >marks
ok "replies are marked" "$marking" marks "$questions" "$expected/marks.tsv"
same "the marks are those expected" marks out
ok "there are more than 400 of them" test "$(wc -l <marks)" -gt 400
ok "no reply is there twice" \
	test -z "$(cut -f 1,2 marks | sort | uniq -d)"

{ sed 1q marks; sed 1d marks | tac; } >backwards
ok "replies are marked in another order" \
	"$marking" marks "$questions" backwards
same "a mark does not depend on those before it" backwards out

# ROUGE-L and BLEU are textscore's.
ok "open answers are compared with their references" \
	"$marking" likeness "$questions" "$expected/marks.tsv"
sort out >ours
answers='split("\n") | map(split("\t") | select(.[4]) | {(.[0]): .[4]}) | add'
pairs='($table | '$answers') as $answers | inputs | split("\t") |
	{id: .[0], candidate: .[1], reference: $answers[.[0]]}'
by_textscore() {
	jq -c -nR --rawfile table "$questions" "$pairs" ours |
		textscore --metrics rougeL,bleu-nltk1 --stem |
		jq -r '[.id, .candidate, .rougeL.f, .rougeL.r, ."bleu-nltk1"] | @tsv'
}
ok "textscore compares them, too" by_textscore
sort out >theirs
ok "none is left out" test "$(wc -l <ours)" -eq "$(wc -l <theirs)"
ok "at least 80 were compared" test "$(wc -l <ours)" -ge 80
ok "both find the same" awk -F '\t' '
	{ getline other <"theirs"; split(other, o)
	  for (i = 1; i <= 2; i++) if (o[i] != $i) exit 1
	  for (i = 3; i <= 5; i++) if ((o[i] - $i) ^ 2 > 1e-30) exit 1 }' ours

mkprofiles -n 12 -s marks | mkqa | mksplit -n 12 -s marks |
	mkrelease -n 12 -o release >/dev/null 2>&1
ok "the answers of a release are marked" "$marking" release release
says "all are right, in other words too, what is true of others never is" \
	'^([0-9]+) questions: \1 answers right, \1 paraphrases, 0 of others, 0 of' \
	out

if [ "$sanitizers" = yes ]; then
	skip "the time a reply takes grows with its length" "sanitizers do"
else
	long() { "$marking" long "$questions" "$1"; }
	scales "the time a reply takes grows with its length" 6 long
fi

# Tables that are not right.
mkdir data
cp -R "$PALIMPSEST_DATA/templates" data/
broken() { # broken FILE ROW WHAT  with a row more a table is refused
	cp "data/templates/$1" kept
	printf '%b\n' "$2" >>"data/templates/$1"
	status 1 "$3 is refused" env PALIMPSEST_DATA="$work/data" \
		"$marking" marks "$questions" "$expected/marks.tsv"
	says "it is said which" "${1##*/}:[0-9]+: " err
	cp kept "data/templates/$1"
}
broken marks/words.tsv 'aha\tnonsense' "a word without a role"
broken marks/months.tsv 'smarch\t13' "a thirteenth month"
broken marks/units.tsv 'cubit\tlength\tcm\t45' "a unit of no kind"
broken marks/units.tsv 'cubit\tmeasure\tcm\t0' "a unit of no size"
broken marks/letters.tsv 'ab\tc' "a letter that is two"
broken marks/facts.tsv 'pet\tguess' "a rule that is none"
broken refusals/en.tsv 'apology\t...' "a phrase without words"
finish
