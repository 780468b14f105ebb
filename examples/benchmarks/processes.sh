#!/usr/bin/env bash
# Times whole processes, taking turns, and prints the median of each in seconds; counts what one append asks of the disk.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

class_path=$1
rounds=${ROUNDS:-7}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
consent=../../consent-cli/bin/consent
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export CONSENT_REGISTRY=$place/registry CONSENT_KEYS=$place/keys XDG_CONFIG_HOME=$place/config
export XDG_CACHE_HOME=$place/cache

# A registry with a producer, somebody, and a production of one use that nobody consented to.
$consent init --name bench.example/likeness --no-passphrase --quiet >/dev/null
lin=$($consent party register --key lin --kind person --adult --name Lin --alias lin --no-passphrase --quiet)
studio=$($consent party register --key studio --kind organisation --yes --name Studio --alias studio --no-passphrase --quiet)
sed -e "s/\${lin}/$lin/g; s/\${studio}/$studio/g" \
  -e "s/\${yesterday}/$(date -u -d yesterday +%F)/g; s/\${tomorrow}/$(date -u -d tomorrow +%F)/g" \
  ../studio-pipeline/src/test/resources/manifest.json >"$place/manifest.json"

# The floors get archives of their classes, as the launcher has one of its own.
quick=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto)
jar=$place/floor.jar
"${JAVA_HOME:+$JAVA_HOME/bin/}jar" -c -f "$jar" -C target/classes org/countenance/examples 2>/dev/null
floor=$jar:${class_path#*:}
for program in Hello Bare; do
  "$java" "${quick[@]}" -XX:ArchiveClassesAtExit="$place/$program.jsa" -cp "$floor" \
    "org.countenance.examples.benchmarks.$program" "$place/manifest.json" >/dev/null 2>&1
done

run_hello() { "$java" "${quick[@]}" -XX:SharedArchiveFile="$place/Hello.jsa" -cp "$floor" org.countenance.examples.benchmarks.Hello; }
run_bare() {
  "$java" "${quick[@]}" -XX:SharedArchiveFile="$place/Bare.jsa" -cp "$floor" org.countenance.examples.benchmarks.Bare \
    "$place/manifest.json"
}
run_version() { $consent --version; }
run_verify() { $consent verify "$place/manifest.json"; }

TIMEFORMAT=%R
once() { { time "run_$1" >/dev/null 2>&1 || true; } 2>>"$place/$1.times"; }
for ((round = 0; round <= rounds; round++)); do
  for each in hello version bare verify; do once $each; done
done
for each in hello version bare verify; do
  # The first made what the others use.
  printf '%s\t%s\n' $each "$(tail -n +2 "$place/$each.times" | sort -n | sed -n "$((rounds / 2 + 1))p")"
done

if command -v strace >/dev/null; then
  count() {
    rm -f "$place"/appends.db*
    strace -f -c -e trace=fsync,fdatasync -o "$place/strace" \
      "$java" -cp "$class_path" org.countenance.examples.benchmarks.Appends "$place/appends.db" "$1" >/dev/null 2>&1
    awk '/ (fsync|fdatasync)$/ { sum += $4 } END { print sum + 0 }' "$place/strace"
  }
  few=$(count 20)
  many=$(count 120)
  printf 'fsyncs\t%s\nappends\t100\n' "$((many - few))"
else
  echo "no strace: what an append asks of the disk is not counted" >&2
fi
