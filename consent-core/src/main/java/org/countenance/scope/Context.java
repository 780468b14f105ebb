package org.countenance.scope;

import java.util.Set;
import org.countenance.base.MalformedException;

/** A sensitive setting; ordinary drama and comedy need none (decision.md section 1). */
public enum Context implements Word {
    /** Advertises something. */
    ADVERTISING("advertises something"),
    /** The person seems to recommend a brand. */
    BRAND_ENDORSEMENT("the person seems to recommend a brand"),
    /** Sells in a live stream. */
    LIVESTREAM_COMMERCE("sells in a live stream"),
    /** Talks with users as a companion. */
    COMPANION_CHAT("talks with users as a companion", true),
    /** Takes a political side. */
    POLITICAL("takes a political side", true),
    /** Takes a religious side or plays a religious figure. */
    RELIGIOUS("takes a religious side or plays a religious figure", true),
    /** Naked or seemingly so. */
    NUDITY("naked or seemingly so", true),
    /** Acted sex. */
    SIMULATED_SEX("acted sex", true),
    /** Real or realistic sex. */
    EXPLICIT_SEX("real or realistic sex", true),
    /** Shown as an object of desire. */
    SEXUALISED("shown as an object of desire", true),
    /** Wounds, torture or killing in detail. */
    GRAPHIC_VIOLENCE("wounds, torture or killing in detail"),
    /** Harms oneself. */
    SELF_HARM("harms oneself"),
    /** Uses or deals drugs. */
    DRUGS("uses or deals drugs"),
    /** Drinks alcohol. */
    ALCOHOL("drinks alcohol"),
    /** Smokes. */
    TOBACCO("smokes"),
    /** Gambles. */
    GAMBLING("gambles"),
    /** Speaks for medicine or treatment. */
    PHARMA_MEDICAL("speaks for medicine or treatment"),
    /** Speaks for a financial product. */
    FINANCIAL_PRODUCT("speaks for a financial product"),
    /** Spreads hatred. */
    HATE("spreads hatred", true),
    /** Plays a criminal. */
    CRIMINAL_ROLE("plays a criminal"),
    /** Is made to look contemptible. */
    DENIGRATING("is made to look contemptible", true),
    /** Romance of somebody under age. */
    MINOR_ROMANCE("romance of somebody under age", true),
    /** A real event or a real person's life. */
    REAL_EVENT("a real event or a real person's life"),
    /** Made after the person's death. */
    POSTHUMOUS("made after the person's death", true);

    /** The sexual set, for which a manifest must say who is portrayed (section 9). */
    public static final Set<Context> SEXUAL = Set.of(NUDITY, SIMULATED_SEX, EXPLICIT_SEX, SEXUALISED, MINOR_ROMANCE);

    private final String meaning;
    private final boolean namedOnly;

    Context(String meaning) {
        this(meaning, false);
    }

    Context(String meaning, boolean namedOnly) {
        this.meaning = meaning;
        this.namedOnly = namedOnly;
    }

    /** Reads the word. */
    public static Context parse(String text) throws MalformedException {
        return Vocabulary.parse(Context.class, "a context", text);
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** Whether no wildcard gives it. */
    @Override
    public boolean namedOnly() {
        return namedOnly;
    }

    /** Whether it is one of the {@linkplain #SEXUAL sexual set}. */
    public boolean isSexual() {
        return SEXUAL.contains(this);
    }
}
