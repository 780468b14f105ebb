package org.countenance.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** What help texts have in common. */
final class Help {

    private Help() {}

    static String exitCodes(CommandLine.Help help) {
        if (!help.commandSpec().root().equals(help.commandSpec())) {
            return "";
        }
        return Arrays.stream(ExitCode.values())
                .map(code -> "  " + code.number() + "  " + code.meaning() + "\n")
                .collect(Collectors.joining("", "\nExit codes:\n", ""));
    }
}
