package org.countenance.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.countenance.report.JsonSchemas;
import org.countenance.report.Schemas;
import org.countenance.report.VerdictJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The schema of verdicts takes every verdict, and nothing that differs from one in a member. */
class SchemasTest {

    /** What may be left out; everything else is always there. */
    private static final Set<String> OPTIONAL = Set.of(
            "use",
            "asset",
            "person",
            "at",
            "why",
            "waiver",
            "exemption",
            "custody",
            "chain",
            "delegation",
            "ratifies",
            "windDown",
            "cleared-with-waivers");

    private static final Schema SCHEMA = Schemas.ours("verdict");
    private static final List<String> VERDICTS = new ArrayList<>();

    @BeforeAll
    static void verifiesEveryCase() {
        CorpusFile.all(CorpusFile.DIRECTORY)
                .values()
                .forEach(file -> VERDICTS.add(VerdictJson.render(Asked.verdict(file))));
    }

    @Test
    void takesEveryVerdictOfTheCorpus() {
        VERDICTS.forEach(verdict ->
                assertThat(Schemas.faults(SCHEMA, verdict)).as(verdict).isEmpty());
    }

    @Test
    void namesNoMemberThatNoVerdictHas() {
        Set<String> seen = new TreeSet<>();
        VERDICTS.forEach(verdict -> paths(Schemas.json(verdict), "", seen));
        Set<String> names = new TreeSet<>();
        seen.forEach(path -> names.add(path.substring(path.lastIndexOf('/') + 1)));
        assertThat(named(schema("verdict"), new TreeSet<>())).isEqualTo(names);
    }

    @Test
    void refusesWhatDiffersInAnyMember() {
        for (String verdict : differentOnes()) {
            for (ObjectNode object : objects(Schemas.json(verdict), new ArrayList<>())) {
                refuses(object, each -> each.put("unknown", 1), "an unknown member");
                for (String member : names(object)) {
                    if (!OPTIONAL.contains(member)) {
                        refuses(object, each -> each.remove(member), "no " + member);
                    }
                    refuses(object, each -> each.put(member, 1.5), member + " of 1.5");
                    refuses(object, each -> each.putNull(member), member + " of null");
                }
            }
        }
    }

    @Test
    void publishesSchemasThatAreClosedThroughout() {
        for (String name : JsonSchemas.names()) {
            for (ObjectNode object : objects(schema(name), new ArrayList<>())) {
                if (object.path("type").asText().equals("object")) {
                    assertThat(object.has("additionalProperties"))
                            .as(name + object)
                            .isTrue();
                }
            }
        }
    }

    private JsonNode root;

    private void refuses(ObjectNode object, Consumer<ObjectNode> change, String what) {
        ObjectNode before = object.objectNode();
        before.setAll(object);
        change.accept(object);
        assertThat(Schemas.faults(SCHEMA, root.toString()))
                .as(what + " in " + before)
                .isNotEmpty();
        object.removeAll();
        object.setAll(before);
    }

    /** Verdicts of which each has a member at a place where those before have none. */
    private static List<String> differentOnes() {
        Set<String> seen = new HashSet<>();
        return VERDICTS.stream()
                .filter(verdict -> {
                    int before = seen.size();
                    paths(Schemas.json(verdict), "", seen);
                    return seen.size() > before;
                })
                .toList();
    }

    private static void paths(JsonNode node, String path, Set<String> paths) {
        if (node instanceof ArrayNode) {
            node.forEach(each -> paths(each, path, paths));
        }
        node.properties().forEach(member -> {
            paths.add(path + "/" + member.getKey());
            paths(member.getValue(), path + "/" + member.getKey(), paths);
        });
    }

    private List<ObjectNode> objects(JsonNode node, List<ObjectNode> objects) {
        if (objects.isEmpty()) {
            root = node;
        }
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(each -> objects(each, objects));
        return objects;
    }

    private static List<String> names(ObjectNode object) {
        return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    private static Set<String> named(JsonNode node, Set<String> names) {
        if (node.path("properties").isObject() && node.has("required")) {
            node.get("properties").properties().forEach(member -> names.add(member.getKey()));
        }
        node.forEach(each -> named(each, names));
        return names;
    }

    private static JsonNode schema(String name) {
        return Schemas.json(JsonSchemas.text(name));
    }
}
