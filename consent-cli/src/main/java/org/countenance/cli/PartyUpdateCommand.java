package org.countenance.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Id;
import org.countenance.record.Majority;
import org.countenance.record.Party;
import org.countenance.record.Power;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replaces a party's record: its own, or that of somebody whom the signer represents or tells the death of. */
@Command(
        name = "update",
        description = "replace your keys, names, friends for recovery, with your manage key",
        footer = {
            "",
            "Example:",
            "  consent party update --key lin --new-key lin2",
            "  consent party update --key lin --recovery @ann,@bo,@cai --threshold 2",
            "  a guardian gives a child the keys that it made:",
            "  consent party update @child --key mother --new-keys child.keys.json",
            "  a registrar tells of a death:",
            "  consent party update @lin --key registrar --deceased 2031-03-04"
        },
        mixinStandardHelpOptions = true)
final class PartyUpdateCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Parameters(arity = "0..1", paramLabel = "PARTY", description = "whose record, when it is not yours")
    private Optional<String> whose = Optional.empty();

    @Mixin
    private NewKeyOptions keys = new NewKeyOptions();

    @Option(
            names = "--name",
            paramLabel = "NAME[@LANG]",
            description = "a new name; the old ones stay when none is given")
    private List<String> names = new ArrayList<>();

    @Option(names = "--identifier", paramLabel = "SCHEME:VALUE", description = "what others call the party")
    private List<String> identifiers = new ArrayList<>();

    @Option(names = "--adult-from", paramLabel = "MONTH", description = "another month of majority, or `adult`")
    private Optional<String> adultFrom = Optional.empty();

    @Mixin
    private RecoveryOptions recovery = new RecoveryOptions();

    @Option(names = "--deceased", paramLabel = "DATE", description = "the day of death, by a registrar or an estate")
    private Optional<String> deceased = Optional.empty();

    @Option(names = "--domicile", paramLabel = "CC", description = "with --deceased: where the person lived, e.g. CN")
    private Optional<String> domicile = Optional.empty();

    @Mixin
    private ActingOptions acting = new ActingOptions();

    PartyUpdateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        boolean own = whose.isEmpty();
        checkSomething();
        try (Signing signing =
                own ? Signing.openManaging(surroundings, options) : Signing.open(surroundings, options)) {
            Id party = own ? signing.signer() : signing.book().resolve(whose.get());
            if (!own) {
                checkOthers();
            }
            PartyRevision revision = PartyRevision.of(signing, party);
            Optional<ActingFor> actingFor = own ? Optional.empty() : actingFor(signing, party);
            actingFor.ifPresent(each -> each.addTo(revision.draft()));
            change(revision, signing, party);
            Party after = (Party) Rehearsal.read(revision.draft(), surroundings).content();
            signing.confirm(words(revision.before(), after, party, actingFor, signing));
            signing.finish(revision.sign(signing.key()), told(party, signing));
            keys.assign(signing.ring(), party);
        }
        return ExitCode.DONE.number();
    }

    private void checkSomething() throws CommandException {
        boolean silent = keys.isSilent()
                && names.isEmpty()
                && identifiers.isEmpty()
                && adultFrom.isEmpty()
                && recovery.isSilent()
                && deceased.isEmpty();
        if (silent || (domicile.isPresent() && deceased.isEmpty())) {
            throw CommandException.usage(
                    silent
                            ? "wanted something to change, found nothing"
                            : "wanted --deceased with --domicile, found none",
                    silent ? "--new-key replaces your keys, --recovery names your friends" : "");
        }
    }

    /** Whoever is not the party changes keys of the represented, or tells of a death, and repeats everything else. */
    private void checkOthers() throws CommandException {
        if (!names.isEmpty() || !identifiers.isEmpty() || adultFrom.isPresent() || !recovery.isSilent()) {
            throw CommandException.usage(
                    "wanted names, identifiers, majority and recovery of the party itself, found another who signs",
                    "leave them out; a registrar that identifies an update of the party makes its majority count");
        }
    }

    private Optional<ActingFor> actingFor(Signing signing, Id party)
            throws CommandException, IOException, MalformedException {
        boolean registrar = deceased.isPresent()
                && !acting.isAsked()
                && signing.state().accredits(signing.signer(), Accreditation.ESTATE);
        return registrar ? Optional.empty() : acting.find(signing, party, Power.MANAGE);
    }

    private void change(PartyRevision revision, Signing signing, Id party)
            throws CommandException, IOException, MalformedException {
        if (!names.isEmpty() || !identifiers.isEmpty()) {
            revision.words(names, identifiers);
        } else {
            revision.checkWords();
        }
        adultFrom.ifPresent(revision::age);
        recovery.addTo(revision, signing.book());
        deceased.ifPresent(date -> revision.death(date, domicile));
        keys.addTo(revision, signing, surroundings, party);
    }

    private String words(Party before, Party after, Id party, Optional<ActingFor> actingFor, Signing signing) {
        List<String> lines = new ArrayList<>();
        String name = signing.view().shown(party);
        actingFor.ifPresent(each -> lines.add(each.words(signing.view(), signing.signer())));
        lines.add("this replaces the record of " + name);
        if (keys.isAsked()) {
            lines.add("from now on it signs with other keys; what the old ones signed before stands");
        }
        if (!after.age().equals(before.age())) {
            lines.add("of age from " + after.age().map(Majority::toString).orElse("")
                    + ": counts only when a registrar identifies the new record");
        }
        if (!names.isEmpty() || !identifiers.isEmpty()) {
            lines.add("names and identifiers change: who identified the old ones must look again");
        }
        if (!after.recovery().equals(before.recovery())) {
            lines.add(RecoveryOptions.words(after, signing.view()));
        }
        deceased.ifPresent(
                date -> lines.add(
                        "it tells that " + name + " died on " + date
                                + ": what her own keys or agents signed since then gives nothing, and it can be corrected, not removed"));
        return String.join("\n", lines) + NewKeyOptions.custodyWords(after, signing.view());
    }

    private String told(Id party, Signing signing) {
        String old = signing.keyName().endsWith(".manage")
                ? signing.keyName().substring(0, signing.keyName().length() - ".manage".length())
                : signing.keyName();
        return keys.newKey()
                .filter(name -> whose.isEmpty())
                .map(name -> party.shown() + " signs with key `" + name + "` from now on; what `" + old
                        + "` signed before stands")
                .orElse("replaced the record of " + signing.view().shown(party) + ": {id}, entry {entry}");
    }
}
