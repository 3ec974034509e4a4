#!/bin/sh
# mkimages: which pictures a person gets and what the record says of them; the
# same bytes from every run; what is there is kept, whatever happened before.
. "$(dirname "$0")/lib.sh"
needs jq

profiles() { mkprofiles -n 12 -s demo "$@"; }
make() { mkimages --size 64 "$@"; }
profiles >people
mkprofiles --kind stranger -n 2 -s demo >strangers
head -n 3 people >three

# What a record says -------------------------------------------------------------
ok "people get pictures" make --images img -o seen people
jq -c 'del(.images)' seen >without
same "all other bytes of a line stay" people without
jq -r .id people >wanted
jq -r .id seen >got
same "people stay in their order" wanted got
jq -r 'keys_unsorted[-1]' seen | sort -u >got
echo images >wanted
same "the member images is the last" wanted got
head -n 1 seen | jq -r '.images[] | [.id, .role, .path] | @tsv' >got
printf 'f0001_%s\t%s\tf0001/f0001_%s.png\n' p portrait p t1 train_view t1 \
	t2 train_view t2 t3 train_view t3 t4 train_view t4 v1 view v1 >wanted
same "one portrait, four views to train on, one to test" wanted got
ok "a stranger gets pictures" make --images img -o strange strangers
jq -r '.images[].role' strange | sort | uniq -c | tr -s ' ' >got
printf ' 2 portrait\n 2 view\n' >wanted
same "but nothing to train on" wanted got
jq -r '.images[] | "\(.sha256)  img/\(.path)"' seen strange >sums
ok "the sums are those of the files" sha256sum -c sums
(cd img && find . -type f | sed 's,^\./,,' | sort) >got
jq -r '.images[].path' seen strange | sort >wanted
same "the folder holds these files and no others" wanted got
jq -r '.images[] | [.width, .height, .qc == [], .event, .identity_checked,
	.source.backend, .source.seed, .source.request.size, .source.licence,
	.source.attribution] | @json' seen strange | sort -u >got
echo '[64,64,true,null,null,"render","demo",64,"CC0-1.0",null]' >wanted
same "size, checks and source are stated" wanted got
sum=$(sha256sum <"$PALIMPSEST_DATA/templates/portrait/palette.tsv")
jq -r '.images[].source.request.palette' seen | sort -u >got
echo "${sum%% *}" >wanted
same "the source names the palette by its sum" wanted got
jq -e '.images | all(.view | [.[] | type == "number" and floor == .] | all)' \
	seen >got
ok "a view is whole numbers" test "$(sort -u got)" = true
jq -r '[.images[] | .view.yaw] | [(.[0] | fabs < 100),
	([.[1:5][]] | sort | .[0] >= -650 and .[0] <= -300 and .[1] >= -300 and
	.[1] <= 0 and .[2] >= 0 and .[2] <= 300 and .[3] >= 300 and .[3] <= 650),
	(.[5] | fabs <= 700)] | all' seen | sort -u >got
ok "portraits are frontal, views to train on lie on both sides" \
	test "$(cat got)" = true
jq -r '.images[].pixels_sha256' seen strange | sort | uniq -d >got
same "no two pictures are the same" /dev/null got
jq -r '[.name] + (.name | split(" ")) | .[]' people | sort -u >names
jq -r '.images[].alt' seen >alts
ok "the text of a picture says what it shows" test "$(wc -l <alts)" -eq 72
status 1 "and nobody's name" grep -w -F -f names alts

# The same bytes -----------------------------------------------------------------
for jobs in 1 2 4; do
	ok "it works with -j $jobs" make -j $jobs --images "j$jobs" -o seen$jobs \
		people
	same "the lines are the same" seen seen$jobs
	rm -rf part && mkdir part && cp -R img/f* part/
	ok "and so are the files" diff -r part "j$jobs"
done
rm -rf j1 j2 j4 part
{
	profiles --range 1-5 | make --images pieces
	profiles --range 6-12 | make --images pieces
} >got
same "pieces of a range give the same" seen got
sed '1!G;h;$!d' people | make --images pieces | sed '1!G;h;$!d' >got
same "people in another order get the same" seen got
printf %s "$(cat three)" | make --images img >got
head -n 3 seen >wanted
same "a last line without its end is a line" wanted got
make --images img </dev/null >got
same "nobody gets nothing" /dev/null got
mkimages --images sized --size 65 three >sized.jsonl
ok "another size is another picture" test \
	"$(jq -r '.images[0].pixels_sha256' sized.jsonl | sort)" != \
	"$(jq -r '.images[0].pixels_sha256' wanted | sort)"
