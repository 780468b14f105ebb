package org.countenance.verify;

import java.util.Locale;

/** How much a finding weighs, in descending order. */
public enum Severity {
    /** The use is blocked. */
    BLOCK,
    /** Nobody can tell. */
    UNDETERMINED,
    /** Somebody should look. */
    WARNING,
    /** Worth knowing. */
    NOTE;

    /** How it is spelled in a verdict. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
