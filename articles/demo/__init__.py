"""An invented archive for demonstrations and measurements: labelled, and the same for the same seed.

`phrases` reads the grammar, `cast` invents people and bodies, `treaties` their agreements, `stories` what
happened; `lives` says what was published of it and changed later, and `archive` seals that into the record as
publishing would have. `bulk` writes the rows.
"""
