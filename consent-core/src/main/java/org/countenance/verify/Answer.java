package org.countenance.verify;

import java.util.List;
import java.util.Set;
import org.countenance.record.Id;
import org.countenance.scope.Part;

/**
 * What is decided of one kind of use in one release; the same for all uses that the log cannot tell apart.
 *
 * @param covered whether consent covers it everywhere
 * @param remarks what the rules have to say
 * @param relied the grants that raise its worth, in the order in which they are taken, also where that is not enough
 * @param afterwards those of them that came after the material
 * @param missing what a grant would have to give, so that nothing is blocked or in doubt; empty where it is covered, or no grant
 *     helps
 */
record Answer(boolean covered, List<Remark> remarks, List<Id> relied, Set<Id> afterwards, List<Part> missing) {

    /**
     * A finding before it is known of which use.
     *
     * @param rule under which rule
     * @param severity how much it weighs
     * @param records which records it rests on
     * @param wanted what was needed
     * @param found what there was
     * @param message the whole in one sentence
     */
    record Remark(Rule rule, Severity severity, List<Id> records, String wanted, String found, String message) {}

    /** An answer that consists of one remark. */
    static Answer only(Rule rule, List<Id> records, String wanted, String found, String message) {
        return new Answer(
                false,
                List.of(new Remark(rule, rule.severity(), records, wanted, found, message)),
                List.of(),
                Set.of(),
                List.of());
    }
}
