#!/bin/sh
# palimpsest-audit(7): the commands of the page, as they stand there, pass a good
# release and fail on bad ones. None of our programs can be run by them: on PATH
# there are only the tools that the page names.
. "$(dirname "$0")/lib.sh"
needs jq

page=$top_srcdir/man/palimpsest-audit.7

# commands  prints what the page has typed of its audit, from the line that says
# where the release is. A command that ends in a backslash or a bar goes on.
commands() {
	awk '
	/^\.Sh/ { wanted = ($2 == "EXAMPLES") }
	/^\.Bd -literal/ { shown = 1; next }
	/^\.Ed/ { shown = 0 }
	!wanted || !shown { next }
	{ gsub(/\\e/, "\\"); gsub(/\\&/, "") }
	more { line = line " " $0 }
	!more { line = substr($0, 3) }
	{
		more = sub(/\\$/, "", line) || line ~ /[|]$/
		begun = begun || line ~ /^R=/
		if (!more && begun) print line
	}' "$page"
}
commands >script
ok "the page has its commands" test "$(wc -l <script)" -ge 40

mkdir tools
for tool in cat cmp comm cp cut echo find grep head mkdir paste printf \
	sha256sum sort stat tail test tr uniq wc xargs sh minisign; do
	path=$(command -v "$tool") && [ -x "$path" ] && ln -s "$path" tools/
done
# dash and others have echo, printf and test built in; these are the files.
for tool in echo printf test; do
	[ -x "/usr/bin/$tool" ] && ln -sf "/usr/bin/$tool" tools/
done

# audit DIR  runs the commands for that release, each of which must succeed and
# print nothing; the number of the first that does not is in step.
audit() {
	rm -rf desk && mkdir desk && [ -e key.pub ] && cp key.pub desk/
	{
		echo "PATH=$work/tools"
		awk -v R="$work/$1" '
		/^R=/ { sub(/^R=[^;]*/, "R=\047" R "\047") }
		{ print "step=" NR; print; print "[ $? -eq 0 ] || stop" }' script |
			sed '1i stop() { echo "$step" >step; exit 1; }'
		echo 'echo all >step'
	} >run
	(cd desk && sh ../run) >said 2>&1 </dev/null
	code=$?
	step=$(cat desk/step 2>/dev/null)
	[ $code -eq 0 ] && [ "$step" = all ] && [ ! -s said ]
}

# passes DESCRIPTION DIR, fails DESCRIPTION COMMAND-PATTERN  of the copy.
passes() {
	if audit "$2"; then
		result ok "$1"
	else
		result "not ok" "$1"
		printf '# command %s: %s\n' "$step" "$(sed -n "${step}p" script)"
		sed 's/^/# /' said | head -n 5
	fi
}
fails() {
	if audit copy; then
		result "not ok" "$1"
	elif sed -n "${step}p" script | grep -Fq -e "$2"; then
		result ok "$1"
	else
		result "not ok" "$1"
		printf '# stopped at %s\n' "$(sed -n "${step}p" script)"
		sed 's/^/# /' said | head -n 5
	fi
}

"$top_srcdir/tests/fixture-stream" images >stream || exit 99
mkkeys -q --no-passphrase -o key || exit 99
mkrelease -q -n 20 --real 2 --strangers 3 --images images --key key.key \
	-o whole stream || exit 99
fresh() { rm -rf copy && cp -a whole copy; }

# Ours are nowhere to be found, in the very shell that runs the commands.
cp script kept
{ cat kept; for tool in $bin_programs; do
	echo "! command -v $tool"
done; } >script
passes "a good release passes, with none of our programs on PATH" whole
cp kept script
mkprofiles -n 40 -s other | mkqa | mksplit -n 40 -s 'a seed, of words' \
	-f 10,20,50 | mkrelease -q -n 40 --key key.key -o plain
passes "one of text only does, with other ratios and another seed" plain

