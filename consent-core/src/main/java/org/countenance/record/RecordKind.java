package org.countenance.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a record is (records.md, The kinds). */
public enum RecordKind {
    /** A person or an organisation, and its keys. */
    PARTY(AnnexRule.REQUIRED),
    /** Someone may act for someone. */
    DELEGATION(AnnexRule.ALLOWED),
    /** Consent. */
    GRANT(AnnexRule.REQUIRED),
    /** A stop that stands until lifted. */
    PROHIBITION(AnnexRule.ALLOWED),
    /** Ends one record. */
    REVOCATION(AnnexRule.ALLOWED),
    /** A second voice on a record. */
    ENDORSEMENT(AnnexRule.REFUSED),
    /** A verifier's answer, on the record. */
    CLEARANCE(AnnexRule.REFUSED),
    /** These files existed now. */
    COMMITMENT(AnnexRule.REFUSED),
    /** Nothing is left out. */
    INDEX(AnnexRule.REFUSED);

    /** Whether a kind of record names an annex. */
    public enum AnnexRule {
        /** It must. */
        REQUIRED,
        /** It may. */
        ALLOWED,
        /** It must not. */
        REFUSED
    }

    private static final Map<String, RecordKind> BY_TYP =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(RecordKind::typ, kind -> kind));

    private final AnnexRule annex;

    RecordKind(AnnexRule annex) {
        this.annex = annex;
    }

    /** The kind that {@code typ} of a header names, if known. */
    public static Optional<RecordKind> ofTyp(String typ) {
        return Optional.ofNullable(BY_TYP.get(typ));
    }

    /** The header's {@code typ}: {@code likeness-grant+jwt}. */
    public String typ() {
        return "likeness-" + word() + "+jwt";
    }

    /** The kind in one word: {@code grant}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether records of this kind name an annex. */
    public AnnexRule annex() {
        return annex;
    }
}
