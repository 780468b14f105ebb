package org.countenance.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Window;
import org.countenance.scope.Context;
import org.countenance.scope.Scope;
import org.countenance.scope.Technique;

/** Terms that a person should think about twice before signing, and a verifier tells of afterwards (decision.md section 6, LC501). */
public enum DangerousTerms {
    /** No end of showing. */
    PERPETUAL("it never ends"),
    /** Every production, also those that nobody has thought of. */
    ANY_PRODUCTION("it is for any production"),
    /** Every licensee. */
    ANY_LICENSEE("it is for anybody at all"),
    /** A wildcard for sensitive settings. */
    ANY_CONTEXT("it allows most sensitive settings"),
    /** Settings and techniques that are given by name or not at all. */
    NAMED_ONLY("it allows what is given by name or not at all"),
    /** Passing on to everybody. */
    ANY_SUBLICENCE("it may be passed on to anybody"),
    /** No withdrawal without a cause. */
    ONLY_WITH_CAUSE("you cannot take it back without a cause"),
    /** No withdrawal at all. */
    IRREVOCABLE("you can never take it back"),
    /** Nobody else, for ever. */
    EXCLUSIVE_WITHOUT_END("it is exclusive without end"),
    /** A description that describes nothing. */
    BLANKET_WORDING("its description does not say what it is for");

    private static final int SHORTEST = 12;
    private static final Set<String> BLANKET = Set.of(
            "any purpose",
            "all purposes",
            "any use",
            "all uses",
            "whatsoever",
            "in perpetuity",
            "任何用途",
            "一切用途",
            "所有用途");

    private final String warning;

    DangerousTerms(String warning) {
        this.warning = warning;
    }

    /** How it is spelled, e.g. {@code any-production}. */
    public String word() {
        return Words.word(this);
    }

    /** What to say of it to the person who signs. */
    public String warning() {
        return warning;
    }

    /**
     * What is dangerous in a grant, in the order of this list.
     *
     * @param intendedUse the words of its annex, where they were not erased
     */
    public static List<DangerousTerms> in(Grant grant, Optional<String> intendedUse) {
        List<DangerousTerms> found = new ArrayList<>();
        Terms terms = grant.terms();
        boolean perpetual = grant.permissions().stream()
                .anyMatch(scope -> scope.shown().until().equals(Window.NEVER));
        boolean never = terms.withdrawal().notice().equals(Notice.NEVER);
        boolean always = terms.withdrawal().cause().equals(Notice.NEVER);
        add(found, PERPETUAL, perpetual);
        add(found, ANY_PRODUCTION, grant.productions().any());
        add(found, ANY_LICENSEE, grant.licensees().any());
        add(
                found,
                ANY_CONTEXT,
                grant.permissions().stream().anyMatch(scope -> scope.contexts().any()));
        add(found, NAMED_ONLY, grant.permissions().stream().anyMatch(DangerousTerms::isNamed));
        add(found, ANY_SUBLICENCE, terms.sublicensing().parties().any());
        add(found, ONLY_WITH_CAUSE, never && !always);
        add(found, IRREVOCABLE, never && always);
        add(found, EXCLUSIVE_WITHOUT_END, perpetual && terms.exclusive());
        add(found, BLANKET_WORDING, intendedUse.map(DangerousTerms::isBlanket).orElse(false));
        return List.copyOf(found);
    }

    private static void add(List<DangerousTerms> found, DangerousTerms term, boolean is) {
        if (is) {
            found.add(term);
        }
    }

    private static boolean isNamed(Scope scope) {
        return scope.contexts().items().stream().anyMatch(Context::namedOnly)
                || scope.techniques().items().stream().anyMatch(Technique::namedOnly);
    }

    private static boolean isBlanket(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        boolean ideographs = lower.codePoints().anyMatch(Character::isIdeographic);
        return BLANKET.stream().anyMatch(lower::contains)
                || lower.codePointCount(0, lower.length()) < (ideographs ? SHORTEST / 2 : SHORTEST);
    }
}
