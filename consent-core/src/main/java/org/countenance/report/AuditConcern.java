package org.countenance.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.Place;
import org.countenance.record.Id;
import org.countenance.verify.Finding;
import org.countenance.verify.Rule;
import org.countenance.verify.Severity;

/**
 * One reason for many findings about a title, as far as an audit tells of it.
 *
 * @param rule under which rule
 * @param severity how much it weighs
 * @param person whose likeness, where it weighs
 * @param people everybody whose likeness it concerns
 * @param message the whole in one sentence
 * @param found what there was, where the message does not say it
 * @param findings how many findings
 * @param uses how many uses
 * @param examples the first of those uses
 * @param at where the first stands in the manifest
 * @param waiver the waiver that lets it pass
 */
public record AuditConcern(
        Rule rule,
        Severity severity,
        Optional<Id> person,
        List<Id> people,
        String message,
        Optional<String> found,
        long findings,
        long uses,
        List<String> examples,
        Optional<Place> at,
        Optional<Id> waiver) {

    /** Keeps copies. */
    public AuditConcern {
        people = List.copyOf(people);
        examples = List.copyOf(examples);
    }

    /** The reasons for these findings, what is waived apart, in the order of the first of each. */
    static List<AuditConcern> of(List<Finding> findings) {
        Map<Optional<Id>, List<Finding>> byWaiver = new LinkedHashMap<>();
        byWaiver.put(Optional.empty(), new ArrayList<>());
        findings.forEach(finding -> byWaiver.computeIfAbsent(finding.waiver(), any -> new ArrayList<>())
                .add(finding));
        List<AuditConcern> concerns = new ArrayList<>();
        byWaiver.forEach((waiver, of) -> Cause.of(of).forEach(cause -> concerns.add(of(cause, waiver))));
        return List.copyOf(concerns);
    }

    private static AuditConcern of(Cause cause, Optional<Id> waiver) {
        List<String> uses = cause.uses();
        return new AuditConcern(
                cause.rule(),
                cause.severity(),
                cause.person(),
                cause.people(),
                cause.message(),
                cause.found(),
                cause.findings().size(),
                uses.size(),
                uses.stream().limit(Account.EXAMPLES).toList(),
                cause.findings().get(0).at(),
                waiver);
    }

    /** Whether it stands in the way of the title. */
    public boolean stands() {
        return severity.compareTo(Severity.UNDETERMINED) <= 0 && waiver.isEmpty();
    }
}
