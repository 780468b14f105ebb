package org.countenance.verify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.verify.Happening.Accepted;
import org.countenance.verify.Happening.Cleared;
import org.countenance.verify.Happening.Committed;
import org.countenance.verify.Happening.Disputed;
import org.countenance.verify.Happening.Granted;
import org.countenance.verify.Happening.Lifted;
import org.countenance.verify.Happening.Ordered;
import org.countenance.verify.Happening.Prohibited;
import org.countenance.verify.Happening.Returned;
import org.countenance.verify.Happening.Ruled;
import org.countenance.verify.Happening.Shot;
import org.countenance.verify.Happening.Spoke;
import org.countenance.verify.Happening.Struck;
import org.countenance.verify.Happening.Voided;
import org.countenance.verify.Happening.Withdrawn;

/**
 * The answer by going through every point, one day, territory, medium and modality after the other: decision.md section 3
 * read once more, sharing no code with the product.
 */
final class Oracle {

    private static final int NO = 0;
    private static final int UNDETERMINED = 1;
    private static final int YES = 2;

    private final List<Happening> events;

    Oracle(Scenario scenario) {
        this.events = scenario.events();
    }

    /** One point of what a shot shows. */
    private record Point(Shot shot, LocalDate day, String territory, String medium, String modality) {}

    Outcome outcome(Shot shot) {
        int least = YES;
        for (LocalDate day = Area.SHOWN_FROM; day.isBefore(Area.SHOWN_UNTIL); day = day.plusDays(1)) {
            for (String territory : Area.TERRITORIES) {
                for (String medium : Area.MEDIA) {
                    for (String modality : shot.modalities()) {
                        least = Math.min(least, worth(new Point(shot, day, territory, medium, modality)));
                    }
                }
            }
        }
        return least == NO ? Outcome.BLOCKED : least == UNDETERMINED ? Outcome.UNDETERMINED : Outcome.CLEARED;
    }

    /** A grant that counts from a day: its own, or that of one whose place it took. */
    private record Stand(Granted grant, LocalDate since, Optional<Stand> old) {}

    private int worth(Point point) {
        int best = NO;
        for (Happening event : events) {
            if (event instanceof Granted grant) {
                for (Stand stand : stands(grant, point)) {
                    best = Math.max(best, worth(stand, point));
                }
            }
        }
        return best;
    }

    private List<Stand> stands(Granted grant, Point point) {
        List<Stand> all = new ArrayList<>(List.of(new Stand(grant, grant.day(), Optional.empty())));
        takenOver(grant)
                .ifPresent(old -> stands(old, point)
                        .forEach(stand -> all.add(new Stand(grant, stand.since(), Optional.of(stand)))));
        all.removeIf(stand -> !permits(grant.area(), point)
                || (!grant.ratifies() && stand.since().isAfter(point.shot().made())));
        return all;
    }

    private Optional<Granted> takenOver(Granted grant) {
        return grant.supersedes().filter(old -> isAccepted(grant));
    }

    /** What a grant that counts from a day is worth at a point. */
    private int worth(Stand stand, Point point) {
        int worth = approved(stand.grant(), point);
        for (Happening event : events) {
            worth = Math.min(worth, left(event, stand.grant(), stand.since(), point));
        }
        return stand.old().isPresent() ? Math.min(worth, takenOver(stand.old().get(), stand.grant(), point)) : worth;
    }

    /** What was left of the old grant when another took its place: of later events only those count that void it. */
    private int takenOver(Stand old, Granted successor, Point point) {
        int left = spoken(old.grant(), successor.day(), point);
        for (Happening event : events) {
            boolean known = !event.day().isAfter(successor.day()) || event instanceof Voided;
            if (known && event != successor) {
                left = Math.min(left, left(event, old.grant(), old.since(), point));
            }
        }
        return old.old().isPresent() ? Math.min(left, takenOver(old.old().get(), old.grant(), point)) : left;
    }

    /** What a no to a shot that was out left of the old grant; its duty else ended with it. */
    private int spoken(Granted grant, LocalDate until, Point point) {
        Optional<Spoke> last = lastWord(grant, point);
        boolean no = last.isPresent()
                && !last.get().approves()
                && wasApproved(grant, point)
                && !last.get().day().isAfter(until)
                && isOut(grant, point.shot(), last.get().day(), last.get().day());
        return grant.approval() && no ? rejected(grant, last.get(), point) : YES;
    }

