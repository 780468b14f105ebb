package org.countenance.verify;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countenance.base.Window;
import org.countenance.manifest.Portrays;
import org.countenance.manifest.Release;
import org.countenance.record.Id;
import org.countenance.scope.Context;
import org.countenance.scope.Filters;
import org.countenance.scope.Languages;
import org.countenance.scope.Modality;
import org.countenance.scope.Region;
import org.countenance.scope.Speech;

/**
 * What of a use the decision looks at.
 *
 * @param person whose likeness
 * @param filters role, technique, contexts and making, judged once
 * @param modalities what of the person
 * @param languages to which languages the use is narrowed
 * @param character as whom the person appears
 * @param portrays whether an adult, a minor or nobody is portrayed
 * @param asset what the log says of the asset
 */
record UseFacts(
        Id person,
        Filters filters,
        Set<Modality> modalities,
        Optional<Set<String>> languages,
        Optional<String> character,
        Optional<Portrays> portrays,
        AssetFacts asset) {

    /** The same, whenever it was made. */
    UseFacts madeAt(Window made) {
        Filters same = new Filters(filters.role(), filters.technique(), filters.contexts(), made);
        return new UseFacts(person, same, modalities, languages, character, portrays, asset);
    }

    /** Whether a context is one that is given by name or not at all. */
    boolean namedOnly() {
        for (Context context : filters.contexts()) {
            if (context.namedOnly()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a release shows any point of it; only what is narrowed to other languages than the release's has none. */
    boolean isShownIn(Release release) {
        return languages.isEmpty() || region(release).isPresent();
    }

    /** Where, when, on what and in which languages a release shows this; empty when it has no point. */
    Optional<Region> region(Release release) {
        Set<Speech> speech = new LinkedHashSet<>();
        for (Modality modality : modalities) {
            if (modality.speech(filters.technique())) {
                spoken(release).forEach(tag -> speech.add(new Speech(modality, tag)));
            } else {
                speech.add(Speech.silent(modality));
            }
        }
        return speech.isEmpty()
                ? Optional.empty()
                : Optional.of(new Region(release.window(), release.territories().codes(), release.media(), speech));
    }

    /** What of the use no release shows: its languages are in none of them. */
    Set<Modality> unheard(Collection<Release> releases) {
        if (releases.stream().anyMatch(release -> !spoken(release).isEmpty())) {
            return Set.of();
        }
        return modalities.stream()
                .filter(modality -> modality.speech(filters.technique()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> spoken(Release release) {
        if (languages.isEmpty()) {
            return release.languages();
        }
        Set<String> spoken = new LinkedHashSet<>();
        for (String shown : release.languages()) {
            for (String narrowed : languages.get()) {
                if (Languages.of(Set.of(narrowed)).filters(shown)) {
                    spoken.add(shown);
                } else if (Languages.of(Set.of(shown)).covers(narrowed)) {
                    spoken.add(narrowed);
                }
            }
        }
        return spoken;
    }

    // Written out, as that of an id is.
    @Override
    public int hashCode() {
        return Objects.hash(person, filters, modalities, languages, character, portrays, asset);
    }
}
