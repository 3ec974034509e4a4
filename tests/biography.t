#!/bin/sh
# Biographies: every fact once, nothing else, in plain English.
. "$(dirname "$0")/lib.sh"

data=$top_srcdir/tests/data
world=$top_srcdir/templates/world
: >nothing
judge() { # judge PEOPLE  prints the faults of a table of people.
	awk -f "$data/biography.awk" kind=genders "$world/genders.tsv" \
		kind=months "$world/months.tsv" \
		kind=money "$world/currencies.tsv" \
		kind=articles "$world/occupations.tsv" "$world/health.tsv" \
		"$world/parents.tsv" "$world/pets.tsv" \
		kind=texts "$world/biography.tsv" kind=people "$1"
}
mkprofiles -n 5000 -s lives | awk -v biography=1 -f "$data/facts.awk" >people
ok "5,000 people are there" test "$(wc -l <people)" -eq 5001
judge people >verdict
clean() { # clean DESCRIPTION FAULT
	grep "^$2: " verdict >said
	same "$1" nothing said
	sed 's/^/# /' said | head -n 3
}
clean "they have 80 to 160 words" length
clean "every fact is there exactly once, as it is spoken" "not once"
clean "an article is the one the tables give" article
clean "no two articles stand together" "two articles"
clean "no e-mail address and no telephone number" contact
clean "no braces, no doubled blanks or stops" untidy
clean "they is never, nor she are" verb
clean "without the facts, nothing is left but sentences of the table" \
	"other words"
clean "a text of the table is one sentence" "two sentences in one text"
grep -v '^#' verdict >said
same "there is no other fault" nothing said
grep '^#' verdict
grep -c '^# order .*: [1-9]' verdict >met
read -r orders <met
ok "at least 12 orders occur: $orders" test "$orders" -ge 12
cut -f 2- people | awk -F '\t' 'NR == 1 {
		for (i = 1; i <= NF; i++) if ($i == "biography") b = i
		next
	}
	{ print $b }' | sort | uniq -d >said
same "no two people have one biography" nothing said

# Faults are found.
spoil() { # spoil DESCRIPTION FAULT SED
	head -n 200 people | sed "$3" >spoiled
	judge spoiled >verdict
	says "it is found: $1" "^$2: " verdict
}
spoil "a double blank" untidy 's/ works as / works  as /'
spoil "a wrong article" article 's/ as an / as a /'
spoil "a word too many" "other words" 's/ works as / gladly works as /'
spoil "a fact twice" "not once" 's/\( [0-9]* cm\) / and\1\1 /'
spoil "a fact left out" "not once" 's/ [0-9]* cm / high /'
spoil "a wrong verb" "other words" 's/ They live / They lives /;s/ She lives / She live /'
finish
