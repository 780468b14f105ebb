package org.countenance.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Id;
import org.countenance.record.Party;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives a party new keys when it lost the old ones: by a registrar, or by a friend whom others confirm. */
@Command(
        name = "recover",
        description = "give somebody new keys who lost the old ones",
        footer = {
            "",
            "Example:",
            "  consent party recover @lin --key ann --new-keys lin2.keys.json",
            "  she made the file with `consent key request`",
            "  the keys sign seven days after enough friends agreed, or a registrar said so;",
            "  until then a manage key stops them: consent party veto id:<update>"
        },
        mixinStandardHelpOptions = true)
final class PartyRecoverCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Parameters(paramLabel = "PARTY", description = "who lost the keys")
    private String party = "";

    @Mixin
    private NewKeyOptions keys = new NewKeyOptions();

    PartyRecoverCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        if (!keys.isAsked()) {
            throw CommandException.usage(
                    "wanted --new-keys FILE or --new-key NAME, found neither",
                    "who lost the keys makes the file: `consent key request`");
        }
        try (Signing signing = Signing.open(surroundings, options)) {
            Id whose = signing.book().resolve(party);
            if (whose.equals(signing.signer())) {
                throw CommandException.failed(
                        "wanted somebody else to recover the keys, found the party itself",
                        "with your manage key: `consent party update --new-key NAME`");
            }
            PartyRevision revision = PartyRevision.of(signing, whose);
            revision.checkWords();
            boolean registrar = signing.state().accredits(signing.signer(), Accreditation.RECOVER);
            checkMay(revision.before(), registrar, whose, signing);
            keys.addTo(revision, signing, surroundings, whose);
            Party after = (Party) Rehearsal.read(revision.draft(), surroundings).content();
            RecoveryWords words = new RecoveryWords(signing.state(), signing.view(), signing.now());
            String said = words.beforeSigning(whose, signing.signer(), registrar, after);
            signing.confirm(said + NewKeyOptions.custodyWords(after, signing.view()));
            signing.finish(revision.sign(signing.key()), told(revision.before(), registrar, whose, signing));
            keys.assign(signing.ring(), whose);
            warn();
        }
        return ExitCode.DONE.number();
    }

    private static void checkMay(Party before, boolean registrar, Id whose, Signing signing) throws CommandException {
        boolean friend = before.recovery()
                .map(recovery -> recovery.parties().contains(signing.signer()))
                .orElse(false);
        if (!registrar && !friend) {
            throw CommandException.failed(
                    "wanted a registrar that may recover, or one of the friends whom "
                            + signing.view().shown(whose) + " named, found "
                            + signing.view().shown(signing.signer()),
                    "`consent show " + whose.shown() + "` tells who may help");
        }
    }

    private static String told(Party before, boolean registrar, Id whose, Signing signing) {
        String name = signing.view().shown(whose);
        boolean complete = registrar
                || before.recovery().map(recovery -> recovery.threshold() == 1).orElse(true);
        String then = complete
                ? "they sign from " + RecoveryWords.day(signing.now().plus(RecoveryWords.DELAY)) + " on"
                : "others must agree: `consent endorse id:{full} --says confirms`";
        return "new keys for " + name + ": {id}, entry {entry}; " + then
                + "; until then `consent party veto id:{full}` stops them";
    }

    /** Whoever makes somebody else's keys could keep them. */
    private void warn() {
        keys.newKey()
                .ifPresent(name -> surroundings
                        .err()
                        .println("consent: warning: `" + name
                                + "` was made on this machine: hand it over with its passphrase and keep no copy, or say"
                                + " --custody; `consent key request` makes keys on the person's own machine"));
    }
}
