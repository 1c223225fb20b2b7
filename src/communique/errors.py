"""Errors with codes, and the Fault: the record of a failure that does not stop a run."""

from dataclasses import dataclass

from communique.types.ids import content_id

CODES: dict[str, str] = {
    "E101": "the path does not exist",
    "E102": "the file cannot be read",
    "E103": "the file is empty",
    "E104": "the bytes are not text",
    "E105": "the page is too large",
    "E106": "the archive is damaged",
    "E107": "the archive unpacks to too much",
    "E108": "the link leads back to a folder it lies in",
    "E109": "the page has too many lines",
    "E110": "the markup cannot be parsed",
    "E111": "nothing on the page reads as a report",
    "E112": "the file is not a regular file",
    "E201": "a stage failed on this report",
    "E301": "there is no register at this path",
    "E302": "the register cannot be opened",
    "E303": "the register was made by a newer communique",
    "E304": "a record is damaged",
    "E401": "no such state",
    "E402": "no such id",
    "E403": "the output cannot be written",
    "E404": "no such actor",
    "E405": "this cannot be judged",
    "E406": "several ids begin so",
    "E501": "the line is no JSON object",
    "E502": "the line is no entity of the list",
    "E503": "what it refers to is not in the file",
    "E504": "the date cannot be read",
    "E505": "the code names no state",
    "E506": "the file is no list of persons",
    "E507": "the line is too long",
    "E508": "the export cannot be loaded",
    "E509": "the register is not empty",
    "E601": "a column is missing",
    "E602": "the row cannot be used",
    "E603": "there is nothing to score",
}
"""Every code communique gives, in one place; docs/errors.md explains each and what to do."""


class CommuniqueError(Exception):
    """A failure the user can act on: a code of `CODES`, what was wrong, and what to do."""

    def __init__(self, code: str, detail: str, advice: str = "") -> None:
        self.code = code
        self.detail = detail
        self.advice = advice
        words = f"{code}: {CODES[code]}: {detail}"
        super().__init__(f"{words}. {advice}" if advice else words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A page (or part of one) that could not be processed; the run went on.

    `page` is the name of the file or archive member, `sha256` of its bytes where they were read.
    """

    id: str
    page: str
    code: str
    message: str
    sha256: str | None = None

    @classmethod
    def of(cls, page: str, code: str, detail: str, sha256: str | None = None) -> "Fault":
        """A fault with a code of `CODES`; the same failure of the same page has the same id."""
        return cls(
            id=content_id("ft", page, code, sha256),
            page=page,
            code=code,
            message=f"{CODES[code]}: {detail}" if detail else CODES[code],
            sha256=sha256,
        )
