package org.countenance.cli;

import java.util.List;

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

    private Commands() {}

    /**
     * A command and what it is called.
     *
     * @param name as it is typed
     * @param type what is made for it
     */
    record Named(String name, Class<?> type) {}

    /** The command that a line begins with, or all where it begins with none. */
    static List<Named> neededBy(String... line) {
        int first = 0;
        while (first < line.length && isLanguage(line[first])) {
            first += line[first].contains("=") ? 1 : 2;
        }
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
