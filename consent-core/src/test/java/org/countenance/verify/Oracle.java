package org.countenance.verify;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.countenance.verify.Scenario.Area;
import org.countenance.verify.Scenario.Event;
import org.countenance.verify.Scenario.Granted;
import org.countenance.verify.Scenario.Lifted;
import org.countenance.verify.Scenario.Prohibited;
import org.countenance.verify.Scenario.Returned;
import org.countenance.verify.Scenario.Shot;
import org.countenance.verify.Scenario.Withdrawn;

/**
 * The answer by going through every point, one day, territory, medium and modality after the other: decision.md section 3
 * read once more, sharing no code with the product.
 */
final class Oracle {

    private static final int NO = 0;
    private static final int UNDETERMINED = 1;
    private static final int YES = 2;

    private final Scenario scenario;

    Oracle(Scenario scenario) {
        this.scenario = scenario;
    }

    Outcome outcome(Shot shot) {
        int least = YES;
        for (LocalDate day = Scenario.SHOWN_FROM; day.isBefore(Scenario.SHOWN_UNTIL); day = day.plusDays(1)) {
            for (String territory : Scenario.TERRITORIES) {
                for (String medium : Scenario.MEDIA) {
                    for (String modality : shot.modalities()) {
                        least = Math.min(least, worth(shot, day, territory, medium, modality));
                    }
                }
            }
        }
        return least == NO ? Outcome.BLOCKED : least == UNDETERMINED ? Outcome.UNDETERMINED : Outcome.CLEARED;
    }

    private int worth(Shot shot, LocalDate day, String territory, String medium, String modality) {
        int best = NO;
        for (Event event : scenario.events()) {
            if (event instanceof Granted grant
                    && (grant.ratifies() || !grant.day().isAfter(shot.made()))
                    && permits(grant.area(), shot, day, territory, medium, modality)) {
                int worth = YES;
                for (Event closing : scenario.events()) {
                    worth = Math.min(worth, left(closing, grant, shot, day, territory, medium, modality));
                }
                best = Math.max(best, worth);
            }
        }
        return best;
    }

    /** What a closing event leaves of a grant at a point. */
    private int left(
            Event closing, Granted grant, Shot shot, LocalDate day, String territory, String medium, String modality) {
        boolean touched;
        LocalDate effective = closing.day();
        boolean showings = true;
        boolean contested = false;
        boolean ends = true;
        if (closing instanceof Returned returned) {
            touched = returned.grant() == grant;
        } else if (closing instanceof Withdrawn withdrawn) {
            touched = withdrawn.grant() == grant && forbids(withdrawn.area(), shot, day, territory, medium, modality);
            contested = grant.notice().equals("never");
            effective = after(withdrawn.day(), grant.notice());
        } else if (closing instanceof Prohibited no) {
            touched = forbids(no.area(), shot, day, territory, medium, modality);
            showings = !no.reach().equals("new");
            ends = no.day().isAfter(grant.day());
            if (ends) {
                contested = grant.notice().equals("never");
                effective = after(no.day(), grant.notice());
            }
        } else {
            return YES;
        }
        LocalDate end = lifted(closing);
        // Material of a day is made in the stop when any part of the day lies in it.
        boolean madeInside = effective.isBefore(end)
                && shot.made().plusDays(1).isAfter(effective)
                && shot.made().isBefore(end);
        boolean shownInside = showings && !day.isBefore(effective) && day.isBefore(end);
        if (touched && (madeInside || shownInside) && !contested) {
            return NO;
        }
        // What ended a fortnight ago leaves doubt about what nothing shows to have existed by then (LC132).
        boolean old =
                effective.isBefore(end) && LocalDate.parse(Scenario.asked()).isAfter(effective.plusDays(14));
        boolean late = shot.made().plusDays(1).isAfter(effective.minusDays(14));
        return touched && (contested && (madeInside || shownInside) || ends && old && late) ? UNDETERMINED : YES;
    }

    private LocalDate lifted(Event stop) {
        return scenario.events().stream()
                .filter(event -> event instanceof Lifted lifted && lifted.stop() == stop)
                .map(Event::day)
                .findFirst()
                .orElse(LocalDate.MAX);
    }

    private static LocalDate after(LocalDate day, String notice) {
        return switch (notice) {
            case "P30D" -> day.plusDays(30);
            case "P90D" -> day.plusDays(90);
            default -> day;
        };
    }

    private static boolean permits(
            Area area, Shot shot, LocalDate day, String territory, String medium, String modality) {
        boolean contexts = area.anyContext() || area.contexts().containsAll(shot.contexts());
        boolean language =
                modality.equals("face") || area.languages().isEmpty() || speaks(area.languages(), shot.language());
        return contexts && language && holds(area.modalities(), modality) && inside(area, day, territory, medium);
    }

    private static boolean forbids(
            Optional<Area> stopped, Shot shot, LocalDate day, String territory, String medium, String modality) {
        if (stopped.isEmpty()) {
            return true;
        }
        Area area = stopped.get();
        boolean contexts = area.anyContext()
                || (area.contexts().isEmpty()
                        ? shot.contexts().isEmpty()
                        : shot.contexts().stream().anyMatch(area.contexts()::contains));
        boolean voiceless = area.modalities().equals(Set.of("face"));
        boolean language = modality.equals("face")
                ? area.languages().isEmpty() || voiceless
                : area.languages().isEmpty() || speaks(area.languages(), shot.language());
        return contexts && language && holds(area.modalities(), modality) && inside(area, day, territory, medium);
    }

    private static boolean inside(Area area, LocalDate day, String territory, String medium) {
        return holds(area.territories(), territory)
                && holds(area.media(), medium)
                && !day.isBefore(area.from())
                && day.isBefore(area.until());
    }

    private static boolean speaks(Set<String> languages, String spoken) {
        return languages.contains(spoken.substring(0, 2));
    }

    private static boolean holds(Set<String> words, String word) {
        return words.isEmpty() || words.contains(word);
    }
}
