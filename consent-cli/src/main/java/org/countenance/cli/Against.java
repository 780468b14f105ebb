package org.countenance.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonValue;
import org.countenance.record.ExternalId;

/** Whom a prohibition stops, as people type it: {@code delegates}, {@code @studio}, {@code grants=ID,...}. */
final class Against {

    private static final List<String> MEMBERS = List.of("licensees", "productions", "grants", "cba");

    private Against() {}

    /** The member {@code against}: the wildcard, or an object of which every member must match. */
    static JsonValue json(List<String> written, AddressBook book)
            throws CommandException, IOException, MalformedException {
        if (everybody(written)) {
            return JsonString.of("*");
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (String each : written) {
            int equals = each.indexOf('=');
            String name = equals < 0 ? (each.equals("delegates") ? "signers" : "licensees") : each.substring(0, equals);
            if (members.putIfAbsent(name, member(name, each.substring(equals + 1), book)) != null) {
                throw CommandException.usage("wanted each kind of --against once, found `" + name + "` twice", "");
            }
        }
        JsonObject.Builder object = JsonObject.builder();
        members.forEach(object::put);
        return object.build();
    }

    /** The same for people. */
    static String words(List<String> written) {
        return written.isEmpty() || written.equals(List.of("any")) ? "everybody" : String.join(" and ", written);
    }

    private static boolean everybody(List<String> written) throws CommandException {
        if (written.contains("any") && written.size() > 1) {
            throw CommandException.usage("wanted --against any alone, found it beside others", "");
        }
        return written.isEmpty() || written.contains("any");
    }

    private static JsonValue member(String name, String text, AddressBook book)
            throws CommandException, IOException, MalformedException {
        return switch (name) {
            case "signers", "cba" -> JsonString.of(text);
            case "grants" -> ids(text, book);
            case "licensees" -> text.equals("any") ? JsonString.of("*") : ids(text, book);
            case "productions" -> text.equals("any") ? JsonString.of("*") : productions(text);
            default ->
                throw CommandException.usage(
                        "wanted --against with " + String.join(", ", MEMBERS) + " or a party, found `" + name + "=`",
                        ClosestWord.hint(name, MEMBERS));
        };
    }

    private static JsonArray ids(String text, AddressBook book)
            throws CommandException, IOException, MalformedException {
        List<String> ids = new ArrayList<>();
        for (String each : ScopeWords.split(text)) {
            ids.add(book.resolve(each).text());
        }
        return JsonArray.ofStrings(ids);
    }

    private static JsonArray productions(String text) throws MalformedException {
        List<JsonObject> pins = new ArrayList<>();
        for (String each : ScopeWords.split(text)) {
            pins.add(JsonObject.builder()
                    .put("id", ExternalId.parse(each).toJson())
                    .build());
        }
        return JsonArray.of(pins);
    }
}
