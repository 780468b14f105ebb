package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.manifest.Asset;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.Release;
import org.countenance.manifest.Use;
import org.countenance.record.Id;
import org.countenance.record.Terms.Duty;
import org.countenance.scope.Context;
import org.countenance.scope.Filters;

/** Judges uses one after the other; uses that the log cannot tell apart are decided once. */
final class UseJudge {

    private final Evidence evidence;
    private final Manifest manifest;
    private final Map<Id, PersonCase> persons;
    private final Remedies remedies;
    private final Map<Key, Answer> answers = new HashMap<>();
    private final Map<Id, Instant[]> cuts = new HashMap<>();

    UseJudge(Evidence evidence, Manifest manifest, Map<Id, PersonCase> persons, Remedies remedies) {
        this.evidence = evidence;
        this.manifest = manifest;
        this.persons = persons;
        this.remedies = remedies;
    }

    /**
     * What was found about one use.
     *
     * @param findings in the order of releases
     * @param relied the grants relied on
     */
    record Judged(List<Finding> findings, List<Id> relied) {}

    /** Two uses with equal keys have the same answer: the ends of {@code made} matter only by their place among the cuts. */
    private record Key(UseFacts use, long from, long until, String release) {}

    Judged judge(Use use) throws MalformedException {
        if (use.made().until().isAfter(evidence.evaluated())) {
            throw MalformedException.of(
                    use.where().member("made"),
                    "material made before " + Instants.format(evidence.evaluated()),
                    "material made until " + Instants.format(use.made().until()));
        }
        if (use.person().party().isEmpty()) {
            return new Judged(
                    List.of(finding(
                            use,
                            Rule.UNIDENTIFIED,
                            Rule.UNIDENTIFIED.severity(),
                            List.of(),
                            "a named person",
                            "somebody unidentified",
                            "a likeness without a named person")),
                    List.of());
        }
        PersonCase person =
                persons.computeIfAbsent(new Id(use.person().party().get()), id -> new PersonCase(id, evidence));
        UseFacts facts = facts(use, person.person());
        checkPortrayal(use, person, facts);
        List<Context> never = person.neverGranted(facts);
        if (!never.isEmpty()) {
            return new Judged(
                    List.of(finding(
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
        Asset asset = manifest.assetOf(use);
        for (Release release : manifest.releasesOf(asset)) {
            Answer answer = answer(person, facts, release);
            for (Answer.Remark remark : answer.remarks()) {
                Finding finding = finding(
                        use,
                        remark.rule(),
                        remark.severity(),
                        remark.records(),
                        remark.wanted(),
                        remark.found(),
                        remark.message());
                findings.merge(
                        List.of(remark.rule(), remark.severity(), remark.records()), finding, UseJudge::together);
            }
            relied.addAll(answer.relied());
            afterwards.addAll(answer.afterwards());
            remedies.note(use, facts, release, answer);
        }
        List<Finding> all = new ArrayList<>(findings.values());
        remarks(use, person, relied, afterwards, all);
        return new Judged(List.copyOf(all), List.copyOf(relied));
    }

    private Answer answer(PersonCase person, UseFacts facts, Release release) {
        UseFacts same = new UseFacts(
                facts.person(),
                new Filters(
                        facts.filters().role(),
                        facts.filters().technique(),
                        facts.filters().contexts(),
                        ANY_TIME),
                facts.modalities(),
                facts.languages(),
                facts.character(),
                facts.portrays());
        Key key = new Key(
                same,
                position(person, facts.filters().made().from()),
                position(person, facts.filters().made().until()),
                release.id());
        return answers.computeIfAbsent(key, any -> Decision.decide(person, facts, release, evidence.budget()));
    }

    private static final org.countenance.base.Window ANY_TIME = org.countenance.base.Window.ALWAYS;

    /** Odd on a cut, even between two: all that comparisons with cuts can see of an instant. */
    private long position(PersonCase person, Instant instant) {
        Instant[] sorted =
                cuts.computeIfAbsent(person.person(), any -> person.cuts().toArray(Instant[]::new));
        int found = Arrays.binarySearch(sorted, instant);
        return found >= 0 ? 2L * found + 1 : 2L * (-found - 1);
    }

    private UseFacts facts(Use use, Id person) {
        Filters filters = new Filters(use.role(), use.technique(), manifest.contextsOf(use), use.made());
        return new UseFacts(person, filters, use.modalities(), use.languages(), use.character(), use.portrays());
    }

    private static void checkPortrayal(Use use, PersonCase person, UseFacts facts) throws MalformedException {
        if (use.portrays().isEmpty() && person.isMinorsMaterial(facts)) {
            throw MalformedException.of(
                    use.where().member("portrays"),
                    "`adult`, `minor` or `none`, since the person was under age",
                    "none");
        }
    }

    /** What is worth saying of a use beyond its coverage. */
    private void remarks(Use use, PersonCase person, Set<Id> relied, Set<Id> afterwards, List<Finding> findings) {
        for (Id id : afterwards) {
            Severity severity = evidence.policy().retroactiveBlocks() ? Severity.BLOCK : Severity.WARNING;
            findings.add(finding(
                    use,
                    Rule.CONSENTED_AFTERWARDS,
                    severity,
                    List.of(id),
                    "consent before the making",
                    "consent logged afterwards",
                    "consented afterwards: the grant came after the material and ratifies it"));
        }
        for (Id id : relied) {
            Set<Duty> duties = duties(person, id);
            if (duties.contains(Duty.CREDIT) && !use.credited()) {
                findings.add(finding(
                        use,
                        Rule.CREDIT_MISSING,
                        Severity.WARNING,
                        List.of(id),
                        "a credit",
                        "none",
                        "grant " + id.shown() + " asks for a credit, and the manifest declares none"));
            }
            if (duties.contains(Duty.PAYMENT)) {
                findings.add(finding(
                        use,
                        Rule.PAYMENT_MISSING,
                        Severity.WARNING,
                        List.of(id),
                        "the person's word that she was paid",
                        "none",
                        "grant " + id.shown() + " asks for payment, and the person has not said that she was paid"));
            }
        }
    }

    private static Set<Duty> duties(PersonCase person, Id id) {
        return person.grants().stream()
                .filter(grant -> grant.logged().id().equals(id))
                .map(grant -> grant.content().terms().duties())
                .findFirst()
                .orElse(Set.of());
    }

    private static Finding finding(
            Use use, Rule rule, Severity severity, List<Id> records, String wanted, String found, String message) {
        return new Finding(
                rule,
                severity,
                Optional.of(use.id()),
                use.person().party().map(Id::new),
                Optional.of(use.where().place()),
                records,
                wanted,
                found,
                message);
    }

    /** The same cause in another release: one finding that names both. */
    private static Finding together(Finding one, Finding other) {
        String wanted = one.wanted().contains(other.wanted()) ? one.wanted() : one.wanted() + "; and " + other.wanted();
        String message = one.rule() == Rule.OUTSIDE_SCOPE ? "no grant covers " + wanted : one.message();
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
