package org.countenance.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.record.Draft;
import org.countenance.record.Endorsement.Says;
import org.countenance.record.Id;
import org.countenance.record.Power;
import org.countenance.record.RecordKind;
import org.countenance.report.Explanations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a second voice to a record or a party (records.md, {@code endorsement}). */
@Command(
        name = "endorse",
        description = "say something of a record or a party: accept, dispute, confirm, identify, ...",
        footer = {
            "",
            "Example:",
            "  consent endorse id:<record id> --says accepts --key studio --yes",
            "  accreditations are signed by the registry: --keys registry/keys --key own",
            "  two registrations are one person's: --says same-person --other @lin2",
            "  `consent explain accepts` tells what it means; for approvals there is `consent approve`"
        },
        mixinStandardHelpOptions = true)
final class EndorseCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Mixin
    private ActingOptions acting = new ActingOptions();

    @Parameters(paramLabel = "TARGET", description = "the record's id in full, or @alias of a party")
    private String target = "";

    @Option(
            names = "--says",
            required = true,
            paramLabel = "WORD",
            description = "accredited, identified, same-person, consents, represents, accepts, disputes, paid,"
                    + " confirms or ruled")
    private String says = "";

    @Option(names = "--may", paramLabel = "WORD,...", description = "on accredited: identify, guardian, rule, ...")
    private Optional<String> may = Optional.empty();

    @Option(names = "--level", paramLabel = "WORD", description = "on identified: documented, in-person or qualified")
    private Optional<String> level = Optional.empty();

    @Option(names = "--other", paramLabel = "PARTY", description = "on same-person: the other party")
    private Optional<String> other = Optional.empty();

    @Option(names = "--as", paramLabel = "WORD", description = "on represents: counsel or union")
    private Optional<String> as = Optional.empty();

    @Option(
            names = "--for",
            paramLabel = "WORD",
            description = "on ruled: person or licensee; else the party for whom you sign")
    private Optional<String> inFavourOf = Optional.empty();

    EndorseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        Says word = word();
        checkOptions(word);
        try (Signing signing = Signing.open(surroundings, options)) {
            LogView view = signing.view();
            Id id = signing.book().resolve(target);
            LogView.Found found = view.find(id)
                    .orElseThrow(() -> CommandException.failed(
                            "wanted a record or a party in this registry, found " + id.shown() + " nowhere in it",
                            "`consent list` shows what is there"));
            Draft draft = signing.draft(RecordKind.ENDORSEMENT, found.record().subject())
                    .with("target", id.text())
                    .with("says", word.word());
            Optional<ActingFor> actingFor = actingFor(word, signing, found);
            actingFor.ifPresent(each -> each.addTo(draft));
            addMembers(word, draft, signing.book(), view, found);
            String words = "says `" + word.word() + "` of the " + found.record();
            signing.confirm(actingFor
                            .map(each -> each.words(signing.view(), signing.signer()) + "\n")
                            .orElse("")
                    + "this " + words + "\n" + meaning(word) + recovering(word, found, signing));
            signing.finish(
                    draft,
                    words + ": {id}, entry {entry}"
                            + recovering(word, found, signing)
                                    .lines()
                                    .filter(line -> line.contains("seven days"))
                                    .findFirst()
                                    .map(line -> "\n" + line)
                                    .orElse(""));
        }
        return ExitCode.DONE.number();
    }

    private static boolean isParty(String written) {
        return written.startsWith("@") || written.startsWith("id:");
    }

    /** A guardian consents in the person's name; a joint delegate, and everybody else, says a word of its own. */
    private Optional<ActingFor> actingFor(Says word, Signing signing, LogView.Found found)
            throws CommandException, IOException, MalformedException {
        Optional<String> person = inFavourOf.filter(EndorseCommand::isParty);
        Id subject = found.record().subject();
        ForOption.check(person, signing, subject);
        boolean guardian = word == Says.CONSENTS
                && !signing.signer().equals(subject)
                && new StandingLinks(signing.state(), subject, signing.now())
                                .by(signing.signer(), Power.GRANT)
                                .size()
                        == 1;
        return person.isPresent() || acting.isAsked() || guardian
                ? acting.find(signing, subject, Power.GRANT)
                : Optional.empty();
    }

    /** A friend who confirms lost keys is told when they are replaced. */
    private static String recovering(Says word, LogView.Found found, Signing signing) throws MalformedException {
        return word == Says.CONFIRMS
                ? new RecoveryWords(signing.state(), signing.view(), signing.now())
                        .beforeConfirming(found.record(), signing.signer())
                : "";
    }

    private Says word() throws CommandException {
        List<String> known = Arrays.stream(Says.values()).map(Says::word).toList();
        int at = known.indexOf(says);
        if (at < 0) {
            throw CommandException.usage(
                    "wanted what an endorsement says, found `" + says + "`", ClosestWord.hint(says, known));
        }
        Says word = Says.values()[at];
        if (word == Says.APPROVES || word == Says.REJECTS) {
            throw CommandException.usage(
                    "wanted a word without files, found `" + says + "`",
                    "`consent approve GRANT --file FILE` approves files, with --reject it rejects them");
        }
        return word;
    }

    /** Whoever is asked to sign a word is told what it does. */
    private String meaning(Says word) {
        return Explanations.in(surroundings.language()).of(word.word()).stream()
                .filter(entry -> entry.kind().equals("says"))
                .map(Explanations.Entry::text)
                .collect(Collectors.joining());
    }

    /** Each word has the options that it needs and no others. */
    private void checkOptions(Says word) throws CommandException {
        checkOption("--may", may, word, Says.ACCREDITED);
        checkOption("--level", level, word, Says.IDENTIFIED);
        checkOption("--other", other, word, Says.SAME_PERSON);
        checkOption("--as", as, word, Says.REPRESENTS);
        checkOption("--for", inFavourOf.filter(text -> !isParty(text)), word, Says.RULED);
    }

    private static void checkOption(String option, Optional<String> written, Says word, Says needs)
            throws CommandException {
        if (written.isPresent() != (word == needs)) {
            throw CommandException.usage(
                    word == needs
                            ? "wanted " + option + " with `" + word.word() + "`, found none"
                            : "wanted no " + option + " with `" + word.word() + "`, found `" + written.orElseThrow()
                                    + "`",
                    "");
        }
    }

    private void addMembers(Says word, Draft draft, AddressBook book, LogView view, LogView.Found found)
            throws CommandException, IOException, MalformedException {
        may.ifPresent(list -> draft.with("may", JsonArray.ofStrings(ScopeWords.split(list))));
        as.ifPresent(text -> draft.with("as", text));
        inFavourOf.filter(text -> !isParty(text)).ifPresent(text -> draft.with("for", text));
        if (other.isPresent()) {
            draft.with("other", book.resolve(other.get()).text());
        }
        if (word == Says.IDENTIFIED) {
            // Whoever identifies vouches for the names that stand there now: the annex is what was examined.
            draft.with("level", level.orElseThrow()).with("of", examined(view, found));
        }
    }

    private static String examined(LogView view, LogView.Found found) throws CommandException {
        return view.partyInForce(found.record().subject())
                .filter(party -> found.record().content().kind() == RecordKind.PARTY)
                .flatMap(party -> party.record().claims().annex())
                .orElseThrow(() -> CommandException.failed("wanted a party, found the " + found.record(), ""));
    }
}
