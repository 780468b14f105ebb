package org.countenance.examples.jade;

import org.countenance.json.JsonObject;

/** When a likeness was made, counted from the day on which the example is tried. */
record Made(String from, String until) {

    /** An hour of the day {@code day}, e.g. -24; {@code hour} from 0 to 22. */
    static Made hour(int day, int hour) {
        return new Made(instant(day, hour), instant(day, hour + 1));
    }

    static String instant(int day, int hour) {
        return "${day" + (day < 0 ? "" : "+") + day + "}T" + (hour < 10 ? "0" : "") + hour + ":00:00Z";
    }

    JsonObject toJson() {
        return JsonObject.builder().put("from", from).put("until", until).build();
    }
}
