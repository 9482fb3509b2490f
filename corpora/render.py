"""Makes the Word and PDF files of `fresh/` from their YAML: `python corpora/render.py [author ...]`.

Each author has layouts of their own, none of them among those of `gold/`. Each PEP gets one in Word and one in PDF, and
every item of its body stands in the order of the YAML.
"""

import sys
from pathlib import Path
from typing import Any

import yaml
from layouts_d1 import Banner, Boxes, Report, Web
from layouts_e import Ledger, Office, Portal, Printed, Questions, Ruled, Typed
from layouts_f1 import CardPage, SectionBars
from layouts_f2 import Nested, Story
from layouts_f3 import Striped, Wide
from layouts_f4 import Definitions, Outline
from layouts_f5 import PartForm, PlainForm
from layouts_f6 import CaptionExport, CaptionPrint
from layouts_g1 import BoxLandscape, OldTemplate
from layouts_g2 import AnswerExport, BandPrint
from layouts_g3 import Framed, LeadIn
from layouts_g4 import PrintedSheet, Workbook
from layouts_g5 import HomeMade, SideBar
from layouts_g6 import CaptionRule, TabExport
from layouts_h1 import SoftCards, Themes
from layouts_h2 import Margin, Prose
from layouts_i1 import LabelAbove, SmallTables
from layouts_i2 import Bubble, RunIn
from layouts_i3 import StackPrint, TabPrint
from layouts_i4 import BoxedQuestions, TwoParts
from layouts_j1 import AnswerBoxes, PortraitPrint
from layouts_j2 import BannerLines, PanelPrint
from layouts_k1 import LandscapePrint, SectionTables
from layouts_k2 import CouncilForm, CouncilPrint
from layouts_l1 import CountyPrint, OfficeBars
from layouts_l2 import BoxedEdition, LongForm
from layouts_l3 import HeadedTables, TwoColumnPrint
from layouts_l4 import CityExport, CityTemplate
from layouts_l5 import FullPrint, TermlyPrint
from layouts_l6 import LandscapeForm, TrustPrint
from layouts_m1 import AmendedForm, FullTabs
from layouts_m2 import BoxedParts, ColourBars
from layouts_m3 import CountyReviews, ReviewPrint
from layouts_m4 import LandscapeReview, StyledTemplate
from layouts_m5 import AnswerTables, GreyLabels
from layouts_m6 import SideBySide, TermlyStack
from layouts_n1 import CountyLines, PanelSheet
from layouts_n2 import BandExport, CaptionGrid
from layouts_n3 import BoroughForm, BoroughRevised
from layouts_n4 import CityFrames, CityGrey

FRESH = Path(__file__).parent / "fresh"
WORD: dict[str, list[Any]] = {
    "d1": [Banner, Boxes], "e1": [Ledger, Typed], "e2": [Portal, Questions],
    "f1": [SectionBars], "f2": [Story], "f3": [Wide], "f4": [Outline], "f5": [PartForm], "f6": [CaptionExport],
    "g1": [OldTemplate], "g2": [AnswerExport], "g3": [LeadIn], "g4": [Workbook], "g5": [HomeMade], "g6": [TabExport],
    "h1": [Themes], "h2": [Margin],
    "i1": [SmallTables], "i2": [RunIn], "i3": [TabPrint], "i4": [TwoParts], "j1": [AnswerBoxes], "j2": [BannerLines],
    "k1": [SectionTables], "k2": [CouncilForm],
    "l1": [OfficeBars], "l2": [LongForm], "l3": [HeadedTables], "l4": [CityTemplate], "l5": [FullPrint],
    "l6": [LandscapeForm],
    "m1": [FullTabs], "m2": [BoxedParts], "m3": [CountyReviews], "m4": [StyledTemplate],
    "m5": [AnswerTables], "m6": [TermlyStack],
    "n1": [CountyLines], "n2": [BandExport], "n3": [BoroughForm], "n4": [CityGrey],
}  # fmt: skip
PDF: dict[str, list[Any]] = {
    "d1": [Web, Web, Report, Report],
    "e1": [Ruled, Office(Ledger)],
    "e2": [Printed, Office(Portal)],
    "f1": [CardPage], "f2": [Nested], "f3": [Striped], "f4": [Definitions], "f5": [PlainForm], "f6": [CaptionPrint],
    "g1": [BoxLandscape], "g2": [BandPrint], "g3": [Framed], "g4": [PrintedSheet], "g5": [SideBar], "g6": [CaptionRule],
    "h1": [SoftCards], "h2": [Prose],
    "i1": [LabelAbove], "i2": [Bubble], "i3": [StackPrint], "i4": [BoxedQuestions], "j1": [PortraitPrint],
    "j2": [PanelPrint], "k1": [LandscapePrint], "k2": [CouncilPrint],
    "l1": [CountyPrint], "l2": [BoxedEdition], "l3": [TwoColumnPrint], "l4": [CityExport], "l5": [TermlyPrint],
    "l6": [TrustPrint],
    "m1": [AmendedForm], "m2": [ColourBars], "m3": [ReviewPrint], "m4": [LandscapeReview],
    "m5": [GreyLabels], "m6": [SideBySide],
    "n1": [PanelSheet], "n2": [CaptionGrid], "n3": [BoroughRevised], "n4": [CityFrames],
}  # fmt: skip


def fill(layout: Any, body: list[dict[str, Any]]) -> Any:
    for item in body:
        if "heading" in item:
            layout.heading(item["heading"], item["level"])
        elif "p" in item:
            layout.paragraph(item["p"])
        else:
            kind = next(iter(item))
            getattr(layout, kind)(item[kind])
    return layout


def main(authors: list[str]) -> None:
    for author in authors:
        for number, path in enumerate(sorted(FRESH.glob(f"{author}-*.yaml"))):
            body = yaml.safe_load(path.read_text(encoding="utf-8"))["body"]
            for suffix, layouts in ((".docx", WORD[author]), (".pdf", PDF[author])):
                fill(layouts[number % len(layouts)](), body).save(path.with_suffix(suffix))


if __name__ == "__main__":
    main(sys.argv[1:] or list(WORD))
