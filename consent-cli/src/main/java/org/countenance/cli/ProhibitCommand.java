package org.countenance.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.record.Power;
import org.countenance.record.RecordKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says no, until it is lifted. */
@Command(
        name = "prohibit",
        description = "say no, until you lift it",
        footer = {
            "",
            "Example:",
            "  consent prohibit --key lin --scope any --against delegates --reach new --yes",
            "  nobody may sign for you any more; what you signed yourself stays"
        },
        mixinStandardHelpOptions = true)
final class ProhibitCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Option(
            names = "--scope",
            required = true,
            paramLabel = "any|FILE",
            description = "`any`, or a file with one scope or several")
    private String scope = "";

    @Option(
            names = "--against",
            paramLabel = "WHOM",
            description =
                    "any (default), delegates, parties as @alias,..., grants=ID,..., productions=SCHEME:VALUE,...,"
                            + " cba=CODE; given more than once, all must match")
    private List<String> against = new ArrayList<>();

    @Option(names = "--ground", paramLabel = "GROUND", description = "standing (default), strike or order")
    private String ground = "standing";

    @Option(
            names = {"--for", "--person"},
            paramLabel = "PARTY",
            description = "whom it protects; you when left out")
    private Optional<String> person = Optional.empty();

    @Mixin
    private ActingOptions acting = new ActingOptions();

    @Option(names = "--reach", paramLabel = "REACH", description = "new, unreleased (default) or all")
    private String reach = "unreleased";

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, in words that can be erased")
    private Optional<String> reason = Optional.empty();

    ProhibitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        try (Signing signing = Signing.open(surroundings, options)) {
            AddressBook book = signing.book();
            Id protectedParty = person.isPresent() ? book.resolve(person.get()) : signing.signer();
            Draft draft = signing.draft(RecordKind.PROHIBITION, protectedParty)
                    .with("scopes", ScopeWords.scopes(scope, surroundings))
                    .with("against", Against.json(against, book))
                    .with("reach", reach)
                    .with("ground", ground);
            Optional<ActingFor> actingFor =
                    ground.equals("standing") ? acting.find(signing, protectedParty, Power.PROHIBIT) : Optional.empty();
            actingFor.ifPresent(each -> each.addTo(draft));
            reason.ifPresent(
                    text -> draft.annexed(signing.words().put("statement", text).build()));
            String words = words();
            signing.confirm(actingFor
                            .map(each -> each.words(signing.view(), signing.signer()) + "\n" + reaching(each))
                            .orElse("")
                    + "this " + words + "\nit stands until you lift it");
            signing.finish(draft, words + ": {id}, entry {entry}; `consent lift id:{full}` ends it");
        }
        return ExitCode.DONE.number();
    }

    /** A delegate's no acts on what was granted before only with the power to withdraw (authority.md, rule 4). */
    private static String reaching(ActingFor acting) {
        boolean earlier = acting.chain().stream().allMatch(link -> link.powers().contains(Power.WITHDRAW));
        return earlier ? "" : "your link does not let you withdraw: it acts on later grants only\n";
    }

    private String words() {
        String by = switch (ground) {
            case "strike" -> "strikes: ";
            case "order" -> "orders: ";
            default -> "";
        };
        return by + "prohibits " + (scope.equals("any") ? "everything" : "what `" + scope + "` names") + " against "
                + Against.words(against) + ", reach " + reach;
    }
}
