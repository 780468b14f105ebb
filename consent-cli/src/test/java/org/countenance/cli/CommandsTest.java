package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
        CommandLine all = line();
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

    @Test
    void makeAllWhereALineBeginsWithNone() {
        List<String> all = names(line());
        assertThat(names(line("--help", "verify"))).isEqualTo(all);
        assertThat(names(line("verfy"))).isEqualTo(all);
        assertThat(names(line("--lang", "verify"))).isEqualTo(all);
        assertThat(names(line("--language", "en", "verify"))).isEqualTo(all);
    }
}
