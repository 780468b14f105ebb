package org.countenance.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.jws.VerificationKey;

/** Reads a policy line by line, each of which names only what stands before it (C2SP tlog-policy). */
final class WitnessPolicyReader {

    private static final int MOST = 100;
    private static final String NOBODY = "none";
    private static final List<String> KEYWORDS = List.of("log", "witness", "group", "quorum");

    private final List<VerifierKey> logs = new ArrayList<>();
    private final List<Quorum.Witness> witnesses = new ArrayList<>();
    private final Map<String, Quorum> named = new LinkedHashMap<>();
    private final Set<VerificationKey> keys = new HashSet<>();
    private final Set<String> members = new HashSet<>();
    private Optional<Quorum> quorum = Optional.empty();
    private boolean settled;
    private int line;

    private WitnessPolicyReader() {}

    static WitnessPolicy read(String text) throws MalformedException {
        return new WitnessPolicyReader().lines(text);
    }

    private WitnessPolicy lines(String text) throws MalformedException {
        String[] lines = text.split("\n", -1);
        for (String each : Arrays.copyOf(lines, lines.length - 1)) {
            line++;
            line(each);
        }
        if (!lines[lines.length - 1].isEmpty()) {
            line++;
            throw fault("a line feed at the end of the last line", "none");
        }
        if (!settled) {
            throw MalformedException.of(Place.in("witnesses"), "a line like `quorum NAME` or `quorum none`", "none");
        }
        return new WitnessPolicy(logs, witnesses, quorum);
    }

    private void line(String text) throws MalformedException {
        if (text.chars().anyMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f)) {
            throw fault("no control characters but tabs", MalformedException.quote(text));
        }
        List<String> items = Arrays.stream(text.split("[ \t]+"))
                .filter(item -> !item.isEmpty())
                .toList();
        if (items.isEmpty() || items.get(0).startsWith("#")) {
            return;
        }
        List<String> rest = items.subList(1, items.size());
        switch (items.get(0)) {
            case "log" -> log(rest);
            case "witness" -> witness(rest);
            case "group" -> group(rest);
            case "quorum" -> quorum(rest);
            default ->
                throw MalformedException.of(
                        place(),
                        "`log`, `witness`, `group` or `quorum`",
                        MalformedException.quote(items.get(0)),
                        ClosestWord.hint(items.get(0), KEYWORDS));
        }
    }

    private void log(List<String> items) throws MalformedException {
        count(items, 1, 2, "`log KEY [URL]`");
        VerifierKey key = key(items.get(0));
        if (logs.stream().anyMatch(other -> other.key().equals(key.key()))) {
            throw fault("another key on each `log` line", "the same again");
        }
        logs.add(key);
        few(logs.size(), "logs");
    }

    private void witness(List<String> items) throws MalformedException {
        count(items, 2, 3, "`witness NAME KEY [URL]`");
        VerifierKey key = key(items.get(1));
        if (!key.type().isTimed()) {
            throw fault("a key that cosigns with a time, of type 4 or 6", "one of type 1");
        }
        if (!keys.add(key.key())) {
            throw fault("another key on each `witness` line", "the same again");
        }
        Quorum.Witness witness = new Quorum.Witness(items.get(0), key);
        define(items.get(0), witness);
        witnesses.add(witness);
    }

    private void group(List<String> items) throws MalformedException {
        count(items, 3, Integer.MAX_VALUE, "`group NAME all|any|NUMBER MEMBER…`");
        List<Quorum> found = new ArrayList<>();
        for (String name : items.subList(2, items.size())) {
            found.add(defined(name));
            if (!members.add(name)) {
                throw fault("each name in one group once", MalformedException.quote(name) + " again");
            }
        }
        define(items.get(0), new Quorum.Group(wanted(items.get(1), found.size()), found));
    }

    private int wanted(String number, int size) throws MalformedException {
        if (number.equals("all")) {
            return size;
        }
        if (number.equals("any")) {
            return 1;
        }
        if (!number.matches("[1-9]\\d{0,8}") || Integer.parseInt(number) > size) {
            throw fault("`all`, `any` or a number from 1 to " + size, MalformedException.quote(number));
        }
        return Integer.parseInt(number);
    }

    private void quorum(List<String> items) throws MalformedException {
        count(items, 1, 1, "`quorum NAME` or `quorum none`");
        if (settled) {
            throw fault("one `quorum` line", "a second");
        }
        settled = true;
        if (!items.get(0).equals(NOBODY)) {
            quorum = Optional.of(defined(items.get(0)));
        }
    }

    private void define(String name, Quorum meant) throws MalformedException {
        if (name.equals(NOBODY) || named.putIfAbsent(name, meant) != null) {
            throw fault(
                    "a name that is not taken",
                    MalformedException.quote(name) + (name.equals(NOBODY) ? ", which means nobody" : " again"));
        }
        few(named.size(), "witnesses and groups");
    }

    private Quorum defined(String name) throws MalformedException {
        Quorum meant = named.get(name);
        if (meant == null) {
            throw MalformedException.of(
                    place(),
                    "a witness or group of an earlier line",
                    MalformedException.quote(name),
                    ClosestWord.hint(name, named.keySet()));
        }
        return meant;
    }

    private VerifierKey key(String text) throws MalformedException {
        try {
            return VerifierKey.parse(text);
        } catch (MalformedException e) {
            throw e.at(place());
        }
    }

    private void count(List<String> items, int least, int most, String form) throws MalformedException {
        if (items.size() < least || items.size() > most) {
            throw fault(form, items.size() + " words after the first");
        }
    }

    private void few(int count, String what) throws MalformedException {
        if (count > MOST) {
            throw fault("at most " + MOST + " " + what, "more");
        }
    }

    private MalformedException fault(String wanted, String found) {
        return MalformedException.of(place(), wanted, found);
    }

    private Place place() {
        return Place.in("witnesses, line " + line);
    }
}
