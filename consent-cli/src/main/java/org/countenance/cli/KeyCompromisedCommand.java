package org.countenance.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.countenance.registry.RegistryState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Declares that a key is in wrong hands: from now on it signs nothing, and what it signed since then is in doubt. */
@Command(
        name = "compromised",
        description = "say that a key is in wrong hands, and since when",
        footer = {
            "",
            "Example:",
            "  consent key compromised lin --since 2026-12-01",
            "  signed with its manage key where that is here, else with the key itself;",
            "  `consent impact lin --if-compromised 2026-12-01` only shows what it would do"
        },
        mixinStandardHelpOptions = true)
final class KeyCompromisedCommand implements Callable<Integer> {

    private static final Duration OWN_REACH = Duration.ofDays(30);

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Parameters(paramLabel = "NAME|KID", description = "the name of a key of yours, or a thumbprint")
    private String written = "";

    @Option(names = "--party", paramLabel = "PARTY", description = "whose key it is; whose --key is when left out")
    private Optional<String> party = Optional.empty();

    @Option(
            names = "--since",
            required = true,
            paramLabel = "INSTANT",
            description = "the first moment at which it may have been in wrong hands")
    private String since = "";

    KeyCompromisedCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        KeyRing ring = new KeyRing(
                surroundings, options.common().keys(), options.common().passphrase());
        boolean named = ring.names().contains(written);
        if (options.named().isEmpty() && named) {
            options.name(written);
        }
        try (Signing signing = open(ring)) {
            Id whose = party.isPresent() ? signing.book().resolve(party.get()) : signing.signer();
            String kid = named ? ring.card(written).key().thumbprint() : AddressBook.bare(written);
            RegistryState state = signing.state();
            checkListed(state, whose, kid, signing);
            Instant said = Instants.parse(ScopeWords.instant(since));
            Instant from = reach(said, whose.equals(signing.signer()), signing.now());
            Draft draft = signing.draft(RecordKind.REVOCATION, whose)
                    .with("target", whose.text())
                    .with("event", "compromised")
                    .with("kid", kid)
                    .with("since", said);
            signing.confirm(words(kid, said, from, state, signing));
            signing.finish(
                    draft,
                    "key " + kid + " signs nothing from now on: {id}, entry {entry}; `consent impact id:" + kid
                            + "` shows what is in doubt");
        }
        return ExitCode.DONE.number();
    }

    /** The party itself declares with its manage key, a registrar with the key that signs. */
    private Signing open(KeyRing ring) throws CommandException, IOException, MalformedException {
        Id signer = ring.party(options.key(ring));
        boolean own =
                party.isEmpty() || options.common().book().resolve(party.get()).equals(signer);
        return own ? Signing.openManaging(surroundings, options) : Signing.open(surroundings, options);
    }

    private static void checkListed(RegistryState state, Id whose, String kid, Signing signing)
            throws CommandException {
        boolean known = state.party(whose)
                .map(each -> each.line(Long.MAX_VALUE, Instant.MAX).stream()
                        .anyMatch(version -> version.made().content().keys().stream()
                                .anyMatch(key -> key.thumbprint().equals(kid))))
                .orElse(false);
        if (!known) {
            throw CommandException.failed(
                    "wanted a key of " + signing.view().shown(whose) + ", found `" + kid + "`",
                    "`consent show " + whose.shown() + "` lists its keys; --party names another party");
        }
    }

    /** A party's own word reaches back thirty days at most (authority.md, Compromise). */
    static Instant reach(Instant said, boolean own, Instant now) {
        Instant earliest = now.minus(OWN_REACH);
        return own && said.isBefore(earliest) ? earliest : said;
    }

    private static String words(String kid, Instant said, Instant from, RegistryState state, Signing signing) {
        List<String> lines = new ArrayList<>();
        lines.add("this says that key " + kid + " was in wrong hands from " + RecoveryWords.day(said) + " on");
        lines.add("from now on it signs nothing");
        if (!from.equals(said)) {
            lines.add("your own word reaches back thirty days, to " + RecoveryWords.day(from)
                    + "; a registrar that may recover can reach further");
        }
        LogView view = signing.view();
        Touched touched = new Touched(state, new Standing(state, Standing.signedBy(kid, from)), view.all());
        ImpactWords all = new ImpactWords(new RecordWords(view), touched.byKey(kid));
        lines.add(
                all.doubtful().isEmpty()
                        ? "nothing that it signed comes into doubt (" + all.counts() + ")"
                        : all.text("signed with it"));
        lines.add("what is contested gives no production anything until somebody who may rule settles it;");
        lines.add("what it closed in doubt stops a release until you confirm or lift it with a good key");
        lines.add("it cannot be taken back");
        return String.join("\n", lines);
    }
}
