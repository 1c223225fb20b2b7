"""The trained tagger of attributions: who said, thought, wanted or showed what. See CARD.md."""

from communique.models.attribution.decode import Attribution, CueKind, Thresholds
from communique.models.attribution.tagger import AttributionModel, attribution_model

__all__ = ["Attribution", "AttributionModel", "CueKind", "Thresholds", "attribution_model"]
