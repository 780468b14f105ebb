package org.countenance.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.scope.Scope;

/**
 * Consent (records.md, {@code grant}).
 *
 * @param licensees to whom
 * @param productions for which
 * @param characters for which, as salted hashes of their names
 * @param permissions what is allowed; separate items are separate consents
 * @param prohibitions what is carved out of it
 * @param terms on what terms
 * @param facts for law packs only
 * @param ratifies whether it covers what was made before it was logged
 * @param notwithstanding the person's own prohibitions that it steps over
 * @param supersedes the grant that it is to replace
 */
public record Grant(
        AnyOr<Id> licensees,
        AnyOr<ProductionPin> productions,
        AnyOr<String> characters,
        List<Scope> permissions,
        List<Scope> prohibitions,
        Terms terms,
        JsonObject facts,
        boolean ratifies,
        Set<Id> notwithstanding,
        Optional<Id> supersedes)
        implements Content {

    @Override
    public RecordKind kind() {
        return RecordKind.GRANT;
    }

    @Override
    public boolean closes() {
        return false;
    }

    static Grant read(Members members, Claims claims) throws MalformedException {
        return new Grant(
                members.required("licensees", AnyOr.reader(Id::read)),
                members.required("productions", AnyOr.reader(ProductionPin::read)),
                members.required("characters", AnyOr.reader(Values.text(Words::sha256))),
                members.required("permissions", Values.listOf(Scope::read)),
                members.required("prohibitions", Values.possiblyEmptyListOf(Scope::read)),
                members.required("terms", Terms::read),
                members.required("facts", Values::object),
                members.optional("ratifies", Values::bool).orElse(false),
                members.optional("notwithstanding", Values.setOf(Id::read)).orElse(Set.of()),
                members.optional("supersedes", Id::read));
    }
}
