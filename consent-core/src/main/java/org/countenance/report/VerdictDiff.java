package org.countenance.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.record.Id;
import org.countenance.report.VerdictDocument.GrantLine;
import org.countenance.report.VerdictDocument.Reason;
import org.countenance.report.VerdictDocument.RemedyLine;
import org.countenance.verify.Outcome;

/**
 * What changed between two verdicts, and why: a pure comparison of what two documents say.
 *
 * @param outcome the answer, before and after
 * @param uses uses that moved, came, went, or have other reasons, grouped by what changed for them
 * @param general reasons that concern no use in particular
 * @param basis what the answer rests on, where it differs
 * @param steps how steps ended, where it differs
 * @param grants how grants stood, where it differs
 * @param waivers what was waived, where it differs
 * @param remedies what would clear it, where it differs
 */
public record VerdictDiff(
        Change<Outcome> outcome,
        List<Group> uses,
        OnlyIn<Reason> general,
        Map<String, Change<String>> basis,
        Map<String, Change<String>> steps,
        List<GrantChange> grants,
        OnlyIn<String> waivers,
        OnlyIn<RemedyLine> remedies) {

    /**
     * Something before and after; absent where it was not there.
     *
     * @param <T> of what
     * @param from before
     * @param to after
     */
    public record Change<T>(Optional<T> from, Optional<T> to) {

        /** Whether nothing changed. */
        public boolean isNone() {
            return from.equals(to);
        }
    }

    /**
     * What stands in one of two lists alone.
     *
     * @param <T> of what
     * @param gone in the first
     * @param fresh in the second
     */
    public record OnlyIn<T>(List<T> gone, List<T> fresh) {

        /** Whether both lists have the same. */
        public boolean isNone() {
            return gone.isEmpty() && fresh.isEmpty();
        }
    }

    /**
     * Uses for which the same changed for the same reasons.
     *
     * @param outcome their answer, before and after
     * @param reasons what was found of them, before and after
     * @param uses which
     */
    public record Group(Change<Outcome> outcome, OnlyIn<Reason> reasons, List<String> uses) {

        /** Whether they are further from cleared than before; what is new was cleared as long as nobody used it. */
        public boolean isWorse() {
            Outcome before = outcome.from().orElse(Outcome.CLEARED);
            return outcome.to().filter(after -> after.compareTo(before) > 0).isPresent();
        }
    }

    /**
     * A grant that stands otherwise.
     *
     * @param grant which
     * @param person whose
     * @param standing how it stood
     */
    public record GrantChange(Id grant, Id person, Change<String> standing) {}

    /** Compares what came first with what came later. */
    public static VerdictDiff between(VerdictDocument before, VerdictDocument after) {
        Map<Optional<String>, Set<Reason>> earlier = byUse(before);
        Map<Optional<String>, Set<Reason>> later = byUse(after);
        return new VerdictDiff(
                new Change<>(Optional.of(before.outcome()), Optional.of(after.outcome())),
                groups(changes(before.uses(), after.uses(), true), earlier, later),
                reasons(earlier, later, Optional.empty()),
                changes(before.basis(), after.basis(), false),
                changes(before.steps(), after.steps(), false),
                grants(before.grants(), after.grants()),
                onlyIn(before.waivers(), after.waivers()),
                onlyIn(before.remedies(), after.remedies()));
    }

    /** Whether both give the same answer for the same reasons; what they rest on may differ. */
    public boolean isSameAnswer() {
        return outcome.isNone()
                && uses.isEmpty()
                && general.isNone()
                && steps.isEmpty()
                && grants.isEmpty()
                && waivers.isNone()
                && remedies.isNone();
    }

    /** Whether the answer, or that of a use, is further from cleared, or a new use is not cleared. */
    public boolean isWorse() {
        return outcome.to().orElseThrow().compareTo(outcome.from().orElseThrow()) > 0
                || uses.stream().anyMatch(Group::isWorse);
    }

    private static List<Group> groups(
            Map<String, Change<Outcome>> outcomes,
            Map<Optional<String>, Set<Reason>> before,
            Map<Optional<String>, Set<Reason>> after) {
        Map<Group, List<String>> groups = new LinkedHashMap<>();
        outcomes.forEach((use, outcome) -> {
            OnlyIn<Reason> reasons = reasons(before, after, Optional.of(use));
            if (!outcome.isNone() || !reasons.isNone()) {
                groups.computeIfAbsent(new Group(outcome, reasons, List.of()), any -> new ArrayList<>())
                        .add(use);
            }
        });
        return groups.entrySet().stream()
                .map(each -> new Group(each.getKey().outcome(), each.getKey().reasons(), List.copyOf(each.getValue())))
                .toList();
    }

    private static Map<Optional<String>, Set<Reason>> byUse(VerdictDocument verdict) {
        Map<Optional<String>, Set<Reason>> reasons = new LinkedHashMap<>();
        for (Reason reason : verdict.findings()) {
            reasons.computeIfAbsent(reason.use(), any -> new LinkedHashSet<>()).add(reason.ofAnyUse());
        }
        return reasons;
    }

    private static OnlyIn<Reason> reasons(
            Map<Optional<String>, Set<Reason>> before, Map<Optional<String>, Set<Reason>> after, Optional<String> use) {
        return onlyIn(before.getOrDefault(use, Set.of()), after.getOrDefault(use, Set.of()));
    }

    private static List<GrantChange> grants(Map<Id, GrantLine> before, Map<Id, GrantLine> after) {
        List<GrantChange> grants = new ArrayList<>();
        changes(before, after, false).forEach((id, change) -> {
            Id person = change.to().or(change::from).orElseThrow().person();
            Change<String> standing = new Change<>(
                    change.from().map(GrantLine::standing), change.to().map(GrantLine::standing));
            grants.add(new GrantChange(id, person, standing));
        });
        return List.copyOf(grants);
    }

    /** By key, those of the first in their order, then those of the second alone. */
    private static <K, V> Map<K, Change<V>> changes(Map<K, V> before, Map<K, V> after, boolean unchanged) {
        Set<K> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        Map<K, Change<V>> changes = new LinkedHashMap<>();
        for (K key : keys) {
            Change<V> change = new Change<>(Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key)));
            if (unchanged || !change.isNone()) {
                changes.put(key, change);
            }
        }
        return changes;
    }

    private static <T> OnlyIn<T> onlyIn(Collection<T> before, Collection<T> after) {
        return new OnlyIn<>(
                before.stream().filter(each -> !after.contains(each)).toList(),
                after.stream().filter(each -> !before.contains(each)).toList());
    }
}
