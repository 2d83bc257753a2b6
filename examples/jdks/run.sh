#!/bin/sh
# Builds and tests the hosts of examples/hosts on JDK 17 and on the newest JDK of this machine.
# JDKs are looked for in JAVA_HOME, in JAVA_HOME_*, at the usual places and on PATH; a missing one is reported as skipped.
# Usage: sh examples/jdks/run.sh
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)

candidates() {
    env | sed -n 's/^JAVA_HOME[A-Za-z0-9_]*=//p'
    for folder in /usr/lib/jvm/* /opt/java/* /usr/java/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        echo "$folder"
    done
    javac=$(command -v javac || true)
    [ -z "$javac" ] || dirname "$(dirname "$(readlink -f "$javac")")"
}

# Feature version and home of each JDK, oldest first.
jdks() {
    candidates | while read -r home; do
        [ -x "$home/bin/javac" ] && [ -f "$home/release" ] || continue
        feature=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
        [ -z "$feature" ] || echo "$feature $home"
    done | sort -n
}

found=$(jdks)
oldest=$(echo "$found" | sed -n 's/^17 //p' | head -n 1)
newest=$(echo "$found" | tail -n 1)

on() { # FEATURE HOME
    echo "== JDK $1 ($2)"
    JAVA_HOME=$2 sh "$here/../hosts/run.sh"
}

if [ -n "$oldest" ]; then on 17 "$oldest"; else echo "== JDK 17: skipped, this machine has none"; fi
if [ -n "$newest" ] && [ "${newest%% *}" -gt 17 ]; then
    on "${newest%% *}" "${newest#* }"
else
    echo "== newer than JDK 17: skipped, this machine has none"
fi
