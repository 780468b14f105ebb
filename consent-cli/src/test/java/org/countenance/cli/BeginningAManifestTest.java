package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manifest is begun from files, does not read before it is filled in, and is verified then. */
class BeginningAManifestTest {

    private static final String NEW =
            "manifest new --production x-house:SD-7 --title Moon --type micro-drama --season 1"
                    + " --episodes 2 --producer @studio --medium svod --territory 001,-CN --language zh"
                    + " --shown 2027-01-01/2028-01-01 --assets cut -o moon.json";

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void makesFiles() throws IOException {
        terminal = Terminal.registered(directory);
        Files.createDirectories(directory.resolve("cut/ep 01"));
        terminal.write("cut/ep 01/a.mp4", "one");
        terminal.write("cut/b.mp4", "two");
    }

    @Test
    void namesOneBlankAfterTheOtherUntilItReads() throws IOException {
        Terminal.Answer begun = terminal.type(NEW + " --person @lin");
        assertThat(begun.out()).isEqualTo("moon.json\n");
        assertThat(begun.err()).contains("2 files and 2 uses to fill in");
        fill("\"seconds\": 0", "/assets/0/seconds", "\"seconds\": 4");
        fill("\"technique\": \"\"", "/uses/0/technique", "\"technique\": \"capture\"");
        fill("\"role\": \"\"", "/uses/0/role", "\"role\": \"depicted\"");
        fill("\"portrays\": \"\"", "/uses/0/portrays", "\"portrays\": \"adult\"");
        fill("\"modalities\": []", "/uses/0/modalities", "\"modalities\": [\"face\"]");
        fill("\"from\": \"\"", "/uses/0/made/from", "\"from\": \"2026-11-10T02:00:00Z\"");
        fill("\"until\": \"\"", "/uses/0/made/until", "\"until\": \"2026-11-10T03:00:00Z\"");
        assertThat(terminal.ok("manifest lint moon.json")).contains("1 release, 2 assets, 2 uses");
        Terminal.Answer verdict = terminal.type("verify moon.json --assets cut");
        assertThat(verdict.code()).isEqualTo(ExitCode.BLOCKED.number());
        assertThat(verdict.out()).contains("2 of 2 files were read");
    }

    private void fill(String blank, String place, String filled) throws IOException {
        String text = Files.readString(directory.resolve("moon.json"));
        Terminal.Answer lint = terminal.type("manifest lint moon.json");
        assertThat(lint.code()).as(lint.err()).isEqualTo(ExitCode.USAGE.number());
        assertThat(lint.err()).contains(place);
        assertThat(text).contains(blank);
        terminal.write("moon.json", text.replace(blank, filled));
    }

    @Test
    void leavesTheBlankForEverybodyWhereNobodyIsNamed() throws IOException {
        terminal.ok(NEW);
        String text = Files.readString(directory.resolve("moon.json"));
        assertThat(text).contains("\"person\": \"\"", "\"id\": \"ep-01/a.mp4\"");
        terminal.write("moon.json", text.replace("\"seconds\": 0", "\"seconds\": 4"));
        assertThat(terminal.type("verify moon.json").code()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void writesOverNothingAndBeginsNothingThatWouldNotRead() throws IOException {
        terminal.write("moon.json", "mine");
        Terminal.Answer refused = terminal.type(NEW);
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(refused.err()).contains("moon.json");
        assertThat(Files.readString(directory.resolve("moon.json"))).isEqualTo("mine");
        Files.delete(directory.resolve("moon.json"));
        Terminal.Answer unknown = terminal.type(NEW.replace("svod", "svodd"));
        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(unknown.err()).contains("/releases/0/media/0", "did you mean `svod`");
        Files.createDirectories(directory.resolve("none"));
        assertThat(terminal.type(NEW.replace("--assets cut", "--assets none")).err())
                .contains("wanted files below `none`, found none");
        assertThat(directory.resolve("moon.json")).doesNotExist();
    }
}
