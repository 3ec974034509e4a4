#!/bin/sh
# Pictures through the whole pipe: questions about them, a release that holds
# them, the recipe that makes them and the one that makes them again.
. "$(dirname "$0")/lib.sh"
needs jq
mllmu() { "$top_srcdir/recipes/mllmu" -s demo -n 12 --strangers 3 "$@"; }
rebuild() { "$top_srcdir/recipes/rebuild" "$@"; }

# The pipe -----------------------------------------------------------------------
{
	mkprofiles -n 12 -s demo
	mkprofiles --kind stranger -n 3 -s demo
} >people
mkimages --images img --size 64 people | mkqa |
	mksplit -n 12 --strangers 3 -s demo >asked
ok "a release takes pictures" mkrelease -q -n 12 --strangers 3 --images img \
	-o release asked
ok "ckrelease accepts it" ckrelease release
says "and counts them" '^images +78$' out
ok "it holds what mkimages made" diff -r img release/images
jq -r '.kind as $kind | .questions[] | [$kind, .set, .modality] | @tsv' asked |
	sort | uniq -c | awk -v OFS='\t' '{
		print $2, $3, $4, $1 / ($2 == "stranger" ? 3 : 12) }' >got
sed 's/ /\t/g' >wanted <<'END'
fictitious eval image 9
fictitious eval text 9
fictitious test image 9
fictitious test text 9
fictitious train image 50
fictitious train text 48
stranger eval image 9
stranger eval text 9
stranger test image 9
stranger test text 9
END
same "a person has 18 questions to eval, 18 to test, half about pictures" \
	wanted got
jq -r '(.images | map({key: .id, value: .role}) | from_entries) as $roles |
	.questions[] | select(.image != null) | [.set, $roles[.image]] | @tsv' \
	asked | sort -u >got
printf '%s\t%s\n' eval portrait test view train portrait train train_view \
	>wanted
same "each set asks about pictures of its own roles" wanted got
mkimages --images text --size 64 --views 0 people | mkqa >got
jq -r '.questions[] | select(.set == "test").modality' got | sort -u >got.test
echo text >wanted
same "without views no test question is about a picture" wanted got.test

# Records that a release refuses -------------------------------------------------
refused() { # refused DESCRIPTION MESSAGE JQ-PROGRAM
	jq -c ".images[0] |= ($3)" asked >bad
	status 1 "$1 is refused" mkrelease -q -n 12 --strangers 3 --images img \
		-o other bad
	says "and told" "$2" err
}
refused "a source without a backend" \
	"/images/0/source: .*'backend' is missing" 'del(.source.backend)'
refused "a source without a licence" \
	"/images/0/source: .*'licence' is missing" 'del(.source.licence)'
refused "a source with more" '/images/0/source/by: .*not known here' \
	'.source.by = 1'
refused "a view with a fraction" 'whole number' '.view.yaw = 0.5'
refused "a view with a sentence" '/images/0/view/yaw: expected an integer' \
	'.view.yaw = "to the left"'
refused "a picture with another sum" 'has another sum' \
	'.sha256 |= .[1:] + .[:1]'
refused "a picture that is not there" 'is not in the images folder' \
	'.path = "f0001/none.png"'

# The recipe ---------------------------------------------------------------------
ok "the recipe makes a release with pictures" mllmu --size 64 -o made
ok "ckrelease accepts it" ckrelease made
says "and counts six pictures a person, two a stranger" '^images +78$' out
ok "no pictures are left beside it" test ! -e made.images.*
ok "its pictures are those of the pipe" diff -r img made/images
ok "it can be made again, pictures and all" rebuild made
says "and is identical" '^rebuilt: identical$' out
ok "the original's pictures are two a person" \
	mllmu --size 64 --original --images kept -o original
ok "ckrelease accepts them" ckrelease original
says "and counts them" '^images +30$' out
ok "they can be made again" rebuild original
ok "pictures are kept where they are wanted" diff -r kept original/images
touch -d '2001-01-01' kept/*/*.png
status 1 "a folder in use is not touched" \
	mllmu --size 64 --original --images kept -o original
ok "a release made with them" mllmu --size 64 --original --images kept -o again
ok "is the same" diff -r original again
find kept -newermt '2002-01-01' -type f >got
same "and none is written again" /dev/null got
ok "a release in text only has none" mllmu --no-images -o text.only
ok "no folder, either" test ! -e text.only/images
status 2 "a size that cannot be is a mistake" mllmu --size 5000 -o x
ok "that is told once" test "$(wc -l <err)" -eq 1
find . -maxdepth 1 -name 'x*' >got
same "before anything is made" /dev/null got

# Rebuilding ---------------------------------------------------------------------
restep() { # restep PROGRAM  passes the manifest of a copy through jq
	rm -rf copy && cp -a made copy
	{
		(head -n 1 made/manifest.json && echo ']}') | jq -cj "$1" |
			sed 's/\]}$//'
		echo
		sed 1d made/manifest.json
	} >copy/manifest.json
}
restep '.steps[2].options[1] = "65"'
status 1 "pictures of another size are told" rebuild copy
restep '.steps[2].templates = null'
status 1 "so are those from other templates" rebuild copy
says "by their step" 'step 3 was made from templates null' err
for option in --images --replace --qc-cmd --key -b -o; do
	restep ".steps[2].options += [\"$option\", \"stolen\"]"
	status 1 "the option $option in a manifest is refused" rebuild copy
	says "and told" "mkimages is not run with the option '$option'" err
done
ok "nothing was written for any of them" test ! -e stolen
finish
