#!/bin/sh
# Pictures that cannot be made again: mkimages stores what it gets from a
# backend as it is, asks for nothing twice, and never writes over it untold.
. "$(dirname "$0")/lib.sh"
needs jq

mkprofiles -n 3 -s demo >people
ok "pictures to give away are drawn" \
	mkimages --size 96 --images drawn -o drawn.jsonl people

# A program that makes no pictures, but has some: what it is asked for goes to
# the file asked. A picture whose id is in the file bad is refused.
cat >painter <<'END'
#!/bin/sh
line=$(cat)
printf '%s\n' "$line" >>asked
id=$(printf '%s\n' "$line" | jq -r .id)
[ ! -e bad ] || ! grep -q "^$id$" bad || exit 1
jq -cn --arg path "drawn/${id%_*}/$id.png" '{path: $path, seed: 7}'
END
chmod +x painter
: >asked
make() {
	mkimages -b command --command ./painter --size 96x96 --train-views 1 "$@"
}
requests() { # requests DESCRIPTION NUMBER  of them since the last time
	ok "$1" test "$(wc -l <asked)" -eq "$2"
	: >asked
}

# The first time -----------------------------------------------------------------
ok "a program is asked for pictures" make --images img -o first people
jq -r '[.id, .seed >= 1 and .seed < 2147483648, .width, has("reference")] |
	@tsv' asked >got
for id in f0001 f0002 f0003; do
	printf '%s\ttrue\t96\t%s\n' ${id}_p false ${id}_t1 true ${id}_v1 true
done >wanted
same "one by one, views with the portrait as reference" wanted got
ok "every picture has its own seed" test \
	"$(jq .seed asked | sort -u | wc -l)" -eq 9
jq -r .name people | tr ' ' '\n' >names
status 1 "nobody's name is in what is asked" grep -w -F -f names asked
: >asked
for file in p t1 v1; do
	same "the picture $file is stored as it came" \
		drawn/f0002/f0002_$file.png img/f0002/f0002_$file.png
done
jq -r '.images[] | [.role, .identity_checked, .view, .source.backend,
	.source.seed, .source.licence] | @json' first | sort -u >got
cat >wanted <<'END'
["portrait",null,null,"command",7,null]
["train_view",false,null,"command",7,null]
["view",false,null,"command",7,null]
END
same "the record says where it is from, and that nobody compared it" wanted got
jq -c '.images[] | [.sha256, .pixels_sha256, .width, .dhash, .phash, .qc]' \
	first >got
jq -c '.images[0, 1, 5] | [.sha256, .pixels_sha256, .width, .dhash, .phash,
	.qc]' drawn.jsonl >wanted
