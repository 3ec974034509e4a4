#!/bin/sh
# An audit may neither miss a thing nor cry wolf: honest releases, made with all
# kinds of options, pass; changes to a signed release, drawn from a seed, are
# each caught and named. 200 of each with ./runtests --peers, else the first 40,
# or 15 with sanitizers.
. "$(dirname "$0")/lib.sh"
needs jq

rounds=40
[ "$sanitizers" != yes ] || rounds=15
[ -z "${PALIMPSEST_PEERS:-}" ] || rounds=200
data=$top_srcdir/tests/data
mkkeys -q --no-passphrase -o ours && mkkeys -q --no-passphrase -o theirs ||
	exit 99

# Honest ---------------------------------------------------------------------
"$top_srcdir/tests/fixture-stream" images >pictured || exit 99
answer=$top_srcdir/tests/data/drand/quicknet-42.json

# stream KIND N STRANGERS QUESTIONS  makes the people, without a split.
stream() {
	case $1 in
	images) sed 's/,"split":{.*}}*$/}/' pictured && return ;;
	esac
	{
		mkprofiles -n "$2" -s "demo $3" &&
			if [ "$3" != 0 ]; then
				mkprofiles --kind stranger -n "$3" -s "demo $3"
			fi
	} | if [ "$4" = yes ]; then mkqa; else cat; fi
}

# unseeded OPTION...  the options of mksplit without the seed.
unseeded() { echo "$*" | sed 's/-s seed[0-9]//'; }

# honest KIND N STRANGERS QUESTIONS SPLIT MAKE  makes a release, and checks it.
honest() {
	kind=$1 n=$2 strangers=$3 split=$5 make=$6
	case $kind in
	images) n=20 strangers=3 ;;
	esac
	rm -rf release next
	stream "$kind" "$n" "$strangers" "$4" >people || return
	counts="-n $n --strangers $strangers"
	if [ "$kind" = images ]; then
		counts="$counts --real 2" make="$make --images images"
	fi
	# shellcheck disable=SC2046,SC2086  # lists of options
	if [ "$kind" = commit ]; then
		mkcommit -q $counts --series audit --round 42 -o commit.json \
			$(unseeded "$split") people &&
			mkreveal -q --commit commit.json -o reveal.json "$answer" ||
			return
		split="$(unseeded "$split") -s $(jq -r .seed reveal.json)"
		make="$make --commit commit.json --reveal reveal.json"
	fi
	# shellcheck disable=SC2086
	make_one "$counts" "$split" people release $make && passes release ||
		return
	follow
}

# make_one COUNTS SPLIT PEOPLE FOLDER [OPTION...]
make_one() {
	counts=$1 split=$2 from=$3 to=$4
	shift 4
	# shellcheck disable=SC2086  # lists of options
	if [ -n "$split" ]; then
		mksplit -q $counts $split "$from" | mkrelease -q $counts "$@" -o "$to"
	else
		mkrelease -q $counts "$@" -o "$to" "$from"
	fi
}

# passes FOLDER [OPTION...]
passes() {
	case $make in
	*key*) ckrelease -q --public-key ours.pub "$@" ;;
	*) ckrelease -q "$@" ;;
	esac
}

# follow  makes and checks the release that follows, where the kind has one.
follow() {
	key=$(echo "$make" | grep -o -e '--key ours.key')
	case $kind in
	remove)
		# shellcheck disable=SC2086
		mkrelease -q --previous release --remove f0007 --resplit $key \
			-o next
		;;
	more)
		stream more $((n + 3)) "$strangers" "$questions" >people || return
		# Strangers are behind the new people: they move in the log.
		[ "$strangers" = 0 ] || key="$key --release 90.0.0"
		# shellcheck disable=SC2086
		make_one "-n $((n + 3)) --strangers $strangers" "$split" people \
			next --previous release $key
		;;
	*) return 0 ;;
	esac && passes --since release next
}

