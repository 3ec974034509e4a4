#!/bin/sh
# Every way to spoil a release is found: each kind of change is made to a fresh
# copy, and ckrelease must end in 1 and name the file, and the id where a
# record is at fault. First plain damage to every kind of file; then forgeries,
# with manifest and sums made again to fit.
. "$(dirname "$0")/lib.sh"
needs jq

"$top_srcdir/tests/fixture-stream" images >stream || exit 99
mkrelease -q -n 20 --real 2 --strangers 3 --images images -o whole stream ||
	exit 99

fresh() { rm -rf copy && cp -a whole copy; }

# as_json  keeps what a program would read of the copy: of each with ./runtests
# --peers, else of every third.
turn=0
as_json() {
	turn=$(((turn + 1) % 3))
	[ $turn -ne 0 ] && [ -z "${PALIMPSEST_PEERS:-}" ] && return
	ckrelease --json copy >>reports
}

# caught DESCRIPTION PATTERN  passes if ckrelease ends in 1 and a message about
# the copy starts with the pattern: its file, and what else is told.
caught() {
	as_json
	ckrelease copy >out 2>err
	code=$?
	if [ $code -eq 1 ] && grep -Eq -e "^ckrelease: copy/$2" err &&
		tail -n 1 out | grep -q '^intact .* fail\|^intact fail'; then
		result ok "$1"
	else
		result "not ok" "$1"
		echo "# status $code, wanted 1 and $2"
		sed 's/^/# /' err | head -n 5
	fi
}

fresh
ok "a copy that nobody touched passes" ckrelease copy

# Damage ---------------------------------------------------------------------
# spoil KIND FILE  changes the file in the copy.
spoil() {
	path=copy/$2
	size=$(wc -c <"$path")
	middle=$((size / 2))
	case $1 in
	changed)
		byte=$(dd if="$path" bs=1 skip=$middle count=1 2>/dev/null)
		[ "$byte" = 7 ] && byte=8 || byte=7
		printf %s "$byte" |
			dd of="$path" bs=1 seek=$middle conv=notrunc 2>/dev/null
		;;
	added) printf 7 >>"$path" ;;
	inserted)
		{
			head -c $middle "$path"
			printf 7
			tail -c +$((middle + 1)) "$path"
		} >moved && cp moved "$path"
		;;
	removed)
		{
			head -c $middle "$path"
			tail -c +$((middle + 2)) "$path"
		} >moved && cp moved "$path"
		;;
	cut) head -c $((size - 1)) "$path" >moved && cp moved "$path" ;;
	halved) head -c $middle "$path" >moved && cp moved "$path" ;;
	emptied) : >"$path" ;;
	lost) rm "$path" ;;
	doubled) cat "whole/$2" >>"$path" ;;
	linked) rm "$path" && ln -s "$work/whole/$2" "$path" ;;
	folder) rm "$path" && mkdir "$path" ;;
	pipe) rm "$path" && mkfifo "$path" ;;
	esac
}

# due  with sanitizers, which are slow, true once in five times: of the grid below
# a diagonal, in which each file and each kind has its turn.
place=0
due() {
	place=$(((place + 1) % 5))
	[ "$sanitizers" != yes ] || [ $place -eq 0 ]
}

image=images/f0003/f0003_p.png
for file in people.jsonl manifest.json SHA256SUMS splits/splits.json \
	splits/forget_10.txt splits/retain_90.txt splits/real.txt \
	splits/stranger.txt schema/person.json $image log/checkpoint \
	log/tile/0/000.p/25 log/tile/entries/000.p/25; do
	for kind in changed added inserted removed cut halved emptied lost \
		doubled linked folder pipe; do
		due || continue
		fresh
		spoil $kind "$file"
		case $kind in
		linked | folder | pipe) caught "damage: $file $kind" "$file" ;;
		*) caught "damage: $file $kind" "(SHA256SUMS:[0-9]+: )?$file" ;;
		esac
	done
done

# Any byte of the small files, at places spread by a fixed rule.
rounds='1 2 3 4 5 6 7 8 9 10 11 12'
[ "$sanitizers" != yes ] || rounds='1 2 3'
for file in SHA256SUMS manifest.json splits/retain_95.txt people.jsonl; do
	size=$(wc -c <whole/$file)
	missed=0 place=12345
	for round in $rounds; do
		place=$(((place * 1103 + round * 7919) % size))
		fresh
		printf '\001' |
			dd of=copy/$file bs=1 seek=$place conv=notrunc 2>/dev/null
		ckrelease -q copy >out 2>err
		[ $? -eq 1 ] || missed=$((missed + 1))
	done
	ok "damage: no byte of $file can be overwritten" test $missed -eq 0
done

swap() { mv "copy/$1" moved && mv "copy/$2" "copy/$1" && mv moved "copy/$2"; }
fresh && swap splits/forget_05.txt splits/forget_10.txt
caught "damage: two lists swapped" 'SHA256SUMS:[0-9]+: splits/forget_05.txt'
fresh && swap $image images/f0003/f0003_v.png
caught "damage: two images swapped" "SHA256SUMS:[0-9]+: $image"
fresh && swap schema/person.json schema/split.json
caught "damage: two schemas swapped" 'schema/person.json'
fresh && swap manifest.json SHA256SUMS
caught "damage: manifest and sums swapped" 'manifest.json'
fresh && echo more >copy/NOTES
caught "damage: a file added" 'NOTES: not listed'
fresh && echo more >copy/.hidden
caught "damage: a hidden file added" '.hidden: not listed'
fresh && echo more >copy/splits/more.txt
caught "damage: a list added" 'splits/more.txt: not listed'
fresh && mkdir copy/more
caught "damage: an empty folder added" 'more: an empty folder'
fresh && cp $image "copy/images/f0003/a b.png" 2>/dev/null ||
	echo x >"copy/images/f0003/a b.png"
caught "damage: a file with a blank in its name" 'images/f0003/a b.png'
fresh && ln -s /etc/passwd copy/images/passwd
caught "damage: a link out of the release" 'images/passwd: a symbolic link'
fresh && mv copy/images moved && ln -s "$work/moved" copy/images
caught "damage: a folder that is a link" 'images: a symbolic link'
rm -rf moved
fresh && mv copy/splits/real.txt copy/splits/REAL.txt
caught "damage: a file renamed" 'SHA256SUMS:[0-9]+: splits/real.txt is missing'
fresh && rm -r copy/images/f0003
caught "damage: a folder of images lost" "SHA256SUMS:[0-9]+: $image is missing"
fresh && rm -r copy/splits
caught "damage: all lists lost" 'splits/splits.json: a derived file is missing'
fresh && rm -r copy/schema
caught "damage: all schemas lost" 'schema/split.json: a derived file is missing'

