#!/bin/sh
# Where data goes, the same in every tool with --output: a file that is there
# whole or not at all, under its own name, whatever stood there before.
. "$(dirname "$0")/lib.sh"

make() { mkprofiles -n 3 -s demo "$@"; }
# clean DESCRIPTION  passes if no unfinished file is left.
clean() {
	found=$(find . -name '.*.??????')
	ok "$1" test -z "$found"
	rm -f .*.??????
}
mkprofiles -n 3 -s demo >wanted

# Links --------------------------------------------------------------------------
echo old >real && ln -s real link && ln -s none loose && ln -s loop loop
ok "a link is followed" make -o link
ok "and stays a link" test -h link
same "what it leads to is written" wanted real
status 3 "a link that leads nowhere is not" make -o loose
says "it is told" '^mkprofiles: cannot write loose: ' err
status 3 "nor is one that leads to itself" make -o loop
ok "both stay links" test -h loose -a -h loop
ln -s /proc/self/fd/1 stdout # as /dev/stdout is, which a mistake would spoil
ok "a link to stdout is stdout" \
	sh -c 'mkprofiles -n 3 -s demo -o stdout >real'
same "if it is a file" wanted real
ok "and stays a link" test -h stdout
ok "it is a pipe, too" \
	sh -c 'mkprofiles -n 3 -s demo -o stdout | cat >real'
same "and carries the same" wanted real

# Names --------------------------------------------------------------------------
long=$(printf %0255d 0)
ok "a name as long as names can be is taken" make -o "$long"
same "and holds what it should" wanted "$long"
status 3 "an empty name is not" make -o ''
status 3 "a folder is not" make -o .
status 3 "a name in a folder that is not there is not" make -o none/x
status 3 "a name behind a file is not" make -o real/x
clean "nothing is left of them"

# Modes --------------------------------------------------------------------------
: >private && chmod 600 private
ok "a private file is written" make -o private
ls -l private >modes
says "and stays private" '^-rw-------' modes
sh -c 'umask 027 && mkprofiles -n 3 -s demo -o shared'
ls -l shared >modes
says "a new one has the mode that the umask leaves" '^-rw-r-----' modes

# Failures -----------------------------------------------------------------------
echo old >kept
status 3 "a limit on the size of files ends in 3" \
	sh -c 'ulimit -f 1 && mkprofiles -n 300 -s demo -o kept'
says "and is told" '^mkprofiles: cannot write .*kept: File too large' err
says "the old file is still there" '^old$' kept
clean "nothing is left beside it"
status 3 "it ends in 3 on stdout, too" \
	sh -c 'ulimit -f 1 && mkprofiles -n 300 -s demo >cut'
status 3 "a full device ends in 3" make -o /dev/full
says "and is told" '^mkprofiles: cannot write /dev/full: No space' err
mkfifo pipe
head -c 1 pipe >first &
sh -c 'mkprofiles -n 3000 -s demo -o pipe; echo $? >code' 2>err
wait
says "a reader of a pipe that goes away ends it by no signal" '^[0-3]$' code
same "without a word" /dev/null err
finish
