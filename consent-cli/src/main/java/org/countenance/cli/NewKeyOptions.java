package org.countenance.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.jws.Algorithm;
import org.countenance.jws.Signer;
import org.countenance.record.Id;
import org.countenance.record.Party;
import picocli.CommandLine.Option;

/** Which keys a party record lists from now on, and who holds them. */
final class NewKeyOptions {

    @Option(
            names = "--new-key",
            paramLabel = "NAME",
            description = "the key that replaces the old one; made here if there is none")
    private Optional<String> newKey = Optional.empty();

    @Option(
            names = "--new-keys",
            paramLabel = "FILE",
            description = "keys made on the person's own machine: `consent key request`")
    private Optional<String> offer = Optional.empty();

    @Option(names = "--custody", paramLabel = "PARTY", description = "who holds the signing key; `own`")
    private Optional<String> custody = Optional.empty();

    @Option(names = "--algorithm", paramLabel = "ALG", description = "of keys made here; like the key that signs")
    private Optional<String> algorithm = Optional.empty();

    /** Whether other keys were named. */
    boolean isAsked() {
        return newKey.isPresent() || offer.isPresent();
    }

    /** Whether nothing about keys was said. */
    boolean isSilent() {
        return !isAsked() && custody.isEmpty();
    }

    /** The name of the key that was made or opened here. */
    Optional<String> newKey() {
        return newKey;
    }

    /** Writes the keys into a revision. */
    void addTo(PartyRevision revision, Signing signing, Surroundings surroundings, Id party)
            throws CommandException, IOException, MalformedException {
        if (newKey.isPresent() && offer.isPresent()) {
            throw CommandException.usage("wanted --new-key or --new-keys, found both", "");
        }
        Signer signer = signing.key();
        Optional<Id> holder = holder(signing);
        if (offer.isPresent()) {
            KeyOffer keys = KeyOffer.read(surroundings.read(offer.get()), offer.get());
            keys.check(signing.log().name(), party, signer.verificationKey().thumbprint());
            revision.keys(keys, holder);
        } else if (newKey.isPresent()) {
            Algorithm made = algorithm.isPresent()
                    ? KeyCommand.New.algorithm(algorithm.get())
                    : signer.verificationKey().algorithm();
            List<PartyDraft.Enrolled> keys = NewKeys.openOrMake(signing.ring(), newKey.get(), made);
            revision.keys(keys, signer, holder);
        } else if (custody.isPresent()) {
            revision.custody(holder);
        }
    }

    private Optional<Id> holder(Signing signing) throws CommandException, IOException, MalformedException {
        return custody.isEmpty() || custody.get().equals("own")
                ? Optional.empty()
                : Optional.of(signing.book().resolve(custody.get()));
    }

    /** Notes whose the keys are that were made here. */
    void assign(KeyRing ring, Id party) throws CommandException, IOException, MalformedException {
        if (newKey.isPresent()) {
            ring.assign(newKey.get(), party);
            ring.assign(NewKeys.manage(newKey.get()), party);
        }
    }

    /** Says aloud what a key in somebody else's hands proves. */
    static String custodyWords(Party party, org.countenance.report.Names names) {
        return party.keys().stream()
                .flatMap(key -> key.custody().stream())
                .distinct()
                .map(holder -> "\na key in custody of " + names.shown(holder)
                        + " proves that the key was used, not that the person consented")
                .reduce("", String::concat);
    }
}
