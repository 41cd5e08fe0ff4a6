#!/bin/sh
# Parsing speed of Markup beside lexbor (through Python's selectolax), gumbo and libxml2: the same files, the same core, rounds in
# turn, medians of five. Run from the package's root:
#
#     deploy/benchmark/markup.sh FOLDER [CORE]
#
# FOLDER holds *.html or *.html.gz at any depth; every sixth page is taken (STEP=1 takes all). Needs gcc, libgumbo-dev,
# libxml2-dev, Python 3 with selectolax; what is missing is left out. With INSTRUCTIONS=1 it also counts instructions a byte with
# valgrind, less those of starting and reading.
set -eu
folder=$1
core=${2:-0}
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/pages"
find "$folder" -name '*.html' -o -name '*.html.gz' | sort | awk "NR % ${STEP:-6} == 1 || ${STEP:-6} == 1" | while read -r page; do
    name=$(echo "$page" | tr '/' '_')
    case $page in
        *.gz) gzip -dc "$page" ;;
        *) cat "$page" ;;
    esac | iconv -f UTF-8 -t UTF-8 -c > "$work/pages/$name" || true
done
swift build -c release --product markup-benchmark > /dev/null
markup=$(swift build -c release --show-bin-path)/markup-benchmark
if gcc -O2 -o "$work/peers" "$here/peers.c" $(pkg-config --cflags --libs libxml-2.0) -lgumbo 2> /dev/null; then peers=1; fi

round() {
    taskset -c "$core" "$markup" "$work/pages" 1
    python3 -c 'import selectolax' 2> /dev/null && taskset -c "$core" python3 "$here/lexbor.py" "$work/pages" || true
    [ -z "${peers:-}" ] || for peer in gumbo libxml2; do taskset -c "$core" "$work/peers" "$peer" "$work/pages"; done
}
for _ in 1 2 3 4 5; do round; done | awk '
    { value[$1, ++count[$1]] = $2 }
    END {
        for (name in count) {
            n = count[name]
            for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (value[name, j] < value[name, i]) {
                t = value[name, i]; value[name, i] = value[name, j]; value[name, j] = t
            }
            median[name] = value[name, int((n + 1) / 2)]
        }
        base = ("lexbor" in median) ? median["lexbor"] : median["markup"]
        for (name in median) printf "%-8s %7.1f MB/s  %.2f of lexbor\n", name, median[name], median[name] / base
    }' | sort -k2 -rn

if [ -n "${INSTRUCTIONS:-}" ]; then
    bytes=$(cat "$work"/pages/* | wc -c)
    count() { valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 | awk '/Collected/ { print $4 }'; }
    one=$(count "$markup" "$work/pages" 1)
    two=$(count "$markup" "$work/pages" 2)
    awk "BEGIN { printf \"markup   %.2f instructions a byte\n\", ($two - $one) / $bytes }"
    if [ -n "${peers:-}" ]; then
        for peer in gumbo libxml2; do
            one=$(count "$work/peers" "$peer" "$work/pages" 1)
            two=$(count "$work/peers" "$peer" "$work/pages" 2)
            awk "BEGIN { printf \"%-8s %.2f instructions a byte\n\", \"$peer\", ($two - $one) / $bytes }"
        done
    fi
fi
