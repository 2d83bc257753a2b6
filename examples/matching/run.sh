#!/bin/sh
# Matches two exports: sh examples/matching/run.sh CLIENTS.csv CUSTOMERS.csv --out PRED.csv
# Builds what it needs first, and only when a source is newer than the last build.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
lib="$here/target/lib"
stamp="$here/target/built"
sources="$root/pom.xml $root/examples/pom.xml $here/pom.xml $here/src/main $root/sdk-core/pom.xml $root/sdk-core/src/main $root/sdk-matching/pom.xml $root/sdk-matching/src/main"
# shellcheck disable=SC2086
if [ ! -f "$stamp" ] || [ -n "$(find $sources -type f -newer "$stamp" -print | head -n 1)" ]; then
    echo "building ..." >&2
    quick="-q -B -f $root/pom.xml -pl examples/matching -am -DskipTests -Dspotless.check.skip -Djacoco.skip -Dmaven.javadoc.skip -Dmaven.source.skip -Dmdep.analyze.skip -Denforcer.skip package"
    rm -rf "$lib"
    log=$(mktemp)
    if ! mvn -o $quick >"$log" 2>&1 && ! mvn $quick >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        exit 1
    fi
    rm -f "$log"
    touch "$stamp"
fi
# For a few hundred thousand records the quick compiler costs less than it saves; for a million it is the other way, and
# large pages, which Linux has, spare the processor a fifth of its time.
size=0
for file in "$@"; do
    if [ -f "$file" ]; then size=$((size + $(wc -c <"$file"))); fi
done
if [ "$size" -lt 120000000 ]; then
    tuning="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
else
    tuning="-XX:+UseParallelGC -XX:MaxNewSize=256m -XX:+IgnoreUnrecognizedVMOptions -XX:+UseTransparentHugePages"
fi
# shellcheck disable=SC2086
exec java $tuning ${TIEOUT_JAVA_OPTS:--Xmx2g} -cp "$here/target/classes:$lib/*" dev.tieout.examples.matching.Main "$@"
