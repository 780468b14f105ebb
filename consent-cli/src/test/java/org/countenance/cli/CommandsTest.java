package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.countenance.words.Language;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A line gets the one command that it asks for, and cannot tell it from the same command among all others. */
class CommandsTest {

    private static CommandLine line(String... words) {
        return Main.line(Surroundings.ofProcess(System.in, System.out, System.err), words);
    }

    private static List<String> names(CommandLine line) {
        return List.copyOf(line.getSubcommands().keySet());
    }

    /** What help says of a command and of all below it. */
    private static List<String> help(CommandLine command) {
        List<String> help = new ArrayList<>(List.of(command.getUsageMessage()));
        command.getSubcommands().values().forEach(below -> help.addAll(help(below)));
        return help;
    }

    @Test
    void findEveryCommandByItsName() {
        CommandLine all = line("");
        assertThat(names(all))
                .isEqualTo(Commands.ALL.stream().map(Commands.Named::name).toList());
        for (String name : names(all)) {
            CommandLine one = line(name, "--help");
            assertThat(names(one)).containsExactly(name);
            assertThat(help(one.getSubcommands().get(name)))
                    .isEqualTo(help(all.getSubcommands().get(name)));
        }
    }

    @Test
    void findTheCommandAfterALanguage() {
        assertThat(names(line("--lang", "en", "verify"))).containsExactly("verify");
        assertThat(names(line("--lang=en", "verify", "list"))).containsExactly("verify");
    }

    /** Who asks what there is waits for none of them to be made. */
    @Test
    void areListedAsTheyAreWithoutBeingMade() {
        for (String[] words : new String[][] {{}, {"--help"}, {"-h"}, {"--lang", "zh-Hans", "--help"}}) {
            CommandLine listed = line(words);
            assertThat(listed.getUsageMessage()).isEqualTo(line("").getUsageMessage());
            assertThat(listed.getSubcommands().values())
                    .allSatisfy(command -> assertThat(command.getCommandSpec().options())
                            .as(command.getCommandName())
                            .hasSizeLessThan(2));
        }
        Language chinese = Language.SIMPLIFIED_CHINESE;
        Surroundings theirs =
                Surroundings.ofProcess(System.in, System.out, System.err).speaking(chinese);
        assertThat(Main.line(theirs, "--help").getUsageMessage())
                .isEqualTo(Main.line(theirs, "").getUsageMessage())
                .contains("核验");
    }

    @Test
    void makeAllWhereALineBeginsWithNone() {
        List<String> all = names(line(""));
        assertThat(names(line("--help", "verify"))).isEqualTo(all);
        assertThat(names(line("verfy"))).isEqualTo(all);
        assertThat(names(line("--lang", "verify"))).isEqualTo(all);
        assertThat(names(line("--language", "en", "verify"))).isEqualTo(all);
    }
}
