package org.countenance.manifest;

/**
 * Why a producer thinks that a use needs no consent; with it the use can be waived (decision.md section 4). Untrusted:
 * the producer's word.
 *
 * @param code the kind of exemption
 * @param reason the producer's words
 */
public record Exemption(ExemptionCode code, String reason) {}
