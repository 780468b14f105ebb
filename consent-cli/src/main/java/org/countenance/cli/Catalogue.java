package org.countenance.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The files that a catalogue consists of: those that are named, and every JSON file in the directories that are. */
final class Catalogue {

    private final Surroundings surroundings;
    private final List<Item> items = new ArrayList<>();
    private final Set<Path> known = new HashSet<>();

    private Catalogue(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * A file that may hold a manifest.
     *
     * @param shown its path as the user would write it
     * @param file where it is
     * @param named whether the user named it
     */
    record Item(String shown, Path file, boolean named) {}

    /** The files under these paths, each once, by their paths. */
    static List<Item> of(Surroundings surroundings, List<String> paths) throws IOException {
        Catalogue catalogue = new Catalogue(surroundings);
        // What is named is named, also where a directory that is named too holds it.
        for (String path : paths) {
            if (!Files.isDirectory(surroundings.path(path))) {
                catalogue.add(path, surroundings.path(path), true);
            }
        }
        for (String path : paths) {
            if (Files.isDirectory(surroundings.path(path))) {
                catalogue.walk(path);
            }
        }
        catalogue.items.sort(Comparator.comparing(Item::shown));
        return List.copyOf(catalogue.items);
    }

    private void add(String shown, Path file, boolean named) {
        if (known.add(file.toAbsolutePath().normalize())) {
            items.add(new Item(shown, file, named));
        }
    }

    private void walk(String written) throws IOException {
        Path root = surroundings.path(written);
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".json") && Files.isRegularFile(file)) {
                    add(shown(file), file, false);
                }
                return FileVisitResult.CONTINUE;
            }

            /** What cannot be looked into may hold a manifest. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                add(shown(file), file, true);
                return FileVisitResult.CONTINUE;
            }

            private String shown(Path file) {
                return Path.of(written)
                        .resolve(root.relativize(file))
                        .toString()
                        .replace('\\', '/');
            }
        });
    }
}