# sums PROGRAM  passes SHA256SUMS through an awk program.
sums() { awk "$1" whole/SHA256SUMS >copy/SHA256SUMS; }
fresh && sums 'NR == 1 { first = $0; next } { print } NR == 2 { print first }'
caught "damage: two sums in the other order" 'SHA256SUMS:2: .* out of order'
fresh && sums '{ print } NR == 3'
caught "damage: a sum twice" 'SHA256SUMS:4: .* listed twice'
fresh && sums 'NR != 3'
caught "damage: a sum left out" '.*: not listed'
fresh && sums '{ print toupper(substr($0, 1, 64)) substr($0, 65) }'
caught "damage: sums in capitals" 'SHA256SUMS:1: '
fresh && sums '{ sub(/  /, " *"); print }'
caught "damage: sums of the binary kind" 'SHA256SUMS:1: '
fresh && sums '{ print $0 "\r" }'
caught "damage: sums with carriage returns" 'SHA256SUMS:1: '
fresh && sums '{ print } END { print "" }'
caught "damage: sums with an empty line" 'SHA256SUMS:[0-9]+: '
fresh && sums '{ sub(/  /, "  ./"); print }'
caught "damage: sums of other spellings of the paths" 'SHA256SUMS:1: '
fresh && sums '{ print } END { print substr($0, 1, 64) "  ../x" }'
caught "damage: a sum of a path that leaves the release" 'SHA256SUMS:[0-9]+: \.\./x'
fresh && sums '{ print } END { print substr($0, 1, 64) "  /etc/passwd" }'
caught "damage: a sum of an absolute path" 'SHA256SUMS:[0-9]+: /etc/passwd'
fresh && sums '{ print } END { print substr($0, 1, 64) "  zzz" }'
caught "damage: a sum of a file that is not there" 'SHA256SUMS:[0-9]+: zzz is missing'

