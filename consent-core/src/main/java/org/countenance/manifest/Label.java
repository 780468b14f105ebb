package org.countenance.manifest;

import java.util.Optional;

/**
 * A mark that a release carries, saying that it is synthetic (decision.md sections 4 and 9).
 *
 * @param kind how it is perceived
 * @param where a word for the place of a visible or audible one, e.g. {@code opening}
 * @param text the words of a visible one, or those spoken in an audible one
 * @param scheme the technical scheme of a metadata one, e.g. {@code c2pa} or {@code GB45438}
 */
public record Label(LabelKind kind, Optional<String> where, Optional<String> text, Optional<String> scheme) {}
