package org.countenance.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One English pattern and what it is in the other language: {@code grant {id}: {t}} and {@code 授权书{0}：{1}}.
 *
 * @param literals what stands before, between and after the slots; one more than these
 * @param slots what may stand in each gap
 * @param said the pattern in the other language
 */
record Phrase(List<String> literals, List<Slot> slots, String said) {

    private static final Pattern GAP = Pattern.compile("\\{([a-z]+)\\}");
    private static final Pattern FILLED = Pattern.compile("\\{(\\d+)\\}");

    /** What a phrase that begins with a text may not reach over: what stands before it is said by itself. */
    private static final Pattern OVER = Pattern.compile("[:;] ");

    Phrase {
        literals = List.copyOf(literals);
        slots = List.copyOf(slots);
    }

    static Phrase parse(String english, String said) {
        List<String> literals = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        Matcher gaps = GAP.matcher(english);
        int from = 0;
        while (gaps.find()) {
            literals.add(english.substring(from, gaps.start()));
            slots.add(Slot.of(gaps.group(1)));
            from = gaps.end();
        }
        literals.add(english.substring(from));
        return new Phrase(literals, slots, said);
    }

    /** How much of it is fixed: of two that fit, the one that says more by itself is meant. */
    int weight() {
        return literals.stream().mapToInt(String::length).sum();
    }

    boolean beginsWithWords() {
        return !literals.get(0).isEmpty();
    }

    boolean mayBeginWith(char first) {
        String literal = literals.get(0);
        return literal.isEmpty() || literal.charAt(0) == first;
    }

    /** The text in the other language, where it is this phrase and every text in a slot can be said. */
    Optional<String> say(String text, Quotes quotes, Function<String, Optional<String>> inner) {
        if (!text.startsWith(literals.get(0)) || !text.endsWith(literals.get(slots.size()))) {
            return Optional.empty();
        }
        List<String> filled = new ArrayList<>();
        return fill(text, literals.get(0).length(), quotes, inner, filled)
                ? Optional.of(filled(filled))
                : Optional.empty();
    }

    /** Tries every place where the next literal may stand; for words of people the last one first. */
    private boolean fill(
            String text, int from, Quotes quotes, Function<String, Optional<String>> inner, List<String> filled) {
        int slot = filled.size();
        if (slot == slots.size()) {
            return from == text.length();
        }
        String next = literals.get(slot + 1);
        if (slot == slots.size() - 1) {
            return put(text, from, text.length() - next.length(), quotes, inner, filled);
        }
        boolean last = slots.get(slot) == Slot.VERBATIM || slots.get(slot) == Slot.WHO;
        int at = last ? text.lastIndexOf(next) : text.indexOf(next, from + 1);
        while (at > from) {
            if (put(text, from, at, quotes, inner, filled)) {
                return true;
            }
            at = last ? text.lastIndexOf(next, at - 1) : text.indexOf(next, at + 1);
        }
        return false;
    }

    private boolean put(
            String text,
            int from,
            int until,
            Quotes quotes,
            Function<String, Optional<String>> inner,
            List<String> filled) {
        if (until <= from || quotes.splits(until)) {
            return false;
        }
        int slot = filled.size();
        String part = text.substring(from, until);
        if (from == 0 && slots.get(slot) == Slot.TEXT && OVER.matcher(part).find()) {
            return false;
        }
        Optional<String> told = !slots.get(slot).holds(part)
                ? Optional.empty()
                : slots.get(slot) == Slot.TEXT ? inner.apply(part) : Optional.of(part);
        if (told.isEmpty()) {
            return false;
        }
        filled.add(told.get());
        if (fill(text, until + literals.get(slot + 1).length(), quotes, inner, filled)) {
            return true;
        }
        filled.subList(slot, filled.size()).clear();
        return false;
    }

    /** In one pass, so that what is filled in is never read as a gap. */
    private String filled(List<String> filled) {
        return FILLED.matcher(said)
                .replaceAll(gap -> Matcher.quoteReplacement(filled.get(Integer.parseInt(gap.group(1)))));
    }
}
