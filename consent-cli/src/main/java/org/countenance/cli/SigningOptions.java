package org.countenance.cli;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that sign. */
final class SigningOptions {

    @Mixin
    private CommonOptions common;

    @Option(names = "--key", paramLabel = "NAME", description = "your key")
    private Optional<String> key = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json")
    private String format = "text";

    SigningOptions(Surroundings surroundings) {
        this.common = new CommonOptions(surroundings);
    }

    CommonOptions common() {
        return common;
    }

    Submitting.Format format() throws CommandException {
        return switch (format) {
            case "json" -> Submitting.Format.JSON;
            case "text" -> common.quiet() ? Submitting.Format.QUIET : Submitting.Format.TEXT;
            default -> throw TextOrJson.unknown(format);
        };
    }

    /** The key that the user named, if any. */
    Optional<String> named() {
        return key;
    }

    /** Takes a key that follows from what else the user wrote. */
    void name(String name) {
        key = Optional.of(name);
    }

    /** The key that the user named; the only one there is, when there is only one. */
    String key(KeyRing ring) throws CommandException, java.io.IOException {
        if (key.isPresent()) {
            return key.get();
        }
        var names =
                ring.names().stream().filter(name -> !name.endsWith(".manage")).toList();
        if (names.size() == 1) {
            return names.get(0);
        }
        throw CommandException.usage(
                "wanted --key NAME, found none",
                names.isEmpty() ? "`consent party register` makes one" : "your keys: " + String.join(", ", names));
    }
}
