package org.countenance.verify;

import static org.countenance.verify.Severity.BLOCK;
import static org.countenance.verify.Severity.NOTE;
import static org.countenance.verify.Severity.UNDETERMINED;
import static org.countenance.verify.Severity.WARNING;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.countenance.base.Bytes;
import org.countenance.base.KebabCase;
import org.countenance.base.Sha256;

/** The rules that findings are given under (decision.md section 6). */
public enum Rule {
    /** A likeness without a named person. */
    UNIDENTIFIED(101, BLOCK, Step.COVERAGE),
    /** No grant by this person to this producer for this production. */
    NO_GRANT(102, BLOCK, Step.COVERAGE),
    /** Grants exist, but not for all of it. */
    OUTSIDE_SCOPE(103, BLOCK, Step.COVERAGE),
    /** A prohibition stands. */
    PROHIBITED(104, BLOCK, Step.COVERAGE),
    /** It would be covered but for an event that ended consent. */
    ENDED(105, BLOCK, Step.STANDING),
    /** A strike. */
    SUSPENDED(106, BLOCK, Step.STANDING),
    /** An order of a registrar or court. */
    ORDERED(107, BLOCK, Step.STANDING),
    /** A withdrawal that the terms do not foresee. */
    CONTESTED(108, UNDETERMINED, Step.STANDING),
    /** Void from the beginning. */
    INVALIDATED(109, BLOCK, Step.STANDING),
    /** A synthetic source, no use and no signed attestation. */
    SYNTHETIC_UNDECLARED(110, BLOCK, Step.INVENTORY),
    /** A driven likeness without a driver. */
    DRIVER_MISSING(111, BLOCK, Step.INVENTORY),
    /** Files show what the manifest does not. */
    UNDECLARED(112, BLOCK, Step.INVENTORY),
    /** A pinned type, season or episode count differs. */
    PRODUCTION_MISMATCH(113, BLOCK, Step.COVERAGE),
    /** The person has not approved the asset. */
    APPROVAL_MISSING(120, BLOCK, Step.DUTIES),
    /** The release lacks a visible or a metadata label. */
    LABEL_MISSING(121, BLOCK, Step.DUTIES),
    /** The person is not credited. */
    CREDIT_MISSING(122, WARNING, Step.DUTIES),
    /** Nobody says that the person was paid. */
    PAYMENT_MISSING(123, WARNING, Step.DUTIES),
    /** The material is older than the consent. */
    CONSENTED_AFTERWARDS(124, WARNING, Step.COVERAGE),
    /** More is used than was granted. */
    CAP_EXCEEDED(130, BLOCK, Step.LIMITS),
    /** Two live grants of which one is exclusive. */
    EXCLUSIVITY_CLASH(131, WARNING, Step.LIMITS),
    /** Nobody can tell whether it was made while it might be. */
    MADE_UNPROVEN(132, UNDETERMINED, Step.STANDING),
    /** Something is inherited by the producer's word alone. */
    DERIVED(134, NOTE, Step.DUTIES),
    /** A signature does not hold. */
    SIGNATURE(201, BLOCK, Step.SIGNATURE),
    /** The signer had no authority. */
    AUTHORITY(202, BLOCK, Step.AUTHORITY),
    /** The signer's key was declared compromised. */
    KEY_COMPROMISED(203, UNDETERMINED, Step.AUTHORITY),
    /** The person was not identified well enough. */
    IDENTITY_LEVEL(204, WARNING, Step.AUTHORITY),
    /** The person was a minor. */
    MINOR(205, BLOCK, Step.AUTHORITY),
    /** Signed after the person's death by somebody else than her estate. */
    AFTER_DEATH(206, BLOCK, Step.AUTHORITY),
    /** Somebody vouched for itself. */
    SELF_DEALING(207, BLOCK, Step.AUTHORITY),
    /** Another party that may be the same person has said no to something. */
    POSSIBLE_SAME_PERSON(208, UNDETERMINED, Step.AUTHORITY),
    /** The checkpoint is not that of a log that policy trusts. */
    CHECKPOINT(301, UNDETERMINED, Step.CHECKPOINT),
    /** The evidence is too old. */
    STALE(302, UNDETERMINED, Step.CHECKPOINT),
    /** An entry is not in the log. */
    INCLUSION(303, UNDETERMINED, Step.COMPLETENESS),
    /** An entry cannot be read. */
    UNREADABLE(304, UNDETERMINED, Step.SIGNATURE),
    /** Nobody else has seen this log. */
    WITNESS_QUORUM(305, NOTE, Step.CHECKPOINT),
    /** Something may be missing. */
    INCOMPLETE(306, UNDETERMINED, Step.COMPLETENESS),
    /** The question has too many parts. */
    TOO_COMPLEX(307, UNDETERMINED, Step.COVERAGE),
    /** What the answer rests on is less than policy wants. */
    ASSURANCE(310, UNDETERMINED, Step.MANIFEST),
    /** Terms that a person should think about twice. */
    DANGEROUS_TERMS(501, NOTE, Step.COVERAGE),
    /** A waiver that matches nothing. */
    WAIVER_UNUSED(601, WARNING, Step.MANIFEST);

    /** Version of the rules; it changes when a rule or its meaning does. */
    public static final String VERSION = "1";

    private final String code;
    private final Severity severity;
    private final Step step;

    Rule(int number, Severity severity, Step step) {
        this.code = "LC" + number;
        this.severity = severity;
        this.step = step;
    }

    /** The rule's code: {@code LC103}. */
    public String code() {
        return code;
    }

    /** The rule in words: {@code outside-scope}. */
    public String word() {
        return KebabCase.of(this);
    }

    /** What a finding under this rule weighs, where nothing in the case says otherwise. */
    public Severity severity() {
        return severity;
    }

    /** Whether an officer may let a finding pass (decision.md section 6). */
    Waivable waivable() {
        return switch (this) {
            case UNIDENTIFIED, NO_GRANT, OUTSIDE_SCOPE -> Waivable.WITH_EXEMPTION;
            case SYNTHETIC_UNDECLARED,
                    DRIVER_MISSING,
                    UNDECLARED,
                    APPROVAL_MISSING,
                    LABEL_MISSING,
                    CAP_EXCEEDED,
                    MADE_UNPROVEN,
                    POSSIBLE_SAME_PERSON -> Waivable.YES;
            default -> Waivable.NO;
        };
    }

    /** Whether a finding may be waived. */
    enum Waivable {
        /** It may. */
        YES,
        /** Only on a ground that the manifest declares. */
        WITH_EXEMPTION,
        /** Never. */
        NO
    }

    /** The step that gives it. */
    public Step step() {
        return step;
    }

    /** SHA-256 over the table of rules: which rules an answer was given under. */
    public static Bytes tableHash() {
        return Sha256.hash(Bytes.utf8(Arrays.stream(values())
                .map(rule ->
                        rule.code() + " " + rule.word() + " " + rule.severity.word() + " " + rule.step.word() + "\n")
                .collect(Collectors.joining("rules " + VERSION + "\n", "", ""))));
    }
}
