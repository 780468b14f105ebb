package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.countenance.words.Language;
import org.countenance.words.Phrasebook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People read their own language; programs read the same in all. */
class SpeakingTest {

    private static final String GRANT = "grant --key lin --licensee @studio --production x-house:SD-2026-0417"
            + " --character any --role depicted --modality face --technique face-generation --context none"
            + " --medium micro-drama-app --territory CN --language zh --made 2026-11-01/2027-03-01"
            + " --shown 2026-12-01/2029-12-01 --notice P30D --cause P7D --released wind-down:P30D"
            + " --intended-use \"the end of everything\" --yes";

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void register() throws IOException {
        terminal = Terminal.registered(directory);
    }

    @Test
    void tellsAPerformerInChineseWhatWasSigned() {
        assertThat(terminal.type("--lang zh-Hans " + GRANT).out()).startsWith("已授权，编号 ");
        String shown = terminal.ok("show id:" + id() + " --lang zh-Hans");
        assertThat(shown)
                .contains("Lin Yue (")
                .contains("允许    面部（face），出镜（depicted），技术手段：人脸生成（face-generation）；媒介：短剧应用（micro-drama-app）")
                .contains("除此以外一概不允许，尤其不允许任何敏感情境")
                .contains("终止    撤回，您提出后30天生效，有理由时7天生效；已发行的内容还可保留30天")
                .contains("用途    the end of everything");
    }

    private String id() {
        return terminal.ok("list --kind grant --quiet").strip();
    }

    /** What she keeps, and what others get from her, is in her language; what proves it stays as it was signed. */
    @Test
    void keepsReceiptsAndWritesLettersInChinese() throws IOException {
        terminal.ok("--lang zh-Hans " + GRANT);
        terminal.ok("revoke id:" + id() + " --key lin --yes --cause unpaid --lang zh-Hans");
        assertThat(pages("receipts", ".txt"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(page -> assertThat(page)
                        .contains("的回执\n", "其后日志经签名的状态：\n\nregistry.example/likeness/0\n", "经签名的记录：\n\neyJ")
                        .doesNotContain("Receipt", "Proof", "signed head"));
        assertThat(pages("notices", ".zh-Hans.txt"))
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .contains("致 ", "所述理由：未付款（unpaid）。", "自何时起", "如何核对")
                        .doesNotContain("Notice", "taken back", "stop", "relies", "shows"));
        String withdrawal = terminal.ok("list --kind revocation --quiet").strip();
        terminal.ok("notice id:" + withdrawal);
        assertThat(pages("notices", ".txt")).hasSize(2).anyMatch(letter -> letter.startsWith("Notice to "));
        assertThat(pages("notices", ".json")).hasSize(1);
    }

    private List<String> pages(String kind, String end) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("consent/keys").resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(end))
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    @Test
    void verifiesInChineseAndAnswersProgramsInEnglish() {
        Terminal.Answer text = terminal.type("verify manifest.json --lang=zh-Hans");
        assertThat(text.out()).startsWith("不予放行：").contains("没有就本作品向制作方出具授权书");
        String json = terminal.type("verify manifest.json --format json --lang zh-Hans")
                .out();
        assertThat(json).contains("no grant by this person to the producer for this production");
        assertThat(terminal.type("verify manifest.json --format html --lang zh-Hans")
                        .out())
                .contains("<html lang=\"zh-Hans\">");
    }

    @Test
    void explainsCodesInChinese() {
        assertThat(terminal.ok("explain CN --lang zh-Hans")).isEqualTo("""
                地区 CN：中国
                例：`--territory CN` 允许该地区，`--territory 001,-CN` 允许其余所有地区
                """);
        assertThat(terminal.ok("explain 中国 --lang zh-Hans")).startsWith("地区 CN");
        assertThat(terminal.ok("explain china --lang zh-Hans")).startsWith("地区 CN");
        assertThat(terminal.ok("explain yue --lang zh-Hans"))
                .startsWith("语言 yue：粤语")
                .contains("所说的语言");
        assertThat(terminal.ok("explain P30D --lang zh-Hans")).startsWith("时长 P30D：30天");
    }

