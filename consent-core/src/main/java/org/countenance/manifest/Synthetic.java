package org.countenance.manifest;

import java.util.Optional;
import org.countenance.base.Bytes;

/**
 * A statement that a synthetic asset shows nobody (decision.md section 4, LC110). Untrusted: nobody has checked the
 * attestation.
 *
 * @param asset id of the asset
 * @param statement what is stated
 * @param by party id of who states it
 * @param attestation hash of the signed statement, when there is one
 * @param where where it stands
 */
public record Synthetic(String asset, String statement, String by, Optional<Bytes> attestation, Where where) {}
