#!/bin/sh
# Several nodes on one PostgreSQL beside the fake QuickBooks, killed at random; prints both sides' books at the end.
# Usage: sh examples/cluster/run.sh [--nodes N] [--tenants N] [--kills N] [--records N] [--speed N] [--jdbc URL] [--seed N]
#   --nodes 3     processes        --tenants 20  firms             --kills 20   SIGKILLs, a fifth of as many SIGSTOPs besides
#   --records 10  clients a firm, each with an invoice and a payment                --speed 20  how fast the clocks run
#   --jdbc        a PostgreSQL of yours; otherwise one is started from /usr/lib/postgresql
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
built="$here/target/lib/.built"
if [ ! -f "$built" ] || [ -n "$(find "$root/pom.xml" "$root"/sdk-*/pom.xml "$root"/sdk-*/src/main "$here/pom.xml" "$here/src/main" -newer "$built" -print | head -n 1)" ]; then
    echo "building (a minute or two the first time) ..." >&2
    mvn -B -q -f "$root/pom.xml" -Pbenchmarks -pl examples/cluster -am package \
        -DskipTests -Dmaven.javadoc.skip -Dmaven.source.skip -Djacoco.skip -Dspotless.check.skip \
        -Denforcer.skip >&2
    touch "$built"
fi
exec java -Xmx1g -Dorg.slf4j.simpleLogger.defaultLogLevel=error -cp "$here/target/classes:$here/target/lib/*" \
    dev.tieout.examples.cluster.Cluster "$@"
