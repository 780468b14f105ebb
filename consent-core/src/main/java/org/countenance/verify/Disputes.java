package org.countenance.verify;

import java.time.Instant;
import java.util.Optional;
import org.countenance.manifest.Production;
import org.countenance.record.AnyOr;
import org.countenance.record.Endorsement.Says;
import org.countenance.record.Endorsement.Side;
import org.countenance.record.Id;
import org.countenance.scope.Worth;

/** What licensees say of what ends a grant, and who settles it (decision.md section 3, Contested; section 9). */
final class Disputes {

    private final Validity validity;
    private final Id producer;

    Disputes(Validity validity, Production production) {
        this.validity = validity;
        this.producer = new Id(production.producer());
    }

    /** Whether the end of a grant is settled as the person wants it: the producer accepts it, or a ruling is for her. */
    boolean isSettled(Id closing) {
        return accepted(closing, producer) == Worth.YES
                || validity.ruling(closing).equals(Optional.of(Side.PERSON));
    }

    /** Whether a ruling leaves the licensee what the terms give. */
    boolean isRefused(Id closing) {
        return !isSettled(closing) && validity.ruling(closing).equals(Optional.of(Side.LICENSEE));
    }

    /** Whether the producer disputed it before it took effect. */
    boolean isDisputed(Id closing, Instant effective) {
        return validity.endorsements(closing, Says.DISPUTES).stream()
                .filter(word -> word.logged().record().issuer().equals(producer))
                .filter(word -> validity.of(word) == Worth.YES)
                .anyMatch(word -> word.logged().instant().isBefore(effective));
    }

    /** How far every licensee of a grant accepts what is to replace it; with any licensee, the producer's word counts. */
    Worth accepted(Id successor, AnyOr<Id> licensees) {
        if (licensees.any()) {
            return accepted(successor, producer);
        }
        return licensees.items().stream()
                .map(licensee -> accepted(successor, licensee))
                .reduce(Worth.YES, Worth::and);
    }

    /** Acceptance closes: one in doubt leaves doubt. */
    private Worth accepted(Id closing, Id licensee) {
        return validity.endorsements(closing, Says.ACCEPTS).stream()
                .filter(word -> word.logged().record().issuer().equals(licensee))
                .map(word -> validity.leaves(word).inverse())
                .reduce(Worth.NO, Worth::or);
    }
}
