#!/bin/sh
# The command line, the same in every tool that is installed.
. "$(dirname "$0")/lib.sh"

# mistake DESCRIPTION TOOL ARGUMENT...  passes if the tool ends in 2 with
# nothing on stdout and one line on stderr, which starts with its name.
mistake() {
	what=$1
	shift
	"$@" </dev/null >out 2>err
	code=$?
	if [ $code -eq 2 ] && [ ! -s out ] && [ "$(wc -l <err)" -eq 1 ] &&
		grep -q "^$1: " err; then
		result ok "$what"
	else
		result "not ok" "$what"
		printf '# status %d: %s\n' $code "$*" | head -n 1
		sed 's/^/# /' out err | head -n 5
	fi
}

# The long options that a --help lists, and that a page lists.
helped() { sed -n 's/^ *\(-., \)\{0,1\}--\([a-z-]*\).*/\2/p' "$1" | sort; }
paged() {
	grep '^\.It Fl' "$1" | tr ' ' '\n' |
		sed -n 's/^\(\\\{0,1\}-\)\([a-z][a-z-]*\)$/\2/p' | sort
}

# in_parts FILE  passes if it has four parts, parted by a blank line each, the
# columns of the third aligned, none wider than 80.
in_parts() {
	awk '
	length > 80 { print "too wide: " $0; bad = 1 }
	/^$/ { part++; next }
	part == 0 && !/^(usage:|      ) / { print "no usage: " $0; bad = 1 }
	part == 2 && match($0, /^  (-.,|   ) --[a-z-]*( [A-Z][A-Z-]*)?  +/) {
		if (at && RLENGTH != at) { print "not aligned: " $0; bad = 1 }
		at = RLENGTH
	}
	part == 3 && !/^Try: / { print "no example: " $0; bad = 1 }
	END { exit bad || part != 3 }' "$1" >&2
}

for tool in $bin_programs; do
	ok "$tool --help ends well" "$tool" --help
	cp out help
	same "$tool --help says nothing on stderr" /dev/null err
	says "$tool --help starts with how to call it" "^usage: $tool" help
	ok "$tool --help has its usage, what it does, options and an example" \
		in_parts help
	sed -n 's/^Try: //p' help >try
	rm -rf tried && mkdir tried
	ok "$tool --help has an example that runs: $(cat try)" \
		sh -c 'cd tried && sh -e ../try'
	lacks "$tool --help fits 80 columns" '.{81}' help
	ok "$tool -h ends well" "$tool" -h
	same "$tool -h says the same as --help" help out
	ok "$tool -V ends well" "$tool" -V
	says "$tool -V names the tool, the suite and the version" \
		"^$tool \(palimpsest\) [0-9]+\.[0-9]+\.[0-9]+$" out
	status 3 "$tool --help on a full disk ends in 3" \
		sh -c '"$1" --help >/dev/full' sh "$tool"

	helped help >in_help
	paged "$top_srcdir/man/$tool.1" >in_page
	same "$tool.1 lists the long options that --help lists" in_help in_page

	mistake "$tool refuses an unknown long option" "$tool" --frobnicate
	says "$tool says that it is unknown" "unknown option '--frobnicate'" err
	mistake "$tool refuses an unknown letter" "$tool" -@
	mistake "$tool refuses an option given twice" "$tool" -q -q
	says "$tool names the option given twice" "'--quiet' is given twice" err
	mistake "$tool refuses one given twice by both its names" \
		"$tool" --quiet -q
	mistake "$tool says so in one line even of a name with a line end" \
		"$tool" "$(printf -- '--a\nb\033c')"
	mistake "$tool refuses a value where none is taken" "$tool" --quiet=yes

	# Options that take a number, and those that take anything.
	sed -n 's/^ .*--\([a-z-]*\) \(N\|COUNT\|JOBS\) .*/\1/p' help >numbers
	sed -n 's/^ .*--\([a-z-]*\) [A-Z].*/\1/p' help >valued
	while read -r option; do
		for value in 5x 0x5 -1 +1 1.5 '' ' 5' 99999999999999999999; do
			mistake "$tool refuses '$value' for the number of --$option" \
				"$tool" "--$option" "$value"
		done
	done <numbers
	while read -r option; do
		mistake "$tool refuses --$option without its value" \
			"$tool" "--$option"
		says "$tool names --$option, which lacks it" \
			"'--$option' needs a value" err
	done <valued
done

mistake "mkprofiles takes no operands" mkprofiles -n 1 -s demo stray
says "and names the stray one" "'stray'" err
mistake "mksplit refuses the start of two options" mksplit --re
says "and says that it is ambiguous" "ambiguous option '--re'" err
mistake "also with a value" mksplit --re=5
says "and says so, too" "ambiguous option '--re=5'" err

# early OPTION TOOL ARGUMENT...  passes if the tool refuses OPTION, which
# stands behind a file, before it looks for the file.
early() {
	option=$1
	shift
	mistake "$1 refuses $option behind a file" "$@"
	says "$1 says where options go" \
		"options come before files: '$option'" err
}
early -q mkqa absent -q
early -o mksplit -n 20 -s demo absent -o made
early --quiet cksplit absent --quiet
early -P mkrelease -n 20 -o made absent - -P
early --json ckrelease absent --json
ok "nothing was written for any of them" test ! -e made
status 3 "behind -- a file may start with a dash" mkqa -- -q
says "and is looked for" 'cannot read -q: No such file' err
status 3 "it may do so behind ./, too" mkqa ./-q
says "and is looked for, too" 'cannot read \./-q: No such file' err

mistake "mkprofiles needs a count" mkprofiles -s demo
mistake "mkprofiles needs a seed" mkprofiles -n 1
mistake "mksplit needs a count" mksplit -s demo
mistake "mksplit needs a seed" mksplit -n 1
for seed in '' "$(printf 'a\tb')" "$(printf '\377')" \
	"$(head -c 1025 /dev/zero | tr '\000' x)"; do
	mistake "mkprofiles refuses the seed $(printf %.5s "$seed" | od -An -c |
		tr -s ' ')" mkprofiles -n 1 -s "$seed"
	mistake "mksplit refuses it, too" mksplit -n 1 -s "$seed"
done
case " $bin_programs " in
*' mkrelease '*)
	mistake "mkrelease needs a count" mkrelease -o release
	mistake "mkrelease needs a folder" mkrelease -n 1
	mistake "ckrelease needs a release" ckrelease
	mistake "ckrelease takes one release" ckrelease one two
	;;
esac
finish
