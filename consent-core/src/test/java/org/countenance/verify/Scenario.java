package org.countenance.verify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
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

/** A random history of one person's consent, and the shots that are asked about. */
record Scenario(List<Happening> events, List<Shot> shots) {

    static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    static final LocalDate ASKED = LocalDate.of(2027, 2, 20);

    private static final int[] NOTICES = {0, 30, 90, Happening.NEVER, Happening.NEVER, Happening.NEVER};

    static Scenario random(Random random) {
        return new Maker(random).make();
    }

    Scenario with(Happening event) {
        List<Happening> more = new ArrayList<>(events);
        more.add(event);
        return new Scenario(more, shots);
    }

    Scenario with(List<Shot> others) {
        return new Scenario(events, others);
    }

    List<Granted> grants() {
        return events.stream()
                .filter(Granted.class::isInstance)
                .map(Granted.class::cast)
                .toList();
    }

    /** Another closing event, not before {@code earliest}. */
    Happening closing(Random random, LocalDate earliest) {
        Maker maker = new Maker(random);
        maker.events.addAll(events);
        maker.shots.addAll(shots);
        return maker.closing(earliest);
    }

    /** A grant that supersedes nothing. */
    static Granted grant(Random random) {
        return new Maker(random).grant(Optional.empty());
    }

    /** Makes one up. */
    private static final class Maker {

        private final Random random;
        private final List<Happening> events = new ArrayList<>();
        private final List<Shot> shots = new ArrayList<>();

        Maker(Random random) {
            this.random = random;
        }

        Scenario make() {
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                shots.add(shot(i));
            }
            if (random.nextInt(4) == 0) {
                events.add(new Prohibited(early(), area(), reach(), Optional.empty()));
            }
            int grants = 1 + random.nextInt(3);
            for (int i = 0; i < grants; i++) {
                events.add(grant(random.nextInt(6) == 0 ? any(Granted.class) : Optional.empty()));
            }
            words();
            int closings = random.nextInt(4);
            for (int i = 0; i < closings; i++) {
                Happening closing = closing(FIRST);
                events.add(closing);
                after(closing);
            }
            return new Scenario(List.copyOf(events), List.copyOf(shots));
        }

        /** Clearances, commitments, approvals. */
        private void words() {
            for (Happening event : List.copyOf(events)) {
                if (event instanceof Granted grant && grant.approval()) {
                    for (Shot shot : shots) {
                        for (int i = random.nextInt(4); i > 0; i--) {
                            events.add(new Spoke(later(grant.day()), grant, shot, random.nextInt(4) > 0));
                        }
                    }
                }
                if (event instanceof Granted grant && random.nextInt(2) == 0) {
                    events.add(new Cleared(later(grant.day()), grant, someShots(), random.nextInt(5) > 0));
                }
            }
            if (random.nextInt(3) == 0) {
                events.add(new Committed(FIRST.plusDays(random.nextInt(90)), someShots()));
            }
        }

        /** What may follow a closing event: it is lifted, accepted, disputed, ruled upon. */
        private void after(Happening closing) {
            LocalDate day = soon(closing.day());
            boolean liftable = closing instanceof Withdrawn
                    || closing instanceof Prohibited
                    || closing instanceof Struck
                    || closing instanceof Ordered;
            if (liftable && random.nextInt(4) == 0) {
                events.add(new Lifted(day, closing));
            }
            boolean settled = closing instanceof Withdrawn || closing instanceof Prohibited;
            if (settled && random.nextInt(4) == 0) {
                events.add(new Accepted(day, closing));
            }
            if (settled && random.nextInt(4) == 0) {
                events.add(new Ruled(day, closing, random.nextBoolean(), random.nextInt(4) > 0));
            }
            if (closing instanceof Withdrawn withdrawal && withdrawal.caused() && random.nextInt(2) == 0) {
                events.add(new Disputed(day, withdrawal));
            }
        }

        private Granted grant(Optional<Granted> superseded) {
            LocalDate day = superseded.map(old -> later(old.day())).orElseGet(this::early);
            Set<Prohibited> stepped = new LinkedHashSet<>();
            for (Happening event : events) {
                if (event instanceof Prohibited no && no.day().isBefore(day) && random.nextInt(3) == 0) {
                    stepped.add(no);
                }
            }
            Granted grant = new Granted(
                    day,
                    Area.random(random, true),
                    NOTICES[random.nextInt(NOTICES.length)],
                    random.nextInt(3) == 0 ? Happening.NEVER : 7,
                    List.of("continue", "wind-down", "withdraw").get(random.nextInt(3)),
                    random.nextInt(3) > 0,
                    random.nextInt(8) == 0,
                    random.nextInt(3) == 0,
                    stepped,
                    superseded);
            if (superseded.isPresent() && random.nextInt(2) == 0) {
                events.add(new Accepted(soon(day), grant));
            }
            return grant;
        }

        Happening closing(LocalDate earliest) {
            Granted grant = any(Granted.class).orElseThrow();
            LocalDate day = later(grant.day().isBefore(earliest) ? earliest.minusDays(1) : grant.day());
            return switch (random.nextInt(9)) {
                case 0, 1, 2 -> {
                    Optional<LocalDate> asked =
                            random.nextInt(3) == 0 ? Optional.of(day.plusDays(random.nextInt(60))) : Optional.empty();
                    yield new Withdrawn(day, grant, area(), random.nextBoolean(), asked);
                }
                case 3 -> new Returned(day, grant);
                case 4 -> new Struck(day);
                case 5 -> new Ordered(day, area(), reach(), random.nextInt(3) > 0);
                case 6 -> new Voided(day, grant, random.nextInt(3) > 0);
                default ->
                    new Prohibited(
                            day, area(), reach(), random.nextInt(4) == 0 ? Optional.of(grant) : Optional.empty());
            };
        }

        private <T extends Happening> Optional<T> any(Class<T> type) {
            List<T> all =
                    events.stream().filter(type::isInstance).map(type::cast).toList();
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
        }

        private Shot shot(int number) {
            Set<String> modalities = random.nextBoolean() ? Set.of("face") : new TreeSet<>(Set.of("face", "voice"));
            return new Shot(
                    number,
                    early(),
                    modalities,
                    random.nextInt(4) == 0 ? Set.of("alcohol") : Set.of(),
                    random.nextBoolean() ? "zh-Hans" : "en");
        }

        private List<Shot> someShots() {
            List<Shot> some = new ArrayList<>(shots);
            some.removeIf(shot -> random.nextInt(4) == 0);
            return some.isEmpty() ? List.copyOf(shots) : some;
        }

        private Optional<Area> area() {
            return random.nextBoolean() ? Optional.empty() : Optional.of(Area.random(random, false));
        }

        private String reach() {
            return List.of("new", "unreleased", "all").get(random.nextInt(3));
        }

        private LocalDate early() {
            return FIRST.plusDays(random.nextInt(40));
        }

        /** A day within a fortnight, and not after the question. */
        private LocalDate soon(LocalDate day) {
            LocalDate soon = day.plusDays(1 + random.nextInt(12));
            return soon.isAfter(ASKED) ? ASKED : soon;
        }

        /** A day after another one, and before the question. */
        private LocalDate later(LocalDate day) {
            int left = (int) (ASKED.toEpochDay() - day.toEpochDay()) - 1;
            return day.plusDays(1 + random.nextInt(Math.max(1, Math.min(left, random.nextBoolean() ? 30 : 110))));
        }
    }
}
