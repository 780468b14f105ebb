package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.Window;
import org.countenance.manifest.Asset;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.Release;
import org.countenance.manifest.Use;
import org.countenance.record.Id;
import org.countenance.scope.Context;
import org.countenance.scope.Filters;
import org.countenance.scope.Modality;

/** Judges uses; those that the log cannot tell apart are decided once. */
final class UseJudge {

    private final Request request;
    private final Evidence evidence;
    private final Manifest manifest;
    private final Stops stops;
    private final AssetBook assets;
    private final Caps caps;
    private final Remarks remarks;
    private final Remedies remedies;
    private final Map<String, PersonCase> persons = new LinkedHashMap<>();

    /** By all that tells uses apart: of the ends of {@code made} only their place among the cuts. */
    private final Map<List<Object>, Answer> answers = new HashMap<>();

    private final Map<Alike, Judged> cleared = new HashMap<>();
    private final Map<Id, Instant[]> cuts = new HashMap<>();
    private final Map<String, Set<Id>> spent = new HashMap<>();

    /** A million uses rely on the grants of few people. */
    private final Map<List<Id>, List<Id>> reliedOn = new LinkedHashMap<>();

    UseJudge(Request request, Evidence evidence, Stops stops, AssetBook assets, Remedies remedies) {
        this.request = request;
        this.evidence = evidence;
        this.manifest = request.manifest();
        this.stops = stops;
        this.assets = assets;
        this.caps = new Caps(evidence, stops.validity());
        this.remarks = new Remarks(stops.validity());
        this.remedies = remedies;
    }

    /**
     * What was found about one use.
     *
     * @param findings in the order of releases
     * @param relied the grants relied on; none where the use is not covered
     */
    record Judged(List<Finding> findings, List<Id> relied) {}

    /** The people that were asked about. */
    Collection<PersonCase> persons() {
        return Collections.unmodifiableCollection(persons.values());
    }

    /** What the uses that were judged rely on, each list of grants once, in the order of the uses. */
    Set<List<Id>> relied() {
        return reliedOn.keySet();
    }

    /** Spends capped grants in the order of asset hash and use id, so that the manifest's order does not matter. */
    void allocate() throws MalformedException {
        List<Use> capped = new ArrayList<>();
        for (Use use : manifest.uses()) {
            if (use.person().party().isPresent() && person(use).isCapped()) {
                capped.add(use);
            }
        }
        capped.sort(Comparator.<Use, org.countenance.base.Bytes>comparing(
                        use -> manifest.assetOf(use).sha256())
                .thenComparing(Use::id));
        for (Use use : capped) {
            allocate(use);
        }
    }

    /** Takes other grants while those that the use would rely on cannot bear one more asset. */
    private void allocate(Use use) {
        Asset asset = manifest.assetOf(use);
        Set<Id> beyond = new LinkedHashSet<>();
        List<Id> relied = relied(use, beyond);
        while (beyond.addAll(caps.exceeded(relied, asset))) {
            relied = relied(use, beyond);
        }
        caps.count(relied, asset);
        if (!beyond.isEmpty()) {
            spent.put(use.id(), Set.copyOf(beyond));
        }
    }

    private List<Id> relied(Use use, Set<Id> beyond) {
        PersonCase person = person(use);
        UseFacts facts = facts(use, person);
        Set<Id> relied = new LinkedHashSet<>();
        for (Release release : shown(use, facts)) {
            relied.addAll(answer(person, facts, release, Set.copyOf(beyond)).relied());
        }
        return List.copyOf(relied);
    }

    /**
     * What nothing but names and places tells apart: two such uses, in assets that the log says nothing of, of which one has
     * no finding, have the same answer.
     */
    private record Alike(Use use, Set<Context> contexts, Set<String> releases) {

        static Alike of(Use use, Asset asset) {
            return new Alike(use, asset.contexts(), asset.releases());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Alike alike
                    && use.isLike(alike.use)
                    && contexts.equals(alike.contexts)
                    && releases.equals(alike.releases);
        }

        /** Of all that many uses may have in many ways. */
        @Override
        public int hashCode() {
            return Objects.hash(
                    use.person(),
                    use.technique(),
                    use.made(),
                    use.character(),
                    use.contexts(),
                    use.languages(),
                    use.exemption(),
                    contexts,
                    releases);
        }
    }

    /** Judges one use, after {@link #allocate}. */
    Judged judge(Use use) throws MalformedException {
        if (spent.containsKey(use.id())) {
            return judgeAlone(use);
        }
        Alike alike = Alike.of(use, manifest.assetOf(use));
        Judged before = cleared.get(alike);
        if (before != null) {
            return before;
        }
        Judged judged = judgeAlone(use);
        if (judged.findings().isEmpty() && assets.areUnknownTo(person(use))) {
            cleared.put(alike, judged);
        }
        return judged;
    }

    private Judged judgeAlone(Use use) throws MalformedException {
        checkMade(use);
        if (use.person().party().isEmpty()) {
            return new Judged(
                    List.of(Finding.about(
                            use,
                            Rule.UNIDENTIFIED,
                            Severity.BLOCK,
                            List.of(),
                            "a named person",
                            "somebody unidentified",
                            "a likeness without a named person")),
                    List.of());
        }
        PersonCase person = person(use);
        UseFacts facts = facts(use, person);
        checkPortrayal(use, person, facts);
        List<Context> never = person.neverGranted(facts);
        if (!never.isEmpty()) {
            return new Judged(
                    List.of(Finding.about(
                            use,
                            Rule.PROHIBITED,
                            Severity.BLOCK,
                            List.of(),
                            "no minor in the context " + never.get(0).word(),
                            "a minor",
                            "the context " + never.get(0).word() + " is never granted for a minor")),
                    List.of());
        }
        return judge(use, person, facts);
    }

