package org.countenance.registry;

/** A store as it was at one moment, whatever is appended meanwhile; until it is closed. */
public final class Moment implements AutoCloseable {

    private final LogStore store;
    private final Runnable end;

    /**
     * A moment that begins now.
     *
     * @param end what lets it pass
     */
    public Moment(LogStore store, Runnable end) {
        this.store = store;
        this.end = end;
    }

    /** The entries with the proofs that a verifier wants, who does not trust the store. */
    public SliceSource slice() {
        return new StoredSlice(store);
    }

    @Override
    public void close() {
        end.run();
    }
}
