#!/bin/sh
# Files and folders that may not be read, or written to: every tool ends in 3
# and names the one. Root may do anything, so root tests as nobody, with copies
# of the tools and the data where nobody can get at them.
. "$(dirname "$0")/lib.sh"
needs jq

mkdir bin data spools
for tool in mkprofiles mkqa mksplit cksplit cklint mkrelease ckrelease mkkeys \
	mkcommit mkreveal; do
	cp "$(command -v "$tool")" bin/
done
cp -R "$PALIMPSEST_DATA/templates" "$PALIMPSEST_DATA/schema" data/
chmod 711 "$work"
chmod -R a+rX,u+w bin data
chmod 1777 spools
PATH=$work/bin:$PATH PALIMPSEST_DATA=$work/data TMPDIR=$work/spools
export PATH PALIMPSEST_DATA TMPDIR
# What is locked is opened again, or it could not be removed.
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
if ! as_nobody mkprofiles --version >out 2>err; then
	echo "1..0 # SKIP nobody cannot run programs here"
	exit 0
fi

mkprofiles -n 20 -s demo | mkqa >asked
mksplit -n 20 -s demo asked >people
echo '[]' >steps
for file in asked people steps; do
	cp "$file" "$file.locked" && chmod 0 "$file.locked"
done

# locked NAME TOOL ARGUMENT...  passes if the tool ends in 3, names what it may
# not read or write, and says why, once.
locked() {
	name=$1
	shift
	status 3 "$1 tells that it may not use $name" as_nobody "$@"
	says "by name" "^$1: .*$name.*: Permission denied" err
	ok "and once" test "$(wc -l <err)" -eq 1
}

# with_lock NAME FOLDER COPY  copies a folder, and locks one name in it.
with_lock() {
	cp -R "$2" "$3" && chmod 0 "$3/$1"
}

with_lock hobbies.tsv data/templates/world world.one
with_lock names data/templates/world world.names
with_lock pet.tsv data/templates/questions words.one
with_lock . data/templates/world world.all
for world in one/hobbies.tsv names/names all; do
	locked "world.$world" mkprofiles -n 1 -s demo \
		--world "world.${world%%/*}"
done
locked world.one/hobbies.tsv mkqa --world world.one asked
locked words.one/pet.tsv mkqa -t words.one asked
locked asked.locked mkqa asked.locked
locked asked.locked mksplit -n 20 -s demo asked.locked
locked people.locked cksplit people.locked
locked people.locked cklint people.locked
locked people.locked mkrelease -n 20 -o spools/r people.locked
locked steps.locked mkrelease -n 20 -o spools/r --steps steps.locked people
"$top_srcdir/tests/fixture-stream" images >pictured
mkrelease -q -n 20 --real 2 --strangers 3 --images images -o whole pictured
picture=$(find images -name '*_p.png' | head -n 1)
chmod 0 "$picture"
locked "$picture" mkrelease -n 20 --real 2 --strangers 3 --images images \
	-o spools/r pictured
ok "no release was begun" test -z "$(ls -A spools)"

# A release of which one file or folder may not be read: nothing is said of
# what would follow from it.
for path in people.jsonl manifest.json SHA256SUMS splits splits/forget_10.txt \
	splits/splits.json schema schema/person.json images "$picture"; do
	rm -rf release && with_lock "$path" whole release
	locked "release/$path" ckrelease release
	case $path in
	people.jsonl | splits | splits/*.txt) locked "release/$path" cksplit release ;;
	esac
	case $path in
	people.jsonl) locked "release/$path" cklint release ;;
	esac
	chmod 755 "release/$path"
done
chmod 0 release
locked release ckrelease release
chmod 755 release
rm -rf release && with_lock splits/real.txt whole release
chmod 0 "release/$picture"
status 3 "two files that may not be read are told" as_nobody ckrelease release
grep -c 'cannot be read: Permission denied$' err >got
echo 2 >want
same "each once" want got
ok "and nothing else" test "$(wc -l <err)" -eq 2
rm -rf release && with_lock schema/person.json whole release
sed -i '$d' release/splits/real.txt
status 3 "a list cut short is found beside a file that may not be read" \
	as_nobody ckrelease release
says "by name" '^ckrelease: release/splits/real.txt:2: ends too early$' err

# Pictures.
case " $bin_programs " in
*' ckimages '*)
	cp "$(command -v ckimages)" bin/
	mkprofiles -n 1 -s demo | mkimages --images drawn --size 64 --views 0 \
		--train-views 0 -o seen
	for path in f0001/f0001_p.png f0001 .; do
		chmod 0 "drawn/$path"
		locked "$path" ckimages --images drawn seen
		chmod 755 "drawn/$path"
	done
	;;
esac

# Keys, commitments and what is revealed.
mkkeys -q --no-passphrase -o key && mkcommit -n 20 --series demo --round 42 \
	-o commit.json asked || exit 99
answer=$top_srcdir/tests/data/drand/quicknet-42.json
for file in commit.json key.key; do
	cp "$file" "$file.locked" && chmod 0 "$file.locked"
done
cp "$answer" answer && cp "$answer" answer.locked && chmod 0 answer.locked
echo secret >pass.locked && chmod 0 pass.locked
locked pass.locked mkkeys --passphrase pass.locked -o spools/key
locked asked.locked mkcommit -n 20 --series demo --round 42 asked.locked
locked commit.json.locked mkcommit -n 20 --series demo --round 42 \
	--previous commit.json.locked asked
locked answer.locked mkcommit -n 20 --series demo --round 42 \
	--chain answer.locked asked
locked key.key.locked mkcommit -n 20 --series demo --round 42 \
	--key key.key.locked -o spools/commit asked
locked commit.json.locked mkreveal --commit commit.json.locked answer
locked answer.locked mkreveal --commit commit.json answer.locked
ok "nothing was made of them" test -z "$(ls -A spools)"

# A folder that may not be written to.
locked made mkkeys --no-passphrase -o made
locked made mkcommit -n 20 --series demo --round 42 -o made asked
locked made mkreveal --commit commit.json -o made answer
locked made mkprofiles -n 1 -s demo -o made
locked made mksplit -n 20 -s demo -o made asked
locked made mkqa -o made people
locked made mkrelease -n 20 -o made people
locked made mkqa -k --rejects made people
ok "nothing was made" test ! -e made
finish
