package org.countenance.record;

import java.util.List;

/** What a record says beyond its claims, one type for each kind (records.md, The kinds). */
public sealed interface Content
        permits Party, Delegation, Grant, Prohibition, Revocation, Endorsement, Clearance, Commitment, IndexRoot {

    /** Which kind this is. */
    RecordKind kind();

    /** Whether it closes: takes away or settles, so that doubt about it still denies (records.md, Opening and closing). */
    boolean closes();

    /** The lists of files that it names, each kept beside the record as annexes are. */
    default List<AssetList> assetLists() {
        return List.of();
    }
}
