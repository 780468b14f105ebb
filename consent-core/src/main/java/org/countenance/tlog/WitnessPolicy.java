package org.countenance.tlog;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.MalformedException;

/**
 * Which witnesses somebody knows, and who of them must have cosigned a head (C2SP tlog-policy).
 *
 * @param logs keys of the logs that it is for; empty when that follows from elsewhere
 * @param witnesses every witness that it names, whether or not the quorum wants it
 * @param quorum who must have cosigned; empty for nobody
 */
public record WitnessPolicy(List<VerifierKey> logs, List<Quorum.Witness> witnesses, Optional<Quorum> quorum) {

    /** Nobody is known and nobody is wanted. */
    public static final WitnessPolicy NONE = new WitnessPolicy(List.of(), List.of(), Optional.empty());

    /** Keeps copies. */
    public WitnessPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
    }

    /** Reads the text of a policy; each fault names its line. */
    public static WitnessPolicy parse(String text) throws MalformedException {
        return WitnessPolicyReader.read(text);
    }

    /** Who of the wanted witnesses cosigned a head. */
    Witnessing witnessing(SignedNote note, Checkpoint checkpoint) {
        Map<Quorum.Witness, Instant> cosigned = new LinkedHashMap<>();
        quorum.stream()
                .flatMap(Quorum::witnesses)
                .forEach(witness -> Cosignature.newest(witness.key(), note, checkpoint)
                        .ifPresent(instant -> cosigned.put(witness, instant)));
        return new Witnessing(quorum, cosigned);
    }
}
