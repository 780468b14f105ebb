package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.countenance.report.JsonSchemas;
import org.countenance.report.Schemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One answer in several formats, each where it is wanted. */
class ReportingTest {

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void startsRegistered() throws Exception {
        terminal = Terminal.registered(directory);
    }

    @Test
    void writesEveryFormatAtOnce() throws Exception {
        Terminal.Answer answer =
                terminal.type("verify manifest.json --format text,json=verdict.json,markdown=verdict.md"
                        + " --format sarif=verdict.sarif --format junit=verdict.xml --format html=report.html");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.out()).startsWith("BLOCKED: ");
        assertThat(read("verdict.json")).startsWith("{\n  \"verdict\": 1,");
        assertThat(read("verdict.md")).startsWith("# BLOCKED: ").contains("`consent explain LC102`", "`manifest.json`");
        assertThat(read("verdict.sarif"))
                .contains("\"exitCode\": 3", "\"uri\": \"manifest.json\"", "\"ruleId\": \"LC102\"");
        assertThat(read("verdict.xml")).contains("<failure message=\"LC102 ", "errors=\"0\"");
        assertThat(read("report.html")).startsWith("<!DOCTYPE html>").contains("<title>Blocked: ", "Lin Yue");
    }

    @Test
    void writesOneFormatWhereItIsTold() throws Exception {
        Terminal.Answer answer = terminal.type("verify manifest.json --format sarif -o verdict.sarif");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.out()).isEmpty();
        assertThat(read("verdict.sarif")).contains("\"version\": \"2.1.0\"");
    }

    @Test
    void printsTheSchemasOfWhatProgramsRead() {
        for (String name : JsonSchemas.names()) {
            assertThat(terminal.ok("explain schema " + name))
                    .contains("https://json-schema.org/draft/2020-12/schema", "urn:countenance:schema:" + name + ":1");
        }
    }

    @Test
    void writesWhatTheSchemasSay() throws Exception {
        String signed =
                terminal.ok("grant --key lin --licensee @studio --production x-house:SD-2026-0417 --character any"
                        + " --role depicted --modality face,body --technique face-generation --context none"
                        + " --medium micro-drama-app --territory CN --language zh --made 2026-11-01/2027-03-01"
                        + " --shown 2026-12-01/2029-12-01 --notice P30D --cause P7D --released continue --ratifies"
                        + " --intended-use Mei --yes --format json");
        holds("submission", signed);
        terminal.ok("verify manifest.json --format json=cleared.json");
        holds("verdict", read("cleared.json"));
        String id = terminal.ok("list --kind grant --quiet").strip();
        holds("impact", terminal.ok("impact " + id + " --format json"));
        holds("impact", terminal.ok("impact @lin --format json"));
        holds("impact", terminal.ok("impact lin --if-compromised 2026-11-24 --format json"));
        holds("impact", terminal.ok("impact " + id + " manifest.json --if-revoked --format json"));
        terminal.write("none.json", "{");
        holds(
                "impact",
                terminal.type("impact @lin manifest.json none.json --format json")
                        .out());
        holds("watch", terminal.type("watch @lin --format json").out());
        holds("watch", terminal.ok("watch @lin --format json"));
        holds("submission", terminal.ok("revoke id:" + id + " --key lin --yes --format json"));
        terminal.type("verify manifest.json --format json=blocked.json");
        holds(
                "diff",
                terminal.type("diff cleared.json blocked.json --format json").out());
        holds("diff", terminal.ok("diff blocked.json cleared.json --format json"));
    }

    static void holds(String schema, String json) {
        assertThat(Schemas.faults(Schemas.ours(schema), json)).as(json).isEmpty();
        assertThat(Schemas.faults(Schemas.ours(schema), json.replaceFirst("\"", "\"x")))
                .isNotEmpty();
    }

    private String read(String file) throws Exception {
        return Files.readString(directory.resolve(file));
    }
}
