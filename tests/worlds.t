#!/bin/sh
# Worlds of one's own: tables that cannot be used are refused with 1, file and
# line, before anybody is made; files that cannot be read with 3.
. "$(dirname "$0")/lib.sh"
needs jq

shipped=$top_srcdir/templates/world
tab=$(printf '\t')
cr=$(printf '\r')
: >nothing
mkprofiles -n 1 -s demo >one

# edit FILE SED  makes the folder world: the tables, but for one edit.
fresh() {
	rm -rf world
	cp -r "$shipped" world
	chmod -R u+w world
}
edit() {
	fresh
	sed "$2" "$shipped/$1" >"world/$1"
}

# refuses DESCRIPTION PATTERN FILE SED  passes if the edit ends mkprofiles in 1,
# with one line that names file and line, and nothing on stdout.
refused() { # refused DESCRIPTION PATTERN FILE
	status 1 "mkprofiles refuses $1" mkprofiles -n 1 -s demo --world world
	cat out err >said
	says "the place of $1 is named" \
		"^mkprofiles: world/$3:[0-9]+: .*($2)" said
	ok "and nothing else is written of $1" test "$(wc -l <said)" -eq 1
}
refuses() {
	edit "$3" "$4"
	refused "$1" "$2" "$3"
}

# What a record may hold ------------------------------------------------------
looks=appearance.tsv
for tone in 'abc"' 01 0 11 -1 1.5 '' 99999999999999999999; do
	refuses "the skin tone '$tone'" 'skin tones are 1..10|a row must have' \
		$looks "s/^skin_tone${tab}1$tab/skin_tone$tab$tone$tab/"
done
for grey in 10001 'x' 00; do
	refuses "'$grey' as the share of grey" 'grey is 0..10000' $looks \
		"s/^grey${tab}0$tab/grey$tab$grey$tab/"
done
refuses "a look with a blank" 'a look is 1 to 96 of a-z' $looks \
	's/half_rim/half rim/'
refuses "an empty look" 'cell 2 is empty' $looks 's/half_rim/-/'
refuses "a look of 97 bytes" 'a look is 1 to 96' $looks \
	"s/half_rim/$(printf '%097d' 0)/"
refuses "an age band that is none" 'an age band is' $looks 's/19_29/19 29/'
refuses "a look for nobody" 'presentations are any' $looks \
	"s/bob${tab}10${tab}feminine/bob${tab}10${tab}f/"
refuses "an attribute nobody has" 'no such attribute: hat' $looks \
	"\$a\\
hat${tab}bowler${tab}10${tab}any${tab}19"
refuses "looks that do not stand together" 'must stand together' $looks \
	"\$a\\
build${tab}tall${tab}10${tab}any${tab}19"
refuses "a quota above a hundred" 'more than 100' $looks \
	"s/^skin_tone${tab}9${tab}10/skin_tone${tab}9${tab}11/"
refuses "a quota with a condition" 'open to all' $looks \
	"s/^glasses${tab}round${tab}12${tab}any/glasses${tab}round${tab}12${tab}feminine/"
refuses "a look that is gone" "no 'glasses' for feminine" $looks '/^glasses/d'
refuses "looks only for the old" "no 'grey' for feminine looks at 19" $looks \
	"s/^grey${tab}0${tab}10${tab}any${tab}19/grey${tab}0${tab}10${tab}any${tab}30/"
refuses "a gender that is no id" 'a gender is' genders.tsv 's/^female/fe"male/'
refuses "a presentation that is none" 'presentations are' genders.tsv \
	's/androgynous/any/'
refuses "a list of names that is none" 'lists of given names' genders.tsv \
	"s/masculine${tab}m/masculine$tab-/"
refuses "a verb that is none" 'verbs are' genders.tsv 's/plural/many/'
refuses "an empty pronoun" 'a pronoun is' genders.tsv \
	"s/${tab}herself/$tab-/"
refuses "weights above a hundred" 'weights are 100' genders.tsv \
	"s/female${tab}49/female${tab}52/"
refuses "a weight of nothing" 'weights are 1..100' genders.tsv \
	"s/female${tab}49/female${tab}0/"
refuses "five words" 'not one to 4 words' hobbies.tsv \
	's/^archery/the bow and the arrow/'
refuses "a doubled blank" 'not one to 4 words' hobbies.tsv \
	's/amateur radio/amateur  radio/'
refuses "a value of 257 bytes" '256 bytes' hobbies.tsv \
	"s/^archery/$(printf '%0257d' 0)/"
