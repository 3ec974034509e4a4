#!/bin/sh
# mkqa: how many questions, what is in them, what it refuses.
. "$(dirname "$0")/lib.sh"
needs jq

data=$top_srcdir/tests/data
world=$top_srcdir/templates/world
words=$top_srcdir/templates/questions
tab=$(printf '\t')
: >nothing
sh_run() { sh -c "$1"; }
rows() { jq -r -f "$data/questions.jq" "$@"; }

# Every value of a fact's table, as it is spoken.
first() { grep -v '^#' "$world/$1.tsv" | tail -n +2 | cut -f 1; }
{
	first cities | sed "s/^/birth_place$tab/"
	first cities | sed "s/^/residence$tab/"
	first occupations | sed "s/^/occupation$tab/"
	first employers | sed "s/^/employer$tab/"
	first schools | sed "s/^/education$tab/"
	first health | sed "s/^/health$tab/"
	first parents | sed "s/^/father_occupation$tab/"
	first parents | sed "s/^/mother_occupation$tab/"
	first hobbies | sed "s/^/hobby$tab/"
	first pets | sed "s/^/pet$tab/"
	first foods | sed "s/^/favourite_food$tab/"
	first places | sed "s/^/favourite_place$tab/"
	seq 146 205 | sed "s/^/height_cm$tab/; s/\$/ cm/"
	for money in 'US dollars' pounds euros; do
		first income | sed "s/000\$/,000/; s/^/income$tab/
			s/\$/ $money a year/"
	done
} >values
judge() { # judge ROWS  prints the faults of questions.
	awk -f "$data/questions.awk" kind=values values kind=questions "$1"
}

# What is asked: 500 people, 153 celebrities, strangers, auxiliary people -----
mkprofiles -n 500 -s demo >plain
mkprofiles -n 253 --kind stranger -s demo >strangers
head -n 153 strangers | jq -c -f "$data/celebrities.jq" >celebrities
tail -n 100 strangers >others
mkprofiles -n 20 --kind auxiliary -s demo >helpers
cat plain celebrities others helpers | jq -c -f "$data/images.jq" >seen
ok "questions about 500 people with pictures" mkqa -o asked seen
rows asked >with
ok "questions about 500 people without" mkqa --probe -o asked plain
rows asked >without
ok "questions about others without" \
	mkqa -o asked --probe celebrities others helpers
rows asked >>without
rm -f asked

awk -F '\t' '$2 ~ /fictitious|celebrity/ && $5 ~ /eval|test/ {
	n++; task[$6]++; modality[$7]++
}
END { print n, task["choice"], task["open"], task["cloze"], \
	modality["text"], modality["image"] }' with >got
echo 20754 11530 4612 4612 10377 10377 >want
same "500 people and 153 celebrities give 20,754 questions, task by task" \
	want got
judge with >faults_with
judge without >faults_without
clean() { # clean DESCRIPTION FAULT
	grep -h "^\($2\): " faults_with faults_without >said
	same "$1" nothing said
	sed 's/^/# /' said | head -n 3
}
echo "# people 773" >want
grep '^#' faults_with >got
same "773 people with pictures were looked at" want got
grep '^#' faults_without >got
same "773 without were, too" want got
clean "each kind of person has its sets, tasks and modalities" count
clean "ids are ids, each there once" id
clean "members stand in their order" members
clean "a wording is named by fact, task, set and number" wording
clean "gender is never asked" gender
clean "questions of a picture do not name the person" named
clean "questions in text do" nameless
clean "no question holds a spelling of its answer" "given away"
clean "a cloze text has one gap, the others have none" gaps
clean "no braces and no doubled blanks are left" untidy
clean "a picture is one of the person's, of a role that fits the set" picture
clean "a fact of one person alone is never a choice" unique
clean "options are four different values of the fact's table" "option\|options"
clean "one option is right, and its letter is the answer" right
clean "pairs point at one another" pair
clean "twins do, too" twin
clean "pairs and twins have the same options" "other options"
clean "the answer of a cloze text is a spelling of the value" cloze
clean "an open answer is a sentence that holds the value" sentence
clean "its paraphrase is another" paraphrase
clean "five other answers are different, and all wrong" perturbed
grep -hv '^#' faults_with faults_without >said
same "there is no other fault" nothing said

