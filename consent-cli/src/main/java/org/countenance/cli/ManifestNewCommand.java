package org.countenance.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonNumber;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.manifest.ManifestLimits;
import org.countenance.manifest.ManifestReader;
import org.countenance.record.ExternalId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Begins a manifest with what is known of files, production and release. What only people know is left blank, and a manifest with
 * blanks does not read: one without uses would say that nobody is in it.
 */
@Command(
        name = "new",
        description = "begin a manifest: files hashed, who is in them left to fill in",
        footer = {
            "",
            "Example:",
            "  consent manifest new --production x-house:SD-7 --title \"Paper Moon\" --type micro-drama \\",
            "    --producer @studio --medium svod --territory CN --language zh \\",
            "    --shown 2027-01-01/2029-01-01 --assets cut --person @lin --output paper-moon.json",
            "",
            "Left blank: of each file how long it is, and of each use role, modalities, technique, when it was made, and",
            "the person where --person names nobody. `consent manifest lint` names the next blank."
        },
        mixinStandardHelpOptions = true)
final class ManifestNewCommand implements Callable<Integer> {

    private static final String BLANK = "";

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Option(names = "--production", required = true, paramLabel = "SCHEME:VALUE", description = "its identifier")
    private String production = "";

    @Option(names = "--title", required = true, paramLabel = "TEXT", description = "its title")
    private String title = "";

    @Option(names = "--type", required = true, paramLabel = "WORD", description = "micro-drama, series, film, ...")
    private String type = "";

    @Option(names = "--season", paramLabel = "N", description = "its season")
    private Optional<Long> season = Optional.empty();

    @Option(names = "--episodes", paramLabel = "N", description = "how many episodes it has")
    private Optional<Long> episodes = Optional.empty();

    @Option(names = "--producer", required = true, paramLabel = "PARTY", description = "@alias or id")
    private String producer = "";

    @Option(
            names = "--medium",
            required = true,
            paramLabel = "WORD,...",
            description = "where it is shown: micro-drama-app, svod, ...")
    private String medium = "";

    @Option(
            names = "--territory",
            required = true,
            paramLabel = "CODE,...",
            description = "CN, SG, 001, -CN to exclude; `any`")
    private String territory = "";

    @Option(names = "--language", required = true, paramLabel = "TAG,...", description = "languages spoken")
    private String language = "";

    @Option(names = "--shown", required = true, paramLabel = "FROM/UNTIL", description = "when it is shown")
    private String shown = "";

    @Option(names = "--assets", required = true, paramLabel = "DIR", description = "every file below it is an asset")
    private String assets = "";

    @Option(
            names = "--person",
            paramLabel = "PARTY,...",
            description = "who may be in them: one use to fill in for each person and file")
    private Optional<String> person = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where it goes (manifest.json)")
    private String output = "manifest.json";

    ManifestNewCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        if (Files.exists(surroundings.path(output))) {
            throw new FileAlreadyExistsException(surroundings.path(output).toString());
        }
        Map<String, Bytes> files =
                new TreeMap<>(AssetFiles.read(surroundings.path(assets)).hashes());
        if (files.isEmpty()) {
            throw CommandException.failed("wanted files below `" + assets + "`, found none", "");
        }
        Map<String, Bytes> named = named(files);
        check(named);
        List<JsonObject> uses = uses(named.keySet());
        surroundings.write(output, JsonText.pretty(document(assets(named, 0), uses)));
        if (!options.quiet()) {
            surroundings
                    .err()
                    .println("begun, with " + Count.of(named.size(), "file") + " and "
                            + Count.of(uses.size(), "use")
                            + " to fill in, and it does not read before: `consent manifest lint` names the next blank");
        }
        surroundings.out().println(output);
        return ExitCode.DONE.number();
    }

    /** Whether all that was said reads, so that no fault is left but the blanks. */
    private void check(Map<String, Bytes> named) throws CommandException, IOException, MalformedException {
        String filled = JsonText.pretty(document(assets(named, 1), List.of()));
        ManifestReader.read(new ByteArrayInputStream(filled.getBytes(StandardCharsets.UTF_8)), ManifestLimits.DEFAULT);
    }

    /** Assets are called as their files are, in words without spaces. */
    private static Map<String, Bytes> named(Map<String, Bytes> files) {
        Map<String, Bytes> named = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        files.forEach((file, hash) -> {
            String name = file.replaceAll("[\\s\\p{Z}]+", "-");
            String id = name;
            for (int i = 2; !taken.add(id); i++) {
                id = name + "-" + i;
            }
            named.put(id, hash);
        });
        return named;
    }

    private JsonObject document(List<JsonObject> assets, List<JsonObject> uses)
            throws CommandException, IOException, MalformedException {
        return JsonObject.builder()
                .put("manifest", 1)
                .put("vocabulary", 1)
                .put(
                        "production",
                        JsonObject.builder()
                                .put("id", ExternalId.parse(production).toJson())
                                .put("title", title)
                                .put("type", type)
                                .putIf("season", season.map(JsonNumber::of))
                                .putIf("episodes", episodes.map(JsonNumber::of))
                                .put(
                                        "producer",
                                        options.book().resolve(producer).text())
                                .build())
                .put("releases", JsonArray.of(List.of(release())))
                .put("assets", JsonArray.of(assets))
                .put("uses", JsonArray.of(uses))
                .build();
    }

    private JsonObject release() throws MalformedException {
        return JsonObject.builder()
                .put("id", "release")
                .put("media", ScopeWords.list(medium))
                .put("territories", ScopeWords.territories(territory))
                .put("languages", ScopeWords.list(language))
                .put("window", ScopeWords.window("--shown", shown))
                .build();
    }

    private static List<JsonObject> assets(Map<String, Bytes> named, long seconds) {
        return named.entrySet().stream()
                .map(each -> JsonObject.builder()
                        .put("id", each.getKey())
                        .put("sha256", each.getValue().hex())
                        .put("seconds", seconds)
                        .put("releases", JsonArray.ofStrings(List.of("release")))
                        .build())
                .toList();
    }

    private List<JsonObject> uses(Set<String> assets) throws CommandException, IOException, MalformedException {
        List<JsonValue> persons = new ArrayList<>();
        if (person.isPresent()) {
            for (String each : ScopeWords.split(person.get())) {
                persons.add(options.book().resolve(each).toJson());
            }
        } else {
            persons.add(JsonString.of(BLANK));
        }
        List<JsonObject> uses = new ArrayList<>();
        for (String asset : assets) {
            for (JsonValue each : persons) {
                uses.add(use("u" + (uses.size() + 1), asset, each));
            }
        }
        return uses;
    }

    private static JsonObject use(String id, String asset, JsonValue person) {
        return JsonObject.builder()
                .put("id", id)
                .put("asset", asset)
                .put("person", person)
                .put("role", BLANK)
                .put("portrays", BLANK)
                .put("modalities", JsonArray.of(List.of()))
                .put("technique", BLANK)
                .put(
                        "made",
                        JsonObject.builder()
                                .put("from", BLANK)
                                .put("until", BLANK)
                                .build())
                .build();
    }
}
