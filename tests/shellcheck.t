#!/bin/sh
# Every shell script of the suite passes shellcheck. One rule is left out:
# sh -c '..."$1"...' sh ARGUMENT is meant to stand in single quotes.
. "$(dirname "$0")/lib.sh"
needs shellcheck
if [ "$sanitizers" = yes ]; then
	skip "all scripts pass shellcheck" "sanitizers see no script"
	finish
	exit
fi

cd "$top_srcdir" || exit 99
scripts=$(echo quickstart runtests .ci/run recipes/* tests/*.t tests/peers/*.t \
	bench/* tests/fixture*)
cd "$work" || exit 99
for script in $scripts; do
	[ -f "$top_srcdir/$script" ] || continue
	case $(head -n 1 "$top_srcdir/$script") in
	'#!/bin/sh' | '#!/bin/bash')
		ok "$script passes shellcheck" shellcheck \
			-P "$top_srcdir:$top_srcdir/tests" -x -e SC2016 "$top_srcdir/$script"
		;;
	esac
done
for part in tests/lib.sh tests/setup.sh; do
	ok "$part, which is sourced, passes shellcheck" \
		shellcheck -s sh -e SC2016 "$top_srcdir/$part"
done
finish
