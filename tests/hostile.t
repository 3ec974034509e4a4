#!/bin/sh
# A release made by somebody who wants its auditor to crash, to wait for ever, to
# run out of memory, or to read what is not in the release: ckrelease ends in 1
# within its time and memory, and says what is wrong, once a file.
. "$(dirname "$0")/lib.sh"
needs jq perl

"$top_srcdir/tests/fixture-stream" images >stream || exit 99
mkrelease -q -n 20 --real 2 --strangers 3 --images images -o whole stream ||
	exit 99
fresh() { rm -rf copy && cp -a whole copy; }
image=images/f0003/f0003_p.png
people=$(wc -l <whole/people.jsonl)

# checked  checks the copy within its time; the status is in code.
checked() {
	timeout 120 ckrelease copy >out 2>err
	code=$?
}

# told DESCRIPTION PATTERN  passes if the check ends in 1 with such a message.
told() {
	checked
	if [ $code -eq 1 ] && grep -Eq -e "^ckrelease: copy/$2" err &&
		tail -n 1 out | grep -q ' fail'; then
		result ok "$1"
	else
		result "not ok" "$1"
		echo "# status $code, wanted 1 and $2"
		sed 's/^/# /' err | cut -c 1-200 | head -n 5
	fi
}

# within KIB DESCRIPTION PATTERN  the same, in so much memory, where that can be
# measured.
within() {
	if [ "$sanitizers" = yes ] || [ ! -x /usr/bin/time ]; then
		told "$2" "$3"
		return
	fi
	/usr/bin/time -f %M -o kib timeout 120 ckrelease copy >out 2>err
	code=$?
	took=$(tail -n 1 kib)
	if [ $code -eq 1 ] && [ "$took" -le "$1" ] &&
		grep -Eq -e "^ckrelease: copy/$3" err; then
		result ok "$2, in $1 KiB"
	else
		result "not ok" "$2, in $1 KiB"
		echo "# status $code, wanted 1; $took KiB; wanted $3"
		sed 's/^/# /' err | cut -c 1-200 | head -n 5
	fi
}

# Names --------------------------------------------------------------------------
for name in 'two
lines' 'back\slash' 'a b' '-n' "quo'te" '*' '$(id)'; do
	fresh && : >"copy/images/$name"
	case $name in
	-n) told "a file named $name is told" 'images/-n: not listed' ;;
	*) told "a file of an odd name is told" 'images/.*: a name with other' ;;
	esac
	ok "in a line of its own" test \
		"$(grep -c '^ckrelease: ' err)" -eq "$(wc -l <err)"
done
fresh && : >"copy/$(printf 'x\377\033[31m')"
told "a name of bytes that are no UTF-8 is told" 'x.*: a name with other'
ckrelease --json copy >out
ok "and spelled in the report" jq -e '.failures[] |
	select(.rule == "tree/name") | .found == "x\\xff\\x1b[31m"' out
fresh && mkdir 'copy/a b' && cp "$top_srcdir/COPYING" 'copy/a b/' 2>/dev/null
told "a folder of an odd name is not gone into" 'a b: a name with other'
lacks "what is in it is not told" 'COPYING' err

# path PATH  gives f0003's portrait another path.
path() {
	fresh
	jq -c --arg p "$1" 'if .id == "f0003" then .images[0].path = $p
		else . end' whole/people.jsonl >copy/people.jsonl
}
echo secret >outside
for name in ../../outside /etc/passwd ../f0003/f0003_p.png f0003//f0003_p.png \
	./f0003/f0003_p.png f0003/../f0003/f0003_p.png .. / ''; do
	path "$name"
	told "an image at '$name' is told" 'people.jsonl:[0-9]+: f0003: '
done
for name in ../outside "$work/outside" images/../../outside; do
	fresh
	printf '%s  %s\n' "$(sha256sum <outside | cut -c 1-64)" "$name" \
		>>copy/SHA256SUMS
	told "a sum of $name is told" 'SHA256SUMS:[0-9]+: .*no path that may be'
	fresh
	sed "2s,\"path\":\"[^\"]*\",\"path\":\"$name\"," whole/manifest.json \
		>copy/manifest.json
	told "a manifest with $name is told" 'manifest.json:2: differs'
