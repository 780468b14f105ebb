package org.countenance.verify;

import java.util.List;
import java.util.Optional;
import org.countenance.base.Place;
import org.countenance.manifest.Use;
import org.countenance.record.Id;

/**
 * One thing that a rule has to say (decision.md section 6).
 *
 * @param rule under which rule
 * @param severity how much it weighs
 * @param use which use; absent where it concerns all
 * @param person whose likeness
 * @param at where in the manifest
 * @param records which records it rests on
 * @param wanted what was needed
 * @param found what there was
 * @param message the whole in one sentence
 * @param waiver the waiver that lets it pass
 */
public record Finding(
        Rule rule,
        Severity severity,
        Optional<String> use,
        Optional<Id> person,
        Optional<Place> at,
        List<Id> records,
        String wanted,
        String found,
        String message,
        Optional<Id> waiver) {

    /** A finding that nobody has waived. */
    Finding(
            Rule rule,
            Severity severity,
            Optional<String> use,
            Optional<Id> person,
            Optional<Place> at,
            List<Id> records,
            String wanted,
            String found,
            String message) {
        this(rule, severity, use, person, at, records, wanted, found, message, Optional.empty());
    }

    /** The same, let pass by an officer. */
    Finding waivedBy(Id officersWord) {
        return new Finding(rule, severity, use, person, at, records, wanted, found, message, Optional.of(officersWord));
    }

    /** Whether it stands in the way, unless it is waived. */
    public boolean weighs() {
        return severity.compareTo(Severity.UNDETERMINED) <= 0;
    }

    /** Keeps a copy of the list. */
    public Finding {
        records = List.copyOf(records);
    }

    /** A finding about one use. */
    static Finding about(
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

    /** A finding about no use in particular. */
    public static Finding general(Rule rule, Severity severity, String wanted, String found, String message) {
        return new Finding(
                rule,
                severity,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                wanted,
                found,
                message);
    }
}