refuses "an article that is none" 'articles are' pets.tsv \
	"s/Afghan hound${tab}an/Afghan hound${tab}the/"
refuses "a mail word with a digit" 'a mail word is' mailwords.tsv \
	's/^harbour$/harbour1/'
refuses "a city without its country" 'a value is a city' cities.tsv \
	's/^Abuja, Nigeria/Abuja/'
refuses "a given name of two words" 'a given name is one word' \
	names/english.tsv "s/^f$tab\\(.*\\)/f${tab}Mary \\1/"
refuses "a surname with a blank at its end" 'a surname is' names/english.tsv \
	"\$s/\$/ /"
refuses "a control character" 'control characters' foods.tsv \
	"s/^apple crumble/apple$(printf '\001')crumble/"
refuses "a carriage return" 'control characters' foods.tsv "5s/\$/$cr/"
refuses "what is no UTF-8" 'UTF-8' foods.tsv \
	"5s/^/$(printf '\377')/"
refuses "a cell of 5,000 bytes" '4096 bytes' biography.tsv \
	"\$s/\$/$(printf '%05000d' 0)/"
refuses "thirteen months" '13 rows, 12 at most' months.tsv \
	"\$a\\
13${tab}Undecimber"
refuses "eleven months" '11 rows, 12 at least' months.tsv '/^07/d'
refuses "months out of order" 'in this order' months.tsv 's/^02/03/'
refuses "a currency of two words" 'one word' currencies.tsv 's/^USD/US D/'
refuses "a band of pay that is none" 'bands are' income.tsv \
	"s/${tab}high$tab/${tab}highest$tab/"
refuses "a form that is no alias" 'then aliases' forms.tsv '/alias/s/alias/old/'

# Nothing twice, nothing empty --------------------------------------------------
twice="is there twice, first in line [0-9]+\$"
for table in cities schools occupations employers income health parents hobbies \
	pets foods places mailwords countries genders currencies traditions \
	appearance conflicts; do
	refuses "a row of $table twice" "'.*' $twice" $table.tsv '5p'
	[ "$table" = appearance ] || [ "$table" = conflicts ] ||
		refuses "a row of $table without its first cell" \
			'cell 1 is empty' $table.tsv "5s/^[^$tab]*/-/"
done
edit hobbies.tsv "\$a\\
archery"
refused "a value that is far above" "'archery' is there twice" hobbies.tsv
line=$(grep -n '^archery' "$shipped/hobbies.tsv" | cut -d : -f 1)
says "with the line of the first" "first in line $line\$" said
edit foods.tsv '$p;20p;10p'
refused "three values twice" "" foods.tsv
says "the first repeat is told" 'foods.tsv:11: .*first in line 10$' said
refuses "a form twice" "$twice" forms.tsv '/alias/p'
refuses "a name twice" "$twice" names/irish.tsv '6p'
refuses "names out of order" 'not in byte order' names/irish.tsv '6{h;d;};9G'
refuses "names of another kind" 'kinds are f, m and s' names/irish.tsv '6s/^f/w/'
refuses "names that do not stand together" 'stand together' names/irish.tsv \
	"\$a\\
f${tab}Zoe"
woman=$(sed -n "s/^f$tab//p" "$shipped/names/irish.tsv" | head -n 1)
refuses "a given name in both lists" "'$woman' $twice" names/irish.tsv \
	"0,/^m/s/^m$tab.*/m$tab$woman/"
surname=$(sed -n "s/^s$tab//p" "$shipped/names/english.tsv" | tail -n 1)
fresh
{
	grep -v "^s$tab" "$shipped/names/irish.tsv"
	{
		grep "^s$tab" "$shipped/names/irish.tsv"
		echo "s$tab$surname"
	} | sort
} >world/names/irish.tsv
refused "a surname in two traditions" \
	"the surname '$surname' is there twice, first in world/names/english.tsv:[0-9]+" \
	names/irish.tsv
refuses "a tradition twice in a city" "'ghanaian' is there twice" cities.tsv \
	's/ghanaian:10,/ghanaian:10,ghanaian:1,/'

# What a table says of another --------------------------------------------------
refuses "a header with another column" 'the columns must be' pets.tsv \
	's/^value/thing/'
refuses "a row with a cell too few" 'a row must have 4 cells' health.tsv \
	"5s/${tab}19//"
refuses "a city of no country" 'no such country' cities.tsv \
	's/Ivory Coast/Ivory Bank/g'
refuses "a slot it does not know" '' biography.tsv 's/{hobby}/{hoby}/'
refuses "an order without a fact" "the order has 'pet' 0 times" biography.tsv \
	'/^order/s/ pet / /'
