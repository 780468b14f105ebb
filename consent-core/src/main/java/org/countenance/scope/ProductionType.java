package org.countenance.scope;

import org.countenance.base.MalformedException;

/** What is produced (decision.md section 9). */
public enum ProductionType implements Word {
    /** A film for cinemas. */
    FEATURE("a film for cinemas"),
    /** A short film. */
    SHORT_FILM("a short film"),
    /** A series. */
    SERIES("a series"),
    /** A drama of episodes of a minute or two. */
    MICRO_DRAMA("a drama of episodes of a minute or two"),
    /** A commercial. */
    COMMERCIAL("a commercial"),
    /** A trailer. */
    TRAILER("a trailer"),
    /** A documentary. */
    DOCUMENTARY("a documentary"),
    /** News. */
    NEWS("news"),
    /** A game. */
    GAME("a game"),
    /** A music video. */
    MUSIC_VIDEO("a music video"),
    /** Sound without picture. */
    AUDIO("sound without picture"),
    /** Anything else. */
    OTHER("anything else");

    private final String meaning;

    ProductionType(String meaning) {
        this.meaning = meaning;
    }

    /** Reads the word. */
    public static ProductionType parse(String text) throws MalformedException {
        return Vocabulary.parse(ProductionType.class, "a production type", text);
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
