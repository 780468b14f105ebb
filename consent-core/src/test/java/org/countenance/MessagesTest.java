package org.countenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every message that the sources hold, against the grammar: lower-case start, no final period, wanted and found both told. */
class MessagesTest {

    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";

    /** Where messages begin: the first text of a refusal, a failure, a finding. */
    private static final Pattern BEGINS = Pattern.compile(
            "(?:Ruling\\.refused|refused|CommandException\\.(?:failed|usage)|MalformedException\\.of|StoreException\\.(?:corrupt|moved|unusable|failed)"
                    + "|NotVerifiedException|SignerException|IllegalArgumentException|fault|about|general|Stop\\.whole)\\(\\s*(?:[\\w.() ]+,\\s*)*"
                    + TEXT);

    private static final Pattern REFUSAL =
            Pattern.compile("(?:Ruling\\.refused|CommandException\\.(?:failed|usage))\\(\\s*" + TEXT);

    @Test
    void beginInLowerCaseAndEndWithoutAPeriod() throws IOException {
        List<String> read = new ArrayList<>();
        for (String source : sources()) {
            Matcher matcher = BEGINS.matcher(source);
            while (matcher.find()) {
                String text = matcher.group(1);
                read.add(text);
                assertThat(text).as("a message").matches("(?s)([a-z0-9`( ]|[A-Z]{2}).*|");
                assertThat(text).doesNotEndWith(".").doesNotEndWith("!").doesNotContain("  ");
            }
        }
        assertThat(read).hasSizeGreaterThan(200);
    }

    @Test
    void tellWhatWasWantedAndWhatWasFound() throws IOException {
        int read = 0;
        for (String source : sources()) {
            Matcher matcher = REFUSAL.matcher(source);
            while (matcher.find()) {
                String text = matcher.group(1);
                read++;
                assertThat(text).as("a refusal").matches("(?s)(wanted |not signed|the ).*");
            }
        }
        assertThat(read).isGreaterThan(80);
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (String module : List.of("consent-core", "consent-store", "consent-cli")) {
            Path main = Path.of("..", module, "src/main/java");
            try (Stream<Path> files = Files.walk(main)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    sources.add(Files.readString(file));
                }
            }
        }
        return sources;
    }
}