done

# What is no file ----------------------------------------------------------------
mkfifo pipe
for file in people.jsonl manifest.json SHA256SUMS splits/splits.json \
	schema/person.json log/checkpoint $image; do
	fresh && ln -sf "$work/pipe" "copy/$file"
	told "a link to a pipe at $file is told" "$file: a symbolic link"
	fresh && rm "copy/$file" && mkfifo "copy/$file"
	told "a pipe at $file is told" "$file: neither a file nor a folder"
done
for folder in splits schema images log images/f0003; do
	fresh && mv "copy/$folder" moved && ln -s "$work/moved" "copy/$folder"
	told "a link in place of $folder/ is told" "$folder: a symbolic link"
	says "and the files behind it are missing" \
		"$folder/.* is missing" err
	rm -rf moved
done
fresh && ln -s . copy/images/again
told "a link that goes round is told" 'images/again: a symbolic link'
fresh && ln -s nowhere copy/gone
told "a link to nowhere is told" 'gone: a symbolic link'
fresh && perl -MSocket -e 'socket(my $s, PF_UNIX, SOCK_STREAM, 0) or exit 1;
	bind($s, pack_sockaddr_un("copy/images/socket")) or exit 1'
told "a socket is told" 'images/socket: neither a file nor a folder'
fresh
if mknod copy/zero c 1 5 2>mknod.err; then
	told "a device is told" 'zero: neither a file nor a folder'
else
	skip "a device is told" "only root can make one"
fi
fresh && ln copy/$image kept
ok "a file with another name outside is a file like others" ckrelease copy
rm kept

# Too much -----------------------------------------------------------------------
fresh && perl -e 'chdir "copy" or exit 1;
	for (1 .. 10000) { mkdir("d") && chdir("d") or exit 1 }'
told "folders 10,000 deep are told" 'd/.*: folders nest deeper than 64'
rm -rf copy
fresh
sparse=no
truncate -s 1T holes 2>/dev/null && [ "$(du -k holes | cut -f 1)" -lt 100 ] &&
	sparse=yes
rm -f holes
for file in people.jsonl manifest.json SHA256SUMS splits/real.txt \
	log/checkpoint $image unlisted; do
	if [ $sparse = no ]; then
		skip "a TiB of nothing at $file is told" "no such file can be made"
		continue
	fi
	fresh && truncate -s 1T "copy/$file"
	within 65536 "a TiB of nothing at $file is told" "$file: .*holes"
done

bytes() { head -c "$1" /dev/zero | tr '\0' "$2"; }
fresh && {
	printf '{"schema":"'
	bytes 150000000 x
	printf '"}\n'
} >>copy/people.jsonl
within 204800 "a line of 150 MB is told" "people.jsonl:$((people + 1)): .*64 MiB"
fresh && awk 'BEGIN { for (i = 0; i < 500000; i++)
	printf "%064d  images/f%06d.png\n", i, i }' >>copy/SHA256SUMS
within 65536 "a list of 500,000 files that are not there is told" \
	'SHA256SUMS:[0-9]+: images/f000000.png is missing'
fresh && bytes 100000000 a >copy/SHA256SUMS
within 65536 "a list of one line of 100 MB is told" \
	'SHA256SUMS:1: this is not a line'
fresh && { printf '{"schema":"palimpsest/manifest/1","name":['; bytes 1900000 '[' ; } \
	>copy/manifest.json
within 65536 "a manifest of brackets is told" 'manifest.json:1: '
fresh && {
	printf '{"schema":"palimpsest/manifest/1","steps":[0'
	awk 'BEGIN { for (i = 0; i < 900000; i++) printf ",0" }'
	echo ']'
} >copy/manifest.json
within 65536 "a manifest of 900,000 numbers is told" 'manifest.json:1: '
for number in 1e999 -1 9007199254740993 18446744073709551616 '"20"' null; do
	fresh
	sed "1s/\"fictitious\":20/\"fictitious\":$number/" whole/manifest.json \
		>copy/manifest.json
	told "a manifest with $number people is told" 'manifest.json:1: '
