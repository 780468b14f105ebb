package org.countenance.examples.jade;

/** What happens, where it is more than two people talking. */
enum Story {
    ORDINARY,
    /** Mei twenty years younger. */
    FLASHBACK,
    /** An ambush that a double plays. */
    FIGHT,
    /** A dance that a double dances. */
    DANCE,
    /** A banquet with wine. */
    BANQUET,
    /** The villain at his trade. */
    CRIME;

    /** What happens in {@code episode} in the scenes of {@code lead}. */
    static Story of(int episode, Performer lead) {
        return switch (lead) {
            case LIN -> ofMei(episode);
            case WEI -> episode == 20 ? DANCE : ORDINARY;
            case TANG -> episode >= 30 && episode <= 33 ? CRIME : ORDINARY;
            case SHEN, QIAO -> episode == 12 ? BANQUET : ORDINARY;
            default -> ORDINARY;
        };
    }

    private static Story ofMei(int episode) {
        return switch (episode) {
            case 8 -> FLASHBACK;
            case 12 -> BANQUET;
            case 27 -> FIGHT;
            default -> ORDINARY;
        };
    }
}
