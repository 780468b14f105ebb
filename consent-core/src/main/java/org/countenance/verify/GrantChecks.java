package org.countenance.verify;

import java.util.List;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.record.Annex;
import org.countenance.record.Assurance;
import org.countenance.record.CharacterName;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.countenance.record.Terms.Duty;
import org.countenance.registry.Ruled;
import org.countenance.registry.Ruling;
import org.countenance.scope.Worth;

/** What can be wrong with a grant whatever happened after it: authority, identity, pins, characters, duties. */
final class GrantChecks {

    private final Evidence evidence;
    private final Ruled<Grant> grant;
    private final List<Id> records;

    GrantChecks(Evidence evidence, Ruled<Grant> grant) {
        this.evidence = evidence;
        this.grant = grant;
        this.records = List.of(grant.logged().id());
    }

    void check(boolean namedOnly, boolean labelled, Optional<String> character, List<Stop> stops) {
        if (grant.ruling().force() == Ruling.Force.NOTHING) {
            stops.add(
                    Stop.whole(Rule.AUTHORITY, Worth.NO, records, grant.ruling().why()));
        }
        List<String> differences = Pins.differences(grant.content().productions(), evidence.production());
        if (!differences.isEmpty()) {
            stops.add(Stop.whole(
                    Rule.PRODUCTION_MISMATCH, Worth.NO, records, "it is for " + String.join(", ", differences)));
        }
        checkIdentity(namedOnly, stops);
        checkCharacter(character, stops);
        checkDuties(labelled, stops);
    }

    private void checkIdentity(boolean namedOnly, List<Stop> stops) {
        boolean tooLow = evidence.policy().identity() != Assurance.Identity.SELF;
        if (namedOnly || tooLow) {
            String wanted = tooLow ? evidence.policy().identity().word() : Assurance.Identity.DOCUMENTED.word();
            stops.add(Stop.whole(
                    Rule.IDENTITY_LEVEL,
                    Worth.UNDETERMINED,
                    records,
                    "its signer says herself who she is, and " + wanted + " is wanted"));
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
        Optional<String> salt = salt();
        if (salt.isEmpty()) {
            stops.add(Stop.whole(
                    Rule.INCOMPLETE, Worth.UNDETERMINED, records, "the text that names its characters was erased"));
        } else if (!grant.content().characters().includes(CharacterName.hash(salt.get(), character.get()))) {
            stops.add(Stop.whole(Rule.OUTSIDE_SCOPE, Worth.NO, records, "it is for other characters"));
        }
    }

    private Optional<String> salt() {
        Optional<Bytes> annex = grant.logged().record().claims().annex().flatMap(evidence.annexes());
        try {
            return annex.isPresent()
                    ? Optional.of(Annex.parse(RecordKind.GRANT, annex.get()).salt())
                    : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private void checkDuties(boolean labelled, List<Stop> stops) {
        if (grant.content().terms().duties().contains(Duty.APPROVAL)) {
            stops.add(Stop.whole(
                    Rule.APPROVAL_MISSING,
                    Worth.NO,
                    records,
                    "it asks for approval of each asset, which this version does not prove"));
        }
        if (grant.content().terms().duties().contains(Duty.LABEL) && !labelled) {
            stops.add(Stop.whole(
                    Rule.LABEL_MISSING,
                    Worth.NO,
                    records,
                    "it asks for a visible and a metadata label, and the release does not list both"));
        }
    }
}
