"""The loop that every recipe trains by: AdamW, a warm start, a linear end, and mean weights."""

import time
from collections.abc import Callable, Iterable
from typing import TypeVar

import torch
from torch import Tensor, nn

B = TypeVar("B")
HEADS = 1e-3
"""How fast the heads learn."""
WARM = 0.06
"""Share of the steps in which the pace rises to its height."""


def fit(
    model: nn.Module,
    *,
    pace: float,
    epochs: int,
    steps: int,
    batches: Callable[[int], Iterable[B]],
    loss_of: Callable[[nn.Module, B], Tensor],
    judged: Callable[[nn.Module], str],
    often: int = 10,
) -> nn.Module:
    """Train for so many `steps` in all, the encoder at `pace`, on the batches of each epoch.

    Returns the mean of the weights over the second half, which errs less than the last; one in so
    many (`often`) steps counts. Prints a line an epoch, with what `judged` says.
    """
    encoder = model.encoder
    assert isinstance(encoder, nn.Module)
    body = [each for each in encoder.parameters() if each.requires_grad]
    heads = [
        each
        for name, each in model.named_parameters()
        if each.requires_grad and not name.startswith("encoder")
    ]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": pace}, {"params": heads, "lr": HEADS}],
        weight_decay=0.01,
        fused=True,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda at: min((at + 1) / (WARM * steps), max(0.0, 1 - at / steps))
    )
    average = torch.optim.swa_utils.AveragedModel(model)
    for epoch in range(epochs):
        model.train()
        began, total, done = time.process_time(), 0.0, 0
        for batch in batches(epoch):
            optimiser.zero_grad()
            loss = loss_of(model, batch)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total, done = total + float(loss.detach()), done + 1
            if epoch * 2 >= epochs and done % often == 0:
                average.update_parameters(model)
        spent = time.process_time() - began
        best = average.module if epoch * 2 >= epochs else model
        best.eval()
        line = f"epoch {epoch + 1}: loss {total / done:.4f}, {spent:.0f} CPU-s; {judged(best)}"
        print(line, flush=True)
    return average.module
