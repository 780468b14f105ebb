package org.countenance.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countenance.report.Answer;
import org.countenance.report.Audit;
import org.countenance.report.AuditAnswer;
import org.countenance.report.AuditTitle;
import org.countenance.report.ReportFormat;
import org.countenance.report.ReportText;
import org.countenance.verify.Finding;
import org.countenance.verify.Timeline;
import org.countenance.verify.Verdict;
import org.countenance.words.EnglishLeft;
import org.countenance.words.Language;
import org.countenance.words.Phrasebook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every text of every verdict of the decision corpus in Simplified Chinese. */
class SayingInChineseTest {

    private static final Set<String> TEXTS = new TreeSet<>();
    private static final Map<String, Answer> ANSWERS = new TreeMap<>();

    @BeforeAll
    static void verifiesEveryCase() {
        CorpusFile.all(CorpusFile.DIRECTORY)
                .forEach((path, file) -> ANSWERS.put(path, Answer.of(Asked.verdict(file), party -> Optional.empty())));
        ANSWERS.values().forEach(answer -> gather(answer.verdict()));
    }

    private static void gather(Verdict verdict) {
        for (Finding finding : verdict.findings()) {
            TEXTS.add(finding.wanted());
            TEXTS.add(finding.found());
            TEXTS.add(finding.message());
        }
        for (Verdict.StepResult step : verdict.steps()) {
            TEXTS.add(step.why());
        }
        for (Timeline timeline : verdict.timelines()) {
            timeline.stops().forEach(stop -> TEXTS.add(stop.why()));
        }
    }

    @Test
    void saysEveryTextOfEveryVerdict() {
        Phrasebook chinese = Phrasebook.in(Language.SIMPLIFIED_CHINESE);
        assertThat(TEXTS).hasSizeGreaterThan(600);
        assertThat(TEXTS.stream()
                        .filter(text -> !EnglishLeft.in(chinese.say(text)).isEmpty())
                        .map(text -> text + " → " + chinese.say(text))
                        .toList())
                .isEmpty();
    }

    @Test
    void saysWhatEndedAGrantAsItSaysItAlone() {
        Phrasebook chinese = Phrasebook.in(Language.SIMPLIFIED_CHINESE);
        List<String> ended = TEXTS.stream()
                .filter(text -> text.matches("grant [a-z2-7-]{19}: .*"))
                .toList();
        assertThat(ended).hasSizeGreaterThan(100).allSatisfy(text -> {
            String id = text.substring("grant ".length(), text.indexOf(':'));
            String why = chinese.say(text.substring(text.indexOf(": ") + 2));
            assertThat(chinese.say(text)).isEqualTo("授权书 " + id + "：" + why);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"TEXT", "MARKDOWN", "HTML"})
    void reportsEveryAnswerWithoutAnEnglishWord(ReportFormat format) {
        Set<String> left = new TreeSet<>();
        ANSWERS.forEach((path, answer) -> {
            String report = ReportText.of(format, answer.in(Language.SIMPLIFIED_CHINESE));
            for (String line : plain(report, answer).split("\n")) {
                if (!EnglishLeft.in(line).isEmpty()) {
                    left.add(line.strip() + " " + EnglishLeft.in(line));
                }
            }
        });
        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"TEXT", "MARKDOWN", "HTML"})
    void auditsEveryAnswerWithoutAnEnglishWord(ReportFormat format) {
        Set<String> left = new TreeSet<>();
        ANSWERS.forEach((path, answer) -> {
            String report = ReportText.of(format, audit(answer));
            for (String line : plain(report, answer).split("\n")) {
                if (!EnglishLeft.in(line).isEmpty()) {
                    left.add(line.strip() + " " + EnglishLeft.in(line));
                }
            }
        });
        assertThat(left).isEmpty();
    }

    private static Audit audit(Answer answer) {
        Verdict verdict = answer.verdict();
        Verdict.Basis basis = verdict.basis();
        return new Audit(
                basis.evaluated(),
                new AuditAnswer.Log(basis.origin(), basis.size(), basis.root(), basis.instant()),
                basis.policy(),
                basis.evaluated().plus(Duration.ofDays(9_000)),
                List.of(
                        AuditTitle.verified("1", AuditAnswer.of(verdict)),
                        AuditTitle.kept("2", AuditAnswer.of(verdict)),
                        AuditTitle.failed("3", AuditTitle.State.UNREADABLE, "wanted an inventory, found none"),
                        AuditTitle.failed("4", AuditTitle.State.UNPROVEN, "wanted an inventory, found none")),
                2,
                List.of(new Audit.PolicyEnding("the log's key 1", basis.evaluated())),
                answer.names(),
                false,
                Optional.of(4),
                Language.SIMPLIFIED_CHINESE);
    }

    /** The report without markup, data of scripts, and what the producer and others wrote. */
    private static String plain(String report, Answer answer) {
        String plain = report.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", "")
                .replaceAll("<(code|tspan)[^>]*>[^<]*</\\1>", "")
                .replaceAll("<dd>([A-Za-z0-9-]+、?)+(，不含([A-Za-z0-9-]+、?)+)?</dd>", "")
                .replaceAll("<bdi>[A-Za-z0-9-]{1,12}</bdi>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("\\-", "-")
                .replace("\\_", "_")
                .replace("&#39;", "'");
        Verdict verdict = answer.verdict();
        Set<String> others =
                new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        others.add(verdict.basis().title());
        others.add(verdict.basis().origin());
        verdict.waivers().forEach(each -> others.add(each.waiver().reason()));
        for (String each : others) {
            plain = plain.replace(each, " ");
        }
        return plain.replaceAll("(使用|素材|发行) [a-z0-9, 、-]+", "$1 ");
    }
}
