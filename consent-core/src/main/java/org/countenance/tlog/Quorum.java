package org.countenance.tlog;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who must have cosigned a head: one witness, or enough members of a group (C2SP tlog-policy). */
public sealed interface Quorum {

    /** The newest instant at or after which enough have cosigned; empty when too few have cosigned at all. */
    Optional<Instant> instant(Map<Witness, Instant> cosigned);

    /** The witnesses that count here. */
    Stream<Witness> witnesses();

    /**
     * One witness.
     *
     * @param name what the policy calls it
     * @param key with which it cosigns
     */
    record Witness(String name, VerifierKey key) implements Quorum {

        @Override
        public Optional<Instant> instant(Map<Witness, Instant> cosigned) {
            return Optional.ofNullable(cosigned.get(this));
        }

        @Override
        public Stream<Witness> witnesses() {
            return Stream.of(this);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Some of its members.
     *
     * @param wanted how many
     * @param members witnesses and other groups
     */
    record Group(int wanted, List<Quorum> members) implements Quorum {

        /** Checks the number and keeps a copy. */
        public Group {
            if (wanted < 1 || wanted > members.size()) {
                throw new IllegalArgumentException("wanted 1 to " + members.size() + " members, found " + wanted);
            }
            members = List.copyOf(members);
        }

        /** Of the instants of its members, newest first, the one that completes the number. */
        @Override
        public Optional<Instant> instant(Map<Witness, Instant> cosigned) {
            return members.stream()
                    .flatMap(member -> member.instant(cosigned).stream())
                    .sorted(Collections.reverseOrder())
                    .skip(wanted - 1L)
                    .findFirst();
        }

        @Override
        public Stream<Witness> witnesses() {
            return members.stream().flatMap(Quorum::witnesses);
        }

        @Override
        public String toString() {
            String number = wanted == members.size() ? "all" : wanted == 1 ? "any" : Integer.toString(wanted);
            return members.stream()
                    .map(member -> member instanceof Group ? "(" + member + ")" : member.toString())
                    .collect(Collectors.joining(", ", number + " of ", ""));
        }
    }
}
