# shellcheck shell=bash
# Python's tools of the checks, each list of them in a folder of its own below ~/.cache/galley-checks.

# python_tools REQUIREMENTS: puts them on PATH and names their folder in $tools; fails where PyPI gives none.
python_tools() {
    local cache=${XDG_CACHE_HOME:-$HOME/.cache}/galley-checks
    tools=$cache/$(sha256sum "$1" | cut -c1-12)
    # One of those that need them puts them there.
    local lock
    mkdir -p "$cache"
    exec {lock}>"$tools.lock"
    flock "$lock"
    if [[ ! -e $tools/complete ]]; then
        rm -rf "$tools"
        python3 -m venv "$tools"
        "$tools/bin/pip" install --quiet --disable-pip-version-check --requirement "$1" >&2 || return 1
        touch "$tools/complete"
    fi
    exec {lock}>&-
    PATH=$tools/bin:$PATH
}
