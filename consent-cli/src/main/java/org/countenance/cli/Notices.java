package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.countenance.json.JsonText;
import org.countenance.record.Id;

/** Where notices of withdrawals are kept: two files each, one for people and one for programs; none is ever overwritten. */
final class Notices {

    private final Path directory;

    private Notices(Path directory) {
        this.directory = directory;
    }

    /** In the directory that the user named, else in {@code notices} beside the receipts. */
    static Notices in(Surroundings surroundings, Optional<String> named, Path keys) throws CommandException {
        Path directory = named.map(surroundings::path).orElseGet(() -> keys.resolve("notices"));
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw CommandException.failed(
                    "wanted a directory for notices at `" + directory + "`, found a file",
                    "--notices DIR names another one; nothing was signed");
        }
        return new Notices(directory);
    }

    /** Writes what a withdrawal gives one party to read, and tells where the words are. */
    Path write(NoticeWords words, Id party) throws IOException {
        Files.createDirectories(directory);
        String name = words.withdrawal().shown() + "-to-" + party.shown();
        Path text = directory.resolve(name + ".txt");
        create(text, words.text(party));
        create(directory.resolve(name + ".json"), JsonText.pretty(words.json(party)));
        return text;
    }

    private static void create(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
