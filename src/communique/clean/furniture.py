"""What page furniture says, whatever the site: phrases of menus, buttons, notices and footers.

Compiled by the project from what English-language pages carry around their articles. Two strengths:
a PHRASE line is furniture itself; a BARRIER also opens a zone that is seldom left again (related
stories, comments, footers).
"""

import re
from typing import Literal

Strength = Literal["phrase", "barrier"]

_BARRIER = re.compile(
    r"""^\W*(?:
      (?:you\s(?:may|might)\s(?:also|be)|people\salso|more\s(?:from|on|in|stories|news|articles|like\sthis|about)\b
        |(?:also\s)?recommended\b|related\b|similar\b|trending\b|popular\b|most\s(?:read|popular|viewed|shared|recent|commented)
        |latest\b|recent\b|top\sstories|up\snext|read\snext|next\sup|keep\sreading|explore\smore|further\sreading|see\salso
        |in\sother\snews|editors?.?s?\spicks?|around\sthe\sweb|from\sour\spartners|sponsored)
        (?:\W|$)(?:.{0,40})
      |(?:leave|post|add|write)\sa\s(?:comment|reply)\b.{0,40}
      |(?:\d+\s)?(?:comments?|responses|replies)(?:\s\(?\d+\)?)?
      |(?:join\sthe\s(?:discussion|conversation)).{0,40}
      |(?:references|bibliography|footnotes|works\scited|sources?|citations?)
      |about\s(?:the\sauthor|us|this\ssite)s?|contact\sus|follow\sus.{0,30}|privacy\spolicy.*|terms\s(?:of|and|&)\s.{0,60}
      |(?:tags?|topics?|filed\sunder|categories|keywords)\W*
      |(?:previous|next)\s(?:post|article|story|page).{0,80}
      |share\sthis(?:\s(?:article|story|post|page))?.{0,20}
      |recommended\sarticles
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_PHRASE = re.compile(
    r"""^\W*(?:
      skip\sto\b.*|(?:toggle|open|close|show|hide|view)\s(?:main\s)?(?:menu|navigation|search|all|more).*|menu|search.{0,30}
      |home(?:page)?(?:\s*[>»/|].*)?|back\sto\s.{0,40}|return\sto\s.{0,40}|go\sto\s.{0,30}
      |(?:log|sign)\s?(?:in|up|out)\b.{0,90}|register(?:\snow|\shere|\sfor\sfree)?|subscribe.{0,120}|unsubscribe.{0,40}
      |(?:click|tap)\s(?:here|to|on).{0,120}|(?:read|learn|find\sout|see|view|watch|show|load)\s(?:the\s)?(?:more|full|now|all|less|next)\b.{0,80}
      |continue\sreading.{0,60}|advertise?ment.{0,40}|ad|sponsored(?:\scontent)?|promoted|story\scontinues\sbelow.*
      |(?:share|tweet|pin|e-?mail|print|save|like|copy(?:\slink)?|follow|reply|bookmark|download|listen|play|pause|mute)(?:\s(?:on|this|via|to|it|us|article|story|link|page|pdf|now)\b.{0,50})?
      |(?:share\s)?(?:on\s)?(?:facebook|twitter|x|whatsapp|linkedin|telegram|reddit|pinterest|instagram|youtube|tiktok|wechat|weibo|vk)\b(?:[\s,|/·•]+(?:facebook|twitter|x|whatsapp|linkedin|telegram|reddit|pinterest|instagram|youtube|tiktok|e-?mail|print|copy\slink|more)\b)*
      |(?:we|this\s(?:web)?site|our\s(?:web)?site)\suses?\scookies.*|.{0,80}\bcookies?\s(?:policy|settings|preferences|notice).{0,60}|accept(?:\sall)?(?:\scookies)?.{0,40}
      |by\s(?:continuing|clicking|signing|subscribing|using|submitting|providing|entering).{10,300}
      |.{0,80}\ball\srights\sreserved\b.{0,160}|(?:©|\(c\)\s|copyright\s(?:©|\(c\)|\d{4}|by)).{0,200}
      |(?:get|receive|join|enter|sign\sup|stay)\s.{0,60}\b(?:newsletters?|inbox|e-?mail(?:\saddress)?|updates|alerts|mailing\slist|informed|connected|in\stouch)\b.{0,160}
      |(?:was\sthis|did\syou\sfind\sthis).{0,60}\b(?:helpful|useful|interesting)\b.{0,40}|(?:rate|like)\sthis\s(?:article|post|page).{0,40}
      |\d+\s?(?:min(?:ute)?s?\s?(?:read|to\sread)|views?|shares?|comments?|likes?|reads|hits)|(?:reading|read)\stime\W.{0,30}
      |(?:(?:estimated|average)\s)?\d+.?min(?:ute)?s?\s?read
      |(?:more\s)?images?|photos?|gallery|videos?|feature\simage|photo\sgallery|\d+\s?(?:of|/)\s?\d+|slide\s\d+.*|loading\W*|skip\sad
      |font\ssize.*|text\ssize.*|a\s?[-+]\s?a.*|print\s(?:this\s)?(?:page|article|version)|send\sto\s(?:a\s)?friend|pdf
      |(?:report|submit)\s(?:a\s|an\s)?(?:correction|error|typo|tip|news).{0,40}|something\swrong.{0,60}
      |disclaimer\W?.{0,20}|disclosure\W?|affiliate\sdisclosure.{0,40}|.{0,90}(?:affiliate|commission)\b.{0,60}(?:links?|purchases?|earn)\b.{0,160}
      |(?:image|photo|picture)\s(?:credit|source|courtesy)\W.{0,80}
      |follow\s.{2,30}\son\s(?:twitter|x|facebook|instagram|telegram|linkedin|google\snews).{0,40}
      |download\s(?:the|our)\s.{0,30}app.{0,60}|(?:app\sstore|google\splay)
      |please\s(?:enable|turn\son)\s.{0,40}javascript.{0,120}|your\sbrowser\s(?:does\snot|is\sout).{0,120}
      |\(?(?:this|the)\s(?:story|article|report|content)\s(?:has\snot\sbeen|has\sbeen|was|is)\s.{0,40}\b(?:edited|amended|corrected|updated|generated|syndicated|republished|translated|published)\b.{0,120}
      |(?:©|\(c\))?\s?content\s(?:from|on)\sthis\ssite\b.{0,120}
      |table\sof\scontents?|contents|in\sthis\sarticle|jump\sto.{0,40}|on\sthis\spage|key\stakeaways
      |(?:english|español|français|deutsch|русский|中文|العربية|português|türkçe|azərbaycan|日本語|한국어)(?:[\s|/,·•]+\S{2,12}){0,12}
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)


def furniture(line: str) -> Strength | None:
    """Whether a whole line is furniture, and how strong; None for anything else.

    >>> furniture("Share on Facebook"), furniture("Recommended Articles"), furniture("He left.")
    ('phrase', 'barrier', None)
    """
    if len(line) > 400:
        return None
    if _BARRIER.match(line) and len(line) < 90:
        return "barrier"
    return "phrase" if _PHRASE.match(line) else None
