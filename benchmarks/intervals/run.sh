#!/usr/bin/env bash
# How long intervals take, and how often they say what they should.
#
#   benchmarks/intervals/run.sh                  the time of 2,000 replicates of a paired difference on 100,000 rows
#   benchmarks/intervals/run.sh curve [TRIALS]   the tables of docs/intervals.md (2,000 trials; minutes)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
cd "$root"

# shellcheck source=build/jdk.sh
. build/jdk.sh
find_java compiler || {
  echo "error: no JDK 17 or newer found" >&2
  exit 1
}
export JAVA_HOME=$java_home

mkdir -p .cache
./mvnw -B -q -Dquick -pl core test-compile dependency:build-classpath -Dmdep.outputFile="$root/.cache/intervals.classpath"
main=ResamplingBenchmark
if [ "${1-}" = curve ]; then
  main=Calibration
  shift
fi
exec "$JAVA_HOME/bin/java" -cp "core/target/classes:core/target/test-classes:$(cat .cache/intervals.classpath)" \
  "io.plimsoll.interval.$main" "$@"