jq -c '[.images[].view]' sized.jsonl >got
jq -c '[.images[].view]' wanted >views
same "of the same view" views got

# Numbers of views ---------------------------------------------------------------
count() { # count DESCRIPTION NUMBER OPTION...
	what=$1 number=$2
	shift 2
	make --images counted "$@" three |
		jq -r '.images | length' | sort -u >got
	echo "$number" >wanted
	same "$what" wanted got
}
count "no views: a portrait and what is to train on" 5 --views 0
count "the original's diet: a portrait and a view" 2 --train-views 0
count "a portrait alone" 1 --train-views 0 --views 0
count "more of both" 10 --train-views 6 --views 3
make --images counted --train-views 6 --views 3 three |
	jq -c '[.images[0, 1, 2, 3, 4, 7] | .view]' >got
same "more views leave the others as they were" views got

# Other clothes ------------------------------------------------------------------
make --images dressed --wardrobe people >worn
jq -c '.images[5] |= (.alt = "" | .sha256 = "" | .pixels_sha256 = "" |
	.dhash = "" | .phash = "" | del(.view.garment, .view.clothing_colour))' \
	worn >left
jq -c '.images[5] |= (.alt = "" | .sha256 = "" | .pixels_sha256 = "" |
	.dhash = "" | .phash = "")' seen >right
same "only the view changes, and only its clothes" left right
jq -r 'select(.facts.appearance.clothing as $own | .images[5].view |
	.garment == $own.garment or .clothing_colour == $own.colour).id' worn >bad
same "garment and colour are both others" /dev/null bad
{ jq -r '.images[5].alt' seen && jq -r '.images[5].alt' worn; } | sort |
	uniq -d >got
same "the text says what is worn" /dev/null got

# A run that was cut -------------------------------------------------------------
now() { date +%s%3N; } # in milliseconds
begun=$(now)
make -j 2 --images cut -o cut.jsonl people
life=$(($(now) - begun)) cuts=0 tries=0 odd=0
while [ $cuts -lt 5 ] && [ $tries -lt 40 ]; do
	tries=$((tries + 1)) delay=$((life * (tries * 37 % 90 + 5) / 100))
	rm -rf cut cut.jsonl
	make -j 2 --images cut -o cut.jsonl people &
	pid=$!
	sleep "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))"
	kill -9 $pid
	wait $pid
	[ $? -eq 137 ] || continue
	cuts=$((cuts + 1))
	[ ! -e cut.jsonl ] || cmp -s cut.jsonl seen || odd=$((odd + 1))
	[ -d cut ] || continue
	(cd cut && find . -type f ! -name '.*') | while read -r file; do
		cmp -s "cut/$file" "img/$file" || echo "$file"
	done >bad
	[ ! -s bad ] || odd=$((odd + 1))
done 2>/dev/null
ok "a run was killed five times" test $cuts -eq 5
ok "each file that was there was whole, as were the lines" test $odd -eq 0
rm -f .cut.jsonl.*
mkdir -p cut/f0001 && rm -f cut/f0001/f0001_p.png
echo half >cut/f0001/.f0001_p.png.part
ok "a second run makes the rest" make --images cut -o cut.jsonl people
same "and the same lines" seen cut.jsonl
(cd cut && find . -type f ! -path './f00*/f*') >left
same "nothing unfinished is left" /dev/null left
touch -d '2001-01-01' img/f0002/f0002_v1.png
ls -l --time-style=full-iso img/f0002 >wanted
ok "a run with nothing to make ends well" make --images img -o got people
ls -l --time-style=full-iso img/f0002 >got
same "and touches no file" wanted got

# Pictures that are others -------------------------------------------------------
cp -R img other
echo other >other/f0002/f0002_p.png
status 1 "a picture that is another is refused" make --images other three
says "by name" '^mkimages: three:2: f0002: other/f0002/f0002_p.png is there, and another' err
head -n 1 seen >wanted
same "behind the people before it" wanted out
echo other >wanted
same "and is kept" wanted other/f0002/f0002_p.png
status 1 "with -k the others go on" make --images other -k --rejects refused \
	-o got three
sed -n '1p;3p' seen >wanted
same "to the output" wanted got
sed -n 2p people >wanted
same "and the line to the rejects" wanted refused
ok "--replace makes it anew" make --images other --replace -o got three
head -n 3 seen >wanted
same "and says the same as ever" wanted got
ok "the picture is what it should be" cmp img/f0002/f0002_p.png \
	other/f0002/f0002_p.png

