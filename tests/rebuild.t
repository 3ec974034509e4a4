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
# restep PROGRAM [RELEASE]  passes the manifest of a copy through jq.
restep() {
	rm -rf copy && cp -a "${2:-made}" copy
	{
		(head -n 1 "${2:-made}/manifest.json" && echo ']}') |
			jq -cj "$1" | sed 's/\]}$//'
		echo
		sed 1d "${2:-made}/manifest.json"
	} >copy/manifest.json
}

release demo made
ok "a release can be made again" rebuild made
says "and is identical" '^rebuilt: identical$' out
says "so that the rung passes" '^records regenerated pass$' out
ok "a slash behind its name changes nothing" rebuild made/
ok "nor does a name that starts with a dash" sh -c \
	'mv -- made -made && "$1" ./-made && mv -- -made made' sh \
	"$top_srcdir/recipes/rebuild"
# shellcheck disable=SC1003  # that is the seed
release '$(touch hacked); `touch hacked` "*" '\'' \' odd
ok "a seed is never run" rebuild odd
ok "by any shell" test ! -e hacked
mkkeys -W -o demo || exit 99
people demo | mkqa | mksplit -n 20 --strangers 4 -s demo |
	mkrelease -q -n 20 --strangers 4 --name other --release 2.0.1 \
		--key demo.key -o signed
ok "a signed release of another name can be made again without the key" \
	rebuild signed
rm -rf copy && cp -a signed copy
sed -i 's/^20$/21/; s/^24$/25/' copy/log/checkpoint
status 1 "but not one whose log is of another size" rebuild copy
says "which is named" 'copy/log/checkpoint and the rebuilt release/log' err
restep '.name = "x y"' signed
status 1 "a name that is none is refused" rebuild copy
people demo | mkqa --probe | mkrelease -q -n 20 --strangers 4 -o probed
ok "a release with probes and no split can be made again" rebuild probed
for options in '-r sha256-disjoint/1 -f 5,10,20 --holdout 10 --tune 5' \
	'-r sha256-sequence/1 --sequence 2x3 --by gender'; do
	rm -rf ruled
	# shellcheck disable=SC2086
	people demo | mkqa | mksplit -n 20 --strangers 4 -s demo $options |
		mkrelease -q -n 20 --strangers 4 -o ruled
	ok "a release split with $options can be made again" rebuild ruled
done
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

# What the steps say of themselves ------------------------------------------------
ok "a release of the recipe can be made again" sh -c \
	'"$1/mllmu" --no-images -s demo -n 20 --strangers 4 -o recipe &&
		"$1/rebuild" recipe' \
	sh "$top_srcdir/recipes"
says "and is identical, too" '^rebuilt: identical$' out
other=$(printf %064d 0)
# forged DESCRIPTION PATTERN PROGRAM  of each release, each step.
forged() {
	for release in made recipe; do
		for step in 1 2 3 4; do
			restep ".steps[$step - 1].$3" $release
			status 1 "$1 of step $step of $release is found" rebuild copy
			says "and is told" \
				"^rebuild: copy/manifest.json: step $step was made $2" err
			lacks "and not taken for identical" . out
		done
	done
}
forged "another version" 'by mk[a-z]* "9[.]9[.]9", here is "[0-9.]*"' \
	'version = "9.9.9"'
forged "no version" 'by mk[a-z]* null, here is' 'version = null'
forged "a version with a line end" 'by mk[a-z]* "[0-9.]*[\]n", here is' \
	'version += "\n"'
forged "another hash" "from templates \"$other\", here are " \
	"templates = \"$other\""
forged "a hash that is no text" "from templates \[\], here are " 'templates = []'
restep '.steps[0].templates = null'
status 1 "people made from no tables are told" rebuild copy
restep '.steps[0].templates |= .[:63]'
status 1 "a hash that is cut is told" rebuild copy
restep '.steps[0].options[1] = "many" | .steps[-1].version = "9.9.9"'
status 1 "all steps are looked at before the first is run" rebuild copy
says "and the last one is told" 'step 4 was made by mksplit' err
cp -R "$PALIMPSEST_DATA/templates" templates && chmod -R u+w templates
echo "# one more" >>templates/questions/pet.tsv
status 1 "other tables of questions are told" \
	env PALIMPSEST_DATA="$work" "$top_srcdir/recipes/rebuild" recipe
says "by the step that used them" 'step 3 was made from templates' err

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
hostile "a second manifest behind the first is refused" "it holds a step" \
	'(.steps[0].tool = "touch"), .'
rm copy/manifest.json && mkfifo copy/manifest.json
status 3 "a pipe in its place is not waited for" \
	timeout 60 "$top_srcdir/recipes/rebuild" copy
rm copy/manifest.json
echo '{' >copy/manifest.json
status 1 "a manifest that is not JSON is refused" rebuild copy

ok "--help ends well" rebuild --help
says "and says how to call it" '^usage: rebuild RELEASE$' out
status 2 "no operand is a mistake" rebuild
status 2 "two operands are a mistake" rebuild made made
status 2 "an unknown option is a mistake" rebuild --frobnicate
status 3 "a release that is not there ends in 3" rebuild none
finish
