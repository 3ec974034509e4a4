#!/bin/sh
# recipes/rebuild: a release is made again from its manifest alone, and a
# manifest cannot make it do anything else.
. "$(dirname "$0")/lib.sh"
needs jq
rebuild() { "$top_srcdir/recipes/rebuild" "$@"; }

people() {
	mkprofiles -n 20 -s "$1" && mkprofiles --kind stranger -n 4 -s "$1"
}
release() { # release SEED FOLDER
	people "$1" | mkqa | mksplit -n 20 --strangers 4 -s "$1" |
		mkrelease -q -n 20 --strangers 4 -o "$2"
}
# restep PROGRAM  passes the manifest of a copy through jq.
restep() {
	rm -rf copy && cp -a made copy
	{
		(head -n 1 made/manifest.json && echo ']}') | jq -cj "$1" |
			sed 's/\]}$//'
		echo
		sed 1d made/manifest.json
	} >copy/manifest.json
}

release demo made
ok "a release can be made again" rebuild made
says "and is identical" '^rebuilt: identical$' out
ok "a slash behind its name changes nothing" rebuild made/
ok "nor does a name that starts with a dash" sh -c \
	'mv -- made -made && "$1" ./-made && mv -- -made made' sh \
	"$top_srcdir/recipes/rebuild"
# shellcheck disable=SC1003  # that is the seed
release '$(touch hacked); `touch hacked` "*" '\'' \' odd
ok "a seed is never run" rebuild odd
ok "by any shell" test ! -e hacked
people demo | mkqa --probe | mkrelease -q -n 20 --strangers 4 -o probed
ok "a release with probes and no split can be made again" rebuild probed
"$top_srcdir/tests/fixture-stream" images |
	jq -c 'select(.kind == "fictitious")' | jq -c 'del(.split)' |
	mksplit -n 20 -s demo |
	mkrelease -q -n 20 --images images -o pictures
status 1 "one with other questions cannot" rebuild pictures

rm -rf copy && cp -a made copy && echo more >>copy/splits/forget_05.txt
status 1 "a file that differs ends in 1" rebuild copy
says "and is named" 'copy/splits/forget_05.txt' err
rm -rf copy && cp -a made copy && echo more >copy/zzz
status 1 "a file too many ends in 1" rebuild copy
says "and is named" 'zzz' err
restep '.steps[0].options[3] = "other"'
status 1 "another seed ends in 1" rebuild copy
restep 'del(.steps[0])'
status 1 "a step left out ends in 1" rebuild copy

# hostile DESCRIPTION PATTERN PROGRAM
hostile() {
	restep "$3"
	status 1 "$1" rebuild copy
	says "and is told" "^rebuild: copy/manifest.json: $2" err
}
hostile "an output file is refused" "mkprofiles is not run with .*-o" \
	'.steps[0].options += ["-o", "stolen"]'
hostile "also in its long form" "mkprofiles is not run with .*--output" \
	'.steps[0].options += ["--output=stolen"]'
hostile "also for other tools" "mksplit is not run with" \
	'.steps[-1].options += ["--rejects", "stolen"]'
hostile "a folder to read is refused" "mkprofiles is not run with .*--world" \
	'.steps[0].options += ["--world", "/"]'
hostile "an operand is refused" "mkqa is not run with" \
	'.steps[2].options = ["/etc/passwd"]'
hostile "an option glued to its value is refused" "mksplit is not run with" \
	'.steps[-1].options += ["-ostolen"]'
hostile "a value that is missing is refused" "the option -s" \
	'.steps[0].options = ["-n", "20", "-s"]'
hostile "a number that is none is refused" "mkprofiles cannot be run again" \
	'.steps[0].options[1] = "many"'
hostile "another program is refused" "it holds a step" \
	'.steps[0].tool = "touch" | .steps[0].options = ["stolen"]'
hostile "a path to a program is refused" "it holds a step" \
	'.steps[0].tool = "./mkqa"'
hostile "a line end in an option is refused" "it holds a step" \
	'.steps[0].options[3] = "a\nb"'
hostile "numbers that are text are refused" "it holds a step" \
	'.people.fictitious = "20"'
hostile "a manifest without steps is refused" "it holds a step" 'del(.steps)'
ok "nothing was written for any of them" test ! -e stolen
echo '{' >copy/manifest.json
status 1 "a manifest that is not JSON is refused" rebuild copy

ok "--help ends well" rebuild --help
says "and says how to call it" '^usage: rebuild RELEASE$' out
status 2 "no operand is a mistake" rebuild
status 2 "two operands are a mistake" rebuild made made
status 2 "an unknown option is a mistake" rebuild --frobnicate
status 3 "a release that is not there ends in 3" rebuild none
finish
