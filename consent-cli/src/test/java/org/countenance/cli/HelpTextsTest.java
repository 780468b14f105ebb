package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.countenance.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** Every command explains itself in every language. */
class HelpTextsTest {

    @TempDir
    private Path directory;

    private static CommandLine consent() {
        return Main.line(Surroundings.ofProcess(System.in, System.out, System.err), "");
    }

    /** All that help says in English. */
    private static Set<String> english() {
        Set<String> english = new LinkedHashSet<>();
        HelpTexts.of(consent().getCommandSpec(), text -> {
            english.add(text);
            return text;
        });
        for (ExitCode code : ExitCode.values()) {
            english.add(code.meaning());
        }
        english.add("Exit codes:");
        return english;
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void haveEveryTextInEveryLanguageAndNoOther(Language language) {
        assertThat(HelpTexts.known(language).keySet()).containsExactlyInAnyOrderElementsOf(english());
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void nameEveryOptionAsItIsTyped(Language language) {
        HelpTexts.known(language).forEach((english, said) -> {
            for (String typed : english.split("[^a-z0-9-]+")) {
                if (typed.startsWith("--")) {
                    assertThat(said).contains(typed);
                }
            }
        });
    }

    @Test
    void showNoEnglishTextOnAnyScreenInChinese() throws IOException {
        Terminal terminal = new Terminal(directory).set("CONSENT_LANG", "zh-Hans");
        Set<String> english = english();
        for (List<String> command : commands(consent(), List.of())) {
            List<String> words = new ArrayList<>(command);
            words.add("--help");
            String screen = terminal.run(words.toArray(String[]::new)).out();
            assertThat(screen).as(command.toString()).startsWith("用法：consent");
            assertThat(english.stream().filter(text -> text.contains(" ")).filter(screen::contains))
                    .as(command.toString())
                    .isEmpty();
        }
    }

    private static List<List<String>> commands(CommandLine line, List<String> above) {
        List<List<String>> commands = new ArrayList<>();
        commands.add(above);
        line.getSubcommands().forEach((name, below) -> {
            List<String> words = new ArrayList<>(above);
            words.add(name);
            commands.addAll(commands(below, words));
        });
        return commands;
    }
}