same "sums, hashes and checks are those of a drawn one" wanted got
jq -c '.images[1].source.request.body.reference' first | sort -u >got
ok "the reference is in the record as a sum" test "$(wc -c <got)" -lt 400
jq -r '.images[] | [.sha256, .source.seed] | @tsv' first >wanted
cat img/*/*_p.json img/*/*_t1.json img/*/*_v1.json | jq -r \
	'[.sha256, .source.seed] | @tsv' | sort >got
sort wanted >sorted
same "a pin beside each picture says the same" sorted got

# The second time ----------------------------------------------------------------
ok "a second run ends well" make --images img -o second people
same "it says the same" first second
requests "and asks for nothing" 0
ok "another request is not made where there is a picture" \
	make --images img -m other --steps 9 -j 3 -o second people
same "which is what it was" first second
requests "and asks for nothing" 0
rm img/f0001/f0001_v1.png img/f0003/f0003_p.*
ok "what is missing is made" make --images img -o second people
same "it says the same" first second
requests "and asks for no more" 2

# Pictures that are others -------------------------------------------------------
refused() { # refused DESCRIPTION MESSAGE
	status 1 "$1 is refused" make --images img -o second people
	says "and told" "^mkimages: people:2: f0002: img/f0002/f0002_$2" err
	requests "nobody is asked" 0
}
cp -R img kept
cp img/f0001/f0001_p.png img/f0002/f0002_p.png
refused "a picture that is not the one that came" \
	'p.png is not the picture that was received \(--replace'
same "it is kept" img/f0001/f0001_p.png img/f0002/f0002_p.png
rm img/f0002/f0002_p.json
refused "a picture of which nothing tells where it is from" \
	'p.png is there, and nothing says where it is from \(--replace'
for pin in '' '{' '[]' '{"schema":"other"}' \
	'{"schema":"palimpsest/pin/1","file":"../f0002_p.png"}' \
	'{"schema":"palimpsest/pin/1","file":"f0002_v1.png"}' \
	'{"schema":"palimpsest/pin/1","file":"f0002_p.png","sha256":"x"}' \
	"$(jq -c 'del(.looks)' kept/f0002/f0002_p.json)" \
	"$(jq -c '.alt = 1' kept/f0002/f0002_p.json)"; do
	echo "$pin" >img/f0002/f0002_p.json
	refused "the pin '$pin'" 'p.json (is|has|names) '
done
mv img/f0002/f0002_v1.png gone && cp gone img/f0002/f0002_v1.jpg
cp kept/f0002/f0002_p.* img/f0002
refused "a picture of the other format than the pin's, which is gone," \
	'v1.jpg is there, and nothing says where it is from \(--replace'
same "it is kept" gone img/f0002/f0002_v1.jpg
rm img/f0002/f0002_v1.jpg && mv gone img/f0002/f0002_v1.png
rm img/f0002/f0002_p.json && ln -s f0001_p.json img/f0002/f0002_p.json
refused "a link for a pin" 'p.json is no regular file'
ok "--replace makes all anew" make --images img --replace -o second people
same "and says the same" first second
requests "all are asked for" 9
ok "and all files are as they were" diff -r kept img
status 1 "drawn pictures do not take their place" \
	mkimages --size 64 --images img people
ok "unless they are told to" mkimages --size 64 --images img --replace people
status 1 "nor do others take that of drawn ones" make --images img people
requests "for which nobody is asked" 0
ok "the pins of those that were drawn over are gone" \
	test ! -e img/f0001/f0001_p.json

# Pictures of other looks --------------------------------------------------------
rm -rf img && cp -R kept img
refused_view() { # refused_view DESCRIPTION OPTION...
	what=$1
	shift
	status 1 "$what" make --images img "$@" people
	says "and told" "^mkimages: people:1: f0001: $view was made for other" err
	requests "nobody is asked" 0
}
view=img/f0001/f0001_v1.png
refused_view "a view in the person's own clothes is none in others" --wardrobe
rm img/*/*_v1.png
ok "where it is gone one is asked for" \
	make --images img --wardrobe -o other people
requests "of each person" 3
jq -r '.images[] | [.role, .view] | @json' other | sort -u >got
mkimages --wardrobe --size 64 --train-views 0 --images wardrobe people |
	jq -c '.images[1].view | {garment, clothing_colour}' >worn
{
	echo '["portrait",null]'
	echo '["train_view",null]'
	jq -r '["view", .] | @json' worn
} | sort -u >wanted
same "the record says what is worn, as that of a drawn one does" wanted got
ok "again they are taken as they are" \
	make --images img --wardrobe -o second people
same "with the same record" other second
refused_view "a view in other clothes is none in the person's own"
status 1 "a portrait of somebody else of that name is refused" \
	sh -c 'mkprofiles -n 1 -s else | "$0" "$@"' mkimages --images img \
	-b command --command ./painter --size 96x96 --train-views 1
says "and told" ': f0001: img/f0001/f0001_p.png was made for other looks' err
requests "nobody is asked" 0
sed 's/"birth_date":"..../"birth_date":"1960/' people >aged
status 1 "and so is one of another age" make --images img aged
says "and told" ': f0001: img/f0001/f0001_p.png was made for other looks' err
requests "nobody is asked" 0
mkdir words && cp -R "$PALIMPSEST_DATA/templates" words && chmod -R u+w words
echo 'Say "{person}"' >words/templates/portrait/alt.txt
in_other_words() {
	(PALIMPSEST_DATA=words && export PALIMPSEST_DATA && make "$@")
}
ok "the words for pictures may change" \
	in_other_words --images img --wardrobe -o second people
same "a description stays what it was when the picture came" other second
rm img/f0001/f0001_v1.*
ok "a new one gets the new words" \
	in_other_words --images img --wardrobe -o once people
ok "a second time, too" \
	in_other_words --images img --wardrobe -o second people
ok "they are these" jq -e -s '.[0].images[2].alt | startswith("Say \"")' once
same "and the same both times" once second
: >asked

