"""Writing: one transaction, all or nothing, alone among writers."""

from collections.abc import Iterable

from sqlalchemy import Connection

from communique.errors import CommuniqueError, Fault
from communique.pipeline.codec import encode
from communique.register.dialect import insert_new
from communique.register.ledger import Ledger
from communique.register.records import (
    Claim,
    Run,
    StaleCoverage,
    import_claims,
    import_subject,
    merged_claims,
    page_claims,
)
from communique.register.schema import (
    derivations,
    dones,
    judgement_standings,
    judgements,
    pages,
    sightings,
)
from communique.register.view import View
from communique.types.coverage import Coverage, Merged
from communique.types.parties import Post, Profile
from communique.types.provenance import Judgement
from communique.types.record import Findings
from communique.types.text import Page, Report

BATCH = 500
"""Imported entities looked up at a time."""


class Writer:
    """What one transaction of `run` adds.

    `view` reads inside it: what stands, with what was written so far, while nobody else can write.
    """

    def __init__(self, connection: Connection, run: Run) -> None:
        self.view = View(connection)
        self._connection = connection
        self._ledger = Ledger(connection, run)
        self._run = run

    def add_page(
        self,
        page: Page,
        plan_version: str,
        *,
        reports: Iterable[Report] = (),
        findings: Iterable[Findings] = (),
        faults: Iterable[Fault] = (),
    ) -> bool:
        """Add a page with all that it gives rise to, and mark it done under `plan_version`.

        What the page gave rise to under another plan, and does not now, is withdrawn. Returns
        False, and adds only the name it was seen under, where the page is done already.
        """
        if self.view.done([page.id], plan_version):
            self.sight(page)
            return False
        self._insert_page(page)
        claims = list(page_claims(page.id, reports, findings, faults))
        before = self.view.report_ids_of(page.id)
        subjects = {page.id, page.name, *before, *(claim.subject for claim in claims)}
        self._ledger.settle(subjects, claims, f"not made under plan {plan_version}")
        row = {"page_id": page.id, "plan_version": plan_version, "run_id": self._run.id}
        self._ledger.insert(dones, [row])
        self.view.forget()
        self.view.forget_reports()
        return True

    def sight(self, page: Page) -> None:
        """Note that `page` was read under its name, and the page itself where it is new.

        Faults that stand against that name are withdrawn: it could be read.
        """
        self._insert_page(page)
        self._ledger.settle({page.name}, [], "the page could be read")

    def add_faults(self, faults: Iterable[Fault]) -> None:
        """Add faults of pages that could not be read at all; each stands against its page's name.

        Faults of a page that was read belong to `add_page`.
        """
        self._ledger.add(Claim.of("fault", fault.page, fault) for fault in faults)

    def import_list(
        self, source: str, file: str, records: Iterable[Profile | Post], faults: Iterable[Fault]
    ) -> int:
        """Add what the list `source` says in `file`; of an entity its newest word stands.

        Entities that are not in the file stand as they did. Returns how many are new or changed.
        """
        claims = list(import_claims(records))
        told = 0
        for start in range(0, len(claims), BATCH):
            some = claims[start : start + BATCH]
            told += self._ledger.settle({one.subject for one in some}, some, "imported anew")
        subject = import_subject(source, f" {file}")
        wrong = [Claim.of("fault", subject, fault) for fault in faults]
        self._ledger.settle({subject}, wrong, "imported anew")
        self.view.forget()
        return told

    def judge(self, made: Iterable[Judgement]) -> None:
        """Add judgements; one that was taken back before stands again."""
        listed = {judgement.id: judgement for judgement in made}
        known = self._ledger.known(judgements, judgement_standings, judgements.c.id, listed)
        rows = [
            {
                "id": one.id,
                "kind": one.kind,
                "left": one.left,
                "right": one.right,
                "author": one.author,
                "reason": one.reason,
                "at": one.at,
                "run_id": self._run.id,
                "sentences": one.sentences,
                "score": one.score,
            }
            for one in listed.values()
            if one.id not in known
        ]
        self._ledger.insert(judgements, rows)
        back = [known[one].seq for one in listed if one in known and not known[one].stands]
        self._ledger.turn(judgement_standings, back, stands=True, reason="judged again")
        self.view.forget()

    def withdraw_judgement(self, judgement_id: str, reason: str) -> None:
        """Take a judgement back, and with it all that it did.

        Raises `CommuniqueError` E402 where none of this id stands.
        """
        key = judgements.c.id
        known = self._ledger.known(judgements, judgement_standings, key, [judgement_id])
        if not (found := known.get(judgement_id)) or not found.stands:
            raise CommuniqueError("E402", f"no judgement {judgement_id} stands")
        self._ledger.turn(judgement_standings, [found.seq], stands=False, reason=reason)
        self.view.forget()

    def derive(
        self, stale: StaleCoverage, coverage: Coverage | None = None, merged: Merged | None = None
    ) -> bool:
        """Put `coverage` and `merged`, made from `stale`, in the place of what stood for it.

        Leave both out where the coverage has no members left. Returns False, and writes nothing,
        where the coverage changed since `stale` was read: it will be found stale again. Raises
        ValueError where they are of another coverage.
        """
        if not self.view.still(stale):
            return False
        claims = list(merged_claims(coverage, merged)) if coverage and merged else []
        if bool(claims) != bool(stale.report_ids) or any(one.subject != stale.id for one in claims):
            raise ValueError(f"what was merged is not of coverage {stale.id}")
        self._ledger.settle({stale.id}, claims, "the coverage was merged anew")
        row = {"coverage_id": stale.id, "digest": stale.digest, "run_id": self._run.id}
        self._ledger.insert(derivations, [row])
        return True

    def _insert_page(self, page: Page) -> None:
        encode(page)  # refuses text that the database's driver would trip over
        row = page_row(page, self._run.id)
        seen = {"page_id": page.id, "name": page.name, "run_id": self._run.id}
        insert_new(self._connection, pages, [row])
        insert_new(self._connection, sightings, [seen])


def page_row(page: Page, run_id: str) -> dict[str, str | None]:
    """The row of `pages` for a page that `run_id` read first."""
    return {
        "id": page.id,
        "name": page.name,
        "address": page.address,
        "media": page.media,
        "encoding": page.encoding,
        "sha256": page.sha256,
        "text": page.text,
        "blocks": encode(page.blocks).decode(),
        "run_id": run_id,
    }
