#!/bin/sh
# A release made big by somebody who wants its auditor to give up: lines and
# lists of a gigabyte, a million files. ckrelease ends in 1 with the right
# message, in bounded memory and time. Writes 1.2 GB at a time below $TMPDIR.
# shellcheck disable=SC1091,SC2154
. "$(dirname "$0")/../lib.sh"
peers perl

"$top_srcdir/tests/fixture-stream" images >stream || exit 99
mkrelease -q -n 20 --real 2 --strangers 3 --images images -o whole stream ||
	exit 99
people=$(wc -l <whole/people.jsonl)
last="people.jsonl:$((people + 1)): "
fresh() { rm -rf copy && cp -a whole copy; }
# giga BYTE  a gigabyte of it.
giga() { head -c 1073741824 /dev/zero | tr '\0' "$1"; }

# within MIB DESCRIPTION PATTERN  passes if the copy is refused so, in so much
# memory and at most ten minutes.
within() {
	measure='' took=0
	if [ "$sanitizers" != yes ] && [ -x /usr/bin/time ]; then
		measure='/usr/bin/time -f %M,%e -o used'
	fi
	# shellcheck disable=SC2086  # a command, or none
	$measure timeout 600 ckrelease -j 2 copy >out 2>err
	code=$?
	if [ -n "$measure" ]; then
		used=$(tail -n 1 used)
		took=$((${used%,*} / 1024))
		echo "# $took MiB, ${used#*,} s"
	fi
	if [ $code -eq 1 ] && [ $took -le "$1" ] &&
		grep -Eq -e "^ckrelease: copy/$3" err; then
		result ok "$2, in $1 MiB"
	else
		result "not ok" "$2, in $1 MiB"
		echo "# status $code, wanted 1 and $3"
		sed 's/^/# /' err | cut -c 1-200 | head -n 5
	fi
}

# Lines ------------------------------------------------------------------------
fresh && {
	printf '{"schema":"palimpsest/person/1","id":"z","kind":"stranger","name":"'
	giga x
	printf '"}\n'
} >>copy/people.jsonl
within 160 "a record of a gigabyte is told" "$last.*64 MiB"
fresh && giga ' ' >>copy/people.jsonl
within 160 "a line of a gigabyte of blanks is told" "$last"
fresh && giga '\n' >>copy/people.jsonl
within 64 "a gigabyte of empty lines is told" "$last.*empty line"
fresh && yes '{}' | head -c 1073741824 >>copy/people.jsonl
within 64 "a gigabyte of lines of nothing is told" "$last"

# Sums -------------------------------------------------------------------------
fresh && giga a >copy/SHA256SUMS
within 64 "a list of one line of a gigabyte is told" \
	'SHA256SUMS:1: this is not a line'
fresh && yes "$(head -n 1 whole/SHA256SUMS)" | head -c 1073741824 \
	>>copy/SHA256SUMS
within 64 "a list that names a file ten million times is told" \
	'SHA256SUMS:[0-9]+: .* is listed twice'
fresh && perl -e 'for (my $i = 0; $i < 10000000; $i++) {
	printf "%064d  images/%027d.png\n", 0, $i }' >>copy/SHA256SUMS
within 64 "a list of ten million files that are not there is told" \
	'SHA256SUMS:[0-9]+: images/0*\.png is missing'
fresh && giga '[' >copy/manifest.json
within 64 "a manifest of a gigabyte of brackets is told" 'manifest.json:1: '

# Files ------------------------------------------------------------------------
fresh && perl -e 'for my $d (0 .. 999) {
	mkdir "copy/images/$d" or die;
	for my $f (0 .. 999) { open my $x, ">", "copy/images/$d/$f" or die } }'
within 128 "a million empty files are told" 'images/0/0: not listed'
(cd copy && perl -e 'my %sums;
	open my $list, "<", "SHA256SUMS"; my @lines = <$list>; close $list;
	my $none = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
	for my $d (0 .. 999) { push @lines, "$none  images/$d/$_\n" for 0 .. 999 }
	open $list, ">", "SHA256SUMS";
	print $list sort { substr($a, 66) cmp substr($b, 66) } @lines')
within 128 "a million empty files that are listed are told" \
	'images/0/0: no record and no rule'
finish
