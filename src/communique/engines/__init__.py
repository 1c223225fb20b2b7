"""Ways to run one function over many items: in a loop here, or in worker processes."""

from communique.engines.base import Engine
from communique.engines.loop import LoopEngine
from communique.engines.processes import ProcessEngine

__all__ = ["Engine", "LoopEngine", "ProcessEngine"]
