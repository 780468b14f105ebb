package org.countenance.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.countenance.base.MalformedException;
import org.junit.jupiter.api.Test;

class LargeManifestTest {

    private static final int SIZE = 50_000;

    @Test
    void readsAStreamOfManyUses() throws Exception {
        Manifest manifest = ManifestReader.read(new LargeManifest(head(), SIZE), ManifestLimits.DEFAULT);
        assertThat(manifest.uses()).hasSize(SIZE);
        assertThat(manifest.assets()).hasSize(SIZE);
        Use last = manifest.uses().get(SIZE - 1);
        assertThat(last.where().place().pointer()).isEqualTo("/uses/" + (SIZE - 1));
        assertThat(manifest.usesOf(manifest.assetOf(last))).containsExactly(last);
        assertThat(manifest.uses().stream().map(Use::made).distinct()).hasSize(1_200);
    }

    @Test
    void stopsAtTheLimitWithoutReadingOn() throws Exception {
        ManifestLimits limits = new ManifestLimits(SIZE, SIZE - 1, 10);
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> ManifestReader.read(new LargeManifest(head(), Integer.MAX_VALUE), limits))
                .satisfies(e -> assertThat(e.wanted()).isEqualTo("at most 49999 assets"));
    }

    private static String head() throws IOException {
        String valid = ManifestText.valid();
        return valid.substring(0, valid.indexOf("\"assets\": [")) + "\"assets\":[";
    }
}
