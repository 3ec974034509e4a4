#!/bin/sh
# mkkeys: key pairs as minisign has them, and what is done to keep one secret.
. "$(dirname "$0")/lib.sh"

# mode FILE  prints its permission bits.
mode() { stat -c %a "$1"; }
# bytes FILE  prints what the base64 in its second line stands for, in hex.
bytes() { sed -n 2p "$1" | base64 -d | od -An -v -tx1 | tr -d ' \n'; }

ok "a pair of keys is made" mkkeys --no-passphrase -o plain
same "without a word on stdout" /dev/null out
same "nor on stderr" /dev/null err
ok "the secret key is for its owner only" test "$(mode plain.key)" = 600
ok "the public key is for everybody" test "$(mode plain.pub)" = 644
ok "nothing else is left" test -z "$(find . -name '.plain*')"
umask 0
ok "so it is whatever the umask" mkkeys -W -o open
ok "for the secret key" test "$(mode open.key)" = 600
umask 077
ok "and under a strict one" mkkeys -W -o strict
ok "for the public key" test "$(mode strict.pub)" = 644
umask 022
ok "two keys differ" sh -c '! cmp -s plain.pub open.pub'

bytes plain.pub >public
bytes plain.key >secret
says "a public key is 42 bytes: Ed, a number, the key" '^4564[0-9a-f]{80}$' \
	public
says "a secret key is 158 bytes, not encrypted" \
	'^456400004232(00){48}[0-9a-f]{144}(00){32}$' secret
number=$(cut -c 5-20 public)
key=$(cut -c 21-84 public)
says "it has the number of the public one, and its key" \
	"^.{108}$number.{64}$key(00){32}\$" secret
# the number is little-endian, and printed without zeros in front
shown=$(echo "$number" | sed 's/\(..\)/\1 /g' | tr ' ' '\n' | tac |
	tr -d '\n' | tr a-f A-F | sed 's/^0*//')
says "the public key's comment is minisign's" \
	"^untrusted comment: minisign public key $shown\$" plain.pub

status 1 "a key is not replaced" mkkeys -W -o plain
says "and says so by name" '^mkkeys: plain.key: is there' err
cp plain.pub kept
rm plain.key
status 1 "nor is a public key alone" mkkeys -W -o plain
says "by its name, too" '^mkkeys: plain.pub: is there' err
ok "and no secret key is left beside it" test ! -e plain.key
same "which stays as it was" kept plain.pub
ok "with --replace it is" mkkeys -W --replace -o plain
ok "by another" sh -c '! cmp -s kept plain.pub'
ok "with its mode" test "$(mode plain.key)" = 600
ln -s nowhere loose.key
status 1 "a link that leads nowhere is not followed" mkkeys -W -o loose
ok "nothing was made where it leads" test ! -e nowhere

ok "a comment is written" mkkeys -W --comment 'of the press office' -o said
says "into the secret key" '^untrusted comment: of the press office$' said.key
status 2 "a comment of two lines is refused" \
	mkkeys -W --comment "$(printf 'a\nb')" -o said2
status 2 "and so is one that is too long" mkkeys -W -o said2 \
	--comment "$(head -c 1004 /dev/zero | tr '\000' x)"

# Passphrases.
printf 'correct horse\nnot this line\n' >phrase
status 3 "a passphrase that others may read is refused" \
	mkkeys --passphrase phrase -o sealed
says "with its mode" '^mkkeys: phrase: has the mode 0644' err
chmod 600 phrase
if [ "$sanitizers" = yes ]; then
	skip "encrypted keys" "a gigabyte each"
else
	ok "a key is encrypted" mkkeys --passphrase phrase -o sealed
	bytes sealed.key >secret
	says "by scrypt, with 2^25 and a gigabyte" \
		'^456453634232[0-9a-f]{64}00000002000000000000004000000000.{208}$' \
		secret
	bytes sealed.pub >public
	lacks "the number is not in the clear" "$(cut -c 5-20 public)" secret
	lacks "nor is the key" "$(cut -c 21-84 public)" secret
