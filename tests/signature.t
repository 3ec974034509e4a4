#!/bin/sh
# Signed releases: what mkrelease signs, what ckrelease makes of a signature,
# and that a secret key goes nowhere. What minisign and signify say of it is in
# peers/minisign.t.
. "$(dirname "$0")/lib.sh"
needs jq

for name in ours theirs; do
	mkkeys --no-passphrase -o $name || exit 99
done
mkprofiles -n 20 -s demo | mksplit -n 20 -s demo >people || exit 99
make() { mkrelease -q -n 20 "$@"; }
check() { ckrelease -q --public-key ours.pub "$@"; }
fresh() { rm -rf copy && cp -a "${1:-signed}" copy; }
rung() { sed -n 's/.*\(authentic [^,]*\),.*/\1/p' out; }

# What is signed -----------------------------------------------------------------
ok "a release is signed" make --key ours.key -o signed people
same "without a word on stdout" /dev/null out
same "nor on stderr" /dev/null err
ok "and another, not" make -o plain people
make --key ours.key -o again people
ok "the same key signs the same bytes" diff -r signed again
diff -rq plain signed | sort >differ
cat >wanted <<'END'
Files plain/SHA256SUMS and signed/SHA256SUMS differ
Files plain/log/checkpoint and signed/log/checkpoint differ
Files plain/manifest.json and signed/manifest.json differ
Only in signed: SHA256SUMS.minisig
END
same "a signature changes the log's, what names it, and is a file" wanted differ
ok "the sums still hold" \
	sh -c 'cd signed && sha256sum --check --strict --quiet SHA256SUMS'
lacks "the signature is not among them" minisig signed/SHA256SUMS
lacks "nor in the manifest" minisig signed/manifest.json
ok "it has mode 0644" test "$(stat -c %a signed/SHA256SUMS.minisig)" = 644

root=$(sed -n 3p signed/log/checkpoint | base64 -d | od -An -v -tx1 |
	tr -d ' \n')
split=$(sha256sum signed/splits/splits.json | cut -c 1-64)
cat >wanted <<END
trusted comment: palimpsest palimpsest 1.0.0 records=20 root=$root split=$split
END
sed -n 3p signed/SHA256SUMS.minisig >got
same "the trusted comment says what was signed" wanted got
sed -n 2p signed/SHA256SUMS.minisig | base64 -d | od -An -v -tx1 |
	tr -d ' \n' >blob
number=$(sed -n 2p ours.pub | base64 -d | od -An -v -tx1 -j 2 -N 8 |
	tr -d ' \n')
says "the signature is one of a hash, by the number of the key" \
	"^4544$number.{128}\$" blob
ok "it has four lines" test "$(wc -l <signed/SHA256SUMS.minisig)" -eq 4
ok "the log's checkpoint has a signature" \
	test "$(wc -l <signed/log/checkpoint)" -eq 5

mkprofiles -n 20 -s demo | make --key ours.key -o unsplit || exit 99
says "without a split it says none" ' split=none$' unsplit/SHA256SUMS.minisig
ok "and is authentic" check unsplit

# The name and the version -------------------------------------------------------
ok "a release has a name and a version" make --key ours.key \
	--name my_bench.2-x --release 12.0.345 -o named people
says "in its trusted comment" 'comment: palimpsest my_bench.2-x 12.0.345 rec' \
	named/SHA256SUMS.minisig
head -n 1 named/log/checkpoint >got
echo my_bench.2-x/12 >wanted
same "in the origin of its log" wanted got
jq -c '[.name, .release]' named/manifest.json >got
echo '["my_bench.2-x","12.0.345"]' >wanted
same "in its manifest" wanted got
ok "and passes" check named
long=$(printf %065d 0)
for name in '' . -x _x X 'a b' a/b a+b "$long"; do
	status 2 "the name '$name' is refused" make --name "$name" -o none people
done
ok "a name of 64 is not" make --name "${long#0}" -o long people
for version in '' 1 1.0 1.0.0.0 01.0.0 1.00.0 1.0.x 1.0.0- v1.0.0 \
	1.0.1000000000; do
	status 2 "the version '$version' is refused" \
		make --release "$version" -o none people
