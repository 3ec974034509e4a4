#!/bin/sh
# A release that another version made, with schemas of its own, can still be
# read: tests/golden/0.0.9 was made once, by a copy that called itself 0.0.9,
#   mkprofiles -n 3 -s golden | mkqa | mksplit -n 3 -f 34,67 -s golden |
#       mkrelease -n 3 --name golden --key golden.key -o 0.0.9
# and is never made again. Who lies about the version gains nothing.
. "$(dirname "$0")/lib.sh"
needs jq

golden=$top_srcdir/tests/golden
here=$(ckrelease --version | sed 's/.* //')
# fresh [FOLDER]  a copy to change.
fresh() {
	rm -rf copy && cp -R "${1:-$golden/0.0.9}" copy && chmod -R u+w copy
}
# reseal  makes manifest and sums of the copy again, as a forger would.
reseal() {
	rm -f copy/SHA256SUMS.minisig
	{
		sed -n 1p copy/manifest.json
		(cd copy && find . -type f ! -name 'SHA256SUMS*' \
			! -path ./manifest.json | cut -c 3- | sort) | while read -r path; do
			printf '{"path":"%s","bytes":%d,"sha256":"%s","class":"%s"}\n' \
				"$path" "$(wc -c <"copy/$path")" \
				"$(sha256sum <"copy/$path" | cut -c 1-64)" \
				"$(case $path in people.jsonl) echo canonical ;; \
				*) echo derived ;; esac)"
		done | sed '$!s/$/,/'
		echo ']}'
	} >manifest && mv manifest copy/manifest.json
	(cd copy && find . -type f ! -name 'SHA256SUMS*' | cut -c 3- | sort |
		xargs sha256sum >../sums && mv ../sums SHA256SUMS)
}
# lie VERSION  says that this version made the copy.
lie() {
	sed -i "1s/\"suite\":\"[^\"]*\"/\"suite\":\"$1\"/" copy/manifest.json
	reseal
}

# As it is ---------------------------------------------------------------------
ok "a release of another version is read" \
	ckrelease --public-key "$golden/0.0.9.pub" --expect golden@1.0.0 \
	"$golden/0.0.9"
says "what made it, and what does not follow, is told" \
	"^made by    palimpsest 0\.0\.9, this is $here: schemas not re-derived$" out
says "the ladder says it, too" \
	'^intact pass, authentic pass, splits re-derived pass, files re-derived not claimed \(schemas are of palimpsest 0\.0\.9\), ' out
ckrelease --json "$golden/0.0.9" >got
jq -c '[.verdict, .made_by, .checked_by, .rungs["files re-derived"]]' got >row
echo "[\"pass\",\"0.0.9\",\"$here\",\"not claimed\"]" >want
same "and the report" want row
ok "a person of it can be proved" sh -c \
	'mkproof "$1" f0002 >proof && grep f0002 "$1/people.jsonl" >record &&
		ckproof --public-key "$1.pub" proof record' sh "$golden/0.0.9"
ok "its splits are read" cksplit "$golden/0.0.9"
mkprofiles -n 4 -s golden >people || exit 99
status 1 "it can be followed, by who has the key" \
	mkrelease -n 4 --previous "$golden/0.0.9" -o next people
says "and nobody else" 'is signed: with --key, so is what follows' err
fresh && reseal
ok "without its signature, by anybody" \
	mkrelease -n 4 --previous copy --release 2.0.0 -o next people
ok "with a release of this version" ckrelease --since copy next
says "which says so" "^made by    palimpsest $here\$" out

# Changed ----------------------------------------------------------------------
fresh && lie "$here"
status 1 "it cannot pass for one of this version" ckrelease copy
says "for its schemas are others" 'copy/schema/person.json:1: differs from' err
says "and the rung fails" 'files re-derived fail,' out
mkrelease -q -n 4 -o ours people || exit 99
fresh ours && lie 0.0.9
ok "who says another version made a release loses the rung" ckrelease copy
says "as it says" 'files re-derived not claimed' out
fresh ours && echo '{}' >copy/schema/person.json && lie 0.0.9
ok "as who changes its schemas does" ckrelease copy
says "and says so" 'files re-derived not claimed' out
for change in 'sed -i 1d copy/splits/forget_34.txt' \
	'echo x >>copy/log/tile/entries/000.p/3' 'echo >copy/schema/x.txt' \
	'mkdir copy/schema/a && cp copy/schema/person.json copy/schema/a/b.json' \
	'echo >copy/schema/A.json'; do
	fresh && eval "$change" && reseal
	status 1 "everything else is made again: $change" ckrelease copy
	lacks "and no rung is stronger for it" 'intact pass.*files re-derived pass' out
done
fresh && echo >>copy/schema/person.json
status 1 "its schemas are held to the sums" ckrelease copy
says "by name" 'schema/person.json has another sum' err
fresh && rm copy/schema/person.json
status 1 "and must be there" ckrelease copy
for suite in '' 'a b' '0.1.0\\n' "$(printf '%033d' 1)"; do
	fresh && lie "$suite"
	status 1 "no version: '$suite'" ckrelease copy
	says "is told" "manifest.json:1: .*'suite'" err
done
fresh && sed -i '1s/"suite":"0.0.9",//' copy/manifest.json && reseal
status 1 "a manifest that names none is none" ckrelease copy
says "that is told" 'manifest.json:1: ' err
finish
