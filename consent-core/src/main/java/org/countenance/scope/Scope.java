package org.countenance.scope;

import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.countenance.base.MalformedException;
import org.countenance.base.Window;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;

/**
 * What a permission gives or a prohibition takes; every member is written out or {@code "*"} (decision.md section 2).
 *
 * @param roles filter
 * @param modalities dimension, together with languages
 * @param techniques filter
 * @param contexts filter; empty means no sensitive context
 * @param media dimension
 * @param territories dimension
 * @param languages dimension, where something is said
 * @param made filter
 * @param shown dimension
 */
public record Scope(
        Choice<Role> roles,
        Choice<Modality> modalities,
        Choice<Technique> techniques,
        Choice<Context> contexts,
        Choice<Medium> media,
        Territories territories,
        Languages languages,
        Window made,
        Window shown) {

    /** Reads a scope with all its members. */
    public static Scope read(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Scope scope = new Scope(
                members.required("roles", Choice.reader(Role::parse)),
                members.required("modalities", Choice.reader(Modality::parse)),
                members.required("techniques", Choice.reader(Technique::parse)),
                members.required("contexts", Choice.emptyReader(Context::parse)),
                members.required("media", Choice.reader(Medium::parse)),
                members.required("territories", Territories::read),
                members.required("languages", Languages::read),
                members.required("made", Windows::readMade),
                members.required("shown", Windows::readShown));
        members.end();
        return scope;
    }

    /** The scope as JSON. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("roles", roles.toJson())
                .put("modalities", modalities.toJson())
                .put("techniques", techniques.toJson())
                .put("contexts", contexts.toJson())
                .put("media", media.toJson())
                .put("territories", territories.toJson())
                .put("languages", languages.toJson())
                .put("made", Windows.toJson(made))
                .put("shown", Windows.toJson(shown))
                .build();
    }

    /** Whether, as a permission, it applies to such a use: every context, and the whole of the making. */
    public boolean permits(Filters use) {
        return roles.permits(use.role())
                && techniques.permits(use.technique())
                && use.contexts().stream().allMatch(contexts::permits)
                && made.contains(use.made());
    }

    /** Whether, as a prohibition, it applies to such a use: any context, and any part of the making. */
    public boolean forbids(Filters use) {
        boolean context = contexts.any()
                || use.contexts().stream().anyMatch(contexts::forbids)
                || (contexts.items().isEmpty() && use.contexts().isEmpty());
        return roles.forbids(use.role()) && techniques.forbids(use.technique()) && context && made.meets(use.made());
    }

    /** Whether, as a permission, it gives this way of using somebody in this language. */
    boolean permits(Speech speech) {
        return modalities.permits(speech.modality()) && languages.covers(speech.tag());
    }

    /** Whether, as a prohibition, it takes this way of using somebody in this language. */
    boolean forbids(Speech speech) {
        boolean language = languages.meets(speech.tag()) || (speech.isSilent() && !speaks());
        return modalities.forbids(speech.modality()) && language;
    }

    /** Whether something is said in some of its modalities; doubtful ones are silent, so that more is taken. */
    private boolean speaks() {
        boolean lips = techniques.equals(Choice.of(Set.of(Technique.LIP_SYNC)));
        return modalities.any()
                || modalities.items().stream().anyMatch(each -> each.isVoice() || (each == Modality.FACE && lips));
    }

    /** Whether a permission of this scope gives a region as a whole, if it applies to the use at all. */
    public boolean covers(Region region) {
        return shown.contains(region.shown())
                && all(region.media(), media::permits)
                && all(region.territories(), territories::contains)
                && all(region.speech(), this::permits);
    }

    /** Whether a permission of this scope gives any point of a region, if it applies to the use at all. */
    public boolean meets(Region region) {
        return shown.meets(region.shown())
                && any(region.media(), media::permits)
                && any(region.territories(), territories::contains)
                && any(region.speech(), this::permits);
    }

    private static <T> boolean all(Iterable<T> values, Predicate<T> wanted) {
        return !any(values, wanted.negate());
    }

    private static <T> boolean any(Iterable<T> values, Predicate<T> wanted) {
        for (T value : values) {
            if (wanted.test(value)) {
                return true;
            }
        }
        return false;
    }

    // Written out, as that of an id is.
    @Override
    public int hashCode() {
        return Objects.hash(roles, modalities, techniques, contexts, media, territories, languages, made, shown);
    }
}
