package org.countenance.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonBool;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;
import org.countenance.record.RecordKind;
import org.countenance.registry.LogWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Registers a person who holds no key, and names who acts for her. */
@Command(
        name = "represent",
        description = "register a child or a dead person, and who acts for them, as a registrar",
        footer = {
            "",
            "Example:",
            "  consent party represent --key registrar --name Mei --adult-from 2038-05 \\",
            "    --representative @mother,@father --jointly --power grant,manage \\",
            "    --within any --until 2038-06-01 --evidence birth-certificate",
            "  -f FILE names representatives with different powers, as JSON"
        },
        mixinStandardHelpOptions = true)
final class PartyRepresentCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Option(names = "--name", required = true, paramLabel = "NAME[@LANG]", description = "the person's name")
    private List<String> names = new ArrayList<>();

    @Option(names = "--identifier", paramLabel = "SCHEME:VALUE", description = "what others call the person")
    private List<String> identifiers = new ArrayList<>();

    @Option(names = "--adult-from", paramLabel = "MONTH", description = "the month of the 18th birthday; else of age")
    private String adultFrom = "adult";

    @Option(names = "--deceased", paramLabel = "DATE", description = "the day of death")
    private Optional<String> deceased = Optional.empty();

    @Option(names = "--domicile", paramLabel = "CC", description = "with --deceased: where the person lived")
    private Optional<String> domicile = Optional.empty();

    @Option(names = "--alias", paramLabel = "ALIAS", description = "what you call the person: @ALIAS")
    private Optional<String> alias = Optional.empty();

    @Option(names = "--representative", paramLabel = "PARTY,...", description = "who acts for the person")
    private Optional<String> representatives = Optional.empty();

    @Option(names = "--capacity", paramLabel = "WORD", description = "guardian or estate; by the person when left out")
    private Optional<String> capacity = Optional.empty();

    @Mixin
    private LinkOptions link = new LinkOptions();

    @Option(names = "--jointly", description = "what one signs counts from the consent of all")
    private boolean jointly;

    @Option(names = "--evidence", paramLabel = "CODE", description = "what you saw, e.g. birth-certificate")
    private Optional<String> evidence = Optional.empty();

    @Option(names = "-f", paramLabel = "FILE", description = "the representatives as JSON, instead of options")
    private Optional<String> file = Optional.empty();

    PartyRepresentCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        if (file.isPresent() == representatives.isPresent()) {
            throw CommandException.usage(
                    "wanted --representative PARTY,... or -f FILE, found " + (file.isPresent() ? "both" : "neither"),
                    "a person without keys needs somebody who acts");
        }
        try (Signing signing = Signing.open(surroundings, options)) {
            Draft draft = draft(signing);
            ParsedRecord rehearsed = Rehearsal.read(draft, surroundings);
            signing.confirm(words(rehearsed, signing));
            LogWriter.Receipt receipt = signing.finish(
                    draft,
                    "registered " + PartyNames.split(names.get(0)).text() + " as {id}, entry {entry}"
                            + alias.map(each -> ", in your address book as @" + each)
                                    .orElse(""));
            if (alias.isPresent()) {
                signing.book().put(alias.get(), receipt.record().id());
            }
        }
        return ExitCode.DONE.number();
    }

    private Draft draft(Signing signing) throws CommandException, IOException, MalformedException {
        Draft draft = Draft.of(
                        RecordKind.PARTY,
                        Optional.of(signing.signer()),
                        Optional.empty(),
                        signing.log().name(),
                        signing.now(),
                        surroundings.random())
                .with("party", "person")
                .with("represented", JsonBool.of(true))
                .with("keys", JsonArray.of(List.of()))
                .with("adultFrom", adultFrom)
                .with("representatives", representatives(signing))
                .withIf("deceased", deceased.map(JsonString::of))
                .withIf("domicile", domicile.map(JsonString::of));
        JsonObject.Builder annex = signing.words().put("names", PartyNames.annex(names));
        if (!identifiers.isEmpty()) {
            annex.put("identifiers", PartyNames.identifiers(identifiers));
        }
        return draft.annexed(annex.build());
    }

    private JsonValue representatives(Signing signing) throws CommandException, IOException, MalformedException {
        if (file.isPresent()) {
            return JsonText.parse(surroundings.read(file.get()), "representatives", JsonLimits.RECORD);
        }
        String seen = evidence.orElseThrow(() -> CommandException.usage(
                "wanted --evidence CODE, found none",
                "e.g. birth-certificate, court-order, certificate-of-inheritance"));
        List<JsonObject> each = new ArrayList<>();
        for (String party : ScopeWords.split(representatives.orElseThrow())) {
            JsonObject.Builder representative = JsonObject.builder()
                    .put("party", signing.book().resolve(party).text())
                    .put("capacity", capacity.orElse(deceased.isPresent() ? "estate" : "guardian"))
                    .put("powers", link.powers())
                    .put("within", link.within(surroundings))
                    .put("window", link.window(signing.now()))
                    .put("terms", link.terms(signing.book()))
                    .put("evidence", seen);
            each.add((jointly ? representative.put("jointly", true) : representative).build());
        }
        return JsonArray.of(each);
    }

    private String words(ParsedRecord record, Signing signing) {
        Party party = (Party) record.content();
        String name = PartyNames.split(names.get(0)).text();
        List<String> lines = new ArrayList<>();
        lines.add("this registers " + name + ", who holds no key"
                + (adultFrom.equals("adult") ? "" : ", a minor until the month after " + adultFrom));
        Id person = record.id();
        LinkWords words = new LinkWords(
                id -> id.equals(person) ? Optional.of(name) : signing.view().of(id));
        for (LinkWords.Said said : LinkWords.Said.of(party)) {
            lines.addAll(words.lines(said, person));
            lines.add(LinkWords.end(said.window()));
        }
        lines.add("a registrar or the representative ends a link: consent revoke @... --representative @...");
        return String.join("\n", lines);
    }
}
