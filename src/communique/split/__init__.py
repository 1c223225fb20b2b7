"""Labelled lines of a page become reports: borders between stories, then the parts of each."""

from communique.split.assemble import assemble, mark_headline
from communique.split.headlines import find_headline
from communique.split.sentences import split_sentences
from communique.split.stories import cut_stories

__all__ = ["assemble", "cut_stories", "find_headline", "mark_headline", "split_sentences"]
