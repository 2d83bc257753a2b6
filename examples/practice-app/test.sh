#!/bin/sh
# Clicks through the practice app in a browser without a window, against the fake.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
. "$root/examples/library.sh"
mvn -gs "$settings" -Dmaven.repo.local="$repository" -B -ntp -q -f "$here/pom.xml" test -Dtieout.version="$version"
sed -n 's/^Tests run/practice-app: tests run/p' "$here"/target/surefire-reports/*.txt
