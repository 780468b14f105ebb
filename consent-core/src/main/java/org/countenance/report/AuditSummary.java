package org.countenance.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countenance.record.Id;
import org.countenance.verify.Outcome;
import org.countenance.verify.Rule;

/**
 * What the answers of an audit say together: of whom, under which rule, and what ends.
 *
 * @param outcomes how many titles have which answer; those that occur
 * @param people everybody who is named, the worst answers first, then who is in most titles, then
 *     in the order of the titles
 * @param rules what the rules have to say, by code
 * @param endings what ends after the instant of the audit and not after its horizon, the first first
 * @param skipped the steps that were not performed, with the titles
 */
record AuditSummary(
        Map<Outcome, Long> outcomes,
        List<PersonLine> people,
        List<RuleLine> rules,
        List<EndingLine> endings,
        Map<AuditAnswer.Skipped, List<AuditTitle>> skipped) {

    /**
     * A person in a catalogue.
     *
     * @param person who
     * @param outcomes how many uses have which answer
     * @param titles the titles with her in them
     * @param blocks under which rules something about her stands in the way, and of which titles
     */
    record PersonLine(
            Id person, Map<Outcome, Long> outcomes, List<AuditTitle> titles, SortedMap<Rule, List<AuditTitle>> blocks) {

        long uses() {
            return outcomes.values().stream().mapToLong(Long::longValue).sum();
        }

        Outcome worst() {
            return AuditSummary.worst(outcomes);
        }
    }

    /**
     * A rule in a catalogue.
     *
     * @param rule which
     * @param findings how many findings nobody waived
     * @param waived how many somebody did
     * @param titles the titles that they are in
     */
    record RuleLine(Rule rule, long findings, long waived, List<AuditTitle> titles) {}

    /**
     * Something that ends, for all the titles that rely on it.
     *
     * @param ending what ends and when; it names no releases
     * @param titles who relies on it
     */
    record EndingLine(AuditEnding ending, List<Relying> titles) {}

    /**
     * A title that relies on something.
     *
     * @param title which
     * @param releases in which of its releases
     */
    record Relying(AuditTitle title, List<String> releases) {}

    static AuditSummary of(Audit audit) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        Map<AuditAnswer.Skipped, List<AuditTitle>> skipped = new LinkedHashMap<>();
        for (AuditTitle title : audit.answered()) {
            AuditAnswer answer = title.answer().orElseThrow();
            outcomes.merge(answer.outcome(), 1L, Long::sum);
            answer.skipped().forEach(step -> append(skipped, step, title));
        }
        return new AuditSummary(outcomes, people(audit), rules(audit), endings(audit), skipped);
    }

    private static List<PersonLine> people(Audit audit) {
        Map<Id, PersonLine> people = new LinkedHashMap<>();
        for (AuditTitle title : audit.answered()) {
            AuditAnswer answer = title.answer().orElseThrow();
            for (AuditAnswer.PersonUses each : answer.people()) {
                each.person().ifPresent(person -> {
                    PersonLine line = people.computeIfAbsent(person, AuditSummary::nobodyYet);
                    each.outcomes().forEach((outcome, uses) -> line.outcomes().merge(outcome, uses, Long::sum));
                    line.titles().add(title);
                });
            }
            for (AuditConcern concern : answer.concerns()) {
                concern.person()
                        .filter(person -> concern.stands())
                        .map(people::get)
                        .ifPresent(line -> append(line.blocks(), concern.rule(), title));
            }
        }
        return people.values().stream()
                .sorted(Comparator.comparing(PersonLine::worst)
                        .thenComparing(line -> line.titles().size())
                        .reversed())
                .toList();
    }

    private static PersonLine nobodyYet(Id person) {
        return new PersonLine(person, new EnumMap<>(Outcome.class), new ArrayList<>(), new TreeMap<>());
    }

    private static List<RuleLine> rules(Audit audit) {
        SortedMap<Rule, RuleLine> rules = new TreeMap<>(Comparator.comparing(Rule::code));
        for (AuditTitle title : audit.answered()) {
            for (AuditConcern concern : title.answer().orElseThrow().concerns()) {
                long waived = concern.waiver().isPresent() ? concern.findings() : 0;
                RuleLine line = new RuleLine(
                        concern.rule(), concern.findings() - waived, waived, new ArrayList<>(List.of(title)));
                rules.merge(concern.rule(), line, AuditSummary::together);
            }
        }
        return List.copyOf(rules.values());
    }

    private static RuleLine together(RuleLine one, RuleLine other) {
        AuditTitle title = other.titles().get(0);
        if (!isLast(one.titles(), title)) {
            one.titles().add(title);
        }
        return new RuleLine(one.rule(), one.findings() + other.findings(), one.waived() + other.waived(), one.titles());
    }

    private static List<EndingLine> endings(Audit audit) {
        Map<AuditEnding, EndingLine> endings = new LinkedHashMap<>();
        for (AuditTitle title : audit.answered()) {
            for (AuditEnding ending : title.answer().orElseThrow().endings()) {
                if (ending.until().isAfter(audit.evaluated()) && !ending.until().isAfter(audit.horizon())) {
                    AuditEnding same =
                            new AuditEnding(ending.kind(), ending.until(), ending.record(), ending.person(), List.of());
                    endings.computeIfAbsent(same, any -> new EndingLine(same, new ArrayList<>()))
                            .titles()
                            .add(new Relying(title, ending.releases()));
                }
            }
        }
        return endings.values().stream()
                .sorted(Comparator.<EndingLine, java.time.Instant>comparing(
                                line -> line.ending().until())
                        .thenComparing(line -> line.ending().kind())
                        .thenComparing(line -> line.ending().record().text()))
                .toList();
    }

    private static boolean isLast(List<AuditTitle> titles, AuditTitle title) {
        return titles.get(titles.size() - 1).manifest().equals(title.manifest());
    }

    private static <K> void append(Map<K, List<AuditTitle>> map, K key, AuditTitle title) {
        List<AuditTitle> titles = map.computeIfAbsent(key, any -> new ArrayList<>());
        if (titles.isEmpty() || !isLast(titles, title)) {
            titles.add(title);
        }
    }

    /** The answer that is furthest from cleared. */
    static Outcome worst(Map<Outcome, Long> outcomes) {
        return outcomes.keySet().stream().max(Comparator.naturalOrder()).orElse(Outcome.CLEARED);
    }

    static Outcome worse(Outcome one, Outcome other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
