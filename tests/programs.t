#!/bin/sh
# Programs of the user's own that make pictures or look at them: each has its
# time, and what it has started ends with it.
. "$(dirname "$0")/lib.sh"

mkprofiles -n 2 -s demo >people
head -n 1 people >one
mkimages --images drawn --size 64 --views 0 --train-views 0 one >drawn.jsonl

# soon SECONDS COMMAND...  fails if the command's standard error is not closed
# by then: who holds it still runs.
soon() {
	most=$1 begun=$(date +%s)
	shift
	{ "$@" 2>&1 >out && :; } | cat >held
	[ $(($(date +%s) - begun)) -le "$most" ]
}
gone() { # gone FILE  waits until the process that wrote its id there is gone
	tries=0
	while kill -0 "$(cat "$1")" 2>/dev/null && [ $tries -lt 100 ]; do
		tries=$((tries + 1))
		sleep 0.1
	done
	[ $tries -lt 100 ]
}

# A program that makes pictures --------------------------------------------------
made_by() { # made_by COMMAND OPTION...
	command=$1
	shift
	mkimages --images made --size 64 --views 0 --train-views 0 -b command \
		--command "$command" "$@" one
}
ok "what a late command has started ends with it" \
	soon 15 made_by 'sleep 60; echo' --timeout 1
says "and it is told" 'f0001_p: the command has not made the picture in 1 s$' \
	held
ok "so does what it has left in the background" \
	soon 15 made_by 'sleep 60 & exit 0' --timeout 1
ok "and what says too much" soon 15 made_by 'yes & sleep 60'
says "and it is told" 'f0001_p: the command says more than 64 KiB$' held
mkimages --images made -b command --command 'echo $$ >pid; exec sleep 60' one \
	2>/dev/null &
tries=0
while [ ! -s pid ] && [ $tries -lt 100 ]; do
	tries=$((tries + 1))
	sleep 0.1
done
kill -9 $!
wait $! 2>/dev/null
ok "a command does not outlive a run that is killed" gone pid
ok "one that closes its input at once may go on" made_by \
	'exec <&-; sleep 1; echo drawn/f0001/f0001_p.png'
finish
