package org.countenance.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.countenance.manifest.Use;
import org.countenance.record.Endorsement.Says;
import org.countenance.record.Id;
import org.countenance.record.Terms.Duty;
import org.countenance.scope.Worth;

/** What is worth saying of a covered use and of the grants that it relies on. */
final class Remarks {

    private final Validity validity;

    Remarks(Validity validity) {
        this.validity = validity;
    }

    List<Finding> on(Use use, UseFacts facts, PersonCase person, Set<Id> relied, Set<Id> afterwards) {
        List<Finding> findings = new ArrayList<>();
        for (Id id : afterwards) {
            findings.add(Finding.about(
                    use,
                    Rule.CONSENTED_AFTERWARDS,
                    Severity.WARNING,
                    List.of(id),
                    "consent before the making",
                    "consent logged afterwards",
                    "consented afterwards: the grant came after the material and ratifies it"));
        }
        for (Id id : relied) {
            Set<Duty> duties = duties(person, id);
            if (duties.contains(Duty.CREDIT) && !use.credited()) {
                findings.add(warning(
                        use, Rule.CREDIT_MISSING, id, "a credit", "asks for a credit, and the manifest declares none"));
            }
            if (duties.contains(Duty.PAYMENT) && !isPaid(person, id)) {
                findings.add(warning(
                        use,
                        Rule.PAYMENT_MISSING,
                        id,
                        "the person's word that she was paid",
                        "asks for payment, and the person has not said that she was paid"));
            }
        }
        if (facts.asset().inherits()) {
            findings.add(Finding.about(
                    use,
                    Rule.DERIVED,
                    Severity.NOTE,
                    List.of(),
                    "approval and clearance of this very file",
                    "those of what it is derived from",
                    "asset `" + use.asset() + "` inherits from its source by the producer's word"));
        }
        return findings;
    }

    private static Finding warning(Use use, Rule rule, Id grant, String wanted, String what) {
        return Finding.about(
                use, rule, Severity.WARNING, List.of(grant), wanted, "none", "grant " + grant.shown() + " " + what);
    }

    private static Set<Duty> duties(PersonCase person, Id id) {
        return person.grants().stream()
                .filter(grant -> grant.logged().id().equals(id))
                .map(grant -> grant.content().terms().duties())
                .findFirst()
                .orElse(Set.of());
    }

    private boolean isPaid(PersonCase person, Id grant) {
        return validity.endorsements(grant, Says.PAID).stream()
                .anyMatch(word ->
                        word.logged().record().issuer().equals(person.person()) && validity.of(word) == Worth.YES);
    }
}