refuses "a conflict of nothing" 'no such value: pet basilisk' conflicts.tsv \
	's/basset hound/basilisk/'
refuses "too few incomes" 'fewer than six' income.tsv "/${tab}high/d"
refuses "a tradition outside the folder" 'a tradition is' traditions.tsv \
	's,^irish,../irish,'
edit parents.tsv '5,$d'
status 1 "a world that leaves nobody a mother's job ends" \
	timeout 20 mkprofiles -n 1 -s demo --world world
says "the fact is named" 'mother_occupation' err

# Tables without a row, but for those that may have none.
for table in "$shipped"/*.tsv "$shipped/names/irish.tsv"; do
	name=${table#"$shipped/"}
	case $name in conflicts.tsv | forms.tsv) continue ;; esac
	edit "$name" "/^#/!{n;:a;N;\$!ba;d;}"
	status 1 "$name without a row is refused" \
		mkprofiles -n 1 -s demo --world world
	says "$name without a row is named" "^mkprofiles: world/$name:" err
done
fresh
head -n 3 "$shipped/conflicts.tsv" >world/conflicts.tsv
head -n 3 "$shipped/forms.tsv" >world/forms.tsv
ok "a world may be without conflicts and forms" \
	mkprofiles -n 100 -s demo --world world
ok "its people are JSON" jq -e . out

# A spoken form that is longer than what it is made of.
words='as a matter of fact, and to the best of what anybody here remembers'
edit forms.tsv "s/^\\(income\\|height_cm\\)${tab}spoken$tab/&$words, /"
mkprofiles -n 100 -s demo --world world >people
jq -r --arg words "$words" 'select(.biography | [scan($words)] |
	length != 2) | .id' people >got
same "long spoken forms are kept" nothing got
jq -r 'select((.facts.income | test("^[0-9]+ (EUR|USD)$") | not) or
	(.facts.height_cm | type != "number")) | .id' people >got
same "and change no value" nothing got

# mkqa, of the same world --------------------------------------------------------
edit hobbies.tsv '6p'
status 1 "mkqa refuses a value twice" mkqa --world world one
says "with its place" "^mkqa: world/hobbies.tsv:7: '.*' $twice" err
edit hobbies.tsv '6s/^/   /'
status 1 "mkqa refuses what is no value" mkqa --world world one
cp -r "$top_srcdir/templates/questions" words
chmod -R u+w words
sed -i 's/{person}/{persona}/' words/pet.tsv
status 1 "mkqa refuses wordings with an unknown slot" mkqa -t words one
says "at their place, too" '^mkqa: words/pet.tsv:[0-9]+: ' err

# What cannot be read -------------------------------------------------------------
for name in hobbies.tsv avoid.txt names/irish.tsv forms.tsv months.tsv \
	conflicts.tsv traditions.tsv appearance.tsv; do
	fresh
	rm "world/$name"
	status 3 "a world without $name cannot be read" \
		mkprofiles -n 1 -s demo --world world
	says "which is told of $name" \
		"^mkprofiles: cannot read world/$name: No such file" err
	status 3 "nor by mkqa without $name" mkqa --world world one
	mkdir "world/$name"
	status 3 "nor is a folder $name a table" \
		mkprofiles -n 1 -s demo --world world
done
for name in pet.tsv referents.tsv probe.tsv; do
	rm -rf words
	cp -r "$top_srcdir/templates/questions" words
	rm -f "words/$name"
	status 3 "wordings without $name cannot be read" mkqa -t words one
	says "which is told of $name, too" "^mkqa: cannot read words/$name: " err
done
status 3 "a world that is not there is told" \
	mkprofiles -n 1 -s demo --world absent
says "by name" '^mkprofiles: cannot read absent: No such file' err
status 3 "by mkqa, too" mkqa --world absent one

# Large tables -----------------------------------------------------------------------
# rows COUNT COMMAND  the table's head, and rows that the awk command prints.
rows() {
	head -n 3 "$shipped/$1"
	awk -v n="$2" -v OFS='\t' "BEGIN { for (i = 1; i <= n; i++) print $3 }"
}
word='sprintf("w%06d", i)'
letters='sprintf("%c%c%c%c%c", 97 + i % 26, 97 + i / 26 % 26,
	97 + i / 676 % 26, 97 + i / 17576 % 26, 97 + i / 456976)'
# too_long FILE LIMIT ROW  passes if 200,000 rows are refused, soon.
too_long() {
	fresh
	rows "$1" 200000 "$3" >"world/$1"
	status 1 "200,000 rows of $1 are refused" \
		timeout 20 mkprofiles -n 1 -s demo --world world
	says "$1 may have $2" \
		"^mkprofiles: world/$1:[0-9]+: the table has 200000 rows, $2 at most" err
}
too_long months.tsv 12 'i, "M"'
too_long traditions.tsv 100 "$word, \"r\""
too_long currencies.tsv 8 "$word, \"c\""
too_long genders.tsv 4 "$word, 1, \"feminine\", \"f\", 150, 200, \"singular\",
	\"a\", \"b\", \"c\", \"d\", \"e\""
too_long countries.tsv 1000 "$word, \"r\", \"EUR\""
too_long cities.tsv 8192 "$word, \"r\", \"irish:1\""
too_long schools.tsv 8192 "$word, 1, 18"
too_long occupations.tsv 8192 "$word, \"a\", 19, 79, 1, \"low\""
too_long employers.tsv 8192 "$word, \"a\""
too_long parents.tsv 8192 "$word, \"a\""
too_long pets.tsv 8192 "$word, \"a\""
too_long hobbies.tsv 8192 "$word"
too_long foods.tsv 8192 "$word"
too_long places.tsv 8192 "$word"
too_long health.tsv 8192 "$word, \"a\", 19, 79"
too_long income.tsv 8192 'i, "low", 19'
too_long mailwords.tsv 8192 "$letters"
too_long appearance.tsv 1000 "\"build\", $word, 1, \"any\", 19"
too_long biography.tsv 1000 "\"group\", $word, \"x\""
too_long conflicts.tsv 65536 "\"pet\", $word, \"hobby\", $word"
too_long forms.tsv 152 "\"pet\", \"alias\", $word"
fresh
rows names/irish.tsv 200000 "\"s\", $word" >world/names/irish.tsv
status 1 "200,000 names are refused" \
	timeout 20 mkprofiles -n 1 -s demo --world world
says "a tradition may have 65536" '200000 rows, 65536 at most' err
fresh
rows hobbies.tsv 1100000 "i" >world/hobbies.tsv
status 1 "1,100,000 rows are refused" \
	timeout 20 mkprofiles -n 1 -s demo --world world
says "before they are looked at" 'a table has 1048576 rows at most' err
fresh
rows avoid.txt 600000 '"Nobody Known"' >world/avoid.txt
status 1 "avoid.txt above 4 MiB is refused" \
	timeout 20 mkprofiles -n 1 -s demo --world world
says "by name" '^mkprofiles: .*world/avoid.txt' err

# A world as large as it may be, every table at once.
fresh
for table in hobbies foods places; do
	rows $table.tsv 8192 "$word" >world/$table.tsv
done
for table in employers parents pets; do
	rows $table.tsv 8192 "$word, \"a\"" >world/$table.tsv
done
rows mailwords.tsv 8192 "$letters" >world/mailwords.tsv
rows income.tsv 8192 'i, "low,mid,high", 19' >world/income.tsv
rows schools.tsv 8192 "$word, i % 3 + 1, 18" >world/schools.tsv
rows occupations.tsv 8192 "$word, \"a\", 19, 79, 1, \"low\"" >world/occupations.tsv
rows health.tsv 8192 "$word, \"a\", 19, 79" >world/health.tsv
rows countries.tsv 1000 "$word, \"r\" i % 16, i % 2 ? \"EUR\" : \"USD\"" \
	>world/countries.tsv
traditions=$(sed '1,3d;s/\t.*/:9/' "$shipped/traditions.tsv" | paste -s -d ,)
rows cities.tsv 8192 "$word \", w000999\", \"w000999\", \"$traditions\"" \
	>world/cities.tsv
rows conflicts.tsv 65536 "\"hobby\", sprintf(\"w%06d\", i % 8192 + 1),
	\"pet\", sprintf(\"w%06d\", int((i - 1) / 8192) + 1)" >world/conflicts.tsv
rows names/irish.tsv 65536 "i <= 20000 ? \"f\" : i <= 40000 ? \"m\" : \"s\",
	sprintf(\"W%06d\", i)" >world/names/irish.tsv
awk 'BEGIN { for (i = 40001; i < 65001; i++)
	for (j = 1; j <= 10; j++) printf "W%06d W%06d\n", j * 7, i }' >world/avoid.txt
ok "a world at its limits is read soon" \
	timeout 20 mkprofiles -n 100 -s demo --world world
cp out people
ok "its people are JSON, too" jq -e . people
status 0 "and can be asked about" timeout 20 mkqa --world world people
finish
