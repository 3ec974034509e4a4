# Everything that can go wrong with one member of a JSON value, member by
# member: for each mutant a line that says what was done, WHERE WHAT, and a line
# with the mutant. Of an array only the first item is changed, its place is *.
# --arg name NAME  is put before what was done.
def others($value):
	{"as null": null, "as boolean": true, "as number": 3, "as text": "word",
	 "as array": [], "as object": {}}
	| to_entries[]
	| select((.value | type) != ($value | type));
def kinds:
	if type == "number" then
		{"below": -1, "above": 1e300, "between": (. + 0.5)}
	elif type == "string" then
		{"empty": "", "control": (. + "\u0001"), "signs": "?!",
		 "long": ("a" * 20000)}
	elif type == "boolean" then {"other": (. | not)}
	elif type == "array" then
		{"emptied": [], "doubled": (. + .[0:1]),
		 "long": [limit(1100; repeat(.[0]))]}
	elif type == "object" then {"unknown": (. + {x_unknown: 0})}
	else {} end
	| to_entries[];
def place: map(if type == "number" then "*" else . end) | "/" + join("/");
def told($path; $what): "\($name) \($path | place) \($what)";
. as $whole
| ([], paths)
| . as $path
| select(all(.[]; type != "number" or . == 0))
| ($whole | getpath($path)) as $value
| (if $path != [] and ($path[-1] | type) == "string" then
	told($path; "dropped"), ($whole | delpaths([$path]) | tojson)
   else empty end),
  ($value | (others($value), kinds)
   | select(.value != $value)
   | told($path; .key),
     (.value as $new | $whole | setpath($path; $new) | tojson))
