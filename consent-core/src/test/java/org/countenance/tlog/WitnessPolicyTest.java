package org.countenance.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Sha256;
import org.countenance.jws.Algorithm;
import org.countenance.jws.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WitnessPolicyTest {

    private static final List<Cosigner> KEYS = IntStream.range(0, 8)
            .mapToObj(i -> Cosigning.witness("w" + i + ".example", i == 0 ? Algorithm.ML_DSA_44 : Algorithm.ED25519))
            .toList();

    private static final String TWO = Cosigning.line("a", KEYS.get(0)) + Cosigning.line("b", KEYS.get(1));

    @Test
    void readsTwoLevelsOfGroups() throws MalformedException {
        WitnessPolicy policy = WitnessPolicy.parse("# who we ask\n\n"
                + "log " + logKey() + " https://log.example/\n"
                + "  witness\tX1 " + KEYS.get(0).verifierKey() + "  https://x1.example/ \n"
                + Cosigning.line("X2", KEYS.get(1))
                + Cosigning.line("X3", KEYS.get(2))
                + "group X 2 X1 X2 X3\n"
                + Cosigning.line("\u00dc", KEYS.get(3))
                + "group Y any \u00dc\n"
                + "group X-and-Y all X Y\n"
                + "\t# \u00fc\nquorum X-and-Y\n"
                + Cosigning.line("spare", KEYS.get(4)));
        assertThat(policy.logs()).containsExactly(logKey());
        assertThat(policy.witnesses())
                .extracting(Quorum.Witness::name)
                .containsExactly("X1", "X2", "X3", "\u00dc", "spare");
        assertThat(policy.quorum()).map(Object::toString).hasValue("all of (2 of X1, X2, X3), (all of \u00dc)");
    }

    @Test
    void wantsNobodyWhenItSaysSo() throws MalformedException {
        assertThat(WitnessPolicy.parse(TWO + "quorum none\n").quorum()).isEmpty();
        assertThat(WitnessPolicy.parse("quorum none\n")).isEqualTo(WitnessPolicy.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            witness c;                     3; `witness NAME KEY [URL]`
            witness c KEY https://x y;     3; `witness NAME KEY [URL]`
            witness c w.example+00000000+; 3; a verifier key
            witness c LOG;                 3; a key that cosigns
            witness c BAD;                 3; the key's hash
            witness c SAME;                3; another key on each `witness` line
            witness a KEY;                 3; a name that is not taken, found `a` again
            witness none KEY;              3; `none`, which means nobody
            log LOG|log RENAMED;           4; another key on each `log` line
            log;                           3; `log KEY [URL]`
            log nonsense;                  3; a verifier key
            group g any;                   3; `group NAME all|any|NUMBER MEMBER…`
            group g some a;                3; `all`, `any` or a number from 1 to 1, found `some`
            group g 0 a b;                 3; a number from 1 to 2, found `0`
            group g 3 a b;                 3; a number from 1 to 2, found `3`
            group g 01 a b;                3; a number from 1 to 2, found `01`
            group g -1 a b;                3; a number from 1 to 2, found `-1`
            group g 1 a c;                 3; a witness or group of an earlier line, found `c`
            group g any none;              3; a witness or group of an earlier line, found `none`
            group g all a a;               3; each name in one group once, found `a` again
            group g any a|group h any a;   4; each name in one group once, found `a` again
            group a any b;                 3; a name that is not taken
            group g any g;                 3; a witness or group of an earlier line
            group g any a|group g any b;   4; a name that is not taken
            quorum;                        3; `quorum NAME` or `quorum none`
            quorum a b;                    3; `quorum NAME` or `quorum none`
            quorum g|group g any a;        3; a witness or group of an earlier line, found `g`
            quorum a|quorum b;             4; one `quorum` line, found a second
            quorum none|quorum none;       4; one `quorum` line, found a second
            Quorum a;                      3; did you mean `quorum`
            quorum \u0007a;                3; no control characters but tabs
            quorum a\u00a0;                3; a witness or group of an earlier line
            """)
    void saysOnWhichLineAFaultIs(String lines, int line, String message) {
        VerifierKey third = KEYS.get(2).verifierKey();
        VerifierKey first = KEYS.get(0).verifierKey();
        String text = TWO
                + lines.strip()
                        .replace("|g", "\ng")
                        .replace("|q", "\nq")
                        .replace("|l", "\nl")
                        .replace("KEY", third.text())
                        .replace("LOG", logKey().text())
                        .replace("RENAMED", new VerifierKey("b", logKey().type(), logKey().key()).text())
                        .replace("SAME", new VerifierKey("other.example", first.type(), first.key()).text())
                        .replace("BAD", third.text().replace(third.id().hex(), "00000000"))
                + "\n";
        assertThatThrownBy(() -> WitnessPolicy.parse(text))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("witnesses, line " + line + ": wanted ")
                .hasMessageContaining(message);
    }

    @Test
    void wantsAQuorumLineAndAnEndToTheLastOne() {
        for (String text : List.of("", "\n", TWO)) {
            assertThatThrownBy(() -> WitnessPolicy.parse(text)).hasMessageContaining("`quorum none`, found none");
        }
        assertThatThrownBy(() -> WitnessPolicy.parse(TWO + "quorum a"))
                .hasMessage("witnesses, line 3: wanted a line feed at the end of the last line, found none");
        assertThatThrownBy(() -> WitnessPolicy.parse(TWO + "quorum a\r\n")).hasMessageContaining("line 3");
    }

    @Test
    void takesAHundredWitnessesAndNoMore() throws MalformedException {
        String hundred = IntStream.range(0, 100)
                .mapToObj(i -> Cosigning.line("w" + i, Cosigning.witness("many" + i)))
                .reduce("", String::concat);
        assertThat(WitnessPolicy.parse(hundred + "quorum none\n").witnesses()).hasSize(100);
        assertThatThrownBy(() -> WitnessPolicy.parse(hundred + "group g any w1\nquorum none\n"))
                .hasMessageContaining("witnesses, line 101: wanted at most 100");
    }

    /** Any instant from which enough have cosigned is none later than what the quorum tells, and that one is. */
    @Test
    void agreesWithTryingEveryInstant() throws MalformedException {
        for (long seed = 0; seed < Long.getLong("scenarios", 400); seed++) {
            Random random = new Random(seed);
            Map<String, Predicate<Set<String>>> oracle = new HashMap<>();
            WitnessPolicy policy = random(random, oracle);
            Map<Quorum.Witness, Instant> cosigned = new HashMap<>();
            for (Quorum.Witness witness : policy.witnesses()) {
                if (random.nextInt(4) > 0) {
                    cosigned.put(witness, Instant.ofEpochSecond(random.nextInt(6)));
                }
            }
            Optional<Instant> newest = Optional.empty();
            for (int second = 0; second < 6; second++) {
                Instant from = Instant.ofEpochSecond(second);
                Set<String> since = cosigned.keySet().stream()
                        .filter(witness -> !cosigned.get(witness).isBefore(from))
                        .map(Quorum.Witness::name)
                        .collect(java.util.stream.Collectors.toSet());
                newest = oracle.get("quorum").test(since) ? Optional.of(from) : newest;
            }
            assertThat(policy.quorum().orElseThrow().instant(cosigned))
                    .as("seed %s: %s of %s", seed, policy.quorum(), cosigned)
                    .isEqualTo(newest);
        }
    }

    /** A policy as text, and beside it what each name means as a predicate over the names of cosigners. */
    private static WitnessPolicy random(Random random, Map<String, Predicate<Set<String>>> oracle)
            throws MalformedException {
        StringBuilder text = new StringBuilder();
        List<String> free = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(KEYS.size()); i++) {
            String name = "w" + i;
            text.append(Cosigning.line(name, KEYS.get(i)));
            oracle.put(name, since -> since.contains(name));
            free.add(name);
        }
        for (int i = 0; i < random.nextInt(5); i++) {
            List<String> chosen = new ArrayList<>();
            for (int n = 1 + random.nextInt(free.size()); n > 0; n--) {
                chosen.add(free.remove(random.nextInt(free.size())));
            }
            int wanted = 1 + random.nextInt(chosen.size());
            String number = wanted == 1 && random.nextBoolean()
                    ? "any"
                    : wanted == chosen.size() && random.nextBoolean() ? "all" : wanted + "";
            text.append("group g" + i + " " + number + " " + String.join(" ", chosen) + "\n");
            oracle.put(
                    "g" + i,
                    since -> chosen.stream()
                                    .filter(name -> oracle.get(name).test(since))
                                    .count()
                            >= wanted);
            free.add("g" + i);
        }
        String quorum = free.get(random.nextInt(free.size()));
        oracle.put("quorum", oracle.get(quorum));
        return WitnessPolicy.parse(text.append("quorum " + quorum + "\n").toString());
    }

    private static VerifierKey logKey() {
        return new VerifierKey(
                "log.example/0",
                VerifierKey.Type.ED25519,
                SigningKey.fromSeed(Algorithm.ED25519, Sha256.hash(Bytes.utf8("log")))
                        .verificationKey());
    }
}
