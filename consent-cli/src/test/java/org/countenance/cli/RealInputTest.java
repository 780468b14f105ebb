package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on a real short film and on real media files, where they stand beside the checkout. */
class RealInputTest {

    private static final Path DATA = Path.of(System.getProperty("vectors.dir", "../../shared/vectors"))
            .toAbsolutePath()
            .normalize()
            .resolveSibling("data");

    @TempDir
    private Path directory;

    @Test
    void clearsAShortFilmWhosePerformersRatifyWhatWasShotBefore() throws Exception {
        String template = read("hsm/manifest-template.json");
        Terminal terminal = Terminal.registered(directory);
        List<String> people = Pattern.compile("\\$\\{party:(\\w+)}")
                .matcher(template)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.equals("producer"))
                .distinct()
                .sorted()
                .toList();
        assertThat(people).hasSize(5);
        String manifest = template.replace("${party:producer}", terminal.party("studio"));
        for (String name : people) {
            terminal.ok("party register --key " + name + " --kind person --adult --name " + name + " --alias " + name);
            manifest = manifest.replace("${party:" + name + "}", terminal.party(name));
        }
        terminal.write("hsm.json", manifest);

        Terminal.Answer blocked = terminal.type("verify hsm.json --format json=before.json");
        assertThat(blocked.code()).isEqualTo(3);
        for (String request : terminal.ok("request --from before.json --into requests")
                .lines()
                .toList()) {
            terminal.ok("grant --key " + keyOf(terminal, people, request) + " -f " + request
                    + " --intended-use \"motion capture of July 2022\" --yes");
        }
        Terminal.Answer cleared = terminal.type("verify hsm.json --format text,json=after.json");
        assertThat(cleared.code()).as(cleared.out()).isZero();
        assertThat(cleared.out()).contains("84 uses, 84 cleared.", "0 of 583 files were read", "LC124");
    }

    @Test
    void findsTheOneFileOfWhichAByteWasChanged() throws Exception {
        Path media = DATA.resolve("bunny");
        assumeTrue(Files.isDirectory(media), "no media files beside the checkout");
        Terminal terminal = Terminal.registered(directory);
        List<Path> files = copy(media, directory.resolve("media"));
        assertThat(files).hasSize(6);
        terminal.write("bunny.json", manifest(terminal, files));
        Terminal.Answer whole = terminal.type("verify bunny.json --assets media");
        assertThat(whole.code()).as(whole.out()).isZero();
        assertThat(whole.out()).contains("6 of 6 files were read");

        byte[] bytes = Files.readAllBytes(files.get(3));
        bytes[bytes.length / 2] ^= 1;
        Files.write(files.get(3), bytes);
        Terminal.Answer changed = terminal.type("verify bunny.json --assets media");
        assertThat(changed.code()).isEqualTo(3);
        assertThat(changed.out())
                .contains("5 of 6 files were read", "LC112", "`" + files.get(3).getFileName() + "` is not the file");
    }

    private static String keyOf(Terminal terminal, List<String> people, String request) throws IOException {
        String text = Files.readString(terminal.directory().resolve(request));
        for (String name : people) {
            if (text.contains("\"sub\": \"" + terminal.party(name) + "\"")) {
                return name;
            }
        }
        throw new AssertionError("nobody is asked by " + request);
    }

    private static List<Path> copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".m4s")).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (Stream<Path> files = Files.list(to)) {
            return files.sorted().toList();
        }
    }

    /** A manifest of real files in which nobody's likeness is used. */
    private static String manifest(Terminal terminal, List<Path> files) throws IOException, MalformedException {
        String own = Files.readString(terminal.directory().resolve("manifest.json"));
        JsonObject read = (JsonObject) JsonText.parse(Bytes.utf8(own), "manifest", JsonLimits.DOCUMENT);
        List<JsonValue> assets = files.stream()
                .map(file -> (JsonValue) JsonObject.builder()
                        .put("id", file.getFileName().toString())
                        .put("sha256", hash(file))
                        .put("seconds", 2)
                        .put("contexts", JsonArray.of(List.of()))
                        .put("releases", JsonArray.ofStrings(List.of("launch")))
                        .build())
                .collect(Collectors.toList());
        return JsonText.pretty(read.toBuilder()
                .put("assets", JsonArray.of(assets))
                .put("uses", JsonArray.of(List.of()))
                .build());
    }

    private static String hash(Path file) {
        try {
            return AssetFiles.hash(file).hex();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(String file) throws IOException {
        assumeTrue(Files.exists(DATA.resolve(file)), "no " + file + " beside the checkout");
        return Files.readString(DATA.resolve(file));
    }
}