# What does not come -------------------------------------------------------------
rm -rf img && echo f0002_v1 >bad
status 1 "a picture that never can be ends in 1" make --images img people
head -n 1 first >wanted
same "behind the people before it" wanted out
says "and is told" '^mkimages: f0002_v1: the command ended in 1' err
ok "once" test "$(wc -l <err)" -eq 1
: >asked
status 1 "with -k the others go on" make --images img -k --rejects left \
	-o got people
sed -n '1p;3p' first >wanted
same "to the output" wanted got
sed -n 2p people >wanted
same "and the line to the rejects" wanted left
requests "for what was missing alone" 4
rm bad
ok "once it can be, it is made" make --images img -o second people
same "and all is as ever" first second
requests "with one request" 1
rm img/f0002/f0002_v1.png && cp drawn/f0002/f0002_v1.png aside
head -c 500 aside >drawn/f0002/f0002_v1.png
status 1 "half a picture ends in 1" make --images img people
says "and is told" '^mkimages: people:2: f0002: image f0002_v1: ' err
ok "nothing of it is left" test ! -e img/f0002/f0002_v1.png
echo text >drawn/f0002/f0002_v1.png
status 1 "so does what is no picture" make --images img people
status 1 "with -k the others go on" make --images img -k --rejects left \
	-o got people
sed -n '1p;3p' first >wanted
same "to the output" wanted got
sed -n 2p people >wanted
same "and the line to the rejects" wanted left
cp aside drawn/f0002/f0002_v1.png
status 3 "and a program that is not there" mkimages --images img \
	-b command --command ./absent --train-views 1 people

# Keys ---------------------------------------------------------------------------
echo 'user:secret-word' >key && chmod 644 key
with_key() { mkimages --images img -b sdapi -u http://127.0.0.1:9 "$@" people; }
status 2 "a key that others may read is refused" with_key --key key
says "and told" '^mkimages: others may read the key in key \(chmod 600 key\)$' err
chmod 600 key
status 3 "a key that is not there ends in 3" with_key --key absent
for key in '' 'two\0012lines' '\0001'; do
	printf %b "$key" >other && chmod 600 other
	status 2 "the key '$key' is refused" with_key --key other
done
status 2 "a key that does not fit is refused" \
	env PALIMPSEST_KEY=secret-word mkimages --images img -b sdapi \
	-u http://127.0.0.1:9 people
lacks "and not told" 'secret-word' err

# A program that looks at pictures -----------------------------------------------
cat >judge <<'END'
#!/bin/sh
while read -r line; do
	printf '%s\n' "$line" >>judged
	case $line in
	*f0002_t1*) echo '{"qc":["two_faces","hat"],"identity_checked":false}' ;;
	*'"role":"portrait"'*) echo '{}' ;;
	*) echo '{"qc":[],"identity_checked":true}' ;;
	esac
done
END
chmod +x judge
ok "a program looks at each picture" \
	make --images img --qc-cmd ./judge -j 2 -o second people
jq -r '.images[] | [.id, .qc, .identity_checked] | @json' second >got
for id in f0001 f0002 f0003; do
	faults='[]' same=true
	[ $id != f0002 ] || { faults='["two_faces","hat"]'; same=false; }
	printf '["%s",[],null]\n["%s",%s,%s]\n["%s",[],true]\n' ${id}_p \
		${id}_t1 "$faults" $same ${id}_v1
done >wanted
same "the record has what it says" wanted got
jq -r '[.file, .portrait] | @tsv' judged | sed -n 4,6p >got
printf 'img/f0002/f0002_%s.png\timg/f0002/f0002_p.png\n' p t1 v1 >wanted
same "it was told where picture and portrait are" wanted got
judged_by() { # judged_by DESCRIPTION MESSAGE COMMAND
	status 3 "$1 ends in 3" make --images img --qc-cmd "$3" people
	says "and is told" "^mkimages: $2" err
}
judged_by "a program that says nothing" \
	'f0001_p: the (answer of .* is missing|command of .* does not listen)' \
	'cat >/dev/null & exec >&-; wait'
judged_by "one that says what is no JSON" 'f0001_p: the answer .* is not JSON' \
	'while read -r line; do echo yes; done'
judged_by "one that says what it should not" \
	"f0001_p: the answer .* has a 'qc' that is no list of words" \
	'while read -r line; do echo "{\"qc\":[\"A b\"]}"; done'
judged_by "one that fails" 'the command of --qc-cmd failed' \
	'while read -r line; do echo "{}"; done; exit 4'
finish
