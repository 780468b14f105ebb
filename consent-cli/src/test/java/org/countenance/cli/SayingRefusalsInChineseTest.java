package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countenance.base.Count;
import org.countenance.words.Language;
import org.countenance.words.Phrasebook;
import org.junit.jupiter.api.Test;

/** Every text with which the sources refuse, fail or hint is said in Chinese, also those that no other test brings about. */
class SayingRefusalsInChineseTest {

    private static final Pattern CALL =
            Pattern.compile("(?:Ruling\\.refused|CommandException\\.(?:failed|usage|of)|MalformedException\\.of"
                    + "|StoreException\\.(?:corrupt|moved|unusable|failed)|NotVerifiedException|SignerException"
                    + "|\\bfault|\\bfailure|\\bfiles)\\(");

    private static final Pattern COUNT = Pattern.compile("\\bCount\\.of\\(([^,\"]+), \"([a-z ]+)\"\\)");

    /** What may stand where the program puts in something of the case. */
    private static final List<String> SAMPLES =
            List.of("7", "`x`", "x-1", "2026-11-26T04:27:30Z", "abcd-efgh-ijkl-mnop");

    /** What is the same in every language. */
    private static final Pattern SAME =
            Pattern.compile("`[^`]*`|--[a-z-]+|@\\w+|\\S*/\\S*|[a-z2-7]{4}(-[a-z2-7]{4}){3}|x-1"
                    + "|（[a-z]+(-[a-z]+)*）|\\S*\\d\\S*|\\$?[A-Z][A-Z_]+|\\.tlog-proof|\\b(base64(url)?|scrypt|schema|jar|Java|text|json|any"
                    + "|person|organisation|true|false|threshold|audit|checkpoint|cosign|export|prove|timestamp|birth-certificate|court-order"
                    + "|certificate-of-inheritance|grant|withdraw|SunPKCS|posthumous)\\b");

    /** Those into which the program puts words of its own, with such words; what a damaged kept answer says nobody is shown. */
    private static final Map<String, String> WITH_WORDS = Map.of(
            "at most \0 \0", "at most 7 releases",
            "one \0", "one manifest",
            "\0 like \0", "",
            "`\0` in \0", "`7` in `978-0`",
            "\0 at character \0", "`+` at character 3",
            "wanted an instant \0, found \0", "wanted an instant not before 2026-11-26, found 2026-11-25",
            "wanted one not \0, found \0", "wanted one not before 2026-11-26, found 2026-11-25",
            "wanted \0 in `\0`, found an empty line", "wanted a passphrase in `x`, found an empty line",
            "wanted \0 in `\0`, found \0; nothing was written",
                    "wanted a directory in `x`, found a file; nothing was written",
            "wanted the head of `\0` that was \0 last in `\0`, found \0",
                    "wanted the head of `x` that was seen last in `y`, found none");

    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}");

    @Test
    void leavesNoEnglishInAnyOfThem() throws IOException {
        Phrasebook chinese = Phrasebook.in(Language.SIMPLIFIED_CHINESE)
                .and(Surroundings.class, "phrases." + Language.SIMPLIFIED_CHINESE.tag() + ".txt");
        Set<String> texts = texts();
        assertThat(texts).hasSizeGreaterThan(500);
        Set<String> left = new TreeSet<>();
        for (String text : texts) {
            Stream<String> filled = WITH_WORDS.containsKey(text)
                    ? Stream.of(WITH_WORDS.get(text))
                    : SAMPLES.stream().map(sample -> text.replace("\0", sample));
            List<String> said = filled.map(chinese::say).toList();
            if (said.stream()
                    .allMatch(each ->
                            ENGLISH.matcher(SAME.matcher(each).replaceAll(" ")).find())) {
                left.add(text.replace("\0", "{}") + " -> " + said.get(0));
            }
        }
        assertThat(left).isEmpty();
    }

    /** The texts, with {@code \0} where something of the case stands; names of members alone are no texts. */
    private static Set<String> texts() throws IOException {
        Set<String> texts = new TreeSet<>();
        for (String module : List.of("consent-core", "consent-store", "consent-cli")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    String source = counted(Files.readString(file));
                    Matcher call = CALL.matcher(source);
                    while (call.find()) {
                        new Arguments(source, call.end())
                                .texts().stream()
                                        .filter(text -> text.contains(" "))
                                        .forEach(texts::add);
                    }
                }
            }
        }
        return texts;
    }

    /** With the words that {@link Count} puts in where they stand in the texts. */
    private static String counted(String source) {
        return COUNT.matcher(source)
                .replaceAll(count -> Matcher.quoteReplacement(
                        count.group(1) + " + \"" + Count.of(7, count.group(2)).substring(1) + "\""));
    }

    /** The arguments of a call as far as they are texts; one that is chosen by a condition ends them. */
    private static final class Arguments {

        private final String source;
        private final Set<String> texts = new TreeSet<>();
        private StringBuilder text = new StringBuilder();
        private boolean literal;
        private boolean gap;
        private int depth = 1;
        private int at;

        Arguments(String source, int at) {
            this.source = source;
            this.at = at;
        }

        Set<String> texts() {
            while (depth > 0 && (depth > 1 || source.charAt(at) != '?')) {
                take(source.charAt(at));
                at++;
            }
            return texts;
        }

        private void take(char c) {
            if (c == '"') {
                String read = literal();
                if (depth == 1) {
                    text.append(read);
                    literal = true;
                    gap = false;
                }
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
                if (depth == 0) {
                    end();
                }
            } else if (c == ',' && depth == 1) {
                end();
            } else if (c == '+' && depth == 1) {
                gap = false;
            } else if (!Character.isWhitespace(c)) {
                depth += "([{".indexOf(c) >= 0 ? 1 : 0;
                if (!gap) {
                    text.append('\0');
                    gap = true;
                }
            }
        }

        /** Reads up to the closing quotation mark. */
        private String literal() {
            StringBuilder read = new StringBuilder();
            for (at++; source.charAt(at) != '"'; at++) {
                if (source.charAt(at) == '\\') {
                    at++;
                }
                read.append(source.charAt(at));
            }
            return read.toString();
        }

        private void end() {
            if (literal) {
                texts.add(text.toString());
            }
            text = new StringBuilder();
            literal = false;
            gap = false;
        }
    }
}
