package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.countenance.record.Prohibition;
import org.countenance.record.RecordCodec;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.countenance.store.SqliteLogStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Saying no in every form that the command line has, and seeing in time what ends by itself. */
class ProhibitingTest {

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void registersEverybody() throws Exception {
        terminal = Terminal.registered(directory);
    }

    private Prohibition prohibit(String options) throws Exception {
        terminal.ok("prohibit --scope any --yes --quiet " + options);
        try (LogStore log = SqliteLogStore.open(directory.resolve("registry/registry.db"))) {
            return (Prohibition) RecordCodec.parse(
                            LogStores.entry(log, log.head().size() - 1).jws())
                    .content();
        }
    }

    @Test
    void stopsEverybodyWhenNobodyIsNamed() throws Exception {
        assertThat(prohibit("--key lin").against()).isEmpty();
        assertThat(prohibit("--key lin --against any").against()).isEmpty();
    }

    @Test
    void stopsWhoMatchesEverythingThatIsNamed() throws Exception {
        String id = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        Prohibition.Against against = prohibit("--key lin --against delegates --against @studio --against grants=id:"
                        + id + " --against productions=x-house:SD-1,x-house:SD-2 --against cba=x-guild-2026")
                .against()
                .orElseThrow();
        assertThat(against.delegates()).isTrue();
        assertThat(against.licensees().orElseThrow().items())
                .extracting(Object::toString)
                .containsExactly(terminal.party("studio"));
        assertThat(against.grants()).extracting(Object::toString).containsExactly(id);
        assertThat(against.productions().orElseThrow().items())
                .extracting(pin -> pin.id().value())
                .containsExactly("SD-1", "SD-2");
        assertThat(against.cba()).contains("x-guild-2026");
    }

    @Test
    void strikesAsAGuildAndOrdersAsARegistrar() throws Exception {
        Prohibition strike = prohibit("--key studio --ground strike --against cba=x-guild-2026 --reach new");
        assertThat(strike.ground()).isEqualTo(Prohibition.Ground.STRIKE);
        terminal.ok("endorse id:" + terminal.party("studio")
                + " --says accredited --may order --keys registry/keys --key own --yes");
        assertThat(terminal.ok("prohibit --key studio --person @lin --ground order --scope any --reach all --yes"))
                .startsWith("orders: prohibits everything against everybody, reach all: ");
    }

    @Test
    void listsWhatEndsSoon() {
        String grant = "grant --key lin --licensee @studio --production x-house:SD-1 --character any --role depicted"
                + " --modality face --technique capture --context none --medium svod --territory CN --language zh"
                + " --made 2026-11-01/2027-01-15 --shown 2026-12-01/2029-12-01 --notice P30D --cause P7D"
                + " --released continue --intended-use Mei --yes --quiet";
        String id = terminal.ok(grant).strip();
        terminal.ok(grant.replace("2027-01-15", "2028-01-15"));
        assertThat(terminal.ok("list --ends-within P90D")).matches(id + "  .*  making until 2027-01-15\n");
        assertThat(terminal.ok("list --ends-within P9Y --kind grant"))
                .contains("making until 2028-01-15, showing until");
        assertThat(terminal.ok("list --ends-within P30D --quiet")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "prohibit --scope any --against grant=x | 2 | wanted --against with licensees | `grants`?",
                "prohibit --scope any --against any --against @studio | 2 | wanted --against any alone |",
                "prohibit --scope any --against cba=a --against cba=b | 2 | found `cba` twice |",
                "prohibit --scope any --against productions=SD-1 | 2 | wanted a scheme, a colon and a value |",
                "prohibit --scope any --ground strike --against @studio | 2 | where the ground is a strike |",
                "prohibit --scope any --ground mood | 2 | wanted `standing`, `strike` or `order`, found `mood` |",
                "prohibit --scope any --ground order --person @studio | 1 | the registry refused |",
            })
    void saysWhatIsWrong(String line, int code, String message, String hint) {
        Terminal.Answer answer = terminal.type(line + " --key lin --yes");
        assertThat(answer.code()).as(answer.err()).isEqualTo(code);
        assertThat(answer.err()).startsWith("consent: error: ").contains(message);
        if (hint != null) {
            assertThat(answer.err()).contains("consent: hint: ").contains(hint);
        }
        assertThat(terminal.type("list --ends-within soon").err())
                .startsWith("consent: error: --ends-within: wanted a duration");
    }
}
