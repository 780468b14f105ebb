package org.countenance.registry;

import org.jspecify.annotations.Nullable;

/** Says that a store could not do what it was asked: nothing of it is visible. */
public final class StoreException extends RuntimeException {

    private final boolean corruption;

    private StoreException(String message, boolean corruption, @Nullable Throwable cause) {
        super(message, cause);
        this.corruption = corruption;
    }

    /** The store cannot be used now: locked, read-only, full, of a newer version. */
    public static StoreException unusable(String message, @Nullable Throwable cause) {
        return new StoreException(message, false, cause);
    }

    /** Somebody else moved the head first. */
    public static StoreException moved(String message) {
        return new StoreException(message, false, null);
    }

    /** Something below the head is missing or damaged. */
    public static StoreException corrupt(String message) {
        return new StoreException(message, true, null);
    }

    /** Whether the store is damaged. */
    public boolean isCorruption() {
        return corruption;
    }
}
