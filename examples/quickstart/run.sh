#!/bin/sh
# The main job against a fake QuickBooks on this machine; builds what it needs first. Try --help.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
built="$here/target/lib/.built"
if [ ! -f "$built" ] || [ -n "$(find "$root/pom.xml" "$root"/sdk-*/pom.xml "$root"/sdk-*/src/main "$here/pom.xml" "$here/src/main" -newer "$built" -print | head -n 1)" ]; then
    echo "building (a minute or two the first time) ..." >&2
    mvn -B -q -f "$root/pom.xml" -pl examples/quickstart -am package \
        -DskipTests -Dmaven.javadoc.skip -Dmaven.source.skip -Djacoco.skip -Dspotless.check.skip \
        -Denforcer.skip >&2
    touch "$built"
fi
exec java -cp "$here/target/classes:$here/target/lib/*" dev.tieout.examples.quickstart.Quickstart "$@"
