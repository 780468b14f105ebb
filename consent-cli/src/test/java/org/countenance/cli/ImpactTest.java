package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a key, a party or a grant touches, as it is typed. */
class ImpactTest {

    private static final String GRANT = "grant --key lin --licensee @studio --production x-house:SD-2026-0417"
            + " --character any --role depicted --modality face,body --technique face-generation,de-age --context none"
            + " --medium micro-drama-app,social-video --territory CN,SG --language zh --made 2026-11-01/2027-03-01"
            + " --shown 2026-12-01/2029-12-01 --notice P30D --cause P7D --released wind-down:P30D --duty label"
            + " --ratifies --intended-use \"Mei, episodes 1-40\" --yes --quiet";

    @TempDir
    private Path directory;

    private Terminal terminal;

    private String grant = "";

    @BeforeEach
    void clearsAProduction() throws Exception {
        terminal = Terminal.registered(directory);
        grant = "id:" + terminal.ok(GRANT).strip();
        terminal.writeManifest();
        terminal.ok("manifest sign manifest.json --key studio");
        terminal.type("verify manifest.json --clearance --key studio");
    }

    @Test
    void tellsWhichClearancesRelyOnAGrant() {
        assertThat(terminal.ok("impact " + grant))
                .contains("1 record: 1 stands\n", "      for x-house:SD-2026-0417\n")
                .containsPattern(" {6}cleared for x-house:SD-2026-0417 in (\\w{4}-){3}\\w{4}\n")
                .contains("productions touched: x-house:SD-2026-0417\n");
    }

    @Test
    void tellsWhatAKeyAndAPartySigned() {
        assertThat(terminal.ok("impact lin")).contains(": 2 records: 2 stand\n");
        assertThat(terminal.ok("impact @lin")).startsWith("Lin Yue (").contains("2 records: 2 stand\n");
        String kid = terminal.ok("impact lin").substring("key ".length(), "key ".length() + 43);
        assertThat(terminal.ok("impact id:" + kid)).isEqualTo(terminal.ok("impact lin"));
        assertThat(terminal.ok("impact lin.manage")).contains("0 records\nno production is touched\n");
        assertThat(terminal.ok("impact lin --if-compromised 2026-11-24T10:01:00Z --format json"))
                .contains("\"stands\": \"contested\"", "\"in-doubt\": 0", "\"clearances\": [\"cleared for ");
    }

    @Test
    void leavesAWithdrawalByAStolenKeyInDoubt() {
        terminal.ok("revoke " + grant + " --key lin --yes");
        assertThat(terminal.ok("impact lin --if-compromised 2026-11-24T10:01:00Z"))
                .contains("1 stands; 1 contested; 1 closing, in doubt\n");
    }

    @Test
    void tellsWhatOfManifestsReliesOnIt() {
        assertThat(terminal.ok("impact " + grant + " manifest.json"))
                .contains("clearance ", ": cleared for x-house:SD-2026-0417, as of 2026-11-24\n")
                .contains("\n  1 file relies on it\n")
                .contains(
                        "\nmanifest.json: The Jade Hairpin (x-house:SD-2026-0417), cleared\n",
                        "\n  1 of 1 use relies on it: u1\n",
                        "\n  releases ")
                .doesNotContain("supposed", "taken back");
        assertThat(terminal.ok("impact @lin .")).contains("\n  1 of 1 use relies on it: u1\n");
        assertThat(terminal.ok("impact @studio manifest.json")).contains("\n  0 of 1 use relies on it\n");
    }

    @Test
    void judgesManifestsByTheTrustPolicyThatIsNamed() throws Exception {
        Path configured = directory.resolve("consent/trust/registry.example/likeness.json");
        terminal.write("strict.json", Files.readString(configured).replace("\"self\"", "\"documented\""));
        assertThat(terminal.ok("impact " + grant + " manifest.json"))
                .contains("\nmanifest.json: The Jade Hairpin (x-house:SD-2026-0417), cleared\n");
        assertThat(terminal.ok("impact " + grant + " manifest.json --trust strict.json"))
                .contains("\nmanifest.json: The Jade Hairpin (x-house:SD-2026-0417), undetermined\n");
    }

    @Test
    void tellsWhatWouldChangeIfAGrantWereTakenBack() throws Exception {
        String before = terminal.ok("log checkpoint");
        String told = terminal.ok("impact " + grant + " manifest.json --if-revoked");
        assertThat(told)
                .contains("\nsupposed: that it is taken back now; nobody has signed that\n")
                .containsPattern(
                        "\ngrant .*: withdrawn on 2026-11-24T.*; stops: new material and first showings from 2026-12-24T.*; what is out from 2027-01-23T.*\n")
                .contains("\n  if it were taken back now, 1 use would be further from cleared: u1\n    LC105  ");
        assertThat(terminal.ok("impact @lin manifest.json --if-revoked --format json"))
                .contains("\"mode\": \"supposed\"", "\"outcome\": \"cleared\"", "\"supposed\": \"blocked\"");
        assertThat(terminal.ok("log checkpoint")).isEqualTo(before);
        assertThat(terminal.ok("impact " + grant))
                .contains("1 record: 1 stands\n")
                .doesNotContain("withdrawn");
    }

    @Test
    void foretellsWhatAWithdrawalDoes() {
        String foretold = terminal.ok("impact " + grant + " manifest.json --if-revoked");
        String id = terminal.ok("revoke " + grant + " --key lin --yes --quiet").strip();
        String revocation = terminal.ok("list --kind revocation --quiet").strip();
        String after = terminal.ok("impact " + revocation);
        assertThat(after)
                .contains("2 records: 2 stand\n", "productions touched: x-house:SD-2026-0417\n")
                .containsPattern(
                        "\ngrant .*: withdrawn on .*; stops: new material and first showings from 2026-12-24T");
        assertThat(terminal.type("verify manifest.json").out()).contains("LC105");
        assertThat(foretold).contains("LC105");
        assertThat(id).isNotBlank();
        assertThat(terminal.ok("impact " + grant + " manifest.json --if-revoked"))
                .contains("if it were taken back now, no use would be further from cleared");
    }

    @Test
    void namesAManifestThatDoesNotRead() throws Exception {
        terminal.write("broken.json", "{");
        Terminal.Answer answer = terminal.type("impact " + grant + " manifest.json broken.json");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("broken.json: not judged: ", "1 of 1 use relies on it: u1");
        assertThat(terminal.type("impact @lin nowhere.json").code()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "impact @lin --if-compromised 2026-11-24 | 2 | wanted a key with --if-compromised | consent key list",
                "impact lin --if-revoked | 2 | wanted a grant, a link or a person with --if-revoked, found the key |",
                "impact @studio --if-revoked | 1 | wanted grants of the party to take back, found none |",
                "impact @lin --if-revoked --if-compromised 2026-11-24 | 2 | found both |",
                "impact lin --format xml | 2 | wanted --format text or json |",
                "impact zzzzzzzzzzzz | 1 | wanted one record whose id begins with | consent list",
            })
    void saysWhatIsWrong(String line, int code, String message, String hint) {
        Terminal.Answer answer = terminal.type(line);
        assertThat(answer.code()).as(answer.err()).isEqualTo(code);
        assertThat(answer.err()).contains("consent: error: ").contains(message);
        if (hint != null) {
            assertThat(answer.err()).contains(hint);
        }
    }
}
