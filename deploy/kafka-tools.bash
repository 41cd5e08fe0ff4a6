# shellcheck shell=bash disable=SC2034
# Sourced by deploy/topics and deploy/acls: finds and runs Kafka's own command-line tools.

say() { printf '%s\n' "$*" >&2; }
fail() { say "$(basename "$0"): $1"; exit "${2:-64}"; }

# Sets the array `tool` to the command that runs one of Kafka's tools: kafka_tool topics|configs|acls
# Looked for in GALLEY_KAFKA_HOME, then KAFKA_HOME, then PATH. A folder with jars but no scripts also works (Kafka 4).
kafka_tool() {
    local name=$1 home found class
    for home in "${GALLEY_KAFKA_HOME:-}" "${KAFKA_HOME:-}"; do
        [[ -n $home ]] || continue
        if [[ -x $home/bin/kafka-$name.sh ]]; then tool=("$home/bin/kafka-$name.sh"); return; fi
        if compgen -G "$home/libs/kafka-tools-*.jar" >/dev/null; then
            command -v java >/dev/null || fail "no 'java' on PATH; install a Java 17 runtime (Debian: openjdk-17-jre-headless)" 69
            case $name in
                topics) class=org.apache.kafka.tools.TopicCommand ;;
                configs) class=kafka.admin.ConfigCommand ;;
                acls) class=org.apache.kafka.tools.AclCommand ;;
                *) fail "no such tool: $name" 70 ;;
            esac
            tool=(java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$home/libs/*" "$class")
            return
        fi
        say "$(basename "$0"): $home has neither bin/kafka-$name.sh nor libs/kafka-tools-*.jar; looking further"
    done
    for found in "kafka-$name.sh" "kafka-$name"; do
        if command -v "$found" >/dev/null; then tool=("$found"); return; fi
    done
    fail "kafka-$name.sh was not found; set KAFKA_HOME to an unpacked Apache Kafka, or put its bin folder on PATH" 69
}

# Runs a tool whose output is of no interest unless it fails: it says some of its errors on standard output.
quietly() {
    local output
    output=$("$@" 2>&1) || fail "${output:+$output$'\n'}$(basename "$0"): the tool failed: $(show "$@")" 69
}

# Prints a command so that it can be pasted into a shell.
show() {
    local word line=
    for word in "$@"; do
        if [[ $word =~ ^[A-Za-z0-9_./:=,@%+-]+$ ]]; then line+=" $word"; else line+=" '${word//\'/\'\\\'\'}'"; fi
    done
    printf '%s\n' "${line# }"
}

# A size as the worker reads it (20971520, 20MiB, 20MB) in bytes.
bytes() {
    [[ $1 =~ ^([0-9]+)([KMG]i?B|B)?$ ]] || fail "$2: '$1' is not a size such as 20971520, 20MiB or 20MB"
    local number=$((10#${BASH_REMATCH[1]}))
    case ${BASH_REMATCH[2]} in
        KiB) number=$((number << 10)) ;; MiB) number=$((number << 20)) ;; GiB) number=$((number << 30)) ;;
        KB) number=$((number * 1000)) ;; MB) number=$((number * 1000000)) ;; GB) number=$((number * 1000000000)) ;;
    esac
    printf '%s\n' "$number"
}

# Checks a whole number: number VALUE OPTION LEAST
number() {
    if ! [[ $1 =~ ^[0-9]{1,9}$ ]] || ((10#$1 < $3)); then fail "$2: '$1' is not a whole number of $3 or more"; fi
}

# Checks the name of a topic as Kafka does.
topic_name() {
    [[ $1 =~ ^[A-Za-z0-9._-]{1,249}$ && $1 != . && $1 != .. ]] || fail "'$1' is not a topic name: letters, digits, '.', '_' and '-', up to 249"
}
