package org.countenance.report;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.manifest.Use;
import org.countenance.record.Assurance;
import org.countenance.record.Id;
import org.countenance.record.Waiver;
import org.countenance.verify.Outcome;
import org.countenance.verify.Verdict;

/**
 * What a verdict comes to in an audit of many: the answer and what it rests on, every reason once, and how much of whom. It does
 * not grow with the uses of one reason, so that a catalogue of feature films fits into memory.
 *
 * @param production the production's identifier
 * @param title the production's title
 * @param outcome the answer
 * @param evaluated as of when
 * @param assurance how much was seen and who vouches
 * @param manifest SHA-256 of the manifest
 * @param log the log that it rests on
 * @param people how many uses of whom have which answer, in the order of the manifest
 * @param concerns every reason, the heaviest first
 * @param waivers what officers let pass, and what they tried to
 * @param skipped the steps that were not performed
 * @param endings what it relies on that ends, the first first
 */
public record AuditAnswer(
        String production,
        String title,
        Outcome outcome,
        Instant evaluated,
        Assurance assurance,
        Bytes manifest,
        Log log,
        List<PersonUses> people,
        List<AuditConcern> concerns,
        List<WaiverLine> waivers,
        List<Skipped> skipped,
        List<AuditEnding> endings) {

    /**
     * A state of the log.
     *
     * @param origin the log's name
     * @param size how many entries
     * @param root its root as base64
     * @param instant the instant of its checkpoint
     */
    public record Log(String origin, long size, String root, Instant instant) {}

    /**
     * A person and what becomes of her uses.
     *
     * @param person who; absent for everybody whom the manifest does not name
     * @param outcomes how many uses have which answer; those that occur
     */
    public record PersonUses(Optional<Id> person, Map<Outcome, Long> outcomes) {

        /** How many uses there are. */
        public long uses() {
            return outcomes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * A waiver and what it did.
     *
     * @param id its name
     * @param rule the rule that it lets pass, by its code
     * @param what the use or asset that it is for
     * @param officer who wrote it
     * @param reason why
     * @param until when it ends
     * @param findings how many findings it let pass
     */
    public record WaiverLine(Id id, String rule, String what, Id officer, String reason, Instant until, long findings) {

        private static WaiverLine of(Verdict.WaiverUse used) {
            Waiver waiver = used.waiver();
            return new WaiverLine(
                    waiver.id(),
                    waiver.rule(),
                    waiver.use()
                            .map(use -> "use " + use)
                            .orElseGet(() -> "asset " + waiver.asset().orElse("")),
                    waiver.issuer(),
                    waiver.reason(),
                    waiver.until(),
                    used.findings());
        }
    }

    /**
     * A step that was not performed.
     *
     * @param step which
     * @param why why not
     */
    public record Skipped(String step, String why) {}

    /** Keeps copies. */
    public AuditAnswer {
        people = List.copyOf(people);
        concerns = List.copyOf(concerns);
        waivers = List.copyOf(waivers);
        skipped = List.copyOf(skipped);
        endings = List.copyOf(endings);
    }

    /** What a verdict comes to. */
    public static AuditAnswer of(Verdict verdict) {
        Verdict.Basis basis = verdict.basis();
        return new AuditAnswer(
                verdict.declared().production().id().toString(),
                basis.title(),
                verdict.outcome(),
                basis.evaluated(),
                basis.assurance(),
                basis.manifest(),
                new Log(basis.origin(), basis.size(), basis.root(), basis.instant()),
                people(verdict),
                concerns(verdict),
                verdict.waivers().stream().map(WaiverLine::of).toList(),
                verdict.steps().stream()
                        .filter(step -> step.result() == Verdict.Result.SKIPPED)
                        .map(step -> new Skipped(step.step().word(), step.why()))
                        .toList(),
                AuditEndings.of(verdict));
    }

    private static List<AuditConcern> concerns(Verdict verdict) {
        return AuditConcern.of(verdict.findings()).stream()
                .sorted(java.util.Comparator.comparing(AuditConcern::severity))
                .toList();
    }

    private static List<PersonUses> people(Verdict verdict) {
        Map<Optional<Id>, Map<Outcome, Long>> people = new LinkedHashMap<>();
        for (int i = 0; i < verdict.uses().size(); i++) {
            Use use = verdict.declared().uses().get(i);
            people.computeIfAbsent(use.person().party().map(Id::new), any -> new EnumMap<>(Outcome.class))
                    .merge(verdict.uses().get(i).outcome(), 1L, Long::sum);
        }
        return people.entrySet().stream()
                .map(each -> new PersonUses(each.getKey(), each.getValue()))
                .toList();
    }

    /** How many uses have this answer. */
    public long count(Outcome wanted) {
        return people.stream()
                .mapToLong(person -> person.outcomes().getOrDefault(wanted, 0L))
                .sum();
    }

    /** How many uses there are. */
    public long uses() {
        return people.stream().mapToLong(PersonUses::uses).sum();
    }
}
