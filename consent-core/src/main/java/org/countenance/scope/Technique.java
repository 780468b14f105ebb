package org.countenance.scope;

import org.countenance.base.MalformedException;

/** How a likeness came to be on screen (decision.md section 1). */
public enum Technique implements Word {
    /** Ordinary recording, nothing synthetic. */
    CAPTURE("ordinary recording, nothing synthetic"),
    /** Older recordings used again. */
    ARCHIVE_REUSE("older recordings used again"),
    /** Restored, cleaned or upscaled without a change of who is seen. */
    ENHANCEMENT("restored, cleaned or upscaled without a change of who is seen"),
    /** A face made by a model. */
    FACE_GENERATION("a face made by a model"),
    /** One person's face on another's head. */
    FACE_SWAP("one person's face on another's head"),
    /** A face mixed from several. */
    FACE_BLEND("a face mixed from several"),
    /** A face moved by another's expressions. */
    FACE_REENACTMENT("a face moved by another's expressions"),
    /** Lips changed to fit other words. */
    LIP_SYNC("lips changed to fit other words"),
    /** Hair, skin or features changed. */
    ATTRIBUTE_EDIT("hair, skin or features changed"),
    /** Made younger. */
    DE_AGE("made younger"),
    /** Made older. */
    AGE_UP("made older"),
    /** A body moved by another's movements. */
    POSE_TRANSFER("a body moved by another's movements"),
    /** A voice made from recordings of it. */
    VOICE_CLONE("a voice made from recordings of it"),
    /** One person's speech turned into another's voice. */
    VOICE_CONVERSION("one person's speech turned into another's voice"),
    /** Recorded speech changed in words or tone. */
    VOICE_EDIT("recorded speech changed in words or tone"),
    /** The person's own voice in another language. */
    DUB_VOICE_CLONE("the person's own voice in another language"),
    /** A three-dimensional copy of the person. */
    DIGITAL_DOUBLE("a three-dimensional copy of the person"),
    /** Copies of the person in a crowd. */
    CROWD_REPLICA("copies of the person in a crowd"),
    /** Made while it is watched. */
    REALTIME_GENERATION("made while it is watched"),
    /** Pictures or sound of the person steer a model. */
    REFERENCE_CONDITIONING("pictures or sound of the person steer a model"),
    /** A model trained to make this person. */
    PERSON_FINE_TUNE("a model trained to make this person", true),
    /** A model trained on the person among others. */
    MODEL_TRAINING("a model trained on the person among others", true);

    private final String meaning;
    private final boolean namedOnly;

    Technique(String meaning) {
        this(meaning, false);
    }

    Technique(String meaning, boolean namedOnly) {
        this.meaning = meaning;
        this.namedOnly = namedOnly;
    }

    /** Reads the word. */
    public static Technique parse(String text) throws MalformedException {
        return Vocabulary.parse(Technique.class, "a technique", text);
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
}