fi
: >empty && chmod 600 empty
status 1 "an empty passphrase is refused" mkkeys --passphrase empty -o none
head -c 1024 /dev/zero | tr '\000' x >long && chmod 600 long
status 3 "and one that is too long" mkkeys --passphrase long -o none
printf 'a\000b\n' >nul && chmod 600 nul
status 3 "and one with a NUL" mkkeys --passphrase nul -o none
status 3 "a file that is not there is told" mkkeys --passphrase absent -o none
says "by name" '^mkkeys: cannot read absent: No such file' err
status 3 "where there is no terminal nobody is asked" \
	setsid -w mkkeys -o none </dev/null
says "and it says so" 'no terminal to ask' err
ok "none of them left a file" test -z "$(find . -name '*none*')"

# On a terminal: script makes one.
if command -v script >/dev/null; then
	asked() { # asked LINE LINE COMMAND
		(sleep 1 && echo "$1" && sleep 1 && echo "$2") |
			script -qec "$3" /dev/null >screen 2>&1
	}
	status 1 "two passphrases that differ are refused" \
		asked one two 'mkkeys -o none'
	says "and it says so" 'the two passphrases differ' screen
	lacks "what was typed is not shown" '^one|two$' screen
else
	skip "passphrases typed on a terminal" "script is not installed"
fi

status 2 "a passphrase for a key without one is refused" \
	mkkeys -W --passphrase phrase -o none
status 2 "keys need a name" mkkeys -W
status 2 "which is no folder" mkkeys -W -o "$work/"
status 2 "no operand is taken" mkkeys -W -o none stray
status 3 "a folder that is not there is told" mkkeys -W -o absent/none
says "by name" 'cannot write absent/none.key: No such file' err
if [ -w /dev/full ]; then
	status 3 "a full disk is told for what is printed" sh -c \
		'mkkeys --vkey palimpsest/1 plain.pub >/dev/full'
fi

# The key as checkers of logs take it; the id is SHA-256 of name, LF, 1, key.
cat >fixed.pub <<'END'
untrusted comment: minisign public key FCC724EEC22C8C2
RWTCyCLsTnLMD+zBfqYdYpaLs2BSn10oisujP00NdDzF2iUDovC13T5l
END
ok "a public key is printed for a log" mkkeys --vkey palimpsest/1 fixed.pub
cp out vkey
(
	printf 'palimpsest/1\n\001'
	sed -n 2p fixed.pub | base64 -d | tail -c 32
) | sha256sum | cut -c 1-8 >id
(
	printf '\001'
	sed -n 2p fixed.pub | base64 -d | tail -c 32
) | base64 >base
echo "palimpsest/1+$(cat id)+$(cat base)" >want
same "as C2SP has it" want vkey
ok "from standard input, too" sh -c 'mkkeys --vkey palimpsest/1 <fixed.pub'
same "the same" want out
ok "also by its name" sh -c 'mkkeys --vkey palimpsest/1 - <fixed.pub'
status 1 "a secret key is no public one" mkkeys --vkey palimpsest/1 plain.key
lacks "and nothing of it is shown" "$(sed -n 2p plain.key | cut -c 100-140)" err
head -c 60 fixed.pub >cut.pub
status 1 "nor is a piece of one" mkkeys --vkey palimpsest/1 cut.pub
says "which is told with the line" '^mkkeys: cut.pub: line 2 is not' err
status 3 "one that is not there is told" mkkeys --vkey palimpsest/1 absent.pub
status 2 "an origin has no blank" mkkeys --vkey 'a b' fixed.pub
status 2 "one key is printed at a time" \
	mkkeys --vkey palimpsest/1 fixed.pub fixed.pub
status 2 "nothing is made and printed at once" \
	mkkeys --vkey palimpsest/1 -o both fixed.pub
finish
