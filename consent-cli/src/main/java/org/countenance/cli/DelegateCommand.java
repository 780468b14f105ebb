package org.countenance.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonNumber;
import org.countenance.json.JsonObject;
import org.countenance.record.Delegation;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.record.Power;
import org.countenance.record.RecordKind;
import org.countenance.registry.Link;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets somebody act for a person: within bounds, for a time, until it is ended. */
@Command(
        name = "delegate",
        description = "let somebody act for you, within bounds",
        footer = {
            "",
            "Example:",
            "  consent delegate --key lin --to @agent --capacity agent --power grant \\",
            "    --within any --until 2027-12-31 --longest P3Y --notice P30D",
            "  `consent revoke id:<link>` ends it; what was signed under it stays",
            "  registrars name guardians: --for @child --capacity guardian"
        },
        mixinStandardHelpOptions = true)
final class DelegateCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Option(names = "--to", required = true, paramLabel = "PARTY", description = "who may act")
    private String to = "";

    @Option(
            names = "--capacity",
            required = true,
            paramLabel = "WORD",
            description = "agent or guild; guardian, estate or court from registrars")
    private String capacity = "";

    @Option(names = "--for", paramLabel = "PARTY", description = "for whom; for you when left out")
    private Optional<String> person = Optional.empty();

    @Mixin
    private LinkOptions link = new LinkOptions();

    @Option(names = "--depth", paramLabel = "N", description = "how many further links may hang on it (default 0)")
    private long depth;

    @Option(names = "--jointly", paramLabel = "PARTY,...", description = "who must consent to what is signed")
    private Optional<String> jointly = Optional.empty();

    @Option(names = "--parent", paramLabel = "ID", description = "your own link, when you pass it on")
    private Optional<String> parent = Optional.empty();

    DelegateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        try (Signing signing = Signing.open(surroundings, options)) {
            AddressBook book = signing.book();
            Id whom = person.isPresent() ? book.resolve(person.get()) : signing.signer();
            Draft draft = signing.draft(RecordKind.DELEGATION, whom)
                    .with("delegate", book.resolve(to).text())
                    .with("capacity", capacity)
                    .with("powers", link.powers())
                    .with("within", link.within(surroundings))
                    .with("window", link.window(signing.now()))
                    .with("depth", JsonNumber.of(depth));
            JsonObject terms = link.terms(book);
            if (!terms.values().isEmpty()) {
                draft.with("terms", terms);
            }
            Optional<Id> above = above(signing, whom);
            above.ifPresent(id -> draft.with("parent", id.text()));
            if (jointly.isPresent()) {
                draft.with("jointly", LinkOptions.parties(jointly.get(), book));
            }
            Delegation delegation =
                    (Delegation) Rehearsal.read(draft, surroundings).content();
            signing.confirm(words(delegation, whom, above, signing));
            signing.finish(
                    draft,
                    signing.view().shown(delegation.delegate()) + " may act for "
                            + signing.view().shown(whom)
                            + " under link {id}, entry {entry}; `consent revoke id:{full}` ends it");
        }
        return ExitCode.DONE.number();
    }

    /** The signer's own link, named or found, when it passes on what it holds; registrars need none. */
    private Optional<Id> above(Signing signing, Id whom) throws CommandException, IOException, MalformedException {
        if (parent.isPresent()) {
            return Optional.of(signing.book().resolve(parent.get()));
        }
        boolean passesOn = !whom.equals(signing.signer()) && (capacity.equals("agent") || capacity.equals("guild"));
        if (!passesOn) {
            return Optional.empty();
        }
        List<Link> links = new StandingLinks(signing.state(), whom, signing.now())
                .by(signing.signer(), Power.DELEGATE).stream()
                        .filter(each -> each.depth() > depth)
                        .toList();
        if (links.size() != 1) {
            throw CommandException.failed(
                    "wanted one link that lets you pass on so much for "
                            + signing.view().shown(whom) + ", found "
                            + (links.isEmpty() ? "none" : links.size() + ""),
                    links.isEmpty()
                            ? "it wants the power `delegate` and --depth left"
                            : "--parent names the link that it hangs on");
        }
        return Optional.of(links.get(0).id());
    }

    private static String words(Delegation delegation, Id whom, Optional<Id> above, Signing signing) {
        LinkWords.Said said = LinkWords.Said.of(delegation);
        List<String> lines = new java.util.ArrayList<>(new LinkWords(signing.view()).lines(said, whom));
        above.ifPresent(id -> lines.add("under   link " + id.shown() + ", whose bounds hold too"));
        lines.add(LinkWords.end(delegation.window()) + "; until then `consent revoke` ends it at once");
        lines.add("what was signed under it before stays, until it is withdrawn");
        if (whom.equals(signing.signer())) {
            lines.add("you can always withdraw, say no and end this link yourself");
        }
        return String.join("\n", lines);
    }
}
