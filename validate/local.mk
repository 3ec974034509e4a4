# Checks of records and of sets of them.
