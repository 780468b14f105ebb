package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.countenance.record.Id;
import org.countenance.registry.LogStore;
import org.countenance.store.SqliteLogStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second voice on records: endorsing and approving, as it is typed. */
class EndorsingTest {

    private static final String GRANT = "grant --key lin --licensee @studio --production x-house:SD-2026-0417"
            + " --character any --role depicted --modality face,body --technique face-generation --context none"
            + " --medium micro-drama-app --territory CN --language zh --made 2026-11-01/2027-03-01"
            + " --shown 2026-12-01/2029-12-01 --notice P30D --cause P7D --released continue --duty approval"
            + " --ratifies --intended-use Mei --yes --quiet";

    private static final String ASSET = "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7";

    @TempDir
    private Path directory;

    private Terminal terminal;

    private String grant = "";

    @BeforeEach
    void grantsWithApproval() throws Exception {
        terminal = Terminal.registered(directory);
        grant = "id:" + terminal.ok(GRANT).strip();
    }

    @Test
    void saysAWordOfARecord() {
        assertThat(terminal.ok("endorse " + grant + " --says paid --key lin --yes"))
                .matches("says `paid` of the grant (\\w{4}-){3}\\w{4}: (\\w{4}-){3}\\w{4}, entry 4\n");
        assertThat(terminal.ok("endorse " + grant + " --says accepts --key studio --yes --format json"))
                .contains("\"index\":5,\"kind\":\"endorsement\"");
        terminal.ok("endorse " + grant + " --says disputes --key studio --yes");
        terminal.ok("endorse " + grant + " --says represents --as union --key studio --yes");
        terminal.ok("endorse " + revoked() + " --says confirms --key lin --yes");
        assertThat(terminal.ok("show " + grant)).contains(": represents (", ": disputes (");
    }

    @Test
    void accreditsAndIdentifiesAParty() throws Exception {
        String studio = "id:" + terminal.party("studio");
        terminal.ok(
                "endorse " + studio + " --says accredited --may identify,rule --keys registry/keys --key own --yes");
        String identified = terminal.ok("endorse @lin --says identified --level in-person --key studio --yes --quiet");
        assertThat(identified).matches("[A-Za-z0-9_-]{43}\n");
        terminal.ok("party register --key mei --kind person --adult --name Mei --alias mei --yes");
        terminal.ok("endorse @lin --says same-person --other @mei --key studio --yes");
        terminal.ok("endorse " + revoked() + " --says ruled --for person --key studio --yes");
    }

    @Test
    void letsAPersonSayWithBothManageKeysThatSheIsRegisteredTwice() {
        terminal.ok("party register --key mei --kind person --adult --name Mei --alias mei --yes");
        assertThat(terminal.type("endorse @lin --says same-person --other @mei --key lin --yes")
                        .err())
                .contains("in force with the power `manage`");
        terminal.ok("endorse @lin --says same-person --other @mei --key lin.manage --yes");
        terminal.ok("endorse @mei --says same-person --other @lin --key mei.manage --yes");
        assertThat(terminal.ok("show @mei"))
                .containsPattern("same {4}person as Lin Yue \\(.*\\), says Mei \\(")
                .containsPattern("same {4}person as Lin Yue \\(.*\\), says Lin Yue \\(");
    }

    @Test
    void keepsWhatWasIdentifiedWhenKeysAreReplaced() throws Exception {
        terminal.ok("party update --key lin --new-key lin2 --yes");
        try (LogStore log = SqliteLogStore.open(directory.resolve("registry/registry.db"))) {
            LogView view = LogView.of(log);
            Id lin = Id.parse(terminal.party("lin"));
            assertThat(view.partyInForce(lin).orElseThrow().record().claims().annex())
                    .isPresent()
                    .isEqualTo(view.find(lin).orElseThrow().record().claims().annex());
        }
    }

    private String revoked() {
        return "id:"
                + terminal.ok("revoke " + grant + " --key lin --yes --quiet").strip();
    }

