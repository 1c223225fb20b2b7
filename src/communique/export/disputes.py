"""What some reports tell otherwise than most, in plain words. Pure."""

from collections.abc import Callable

from communique.types.record import Disputed


def dispute_words(disputed: Disputed, reports: int, name: Callable[[str], str]) -> str:
    """What some of an event's `reports` have otherwise; `name` names an actor by id.

    >>> dispute_words(Disputed(field="date", value="2024-05-11", report_ids=("rp-1",)), 5, str)
    '1 of 5 reports says 2024-05-11'
    """
    few = len(disputed.report_ids)
    one = few == 1
    carried = f"{few} of {reports} reports"
    match disputed.field:
        case "date":
            return f"{carried} {'says' if one else 'say'} {disputed.value}"
        case "place":
            return f"{carried} {'has' if one else 'have'} it in {disputed.value}"
        case "mode":
            return f"{carried} {'tells' if one else 'tell'} it as {disputed.value}"
        case "parties":
            return f"{carried} {'names' if one else 'name'} {name(disputed.value)}"
