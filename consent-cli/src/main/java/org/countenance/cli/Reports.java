package org.countenance.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.report.Names;
import org.countenance.report.TextReport;
import org.countenance.report.VerdictJson;
import org.countenance.verify.Verdict;

/** In which formats a verdict is wanted, and where each goes. */
final class Reports {

    private final Surroundings surroundings;
    private final List<Wanted> wanted;

    private Reports(Surroundings surroundings, List<Wanted> wanted) {
        this.surroundings = surroundings;
        this.wanted = List.copyOf(wanted);
    }

    private enum Format {
        TEXT,
        JSON;

        private String render(Verdict verdict, Names names) {
            return switch (this) {
                case TEXT -> TextReport.render(verdict, names);
                case JSON -> VerdictJson.render(verdict);
            };
        }
    }

    private record Wanted(Format format, Optional<String> file) {}

    /** Reads {@code json}, {@code json=verdict.json} and the like; text when nothing is said. */
    static Reports parse(Surroundings surroundings, List<String> formats, Optional<String> output)
            throws CommandException {
        List<Wanted> wanted = new ArrayList<>();
        for (String each : formats.isEmpty() ? List.of("text") : formats) {
            int equals = each.indexOf('=');
            String name = equals < 0 ? each : each.substring(0, equals);
            wanted.add(new Wanted(format(name), equals < 0 ? output : Optional.of(each.substring(equals + 1))));
        }
        if (wanted.stream().anyMatch(each -> each.file().filter(String::isEmpty).isPresent())) {
            throw CommandException.usage("wanted a file after `=` in --format, found none", "");
        }
        if (wanted.stream().filter(each -> each.file().isEmpty()).count() > 1) {
            throw CommandException.usage(
                    "wanted one format on standard output, found several", "write `--format json=FILE`");
        }
        return new Reports(surroundings, wanted);
    }

    void write(Verdict verdict, Names names) throws IOException {
        for (Wanted each : wanted) {
            String text = each.format().render(verdict, names);
            if (each.file().isPresent()) {
                surroundings.write(each.file().get(), text);
            } else {
                surroundings.out().print(text);
                surroundings.out().flush();
            }
        }
    }

    private static Format format(String name) throws CommandException {
        return switch (name) {
            case "text" -> Format.TEXT;
            case "json" -> Format.JSON;
            default -> throw CommandException.usage("wanted --format text or json, found `" + name + "`", "");
        };
    }
}
