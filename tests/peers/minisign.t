#!/bin/sh
# Keys and signatures against minisign and OpenBSD's signify, as Debian has
# them: what one signs the others check, to the byte where that can be.
# shellcheck disable=SC1091,SC2154
. "$(dirname "$0")/../lib.sh"
peers minisign signify-openbsd

signify() { signify-openbsd "$@"; }
make() { mkrelease -q -n 20 "$@"; }
fresh() { rm -rf copy && cp -a "$1" copy; }
# trusted FOLDER  the trusted comment of its signature.
trusted() { sed -n '3s/^trusted comment: //p' "$1/SHA256SUMS.minisig"; }
# resign OPTION...  has minisign sign the copy anew, with the same comment.
resign() {
	comment=$(trusted copy)
	rm copy/SHA256SUMS.minisig
	minisign -S -m copy/SHA256SUMS -t "$comment" "$@"
}

echo "# minisign: $(minisign -v), signify-openbsd: $(dpkg-query -W \
	-f '${Version}' signify-openbsd 2>/dev/null)"
mkprofiles -n 20 -s demo | mksplit -n 20 -s demo >people || exit 99
mkkeys --no-passphrase -o ours || exit 99
minisign -G -W -p mini.pub -s mini.key >/dev/null || exit 99
signify -G -n -p sig.pub -s sig.sec || exit 99

# Our keys, and theirs -----------------------------------------------------------
for key in ours mini; do
	ok "mkrelease signs with the key $key" \
		make --key $key.key -o $key people
	ok "minisign finds the signature good" \
		minisign -V -p $key.pub -m $key/SHA256SUMS
	says "and the trusted comment" '^Trusted comment: palimpsest palimpsest 1' \
		out
	minisign -V -q -H -p $key.pub -m $key/SHA256SUMS 2>err
	ok "it is one of a hash, which minisign can insist on" test $? -eq 0
	ok "ckrelease finds it good, too" \
		ckrelease -q --public-key $key.pub --require-signature $key
	fresh $key
	ok "minisign signs the same" resign -s $key.key
	same "to the byte" $key/SHA256SUMS.minisig copy/SHA256SUMS.minisig
	ok "ckrelease finds its signature good" \
		ckrelease -q --public-key $key.pub --require-signature copy

	ok "mkrelease signs for signify with the key $key" \
		make --key $key.key --legacy -o $key.old people
	ok "minisign finds that good" \
		minisign -V -p $key.pub -m $key.old/SHA256SUMS
	ok "and so does signify" signify -V -q -p $key.pub \
		-m $key.old/SHA256SUMS -x $key.old/SHA256SUMS.minisig
	fresh $key.old
	ok "minisign signs the same" resign -l -s $key.key
	same "to the byte, too" $key.old/SHA256SUMS.minisig \
		copy/SHA256SUMS.minisig
done
status 1 "minisign refuses it with another key" \
	minisign -V -p mini.pub -m ours/SHA256SUMS

# signify's keys -----------------------------------------------------------------
ok "mkrelease signs with a key of signify" \
	make --key sig.sec --legacy -o sig people
ok "signify finds that good" signify -V -q -p sig.pub -m sig/SHA256SUMS \
	-x sig/SHA256SUMS.minisig
ok "and so does minisign" minisign -V -p sig.pub -m sig/SHA256SUMS
fresh sig
signify -S -s sig.sec -m copy/SHA256SUMS -x copy/SHA256SUMS.minisig
sed -n 2p sig/SHA256SUMS.minisig >wanted
sed -n 2p copy/SHA256SUMS.minisig >got
same "signify signs the same" wanted got
ok "ckrelease finds its signature good" \
	ckrelease -q --public-key sig.pub --require-signature copy