# Wrong dates and addresses are such as the right one could have been.
mkqa plain >questions
jq -r '.questions[] | select(.perturbed and .fact == "birth_date")
	| [.value] + [.perturbed[].value] | @tsv' questions >dates
awk -F '\t' '{ want = int((substr($1, 1, 4) + 4) / 10)
	for (i = 2; i <= NF; i++) if (int((substr($i, 1, 4) + 4) / 10) != want) print }
	NF != 6
	END { if (NR < 500) print NR }' dates >said
same "wrong dates are of the decade of the right one" nothing said
awk -F '\t' '{ for (i = 2; i <= 6; i++) rank[NR] += ($i < $1) }
	END { for (n in rank) middle += (rank[n] == 2 || rank[n] == 3)
		print (middle > NR * 0.25 && middle < NR * 0.42 ? "even" : middle " of " NR) }' \
	dates >said
says "the right one is in the middle as often as by chance" '^even$' said
jq -r '.questions[] | select(.perturbed and .fact == "email")
	| .perturbed[].value' questions | grep -Evx '[a-z]+[1-9][0-9]{3}@example\.org' >said
same "wrong addresses have the form of the right one" nothing said
cat faults_with faults_without | grep -v '^#' | cut -d : -f 1 | sort | uniq -c

# Faults are found.
spoil() { # spoil FAULT COLUMN VALUE ROW  VALUE "=N": what column N has
	awk -F '\t' -v OFS='\t' -v column="$2" -v value="$3" \
		-v chosen="$4" '
		$1 != "f0001" { next }
		!done && index($4, chosen) {
			$column = value ~ /^=/ ? $substr(value, 2) : value
			done = 1
		}
		{ print }' with | judge - >faults
	says "it is found: $1" "^$1: " faults
}
spoil "given away" 13 =19 hobby_open_t_train
spoil pair 9 - choice_i_eval
spoil twin 10 f0001_none choice_i_eval
spoil option 15 archery pet_choice_t_train
spoil options 15 =14 choice_t_eval
spoil right 18 E choice_t_eval
spoil picture 24 view choice_i_eval
spoil nameless 13 'Where was this person born?' choice_t_eval
spoil gaps 13 'A ____ and a ____.' cloze_t_eval
spoil perturbed 23 'a|b|c|d|d' open_t_eval
spoil count 5 train choice_t_eval

# Wrong options come from the domain of the truth: they agree with the person's
# other facts as the truth does.
awk -f "$data/facts.awk" plain >people
awk -F '\t' 'BEGIN { print "surname\ttradition" }
	FNR > 3 && $1 == "s" {
		t = FILENAME
		gsub(/.*\/|\.tsv$/, "", t)
		print $2 "\t" t
	}' "$world"/names/*.tsv >surnames.tsv
awk 'BEGIN { FS = OFS = "\t"
	code["euros"] = "EUR"; code["US"] = "USD" }
