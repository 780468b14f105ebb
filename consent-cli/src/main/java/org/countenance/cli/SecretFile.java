package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.countenance.base.Bytes;

/** Files that hold a secret: written for their owner alone, and looked at before they are read. */
final class SecretFile {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private SecretFile() {}

    /** Makes a file that its owner alone reads, from its first moment on. */
    static void write(Path file, Bytes content) throws IOException {
        if (isPosix(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
            Files.write(file, content.toArray(), StandardOpenOption.WRITE);
        } else {
            Files.write(file, content.toArray(), StandardOpenOption.CREATE_NEW);
        }
    }

    /** Makes a directory that its owner alone enters. */
    static void makeDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            if (isPosix(directory)) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    /** Refuses a file of keys that others may read. */
    static void check(Path file) throws CommandException, IOException {
        if (isOpen(file)) {
            throw CommandException.failed(
                    "wanted a key file that only its owner reads, found `" + file + "` with "
                            + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                    "`chmod 600 " + file + "` closes it");
        }
    }

    /** The first line of a file that holds a passphrase or PIN. */
    static char[] firstLine(Surroundings surroundings, String name, String what) throws CommandException, IOException {
        String text =
                Files.readString(surroundings.path(name)).lines().findFirst().orElse("");
        if (text.isEmpty()) {
            throw CommandException.usage("wanted " + what + " in `" + name + "`, found an empty line", "");
        }
        return text.toCharArray();
    }

    private static boolean isOpen(Path file) throws IOException {
        return Files.isRegularFile(file) && isPosix(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file));
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