    @Test
    void approvesOneFileByItsHash() throws Exception {
        terminal.write("ep01.mp4", "a shot");
        String hash = terminal.ok("manifest hash ep01.mp4").substring(0, 64);
        assertThat(terminal.ok("approve " + grant + " --file ep01.mp4 --key lin --yes"))
                .startsWith("approves file " + hash + " under the grant ");
        assertThat(terminal.ok("approve " + grant + " --asset " + hash + " --reject --key lin --yes"))
                .startsWith("rejects file " + hash + " under the grant ");
    }

    @Test
    void approvesManyFilesByAListThatTheRegistryKeeps() throws Exception {
        terminal.write("a.mp4", "a");
        terminal.write("b.mp4", "b");
        assertThat(terminal.ok("approve " + grant + " --file a.mp4 b.mp4 --key lin --yes"))
                .startsWith("approves 2 files under the grant ");
        String list = terminal.ok("manifest hash a.mp4 b.mp4")
                .lines()
                .map(line -> line.substring(0, 64))
                .sorted()
                .reduce("", (text, line) -> text + line + "\n");
        terminal.write("list.txt", list);
        String name = terminal.ok("manifest hash list.txt").substring(0, 64);
        try (LogStore log = SqliteLogStore.open(directory.resolve("registry/registry.db"))) {
            assertThat(log.annex(name).orElseThrow().text()).isEqualTo(list);
        }
    }

    @Test
    void approvesTheAssetsOfAManifestThatShowThePerson() {
        assertThat(terminal.ok("approve " + grant + " --manifest manifest.json --key lin --yes"))
                .startsWith("approves file " + ASSET);
        assertThat(terminal.ok("approve " + grant
                        + " --manifest manifest.json --asset-id ep01-sh010 --reject --key lin --yes"))
                .startsWith("rejects file " + ASSET);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "endorse GRANT --says acepts | 2 | wanted what an endorsement says | did you mean `accepts`?",
                "endorse GRANT --says approves | 2 | wanted a word without files | consent approve GRANT",
                "endorse GRANT --says ruled | 2 | wanted --for with `ruled`, found none |",
                "endorse GRANT --says paid --level documented | 2 | wanted no --level with `paid`, found `documented` |",
                "endorse GRANT --says represents --as uncle | 2 | wanted `counsel` or `union`, found `uncle` |",
                "endorse GRANT --says identified --level documented | 1 | wanted a party, found the grant |",
                "endorse @nobody --says paid | 1 | wanted an alias |",
                "endorse id:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA --says paid | 1 | nowhere in it | consent list",
                "endorse GRANT --says paid --capacity agent | 2 | wanted no --capacity and no --delegation | --key names",
                "endorse @lin --says accredited --may identify | 1 | the registry refused |",
                "approve GRANT | 2 | wanted one of --asset, --file and --manifest, found none |",
                "approve GRANT --asset 12 | 2 | wanted 64 lower-case hexadecimal digits, found `12` |",
                "approve GRANT --asset 12 --manifest manifest.json | 2 | found 2 |",
                "approve GRANT --file a --asset-id b | 2 | wanted --manifest beside --asset-id |",
                "approve GRANT --file missing.mp4 | 1 | wanted a file |",
                "approve GRANT --manifest manifest.json --asset-id ep01-sh011 | 1 | wanted an asset | `ep01-sh010`?",
                "approve @lin --manifest manifest.json | 1 | wanted a grant, found the party |",
            })
    void saysWhatIsWrong(String line, int code, String message, String hint) {
        Terminal.Answer answer = terminal.type(line.replace("GRANT", grant) + " --key lin --yes");
        assertThat(answer.code()).as(answer.err()).isEqualTo(code);
        assertThat(answer.err()).startsWith("consent: error: ").contains(message);
        if (hint != null) {
            assertThat(answer.err()).contains("consent: hint: ").contains(hint);
        }
        assertThat(answer.out()).isEmpty();
    }
}
