package org.countenance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.record.Annex;
import org.countenance.record.ExternalId;

/** Names and identifiers as people type them: {@code 林月@zh-Hans}, {@code isni:0000000121032683}. */
final class PartyNames {

    private PartyNames() {}

    static Annex.Name split(String written) {
        int at = written.lastIndexOf('@');
        return at <= 0
                ? new Annex.Name(written, Optional.empty(), Optional.empty())
                : new Annex.Name(written.substring(0, at), Optional.of(written.substring(at + 1)), Optional.empty());
    }

    static JsonArray annex(List<String> written) {
        return JsonArray.of(written.stream()
                .map(PartyNames::split)
                .map(name -> PartyDraft.name(name.text(), name.language()))
                .toList());
    }

    static JsonArray identifiers(List<String> written) throws MalformedException {
        List<JsonObject> identifiers = new ArrayList<>();
        for (String each : written) {
            identifiers.add(ExternalId.parse(each).toJson());
        }
        return JsonArray.of(identifiers);
    }
}
