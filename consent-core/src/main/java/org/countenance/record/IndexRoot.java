package org.countenance.record;

import org.countenance.base.MalformedException;
import org.countenance.json.Members;
import org.countenance.json.Values;

/**
 * Root of the subject index over all entries before this one (log.md, Subject index).
 *
 * @param size how many entries, which is also this entry's index
 * @param root the root as base64
 */
public record IndexRoot(long size, String root) implements Content {

    @Override
    public RecordKind kind() {
        return RecordKind.INDEX;
    }

    @Override
    public boolean closes() {
        return false;
    }

    static IndexRoot read(Members members, Claims claims) throws MalformedException {
        if (!claims.issuer().equals(claims.subject())) {
            throw members.fault("sub", "the registry's own party, as `iss`", "another party");
        }
        return new IndexRoot(members.required("size", Values.atLeast(0)), members.text("root", Words::root));
    }
}
