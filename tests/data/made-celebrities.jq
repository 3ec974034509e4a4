# Made people taken for celebrities, of whom there are eval questions only.
.kind = "celebrity"
| .provenance = {tool: "getcelebs", version: "0.1.0",
                 pin: {entity: 1, page: 2, file: "x"}}
| .facts |= with_entries(select(.value | type != "object"))
| .questions |= [.[] | select(.set == "eval") | .twin = null]
