package org.countenance.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that is logged on a day, as plain values from which both the records and the oracle are made. */
sealed interface Happening {

    /** When it is logged, at midnight. */
    LocalDate day();

    /** Days of notice that mean: never. */
    int NEVER = -1;

    record Granted(
            LocalDate day,
            Area area,
            int notice,
            int cause,
            String released,
            boolean ratifies,
            boolean approval,
            boolean agreement,
            Set<Prohibited> notwithstanding,
            Optional<Granted> supersedes)
            implements Happening {}

    /** @param against the only grant that it is against, when it is against one */
    record Prohibited(LocalDate day, Optional<Area> area, String reach, Optional<Granted> against)
            implements Happening {}

    record Withdrawn(LocalDate day, Granted grant, Optional<Area> area, boolean caused, Optional<LocalDate> effective)
            implements Happening {}

    record Returned(LocalDate day, Granted grant) implements Happening {}

    record Struck(LocalDate day) implements Happening {}

    record Ordered(LocalDate day, Optional<Area> area, String reach, boolean believed) implements Happening {}

    record Lifted(LocalDate day, Happening stop) implements Happening {}

    record Accepted(LocalDate day, Happening ending) implements Happening {}

    record Disputed(LocalDate day, Withdrawn withdrawal) implements Happening {}

    record Ruled(LocalDate day, Happening ending, boolean forPerson, boolean believed) implements Happening {}

    record Voided(LocalDate day, Granted grant, boolean believed) implements Happening {}

    record Spoke(LocalDate day, Granted grant, Shot shot, boolean approves) implements Happening {}

    record Cleared(LocalDate day, Granted grant, List<Shot> shots, boolean believed) implements Happening {}

    record Committed(LocalDate day, List<Shot> shots) implements Happening {}

    /** One use on one asset. */
    record Shot(int number, LocalDate made, Set<String> modalities, Set<String> contexts, String language) {}
}
