package org.countenance.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.countenance.base.CalendarSpan;
import org.countenance.base.KebabCase;
import org.countenance.base.MalformedException;
import org.junit.jupiter.api.Test;

/** The forms of small texts that are read character by character, beside the regular expressions that say what they are. */
class FormsTest {

    private static final long SCENARIOS = Long.getLong("scenarios", 50_000);

    private interface Reading {
        Object of(String text) throws MalformedException;
    }

    @Test
    void takesTheWordsOfItsForm() {
        agrees("[a-z0-9]+(-[a-z0-9]+)*", "az09-_AZ é", 6, KebabCase::isWord);
    }

    @Test
    void takesTheSpansOfItsForm() {
        agrees("P(0|[1-9]\\d{0,5})([DWMY])", "PP0129DWMYd٣", 9, takes(CalendarSpan::parse));
    }

    @Test
    void takesTheRegistriesOfItsForm() {
        agrees("[a-z0-9.-]{1,253}(/[a-z0-9.-]{1,100})?", "az09.-/A ", 8, takes(Words::registryName));
        String longest = "a".repeat(253) + "/" + "b".repeat(100);
        assertThat(longest).matches(takes(Words::registryName));
        assertThat("a" + longest).matches(takes(Words::registryName).negate());
        assertThat(longest + "b").matches(takes(Words::registryName).negate());
    }

    @Test
    void takesTheHashesOfItsForm() {
        agrees("[a-f0-9]{64}", "abcdef0123456789ABCDEFabcdef0123456789abcdef", 65, takes(Words::sha256));
        assertThat("0a".repeat(32)).matches(takes(Words::sha256));
        assertThat("0A".repeat(32)).matches(takes(Words::sha256).negate());
    }

    private static Predicate<String> takes(Reading reading) {
        return text -> {
            try {
                reading.of(text);
                return true;
            } catch (MalformedException e) {
                return false;
            }
        };
    }

    private static void agrees(String form, String alphabet, int longest, Predicate<String> takes) {
        Predicate<String> wanted = Pattern.compile(form).asMatchPredicate();
        for (long seed = 0; seed < SCENARIOS; seed++) {
            String text = text(new Random(seed), alphabet, longest);
            assertThat(takes.test(text)).as("seed %s: `%s`", seed, text).isEqualTo(wanted.test(text));
        }
    }

    private static String text(Random random, String alphabet, int longest) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(longest + 1); length > 0; length--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
