"""What the records say in each paper's own fields, by its code; reads only. Names and sentences are in Vietnamese."""

from thidua.documents.official.fillers import blocs, conferences, money, seasons, units, works

FILLERS = {**seasons.FILLERS, **conferences.FILLERS, **money.FILLERS, **blocs.FILLERS, **works.FILLERS, **units.FILLERS}
