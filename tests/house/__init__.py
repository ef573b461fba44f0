"""Rules of the house that no single room can keep: writes, layers, pins, catalogues, the wheel."""