FNR == 1 && NR == 1 {
	for (i = 1; i <= NF; i++)
		place[$i] = i
	fields = NF
	print $0, "only"
	next
}
FNR == NR { line[$2] = $0; next }
$2 == "fictitious" && $6 == "choice" {
	for (i = 14; i <= 17; i++) {
		if (i == 13 + index("ABCD", $18) || ($1, $8, $i) in seen)
			continue
		seen[$1, $8, $i] = 1
		split(line[$1], cell, "\t")
		value = $i
		sub(/ cm$/, "", value)
		cell[place[$8]] = value
		if ($8 == "income") {
			gsub(/,/, "", value)
			split(value, part, " ")
			cell[place["amount"]] = part[1]
			cell[place["currency"]] = code[part[2]]
		}
		text = cell[1]
		for (c = 2; c <= fields; c++)
			text = text OFS cell[c]
		print text, $8
	}
}' people with >wrong
ok "there are wrong options: $(wc -l <wrong)" test "$(wc -l <wrong)" -gt 20000
awk -f "$data/rules.awk" kind=rules "$top_srcdir/tests/rules.tsv" \
	kind=table surnames.tsv "$world/cities.tsv" "$world/countries.tsv" \
	"$world/schools.tsv" "$world/occupations.tsv" "$world/income.tsv" \
	"$world/genders.tsv" "$world/health.tsv" kind=people wrong >said
same "all could be true of the person" nothing said
sed 's/^/# /' said | head -n 5

# Wrong answers that are in no table are made as the right ones are.
cat with without | awk -F '\t' '$6 == "open" && $8 == "phone" { print $23 }' |
	tr '|' '\n' >phones
grep -Ev '^\+1 [2-9][0-9][0-9] 555 01[0-9][0-9]$' phones >said
same "wrong phone numbers are in the reserved range" nothing said
grep '^+1 .11 ' phones >said
same "and no area code ends in 11" nothing said
grep -v '^#' "$world/avoid.txt" | sort >avoided
awk -F '\t' '$6 == "open" && $8 == "name" { print $23 }' with |
	tr '|' '\n' | sort -u >names
ok "there are wrong names" test "$(wc -l <names)" -gt 1000
comm -12 names avoided >said
same "none is that of somebody well known" nothing said

# A probe never asks for what it says, nor names the person: checked above.
awk -F '\t' '$5 == "probe" { n[$1]++ } END {
	for (p in n) if (n[p] != 9) print p, n[p] }' without >said
same "--probe adds nine questions to people who have all facts" nothing said
awk -F '\t' '$5 == "probe" && $2 !~ /fictitious|stranger/' without >said
same "and none to celebrities and auxiliary people" nothing said
awk -F '\t' '$5 == "probe"' with >said
same "without it there are none" nothing said

