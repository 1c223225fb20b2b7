"""Made-up round-ups, the meetings they tell, and long reports of one thing."""

from made_reports import named_report

from communique.types.text import Report

HANOI = """\
HANOI -- Foreign Minister Tran Duc Long of Vietnam received his Mongolian counterpart, \
Oyunbilegiin Tuya, in Hanoi on Monday for talks on trade and air links.
Tran said Vietnam hoped to import more Mongolian lamb and wool, and Tuya invited Vietnamese firms \
to open offices in Ulaanbaatar.
The two ministers signed an agreement that waives visas for holders of official passports.
Tuya also laid a wreath at the mausoleum before she flew home."""
LUSAKA = """\
LUSAKA -- President Mwansa Chileshe of Zambia and President Ana Cossa of Mozambique opened a joint \
commission in Lusaka on Monday.
They agreed to build a power line from the Cahora dam to Lusaka, and to share the water of the \
Zambezi.
Cossa said the line would light two million homes in Zambia and Mozambique by the end of the decade.
Chileshe thanked Mozambique for letting Zambian copper through the port of Beira."""
LIMA = """\
LIMA -- Peru and Ecuador settled a quarrel over fishing on Monday, when Foreign Minister Rosa \
Quispe met her Ecuadorian colleague Luis Andrade in Lima.
Quispe said patrol boats of both navies would keep in touch by radio along the sea border.
Andrade said Ecuador would free four Peruvian trawlers that it had held in Guayaquil.
Both governments will draw up a list of licensed vessels."""
OSLO = """\
OSLO -- Iceland and Norway agreed in Oslo on Monday on how much mackerel each may catch, after \
talks between fisheries ministers Sigrun Jonsdottir and Arne Haugland.
Jonsdottir said the quota of 95,000 tonnes would let the stock recover.
Haugland said Norway would open its waters north of Jan Mayen to Icelandic boats.
Scientists from both countries are to count the mackerel each summer."""

TWO = """\
Vietnam and Mongolia signed an agreement on Monday that waives visas for holders of official \
passports, during a visit to Hanoi by the Mongolian foreign minister, Oyunbilegiin Tuya.
Her host, Tran Duc Long, said Vietnam hoped to buy more Mongolian lamb and wool.
Tuya invited Vietnamese firms to Ulaanbaatar.
Separately, the presidents of Zambia and Mozambique opened a joint commission in Lusaka.
Mwansa Chileshe and Ana Cossa agreed to build a power line from the Cahora dam to Lusaka and to \
share the water of the Zambezi."""
THREE = """\
1. Peru and Ecuador end fishing quarrel: Foreign Minister Rosa Quispe met her Ecuadorian colleague \
Luis Andrade in Lima on Monday. Andrade said Ecuador would free four Peruvian trawlers that it had \
held in Guayaquil.
2. Mackerel shared: Iceland and Norway agreed in Oslo on how much mackerel each may catch. \
Fisheries ministers Sigrun Jonsdottir and Arne Haugland set the quota at 95,000 tonnes.
3. Light for Zambia: President Mwansa Chileshe of Zambia and President Ana Cossa of Mozambique \
agreed in Lusaka to build a power line from the Cahora dam and to share the water of the Zambezi."""
FOUR = """\
It was a busy Monday for diplomats on four continents.
Asia
Foreign Minister Tran Duc Long of Vietnam received his Mongolian counterpart, Oyunbilegiin Tuya, \
in Hanoi.
The two ministers signed an agreement on visas for official passports, and Tran said Vietnam hoped \
to import more Mongolian lamb and wool.
Africa
Zambia and Mozambique are to build a power line from the Cahora dam to Lusaka, their presidents, \
Mwansa Chileshe and Ana Cossa, agreed.
Cossa said it would light two million homes.
Latin America
Rosa Quispe and Luis Andrade, the foreign ministers of Peru and Ecuador, settled a quarrel over \
fishing in Lima.
Ecuador will free four Peruvian trawlers held in Guayaquil.
Europe
Iceland and Norway set a mackerel quota of 95,000 tonnes in Oslo.
Fisheries ministers Sigrun Jonsdottir and Arne Haugland said the stock would recover."""

LONG_VISIT = """\
Foreign Minister Tran Duc Long of Vietnam and his Mongolian counterpart, Oyunbilegiin Tuya, signed \
an agreement on visas in Hanoi on Monday.
Tran, who had flown in from a conference in Jakarta, said Vietnam would buy more Mongolian lamb.
Meanwhile, business people from Vietnam and Mongolia met at a forum in the afternoon.
Batbold Dorj, who leads the chamber of commerce of Ulaanbaatar, said Mongolian wool was the finest \
in Asia.
Also on Monday, Tuya met Vietnamese students who are to leave for Ulaanbaatar.
Vietnam sent its first ambassador to Mongolia in 1961, and the two have traded in coal and rice \
since then, much of it through China.
The next meeting of the two ministers is to be held in Ulaanbaatar."""
LONG_QUARREL = """\
Peru and Ecuador settled a quarrel over fishing on Monday, their foreign ministers said in Lima.
Rosa Quispe said patrol boats of both navies would keep in touch by radio.
Luis Andrade said Ecuador would free four Peruvian trawlers held in Guayaquil.
Fishermen in Paita and Esmeraldas welcomed the news.
Norway and Iceland, which quarrelled over mackerel for years, had offered advice on quotas to Lima \
and Quito last year.
The trawlers, two of which belong to a firm in Chimbote, are to sail on Thursday.
In another meeting in Lima, experts from Peru and Ecuador began work on a list of licensed \
vessels."""


def report(name: str, text: str, published: str | None = "2031-03-10") -> Report:
    """A report with a paragraph a line, of the day of the samples unless told."""
    return named_report(name, text, published=published)
