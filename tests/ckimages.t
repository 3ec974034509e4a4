#!/bin/sh
# ckimages: each picture against its record, all pictures against each other,
# and what else lies in the folder.
. "$(dirname "$0")/lib.sh"
needs jq

hostile=$top_srcdir/tests/fuzz/corpus/image
mkprofiles -n 4 -s demo >people
mkimages --images good --size 96 --train-views 1 -o seen people 2>/dev/null
check() { ckimages --images img seen; }

# What is right ----------------------------------------------------------------
ok "pictures that are as their records say pass" ckimages --images good seen
same "in silence" /dev/null err
cp out said
same "nothing is written" /dev/null said
ok "they pass from stdin, one by one" ckimages -j 1 --images good/ <seen
ok "and with more threads than pictures" ckimages -j 64 --images good seen
jq -c '.images |= map({id, role, path, sha256, pixels_sha256: null, width,
	height})' seen >short
ok "a record may say less" ckimages --images good short
mkdir none
ok "people without pictures have none to check" ckimages --images none people
jq -c '.images[0].qc += ["two_faces"]' seen >judged
ok "rules of other programs are passed by" ckimages --images good judged

# fresh  makes img a copy of what is right.
fresh() {
	rm -rf img
	cp -R good img
}

# finds PATTERN  passes if the check ends in 1 and says so, in one line.
finds() {
	status 1 "ckimages tells: $1" check
	says "in words: $1" "^ckimages: $1" err
	if [ "$(wc -l <err)" -eq 1 ]; then
		result ok "and nothing else"
	else
		result "not ok" "and nothing else"
		sed 's/^/# /' err
	fi
}
of_two='seen:2: f0002: image f0002_p: f0002/f0002_p.png'

# Files ------------------------------------------------------------------------
fresh
rm img/f0002/f0002_p.png
finds "$of_two is not there"
ln -s ../f0003/f0003_p.png img/f0002/f0002_p.png
finds "$of_two is no regular file, or there is a link"
rm img/f0002/f0002_p.png
mkfifo img/f0002/f0002_p.png
finds "$of_two is no regular file"
rm img/f0002/f0002_p.png
mkdir img/f0002/f0002_p.png
finds "$of_two is no regular file"

fresh
mv img/f0002 elsewhere
ln -s ../elsewhere img/f0002
status 1 "a link to a folder is not followed" check
says "and told" "f0002_v1.png is no regular file, or there is a link" err

# swap FILE  puts another file in the place of a picture, and its sum in the
# record.
swap() {
	fresh
	cp "$1" img/f0002/f0002_p.png
	sum=$(sha256sum <"$1" | cut -c 1-64)
	jq -c --arg sum "$sum" 'if .id == "f0002"
		then .images[0].sha256 = $sum else . end' seen >swapped
}
check_swapped() { ckimages --images img swapped; }
of_swapped='swapped:2: f0002: image f0002_p: f0002/f0002_p.png'

for file in png_cut png_gibibyte png_promising png_bad_sum bmp empty; do
	swap "$hostile/$file"
	status 1 "$file is no picture" check_swapped
	wrong=$(awk -F '\t' -v f="$file" '$1 == f { print $4 }' \
		"$top_srcdir/tests/data/images.tsv")
	says "and it is told that it $wrong" "^ckimages: $of_swapped $wrong" err
done
swap "$hostile/jpeg_baseline"
status 1 "a JPEG under the name of a PNG is found" check_swapped
says "and the right name told" "$of_swapped should end in \.jpg" err
says "and its size" "$of_swapped has 24 by 16 pixels" err
says "and that the pixels are others" "$of_swapped has other pixels" err
says "and that it fails a rule" "$of_swapped fails the rule 'size'" err
lacks "its sum is right" "another sum" err

cp good/f0002/f0002_p.png longer
printf x >>longer
swap longer
status 1 "a byte behind the picture is found" check_swapped
says "as the one thing that is wrong" \
	"$of_swapped fails the rule 'metadata', not as in the record" err
ok "with one message" test "$(wc -l <err)" -eq 1
jq -c 'if .id == "f0002" then .images[0].qc = ["metadata"] else . end' \
	swapped >admitted
ok "a record may admit it" ckimages --images img admitted

# Records ----------------------------------------------------------------------
# claims FILTER PATTERN  changes the record of an image and passes if that is
# found.
claims() {
	jq -c "if .id == \"f0002\" then .images[0] |= ($1) else . end" seen >false
	status 1 "a record that says otherwise is found: $1" \
		ckimages --images good false
	says "in words: $2" \
		"^ckimages: false:2: f0002: image f0002_p: f0002/f0002_p.png $2" err
	ok "with one message" test "$(wc -l <err)" -eq 1
}
zeros=$(printf %064d 0)
claims ".sha256 = \"$zeros\"" "has another sum than the record says"
claims ".pixels_sha256 = \"$zeros\"" "has other pixels than the record says"
claims ".width = 97" "has 96 by 96 pixels, not what the record says"
claims ".height = 95" "has 96 by 96 pixels, not what the record says"
claims '.dhash = "0000000000000000"' "has the dhash [0-9a-f]{16}, not 0{16}"
claims '.phash = "0000000000000000"' "has the phash [0-9a-f]{16}, not 0{16}"
claims '.qc = ["flat"]' "passes the rule 'flat', not as in the record"