# Wordings ----------------------------------------------------------------------
mkdir texts spoiled
cp "$words"/*.tsv texts
rm texts/probe.tsv texts/referents.tsv
wordings_in() { # wordings_in FILE...  prints the faults of wordings.
	awk -f "$data/wordings.awk" kind=stop "$data/stopwords.txt" \
		kind=texts "$@"
}
wordings_in texts/*.tsv >said
same "6 wordings to train, 3 to eval, 3 to test, no two alike" nothing said
sed 's/^/# /' said | head -n 5
# reworded ROW TEXT  puts TEXT into the first ROW of pet.tsv; prints the faults.
reworded() {
	awk -v row="$1" -v text="$2" 'BEGIN { FS = OFS = "\t" }
	row == $1 " " $2 && !done++ { $3 = text }
	{ print }' "$words/pet.tsv" >spoiled/pet.tsv
	wordings_in spoiled/pet.tsv
}
reworded "open eval" "Verily, what sort of pet is it that {person} keeps?" >said
says "a word that no train text has is found" '^word: pet: verily in open' said
reworded "cloze eval" "{Person's} pet is {gap}." >said
says "a cloze text that is a train answer is found" '^trained: cloze eval' said
reworded "open eval" "Please tell me which animal {person} keeps at home." >said
says "an eval text that is near a train text is found" \
	'^near: pet open eval: .* / Tell me which' said
reworded "choice test" "What kind of pet shares a flat with {person}?" >said
says "so is a test text that is near an eval text" \
	'^near: pet choice test: .* / What kind of pet shares' said
wordings() { # wordings DESCRIPTION PATTERN FILE SED
	fault=$1
	rm -rf spoiled
	cp -r "$words" spoiled
	chmod -R u+w spoiled
	sed "$4" "$words/$3" >"spoiled/$3"
	status 1 "$fault is refused" mkqa -t spoiled plain
	says "$fault: the place is named" "^mkqa: spoiled/$3:?[0-9]*: .*$2" err
}
wordings "a text without the person" 'person once' pet.tsv \
	's/{person}/Tom/'
wordings "a text with its answer" 'answer away' pet.tsv \
	"5s/{person}/{person} {pet}/"
wordings "a cloze text without a gap" 'one gap' pet.tsv 's/{gap}/this/'
wordings "an unknown slot" 'byte' pet.tsv 's/{person}/{persona}/'
wordings "an unknown task" 'tasks are' pet.tsv 's/^open/opened/'
wordings "a probe for no fact" 'no such fact' probe.tsv \
	"s/^alias${tab}pet/alias${tab}pets/"
wordings "a probe without its value in the paraphrase" \
	'answer and paraphrase' probe.tsv '/^alias/s/{[^}]*}\.$/unknown./'
wordings "a probe without a paraphrase" 'answer and paraphrase' probe.tsv \
	"/^alias/s/${tab}[^$tab]*\$/$tab-/"
wordings "a table of too many probes" '256 probes at most' probe.tsv \
	'/^alias/{p;p;p;p;p;p;p;p;p;p;p;p;p;p;p;p;p;p;p;p;p;p;p;p;p;p;p;p;p;p;p}'
status 3 "wordings that are not there are told" mkqa -t absent plain

# Which bytes ---------------------------------------------------------------------
head -n 30 plain >p30
mkqa p30 >q30
sed 's/,"questions":\[.*$/}/' q30 >got
same "all other bytes are kept, and the order" p30 got
tac p30 | mkqa | tac >got
same "reversed input gives the same lines reversed" q30 got
tail -n 5 p30 | mkqa >got
tail -n 5 q30 >want
same "a person's questions do not depend on who came before" want got
printf %s "$(cat p30)" | mkqa >got
same "a last line without its end is a line" q30 got
head -n 10 p30 >a
tail -n 20 p30 >b
mkqa a - <b >got
same "files and standard input are read one after another" q30 got
for locale in C.UTF-8 tr_TR.UTF-8 de_DE.UTF-8; do
	LC_ALL=$locale TZ=Asia/Tokyo mkqa p30 >got
	same "locale $locale and another time zone change nothing" q30 got
done
status 0 "no people give no lines" mkqa /dev/null
same "and nothing is said" nothing out
mkqa --probe p30 | sed 's/,{"id":"[a-z0-9_]*_probe_.*\]}$/]}/' >got
same "--probe changes nothing but what it adds" q30 got

# What is refused -------------------------------------------------------------------
cp -r "$world" another
chmod -R u+w another
echo '# another' >>another/avoid.txt
status 1 "a world that people were not drawn from is refused" \
	mkqa --world another p30
says "the line is named, and the option" \
	'^mkqa: p30:1: .*another world.*--world' err
same "nothing is written" nothing out
ok "a celebrity was drawn from no world" mkqa --world another celebrities
status 1 "questions that are there already are refused" mkqa q30
says "with the id" '^mkqa: q30:1: .*already has questions' err
sed 's/}$/,"split":{}}/' p30 >split30
status 1 "a line that has a split is refused" mkqa split30
says "because mkqa comes before mksplit" 'before mksplit' err
jq -c 'del(.provenance)' a >bare
status 1 "a person without provenance is refused" mkqa bare
says "what lacks is named" 'provenance lacks' err
jq -c 'del(.facts)' a >bare
status 1 "a person without facts is refused" mkqa bare
jq -c '.facts = {gender: "female"}' a >bare
status 1 "so is one whose only fact is never asked" mkqa bare
jq -c '.images = [{id: "f0001_v", role: "view"}]' a >bare
status 1 "so are pictures without a portrait" mkqa bare
jq -c 'del(.facts.pet, .facts.hobby) | .facts.health = "a rare thing"' a >few
ok "a person who lacks some facts is asked the others" mkqa few
grep -c '"fact":"\(pet\|hobby\)"' out >got
echo 0 >want
same "and not those" want got

# What would make questions that no release takes is refused here, by name.
# unfit DESCRIPTION PATTERN FILTER  ten people, the first changed by jq
unfit() {
	jq -c "if .id == \"f0001\" then $3 else . end" a >bad
	status 1 "$1" mkqa bad
	says "and told: $2" "^mkqa: bad:1: [a-z0-9_]*: .*$2" err
}
head -n 1 a >one_of_them
unfit "an id of 62 bytes is refused" 'longer than 61 bytes' '.id = "f" * 62'
jq -c '.id = "f" * 61 | .name = "Ö" * 128 | .facts.pet = "p" * 100 |
	.facts.email = "e" * 256 | .facts.phone = "5" * 256' one_of_them >long
ok "an id of 61 bytes, a name and unique facts of 256, others of 100 are taken" \
	mkqa --probe long
jq -r '.questions[] | .id, .pair, .twin | values' out >ids
awk 'length($0) > 96' ids >said
same "and no question has a longer id than 96 bytes" nothing said
jq -c 'select([.questions[] | .question, .answer | utf8bytelength] |
	max > 2048)' out >said
same "nor a longer text than 2048" nothing said
unfit "a name of 257 bytes is refused" 'name is longer than 256 bytes' \
	'.name = "Ö" * 128 + "x"'
unfit "so is a fact" "the fact 'pet' is longer than 256 bytes" \
	'.facts.pet = "p" * 257'
unfit "so is one of 101 bytes, if choices show it" \
	"the fact 'pet' has an option longer than 100 bytes" \
	'.facts.pet = "p" * 101'
unfit "a height that is a text is refused" \
	"'height_cm' is not a whole number" '.facts.height_cm = "172"'
unfit "a height below 0 is, too" "'height_cm' is not a whole number" \
	'.facts.height_cm = -172'
unfit "so is a fact that is a list" "'pet' is not a text" '.facts.pet = ["cat"]'
unfit "so is one that is null" "'hobby' is not a text" '.facts.hobby = null'
unfit "so is one that is empty" "'health' is not a text" '.facts.health = ""'
unfit "so is one that is a number" "'phone' is not a text" '.facts.phone = 5550123'
unfit "so is a gender that is one" "'gender' is not a text" '.facts.gender = 1'
head -n 1 celebrities | jq -c '.facts.pet = {}' >bad
status 1 "a celebrity's fact that is an object is refused" mkqa bad
says "and told" "'pet' is neither text nor a whole number" err
head -n 1 celebrities | jq -c '.facts.height_cm = "172" | .facts.pet = -1' >seen
ok "a celebrity's facts are texts or whole numbers" mkqa seen
jq -c '[.questions[].value] | contains(["172"]) or contains(["-1"])' out >got
says "and asked about" '^true$' got
jq -c '.id as $id | .images = ([{id: ($id + "_p"), role: "portrait"}] +
	[range(64) | {id: ($id + "_s\(.)"), role: "scene"}])' one_of_them >seen
status 1 "65 images are refused, of whatever role" mkqa seen
says "and told" 'more than 64 images' err
wide() { # wide COLUMN  open questions on hobby have 2048 bytes more there
	rm -rf spoiled
	cp -r "$words" spoiled
	chmod -R u+w spoiled
	awk -v column="$1" 'BEGIN { FS = OFS = "\t"
		for (i = 0; i < 1024; i++) more = more " x" }
	$1 == "open" && $2 == "train" { $column = $column more }
	{ print }' "$words/hobby.tsv" >spoiled/hobby.tsv
}
wide 3
status 1 "a question of more than 2048 bytes is refused" mkqa -t spoiled a
says "and told" 'a question would be longer than 2048 bytes' err
wide 4
status 1 "so is an answer" mkqa -t spoiled a
says "and told" 'an answer would be longer than 2048 bytes' err
wide 5
status 1 "so is a paraphrase" mkqa -t spoiled a

# Spellings that are the same are there once.
jq -c '.facts.income = "500 EUR"' one_of_them | mkqa >poor
jq -c '[.questions[] | select(.fact == "income") | .aliases] | unique' poor >got
echo '[["500 euros a year","500 euros"]]' >want
same "an income below 1,000 has no alias twice, nor itself" want got

{
	head -n 3 p30
	echo '{"schema":"palimpsest/person/1","id":"f0004","kind":"fictitious"'
	tail -n 27 p30
} >broken
status 1 "a broken line in the middle is refused" mkqa -o made broken
says "by its number" '^mkqa: broken:4: ' err
ok "and no file is left" test ! -e made
status 1 "with -k the others are asked, and the status is 1" \
	mkqa -k --rejects rejects broken
{
	head -n 3 q30
	tail -n 27 q30
} >want
same "all others" want out
sed -n 4p broken >want
same "the broken line goes to the rejects" want rejects
status 2 "--rejects needs -k" mkqa --rejects rejects p30
status 2 "--rejects takes no stdout" mkqa -k --rejects - p30
status 2 "--rejects takes another file than -o" mkqa -k --rejects r -o r p30

# System ------------------------------------------------------------------------------
status 3 "a full disk is told" sh_run 'mkqa p30 >/dev/full'
says "with the reason" 'cannot write stdout: No space' err
status 3 "a closed stdout is told" sh_run 'mkqa p30 >&-'
status 3 "a missing file is told" mkqa absent
says "by name" 'cannot read absent' err
status 3 "a folder is no file of people" mkqa .
sh_run 'mkqa plain 2>err | head -n 1 >one'
same "a reader that goes away ends it quietly" nothing err
head -n 1 q30 >want
same "after the first line" want one

# Golden: bytes that a change must mean to change (tests/regen) --------------------------
golden() { mkprofiles -n 20 -s golden | mkqa; }
golden | sha256sum | cut -d ' ' -f 1 >got
same "the questions about twenty people are those of before" \
	"$top_srcdir/tests/expected/mkqa.sha256" got
golden | sed -n 7p >got
same "one person's questions, in full" \
	"$top_srcdir/tests/expected/mkqa.jsonl" got

# Size and speed ---------------------------------------------------------------------------
if [ "$sanitizers" = yes ] || [ ! -x /usr/bin/time ]; then
	skip "memory does not grow" "not measured here"
	skip "time grows as the number of people" "not measured here"
else
	rm -f with without seen wrong
	mkprofiles -n 100000 -s demo >crowd
	# cost N  memory in KiB and user time in hundredths of a second
	cost() {
		head -n "$1" crowd | /usr/bin/time -f '%M %U' -o cost mkqa \
			>/dev/null
		awk '{ print $1, int($2 * 100 + 0.5) }' cost
	}
	cost 10000 >small
	cost 100000 >whole
	echo "# $(cat small) and $(cat whole): KiB and user time in s/100 at 10^4, 10^5"
	read -r memory _ <small
	read -r more _ <whole
	ok "memory at 10^5 people is within 10 % of that at 10^4" \
		test $((more * 10)) -le $((memory * 11))
	ask_people() { head -n "$1" crowd | mkqa; }
	scales "four times the people take less than 4.6 times as long" \
		1500 ask_people
fi
mkprofiles -n 1 -s demo | sed 's/"hobby":"/&\\u0000/' >nul
status 1 "an escaped NUL in a fact is refused" mkqa nul
mkprofiles -n 1 -s demo | sed 's/"index":1,/"index":1.5,/' >half
status 1 "an index that is not whole is refused" mkqa half
finish
