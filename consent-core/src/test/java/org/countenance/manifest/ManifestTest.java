package org.countenance.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.countenance.base.Window;
import org.countenance.scope.Context;
import org.countenance.scope.Role;
import org.countenance.scope.Technique;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManifestTest {

    private Manifest manifest;

    @BeforeEach
    void read() throws Exception {
        manifest = ManifestText.read(ManifestText.valid());
    }

    @Test
    void findsAssetsAndReleasesById() {
        assertThat(manifest.asset("trailer-03")).contains(manifest.assets().get(1));
        assertThat(manifest.asset("trailer-04")).isEmpty();
        assertThat(manifest.release("promo")).contains(manifest.releases().get(1));
        assertThat(manifest.release("sea")).isEmpty();
    }

    @Test
    void groupsUsesByAssetInTheirOrder() {
        assertThat(usesOf("ep01-sh010")).containsExactly("u1", "u2");
        assertThat(usesOf("trailer-03")).isEmpty();
        assertThat(usesOf("ep01-sh030")).containsExactly("u3");
        assertThat(usesOf("ep01-news")).containsExactly("u4");
    }

    private List<String> usesOf(String asset) {
        return manifest.usesOf(manifest.asset(asset).orElseThrow()).stream()
                .map(Use::id)
                .toList();
    }

    @Test
    void listsTheReleasesOfAnAssetInTheOrderOfTheManifest() {
        assertThat(manifest.releasesOf(manifest.assets().get(0)))
                .extracting(Release::id)
                .containsExactly("launch", "promo");
        assertThat(manifest.releasesOf(manifest.assets().get(1)))
                .extracting(Release::id)
                .containsExactly("promo");
    }

    @Test
    void addsTheContextsOfTheAssetToThoseOfTheUse() {
        assertThat(manifest.contextsOf(manifest.uses().get(0))).isEqualTo(Set.of(Context.ALCOHOL, Context.TOBACCO));
        assertThat(manifest.contextsOf(manifest.uses().get(1))).isEqualTo(Set.of(Context.ALCOHOL));
        assertThat(manifest.contextsOf(manifest.uses().get(3))).isEmpty();
    }

    @Test
    void findsTheSourceOfADerivedAssetInTheManifest() {
        assertThat(manifest.sourceOf(manifest.assets().get(1)))
                .contains(manifest.assets().get(0));
        assertThat(manifest.sourceOf(manifest.assets().get(0))).isEmpty();
        assertThat(manifest.sourceOf(manifest.assets().get(5)))
                .as("delivered earlier")
                .isEmpty();
    }

    @Test
    void findsTheStatementAboutAnAsset() {
        assertThat(manifest.statementOn(manifest.assets().get(2)))
                .contains(manifest.synthetic().get(0));
        assertThat(manifest.statementOn(manifest.assets().get(0))).isEmpty();
    }

    @Test
    void tellsWhichReleaseCarriesTheLabelsThatAGrantMayWant() {
        assertThat(manifest.releases()).extracting(Release::isLabelled).containsExactly(true, false);
    }

    @Test
    void keepsWhatAUseSaysAndLeavesOutWhatItDoesNot() {
        Use full = manifest.uses().get(0);
        assertThat(full.character()).contains("Mei");
        assertThat(full.portrays()).contains(Portrays.ADULT);
        assertThat(full.seconds()).hasValue(4);
        assertThat(full.credited()).isTrue();
        assertThat(full.person().party()).isPresent();
        Use bare = manifest.uses().get(1);
        assertThat(bare.character()).isEmpty();
        assertThat(bare.portrays()).isEmpty();
        assertThat(bare.seconds()).isEqualTo(OptionalLong.empty());
        assertThat(bare.languages()).isEqualTo(Optional.empty());
        assertThat(bare.credited()).isFalse();
    }

    @Test
    void keepsAnUnidentifiedPersonWithTheExemption() {
        Use passer = manifest.uses().get(3);
        assertThat(passer.person()).isEqualTo(new Person.Unidentified("a passer-by in red"));
        assertThat(passer.person().party()).isEmpty();
        assertThat(passer.exemption()).contains(new Exemption(ExemptionCode.INCIDENTAL, "one second in a crowd"));
    }

    @Test
    void sharesEqualPartsBetweenUses() {
        assertThat(manifest.uses().get(0).person())
                .isSameAs(manifest.uses().get(2).person());
        assertThat(manifest.uses().get(0).made())
                .isSameAs(manifest.uses().get(1).made());
        assertThat(manifest.uses().get(0).asset())
                .isSameAs(manifest.assets().get(0).id());
    }

    /** Whoever adds a member to uses decides here whether it tells them apart. */
    @Test
    void callsUsesAlikeThatDifferInNameAssetLengthAndPlaceAlone() throws Exception {
        Manifest manifest = ManifestText.read(ManifestText.valid());
        Use one = manifest.uses().get(0);
        Use other = new Use(
                "other",
                "other",
                new Person.Unidentified("somebody"),
                Role.DRIVER,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Technique.CAPTURE,
                Window.ALWAYS,
                Set.of(),
                Optional.empty(),
                Optional.of(new Exemption(ExemptionCode.NEWS, "news")),
                OptionalLong.of(99),
                !one.credited(),
                manifest.uses().get(1).where());
        RecordComponent[] members = Use.class.getRecordComponents();
        Class<?>[] types = Arrays.stream(members).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (RecordComponent changed : members) {
            Object[] values = new Object[members.length];
            for (int i = 0; i < members.length; i++) {
                values[i] = members[i].getAccessor().invoke(members[i].equals(changed) ? other : one);
            }
            Use mixed = Use.class.getDeclaredConstructor(types).newInstance(values);
            assertThat(mixed).isNotEqualTo(one);
            assertThat(mixed.isLike(one))
                    .as(changed.getName())
                    .isEqualTo(Set.of("id", "asset", "seconds", "where").contains(changed.getName()));
        }
    }
}
