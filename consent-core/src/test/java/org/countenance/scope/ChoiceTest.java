package org.countenance.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    @Test
    void leavesNamedOnlyWordsOutOfAPermissionsWildcard() {
        Choice<Context> any = Choice.wildcard();
        for (Context context : Context.values()) {
            assertThat(any.permits(context)).as(context.word()).isEqualTo(!context.namedOnly());
            assertThat(any.forbids(context)).as(context.word()).isTrue();
        }
    }

    @Test
    void permitsAndForbidsWhatItNames() {
        Choice<Technique> named = Choice.of(Set.of(Technique.MODEL_TRAINING));
        assertThat(named.permits(Technique.MODEL_TRAINING)).isTrue();
        assertThat(named.forbids(Technique.MODEL_TRAINING)).isTrue();
        assertThat(named.permits(Technique.CAPTURE)).isFalse();
        assertThat(named.forbids(Technique.CAPTURE)).isFalse();
    }

    @Test
    void keepsTheWrittenOrderAndComparesWithoutIt() throws MalformedException {
        Choice<Medium> written = Choice.reader(Medium::parse).read(json("[\"svod\",\"festival\"]"));
        assertThat(JsonText.compact(written.toJson())).isEqualTo("[\"svod\",\"festival\"]");
        assertThat(written).isEqualTo(Choice.of(Set.of(Medium.FESTIVAL, Medium.SVOD)));
        assertThat(written).hasSameHashCodeAs(Choice.of(Set.of(Medium.FESTIVAL, Medium.SVOD)));
        assertThat(JsonText.compact(Choice.of(written.items()).toJson())).isEqualTo("[\"festival\",\"svod\"]");
    }

    @Test
    void readsTheWildcardAndWritesItBack() throws MalformedException {
        Choice<Role> any = Choice.reader(Role::parse).read(json("\"*\""));
        assertThat(any.any()).isTrue();
        assertThat(JsonText.compact(any.toJson())).isEqualTo("\"*\"");
    }

    @Test
    void refusesEmptyListsRepeatsAndStarsAmongWords() {
        assertThatThrownBy(() -> Choice.reader(Medium::parse).read(json("[]")))
                .hasMessage("test: wanted at least one element, found an empty array");
        assertThatThrownBy(() -> Choice.reader(Medium::parse).read(json("[\"svod\",\"svod\"]")))
                .hasMessage("test /1: wanted elements without repeats, found `svod` again");
        assertThatThrownBy(() -> Choice.reader(Medium::parse).read(json("[\"*\"]")))
                .hasMessageStartingWith("test /0: wanted a medium, found `*`");
        assertThatThrownBy(() -> Choice.reader(Medium::parse).read(json("\"svod\"")))
                .hasMessage("test: wanted an array, found `svod`");
    }

    private static JsonValue json(String text) throws MalformedException {
        return JsonText.parse(Bytes.utf8(text), "test", JsonLimits.RECORD);
    }
}
