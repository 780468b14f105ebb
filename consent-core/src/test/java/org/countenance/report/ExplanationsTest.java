package org.countenance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countenance.manifest.Derivation;
import org.countenance.manifest.ExemptionCode;
import org.countenance.manifest.LabelKind;
import org.countenance.record.Assurance;
import org.countenance.record.Capacity;
import org.countenance.record.Endorsement;
import org.countenance.record.Prohibition;
import org.countenance.record.RecordKind;
import org.countenance.record.Revocation;
import org.countenance.record.Terms;
import org.countenance.scope.Context;
import org.countenance.scope.Medium;
import org.countenance.scope.Modality;
import org.countenance.scope.ProductionType;
import org.countenance.scope.Role;
import org.countenance.scope.Technique;
import org.countenance.verify.Outcome;
import org.countenance.verify.Rule;
import org.countenance.verify.Severity;
import org.countenance.verify.Step;
import org.countenance.verify.Verdict;
import org.junit.jupiter.api.Test;

/** Every rule and every word has a text, and every text is of a rule or a word. */
class ExplanationsTest {

    /** The table of rules (decision.md section 6). */
    private static final String RULES =
            "101 102 103 104 105 106 107 108 109 110 111 112 113 120 121 122 123 124 130 131"
                    + " 132 134 201 202 203 204 205 206 207 208 301 302 303 304 305 306 307 310 4xx 501 601";

    private static final Pattern OF_A_RULE = Pattern.compile(
            "Weighs: .*\n[A-Z].*\nWhy: .*\nStudio: .*\nPerformer: .*\nWaiver: .*\nExample: .*\n", Pattern.DOTALL);

    private static final Explanations SHIPPED = Explanations.shipped();

    @Test
    void explainsEveryRuleOnce() {
        assertThat(words("rule"))
                .containsExactlyElementsOf(
                        Stream.of(RULES.split(" ")).map(number -> "LC" + number).toList());
        for (Rule rule : Rule.values()) {
            assertThat(SHIPPED.of(rule.code()))
                    .as(rule.code())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.heading()).isEqualTo(rule.code() + " " + rule.word()));
        }
    }

    @Test
    void saysOfARuleWhatItWeighsWhyAndWhatToDo() {
        for (Explanations.Entry entry : SHIPPED.entries()) {
            if (entry.kind().equals("rule")) {
                assertThat(entry.text()).as(entry.heading()).matches(OF_A_RULE);
            }
        }
    }

    @Test
    void weighsRulesAsTheVerifierDoes() {
        for (Rule rule : Rule.values()) {
            String weighs =
                    SHIPPED.of(rule.code()).get(0).text().lines().findFirst().orElseThrow();
            boolean evidence =
                    List.of(Rule.CHECKPOINT, Rule.INCLUSION, Rule.UNREADABLE).contains(rule);
            assertThat(weighs)
                    .as(rule.code())
                    .contains(evidence ? "exit status 4" : rule.severity().word());
            assertThat(weighs).as(rule.code()).contains("in step " + rule.step().word());
        }
    }

    @Test
    void explainsEveryWordOnceAndNoOther() {
        explains("role", Role.values());
        explains("modality", Modality.values());
        explains("technique", Technique.values());
        explains("context", Context.values());
        explains("medium", Medium.values());
        explains("production-type", ProductionType.values());
        explains("duty", Terms.Duty.values());
        explains("reach", Prohibition.Reach.values());
        explains("ground", Prohibition.Ground.values());
        explains("event", Revocation.Event.values());
        explains("says", Endorsement.Says.values());
        explains("cause", Revocation.Cause.values());
        explains("released", Terms.Released.values());
        explains("capacity", Capacity.values());
        explains("accreditation", Endorsement.Accreditation.values());
        explains("outcome", Outcome.values());
        explains("standing", Verdict.Standing.values());
        explains("step", Step.values());
        explains("result", Verdict.Result.values());
        explains("severity", Severity.values());
        explains("exemption", ExemptionCode.values());
        explains("label", LabelKind.values());
        explains("derivation", Derivation.values());
        assertThat(words("wildcard")).containsExactly("*");
    }

    @Test
    void explainsWhatAnAnswerRestsOn() {
        List<String> wanted = new ArrayList<>(List.of("hashed", "witnesses"));
        wanted.addAll(spelled(Assurance.Producer.values()));
        wanted.addAll(spelled(Assurance.Identity.values()));
        wanted.addAll(spelled(Assurance.Inventory.values()));
        wanted.addAll(spelled(Assurance.Made.values()));
        assertThat(words("assurance")).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void explainsEveryTermOfAGrantAndEveryKindOfRecord() {
        explains("record", RecordKind.values());
        assertThat(words("term"))
                .contains("notice", "ratifies", "notwithstanding", "exclusive", "perpetual", "supersedes", "zxx");
    }

    @Test
    void listsTheWordsOfAKind() {
        assertThat(SHIPPED.wordsOf("duties")).isEqualTo(SHIPPED.wordsOf("duty"));
        assertThat(SHIPPED.wordsOf("media")).contains("svod");
        assertThat(SHIPPED.wordsOf("colour")).isEmpty();
    }

    @Test
    void hasNoKindBesidesTheseOnes() {
        List<String> known = List.of(("rule wildcard role modality technique context medium production-type duty reach"
                        + " ground event says cause released capacity accreditation assurance outcome standing step"
                        + " result severity exemption label derivation term record idea")
                .split(" "));
        assertThat(SHIPPED.entries()).extracting(Explanations.Entry::kind).isSubsetOf(known);
    }

    @Test
    void givesAnExampleOfEverythingInPlainWords() {
        for (Explanations.Entry entry : SHIPPED.entries()) {
            assertThat(entry.text()).as(entry.heading()).contains("\nExample: ");
            assertThat(entry.text().toLowerCase(Locale.ROOT))
                    .as(entry.heading())
                    .doesNotContain("legal");
            assertThat(entry.text().lines()).as(entry.heading()).allMatch(line -> line.length() <= 120);
        }
    }

    @Test
    void findsAWordHoweverItIsWritten() {
        assertThat(SHIPPED.of("lc103")).hasSize(1).isEqualTo(SHIPPED.of("outside-scope"));
        assertThat(SHIPPED.of("any")).hasSize(1).isEqualTo(SHIPPED.of("*"));
        assertThat(SHIPPED.of("in force")).hasSize(1);
        assertThat(SHIPPED.of("game"))
                .extracting(Explanations.Entry::heading)
                .containsExactly("medium game: games", "production type game: a game");
        assertThat(SHIPPED.of("LC417").get(0).word()).isEqualTo("LC4xx");
        assertThat(SHIPPED.of("face-swop")).isEmpty();
    }

    private static void explains(String kind, Enum<?>... constants) {
        assertThat(words(kind)).as(kind).containsExactlyElementsOf(spelled(constants));
    }

    private static List<String> spelled(Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static List<String> words(String kind) {
        return SHIPPED.entries().stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(Explanations.Entry::word)
                .toList();
    }
}
