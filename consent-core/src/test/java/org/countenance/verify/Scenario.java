package org.countenance.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** A random history of one person's consent, as plain values from which both the records and the oracle are made. */
record Scenario(List<Event> events, List<Shot> shots) {

    static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    static final LocalDate SHOWN_FROM = LocalDate.of(2027, 2, 1);
    static final LocalDate SHOWN_UNTIL = LocalDate.of(2027, 4, 1);
    static final List<String> MEDIA = List.of("svod", "avod");
    static final List<String> TERRITORIES = List.of("CN", "SG");

    /** What a scope says; an empty set is the wildcard. */
    record Area(
            Set<String> modalities,
            Set<String> contexts,
            boolean anyContext,
            Set<String> media,
            Set<String> territories,
            Set<String> languages,
            LocalDate from,
            LocalDate until) {

        static Area random(Random random, boolean wide) {
            boolean any = random.nextInt(4) == 0;
            int start = random.nextInt(wide ? 2 : 4);
            return new Area(
                    some(random, List.of("face", "voice"), wide),
                    random.nextInt(3) == 0 ? Set.of("alcohol") : Set.of(),
                    any,
                    some(random, MEDIA, wide),
                    some(random, TERRITORIES, wide),
                    random.nextInt(3) == 0 ? Set.of() : some(random, List.of("zh", "en"), false),
                    SHOWN_FROM.plusMonths(start).minusMonths(wide ? 1 : 0),
                    SHOWN_UNTIL
                            .plusDays(random.nextInt(wide ? 60 : 20))
                            .minusDays(wide ? 0 : random.nextInt(30))
                            .plusMonths(start));
        }

        private static Set<String> some(Random random, List<String> all, boolean wide) {
            Set<String> some = new TreeSet<>(all);
            some.removeIf(each -> random.nextInt(wide ? 6 : 2) == 0);
            return some.isEmpty() || random.nextInt(6) == 0 ? Set.of() : some;
        }

        String json() {
            String where = territories.isEmpty() ? "'*'" : "{'include':" + list(territories) + ",'exclude':[]}";
            return "{'roles':'*','modalities':" + words(modalities) + ",'techniques':'*','contexts':"
                    + (anyContext ? "'*'" : list(contexts)) + ",'media':" + words(media) + ",'territories':" + where
                    + ",'languages':" + words(languages) + ",'made':'*','shown':{'from':'" + from
                    + "T00:00:00Z','until':'"
                    + until + "T00:00:00Z'}}";
        }

        private static String words(Set<String> words) {
            return words.isEmpty() ? "'*'" : list(words);
        }
    }

    /** Something that is logged on a day. */
    sealed interface Event {
        LocalDate day();
    }

    record Granted(LocalDate day, Area area, String notice, boolean ratifies) implements Event {}

    record Prohibited(LocalDate day, Optional<Area> area, String reach) implements Event {}

    record Withdrawn(LocalDate day, Granted grant, Optional<Area> area) implements Event {}

    record Returned(LocalDate day, Granted grant) implements Event {}

    record Lifted(LocalDate day, Event stop) implements Event {}

    record Shot(LocalDate made, Set<String> modalities, Set<String> contexts, String language) {}

