#!/bin/sh
# Builds what is published of the library twice, in two folders, time zones and locales, and compares every file:
# jars, sources, Javadoc, bills of materials. Prints their digests, or the files that differ.
# Usage: sh examples/reproducible/run.sh [MODULE ...]     (default: the four library modules)
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
work="$here/target"
modules=${*:-sdk-core sdk-matching sdk-testkit sdk-qbo}
list=$(echo $modules | tr ' ' ',')

build() { # FOLDER TIME_ZONE LOCALE
    rm -rf "${work:?}/$1"
    mkdir -p "$work/$1"
    (cd "$root" && git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf -) | tar -xf - -C "$work/$1"
    if ! (cd "$work/$1" && TZ=$2 LC_ALL=$3 mvn -B -q -Prelease -pl "$list" -am package \
        -Dmaven.test.skip -Djacoco.skip -Dspotless.check.skip -Denforcer.skip -Dmdep.analyze.skip) >"$work/$1.log" 2>&1
    then
        cat "$work/$1.log"
        exit 1
    fi
}

digests() { # FOLDER
    (cd "$work/$1" && for module in $modules; do
        find "$module/target" -maxdepth 1 \( -name '*.jar' -o -name 'bom.*' \) ! -name 'original-*'
    done | sort | xargs sha256sum) >"$work/$1.sha256"
}

build one UTC C.UTF-8
digests one
build two Asia/Tokyo C
digests two
if diff "$work/one.sha256" "$work/two.sha256" >"$work/differences"; then
    cat "$work/one.sha256"
    echo "the same twice: $(wc -l <"$work/one.sha256") files"
else
    cat "$work/differences"
    exit 1
fi
