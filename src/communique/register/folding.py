"""Persons who stand under two ids, found anew at every reading: nothing is stored, or lost.

So a namesake who comes later undoes what was folded, without a trace.
"""

from sqlalchemy import Connection, bindparam, func, select

from communique.merge.persons import same_persons
from communique.pipeline.codec import decode
from communique.register.schema import ASSERTED, assertions, persons
from communique.types.parties import Actor

BATCH = 500


def folding(connection: Connection) -> dict[str, str]:
    """The id of each person without a state -> that of the one of her name who has one.

    By the rule of `merge.persons`, over all standing reports; a name of one word is too little.
    """
    shared = select(persons.c.key).group_by(persons.c.key).having(func.count() > 1)
    doubted = select(persons.c.id).where(persons.c.key.in_(shared), persons.c.key.contains(" "))
    ids = list(connection.scalars(doubted))
    found: list[Actor] = []
    for start in range(0, len(ids), BATCH):
        rows = connection.scalars(_ACTORS, {"ids": ids[start : start + BATCH]})
        found += (decode(Actor, row) for row in rows)
    return dict(same_persons(found))


_ACTORS = select(assertions.c.record).where(
    assertions.c.kind == "actor",
    assertions.c.record_id.in_(bindparam("ids", expanding=True)),
    ASSERTED,
)
