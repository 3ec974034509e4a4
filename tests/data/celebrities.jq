# Strangers dressed as celebrities: no seed, no index, no world, no appearance.
.id = "c" + .id[1:] | .kind = "celebrity"
| del(.facts.appearance)
| .provenance = {tool: "fixture", version: "1", pin: {}}
