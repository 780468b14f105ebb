package org.countenance.scope;

import org.countenance.base.MalformedException;

/** What of a person is used (decision.md section 1). */
public enum Modality implements Word {
    /** The person's name. */
    NAME("the person's name"),
    /** The face, moving or still. */
    FACE("the face, moving or still"),
    /** The speaking voice. */
    VOICE("the speaking voice"),
    /** The singing voice. */
    SINGING_VOICE("the singing voice"),
    /** The figure, its shape and look. */
    BODY("the figure, its shape and look"),
    /** How the person moves. */
    MOTION("how the person moves"),
    /** What the person acted. */
    PERFORMANCE("what the person acted"),
    /** Gestures, phrases and looks that the person is known by. */
    SIGNATURE("gestures, phrases and looks that the person is known by");

    private final String meaning;

    Modality(String meaning) {
        this.meaning = meaning;
    }

    /** Reads the word. */
    public static Modality parse(String text) throws MalformedException {
        return Vocabulary.parse(Modality.class, "a modality", text);
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** Whether something is said in it, so that a language matters: in voices always, in a face under lip-sync. */
    public boolean speech(Technique technique) {
        return isVoice() || (this == FACE && technique == Technique.LIP_SYNC);
    }

    /** Whether it is a voice. */
    public boolean isVoice() {
        return this == VOICE || this == SINGING_VOICE;
    }
}