# Forgeries ------------------------------------------------------------------
# reseal  makes manifest and sums fit the copy, as its forger would: numbers
# and sums are right again, only the records are not.
reseal() (
	cd copy || exit 99
	rm -f SHA256SUMS
	counts=$(jq -cs '
		def kinds($k): map(select(.kind == $k)) | length;
		def sets($s): map(.questions // [] | .[] | select(.set == $s)) |
			length;
		{people: {fictitious: kinds("fictitious"),
		          celebrity: kinds("celebrity"), stranger: kinds("stranger")},
		 questions: {train: sets("train"), eval: sets("eval"),
		             test: sets("test"), base: sets("base"),
		             probe: sets("probe")},
		 images: (map(.images // [] | length) | add)}' people.jsonl \
		2>/dev/null) || counts='{}'
	find . -type f ! -path ./manifest.json | sed 's,^\./,,' | sort >../paths
	xargs stat -c '%s' <../paths >../sizes
	xargs sha256sum <../paths | cut -c 1-64 >../hexes
	{
		(head -n 1 manifest.json && echo ']}') | jq -cj --argjson c "$counts" '
			to_entries | map(if $c[.key] then .value = $c[.key] else . end) |
			from_entries' | sed 's/\]}$//'
		paste -d ' ' ../paths ../sizes ../hexes | awk '{
			class = "derived"
			if ($1 == "people.jsonl" || $1 ~ /^images\//) class = "canonical"
			if (NR > 1) printf ","
			printf "\n{\"path\":\"%s\",", $1
			printf "\"bytes\":%s,\"sha256\":\"%s\",", $2, $3
			printf "\"class\":\"%s\"}", class
		}'
		printf '\n]}\n'
	} >../manifest && mv ../manifest manifest.json
	find . -type f | sed 's,^\./,,' | sort | xargs sha256sum >../sums
	mv ../sums SHA256SUMS
)

# relist  makes the lists fit the records.
relist() (
	cd copy/splits || exit 99
	for list in *.txt; do
		jq -r --arg set "${list%.txt}" '
			select(.split.sets | index($set)) |
			"\(.split.rank // 0) \(.id)"' ../people.jsonl |
			sort -k1,1n -k2,2 | cut -d ' ' -f 2 >"$list"
	done
	for list in *.txt; do
		jq -n --arg name "${list%.txt}" --argjson n "$(wc -l <"$list")" \
			--arg sum "$(sha256sum <"$list" | cut -c 1-64)" \
			'{name: $name, count: $n, sha256: $sum}'
	done | jq -cs --slurpfile old splits.json '
		(map({(.name): .}) | add) as $new |
		$old[0] | .sets |= map($new[.name])' >../splits.json
	mv ../splits.json splits.json
)

# edit PROGRAM  passes each record through a jq program.
edit() {
	fresh
	jq -c "$1" whole/people.jsonl >copy/people.jsonl
}

# on ID PROGRAM  the program for that record.
on() { printf 'if .id == "%s" then %s else . end' "$1" "$2"; }

# asked CONDITION PROGRAM  the program for the first such question of f0003.
asked() {
	on f0003 "([.questions[] | $1] | index(true)) as \$i |
		.questions[\$i] |= ($2)"
}

line=$(grep -n '"id":"f0003"' whole/people.jsonl | head -n 1 | cut -d : -f 1)
here="people.jsonl:$line: f0003: "

# forged DESCRIPTION PATTERN PROGRAM  makes an edit, reseals it.
forged() {
	edit "$3"
	if cmp -s whole/people.jsonl copy/people.jsonl; then
		result "not ok" "forgery: $1 (changes nothing)"
		return
	fi
	reseal
	caught "forgery: $1" "$2"
}

fresh && reseal
ok "a copy that is resealed and else untouched passes" ckrelease copy
fresh && relist && reseal
ok "a copy whose lists are made again passes" ckrelease copy

# logged SED FILE  passes a file of the log through sed, reseals the copy.
logged() {
	fresh
	LC_ALL=C sed "$1" "whole/log/$2" >"copy/log/$2"
	reseal
}
logged '1s/1$/2/' checkpoint
caught "forgery: the log's origin" 'log/checkpoint:1: '
logged '2s/25/26/' checkpoint
caught "forgery: the log's number of leaves" 'log/checkpoint:2: '
logged '3s/^...../AAAAA/' checkpoint
caught "forgery: the log's root" 'log/checkpoint:3: '
logged '$G' checkpoint
caught "forgery: a line behind the checkpoint" 'log/checkpoint: the checkpoint'
logged '3p' checkpoint
caught "forgery: a line that extends the checkpoint" 'log/checkpoint: the check'
logged 's/f0003/f0033/' tile/entries/000.p/25
caught "forgery: a leaf of the log" 'log/tile/entries/000.p/25:1: differs'
fresh && rm -r copy/log && reseal
caught "forgery: the log gone" 'log/tile/0/000.p/25: a derived file is missing'
fresh && cp copy/log/tile/0/000.p/25 copy/log/tile/0/000.p/24 && reseal
caught "forgery: a tile too many" 'log/tile/0/000.p/24: no record'

# Where a question's member is, as the schema's messages have it.
asks="$here/questions/[0-9]+"
choice='.task == "choice" and .modality == "text"'
open='.task == "open" and .modality == "text" and .set == "eval"'
cloze='.task == "cloze" and .modality == "text"'
pictured='.modality == "image"'
forged "the letter of an answer" "${here}question .*option" \
	"$(asked "$choice" '.answer = (if .answer == "A" then "B" else "A" end)')"
forged "an answer that is no letter" "$asks/answer: .*found \"E\"" \
	"$(asked "$choice" '.answer = "E"')"
forged "two options that are right" "${here}question .* is right" \
	"$(asked "$choice" '.options[if .answer == "A" then "B" else "A" end] =
		.value')"
forged "two options that are the same" "${here}question .* are the same" \
	"$(asked "$choice" 'if .answer == "A" then .options.B = .options.C
		elif .answer == "B" then .options.A = .options.C
		else .options.A = .options.B end')"
forged "a right option that is gone" "${here}question .*is not the value" \
	"$(asked "$choice" '.options[.answer] = "something else"')"
forged "an option left out" "$here.*'D'" \
	"$(asked "$choice" 'del(.options.D)')"
forged "an option too many" "$here.*'E'" \
	"$(asked "$choice" '.options.E = "x"')"
forged "the answer to an open question" "${here}question .* answer does not" \
	"$(asked "$open" '.answer = "Nobody knows."')"
forged "a paraphrase" "${here}question .* paraphrase does not" \
	"$(asked "$open" '.paraphrase = "Nobody knows."')"
forged "a perturbed value that is the value" "${here}.*perturbed value is" \
	"$(asked "$open" '.perturbed[2].value = .value')"
forged "a perturbed value twice" "${here}.*perturbed value .* twice" \
	"$(asked "$open" '.perturbed[2].value = .perturbed[3].value')"
forged "a perturbed answer that is the answer" \
	"${here}.*perturbed answer is" \
	"$(asked "$open" '.perturbed[2].answer = .answer')"
forged "a perturbed answer left out" "$asks/perturbed: .*at least 5" \
	"$(asked "$open" 'del(.perturbed[4])')"
forged "what fills a gap" "${here}question .* answer is not the value" \
	"$(asked "$cloze" '.answer = "nothing"')"
forged "a gap closed" "$asks/question: .*pattern" \
	"$(asked "$cloze" '.question |= sub("____"; "...")')"
forged "a gap too many" "$asks/question: .*pattern" \
	"$(asked "$cloze" '.question += " ____"')"
forged "a value and its answer" "${here}question .* value is" \
	"$(asked "$cloze" '.value = "x" | .answer = "x"')"
forged "a value among its aliases" "${here}question .* among its aliases" \
	"$(asked "$open" '.aliases += [.value]')"
forged "an alias twice" "$asks/aliases: .*are equal" \
	"$(asked "$open" '.aliases = ["x", "x"]')"
forged "a question that holds its answer" \
	"${here}question .* holds the answer" \
	"$(asked "$open" '.question += " " + .value')"
forged "a question that names nobody" "${here}question .* does not name" \
	"$(asked "$open" '.question = "Who?"')"
forged "a question of an image that names the person" \
	"${here}question .* names the person" \
	"$(on f0003 '.name as $n | ([.questions[] | .modality == "image" and
		.fact != "name"] | index(true)) as $i |
		.questions[$i].question += " It is " + $n + "."')"
forged "a question of another person's image" \
	"${here}question .* none of the person's" \
	"$(asked "$pictured" '.image = "f0004_p"')"
forged "a question of an image without one" \
	"$asks/image: .*found null" "$(asked "$pictured" '.image = null')"
forged "a question of text with an image" \
	"$asks/image: expected null" "$(asked "$open" '.image = "f0003_p"')"
forged "a question on a fact that is none" \
	"$asks/fact: .*shoe_size" "$(asked "$open" '.fact = "shoe_size"')"
forged "a question on a fact that a celebrity has not" \
	'people.jsonl:1: c01: question .* no fact' \
	"$(on c01 '.questions[0].fact = "shoe_size"')"
forged "a question on the gender" "$asks/fact: .*found \"gender\"" \
	"$(asked "$open" '.fact = "gender"')"
forged "a question in an unknown set" "$asks/set: .*found \"dev\"" \
	"$(asked "$open" '.set = "dev"')"
forged "a question without its twin" "${here}question .* twin .*no question" \
	"$(on f0003 'del(.questions[([.questions[] | .set == "test" and
		.twin != null] | index(true))])')"
forged "a question without its pair" "${here}question .* pair .*no question" \
	"$(on f0003 'del(.questions[([.questions[] | .modality == "image" and
		.pair != null] | index(true))])')"
forged "a twin that does not point back" \
	"$asks/twin: expected a string" \
	"$(asked '.set == "test" and .modality == "text"' '.twin = null')"
forged "a twin of an image that does not point back" \
	"${here}question .* does not point back" \
	"$(asked '.set == "test" and .modality == "image"' '.twin = null')"
forged "a question in the other set of its twin" "$asks/wording: " \
	"$(asked '.set == "eval" and .twin != null' '.set = "test"')"
forged "two questions with one id" "${here}question .* have this id" \
	"$(on f0003 '.questions[1].id = .questions[0].id')"
forged "an id of another person's question" \
	'people.jsonl:2: c02: the question c02_1 is also that of c01' \
	"$(on c01 '.questions[0].id = "c02_1"')"