    /** What an event leaves of a grant at a point. */
    private int left(Happening event, Granted grant, LocalDate since, Point point) {
        if (event instanceof Voided voided && voided.grant() == grant) {
            return voided.believed() ? NO : UNDETERMINED;
        }
        if (event instanceof Withdrawn withdrawn && withdrawn.grant() == grant && forbids(withdrawn.area(), point)) {
            return ended(event, grant, withdrawn.caused(), withdrawn.effective(), "all", NO, point);
        }
        if (event instanceof Returned returned && returned.grant() == grant) {
            return stopped(grant, event, event.day(), "all", NO, point);
        }
        if (event instanceof Granted next
                && next.supersedes().isPresent()
                && next.supersedes().get() == grant) {
            int leaves = isVoid(next) ? UNDETERMINED : NO;
            return isAccepted(next)
                    ? stopped(grant, event, event.day(), "all", leaves, point)
                    : ended(event, grant, false, Optional.empty(), "all", leaves, point);
        }
        if (event instanceof Struck && grant.agreement()) {
            return atOnce(event, grant, "unreleased", NO, point);
        }
        if (event instanceof Ordered order && forbids(order.area(), point)) {
            return atOnce(event, grant, order.reach(), order.believed() ? NO : UNDETERMINED, point);
        }
        if (event instanceof Prohibited no
                && forbids(no.area(), point)
                && no.against().map(only -> only == grant).orElse(true)) {
            if (no.day().isAfter(since)) {
                return ended(event, grant, false, Optional.empty(), no.reach(), NO, point);
            }
            return grant.notwithstanding().contains(no) ? YES : atOnce(event, grant, no.reach(), NO, point);
        }
        return YES;
    }

    /** An end under the terms of a grant: notice, dispute and settlement. */
    private int ended(
            Happening event,
            Granted grant,
            boolean caused,
            Optional<LocalDate> asked,
            String reach,
            int leaves,
            Point point) {
        int notice = caused && grant.cause() != Happening.NEVER ? grant.cause() : grant.notice();
        LocalDate effective = later(asked, event.day().plusDays(Math.max(notice, 0)));
        boolean settled = isAccepted(event) || ruling(event).equals(Optional.of(true));
        boolean refused = !settled && ruling(event).equals(Optional.of(false));
        if (notice == Happening.NEVER && !settled) {
            return refused ? YES : stopped(grant, event, effective, reach, UNDETERMINED, point);
        }
        boolean disputed = events.stream()
                .anyMatch(other -> other instanceof Disputed dispute
                        && dispute.withdrawal() == event
                        && dispute.day().isBefore(effective));
        if (caused && !settled && (refused || disputed)) {
            int plain = grant.notice() == Happening.NEVER
                    ? YES
                    : stopped(grant, event, later(asked, event.day().plusDays(grant.notice())), reach, leaves, point);
            return refused ? plain : Math.min(plain, stopped(grant, event, effective, reach, UNDETERMINED, point));
        }
        return stopped(grant, event, effective, reach, leaves, point);
    }

    /** New material and first showings until it takes effect, what is out as the terms say. */
    private int stopped(Granted grant, Happening event, LocalDate effective, String reach, int leaves, Point point) {
        LocalDate end = lifted(event);
        if (!effective.isBefore(end)) {
            return YES;
        }
        LocalDate out = switch (grant.released()) {
            case "continue" -> LocalDate.MAX;
            case "wind-down" -> effective.plusDays(10);
            default -> effective;
        };
        boolean made = isMadeIn(point.shot(), effective, end);
        boolean shown = isOut(grant, point.shot(), event.day(), effective)
                ? reach.equals("all") && isIn(point.day(), out, end)
                : !reach.equals("new") && isIn(point.day(), effective, end);
        if (made || shown) {
            return leaves;
        }
        // What is said to be made in the fortnight before, nobody can tell after another fortnight (LC132).
        boolean late = isMadeIn(point.shot(), effective.minusDays(14), effective);
        boolean old = Scenario.ASKED.isAfter(effective.plusDays(14));
        return late && old && !isAnchored(grant, point.shot(), effective.plusDays(14)) ? UNDETERMINED : YES;
    }

    /** What does not ask for terms: a no from before, a strike, an order. */
    private int atOnce(Happening event, Granted grant, String reach, int leaves, Point point) {
        LocalDate end = lifted(event);
        boolean made = isMadeIn(point.shot(), event.day(), end);
        boolean shown = isIn(point.day(), event.day(), end)
                && (isOut(grant, point.shot(), event.day(), event.day()) ? reach.equals("all") : !reach.equals("new"));
        return made || shown ? leaves : YES;
    }

    private int approved(Granted grant, Point point) {
        if (!grant.approval()) {
            return YES;
        }
        Optional<Spoke> last = lastWord(grant, point);
        if (last.isEmpty() || (!last.get().approves() && !wasApproved(grant, point))) {
            return NO;
        }
        if (last.get().approves()) {
            return YES;
        }
        return rejected(grant, last.get(), point);
    }

    private List<Spoke> words(Granted grant, Point point) {
        List<Spoke> words = new ArrayList<>();
        for (Happening event : Ledger.ordered(events)) {
            if (event instanceof Spoke word
                    && word.grant() == grant
                    && word.shot().equals(point.shot())) {
                words.add(word);
            }
        }
        return words;
    }