awk -v seed=20261123 -v rounds=$rounds -f "$data/honest.awk" >plan
passed=0
while IFS='|' read -r kind n strangers questions split make; do
	case $make in
	*--key*) ;;
	*) make=$(echo "$make" | sed 's/--legacy//') ;;
	esac
	if honest "$kind" "$n" "$strangers" "$questions" "$split" "$make" \
		>out 2>&1; then
		passed=$((passed + 1))
	else
		echo "# $kind|$n|$strangers|$questions|$split|$make"
		sed 's/^/# /' out
	fi
done <plan
echo "# $passed of $rounds releases passed"
ok "no honest release is taken for another" test $passed -eq $rounds

# Changed --------------------------------------------------------------------
mkrelease -q -n 20 --real 2 --strangers 3 --images images --key ours.key \
	-o whole pictured || exit 99
sed 's/,"split":{.*}}*$/}/' pictured | mksplit -q -n 20 --real 2 --strangers 3 \
	-s other >changed || exit 99
mkrelease -q -n 20 --real 2 --strangers 3 --images images --key theirs.key \
	--release 1.0.1 -o other changed || exit 99
(cd whole && find . -type f) | sed 's,^\./,,' | sort >files

# edit KIND FILE PLACE  changes the file of the copy.
edit() {
	path=copy/$2
	size=$(wc -c <"$path")
	at=$((size * $3 / 1000000))
	line=$(($(wc -l <"$path") * $3 / 1000000 + 1))
	case $1 in
	flip)
		byte=$(od -An -tu1 -j $at -N 1 "$path" | tr -d ' ')
		# shellcheck disable=SC2059  # an octal escape
		printf "\\$(printf %o $((byte ^ 1)))" |
			dd of="$path" bs=1 seek=$at conv=notrunc 2>/dev/null
		;;
	insert)
		{ head -c $at "$path" && printf '%s' '~' &&
			tail -c +$((at + 1)) "$path"; } >moved && cp moved "$path"
		;;
	delete)
		{ head -c $at "$path" && tail -c +$((at + 2)) "$path"; } >moved &&
			cp moved "$path"
		;;
	cut) head -c $at "$path" >moved && cp moved "$path" ;;
	append) printf 'more\n' >>"$path" ;;
	remove) rm "$path" ;;
	repeat) sed "${line}p" "whole/$2" >"$path" ;;
	drop) sed "${line}d" "whole/$2" >"$path" ;;
	swap) awk -v l="$line" 'NR == l { x = $0; held = 1; next } { print }
		held { print x; held = 0 } END { if (held) print x }' \
		"whole/$2" >"$path" ;;
	other) cp "other/$2" "$path" ;;
	rename) mv "$path" "$path.old" ;;
	copy) cp "$path" "$path.copy" ;;
	esac
}

# change KIND FILE PLACE HOW  spoils a copy; nothing that changes no byte. A
# forger who has no key makes the sums again.
change() {
	rm -rf copy && cp -a whole copy
	edit "$1" "$2" "$3"
	diff -r whole copy >/dev/null && printf 'more\n' >>"copy/$2"
	case $4,$2 in
	plain,* | *,SHA256SUMS | *,SHA256SUMS.minisig) return ;;
	esac
	(cd copy && find . -type f ! -name 'SHA256SUMS*' | sed 's,^\./,,' |
		sort | xargs sha256sum >SHA256SUMS)
}

awk -v seed=20261124 -v rounds=$rounds -v files="$(wc -l <files)" \
	-f "$data/mutations.awk" >plan
caught=0
while read -r kind number place how; do
	file=$(sed -n "${number}p" files)
	change "$kind" "$file" "$place" "$how"
	ckrelease -q --public-key ours.pub copy >out 2>err
	code=$?
	if [ $code -eq 1 ] && grep -q "$file" err &&
		{ [ "$how" = plain ] || grep -q 'SHA256SUMS' err; }; then
		caught=$((caught + 1))
	else
		echo "# $kind $file $place $how: $code"
		sed 's/^/#   /' err | head -n 4
	fi
done <plan
echo "# $caught of $rounds changes caught and named"
ok "each change of a signed release is caught and named" \
	test $caught -eq $rounds
finish
