package org.countenance.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.PlainText;
import org.countenance.record.Id;
import org.countenance.verify.Finding;
import org.countenance.verify.Rule;
import org.countenance.verify.Severity;

/**
 * One reason for many findings, told once; what weighs is told of each person, the rest of all together.
 *
 * @param rule under which rule
 * @param severity how much it weighs
 * @param person whose likeness, where it weighs
 * @param message the whole in one sentence, fit to be shown
 * @param findings every finding of it, in their order
 */
public record Cause(Rule rule, Severity severity, Optional<Id> person, String message, List<Finding> findings) {

    /** Keeps a copy of the list. */
    public Cause {
        findings = List.copyOf(findings);
    }

    /** The reasons for these findings, in the order of the first of each. */
    static List<Cause> of(List<Finding> findings) {
        Map<List<Object>, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            List<Object> same = List.of(finding.rule(), finding.severity(), person(finding), finding.message());
            groups.computeIfAbsent(same, any -> new ArrayList<>()).add(finding);
        }
        List<Cause> causes = new ArrayList<>();
        for (List<Finding> all : groups.values()) {
            Finding first = all.get(0);
            causes.add(new Cause(first.rule(), first.severity(), person(first), PlainText.shown(first.message()), all));
        }
        return causes;
    }

    private static Optional<Id> person(Finding finding) {
        return finding.weighs() ? finding.person() : Optional.empty();
    }

    /** The uses that it concerns, each once, in their order. */
    public List<String> uses() {
        return findings.stream()
                .map(Finding::use)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The people whose likeness it concerns, each once. */
    public List<Id> people() {
        return findings.stream()
                .map(Finding::person)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** What there was, where it weighs and the message does not say it; empty otherwise. */
    public Optional<String> found() {
        Finding first = findings.get(0);
        return first.weighs() && !first.message().contains(first.found())
                ? Optional.of(PlainText.shown(first.found()))
                : Optional.empty();
    }
}
