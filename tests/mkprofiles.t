#!/bin/sh
# mkprofiles: any stretch of the people by itself, kinds and limits, the system.
# What the people are like is tested by people.t and biography.t.
. "$(dirname "$0")/lib.sh"

: >nothing
sh_run() { sh -c "$1"; }

# Person i is a function of seed and i ------------------------------------------
mkprofiles -n 1000 -s demo >whole
for range in 1-1 2-99 100-101 102-999 1000-1000; do
	mkprofiles -n 1000 -s demo --range $range
done >pieces
same "pieces of --range make the bytes of one run" whole pieces
mkprofiles -n 1000 -s demo --range 1-1000 >got
same "so does the range of all" whole got
sed -n 700,720p whole >want
for n in 720 5000 200000; do
	mkprofiles -n $n -s demo --range 700-720 >got
	same "people 700 to 720 are the same of $n" want got
done
mkprofiles -n 1000 -s demo >got
same "the same seed gives the same bytes" whole got
mkprofiles -n 1000 -s demo2 >got
status 1 "another seed gives others" cmp -s whole got
for locale in C.UTF-8 tr_TR.UTF-8 de_DE.UTF-8; do
	LC_ALL=$locale TZ=Asia/Tokyo mkprofiles -n 1000 -s demo >got
	same "locale $locale and another time zone change nothing" whole got
done
cp -r "$top_srcdir/templates/world" world
mkprofiles -n 1000 -s demo --world world >got
same "a copy of the world gives the same people" whole got
mkprofiles -n 1000 -s demo --world world/ >got
same "so does a slash behind its name" whole got
chmod -R u+w world
echo '# more' >>world/avoid.txt
mkprofiles -n 1 -s demo --world world >got
head -n 1 whole | sed 's/"world":".*//' >want
sed 's/"world":".*//' got >same
same "another world that makes the same person" want same
head -n 1 whole >want
status 1 "is named by another hash" cmp -s want got
(cd "$top_srcdir/templates/world" && find . -type f -printf '%P\n' | sort |
	xargs sha256sum | sha256sum | cut -d ' ' -f 1) >want
sed -n '1s/.*"world":"\([0-9a-f]*\)".*/\1/p' whole >got
same "the hash of a world is what sha256sum makes of it" want got
mkprofiles -n 3 -s 'a "b" \ é' | tail -n 1 >got
says "a seed is escaped as JSON wants" '"seed":"a \\"b\\" \\\\ é","index":3,' got

# Kinds and limits -----------------------------------------------------------------
mkprofiles -n 12345 -s demo --range 9999-12345 |
	sed -n 's/.*"id":"\([^"]*\)","kind":"\([^"]*\)".*"index":\([0-9]*\),.*/\1 \2 \3/p' >ids
head -n 2 ids >got
printf '%s fictitious %s\n' f9999 9999 f10000 10000 >want
same "ids have four digits, and more where it takes more" want got
for kind in stranger:s0001:200001 auxiliary:a0001:250001; do
	name=${kind%%:*} id=${kind#*:}
	mkprofiles -n 1 --kind "$name" -s demo >got
	says "$name people start at index ${id#*:}" \
		"\"id\":\"${id%:*}\",\"kind\":\"$name\".*\"index\":${id#*:}," got
done
mkprofiles --domains >domains
capacity=$(sed -n 's/^name	\([0-9]*\) .*/\1/p' domains)
limit() { # limit KIND NUMBER  passes if there can be so many, and no more
	ok "there can be $2 $1 people" \
		mkprofiles -n "$2" --kind "$1" -s demo --range "$2-$2"
	status 2 "and no more" mkprofiles -n $(($2 + 1)) --kind "$1" -s demo
	says "the limit is named" "^mkprofiles: there can be $2 people of kind $1" err
	same "nothing is written" nothing out
}
limit fictitious 200000
limit stranger 50000
limit auxiliary $((capacity - 250000))
for range in 0-1 2-1 1-1001 1 1- -1 a-b 1-2-3 '' '1 -2' 01-2; do
	status 2 "the range '$range' is refused" \
		mkprofiles -n 1000 -s demo --range "$range"
	says "with what it should be" "'--range' takes A-B" err
done
status 2 "an unknown kind is refused" mkprofiles -n 1 -s demo --kind celebrity
status 2 "a count of none is refused" mkprofiles -n 0 -s demo

# System -----------------------------------------------------------------------------
status 3 "a full disk is told" sh_run 'mkprofiles -n 9 -s demo >/dev/full'
says "with the reason" 'cannot write stdout: No space' err
status 3 "a full disk is told in the middle" \
	sh_run 'mkprofiles -n 1000 -s demo >/dev/full'
status 3 "a closed stdout is told" sh_run 'mkprofiles -n 9 -s demo >&-'
status 3 "a full disk is told by --domains, too" \
	sh_run 'mkprofiles --domains >/dev/full'
status 3 "a folder that is not there is told" \
	mkprofiles -n 9 -s demo -o nowhere/people
says "by name" 'cannot write nowhere/people' err
ok "a file takes the people" mkprofiles -n 1000 -s demo -o people
same "as stdout does" whole people
status 2 "a limit passed leaves that file as it was" \
	mkprofiles -n 200001 -s demo -o people
same "byte for byte" whole people
sh_run 'mkprofiles -n 9000 -s demo 2>err | head -n 1 >one'
same "a reader that goes away ends it quietly" nothing err
head -n 1 whole >want
same "after the first line" want one
status 3 "data files that are not there are told" \
	env PALIMPSEST_DATA=/nonexistent mkprofiles -n 1 -s demo
says "by where they were looked for" '/nonexistent' err

# Golden: bytes that a change must mean to change (tests/regen) -------------------------
mkprofiles -n 20 -s golden >twenty
sha256sum <twenty | cut -d ' ' -f 1 >got
same "twenty people are those of before" \
	"$top_srcdir/tests/expected/mkprofiles.sha256" got
sed -n '7p;13p' twenty >got
same "two of them, in full" "$top_srcdir/tests/expected/mkprofiles.jsonl" got

# Size and speed --------------------------------------------------------------------------
if [ "$sanitizers" = yes ] || [ ! -x /usr/bin/time ]; then
	skip "memory does not grow" "not measured here"
	skip "time grows as the number of people" "not measured here"
else
	# cost N  memory in KiB and user time in hundredths of a second
	cost() {
		/usr/bin/time -f '%M %U' -o cost mkprofiles -n "$1" -s demo \
			>/dev/null
		awk '{ print $1, int($2 * 100 + 0.5) }' cost
	}
	cost 10000 >small
	cost 100000 >large
	echo "# $(cat small) and $(cat large): KiB and user time in s/100 at 10^4, 10^5"
	read -r memory _ <small
	read -r more _ <large
	ok "memory at 10^5 people is within 10 % of that at 10^4" \
		test $((more * 10)) -le $((memory * 11))
	make_people() { mkprofiles -n "$1" -s demo; }
	scales "four times the people take less than 4.6 times as long" \
		50000 make_people
fi
finish