# Tampered with ------------------------------------------------------------------
# reseal  makes sums and the lines of the manifest fit the copy, as a forger
# would; its signature is gone, and so is the key.
reseal() (
	mv key.pub key.away 2>/dev/null
	cd copy || exit 99
	rm -f SHA256SUMS SHA256SUMS.minisig
	find . -type f ! -path ./manifest.json | cut -c 3- | sort >../paths
	{
		head -n 1 manifest.json
		while read -r path; do
			class=derived
			case $path in people.jsonl | images/*) class=canonical ;; esac
			printf '{"path":"%s","bytes":%s,"sha256":"%s","class":"%s"},\n' \
				"$path" "$(wc -c <"$path")" \
				"$(sha256sum <"$path" | cut -c 1-64)" "$class"
		done <../paths | sed '$s/,$//'
		echo ']}'
	} >../manifest && mv ../manifest manifest.json
	find . -type f | cut -c 3- | sort | xargs sha256sum >../resealed
	mv ../resealed SHA256SUMS
)
unseal() { [ ! -e key.away ] || mv key.away key.pub; }
# Without a signature to check the third step has nothing to say.
unsigned() { sed '/minisign -V/d' kept >script; }
signed() { cp kept script; }

fresh && printf x >>copy/images/f0003/f0003_p.png
fails "a byte more in an image" 'sha256sum --strict'
fresh && echo more >copy/notes.txt
fails "a file that nobody listed" 'SHA256SUMS" | cmp - files'
fresh && echo more >copy/splits/.hidden
fails "a hidden one" 'SHA256SUMS" | cmp - files'
fresh && echo more >copy/SHA256SUMS.old
fails "one that is named as the sums are" "SHA256SUMS?*"
fresh && rm copy/images/f0003/f0003_v.png
fails "a file that is lost" 'SHA256SUMS" | cmp - files'
fresh && sed -i 3d copy/SHA256SUMS
fails "a sum that is left out" 'SHA256SUMS" | cmp - files'
fresh && ln -sf "$work/whole/people.jsonl" copy/people.jsonl
fails "a link" '! -type f ! -type d'
fresh && mkfifo copy/splits/pipe
fails "a pipe" '! -type f ! -type d'
fresh && : >'copy/a b'
fails "a name with a blank" 'A-Za-z0-9._-'
if command -v minisign >/dev/null; then
	fresh && sed -i 's/"licence"/"license"/' copy/schema/image.json &&
		(cd copy && sha256sum schema/image.json) >sum &&
		grep -v ' schema/image.json' whole/SHA256SUMS |
		sort -k 2 - sum >copy/SHA256SUMS
	fails "a file changed with its sum" 'minisign -V'
	fresh && printf 'untrusted comment: x\n%s\n' "$(sed -n 2p key.pub)" |
		tr A-Ma-m B-Nb-n >key.else
	mv key.pub key.true && mv key.else key.pub
	fails "another key" 'minisign -V'
	mv key.true key.pub
else
	skip "a file changed with its sum" "minisign is not installed"
	skip "another key" "minisign is not installed"
fi

unsigned
fresh && reseal
passes "a copy that was resealed passes but for its signature" copy
fresh && sed -i '1s/"fictitious":20/"fictitious":21/' copy/manifest.json
reseal
fails "a number of people in the manifest" 'cmp - numbers'
fresh && sed -i '1s/"images":8/"images":9/' copy/manifest.json && reseal
fails "a number of images in the manifest" 'cmp - numbers'
fresh && sed -i '1s/"eval":/&1/' copy/manifest.json && reseal
fails "a number of questions in the manifest" 'cmp - numbers'
# summed  makes the sums fit the manifest that is there.
summed() (
	cd copy && rm SHA256SUMS.minisig &&
		sha256sum manifest.json >../sum &&
		grep -v ' manifest.json' SHA256SUMS | sort -k 2 - ../sum >../listed &&
		mv ../listed SHA256SUMS
)
fresh && sed -i '2s/"bytes":/&1/' copy/manifest.json && summed
fails "a size in the manifest" 'cmp - stated'
fresh && sed -i '3d' copy/manifest.json && summed
fails "a file gone from the manifest" 'cmp - stated'
fresh && sed -i '1{h;d};2G' copy/people.jsonl && reseal
fails "two people in the other order" 'sort -c -u ids'
fresh && sed -i '12p' copy/people.jsonl
sed -i '1s/"fictitious":20/"fictitious":21/' copy/manifest.json
jq -s '[.[].questions[]?.set] | group_by(.) | map({(.[0]): length}) | add' \
	copy/people.jsonl >counts
for set in train eval test probe; do
	sed -i "1s/\"$set\":[0-9]*/\"$set\":$(jq ".$set" counts)/" \
		copy/manifest.json
done
reseal
fails "somebody who is there twice" 'sort -c -u ids'
fresh && (cd copy/images/f0003 && mv f0003_p.png x && mv f0003_v.png f0003_p.png &&
	mv x f0003_v.png) && reseal
fails "two images swapped" 'cmp - named'
fresh && echo more >copy/images/more.png && reseal
fails "an image that no record names" 'cmp - named'
move() { # move ID FROM TO
	grep -vx "$1" "copy/splits/$2" >left
	mv left "copy/splits/$2" && echo "$1" >>"copy/splits/$3"
}
who=$(head -n 1 whole/splits/forget_05.txt)
fresh && move "$who" forget_05.txt retain_95.txt && reseal
fails "somebody moved from forget to retain" 'cmp - sums'
fresh && echo "$who" >>copy/splits/retain_95.txt && reseal
fails "somebody in both" 'cmp - sums'
fresh && sed -i '$d' copy/splits/retain_90.txt && reseal
fails "somebody in neither" 'cmp - sums'
fresh && (cd copy/splits && mv real.txt x && mv stranger.txt real.txt &&
	mv x stranger.txt) && reseal
fails "celebrities and strangers swapped" 'cmp - sums'
fresh && cp copy/splits/real.txt copy/splits/forget_20.txt && reseal
fails "a list too many" 'cmp - sums'
fresh && sed -i 's/"seed":"demo"/"seed":"else"/' copy/splits/splits.json && reseal
fails "another seed in the index of lists" 'cmp - rules'
fresh && sed -i 's/"split":{"rule":"sha256-rank\/1","seed":"demo"/"split":{"rule":"sha256-rank\/1","seed":"else"/' \
	copy/people.jsonl copy/splits/splits.json &&
	sed -i 's/,"seed":"demo","n"/,"seed":"else","n"/' copy/splits/splits.json &&
	reseal
fails "another seed in the records, too" 'cmp - sums'
fresh && sed -i '5s/"split":{"rule":"sha256-rank\/1","seed":"demo"/"split":{"rule":"sha256-rank\/1","seed":"else"/' \
	copy/people.jsonl && reseal
fails "another seed in one record" 'cmp - rules'
fresh && sed -i '5s/"rank":[0-9]*,/"rank":1,/' copy/people.jsonl && reseal
fails "another rank in a record" 'own.sorted'
fresh && sed -i '0,/"retain_95"/s//"forget_05"/' copy/people.jsonl && reseal
fails "another set in a record" 'own.sorted'
unseal
signed
finish
