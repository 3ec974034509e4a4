#!/bin/sh
# The one reader of JSON lines: every kind of bad JSON that other parsers let
# through is refused, with its line and its reason, and the next line is read.
. "$(dirname "$0")/lib.sh"

verdict=$top_builddir/tests/verdict

# refused NAME FORMAT COLUMN REASON  a line made by printf(1), the second of
# three.
refused() {
	{
		echo '{"a":1}'
		# shellcheck disable=SC2059  # the format is the data
		printf "$2"
		printf '\n{"a":2}\n'
	} >input
	"$verdict" <input >got 2>err
	code=$?
	printf '1 record\n2 %s: %s\n3 record\n' "$3" "$4" >wanted
	if [ $code -eq 1 ]; then
		same "$1 is refused: $4" wanted got
	else
		result "not ok" "$1 is refused: status $code"
	fi
}

utf8='bytes that are not UTF-8'
refused "the byte ff" '{"a":"\377"}' 7 "$utf8"
refused "a lone tail byte" '{"a":"x\200"}' 8 "$utf8"
refused "an overlong slash" '{"a":"\300\257"}' 7 "$utf8"
refused "an overlong slash of three bytes" '{"a":"\340\200\257"}' 7 "$utf8"
refused "an overlong slash of four bytes" '{"a":"\360\200\200\257"}' 7 "$utf8"
refused "an encoded surrogate" '{"a":"\355\240\200"}' 7 "$utf8"
refused "an encoded surrogate pair" \
	'{"a":"\355\240\275\355\270\200"}' 7 "$utf8"
refused "a point above U+10FFFF" '{"a":"\364\220\200\200"}' 7 "$utf8"
refused "a sequence cut by the quote" '{"a":"\342\202"}' 7 "$utf8"
refused "a sequence cut by the line's end" '{"a":"\342\202' 7 "$utf8"
refused "a member name that is not UTF-8" '{"\377":1}' 3 "$utf8"

control='a raw control character in a string'
refused "a raw tab in a string" '{"a":"x\ty"}' 8 "$control"
refused "a raw escape character in a string" '{"a":"\033"}' 7 "$control"
refused "a raw 1f in a string" '{"a":"\037"}' 7 "$control"
refused "a raw control character in a name" '{"\001":1}' 3 "$control"
refused "a raw NUL in a string" '{"a":"\000"}' 7 'a NUL byte in a string'
refused "a NUL behind the object" '{"a":1}\000' 8 'more text behind the value'
refused "a NUL before the object" '\000{"a":1}' 1 'no JSON value'
refused "a form feed around the object" '\f{"a":1}' 1 'no JSON value'
refused "a vertical tab behind it" '{"a":1}\v' 8 'more text behind the value'
refused "a no-break space behind it" '{"a":1}\302\240' 8 \
	'more text behind the value'
refused "a byte order mark" '\357\273\277{"a":1}' 1 'a byte order mark'

zero='a number has a leading zero'
refused "the number 01" '{"a":01}' 7 "$zero"
refused "the number -01" '{"a":-01}' 8 "$zero"
refused "the number 00" '{"a":00}' 7 "$zero"
point='a number has no digit behind its point'
refused "the number 1." '{"a":1.}' 8 "$point"
refused "the number 1.e5" '{"a":1.e5}' 8 "$point"
refused "the number .5" '{"a":.5}' 6 'no JSON value'
refused "the number +1" '{"a":+1}' 6 'no JSON value'
refused "a lone minus" '{"a":-}' 7 'a number has no digits'
refused "-Infinity" '{"a":-Infinity}' 7 'a number has no digits'
refused "NaN" '{"a":NaN}' 6 'no JSON value'
refused "the number 1e" '{"a":1e}' 8 'a number has no digit in its exponent'
refused "the number 1e+" '{"a":1e+}' 9 'a number has no digit in its exponent'
refused "the number 0x10" '{"a":0x10}' 7 'an object lacks a comma or its end'

