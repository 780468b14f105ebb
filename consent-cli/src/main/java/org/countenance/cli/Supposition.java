package org.countenance.cli;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.jws.VerificationKey;
import org.countenance.record.Capacity;
import org.countenance.record.Delegation;
import org.countenance.record.Draft;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.PartyKey;
import org.countenance.record.RecordKind;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Version;

/** Revocations as somebody who may would sign them now; nobody does, and what follows is told before it happens. */
final class Supposition {

    private final RegistryState state;
    private final Instant now;
    private final SecureRandom random;

    Supposition(RegistryState state, Instant now, SecureRandom random) {
        this.state = state;
        this.now = now;
        this.random = random;
    }

    /** What takes all of these back. */
    List<ParsedRecord> revoking(List<ParsedRecord> opened) throws CommandException, MalformedException {
        if (opened.isEmpty()) {
            throw CommandException.failed("wanted grants of the party to take back, found none", "");
        }
        List<ParsedRecord> revocations = new ArrayList<>();
        for (ParsedRecord each : opened) {
            revocations.add(revoking(each));
        }
        return revocations;
    }

    private ParsedRecord revoking(ParsedRecord opened) throws CommandException, MalformedException {
        if (!(opened.content() instanceof Grant) && !(opened.content() instanceof Delegation)) {
            throw CommandException.usage(
                    "wanted a grant, a link or a person with --if-revoked, found the " + opened,
                    "`consent list --kind grant` shows grants");
        }
        Optional<VerificationKey> own = key(opened.subject());
        Id signer = own.isPresent() ? opened.subject() : opened.issuer();
        VerificationKey key = own.or(() -> key(opened.issuer()))
                .orElseThrow(() -> CommandException.failed(
                        "wanted somebody with a key who may take back the " + opened + ", found nobody", ""));
        Draft draft = Draft.of(
                        RecordKind.REVOCATION,
                        Optional.of(signer),
                        Optional.of(opened.subject()),
                        state.name(),
                        now,
                        random)
                .with("target", opened.id().text());
        if (opened.content() instanceof Delegation) {
            return draft.with("event", "ended").unsigned(key);
        }
        if (own.isEmpty()) {
            // Whoever signed it for a person without keys takes it back under the same link.
            opened.claims()
                    .acting()
                    .filter(acting -> acting.capacity() != Capacity.LICENSEE)
                    .ifPresent(
                            acting -> draft.with("capacity", acting.capacity().word())
                                    .with("delegation", acting.link().text()));
        }
        return draft.with("event", "withdrawn").with("scopes", "*").unsigned(key);
    }

    /** A key that signs for a party now. */
    private Optional<VerificationKey> key(Id party) {
        return state.party(party).flatMap(known -> {
            List<Version> line = known.line(Long.MAX_VALUE, now);
            return line.get(line.size() - 1).made().content().keys().stream()
                    .filter(key -> key.powers().contains(PartyKey.Use.SIGN))
                    .filter(key -> !known.isDeclared(key.thumbprint()))
                    .map(PartyKey::key)
                    .findFirst();
        });
    }
}
