package org.countenance.verify;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countenance.base.Instants;
import org.countenance.base.Window;
import org.countenance.scope.Part;
import org.countenance.scope.Speech;

/** How parts of a region, lists and windows are said. */
final class Wording {

    private static final int LONGEST_LIST = 8;

    private Wording() {}

    /** All parts of a region, in one phrase. */
    static String parts(List<Part> parts) {
        return parts.stream().limit(3).map(Wording::part).collect(Collectors.joining("; and "))
                + (parts.size() > 3 ? "; and " + (parts.size() - 3) + " more parts" : "");
    }

    /** A list, shortened when long. */
    static String list(Collection<String> items) {
        String shown = items.stream().limit(LONGEST_LIST).collect(Collectors.joining(", "));
        return items.size() > LONGEST_LIST ? shown + " and " + (items.size() - LONGEST_LIST) + " more" : shown;
    }

    /** Clauses joined into one. */
    static String sentence(Collection<String> clauses) {
        return String.join("; ", clauses);
    }

    /** From when until when. */
    static String window(Window window) {
        if (window.equals(Window.ALWAYS)) {
            return "at any time";
        }
        String until = window.until().equals(Window.NEVER) ? " without end" : " until " + instant(window.until());
        return "from " + instant(window.from()) + until;
    }

    private static String part(Part part) {
        SortedSet<String> modalities = new TreeSet<>();
        SortedSet<String> languages = new TreeSet<>();
        for (Speech speech : part.speech()) {
            modalities.add(speech.modality().word());
            if (!speech.isSilent()) {
                languages.add(speech.tag());
            }
        }
        return list(modalities)
                + (languages.isEmpty() ? "" : " in " + list(languages))
                + " on "
                + list(part.media().stream().map(medium -> medium.word()).toList())
                + " in " + list(part.territories())
                + part.times().stream().map(Wording::window).collect(Collectors.joining(" and ", " ", ""));
    }

    private static String instant(java.time.Instant instant) {
        String text = Instants.format(instant);
        return text.endsWith("T00:00:00Z") ? text.substring(0, 10) : text;
    }
}
