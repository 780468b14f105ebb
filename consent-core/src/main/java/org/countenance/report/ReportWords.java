package org.countenance.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countenance.words.Language;
import org.countenance.words.Phrasebook;

/**
 * The words of reports for people in one language: all that a report says by itself comes from here by key, and what the
 * verdict says in English is said here by the phrasebook.
 */
final class ReportWords {

    private static final Pattern GAP = Pattern.compile("\\{(\\d)\\}");

    private final Phrasebook phrases;
    private final Properties words;

    private ReportWords(Phrasebook phrases, Properties words) {
        this.phrases = phrases;
        this.words = words;
    }

    /** The words of {@code report.en.properties} for English. */
    static ReportWords in(Language language) {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                PageResource.open("report." + language.tag() + ".properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("the words of reports cannot be read", e);
        }
        return new ReportWords(Phrasebook.in(language), words);
    }

    Language language() {
        return phrases.language();
    }

    /** A text of the verdict, composed in English, in this language. */
    String say(String english) {
        return phrases.say(english);
    }

    /** The words of a key, {@code {0}} and so on filled in. */
    String text(String key, Object... filled) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("wanted words for " + key + ", found none");
        }
        return filled.length == 0
                ? text
                : GAP.matcher(text)
                        .replaceAll(gap -> Matcher.quoteReplacement(filled[Integer.parseInt(gap.group(1))].toString()));
    }

    /** The same for so many of something: the key ends with {@code .one} or {@code .many}. */
    String count(String key, long number) {
        return text(key + (number == 1 ? ".one" : ".many"), number(number));
    }

    /** The words of a key, or the name that they are for where this language has none. */
    String known(String prefix, String name) {
        return words.getProperty(prefix + name, name);
    }

    /** Several things with commas, such as names. */
    String list(List<String> things) {
        return String.join(text("list"), things);
    }

    /** A number as it is read. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The words whose keys begin so, by what follows, in the order of keys. */
    Map<String, String> under(String prefix) {
        Map<String, String> under = new TreeMap<>();
        for (String key : words.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                under.put(key.substring(prefix.length()), text(key));
            }
        }
        return under;
    }
}
