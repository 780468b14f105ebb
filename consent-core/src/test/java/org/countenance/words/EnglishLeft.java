package org.countenance.words;

import java.util.List;
import java.util.regex.Pattern;

/** Finds English that was left standing in a Chinese text: words outside what is the same in every language. */
public final class EnglishLeft {

    /** What stays as it is: words in backticks, ids, the word of a vocabulary in its brackets, codes, hashes, instants. */
    private static final List<Pattern> SAME = List.of(
            Pattern.compile("`[^`]*`"),
            Pattern.compile("--[a-z-]+( [a-z]+)?|consent [a-z]+"),
            Pattern.compile("https?://[^\\s]+"),
            Pattern.compile("[a-z2-7]{4}(-[a-z2-7]{4}){3}"),
            Pattern.compile("\\b[0-9a-f]{12,64}\\b"),
            Pattern.compile("[A-Za-z0-9+/]{43}="),
            Pattern.compile("（[a-z]+(-[a-z]+)*）"),
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T[0-9:.]+Z)?"),
            Pattern.compile("/[A-Za-z0-9/]+"),
            Pattern.compile("LC\\d+"),
            Pattern.compile("\\b(SHA-256|JSON|JSON Schema|UTC|UTF-8)\\b"),
            Pattern.compile("\\b(x-[a-z]+|eidr|isan):\\S+"),
            Pattern.compile(
                    "(?:语言|地区|允许|需要|法规包|不含|、) ?(?:[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})*|\\d{3})(?:, (?:[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})*|\\d{3}))*"));

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    private EnglishLeft() {}

    /** The English words in it. */
    public static List<String> in(String chinese) {
        String rest = chinese;
        for (Pattern same : SAME) {
            rest = same.matcher(rest).replaceAll(" ");
        }
        return WORD.matcher(rest).results().map(found -> found.group()).toList();
    }
}
