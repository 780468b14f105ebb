package org.countenance.examples.jade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.countenance.manifest.Asset;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.ManifestLimits;
import org.countenance.manifest.ManifestReader;
import org.countenance.manifest.Release;
import org.countenance.manifest.Use;
import org.countenance.scope.Modality;
import org.countenance.scope.Role;
import org.countenance.scope.Technique;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JadeHairpinTest {

    private static final Path SHIPPED = Path.of("manifest-template.json");
    private static final LocalDate TRIED = LocalDate.of(2026, 11, 25);
    private static final Pattern PARTY = Pattern.compile("\\$\\{party:([a-z]+)}");
    private static final Pattern DAY = Pattern.compile("\\$\\{day([+-][0-9]+)}");

    private static Manifest manifest;

    @BeforeAll
    static void read() throws Exception {
        String named = PARTY.matcher(Files.readString(SHIPPED)).replaceAll(match -> party(match.group(1)));
        String dated = DAY.matcher(named)
                .replaceAll(match ->
                        TRIED.plusDays(Integer.parseInt(match.group(1))).toString());
        manifest = ManifestReader.read(
                new ByteArrayInputStream(dated.getBytes(StandardCharsets.UTF_8)), ManifestLimits.DEFAULT);
    }

    private static String party(String alias) {
        return Base64Url.encode(Sha256.hash(Bytes.utf8(alias)));
    }

    @Test
    void shipsWhatTheSeedMakes() throws Exception {
        assertThat(Files.readString(SHIPPED)).isEqualTo(JadeHairpin.template(JadeHairpin.SEED));
    }

    @Test
    void hasTheSizeOfARealProduction() {
        assertThat(manifest.assets()).hasSizeBetween(2_900, 3_100);
        assertThat(manifest.uses()).hasSizeBetween(3_200, 3_400);
        assertThat(manifest.releases()).extracting(Release::id).containsExactly("launch", "sea", "promo");
        assertThat(manifest.production().episodes()).hasValue(40);
    }

    @Test
    void needsOfEachPerformerWhatTheReadmeSays() {
        Map<String, Set<String>> needs = new TreeMap<>();
        for (Use use : manifest.uses()) {
            needs.computeIfAbsent(aliasOf(use), alias -> new TreeSet<>()).addAll(needsOf(use));
        }
        String picture = "face-generation face+body";
        Map<String, Set<String>> expected = new TreeMap<>(Map.of(
                "shen",
                        Set.of(
                                picture,
                                "voice-clone voice",
                                "dub-voice-clone voice",
                                "in alcohol",
                                "en",
                                "th",
                                "id",
                                "promo"),
                "qiao", Set.of(picture, "capture voice", "in alcohol", "promo"),
                "tang", Set.of(picture, "in criminal-role"),
                "wei", Set.of(picture, "pose-transfer face+body", "in alcohol", "promo"),
                "bai", Set.of(picture, "in alcohol", "promo"),
                "he", Set.of(picture, "in alcohol", "promo"),
                "zhou", Set.of("archive-reuse face+body"),
                "luo",
                        Set.of(
                                "face-swap body+motion+performance",
                                "pose-transfer motion+performance",
                                "in graphic-violence")));
        expected.put("lin", new TreeSet<>(expected.get("shen")));
        expected.get("lin").addAll(Set.of("de-age face", "face-swap face", "in graphic-violence"));
        assertThat(needs).isEqualTo(expected);
    }

    private static String aliasOf(Use use) {
        for (Performer performer : Performer.values()) {
            String alias = performer.name().toLowerCase(Locale.ROOT);
            if (use.person().party().orElseThrow().equals(party(alias))) {
                return alias;
            }
        }
        throw new AssertionError("a stranger in " + use.id());
    }

    private static Set<String> needsOf(Use use) {
        Set<String> needs = new TreeSet<>();
        needs.add(use.technique().word() + " "
                + String.join("+", use.modalities().stream().map(Modality::word).toList()));
        manifest.contextsOf(use).forEach(context -> needs.add("in " + context.word()));
        use.languages().ifPresent(tags -> tags.forEach(tag -> needs.add(tag.toString())));
        if (manifest.assetOf(use).releases().contains("promo")) {
            needs.add("promo");
        }
        return needs;
    }

    @Test
    void namesADriverWhereverOneIsNeeded() {
        assertThat(manifest.uses())
                .filteredOn(use -> use.technique() == Technique.FACE_SWAP || use.technique() == Technique.POSE_TRANSFER)
                .isNotEmpty()
                .allSatisfy(use -> assertThat(manifest.usesOf(manifest.assetOf(use)))
                        .extracting(Use::role)
                        .containsExactly(Role.DEPICTED, Role.DRIVER));
    }

    @Test
    void statesOfEverySyntheticAssetWithoutPeopleThatItShowsNobody() {
        for (Asset asset : manifest.assets()) {
            boolean synthetic = asset.source().orElseThrow().synthetic();
            boolean empty = manifest.usesOf(asset).isEmpty();
            assertThat(manifest.statementOn(asset).isPresent()).as(asset.id()).isEqualTo(synthetic && empty);
        }
    }

    @Test
    void cutsTheTrailerFromShotsOfTheSeries() {
        assertThat(manifest.assets())
                .filteredOn(asset -> asset.releases().contains("promo"))
                .hasSize(24)
                .allSatisfy(asset -> assertThat(manifest.sourceOf(asset)).hasValueSatisfying(source -> {
                    assertThat(source.contexts()).isEmpty();
                    assertThat(manifest.usesOf(source)).hasSameSizeAs(manifest.usesOf(asset));
                }));
    }
}
