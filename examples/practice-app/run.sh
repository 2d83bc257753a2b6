#!/bin/sh
# Starts a practice-management app together with a fake QuickBooks, ready to click, until Ctrl-C.
# Usage: sh examples/practice-app/run.sh [--port N] [--fake-port N] [--postgres JDBC-URL, of an empty database]
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
port=8080
fake=8420
database="jdbc:h2:file:$here/target/practice;DB_CLOSE_ON_EXIT=FALSE"
while [ $# -gt 0 ]; do
    case $1 in
        --port) port=$2 ;;
        --fake-port) fake=$2 ;;
        --postgres) database=$2 ;;
        *) echo "unknown option $1; see the first lines of this file" >&2; exit 2 ;;
    esac
    shift 2
done
. "$root/examples/library.sh"
# The fake begins anew, and so does the demo: links of an earlier one would name other records.
rm -f "$here"/target/practice.*.db
mvn -gs "$settings" -Dmaven.repo.local="$repository" -B -q -f "$here/pom.xml" package -DskipTests -Dtieout.version="$version"
key=$(head -c 32 /dev/urandom | base64)
redirect="http://localhost:$port/quickbooks/callback"
java -jar "$root/sdk-testkit/target/fake-quickbooks.jar" --port "$fake" --clock system \
    --client-id practice-app --client-secret not-a-secret-of-anyone --redirect-uri "$redirect" \
    --webhook-url "http://localhost:$port/webhooks/quickbooks" --webhook-token webhooks-of-the-demo > "$here/target/fake.log" 2>&1 &
other=$!
trap 'kill "$other" 2>/dev/null' EXIT
trap 'exit 0' INT TERM
cat <<TEXT
The app              http://localhost:$port/
  administrator      ada@harbor / tieout      (another firm: cora@quay)
  accountant         ben@harbor / tieout
The fake QuickBooks  http://127.0.0.1:$fake/
TEXT
java -jar "$here/target/practice-app.jar" --server.port="$port" --spring.datasource.url="$database" \
    --tieout.url="http://127.0.0.1:$fake" --tieout.redirect-uri="$redirect" --tieout.client-secret=not-a-secret-of-anyone \
    --tieout.webhook-token=webhooks-of-the-demo --tieout.key="$key" --spring.main.banner-mode=off \
    --logging.level.root=WARN
