# shellcheck shell=bash
# What the checks need that run workers on a real Kafka of their own.

# kafka_and_galley NAME: puts their places in $kafka and $galley; ends with 66 where one is missing.
kafka_and_galley() {
    kafka=${GALLEY_KAFKA_HOME:-../shared/kafka}
    galley=${GALLEY_BINARY:-.build/release/galley}
    [[ -x $kafka/cluster ]] || { echo "$1: no $kafka/cluster: set GALLEY_KAFKA_HOME" >&2; exit 66; }
    [[ -x $galley ]] || { echo "$1: no $galley: build it first (swift build -c release), or name another in GALLEY_BINARY" >&2; exit 66; }
}