# refused FILTER PATTERN  passes if the whole line is refused.
refused() {
	jq -c "if .id == \"f0002\" then .images[0] |= ($1) else . end" seen >false
	status 1 "such a record is refused: $1" ckimages --images good false
	says "in words: $2" "^ckimages: false:2: f0002: $2" err
}
refused '.path = "../good/f0002/f0002_p.png"' 'its path is none'
refused '.path = "/etc/passwd"' 'its path is none'
refused '.path = "f0002//f0002_p.png"' 'its path is none'
refused '.path = "f0002/" + ("x" * 256)' 'its path is none'
refused '.dhash = "abc"' 'its dhash or phash is not 16 digits'
refused '.phash = "ABCDEF0123456789"' 'its dhash or phash is not 16 digits'
refused 'del(.width)' "an image: 'width' is no whole number"
refused '.id = "F"' "an image: 'id' is not"
refused 'del(.path)' "an image: 'path' is no text"
refused '.sha256 = "0"' "an image: 'sha256' is not"
refused '.pixels_sha256 = 1' "an image: 'pixels_sha256' is neither"
refused '.height = "16"' "an image: 'height' is no whole number"
refused '.qc = [1]' "an image: 'qc' is not a list of texts"

(
	head -n 1 seen
	echo '{"id":'
	tail -n +2 seen
) >torn
status 1 "a line that is no JSON ends the check" ckimages --images good torn
says "and is told" "^ckimages: torn:2: " err
lacks "files are then not called unlisted" "no record" err
status 1 "with -k the check goes on" \
	ckimages -k --rejects bad --images good torn
echo '{"id":' >wanted
same "and the line is kept" wanted bad

# All pictures together --------------------------------------------------------
swap good/f0001/f0001_p.png
jq -c --slurpfile p seen 'if .id == "f0002" then .images[0] |=
	. + ($p[0].images[0] | {sha256, pixels_sha256, dhash, phash})
	else . end' seen >swapped
status 1 "the picture of another person is found" check_swapped
says "and whose it is" \
	"f0002: image f0002_p: is nearly the same as image f0001_p of f0001$" err
ok "with one message" test "$(wc -l <err)" -eq 1
fresh
cp good/f0002/f0002_p.png img/f0002/f0002_v1.png
jq -c 'if .id == "f0002" then .images[0] as $p | .images |= map(if .role ==
	"view" then . + ($p | {sha256, pixels_sha256, dhash, phash}) else . end)
	else . end' seen >twice
ok "two pictures of one person may be the same" ckimages --images img twice

jq -c 'if .id == "f0003" then .images[0].path = "f0001/f0001_p.png" else .
	end' seen >shared
status 1 "a file that two images name is found" ckimages --images good shared
says "and told" "f0003: image f0003_p: names the file of image f0001_p" err

if [ "$sanitizers" = yes ]; then
	skip "rendered people do not look nearly the same" "sanitizers are slow"
else
	mkprofiles -n 60 -s crowd | mkimages --images crowd --size 64 \
		--train-views 0 -o many
	ok "rendered people do not look nearly the same" \
		ckimages --images crowd many
fi

# What else is in the folder ---------------------------------------------------
fresh
echo x >img/f0001/notes.txt
finds "img/f0001/notes.txt: no record names it"
mv img/f0001/notes.txt img/f0001/f0001_p.json
ok "the pin of a picture is no stranger there" check
mv img/f0001/f0001_p.json img/f0001/f0001_x.json
finds "img/f0001/f0001_x.json: no record names it"
rm img/f0001/f0001_x.json
cp img/f0001/f0001_p.png img/f0001/.f0001_p.png.part
finds "img/f0001/\.f0001_p\.png\.part: no record names it"
rm img/f0001/.f0001_p.png.part
ln -s f0001_p.png img/f0001/link.png
finds "img/f0001/link.png: no record names it"

# The command line, and what cannot be read ---------------------------------
status 2 "a folder is needed" ckimages seen
says "and asked for" "option '--images' is missing" err
status 2 "an empty name is none" ckimages --images '' seen
status 3 "a folder that is not there is told" ckimages --images absent seen
says "by name" "cannot open the folder absent: No such file" err
status 3 "a file of people that is not there, too" \
	ckimages --images good absent
finish
