#!/bin/sh
# mlscore --grim: which printed percentages can be of the counts that are told,
# and which count can be of all of a column.
. "$(dirname "$0")/lib.sh"

# verdicts  prints n, verdict and numerator of each line.
verdicts() { cut -f 4- out | tail -n +2; }

cat >possible.csv <<'END'
name,value,n
efficacy,98.89,90
efficacy,98.89,180
"a half, up",12.5,8
"a half, up",0.3,400
a half to even,0.2,400
nobody,0,17
everybody,100.00,3
END
ok "what can be" mlscore --grim possible.csv
verdicts >got
printf '%s\tpossible\t%s\n' 90 89 180 178 8 1 400 1 400 1 17 0 3 3 >wanted
same "is told with its numerator" wanted got
says "and its name" '^4	a half, up	12.5	8	' out

cat >impossible.csv <<'END'
value,n
98.89,100
33.3,4
0.5,1000
99.9,50
END
status 1 "what cannot be" mlscore --grim impossible.csv
verdicts >got
printf '%s\n' '100	impossible	' '4	impossible	' '1000	possible	5' \
	'50	impossible	' >wanted
same "is told" wanted got

cat >columns.csv <<'END'
group,value,n
retain,98.89,
retain,50.00,
other,33.33,
retain,97.50,40
END
ok "columns whose count is not told" mlscore --grim columns.csv
verdicts >got
printf '%s\n' '90	possible	89' '90	possible	45' '3	possible	1' \
	'40	possible	39' >wanted
same "have the least that all their values fit" wanted got

# PEBench, table 1, generality of persons.
printf 'value,n\n2.24,\n98.89,\n99.70,\n' >pebench.csv
status 1 "a published column" mlscore --grim pebench.csv --max-n 2984
verdicts >got
printf '	impossible	\n	impossible	\n	impossible	\n' >wanted
same "fits no count up to 2,984" wanted got

printf 'value,n\n101,5\n' >bad
status 1 "more than a hundred per cent is refused" mlscore --grim bad
says "with its line" "bad:2: '101' is no value from 0 to 100" err
ok "and nothing is written" test ! -s out
printf 'value,n\n-1,5\n' >bad
status 1 "and so is less than none" mlscore --grim bad
printf 'value,n\n1.0000001,5\n' >bad
status 1 "more decimals than six" mlscore --grim bad
printf 'value,n\n1,0\n' >bad
status 1 "a count of none" mlscore --grim bad
printf 'n\n1\n' >bad
status 1 "a table without values" mlscore --grim bad
printf 'value,n\n1\n' >bad
status 1 "a row that is short" mlscore --grim bad
: >bad
status 1 "an empty file" mlscore --grim bad
status 3 "a file that is not there" mlscore --grim none
status 2 "a release besides" mlscore --grim possible.csv r
status 2 "--max-n without it" mlscore --max-n 5 r a.jsonl
ok "an output" mlscore --grim possible.csv -o table
says "has a head" '^line	name	value	n	verdict	numerator$' table
status 3 "a full disk is told" mlscore --grim possible.csv -o /dev/full
ok "a pipe is read" sh -c 'cat possible.csv | mlscore --grim /dev/stdin'
same "as the file is" table out
ok "and stdin" sh -c 'mlscore --grim - <possible.csv'
same "likewise" table out
printf 'value,n\n98.89,90\n\0\n' >bad
status 1 "a table with a NUL is refused" mlscore --grim bad
says "as such" "bad: holds a NUL" err
finish
