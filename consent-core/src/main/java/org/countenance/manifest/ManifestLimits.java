package org.countenance.manifest;

/**
 * How much of a manifest is read before it is refused (decision.md section 4).
 *
 * @param uses most uses
 * @param assets most assets, and most statements about synthetic ones
 * @param releases most releases
 */
public record ManifestLimits(long uses, long assets, long releases) {

    /** A million uses and assets, a thousand releases. */
    public static final ManifestLimits DEFAULT = new ManifestLimits(1_000_000, 1_000_000, 1_000);
}
