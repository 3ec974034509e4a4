#!/bin/sh
# A signal ends a tool that is writing a file: the file beside its name goes
# away, what stood under the name stays, and the tool ends by that signal.
. "$(dirname "$0")/lib.sh"

mkprofiles -n 3 -s demo >people
mkfifo input
exec 3<>input # so that a tool waits for lines that never come
mkdir folder

# appear N  waits until there are N unfinished files, for some seconds at most.
appear() {
	tries=0
	until [ "$(find folder -name '.*.??????' | wc -l)" -eq "$1" ]; do
		tries=$((tries + 1))
		[ $tries -lt 500 ] || break
		sleep 0.01
	done
}
# started N COMMAND...  runs it in the background until its N files are there;
# the signals have their default action, which sh takes from what it runs so.
started() {
	files=$1
	shift
	env --default-signal "$@" 2>err &
	pid=$!
	appear "$files"
}
# struck SIGNAL NUMBER N COMMAND...
struck() {
	signal=$1 number=$2 what="$4 with $3 file(s)"
	shift 2
	started "$@"
	ls -A folder >beside
	grep -c '^\.' beside >got
	echo "$1" >want
	same "$what has them beside their names" want got
	kill "-$signal" $pid
	wait $pid 2>/dev/null
	echo $? >got
	echo $((128 + number)) >want
	same "$what ends by SIG$signal" want got
	ls -A folder >left
	same "nothing is left of it" /dev/null left
}

for end in 'TERM 15' 'INT 2' 'HUP 1'; do
	# shellcheck disable=SC2086  # two words
	{
		struck $end 1 mkqa -o folder/made input
		struck $end 1 mksplit -n 3 -s demo -f 50 \
			-o folder/made input
		struck $end 1 mkprofiles -q -n 200000 -s demo -o folder/made
		struck $end 2 mkqa -k --rejects folder/bad \
			-o folder/made input
	}
done

# What was there before, and what ends well ------------------------------------
echo old >kept
started 1 mkqa -o folder/made input
mv kept folder/made
kill -TERM $pid
wait $pid 2>/dev/null
ls -A folder >left
echo made >want
same "a file that has the name stays alone" want left
echo old >want
same "as it was" want folder/made
rm folder/made

(trap '' HUP && exec mkqa -o folder/made - <input 2>err 3>&-) &
pid=$!
appear 1
kill -HUP $pid
cat people >input
exec 3>&-
wait $pid 2>/dev/null
echo $? >got
echo 0 >want
same "a signal that is ignored ends nothing" want got
mkqa people >want
same "the file is written" want folder/made
ls -A folder >left
echo made >want
same "and nothing else" want left
finish
