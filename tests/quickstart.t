#!/bin/sh
# The two set-up commands: what they say and when they stop. (That they build
# and test is what they do each time.)
. "$(dirname "$0")/lib.sh"

quickstart=$top_srcdir/quickstart
runtests=$top_srcdir/runtests
for command in "$quickstart" "$runtests"; do
	name=${command##*/}
	ok "$name --help ends well" "$command" --help
	cp out help
	says "$name --help starts with how to call it" "^usage: ./$name" help
	status 2 "$name refuses an unknown argument" "$command" --frobnicate
	says "$name names the argument" "unknown argument '--frobnicate'" err
	ok "$name says so in one line" test "$(wc -l <err)" -eq 1
done

# The commands it ends with, as it prints them, on a smaller release.
if command -v jq >/dev/null; then
	mkdir demo
	ln -s "$top_srcdir/recipes" recipes
	ok "the recipe that it runs makes a release" \
		recipes/mllmu --no-images -s demo -o demo/release -n 40 --strangers 5
	awk '/^Three commands/ { shown = 1; next } /^END/ { shown = 0 }
		shown && NF' "$quickstart" | sed 1d >commands
	ok "it ends with three commands" test "$(wc -l <commands)" -eq 3
	while read -r command; do
		ok "this one runs: $command" sh -c "$command"
	done <commands
else
	skip "the commands it ends with run" "jq is not installed"
fi

if ! command -v dpkg-query >/dev/null; then
	skip "a missing package is named" "there is no dpkg here"
	finish
	exit 0
fi

# A tree with nothing but the scripts, and packages that nobody has.
mkdir -p tree/tests
cp "$quickstart" "$runtests" tree/
cp "$top_srcdir/tests/setup.sh" tree/tests/
cat >tree/packages.txt <<'END'
build    palimpsest-absent    a test
demo     palimpsest-missing   a test
demo     dpkg                 a test
END
status 3 "a missing package stops quickstart --no-install with 3" \
	tree/quickstart --no-install
says "it names each missing package on stderr" \
	'palimpsest-absent palimpsest-missing' err
lacks "it does not name an installed one" '[ :]dpkg( |$)' err
finish
