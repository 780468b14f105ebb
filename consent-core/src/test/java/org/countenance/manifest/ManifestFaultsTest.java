package org.countenance.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Breaks one thing at a time in {@code vectors/manifest/valid.json}, as {@code faults.json} says. */
class ManifestFaultsTest {

    private record Fault(
            String says, String replace, String with, String at, String wanted, String found, String hint) {

        static Fault read(JsonObject json) throws MalformedException {
            Members members = json.members();
            Fault fault = new Fault(
                    members.string("says"),
                    members.string("replace"),
                    members.string("with"),
                    members.string("at"),
                    members.string("wanted"),
                    members.string("found"),
                    members.optional("hint", Values::string).orElse(""));
            members.end();
            return fault;
        }
    }

    @TestFactory
    Stream<DynamicTest> refuses() throws IOException, MalformedException {
        Bytes text = Bytes.utf8(ManifestText.resource("faults.json"));
        List<Fault> faults = Values.listOf(each -> Fault.read(Values.object(each)))
                .read(JsonText.parse(text, "faults.json", JsonLimits.DOCUMENT));
        return faults.stream().map(each -> DynamicTest.dynamicTest(each.says(), () -> check(each)));
    }

    private static void check(Fault fault) throws IOException {
        String valid = ManifestText.valid();
        assertThat(valid.split(java.util.regex.Pattern.quote(fault.replace()), -1))
                .hasSize(2);
        String broken = valid.replace(fault.replace(), fault.with());
        MalformedException refusal = catchThrowableOfType(MalformedException.class, () -> ManifestText.read(broken));
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.place().document()).isEqualTo("manifest");
        assertThat(refusal.place().pointer()).isEqualTo(fault.at());
        assertThat(refusal.wanted()).isEqualTo(fault.wanted());
        assertThat(refusal.found()).isEqualTo(fault.found());
        assertThat(refusal.hint().orElse("")).isEqualTo(fault.hint());
        assertThat(refusal.place().line()).isPositive();
    }
}