done
ok "none of these was written" test ! -e none

# Verdicts -----------------------------------------------------------------------
ok "with its key a release is authentic" check signed
says "and says so" 'authentic pass,' out
ok "also where that is required" check --require-signature signed
ok "without a key it passes" ckrelease signed
says "as self-signed" 'authentic not claimed \(self-signed\),' out
says "in the summary, too" '^signature  self-signed$' out
status 1 "but not where a signature is required" \
	ckrelease -q --require-signature signed
says "and says why" 'no key from elsewhere' err
says "on its rung" 'authentic fail,' out
ok "an unsigned one passes" ckrelease plain
says "as unsigned" 'authentic not claimed \(unsigned\),' out
status 1 "not where a signature is required" \
	ckrelease -q --require-signature plain
says "and says why" 'plain/SHA256SUMS.minisig: is missing: .* unsigned' err
status 1 "nor with a key" check plain
status 1 "with another key the signed one fails" \
	ckrelease -q --public-key theirs.pub signed
says "with the numbers of both" 'made with the key [0-9A-F]+, not with' err
for release in signed plain; do
	ckrelease --json $release | jq -r .signature
done >got
ckrelease --json --public-key ours.pub signed | jq -r .signature >>got
ckrelease --json --public-key theirs.pub signed | jq -r .signature >>got
printf '%s\n' self-signed unsigned authentic wrong >wanted
same "--json says which it is" wanted got

# One key has the other's number.
{
	sed -n 1p ours.pub
	{
		sed -n 2p ours.pub | base64 -d | head -c 10
		sed -n 2p theirs.pub | base64 -d | tail -c 32
	} | base64 -w 0
	echo
} >mixed.pub
status 1 "a key with its number is not it" \
	ckrelease -q --public-key mixed.pub signed
says "and says so" 'SHA256SUMS.minisig: not the signature of this file' err

ok "the release that is expected passes" check --expect palimpsest@1.0.0 signed
status 1 "an older one does not" check --expect palimpsest@1.0.1 signed
says "and is named" 'the release is palimpsest@1.0.0, not palimpsest@1.0.1' err
status 1 "nor does another" check --expect my_bench@1.0.0 signed
ok "it needs no key" ckrelease -q --expect palimpsest@1.0.0 signed
for text in '' @ palimpsest @1.0.0 palimpsest@ palimpsest@1.0 a@b@1.0.0; do
	status 2 "'$text' is nothing to expect" \
		ckrelease --expect "$text" signed
done

# Who has another key, and all files: the release passes, but not as ours.
mkprofiles -n 20 -s other | mksplit -n 20 -s other >others
make --key theirs.key -o forged others || exit 99
ok "whoever signs anew passes without a key" ckrelease -q forged
status 1 "but not with ours" check forged
fresh forged
cp signed/SHA256SUMS.minisig copy/
status 1 "nor with a signature of ours" check copy
says "which is of other sums" 'not the signature of this file' err
says "and says other things" "trusted comment|not the signature" err
fresh
cp theirs.pub copy/release.pub
status 1 "a key in a release is one file too many" check copy
says "by name" 'copy/release.pub: not listed' err

# Whose people are gone: whether it is authentic cannot be known without a key.
fresh && rm copy/people.jsonl
status 1 "a signed release without its people fails" ckrelease copy
says "but is not called false" 'authentic not claimed \(self-signed\),' out
says "for that is told of the people" 'copy/people.jsonl: the people are missing' err
status 1 "with a key it is" check copy
says "for the key signed another" 'authentic fail,' out

