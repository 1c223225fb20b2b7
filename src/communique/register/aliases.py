"""A person's word that two names are of one thing."""

from communique.align.aliases import name_in
from communique.errors import CommuniqueError
from communique.pipeline.codec import encode
from communique.pipeline.plan import MAKERS, versions
from communique.register.judging import judgement, signed
from communique.register.store import Register
from communique.types.provenance import Judgement
from communique.version import VERSION
from communique.vocab.tables import fold

_WORDED = "Give names as reports word them; `communique search` finds them."


def confirm(
    register: Register, a: str, b: str, *, author: str, reason: str
) -> tuple[Judgement, bool]:
    """Judge that `a` and `b` name one thing; returns the judgement, and whether it is new.

    It need not have been learned, but both must stand in reports of the register. Raises E405
    where either is no name or stands in none, or they are the same.
    """
    author, reason = signed(author, reason)
    names = sorted((_name(a), _name(b)), key=fold)
    if fold(names[0]) == fold(names[1]):
        raise CommuniqueError("E405", f"{names[0]} was given twice", "Name two.")
    made = judgement("one_name", names[0], names[1], author, reason)
    encode(made)  # refuses text that the database's driver would trip over
    with register.read() as view:
        for name in names:
            if not view.search(f'"{name}"', limit=1):
                raise CommuniqueError(
                    "E405", f"{name} stands in no report of the register", _WORDED
                )
        for one in view.judgements("one_name"):
            if [fold(one.left), fold(one.right)] == [fold(each) for each in names]:
                return one, False
    run = register.begin_run(VERSION, versions(), MAKERS, author=author)
    with register.write(run) as writer:
        writer.judge([made])
    register.end_run(run)
    return made, True


def _name(words: str) -> str:
    """The name without its article. Raises E405 where nothing of it can be looked up."""
    name = name_in(words) or " ".join(words.split())
    if not fold(name):
        raise CommuniqueError("E405", f"{words!r} is no name", "Give both names.")
    return name
