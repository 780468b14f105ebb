package org.countenance.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.countenance.manifest.Use;
import org.countenance.record.Id;
import org.countenance.verify.Finding;
import org.countenance.verify.Outcome;
import org.countenance.verify.Timeline;
import org.countenance.verify.Verdict;

/** What a verdict says, put together for reading: reasons told once, people and uses by how much there is to do. */
final class Dossier {

    private final Verdict verdict;
    private final List<Cause> groups;
    private final List<PersonLine> people;
    private final List<UseLine> uses;
    private final Map<String, Integer> remedies;

    private Dossier(
            Verdict verdict,
            List<Cause> groups,
            List<PersonLine> people,
            List<UseLine> uses,
            Map<String, Integer> remedies) {
        this.verdict = verdict;
        this.groups = groups;
        this.people = people;
        this.uses = uses;
        this.remedies = remedies;
    }

    static Dossier of(Answer answer) {
        Verdict verdict = answer.verdict();
        List<UseLine> uses = uses(verdict);
        return new Dossier(verdict, causes(answer), people(verdict, uses), uses, remedies(verdict));
    }

    /**
     * A use as it was declared, with its answer.
     *
     * @param declared what the producer says of it
     * @param answer what the verifier says
     * @param findings what the rules have to say of it
     */
    record UseLine(Use declared, Verdict.UseVerdict answer, List<Finding> findings) {

        Optional<Id> person() {
            return declared.person().party().map(Id::new);
        }
    }

    /**
     * A person and how much of what the production shows of her has which answer.
     *
     * @param person who
     * @param outcomes how many uses have which answer; those that occur
     * @param grants her grants about the production, by index
     * @param timeline what became of them
     */
    record PersonLine(
            Id person, Map<Outcome, Long> outcomes, List<Verdict.GrantStanding> grants, Optional<Timeline> timeline) {

        long uses() {
            return outcomes.values().stream().mapToLong(Long::longValue).sum();
        }

        private Outcome worst() {
            return outcomes.keySet().stream().max(Comparator.naturalOrder()).orElse(Outcome.CLEARED);
        }
    }

    Verdict verdict() {
        return verdict;
    }

    /** What nobody waived, by weight. */
    List<Cause> groups() {
        return groups;
    }

    /** Everybody who was named, the worst answers first, then in the order of the manifest. */
    List<PersonLine> people() {
        return people;
    }

    /** Every use, the worst answers first, then in the order of the manifest. */
    List<UseLine> uses() {
        return uses;
    }

    /** The answers that uses have, the worst first. */
    List<Outcome> outcomes() {
        return uses.stream().map(use -> use.answer().outcome()).distinct().toList();
    }

    /** Which of the verdict's remedies would give a use the consent that is missing. */
    Optional<Integer> remedyOf(String use) {
        return Optional.ofNullable(remedies.get(use));
    }

    /** The reasons that no signature takes away by itself: other than for want of consent. */
    List<Cause> unremedied() {
        return groups.stream()
                .filter(group -> group.findings().get(0).weighs())
                .filter(group -> group.uses().isEmpty() || !remedies.keySet().containsAll(group.uses()))
                .toList();
    }

    private static List<Cause> causes(Answer answer) {
        return Account.of(answer).causes().values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<UseLine> uses(Verdict verdict) {
        Map<String, List<Finding>> findings = new HashMap<>();
        verdict.findings()
                .forEach(finding -> finding.use()
                        .ifPresent(use -> findings.computeIfAbsent(use, any -> new ArrayList<>(2))
                                .add(finding)));
        Map<String, Verdict.UseVerdict> answers = new HashMap<>();
        verdict.uses().forEach(answer -> answers.put(answer.id(), answer));
        return verdict.declared().uses().stream()
                .map(use -> new UseLine(
                        use, Objects.requireNonNull(answers.get(use.id())), findings.getOrDefault(use.id(), List.of())))
                .sorted(Comparator.<UseLine, Outcome>comparing(
                                line -> line.answer().outcome())
                        .reversed())
                .toList();
    }

    private static List<PersonLine> people(Verdict verdict, List<UseLine> uses) {
        Map<Id, Map<Outcome, Long>> outcomes = new LinkedHashMap<>();
        verdict.declared()
                .uses()
                .forEach(use -> use.person()
                        .party()
                        .ifPresent(person -> outcomes.putIfAbsent(new Id(person), new EnumMap<>(Outcome.class))));
        uses.forEach(use -> use.person()
                .map(outcomes::get)
                .ifPresent(counts -> counts.merge(use.answer().outcome(), 1L, Long::sum)));
        Map<Id, List<Verdict.GrantStanding>> grants = new HashMap<>();
        verdict.grants()
                .forEach(grant -> grants.computeIfAbsent(grant.person(), any -> new ArrayList<>())
                        .add(grant));
        Map<Id, Timeline> timelines = new HashMap<>();
        verdict.timelines().forEach(timeline -> timelines.put(timeline.person(), timeline));
        return outcomes.entrySet().stream()
                .map(each -> new PersonLine(
                        each.getKey(),
                        each.getValue(),
                        grants.getOrDefault(each.getKey(), List.of()),
                        Optional.ofNullable(timelines.get(each.getKey()))))
                .sorted(Comparator.comparing(PersonLine::worst).reversed())
                .toList();
    }

    private static Map<String, Integer> remedies(Verdict verdict) {
        Map<String, Integer> remedies = new HashMap<>();
        for (int i = 0; i < verdict.remedies().size(); i++) {
            for (String use : verdict.remedies().get(i).uses()) {
                remedies.putIfAbsent(use, i);
            }
        }
        return remedies;
    }
}
