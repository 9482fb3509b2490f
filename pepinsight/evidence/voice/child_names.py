"""What the child is called: by the plan, and by those who write it, who may use a short form that no field gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from pepinsight.evidence.small_words import SMALL
from pepinsight.evidence.voice.carer_names import never_names
from pepinsight.plan import Plan

_NAMED = re.compile(r"(?<![\w'’.@/&-])([A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)*)(?![\w@-])")
_ACTS = re.compile(
    r"['’]s\b| (?:is|was|has|had|will|can|says?|said|told|wants?|would|likes?|does|did|to|and|who|needs?|came|asked)\b"
)
_WORD = re.compile(r"[^\W\d_]+")
_SHORT_FORM = re.compile(r"[\s,]*[(\"'“‘]+([A-Z][^\W\d_]+)[)\"'”’]")
_FEWEST_ACTS = 4
"""How often a name must act ("Noor said", "Noor's") before it is taken for the child's where no field gives a name."""
_FEWEST_USES = 4
_SHORT = 5
_TITLES = frozenset(title.lower() for title in SMALL.titles)


def child_names(plan: Plan, others: Iterable[str] = ()) -> tuple[str, ...]:
    """The names of the plan's child, each once, the fullest first; ``others`` are full names of the adults in it.

    Added to those that the plan's fields give: a short form in brackets or quotation marks behind the full name, one
    that the text uses more than the full name and that sounds like it, and, where no field gives any name, the name
    that by far the most is told of. A PEP is about one child.
    """
    text = plan.document.text
    given = list(dict.fromkeys(name for name in (plan.child.name, plan.child.known_as, *plan.child.names) if name))
    given = [name for name in given if name.split()[0].lower() in text.lower() and not _is_shorthand(name, text)]
    uses, acts = _counted(text, {word for name in others for word in name.split() if " " in name})
    if not given:
        ranked = acts.most_common(2)
        if not ranked or ranked[0][1] < _FEWEST_ACTS or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return ()
        guess = ranked[0][0]
        return (guess, *(word for word in acts if acts[word] > 1 and word != guess and word.startswith(guess)))
    firsts = [name.split()[0] for name in given]
    for name in tuple(given):
        given += _short_forms(text, name)
    used = max((uses[first] for first in firsts), default=0)
    short = [word for word, times in uses.items() if times >= _FEWEST_USES and times > used]
    given += [word for word in short if acts[word] and any(_short_for(word, name, acts[word]) for name in given)]
    return tuple(dict.fromkeys(given))


def _is_shorthand(name: str, text: str) -> bool:
    """Whether what a field gave as a name stands in the text in capitals only, as "EHCP" does, and is no full name."""
    return " " not in name and name not in text


def _short_forms(text: str, name: str) -> Iterator[str]:
    """What stands in brackets or quotation marks behind a name."""
    at = text.find(name)
    while at >= 0:
        at += len(name)
        if match := _SHORT_FORM.match(text, at):
            yield match.group(1)
            at = match.end()
        at = text.find(name, at)


def _counted(text: str, others: set[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each capitalised word that can be a person's first name is used, and how often it acts."""
    uses: Counter[str] = Counter()
    acts: Counter[str] = Counter()
    plain = {word for word in _WORD.findall(text) if word.islower()}
    barred = others | never_names()
    for match in _NAMED.finditer(text):
        word = match[1]
        if word in barred or word.lower() in plain or word.isupper() or _is_titled(text, match.start()):
            continue
        uses[word] += 1
        acts[word] += bool(_ACTS.match(text, match.end()))
    return uses, acts


def _is_titled(text: str, at: int) -> bool:
    """Whether a title stands before this place: "Mrs Noor" is not the child."""
    before = text[max(0, at - 8) : at].split()
    return bool(before) and before[-1].rstrip(".") in SMALL.titles


def _short_for(word: str, name: str, acts: int) -> bool:
    """ "Zac" for "Zachariah", "Mel" for "Amelka", "Ky" for "Kiyan", and a first name that a form gives last."""
    if word in name.split() or acts < _FEWEST_ACTS // 2:
        return word in name.split()
    short, full = word.lower(), name.split()[0].lower()
    if short in full or (len(short) <= _SHORT and any(short[at : at + 3] in full for at in range(len(short) - 2))):
        return True
    return short[0] == full[0] and len(short) < _SHORT and short[1] in full[1:] and short not in _TITLES
