#!/usr/bin/env bash
# What the queue costs: small runs trained directly, one process each, and the same runs submitted and carried out by a worker.
#
#   benchmarks/queue/run.sh [RUNS] [LANES]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
runs=${1:-10}
lanes=${2:-1}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

plimsoll() { "$root/plimsoll" -p "$scratch/project" "$@"; }

"$root/plimsoll" init "$scratch/project" >/dev/null
plimsoll train lung >/dev/null 2>&1
plimsoll publish lung ACTIVATION >/dev/null

now() { date +%s.%N; }
since() { awk -v from="$1" -v to="$(now)" -v runs="$2" 'BEGIN { printf "%.2f", (to - from) / runs }'; }

start=$(now)
for ((i = 0; i < runs; i++)); do
  plimsoll train lung --no-reuse >/dev/null 2>&1 || [ $? -eq 3 ]
done
direct=$(since "$start" "$runs")

start=$(now)
for ((i = 0; i < runs; i++)); do
  plimsoll submit lung-activation --no-reuse >/dev/null
done
submitting=$(since "$start" "$runs")

start=$(now)
plimsoll worker --until-idle --lanes "$lanes" >/dev/null 2>&1
worker=$(since "$start" "$runs")

echo "seconds a run, $runs runs:"
echo "  train                       $direct"
echo "  submit                      $submitting"
echo "  worker with $lanes lane(s)        $worker"
awk -v direct="$direct" -v worker="$worker" 'BEGIN { printf "  worker / train              %.2f\n", worker / direct }'
