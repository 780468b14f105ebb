#!/usr/bin/env bash
# Measures, and prints the table of ratios; `run.sh --quick` takes two minutes and fails only where something is off by an
# order of magnitude. RUNS says how often (3), ENTRIES how large the logs grow, USES how large the manifests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

runs=${RUNS:-3}
entries=${ENTRIES:-1000,10000,100000}
uses=${USES:-1000,10000,100000}
what='.*'
options=()
if [ "${1:-}" = --quick ]; then
  runs=1
  what='JwsBenchmark|DecisionBenchmark|CedarBenchmark|VerifyBenchmark.(verify|floor)$'
  options=(-wi 3 -i 3 -w 500ms -r 500ms -p indexed=true)
fi

(cd ../.. && mvn -q -B -Pbenchmarks -DskipTests -pl examples/benchmarks,consent-cli -am package)
results=target/results
rm -rf "$results"
mkdir -p "$results"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
class_path=target/classes:$(cat target/class-path)

{
  "$java" -version 2>&1 | head -n 1
  uname -srm
  sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1
  echo "$(getconf _NPROCESSORS_ONLN) cores, load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || echo unknown) at the start"
  git log -1 --format='commit %h'
} >"$results/environment.txt"

for ((run = 1; run <= runs; run++)); do
  echo "run $run of $runs" >&2
  "$java" -cp "$class_path" org.openjdk.jmh.Main "$what" -f 1 -foe false -p "entries=$entries" -p "uses=$uses" \
    ${options[@]+"${options[@]}"} -rf json -rff "$results/$run.json" >"$results/$run.log" 2>&1 || true
  if [ "${1:-}" != --quick ]; then
    ./processes.sh "$class_path" >"$results/$run.tsv"
    "$java" -Xmx512m -XX:+UseSerialGC -cp "$class_path" org.countenance.examples.benchmarks.Streamed 100000 1000000 \
      >>"$results/$run.tsv" || true
  fi
done

cat "$results/environment.txt"
echo
"$java" -cp "$class_path" org.countenance.examples.benchmarks.Table "$results" ${1:+--check}
