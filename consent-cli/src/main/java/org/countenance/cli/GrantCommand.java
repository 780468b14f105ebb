package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.record.Draft;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.RecordCodec;
import org.countenance.record.RecordKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives consent: says in words what is allowed and what is not, warns, asks, signs, submits. */
@Command(
        name = "grant",
        description = "give consent",
        footer = {
            "",
            "Example:",
            "  consent grant --key lin -f request.json --intended-use \"Mei, episodes 1-40\"",
            "  signs what a studio asked for, after showing it in words; without options you are asked",
            "  an agent adds --for @lin, a licensee that passes on --under id:<grant>"
        },
        mixinStandardHelpOptions = true)
final class GrantCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Mixin
    private GrantOptions flags = new GrantOptions();

    @Option(names = "-f", paramLabel = "FILE", description = "a grant as JSON, e.g. a request from a verdict")
    private Optional<String> file = Optional.empty();

    @Option(names = "--for", paramLabel = "PARTY", description = "whose consent it is, when you sign for somebody else")
    private Optional<String> person = Optional.empty();

    @Mixin
    private ActingOptions acting = new ActingOptions();

    @Option(names = "--under", paramLabel = "ID", description = "the grant that you pass on, as its licensee")
    private Optional<String> under = Optional.empty();

    GrantCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        if (file.isPresent() && !flags.isOnlyWords()) {
            throw CommandException.usage(
                    "wanted -f or flags that say what is allowed, found both",
                    "what is not in the file is not granted; edit the file, or leave -f out");
        }
        try (Signing signing = Signing.open(surroundings, options)) {
            if (file.isPresent()
                    && surroundings.terminal()
                    && flags.intendedUse().isEmpty()) {
                new GrantInterview(surroundings, signing.book()).words(flags);
            }
            if (GrantInterview.isWanted(surroundings, flags, file)) {
                new GrantInterview(surroundings, signing.book()).fill(flags);
            }
            GrantSigner signer = GrantSigner.of(signing, person, acting, under);
            String salt = Draft.mark(surroundings.random());
            JsonObject content =
                    file.isPresent() ? read(signer.person(), file.get()) : flags.content(signing.book(), salt);
            Draft draft = signing.draft(RecordKind.GRANT, signer.person());
            for (String member : content.values().keySet()) {
                draft.with(member, content.get(member).orElseThrow());
            }
            signer.addTo(draft);
            draft.annexed(annex(salt));
            RecordCodec.check(RecordKind.GRANT, draft.payload());
            Grant grant = GrantWords.read(draft.payload());
            GrantWords words = new GrantWords(grant, signing.view());
            words.warnings(flags.intendedUse())
                    .forEach(warning -> surroundings.err().println("consent: warning: " + warning));
            signer.beyond(grant)
                    .forEach(beyond -> surroundings
                            .err()
                            .println("consent: warning: beyond your link, and will not count: " + beyond));
            signing.confirm(signer.words(grant, words));
            signing.finish(draft, "granted as {id}, entry {entry}; `consent revoke id:{full}` takes it back");
        }
        return ExitCode.DONE.number();
    }

    private JsonObject annex(String salt) throws CommandException {
        var use = PartyNames.split(flags.intendedUse()
                .orElseThrow(() -> CommandException.usage(
                        "wanted --intended-use TEXT, found none",
                        "several laws make a reasonably specific description a condition of validity")));
        JsonObject.Builder annex = JsonObject.builder()
                .put("salt", salt)
                .put(
                        "intendedUse",
                        JsonObject.builder()
                                .put("text", use.text())
                                .put("lang", use.language().orElse("en"))
                                .build());
        return flags.characterNames().isEmpty()
                ? annex.build()
                : annex.put("characters", JsonArray.ofStrings(flags.characterNames()))
                        .build();
    }

    /** Reads what a studio asked for; who signs, when and for which registry, this program writes itself. */
    private JsonObject read(Id person, String name) throws CommandException, IOException, MalformedException {
        JsonObject request = JsonText.parseObject(surroundings.read(name), "grant");
        Optional<JsonValue> subject = request.get("sub");
        if (subject.isPresent() && !Id.read(subject.get()).equals(person)) {
            throw CommandException.failed(
                    "wanted a request to " + person.shown() + ", found one to "
                            + Id.read(subject.get()).shown(),
                    "--key names whose consent it is, --for whom you sign for");
        }
        JsonObject.Builder content = request.toBuilder();
        for (String own : new String[] {"v", "vocabulary", "iss", "sub", "aud", "iat", "jti", "annex"}) {
            content.remove(own);
        }
        return content.build();
    }
}
