package org.countenance.examples.jade;

/** The invented people of the production, each with a placeholder for the party id. */
enum Performer {
    LIN("lin", "Mei"),
    SHEN("shen", "Gu Cheng"),
    QIAO("qiao", "Madam Gu"),
    TANG("tang", "Lu Zhen"),
    WEI("wei", "Xiaoyu"),
    BAI("bai", "Doctor Fang"),
    HE("he", "Innkeeper Ma"),
    ZHOU("zhou", "Grandmother"),
    /** Doubles for others, so the character is theirs. */
    LUO("luo", "");

    private final String alias;
    private final String character;

    Performer(String alias, String character) {
        this.alias = alias;
        this.character = character;
    }

    String character() {
        return character;
    }

    String placeholder() {
        return "${party:" + alias + "}";
    }
}
