package org.countenance.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.record.Id;

/** A grant that nobody has signed yet as terms and descriptions, in the order in which it is written. */
final class PageTerms {

    /** What every record has around what it says. */
    private static final Set<String> ENVELOPE = Set.of("v", "vocabulary", "iss", "sub", "aud", "iat", "jti");

    private final Page page;
    private final Markup out;
    private final ReportWords words;

    PageTerms(Page page) {
        this.page = page;
        this.out = page.out();
        this.words = page.words();
    }

    void write(JsonObject grant) throws IOException {
        out.raw("<dl>");
        for (Map.Entry<String, JsonValue> member : grant.values().entrySet()) {
            if (!ENVELOPE.contains(member.getKey())) {
                member(member.getKey(), member.getValue());
            }
        }
        out.raw("</dl>");
    }

    private void member(String name, JsonValue value) throws IOException {
        out.element("dt", words.known("term.", name));
        out.raw("<dd>");
        value(value);
        out.raw("</dd>\n");
    }

    private void value(JsonValue value) throws IOException {
        if (value instanceof JsonObject object) {
            object(object);
        } else if (value instanceof JsonArray array) {
            list(array.elements());
        } else if (value instanceof JsonString string) {
            text(string.text());
        } else {
            out.text(words.known("term.", JsonText.compact(value)));
        }
    }

    /** What is read in one line, else member by member. */
    private void object(JsonObject object) throws IOException {
        Set<String> names = object.values().keySet();
        if (names.equals(Set.of("from", "until"))) {
            text(object, "from");
            out.raw(" – ");
            text(object, "until");
        } else if (names.equals(Set.of("include", "exclude"))) {
            value(object.get("include").orElseThrow());
            if (!JsonArray.of(List.of()).equals(object.get("exclude").orElseThrow())) {
                out.text(words.text("term.without"));
                value(object.get("exclude").orElseThrow());
            }
        } else if (names.equals(Set.of("scheme", "value"))) {
            text(object, "scheme");
            out.raw(":");
            text(object, "value");
        } else if (names.isEmpty()) {
            out.text(words.text("term.none"));
        } else {
            write(object);
        }
    }

    private void text(JsonObject object, String name) throws IOException {
        value(object.get(name).orElseThrow());
    }

    private void list(List<JsonValue> values) throws IOException {
        if (values.isEmpty()) {
            out.text(words.text("term.none"));
        }
        boolean first = true;
        for (JsonValue each : values) {
            out.text(first || each instanceof JsonObject ? "" : words.text("list"));
            value(each);
            first = false;
        }
    }

    private void text(String text) throws IOException {
        Optional<Id> party = party(text);
        if (party.isPresent()) {
            page.who(party.get()).write(out);
        } else if (text.equals("*")) {
            out.text(words.text("term.any"));
        } else {
            out.foreign(text.endsWith("T00:00:00Z") ? text.substring(0, 10) : page.say(text));
        }
    }

    private static Optional<Id> party(String text) {
        try {
            return Optional.of(Id.parse(text));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
