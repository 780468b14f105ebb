package org.countenance.verify;

import java.util.List;
import java.util.Optional;
import org.countenance.record.Annex;
import org.countenance.record.Assurance;
import org.countenance.record.CharacterName;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.registry.Ruled;
import org.countenance.scope.Worth;

/** What can be wrong with a grant whatever happened after it: identity, pins, characters. */
final class GrantChecks {

    private final Evidence evidence;
    private final Identities identities;
    private final Ruled<Grant> grant;
    private final List<Id> records;

    GrantChecks(Evidence evidence, Identities identities, Ruled<Grant> grant) {
        this.evidence = evidence;
        this.identities = identities;
        this.grant = grant;
        this.records = List.of(grant.logged().id());
    }

    void check(boolean namedOnly, Optional<String> character, List<Stop> stops) {
        if (!Pins.name(grant.content().productions(), evidence.production())) {
            stops.add(Stop.whole(Rule.OUTSIDE_SCOPE, Worth.NO, records, "it is for other productions"));
        }
        List<String> differences = Pins.differences(grant.content().productions(), evidence.production());
        if (!differences.isEmpty()) {
            stops.add(Stop.whole(
                    Rule.PRODUCTION_MISMATCH, Worth.NO, records, "it is for " + String.join(", ", differences)));
        }
        checkIdentity(namedOnly, stops);
        checkCharacter(character, stops);
    }

    private void checkIdentity(boolean namedOnly, List<Stop> stops) {
        Assurance.Identity wanted = evidence.policy().identity();
        if (namedOnly && wanted == Assurance.Identity.SELF) {
            wanted = Assurance.Identity.DOCUMENTED;
        }
        Assurance.Identity level = identities.of(grant);
        if (level.compareTo(wanted) < 0) {
            stops.add(Stop.whole(
                    Rule.IDENTITY_LEVEL,
                    Worth.UNDETERMINED,
                    records,
                    "its signer was identified at the level " + level.word() + ", and " + wanted.word()
                            + " is wanted"));
        }
    }

    private void checkCharacter(Optional<String> character, List<Stop> stops) {
        if (grant.content().characters().any()) {
            return;
        }
        if (character.isEmpty()) {
            stops.add(Stop.whole(
                    Rule.OUTSIDE_SCOPE, Worth.NO, records, "it is for named characters, and the use names none"));
            return;
        }
        Optional<String> salt = evidence.words(grant).map(Annex::salt);
        if (salt.isEmpty()) {
            stops.add(Stop.whole(
                    Rule.INCOMPLETE, Worth.UNDETERMINED, records, "the text that names its characters was erased"));
        } else if (!grant.content().characters().includes(CharacterName.hash(salt.get(), character.get()))) {
            stops.add(Stop.whole(Rule.OUTSIDE_SCOPE, Worth.NO, records, "it is for other characters"));
        }
    }
}
