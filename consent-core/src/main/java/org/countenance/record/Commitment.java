package org.countenance.record;

import java.util.List;
import org.countenance.base.MalformedException;
import org.countenance.json.Members;

/**
 * These files existed when this was logged (records.md, {@code commitment}).
 *
 * @param assets the files
 */
public record Commitment(AssetList assets) implements Content {

    @Override
    public RecordKind kind() {
        return RecordKind.COMMITMENT;
    }

    @Override
    public boolean closes() {
        return false;
    }

    @Override
    public List<AssetList> assetLists() {
        return List.of(assets);
    }

    static Commitment read(Members members, Claims claims) throws MalformedException {
        return new Commitment(members.required("assets", AssetList::read));
    }
}
