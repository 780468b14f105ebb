package org.countenance.examples.jade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/** Fills in a shipped file: party ids for their names, dates for days before and after the one on which it is tried. */
final class Template {

    private static final Pattern PARTY = Pattern.compile("\\$\\{party:([a-z]+)}");
    private static final Pattern DAY = Pattern.compile("\\$\\{day([+-][0-9]+)}");

    private final LocalDate today;
    private final Map<String, String> parties;

    Template(LocalDate today, Map<String, String> parties) {
        this.today = today;
        this.parties = Map.copyOf(parties);
    }

    /** The text of a file beside this class, filled in. */
    String fill(String file) {
        try (InputStream in = Template.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the example has no file " + file);
            }
            return fillText(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fillText(String text) {
        String named = PARTY.matcher(text).replaceAll(match -> parties.getOrDefault(match.group(1), match.group(1)));
        return DAY.matcher(named)
                .replaceAll(match ->
                        today.plusDays(Integer.parseInt(match.group(1))).toString());
    }
}
