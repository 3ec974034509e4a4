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

# A program that makes pictures ------------------------------------------------
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

# A program that looks at pictures ---------------------------------------------
judged_by() { # judged_by COMMAND OPTION...
	command=$1
	shift
	mkimages --images img --size 64 --views 0 --train-views 0 \
		--qc-cmd "$command" "$@" people
}
# ill_judged MESSAGE COMMAND  expects an end in 3 with that word alone.
ill_judged() {
	status 3 "the command '$2' ends in 3" timeout 60 mkimages --images img \
		--size 64 --views 0 --train-views 0 --qc-cmd "$2" --timeout 1 people
	says "and is told" "^mkimages: $1" err
	ok "in one line" test "$(wc -l <err)" -eq 1
}
ill_judged 'f0001_p: the answer of the command of --qc-cmd is not JSON$' yes
ill_judged 'f0001_p: the answer .* does not come in time$' 'cat >/dev/null'
ill_judged 'f0001_p: the answer .* does not come in time$' 'sleep 60'
ill_judged 'f0001_p: the answer .* does not come in time$' \
	"trap '' TERM PIPE; while sleep 0.1; do printf x; done 2>/dev/null"
ill_judged 'f0002_p: the (answer .* is missing|command .* does not listen)' \
	'read -r line; echo "{}"'
ill_judged 'the command of --qc-cmd has not ended in 1 s$' \
	'while read -r line; do echo "{}"; done; sleep 60'
ok "what it has started ends with it" soon 15 judged_by 'sleep 60; echo' \
	--timeout 1
judged_by 'while read -r line; do sleep 1; echo "{}"; done' --timeout 30 >wanted
ok "one that takes its time is waited for" judged_by \
	'while read -r line; do echo "{}"; done; sleep 1'
same "and changes nothing of its own" wanted out
long=$(printf '%0250d' 0) # so that questions fill a pipe
status 3 "one that answers and never reads is given up" timeout 60 mkimages \
	--images "$long" --size 64 --views 31 --train-views 31 --timeout 1 \
	--qc-cmd "yes '{}'" people
says "and is told" '^mkimages: f0002_.*: the command .* does not listen' err
finish