# Links --------------------------------------------------------------------------
rm -rf other && cp -R img other && mkdir away && echo away >away/kept
rm other/f0002/f0002_p.png && ln -s ../../away/kept other/f0002/f0002_p.png
status 1 "a link in the place of a picture is refused" \
	make --images other three
says "and told" 'f0002: other/f0002/f0002_p.png is no regular file$' err
ok "--replace replaces it" make --images other --replace three
ok "by a file" test ! -h other/f0002/f0002_p.png
rm -rf other/f0002 && ln -s ../away other/f0002
status 1 "a link in the place of a folder is refused" \
	make --images other --replace three
says "and told" 'f0002: other/f0002 is no folder$' err
echo kept >wanted && ls away >got
same "nothing was written through it" wanted got
rm other/f0002 && mkfifo other/f0002
status 1 "so is a pipe" make --images other three
rm other/f0002 && mkdir other/f0002 && mkfifo other/f0002/f0002_p.png
status 1 "and one in the place of a picture" timeout 60 mkimages --size 64 \
	--images other three
rm -rf other/f0002 && mkdir -p other/f0002/f0002_p.png
status 1 "and a folder there" make --images other three
ln -s other linked
rm -rf other && mkdir other
ok "the folder of pictures may be a link" make --images linked three
for id in '../x' 'a/b' '.' 'A'; do
	head -n 1 people | jq -c --arg id "$id" '.id = $id' >bad
	status 1 "the id '$id' is refused" make --images other bad
done
ok "and made no folder" test ! -e x -a ! -e other/a -a ! -e other/A

# Lines that are refused ---------------------------------------------------------
refused() { # refused DESCRIPTION MESSAGE JQ-PROGRAM
	head -n 1 people | jq -c "$3" >bad
	status 1 "$1 is refused" make --images none bad
	says "and told why" "^mkimages: bad:1: ([a-z0-9]*: )?$2" err
	same "with nothing on stdout" /dev/null out
}
refused "a celebrity" 'no picture is made of a celebrity' '.kind = "celebrity"'
refused "a record with images" 'the record already has images' '.images = []'
refused "one with questions" 'the record already has questions' \
	'.questions = []'
refused "one with a split" 'the record already has a split' '.split = {}'
refused "one without appearance" 'the record has no facts.appearance' \
	'del(.facts.appearance)'
refused "one without provenance" 'provenance has no seed' 'del(.provenance)'
refused "a minor" "facts.birth_date is missing, or not an adult's" \
	'.facts.birth_date = "2015-01-01"'
refused "a skin tone of 11" 'facts.appearance.skin_tone' \
	'.facts.appearance.skin_tone = 11'
refused "a colour that the palette lacks" '.*palette' \
	'.facts.appearance.hair.colour = "plaid"'
refused "a garment that nobody knows" 'facts.appearance.clothing' \
	'.facts.appearance.clothing.garment = "toga"'
refused "an id too long" 'the id is longer than 92 bytes' '.id = "a" * 93'
ok "an id of 92 bytes is not" sh -c 'head -n 1 people |
	jq -c ".id = \"a\" * 92" | mkimages --size 64 --images long --views 31 \
	--train-views 0'
echo '{' >broken && cat three broken three >mixed
status 1 "a line that is no JSON is refused" make --images img mixed
head -n 3 seen >wanted
same "behind the people before it" wanted out
status 1 "with -k all others go on" make -j 4 --images img -k \
	--rejects refused -o got mixed
cat wanted wanted >twice
same "in their order" twice got
same "without it" broken refused
yes '{}' | head -n 300 >wrong
head -n 6 people >some
tail -n 6 people >rest
cat wrong some wrong rest >scattered
for jobs in 1 2 4; do
	status 1 "many bad lines hold up nobody with -j $jobs" timeout 60 \
		mkimages --size 64 --images img -j $jobs -k --rejects refused -o got \
		scattered
	same "those between them are made" seen got
	ok "and all are refused" test "$(wc -l <refused)" -eq 600
done

# The system ---------------------------------------------------------------------
status 3 "a folder in a folder that is not there ends in 3" \
	make --images absent/img three
says "and is told" '^mkimages: cannot make the folder absent/img: No such' err
status 3 "a file for a folder ends in 3" make --images three three
status 3 "a full disk for the lines ends in 3" make --images img -o /dev/full \
	three
status 3 "a limit on the size of files ends in 3" \
	sh -c 'ulimit -f 1 && mkimages --size 128 --images limited three'
