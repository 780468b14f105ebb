package org.countenance.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.jws.Signer;
import org.countenance.record.Annex;
import org.countenance.record.ExternalId;
import org.countenance.record.Id;
import org.countenance.record.Majority;
import org.countenance.record.Party;
import org.countenance.record.Submission;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replaces a party's keys, by the manage key of the record in force. */
@Command(
        name = "update",
        description = "replace your keys or names, with your manage key",
        footer = {"", "Example:", "  consent party update --key lin --new-key lin2"},
        mixinStandardHelpOptions = true)
final class PartyUpdateCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Option(
            names = "--new-key",
            required = true,
            paramLabel = "NAME",
            description = "the key that replaces yours; made if there is none")
    private String newKey = "";

    @Option(
            names = "--name",
            paramLabel = "NAME[@LANG]",
            description = "a new name; the old ones stay when none is given")
    private List<String> names = new ArrayList<>();

    PartyUpdateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        RegistryDirectory registry = new RegistryDirectory(surroundings, options.common());
        KeyRing ring = new KeyRing(
                surroundings, options.common().keys(), options.common().passphrase());
        String key = options.key(ring);
        Id party = ring.party(key);
        try (LogStore log = registry.open()) {
            LogView view = LogView.of(log);
            LogView.Found current = view.partyInForce(party)
                    .orElseThrow(() -> CommandException.failed(
                            "wanted a registered party, found " + party.shown() + ", which this registry does not know",
                            ""));
            Signer manage = ring.open(NewKeys.manage(key));
            List<PartyDraft.Enrolled> keys =
                    NewKeys.openOrMake(ring, newKey, manage.verificationKey().algorithm());
            LogWriter.Receipt receipt =
                    new Submitting(surroundings, registry).submit(log, update(log, view, current, keys, manage));
            ring.assign(newKey, party);
            ring.assign(NewKeys.manage(newKey), party);
            new Submitting(surroundings, registry)
                    .tell(
                            receipt,
                            options.format(),
                            party.shown() + " signs with key `" + newKey + "` from now on; what `" + key
                                    + "` signed before stands");
        }
        return ExitCode.DONE.number();
    }

    private Submission update(
            LogStore log, LogView view, LogView.Found current, List<PartyDraft.Enrolled> keys, Signer manage)
            throws CommandException, MalformedException {
        Party before = (Party) current.record().content();
        Optional<Annex> annex = view.annex(current.record());
        boolean kept = annex.isPresent() && annex.get() instanceof Annex.OfParty;
        if (!kept && names.isEmpty()) {
            throw CommandException.usage("wanted --name, since the old names were erased, found none", "");
        }
        return new PartyDraft(surroundings, log.name())
                .update(
                        current.record().subject(),
                        current.record().id(),
                        before.type().name().toLowerCase(java.util.Locale.ROOT),
                        before.age().map(Majority::toString),
                        keys,
                        names.isEmpty() ? earlierNames((Annex.OfParty) annex.orElseThrow()) : PartyNames.annex(names),
                        kept ? earlierIdentifiers((Annex.OfParty) annex.get()) : JsonArray.of(List.of()),
                        manage);
    }

    private static JsonArray earlierNames(Annex.OfParty words) {
        return JsonArray.of(words.names().stream()
                .map(name -> PartyDraft.name(name.text(), name.language()))
                .toList());
    }

    private static JsonArray earlierIdentifiers(Annex.OfParty words) {
        return JsonArray.of(words.identifiers().stream().map(ExternalId::toJson).toList());
    }
}
