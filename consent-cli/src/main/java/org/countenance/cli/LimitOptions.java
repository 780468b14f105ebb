package org.countenance.cli;

import org.countenance.manifest.ManifestLimits;
import picocli.CommandLine.Option;

/** How large a manifest may be. */
final class LimitOptions {

    @Option(names = "--max-uses", paramLabel = "N", description = "most uses in a manifest (1000000)")
    private long uses = ManifestLimits.DEFAULT.uses();

    @Option(names = "--max-assets", paramLabel = "N", description = "most assets in a manifest (1000000)")
    private long assets = ManifestLimits.DEFAULT.assets();

    @Option(names = "--max-releases", paramLabel = "N", description = "most releases in a manifest (1000)")
    private long releases = ManifestLimits.DEFAULT.releases();

    ManifestLimits limits() {
        return new ManifestLimits(uses, assets, releases);
    }
}