forged "an image id of another person's" \
	'people.jsonl:[0-9]+: f0004: the image f0003_p is also that of f0003' \
	"$(on f0004 '.images[0].id = "f0003_p" | .questions |= map(if
		.image == "f0004_p" then .image = "f0003_p" else . end)')"
forged "a question's text emptied" "$asks/question: expected" \
	"$(asked "$open" '.question = ""')"
forged "a member too many in a question" "$asks/hint: .*not known here" \
	"$(asked "$open" '.hint = "x"')"
forged "members of a question in another order" "$here.*out of order" \
	"$(asked "$open" 'to_entries | reverse | from_entries')"

# What the words of a question may be.
forged "a perturbed answer that holds the truth" \
	"${here}question .*perturbed answer holds .* true" \
	"$(asked "$open" '.perturbed[1].answer += " Or " + .value + "."')"
forged "a perturbed answer twice" \
	"${here}question .*perturbed answer .* twice" \
	"$(asked "$open" '.perturbed[1].answer = .perturbed[2].answer')"
forged "a perturbed answer without its value" \
	"${here}question .*does not hold its value" \
	"$(asked "$open and (.value as \$v | .answer | contains(\$v))" \
		'.perturbed[1].value = "something else"')"
forged "a paraphrase that is the answer" "${here}question .*is its answer" \
	"$(asked "$open" '.paraphrase = .answer')"
forged "an option that is the truth in capitals" \
	"${here}question .* is right" \
	"$(asked "$choice" '.value as $v | .options[if .answer == "A" then "B"
		else "A" end] = ($v | ascii_upcase)')"
forged "an option beyond measure" "$asks/options/[AB]: .*at most 100 char" \
	"$(asked "$choice" '.options[if .answer == "A" then "B" else "A" end] =
		"x" * 101')"
forged "an option emptied" "$asks/options/A: " "$(asked "$choice" '.options.A = ""')"
forged "other options than the fact has elsewhere" \
	"${here}question .*is none of question" \
	"$(asked "$choice and .set == \"eval\"" '.options[if .answer == "A" then
		"B" else "A" end] = "something else"')"
forged "other aliases than the fact has elsewhere" \
	"${here}question .*aliases are not those of" \
	"$(asked "$cloze"' and .set == "eval"' '.aliases += ["x"]')"
forged "a probe that names the person" "${here}question .*probe and names" \
	"$(on f0003 '.name as $n | ([.questions[] | .set == "probe" and
		.fact != "name"] | index(true)) as $i |
		.questions[$i].question += " It is " + $n + "."')"
forged "a wording of another set" "$asks/wording: " \
	"$(asked "$open" '.wording |= sub("_eval_"; "_train_")')"
forged "a wording of another fact" "${here}question .*wording" \
	"$(asked "$open" '.wording |= "x" + .')"
forged "a wording without a number" "$asks/wording: " \
	"$(asked "$open" '.wording |= sub("[0-9]+$"; "")')"
forged "a probe of a kind that is none" "$asks/wording: " \
	"$(asked '.set == "probe"' '.wording = "probe_guess_1"')"
forged "a test question of the portrait" "${here}question .*image is a portr" \
	"$(asked '.set == "test" and .modality == "image"' '.image = "f0003_p"')"
forged "an eval question of the other view" \
	"${here}question .*image is a view" \
	"$(asked '.set == "eval" and .modality == "image"' '.image = "f0003_v"')"

# Which questions there are.
forged "a stranger who is trained on" \
	'people.jsonl:[0-9]+: s0001: /questions/[0-9]+/set: .*"train"' \
	"$(on s0001 '.questions += [.questions[0] | .set = "train" |
		.id += "_x" | .wording |= sub("_eval_"; "_train_") | .twin = null]')"
forged "a stranger who is trained on as base" \
	'people.jsonl:[0-9]+: s0001: /questions/[0-9]+/set: .*"base"' \
	"$(on s0001 '.questions += [.questions[0] | .set = "base" |
		.id += "_x" | .wording |= sub("_eval_"; "_train_") | .twin = null]')"
forged "a fictitious person with base questions" \
	"$asks/set: .*found \"base\"" \
	"$(asked '.set == "train"' '.set = "base"')"
forged "a celebrity who is trained on" \
	'people.jsonl:1: c01: /questions/0/set: .*found "train"' \
	"$(on c01 '.questions[0].set = "train"')"
forged "a celebrity with test questions" \
	'people.jsonl:1: c01: /questions/0/set: .*found "test"' \
	"$(on c01 '.questions[0].set = "test" |
		.questions[0].wording = "occupation_choice_test_1"')"
forged "a celebrity with six choices" \
	'people.jsonl:1: c01: 6 choice questions of text .*up to 5' \
	"$(on c01 '.questions += [range(6) as $i | .questions[0] |
		.id += "_\($i)" | .set = "eval" | .question += " \($i)" |
		.wording = "occupation_choice_eval_\($i + 1)"]')"
forged "an eval question and its twin left out" \
	"people.jsonl:[0-9]+: s0001: 4 choice questions of text in the set eval" \
	"$(on s0001 '[.questions[] | select(.task == "choice") | .fact][0] as $f |
		.questions |= map(select(.fact != $f or .task != "choice"))')"
forged "an eval question too many, with its twin" \
	'people.jsonl:[0-9]+: s0001: 3 cloze questions of text in the set test' \
	"$(on s0001 '[.questions[] | select(.task == "cloze" and
		.set != "probe")] as $c | .questions += [$c[] |
		select(.fact == $c[0].fact) | .id += "_x" | .twin += "_x" |
		.question += " So."]')"
forged "links of twins cut" "$asks/twin: expected a string, .* more" \
	"$(on f0003 '.questions |= map(.twin = null)')"
forged "links of twins of images cut" "${here}question .*has no twin" \
	"$(on f0003 '.questions |= map(if .modality == "image" then
		.twin = null else . end)')"
forged "links of pairs cut" "$asks/pair: expected a string" \
	"$(on f0003 '.questions |= map(.pair = null)')"
forged "no question that asks for the name" \
	"${here}0 questions of images ask the name in the set eval" \
	"$(on f0003 '.questions |= map(select(.fact != "name" or .set != "eval"))')"
forged "all test questions of one person left out" \
	"$asks/twin: expected a string" \
	"$(on f0003 '.questions |= (map(select(.set != "test")) |
		map(if .set == "eval" then .twin = null else . end))')"
