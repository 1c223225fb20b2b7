"""Lists of persons in: FollowTheMoney JSON lines and Wikidata JSON dumps become profiles."""

from communique.importing.people import file_name, read_people
from communique.importing.result import Form, Imported

__all__ = ["Form", "Imported", "file_name", "read_people"]
