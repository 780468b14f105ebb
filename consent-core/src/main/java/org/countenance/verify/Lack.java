package org.countenance.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.countenance.base.Window;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.registry.Ruled;
import org.countenance.scope.Choice;
import org.countenance.scope.Context;
import org.countenance.scope.Filters;
import org.countenance.scope.Part;
import org.countenance.scope.Scope;
import org.countenance.scope.Word;
import org.countenance.scope.Worth;
import org.countenance.scope.WorthMap;

/**
 * What a grant lacks to cover a use (decision.md section 6, Nearest grants).
 *
 * @param grant the grant
 * @param members what fails, in words: {@code allows micro-drama-app, needs svod}
 */
record Lack(Id grant, List<String> members) {

    private static final int MOST = 3;

    /**
     * The up to three grants that lack fewest members, then leave least of the region; best first.
     *
     * @param region all of what the use fills
     * @param parts what no grant gives
     */
    static List<Lack> nearest(List<Decision.Weighed> grants, WorthMap region, UseFacts use, List<Part> parts) {
        return grants.stream()
                .filter(each -> each.offer().replaced().isEmpty())
                .map(each -> new Ranked(of(each.offer(), use, parts), size(region.minus(each.given()))))
                .sorted(Comparator.<Ranked>comparingInt(
                                each -> each.lack().members().size())
                        .thenComparingDouble(Ranked::left))
                .limit(MOST)
                .map(Ranked::lack)
                .toList();
    }

    /** Up to three grants to the same producer that are for something else. */
    static List<Lack> elsewhere(List<Ruled<Grant>> grants) {
        return grants.stream()
                .limit(MOST)
                .map(grant -> new Lack(
                        grant.logged().id(),
                        List.of("is for the production "
                                + Wording.list(grant.content().productions().items().stream()
                                        .map(pin -> pin.id().scheme() + ":"
                                                + pin.id().value())
                                        .toList()))))
                .toList();
    }

    /** What a grant lacks, and how much of the region it leaves. */
    private record Ranked(Lack lack, double left) {}

    private static double size(WorthMap map) {
        return map.boxes(Worth.YES).stream().mapToDouble(Part::size).sum();
    }

    /** The grant and what it lacks, in one clause. */
    String inWords() {
        return "grant " + grant.shown() + " " + Wording.sentence(members);
    }

    private static Lack of(Offer offer, UseFacts use, List<Part> parts) {
        List<String> best = offer.grant().content().permissions().stream()
                .map(permission -> lacking(permission, use, parts))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
        List<String> members = new ArrayList<>(best);
        if (offer.isAfterwards(use.filters()) && !offer.ratifies()) {
            members.add("does not ratify what was made before it was logged");
        }
        if (members.isEmpty()) {
            members.add("carves this out");
        }
        return new Lack(offer.id(), List.copyOf(members));
    }

    private static List<String> lacking(Scope permission, UseFacts use, List<Part> parts) {
        List<String> lacking = new ArrayList<>();
        Filters filters = use.filters();
        word("role", permission.roles(), filters.role(), lacking);
        word("technique", permission.techniques(), filters.technique(), lacking);
        for (Context context : filters.contexts()) {
            if (!permission.contexts().permits(context)) {
                lacking.add("does not allow the context " + context.word());
            }
        }
        if (!permission.made().contains(filters.made())) {
            lacking.add(
                    "allows making " + Wording.window(permission.made()) + ", needs " + Wording.window(filters.made()));
        }
        words(permission, parts, lacking);
        return lacking;
    }

    private static void words(Scope permission, List<Part> parts, List<String> lacking) {
        SortedSet<String> media = new TreeSet<>();
        SortedSet<String> modalities = new TreeSet<>();
        SortedSet<String> languages = new TreeSet<>();
        SortedSet<String> territories = new TreeSet<>();
        for (Part part : parts) {
            part.media().stream()
                    .filter(each -> !permission.media().permits(each))
                    .forEach(each -> media.add(each.word()));
            part.territories().stream()
                    .filter(not(permission.territories()::contains))
                    .forEach(territories::add);
            part.speech().stream()
                    .filter(each -> !permission.modalities().permits(each.modality()))
                    .forEach(each -> modalities.add(each.modality().word()));
            part.speech().stream()
                    .filter(each -> !permission.languages().covers(each.tag()))
                    .forEach(each -> languages.add(each.tag()));
        }
        needs(permission.media().toString(), media, lacking);
        needs(permission.modalities().toString(), modalities, lacking);
        needs(permission.languages().toString(), languages, lacking);
        needs(permission.territories().toString(), territories, lacking);
        for (Part part : parts) {
            for (Window shown : part.times()) {
                if (!permission.shown().contains(shown)) {
                    lacking.add("allows showing " + Wording.window(permission.shown()) + ", needs "
                            + Wording.window(shown));
                    return;
                }
            }
        }
    }

    private static <T> Predicate<T> not(Predicate<T> predicate) {
        return predicate.negate();
    }

    private static void needs(String allowed, SortedSet<String> needed, List<String> lacking) {
        if (!needed.isEmpty()) {
            lacking.add("allows " + allowed + ", needs " + Wording.list(needed));
        }
    }

    private static <E extends Enum<E> & Word> void word(
            String what, Choice<E> allowed, E needed, List<String> lacking) {
        if (!allowed.permits(needed)) {
            lacking.add("allows the " + what + " " + allowed + ", needs " + needed.word());
        }
    }
}
