package org.countenance.manifest;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.countenance.base.Window;
import org.countenance.scope.Context;
import org.countenance.scope.Modality;
import org.countenance.scope.Role;
import org.countenance.scope.Technique;

/**
 * One likeness in one asset (decision.md section 4). Untrusted: the producer's word.
 *
 * @param id its name in verdicts
 * @param asset id of the asset it is in
 * @param person whose likeness
 * @param role shown, or moving what is shown
 * @param character the character played
 * @param portrays an adult, a minor or nobody; always there where the asset alone shows that it is needed
 * @param modalities what of the person
 * @param technique how
 * @param made when the likeness was captured or synthesised
 * @param contexts sensitive contexts beyond the asset's; see {@link Manifest#contextsOf}
 * @param languages what this person speaks in it; absent: what the release says
 * @param exemption why it may need no consent
 * @param seconds how long the likeness lasts; absent: as long as the asset
 * @param credited whether the person is credited
 * @param where where it stands
 */
public record Use(
        String id,
        String asset,
        Person person,
        Role role,
        Optional<String> character,
        Optional<Portrays> portrays,
        Set<Modality> modalities,
        Technique technique,
        Window made,
        Set<Context> contexts,
        Optional<Set<String>> languages,
        Optional<Exemption> exemption,
        OptionalLong seconds,
        boolean credited,
        Where where) {

    /** Whether another shows the same person in the same way: only name, asset, length and place may tell them apart. */
    public boolean isLike(Use other) {
        return person.equals(other.person)
                && role == other.role
                && technique == other.technique
                && credited == other.credited
                && made.equals(other.made)
                && character.equals(other.character)
                && portrays.equals(other.portrays)
                && modalities.equals(other.modalities)
                && contexts.equals(other.contexts)
                && languages.equals(other.languages)
                && exemption.equals(other.exemption);
    }
}
