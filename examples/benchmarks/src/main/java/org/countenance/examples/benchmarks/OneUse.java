package org.countenance.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.countenance.base.MalformedException;
import org.countenance.manifest.Manifest;
import org.countenance.record.Submission;
import org.countenance.registry.LogStores;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Slice;
import org.countenance.registry.SubjectKeys;
import org.countenance.store.SqliteLogStore;
import org.countenance.verify.TrustPolicy;

/**
 * One use of somebody who gave five grants, one of which covers it.
 *
 * @param manifest the use
 * @param state what the log says of her
 * @param policy who is trusted
 */
public record OneUse(Manifest manifest, RegistryState state, TrustPolicy policy) {

    /** The territories of the grants; the use is shown in the last. */
    static final List<String> TERRITORIES = List.of("JP", "KR", "US", "FR", "CN");

    /** Makes the log and reads it. */
    public static OneUse read() throws MalformedException, IOException {
        Cast cast = new Cast();
        List<Submission> submissions = new ArrayList<>(cast.hosts());
        submissions.addAll(cast.people(0, 1));
        for (String territory : TERRITORIES) {
            submissions.add(cast.grant(0, Texts.GRANT.replace("'CN'", "'" + territory + "'")));
        }
        Path directory = Files.createTempDirectory("benchmark");
        try (SqliteLogStore log = cast.create(directory.resolve("registry.db"))) {
            cast.writer(log, false).append(submissions, Cast.LOGGED);
            List<String> keys = List.of(
                    SubjectKeys.keysOf(cast.id(Cast.person(0))),
                    SubjectKeys.openingOf(cast.id(Cast.person(0))),
                    SubjectKeys.keysOf(cast.id("studio")));
            Slice slice = Slice.read(Cast.NAME, LogStores.source(log), keys);
            return new OneUse(Cast.manifest(cast.manifestText(1, 1)), slice.state(), cast.policy());
        }
    }

    /** When it is judged. */
    public Instant now() {
        return Cast.NOW;
    }
}
