package org.countenance.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.record.Id;
import org.countenance.record.Submission;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** People and organisations: registered, replaced, shown, called something. */
@Command(
        name = "party",
        description = "people and organisations",
        mixinStandardHelpOptions = true,
        subcommands = {
            PartyCommand.Register.class,
            PartyRepresentCommand.class,
            PartyUpdateCommand.class,
            PartyRecoverCommand.class,
            PartyVetoCommand.class,
            ShowCommand.class,
            PartyCommand.Alias.class
        })
final class PartyCommand implements Callable<Integer> {

    @Override
    public Integer call() throws CommandException {
        throw CommandException.usage(
                "wanted `consent party register`, `represent`, `update`, `recover`, `veto`, `show` or `alias`, found none of"
                        + " them",
                "`consent party --help` explains them");
    }

    /** Registers a person or an organisation with two keys. */
    @Command(
            name = "register",
            description = "register a person or an organisation",
            footer = {
                "",
                "Example:",
                "  consent party register --key lin --kind person --adult --name \"Lin Yue\" --alias lin"
            },
            mixinStandardHelpOptions = true)
    static final class Register implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private SigningOptions options;

        @Option(names = "--kind", required = true, paramLabel = "KIND", description = "person or organisation")
        private String kind = "";

        @Option(names = "--adult", description = "a person who is of age")
        private boolean adult;

        @Option(
                names = "--adult-from",
                paramLabel = "MONTH",
                description = "the month of a minor's 18th birthday, e.g. 2030-05")
        private Optional<String> adultFrom = Optional.empty();

        @Option(
                names = "--name",
                required = true,
                paramLabel = "NAME[@LANG]",
                description = "a name, perhaps with its language")
        private List<String> names = new ArrayList<>();

        @Option(
                names = "--identifier",
                paramLabel = "SCHEME:VALUE",
                description = "what others call the party, e.g. isni:...")
        private List<String> identifiers = new ArrayList<>();

        @Option(names = "--alias", paramLabel = "ALIAS", description = "what you call the party: @ALIAS")
        private Optional<String> alias = Optional.empty();

        @Option(names = "--algorithm", paramLabel = "ALG", description = "Ed25519 (default), ES256 or ML-DSA-65")
        private String algorithm = "Ed25519";

        Register(Surroundings surroundings) {
            this.surroundings = surroundings;
            this.options = new SigningOptions(surroundings);
        }

        @Override
        public Integer call() throws CommandException, IOException, MalformedException {
            String name = options.named()
                    .orElseThrow(() -> CommandException.usage(
                            "wanted --key NAME, found none", "the key is made if there is none of that name"));
            checkAge();
            Submitting.Format format = options.format();
            RegistryDirectory registry = new RegistryDirectory(surroundings, options.common());
            KeyRing ring = new KeyRing(
                    surroundings, options.common().keys(), options.common().passphrase());
            refuseTaken(ring, name);
            try (LogStore log = registry.open()) {
                boolean made = !ring.has(name);
                List<PartyDraft.Enrolled> keys = NewKeys.openOrMake(ring, name, KeyCommand.New.algorithm(algorithm));
                LogWriter.Receipt receipt = new Submitting(surroundings, registry).submit(log, draft(log.name(), keys));
                Id party = receipt.record().id();
                ring.assign(name, party);
                ring.assign(NewKeys.manage(name), party);
                if (alias.isPresent()) {
                    options.common().book().put(alias.get(), party);
                }
                new Submitting(surroundings, registry).tell(receipt, format, told(party, name, ring, made));
            }
            return ExitCode.DONE.number();
        }

        private String told(Id party, String name, KeyRing ring, boolean made) {
            String known =
                    alias.map(each -> ", in your address book as @" + each).orElse("");
            String recovery = made
                    ? "\nrecovery sheet: keep `" + ring.directory().resolve(NewKeys.manage(name) + ".pem")
                            + "` and its passphrase apart from this machine;"
                            + "\n  with it alone you can replace your keys when they are lost"
                    : "";
            return "registered " + PartyNames.split(names.get(0)).text() + " as " + party.shown() + known + recovery;
        }

        private void checkAge() throws CommandException {
            boolean person = kind.equals("person");
            if (!person && !kind.equals("organisation")) {
                throw CommandException.usage("wanted --kind person or organisation, found `" + kind + "`", "");
            }
            if (person == (!adult && adultFrom.isEmpty()) || (adult && adultFrom.isPresent())) {
                throw CommandException.usage(
                        person
                                ? "wanted --adult or --adult-from MONTH, found " + (adult ? "both" : "neither")
                                : "wanted no age of an organisation, found one",
                        "a minor's grants count only together with a guardian's");
            }
        }

        private static void refuseTaken(KeyRing ring, String name)
                throws CommandException, IOException, MalformedException {
            if (ring.has(name) && ring.card(name).party().isPresent()) {
                throw CommandException.failed(
                        "wanted a key of nobody, found `" + name + "`, which belongs to "
                                + ring.card(name).party().get().shown(),
                        "choose another name");
            }
        }

        private Submission draft(String registry, List<PartyDraft.Enrolled> keys) throws MalformedException {
            PartyDraft draft = new PartyDraft(surroundings, registry);
            JsonArray called = PartyNames.annex(names);
            JsonArray known = PartyNames.identifiers(identifiers);
            return kind.equals("person")
                    ? draft.person(keys, called, known, adult ? "adult" : adultFrom.orElseThrow())
                    : draft.organisation(keys, called);
        }
    }

    /** Puts a party into the address book. */
    @Command(name = "alias", description = "call a party something: @ALIAS", mixinStandardHelpOptions = true)
    static final class Alias implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private CommonOptions options;

        @Parameters(index = "0", paramLabel = "ALIAS", description = "what you call the party")
        private String alias = "";

        @Parameters(index = "1", paramLabel = "ID", description = "the party's id, in full")
        private String id = "";

        Alias(Surroundings surroundings) {
            this.surroundings = surroundings;
            this.options = new CommonOptions(surroundings);
        }

        @Override
        public Integer call() throws CommandException, IOException, MalformedException {
            AddressBook book = options.book();
            Id party = book.resolve(id);
            book.put(alias, party);
            surroundings.out().println("@" + alias + " is " + party.shown());
            return ExitCode.DONE.number();
        }
    }
}
