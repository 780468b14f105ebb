package org.countenance.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The commands below {@code consent}, and which of them a line needs: to make them all takes longer than to run one. */
final class Commands {

    /** In the order in which help lists them; the names are those that the classes bear, which to ask them for takes long. */
    static final List<Named> ALL = List.of(
            new Named("init", InitCommand.class),
            new Named("key", KeyCommand.class),
            new Named("party", PartyCommand.class),
            new Named("request", RequestCommand.class),
            new Named("delegate", DelegateCommand.class),
            new Named("grant", GrantCommand.class),
            new Named("revoke", RevokeCommand.class),
            new Named("notice", NoticeCommand.class),
            new Named("prohibit", ProhibitCommand.class),
            new Named("lift", LiftCommand.class),
            new Named("return", ReturnCommand.class),
            new Named("approve", ApproveCommand.class),
            new Named("endorse", EndorseCommand.class),
            new Named("sign", SignCommand.class),
            new Named("submit", SubmitCommand.class),
            new Named("show", ShowCommand.class),
            new Named("list", ListCommand.class),
            new Named("watch", WatchCommand.class),
            new Named("verify", VerifyCommand.class),
            new Named("audit", AuditCommand.class),
            new Named("waive", WaiveCommand.class),
            new Named("manifest", ManifestCommand.class),
            new Named("log", LogCommand.class),
            new Named("sync", SyncCommand.class),
            new Named("evidence", EvidenceCommand.class),
            new Named("impact", ImpactCommand.class),
            new Named("diff", DiffCommand.class),
            new Named("explain", ExplainCommand.class),
            new Named("vocabulary", VocabularyCommand.class));

    private static final List<String> HELP = List.of("-h", "--help");

    private Commands() {}

    /**
     * A command and what it is called.
     *
     * @param name as it is typed
     * @param type what is made for it
     */
    record Named(String name, Class<?> type) {

        /** As a list shows it: its name and what it is for, and nothing that it takes to run. */
        private CommandSpec listed() {
            CommandSpec listed = CommandSpec.create().name(name);
            for (Command command : type.getAnnotationsByType(Command.class)) {
                listed.usageMessage().description(command.description());
            }
            return listed;
        }
    }

    /** Puts below {@code consent} what a line needs: its command, a list where it asks for that alone, else all of them. */
    static void put(CommandLine consent, String... line) {
        boolean listed = asksForList(line);
        for (Named each : neededBy(line)) {
            consent.addSubcommand(each.name(), listed ? each.listed() : each.type());
        }
    }

    private static boolean asksForList(String... line) {
        int first = afterLanguage(line);
        return first == line.length || (first == line.length - 1 && HELP.contains(line[first]));
    }

    private static int afterLanguage(String... line) {
        int first = 0;
        while (first < line.length && isLanguage(line[first])) {
            first += line[first].contains("=") ? 1 : 2;
        }
        return first;
    }

    /** The command that a line begins with, or all where it begins with none. */
    private static List<Named> neededBy(String... line) {
        int first = afterLanguage(line);
        if (first < line.length) {
            for (Named each : ALL) {
                if (each.name().equals(line[first])) {
                    return List.of(each);
                }
            }
        }
        return ALL;
    }

    /** The only option that may stand before a command and leaves the command to be run. */
    private static boolean isLanguage(String word) {
        return word.equals("--lang") || word.startsWith("--lang=");
    }
}