# Damage -------------------------------------------------------------------------
# spoilt DESCRIPTION PATTERN  passes if the copy fails, with and without key.
spoilt() {
	status 1 "$1" check copy
	says "$1: told" "$2" err
	says "$1: on its rung" 'authentic fail,' out
	status 1 "$1, without a key" ckrelease -q copy
}
signature=copy/SHA256SUMS.minisig
swap() { sed "$1" signed/SHA256SUMS.minisig >$signature; }
fresh
swap '3s/1\.0\.0/1.0.1/'
spoilt "another version in the trusted comment" "has '1.0.1'|trusted comment"
ckrelease -q copy 2>err
says "and without a key says which" "has '1.0.1', .* gives '1.0.0'" err
swap '3s/records=20/records=21/'
spoilt "another number of records" 'trusted comment'
swap "3s/$root/$split/"
spoilt "another root" 'trusted comment'
swap "3s/ split=.*//"
spoilt "no split" 'trusted comment'
swap '3s/$/ and more/'
spoilt "a trusted comment with more" 'trusted comment'
swap '3s/$/ /'
spoilt "one with a blank more" 'trusted comment'
swap '3s/palimpsest/Palimpsest/'
spoilt "one in another spelling" 'trusted comment'
swap '3,4d'
spoilt "a signature without its trusted comment" 'line 3 does not begin'
swap '4d'
spoilt "one without its last line" 'line 4 is not the base64'
swap '$p'
spoilt "one with a line more" 'something follows line 4'
swap 's/$/\r/'
spoilt "one with other line ends" 'minisig: line 1 ends in CR LF'
swap '3s/$/\r/'
spoilt "one with another end of its third line" 'minisig: line 3 ends in CR LF'
printf %s "$(cat signed/SHA256SUMS.minisig)" >$signature
spoilt "one that does not end" 'its last line does not end'
: >$signature
spoilt "an empty one" 'it is empty'
head -c 300 /dev/zero >$signature
spoilt "one of NULs" 'minisig: '
truncate -s 1G $signature
spoilt "one of a gigabyte" 'is too large for a signature'
swap '1s/^un/in/'
spoilt "one whose first line is another" 'line 1 does not begin'
for kind in "ln -s $work/signed/SHA256SUMS.minisig" mkdir mkfifo; do
	rm -f $signature
	$kind $signature
	status 1 "a signature made with '${kind%% *}' fails" check copy
	rm -rf $signature
done
fresh
swap '1s/:.*/: somebody can write here/'
ok "the untrusted comment is as untrusted as it says" check copy
line=$(sed -n 2p signed/SHA256SUMS.minisig)
last=$(sed -n 4p signed/SHA256SUMS.minisig)
passed=0
for at in 1 2 3 10 20 40 60 80 85; do
	for text in "$line" "$last"; do
		char=$(echo "$text" | cut -c $at)
		[ "$char" = A ] && other=B || other=A
		awk -v t="$text" -v at=$at -v c="$other" '
			$0 == t { $0 = substr(t, 1, at - 1) c substr(t, at + 1) }
			{ print }' signed/SHA256SUMS.minisig >$signature
		! check copy >/dev/null 2>&1 || passed=$((passed + 1))
	done
done
ok "no character of a signature can be changed" test $passed -eq 0
fresh
rm copy/log/checkpoint && cp plain/log/checkpoint copy/log/
status 1 "a checkpoint without its signature is not the one that was signed" \
	check copy

# For signify --------------------------------------------------------------------
ok "a release is signed for signify" \
	make --key ours.key --legacy -o legacy people
sed -n 2p legacy/SHA256SUMS.minisig | base64 -d | head -c 2 >got
printf Ed >wanted
same "by a signature of the file itself" wanted got
sed 2,4d legacy/SHA256SUMS.minisig >first
sed 2,4d signed/SHA256SUMS.minisig >wanted
same "under the same comment" wanted first
ok "it is authentic" check --require-signature legacy
fresh legacy
sed 3,4d legacy/SHA256SUMS.minisig >$signature
ok "also as signify writes it, without a trusted comment" \
	check --require-signature copy
status 1 "where the other release is not the expected one" \
	check --expect palimpsest@2.0.0 copy
echo >>copy/SHA256SUMS
status 1 "and not when the sums are changed" check copy
head -c 65M /dev/zero | tr '\000' x >copy/SHA256SUMS
status 1 "nor when they are too large for one" check copy
ckrelease --json --public-key ours.pub copy | jq -r .signature >got
echo wrong >wanted
same "which is no matter of memory" wanted got

