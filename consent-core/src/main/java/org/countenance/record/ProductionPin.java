package org.countenance.record;

import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonNumber;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.scope.ProductionType;

/**
 * A production, and what of it is pinned (records.md, {@code productions}).
 *
 * @param id which production
 * @param type what it must be
 * @param season which season it must be
 * @param episodes how many episodes it must have
 */
public record ProductionPin(
        ExternalId id, Optional<ProductionType> type, Optional<Long> season, Optional<Long> episodes) {

    static ProductionPin read(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        ProductionPin pin = readFrom(members);
        members.end();
        return pin;
    }

    static ProductionPin readFrom(Members members) throws MalformedException {
        return new ProductionPin(
                members.required("id", ExternalId::read),
                members.optionalText("type", ProductionType::parse),
                members.optional("season", Values.atLeast(1)),
                members.optional("episodes", Values.atLeast(1)));
    }

    /** The pin as JSON. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("id", id.toJson())
                .putIf("type", type.map(each -> JsonString.of(each.word())))
                .putIf("season", season.map(JsonNumber::of))
                .putIf("episodes", episodes.map(JsonNumber::of))
                .build();
    }
}
