package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countenance.decisions.Removals;
import org.countenance.report.Schemas;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every question of every story again with a row of the registry, or a line of the file of evidence, taken away: whatever is gone,
 * the answer is the same to the letter, or says that something is missing, or there is none.
 */
class RemovalsTest {

    /** What a question asks for beside the answer. */
    private static final String BESIDE = " --(?:format|save-evidence|key) \\S+| --(?:clearance|quiet)(?!\\S)";

    private static final Pattern TRUST = Pattern.compile(" --trust \\S+");
    private static final String EVIDENCE = "all.consent-evidence";
    private static final String REST = "rest.consent-evidence";

    @TempDir
    private Path directory;

    private final Removals removals = Removals.chosen();
    private Terminal terminal;
    private Rows rows = new Rows(Path.of("asked"));

    static List<Path> stories() throws IOException {
        List<Path> all = StoryPlay.stories();
        return Removals.isSample() ? List.of(all.get(5), all.get(7), all.get(9)) : all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void changesNoAnswer(Path story) throws Exception {
        StoryPlay play = StoryPlay.of(directory, story);
        terminal = play.terminal();
        List<String> asked = new ArrayList<>();
        play.play((exchange, answer) -> {
            if (exchange.command().startsWith("verify ")) {
                asked.add(exchange.command());
                rows = Rows.copy(directory.resolve("registry"), directory.resolve("asked"));
                tryAll(exchange.command().replaceAll(BESIDE, "") + " --registry asked", answer.code());
            }
        });
        assertThat(asked).as("questions").isNotEmpty();
        assertThat(removals.tried()).as("removals").isGreaterThan(5);
    }

    private void tryAll(String question, int code) throws Exception {
        tryRows(question, code);
        same(question + " --save-evidence " + EVIDENCE);
        tryRows(question, code);
        tryLines(question.replace(" --registry asked", ""));
    }

    private void tryRows(String question, int code) throws Exception {
        byte[] whole = rows.read();
        Terminal.Answer answer = decided(question + " --format json");
        assertThat(answer.code()).as(question).isEqualTo(code);
        for (String table : Rows.TABLES) {
            for (String row : removals.some(rows.of(table))) {
                rows.change(whole, "DELETE FROM " + table + " WHERE " + row);
                Terminal.Answer left = same(question + " --format json");
                check(answer, left, table.equals("annex"), "without " + table + " " + row + ": " + question);
            }
        }
        rows.write(whole);
    }

    /** Whoever takes out a line makes the first line fit the rest. */
    private void tryLines(String question) throws Exception {
        List<String> lines = Files.readAllLines(directory.resolve(EVIDENCE));
        Matcher named = TRUST.matcher(question);
        String trust = named.find() ? named.group() : "";
        Terminal.Answer saved = decided("evidence verify " + EVIDENCE + trust + " --format json");
        Terminal.Answer asked = decided(question + " --evidence " + EVIDENCE + " --format json");
        List<String> bodies = lines.subList(1, lines.size());
        for (int gone : removals.some(bodies.size())) {
            List<String> rest = new ArrayList<>(bodies);
            String line = rest.remove(gone);
            String what = "without line " + line.substring(0, Math.min(60, line.length())) + ": " + question;
            terminal.write(REST, lines.get(0) + "\n" + String.join("\n", rest) + "\n");
            assertThat(same("evidence verify " + REST + trust).code()).as(what).isEqualTo(4);
            terminal.write(REST, Removals.forged(lines.get(0), rest));
            Terminal.Answer forged = same("evidence verify " + REST + trust + " --format json");
            boolean silent = forged.code() != 2 && forged.code() != 4;
            assertThat(silent && !forged.out().equals(saved.out())).as(what).isFalse();
            boolean words = line.startsWith("{\"annex\"") || line.startsWith("{\"list\"");
            check(asked, same(question + " --evidence " + REST + " --format json"), words, what);
        }
    }

    /** The whole has an answer, so that there is something to change. */
    private Terminal.Answer decided(String question) {
        Terminal.Answer answer = same(question);
        assertThat(answer.code()).as(question + answer.err()).isIn(0, 3, 5);
        assertThat(rules(answer)).as(question).doesNotContain("LC301", "LC304", "LC306");
        return answer;
    }

    /** Asks at the same instant as before. */
    private Terminal.Answer same(String line) {
        terminal.wait(Duration.ofSeconds(-1));
        return terminal.type(line);
    }

    /** Words may be erased by right: then doubt is left where they mattered, and what they would have opened stays shut. */
    private static void check(Terminal.Answer whole, Terminal.Answer left, boolean words, String what) {
        String told = what + "\n" + left.screen();
        if (left.code() == 4 || left.code() == 2) {
            assertThat(left.out()).as(told).isEmpty();
        } else if (!left.out().equals(whole.out()) && words) {
            assertThat(left.code()).as(told).isIn(whole.code() == 0 ? List.of(0, 3, 5) : List.of(3, 5));
        } else if (!left.out().equals(whole.out())) {
            assertThat(left.code()).as(told).isIn(3, 5);
            assertThat(rules(left)).as(told).contains("LC306");
        }
    }

    private static List<String> rules(Terminal.Answer answer) {
        return Schemas.json(answer.out()).get("findings").findValuesAsText("rule");
    }
}