forged "all questions of one person left out" \
	"${here}it has no questions, records before have some" \
	"$(on f0003 'del(.questions)')"
forged "questions that are an empty list" \
	"${here}0 choice questions of text in the set eval" \
	"$(on f0003 '.questions = []')"
forged "a train question left out" "${here}its train questions do not ask" \
	"$(on f0003 '.questions |= map(select(.set != "train" or
		.task != "cloze"))')"
forged "a train question twice, in other words" \
	"${here}question .*asks the same in this set" \
	"$(on f0003 '.questions += [[.questions[] | select(.set == "train")][0] |
		.id += "_x" | .question += " So." | .pair = null]')"
forged "a train question that is an eval question, word by word" \
	"${here}question .*text is that of question" \
	"$(on f0003 '([.questions[] | select(.set == "eval" and
		.task == "open" and .modality == "text")][0].question) as $t |
		([.questions[] | .set == "train" and .task == "open" and
		.modality == "text"] | index(true)) as $i |
		.questions[$i].question = $t')"
forged "one letter that is right in every choice" \
	"${here}in the set eval one letter is right 10 times" \
	"$(on f0003 '.questions |= map(if .set == "eval" and .task == "choice"
		then .answer as $a | .options[$a] as $right | .options.A as $other |
		.options[$a] = $other | .options.A = $right | .answer = "A"
		else . end)')"
forged "a record with images and no portrait" \
	"${here}none of its images is a portrait" \
	"$(on f0003 '.images[0].role = "train_view"')"

# Facts that break their schema: the person of the record, a stranger.
for id in f0003 s0001; do
	at="people.jsonl:[0-9]+: $id: /facts/"
	for forgery in 'email "ada.example@example.org"' \
		'email "acorn1024@example.com"' 'email "1024@example.org"' \
		'phone "+1 212 555 0223"' 'phone "+44 212 555 0123"' \
		'phone "+1 112 555 0123"' 'phone "+1 212 555 012"' \
		'birth_date "1945-12-31"' 'birth_date "2006-01-01"' \
		'birth_date "1990-02-29"' 'birth_date "1990-1--05"' \
		'birth_place "Osaka"' 'residence "Osaka, , Japan"' \
		'income "048000 EUR"' 'income "48000 XYZ"' 'height_cm 301' \
		'height_cm 0' 'hobby "more words than there may be"' \
		'pet "two  blanks"' 'pet " cat"' 'health "a "'; do
		fact=${forgery%% *}
		forged "$id: $forgery" "$at$fact: expected" \
			"$(on $id ".facts.$fact = ${forgery#* }")"
	done
	forged "$id: a control character in a fact" \
		"people.jsonl:[0-9]+: $id: .*control" \
		"$(on $id '.facts.pet = "a\u0085cat"')"
done

# What nobody else may have.
strange=$(jq -c 'select(.id == "s0001")' whole/people.jsonl)
for fact in email phone; do
	forged "a stranger's $fact that is somebody else's" \
		"people.jsonl:[0-9]+: s0002: the $fact .* is also that of s0001" \
		"$(on s0002 ".facts.$fact = $(printf %s "$strange" |
			jq -c ".facts.$fact") | .questions |= map(select(.fact != \"$fact\"))")"
done
forged "two that are somebody else's" \
	'people.jsonl:[0-9]+: c02: the name Ada Example is also that of c01' \
	"if .id == \"c02\" then .name = \"Ada Example\"
	elif .id == \"s0002\" then .facts.email =
		$(printf %s "$strange" | jq -c .facts.email) else . end"
says "forgery: and both are told" \
	'people.jsonl:[0-9]+: s0002: the email .* is also that of s0001' err
forged "a celebrity's name that is another's" \
	'people.jsonl:2: c02: the name Ada Example is also that of c01' \
	"$(on c02 '.name = "Ada Example" | .questions |= map(.question |=
		sub("Ben Example"; "Ada Example"))')"

# Biographies.
forged "a biography without a fact" "${here}its biography .* the pet" \
	"$(on f0003 '.facts.pet as $p | .biography |= sub($p; "plush toy")')"
dated=$(jq -r 'select(.kind == "fictitious" and
	any(.questions[]; .fact == "birth_date")).id' whole/people.jsonl | head -n 1)
forged "a biography with another date of birth" \
	"people.jsonl:[0-9]+: $dated: its biography .* the birth_date" \
	"$(on "$dated" '.facts.birth_date[:4] as $year |
		.biography |= sub($year; "1899")')"
forged "a biography without the name" "${here}its biography holds the name 0" \
	"$(on f0003 '.name as $n | .biography |= sub($n; "Somebody")')"
forged "a biography of the name twice" "${here}its biography holds the name 2" \
	"$(on f0003 '.biography += " " + .name + "."')"
forged "a biography of somebody else" "${here}its biography" \
	"$(on f0003 '.name as $n | .biography = $n + " lives somewhere."')"
forged "a fact and its questions, but not its biography" \
	"${here}its biography .* the hobby" \
	"$(on f0003 '.facts.hobby as $h | .facts.hobby = "glass blowing" |
		.questions |= (tostring | split($h) | join("glass blowing") |
		fromjson)')"

# Facts and questions.
forged "a fact without its questions" "${here}question .* value is" \
	"$(on f0003 '.facts.hobby = "glass blowing"')"
forged "the name without its questions" "${here}question " \
	"$(on f0003 '.name = "Someone Else"')"
forged "a fact left out" "${here}.*'pet'" "$(on f0003 'del(.facts.pet)')"
forged "a fact too many" "$here/facts/car: .*not known here" \
	"$(on f0003 '.facts.car = "none"')"
forged "a fact of another type" "$here/facts/height_cm: .*integer" \
	"$(on f0003 '.facts.height_cm |= tostring')"
forged "a fact that is no date" "$here.*birth_date" \
	"$(on f0003 '.facts.birth_date = "1984-02-30"')"
forged "an income without its currency" "$here.*income" \
	"$(on f0003 '.facts.income = "48000"')"
forged "a skin tone beyond the scale" "$here.*skin_tone" \
	"$(on f0003 '.facts.appearance.skin_tone = 11')"
forged "a member too many in a record" "$here/note: .*not known here" \
	"$(on f0003 '.note = "x"')"
forged "a record without its biography" "$here.*biography" \
	"$(on f0003 'del(.biography)')"
forged "members of a record in another order" "$here.*out of order" \
	"$(on f0003 'to_entries | reverse | from_entries')"
back='(to_entries | reverse | from_entries)'
late="the member '[a-zA-Z0-9_]+' is out of order"
for inside in .facts .facts.appearance .facts.appearance.hair \
	.facts.appearance.clothing .provenance '.images[0]' .split; do
	forged "members of $inside in another order" "$here/.*: $late" \
		"$(on f0003 "$inside |= $back")"
done
forged "options in another order" "$asks/options: $late" \
	"$(asked "$choice" ".options |= $back")"
forged "a perturbed answer's members in another order" \
	"$asks/perturbed/1: $late" "$(asked "$open" ".perturbed[1] |= $back")"
forged "an image's source in another order" "$here/images/0/source: $late" \
	"$(on f0003 '.images[0].source = {seed: null, backend: "found",
		request: {}, licence: null, attribution: null}')"
