package org.countenance.scope;

import java.util.Arrays;
import java.util.List;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/** Where media come from, in the terms that IPTC has not retired (NewsCodes digitalsourcetype, 2024-10-23; decision.md section 9). */
public enum DigitalSourceType {
    /** Recorded by a camera or microphone. */
    DIGITAL_CAPTURE("digitalCapture", "recorded by a camera or microphone", false),
    /** Several frames recorded and merged by the device. */
    COMPUTATIONAL_CAPTURE("computationalCapture", "several frames recorded and merged by the device", false),
    /** Scanned from negative film. */
    NEGATIVE_FILM("negativeFilm", "scanned from negative film", false),
    /** Scanned from positive film. */
    POSITIVE_FILM("positiveFilm", "scanned from positive film", false),
    /** Scanned from a print. */
    PRINT("print", "scanned from a print", false),
    /** Recorded, and edited by a human. */
    HUMAN_EDITS("humanEdits", "recorded, and edited by a human", false),
    /** Recorded, and edited with a trained model. */
    COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA(
            "compositeWithTrainedAlgorithmicMedia", "recorded, and edited with a trained model", true),
    /** Recorded, and altered by an algorithm without a trained model. */
    ALGORITHMICALLY_ENHANCED(
            "algorithmicallyEnhanced", "recorded, and altered by an algorithm without a trained model", false),
    /** Made by a human with digital tools. */
    DIGITAL_CREATION("digitalCreation", "made by a human with digital tools", false),
    /** Drawn from data. */
    DATA_DRIVEN_MEDIA("dataDrivenMedia", "drawn from data", false),
    /** Made by a trained model. */
    TRAINED_ALGORITHMIC_MEDIA("trainedAlgorithmicMedia", "made by a trained model", true),
    /** Made by an algorithm without training. */
    ALGORITHMIC_MEDIA("algorithmicMedia", "made by an algorithm without training", true),
    /** Recorded from a screen. */
    SCREEN_CAPTURE("screenCapture", "recorded from a screen", false),
    /** Recorded from a virtual event. */
    VIRTUAL_RECORDING("virtualRecording", "recorded from a virtual event", false),
    /** Put together from several sources. */
    COMPOSITE("composite", "put together from several sources", false),
    /** Put together from recordings. */
    COMPOSITE_CAPTURE("compositeCapture", "put together from recordings", false),
    /** Put together, with parts made by a model. */
    COMPOSITE_SYNTHETIC("compositeSynthetic", "put together, with parts made by a model", true);

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
