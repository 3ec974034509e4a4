# Writes schema/metaschema/*.json, which are its operands, as the C source of
# metaschemas.h: of each file the URI and, a line a string, the text.
BEGIN {
    print "/* Made by metaschemas.awk: change the files in schema/metaschema/. */"
    print "#include \"schema/metaschemas.h\"\n\n#include <stddef.h>\n"
    print "const struct metaschema metaschemas[] = {"
}
FNR == 1 {
    name = FILENAME
    sub(/^.*\/metaschema\//, "", name)
    sub(/\.json$/, "", name)
    printf "%s    {METASCHEMAS_BASE \"%s\"", (NR > 1 ? "},\n" : ""), name
    between = ",\n     "
}
{
    gsub(/[\\"?]/, "\\\\&")
    printf "%s\"%s\\n\"", between, $0
    between = "\n     "
}
END { print "},\n    {NULL, NULL},\n};" }
