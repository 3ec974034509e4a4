#!/bin/sh
# The fuzz targets hold on every file of their corpora. (make fuzz looks for
# new ones.)
. "$(dirname "$0")/lib.sh"

for folder in "$top_srcdir"/tests/fuzz/corpus/*; do
	target=${folder##*/}
	if [ ! -x "$top_builddir/tests/fuzz/$target" ]; then
		skip "the target $target holds on its corpus" "it is not built"
		continue
	fi
	for file in "$folder"/*; do
		ok "the target $target holds on ${file##*/}" \
			"$top_builddir/tests/fuzz/$target" "$file"
	done
done
finish
