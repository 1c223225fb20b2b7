# Makes .venv hold exactly what a lock names; sourced by run and check. See docs/setup.md.
#
#     setup ROOT KIND      KIND is `run` (requirements.lock) or `dev` (requirements-dev.lock)
#
# A start with nothing to do costs one `cmp`; only the first start, and one after a lock changed,
# reaches for the package index.

unset PYTHONPATH PYTHONHOME # another project's modules have no business in this one
export DO_NOT_TRACK=1

setup() (
    cd -- "$1" || exit 1
    kind=$2
    ready && exit 0
    if command -v flock >/dev/null; then
        exec 9>.venv.lock
        flock 9
        ready && exit 0 # another start did the work while this one waited
    fi
    if ! grounded; then make_venv || exit 1; fi
    fill_venv
)

# The folder is part of what a venv is made from: it cannot be moved.
ground() { pwd -P && cat requirements-setup.lock; }
stamp() { echo "$1" && ground && cat pyproject.toml requirements.lock requirements-dev.lock; }

grounded() { [ -x .venv/bin/python ] && ground | cmp -s - .venv/ground; }
holds() { [ -x .venv/bin/python ] && stamp "$1" | cmp -s - .venv/stamp; }
ready() { holds "$kind" || holds dev; } # what develops also runs

make_venv() {
    python=$(find_python) || return 1
    echo "communique: making .venv; the first time takes about a minute" >&2
    "$python" -m venv --clear .venv &&
        .venv/bin/python -m pip --disable-pip-version-check install --quiet --no-deps \
            --only-binary :all: --require-hashes --requirement requirements-setup.lock &&
        ground >.venv/ground ||
        unfinished
}

fill_venv() {
    [ "$(head -n 1 .venv/stamp 2>/dev/null)" != dev ] || kind=dev # once dev, a venv stays so
    lock=requirements.lock
    [ "$kind" = run ] || lock=requirements-dev.lock
    echo "$kind" >.venv/stamp # remembers the kind, yet matches nothing until all is done
    follow_pip
    echo "communique: installing what $lock names" >&2
    set -- --quiet --python .venv/bin/python
    .venv/bin/uv pip sync "$@" --require-hashes --no-build "$lock" &&
        .venv/bin/uv pip install "$@" --offline --no-deps --editable . &&
        stamp "$kind" >.venv/stamp ||
        unfinished
}

unfinished() {
    echo "communique: the set-up did not finish; docs/setup.md tells what may help" >&2
    return 1
}

supported() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))'; }

# Prints the first supported python that can make a venv, or says what to do for want of one.
find_python() {
    if [ -n "${COMMUNIQUE_PYTHON:-}" ]; then
        set -- "$COMMUNIQUE_PYTHON"
    else
        set -- python3 python3.11 python3.12 python3.13
    fi
    lame=
    for python in "$@"; do
        supported "$python" 2>/dev/null || continue
        if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
            echo "$python"
            return 0
        fi
        lame=${lame:-${python##*/}}
    done
    if [ -z "$lame" ]; then
        echo "communique: needs Python 3.11, 3.12 or 3.13; found none of them as: $*" >&2
        echo "Install one, or name one: COMMUNIQUE_PYTHON=/path/to/python3.11" >&2
        return 1
    fi
    sudo='sudo '
    [ "$(id -u)" -ne 0 ] || sudo=
    echo "communique: $lame cannot make a virtual environment; this mends it:" >&2
    echo "    ${sudo}apt-get install $lame-venv" >&2
    return 1
}

# uv does not read pip's configuration; whoever uses a mirror should have to name it only once.
follow_pip() {
    export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-true}"
    [ -z "${UV_DEFAULT_INDEX:-}" ] || return 0
    mirror=$(.venv/bin/python -m pip config list |
        sed -n "s/^[^=]*\.index-url='\(.*\)'\$/\1/p" | tail -n 1)
    [ -z "$mirror" ] || export UV_DEFAULT_INDEX="$mirror"
}