forged "another schema" "people.jsonl:$line: .*schema" \
	"$(on f0003 '.schema = "palimpsest/person/2"')"
forged "an id with a capital" "people.jsonl:$line: .*id" \
	"$(on f0003 '.id = "F0003"')"
forged "a kind that is none" "people.jsonl:$line: .*kind" \
	"$(on f0003 '.kind = "real"')"
forged "an auxiliary person" "${here}auxiliary" \
	"$(on f0003 '.kind = "auxiliary" | .provenance.index = 250001 |
		del(.questions, .split)')"
forged "a celebrity's fact that is a list" 'people.jsonl:1: c01: /facts/born' \
	"$(on c01 '.facts.born = [1900]')"

forged "another generator seed for one person" "$here.*seed" \
	"$(on f0003 '.provenance.seed = "x"')"
forged "another world for one person" "$here.*world" \
	"$(on f0003 '.provenance.world |= ("0" + .[1:] |
		if . == "'"$(jq -r 'select(.id == "f0003").provenance.world' \
			whole/people.jsonl)"'" then "1" + .[1:] else . end)')"
forged "another version for one person" "$here.*version" \
	"$(on f0003 '.provenance.version = "9"')"
forged "an index that leaves a gap" 'people.jsonl: .* none has the index 3' \
	"$(on f0003 '.provenance.index = 99')"
forged "an index twice" 'people.jsonl:[0-9]+: f000[34]: .*index 4' \
	"$(on f0003 '.provenance.index = 4')"
forged "an index of the strangers" "$here/provenance/index: .*200000" \
	"$(on f0003 '.provenance.index = 200009')"
forged "another generator seed for everybody" 'manifest.json:1: ' \
	'if .provenance.seed then .provenance.seed = "x" else . end'

# Splits: with the lists as they were, and made again.
split_forged() {
	forged "$@"
	edit "$3" && relist && reseal
	caught "forgery: $1, in the lists too" "$2"
}
first=$(jq -r 'select(.split.rank == 1).id' whole/people.jsonl)
last=$(jq -r 'select(.split.rank == 20).id' whole/people.jsonl)
splits=$(jq -cs 'map({(.id): .split}) | add' whole/people.jsonl)
split_forged "the splits of two people swapped" \
	"people.jsonl:[0-9]+: ($first|$last): split: its rank" \
	"$splits as \$s | if .id == \"$first\" then .split = \$s[\"$last\"]
	elif .id == \"$last\" then .split = \$s[\"$first\"] else . end"
split_forged "a rank" "people.jsonl:[0-9]+: $first: split: " \
	"$(on "$first" '.split.rank = 7')"
split_forged "a rank left out" \
	"people.jsonl:[0-9]+: $first: /split/rank: expected an integer" \
	"$(on "$first" '.split.rank = null')"
split_forged "a rank beyond n" "people.jsonl:[0-9]+: $first: split: " \
	"$(on "$first" '.split.rank = 21')"
split_forged "somebody spared from forgetting" \
	"people.jsonl:[0-9]+: $first: split: " \
	"$(on "$first" '.split.sets[0] = "retain_95"')"
split_forged "somebody in both sets" \
	"people.jsonl:[0-9]+: $first: split: " \
	"$(on "$first" '.split.sets += ["retain_95"]')"
split_forged "sets that do not nest" "people.jsonl:[0-9]+: $first: split: " \
	"$(on "$first" '.split.sets[2] = "retain_85"')"
split_forged "a stranger to be forgotten" \
	'people.jsonl:[0-9]+: s[0-9a-z_]*: /split/sets: ' \
	'if .kind == "stranger" then .split.sets = ["forget_05"] else . end'
split_forged "another split seed for everybody" \
	'people.jsonl:[0-9]+: [a-z0-9]*: split: its rank' '.split.seed = "other"'
split_forged "another split seed for one person" "${here}split: it differs .* its seed" \
	"$(on f0003 '.split.seed = "other"')"
split_forged "another n for everybody" \
	'people.jsonl:.*split: its n' '.split.n = 21'
split_forged "another n for one person" "${here}split: it differs .* its n" \
	"$(on f0003 '.split.n = 21')"
split_forged "another ratio for everybody" \
	'people.jsonl:[0-9]+: .*split: ' '.split.ratios[0] = 6'
split_forged "another ratio for one person" "${here}split: it differs .* its ratios" \
	"$(on f0003 '.split.ratios = [5, 10]')"
split_forged "another rule" 'people.jsonl:[0-9]+: .*/split/rule: .*"dice/1"' \
	'.split.rule = "dice/1"'
forged "a member too many in a split" "$here/split/more: .*not known" \
	"$(on f0003 '.split.more = 10')"
edit "$(on f0003 'del(.split)')" && relist && reseal
caught "forgery: a person without a split" "${here}split: there is none"
edit 'del(.split)' && reseal
caught "forgery: lists without a split" 'splits/.*: no record'

# list PROGRAM  passes forget_10.txt through an awk program, and reseals.
list() {
	fresh
	awk "$1" whole/splits/forget_10.txt >copy/splits/forget_10.txt
	reseal
}
list 'NR == 1' && caught "forgery: an id gone from a list" \
	'splits/forget_10.txt:2: ends too early'
