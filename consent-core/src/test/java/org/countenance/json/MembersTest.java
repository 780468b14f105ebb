package org.countenance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
