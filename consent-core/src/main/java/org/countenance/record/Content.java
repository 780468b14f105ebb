package org.countenance.record;

/** What a record says beyond its claims, one type for each kind (records.md, The kinds). */
public sealed interface Content
        permits Party, Delegation, Grant, Prohibition, Revocation, Endorsement, Clearance, Commitment, IndexRoot {

    /** Which kind this is. */
    RecordKind kind();

    /** Whether it closes: takes away or settles, so that doubt about it still denies (records.md, Opening and closing). */
    boolean closes();
}
