package org.countenance.record;

import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;

/**
 * Many files by the root of a tree over their hashes (records.md, Hashes).
 *
 * @param count how many
 * @param root root of the tree over the hashes in ascending order, as base64
 * @param list SHA-256 of the text file that lists them
 */
public record AssetList(long count, String root, String list) {

    /** How a record spells it. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("count", count)
                .put("root", root)
                .put("list", list)
                .build();
    }

    static AssetList read(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        AssetList list = new AssetList(
                members.required("count", Values.atLeast(0)),
                members.text("root", Words::root),
                members.text("list", Words::sha256));
        members.end();
        return list;
    }
}