ok "mkrelease signs with it for minisign" make --key sig.sec -o sig.new people
ok "which finds that good" minisign -V -p sig.pub -m sig.new/SHA256SUMS
(sleep 1 && echo phrase && sleep 1 && echo phrase) |
	script -qec 'signify-openbsd -G -p hid.pub -s hid.sec' /dev/null \
		>screen 2>&1
if [ -f hid.sec ]; then
	status 3 "a key that signify encrypted is refused" \
		make --key hid.sec -o none people
	says "and it says why" 'hid.sec: signify encrypted it' err
else
	skip "a key that signify encrypted is refused" "signify made none"
fi

# A trusted comment that is signed, and says something else ---------------------
# commented COMMENT  has minisign sign the copy with that.
commented() {
	fresh ours
	rm copy/SHA256SUMS.minisig
	minisign -S -s ours.key -m copy/SHA256SUMS -t "$1" >/dev/null
	status 1 "the trusted comment '$(echo "$1" | cut -c 1-40)' is refused" \
		ckrelease -q --public-key ours.pub copy
	says "by its words" 'minisig:3: the trusted comment' err
}
right=$(trusted ours)
commented ''
commented 'timestamp:1'
commented "$(echo "$right" | sed 's/1\.0\.0/1.0.1/')"
commented "$(echo "$right" | sed 's/palimpsest 1/other 1/')"
commented "$(echo "$right" | sed 's/records=20/records=21/')"
commented "$(echo "$right" | sed 's/root=./root=/')"
commented "$(echo "$right" | sed 's/split=.*/split=none/')"
commented "$right "
commented " $right"
commented "$(echo "$right" | tr ' ' '\t')"
fresh ours
resign -s ours.key -c 'by hand, of an afternoon' >/dev/null
ok "its untrusted comment may be any" ckrelease -q --public-key ours.pub copy
make -o plain people
fresh plain
minisign -S -s ours.key -m copy/SHA256SUMS -t "$right" >/dev/null
ok "a release may be signed after it was made" \
	ckrelease -q --public-key ours.pub --require-signature copy

# Tampering, seen by all three -------------------------------------------------
tampered() { # tampered DESCRIPTION
	status 1 "minisign refuses $1" minisign -V -p ours.pub -m copy/SHA256SUMS
	status 1 "and so does ckrelease" ckrelease -q --public-key ours.pub copy
}
fresh ours && echo >>copy/SHA256SUMS
tampered "sums with a line more"
fresh ours && sed -i '3s/$/ /' copy/SHA256SUMS.minisig
tampered "a trusted comment with a blank more"
fresh ours && cp mini/SHA256SUMS.minisig copy/
tampered "a signature by another key"
fresh ours.old && echo >>copy/SHA256SUMS
tampered "an old signature of other sums"
status 1 "and signify, too" signify -V -q -p ours.pub -m copy/SHA256SUMS \
	-x copy/SHA256SUMS.minisig

# Encrypted keys, both ways ------------------------------------------------------
if [ "$sanitizers" = yes ]; then
	skip "encrypted keys" "a gigabyte each"
else
	echo 'a good one' >phrase && chmod 600 phrase
	mkkeys --passphrase phrase -o shut || exit 99
	fresh ours && rm copy/SHA256SUMS.minisig
	ok "minisign signs with a key that mkkeys encrypted" sh -c \
		'minisign -S -s shut.key -m copy/SHA256SUMS -t x <phrase'
	ok "and finds the signature good" \
		minisign -V -p shut.pub -m copy/SHA256SUMS
	cat phrase phrase | minisign -G -p theirs.pub -s theirs.key >/dev/null ||
		exit 99
	ok "mkrelease signs with a key that minisign encrypted" \
		make --key theirs.key --passphrase phrase -o theirs people
	ok "and minisign finds that good" \
		minisign -V -p theirs.pub -m theirs/SHA256SUMS
	echo 'a bad one' >phrase
	status 3 "not with another passphrase" \
		make --key theirs.key --passphrase phrase -o none people
fi
finish
