package org.countenance.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;
import org.countenance.report.Answer;
import org.countenance.report.Audit;
import org.countenance.report.ReportFormat;

/** In which formats a verdict or an audit is wanted, and where each goes. */
final class Reports {

    private final Surroundings surroundings;
    private final List<Wanted> wanted;

    private Reports(Surroundings surroundings, List<Wanted> wanted) {
        this.surroundings = surroundings;
        this.wanted = List.copyOf(wanted);
    }

    /** What may be asked for. */
    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ReportFormat.words().iterator();
        }
    }

    private record Wanted(ReportFormat format, Optional<String> file) {}

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
        refuseTwoInOnePlace(wanted);
        return new Reports(surroundings, wanted);
    }

    private static void refuseTwoInOnePlace(List<Wanted> wanted) throws CommandException {
        for (Wanted each : wanted) {
            if (wanted.stream()
                            .filter(other -> other.file().equals(each.file()))
                            .count()
                    > 1) {
                throw CommandException.usage(
                        "wanted one format "
                                + each.file()
                                        .map(file -> "in " + MalformedException.quote(file))
                                        .orElse("on standard output")
                                + ", found several",
                        "write `--format json=FILE`");
            }
        }
    }

    void write(Answer given) throws IOException {
        Answer answer = given.in(surroundings.language());
        write((format, out) -> format.render(answer, out));
    }

    void write(Audit audit) throws IOException {
        write((format, out) -> format.render(audit, out));
    }

    /** How something is written in a format. */
    @FunctionalInterface
    private interface Rendering {
        void render(ReportFormat format, Appendable out) throws IOException;
    }

    private void write(Rendering rendering) throws IOException {
        for (Wanted each : wanted) {
            if (each.file().isPresent()) {
                surroundings.write(each.file().get(), out -> rendering.render(each.format(), out));
            } else {
                Writer out = new BufferedWriter(new OutputStreamWriter(surroundings.plain(), StandardCharsets.UTF_8));
                rendering.render(each.format(), out);
                out.flush();
            }
        }
    }

    private static ReportFormat format(String name) throws CommandException {
        List<String> words = ReportFormat.words();
        Optional<ReportFormat> format = ReportFormat.of(name);
        if (format.isPresent()) {
            return format.get();
        }
        throw CommandException.usage(
                "wanted --format " + String.join(", ", words.subList(0, words.size() - 1)) + " or "
                        + words.get(words.size() - 1) + ", found " + MalformedException.quote(name),
                ClosestWord.hint(name, words));
    }
}
