#!/bin/sh
# Builds and tests small apps that use the library as any app would: plain Java, a named module, beside OkHttp 4, Spring
# Boot 3.5 and 4, and "newcomer": the files of README.md and AGENTS.md, word for word in an empty folder.
# The library is installed into a repository of their own below target/, not into yours.
# Usage: sh examples/hosts/run.sh [HOST ...]     (default: all; JAVA_HOME chooses the JDK)
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
. "$root/examples/library.sh"

# The files that a page shows whole, each below the name that stands above it.
extract() { # PAGE FOLDER
    awk -v folder="$2" '
        /^<!-- file: / { name = $3; next }
        name != "" && !inside && /^```/ { inside = 1; file = folder "/" name; system("mkdir -p \"$(dirname \"" file "\")\""); next }
        inside && /^```$/ { close(file); inside = 0; name = ""; next }
        inside { print > file }' "$root/$1"
}

log="$here/target/hosts.log"
failed() {
    cat "$log"
    exit 1
}

maven() { # FOLDER ARGUMENT ...
    folder=$1
    shift
    mvn -gs "$settings" -Dmaven.repo.local="$repository" -f "$folder/pom.xml" "$@"
}

newcomer() {
    folder="$here/target/newcomer"
    rm -rf "$folder"
    extract README.md "$folder"
    said=$(maven "$folder" -q test-compile exec:java 2>"$log") || { echo "$said" >>"$log"; failed; }
    echo "$said" | grep -qx "Both sides agree: true" || { echo "$said" >>"$log"; failed; }
    extract AGENTS.md "$folder"
    maven "$folder" -B -ntp test >"$log" 2>&1 || failed
    echo "newcomer"
    grep -E 'Tests run:.*[0-9]$' "$log" | tail -n 1 | sed 's/^\[[A-Z]*\] //'
}

chosen=""
pages=""
[ $# -gt 0 ] || pages=yes
for host in "$@"; do
    if [ "$host" = newcomer ]; then pages=yes; else chosen="$chosen${chosen:+,}$host"; fi
done
if [ $# -eq 0 ] || [ -n "$chosen" ]; then
    rm -rf "$here"/*/target
    maven "$here" -B -ntp ${chosen:+-pl "$chosen"} --fail-at-end test \
        -Dtieout.version="$version" -Dfake.jar="$root/sdk-testkit/target/fake-quickbooks.jar" >"$log" 2>&1 || failed
    # What ran where: each host, the versions that it found, its tests.
    grep -E '^\[INFO\] -+< host:|^versions|Tests run:.*(on the module path|[0-9]$)' "$log" | sed 's/^\[[A-Z]*\] //; s/-*< host:\(.*\) >-*/\1/'
fi
[ -z "$pages" ] || newcomer