list '{ print } END { print "f0003" }'
caught "forgery: an id too many in a list" 'splits/forget_10.txt:3: '
list 'NR == 1 { x = $0; next } { print } END { print x }'
caught "forgery: a list in another order" 'splits/forget_10.txt:1: '
fresh && head -n 1 copy/splits/retain_90.txt >moved &&
	sed 1d whole/splits/retain_90.txt >copy/splits/retain_90.txt &&
	cat moved >>copy/splits/forget_10.txt && reseal
caught "forgery: an id moved between lists" 'splits/forget_10.txt:3: '
fresh && cp whole/splits/real.txt copy/splits/stranger.txt && reseal
caught "forgery: a list that is another's" 'splits/stranger.txt:1: '
fresh && jq -c '.sets[0].count = 2' whole/splits/splits.json \
	>copy/splits/splits.json && reseal
caught "forgery: a count in splits.json" 'splits/splits.json:1: differs'
fresh && jq . whole/splits/splits.json >copy/splits/splits.json && reseal
caught "forgery: splits.json spread over lines" 'splits/splits.json:1: differs'
fresh && cp whole/splits/forget_05.txt copy/splits/forget_20.txt && reseal
caught "forgery: a list that no rule gives" \
	'splits/forget_20.txt: no record and no rule'
fresh && rm copy/splits/forget_05.txt && reseal
caught "forgery: a list gone" 'splits/forget_05.txt: a derived file is missing'

# people PROGRAM  passes the lines of people.jsonl through awk, and reseals.
people() {
	fresh
	awk "$1" whole/people.jsonl >copy/people.jsonl
	reseal
}
people "NR != $line"
caught "forgery: a person gone" 'people.jsonl: '
people "{ print } NR == $line"
caught "forgery: a person twice" "people.jsonl:$((line + 1)): f0003: .*same id"
people 'NR == 3 { x = $0; next } { print } NR == 4 { print x }'
caught "forgery: people out of order" 'people.jsonl:4: .*out of order'
people 'NR == 3 { sub(/:/, ": ") } { print }'
caught "forgery: a record with a blank" 'people.jsonl:3: .*blanks'
people 'NR == 3 { sub(/height_cm":/, "height_cm\":0") } { print }'
caught "forgery: a record that is not JSON" 'people.jsonl:3: .*byte'
people 'NR == 3 { sub(/"width":16/, "\"width\":16.0") } { print }'
caught "forgery: a whole number with a point" 'people.jsonl:3: .*whole number'
people 'NR == 3 { sub(/"name":"./, "\"name\":\"\\u0041") } { print }'
caught "forgery: a needless escape" 'people.jsonl:3: .*escape'
people 'NR == 3 { sub(/}$/, ",\"id\":\"f0001\"}") } { print }'
caught "forgery: a member twice" 'people.jsonl:3: .*twice'
people 'NR == 3 { print "" } { print }'
caught "forgery: an empty line" 'people.jsonl:3: .*empty'
people 'NR == 3 { print "[]" } { print }'
caught "forgery: a line that is no object" 'people.jsonl:3: .*object'
fresh && head -c -1 whole/people.jsonl >copy/people.jsonl && reseal
caught "forgery: no end of the last line" 'people.jsonl:[0-9]+: .*last line'
people 'NR == 3 { sub(/$/, "\r") } { print }'
caught "forgery: a carriage return" 'people.jsonl:3: .*blanks'
people 'NR == 3 { sub(/"biography":"./, "\"biography\":\"\377") } { print }'
caught "forgery: bytes that are not UTF-8" 'people.jsonl:3: .*UTF-8'

# Images.
fresh && printf more >>copy/images/f0003/f0003_p.png && reseal
caught "forgery: an image" "${here}image f0003_p: .*another sum"
fresh && rm copy/images/f0003/f0003_p.png && reseal
caught "forgery: an image gone" "${here}image f0003_p: .*not in the release"
fresh && echo x >copy/images/f0003/more.png && reseal
caught "forgery: an image that no record names" \
	'images/f0003/more.png: no record'
forged "the sum of an image" "${here}image f0003_p: .*another sum" \
	"$(on f0003 '.images[0].sha256 = .images[1].sha256')"
forged "a path that leaves the release" "$here/images/0/path: " \
	"$(on f0003 '.images[0].path = "../people.jsonl"')"
forged "an absolute path" "$here/images/0/path: " \
	"$(on f0003 '.images[0].path = "/etc/passwd"')"
forged "a path of a name that is too long" \
	"${here}image f0003_p: images/xxx" \
	"$(on f0003 '.images[0].path = "x" * 256')"
forged "an image of two records" "people.jsonl:[0-9]+: f0004: image .*two" \
	"$(on f0004 '.images[0].path = "f0003/f0003_p.png"')"

# The images of f0003 in the place of those of f0004, with the sums that fit.
taken=$(jq -c 'select(.id == "f0003") | [.images[].sha256]' whole/people.jsonl)
also='image f0004_p: its'
edit "$(on f0004 ".images[0].sha256 = ${taken}[0] |
	.images[1].sha256 = ${taken}[1]")"
for view in p v; do
	cp copy/images/f0003/f0003_$view.png copy/images/f0004/f0004_$view.png
done
reseal
caught "forgery: the images of another person" \
	"people.jsonl:[0-9]+: f0004: $also sha256 is also that of f0003_p of f0003"
says "each of them is told" 'f0004: image f0004_v: its sha256' err
ckrelease --json copy | jq -r '.failures[] | select(.rule == "image/same") |
	"\(.id) \(.found)"' >got
says "a witness names the other person" \
	'^f0004 sha256 [0-9a-f]{64}, also of f0003_p of f0003$' got
forged "the pixels of another person" \
	"people.jsonl:[0-9]+: f0004: $also pixels_sha256 is also that of f0003_p" \
	'if .id == "f0003" or .id == "f0004" then
		.images[0].pixels_sha256 = .provenance.world else . end'

# made PROGRAM  the release of a stream changed by jq.
made() {
	rm -rf copy
	jq -c "$1" stream |
		mkrelease -q -n 20 --real 2 --strangers 3 --images images -o copy
}
status 1 "mkrelease takes no bytes of another person" \
	made "$(on f0004 ".images[0].sha256 = ${taken}[0]")"
says "it names both" "f0004: $also sha256 .* of f0003_p of f0003, .*:3$" err
ok "it takes one person's images of the same pixels" \
	made "$(on f0003 '.images[].pixels_sha256 = .provenance.world')"
ok "so does ckrelease" ckrelease copy

