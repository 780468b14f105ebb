package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;
import org.countenance.tlog.TimestampAuthorities;
import org.countenance.tlog.TimestampRequest;
import org.countenance.tlog.TimestampToken;

/**
 * The files of one timestamp.
 *
 * @param answer what the authority answered
 * @param checkpoint the signed checkpoint that was stamped
 * @param request what was asked, where it is at hand
 */
record TimestampFiles(Path answer, Path checkpoint, Optional<Path> request) {

    /** Those that are named, and else those beside the answer that differ from it in the ending alone. */
    static TimestampFiles of(Path answer, Optional<Path> checkpoint, Optional<Path> request) throws CommandException {
        Path note = checkpoint.orElseGet(() -> beside(answer, ".checkpoint"));
        if (!Files.exists(note)) {
            throw CommandException.failed(
                    "wanted the checkpoint that was stamped in `" + note + "`, found none",
                    "--checkpoint FILE names it; `consent log timestamp --request` left it beside the request");
        }
        return new TimestampFiles(
                answer,
                note,
                request.or(() -> Optional.of(beside(answer, ".tsq")).filter(Files::exists)));
    }

    static Path beside(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
    }

    static Path directory(RegistryDirectory registry) {
        return registry.directory().resolve("timestamps");
    }

    /** Every answer that is kept, in the order of names. */
    static List<Path> kept(Path directory) throws CommandException, IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                List<Path> answers = files.filter(each -> each.toString().endsWith(".tsr"))
                        .sorted()
                        .toList();
                if (!answers.isEmpty()) {
                    return answers;
                }
            }
        }
        throw CommandException.failed(
                "wanted timestamps in `" + directory + "`, found none", "`consent log timestamp --request` begins one");
    }

    /** Copies the files under the checkpoint's hash; a second authority's answer stands beside the first. */
    static Path keep(Path directory, TimestampFiles files, Bytes note) throws IOException {
        Files.createDirectories(directory);
        Bytes token = Bytes.of(Files.readAllBytes(files.answer()));
        String hash = Sha256.hash(note).hex();
        Path kept = directory.resolve(hash + ".tsr");
        for (int n = 2; Files.exists(kept); n++) {
            if (Bytes.of(Files.readAllBytes(kept)).equals(token)) {
                return kept;
            }
            kept = directory.resolve(hash + "-" + n + ".tsr");
        }
        // The answer last: what ends with .tsr is complete.
        Files.write(beside(kept, ".checkpoint"), note.toArray());
        if (files.request().isPresent()) {
            Files.write(beside(kept, ".tsq"), Files.readAllBytes(files.request().get()));
        }
        write(kept, token);
        return kept;
    }

    /** Writes a file that must not exist yet. */
    static void write(Path file, Bytes content) throws IOException {
        Files.write(file, content.toArray(), StandardOpenOption.CREATE_NEW);
    }

    /** Checks the answer against checkpoint, request and the authorities that the user pinned. */
    Anchored verify(TimestampAuthorities authorities) throws CommandException, IOException, MalformedException {
        Bytes note = Bytes.of(Files.readAllBytes(checkpoint));
        Bytes read = Bytes.of(Files.readAllBytes(answer));
        Optional<TimestampRequest> asked = request.isPresent()
                ? Optional.of(TimestampRequest.parse(Bytes.of(Files.readAllBytes(request.get()))))
                : Optional.empty();
        try {
            return Anchored.of(note, authorities.verify(TimestampToken.parse(read), note, asked));
        } catch (NotVerifiedException e) {
            throw CommandException.of(
                    ExitCode.NOT_VERIFIED,
                    "`" + answer + "`: " + e.getMessage(),
                    "it proves nothing about this checkpoint; look whether files and certificates belong together");
        }
    }
}