    private Judged judge(Use use, PersonCase person, UseFacts facts) {
        Map<List<Object>, Finding> findings = new LinkedHashMap<>();
        Set<Id> relied = new LinkedHashSet<>();
        Set<Id> afterwards = new LinkedHashSet<>();
        Set<Modality> unheard = facts.unheard(manifest.releasesOf(manifest.assetOf(use)));
        if (!unheard.isEmpty()) {
            return new Judged(List.of(unheard(use, unheard)), List.of());
        }
        boolean covered = true;
        List<Remedies.Shown> all = new ArrayList<>();
        for (Release release : shown(use, facts)) {
            Answer answer = answer(person, facts, release, spent.getOrDefault(use.id(), Set.of()));
            for (Answer.Remark remark : answer.remarks()) {
                Finding finding = finding(use, remark, person, facts);
                findings.merge(
                        List.of(remark.rule(), remark.severity(), remark.records()), finding, UseJudge::together);
            }
            covered &= answer.covered();
            relied.addAll(answer.relied());
            afterwards.addAll(answer.afterwards());
            all.add(new Remedies.Shown(release, answer));
        }
        remedies.note(use, person, facts, all);
        List<Finding> found = new ArrayList<>(findings.values());
        if (covered) {
            found.addAll(remarks.on(use, facts, person, relied, afterwards));
        }
        List<Id> rests = covered ? List.copyOf(relied) : List.of();
        return new Judged(List.copyOf(found), reliedOn.computeIfAbsent(rests, same -> same));
    }

    private Finding finding(Use use, Answer.Remark remark, PersonCase person, UseFacts facts) {
        String more = Remedies.isGrantable(remark.rule())
                ? remedies.hindrance(person, facts).map(why -> "; " + why).orElse("")
                : "";
        return Finding.about(
                use,
                remark.rule(),
                remark.severity(),
                remark.records(),
                remark.wanted(),
                remark.found(),
                remark.message() + more);
    }

    /** The releases of the asset that show some point of the use; it may speak in none of a release's languages. */
    private List<Release> shown(Use use, UseFacts facts) {
        return manifest.releasesOf(manifest.assetOf(use)).stream()
                .filter(facts::isShownIn)
                .toList();
    }

    /** What is declared and shown nowhere cannot be consented to, so nothing would ask for consent to it. */
    private static Finding unheard(Use use, Set<Modality> modalities) {
        String words = Wording.list(modalities.stream().map(Modality::word).toList());
        return Finding.about(
                use,
                Rule.OUTSIDE_SCOPE,
                Severity.BLOCK,
                List.of(),
                "a release in a language of the use",
                "its languages in no release",
                "no release shows the " + words + " of this use in its languages");
    }

    private PersonCase person(Use use) {
        return persons.computeIfAbsent(
                use.person().party().orElseThrow(), id -> new PersonCase(new Id(id), evidence, stops));
    }

    private Answer answer(PersonCase person, UseFacts facts, Release release, Set<Id> beyond) {
        Window made = facts.filters().made();
        List<Object> key = List.of(
                facts.madeAt(Window.ALWAYS),
                position(person, made.from()),
                position(person, made.until()),
                release.id(),
                beyond);
        return answers.computeIfAbsent(key, any -> Decision.decide(person, facts, release, beyond, evidence));
    }

    /** Odd on a cut, even between two: all that comparisons with cuts can see of an instant. */
    private long position(PersonCase person, Instant instant) {
        Instant[] sorted =
                cuts.computeIfAbsent(person.person(), any -> person.cuts().toArray(Instant[]::new));
        int found = Arrays.binarySearch(sorted, instant);
        return found >= 0 ? 2L * found + 1 : 2L * (-found - 1);
    }

    private UseFacts facts(Use use, PersonCase person) {
        Set<Context> contexts = new LinkedHashSet<>(manifest.contextsOf(use));
        contexts.addAll(person.computed(use.made()));
        Filters filters = new Filters(use.role(), use.technique(), contexts, use.made());
        return new UseFacts(
                person.person(),
                filters,
                use.modalities(),
                use.languages(),
                person.asksForCharacter() ? use.character() : Optional.empty(),
                use.portrays(),
                assets.facts(manifest.assetOf(use), person));
    }

    private void checkMade(Use use) throws MalformedException {
        if (!request.plan() && evidence.evaluated().isBefore(use.made().until())) {
            throw MalformedException.of(
                    use.where().member("made"),
                    "material made before "
                            + Instants.format(evidence.evaluated().instant()),
                    "material made until " + Instants.format(use.made().until()));
        }
    }

    private static void checkPortrayal(Use use, PersonCase person, UseFacts facts) throws MalformedException {
        if (use.portrays().isEmpty() && person.isMinorsMaterial(facts)) {
            throw MalformedException.of(
                    use.where().member("portrays"),
                    "`adult`, `minor` or `none`, since the person was under age",
                    "none");
        }
    }

    /** The same cause in another release: one finding that names both. */
    private static Finding together(Finding one, Finding other) {
        String wanted = one.wanted().contains(other.wanted()) ? one.wanted() : one.wanted() + "; and " + other.wanted();
        String message = one.rule() == Rule.OUTSIDE_SCOPE
                ? one.message().replace("no grant covers " + one.wanted(), "no grant covers " + wanted)
                : one.message();
        return new Finding(
                one.rule(),
                one.severity(),
                one.use(),
                one.person(),
                one.at(),
                one.records(),
                wanted,
                one.found(),
                message);
    }
}
