# The questions of person lines as rows: what is not there is "-", lists are
# joined by "|". The last columns: the role of the picture that is named, the
# number of the person's pictures, the names of the question's members.
. as $p | ([.images[]? | {key: .id, value: .role}] | from_entries) as $role
| .questions[] | [
	$p.id, $p.kind, $p.name, .id, .set, .task, .modality, .fact,
	(.pair // "-"), (.twin // "-"), (.image // "-"), .wording, .question,
	(.options // {} | .A // "-", .B // "-", .C // "-", .D // "-"),
	.answer, .value, (.aliases | join("|")), (.paraphrase // "-"),
	(.perturbed // [] | map(.answer) | join("|")),
	(.perturbed // [] | map(.value) | join("|")),
	(if .image then $role[.image] // "none" else "-" end),
	($role | length),
	(keys_unsorted | join(","))
] | @tsv