hex='an escape \u lacks its four hex digits'
refused "the escape \\u12g4" '{"a":"\\u12g4"}' 8 "$hex"
refused "the escape \\u123" '{"a":"\\u123"}' 8 "$hex"
refused "the escape \\u+123" '{"a":"\\u+123"}' 8 "$hex"
half='an escape is half of a surrogate pair'
refused "a lone high surrogate" '{"a":"\\ud83d"}' 8 "$half"
refused "a lone low surrogate" '{"a":"\\ude00"}' 8 "$half"
refused "two high surrogates" '{"a":"\\ud83d\\ud83d"}' 8 "$half"
refused "a high surrogate and a letter" '{"a":"\\ud83dxx\\ude00"}' 8 "$half"
refused "an unknown escape" '{"a":"\\x41"}' 8 \
	'a string has an escape that JSON does not know'
refused "an escaped line end" "{\"a\":\"\\\\" 8 'a string does not end'

twice='an object has a member twice'
refused "a duplicate name" '{"a":1,"a":1}' 12 "$twice"
refused "a duplicate name spelled with an escape" \
	'{"a":1,"\\u0061":1}' 17 "$twice"
refused "a duplicate name inside another object" \
	'{"a":{"b":1,"b":2}}' 17 "$twice"
refused "a duplicate name inside an array" '[{"b":1,"b":2}]' 13 "$twice"
refused "a duplicate empty name" '{"":1,"":2}' 10 "$twice"

more='more text behind the value'
refused "two objects" '{}{}' 3 "$more"
refused "two objects with a blank" '{} {}' 4 "$more"
refused "a bracket too many" '[1]]' 4 "$more"
refused "a comment behind" '{"a":1}//x' 8 "$more"
refused "a comment before" '/*x*/{"a":1}' 1 'no JSON value'
refused "a comma at an object's end" '{"a":1,}' 8 \
	"an object's member does not start with a name"
refused "a comma at an array's end" '[1,]' 4 'no JSON value'
refused "single quotes" "{'a':1}" 2 \
	"an object's member does not start with a name"
refused "a bare name" '{a:1}' 2 "an object's member does not start with a name"
refused "a missing colon" '{"a" 1}' 6 "a member's name is not followed by a colon"
refused "a missing comma" '[1 2]' 4 'an array lacks a comma or its end'
refused "a missing value" '{"a":}' 6 'no JSON value'
refused "an object that does not end" '{"a":1' 7 \
	'an object lacks a comma or its end'
refused "a string that does not end" '{"a":"x' 8 'a string does not end'
refused "a capital True" '[True]' 2 'no JSON value'
refused "a word cut short" '[tru]' 2 'no JSON value'
refused "a word too long" '[nulls]' 6 'an array lacks a comma or its end'
refused "an empty line" '' 1 'an empty line'
refused "a line of blanks" '  ' 3 'a value is missing'

deep=$(awk 'BEGIN { for (i = 0; i < 1001; i++) printf "[" }')
refused "a depth of 1001" "$deep" 1001 \
	'arrays and objects nest deeper than 1000'
ok "a depth of 1000 is not refused" sh -c '
	awk "BEGIN { for (i = 0; i < 1000; i++) s = s \"[\"
		for (i = 0; i < 1000; i++) s = s \"]\"; print s }" | "$1"' sh "$verdict"

# Lines to 64 MiB, to the byte.
long() { # long LENGTH  prints an array of that many bytes and an object
	printf '['
	head -c $(($1 - 2)) /dev/zero | tr '\000' ' '
	printf ']\n{}\n'
}
limit=$((64 * 1024 * 1024))
long $limit | "$verdict" >got
printf '1 record\n2 record\n' >wanted
same "a line of 64 MiB is read" wanted got
long $((limit + 1)) | "$verdict" >got
printf '1 %s: a line longer than 64 MiB\n2 record\n' $((limit + 1)) >wanted
same "a line one byte longer is refused, and the next one read" wanted got

# Where lines end.
printf '{}\n[]' | "$verdict" >got
printf '1 record\n2 record\n' >wanted
same "a last line needs no line end" wanted got
"$verdict" </dev/null >got
same "no input has no lines" /dev/null got
printf '{}\r\n{}\n' | "$verdict" >got
same "a carriage return is a blank of JSON" wanted got
(
	for piece in '{"a"' ':"\303' '\251"}\n[' '1]\n{' '}'; do
		# shellcheck disable=SC2059  # the format is the data
		printf "$piece"
		sleep 0.02
	done
) | "$verdict" >got
printf '1 record\n2 record\n3 record\n' >wanted
same "lines that come in pieces are read whole" wanted got
status 3 "a folder as input is a read error" sh -c '"$1" </' sh "$verdict"
finish
