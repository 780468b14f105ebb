package org.countenance.words;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A language that the program speaks to people. Ids, JSON, rule codes and words of the vocabulary are the same in all. */
public enum Language {
    /** English, in which every text is composed. */
    ENGLISH("en"),
    /** Simplified Chinese. */
    SIMPLIFIED_CHINESE("zh-Hans");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** How it is asked for and how HTML spells it: {@code zh-Hans}. */
    public String tag() {
        return tag;
    }

    /** The language of this tag; empty when there is none. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /** Every tag, in their order. */
    public static List<String> tags() {
        return Arrays.stream(values()).map(Language::tag).toList();
    }
}
