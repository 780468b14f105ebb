package org.countenance.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Window;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static final String EXAMPLE = """
            {"roles":["depicted"],"modalities":["face","body"],"techniques":["face-generation","de-age"],"contexts":[],\
            "media":["social-video","micro-drama-app"],"territories":{"include":["CN","SG"],"exclude":[]},\
            "languages":["zh","en"],"made":{"from":"2026-11-01T00:00:00Z","until":"2027-03-01T00:00:00Z"},\
            "shown":{"from":"2026-12-01T00:00:00Z","until":"2029-12-01T00:00:00Z"}}""";

    private static final Window MADE = window("2026-12-01T00:00:00Z", "2026-12-02T00:00:00Z");

    @Nested
    class Reading {

        @Test
        void writesBackExactlyWhatItRead() throws MalformedException {
            assertThat(JsonText.compact(read(EXAMPLE).toJson())).isEqualTo(EXAMPLE);
        }

        @Test
        void takesAWildcardForEveryMember() throws MalformedException {
            JsonObject.Builder any = JsonObject.builder();
            object().values().keySet().forEach(name -> any.put(name, "*"));
            Scope scope = Scope.read(any.build());
            assertThat(scope.toJson()).isEqualTo(any.build());
            assertThat(scope.made()).isEqualTo(Window.ALWAYS);
            assertThat(scope.shown()).isEqualTo(Window.ALWAYS);
        }

        @Test
        void needsEveryMemberAndTakesNoOther() {
            for (String name : object().values().keySet()) {
                JsonObject without = object().toBuilder().remove(name).build();
                assertThatThrownBy(() -> Scope.read(without)).hasMessage("wanted a member `" + name + "`, found none");
            }
            JsonObject more = object().toBuilder().put("subtitles", "*").build();
            assertThatThrownBy(() -> Scope.read(more)).hasMessageContaining("wanted a known member, found `subtitles`");
        }

        @Test
        void takesAnEmptyListForContextsAlone() throws MalformedException {
            for (String name : new String[] {"roles", "modalities", "techniques", "media", "languages"}) {
                refuses(name, "[]", "scope /" + name + ": wanted at least one element, found an empty array");
            }
            assertThat(read(EXAMPLE).contexts()).isEqualTo(Choice.<Context>of(Set.of()));
        }

        @Test
        void letsTheShowingAloneBePerpetual() throws MalformedException {
            String perpetual = EXAMPLE.replace("2029-12-01T00:00:00Z", "perpetual");
            assertThat(read(perpetual).shown().until()).isEqualTo(Window.NEVER);
            assertThat(JsonText.compact(read(perpetual).toJson())).isEqualTo(perpetual);
            refuses(
                    "made",
                    "{\"from\":\"2026-11-01T00:00:00Z\",\"until\":\"perpetual\"}",
                    "scope /made/until: wanted an instant like `2026-12-01T00:00:00Z`, found `perpetual`");
        }

        @Test
        void refusesWindowsThatAreNotWindows() {
            refuses(
                    "shown",
                    "{\"from\":\"2026-11-01T00:00:00Z\",\"until\":\"2026-11-01T00:00:00Z\"}",
                    "scope /shown/until: wanted an instant after 2026-11-01T00:00:00Z, found 2026-11-01T00:00:00Z");
            refuses(
                    "shown",
                    "{\"from\":\"2026-11-01T00:00:00.000Z\",\"until\":\"2026-11-02T00:00:00Z\"}",
                    "scope /shown/from: wanted an instant like `2026-12-01T00:00:00Z`, found `2026-11-01T00:00:00.000Z`");
            refuses("made", "\"always\"", "scope /made: wanted an object, found `always`");
        }

        private void refuses(String member, String value, String message) {
            assertThatThrownBy(() -> {
                        String name = "\"" + member + "\":";
                        int from = EXAMPLE.indexOf(name) + name.length();
                        String old = JsonText.compact(object().get(member).orElseThrow());
                        read(EXAMPLE.substring(0, from) + value + EXAMPLE.substring(from + old.length()));
                    })
                    .isInstanceOf(MalformedException.class)
                    .hasMessage(message);
        }
    }

    @Nested
    class Permitting {

        @Test
        void needsTheRoleTheTechniqueAndTheWholeMaking() throws MalformedException {
            Scope scope = read(EXAMPLE);
            assertThat(scope.permits(use(Technique.DE_AGE, MADE))).isTrue();
            assertThat(scope.permits(use(Technique.FACE_SWAP, MADE))).isFalse();
            assertThat(scope.permits(new Filters(Role.DRIVER, Technique.DE_AGE, Set.of(), MADE)))
                    .isFalse();
            assertThat(scope.permits(use(Technique.DE_AGE, window("2027-02-28T00:00:00Z", "2027-03-01T00:00:01Z"))))
                    .isFalse();
        }

        @Test
        void needsEveryContext() throws MalformedException {
            Scope scope = with("contexts", "alcohol", "nudity");
            assertThat(scope.permits(use(Technique.DE_AGE, MADE))).isTrue();
            assertThat(scope.permits(use(Technique.DE_AGE, MADE, Context.ALCOHOL, Context.NUDITY)))
                    .isTrue();
            assertThat(scope.permits(use(Technique.DE_AGE, MADE, Context.ALCOHOL, Context.DRUGS)))
                    .isFalse();
        }

        @Test
        void givesNoNamedOnlyWordByWildcard() throws MalformedException {
            Scope scope = with("contexts", "*");
            assertThat(scope.permits(use(Technique.DE_AGE, MADE, Context.DRUGS)))
                    .isTrue();
            assertThat(scope.permits(use(Technique.DE_AGE, MADE, Context.DRUGS, Context.NUDITY)))
                    .isFalse();
            assertThat(with("techniques", "*").permits(use(Technique.MODEL_TRAINING, MADE)))
                    .isFalse();
        }

        @Test
        void coversNarrowerLanguagesAndWhatSaysNothing() throws MalformedException {
            Scope scope = with("modalities", "voice", "face");
            assertThat(scope.permits(new Speech(Modality.VOICE, "zh-Hans"))).isTrue();
            assertThat(scope.permits(new Speech(Modality.VOICE, "fr"))).isFalse();
            assertThat(scope.permits(Speech.silent(Modality.FACE))).isTrue();
            assertThat(scope.permits(Speech.silent(Modality.BODY))).isFalse();
        }
    }

    @Nested
    class Forbidding {

        @Test
        void meetsAnyPartOfTheMaking() throws MalformedException {
            Scope scope = read(EXAMPLE);
            assertThat(scope.forbids(use(Technique.DE_AGE, window("2027-02-28T00:00:00Z", "2028-01-01T00:00:00Z"))))
                    .isTrue();
            assertThat(scope.forbids(use(Technique.DE_AGE, window("2027-03-01T00:00:00Z", "2028-01-01T00:00:00Z"))))
                    .isFalse();
        }

        @Test
        void meetsAnySharedContextOrTheLackOfThem() throws MalformedException {
            assertThat(with("contexts", "drugs").forbids(use(Technique.DE_AGE, MADE, Context.DRUGS, Context.HATE)))
                    .isTrue();
            assertThat(with("contexts", "drugs").forbids(use(Technique.DE_AGE, MADE)))
                    .isFalse();
            assertThat(read(EXAMPLE).forbids(use(Technique.DE_AGE, MADE))).isTrue();
            assertThat(read(EXAMPLE).forbids(use(Technique.DE_AGE, MADE, Context.DRUGS)))
                    .isFalse();
            assertThat(with("contexts", "*").forbids(use(Technique.DE_AGE, MADE, Context.HATE)))
                    .isTrue();
            assertThat(with("contexts", "*").forbids(use(Technique.DE_AGE, MADE)))
                    .isTrue();
        }

        @Test
        void takesEveryWordByWildcard() throws MalformedException {
            assertThat(with("techniques", "*").forbids(use(Technique.MODEL_TRAINING, MADE)))
                    .isTrue();
        }

        @Test
        void meetsWiderAndNarrowerLanguages() throws MalformedException {
            Scope scope = with("modalities", "voice");
            assertThat(scope.forbids(new Speech(Modality.VOICE, "zh-Hans"))).isTrue();
            assertThat(scope.forbids(new Speech(Modality.VOICE, "fr"))).isFalse();
            assertThat(scope.forbids(new Speech(Modality.FACE, "zh"))).isFalse();
        }

        @Test
        void takesWhatSaysNothingOnlyWhenItMeansMoreThanSpeech() throws MalformedException {
            assertThat(with("modalities", "face", "body").forbids(Speech.silent(Modality.FACE)))
                    .isTrue();
            assertThat(with("modalities", "face", "voice").forbids(Speech.silent(Modality.FACE)))
                    .isFalse();
            assertThat(with("modalities", "*").forbids(Speech.silent(Modality.FACE)))
                    .isFalse();
            assertThat(with("languages", "*").forbids(Speech.silent(Modality.FACE)))
                    .isTrue();
            assertThat(with("languages", "zxx").forbids(Speech.silent(Modality.FACE)))
                    .isTrue();
        }

        @Test
        void hearsAFaceOnlyUnderLipSync() throws MalformedException {
            assertThat(with("techniques", "lip-sync").forbids(Speech.silent(Modality.FACE)))
                    .isFalse();
            assertThat(with("techniques", "lip-sync").forbids(new Speech(Modality.FACE, "zh")))
                    .isTrue();
            assertThat(with("techniques", "lip-sync", "de-age").forbids(Speech.silent(Modality.FACE)))
                    .isTrue();
        }
    }

    private static Filters use(Technique technique, Window made, Context... contexts) {
        return new Filters(Role.DEPICTED, technique, Set.of(contexts), made);
    }

    private static Scope with(String member, String... words) throws MalformedException {
        boolean any = words.length == 1 && words[0].equals("*");
        return Scope.read(object().toBuilder()
                .put(member, any ? JsonString.of("*") : JsonArray.ofStrings(java.util.List.of(words)))
                .build());
    }

    private static Scope read(String text) throws MalformedException {
        return Scope.read(JsonText.parseObject(Bytes.utf8(text), "scope"));
    }

    private static JsonObject object() {
        try {
            return JsonText.parseObject(Bytes.utf8(EXAMPLE), "scope");
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private static Window window(String from, String until) {
        return new Window(Instant.parse(from), Instant.parse(until));
    }
}
