package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.record.Draft;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Power;
import org.countenance.record.RecordKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes consent back: says what it will affect and when, asks, signs, submits. */
@Command(
        name = "revoke",
        description = "take consent back, or end a link by which somebody acts for you",
        footer = {
            "",
            "Example:",
            "  consent revoke id:<record id> --key lin --cause unpaid --reason \"nothing was paid\"",
            "  `consent list` shows the ids of what you granted",
            "  it says what relies on the grant and what ends when, then asks; after",
            "  that it writes a notice for everybody whom it concerns, in words (.txt)",
            "  and for programs (.json), over no other file; when one cannot be",
            "  written the withdrawal stands all the same: exit 1, the message says",
            "  so, and `consent notice` writes it later",
            "  --scope part.json takes back only what the file names",
            "  a delegation ends at once; so does what a guardian may do for a child:",
            "  consent revoke @child --representative @mother --key registrar"
        },
        mixinStandardHelpOptions = true)
final class RevokeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Parameters(paramLabel = "ID", description = "the id of a grant, or of a link, in full")
    private String grant = "";

    @Mixin
    private ActingOptions acting = new ActingOptions();

    @Mixin
    private ForOption person = new ForOption();

    @Option(names = "--representative", paramLabel = "PARTY", description = "of a represented person: whose link ends")
    private Optional<String> representative = Optional.empty();

    @Option(
            names = "--effective",
            paramLabel = "INSTANT",
            description = "when; as early as the terms allow when left out")
    private Optional<String> effective = Optional.empty();

    @Option(
            names = "--scope",
            paramLabel = "any|FILE",
            description = "`any` (default): the whole grant, or a file with one scope or several: these parts only")
    private String scope = "any";

    @Option(names = "--cause", paramLabel = "CAUSE", description = "unpaid, breach, harm, unlawful or other")
    private Optional<String> cause = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, in words that can be erased")
    private Optional<String> reason = Optional.empty();

    @Option(
            names = "--notices",
            paramLabel = "DIR",
            description = "where the notices to licensees go (else `notices` beside your receipts)")
    private Optional<String> notices = Optional.empty();

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
            person.check(signing, found.record().subject());
            if (!(found.record().content() instanceof Grant)) {
                checkEnding();
                new LinkEnding(signing).end(found, representative, draft -> explain(draft, signing));
                return ExitCode.DONE.number();
            }
            Notices kept = Notices.in(surroundings, notices, options.common().keys());
            Optional<ActingFor> actingFor = acting.find(signing, found.record().subject(), Power.WITHDRAW);
            Draft draft = signing.draft(RecordKind.REVOCATION, found.record().subject())
                    .with("target", target.text())
                    .with("event", "withdrawn")
                    .with("scopes", ScopeWords.scopes(scope, surroundings));
            actingFor.ifPresent(each -> each.addTo(draft));
            effective.ifPresent(instant -> draft.with("effective", ScopeWords.instant(instant)));
            draft.withIf("cause", cause.map(JsonString::of));
            explain(draft, signing);
            return new GrantWithdrawal(surroundings, signing, kept, found.record()).sign(draft, actingFor);
        }
    }

    private void explain(Draft draft, Signing signing) {
        reason.ifPresent(text -> draft.annexed(signing.words()
                .put(
                        "reason",
                        JsonObject.builder()
                                .put("code", cause.orElse("other"))
                                .put("text", text)
                                .build())
                .build()));
    }

    /** A link ends at once and for no cause that anybody asks for. */
    private void checkEnding() throws CommandException {
        if (effective.isPresent()
                || cause.isPresent()
                || notices.isPresent()
                || !scope.equals("any")
                || acting.isAsked()) {
            throw CommandException.usage(
                    "wanted --effective, --cause, --scope, --notices and --capacity with a grant only, found one of them"
                            + " with another record",
                    "a link ends at once; leave them out");
        }
    }
}
