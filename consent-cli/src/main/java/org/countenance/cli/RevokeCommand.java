package org.countenance.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.record.Draft;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Notice;
import org.countenance.record.RecordKind;
import org.countenance.record.Terms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes consent back: says what it will affect and when, asks, signs, submits. */
@Command(
        name = "revoke",
        description = "take consent back",
        footer = {
            "",
            "Example:",
            "  consent revoke id:<record id> --key lin --cause unpaid --reason \"nothing was paid\"",
            "  `consent list` shows the ids of what you granted"
        },
        mixinStandardHelpOptions = true)
final class RevokeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Parameters(paramLabel = "ID", description = "the grant's id, in full")
    private String grant = "";

    @Option(
            names = "--effective",
            paramLabel = "INSTANT",
            description = "when; as early as the terms allow when left out")
    private Optional<String> effective = Optional.empty();

    @Option(names = "--cause", paramLabel = "CAUSE", description = "unpaid, breach, harm, unlawful or other")
    private Optional<String> cause = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, in words that can be erased")
    private Optional<String> reason = Optional.empty();

    RevokeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        try (Signing signing = Signing.open(surroundings, options)) {
            Id target = signing.book().resolve(grant);
            LogView.Found found = signing.view()
                    .find(target)
                    .orElseThrow(() -> CommandException.failed(
                            "wanted a grant in this registry, found " + target.shown() + " nowhere in it",
                            "`consent list` shows what is there"));
            if (!(found.record().content() instanceof Grant granted)) {
                throw CommandException.failed("wanted a grant, found the " + found.record(), "");
            }
            Draft draft = signing.draft(RecordKind.REVOCATION, found.record().subject())
                    .with("target", target.text())
                    .with("event", "withdrawn")
                    .with("scopes", "*");
            effective.ifPresent(instant -> draft.with("effective", ScopeWords.instant(instant)));
            draft.withIf("cause", cause.map(JsonString::of));
            reason.ifPresent(text -> draft.annexed(signing.words()
                    .put(
                            "reason",
                            JsonObject.builder()
                                    .put("code", cause.orElse("other"))
                                    .put("text", text)
                                    .build())
                    .build()));
            String when = when(granted, signing.now());
            signing.confirm("this withdraws grant " + target.shown() + " to "
                    + new GrantWords(granted, signing.view()).licensees() + "\n" + when);
            signing.finish(draft, "withdrawn as {id}, entry {entry}: " + when);
        }
        return ExitCode.DONE.number();
    }

    /** From when on it counts, as far as the terms tell (decision.md section 3). */
    private String when(Grant granted, Instant now) throws MalformedException {
        Terms.Withdrawal terms = granted.terms().withdrawal();
        boolean caused = cause.isPresent() && !cause.get().equals("other");
        Notice notice = caused && terms.cause().span().isPresent() ? terms.cause() : terms.notice();
        Instant earliest = notice.span().map(span -> span.after(now)).orElse(now);
        Instant asked = effective.isPresent() ? Instants.parse(ScopeWords.instant(effective.get())) : earliest;
        Instant counts = asked.isAfter(earliest) ? asked : earliest;
        String contested = notice.span().isEmpty()
                ? "; the terms foresee no withdrawal, so it is contested until the licensee accepts or somebody rules"
                : "";
        return "new material and first showings stop " + Instants.format(counts) + contested;
    }
}
