package org.countenance.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.record.Grant;
import org.countenance.record.ParsedRecord;
import org.countenance.registry.LogStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one record in words. */
@Command(
        name = "show",
        description = "show one record in words",
        footer = {"", "Example:", "  consent show 7qk3-xvca-m2fd"},
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Mixin
    private TrustOption trust = new TrustOption();

    @Parameters(paramLabel = "ID", description = "@alias, or ten characters or more of an id")
    private String id = "";

    ShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException, NotVerifiedException {
        try (LogStore log = new RegistryDirectory(surroundings, options).open()) {
            LogView view = LogView.of(log);
            String written = id.startsWith("@") ? options.book().resolve(id).text() : id;
            LogView.Found found = view.byPrefix(written.startsWith("id:") ? written.substring(3) : written);
            surroundings.out().print(new RecordWords(view).show(found));
            Instant now = surroundings.clock().instant();
            new SignerPage(RegistryNow.read(log, now), view, now)
                    .of(found)
                    .forEach(line -> surroundings.out().println(RecordWords.clean(line)));
            if (found.record().content() instanceof Grant) {
                stands(log, found.record());
            }
        }
        return ExitCode.DONE.number();
    }

    private void stands(LogStore log, ParsedRecord grant)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        new GrantsToday(surroundings, log, trust)
                .of(List.of(grant), List.of())
                .values()
                .forEach(each -> {
                    surroundings.out().println("today   " + each.standing().words());
                    each.events().forEach(event -> surroundings.out().println("        " + RecordWords.clean(event)));
                });
    }
}
