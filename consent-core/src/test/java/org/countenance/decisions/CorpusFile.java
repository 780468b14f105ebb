package org.countenance.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.countenance.base.Bytes;

/** A case of the decision corpus as another program reads it: by somebody else's reader, and nothing else. */
public final class CorpusFile {

    /** Where the files lie, beside the sources of the tests. */
    public static final Path DIRECTORY = Path.of("src/test/resources/decisions");

    private final JsonNode json;

    private CorpusFile(JsonNode json) {
        this.json = json;
    }

    /** Every case below a folder, by its path there. */
    public static Map<String, CorpusFile> all(Path directory) {
        Map<String, CorpusFile> all = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                all.put(
                        directory.relativize(file).toString(),
                        new CorpusFile(new ObjectMapper().readTree(file.toFile())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    public String sentence() {
        return json.get("case").asText();
    }

    public String registry() {
        return json.get("registry").asText();
    }

    public List<Bytes> entries() {
        return texts("entries").stream().map(Bytes::utf8).toList();
    }

    public Bytes checkpoint() {
        return Bytes.utf8(json.get("checkpoint").asText());
    }

    public Map<String, Bytes> annexes() {
        Map<String, Bytes> annexes = new LinkedHashMap<>();
        json.get("annexes")
                .properties()
                .forEach(each ->
                        annexes.put(each.getKey(), Bytes.utf8(each.getValue().asText())));
        return annexes;
    }

    /** A member as the bytes of a file of its own: its compact serialization, without white space. */
    public Bytes file(String member) {
        return bytes(json.get(member));
    }

    public List<Bytes> files(String member) {
        return stream(member).map(CorpusFile::bytes).toList();
    }

    public List<String> texts(String member) {
        return stream(member).map(JsonNode::asText).toList();
    }

    /** Files that are read beside the manifest, by their names. */
    public Map<String, Bytes> contents() {
        Map<String, Bytes> files = new LinkedHashMap<>();
        if (json.has("files")) {
            json.get("files")
                    .properties()
                    .forEach(each ->
                            files.put(each.getKey(), Bytes.utf8(each.getValue().asText())));
        }
        return files;
    }

    public Optional<String> signature() {
        return Optional.ofNullable(json.get("signature")).map(JsonNode::asText);
    }

    public String evaluated() {
        return json.get("evaluated").asText();
    }

    public String mode() {
        return json.get("mode").asText();
    }

    /** Every rule that the case expects to have something to say. */
    public List<String> rules() {
        List<String> rules = new ArrayList<>();
        json.get("expect").get("rules").forEach(each -> rules.add(each.asText()));
        json.get("expect").get("told").forEach(each -> rules.add(each.asText()));
        return rules;
    }

    /** Every rule that the case expects to have nothing to say. */
    public List<String> silent() {
        List<String> rules = new ArrayList<>();
        json.get("expect").get("silent").forEach(each -> rules.add(each.asText()));
        return rules;
    }

    /** Every rule of whose findings the case names the records. */
    public List<String> named() {
        List<String> rules = new ArrayList<>();
        json.get("expect").get("records").fieldNames().forEachRemaining(rules::add);
        return rules;
    }

    /** What is wrong with a verdict, as JSON; nothing when it is the one that is expected. */
    public List<String> differences(JsonNode verdict) {
        JsonNode expect = json.get("expect");
        List<String> differences = new ArrayList<>();
        compare(
                "outcome",
                expect.get("outcome").asText(),
                verdict.get("outcome").asText(),
                differences);
        for (JsonNode use : verdict.get("uses")) {
            JsonNode wanted = expect.get("uses").get(use.get("id").asText());
            if (wanted != null) {
                compare(
                        "use " + use.get("id").asText(),
                        wanted.asText(),
                        use.get("outcome").asText(),
                        differences);
            }
        }
        List<String> weighing = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (JsonNode finding : verdict.get("findings")) {
            String rule = finding.get("rule").asText();
            String severity = finding.get("severity").asText();
            all.add(rule);
            if (!finding.has("waiver") && (severity.equals("block") || severity.equals("undetermined"))) {
                weighing.add(rule);
            }
        }
        compare(
                "rules",
                sorted(expect.get("rules")),
                weighing.stream().distinct().sorted().toList().toString(),
                differences);
        for (JsonNode told : expect.get("told")) {
            if (!all.contains(told.asText())) {
                differences.add("wanted a finding " + told.asText() + ", found " + all);
            }
        }
        for (JsonNode silent : expect.get("silent")) {
            if (all.contains(silent.asText())) {
                differences.add("wanted no finding " + silent.asText() + ", found one");
            }
        }
        expect.get("records")
                .properties()
                .forEach(each -> records(each.getKey(), each.getValue(), verdict, differences));
        exactly(expect, verdict, differences);
        return differences;
    }

    /** What only some cases speak of: grants relied on, and who would have to sign what is missing. */
    private static void exactly(JsonNode expect, JsonNode verdict, List<String> differences) {
        for (JsonNode use : verdict.get("uses")) {
            JsonNode wanted = expect.path("relied").path(use.get("id").asText());
            if (wanted.isArray()) {
                compare("relied", wanted.toString(), use.get("relied").toString(), differences);
            }
        }
        if (expect.has("signs")) {
            List<String> found = new ArrayList<>();
            verdict.get("remedies")
                    .forEach(remedy -> found.add(remedy.get("signs").toString()));
            compare("signs", expect.get("signs").toString(), "[" + String.join(",", found) + "]", differences);
        }
    }

    private static void records(String rule, JsonNode wanted, JsonNode verdict, List<String> differences) {
        List<String> found = new ArrayList<>();
        for (JsonNode finding : verdict.get("findings")) {
            if (finding.get("rule").asText().equals(rule)) {
                finding.get("records").forEach(id -> found.add(id.asText()));
            }
        }
        for (JsonNode id : wanted) {
            if (!found.contains(id.asText())) {
                differences.add("wanted record " + id.asText() + " under " + rule + ", found " + found);
            }
        }
    }

    private static String sorted(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .distinct()
                .sorted()
                .toList()
                .toString();
    }

    private static void compare(String what, String wanted, String found, List<String> differences) {
        if (!wanted.equals(found)) {
            differences.add(what + ": wanted " + wanted + ", found " + found);
        }
    }

    private Stream<JsonNode> stream(String member) {
        return StreamSupport.stream(json.get(member).spliterator(), false);
    }

    private static Bytes bytes(JsonNode node) {
        return Bytes.utf8(node.toString());
    }
}
