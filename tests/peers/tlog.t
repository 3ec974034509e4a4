#!/bin/sh
# Trees, logs, notes and proofs against Go's golang.org/x/mod/sumdb, from
# Debian's golang-golang-x-mod-dev: no byte of it is ours.
# shellcheck disable=SC1091,SC2154
. "$(dirname "$0")/../lib.sh"
peers go jq

module=golang.org/x/mod/sumdb/tlog
GOPATH=$(dpkg -L golang-golang-x-mod-dev 2>/dev/null |
	sed -n "s,/src/$module\$,,p")
if [ -z "$GOPATH" ]; then
	skip "Go reads our logs" "golang-golang-x-mod-dev is not installed"
	finish
	exit 0
fi
export GOPATH GO111MODULE=off GOCACHE="$work/gocache"
go build -o gotlog "$testdir/tlog.go" >go.log 2>&1 || {
	cat go.log >&2
	exit 99
}
go() { ./gotlog "$@"; }
tree="$top_builddir/tests/tree"

# Trees ----------------------------------------------------------------------
"$tree" roots 3000 >ours && go roots 3000 >gos
same "roots of 0 to 3000 leaves are Go's" ours gos
# Sizes by a fixed rule, so that a failure can be had again; and both sides of
# powers of two.
sizes=$(awk 'BEGIN { x = 7
	for (i = 0; i < 8; i++) { x = (x * 1103 + 12345) % 3001; print x } }')
for size in 0 1 2 3 255 256 257 1023 1024 1025 3000 $sizes; do
	for what in inclusion consistency; do
		"$tree" $what "$size" >ours && go $what "$size" >gos
		same "all $what proofs of $size leaves are Go's" ours gos
	done
done
# Of 2900 leaves, which take minutes, it is 0 as well.
echo 0 >none
sizes='1 2 3 60 257 1000'
[ "$sanitizers" != yes ] || sizes='1 2 3 60'
for size in $sizes; do
	"$tree" bits "$size" >held
	same "no bit of any proof of $size leaves can be changed" none held
done

# Our log, read by Go ----------------------------------------------------------
mkprofiles -n 1300 -s demo | mksplit -n 1300 -s demo >people || exit 99
mkkeys -q --no-passphrase -o key || exit 99
mkrelease -q -n 1300 --name bench --release 2.0.0 --key key.key -o release \
	people || exit 99
vkey=$(mkkeys --vkey bench/2 key.pub)
ok "Go opens the checkpoint and reads all tiles and entries" \
	go check release/log "$vkey"
printf 'bench/2 1300 %s\n' "$(sed -n 3p release/log/checkpoint)" >want
same "and finds origin, size and root" want out
cp -a release copy && sed -i 's/^1300$/1299/' copy/log/checkpoint
status 1 "but not those of another size" go check copy/log "$vkey"
mkkeys -q --no-passphrase -o other
status 1 "nor with another key" go check release/log \
	"$(mkkeys --vkey bench/2 other.pub)"
bad=0
for number in 1 2 256 257 512 1024 1025 1280 1281 1300; do
	id=$(sed -n ${number}p release/people.jsonl | jq -r .id)
	leaf="$(sed -n ${number}p release/people.jsonl | jq -cj 'del(.split)' |
		sha256sum | cut -c 1-64)  $id"
	mkproof release "$id" | go proof "$vkey" "$leaf" >out 2>err
	[ "$(cat out)" = "bench/2 $((number - 1))" ] || bad=$((bad + 1))
	mkproof release "$id" | go proof "$vkey" "x$leaf" >out 2>err &&
		bad=$((bad + 1))
done
ok "Go finds our proofs right, and of no other leaf" test $bad -eq 0

# Go's log, read by us --------------------------------------------------------
jq -c 'del(.split)' release/people.jsonl | while IFS= read -r line; do
	printf '%s' "$line" | sha256sum | cut -c 1-64
done >hexes
jq -r .id release/people.jsonl | paste -d ' ' hexes /dev/null - >leaves
go make made example.org/go go.pub <leaves
(cd release/log && find tile -type f | sort | xargs sha256sum) >ours
(cd made/log && find tile -type f | sort | xargs sha256sum) >gos
same "Go's tiles and entries of the same leaves are the same bytes" gos ours
bad=0
for number in 1 256 257 777 1300; do
	sed -n ${number}p release/people.jsonl >record
	mkproof made "$(jq -r .id record)" >proof &&
		ckproof -q --public-key go.pub --origin example.org/go proof record \
			>out 2>err || bad=$((bad + 1))
	grep -qx 'record included; split as claimed' out || bad=$((bad + 1))
done
ok "proofs from Go's log, which a witness signed too, hold here" \
	test $bad -eq 0
status 1 "and not with our key" ckproof --public-key key.pub proof record
finish
