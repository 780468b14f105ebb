package org.countenance.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One line of the table: what is measured, beside the floor of the same run.
 *
 * @param words what it is
 * @param measured which figure
 * @param floor beside which
 * @param factor how often the floor goes into it
 * @param goal what the ratio should be
 * @param usual what it was when it was measured last, where that is far from the goal
 * @param atLeast whether it should be at least that, rather than at most
 */
record Row(String words, String measured, String floor, double factor, double goal, double usual, boolean atLeast) {

    /** How far from its goal a ratio may be before something is broken rather than slow on this machine. */
    private static final double MAGNITUDE = 10;

    static Row atMost(double goal, String words, String measured, String floor) {
        return new Row(words, measured, floor, 1, goal, goal, false);
    }

    /** A figure of a size that is {@code factor} times that of the floor. */
    static Row linear(double goal, double factor, String words, String measured, String floor) {
        return new Row(words, measured, floor, factor, goal, goal, false);
    }

    /** How often what others take goes into what is ours. */
    static Row atLeast(double goal, String words, String others, String ours) {
        return new Row(words, others, ours, 1, goal, goal, true);
    }

    /** The same, of which another ratio than the goal is no surprise. */
    Row usually(double ratio) {
        return new Row(words, measured, floor, factor, goal, ratio, atLeast);
    }

    /** The ratios of the runs that have both figures, ascending; what took no time at all was not done. */
    List<Double> ratios(List<Map<String, Double>> runs) {
        List<Double> ratios = new ArrayList<>();
        for (Map<String, Double> run : runs) {
            double ours = run.getOrDefault(measured, 0.0);
            double beside = run.getOrDefault(floor, 0.0);
            if (ours > 0 && beside > 0) {
                ratios.add(ours / beside / factor);
            }
        }
        ratios.sort(Double::compare);
        return ratios;
    }

    /** The median of the ratios. */
    OptionalDouble ratio(List<Map<String, Double>> runs) {
        List<Double> ratios = ratios(runs);
        return ratios.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(ratios.get(ratios.size() / 2));
    }

    /** Whether a ratio meets the goal. */
    boolean meets(double ratio) {
        return atLeast ? ratio >= goal : ratio <= goal;
    }

    /** Whether a ratio misses the usual one by an order of magnitude. */
    boolean isFar(double ratio) {
        return atLeast ? ratio * MAGNITUDE < usual : ratio > usual * MAGNITUDE;
    }

    /** The line. */
    String line(List<Map<String, Double>> runs) {
        List<Double> ratios = ratios(runs);
        if (ratios.isEmpty()) {
            return String.format(Locale.ROOT, "| %s | skipped | | %s | |", words, wanted());
        }
        double median = ratios.get(ratios.size() / 2);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s to %s | %s | %s |",
                words,
                shown(median),
                shown(ratios.get(0)),
                shown(ratios.get(ratios.size() - 1)),
                wanted(),
                meets(median) ? "met" : "missed by " + shown(atLeast ? goal / median : median / goal) + " ×");
    }

    private String wanted() {
        return (atLeast ? "≥ " : "≤ ") + shown(goal);
    }

    private static String shown(double number) {
        return String.format(Locale.ROOT, number < 100 ? "%.2f" : "%.0f", number);
    }
}
