# Strangers dressed as celebrities: no seed, no index, no world.
.id = "c" + .id[1:] | .kind = "celebrity"
| .provenance = {tool: "fixture", version: "1", pin: {}}
