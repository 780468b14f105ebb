package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A performer with keys of any algorithm gives consent and takes it back. */
class EveryAlgorithmTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"Ed25519", "ES256", "ML-DSA-65"})
    void givesConsentAndTakesItBack(String algorithm) throws IOException {
        Terminal terminal = Terminal.registered(directory);
        terminal.ok("party register --key mei --kind person --adult --name \"Mei Lin\" --alias mei --algorithm "
                + algorithm);
        String grant = terminal.ok("grant --key mei --licensee @studio --production x-house:SD-2026-0417"
                        + " --character any --role depicted --modality face,body --technique face-generation --context none"
                        + " --medium micro-drama-app --territory CN --language zh --made 2026-11-01/2027-03-01"
                        + " --shown 2026-12-01/2029-12-01 --notice P30D --cause P7D --released wind-down:P30D"
                        + " --intended-use Mei --ratifies --yes --quiet")
                .strip();
        terminal.writeManifest();
        Path manifest = directory.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace(terminal.party("lin"), terminal.party("mei")));
        terminal.ok("manifest sign manifest.json --key studio");
        assertThat(terminal.ok("verify manifest.json")).contains("cleared");
        terminal.ok("revoke id:" + grant + " --key mei --cause unpaid --yes");
        terminal.wait(Duration.ofDays(8));
        assertThat(terminal.type("verify manifest.json").code()).isEqualTo(3);
    }
}
