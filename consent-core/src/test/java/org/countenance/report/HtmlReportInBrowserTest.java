package org.countenance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.countenance.words.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as people meet it; pictures of it are kept under {@code target/browser}. Skipped where no chromedriver is. */
class HtmlReportInBrowserTest {

    private static final Path FOLDER = Path.of("target", "browser").toAbsolutePath();
    private static final String TAB = "\uE004";
    private static final String ENTER = "\uE007";
    private static final String DOWN = "\uE015";

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Browser.driver().isPresent(), "no chromedriver on this machine: no page is tried in a browser");
        Files.createDirectories(FOLDER);
        keep("blocked", new ReportCases().blocked(157));
        keep("cleared", new ReportCases().cleared(57));
        keep("hostile", ReportCases.hostile().blocked(57));
        keep("chinese", new ReportCases().blocked(57).in(Language.SIMPLIFIED_CHINESE));
        write("audit", AuditCases.text(ReportFormat.HTML, AuditCases.mixed(57)));
        write("audit-hostile", AuditCases.text(ReportFormat.HTML, AuditCases.hostile(ReportCases.SCRIPT)));
        browser = Browser.start();
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void day() {
        browser.size(1200, 900);
        browser.emulate("prefers-color-scheme", "light");
    }

    /** Whatever a test does, the console stays empty and nothing is fetched. */
    @AfterEach
    void staysSilentAndAsksForNothing() {
        assertThat(browser.console()).isEmpty();
        assertThat(browser.run("return performance.getEntriesByType('resource').length")
                        .asInt())
                .isZero();
    }

    private static void keep(String name, Answer answer) throws IOException {
        write(name, ReportCases.page(answer));
    }

    private static void write(String name, String page) throws IOException {
        Files.writeString(FOLDER.resolve(name + ".html"), page);
    }

    private static void open(String name) {
        browser.open(FOLDER.resolve(name + ".html"));
    }

    private static int rows() {
        return browser.run("return document.querySelectorAll('#list > li').length")
                .asInt();
    }

    private static String status() {
        return browser.text("return document.getElementById('shown').textContent");
    }

    private static void choose(String name, String text) {
        browser.run("const s = document.querySelector('[name=" + name + "]');"
                + "s.value = [...s.options].find(o => o.text.includes('" + text + "')).value;"
                + "s.dispatchEvent(new Event('change', {bubbles: true}));");
    }

    private static String focus() {
        return browser.text("const e = document.activeElement; return e.id || e.name || e.textContent.trim()");
    }

    @Test
    void showsTheWorstUsesFirstAndOthersByPages() {
        open("blocked");
        assertThat(rows()).isEqualTo(50);
        assertThat(status()).isEqualTo("Showing 1 to 50 of 157 uses.");
        assertThat(browser.text("return document.querySelector('#list .outcome').textContent"))
                .isEqualTo("Blocked");
        browser.run("document.getElementById('on').click()");
        assertThat(status()).isEqualTo("Showing 51 to 100 of 157 uses.");
        browser.run("document.getElementById('back').click(); document.getElementById('back').click()");
        assertThat(status()).isEqualTo("Showing 1 to 50 of 157 uses.");
    }

    @ParameterizedTest
    @CsvSource({
        "person, Mara Okafor, 32",
        "rule, LC105, 32",
        "episode, 7, 4",
        "outcome, Undetermined, 0",
        "outcome, Cleared, 62"
    })
    void narrowsTheUsesDown(String filter, String value, int fit) {
        open("blocked");
        if (fit > 0) {
            choose(filter, value);
            assertThat(status()).contains(" of " + fit + " that fit, of 157 uses.");
        } else {
            assertThat(browser.text("return document.querySelector('[name=" + filter + "]').textContent"))
                    .doesNotContain(value);
        }
    }

    @Test
    void showsTheUsesOfAFindingAndTheirEvidence() {
        open("blocked");
        browser.run("document.querySelector('button[data-group]').click()");
        assertThat(status()).contains("of 32 that fit", "Only what LC105 says", "withdrawn on 2026-12-20");
        assertThat(focus()).isEqualTo("uses-title");
        browser.run("document.querySelector('#list summary').click()");
        browser.runLater("setTimeout(arguments[0], 50)");
        assertThat(browser.text("return document.querySelector('#list .body').innerText"))
                .contains("withdrawn on 2026-12-20", "a grant signed by Lin Yue", "face-generation", "line ");
    }

    @Test
    void tellsWhoActedForWhom() {
        open("blocked");
        choose("person", "王小雨");
        browser.run("document.querySelector('#list summary').click()");
        browser.runLater("setTimeout(arguments[0], 50)");
        assertThat(browser.text("return document.querySelector('#list .body').innerText"))
                .contains("signed as agent", "acted under", "Northlight Talent", "in force");
    }

    @Test
    void worksByKeyboardAlone() {
        open("blocked");
        browser.press(TAB);
        assertThat(focus()).isEqualTo("Skip to what to do next");
        for (int i = 0; i < 40 && !focus().equals("Show these uses"); i++) {
            browser.press(TAB);
        }
        browser.press(ENTER);
        assertThat(focus()).isEqualTo("uses-title");
        assertThat(status()).contains("Only what LC105 says");
        browser.press(TAB);
        assertThat(focus()).isEqualTo("outcome");
        browser.press(TAB, DOWN, DOWN);
        assertThat(focus()).isEqualTo("person");
        assertThat(browser.text("return document.querySelector('[name=person]').value"))
                .isEqualTo("1");
        browser.press(TAB, TAB, TAB, "u", "2", TAB, ENTER);
        browser.runLater("setTimeout(arguments[0], 50)");
        assertThat(status()).isEqualTo("Showing 1 to 50 of 157 uses.");
        browser.press(TAB, ENTER);
        browser.runLater("setTimeout(arguments[0], 50)");
        assertThat(browser.run("return document.querySelector('#list details').open")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void runsNothingThatANameSays() {
        open("hostile");
        choose("person", "script");
        browser.run("document.querySelectorAll('#list summary').forEach(each => each.click())");
        browser.runLater("setTimeout(arguments[0], 200)");
        assertThat(browser.text("return typeof window.hacked")).isEqualTo("undefined");
        assertThat(browser.run("return document.images.length + document.scripts.length")
                        .asInt())
                .isEqualTo(2);
        assertThat(browser.text("return document.querySelector('h1').textContent"))
                .isEqualTo(ReportCases.SCRIPT);
    }

    @ParameterizedTest
    @CsvSource({
        "blocked, light, 1200",
        "blocked, dark, 1200",
        "blocked, light, 360",
        "cleared, light, 1200",
        "cleared, dark, 360",
        "hostile, dark, 1200",
        "hostile, light, 360",
        "chinese, light, 1200",
        "audit, light, 1200",
        "audit, dark, 360",
        "audit-hostile, light, 360"
    })
    void keepsTheRulesOfAxe(String page, String colours, int width) throws IOException {
        browser.size(width, 900);
        browser.emulate("prefers-color-scheme", colours);
        open(page);
        browser.run(
                "document.querySelectorAll('details').forEach((each, at) => { if (at % 5 === 0) each.open = true; })");
        browser.run(axe());
        JsonNode violations = browser.runLater(
                "const done = arguments[0]; axe.run(document).then(r => done(r.violations.map(v => v.id + ': '"
                        + " + v.nodes.map(n => n.target + ' ' + n.failureSummary).join('; '))), e => done([String(e)]))");
        browser.photograph(FOLDER.resolve(page + "-" + colours + "-" + width + ".png"));
        assertThat(violations).isEmpty();
        assertThat(browser.run("return [...document.querySelectorAll('body *')].filter(e => !e.closest('.drawing')"
                        + " && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"
                        + ".map(e => e.tagName + '.' + e.className)"))
                .as("what sticks out of the page")
                .isEmpty();
    }

    private static String axe() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(HtmlReportInBrowserTest.class.getResourceAsStream("/axe.min.js"), "axe-core")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void showsAnAuditAndRunsNothingThatItSays() {
        open("audit");
        assertThat(browser.text("return document.body.innerText"))
                .contains("shows/cleared.json", "shows/blocked.json", "shows/broken.json", "wanted a value, found `{`");
        assertThat(browser.run("return [...document.querySelectorAll('bdi')]"
                        + ".filter(e => e.textContent.includes('LC') || e.textContent.includes('titles'))"
                        + ".map(e => getComputedStyle(e).direction)"))
                .as("no name turns a sentence around")
                .isNotEmpty()
                .allSatisfy(direction -> assertThat(direction.asText()).isEqualTo("ltr"));
        open("audit-hostile");
        browser.runLater("setTimeout(arguments[0], 200)");
        assertThat(browser.text("return typeof window.hacked")).isEqualTo("undefined");
        assertThat(browser.text("return document.body.innerText")).contains(ReportCases.SCRIPT);
    }

    @Test
    void speaksTheLanguageOfItsReader() {
        open("chinese");
        assertThat(browser.text("return document.documentElement.lang")).isEqualTo("zh-Hans");
        assertThat(status()).contains("57").doesNotContain("Showing", "uses");
        browser.run("document.querySelector('#list summary').click()");
        browser.runLater("setTimeout(arguments[0], 50)");
        assertThat(browser.text("return document.querySelector('#list .body').innerText"))
                .doesNotContain("withdrawn", "signed by");
    }

    @Test
    void readsWithoutScripts() throws IOException {
        browser.allowScripts(false);
        try {
            open("blocked");
            browser.photograph(FOLDER.resolve("blocked-without-scripts.png"));
            assertThat(browser.text("return document.body.innerText"))
                    .contains("Blocked", "95 blocked", "would sign a grant for 32 uses", "withdrawn on 2026-12-20")
                    .contains("The list of every use needs scripts.")
                    .doesNotContain("Narrow down", "Show these uses");
        } finally {
            browser.allowScripts(true);
        }
    }

    @Test
    void printsWithWhatTheGrantsWouldAllow() throws IOException {
        open("blocked");
        browser.run("window.printed = 0; addEventListener('beforeprint', () => {"
                + " window.printed = document.querySelectorAll('#next details[open]').length; })");
        browser.print(FOLDER.resolve("blocked.pdf"));
        assertThat(browser.run("return window.printed").asInt()).isEqualTo(2);
        assertThat(browser.run("return document.querySelectorAll('#next details[open]').length")
                        .asInt())
                .isZero();
    }

    /** How long it takes is written down for people, since it says as much of the machine as of the page. */
    @Test
    void answersFiltersOfTenThousandUses() throws IOException {
        keep("large", new ReportCases().blocked(10_000));
        open("large");
        StringBuilder measured = new StringBuilder();
        for (String filter : new String[] {"person", "rule", "episode", "outcome"}) {
            JsonNode times = browser.run("const s = document.querySelector('[name=" + filter + "]'); const times = [];"
                    + "for (let i = 0; i < s.options.length; i++) { const t = performance.now(); s.selectedIndex = i;"
                    + "s.dispatchEvent(new Event('change', {bubbles: true})); document.body.offsetHeight;"
                    + "times.push(performance.now() - t); } s.selectedIndex = 0; return times");
            List<Double> sorted = new ArrayList<>();
            times.forEach(time -> sorted.add(time.asDouble()));
            Collections.sort(sorted);
            measured.append(String.format(
                    Locale.ROOT,
                    "%s: %d filters, half took less than %.1f ms, the longest %.1f ms%n",
                    filter,
                    sorted.size(),
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() - 1)));
        }
        double loaded = browser.run("const t = performance.getEntriesByType('navigation')[0]; return t.domComplete")
                .asDouble();
        measured.append(String.format(Locale.ROOT, "complete after %.0f ms%n", loaded));
        Files.writeString(FOLDER.resolve("measured.txt"), measured);
        choose("rule", "LC105");
        // One of every five is hers, and one of those is of somebody unnamed.
        assertThat(status()).contains("of 1,999 that fit, of 10,000 uses.");
    }
}
