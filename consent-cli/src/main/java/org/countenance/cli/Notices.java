package org.countenance.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.countenance.base.Bytes;
import org.countenance.json.JsonText;
import org.countenance.record.Id;
import org.countenance.words.Language;

/**
 * Where notices of withdrawals are kept: two files each, one for people and one for programs, called by ids alone. None is ever
 * written over another one; what is there already, word for word, is left as it is.
 */
final class Notices {

    private final Surroundings surroundings;
    private final Path directory;

    private Notices(Surroundings surroundings, Path directory) {
        this.surroundings = surroundings;
        this.directory = directory;
    }

    /** In the directory that the user named, else in {@code notices} beside the receipts; made when the first is written. */
    static Notices in(Surroundings surroundings, Optional<String> named, Path keys) throws CommandException {
        Path directory = named.map(surroundings::path).orElseGet(() -> keys.resolve("notices"));
        Path there = directory.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            throw CommandException.failed(
                    "wanted a directory for notices at `" + directory + "`, found "
                            + (Files.isDirectory(there) ? "no permission to write in `" : "a file at `") + there + "`",
                    "--notices DIR names another one; nothing was done");
        }
        return new Notices(surroundings, directory);
    }

    /** Writes what a withdrawal gives everybody to read, tells where, and hands back what could not be written and why. */
    List<String> write(NoticeWords words, Consumer<String> tell) {
        List<String> unwritten = new ArrayList<>();
        for (Id party : words.concerned()) {
            try {
                Path text = write(words, party);
                tell.accept("notice to " + RecordWords.clean(words.names().shown(party)) + ": " + text);
            } catch (IOException e) {
                unwritten.add(Failures.words(e));
            }
        }
        return unwritten;
    }

    private Path write(NoticeWords words, Id party) throws IOException {
        Files.createDirectories(directory);
        String name = words.withdrawal().id().shown() + "-to-" + party.shown();
        Language language = surroundings.language();
        // One in another language is another letter, and stands beside the first.
        Path text = directory.resolve(name + (language == Language.ENGLISH ? "" : "." + language.tag()) + ".txt");
        create(text, surroundings.said(words.text(party)));
        create(directory.resolve(name + ".json"), JsonText.pretty(words.json(party)));
        return text;
    }

    private static void create(Path file, String text) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Bytes.of(Files.readAllBytes(file)).equals(Bytes.utf8(text))) {
            return;
        }
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            // Half a notice must not pass for a whole one, nor stand in the way of the next attempt.
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
