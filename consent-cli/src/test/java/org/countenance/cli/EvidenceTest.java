package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer in a file, given again where there is no registry, years later (log.md, Offline evidence). */
class EvidenceTest {

    private static final String GRANT = "grant --key lin --licensee @studio --production x-house:SD-2026-0417"
            + " --character any --role depicted --modality face,body --technique face-generation --context none"
            + " --medium micro-drama-app --territory CN --language zh --made 2026-11-01/2027-03-01"
            + " --shown 2026-12-01/2029-12-01 --notice P30D --cause P7D --released wind-down:P30D"
            + " --intended-use Mei --ratifies --yes";

    @TempDir
    private Path directory;

    private Terminal terminal;
    private String answer;

    @BeforeEach
    void keepsAnAnswer() throws Exception {
        terminal = Terminal.registered(directory);
        terminal.ok(GRANT);
        terminal.writeManifest();
        answer = terminal.ok("verify manifest.json --format json --save-evidence mei.consent-evidence");
        assertThat(answer).contains("\"outcome\": \"cleared\"");
        Files.move(directory.resolve("registry"), directory.resolve("moved"));
    }

    @Test
    void isGivenAgainByteForByteWithNothingButATrustPolicy() {
        terminal.wait(Duration.ofDays(3_650));
        Terminal.Answer again = terminal.type("evidence verify mei.consent-evidence --format json");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).isEqualTo(answer);
        assertThat(again.err()).isEqualTo("consent: hint: this is the answer in the file, byte for byte\n");
    }

    @Test
    void isGivenAgainForTheManifestWhileItIsFreshAndNoLonger() throws IOException {
        String evaluated = answer.replaceAll("(?s).*\"evaluated\": \"([^\"]+)\".*", "$1");
        assertThat(terminal.ok("verify manifest.json --evidence mei.consent-evidence --format json --at " + evaluated))
                .isEqualTo(answer);
        assertThat(terminal.ok("verify manifest.json --evidence mei.consent-evidence"))
                .startsWith("CLEARED: ");
        terminal.wait(Duration.ofDays(2));
        Terminal.Answer old = terminal.type("verify manifest.json --evidence mei.consent-evidence");
        assertThat(old.code()).isEqualTo(5);
        assertThat(old.out()).contains("LC302");
        assertThat(old.err()).contains("`consent evidence verify mei.consent-evidence` gives its answer");
        Terminal.Answer then =
                terminal.type("verify manifest.json --evidence mei.consent-evidence --format json --at " + evaluated);
        assertThat(then.out()).isEqualTo(answer);
        assertThat(then.code()).isEqualTo(5);
    }

    @Test
    void showsPeopleByTheirNames() {
        assertThat(terminal.ok("evidence verify mei.consent-evidence")).contains("Lin Yue");
    }

    @Test
    void leavesOpenWhatItDoesNotHold() throws IOException {
        String other = Files.readString(directory.resolve("manifest.json"));
        String stranger = "B".repeat(42) + "A";
        String lin;
        try {
            lin = terminal.party("lin");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        terminal.write("other.json", other.replace(lin, stranger));
        Terminal.Answer open = terminal.type("verify other.json --evidence mei.consent-evidence");
        assertThat(open.code()).as(open.screen()).isEqualTo(5);
        assertThat(open.out()).contains("LC306").contains("is not proved");
    }

    /** Whoever takes a line out and makes the first line fit gets no answer, or another that says so. */
    @Test
    void isWorthNothingWithoutAnyOfItsLines() throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve("mei.consent-evidence"));
        assertThat(lines).hasSizeGreaterThan(15);
        for (int left = 1; left < lines.size(); left++) {
            List<String> rest = new ArrayList<>(lines.subList(1, lines.size()));
            String gone = rest.remove(left - 1);
            terminal.write("rest.consent-evidence", lines.get(0) + "\n" + String.join("\n", rest) + "\n");
            Terminal.Answer torn = terminal.type("evidence verify rest.consent-evidence --format json");
            assertThat(torn.code()).as(gone).isEqualTo(4);
            assertThat(torn.err()).contains("lines with the hash");
            String body = String.join("\n", rest) + "\n";
            terminal.write(
                    "rest.consent-evidence",
                    lines.get(0)
                                    .replaceAll("\"lines\":\\d+", "\"lines\":" + rest.size())
                                    .replaceAll(
                                            "\"sha256\":\"\\w+\"",
                                            "\"sha256\":\""
                                                    + Sha256.hash(Bytes.utf8(body))
                                                            .hex() + "\"")
                            + "\n" + body);
            Terminal.Answer forged = terminal.type("evidence verify rest.consent-evidence --format json");
            boolean words = gone.startsWith("{\"annex\"") || gone.startsWith("{\"policy\"");
            if (!words) {
                assertThat(forged.code()).as(gone + forged.screen()).isIn(2, 4);
            }
        }
    }

    @Test
    void tellsThatItWasGivenByAnotherPolicy() throws IOException {
        Path trust = directory.resolve("consent/trust/registry.example/likeness.json");
        String policy = Files.readString(trust);
        Files.writeString(trust, policy.replace("\"identity\": \"self\"", "\"identity\": \"documented\""));
        Terminal.Answer other = terminal.type("evidence verify mei.consent-evidence");
        assertThat(other.code()).as(other.screen()).isEqualTo(4);
        assertThat(other.err()).contains("it was given by another trust policy than yours");
        Files.writeString(trust, policy.replaceAll("\\+[0-9a-f]{8}\\+A", "+00000000+A"));
        assertThat(terminal.type("evidence verify mei.consent-evidence").code()).isIn(2, 4);
    }

    @Test
    void refusesWhatDoesNotGoTogether() {
        for (String[] line : new String[][] {
            {"verify manifest.json --evidence mei.consent-evidence --save-evidence b", "--save-evidence"},
            {"verify manifest.json --evidence mei.consent-evidence --clearance --key studio", "--clearance"},
            {"evidence verify manifest.json", "a file of evidence or a .tlog-proof"},
            {"evidence verify mei.consent-evidence --record x", "--record"},
            {"verify manifest.json --evidence manifest.json", "evidence"},
        }) {
            Terminal.Answer refused = terminal.type(line[0]);
            assertThat(refused.code()).as(refused.screen()).isEqualTo(2);
            assertThat(refused.err()).contains(line[1]);
        }
    }
}
