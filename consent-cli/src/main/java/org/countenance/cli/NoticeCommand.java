package org.countenance.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.registry.LogStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the notices of a withdrawal that is in the log already. */
@Command(
        name = "notice",
        description = "write the notices of a withdrawal that is in the log",
        footer = {
            "",
            "Example:",
            "  consent notice id:<withdrawal> --notices letters",
            "  `consent revoke` writes them by itself; this is for a withdrawal that was",
            "  signed elsewhere, and for notices that could not be written or were lost;",
            "  no key is needed, and no file is written over"
        },
        mixinStandardHelpOptions = true)
final class NoticeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "ID", description = "the withdrawal's id (ten characters or more)")
    private String withdrawal = "";

    @Option(
            names = "--notices",
            paramLabel = "DIR",
            description = "where the notices go (else `notices` beside your receipts)")
    private Optional<String> notices = Optional.empty();

    NoticeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        try (LogStore log = new RegistryDirectory(surroundings, options).open()) {
            LogView view = LogView.of(log);
            NoticeWords words = NoticeWords.of(
                    log,
                    RegistryNow.read(log, surroundings.clock().instant()),
                    view,
                    view.byPrefix(AddressBook.bare(withdrawal)).record());
            List<String> unwritten =
                    Notices.in(surroundings, notices, options.keys()).write(words, surroundings.out()::println);
            if (!unwritten.isEmpty()) {
                throw CommandException.failed(
                        "wanted to write "
                                + Count.of(words.concerned().size(), "notice") + ", found "
                                + unwritten.size() + " of them in trouble: " + unwritten.get(0),
                        "--notices DIR names another directory");
            }
            if (words.concerned().isEmpty()) {
                surroundings.out().println("the grant is to anybody, and nobody relied on it in the log: no notice");
            }
        }
        return ExitCode.DONE.number();
    }
}
