package org.countenance.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.countenance.scope.Modality;
import org.countenance.scope.ProductionType;
import org.junit.jupiter.api.Test;

/** A real short film, as its makers published its structure. */
class HyperspaceMadnessTest {

    private static final Pattern PARTY = Pattern.compile("\\$\\{party:([a-z]+)}");

    @Test
    void readsARealProduction() throws Exception {
        Path template = Path.of(System.getProperty("vectors.dir", "../shared/vectors"))
                .resolveSibling("data")
                .resolve("hsm/manifest-template.json");
        assumeTrue(Files.exists(template), "skipped: no " + template);
        String text = PARTY.matcher(Files.readString(template))
                .replaceAll(match -> Base64Url.encode(Sha256.hash(Bytes.utf8(match.group(1)))));
        Manifest manifest = ManifestText.read(text);
        assertThat(manifest.assets()).hasSize(583);
        assertThat(manifest.uses()).hasSize(84);
        assertThat(manifest.production().type()).isEqualTo(ProductionType.SHORT_FILM);
        assertThat(manifest.production().id()).hasToString("eidr:10.5240/96C6-A678-E011-B059-77AA-2");
        Set<Person> performers = manifest.uses().stream().map(Use::person).collect(Collectors.toSet());
        assertThat(performers).hasSize(5);
        assertThat(manifest.uses())
                .allSatisfy(use -> assertThat(use.modalities()).containsExactly(Modality.MOTION, Modality.PERFORMANCE));
    }
}
