#!/bin/sh
# The manual pages: there is one for each tool, mandoc finds nothing to say
# about them, no quotation mark is doubled, and what their examples show can
# be typed: every line behind a "$ ", in order, in one folder a page that is
# empty at first.
. "$(dirname "$0")/lib.sh"

pages=$(echo "$top_srcdir"/man/*.[1-8])

# left_out PAGE  passes for the page of a tool that is not built.
left_out() {
	case $1 in *.1) ;; *) return 1 ;; esac
	case " $bin_programs " in *" ${1%.1} "*) return 1 ;; esac
}

# examples PAGE  prints the commands of its EXAMPLES, one a line. A command
# that ends in a backslash or a bar goes on in the next line.
examples() {
	awk '
	/^\.Sh/ { wanted = ($2 == "EXAMPLES") }
	/^\.Bd -literal/ { shown = 1; next }
	/^\.Ed/ { shown = 0 }
	!wanted || !shown { next }
	{
		gsub(/\\e/, "\\"); gsub(/\\&/, ""); gsub(/\\-/, "-")
		gsub(/\\\(aq/, "\047"); gsub(/\\\(dq/, "\"")
		gsub(/\\\(ti/, "~"); gsub(/\\\(ha/, "^")
	}
	more { sub(/^(> |[ \t]+)/, ""); line = line " " $0 }
	!more && /^\$ / { line = substr($0, 3) }
	!more && !/^\$ / { next }
	{
		more = sub(/\\$/, "", line) || line ~ /[|]$/
		if (!more) print line
	}' "$1"
}

for tool in $bin_programs; do
	ok "$tool has a page" test -f "$top_srcdir/man/$tool.1"
done

for page in $pages; do
	name=${page##*/}
	if command -v mandoc >/dev/null; then
		status 0 "$name passes the lint of mandoc" \
			mandoc -T lint -W warning "$page"
		ok "$name leaves nothing to say" test ! -s out
		mandoc -T utf8 "$page" >shown
		lacks "$name has no quotation mark twice in a row" \
			'““|””' shown
	else
		skip "$name passes the lint of mandoc" "mandoc is not installed"
	fi

	examples "$page" >commands
	case $name in
	*.1) ok "$name has examples" test -s commands ;;
	esac
	if left_out "$name"; then
		skip "the examples of $name run" "the tool is not built"
		continue
	fi
	# One script a page, so that a variable set by one line is there for the
	# next; the status of each line goes to a file.
	awk -v out="$work/statuses" '{ print; print "echo $? >>" out }' \
		commands >script
	rm -rf folder statuses && mkdir folder && : >statuses
	(cd folder && sh ../script) >said 2>&1 </dev/null
	number=0
	while read -r command; do
		number=$((number + 1))
		ok "$name, example $number runs: $(printf %.50s "$command")" \
			test "$(sed -n ${number}p statuses)" = 0
	done <commands
	if grep -qv '^0$' statuses; then
		sed 's/^/# /' said | tail -n 8
	fi
done
finish
