package org.countenance.scope;

import java.util.Arrays;
import java.util.List;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/** Where media come from, in the terms of IPTC (decision.md section 9). */
public enum DigitalSourceType {
    /** Recorded by a camera or microphone. */
    DIGITAL_CAPTURE("digitalCapture", "recorded by a camera or microphone", false),
    /** Recorded by several sensors and put together by a program. */
    COMPUTATIONAL_CAPTURE("computationalCapture", "recorded by several sensors and put together by a program", false),
    /** Scanned from negative film. */
    NEGATIVE_FILM("negativeFilm", "scanned from negative film", false),
    /** Scanned from positive film. */
    POSITIVE_FILM("positiveFilm", "scanned from positive film", false),
    /** Scanned from a print. */
    PRINT("print", "scanned from a print", false),
    /** Recorded, and retouched a little by a human. */
    MINOR_HUMAN_EDITS("minorHumanEdits", "recorded, and retouched a little by a human", false),
    /** Recorded, and edited by a human. */
    HUMAN_EDITS("humanEdits", "recorded, and edited by a human", false),
    /** Put together from recordings. */
    COMPOSITE_CAPTURE("compositeCapture", "put together from recordings", false),
    /** Recorded, and enhanced by an algorithm. */
    ALGORITHMICALLY_ENHANCED("algorithmicallyEnhanced", "recorded, and enhanced by an algorithm", false),
    /** Drawn from data. */
    DATA_DRIVEN_MEDIA("dataDrivenMedia", "drawn from data", false),
    /** Drawn by a human on a computer. */
    DIGITAL_ART("digitalArt", "drawn by a human on a computer", false),
    /** Made by a human with digital tools. */
    DIGITAL_CREATION("digitalCreation", "made by a human with digital tools", false),
    /** Recorded from a virtual scene. */
    VIRTUAL_RECORDING("virtualRecording", "recorded from a virtual scene", false),
    /** Recorded from a screen. */
    SCREEN_CAPTURE("screenCapture", "recorded from a screen", false),
    /** Put together, with synthetic parts. */
    COMPOSITE_SYNTHETIC("compositeSynthetic", "put together, with synthetic parts", true),
    /** Made by a trained model. */
    TRAINED_ALGORITHMIC_MEDIA("trainedAlgorithmicMedia", "made by a trained model", true),
    /** Put together, with parts made by a trained model. */
    COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA(
            "compositeWithTrainedAlgorithmicMedia", "put together, with parts made by a trained model", true),
    /** Made by an algorithm without training. */
    ALGORITHMIC_MEDIA("algorithmicMedia", "made by an algorithm without training", true),
    /** Put together from several sources. */
    COMPOSITE("composite", "put together from several sources", false),
    /** Recorded as several frames and put together by a program. */
    MULTI_FRAME_COMPUTATIONAL_CAPTURE(
            "multiFrameComputationalCapture", "recorded as several frames and put together by a program", false),
    /** Made with software. */
    SOFTWARE_IMAGE("softwareImage", "made with software", false);

    private final String word;
    private final String meaning;
    private final boolean synthetic;

    DigitalSourceType(String word, String meaning, boolean synthetic) {
        this.word = word;
        this.meaning = meaning;
        this.synthetic = synthetic;
    }

    /** Reads the term. */
    public static DigitalSourceType parse(String text) throws MalformedException {
        for (DigitalSourceType each : values()) {
            if (each.word.equals(text)) {
                return each;
            }
        }
        List<String> known =
                Arrays.stream(values()).map(DigitalSourceType::word).toList();
        throw MalformedException.of(
                Place.NOWHERE,
                "an IPTC digital source type",
                MalformedException.quote(text),
                ClosestWord.hint(text, known));
    }

    /** The term. */
    public String word() {
        return word;
    }

    /** What it means, in one line. */
    public String meaning() {
        return meaning;
    }

    /** Whether such media want a declared use or a statement that nobody is shown (section 9). */
    public boolean synthetic() {
        return synthetic;
    }
}
