#!/bin/sh
# Simple reads a second of the standalone fake, beside a bare server of the same kind; needs wrk.
# Usage: sh examples/benchmarks/fake-server.sh [SECONDS]
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-10}
jar=sdk-testkit/target/fake-quickbooks.jar
command -v wrk >/dev/null || { echo "wrk is missing: apt-get install wrk" >&2; exit 2; }
[ -f "$jar" ] || mvn -q -B -pl sdk-testkit -am -DskipTests package
port=18421
realm=9341452000000001

# measure URL PID [ACCEPT]: warms up, then prints requests a second and the server's CPU time per request
measure() {
  until curl -s -o /dev/null "$1"; do sleep 0.05; done
  wrk -t2 -c16 -d"$seconds" -H 'Authorization: Bearer BENCH' -H "Accept: ${3:-application/json}" "$1" >/dev/null
  before=$(awk '{print $14+$15}' "/proc/$2/stat" 2>/dev/null || echo 0)
  out=$(wrk -t2 -c16 -d"$seconds" -H 'Authorization: Bearer BENCH' -H "Accept: ${3:-application/json}" "$1")
  after=$(awk '{print $14+$15}' "/proc/$2/stat" 2>/dev/null || echo 0)
  if echo "$out" | grep -q 'Non-2xx'; then echo "answers were not 200" >&2; exit 1; fi
  count=$(echo "$out" | awk '/requests in/{print $1}')
  rate=$(echo "$out" | awk '/Requests\/sec/{printf "%d", $2}')
  echo "$rate $(( (after - before) * 10000 / count ))"
}

java -cp "$jar" dev.tieout.testkit.standalone.internal.BareServer $port >/dev/null &
pid=$!
trap 'kill $pid 2>/dev/null || true' EXIT
set -- $(measure "http://127.0.0.1:$port/" $pid)
bare=$1 bare_cpu=$2
kill $pid; wait $pid 2>/dev/null || true

java -jar "$jar" --port $port --access-token BENCH --realm $realm >/dev/null &
pid=$!
set -- $(measure "http://127.0.0.1:$port/v3/company/$realm/customer/1" $pid)
fake=$1 fake_cpu=$2
set -- $(measure "http://127.0.0.1:$port/v3/company/$realm/customer/1" $pid application/xml)
xml=$1 xml_cpu=$2

printf '%-12s %12s %18s\n' server 'requests/s' 'CPU us/request'
printf '%-12s %12s %18s\n' bare "$bare" "$bare_cpu"
printf '%-12s %12s %18s\n' fake "$fake" "$fake_cpu"
printf '%-12s %12s %18s\n' 'fake, XML' "$xml" "$xml_cpu"
awk -v f="$fake" -v b="$bare" 'BEGIN { printf "ratio fake/bare %.2f\n", f / b }'
[ "$fake" -ge 8000 ] || { echo "below the 8,000 reads a second that the fake promises on two idle cores" >&2; exit 1; }
