package org.countenance.cli;

import java.util.List;
import java.util.Optional;
import org.countenance.record.Endorsement;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Prohibition;
import org.countenance.record.Revocation;
import org.countenance.record.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Which strikes concern a party: one names nobody but its guild, and suspends the grants that stand under the guild's agreement
 * (decision.md section 3).
 */
final class Strikes {

    private final LogView view;
    private final Mentions mentions;

    /** Read when somebody strikes, and not before. */
    private @Nullable List<ParsedRecord> grants;

    Strikes(LogView view, Mentions mentions) {
        this.view = view;
        this.mentions = mentions;
    }

    /** Through what a record that names nobody concerns the party: grants that a strike suspends, or such a strike. */
    List<Id> through(ParsedRecord record) {
        return target(record)
                .map(target -> view.find(target)
                        .filter(found -> !suspended(found.record()).isEmpty())
                        .map(found -> List.of(target))
                        .orElse(List.of()))
                .orElseGet(() -> suspended(record));
    }

    private static Optional<Id> target(ParsedRecord record) {
        if (record.content() instanceof Revocation revocation) {
            return Optional.of(revocation.target());
        }
        return record.content() instanceof Endorsement endorsement
                ? Optional.of(endorsement.target())
                : Optional.empty();
    }

    private List<Id> suspended(ParsedRecord record) {
        if (!(record.content() instanceof Prohibition strike) || strike.ground() != Prohibition.Ground.STRIKE) {
            return List.of();
        }
        Optional<String> cba = strike.against().flatMap(Prohibition.Against::cba);
        return grants().stream()
                .filter(grant -> stands(grant, record.issuer(), cba))
                .map(ParsedRecord::id)
                .toList();
    }

    private static boolean stands(ParsedRecord grant, Id guild, Optional<String> cba) {
        Terms terms = ((Grant) grant.content()).terms();
        return terms.suspendedByStrike()
                && terms.agreement()
                        .filter(agreement -> agreement.guild().equals(guild)
                                && cba.map(agreement.cba()::equals).orElse(true))
                        .isPresent();
    }

    private List<ParsedRecord> grants() {
        if (grants == null) {
            grants = view.all().stream()
                    .map(LogView.Found::record)
                    .filter(record -> record.content() instanceof Grant && mentions.names(record.jws()))
                    .toList();
        }
        return grants;
    }
}