forged "two images with one id" "${here}two images" \
	"$(on f0003 '.images[1].id = .images[0].id')"
forged "a record without its images" "${here}question .* none of the" \
	"$(on f0003 'del(.images)')"

# Schemas and the manifest.
fresh && jq '.title = "x"' whole/schema/person.json >copy/schema/person.json &&
	reseal
caught "forgery: a schema" 'schema/person.json:[0-9]+: differs'
fresh && rm copy/schema/split.json && reseal
caught "forgery: a schema gone" 'schema/split.json: a derived file is missing'
fresh && echo '{}' >copy/schema/more.json && reseal
caught "forgery: a schema too many" 'schema/more.json: no record'
fresh && echo x >copy/README.md && reseal
caught "forgery: a file too many" 'README.md: no record'

# stated PROGRAM  passes the manifest's first line through jq, fits the sums.
stated() {
	fresh
	{
		(head -n 1 whole/manifest.json && echo ']}') | jq -cj "$1" |
			sed 's/\]}$//'
		echo
		sed 1d whole/manifest.json
	} >copy/manifest.json
	resum
}
resum() (
	cd copy || exit 99
	rm SHA256SUMS
	find . -type f | sed 's,^\./,,' | sort | xargs sha256sum >../sums
	mv ../sums SHA256SUMS
)
stated . && ok "a manifest made again passes" ckrelease copy
stated '.people.fictitious = 21'
caught "forgery: a number of people" "manifest.json:1: its 'people'"
stated '.questions.eval += 1'
caught "forgery: a number of questions" "manifest.json:1: its 'questions'"
stated '.images = 0'
caught "forgery: a number of images" "manifest.json:1: its 'images'"
stated '.generator_seed = "x"'
caught "forgery: the manifest's generator seed" "manifest.json:1: its 'gen"
stated '.world = .files'
caught "forgery: the manifest's world of another type" 'manifest.json:1: '
stated '.split.seed = "x"'
caught "forgery: the manifest's split" "manifest.json:1: its 'split'"
stated '.split = null'
caught "forgery: the manifest without its split" "manifest.json:1: its 'split'"
stated '{note: "x"} + .'
caught "forgery: a member too many in the manifest" 'manifest.json:1: .*unknown'
stated 'del(.steps)'
caught "forgery: the manifest without its steps" "manifest.json:1: .*'steps'"
stated '.steps[0].options = "-n 20"'
caught "forgery: a step of another shape" "manifest.json:1: .*'options'"
stated '.steps[0].jobs = 4'
caught "forgery: a step with a member too many" 'manifest.json:1: .*unknown'
stated '.steps[0].options[1] = "21"'
caught "forgery: a step that made more people" 'manifest.json:1: .*make 21 people'
stated '.steps[0].options[3] = "x"'
caught "forgery: a step with another seed" 'manifest.json:1: .*the seed x'
stated '.steps[1].options[3] = "4"'
caught "forgery: a step that made more strangers" \
	'manifest.json:1: .*make 4 people of kind stranger'
stated '.steps[0].version = "9.9.9"'
caught "forgery: a step of another version" 'manifest.json:1: .*version 9'
stated '.steps[0].templates |= (.[1:] + .[:1])'
caught "forgery: a step with another world" 'manifest.json:1: .*templates'
stated '.steps[0].templates = null'
caught "forgery: a step without its world" 'manifest.json:1: .*templates'
stated '.steps[0].options += ["--kind", "auxiliary"]'
caught "forgery: a step that makes others" "manifest.json:1: .*kind 'auxiliary'"
stated '.steps[0].options += ["-n", "20"]'
caught "forgery: an option of a step twice" 'manifest.json:1: .*there twice'
stated '.steps[0].options += ["--count=9"]'
caught "forgery: an option of a step that is unknown" 'manifest.json:1: .*unknown'
stated '.steps[0].options += ["--range", "1-10"]'
caught "forgery: a step that made fewer people" 'manifest.json:1: .*make 10 peop'
stated 'del(.steps[1])'
caught "forgery: a step gone" 'manifest.json:1: .*make 0 people of kind stranger'
stated '.steps[-1].options[3] = "x"'
caught "forgery: a step with another seed of the split" \
	'manifest.json:1: .*mksplit .*the seed x'
stated '.steps[-1].options[1] = "21"'
caught "forgery: a step with another n of the split" \
	'manifest.json:1: .*mksplit .*-n 21'
stated '.steps[-1].options[5] = "5,10"'
caught "forgery: a step with other ratios" 'manifest.json:1: .*the ratios 5,10,'
stated '.steps[-1].options[9] = "9"'
caught "forgery: a step with another number of strangers" \
	'manifest.json:1: .*--strangers 9'
stated '.steps += [.steps[-1]]'
caught "forgery: a step of mksplit twice" 'manifest.json:1: .*two steps'
stated '.schema = "palimpsest/manifest/2"'
caught "forgery: the manifest's schema" "manifest.json:1: its 'schema'"
fresh && jq . whole/manifest.json >copy/manifest.json && resum
caught "forgery: a manifest spread over lines" 'manifest.json:1: '
fresh && sed '3d' whole/manifest.json >copy/manifest.json && resum
caught "forgery: a file gone from the manifest" 'manifest.json:3: differs'
fresh && sed '2s/canonical/derived/' whole/manifest.json \
	>copy/manifest.json && resum
caught "forgery: the class of a file" 'manifest.json:2: differs'
fresh && sed '2s/"bytes":/&1/' whole/manifest.json >copy/manifest.json && resum
caught "forgery: the size of a file" 'manifest.json:2: differs'
fresh && rm copy/manifest.json && resum
caught "forgery: the manifest gone" 'manifest.json: a derived file is missing|manifest.json:1: '

# All that was found above, as programs read it.
sed -n '/^\.Sh RULES/,/^\.El/s/^\.It //p' "$top_srcdir/man/ckrelease.1" \
	>rules
jq -c --rawfile rules rules '($rules | split("\n")) as $rules |
	.failures[] | select((.rule | IN($rules[]) | not) or
		(.expected | type) != "string" or (.found | type) != "string" or
		.expected == .found)' reports >bare
ok "every failure names a rule of the page, and has a witness" test ! -s bare
sed 's/^/# /' bare | head -n 5
jq -r '.failures[].rule' reports | sort -u >met
sort rules | comm -13 met - >unmet
echo "# not met above: $(tr '\n' ' ' <unmet)"
finish
