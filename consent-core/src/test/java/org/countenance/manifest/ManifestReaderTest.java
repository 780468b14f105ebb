package org.countenance.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {

    @Test
    void keepsTheHashOfTheBytesItRead() throws Exception {
        String text = ManifestText.valid() + "\n \n";
        assertThat(ManifestText.read(text).sha256()).isEqualTo(Sha256.hash(Bytes.utf8(text)));
    }

    @Test
    void keepsThePlaceOfEveryElement() throws Exception {
        Manifest manifest = ManifestText.read(ManifestText.valid());
        assertThat(manifest.uses().get(2).where().place()).isEqualTo(placeOf("uses", 2, "{\"id\": \"u3\""));
        assertThat(manifest.assets().get(5).where().place()).isEqualTo(placeOf("assets", 5, "{\"id\": \"ep01-news\""));
        assertThat(manifest.releases().get(1).where().place()).isEqualTo(placeOf("releases", 1, "{\"id\": \"promo\""));
        assertThat(manifest.synthetic().get(0).where().place())
                .isEqualTo(placeOf("synthetic", 0, "{\"asset\": \"ep01-sh020\", \"statement\""));
    }

    private static Place placeOf(String list, int index, String text) throws IOException {
        String before = ManifestText.valid().substring(0, ManifestText.valid().indexOf(text));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place("manifest", "/" + list + "/" + index, line, before.length() - before.lastIndexOf('\n'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest", "vocabulary", "production", "releases", "assets", "uses"})
    void refusesAManifestWithout(String member) throws Exception {
        JsonObject without = ManifestText.validTree().toBuilder().remove(member).build();
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> ManifestText.read(JsonText.compact(without)))
                .withMessage("manifest: wanted a member `" + member + "`, found none");
    }

    @Test
    void readsMembersInAnyOrder() throws Exception {
        JsonObject valid = ManifestText.validTree();
        JsonObject.Builder turned = JsonObject.builder();
        for (String name :
                Arrays.asList("synthetic", "uses", "assets", "releases", "production", "vocabulary", "manifest")) {
            turned.put(name, valid.get(name).orElseThrow());
        }
        Manifest manifest = ManifestText.read(JsonText.compact(turned.build()));
        assertThat(manifest.uses()).extracting(Use::id).containsExactly("u1", "u2", "u3", "u4");
        assertThat(manifest.assetOf(manifest.uses().get(3)).id()).isEqualTo("ep01-news");
    }

    @Test
    void readsAManifestWithoutUsesAndStatements() throws Exception {
        String empty = ManifestText.valid().replaceFirst("(?s)\"uses\": \\[.*", "\"uses\": []}");
        Manifest manifest = ManifestText.read(empty);
        assertThat(manifest.uses()).isEmpty();
        assertThat(manifest.synthetic()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"uses,3,6,2", "assets,4,5,2", "releases,4,6,1"})
    void namesTheLimitThatIsPassed(String list, long uses, long assets, long releases) throws Exception {
        ManifestLimits limits = new ManifestLimits(uses, assets, releases);
        long most = list.equals("uses") ? uses : list.equals("assets") ? assets : releases;
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> ManifestText.read(ManifestText.valid(), limits))
                .satisfies(e -> {
                    assertThat(e.place().pointer()).isEqualTo("/" + list);
                    assertThat(e.wanted()).isEqualTo("at most " + most + " " + list);
                    assertThat(e.hint()).contains("the limit `" + list + "` can be raised");
                });
    }

    @Test
    void namesTheLimitOfAssetsForStatementsAboutThem() throws Exception {
        String two = ManifestText.valid()
                .replaceFirst("(?s)\"synthetic\": \\[(.*?\\})\\s*\\]", "\"synthetic\": [$1,$1,$1,$1,$1,$1,$1]");
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> ManifestText.read(two, new ManifestLimits(4, 6, 2)))
                .satisfies(e -> {
                    assertThat(e.wanted()).isEqualTo("at most 6 synthetic");
                    assertThat(e.hint()).contains("the limit `assets` can be raised");
                });
    }

    @Test
    void readsAManifestThatJustKeepsTheLimits() throws Exception {
        assertThat(ManifestText.read(ManifestText.valid(), new ManifestLimits(4, 6, 2))
                        .uses())
                .hasSize(4);
    }

    @Test
    void refusesAssetsThatAreMadeFromOneAnother() throws Exception {
        String valid = ManifestText.valid();
        String trailer = hashOf(valid, "trailer-03");
        String shot = hashOf(valid, "ep01-sh010");
        String circle = valid.replace(
                shot + "\", \"seconds\": 4,",
                shot + "\", \"seconds\": 4, \"derivedFrom\": {\"sha256\": \"" + trailer + "\", \"by\": \"trim\"},");
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> ManifestText.read(circle))
                .satisfies(e -> {
                    assertThat(e.place().pointer()).isEqualTo("/assets/0/derivedFrom");
                    assertThat(e.found()).isEqualTo("the asset `ep01-sh010` among its own sources");
                });
    }

    private static String hashOf(String manifest, String asset) {
        return manifest.replaceFirst("(?s).*?\"id\": \"" + asset + "\", \"sha256\": \"([0-9a-f]{64})\".*", "$1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "\uFEFF{}", "{} {}", "{\"manifest\":1}x", "{\"manifest\":1"})
    void refusesWhatIsNoManifest(String text) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> ManifestText.read(text));
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws Exception {
        byte[] latin = ManifestText.valid().replace("Jade", "J\u00e4de").getBytes(StandardCharsets.ISO_8859_1);
        InputStream in = new ByteArrayInputStream(latin);
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> ManifestReader.read(in, ManifestLimits.DEFAULT))
                .satisfies(e -> assertThat(e.wanted()).isEqualTo("UTF-8"));
    }

    @Test
    void refusesEveryTruncatedManifest() throws Exception {
        String valid = ManifestText.valid().strip();
        for (int length = 0; length < valid.length(); length++) {
            String cut = valid.substring(0, length);
            assertThatExceptionOfType(MalformedException.class)
                    .as("cut at %s", length)
                    .isThrownBy(() -> ManifestText.read(cut));
        }
    }

    @Test
    void readsOrRefusesAnyDamagedManifest() throws Exception {
        byte[] valid = ManifestText.valid().getBytes(StandardCharsets.UTF_8);
        long seed = 20261124L;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = valid.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(128);
            try {
                ManifestReader.read(new ByteArrayInputStream(damaged), ManifestLimits.DEFAULT);
            } catch (MalformedException e) {
                assertThat(e.place().document())
                        .as("seed %s, round %s", seed, round)
                        .isEqualTo("manifest");
            } catch (RuntimeException e) {
                fail("seed " + seed + ", round " + round, e);
            }
        }
    }

    @Test
    void refusesWhatItReadBeforeAtThePlaceWhereItIsRefused() throws Exception {
        JsonObject valid = ManifestText.validTree();
        String use = JsonText.compact(
                ((JsonArray) valid.get("uses").orElseThrow()).elements().get(0));
        for (String wrong : new String[] {"\"made\":{\"from\":1}", "\"modalities\":[]", "\"person\":\"x\""}) {
            String name = wrong.substring(1, wrong.indexOf('"', 1));
            String other = use.replaceFirst("\"" + name + "\":([^\\[{,]+|\\[[^\\]]*\\]|\\{[^}]*\\})", wrong);
            assertThat(other).isNotEqualTo(use);
            JsonObject changed = valid.toBuilder()
                    .put(
                            "uses",
                            JsonText.parse(
                                    Bytes.utf8("[" + use + "," + other + "," + other + "]"), "uses", JsonLimits.RECORD))
                    .build();
            assertThatExceptionOfType(MalformedException.class)
                    .isThrownBy(() -> ManifestText.read(JsonText.compact(changed)))
                    .withMessageContaining("/uses/1/" + name);
        }
    }

    @Test
    void readsElementsThatAreWrittenAlikeAsIfEachWereWrittenInItsOwnWay() throws Exception {
        Manifest alike = ManifestText.read(many("", 200));
        Manifest unlike = ManifestText.read(many(" ", 200));
        assertThat(alike.uses()).hasSize(200);
        for (int i = 0; i < 200; i++) {
            Use use = alike.uses().get(i);
            assertThat(use.isLike(unlike.uses().get(i))).isTrue();
            assertThat(List.of(use.id(), use.asset(), use.seconds()))
                    .isEqualTo(List.of(
                            unlike.uses().get(i).id(),
                            unlike.uses().get(i).asset(),
                            unlike.uses().get(i).seconds()));
            assertThat(use.where().place())
                    .isEqualTo(new Place("manifest", "/uses/" + i, use.where().line(), 1));
            Asset asset = alike.assets().get(i);
            Asset other = unlike.assets().get(i);
            assertThat(new Asset(
                            asset.id(),
                            asset.sha256(),
                            asset.seconds(),
                            asset.episode(),
                            asset.source(),
                            asset.derivedFrom(),
                            asset.contexts(),
                            asset.releases(),
                            other.where()))
                    .isEqualTo(other);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'id':'u7' ; 'id':'u 7' ; /uses/7/id",
                "'id':'u7' ; 'id':'u6' ; /uses/7/id",
                "'asset':'shot-7' ; 'asset':'shot-x' ; /uses/7/asset",
                "'character':'No. 7' ; 'character':'' ; /uses/7/character",
                "'until':'2026-11-10T00:00:08Z' ; 'until':'2026-11-10T00:00:00Z' ; /uses/7/made/until",
                "'seconds':8, ; 'seconds':0, ; /uses/7/seconds",
                "'seconds':108, ; 'seconds':0, ; /assets/7/seconds",
                "'id':'shot-7' ; 'id':'shot-6' ; /assets/7/id",
                "ffffff07 ; ffffff06 ; /assets/7/sha256",
                "'episode':8 ; 'episode':9000 ; /assets/7/episode"
            })
    void refusesWhatIsWrongInAnElementThatIsWrittenLikeOthers(String right, String wrong, String pointer)
            throws Exception {
        String text = many("", 20);
        String broken = text.replace(right.replace('\'', '"'), wrong.replace('\'', '"'));
        assertThat(broken).isNotEqualTo(text);
        assertThatThrownBy(() -> ManifestText.read(broken))
                .isInstanceOfSatisfying(
                        MalformedException.class,
                        e -> assertThat(e.place().pointer()).isEqualTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"releases", "assets", "uses", "synthetic"})
    void refusesTheSecondOfTwoElementsThatAreWrittenTheSame(String list) throws Exception {
        JsonObject valid = ManifestText.validTree();
        List<JsonValue> elements = ((JsonArray) valid.get(list).orElseThrow()).elements();
        JsonValue first = elements.get(0);
        List<JsonValue> twice = new ArrayList<>(List.of(first, first));
        twice.addAll(elements.subList(1, elements.size()));
        String text = valid.toBuilder().put(list, JsonArray.of(twice)).build().toString();
        String member = list.equals("synthetic") ? "asset" : "id";
        assertThatThrownBy(() -> ManifestText.read(text))
                .isInstanceOfSatisfying(
                        MalformedException.class,
                        e -> assertThat(e.place().pointer()).isEqualTo("/" + list + "/1/" + member));
    }

    /** A manifest of so many assets with a use each; with a space, each element is written in its own way. */
    private static String many(String space, int count) throws Exception {
        JsonObject valid = ManifestText.validTree();
        String assets = IntStream.range(0, count)
                .mapToObj(i -> "\n{" + space.repeat(i) + "'id':'shot-" + i + "','sha256':'" + "ab".repeat(28)
                        + String.format(Locale.ROOT, "ffffff%02x", i) + "','seconds':" + (i + 101) + ",'episode':"
                        + (i % 9 + 1) + ",'releases':['launch']}")
                .collect(Collectors.joining(","));
        String uses = IntStream.range(0, count)
                .mapToObj(i -> "\n{" + space.repeat(i) + "'id':'u" + i + "','asset':'shot-" + i
                        + "','person':'L0i4gepwc_HG8IOylqNgvUyc9R7arLoc2cNNiuPZlOw','role':'depicted','character':'No. "
                        + i + "','portrays':'adult','modalities':['face'],'technique':'face-generation',"
                        + "'made':{'from':'2026-11-10T00:00:00Z','until':'2026-11-10T00:"
                        + String.format(Locale.ROOT, "%02d:%02d", (i + 1) / 60, (i + 1) % 60) + "Z'},'seconds':"
                        + (i % 100 + 1) + ",'credited':true}")
                .collect(Collectors.joining(","));
        return valid.toBuilder()
                        .remove("assets")
                        .remove("uses")
                        .remove("synthetic")
                        .build()
                        .toString()
                        .replaceFirst("}$", "")
                + (",'assets':[" + assets + "],'uses':[" + uses + "]}").replace('\'', '"');
    }
}