done
fresh && sed '2s/"bytes":[0-9]*/"bytes":9007199254740992/' \
	whole/manifest.json >copy/manifest.json
told "a manifest with a file of 8 PiB is told" 'manifest.json:2: differs'

# line PROGRAM  appends what an awk program prints as a line of people.jsonl.
line() {
	fresh && awk "BEGIN { $1; print \"\" }" >>copy/people.jsonl
}
last="people.jsonl:$((people + 1)): "
line 'printf "{"; for (i = 0; i < 3000000; i++) printf "\"%d\":0,", i
	printf "\"x\":0}"'
within 262144 "a line of three million members is told" "$last.*more values"
line 'printf "["; for (i = 0; i < 3000000; i++) printf "{},"; printf "0]"'
within 262144 "a line of three million objects is told" "$last.*more values"
line 'for (i = 0; i < 5000000; i++) printf "["'
within 262144 "a line of five million brackets is told" "$last.*deeper"
fresh && awk 'BEGIN { for (i = 0; i < 300000; i++) print "{}" }' \
	>>copy/people.jsonl
within 65536 "300,000 lines of nothing are told" "$last"
fresh && { yes '{}' | head -n 1500 && cat whole/people.jsonl; } \
	>copy/people.jsonl
for jobs in 1 2 7; do
	ckrelease --json -j $jobs copy >"jobs.$jobs"
done
same "behind a thousand of them nothing is found that threads could change" \
	jobs.1 jobs.7
same "whatever their number" jobs.1 jobs.2
jq -c '.count > 1000 and .rungs["splits re-derived"] == "fail" and
	.rungs["files re-derived"] == "fail"' jobs.1 >got
echo true >want
same "and what was not looked at passes nowhere" want got
fresh && yes '' | head -n 3000000 >>copy/people.jsonl
within 65536 "three million empty lines are told" "$last.*empty line"

# long MEMBER PROGRAM  f0003 with that, as a jq program of a long text.
long() {
	fresh
	jq -c --arg a "$(bytes 120000 a)" \
		"if .id == \"f0003\" then $1 else . end" whole/people.jsonl \
		>copy/people.jsonl
}
here='people.jsonl:[0-9]+: f0003: '
long '.name = ([range(50)] | map($a) | add) + "b" |
	.biography = ([range(200)] | map($a) | add)'
told "a name that takes for ever to search for is told" "$here/name: .*256 char"
long '.biography = ([range(200)] | map($a) | add)'
told "and so is a biography" "$here/biography: .*16384 char"
long '.facts.pet = $a'
told "and so is a fact" "$here/facts/pet: .*256 char"
long '.questions[0].aliases = [range(100000) | tostring]'
told "and so are 100,000 aliases" "$here/questions/0/aliases: .*at most 16"

# Files that change --------------------------------------------------------------
# restless DESCRIPTION FILE  checks a copy of which a file changes all the time.
restless() {
	fresh
	(
		for round in 1 2 3 4 5 6; do
			head -c 20000000 /dev/zero >>"copy/$2"
			truncate -s 1000 "copy/$2"
		done
	) 2>/dev/null &
	changer=$!
	calm=yes
	for round in 1 2 3; do
		checked
		[ $code -eq 1 ] || calm="no, status $code in round $round"
	done
	wait $changer
	ok "$1 ($calm)" test "$calm" = yes
}
restless "people that grow and shrink fail, and nothing else" people.jsonl
restless "an image that grows and shrinks does" $image
restless "sums that grow and shrink do" SHA256SUMS

# The same for any number of threads --------------------------------------------
mkprofiles -n 500 -s demo | mkqa | mksplit -n 500 -s demo >many
mkrelease -q -n 500 -o many.release many
awk 'NR % 50 == 7 { sub(/"pet":"/, "&x") }
	NR % 90 == 3 { sub(/"answer":"A"/, "\"answer\":\"B\"") }
	NR % 120 == 8 { print "{]" }
	NR == 250 { printf "[\"a line of its own\"," ; for (i = 0; i < 40000; i++)
		printf "\"%d\",", i; print "0]" }
	{ print }' many >many.release/people.jsonl