    private Optional<Spoke> lastWord(Granted grant, Point point) {
        List<Spoke> words = words(grant, point);
        return words.isEmpty() ? Optional.empty() : Optional.of(words.get(words.size() - 1));
    }

    private boolean wasApproved(Granted grant, Point point) {
        return words(grant, point).stream().anyMatch(Spoke::approves);
    }

    /** A no that follows a yes withdraws the grant for an asset where it is out, and ends it at once elsewhere. */
    private int rejected(Granted grant, Spoke no, Point point) {
        if (!isOut(grant, point.shot(), no.day(), no.day())) {
            return NO;
        }
        LocalDate effective = no.day().plusDays(Math.max(grant.notice(), 0));
        LocalDate out = switch (grant.released()) {
            case "continue" -> LocalDate.MAX;
            case "wind-down" -> effective.plusDays(10);
            default -> effective;
        };
        boolean over = !point.day().isBefore(out);
        return over ? (grant.notice() == Happening.NEVER ? UNDETERMINED : NO) : YES;
    }

    /** Cleared by a believed verifier before a stop was logged, in a release that had begun when it took effect. */
    private boolean isOut(Granted grant, Shot shot, LocalDate logged, LocalDate effective) {
        return !Area.SHOWN_FROM.isAfter(effective)
                && events.stream()
                        .anyMatch(event -> event instanceof Cleared cleared
                                && cleared.grant() == grant
                                && cleared.believed()
                                && cleared.shots().contains(shot)
                                && cleared.day().isBefore(logged));
    }

    private boolean isAnchored(Granted grant, Shot shot, LocalDate limit) {
        return events.stream()
                .filter(event -> event.day().isBefore(limit))
                .anyMatch(event -> (event instanceof Cleared cleared
                                && cleared.grant() == grant
                                && cleared.shots().contains(shot))
                        || (event instanceof Committed committed
                                && committed.shots().contains(shot)));
    }

    private boolean isAccepted(Happening ending) {
        return events.stream().anyMatch(event -> event instanceof Accepted accepted && accepted.ending() == ending);
    }

    private boolean isVoid(Granted grant) {
        return events.stream().anyMatch(event -> event instanceof Voided voided && voided.grant() == grant);
    }

    /** The latest believed ruling: whether it is for the person. */
    private Optional<Boolean> ruling(Happening ending) {
        Optional<Boolean> ruling = Optional.empty();
        for (Happening event : Ledger.ordered(events)) {
            if (event instanceof Ruled ruled && ruled.ending() == ending && ruled.believed()) {
                ruling = Optional.of(ruled.forPerson());
            }
        }
        return ruling;
    }

    private LocalDate lifted(Happening stop) {
        return events.stream()
                .filter(event -> event instanceof Lifted lifted && lifted.stop() == stop)
                .map(Happening::day)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
    }

    private static LocalDate later(Optional<LocalDate> asked, LocalDate earliest) {
        return asked.filter(earliest::isBefore).orElse(earliest);
    }

    /** Material of a day is made in a stretch when any part of the day lies in it. */
    private static boolean isMadeIn(Shot shot, LocalDate from, LocalDate until) {
        return from.isBefore(until)
                && shot.made().plusDays(1).isAfter(from)
                && shot.made().isBefore(until);
    }

    private static boolean isIn(LocalDate day, LocalDate from, LocalDate until) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    private static boolean permits(Area area, Point point) {
        boolean contexts =
                area.anyContext() || area.contexts().containsAll(point.shot().contexts());
        boolean language = point.modality().equals("face")
                || area.languages().isEmpty()
                || speaks(area.languages(), point.shot().language());
        return contexts && language && isInside(area, point);
    }

    private static boolean forbids(Optional<Area> stopped, Point point) {
        if (stopped.isEmpty()) {
            return true;
        }
        Area area = stopped.get();
        boolean contexts = area.anyContext()
                || (area.contexts().isEmpty()
                        ? point.shot().contexts().isEmpty()
                        : point.shot().contexts().stream().anyMatch(area.contexts()::contains));
        boolean voiceless = area.modalities().equals(Set.of("face"));
        boolean language = area.languages().isEmpty()
                || (point.modality().equals("face")
                        ? voiceless
                        : speaks(area.languages(), point.shot().language()));
        return contexts && language && isInside(area, point);
    }

    private static boolean isInside(Area area, Point point) {
        return holds(area.territories(), point.territory())
                && holds(area.media(), point.medium())
                && holds(area.modalities(), point.modality())
                && isIn(point.day(), area.from(), area.until());
    }

    private static boolean speaks(Set<String> languages, String spoken) {
        return languages.contains(spoken.substring(0, 2));
    }

    private static boolean holds(Set<String> words, String word) {
        return words.isEmpty() || words.contains(word);
    }
}
