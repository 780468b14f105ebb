package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A performer who is not an engineer is asked, step by step, and keeps a receipt. */
class GrantInterviewTest {

    private static final List<String> ANSWERS = List.of(
            "@studio",
            "x-house:SD-2026-0417",
            "any",
            "depicted",
            "face,body",
            "face-generation",
            "none",
            "micro-drama-app",
            "CN,SG",
            "zh",
            "2026-11-01/2027-03-01",
            "2026-12-01/2029-12-01",
            "P30D",
            "P7D",
            "wind-down:P30D",
            "Mei, episodes 1 to 40");

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void register() throws IOException {
        terminal = Terminal.registered(directory);
    }

    private Terminal.Answer grant(String answers) {
        return terminal.typing(answers, "grant", "--key", "lin");
    }

    @Test
    void signsWhatWasAnswered() throws IOException {
        Terminal.Answer answer = grant(String.join("\n", ANSWERS) + "\nyes\n");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).startsWith("granted as ");
        assertThat(answer.err())
                .contains("Who may use your likeness?")
                .contains("nothing else is allowed, in particular no sensitive setting")
                .contains("could use your face, body, made by face-generation")
                .contains("you can stop new uses 30 days after you say so")
                .doesNotContain("warning");
        assertThat(terminal.ok("list --kind grant")).contains("grant by Lin Yue");
    }

    @Test
    void asksAgainAfterAnAnswerThatMakesNoSense() {
        String answers = String.join("\n", ANSWERS)
                .replace("\nmicro-drama-app\n", "\nmicrodrama\n?\n\nmicro-drama-app\n")
                .replace("\nP30D\n", "\nthirty days\nP30D\n");
        Terminal.Answer answer = grant(answers + "\nyes\n");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err())
                .contains("found `microdrama`")
                .contains("micro-drama-app")
                .contains("svod, micro-drama-app, social-video and the like")
                .contains("found `thirty days`");
    }

    @Test
    void signsNothingWithoutAYes() throws IOException {
        Terminal.Answer answer = grant(String.join("\n", ANSWERS) + "\nno\n");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("not signed");
        assertThat(receipts()).isEmpty();
        assertThat(terminal.ok("list --kind grant")).isEmpty();
    }

    @Test
    void signsNothingWhenTheAnswersEnd() {
        Terminal.Answer answer = grant("@studio\n");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("found the end of what was typed");
        assertThat(terminal.ok("list --kind grant")).isEmpty();
    }

    @Test
    void warnsOfEveryDangerousTerm() {
        String dangerous = String.join("\n", ANSWERS)
                .replace("@studio", "any")
                .replace("x-house:SD-2026-0417", "any")
                .replace("\nnone\n", "\nany\n")
                .replace("2026-12-01/2029-12-01", "2026-12-01/perpetual")
                .replace("P30D\nP7D", "never\nnever")
                .replace("Mei, episodes 1 to 40", "any purpose");
        assertThat(grant(dangerous + "\nno\n").err())
                .contains("consent: warning: it never ends")
                .contains("consent: warning: it is for any production")
                .contains("consent: warning: it is for anybody at all")
                .contains("consent: warning: it allows most sensitive settings")
                .contains("consent: warning: you can never take it back")
                .contains("consent: warning: its description does not say what it is for")
                .contains("you cannot stop it by saying so");
    }

    @Test
    void leavesAReceiptWithTheWayBackAndTheProof() throws IOException {
        grant(String.join("\n", ANSWERS) + "\nyes\n");
        assertThat(receipts()).hasSize(1);
        String receipt = Files.readString(receipts().get(0));
        assertThat(receipt)
                .contains("to      Jade Lantern Pictures")
                .contains("takes it back")
                .contains("consent revoke id:")
                .contains("log         registry.example/likeness/0")
                .contains("\u2014 registry.example/likeness/0 ");
        String revoke = receipt.substring(receipt.indexOf("consent revoke") + 8, receipt.indexOf("` takes it back"));
        terminal.ok(revoke + " --key lin --yes");
        assertThat(receipts()).hasSize(2);
    }

    @Test
    void showsHowAGrantStandsToday() throws IOException {
        grant(String.join("\n", ANSWERS) + "\nyes\n");
        String id = terminal.ok("list --kind grant --quiet").strip();
        assertThat(terminal.ok("show id:" + id)).contains("today   in force");
        terminal.ok("revoke id:" + id + " --key lin --yes");
        assertThat(terminal.ok("show id:" + id))
                .contains("today   limited")
                .contains("withdrawn on 2026-11-24")
                .contains("(notice P30D)");
    }

    private List<Path> receipts() throws IOException {
        Path place = directory.resolve("consent/keys/receipts");
        if (!Files.exists(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.sorted().toList();
        }
    }
}
