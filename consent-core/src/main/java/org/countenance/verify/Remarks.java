package org.countenance.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.countenance.manifest.Use;
import org.countenance.record.Endorsement.Says;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Terms.Duty;
import org.countenance.registry.Ruled;
import org.countenance.scope.Worth;

/** What is worth saying of a covered use and of the grants that it relies on. */
final class Remarks {

    private final Validity validity;

    Remarks(Validity validity) {
        this.validity = validity;
    }

    List<Finding> on(Use use, UseFacts facts, PersonCase person, Set<Id> relied, Set<Id> afterwards) {
        List<Finding> findings = new ArrayList<>();
        afterwards.forEach(id -> findings.add(afterwards(use, id)));
        for (Ruled<Grant> grant : person.grants()) {
            if (relied.contains(grant.logged().id())) {
                findings.addAll(duties(use, person, grant));
                findings.addAll(beyond(use, grant));
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

    private static Finding afterwards(Use use, Id grant) {
        return Finding.about(
                use,
                Rule.CONSENTED_AFTERWARDS,
                Severity.WARNING,
                List.of(grant),
                "consent before the making",
                "consent logged afterwards",
                "consented afterwards: the grant came after the material and ratifies it");
    }

    private List<Finding> duties(Use use, PersonCase person, Ruled<Grant> grant) {
        List<Finding> findings = new ArrayList<>();
        Set<Duty> duties = grant.content().terms().duties();
        Id id = grant.logged().id();
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
        return findings;
    }

    private static List<Finding> beyond(Use use, Ruled<Grant> grant) {
        Id id = grant.logged().id();
        return Beyond.terms(grant).stream()
                .map(what -> Finding.about(
                        use,
                        Rule.AUTHORITY,
                        Severity.NOTE,
                        List.of(id),
                        "terms that its signer might agree to",
                        what,
                        "grant " + id.shown() + " has terms beyond what its signer might agree to, which do not count: "
                                + what))
                .toList();
    }

    private static Finding warning(Use use, Rule rule, Id grant, String wanted, String what) {
        return Finding.about(
                use, rule, Severity.WARNING, List.of(grant), wanted, "none", "grant " + grant.shown() + " " + what);
    }

    private boolean isPaid(PersonCase person, Id grant) {
        return validity.endorsements(grant, Says.PAID).stream()
                .anyMatch(word ->
                        word.logged().record().issuer().equals(person.person()) && validity.of(word) == Worth.YES);
    }
}
