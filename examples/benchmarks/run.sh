#!/bin/sh
# Runs the benchmarks and prints ratios: sh examples/benchmarks/run.sh [NAME...]
# NAME: page single first-call requests stream size search engine matching (default: all)
#       engine-quick matching-100k matching-1m
# Options of matching: --data DIR (labelled sets), --slow (peers on 100,000; a million),
#                      --write DIR --size N --seed N (writes an invented practice instead)
set -e
cd "$(dirname "$0")/../.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "Building ..." >&2
if ! mvn -q -B -Pbenchmarks -pl examples/benchmarks -am -DskipTests -Dmaven.javadoc.skip=true -Dmaven.source.skip=true -Dspotless.check.skip=true -Djacoco.skip=true package dependency:build-classpath -Dmdep.outputFile=target/classpath.txt >"$log" 2>&1; then
  cat "$log" >&2
  exit 1
fi
exec java -Xmx2g -XX:+UseG1GC -cp "examples/benchmarks/target/classes:$(cat examples/benchmarks/target/classpath.txt)" dev.tieout.examples.benchmarks.Benchmarks "$@"
