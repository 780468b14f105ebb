package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letting somebody act, acting, passing on, and ending it, as it is typed. */
class DelegatingTest {

    private static final String SCOPE = " --role depicted --modality face --technique face-generation --context none"
            + " --medium micro-drama-app --territory CN --language zh --made 2026-11-01/2027-03-01"
            + " --shown 2026-12-01/2029-12-01";

    private static final String GRANT = "grant --licensee @studio --production x-house:SD-2026-0417 --character any"
            + SCOPE + " --notice P30D --cause P7D --released continue --intended-use \"Mei, episodes 1-40\"";

    private static final String LINK = "delegate --key lin --to @agent --capacity agent --within any"
            + " --until 2027-12-31 --yes --quiet --power ";

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void registersAnAgent() throws Exception {
        terminal = Terminal.registered(directory);
        terminal.ok("party register --key agent --kind organisation --name \"Long Talent\" --alias agent");
    }

    private String link(String powers) {
        return "id:" + terminal.ok(LINK + powers).strip();
    }

    @Test
    void saysWhatALinkLetsAndWhatNotBeforeItIsSigned() {
        Terminal.Answer answer = terminal.typing(
                "n\n",
                ("delegate --key lin --to @agent --capacity agent --power grant,withdraw" + SCOPE
                                + " --until 2027-12-31 --longest P3Y --notice P30D --no-exclusive --depth 1")
                        .split(" "));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err())
                .containsPattern(
                        "lets {4}Long Talent \\(.*\\), as agent of Lin Yue \\(.*\\): give consent, take consent back\n")
                .contains("not     say no, lift what delegates stopped, approve and reject files, let others act")
                .contains("for     face (depicted), by face-generation; on micro-drama-app; in CN; spoken zh;")
                .contains("at most 3 years of showing\nat most 30 days of notice\nnot     exclusive\n")
                .contains("depth   may be passed on once\n")
                .contains("it ends by itself on 2027-12-31; until then `consent revoke` ends it at once\n")
                .contains("you can always withdraw, say no and end this link yourself\nSign this? [y/N]");
    }

    @Test
    void findsTheOneLinkAndSaysWhichItUses() {
        link("approve");
        link("grant");
        Terminal.Answer asked = terminal.typing(
                "y\n", (GRANT.replace("\"", "").replace(", episodes 1-40", "") + " --key agent --for @lin").split(" "));
        assertThat(asked.err())
                .containsPattern(
                        "you sign for Lin Yue \\(.*\\), as agent, under link .*, the one link of yours that lets you\n")
                .contains(" could use Lin Yue's face,")
                .contains("Lin Yue can stop new uses 30 days after Lin Yue says so");
        assertThat(asked.out()).startsWith("granted as ");
        assertThat(terminal.ok("list --person @lin --kind grant")).contains(", signed by Long Talent (");
    }

    @Test
    void tellsBeforeAndAfterWhatIsBeyondTheLink() {
        terminal.ok("delegate --key lin --to @agent --capacity agent --power grant" + SCOPE
                + " --until 2027-12-31 --notice P10D --longest P1Y --no-exclusive --licensee @agent --yes");
        Terminal.Answer answer = terminal.type(
                GRANT.replace("--modality face", "--modality face,voice").replace("--territory CN", "--territory CN,SG")
                        + " --exclusive --sublicensing any --key agent --for @lin --yes --quiet");
        assertThat(answer.err())
                .contains("beyond your link, and will not count: a notice of 30 days: 10 days counts")
                .contains("beyond your link, and will not count: exclusive: it is not")
                .contains("beyond your link, and will not count: to Jade Lantern Pictures (")
                .contains("beyond your link, and will not count: passed on to anybody: to nobody")
                .contains("beyond your link, and will not count: use of voice")
                .contains("beyond your link, and will not count: in SG")
                .contains("longer than 1 year, after which it ends");
        assertThat(terminal.ok("show id:" + answer.out().strip()))
                .contains("beyond  its link, and does not count: use of voice\n");
    }

    @Test
    void actsUnderOneLinkInEveryCommand() throws Exception {
        String link = link("grant,withdraw,prohibit,lift,approve");
        String grant = "id:"
                + terminal.ok(GRANT + " --key agent --for @lin --yes --quiet").strip();
        terminal.write("ep01.mp4", "a shot");
        terminal.ok("approve " + grant + " --file ep01.mp4 --key agent --for @lin --yes");
        String no = "id:"
                + terminal.ok("prohibit --for @lin --scope any --reach new --key agent --yes --quiet")
                        .strip();
        terminal.ok("lift " + no + " --key agent --capacity agent --delegation " + link + " --yes");
        terminal.ok("revoke " + grant + " --key agent --for @lin --yes");
        assertThat(terminal.ok("show " + link)).contains("used    for 5 records: `consent impact ");
        assertThat(terminal.ok("impact " + link)).contains("6 records: 6 stand\n");
    }

    @Test
    void endsALinkAtOnceAndKeepsWhatWasSigned() {
        String link = link("grant");
        terminal.ok(GRANT + " --key agent --for @lin --yes");
        assertThat(terminal.ok("revoke " + link + " --key lin --yes"))
                .matches("ended: the link by which Long Talent \\(.*\\) acts for Lin Yue \\(.*\\): .*, entry 6\n");
        assertThat(terminal.ok("show @lin")).contains("  [ended]\n");
        Terminal.Answer refused = terminal.type(GRANT + " --key agent --for @lin --yes");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("found link ").contains(", ended\n");
    }

    @Test
    void passesALinkOnAndActsUnderTheWholeChain() {
        terminal.ok("party register --key sub --kind organisation --name \"Sub Agents\" --alias sub");
        link("grant,delegate --depth 1");
        terminal.ok("delegate --key agent --for @lin --to @sub --capacity agent --power grant --within any"
                + " --until 2027-06-30 --yes");
        String grant =
                terminal.ok(GRANT + " --key sub --for @lin --yes --quiet").strip();
        assertThat(terminal.ok("show id:" + grant))
                .containsPattern(
                        "for {5}Lin Yue \\(.*\\), by Sub Agents \\(.*\\) as agent \\(.*\\), under Long Talent \\(.*\\) as agent");
    }

    @Test
    void passesOnWhatAGrantLets() {
        terminal.ok("party register --key house --kind organisation --name \"Second House\" --alias house");
        String grant = "id:"
                + terminal.ok(GRANT + " --sublicensing any --key lin --yes --quiet")
                        .strip();
        Terminal.Answer passed =
                terminal.type(GRANT.replace("@studio", "@house").replace("--modality face", "--modality face,body")
                        + " --key studio --under " + grant + " --yes --quiet");
        assertThat(passed.code()).as(passed.err()).isZero();
        assertThat(passed.err()).contains("beyond your link, and will not count: use of body");
        assertThat(terminal.ok("show id:" + passed.out().strip())).contains(" as licensee (");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "grant GRANT --for @lin --key agent | 1 | wanted a link that stands and lets Long Talent | consent delegate",
                "grant GRANT --capacity agent --key lin | 2 | wanted no --capacity and no --delegation | --key names",
                "grant GRANT --for @lin --capacity agnt --key agent | 2 | found `agnt` | did you mean `agent`?",
                "grant GRANT --for @lin --under id:x --key agent | 2 | wanted --under or --for | a licensee",
                "delegate --to @agent --capacity agent --within any --until 2027-01-01 | 2 | wanted --power | silence",
                "delegate --to @agent --capacity agent --within any --power grnt --until 2027-01-01 | 2 | found `grnt` | `grant`?",
                "delegate --to @agent --capacity agent --power grant --until 2027-01-01 | 2 | wanted --within any, --within FILE or a scope, found none | by name",
                "delegate --to @agent --capacity agent --power grant --role any --until 2027-01-01 | 2 | wanted --modality beside | `any`",
                "delegate --to @agent --capacity agent --power grant --within any | 2 | found neither | ends by itself",
                "delegate --to @agent --capacity guardian --power grant --within any --until 2027-01-01 | 1 | wanted a link as guardian by an accredited party |",
                "revoke @lin | 1 | wanted a grant or a link, found the party | who may act",
            })
    void saysWhatIsWrong(String line, int code, String message, String hint) {
        String typed = line.replace("grant GRANT", GRANT) + (line.contains("--key") ? "" : " --key lin") + " --yes";
        Terminal.Answer answer = terminal.type(typed);
        assertThat(answer.code()).as(answer.err()).isEqualTo(code);
        assertThat(answer.err()).contains("consent: error: ").contains(message);
        if (hint != null) {
            assertThat(answer.err()).contains("consent: hint: ").contains(hint);
        }
    }

    @Test
    void asksWhichLinkWhereTwoWouldDo() {
        String first = link("grant");
        link("grant,withdraw");
        Terminal.Answer answer = terminal.type(GRANT + " --key agent --for @lin --yes");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("found 2").contains("--delegation names one: " + first);
        terminal.ok(GRANT + " --key agent --for @lin --delegation " + first + " --yes");
    }
}
