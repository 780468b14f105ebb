package org.countenance.examples.jade;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Pictures and sound of one episode. */
final class Episode {

    /** How many there are. */
    static final int COUNT = 40;

    private static final int SCENES = 6;
    private static final int SHOTS = 62;
    private static final int FIRST_DAY = -24;
    private static final int DUBBING_DAY = -3;
    private static final List<String> DUBS = List.of("en", "th", "id");
    private static final String GENERATED = "trainedAlgorithmicMedia";

    /** Who leads the six scenes, and whom they meet. */
    private static final List<Performer> LEADS =
            List.of(Performer.LIN, Performer.SHEN, Performer.LIN, Performer.QIAO, Performer.SHEN, Performer.TANG);

    private static final List<Performer> OTHERS =
            List.of(Performer.SHEN, Performer.LIN, Performer.WEI, Performer.BAI, Performer.HE, Performer.QIAO);

    private final Random random;
    private final int number;

    Episode(Random random, int number) {
        this.random = random;
        this.number = number;
    }

    List<Shot> shots() {
        List<Shot> shots = new ArrayList<>();
        for (int scene = 0; scene < SCENES; scene++) {
            int first = shots.size() + 1;
            int count = (SHOTS - shots.size()) / (SCENES - scene);
            shots.addAll(scene(scene).shots(first, count));
        }
        shots.add(voice("", Performer.LIN, "voice-clone", Optional.empty()));
        shots.add(voice("", Performer.SHEN, "voice-clone", Optional.empty()));
        shots.add(voice("", Performer.QIAO, "capture", Optional.empty()));
        for (String tag : DUBS) {
            shots.add(voice("-" + tag, Performer.LIN, "dub-voice-clone", Optional.of(tag)));
            shots.add(voice("-" + tag, Performer.SHEN, "dub-voice-clone", Optional.of(tag)));
            shots.add(voiceOfNobody(tag));
        }
        return shots;
    }

    private Scene scene(int index) {
        Performer lead = lead(index);
        Made made = lead == Performer.ZHOU
                ? new Made("1998-05-04T00:00:00Z", "1998-05-09T00:00:00Z")
                : Made.hour(FIRST_DAY + number / 2, SCENES * (number % 2) + index);
        return new Scene(random, number, made, lead, OTHERS.get(index));
    }

    private Performer lead(int index) {
        if (number == 20 && index == 2) {
            return Performer.WEI;
        }
        return number == 36 && index == 3 ? Performer.ZHOU : LEADS.get(index);
    }

    private Shot voice(String suffix, Performer who, String technique, Optional<String> dub) {
        Likeness plain = Likeness.depicted(who, technique, "voice");
        return sound(
                "voice-" + who.name().toLowerCase(Locale.ROOT) + suffix,
                technique.equals("capture") ? "digitalCapture" : GENERATED,
                dub.isPresent() ? "sea" : "launch",
                Optional.empty(),
                List.of(dub.map(plain::spokenIn).orElse(plain)));
    }

    private Shot voiceOfNobody(String tag) {
        return sound("voices-" + tag, GENERATED, "sea", Optional.of("synthetic voices that are nobody's"), List.of());
    }

    private Shot sound(
            String name, String source, String release, Optional<String> statement, List<Likeness> likenesses) {
        return new Shot(
                String.format(Locale.ROOT, "ep%02d-%s", number, name),
                20 + random.nextInt(30),
                number,
                source,
                List.of(),
                List.of(release),
                Optional.empty(),
                statement,
                Made.hour(DUBBING_DAY, number % 20),
                likenesses);
    }
}