    static Scenario random(Random random) {
        List<Event> events = new ArrayList<>();
        int grants = 1 + random.nextInt(3);
        for (int i = 0; i < grants; i++) {
            String notice = List.of("P0D", "P30D", "P90D", "never").get(random.nextInt(4));
            events.add(new Granted(day(random), Area.random(random, true), notice, random.nextInt(3) > 0));
        }
        List<Granted> granted = events.stream().map(Granted.class::cast).toList();
        int closings = random.nextInt(4);
        for (int i = 0; i < closings; i++) {
            Event closing = closing(random, granted);
            events.add(closing);
            if (!(closing instanceof Returned) && random.nextInt(3) == 0) {
                events.add(new Lifted(closing.day().plusDays(1 + random.nextInt(10)), closing));
            }
        }
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            Set<String> modalities = random.nextBoolean() ? Set.of("face") : new TreeSet<>(Set.of("face", "voice"));
            shots.add(new Shot(
                    day(random),
                    modalities,
                    random.nextInt(4) == 0 ? Set.of("alcohol") : Set.of(),
                    random.nextBoolean() ? "zh-Hans" : "en"));
        }
        return new Scenario(events, shots);
    }

    static Event closing(Random random, List<Granted> granted) {
        Optional<Area> area = random.nextBoolean() ? Optional.empty() : Optional.of(Area.random(random, false));
        Granted grant = granted.get(random.nextInt(granted.size()));
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Withdrawn(grant.day().plusDays(1 + random.nextInt(30)), grant, area);
            case 2 -> new Returned(grant.day().plusDays(1 + random.nextInt(30)), grant);
            default ->
                new Prohibited(
                        day(random), area, List.of("new", "unreleased", "all").get(random.nextInt(3)));
        };
    }

    Scenario with(Event event) {
        List<Event> more = new ArrayList<>(events);
        more.add(event);
        return new Scenario(more, shots);
    }

    Scenario with(List<Shot> others) {
        return new Scenario(events, others);
    }

    /** Logs everything in the order of its days, closing events first. */
    Kit kit() {
        Kit kit = new Kit();
        List<Id> ids = new ArrayList<>();
        List<Event> order = new ArrayList<>(events);
        order.sort(Comparator.comparing(Event::day).thenComparing(event -> event instanceof Granted ? 1 : 0));
        for (Event event : order) {
            kit.at(event.day().toString());
            ids.add(log(kit, event, target -> ids.get(order.indexOf(target))));
        }
        return kit;
    }

    private static Id log(Kit kit, Event event, java.util.function.Function<Event, Id> id) {
        if (event instanceof Granted grant) {
            return kit.sign(
                    RecordKind.GRANT,
                    Kit.LIN,
                    kit.id(Kit.LIN),
                    Kit.GRANT
                            .replace("$studio", kit.id(Kit.STUDIO).text())
                            .replaceFirst(
                                    "'permissions':\\[.*],'prohibitions'",
                                    "'permissions':[" + grant.area().json() + "],'prohibitions'")
                            .replace("'notice':'P30D'", "'notice':'" + grant.notice() + "'")
                            .replace("'facts':{}", "'facts':{}" + (grant.ratifies() ? ",'ratifies':true" : "")));
        }
        if (event instanceof Prohibited no) {
            return kit.prohibit(no.area().map(area -> "[" + area.json() + "]").orElse("'*'"), "'*'", no.reach());
        }
        if (event instanceof Withdrawn withdrawn) {
            return kit.revoke(
                    Kit.LIN,
                    id.apply(withdrawn.grant()),
                    "withdrawn",
                    ",'scopes':"
                            + withdrawn
                                    .area()
                                    .map(area -> "[" + area.json() + "]")
                                    .orElse("'*'"));
        }
        if (event instanceof Returned returned) {
            return kit.revoke(Kit.STUDIO, id.apply(returned.grant()), "returned", "");
        }
        return kit.revoke(Kit.LIN, id.apply(((Lifted) event).stop()), "lifted", "");
    }

    /** The manifest of the shots, in this order. */
    String manifest() {
        StringBuilder assets = new StringBuilder();
        StringBuilder uses = new StringBuilder();
        for (int i = 0; i < shots.size(); i++) {
            Shot shot = shots.get(i);
            String id = "s" + Integer.toHexString(shot.hashCode()) + "-" + i;
            assets.append(i > 0 ? "," : "")
                    .append("{'id':'")
                    .append(id)
                    .append("','sha256':'")
                    .append(org.countenance.base.Sha256.hash(org.countenance.base.Bytes.utf8(id))
                            .hex())
                    .append("','seconds':4,'contexts':")
                    .append(list(shot.contexts()))
                    .append(",'releases':['home']}");
            uses.append(i > 0 ? "," : "")
                    .append("{'id':'")
                    .append(id)
                    .append("','asset':'")
                    .append(id)
                    .append("','person':'$lin','role':'depicted','portrays':'adult','modalities':")
                    .append(list(shot.modalities()))
                    .append(",'technique':'voice-clone','languages':['")
                    .append(shot.language())
                    .append("'],'made':{'from':'")
                    .append(shot.made())
                    .append("T00:00:00Z','until':'")
                    .append(shot.made().plusDays(1))
                    .append("T00:00:00Z'},'seconds':4,'credited':true}");
        }
        return Kit.MANIFEST
                .replace("2027-02-01", SHOWN_FROM.toString())
                .replace("2027-07-01", SHOWN_UNTIL.toString())
                .replace("'media':['svod']", "'media':" + list(MEDIA))
                .replace("'include':['CN']", "'include':" + list(TERRITORIES))
                .replace("'languages':['zh-Hans']", "'languages':['zh-Hans','en']")
                .replaceFirst(
                        "'assets':\\[.*", Matcher.quoteReplacement("'assets':[" + assets + "],'uses':[" + uses + "]}"));
    }

    /** The answer after everything was logged. */
    Verdict verdict() {
        return kit().verify(asked(), text -> manifest().replace('\'', '"'));
    }

    static String asked() {
        return "2027-01-25";
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(40));
    }

    static Instant instant(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static String list(Iterable<String> words) {
        List<String> all = new ArrayList<>();
        words.forEach(all::add);
        return all.stream().map(word -> "'" + word + "'").collect(Collectors.joining(",", "[", "]"));
    }
}
