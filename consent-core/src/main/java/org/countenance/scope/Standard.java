package org.countenance.scope;

/** Vocabularies of others that some words can be translated into (decision.md section 1). */
public enum Standard {
    /** IPTC NewsCodes, digital source type. */
    IPTC("IPTC digital source type"),
    /** Actions of C2PA 2.2. */
    C2PA("C2PA action"),
    /** Techniques that article 23 of China's deep synthesis provisions lists. */
    CN_DEEP_SYNTHESIS("CN deep synthesis"),
    /** Licence types of MovieLabs Avails. */
    MOVIELABS("MovieLabs Avails"),
    /** W3C Data Privacy Vocabulary 2.2, with its extension for personal data. */
    DPV("DPV");

    private final String title;

    Standard(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }
}