says "and is told" 'f0001: cannot write limited/f0001/f0001_p.png: File too' err
find limited -type f >left
same "and leaves no file" /dev/null left
if [ "$(id -u)" -eq 0 ] && mkdir small &&
	mount -t tmpfs -o size=64k none small 2>/dev/null; then
	status 3 "a full disk for pictures ends in 3" \
		make -j 2 --images small people
	says "and is told" \
		': f00[0-9]*: cannot (write|make) small/.*: No space left' err
	ok "once" test "$(wc -l <err)" -eq 1
	find small -type f -name '.*' >left
	same "nothing unfinished is left" /dev/null left
	find small -type f | while read -r file; do
		cmp "$file" "img/${file#small/}"
	done >bad 2>&1
	same "what is there is whole" /dev/null bad
	umount small
else
	skip "a full disk for pictures ends in 3" "no file system can be mounted"
fi
mkdir bin && cp "$(command -v mkimages)" bin/
chmod 711 "$work" && mkdir -p locked/f0002 && chmod 700 locked/f0002
chmod 555 locked
# What is locked is opened again, or it could not be removed.
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
cp -R "$PALIMPSEST_DATA/templates" .
chmod -R a+rX,u+w templates bin people three
nobody() { # nobody COMMAND...
	as_nobody env PATH="$work/bin:$PATH" PALIMPSEST_DATA="$work" "$@"
}
if nobody mkimages --version >out 2>err; then
	status 3 "a folder that may not be written to ends in 3" \
		nobody mkimages --size 64 --images locked three
	says "and is named" 'f0001: cannot make locked/f0001: Permission denied' err
	if [ "$(id -u)" -eq 0 ]; then
		cp -R img/f0001 locked/ && chmod 755 locked/f0001
		status 3 "one that may not be opened ends in 3" \
			nobody mkimages --size 64 --images locked three
		says "and is named" 'f0002: cannot open locked/f0002: Perm' err
		chmod 600 locked/f0001/f0001_p.png
		status 3 "a picture that may not be read ends in 3" \
			nobody mkimages --size 64 --images locked three
		says "and is named" 'cannot read locked/f0001/f0001_p.png: Perm' err
	fi
else
	skip "a folder that may not be written to ends in 3" \
		"nobody cannot run programs here"
fi
recoloured() { env PALIMPSEST_DATA="$work" mkimages --images none three; }
: >templates/portrait/palette.tsv
status 1 "an empty palette ends in 1" recoloured
says "and is named" 'palette.tsv' err
rm -f templates/portrait/palette.tsv
status 3 "no palette ends in 3" recoloured
says "and is named, too" 'palette.tsv' err
cut_reader() { make --images img people people people | head -n 1; }
ok "a reader that goes away ends it" cut_reader
same "without a word" /dev/null err

# The command line ---------------------------------------------------------------
mistaken() { # mistaken MESSAGE OPTION...
	message=$1
	shift
	status 2 "$* is a mistake" mkimages "$@" three
	says "and is told" "^mkimages: $message" err
}
mistaken "option '--images' is missing" --size 64
mistaken "option '--size' takes a whole number from 64 to 1024" --images x \
	--size 63
mistaken "option '--size' takes a whole number from 64 to 1024" --images x \
	--size 64x64
mistaken "option '--views' takes a whole number from 0 to 31" --images x \
	--views 32
mistaken "option '--train-views' takes a whole" --images x --train-views -1
mistaken "option '--url' is not for the backend 'render'" --images x -u y
for kind in sdapi openai comfy command; do
	knows='url key insecure-http'
	[ $kind != command ] || knows='command'
	[ $kind != comfy ] || knows="$knows workflow"
	for option in url=ftp://x key=none insecure-http workflow=none \
		command=true; do
		case " $knows " in
		*" ${option%=*} "*) ;;
		*) mistaken "option '--${option%=*}' is not for the backend '$kind'" \
			--images x -b $kind --$option ;;
		esac
	done
done
for option in model=x steps=1 cfg=1 prompt=x negative=x key=x timeout=1 \
	insecure-http workflow=x command=x; do
	mistaken "option '--${option%=*}' is not for the backend 'render'" \
		--images x --$option
done
mistaken "option '--backend' takes render, sdapi" --images x -b midjourney
mistaken "backend 'sdapi' needs an address" --images x -b sdapi
mistaken "backend 'command' needs a command" --images x -b command
mistaken "option '--size' takes N or WxH from 1 to 4096" --images x \
	-b command --command true --size 64x
ok "nothing was made for any of them" test ! -e x
finish
