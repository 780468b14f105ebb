package org.countenance.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The fixed words of a page in one language; all that a page says by itself comes from here. */
final class PageWords {

    private final String language;
    private final Properties words;

    private PageWords(String language, Properties words) {
        this.language = language;
        this.words = words;
    }

    /** The words of {@code page.en.properties} for {@code en}. */
    static PageWords in(String language) {
        Properties words = new Properties();
        try (Reader in =
                new InputStreamReader(PageResource.open("page." + language + ".properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("the words of pages cannot be read", e);
        }
        return new PageWords(language, words);
    }

    /** The language as HTML spells it. */
    String language() {
        return language;
    }

    /** The words of a key, {@code {0}} and so on filled in. */
    String text(String key, Object... filled) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("wanted words for " + key + ", found none");
        }
        for (int i = 0; i < filled.length; i++) {
            text = text.replace("{" + i + "}", filled[i].toString());
        }
        return text;
    }

    /** The same for so many of something: the key ends with {@code .one} or {@code .many}. */
    String count(String key, long number) {
        return text(key + (number == 1 ? ".one" : ".many"), number(number));
    }

    /** The words of a key, or the name that they are for where this language has none. */
    String known(String prefix, String name) {
        return words.getProperty(prefix + name, name);
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
