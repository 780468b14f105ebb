package org.countenance.manifest;

import org.countenance.base.Bytes;

/**
 * What an asset was made from without making any likeness anew (decision.md section 4). Untrusted: the producer's word
 * (LC134).
 *
 * @param sha256 the source, which need not be in the manifest: it may have been delivered with an earlier one
 * @param by what was done to it
 */
public record DerivedFrom(Bytes sha256, Derivation by) {}