    @Test
    void saysLinesThatBeginWithAnIdWhateverItBeginsWith() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new Spoken(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                Phrasebook.in(Language.SIMPLIFIED_CHINESE).and(Surroundings.class, "phrases.zh-Hans.txt"));
        out.println("-eXwn8y4xgS8NhlnzECNGk6Y1bY5P1Mqeyn46NcS2zY  2026-11-26  person Lin Yue (7hs7-bh6m-xdda-jpbw)");
        out.println("-----BEGIN PUBLIC KEY-----");
        out.println("- none");
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("""
                -eXwn8y4xgS8NhlnzECNGk6Y1bY5P1Mqeyn46NcS2zY  2026-11-26  个人 Lin Yue (7hs7-bh6m-xdda-jpbw)
                -----BEGIN PUBLIC KEY-----
                - none
                """);
    }

    @Test
    void auditsInChinese() {
        assertThat(terminal.type("audit manifest.json --lang zh-Hans").out())
                .startsWith("批量核验：1 部作品，0 部放行，1 部不予放行。")
                .contains("没有就本作品向制作方出具授权书", "本次核验 1 部");
        assertThat(terminal.type("audit manifest.json --format html --lang zh-Hans")
                        .out())
                .contains("<html lang=\"zh-Hans\">", "肖像同意批量核验报告");
    }

    @Test
    void takesTheLanguageFromTheVariableUnlessAnOptionSaysOtherwise() {
        terminal.set("CONSENT_LANG", "zh-Hans");
        assertThat(terminal.type("verify manifest.json").out()).startsWith("不予放行：");
        assertThat(terminal.type("verify manifest.json --lang en").out()).startsWith("BLOCKED: ");
        assertThat(terminal.type("verify nothing.json").err()).startsWith("consent: 错误：应有文件 ");
    }

    @Test
    void refusesALanguageThatItDoesNotSpeak() {
        Terminal.Answer option = terminal.type("verify manifest.json --lang de");
        assertThat(option.code()).isEqualTo(2);
        assertThat(option.err()).startsWith("consent: error: wanted --lang en or zh-Hans, found `de`");
        Terminal.Answer variable = terminal.set("CONSENT_LANG", "klingon").type("list");
        assertThat(variable.code()).isEqualTo(2);
        assertThat(variable.err()).startsWith("consent: error: wanted $CONSENT_LANG en or zh-Hans, found `klingon`");
    }

    @Test
    void asksInChineseAndTakesTheSameAnswers() {
        Terminal.Answer asked = terminal.typing("?\n", "grant", "--key", "lin", "--lang", "zh-Hans");
        assertThat(asked.err()).contains("谁可以使用您的肖像？").contains("consent: 错误：没有签署：");
    }

    @Test
    void complainsAndHintsInChinese() {
        assertThat(terminal.type("show aaaaaaaaaaaa --lang zh-Hans").err())
                .isEqualTo("consent: 错误：应为标识以 `aaaaaaaaaaaa` 开头的唯一一份记录，实际为无\n"
                        + "consent: 提示：开头部分至少要有十个字符；`consent list` 会显示标识\n");
        assertThat(terminal.type("grant --key lni --lang zh-Hans").err()).contains("应为密钥 `lni`，实际为`");
    }

    @Test
    void explainsTheVocabularyInChinese() {
        assertThat(terminal.ok("vocabulary techniques --lang zh-Hans"))
                .contains("  face-swap                换脸：把一个人的脸放到另一个人的头上\n");
        assertThat(terminal.ok("explain nudity --lang zh-Hans")).startsWith("敏感情境 nudity（裸露）（须逐项列明才能给予）\n");
    }
}
