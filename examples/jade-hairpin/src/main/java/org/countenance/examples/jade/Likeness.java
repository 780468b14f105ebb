package org.countenance.examples.jade;

import java.util.List;
import java.util.Optional;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;

/**
 * One person's likeness in a shot or on a sound track.
 *
 * @param who whose
 * @param role {@code depicted} or {@code driver}
 * @param character who is played
 * @param modalities what of the person
 * @param technique how
 * @param contexts sensitive contexts of this person alone
 * @param language what is spoken in a dub; absent: what the release says
 */
record Likeness(
        Performer who,
        String role,
        String character,
        List<String> modalities,
        String technique,
        List<String> contexts,
        Optional<String> language) {

    static Likeness depicted(Performer who, String technique, String... modalities) {
        return new Likeness(
                who, "depicted", who.character(), List.of(modalities), technique, List.of(), Optional.empty());
    }

    /** Somebody whose body or performance moves what is seen of {@code whom}. */
    static Likeness driver(Performer who, Performer whom, String technique, String... modalities) {
        return new Likeness(
                who, "driver", whom.character(), List.of(modalities), technique, List.of(), Optional.empty());
    }

    Likeness in(String context) {
        return new Likeness(who, role, character, modalities, technique, List.of(context), language);
    }

    Likeness spokenIn(String tag) {
        return new Likeness(who, role, character, modalities, technique, contexts, Optional.of(tag));
    }

    JsonObject toJson(String id, Shot shot) {
        JsonObject.Builder use = JsonObject.builder()
                .put("id", id)
                .put("asset", shot.id())
                .put("person", who.placeholder())
                .put("role", role)
                .put("character", character)
                .put("portrays", role.equals("driver") ? "none" : "adult")
                .put("modalities", JsonArray.ofStrings(modalities))
                .put("technique", technique);
        if (!contexts.isEmpty()) {
            use.put("contexts", JsonArray.ofStrings(contexts));
        }
        language.ifPresent(tag -> use.put("languages", JsonArray.ofStrings(List.of(tag))));
        return use.put("made", shot.made().toJson())
                .put("seconds", shot.seconds())
                .put("credited", true)
                .build();
    }
}