ckrelease -j 1 many.release >one 2>one.err
ckrelease --json -j 1 many.release >one.json
ok "there are many failures of many kinds" test "$(jq '.count' one.json)" -ge 50
for jobs in 2 3 8 50; do
	ckrelease -j $jobs many.release >two 2>two.err
	ckrelease --json -j $jobs many.release >two.json
	cat one one.err one.json >want && cat two two.err two.json >got
	same "$jobs threads tell the same in the same order" want got
done

# What it opens ------------------------------------------------------------------
# traced  passes if nothing was opened that lies elsewhere than in the copy, the
# data, the folder of temporary files or the C library's own, and no socket.
traced() {
	TMPDIR=$work/spools strace -f -y -qq -o trace -s 4096 \
		-e trace=open,openat,openat2,creat,network ckrelease copy \
		>/dev/null 2>&1
	grep -E '(socket|connect|bind|sendto|sendmsg|recv[a-z]*)\(' trace && return 1
	grep -E 'open[a-z0-9]*\(' trace |
		sed -n 's/.* = [0-9]*<\(.*\)>$/\1/p' | sed 's/ (deleted)$//' |
		sort -u >opened
	data=$(cd "$PALIMPSEST_DATA" && pwd -P)
	grep -v -e "^$real/copy\$" -e "^$real/copy/" -e "^$real/spools\$" \
		-e "^$real/spools/" -e "^$data/schema" \
		-e '^/etc/ld\.so\.' -e '^/etc/localtime$' -e '^/lib/' -e '^/usr/lib' \
		-e '^/usr/local/lib/' -e '^/sys/devices/system/cpu' \
		-e '^/proc/self/' -e '^/proc/sys/' -e '^/proc/stat$' \
		-e '^/proc/cpuinfo$' -e '^/dev/null$' -e '/libpal' opened >elsewhere
	cat elsewhere >&2
	[ -s opened ] && [ ! -s elsewhere ]
}
mkdir spools
real=$(pwd -P)
if [ "$sanitizers" = yes ]; then
	skip "a release full of links leads nowhere" "sanitizers read more"
elif ! command -v strace >/dev/null || ! strace -qq true 2>strace.err; then
	skip "a release full of links leads nowhere" "strace cannot run here"
else
	fresh
	ok "of a good release only its own files are opened" traced
	for file in people.jsonl manifest.json SHA256SUMS splits/splits.json \
		splits/forget_05.txt schema/person.json log/checkpoint $image; do
		fresh && cp "copy/$file" there && ln -sf "$work/there" "copy/$file"
		ok "a link at $file is not followed" traced
	done
	for folder in splits schema images log images/f0003; do
		fresh && rm -rf moved && mv "copy/$folder" moved &&
			ln -s "$work/moved" "copy/$folder"
		ok "a link in place of $folder/ is not followed" traced
	done
	fresh && sed 's,"path":"f0003/,"path":"../../outside/,' \
		whole/people.jsonl >copy/people.jsonl
	ok "a path that leads out is not gone" traced
fi

# Many files ---------------------------------------------------------------------
if [ "$sanitizers" = yes ] || [ ! -x /usr/bin/time ]; then
	skip "a file takes at most 64 bytes" "memory is not measured here"
else
	# cost COUNT  the memory for so many files that nobody listed, in KiB
	cost() {
		fresh && mkdir copy/more
		(cd copy/more && seq -f 'f%.0f' "$1" | xargs touch)
		/usr/bin/time -f %M -o kib ckrelease copy >/dev/null 2>&1
		tail -n 1 kib
	}
	small=$(cost 5000) large=$(cost 35000)
	echo "# $small KiB for 5,000 files, $large for 35,000"
	ok "a file takes at most 64 bytes and 2 MiB more" \
		test $((large - small)) -le $((64 * 30000 / 1024 + 2048))
fi
finish
