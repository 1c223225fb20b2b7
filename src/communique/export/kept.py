"""The register's own rows as plain rows: what `communique import` reads. Pure."""

import msgspec

from communique.export.rows import Row
from communique.types.kept import KeptAssertion, KeptJudgement, KeptPage, KeptRun


def run_row(run: KeptRun) -> Row:
    """A use of the tool."""
    return {
        "id": run.id,
        "started": run.started,
        "finished": run.finished,
        "tool": run.tool,
        "author": run.author or None,
        "stages": [
            {"stage": stage, "version": run.plan.get(stage), "model": run.models.get(stage)}
            for stage in dict.fromkeys((*run.plan, *run.models))
        ],
        "makers": dict(run.makers),
    }


def page_row(kept: KeptPage) -> Row:
    """A page with its text, and under which names and plan it was read."""
    page = kept.page
    return {
        "id": page.id,
        "name": page.name,
        "address": page.address,
        "media": page.media,
        "encoding": page.encoding,
        "sha256": page.sha256,
        "run_id": kept.run_id,
        "seen": [{"name": seen.name, "run_id": seen.run_id} for seen in kept.seen],
        "done": {"plan": kept.done.plan, "run_id": kept.done.run_id} if kept.done else None,
        "blocks": [
            {
                "start": block.span.start,
                "end": block.span.end,
                "tag": block.tag,
                "main": block.main,
                "linked": block.linked,
                "role": block.role,
            }
            for block in page.blocks
        ],
        "text": page.text,
    }


def assertion_row(kept: KeptAssertion) -> Row:
    """A row that claims something, and who made it; `record` as the register has it."""
    made = kept.provenance
    return {
        "id": kept.id,
        "kind": kept.kind,
        "subject": kept.subject,
        "record_id": kept.record_id,
        "run_id": made.run_id,
        "stage": made.stage,
        "version": made.version,
        "model": made.model,
        "made_from": kept.made_from,
        "record": msgspec.Raw(kept.record.encode()),
    }


def judgement_row(kept: KeptJudgement) -> Row:
    """A judgement, and the run that made it."""
    one = kept.judgement
    return {
        "id": one.id,
        "kind": one.kind,
        "left": one.left,
        "right": one.right,
        "author": one.author,
        "reason": one.reason,
        "at": one.at,
        "sentences": list(one.sentences),
        "score": one.score,
        "run_id": kept.run_id,
    }