# Keys ---------------------------------------------------------------------------
cp ours.key open.key && chmod 644 open.key
status 3 "a key that others may read is refused" \
	make --key open.key -o none people
says "with its mode" '^mkrelease: open.key: has the mode 0644' err
for mode in 640 604 610 700 4600; do
	chmod $mode open.key
	status 3 "a key of mode $mode is refused" make --key open.key -o none people
done
chmod 400 open.key
ok "one of mode 0400 is not" make --key open.key -o readonly people
ln -s ours.key link.key
ok "nor is a link to one that is well kept" make --key link.key -o linked people
head -c 200 ours.key >cut.key && chmod 600 cut.key
status 3 "a key that is cut is refused" make --key cut.key -o none people
says "which is told" '^mkrelease: cut.key: line 2 is not the base64 of 158' err
cp ours.pub pub.key && chmod 600 pub.key
status 3 "and a public key" make --key pub.key -o none people
sed '2s/^RWQ/RWR/' ours.key >odd.key && chmod 600 odd.key
status 3 "and one of another kind" make --key odd.key -o none people
tr A B <ours.key | sed '1s/.*/untrusted comment: x/' >broken.key
chmod 600 broken.key
status 3 "and one that is damaged" make --key broken.key -o none people
head -c 20000 /dev/zero >large.key && chmod 600 large.key
status 3 "and a file that is too large" make --key large.key -o none people
status 3 "and a folder" make --key signed -o none people
status 3 "one that is not there is told" make --key absent.key -o none people
says "by name" '^mkrelease: cannot read absent.key: No such file' err
ok "no release was written for any of them" test ! -e none
status 2 "there is no passphrase without a key" \
	make --passphrase absent -o none people
status 2 "nor anything for signify" make --legacy -o none people
status 3 "a public key that is none tells nothing of the release" \
	ckrelease --public-key ours.key signed
same "and there is no verdict" /dev/null out
status 3 "nor does one that is not there" ckrelease --public-key absent signed
ok "a public key may come through a pipe" \
	sh -c 'ckrelease -q --public-key - signed <ours.pub'
ok "memory that may not be locked is no reason not to sign" sh -c \
	'ulimit -l 0; mkrelease -q -n 20 --key ours.key -o unlocked people'
same "nor to sign anything else" signed/SHA256SUMS.minisig \
	unlocked/SHA256SUMS.minisig

if [ "$sanitizers" = yes ]; then
	skip "encrypted keys sign" "a gigabyte each"
else
	echo 'a good one' >phrase && echo 'a bad one' >other
	chmod 600 phrase other
	mkkeys --passphrase phrase -o sealed || exit 99
	ok "a key with a passphrase signs" \
		make --key sealed.key --passphrase phrase -o sealed people
	ok "to be checked with its public key" \
		ckrelease -q --public-key sealed.pub sealed
	status 3 "not with another passphrase" \
		make --key sealed.key --passphrase other -o none people
	says "which is told" '^mkrelease: sealed.key: the passphrase is wrong' err
	lacks "and not shown" 'bad one' err
	chmod 644 phrase
	status 3 "nor with one that others may read" \
		make --key sealed.key --passphrase phrase -o none people
	status 3 "nor where there is nobody to ask" \
		setsid -w mkrelease -n 20 --key sealed.key -o none people
	says "which is told" 'no terminal to ask for a passphrase' err
	ok "nothing was written" test ! -e none
fi

# The secret is nowhere: not its bytes, hexadecimal or base64, in any file that
# was made besides the key, nor in what was said.
sed -n 2p ours.key | base64 -d | od -An -v -tx1 -j 62 -N 32 |
	tr -d ' \n' >seed
secret=$(sed -n 2p ours.key | cut -c 85-124)
find signed legacy named again linked out err -type f -exec cat {} + >all
ok "the seed has 32 bytes" test "$(wc -c <seed)" -eq 64
lacks "the secret is in no file as hexadecimal" "$(cat seed)" all
lacks "nor as base64" "$(echo "$secret" | sed 's/+/[+]/g')" all
od -An -v -tx1 all | tr -d ' \n' >hex
ok "nor as it is" sh -c '! grep -q "$(cat seed)" hex'
finish
