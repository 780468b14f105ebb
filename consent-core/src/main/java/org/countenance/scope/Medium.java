package org.countenance.scope;

import org.countenance.base.MalformedException;

/** Where something is shown (decision.md section 1). */
public enum Medium implements Word {
    /** Cinemas. */
    THEATRICAL("cinemas"),
    /** Festivals. */
    FESTIVAL("festivals"),
    /** Television and radio. */
    BROADCAST("television and radio"),
    /** Video by subscription. */
    SVOD("video by subscription"),
    /** Video paid by advertising. */
    AVOD("video paid by advertising"),
    /** Video rented by the title. */
    TVOD("video rented by the title"),
    /** Video sold by the title. */
    EST("video sold by the title"),
    /** Discs. */
    DISC("discs"),
    /** Hotels, ships and planes. */
    HOSPITALITY("hotels, ships and planes"),
    /** Apps for short dramas. */
    MICRO_DRAMA_APP("apps for short dramas"),
    /** Video on social networks. */
    SOCIAL_VIDEO("video on social networks"),
    /** Programs inside other apps. */
    MINI_PROGRAM("programs inside other apps"),
    /** Live streams. */
    LIVESTREAM("live streams"),
    /** Games. */
    GAME("games"),
    /** Paid advertising. */
    PAID_ADVERTISING("paid advertising"),
    /** Screens and posters in public. */
    OUT_OF_HOME("screens and posters in public"),
    /** Sound without picture. */
    AUDIO_ONLY("sound without picture"),
    /** Trailers, clips and posters for the work itself. */
    PROMOTION("trailers, clips and posters for the work itself"),
    /** Within the production alone. */
    INTERNAL("within the production alone");

    private final String meaning;

    Medium(String meaning) {
        this.meaning = meaning;
    }

    /** Reads the word. */
    public static Medium parse(String text) throws MalformedException {
        return Vocabulary.parse(Medium.class, "a medium", text);
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
