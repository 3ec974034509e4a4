#!/bin/sh
# The tables that people are drawn from keep their rules, and the linter finds
# what breaks them.
. "$(dirname "$0")/lib.sh"
needs perl

world=$top_srcdir/templates/world
lint() { perl "$top_srcdir/tests/world-lint" "$@"; }

ok "the tables keep all rules" lint "$world"
: >nothing
same "and there is nothing to say about them" nothing out
ok "a list of well-known people is there" test -s "$world/avoid.txt"

tab=$(printf '\t')
# edit FILE SED  makes the folder world: the tables, but for one edit.
edit() {
	rm -rf world
	cp -r "$world" world
	chmod -R u+w world
	sed "$2" "$world/$1" >"world/$1"
	status 1 "an edit of $1 changes it" cmp -s "$world/$1" "world/$1"
}

# breaks DESCRIPTION PATTERN FILE SED  passes if the linter finds one edit, and
# says the table and the fault.
breaks() {
	fault=$1 pattern=$2
	edit "$3" "$4"
	status 1 "$fault is found" lint world
	says "$fault: it says so" "^world/$3:[0-9]+: $pattern" out
}

breaks "a value twice" 'archery: twice' hobbies.tsv '/^archery/p'
breaks "an order lost" 'out of order' pets.tsv '4{h;d;};5G'
breaks "a value inside another" '.*contains' foods.tsv '4i\
aloo gobi pie'
breaks "an article that is wrong" 'actuary: a, not' occupations.tsv \
	"s/^actuary${tab}an/actuary${tab}a/"
breaks "a value as good as another" 'shoemaker: as good as cobbler' \
	parents.tsv "s/^coffee roaster/cobbler/"
breaks "a conflict of nothing" 'no pet is basilisk' conflicts.tsv \
	's/basset hound/basilisk/'
breaks "a conflict the wrong way round" 'pet is not drawn before' \
	conflicts.tsv "\$a\\
pet${tab}beagle${tab}health${tab}gout"
breaks "a conflict twice" 'out of order or twice' conflicts.tsv '5p'
breaks "a country nobody knows" '.*is not in countries.tsv' cities.tsv \
	's/Ivory Coast/Ivory Bank/g'
breaks "a tradition nobody knows" 'unknown tradition' cities.tsv \
	's/nigerian:9/nigerien:9/'
breaks "a school for the very young" '.*no name or age' schools.tsv \
	"s/${tab}23\$/${tab}18/"
surname=$(sed -n "s/^s${tab}//p" "$world/names/english.tsv" | tail -n 1)
breaks "a surname in two traditions" '.*also in' names/irish.tsv \
	"\$a\\
s${tab}$surname"
breaks "a mail word that is none" '.*not a plain word' mailwords.tsv \
	's/^harbour$/har bour/'
breaks "a thirteenth month" 'not the twelve months' months.tsv '$p'
breaks "genders that are not a hundred" 'weights are 99' genders.tsv \
	"s/${tab}49${tab}f/${tab}48${tab}f/"
breaks "too few heights" 'heights 146 to 180' genders.tsv "s/198/180/"
breaks "a slot that nothing fills" '.*unknown slot' forms.tsv 's/{cm}cm/{inch}/'
breaks "two spoken forms" '.*one spoken form' forms.tsv \
	"s/alias${tab}{city}/spoken${tab}{city}/"
breaks "skin tones above a hundred" 'skin_tone: weights are 101' \
	appearance.tsv "s/${tab}10${tab}10/${tab}10${tab}11/"
breaks "a trait that is gone" 'no glasses' appearance.tsv '/^glasses/d'
breaks "nobody young without grey hair" 'no grey for' appearance.tsv \
	"s/^grey${tab}0${tab}10${tab}any${tab}19/grey${tab}0${tab}10${tab}any${tab}30/"
breaks "a biography's unknown slot" 'unknown slot' biography.tsv \
	's/{hobby}/{hoby}/'
breaks "a name spelled otherwise than in the tables" '.*the tables write' \
	avoid.txt 's/José/Jose/'

finish
