#!/bin/sh
# cklint: each rule is broken by an example that breaks no other, and the page
# has every rule.
. "$(dirname "$0")/lib.sh"

rules=$PALIMPSEST_DATA/templates/lint/rules.tsv

# The page -----------------------------------------------------------------------
awk -F '\t' '/^#/ { next } seen++ { print $1 " " $2 }' "$rules" | sort >wanted
sed -n 's/^\.It Sy \([a-z-]*\) Pq \([a-z]*\).*/\1 \2/p' \
	"$top_srcdir/man/cklint.1" | sort >paged
same "cklint.1 has an entry for each rule, of its severity" wanted paged
finish
