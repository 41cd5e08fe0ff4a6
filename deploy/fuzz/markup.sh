#!/bin/sh
# Fuzzes Markup with libFuzzer and AddressSanitizer. Run from the package's root:
#
#     deploy/fuzz/markup.sh CORPUS [SECONDS]
#
# CORPUS is a folder of pages to start from (may be empty); what is found new goes there, crashes into the present folder.
set -eu
corpus=$1
seconds=${2:-3600}
out=${TMPDIR:-/tmp}/markup-fuzzer
swiftc -O -parse-as-library -swift-version 6 -module-name MarkupFuzzer -sanitize=fuzzer,address \
    -enable-experimental-feature Lifetimes -enable-upcoming-feature ExistentialAny \
    -o "$out" Sources/Markup/*.swift Sources/Markup/Generated/*.swift Tests/MarkupTests/TreeInvariants.swift \
    deploy/fuzz/MarkupFuzzer.swift
mkdir -p "$corpus"
exec "$out" -dict="$(dirname "$0")/markup.dict" -max_len=8192 -max_total_time="$seconds" -timeout=20 "$corpus"
