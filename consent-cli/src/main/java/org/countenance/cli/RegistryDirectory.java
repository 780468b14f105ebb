package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.countenance.base.MalformedException;
import org.countenance.jws.Algorithm;
import org.countenance.jws.Signer;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogWriter;
import org.countenance.registry.StoreException;
import org.countenance.store.SqliteLogStore;
import org.countenance.tlog.CheckpointSigner;

/** An embedded registry on disk: the database and, beside it, the keys of its log and of its own party. */
final class RegistryDirectory {

    private static final String LOG_KEY = "log";
    private static final String COSIGNATURE_KEY = "cosignature";
    static final String OWN_KEY = "own";

    private final Surroundings surroundings;
    private final Path directory;
    private final KeyRing keys;

    RegistryDirectory(Surroundings surroundings, CommonOptions options) {
        this.surroundings = surroundings;
        this.directory = options.registry();
        this.keys = new KeyRing(surroundings, directory.resolve("keys"), options.passphrase());
    }

    Path database() {
        return directory.resolve("registry.db");
    }

    Path directory() {
        return directory;
    }

    KeyRing keys() {
        return keys;
    }

    /** Makes the database and the log's keys. */
    LogStore create(String name) throws CommandException, IOException, MalformedException {
        if (Files.exists(database())) {
            throw CommandException.failed("wanted no registry in `" + directory + "`, found one", "");
        }
        Files.createDirectories(directory);
        keys.create(LOG_KEY, Algorithm.ED25519);
        keys.create(COSIGNATURE_KEY, Algorithm.ML_DSA_44);
        return SqliteLogStore.create(
                database(), name, signer(name).signEmpty(surroundings.clock().instant()));
    }

    /** Opens what is there; never makes anything. */
    LogStore open() throws CommandException {
        return SqliteLogStore.open(present());
    }

    /** The database, which must be there. */
    Path present() throws CommandException {
        if (!Files.exists(database())) {
            throw CommandException.failed(
                    "wanted a registry in `" + directory + "`, found none",
                    "`consent init --name NAME` makes one; --registry or $CONSENT_REGISTRY names another place");
        }
        if (Files.exists(directory.resolve("trust.json"))) {
            surroundings
                    .err()
                    .println(
                            "consent: hint: `trust.json` inside a registry is ignored: trust never comes from what is judged");
        }
        return database();
    }

    /** Opens the log's keys. */
    CheckpointSigner signer(String name) throws CommandException, IOException, MalformedException {
        Signer log = keys.open(LOG_KEY);
        Signer cosignature = keys.open(COSIGNATURE_KEY);
        return new CheckpointSigner(name + "/0", log, cosignature);
    }

    /** What appends to the log, with index records signed by the registry's own key where it is here. */
    LogWriter writer(LogStore log) throws CommandException, IOException, MalformedException {
        return new LogWriter(log, signer(log.name()), this::ownKey).on(ForkJoinPool.commonPool());
    }

    private Optional<Signer> ownKey() {
        try {
            return keys.has(OWN_KEY) ? Optional.of(keys.open(OWN_KEY)) : Optional.empty();
        } catch (CommandException | IOException | MalformedException e) {
            throw StoreException.unusable(
                    "wanted the registry's own key `" + OWN_KEY + "` for an index record, found that it does not open: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Whether the log's keys can be opened without asking anybody. */
    boolean hasLogKeys() {
        return keys.has(LOG_KEY) && keys.has(COSIGNATURE_KEY);
    }
}
