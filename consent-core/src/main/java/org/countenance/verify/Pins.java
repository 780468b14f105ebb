package org.countenance.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.countenance.manifest.Production;
import org.countenance.record.AnyOr;
import org.countenance.record.ProductionPin;

/** Whether a production is one of those that a record names (records.md, {@code productions}). */
final class Pins {

    private Pins() {}

    /** Whether some pin names this production and differs in nothing. */
    static boolean meet(AnyOr<ProductionPin> pins, Production production) {
        return pins.any()
                || pins.items().stream()
                        .anyMatch(pin -> names(pin, production)
                                && differences(pin, production).isEmpty());
    }

    /** Whether some pin may mean this production: what a manifest leaves unsaid escapes no prohibition. */
    static boolean mayMeet(AnyOr<ProductionPin> pins, Production production) {
        return pins.any()
                || pins.items().stream()
                        .anyMatch(pin -> names(pin, production)
                                && pin.type().map(production.type()::equals).orElse(true)
                                && mayBe(pin.season(), production.season())
                                && mayBe(pin.episodes(), production.episodes()));
    }

    /** Whether some pin names this production, whatever else it says. */
    static boolean name(AnyOr<ProductionPin> pins, Production production) {
        for (ProductionPin pin : pins.items()) {
            if (names(pin, production)) {
                return true;
            }
        }
        return pins.any();
    }

    /** What of a pin differs, in words; empty when some pin fits. */
    static List<String> differences(AnyOr<ProductionPin> pins, Production production) {
        if (meet(pins, production)) {
            return List.of();
        }
        return pins.items().stream()
                .filter(pin -> names(pin, production))
                .map(pin -> differences(pin, production))
                .findFirst()
                .orElse(List.of());
    }

    private static boolean names(ProductionPin pin, Production production) {
        return pin.id().equals(production.id());
    }

    private static List<String> differences(ProductionPin pin, Production production) {
        List<String> differences = new ArrayList<>();
        if (pin.type().isPresent() && pin.type().get() != production.type()) {
            differences.add("type " + pin.type().get().word() + ", not "
                    + production.type().word());
        }
        compare("season", pin.season(), production.season(), differences);
        compare("episodes", pin.episodes(), production.episodes(), differences);
        return differences;
    }

    private static boolean mayBe(Optional<Long> pinned, OptionalLong found) {
        return pinned.isEmpty() || found.isEmpty() || found.getAsLong() == pinned.get();
    }

    private static void compare(String what, Optional<Long> pinned, OptionalLong found, List<String> differences) {
        if (pinned.isPresent() && (found.isEmpty() || found.getAsLong() != pinned.get())) {
            differences.add(what + " " + pinned.get() + ", not "
                    + (found.isEmpty() ? "none" : Long.toString(found.getAsLong())));
        }
    }
}
