package org.countenance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countenance.base.Bytes;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.junit.jupiter.api.Test;

class MembersTest {

    @Test
    void refusesAnUnknownMemberAndGuessesWhichWasMeant() throws MalformedException {
        Members members = members("{\"title\":\"a\",\n \"licence\":1}");
        members.string("title");
        assertThat(members.optional("license", Values.atLeast(0))).isEmpty();
        refuses(
                members::end,
                "test /licence (line 2, column 12): wanted a known member, found `licence`, did you mean `license`?");
    }

    @Test
    void refusesAnUnknownMemberThatIsLikeNoOther() throws MalformedException {
        Members members = members("{\"title\":\"a\",\"zzzzzz\":1}");
        members.string("title");
        refuses(members::end, "test /zzzzzz: wanted a known member, found `zzzzzz`");
    }

    @Test
    void endsWhereEveryMemberWasTaken() throws MalformedException {
        Members members = members("{\"title\":\"a\",\"count\":3}");
        assertThat(members.string("title")).isEqualTo("a");
        assertThat(members.optional("count", Values.atLeast(0))).contains(3L);
        members.end();
    }

    /** Whatever is asked for, in whatever order and however often: the first member in the text that is not. */
    @Test
    void refusesTheFirstMemberThatNobodyAskedFor() throws MalformedException {
        for (long seed = 0; seed < Long.getLong("scenarios", 5_000); seed++) {
            Random random = new Random(seed);
            List<String> written = some(random);
            List<String> asked = some(random);
            Members members = members(written.stream()
                    .distinct()
                    .map(name -> "\"" + name + "\":\"" + name + "\"")
                    .collect(Collectors.joining(",", "{", "}")));
            for (String name : asked) {
                Optional<String> wanted = Optional.of(name).filter(written::contains);
                assertThat(members.optional(name, Values::string))
                        .as("seed %s: %s of %s", seed, name, written)
                        .isEqualTo(wanted);
            }
            Optional<String> unknown =
                    written.stream().filter(name -> !asked.contains(name)).findFirst();
            assertThat(catchThrowable(members::end))
                    .as("seed %s: %s of %s", seed, asked, written)
                    .satisfies(
                            refusal -> assertThat(Optional.ofNullable(refusal).map(Throwable::getMessage))
                                    .isEqualTo(unknown.map(name ->
                                            "test /" + name + ": wanted a known member, found `" + name + "`")));
        }
    }

    /** Names that none of the others is like. */
    private static List<String> some(Random random) {
        return random.ints(random.nextInt(7), 0, 5)
                .mapToObj(each -> String.valueOf((char) ('a' + each)).repeat(9))
                .toList();
    }

    @Test
    void refusesAMissingMember() throws MalformedException {
        Members members = members("{}");
        refuses(() -> members.string("title"), "test: wanted a member `title`, found none");
    }

    @Test
    void refusesNullWhereverItStands() {
        refuses(() -> members("{\"title\":null}"), "test /title: wanted a value, found null");
        refuses(() -> members("{\"list\":[1,\n null]}"), "test /list/1 (line 2, column 2): wanted a value, found null");
    }

    @Test
    void tellsLineAndColumnOfAValueThatDoesNotRead() throws MalformedException {
        Members members = members("{\n  \"a\": 1,\n  \"when\":   \"soon\"\n}");
        refuses(
                () -> members.text("when", Instants::parse),
                "test /when (line 3, column 13): wanted an instant like `2026-12-01T00:00:00Z`, found `soon`");
        refuses(() -> members.string("a"), "test /a (line 2, column 8): wanted a string, found the number 1");
    }

    @Test
    void quotesWhatTheWriterWroteWithoutItsControls() throws MalformedException {
        Members members = members("{\"a\\u001b[2J\":true}");
        refuses(members::end, "wanted a known member, found `a\\u001b[2J`");
    }

    private static void refuses(ThrowingCallable reading, String message) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(reading)
                .satisfies(e -> assertThat(e.getMessage()).endsWith(message));
    }

    private static Members members(String text) throws MalformedException {
        return JsonText.parseObject(Bytes.utf8(text), "test").members();
    }
}
