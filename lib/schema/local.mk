# JSON Schema, for whoever checks records.
