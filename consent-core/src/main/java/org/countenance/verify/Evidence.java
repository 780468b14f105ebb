package org.countenance.verify;

import java.util.Optional;
import java.util.function.Function;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.manifest.Production;
import org.countenance.record.Annex;
import org.countenance.record.Grant;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;

/**
 * What a decision about one production rests on.
 *
 * @param state what the log says of the people in it
 * @param policy whom the verifier trusts
 * @param production what is produced, and by whom
 * @param annexes words for people by the hash that records name, where they are not erased
 * @param evaluated as of when; every comparison with it is remembered
 * @param budget nodes of a decision diagram, at most
 * @param allowance how much all decisions may take together
 */
record Evidence(
        RegistryState state,
        TrustPolicy policy,
        Production production,
        Function<String, Optional<Bytes>> annexes,
        AsOf evaluated,
        int budget,
        Allowance allowance) {

    /** The words for people beside a grant, where they were not erased. */
    Optional<Annex.OfGrant> words(Ruled<Grant> grant) {
        return words(grant.logged()).filter(Annex.OfGrant.class::isInstance).map(Annex.OfGrant.class::cast);
    }

    /** The words for people beside a record, where they were not erased. */
    Optional<Annex> words(LoggedRecord logged) {
        Optional<Bytes> annex = logged.record().claims().annex().flatMap(annexes);
        try {
            return annex.isPresent()
                    ? Optional.of(Annex.parse(logged.content().kind(), annex.get()))
                    : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
