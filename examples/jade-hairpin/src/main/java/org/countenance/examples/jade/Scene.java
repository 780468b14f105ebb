package org.countenance.examples.jade;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** One scene of an episode: a place, two people, and about ten shots that were generated within one hour. */
final class Scene {

    private static final List<String> NO_CONTEXT = List.of();
    private static final List<String> SHOWN = List.of("launch", "sea");
    private static final String GENERATED = "trainedAlgorithmicMedia";
    private static final String COMPOSITE = "compositeWithTrainedAlgorithmicMedia";

    private final Random random;
    private final int episode;
    private final Made made;
    private final Performer lead;
    private final Performer other;

    Scene(Random random, int episode, Made made, Performer lead, Performer other) {
        this.random = random;
        this.episode = episode;
        this.made = made;
        this.lead = lead;
        this.other = other;
    }

    /** The shots numbered from {@code first}: in an ordinary episode, or as the story wants it. */
    List<Shot> shots(int first, int count) {
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shots.add(shot(id(episode, first + i), i));
        }
        return shots;
    }

    static String id(int episode, int number) {
        return String.format(Locale.ROOT, "ep%02d-sh%03d", episode, 10 * number);
    }

    private Shot shot(String id, int position) {
        if (position == 0) {
            return establishing(id);
        }
        if (lead == Performer.ZHOU) {
            return shot(id, "digitalCapture", NO_CONTEXT, Likeness.depicted(lead, "archive-reuse", "face", "body"));
        }
        return switch (Story.of(episode, lead)) {
            case FLASHBACK -> shot(id, COMPOSITE, NO_CONTEXT, Likeness.depicted(lead, "de-age", "face"));
            case FIGHT ->
                shot(
                        id,
                        COMPOSITE,
                        List.of("graphic-violence"),
                        Likeness.depicted(lead, "face-swap", "face"),
                        Likeness.driver(Performer.LUO, lead, "face-swap", "body", "motion", "performance"));
            case DANCE ->
                shot(
                        id,
                        COMPOSITE,
                        NO_CONTEXT,
                        Likeness.depicted(lead, "pose-transfer", "face", "body"),
                        Likeness.driver(Performer.LUO, lead, "pose-transfer", "motion", "performance"));
            case BANQUET -> generated(id, List.of("alcohol"));
            case CRIME -> shot(id, GENERATED, NO_CONTEXT, generated(lead).in("criminal-role"));
            case ORDINARY -> generated(id, NO_CONTEXT);
        };
    }

    /** Every third shot shows both, the others take turns. */
    private Shot generated(String id, List<String> contexts) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> shot(id, GENERATED, contexts, generated(lead));
            case 5, 6 -> shot(id, GENERATED, contexts, generated(other));
            default -> shot(id, GENERATED, contexts, generated(lead), generated(other));
        };
    }

    private static Likeness generated(Performer who) {
        return Likeness.depicted(who, "face-generation", "face", "body");
    }

    /** An empty place that was filmed, or one with people whom nobody has ever met. */
    private Shot establishing(String id) {
        boolean filmed = random.nextInt(3) == 0;
        Optional<String> statement = filmed
                ? Optional.empty()
                : Optional.of(
                        random.nextBoolean() ? "extras generated without any model of a person" : "no person in it");
        return new Shot(
                id,
                seconds(),
                episode,
                filmed ? "digitalCapture" : GENERATED,
                NO_CONTEXT,
                SHOWN,
                Optional.empty(),
                statement,
                made,
                List.of());
    }

    private Shot shot(String id, String source, List<String> contexts, Likeness... likenesses) {
        return new Shot(
                id,
                seconds(),
                episode,
                source,
                contexts,
                SHOWN,
                Optional.empty(),
                Optional.empty(),
                made,
                List.of(likenesses));
    }

    private int seconds() {
        return 1 + random.nextInt(3);
    }
}
